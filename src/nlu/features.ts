import { normalise } from "../text/normalise.js";
import { finish, hashString, mix } from "./gram-hash.js";
import { syllableRow } from "./syllables.js";
import type { DesignMatrix } from "../stats/softmax-regression.js";

/** Changes whenever the same text gives other features: a model made with another is refused. */
export const FEATURES_VERSION = "f3";

/** Character grams are hashed below this number, word grams from it on, syllables from twice of it on. */
export const BLOCK = 1 << 20;

/** Characters of a text that count; what follows is not looked at. */
const MAX_LENGTH = 2000;

const RUN = /\p{Script=Han}+|[^\s\p{Script=Han}]+/gu;
const WORD = /\p{Script=Han}|[^\s\p{Script=Han}]+/gu;

/** What one text holds, before anything is learnt: distinct buckets in ascending order and how often each occurs. */
export interface Grams {
  readonly buckets: Int32Array;
  readonly counts: Int32Array;
}

/** The buckets that training kept, ascending, and the inverse document frequency of each. */
export interface Vocabulary {
  readonly buckets: Int32Array;
  readonly idf: Float32Array;
}

/**
 * Lengths of the blocks of characters, words and syllables. Words say much the same as characters. Syllables say what a caller
 * said whatever was written for it, so most of what is learnt has to be learnt from them: with 2, cross-validation on Chinese
 * training data loses 2 points to homophones where it lost 13, and nothing without them.
 */
const SCALES = [1, 0.8, 2] as const;

