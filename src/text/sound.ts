import { isHan } from "./characters.js";
import { mayBeEnglish } from "./english-like.js";
import { cutPinyin } from "./pinyin-run.js";
import { readCharacters } from "./reading.js";

/** How a query is written: `mixed` has characters beside pinyin, or words that may be English or pinyin. */
export type Typed = "han" | "pinyin" | "initials" | "mixed" | "none";

/** A syllable, or several where a run of letters can be cut in more than one way. */
interface Spoken {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly tokens: readonly string[];
}

/**
 * Tokens by which normalised text is found by its sound: toneless syllables of its Han characters (`tui`), pairs of
 * neighbours (`tui'kuan`), the same with what recognisers and southern accents confuse made one ({@link foldSyllable};
 * pairs only, where that differs), and the initials of a pair (`TK`). Words of other scripts part what stands around
 * them; spaces do not.
 */
export function soundTokens(normalised: string): string[] {
  const tokens: string[] = [];
  let previous: string | undefined;
  const spoken = spellNumbers(normalised);
  const read = readCharacters(spoken);
  let at = 0;
  for (const character of spoken) {
    const syllable = read[at++];
    if (syllable === undefined) {
      if (character !== " ") previous = undefined;
      continue;
    }
    tokens.push(syllable);
    if (previous !== undefined) {
      for (const token of pairTokens(previous, syllable)) tokens.push(token);
    }
    previous = syllable;
  }
  return tokens;
}

// Han as plain ranges: a pattern with \p{…} takes milliseconds to compile at every start.
const PARTS = /[\u3005\u3007\u3400-\u9fff\uf900-\ufaff]+|[a-z\u00fc]+|[^ ]/gu;

/**
 * Tokens by which a normalised query is looked up among {@link soundTokens}, and how it is written. Han is read; words that
 * are pinyin are cut, in more than one way where it is ambiguous; two to eight consonants and nothing else are taken for
 * initials (tk). Text that reads as English gives nothing.
 */
export function soundQuery(normalised: string): { tokens: string[]; typed: Typed } {
  const han = hasHan(normalised);
  const parts = spellNumbers(normalised).match(PARTS) ?? [];
  const initials = han ? undefined : readInitials(normalised);
  if (initials !== undefined) return { tokens: initials, typed: "initials" };
  const typed = judge(parts, han);
  const spoken = parts.flatMap((part): (Spoken | undefined)[] => {
    if (isHan(part.codePointAt(0)!)) return readCharacters(part).map(speak);
    return [typed === "none" || typed === "han" || part.length < 1 ? undefined : cut(part)];
  });
  const tokens: string[] = [];
  spoken.forEach((one, at) => {
    if (one === undefined) return;
    tokens.push(...one.tokens);
    for (const a of spoken[at - 1]?.last ?? []) {
      // The last one is of the initials, which only a text is found by.
      for (const b of one.first) {
        const pair = pairTokens(a, b);
        for (let k = 0; k < pair.length - 1; k++) tokens.push(pair[k]!);
      }
    }
  });
  return { tokens, typed: tokens.length === 0 ? "none" : typed };
}

function hasHan(text: string): boolean {
  for (const character of text) if (isHan(character.codePointAt(0)!)) return true;
  return false;
}

/** How a normalised text is written, and which of its words are pinyin. */
export function pinyinWordsOf(normalised: string): (word: string) => boolean {
  if (!/[a-z\u00fc]/.test(normalised)) return () => false;
  const { typed } = soundQuery(normalised);
  return (word) => (typed === "pinyin" || typed === "mixed") && cutPinyin(word) !== undefined;
}

/**
 * The class of syllables that are taken for one another: zh/z, ch/c, sh/s, n/l/r, hu-/f- (hui, fei), -ng/-n after a, e, i.
 */
function foldSyllable(syllable: string): string {
  let folded = folds.get(syllable);
  if (folded === undefined) folds.set(syllable, (folded = fold(syllable)));
  return folded;
}

const folds = new Map<string, string>();

