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
const MOST_WORDS = 16;

/** The words of a text, by the encoder where it knows words, else Latin words and pairs of characters. */
export function wordsOf(normalised: string, vectors: WordVectors | undefined): WordList {
  const words = vectors?.words(normalised) ?? lexicalTokens(normalised).map((text) => ({ text, row: -1, weight: 1 }));
  const once = new Map(words.map((word) => [word.text, word]));
  return [...once.values()];
}

const weights = new Map<string, number>();

/** Worth of a word whatever the knowledge base. */
function plainWeight({ text, weight }: EncodedWord): number {
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
  private readonly matrix: Float32Array;
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
    this.matrix = matrixOf(this.words, vectors);
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
    if (values !== undefined) return values;
    const { words, matrix } = this;
    values = new Float32Array(words.length);
    const vector = word.row < 0 ? undefined : this.vectors?.vector(word.row);
    if (vector !== undefined) {
      for (let at = 0; at < values.length; at++) {
        const cosine = dotProduct(matrix, at * vector.length, vector);
        values[at] = cosine > UNLIKE ? (cosine - UNLIKE) / (1 - UNLIKE) : 0;
      }
    }
    for (let at = 0; at < values.length; at++) if (words[at]!.text === word.text) values[at] = 1;
    this.known.set(word.text, values);
    return values;
  }
}

/** The vectors of words one after the other; zeros for words without one. */
function matrixOf(words: WordList, vectors: WordVectors | undefined): Float32Array {
  const rows = words.map(({ row }) => (row < 0 ? undefined : vectors?.vector(row)));
  const dim = rows.find((row) => row !== undefined)?.length ?? 0;
  const matrix = new Float32Array(words.length * dim);
  rows.forEach((row, at) => {
    if (row !== undefined) matrix.set(row, at * dim);
  });
  return matrix;
}

/** Four sums keep the additions from waiting for each other. */
function dotProduct(matrix: Float32Array, offset: number, vector: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const { length } = vector;
  let k = 0;
  for (let at = offset; k + 3 < length; k += 4, at += 4) {
    a += matrix[at]! * vector[k]!;
    b += matrix[at + 1]! * vector[k + 1]!;
    c += matrix[at + 2]! * vector[k + 2]!;
    d += matrix[at + 3]! * vector[k + 3]!;
  }
  for (; k < length; k++) a += (matrix[offset + k] ?? 0) * vector[k]!;
  return a + b + c + d;
}
