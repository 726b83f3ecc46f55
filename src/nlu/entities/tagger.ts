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
  /** Of a label (row) behind another (column), `labels × labels`, then of a label at the beginning. */
  readonly tagTransitions: Float32Array;
  /** Middles of groups of words that mean the like, `groups × dim`; none where the encoder knows no words. */
  readonly tagGroups: Int8Array;
}

export const NO_TAGGER: TaggerWeights = {
  tagFeatures: new Int32Array(),
  tagCounts: new Uint16Array(),
  tagLabels: new Uint16Array(),
  tagWeights: new Int8Array(),
  tagTransitions: new Float32Array(),
  tagGroups: new Int8Array(),
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
const continues = (label: number): boolean => label > 0 && label % 2 === 0;

/**
 * The sequence of labels with the largest sum of scores (Viterbi).
 * @param scores `tokens × labels`
 * @param transitions as in {@link TaggerWeights}, each row a label and its columns the labels before it
 */
export function bestLabels(scores: Float64Array, labels: number, transitions: Float64Array): number[] {
  const length = scores.length / labels;
  const back = new Uint16Array(length * labels);
  let sums = new Float64Array(labels);
  let next = new Float64Array(labels);
  for (let k = 0; k < labels; k++) {
    sums[k] = continues(k) ? -Infinity : scores[k]! + transitions[labels * labels + k]!;
  }
  for (let t = 1; t < length; t++) {
    for (let k = 0; k < labels; k++) {
      const row = k * labels;
      let from = continues(k) ? k - 1 : 0;
      const to = continues(k) ? k : labels - 1;
      let best = sums[from]! + transitions[row + from]!;
      for (let j = from + 1; j <= to; j++) {
        const sum = sums[j]! + transitions[row + j]!;
        if (sum > best) {
          best = sum;
          from = j;
        }
      }
      back[t * labels + k] = from;
      next[k] = best + scores[t * labels + k]!;
    }
    [sums, next] = [next, sums];
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

/** Where a feature stands in an ascending list of them; negative where it does not. */
function placeOf(features: Int32Array, feature: number): number {
  let from = 0;
  let to = features.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (features[middle]! < feature) from = middle + 1;
    else to = middle;
  }
  return features[from] === feature ? from : -1;
}

/** @param largest the weight that is packed as the largest number */
export function createTagger(weights: TaggerWeights, labels: number, largest: number) {
  const { tagFeatures, tagCounts, tagLabels, tagWeights, tagTransitions } = weights;
  const unpacked = Float64Array.from({ length: 2 * LARGEST + 1 }, (_, at) => unpackWeight(at - LARGEST, largest));
  const starts = new Int32Array(tagCounts.length + 1);
  for (let i = 0; i < tagCounts.length; i++) starts[i + 1] = starts[i]! + tagCounts[i]!;
  const transitions = Float64Array.from(tagTransitions);
  const add = (scores: Float64Array, token: number, features: Int32Array): void => {
    const from = token * labels;
    for (let f = 0; f < features.length; f++) {
      const row = placeOf(tagFeatures, features[f]!);
      if (row < 0) continue;
      const end = starts[row + 1]!;
      for (let i = starts[row]!; i < end; i++) scores[from + tagLabels[i]!]! += unpacked[tagWeights[i]! + LARGEST]!;
    }
  };
  /** A label for every token, given the features of each. */
  return (features: readonly Int32Array[]): number[] => {
    if (features.length === 0) return [];
    const scores = new Float64Array(features.length * labels);
    for (let t = 0; t < features.length; t++) add(scores, t, features[t]!);
    return bestLabels(scores, labels, transitions);
  };
}
