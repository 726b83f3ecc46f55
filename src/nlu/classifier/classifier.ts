import { fitHidden, hiddenLogits } from "../../stats/hidden-softmax.js";
import { fitOnline } from "../../stats/online-softmax.js";
import { softmaxLogits } from "../../stats/softmax-regression.js";
import { designMatrix, learnVocabulary } from "../features.js";
import { isMany, minimumTexts, passesOf } from "../settings.js";
import { classesOf, pick } from "./examples.js";
import type { DesignMatrix, LinearModel } from "../../stats/softmax-regression.js";
import type { Vocabulary } from "../features.js";
import type { NluSettings } from "../settings.js";
import type { Examples, TextNumbers } from "./examples.js";

/** Sums over grams and the encoder's vector. */
export interface Layer {
  readonly model: LinearModel;
  /** The bias of a text of which the encoder's vector says nothing, as if it were the mean vector. */
  readonly neutral: Float32Array;
}

/**
 * A fitted classifier, before it is packed: a softmax regression, and beside it a network with one hidden layer, which errs elsewhere.
 */
export interface Classifier {
  readonly vocabulary: Vocabulary;
  readonly linear: Layer;
  readonly hidden: Layer;
  /** From the hidden units, as far as they are above zero, to the classes. */
  readonly outputs: LinearModel;
}

/** Called between iterations of a fit; what it returns is awaited. True from `shouldStop` ends the work. */
export interface FitHooks {
  onIteration?(iteration: number): void | Promise<void>;
  shouldStop?(): boolean;
}

/** @param power 1: every class counts the same as a whole; 0: every example does */
function balancedWeights(labels: Int32Array, classes: number, power: number): number[] {
  const counts = Array<number>(classes).fill(0);
  for (const label of labels) counts[label]!++;
  return counts.map((count) => (count === 0 ? 0 : (labels.length / (classes * count)) ** power));
}

/** What is learnt from: texts, names of intents and strangers, as numbers with their classes. */
function lessons(examples: Examples, rows: readonly number[], strangers: readonly number[]) {
  const { names, intents } = examples;
  const named = [...intents.keys()].filter((intent) => names.grams[intent]!.buckets.length > 0);
  const others = classesOf(examples) > intents.length ? strangers : [];
  const parts = [pick(examples.texts, rows), pick(names, named), pick(examples.outside, others)];
  return {
    texts: parts.flatMap((part) => part.grams),
    vectors: parts.flatMap((part) => part.vectors),
    labels: Int32Array.from([
      ...rows.map((row) => examples.labels[row]!),
      ...named,
      ...others.map(() => intents.length),
    ]),
  };
}

/**
 * Learns vocabulary and weights from some of the examples.
 * @param strangers rows of what is outside
 */
export async function fitClassifier(
  examples: Examples,
  rows: readonly number[],
  strangers: readonly number[],
  settings: NluSettings,
  hooks: FitHooks,
): Promise<Classifier> {
  const classes = classesOf(examples);
  const { texts, vectors, labels } = lessons(examples, rows, strangers);
  const vocabulary = learnVocabulary(texts, minimumTexts(settings, texts.length));
  const whole = designMatrix(texts, vectors, vocabulary, settings.encoderScale);
  const matrix = examples.ordered && isMany(texts.length) ? narrow(whole, settings.dims, 1) : whole;
  const means = centre(matrix);
  const { epochs, batch, pace } = passesOf(texts.length);
  const common = { ...hooks, epochs, batch, classWeights: balancedWeights(labels, classes, settings.balance) };
  const { l2, rate } = settings;
  const linear = await fitOnline(matrix, labels, classes, { ...common, l2, rate: pace * rate });
  const { dims, encoderShare, ...hidden } = settings.hidden;
  const network = await fitHidden(narrow(matrix, dims, encoderShare), labels, classes, {
    ...common,
    ...hidden,
    rate: pace * hidden.rate,
    onIteration: (iteration) => hooks.onIteration?.(epochs + iteration),
  });
  const { weights } = network.inputs;
  for (let at = matrix.sparseWidth * hidden.units; at < weights.length; at++) weights[at]! *= encoderShare;
  return {
    vocabulary,
    linear: layerOf(linear, matrix, means),
    hidden: layerOf(network.inputs, matrix, means.subarray(0, dims)),
    outputs: network.outputs,
  };
}

/** Dense columns that a model has weights for. */
const densesOf = ({ weights, classes }: LinearModel, { sparseWidth }: DesignMatrix): number =>
  weights.length / classes - sparseWidth;

/** The same matrix with the first dense columns only, scaled. */
function narrow(matrix: DesignMatrix, dims: number, scale: number): DesignMatrix {
  const denseWidth = Math.min(dims, matrix.denseWidth);
  const dense = new Float32Array(matrix.rows * denseWidth);
  for (let row = 0; row < matrix.rows; row++) {
    for (let j = 0; j < denseWidth; j++)
      dense[row * denseWidth + j] = scale * matrix.dense[row * matrix.denseWidth + j]!;
  }
  return { ...matrix, dense, denseWidth };
}

/**
 * Takes the mean of each dense column from it, in place. The free bias makes the fitted function the same, but the descent no longer
 * has to find its way along a common part that is much larger than what tells texts apart.
 * @returns the means
 */
function centre({ dense, denseWidth, rows }: DesignMatrix): Float64Array {
  const means = new Float64Array(denseWidth);
  for (let from = 0; from < dense.length; from += denseWidth)
    for (let j = 0; j < denseWidth; j++) means[j]! += dense[from + j]! / rows;
  for (let from = 0; from < dense.length; from += denseWidth)
    for (let j = 0; j < denseWidth; j++) dense[from + j]! -= means[j]!;
  return means;
}

/** Makes a model of centred columns one of the columns as they are. */
function layerOf(model: LinearModel, { sparseWidth }: DesignMatrix, means: Float64Array): Layer {
  const { classes, weights, bias } = model;
  const neutral = Float32Array.from(bias);
  for (let k = 0; k < classes; k++) {
    let shift = 0;
    for (let j = 0; j < means.length; j++) shift += means[j]! * weights[(sparseWidth + j) * classes + k]!;
    bias[k]! -= shift;
  }
  return { model, neutral };
}

/** Logits of some texts by each of a classifier's parts, `rows × classes`. */
export function logitsOf(
  { vocabulary, linear, hidden, outputs }: Classifier,
  texts: TextNumbers,
  rows: readonly number[],
  settings: NluSettings,
): { linear: Float64Array; hidden: Float64Array } {
  const { grams, vectors } = pick(texts, rows);
  const matrix = designMatrix(grams, vectors, vocabulary, settings.encoderScale);
  return {
    linear: softmaxLogits(linear.model, narrow(matrix, densesOf(linear.model, matrix), 1)),
    hidden: hiddenLogits({ inputs: hidden.model, outputs }, narrow(matrix, settings.hidden.dims, 1)),
  };
}
