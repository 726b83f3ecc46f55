import { withoutCourtesy } from "../../text/courtesy.js";
import { normalise } from "../../text/normalise.js";
import { soundQuery, type Typed } from "../../text/sound.js";
import { lexicalTokens } from "../../text/tokens.js";
import { isEnglishFunctionToken, isFunctionToken } from "./function-words.js";
import type { WeightedTerm } from "../index/field-search.js";
import type { SearchBackend } from "./search-backend.js";
import { tokensOfWord } from "./word-tokens.js";

/** A query as the search sees it. */
export interface Query {
  /** As given, without the politeness around it, cut where it is too long. */
  readonly text: string;
  /** `text`, `normalise`d; empty when there is nothing to search for. */
  readonly normalised: string;
  /** All that was given, `normalise`d: an entry's question may be polite too. */
  readonly whole: string;
  /** For the index of questions: every token. */
  readonly questionTerms: readonly WeightedTerm[];
  /** For the index of bodies: without the words that only ask, and worth no more than among the questions. */
  readonly bodyTerms: readonly WeightedTerm[];
  /** For the index of sounds. */
  readonly soundTerms: readonly WeightedTerm[];
  /** In characters, or by their sound. */
  readonly typed: Typed;
  /** Sum of the idf of the question terms, in nats: how much the query says, given this knowledge base. */
  readonly information: number;
  /** Lexical terms that no entry holds. */
  readonly unheld: ReadonlySet<string>;
}

/** What a query is weighed by. */
export type Worths = Pick<SearchBackend, "idf" | "size">;

/** Longer queries are cut: no caller's question needs more, and time must not depend on who writes the text. */
const MAX_CHARACTERS = 600;
const BITS = 64;
/**
 * English words that only ask or join are worth no more, in nats. In a base with few English questions they are as rare as those that
 * tell, and "how do I …" would fit whatever is asked so.
 */
const MOST_OF_ENGLISH_FUNCTION = 1.5;

/**
 * A text made ready for search: politeness off, in normal form, cut at `MAX_CHARACTERS`, its words and sounds with their
 * worth (idf)
 * in this index.
 * @param backend asked once, for all words
 */
export async function analyseQuery(text: string, backend: Worths): Promise<Query> {
  const given = text.slice(0, 2 * MAX_CHARACTERS);
  const cut = withoutCourtesy(given);
  const normalised = normalise(cut).slice(0, MAX_CHARACTERS);
  const whole = cut === given ? normalised : normalise(given).slice(0, MAX_CHARACTERS);
  const counts = countsOf(lexicalTokens(normalised));
  const terms = [...counts.keys()];
  const { tokens, typed } = soundQuery(normalised);
  // Asked in one go: a server gets one statement.
  const [inQuestions, inBodies, soundTerms] = await Promise.all([
    backend.idf("questions", terms),
    backend.idf("bodies", terms),
    weigh(tokens, backend),
  ]);
  const questionTerms: WeightedTerm[] = [];
  const bodyTerms: WeightedTerm[] = [];
  for (const at of rarestFirst(terms, inQuestions)) {
    const term = terms[at]!;
    const count = counts.get(term)!;
    const idf = worthOf(term, inQuestions[at]!);
    // Where a query has more than 64 telling terms, the rarest get the bits.
    const telling = !isFunctionToken(term);
    const bit = telling && bodyTerms.length < BITS ? bodyTerms.length : -1;
    const weighted = { term, count, idf, bit };
    questionTerms.push(weighted);
    if (telling) bodyTerms.push(inBodies[at]! < idf ? { term, count, idf: inBodies[at]!, bit } : weighted);
  }
  const information = questionTerms.reduce((sum, { idf }) => sum + idf, 0);
  const [most, mostInBodies] = [unknownIdf(backend.size.questions), unknownIdf(backend.size.entries)];
  const unheld = new Set(terms.filter((_, at) => inQuestions[at]! >= most && inBodies[at]! >= mostInBodies));
  return { text: cut, normalised, whole, questionTerms, bodyTerms, soundTerms, typed, information, unheld };
}

/** Terms of the index of sounds. */
async function weigh(tokens: readonly string[], backend: Worths): Promise<WeightedTerm[]> {
  const counts = countsOf(tokens);
  const terms = [...counts.keys()];
  const worth = await backend.idf("sound", terms);
  return terms.map((term, at) => ({ term, count: counts.get(term)!, idf: worth[at]!, bit: -1 }));
}

function countsOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

const worthOf = (term: string, idf: number): number =>
  idf > MOST_OF_ENGLISH_FUNCTION && isEnglishFunctionToken(term) ? MOST_OF_ENGLISH_FUNCTION : idf;

/** Places of terms from the rarest on, of equal ones by their text. */
function rarestFirst(terms: readonly string[], idf: Float64Array): number[] {
  return terms.map((_, at) => at).sort((a, b) => idf[b]! - idf[a]! || (terms[a]! < terms[b]! ? -1 : 1));
}

/** The idf of a term that no document has, but for rounding. */
export const unknownIdf = (documents: number): number => Math.log(1 + (documents + 0.5) / 0.5) - 1e-6;

/** Whether no entry holds a word of the query. One of several characters is known by its pairs: the characters alone stand in other words too. */
export function isUnheld(word: string, unheld: ReadonlySet<string>): boolean {
  const tokens = tokensOfWord(word);
  const alone = tokens.every((token) => token.length <= 1);
  return tokens.every((token) => (!alone && token.length <= 1) || unheld.has(token));
}
