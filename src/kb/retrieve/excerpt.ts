import { normalise } from "../../text/normalise.js";
import { type Sentence, sentencesOf } from "../../text/sentences.js";
import { lexicalTokens } from "../../text/tokens.js";
import { expectedAnswers } from "./expected-answer.js";
import { isEnglishFunctionToken, isFunctionToken } from "./function-words.js";

/** The sentence of a passage that says what a query asks, in UTF-16 units of the passage. */
export interface Excerpt extends Sentence {
  /** Share of what the query asks for that stands in the sentence: 0…1. */
  readonly score: number;
  /** Share of the query's telling words, by idf, that stand in the sentence itself. */
  readonly words: number;
  /** Whether the sentence holds a value of the kind asked for; `undefined` when the query asks for none. */
  readonly value: boolean | undefined;
}

/** Parts of the score: words of the query, and a value of the kind that it asks for (a number to 多少). */
const WORDS = 0.75;
const VALUE = 0.25;
/** What a sentence takes from the sentence before it, which often names the thing that this one speaks of. */
const FROM_BEFORE = 0.25;
/** A heading among the lines of a passage names what the next line says. */
const OF_HEADING = 0.5;
/** Longer sentences are cut down to the clause between semicolons that fits. */
const LONG = 90;

/**
 * The sentence of a passage that fits a query best: by the share of the query's telling words (normalised characters, their
 * pairs, words) that stand in it, weighted by idf; a sentence that holds a value of the kind asked for (多少 and "how many" want
 * a number) is preferred. Of equal ones the first. `undefined` for a passage without text.
 * @param idf worth of a token; default: how rare it is among the sentences of the passage
 */
export function bestSentence(query: string, passage: string, idf?: (token: string) => number): Excerpt | undefined {
  const sentences = sentencesOf(passage);
  if (sentences.length === 0) return undefined;
  const scored = scoreAll(query, sentences, idf);
  const best = scored.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  if (best.text.length <= LONG) return best;
  const clauses = sentencesOf(best.text, { semicolons: true });
  if (clauses.length < 2) return best;
  const clause = scoreAll(query, clauses, idf).reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  // A clause that says less than its sentence is no excerpt of it.
  if (clause.score < 0.9 * best.score) return best;
  return { ...clause, start: best.start + clause.start, end: best.start + clause.end };
}

function scoreAll(query: string, sentences: readonly Sentence[], idf?: (token: string) => number): Excerpt[] {
  const held = sentences.map(({ text }) => new Set(lexicalTokens(normalise(text))));
  const worth = idf ?? rarityAmong(held);
  const terms = [...new Set(lexicalTokens(normalise(query)))].filter(
    (token) => !isFunctionToken(token) && !isEnglishFunctionToken(token),
  );
  const weighted = terms.map((token) => ({ token, weight: Math.max(0, worth(token)) }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const wanted = expectedAnswers(query);
  return sentences.map((sentence, at) => {
    const own = held[at]!;
    const before = held[at - 1];
    let [inside, lent] = [0, 0];
    for (const { token, weight } of weighted) {
      if (own.has(token)) inside += weight;
      else if (before?.has(token) === true) lent += FROM_BEFORE * weight;
    }
    const share = total === 0 ? 0 : (inside + lent) / total;
    const value = wanted.length === 0 ? undefined : wanted.some(({ pattern }) => pattern.test(sentence.text));
    const score = scoreOf(share, value) * (isHeading(sentence.text) ? OF_HEADING : 1);
    return { ...sentence, score, words: total === 0 ? 0 : inside / total, value };
  });
}

/** A short line without any sign of a sentence, a list or a value. */
const isHeading = (text: string): boolean => text.length <= 40 && !/[。！？!?.；;，,、：:…|\d]|^[-•]/.test(text);

/** A value says nothing in a sentence that has nothing of the query. */
function scoreOf(words: number, value: boolean | undefined): number {
  if (value === undefined) return words;
  return WORDS * words + (value ? VALUE * Math.min(1, 2 * words) : 0);
}

function rarityAmong(held: readonly ReadonlySet<string>[]): (token: string) => number {
  return (token) => {
    const count = held.filter((tokens) => tokens.has(token)).length;
    return Math.log(1 + (held.length - count + 0.5) / (count + 0.5));
  };
}