/** One text as a sparse vector over a vocabulary; each block has its length of {@link SCALES} (or 0 where nothing is known). */
interface SparseVector {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

const LONGEST = 5;
const HAN = /\p{Script=Han}/u;

/** Runs of Han characters and other words, each between blanks. Single letters say nothing, single characters do. */
function pushCharacterGrams(plain: string, found: number[]): void {
  for (const [run] of plain.matchAll(RUN)) {
    const marked = ` ${run} `;
    const shortest = HAN.test(run) ? 1 : 2;
    for (let i = 0; i < marked.length; i++) {
      let hash = 0x811c9dc5;
      for (let n = 1; n <= LONGEST && i + n <= marked.length; n++) {
        hash = mix(hash, marked.charCodeAt(i + n - 1));
        // A blank alone is in every text.
        if (n >= shortest && (n > 1 || marked[i] !== " ")) found.push(finish(hash) % BLOCK);
      }
    }
  }
}

/** Words one by one and in pairs; the first has the text's beginning before it, the last its end behind it. */
function pushWordGrams(plain: string, found: number[]): void {
  let previous = "\u0002";
  const pair = (word: string): void => {
    const before = mix(hashString(previous, 0x5bd1e995), 0x20);
    found.push(BLOCK + (finish(hashString(word, before)) % BLOCK));
  };
  for (const [word] of plain.matchAll(WORD)) {
    found.push(BLOCK + (finish(hashString(word, 0x2f0b4c47)) % BLOCK));
    pair(word);
    previous = word;
  }
  if (previous !== "\u0002") pair("\u0003");
}

/** Syllables one by one and in pairs; text without a sound parts them, spaces do not. */
function pushSyllableGrams(plain: string, found: number[]): void {
  const row = ["\u0002", ...syllableRow(plain), "\u0003"];
  row.forEach((syllable, at) => {
    if (syllable === undefined) return;
    const hash = hashString(syllable, 0x3c6ef372);
    if (syllable >= "a") found.push(2 * BLOCK + (finish(hash) % BLOCK));
    const next = row[at + 1];
    if (next !== undefined) found.push(2 * BLOCK + (finish(hashString(next, mix(hash, 0x27))) % BLOCK));
  });
}

/**
 * Character grams within words (2–5 of Latin ones, 1–5 of runs of Han characters), and words one by one and in pairs (a Han
 * character counts as a word). Only hashes are kept.
 * @param sound also the toneless syllables of Chinese, whether written in characters or in pinyin
 */
export function grams(text: string, sound = false): Grams {
  const plain = normalise(text.slice(0, MAX_LENGTH));
  const found: number[] = [];
  pushCharacterGrams(plain, found);
  pushWordGrams(plain, found);
  if (sound) pushSyllableGrams(plain, found);
  return countDistinct(new Int32Array(found).sort());
}

/** The same without the syllables. */
export function withoutSyllables({ buckets, counts }: Grams): Grams {
  const end = firstNotBelow(buckets, 2 * BLOCK, 0);
  return { buckets: buckets.subarray(0, end), counts: counts.subarray(0, end) };
}

function countDistinct(sorted: Int32Array): Grams {
  const buckets = new Int32Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let used = 0;
  for (const bucket of sorted) {
    if (used > 0 && buckets[used - 1] === bucket) counts[used - 1]!++;
    else {
      buckets[used] = bucket;
      counts[used++] = 1;
    }
  }
  return { buckets: buckets.slice(0, used), counts: counts.slice(0, used) };
}

/**
 * The buckets that at least `minimum` texts hold, with idf = ln((1 + n) / (1 + df)) + 1 (smoothed, as in scikit-learn's
 * TfidfTransformer).
 */
export function learnVocabulary(texts: readonly Grams[], minimum: number): Vocabulary {
  const frequency = new Int32Array(SCALES.length * BLOCK);
  for (const { buckets } of texts) for (const bucket of buckets) frequency[bucket]!++;
  const kept: number[] = [];
  for (let bucket = 0; bucket < frequency.length; bucket++) if (frequency[bucket]! >= minimum) kept.push(bucket);
  return {
    buckets: Int32Array.from(kept),
    idf: Float32Array.from(kept, (bucket) => Math.log((1 + texts.length) / (1 + frequency[bucket]!)) + 1),
  };
}

/** (1 + ln count) · idf over the known buckets, each block scaled to its length. */
export function vectorise(text: Grams, vocabulary: Vocabulary): SparseVector {
  const columns = new Int32Array(text.buckets.length);
  const values = new Float32Array(text.buckets.length);
  const used = fillRow(text, vocabulary, undefined, columns, values, 0);
  return { columns: columns.slice(0, used), values: values.slice(0, used) };
}

/**
 * Writes one text's columns and values from `from` on.
 * @param table see {@link columnsByBucket}; without it buckets are searched for
 * @returns where they end
 */
function fillRow(
  { buckets, counts }: Grams,
  { buckets: known, idf }: Vocabulary,
  table: Int32Array | undefined,
  columns: Int32Array,
  values: Float32Array,
  from: number,
): number {
  let used = from;
  let start = from;
  let block = 0;
  let below = 0;
  for (let i = 0; i < buckets.length; i++) {
    const bucket = buckets[i]!;
    let column = -1;
    if (table !== undefined) column = table[bucket]!;
    else {
      below = firstNotBelow(known, bucket, below);
      if (known[below] === bucket) column = below;
    }
    if (column < 0) continue;
    for (; bucket >= (block + 1) * BLOCK; block++) start = scaleTo(SCALES[block]!, values, start, used);
    columns[used] = column;
    values[used++] = (1 + Math.log(counts[i]!)) * idf[column]!;
  }
  scaleTo(SCALES[block]!, values, start, used);
  return used;
}

/** Binary search from `from` on. */
function firstNotBelow(sorted: Int32Array, value: number, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Brings the numbers from `start` to `end` to a length; gives their end back. */
function scaleTo(length: number, values: Float32Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += values[i]! * values[i]!;
  const scale = sum === 0 ? 0 : length / Math.sqrt(sum);
  for (let i = start; i < end; i++) values[i]! *= scale;
  return end;
}

/** Columns of the buckets that a text may hold, at their place; −1 where a bucket is not known. */
function columnsByBucket({ buckets }: Vocabulary): Int32Array {
  const columns = new Int32Array(SCALES.length * BLOCK).fill(-1);
  buckets.forEach((bucket, column) => (columns[bucket] = column));
  return columns;
}

/** The matrix that the classifier learns from: one row a text, the encoder's vectors times `scale` beside the grams. */
export function designMatrix(
  texts: readonly Grams[],
  vectors: readonly Float32Array[],
  vocabulary: Vocabulary,
  scale: number,
): DesignMatrix {
  const most = texts.reduce((sum, { buckets }) => sum + buckets.length, 0);
  const columns = new Int32Array(most);
  const values = new Float32Array(most);
  const starts = new Int32Array(texts.length + 1);
  // A table of all buckets pays for itself where many are looked up.
  const table = most >= BLOCK / 4 ? columnsByBucket(vocabulary) : undefined;
  texts.forEach((text, i) => {
    starts[i + 1] = fillRow(text, vocabulary, table, columns, values, starts[i]!);
  });
  const denseWidth = vectors[0]?.length ?? 0;
  const dense = new Float32Array(texts.length * denseWidth);
  vectors.forEach((vector, i) => {
    for (let j = 0; j < denseWidth; j++) dense[i * denseWidth + j] = scale * vector[j]!;
  });
  const used = starts[texts.length]!;
  return {
    ...{ rows: texts.length, starts, columns: columns.subarray(0, used), values: values.subarray(0, used) },
    ...{ sparseWidth: vocabulary.buckets.length, dense, denseWidth },
  };
}
