import type { EncodedWord, WordVectors } from "../embed/word-vectors.js";
import { lexicalTokens } from "../text/tokens.js";
import { isEnglishFunctionToken, isFunctionToken } from "./function-words.js";

/** Words of a text, each once. */
export type WordList = readonly EncodedWord[];

/** Words that only ask or join count this much. */
const FUNCTION = 0.15;
/** Words less alike than this have nothing to do with each other: any two words are a little alike. */
const UNLIKE = 0.3;
/** Words of a query that are compared; the weightiest. */
const MOST_WORDS = 24;

/** The words of a text, by the encoder where it knows words, else Latin words and pairs of characters. */
export function wordsOf(normalised: string, vectors: WordVectors | undefined): WordList {
  const words = vectors?.words(normalised) ?? lexicalTokens(normalised).map((text) => ({ text, row: -1, weight: 1 }));
  const once = new Map(words.map((word) => [word.text, word]));
  return [...once.values()];
}

const weights = new Map<string, number>();

/** Worth of a word whatever the knowledge base. */
export function plainWeight({ text, weight }: EncodedWord): number {
  let share = weights.get(text);
  if (share === undefined) {
    share = isFunctionToken(text) || isEnglishFunctionToken(text) ? FUNCTION : 1;
    if (weights.size > 50_000) weights.clear();
    weights.set(text, share);
  }
  return share * weight;
}

/**
 * How well the words of one query are met by words of the same or a near meaning, as in late interaction (Khattab &
 * Zaharia, "ColBERT", 2020), with the vectors of single words.
 */
export class SoftMatch {
  readonly words: WordList;
  /** Worth of each of the words; they add up to 1, unless all are worth nothing. */
  readonly weights: readonly number[];
  /** By word of a text: its likeness with each word of the query. */
  private readonly known = new Map<string, Float32Array>();

  /** @param idf worth of a lexical token among the questions */
  constructor(
    normalised: string,
    idf: (token: string) => number,
    private readonly vectors: WordVectors | undefined,
  ) {
    const weighed = wordsOf(normalised, vectors)
      .map((word) => {
        const rarest = Math.max(0, ...lexicalTokens(word.text).map(idf));
        return { word, weight: plainWeight(word) * rarest };
      })
      .filter(({ weight }) => weight > 0);
    const most = [...weighed].sort((a, b) => b.weight - a.weight).slice(0, MOST_WORDS);
    const total = most.reduce((sum, { weight }) => sum + weight, 0) || 1;
    this.words = most.map(({ word }) => word);
    this.weights = most.map(({ weight }) => weight / total);
  }

  /** For each word of the query its likeness with the nearest of the words, at least what `least` says of it. */
  nearest(words: WordList, least?: Float32Array): Float32Array {
    const best = least === undefined ? new Float32Array(this.words.length) : Float32Array.from(least);
    for (const word of words) {
      const likeness = this.likeness(word);
      for (let at = 0; at < best.length; at++) if (likeness[at]! > best[at]!) best[at] = likeness[at]!;
    }
    return best;
  }

  /** Share of the query, by worth, that the words of {@link nearest} meet: 0…1. */
  share(nearest: Float32Array): number {
    return this.weights.reduce((sum, weight, at) => sum + weight * nearest[at]!, 0);
  }

  /** Share of a text's own words that the query meets: 0…1. */
  back(words: WordList): number {
    let [met, all] = [0, 0];
    for (const word of words) {
      const weight = plainWeight(word);
      let most = 0;
      for (const value of this.likeness(word)) if (value > most) most = value;
      met += weight * most;
      all += weight;
    }
    return all === 0 ? 0 : met / all;
  }

  private likeness(word: EncodedWord): Float32Array {
    let values = this.known.get(word.text);
    if (values === undefined) {
      const vector = word.row < 0 ? undefined : this.vectors?.vector(word.row);
      values = Float32Array.from(this.words, (own) => {
        if (own.text === word.text) return 1;
        if (vector === undefined || own.row < 0) return 0;
        return Math.max(0, (dotProduct(this.vectors!.vector(own.row), vector) - UNLIKE) / (1 - UNLIKE));
      });
      this.known.set(word.text, values);
    }
    return values;
  }
}

function dotProduct(a: Float32Array, b: Float32Array): number {
  let [x, y] = [0, 0];
  let at = 0;
  for (; at + 1 < a.length; at += 2) {
    x += a[at]! * b[at]!;
    y += a[at + 1]! * b[at + 1]!;
  }
  return x + y;
}
