import type { Random } from "../stats/random.js";
import { toSimplified } from "../text/simplified.js";
import { charactersOf } from "./homophones.js";

/** Characters of a text that a recogniser of speech takes for others. */
const HOMOPHONES = 2;

/**
 * The text with two Chinese characters (one where there is but one) in whose place common ones of the same toneless syllable
 * stand. Same text, readings and state of `random`: same result.
 * @param read the syllable of each character (code point), `undefined` where there is none
 * @param write a common character, which is Simplified, in the writing of the text
 */
export function mishear(
  text: string,
  read: readonly (string | undefined)[],
  random: Random,
  write: (character: string) => string = (character) => character,
): string {
  const characters = [...text];
  const places = characters.flatMap((character, at) => {
    const same = toSimplified(character);
    const others = charactersOf(read[at] ?? "").filter((other) => other !== same);
    return others.length === 0 ? [] : [{ at, others }];
  });
  for (const { at, others } of random.shuffle(places).slice(0, HOMOPHONES)) characters[at] = write(random.pick(others));
  return characters.join("");
}
