import { readSyllables, syllableNumber, syllableOf } from "../../text/reading.js";
import type { SpokenPart } from "../../text/spoken.js";

/** A part of a query: a character or a word of pinyin, or text without a sound. */
export interface QueryPart extends SpokenPart {
  /** It is right as it is written: it may help to find what its neighbours are, and stays. */
  readonly trusted: boolean;
}

/** A text as it is read. */
export interface ReadText {
  readonly normalised: string;
  /** See {@link readSyllables}. */
  readonly syllables: Uint16Array;
}

/** Text in which the words of a query are looked for. */
export interface Source {
  readonly text: ReadText;
  /** How likely it is to hold them; of a source that has nothing to do with the query 0. */
  readonly weight: number;
}

/** @param normalised by `normalise` */
export function readText(normalised: string): ReadText {
  return { normalised, syllables: readSyllables(normalised) };
}

/** Characters of sources that sound like letters `from` … `to` of the query. */
interface Match {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly length: number;
  votes: number;
  /** The last one that voted: a source votes once. */
  source: Source;
}

/** By where they start, by text. */
type Found = Map<number, Map<string, Match>>;

/** Runs of more characters than this are found as several. */
const LONGEST = 12;

/**
 * Writes a query that was typed in pinyin or misheard with the characters of texts that sound like it: the longest runs
 * of at least two characters, and of equally long ones those that more of the sources have. Parts that nothing sounds like stay as they
 * are; so do trusted ones.
 * @param initials the query is one letter a syllable
 * @returns the text, parts of letters apart by spaces; `undefined` where nothing was found
 */
export function repairBySound(
  parts: readonly QueryPart[],
  sources: readonly Source[],
  initials = false,
): string | undefined {
  const line = layOut(parts, initials);
  const found: Found = new Map();
  for (const source of sources) matchesIn(source, line, found);
  if (found.size === 0) return undefined;
  const path = cover(line, found);
  return path.length === 0 ? undefined : write(parts, path);
}

/** The letters of all parts in a row. */
interface Line {
  readonly letters: string;
  /** What may stand at an offset: nothing, the edge of a syllable, or the edge of a part, which must. */
  readonly places: Uint8Array;
  /** The part that starts at an offset. */
  readonly starts: ReadonlyMap<number, QueryPart>;
  /** One letter a syllable. */
  readonly initials: boolean;
  /** Offsets from which a match may start, one for each syllable that may stand there. */
  readonly openings: readonly Opening[];
  /** The openings of a syllable, by its number. */
  readonly bySyllable: readonly (readonly Opening[] | undefined)[];
}

interface Opening {
  readonly from: number;
  /** As it is written; where one letter stands for a syllable, that letter. */
  readonly letters: string;
  /** Where it stands in the text that is looked into. */
  readonly found: number[];
}

const EDGE = 1;
const PART = 2;
/** The edge of a part before which a sentence or clause ends. */
const PAUSE = 3;
/** Stands for a part without sound: no syllable has it. */
const BARRIER = " ";

function layOut(parts: readonly QueryPart[], initials: boolean): Line {
  const letters = parts.map((part) => part.letters || BARRIER).join("");
  const places = new Uint8Array(letters.length + 1);
  const starts = new Map<number, QueryPart>();
  let at = 0;
  let before: QueryPart | undefined;
  for (const part of parts) {
    for (const place of part.places) places[at + place] = EDGE;
    starts.set(at, part);
    places[at] = before !== undefined && isPause(before, part) ? PAUSE : PART;
    at += part.letters.length || 1;
    places[at] = PART;
    before = part;
  }
  const openings = openingsOf(parts, letters, places);
  return { letters, places, starts, initials, openings, bySyllable: bySyllable(openings, initials) };
}

/** Parts before a doubtful one with which a match may start: more of them tell no more. */
const LEAD = 3;
const LONGEST_SYLLABLE = 6;

function openingsOf(parts: readonly QueryPart[], letters: string, places: Uint8Array): Line["openings"] {
  const openings: Opening[] = [];
  let start = 0;
  parts.forEach((part, number) => {
    const doubtful = parts.slice(number, number + LEAD + 1).some((one) => !one.trusted && one.letters !== "");
    for (let from = start; doubtful && from < start + part.letters.length; from++) {
      if (places[from] === 0) continue;
      const most = Math.min(LONGEST_SYLLABLE, start + part.letters.length - from);
      for (let end = from + 1; end <= from + most; end++) {
        if (places[end] !== 0) openings.push({ from, letters: letters.slice(from, end), found: [] });
      }
    }
    start += part.letters.length || 1;
  });
  return openings;
}

