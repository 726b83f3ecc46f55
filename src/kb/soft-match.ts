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
  /** {@link plainWeight} of each. */
  readonly weights: Float64Array;
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

export function packWords(words: WordList): PackedWords {
  const others: EncodedWord[] = [];
  // Numbers share rows: their texts tell them apart.
  const rows = Int32Array.from(words, (word) =>
    word.row >= 0 && !/^[0-9]/.test(word.text) ? word.row : -others.push(word),
  );
  return { rows, others, weights: Float64Array.from(words, plainWeight) };
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
  private readonly products: WordProducts;
  /** Likenesses of words of texts with each word of the query, one word after the other; those of place 0 are all 0. */
  private likenesses: Float32Array;
  private places = 1;
  /** Place of a word of the vocabulary, where the stamp is this query's. */
  private readonly known: KnownRows;
  private readonly stamp: number;
  /** Place of a word that is not in it. */
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
    this.likenesses = new Float32Array(64 * this.words.length);
    this.known = knownRowsOf(vectors);
    this.stamp = ++this.known.last;
  }

  /** For each word of the query its likeness with the nearest of the words, at least what `least` says of it. */
  nearest(words: PackedWords, least?: Float32Array): Float32Array {
    const size = this.words.length;
    const best = least === undefined ? new Float32Array(size) : least.slice();
    const { rows } = words;
    for (let word = 0; word < rows.length; word++) {
      const place = this.placeOf(words, rows[word]!);
      if (place === 0) continue;
      const { likenesses } = this;
      for (let at = 0, from = place * size; at < size; at++, from++) {
        if (likenesses[from]! > best[at]!) best[at] = likenesses[from]!;
      }
    }
    return best;
  }

  /** Share of the query, by worth, that the words of {@link nearest} meet: 0…1. */
  share(nearest: Float32Array): number {
    return this.weights.reduce((sum, weight, at) => sum + weight * nearest[at]!, 0);
  }

  /** Share of a text's own words that the query meets: 0…1. */
  back(words: PackedWords): number {
    const size = this.words.length;
    const { rows, weights: worths } = words;
    let [met, all] = [0, 0];
    for (let word = 0; word < rows.length; word++) {
      const place = this.placeOf(words, rows[word]!);
      let most = 0;
      for (let at = place * size; at < (place + 1) * size; at++) most = Math.max(most, this.likenesses[at]!);
      met += worths[word]! * most;
      all += worths[word]!;
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
    const { stamps, places } = this.known;
    if (stamps[row] === this.stamp) return places[row]!;
    const place = this.compare(row, undefined);
    this.known.set(row, place, this.stamp);
    return place;
  }

  /** Works out the likenesses of a word. @param text where the row does not tell the word */
  private compare(row: number, text: string | undefined): number {
    const { words } = this;
    const from = this.places * words.length;
    if (from + words.length > this.likenesses.length) {
      const larger = new Float32Array(2 * this.likenesses.length);
      larger.set(this.likenesses);
      this.likenesses = larger;
    }
    const { likenesses } = this;
    const vector = row < 0 ? undefined : this.vectors?.vector(row);
    const cosines = vector === undefined ? undefined : this.products.of(vector);
    let alike = false;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      const same = text === undefined ? word.row === row && !/^[0-9]/.test(word.text) : word.text === text;
      const cosine = cosines?.[at] ?? 0;
      const value = same ? 1 : cosine > UNLIKE ? (cosine - UNLIKE) / (1 - UNLIKE) : 0;
      likenesses[from + at] = value;
      if (value > 0) alike = true;
    }
    return alike ? this.places++ : 0;
  }
}

/** Room for the places of a vocabulary's words in the latest query. */
class KnownRows {
  stamps = new Int32Array(0);
  places = new Int32Array(0);
  last = 0;

  set(row: number, place: number, stamp: number): void {
    if (row >= this.stamps.length) {
      const [stamps, places] = [this.stamps, this.places];
      this.stamps = new Int32Array(2 * row + 1024);
      this.places = new Int32Array(2 * row + 1024);
      this.stamps.set(stamps);
      this.places.set(places);
    }
    this.stamps[row] = stamp;
    this.places[row] = place;
  }
}

const withoutVectors = new KnownRows();
const knownRows = new WeakMap<WordVectors, KnownRows>();

function knownRowsOf(vectors: WordVectors | undefined): KnownRows {
  if (vectors === undefined) return withoutVectors;
  let known = knownRows.get(vectors);
  if (known === undefined) knownRows.set(vectors, (known = new KnownRows()));
  return known;
}

/** Products with the vectors of words; 0 for words without one. */
function productsWith(words: WordList, vectors: WordVectors | undefined): WordProducts {
  const rows = words.map(({ row }) => (row < 0 ? undefined : vectors?.vector(row)));
  const dim = rows.find((row) => row !== undefined)?.length ?? 0;
  const matrix = new Float32Array(words.length * dim);
  rows.forEach((row, at) => {
    if (row !== undefined) matrix.set(row, at * dim);
  });
  return wordProducts(matrix, dim);
}
