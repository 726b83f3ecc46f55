import { normalise } from "../../text/normalise.js";
import { EMOTION_WORDS } from "./words.js";

/** Changes whenever the same text gives other features: a model made with another is refused. */
export const EMOTION_FEATURES = "e1";

/** Characters of a text that count; what follows is not looked at. */
const MAX_LENGTH = 2000;
const LONGEST_GRAM = 4;
/** Weight of a sign beside the grams' two blocks of length 1, chosen by cross-validation. */
const SIGN = 0.7;
const WORD = /\p{Script=Han}|[^\s\p{Script=Han}]+/gu;

/** One text as numbers. */
export interface EmotionFeatures {
  /** Hashes of grams, ascending and distinct: even ones are of characters, odd ones of words. */
  readonly grams: Uint32Array;
  /** Words that tell of feelings and the shape of the text; {@link SIGNS} numbers. */
  readonly signs: Float32Array;
}

/** MurmurHash3's finaliser (Austin Appleby, public domain); the last bit says which block a gram is of. */
function finish(value: number, block: 0 | 1): number {
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (((value ^ (value >>> 16)) & ~1) | block) >>> 0;
}

/** One FNV-1a step over a UTF-16 code unit. */
const mix = (value: number, unit: number): number => Math.imul(value ^ unit, 0x01000193);

function mixAll(value: number, text: string): number {
  for (let at = 0; at < text.length; at++) value = mix(value, text.charCodeAt(at));
  return value;
}

/** From the first Chinese character on; a letter or a mark alone says nothing, a Chinese character does. */
const FIRST_HAN = 0x3400;

function gramsOf(plain: string): Uint32Array {
  const found: number[] = [];
  const marked = `\u0002${plain}\u0003`;
  for (let from = 0; from < marked.length; from++) {
    let value = 0x811c9dc5;
    for (let n = 1; n <= LONGEST_GRAM && from + n <= marked.length; n++) {
      const unit = marked.charCodeAt(from + n - 1);
      value = mix(value, unit);
      if (n > 1 || unit >= FIRST_HAN) found.push(finish(value, 0));
    }
  }
  let previous: string | undefined;
  for (const [match] of plain.matchAll(WORD)) {
    const word = /^[0-9]+$/.test(match) ? "0" : match;
    found.push(finish(mixAll(0x2f0b4c47, word), 1));
    if (previous !== undefined) found.push(finish(mixAll(mixAll(0x2f0b4c47, `${previous} `), word), 1));
    previous = word;
  }
  const sorted = Uint32Array.from(found).sort();
  return sorted.filter((gram, at) => at === 0 || sorted[at - 1] !== gram);
}

const GROUPS = Object.keys(EMOTION_WORDS) as (keyof typeof EMOTION_WORDS)[];
const DENIED = GROUPS.length;
const NEGATION = new Set(["not", "no", "never", "nothing", "without", "cannot"]);

interface WordTable {
  /** Word → the groups it stands in. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** First characters of Chinese words → the length of the longest one. */
  readonly longest: ReadonlyMap<number, number>;
}

let table: WordTable | undefined;

/** Made when it is first needed. */
function wordTable(): WordTable {
  if (table !== undefined) return table;
  const groups = new Map<string, number[]>();
  const longest = new Map<number, number>();
  GROUPS.forEach((name, group) => {
    for (const word of EMOTION_WORDS[name].split(/\s+/)) {
      const known = groups.get(word);
      if (known === undefined) groups.set(word, [group]);
      else if (!known.includes(group)) known.push(group);
      const first = word.charCodeAt(0);
      if (first >= FIRST_HAN) longest.set(first, Math.max(word.length, longest.get(first) ?? 0));
    }
  });
  return (table = { groups, longest });
}

/** Calls `found` for each word of the lists once: Chinese ones wherever they stand, others as whole words. */
function eachWord(plain: string, found: (groups: readonly number[], denied: boolean) => void): void {
  const { groups, longest } = wordTable();
  const seen = new Set<string>();
  const take = (word: string, denied: boolean) => {
    const known = groups.get(word);
    if (known === undefined || seen.has(word)) return;
    seen.add(word);
    found(known, denied);
  };
  const latin = plain.split(/[\s\p{Script=Han}]+/u).filter((word) => word !== "");
  latin.forEach((word, at) => take(word, NEGATION.has(latin[at - 1] ?? "") || NEGATION.has(latin[at - 2] ?? "")));
  for (let from = 0; from < plain.length; from++) {
    const most = longest.get(plain.charCodeAt(from));
    if (most === undefined) continue;
    const denied = /[不没冇唔]/.test(plain.slice(Math.max(0, from - 2), from));
    for (let n = 1; n <= most && from + n <= plain.length; n++) take(plain.slice(from, from + n), denied);
  }
}

/** How often a group counts at most. */
const MOST = 3;
const TIMES =
  /[第都][一二三四五六七八九十两兩几幾\d]+[次遍回个個天]|[二三四五六七八九十两兩几幾\d]+[次遍回]|\b(second|third|fourth|fifth|sixth|\d+th|two|three|four|five|six|\d) times?\b/i;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const flag = (yes: boolean): number => (yes ? 1 : 0);

/** What punctuation, case and length tell, each about 0 … 1.5. */
function shape(text: string): number[] {
  const questions = count(text, /[?？]/g);
  return [
    Math.min(count(text, /[!！]/g), 3) / 2,
    flag(questions > 0),
    flag(questions > 1),
    flag(/[?？][!！]|[!！][?？]/.test(text)),
    flag(/…|\.\.\.|。。/.test(text)),
    flag(/[“”"「」]/.test(text)),
    Math.min(3, count(text, /[,，。;；.]/g)) / 2,
    flag(/\b[A-Z]{3,}\b.*\b[A-Z]{2,}\b/.test(text)),
    flag(/(.)\1\1/u.test(text)),
    flag(/哈哈|haha|呵呵|\blol\b|hhh|233/i.test(text)),
    flag(TIMES.test(text)),
    Math.min(1.5, text.length / 40),
    flag(text.length <= 6),
  ];
}

/** Pairs of groups: praise beside blame is how irony looks. */
function pairs(counts: Float32Array): number[] {
  const has = (...names: (typeof GROUPS)[number][]) => names.some((name) => counts[GROUPS.indexOf(name)]! > 0);
  const good = has("praise", "thanks", "joy");
  const bad = has("bad", "rage");
  return [
    flag(good && has("bad")),
    flag(has("thanks") && has("blame", "bad")),
    flag(has("irony") && has("bad", "blame")),
    flag(!good && !bad && !has("blame", "fear", "danger")),
    flag(has("ask") && !good && !bad && !has("fear")),
    flag(has("fear") && has("danger")),
  ];
}

/** How many numbers `signs` holds. */
export const SIGNS = 2 * GROUPS.length + shape("").length + pairs(new Float32Array(DENIED)).length;

/** Grams of characters (1–4) and of words (1–2) of the normalised text, and signs of the text as it is written. */
export function emotionFeatures(text: string): EmotionFeatures {
  const cut = text.slice(0, MAX_LENGTH);
  const plain = normalise(cut);
  const counts = new Float32Array(2 * DENIED);
  eachWord(plain, (groups, denied) => {
    for (const group of groups) {
      const at = denied ? DENIED + group : group;
      counts[at] = Math.min(MOST, counts[at]! + 1);
    }
  });
  const signs = Float32Array.from([...counts, ...shape(cut), ...pairs(counts)], (sign) => SIGN * sign);
  return { grams: gramsOf(plain), signs };
}