/** Words of pinyin are written apart, characters only where there was a comma. */
function isPause(before: QueryPart, part: QueryPart): boolean {
  return part.at > before.at + before.text.length && !isLatin(before) && !isLatin(part);
}

const isLatin = ({ text }: QueryPart): boolean => /^[\x21-\x7e]/.test(text);

/** Openings by the numbers of the syllables that they may be: of a letter that stands for a syllable all that begin with it. */
function bySyllable(openings: readonly Opening[], initials: boolean): Line["bySyllable"] {
  const found: Opening[][] = [];
  for (const opening of openings) {
    const { letters } = opening;
    for (const number of initials ? syllablesFrom(letters) : [syllableNumber(letters)]) {
      if (number > 0) (found[number] ??= []).push(opening);
    }
  }
  return found;
}

function syllablesFrom(letter: string): number[] {
  const numbers: number[] = [];
  for (let number = 1, one; (one = syllableOf(number)) !== undefined; number++)
    if (one.startsWith(letter)) numbers.push(number);
  return numbers;
}

function matchesIn(source: Source, line: Line, found: Found): void {
  const { syllables } = source.text;
  for (let at = 0; at < syllables.length; at++) {
    const openings = line.bySyllable[syllables[at]!];
    if (openings !== undefined) for (const opening of openings) opening.found.push(at);
  }
  for (const opening of line.openings) {
    for (const first of opening.found) extend(found, line, source, opening.from, first);
    opening.found.length = 0;
  }
}

/** Every run that starts at one place of the query and one character of a source. */
function extend(found: Found, line: Line, source: Source, from: number, first: number): void {
  const { normalised, syllables } = source.text;
  let at = from;
  let doubtful = false;
  for (let length = 1; length <= LONGEST; length++) {
    const whole = syllableOf(syllables[first + length - 1] ?? 0);
    const syllable = line.initials ? whole?.[0] : whole;
    if (length > 1 && line.places[at] === PAUSE) return;
    if (syllable === undefined || !line.letters.startsWith(syllable, at)) return;
    const end = at + syllable.length;
    if (line.places[end] === 0 || hasPartInside(line, at, end)) return;
    const part = line.starts.get(at);
    if (part?.trusted === true) {
      if (part.text !== normalised[first + length - 1]) return;
    } else doubtful = true;
    at = end;
    if (length > 1 && doubtful) vote(found, source, from, at, normalised.slice(first, first + length));
  }
}

function vote(found: Found, source: Source, from: number, to: number, text: string): void {
  let some = found.get(from);
  if (some === undefined) found.set(from, (some = new Map()));
  const match = some.get(text);
  if (match === undefined) some.set(text, { from, to, text, length: text.length, votes: source.weight, source });
  else if (match.source !== source) {
    match.votes += source.weight;
    match.source = source;
  }
}

function hasPartInside(line: Line, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (line.places[at]! >= PART) return true;
  return false;
}

/** The matches that cover the query best, from left to right. */
function cover(line: Line, matches: Found): Match[] {
  const size = line.letters.length;
  const best = new Float64Array(size + 1).fill(-Infinity);
  const taken = new Array<Match | undefined>(size + 1);
  const previous = new Int32Array(size + 1);
  best[0] = 0;
  for (let at = 0; at < size; at++) {
    if (best[at] === -Infinity) continue;
    // Letters may be passed over one by one: what is left of a part then stays as it is.
    if (best[at]! > best[at + 1]!) [best[at + 1], previous[at + 1], taken[at + 1]] = [best[at]!, at, undefined];
    for (const match of matches.get(at)?.values() ?? []) {
      const value = best[at]! + worth(match);
      if (value > best[match.to]!) [best[match.to], previous[match.to], taken[match.to]] = [value, at, match];
    }
  }
  const path: Match[] = [];
  for (let at = size; at > 0; at = previous[at]!) if (taken[at] !== undefined) path.push(taken[at]!);
  return path.reverse();
}

/** One long run beats several short ones; votes decide among equals. */
function worth({ length, votes }: Match): number {
  return length - 0.6 + 0.1 * Math.log2(1 + votes);
}

/** Parts with what was found in the place of some; where there were spaces, and between words of letters, there are some. */
function write(parts: readonly QueryPart[], path: readonly Match[]): string {
  let out = "";
  let [at, next, written] = [0, 0, 0];
  for (const part of parts) {
    const end = at + (part.letters.length || 1);
    if (part.at > written || isLatin(part)) out += " ";
    if (path.some(({ from, to }) => from < end && to > at)) {
      for (let match = path[next]; match !== undefined && match.from < end; match = path[++next]) out += match.text;
    } else out += part.text;
    written = part.at + part.text.length;
    at = end;
  }
  return out.replace(/ +/g, " ").trim();
}
