import type { StaticModel } from "./static-model.js";
import { wordCutter } from "./word-cutter.js";

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
  /**
   * The same, each once where it stands first, without making a string of any that the model knows.
   * @returns rows; for numbers, several of which share a row, and for words that are not known −1 − the place in `others`
   */
  rows(normalised: string): { readonly rows: Int32Array; readonly others: readonly EncodedWord[] };
  /** The word of a row. */
  word(row: number): EncodedWord;
  /**
   * Writes the first {@link dim} numbers, −127…127, of a row's vector.
   * @returns what they are to be multiplied by so that their length is 1; 0 where it has none
   */
  unit(row: number, into: Int8Array | Int16Array): number;
  readonly dim: number;
  /** How many words it knows: rows are below that. */
  readonly count: number;
}

/** The model's dimensions come in the order of their variance: the first ones tell most. */
const WORD_DIM = 64;
const DIGITS = /^[0-9]{3,}$/;
const LONGEST_NUMBER = 6;
export function createWordVectors(model: StaticModel): WordVectors {
  const { vocabulary } = model;
  const dim = Math.min(model.dim, WORD_DIM);
  const norm = normOf(model);
  const cut = wordCutter(vocabulary, norm);
  const wordOf = (text: string): EncodedWord => {
    const row = vocabulary.row(DIGITS.test(text) ? "0".repeat(Math.min(text.length, LONGEST_NUMBER)) : text);
    return { text, row, weight: row < 0 ? 1 : norm(row) };
  };
  const latest = new Int32Array(model.rows);
  let stamp = 0;
  return {
    words(normalised) {
      const words: EncodedWord[] = [];
      cut(normalised, (from, to) => words.push(wordOf(normalised.slice(from, to))));
      return words;
    },
    rows(normalised) {
      const rows: number[] = [];
      const others: EncodedWord[] = [];
      stamp++;
      cut(normalised, (from, to, row) => {
        if (row < 0) {
          const text = normalised.slice(from, to);
          if (others.every((other) => other.text !== text)) rows.push(-others.push(wordOf(text)));
        } else if (latest[row] !== stamp) {
          latest[row] = stamp;
          rows.push(row);
        }
      });
      return { rows: Int32Array.from(rows), others };
    },
    word: (row) => ({ text: vocabulary.token(row), row, weight: norm(row) }),
    unit(row, into) {
      const { values } = model;
      model.need(row);
      const from = row * model.dim;
      let squares = 0;
      for (let at = 0; at < dim; at++) {
        const value = values[from + at]!;
        into[at] = value;
        squares += value * value;
      }
      return squares > 0 ? 1 / Math.sqrt(squares) : 0;
    },
    dim,
    count: model.rows,
  };
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
