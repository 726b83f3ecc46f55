import { ENGLISH_WORDINGS } from "./english-wordings.js";
import { ENGLISH_WORDINGS_IN_PUBLIC } from "./english-wordings-in-public.js";
import { stem } from "./stem.js";

/** A wording: the stems after its first, and what it stands for. */
interface Wording {
  readonly rest: readonly string[];
  readonly concept: string;
}

interface Word {
  readonly stem: string;
  /** Those that begin with it, long ones first. */
  readonly wordings: readonly Wording[];
  /** It may stand within one. */
  readonly within: boolean;
}

/** Words that may stand within a wording: get *my* money back, send *it* back. */
const WITHIN = new Set("a an the my your our his her its their this that some any i it them me us you".split(" "));
const NONE: readonly Wording[] = [];
const [A, Z] = [0x61, 0x7a];

let known: ReadonlyMap<string, readonly Wording[]> | undefined;
/** Texts hold the same words again and again. */
const lately = new Map<string, Word>();
const MOST_KEPT = 5000;
/** By a hash of the first four letters of a word: whether a wording may begin with it. Most words are none, and time goes into finding out. */
let starts: Uint8Array | undefined;
const MASK = 0xffff;

/** Of the word from `at` up to `end`. */
function startOf(text: string, at: number, end: number): number {
  let start = 0;
  for (let letter = at; letter < end && letter < at + 4; letter++) start = start * 31 + text.charCodeAt(letter);
  return start & MASK;
}

/** A stem is how its words begin, but for a y that stands for i (try, tried). */
function readStarts(): Uint8Array {
  const made = new Uint8Array(MASK + 1);
  for (const first of (known ??= read()).keys()) {
    const begins = first.endsWith("y") ? [first, `${first.slice(0, -1)}i`] : [first];
    for (const begin of begins) {
      made[startOf(begin, 0, begin.length)] = 1;
      if (begin.length !== 3) continue;
      for (let unit = A; unit <= Z; unit++) made[startOf(begin + String.fromCharCode(unit), 0, 4)] = 1;
    }
  }
  return made;
}

function read(): ReadonlyMap<string, readonly Wording[]> {
  const byFirst = new Map<string, Wording[]>();
  for (const group of `${ENGLISH_WORDINGS}|${ENGLISH_WORDINGS_IN_PUBLIC}`.split("|")) {
    const [name, ...wordings] = group.split(", ");
    const concept = name!.replaceAll(" ", "-");
    // A name in Chinese is that of a group of Chinese wordings: callers may ask in another language than the entries are in.
    if (name!.charCodeAt(0) <= Z) wordings.push(name!);
    for (const text of wordings) {
      const [first, ...rest] = text.split(" ").map(stem);
      const wording = { rest, concept };
      const others = byFirst.get(first!);
      if (others === undefined) byFirst.set(first!, [wording]);
      else others.push(wording);
    }
  }
  for (const wordings of byFirst.values()) wordings.sort((a, b) => b.rest.length - a.rest.length);
  return byFirst;
}

function wordOf(text: string): Word {
  let word = lately.get(text);
  if (word === undefined) {
    const stemmed = stem(text);
    known ??= read();
    word = { stem: stemmed, wordings: known.get(stemmed) ?? NONE, within: WITHIN.has(text) };
    if (lately.size >= MOST_KEPT) lately.clear();
    lately.set(text, word);
  }
  return word;
}

const isLetter = (unit: number): boolean => unit >= A && unit <= Z;

function endOfWord(text: string, at: number): number {
  let end = at;
  while (isLetter(text.charCodeAt(end))) end++;
  return end;
}

/** Where the words of a wording end that follow its first, −1 where others do. */
function endOf(rest: readonly string[], text: string, from: number): number {
  let end = from;
  let met = 0;
  while (met < rest.length) {
    const start = end + 1;
    end = endOfWord(text, start);
    if (end === start) return -1;
    const word = wordOf(text.slice(start, end));
    if (word.within) continue;
    if (word.stem !== rest[met]) return -1;
    met++;
  }
  return end;
}

/**
 * What the English words of a text stand for, in order, repeats kept: `退款` for `get my money back` and `reimbursed`. Words are
 * compared by their stems; one that a longer wording holds (the `card` of `lost card`) stands for nothing by itself.
 * @param normalised by `normalise`
 */
export function englishConcepts(normalised: string): string[] {
  const concepts: string[] = [];
  const begins = (starts ??= readStarts());
  let covered = 0;
  for (let at = 0, end: number; at < normalised.length; at = end + 1) {
    end = endOfWord(normalised, at);
    if (end - at < 2 || begins[startOf(normalised, at, end)] === 0) continue;
    const { wordings } = wordOf(normalised.slice(at, end));
    for (const { rest, concept } of wordings) {
      if (rest.length === 0) {
        if (at >= covered) concepts.push(concept);
        continue;
      }
      const last = endOf(rest, normalised, end);
      if (last < 0) continue;
      concepts.push(concept);
      covered = Math.max(covered, last);
    }
  }
  return concepts;
}
