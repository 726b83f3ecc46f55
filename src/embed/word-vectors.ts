import type { StaticModel } from "./static-model.js";

/** A word of a text, as the encoder knows it. */
export interface EncodedWord {
  readonly text: string;
  /** Row of the model; −1 for a word it does not know. */
  readonly row: number;
  /** How much the word adds to the vector of a text: little for words that every text has. 1 for an unknown one. */
  readonly weight: number;
}

/** Words of texts and how near they are to each other in meaning; what a vector of a whole text does not tell. */
export interface WordVectors {
  /**
   * Words of normalised text, in order, repeats kept.
   */
  words(normalised: string): EncodedWord[];
  /** Unit vector of a known word, cut to its first {@link WORD_DIM} values; read, never written. */
  vector(row: number): Float32Array;
}

/** The model's dimensions come in the order of their variance: the first ones tell most. */
const WORD_DIM = 64;

const SEGMENTS = /([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007]+)|([a-z0-9\u00df-\u00f6\u00f8-\u024f.]+)/g;
const DIGITS = /^[0-9]{3,}$/;
const LONGEST_NUMBER = 6;
const LONGEST_WORD = 4;
/** What a single character, and one that is not known, take from the score of a way to cut a run. */
const SINGLE = -0.6;
const UNKNOWN = -0.5;
/** Vectors that are kept; a few megabytes. */
const KEPT = 20_000;

export function createWordVectors(model: StaticModel): WordVectors {
  const kept = new Map<number, Float32Array>();
  const norm = normOf(model);
  const known = new Map<string, EncodedWord>();
  const wordOf = (text: string): EncodedWord => {
    let word = known.get(text);
    if (word === undefined) {
      const row = model.vocabulary.get(DIGITS.test(text) ? "0".repeat(Math.min(text.length, LONGEST_NUMBER)) : text);
      word = { text, row: row ?? -1, weight: row === undefined ? 1 : norm(row) };
      if (known.size >= KEPT) known.clear();
      known.set(text, word);
    }
    return word;
  };
  return {
    words(normalised) {
      const words: EncodedWord[] = [];
      for (const [, han, latin] of normalised.matchAll(SEGMENTS)) {
        if (latin !== undefined) words.push(wordOf(latin));
        else for (const word of cutHan(han!, model.vocabulary, norm)) words.push(wordOf(word));
      }
      return words;
    },
    vector(row) {
      let vector = kept.get(row);
      if (vector === undefined) {
        if (kept.size >= KEPT) kept.clear();
        kept.set(row, (vector = unitOf(model, row)));
      }
      return vector;
    },
  };
}

/** Cuts a run of Han characters into words of the vocabulary so that their lengths times their norms are most (Viterbi). */
function cutHan(run: string, vocabulary: StaticModel["vocabulary"], norm: (row: number) => number): string[] {
  const best = new Float64Array(run.length + 1).fill(-Infinity);
  const from = new Int32Array(run.length + 1);
  best[0] = 0;
  for (let start = 0; start < run.length; start++) {
    const last = Math.min(LONGEST_WORD, run.length - start);
    for (let length = 1; length <= last; length++) {
      const row = vocabulary.get(run.slice(start, start + length));
      if (row === undefined && length > 1) continue;
      const worth = length > 1 ? (norm(row!) * length) / 2 : row === undefined ? SINGLE + UNKNOWN : SINGLE;
      if (best[start]! + worth <= best[start + length]!) continue;
      best[start + length] = best[start]! + worth;
      from[start + length] = start;
    }
  }
  const words: string[] = [];
  for (let end = run.length; end > 0; end = from[end]!) words.push(run.slice(from[end], end));
  return words.reverse();
}

/** Length of a row's vector, worked out once. */
function normOf({ dim, rows, scales, values, need }: StaticModel): (row: number) => number {
  const norms = new Float32Array(rows);
  return (row) => {
    if (norms[row] === 0) {
      need(row);
      let squares = 0;
      for (let at = row * dim; at < (row + 1) * dim; at++) squares += values[at]! * values[at]!;
      norms[row] = Math.sqrt(squares) * scales[row]!;
    }
    return norms[row]!;
  };
}

function unitOf({ dim, values, need }: StaticModel, row: number): Float32Array {
  need(row);
  const vector = Float32Array.from(values.subarray(row * dim, row * dim + Math.min(dim, WORD_DIM)));
  let squares = 0;
  for (const value of vector) squares += value * value;
  const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let at = 0; at < vector.length; at++) vector[at]! *= factor;
  return vector;
}
