import type { WordVectors } from "../../embed/word-vectors.js";

/** Chosen by cross-validation: half as many groups of half as many words find less. */
const GROUPS = 256;
const SAMPLE = 4096;
const ROUNDS = 6;
const LARGEST = 127;

const made = new WeakMap<WordVectors, Int8Array>();

/**
 * Middles of groups of words that mean the like, `groups × dim` numbers of −127 … 127: spherical k-means (Dhillon and
 * Modha 2001) over words at even distances in the encoder's vocabulary. They follow from the encoder alone.
 */
export function groupMiddles(words: WordVectors): Int8Array {
  const known = made.get(words);
  if (known !== undefined) return known;
  const vectors = sampleOf(words);
  const size = Math.min(GROUPS, vectors.length);
  let middles = Int8Array.from({ length: size * words.dim }, (_, at) => {
    const vector = vectors[Math.floor((Math.floor(at / words.dim) * vectors.length) / size)]!;
    return Math.round(LARGEST * vector[at % words.dim]!);
  });
  for (let round = 0; round < ROUNDS; round++) middles = moved(vectors, middles, words.dim);
  made.set(words, middles);
  return middles;
}

/** Unit vectors of the words of the sample that have one. */
function sampleOf(words: WordVectors): Float64Array[] {
  const size = Math.min(SAMPLE, words.count);
  const into = new Int8Array(words.dim);
  const vectors: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    const scale = words.unit(Math.floor((i * words.count) / size), into);
    if (scale > 0) vectors.push(Float64Array.from(into, (x) => scale * x));
  }
  return vectors;
}

/** Each middle moved to the mean direction of the vectors that are nearest to it. */
function moved(vectors: readonly Float64Array[], middles: Int8Array, dim: number): Int8Array<ArrayBuffer> {
  const sums = new Float64Array(middles.length);
  for (const vector of vectors) {
    const from = nearest(vector, middles) * dim;
    for (let at = 0; at < dim; at++) sums[from + at]! += vector[at]!;
  }
  const next = new Int8Array(middles.length);
  for (let from = 0; from < sums.length; from += dim) {
    const sum = sums.subarray(from, from + dim);
    const length = Math.sqrt(sum.reduce((squares, x) => squares + x * x, 0));
    for (let at = 0; at < dim; at++) next[from + at] = length === 0 ? 0 : Math.round((LARGEST * sum[at]!) / length);
  }
  return next;
}

function nearest(vector: Float64Array | Int8Array, middles: Int8Array): number {
  const dim = vector.length;
  let best = 0;
  let most = -Infinity;
  for (let group = 0, from = 0; from < middles.length; group++, from += dim) {
    let sum = 0;
    for (let at = 0; at < dim; at++) sum += vector[at]! * middles[from + at]!;
    if (sum > most) [most, best] = [sum, group];
  }
  return best;
}

/** The number of a row's group, found once a row; −1 for a word that the encoder does not know. */
export function groupFinder(words: WordVectors, middles: Int8Array): (row: number) => number {
  const groups = new Map<number, number>();
  const vector = new Int8Array(words.dim);
  return (row) => {
    if (row < 0) return -1;
    const known = groups.get(row);
    if (known !== undefined) return known;
    const group = words.unit(row, vector) > 0 ? nearest(vector, middles) : -1;
    groups.set(row, group);
    return group;
  };
}
