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

/** Words of several texts, each once where it first stands in its text; in little room, since those of many texts are kept. */
export interface PackedWords {
  /** Rows; for numbers, several of which share a row, and for words that are not known −1 − the place in `others`. */
  readonly rows: Int32Array;
  /** Where the words of each text end. */
  readonly ends: readonly number[];
  readonly others: readonly EncodedWord[];
}

/** Words of texts and how near they are to each other in meaning; what a vector of a whole text does not tell. */
export interface WordVectors {
  /**
   * Words of normalised text, in order, repeats kept.
   */
  words(normalised: string): EncodedWord[];
  /** Words of several such texts, without making a string of any that the model knows. */
  pack(texts: readonly string[]): PackedWords;
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
/**
 * Word vectors out of the encoder's own table, cut to their first 64 dimensions; a number is looked up by its length
 * alone, so that any amount stands near any other.
 */
export function createWordVectors(model: StaticModel): WordVectors {
  const { vocabulary } = model;
  const dim = Math.min(model.dim, WORD_DIM);
  const norm = normOf(model);
  const cut = wordCutter(vocabulary, norm);
  const wordOf = (text: string): EncodedWord => {
    const row = vocabulary.row(DIGITS.test(text) ? "0".repeat(Math.min(text.length, LONGEST_NUMBER)) : text);
    return { text, row, weight: row < 0 ? 1 : norm(row) };
  };
  const packer = new WordPacker(cut, wordOf, model.rows);
  return {
    words(normalised) {
      const words: EncodedWord[] = [];
      cut(normalised, (text, from, to) => words.push(wordOf(text.slice(from, to))));
      return words;
    },
    pack: (texts) => packer.pack(texts),
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

/** Packs the words of texts, one after the other. */
class WordPacker {
  private rows = new Int32Array(1024);
  private count = 0;
  private others: EncodedWord[] = [];
  /** Of the text that is cut: the first of its words among the others, and the mark of its rows. */
  private own = 0;
  private stamp = 0;
  private readonly latest: Int32Array;

  constructor(
    private readonly cut: ReturnType<typeof wordCutter>,
    private readonly wordOf: (text: string) => EncodedWord,
    rows: number,
  ) {
    this.latest = new Int32Array(rows);
  }

  pack(texts: readonly string[]): PackedWords {
    const others: EncodedWord[] = [];
    this.others = others;
    this.count = 0;
    const ends = texts.map((text) => {
      this.stamp++;
      this.own = others.length;
      this.cut(text, this.take);
      return this.count;
    });
    return { rows: this.rows.slice(0, this.count), ends, others };
  }

  private readonly take = (text: string, from: number, to: number, row: number): void => {
    if (row < 0) this.takeOther(text.slice(from, to));
    else if (this.latest[row] !== this.stamp) {
      this.latest[row] = this.stamp;
      this.push(row);
    }
  };

  private takeOther(word: string): void {
    for (let at = this.own; at < this.others.length; at++) if (this.others[at]!.text === word) return;
    this.push(-this.others.push(this.wordOf(word)));
  }

  private push(number: number): void {
    if (this.count === this.rows.length) {
      const { rows } = this;
      this.rows = new Int32Array(2 * rows.length);
      this.rows.set(rows);
    }
    this.rows[this.count++] = number;
  }
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
