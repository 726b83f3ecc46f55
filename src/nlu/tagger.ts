/**
 * Labels of a tagger by number: 0 for no entity, 2e + 1 for the first token of a span of kind e, 2e + 2 for a further one.
 * A span's kind is its entity with its role and group.
 */
export interface SpanKindOfData {
  readonly entity: string;
  readonly role?: string;
  readonly group?: string;
}

/** What a tagger has learnt, as it stands in a model file. */
export interface TaggerWeights {
  /** Features with a weight, ascending. */
  readonly tagFeatures: Int32Array;
  /** How many labels each of them has a weight for. */
  readonly tagCounts: Uint16Array;
  /** These labels, and their weights packed by {@link packWeight}, feature after feature. */
  readonly tagLabels: Uint16Array;
  readonly tagWeights: Int8Array;
  /** Of a label after another (`labels × labels`), then of a label at the beginning. */
  readonly tagTransitions: Float32Array;
}

export const NO_TAGGER: TaggerWeights = {
  tagFeatures: new Int32Array(),
  tagCounts: new Uint16Array(),
  tagLabels: new Uint16Array(),
  tagWeights: new Int8Array(),
  tagTransitions: new Float32Array(),
};

/** The largest number that a packed weight has. */
const LARGEST = 127;

/** Weights are stored by their square roots: small ones, of which there are most, keep more of their worth. */
export function packWeight(weight: number, largest: number): number {
  return Math.sign(weight) * Math.round(LARGEST * Math.sqrt(Math.abs(weight) / largest));
}

function unpackWeight(packed: number, largest: number): number {
  return (Math.sign(packed) * largest * packed * packed) / (LARGEST * LARGEST);
}

/** A further token of a span stands behind the first or another further one of the same kind only. */
export const continues = (label: number): boolean => label > 0 && label % 2 === 0;

/**
 * The sequence of labels with the largest sum of scores (Viterbi).
 * @param scores `tokens × labels`
 * @param transitions as in {@link TaggerWeights}
 */
export function bestLabels(scores: Float64Array, labels: number, transitions: ArrayLike<number>): number[] {
  const length = scores.length / labels;
  const back = new Uint16Array(length * labels);
  let sums = new Float64Array(labels);
  for (let k = 0; k < labels; k++) {
    sums[k] = continues(k) ? -Infinity : scores[k]! + transitions[labels * labels + k]!;
  }
  for (let t = 1; t < length; t++) {
    const next = new Float64Array(labels);
    for (let k = 0; k < labels; k++) {
      const [from, to] = continues(k) ? [k - 1, k] : [0, labels - 1];
      let best = -Infinity;
      for (let j = from; j <= to; j++) {
        const sum = sums[j]! + transitions[j * labels + k]!;
        if (sum <= best) continue;
        best = sum;
        back[t * labels + k] = j;
      }
      next[k] = best + scores[t * labels + k]!;
    }
    sums = next;
  }
  let label = 0;
  for (let k = 1; k < labels; k++) if (sums[k]! > sums[label]!) label = k;
  const path = Array<number>(length).fill(0);
  for (let t = length - 1; t >= 0; t--) {
    path[t] = label;
    label = back[t * labels + label]!;
  }
  return path;
}

function indexOf(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** @param largest the weight that is packed as the largest number */
export function createTagger(weights: TaggerWeights, labels: number, largest: number) {
  const { tagFeatures, tagCounts, tagLabels, tagWeights, tagTransitions } = weights;
  const values = Float64Array.from({ length: 2 * LARGEST + 1 }, (_, i) => unpackWeight(i - LARGEST, largest));
  const starts = new Int32Array(tagCounts.length + 1);
  for (let i = 0; i < tagCounts.length; i++) starts[i + 1] = starts[i]! + tagCounts[i]!;
  /** A label for every token, given the features of each. */
  return (features: readonly Int32Array[]): number[] => {
    if (features.length === 0) return [];
    const scores = new Float64Array(features.length * labels);
    features.forEach((of, t) => {
      for (const feature of of) {
        const row = indexOf(tagFeatures, feature);
        if (row < 0) continue;
        for (let i = starts[row]!; i < starts[row + 1]!; i++) {
          scores[t * labels + tagLabels[i]!]! += values[tagWeights[i]! + LARGEST]!;
        }
      }
    });
    return bestLabels(scores, labels, tagTransitions);
  };
}
