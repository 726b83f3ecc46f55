import type { EncodedWord, WordVectors } from "../embed/word-vectors.js";
import { lexicalTokens } from "../text/tokens.js";
import { isEnglishFunctionToken, isFunctionToken } from "./function-words.js";
import { type WordProducts, wordProducts } from "./word-products.js";

/** Words of a text, each once. */
export type WordList = readonly EncodedWord[];

/** The same, small enough to be kept for many texts. */
export interface PackedWords {
  /** Row of each word in the vocabulary; of a word that is not in it, or not by its own text, −1 − its place in `others`. */
  readonly rows: Int32Array;
  readonly others: WordList;
}

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

/** {@link wordsOf}, packed. */
export function packedWordsOf(normalised: string, vectors: WordVectors | undefined): PackedWords {
  if (vectors !== undefined) return vectors.rows(normalised);
  const others = wordsOf(normalised, undefined);
  return { rows: Int32Array.from(others, (_, at) => -1 - at), others };
}

/** Worth of a word whatever the knowledge base. */
function plainWeight({ text, weight }: EncodedWord): number {
  return (isFunctionToken(text) || isEnglishFunctionToken(text) ? FUNCTION : 1) * weight;
}

/**
 * How well the words of one query are met by words of the same or a near meaning, as in late interaction (Khattab &
 * Zaharia, "ColBERT", 2020), with the vectors of single words.
 */
export class SoftMatch {
  readonly words: WordList;
  /** Worth of each of the words; they add up to 1, unless all are worth nothing. */
  readonly weights: readonly number[];
  private readonly products: ReturnType<typeof productsWith>;
  /**
   * Likenesses above 0 of words of texts with words of the query: of the word at a place those from `ends[place - 1]` up to
   * `ends[place]`; the one at place 0 has none.
   */
  private ends = new Int32Array(256);
  private alike = new Int32Array(256);
  private values = new Float32Array(256);
  private places = 1;
  private readonly known: KnownRows;
  /** Places of words that are not in the vocabulary. */
  private readonly others = new Map<string, number>();

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
    this.products = productsWith(this.words, vectors);
    this.known = knownRowsOf(vectors);
    this.known.start(this);
  }

  /** For each word of the query its likeness with the nearest of the words, at least what `least` says of it. */
  nearest(words: PackedWords, least?: Float32Array): Float32Array {
    const best = least === undefined ? new Float32Array(this.words.length) : least.slice();
    const { rows } = words;
    for (let word = 0; word < rows.length; word++) {
      const place = this.placeOf(words, rows[word]!);
      if (place === 0) continue;
      const end = this.ends[place]!;
      for (let from = this.ends[place - 1]!; from < end; from++) {
        const at = this.alike[from]!;
        if (this.values[from]! > best[at]!) best[at] = this.values[from]!;
      }
    }
    return best;
  }

  /** Share of the query, by worth, that the words of {@link nearest} meet: 0…1. */
  share(nearest: Float32Array): number {
    let sum = 0;
    for (let at = 0; at < nearest.length; at++) sum += this.weights[at]! * nearest[at]!;
    return sum;
  }

  /** Share of a text's own words that the query meets: 0…1. */
  back(words: PackedWords): number {
    const { rows, others } = words;
    let [met, all] = [0, 0];
    for (let word = 0; word < rows.length; word++) {
      const row = rows[word]!;
      const place = this.placeOf(words, row);
      let most = 0;
      if (place > 0) {
        for (let from = this.ends[place - 1]!; from < this.ends[place]!; from++)
          most = Math.max(most, this.values[from]!);
      }
      const worth = row < 0 ? plainWeight(others[-1 - row]!) : this.known.worth(row);
      met += worth * most;
      all += worth;
    }
    return all === 0 ? 0 : met / all;
  }

  private placeOf({ others }: PackedWords, row: number): number {
    if (row < 0) {
      const word = others[-1 - row]!;
      let place = this.others.get(word.text);
      if (place === undefined) this.others.set(word.text, (place = this.compare(word.row, word.text)));
      return place;
    }
    let place = this.known.place(this, row);
    if (place < 0) this.known.set(row, (place = this.compare(row, undefined)));
    return place;
  }

  /** Works out the likenesses of a word. @param text where the row does not tell the word */
  private compare(row: number, text: string | undefined): number {
    const { words } = this;
    const first = this.ends[this.places - 1]!;
    this.makeRoom(first + words.length);
    const { products, units } = this.products;
    const unit = row < 0 ? 0 : this.vectors!.unit(row, products.vector);
    const found = unit === 0 ? undefined : products.run();
    let end = first;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      const cosine = found === undefined ? 0 : found[at]! * units[at]! * unit;
      const same = text === undefined ? word.row === row && !isNumber(word) : word.text === text;
      const value = same ? 1 : cosine > UNLIKE ? (cosine - UNLIKE) / (1 - UNLIKE) : 0;
      if (value <= 0) continue;
      this.alike[end] = at;
      this.values[end++] = value;
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

/** What is known of a vocabulary's words: worth of each, and their places in the query that was last at work. */
class KnownRows {
  private marks = new Int32Array(0);
  private worths = new Float64Array(0);
  private user: SoftMatch | undefined;
  /** Marks below this are of queries before. */
  private base = 1;
  private most = 0;

  constructor(private readonly vectors: WordVectors | undefined) {}

  start(user: SoftMatch): void {
    this.user = user;
    this.base += this.most + 1;
    this.most = 0;
    if (this.base < 1 << 30) return;
    this.marks.fill(0);
    this.base = 1;
  }

  /** −1 where it is not known. */
  place(user: SoftMatch, row: number): number {
    // Queries may take turns; what one knows is then found out again.
    if (this.user !== user) this.start(user);
    return row < this.marks.length ? Math.max(-1, this.marks[row]! - this.base) : -1;
  }

  set(row: number, place: number): void {
    if (row >= this.marks.length) {
      const { marks } = this;
      this.marks = new Int32Array(2 * row + 1024);
      this.marks.set(marks);
    }
    this.marks[row] = this.base + place;
    if (place > this.most) this.most = place;
  }

  /** {@link plainWeight} of a word. */
  worth(row: number): number {
    if (row >= this.worths.length) {
      const { worths } = this;
      this.worths = new Float64Array(2 * row + 1024).fill(-1);
      this.worths.set(worths);
    }
    if (this.worths[row]! < 0) this.worths[row] = plainWeight(this.vectors!.word(row));
    return this.worths[row]!;
  }
}

const withoutVectors = new KnownRows(undefined);
const knownRows = new WeakMap<WordVectors, KnownRows>();

function knownRowsOf(vectors: WordVectors | undefined): KnownRows {
  if (vectors === undefined) return withoutVectors;
  let known = knownRows.get(vectors);
  if (known === undefined) knownRows.set(vectors, (known = new KnownRows(vectors)));
  return known;
}

/** Products with the vectors of words, and what makes units of these; 0 for words without one. */
function productsWith(
  words: WordList,
  vectors: WordVectors | undefined,
): { readonly products: WordProducts; readonly units: Float64Array } {
  const dim = vectors?.dim ?? 0;
  const matrix = new Int16Array(words.length * dim);
  const units = Float64Array.from(words, ({ row }, at) =>
    row < 0 ? 0 : vectors!.unit(row, matrix.subarray(at * dim, (at + 1) * dim)),
  );
  return { products: wordProducts(matrix, dim), units };
}
