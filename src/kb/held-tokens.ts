import { isHan } from "../text/characters.js";
import { otherTokens } from "../text/tokens.js";

/** The lexical tokens of a text, in little room: those of Han characters stand in the text as they are. */
export interface HeldTokens {
  /** Normalised. */
  readonly text: string;
  /** The others: words, numbers. */
  readonly words: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const OTHER = /[^\u4e00-\u9fff ]/;

/** @param text normalised */
export function heldTokens(text: string): HeldTokens {
  const words = OTHER.test(text) ? otherTokens(text) : [];
  return { text, words: words.length === 0 ? NONE : new Set(words) };
}

/** Whether the token is among the lexical tokens of the text. */
export function holds({ text, words }: HeldTokens, { term, han }: { term: string; han: boolean }): boolean {
  return han ? text.includes(term) : words.has(term);
}

/** A token of one Han character or several; only neighbours make such a token, so that it stands in the text whole. */
export function isHanOnly(token: string): boolean {
  for (const character of token) if (!isHan(character.codePointAt(0)!)) return false;
  return true;
}
