import { createRandom } from "../../stats/random.js";
import { bestLabels, packWeight, type TaggerWeights } from "./tagger.js";

/** An utterance as a tagger sees it. */
export interface TaggedExample {
  /** Of each token. */
  readonly features: readonly Int32Array[];
  /** The same without what the intent says. */
  readonly withoutIntent: readonly Int32Array[];
  readonly labels: readonly number[];
}

interface FitOptions {
  /** Called after each pass over the examples; what it returns is awaited. */
  onPass?(): void | Promise<void>;
}

/** Chosen by cross-validation on slot-filling data in Chinese and English: more of either gains nothing. */
const ROUNDS = 3;
const PASSES = 8;
/** How often an example is looked at without its intent: a predicted intent may be wrong. */
const UNTOLD = 0.3;
/** A mean weight below this share of the largest is not stored. */
const NEGLIGIBLE = 2e-3;

/** Weights of one feature for the labels it has met, now and summed over time. */
interface Row {
  readonly labels: number[];
  readonly weights: number[];
  readonly sums: number[];
}

/** One run of the averaged structured perceptron (Collins 2002), whole numbers throughout. */
class Perceptron {
  /** By number of the feature. */
  readonly #rows: (Row | undefined)[];
  readonly #transitions: Float64Array;
  readonly #sums: Float64Array;
  #time = 1;

  constructor(
    readonly labels: number,
    features: number,
  ) {
    this.#rows = Array<Row | undefined>(features).fill(undefined);
    this.#transitions = new Float64Array(labels * labels + labels);
    this.#sums = new Float64Array(this.#transitions.length);
  }

  learn(features: readonly Int32Array[], labels: readonly number[]): void {
    if (labels.length === 0) return;
    const guess = bestLabels(this.#scores(features), this.labels, this.#transitions);
    for (let t = 0; t < labels.length; t++) {
      const [right, wrong] = [labels[t]!, guess[t]!];
      if (right !== wrong) {
        for (const feature of features[t]!) {
          this.#change(feature, right, 1);
          this.#change(feature, wrong, -1);
        }
      }
      const [of, instead] = [this.#transition(labels, t), this.#transition(guess, t)];
      if (of === instead) continue;
      this.#turn(of, 1);
      this.#turn(instead, -1);
    }
    this.#time++;
  }

  /** Adds the mean of all weights that there have been to a sum. */
  addTo(rows: Map<number, number>[], transitions: Float64Array): void {
    const mean = (weight: number, sum: number): number => weight - sum / this.#time;
    this.#rows.forEach((row, feature) => {
      if (row === undefined) return;
      const means = rows[feature]!;
      row.labels.forEach((label, i) => {
        means.set(label, (means.get(label) ?? 0) + mean(row.weights[i]!, row.sums[i]!));
      });
    });
    for (let i = 0; i < transitions.length; i++) transitions[i]! += mean(this.#transitions[i]!, this.#sums[i]!);
  }

  #scores(features: readonly Int32Array[]): Float64Array {
    const scores = new Float64Array(features.length * this.labels);
    features.forEach((of, t) => {
      for (let f = 0; f < of.length; f++) {
        const row = this.#rows[of[f]!];
        if (row === undefined) continue;
        const { labels, weights } = row;
        for (let i = 0; i < labels.length; i++) scores[t * this.labels + labels[i]!]! += weights[i]!;
      }
    });
    return scores;
  }

  #transition(labels: readonly number[], t: number): number {
    return t === 0 ? this.labels * this.labels + labels[0]! : labels[t]! * this.labels + labels[t - 1]!;
  }

  #turn(transition: number, by: number): void {
    this.#transitions[transition]! += by;
    this.#sums[transition]! += by * this.#time;
  }

  #change(feature: number, label: number, by: number): void {
    const row = (this.#rows[feature] ??= { labels: [], weights: [], sums: [] });
    let at = row.labels.indexOf(label);
    if (at < 0) {
      at = row.labels.push(label) - 1;
      row.weights.push(0);
      row.sums.push(0);
    }
    row.weights[at]! += by;
    row.sums[at]! += by * this.#time;
  }
}

function pack(features: Int32Array, rows: readonly Map<number, number>[], transitions: Float64Array): Packed {
  let largest = 0;
  for (const row of rows) for (const weight of row.values()) largest = Math.max(largest, Math.abs(weight));
  const kept = rows
    .map((row, i) => ({
      feature: features[i]!,
      weights: [...row].filter(([, weight]) => Math.abs(weight) > NEGLIGIBLE * largest).sort(([a], [b]) => a - b),
    }))
    .filter(({ weights }) => weights.length > 0);
  const all = kept.flatMap(({ weights }) => weights);
  const weights = {
    tagFeatures: Int32Array.from(kept, ({ feature }) => feature),
    tagCounts: Uint16Array.from(kept, (row) => row.weights.length),
    tagLabels: Uint16Array.from(all, ([label]) => label),
    tagWeights: Int8Array.from(all, ([, weight]) => packWeight(weight, largest)),
    tagTransitions: Float32Array.from(transitions),
  };
  return { weights, largest };
}

interface Packed {
  readonly weights: Omit<TaggerWeights, "tagGroups">;
  readonly largest: number;
}

/** All features in ascending order, and the examples with their places in it. */
function number(examples: readonly TaggedExample[]): { features: Int32Array; numbered: TaggedExample[] } {
  const seen = new Set<number>();
  for (const { features, withoutIntent } of examples) {
    for (const of of [...features, ...withoutIntent]) for (const feature of of) seen.add(feature);
  }
  const features = Int32Array.from(seen).sort();
  const places = new Map(Array.from(features, (feature, i) => [feature, i]));
  const placed = (all: readonly Int32Array[]) => all.map((of) => of.map((feature) => places.get(feature)!));
  const numbered = examples.map((example) => ({
    features: placed(example.features),
    withoutIntent: placed(example.withoutIntent),
    labels: example.labels,
  }));
  return { features, numbered };
}

/**
 * Fits a tagger: averaged structured perceptrons over several seeded orders of the examples, added up, since one alone
 * depends on its order. The same examples in the same order give the same weights.
 */
export async function fitTagger(
  examples: readonly TaggedExample[],
  labels: number,
  options: FitOptions = {},
): Promise<Packed> {
  const { features, numbered } = number(examples);
  const rows = Array.from(features, () => new Map<number, number>());
  const transitions = new Float64Array(labels * labels + labels);
  for (let round = 0; round < ROUNDS; round++) {
    const random = createRandom(round);
    const perceptron = new Perceptron(labels, features.length);
    for (let pass = 0; pass < PASSES; pass++) {
      for (const { features: told, withoutIntent, labels: right } of random.shuffle(numbered)) {
        perceptron.learn(random.next() < UNTOLD ? withoutIntent : told, right);
      }
      await options.onPass?.();
    }
    perceptron.addTo(rows, transitions);
  }
  return pack(features, rows, transitions);
}
