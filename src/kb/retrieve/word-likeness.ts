import type { EncodedWord, WordVectors } from "../../embed/word-vectors.js";
import { type WordProducts, wordProducts } from "./word-products.js";

/** Words of a text, each once. */
export type WordList = readonly EncodedWord[];

/** Words less alike than this have nothing to do with each other: any two words are a little alike. */
const UNLIKE = 0.3;
/** Words of a query that are compared, at most. */
export const MOST_WORDS = 16;
/** Concepts have rows after those of the encoder, so many at most. */
export const MOST_CONCEPTS = 1 << 14;
/** Words without a row whose marks are kept. */
const MOST_OTHERS = 20_000;

/**
 * How alike words of texts are to the words of the query that is at work: worked out once a query for each word that its texts
 * hold. There is one for all queries, so that a query costs no room of its own; they may take turns, and what one knew is then
 * found out again.
 */
export class WordLikeness {
  /** Of the word at a place the likenesses above 0 are those from `ends[place - 1]` up to `ends[place]`; the one at place 0 has none. */
  ends = new Int32Array(1024);
  /** Words of the query, by their place in it, and the likeness with each. */
  alike = new Int32Array(1024);
  values = new Float32Array(1024);
  /** By row: place of the word; see {@link placeOf}. Marks below `base` are of queries before. */
  readonly marks: Int32Array;
  base = 1;
  private places = 1;
  private query: WordList = [];
  /** By word that no row tells: the same as {@link marks}. */
  private readonly others = new Map<string, number>();
  private readonly products: WordProducts;
  /** By row: what makes a unit of its vector; −1 where that was not asked for yet. */
  private readonly units: Float64Array;
  private readonly queryUnits = new Float64Array(MOST_WORDS);
  /** By word of the query: room for its vector. */
  private readonly queryVectors: readonly Int16Array[];

  constructor(private readonly vectors: WordVectors | undefined) {
    const { count, dim } = vectors ?? { count: 0, dim: 0 };
    this.marks = new Int32Array(count + MOST_CONCEPTS);
    this.units = new Float64Array(count).fill(-1);
    const { others } = (this.products = wordProducts({ vectors: count, others: MOST_WORDS, dim }));
    this.queryVectors = Array.from({ length: MOST_WORDS }, (_, at) => others.subarray(at * dim, (at + 1) * dim));
  }

  /** To be called before the others, with the same list of no more than {@link MOST_WORDS} words for one query. */
  start(query: WordList): void {
    if (this.query === query) return;
    this.query = query;
    this.base += this.places;
    this.places = 1;
    if (this.others.size > MOST_OTHERS) this.others.clear();
    if (this.base > 1 << 30) {
      this.marks.fill(0);
      this.others.clear();
      this.base = 1;
    }
    query.forEach(({ row }, at) => {
      this.queryUnits[at] = this.hasVector(row) ? this.vectors!.unit(row, this.queryVectors[at]!) : 0;
    });
  }

  /** Place of the word of a row, to be asked for where its mark is below `base`. */
  placeOf(row: number): number {
    const place = this.compare(row, undefined);
    this.marks[row] = this.base + place;
    return place;
  }

  /** Place of a word whose row does not tell it. */
  placeOfOther({ row, text }: EncodedWord): number {
    const mark = this.others.get(text) ?? 0;
    if (mark >= this.base) return mark - this.base;
    const place = this.compare(row, text);
    this.others.set(text, this.base + place);
    return place;
  }

  private hasVector(row: number): boolean {
    return row >= 0 && row < (this.vectors?.count ?? 0);
  }

  private unitOf(row: number): number {
    if (!this.hasVector(row)) return 0;
    let unit = this.units[row]!;
    if (unit < 0) {
      const { dim } = this.vectors!;
      unit = this.vectors!.unit(row, this.products.vectors.subarray(row * dim, (row + 1) * dim));
      this.units[row] = unit;
    }
    return unit;
  }

  /** @param text where the row does not tell the word */
  private compare(row: number, text: string | undefined): number {
    const { query, queryUnits } = this;
    const first = this.ends[this.places - 1]!;
    this.makeRoom(first + query.length);
    const { alike, values } = this;
    const unit = this.unitOf(row);
    const found = unit === 0 ? undefined : this.products.run(row, query.length);
    let end = first;
    for (let at = 0; at < query.length; at++) {
      const word = query[at]!;
      const cosine = found === undefined ? 0 : found[at]! * queryUnits[at]! * unit;
      const same = text === undefined ? word.row === row && !isNumber(word) : word.text === text;
      const value = same ? 1 : cosine > UNLIKE ? (cosine - UNLIKE) / (1 - UNLIKE) : 0;
      if (value <= 0) continue;
      alike[end] = at;
      values[end++] = value;
    }
    if (end === first) return 0;
    this.ends[this.places] = end;
    return this.places++;
  }

  private makeRoom(likenesses: number): void {
    if (this.places >= this.ends.length) this.ends = larger(Int32Array, this.ends);
    while (likenesses > this.values.length) {
      this.alike = larger(Int32Array, this.alike);
      this.values = larger(Float32Array, this.values);
    }
  }
}

const isNumber = ({ text }: EncodedWord): boolean => text.charCodeAt(0) >= 0x30 && text.charCodeAt(0) <= 0x39;

function larger<T extends Int32Array | Float32Array>(type: new (length: number) => T, array: T): T {
  const copy = new type(2 * array.length);
  copy.set(array);
  return copy;
}
