import { isHan } from "../../text/characters.js";
import { lookAlikes } from "../../text/look-alikes.js";
import type { Source } from "./sound-repair.js";

/** Places of a query that may be slips of the hand. */
export interface Doubts {
  /** Offsets of Chinese characters that stand beside neither neighbour in any entry, nor make a word with it. */
  readonly strange: ReadonlySet<number>;
  /** Offsets of characters that are there twice, likewise. */
  readonly doubled: ReadonlySet<number>;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
  /** Weight of the sources that speak for it. */
  readonly votes: number;
}

/** Two characters in the wrong order say more than one that looks like another. */
const SWAPPED = 4 / 3;
/** One source that has little to do with the query tells nothing. */
const LEAST = 0.2;

/**
 * Chinese with its slips mended: a character that is there twice, neighbours that stand the other way round in the sources, and
 * characters that look like one that does. (A character that is missing is put in later, where texts of the likeliest entries are looked at: see `putInMissing`.)
 * @param sources texts that the query may be about
 * @returns `undefined` where nothing is to be mended
 */
export function repairSlips(
  text: string,
  { strange, doubled }: Doubts,
  sources: readonly Source[],
): string | undefined {
  let out = "";
  let written = 0;
  for (const at of [...new Set([...strange, ...doubled])].sort((a, b) => a - b)) {
    if (at < written) continue;
    const edits: Edit[] = doubled.has(at)
      ? [{ start: at, end: at + 1, to: "", votes: Infinity }]
      : editsAt(text, at, written, sources);
    const best = edits.reduce<Edit | undefined>((a, b) => (a !== undefined && a.votes >= b.votes ? a : b), undefined);
    if (best === undefined || best.votes < LEAST) continue;
    out += text.slice(written, best.start) + best.to;
    written = best.end;
  }
  return written === 0 ? undefined : out + text.slice(written);
}

/** What the character at a place may have been meant for. @param from what is before this is mended already */
function editsAt(text: string, at: number, from: number, sources: readonly Source[]): Edit[] {
  const han = (place: number): string =>
    place >= from && place < text.length && isHan(text.charCodeAt(place)) ? text[place]! : "";
  const votes = (a: string, b: string): number =>
    a === "" || b === "" || a === b
      ? 0
      : sources.reduce((sum, source) => (source.text.normalised.includes(a + b) ? sum + source.weight : sum), 0);
  const swap = (start: number): Edit[] => {
    const [a, b] = [han(start), han(start + 1)];
    const inside = votes(b, a);
    const around = inside === 0 ? 0 : votes(han(start - 1), b) + votes(a, han(start + 2));
    return inside === 0 ? [] : [{ start, end: start + 2, to: b + a, votes: SWAPPED * (inside + around) }];
  };
  const alike = lookAlikes(text[at]!).map((other) => ({
    ...{ start: at, end: at + 1, to: other },
    votes: votes(han(at - 1), other) + votes(other, han(at + 1)),
  }));
  return [...swap(at), ...swap(at - 1), ...alike];
}
