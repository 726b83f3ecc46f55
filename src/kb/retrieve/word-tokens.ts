import { isConcept } from "../../text/concepts.js";
import { lexicalTokens } from "../../text/tokens.js";

/** Queries hold the same words again and again. */
const lately = new Map<string, readonly string[]>();
const MOST_KEPT = 5000;

/** The lexical tokens of a single word of normalised text; a concept is its own. */
export function tokensOfWord(word: string): readonly string[] {
  let tokens = lately.get(word);
  if (tokens === undefined) {
    tokens = isConcept(word) ? [word] : lexicalTokens(word);
    if (lately.size >= MOST_KEPT) lately.clear();
    lately.set(word, tokens);
  }
  return tokens;
}
