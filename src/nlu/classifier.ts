import { fitSoftmax, softmaxLogits } from "../stats/softmax-regression.js";
import { designMatrix, grams, learnVocabulary } from "./features.js";
import { intentsOf } from "./dataset.js";
import { minimumTexts } from "./settings.js";
import type { SoftmaxModel } from "../stats/softmax-regression.js";
import type { Dataset } from "./dataset.js";
import type { Embedder } from "../embed/embedder.js";
import type { Grams, Vocabulary } from "./features.js";
import type { NluSettings } from "./settings.js";

/** A data set as numbers: what every fold and the last fit share. */
export interface Examples {
  readonly intents: readonly string[];
  readonly labels: Int32Array;
  readonly grams: readonly Grams[];
  readonly vectors: readonly Float32Array[];
}

/** A fitted classifier, before it is packed. */
export interface Classifier {
  readonly vocabulary: Vocabulary;
  readonly model: SoftmaxModel;
}

/** Called after each iteration of a fit; what it returns is awaited. True from `shouldStop` ends the work. */
export interface FitHooks {
  onIteration?(iteration: number): void | Promise<void>;
  shouldStop?(): boolean;
}

/** What a classifier sees of texts. */
export async function textsAsNumbers(
  utterances: readonly { readonly text: string }[],
  embedder: Embedder,
): Promise<Pick<Examples, "grams" | "vectors">> {
  const texts = utterances.map(({ text }) => text);
  return { grams: texts.map(grams), vectors: await embedder.embed(texts, "query") };
}

/** @param dataset without anything out of scope */
export async function examplesOf(dataset: Dataset, embedder: Embedder): Promise<Examples> {
  const intents = intentsOf(dataset);
  const numbers = new Map(intents.map((name, i) => [name, i]));
  const labels = Int32Array.from(dataset.utterances, ({ intent }) => numbers.get(intent)!);
  return { intents, labels, ...(await textsAsNumbers(dataset.utterances, embedder)) };
}

function pick<T>(items: readonly T[], rows: readonly number[]): T[] {
  return rows.map((row) => items[row]!);
}

function balancedWeights(labels: Int32Array, classes: number): number[] {
  const counts = Array<number>(classes).fill(0);
  for (const label of labels) counts[label]!++;
  return counts.map((count) => (count === 0 ? 0 : labels.length / (classes * count)));
}

/** Learns vocabulary and weights from some rows of the examples. */
export async function fitClassifier(
  examples: Examples,
  rows: readonly number[],
  settings: NluSettings,
  hooks: FitHooks,
): Promise<Classifier> {
  const texts = pick(examples.grams, rows);
  const labels = Int32Array.from(rows, (row) => examples.labels[row]!);
  const vocabulary = learnVocabulary(texts, minimumTexts(settings, texts.length));
  const matrix = designMatrix(texts, pick(examples.vectors, rows), vocabulary, settings.encoderScale);
  const classes = examples.intents.length;
  const model = await fitSoftmax(matrix, labels, classes, {
    l2: settings.l2,
    improvement: settings.improvement,
    maxIterations: settings.maxIterations,
    ...(settings.classWeights === "balanced" ? { classWeights: balancedWeights(labels, classes) } : {}),
    ...hooks,
  });
  return { vocabulary, model };
}

/** Logits of some rows, `rows × intents`. */
export function logitsOf(
  classifier: Classifier,
  examples: Pick<Examples, "grams" | "vectors">,
  rows: readonly number[],
  settings: NluSettings,
): Float64Array {
  const vectors = pick(examples.vectors, rows);
  const matrix = designMatrix(pick(examples.grams, rows), vectors, classifier.vocabulary, settings.encoderScale);
  return softmaxLogits(classifier.model, matrix);
}
