import { isHan } from "./characters.js";
import { conceptsOf } from "./concepts.js";
import { stem } from "./stem.js";

/** Changes whenever {@link lexicalTokens} or `normalise` gives other tokens: an index made with another is refused. */
export const TOKENISER_VERSION = "t5";

const NUMBER = /^\d+(?:\.\d+)*$/;
const WORD_AND_NUMBER = /^([a-z]{3,})(\d+)$/;

/**
 * Lexical tokens of a text that `normalise` has been through, in order, repeats kept: Han characters and the pairs of
 * neighbours within a run of them; Latin words (English ones stemmed lightly) and numbers (`4.5` whole). A word with a
 * number at its end also gives both parts (`iphone15`, `iphon`, `15`), so that it meets `iphone 15`; a number also gives a
 * pair with the Han character after it (`3天`), with or without a space between them. After these, what the text speaks of in
 * words that others have, too: see `conceptsOf`.
 */
export function lexicalTokens(normalised: string): string[] {
  const tokens = tokensOf(normalised, true);
  tokens.push(...conceptsOf(normalised));
  return tokens;
}

/** {@link lexicalTokens} without those of Han characters only, and without concepts. */
export function otherTokens(normalised: string): string[] {
  return tokensOf(normalised, false);
}

function tokensOf(normalised: string, withHan: boolean): string[] {
  const tokens: string[] = [];
  let word = "";
  let han = "";
  // The word before a Han character, a space between them or not.
  let before = "";
  for (const character of normalised) {
    if (isHan(character.codePointAt(0)!)) {
      if (word !== "") pushWord(tokens, word);
      if (word !== "") before = word;
      word = "";
      if (withHan) tokens.push(character);
      if (before !== "" && NUMBER.test(before)) tokens.push(before + character);
      before = "";
      if (withHan && han !== "") tokens.push(han + character);
      han = character;
      continue;
    }
    han = "";
    if (character !== " ") word += character;
    else if (word !== "") {
      pushWord(tokens, word);
      before = word;
      word = "";
    }
  }
  if (word !== "") pushWord(tokens, word);
  return tokens;
}

/**
 * All substrings of `min` to `max` characters (code points) of the text with one space put before and after it, so that
 * the grams at the ends are marked; none that is only a space.
 */
export function charGrams(normalised: string, min: number, max: number): string[] {
  const characters = [...` ${normalised} `];
  const grams: string[] = [];
  for (let start = 0; start < characters.length; start++) {
    let gram = "";
    for (let length = 1; length <= max && start + length <= characters.length; length++) {
      gram += characters[start + length - 1]!;
      if (length >= min && gram !== " " && gram !== "  ") grams.push(gram);
    }
  }
  return grams;
}

function pushWord(tokens: string[], word: string): void {
  tokens.push(stem(word));
  const parts = WORD_AND_NUMBER.exec(word);
  if (parts !== null) tokens.push(stem(parts[1]!), parts[2]!);
}
