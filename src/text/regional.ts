import { Conversion } from "./conversion.js";
import { REGIONAL_WORDS } from "./regional-words.js";

const regional = new Conversion([REGIONAL_WORDS]);

/**
 * Words that the mainland, Taiwan and Hong Kong have for the same thing, made one (软体, 软件 → 软件), for matching only: some
 * of them mean more than that one thing. Of text in folded characters; idempotent.
 */
export function foldRegionalWords(folded: string): string {
  let text = folded;
  // What a word becomes may make another with what stands beside it.
  for (let pass = 0; pass < 4; pass++) {
    const next = regional.convert(text);
    if (next === text) break;
    text = next;
  }
  return text;
}
