import { isHan } from "../../text/characters.js";
import { EVERYWHERE } from "./function-words.js";
import type { Query } from "./query.js";

/** Questions that a query may be one of, in normal form. */
export interface Wordings {
  /** Only asked for where something may be missing. */
  texts(): readonly string[];
  /** How much speaks for them, 0…1. */
  readonly weight: number;
}

/** Of a longer query enough is left when a character is missing. */
const LONGEST = 10;
/** One question that has little to do with the query tells nothing. */
const LEAST = 0.2;

/**
 * A short Chinese query with the characters that are missing in it (地下室没号, 宽报修): between two that stand side by side in no
 * entry, the one that stands between them in the questions that are nearest. What is missing at either end is not put in, nor what
 * may be left out without harm.
 * @param isWord whether two characters are a word though no entry has it
 * @returns `undefined` where nothing is missing
 */
export function putInMissing(
  { normalised, unheld }: Pick<Query, "normalised" | "unheld">,
  nearest: readonly Wordings[],
  isWord: (pair: string) => boolean,
): string | undefined {
  if (normalised.length > LONGEST) return undefined;
  let out = "";
  let from = 0;
  for (let at = 0; at + 1 < normalised.length; at++) {
    const pair = normalised.slice(at, at + 2);
    if (!unheld.has(pair) || !isHanAt(pair, 0) || !isHanAt(pair, 1) || isWord(pair)) continue;
    const missing = between(pair, nearest);
    if (missing === undefined) continue;
    out += normalised.slice(from, at + 1) + missing;
    from = at + 1;
  }
  return from === 0 ? undefined : out + normalised.slice(from);
}

/** The character that most speaks for between the two of a pair. */
function between(pair: string, nearest: readonly Wordings[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { texts, weight } of nearest) {
    for (const character of new Set(texts().flatMap((text) => insidePair(pair, text))))
      votes.set(character, (votes.get(character) ?? 0) + weight);
  }
  let [best, most] = [undefined as string | undefined, 0];
  for (const [character, sum] of votes) if (sum >= LEAST && sum > most) [best, most] = [character, sum];
  return best;
}

function insidePair(pair: string, text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(pair[0]!); at >= 0; at = text.indexOf(pair[0]!, at + 1)) {
    const character = text[at + 1] ?? "";
    if (text[at + 2] === pair[1] && isHanAt(character, 0) && !EVERYWHERE.has(character)) found.push(character);
  }
  return found;
}

const isHanAt = (text: string, at: number): boolean => isHan(text.charCodeAt(at));
