import { foldCharacters } from "../text/simplified.js";

/** A text folded for matching, and where each of its units stands in the original. */
export interface Folded {
  readonly text: string;
  /** For every unit of `text`, start and end of the original character it came from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** NFKC, lower case and Traditional → Simplified, character by character, so that offsets can be traced back. */
export function fold(original: string): Folded {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const folded =
      character < "\u0080" ? character.toLowerCase() : foldCharacters(character.normalize("NFKC").toLowerCase());
    for (let i = 0; i < folded.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    text += folded;
    at = end;
  }
  return { text, starts, ends };
}