function fold(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, "$1")
    .replace(/^[nr](?=.)/, "l")
    .replace(/^hu$/, "fu")
    .replace(/^hui$/, "fei")
    .replace(/^huo$/, "fo")
    .replace(/^hun$/, "fen")
    .replace(/^hong$/, "feng")
    .replace(/^hua/, "fa")
    .replace(/([aei])ng$/, "$1n");
}

/** Numbers below a hundred as they are said: `normalise` has made digits of numerals. */
function spellNumbers(normalised: string): string {
  return normalised.replace(/(?<![\d.a-z])([1-9]?\d)(?![\d.a-z])/g, (number: string, _: string, at: number) => {
    const [tens, ones] = [Math.floor(Number(number) / 10), Number(number) % 10];
    if (tens === 0) return ones === 2 && normalised[at - 1] !== "第" ? "两" : NUMERALS[ones]!;
    return `${tens > 1 ? NUMERALS[tens]! : ""}十${ones > 0 ? NUMERALS[ones]! : ""}`;
  });
}

const NUMERALS = [..."零一二三四五六七八九"];

/** By both syllables: there are some 400, and texts hold the same pairs again and again. */
const pairs = new Map<string, Map<string, readonly string[]>>();

/** Tokens of two neighbours in an indexed text. */
function pairTokens(a: string, b: string): readonly string[] {
  let some = pairs.get(a);
  if (some === undefined) pairs.set(a, (some = new Map()));
  let found = some.get(b);
  if (found === undefined) {
    const made: string[] = [];
    pushPair(made, a, b);
    made.push((a[0]! + b[0]!).toUpperCase());
    some.set(b, (found = made));
  }
  return found;
}

function pushPair(tokens: string[], a: string, b: string): void {
  const exact = `${a}'${b}`;
  const folded = `${foldSyllable(a)}'${foldSyllable(b)}`;
  tokens.push(exact);
  if (folded !== exact) tokens.push(folded);
}

const spokenSyllables = new Map<string, Spoken>();

function speak(syllable: string | undefined): Spoken | undefined {
  if (syllable === undefined) return undefined;
  let spoken = spokenSyllables.get(syllable);
  if (spoken === undefined) {
    const alone = [syllable];
    spokenSyllables.set(syllable, (spoken = { first: alone, last: alone, tokens: alone }));
  }
  return spoken;
}

function cut(word: string): Spoken | undefined {
  const found = cutPinyin(word);
  if (found === undefined) return undefined;
  const tokens = [...new Set(found.syllables)];
  for (const [a, b] of found.pairs) pushPair(tokens, a, b);
  return { first: found.first, last: found.last, tokens };
}

/** Letters of words that are pinyin against those of words that are not; words that may be both count for neither. */
function judge(parts: readonly string[], han: boolean): Typed {
  const count = { pinyin: 0, other: 0, both: 0 };
  const words = parts.filter((part) => /^[a-z\u00fc]/.test(part));
  for (const word of words) {
    if (mayBeEnglish(word)) count.both += word.length;
    else count[cutPinyin(word) === undefined ? "other" : "pinyin"] += word.length;
  }
  if (han) return count.pinyin > 0 ? "mixed" : "han";
  if (count.pinyin === 0) return words.length === 1 && count.both > 0 ? "mixed" : "none";
  if (count.pinyin >= count.other) return "pinyin";
  return count.pinyin >= 0.4 * count.other ? "mixed" : "none";
}

const NO_INITIALS = /^(?:my|by|why|try|cry|dry|fly|sky|ty|thx|pls)$/;

/** Pairs of initials where the text is nothing but consonants that a syllable may begin with. */
function readInitials(normalised: string): string[] | undefined {
  const letters = normalised.replaceAll(" ", "");
  if (!/^[bpmfdtnlgkhjqxzcsryw]{2,8}$/.test(letters) || NO_INITIALS.test(letters)) return undefined;
  const upper = letters.toUpperCase();
  return Array.from({ length: upper.length - 1 }, (_, at) => upper.slice(at, at + 2));
}
