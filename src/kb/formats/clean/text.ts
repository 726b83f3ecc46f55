import { tonedSyllables } from "./pinyin-syllables.js";

/** A stretch of a text, in UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text without what does not belong into it. */
export interface Cleaning {
  readonly text: string;
  /** What was taken out, only what there was. */
  readonly removed: readonly { readonly kind: "pinyin" | "spaces" | "invisible"; readonly count: number }[];
}

const HAN = String.raw`\p{Script=Han}`;
const LETTERS = String.raw`(?:[a-z\u00e0-\u00fc\u0100-\u017f\u01cd-\u01dc\u0251\u0261]|[\u0300-\u030c])`;
const SYLLABLES = String.raw`${LETTERS}[1-5]?(?:[\s'\u2019\u00b7-]?${LETTERS}[1-5]?){0,23}`;
/** Brackets with letters in them, after a Chinese character (or one letter that stands where such a character was). */
const BRACKETED = new RegExp(String.raw`(?<=${HAN}[ \t]?|${HAN}[a-z])[(（\[［]\s*(${SYLLABLES})\s*[)）\]］]`, "giu");
/** A reading whose opening bracket was lost, often to a question mark: 輸?shù)燃. */
const HALF = new RegExp(String.raw`(?<=${HAN})[?？]?(?<![a-z])(${SYLLABLES})[)）]`, "giu");
/** Syllables that are said without a tone, by the characters they sound. */
const TONELESS: Readonly<Record<string, string>> = {
  de: "的地得",
  le: "了",
  zhe: "着著",
  guo: "过過",
  men: "们們",
  ge: "个個",
  zi: "子",
  ma: "吗嗎嘛",
  ne: "呢",
  ba: "吧",
  a: "啊",
  ya: "呀",
  la: "啦",
  shang: "上",
  li: "里裡裏",
  tou: "头頭",
  me: "么麼",
};

/**
 * Pinyin left in brackets after the characters that it sounds: `统(tǒng)计`, `服务（fú wù）`, `统(tong3)`, and without a tone only
 * where there is none to write (`们(men)`). Words and abbreviations in brackets are none: `导航(IVR)`, `应用(app)`. Sorted.
 */
export function strayPinyin(text: string): Stretch[] {
  // Most texts have no bracket with a letter in it.
  if (!/[(（[［)）]/.test(text)) return [];
  const found: Stretch[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const start = match.index;
    if (isReading(match[1]!, text.slice(0, start).trimEnd())) {
      found.push({ start, end: start + match[0].length, text: match[0] });
    }
  }
  for (const match of text.matchAll(HALF)) {
    const start = match.index;
    const end = start + match[0].length;
    if (tonedSyllables(match[1]!) === 1 && !found.some((other) => start < other.end && other.start < end)) {
      found.push({ start, end, text: match[0] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isReading(letters: string, before: string): boolean {
  const toneless = TONELESS[letters.toLowerCase()];
  if (toneless !== undefined) return toneless.includes(before.slice(-1));
  const count = tonedSyllables(letters);
  if (count === 0) return false;
  // A reading has no more syllables than there are characters in front of it.
  const characters = new RegExp(String.raw`(?:${HAN}){1,24}$`, "u").exec(before)?.[0] ?? "";
  return count === 1 || [...characters].length >= count;
}

/** Takes out the readings, with the space between them and the character in front. */
function withoutPinyin(text: string): { text: string; count: number } {
  const stray = strayPinyin(text);
  let out = "";
  let from = 0;
  for (const { start, end } of stray) {
    const spaced = new RegExp(String.raw`${HAN}[ \t]+$`, "u").test(text.slice(Math.max(from, start - 8), start));
    out += spaced ? text.slice(from, start).replace(/[ \t]+$/, "") : text.slice(from, start);
    from = end;
    const next = new RegExp(String.raw`^[ \t](?=${HAN})`, "u").exec(text.slice(end, end + 3));
    if (spaced && next !== null) from++;
  }
  return { text: out + text.slice(from), count: stray.length };
}

// Soft hyphen, zero-width signs, marks and overrides of direction, byte order marks, control signs but tab and line feed. The
// joiner stays where it joins signs such as emoji, and where a script needs it.
const INVISIBLE = new RegExp(
  String.raw`[\u00ad\u180e\u200b\u200e\u200f\u061c\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]|[\u0000-\u0008\u000e-\u001f\u007f]|` +
    String.raw`(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}]\ufe0f?)[\u200c\u200d]`,
  "gu",
);
const LINE_END = new RegExp(String.raw`\r\n?|[\u2028\u2029\u000b\u000c]`, "g");

/** Three or more pieces of Chinese with spaces between them. Looked for from the start of a run only: long runs are common. */
const SPACED = new RegExp(String.raw`(?<!${HAN})${HAN}+(?:[ \u3000]{1,2}${HAN}+){2,}`, "gu");
/** A word of two characters set wide in front of a colon: 姓 名：. */
const WIDE_LABEL = new RegExp(String.raw`(?<=^|\n)(${HAN})[ \u3000]{1,4}(${HAN})(?=[:：])`, "gu");

/** Letters set apart (服 务 热 线) joined again; words set apart (张三 李四 王五) stay: their spaces say something. */
function withoutSpaces(text: string): { text: string; count: number } {
  let count = 0;
  const joined = text
    .replace(SPACED, (run) => {
      const pieces = run.split(/[ \u3000]+/);
      const single = pieces.filter((piece) => [...piece].length === 1).length;
      if (3 * single < 2 * pieces.length) return run;
      count += pieces.length - 1;
      return pieces.join("");
    })
    .replace(WIDE_LABEL, (_, first: string, second: string) => {
      count++;
      return first + second;
    });
  return { text: joined, count };
}

const MOST_PASSES = 20;

/** What is joined by one step may be what another step looks for. */
function untilStable(text: string): { text: string; pinyin: number; spaces: number } {
  let [now, pinyin, spaces] = [text, 0, 0];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const read = withoutPinyin(now);
    const spaced = withoutSpaces(read.text);
    if (read.count + spaced.count === 0) break;
    [now, pinyin, spaces] = [spaced.text, pinyin + read.count, spaces + spaced.count];
  }
  return { text: now, pinyin, spaces };
}

/**
 * Cleans text that was scraped or taken out of a page layout: readings in pinyin ({@link strayPinyin}), letters set apart by spaces,
 * invisible signs, odd blanks and repeated blank lines. Nothing that says something is touched. Idempotent.
 */
export function cleanText(text: string): Cleaning {
  let invisible = 0;
  const visible = text
    .replace(LINE_END, "\n")
    .replace(INVISIBLE, () => {
      invisible++;
      return "";
    })
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, " ");
  const { text: joined, pinyin, spaces } = untilStable(visible);
  const tidy = joined
    .replace(/(?<![ \t\u3000])[ \t\u3000]+(?=\n|$)/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
  const removed = [
    { kind: "pinyin" as const, count: pinyin },
    { kind: "spaces" as const, count: spaces },
    { kind: "invisible" as const, count: invisible },
  ];
  return { text: tidy, removed: removed.filter(({ count }) => count > 0) };
}
