import { fitOnline } from "../stats/online-softmax.js";
import { softmaxLogits } from "../stats/softmax-regression.js";
import { withoutCourtesy } from "../text/courtesy.js";
import { designMatrix, grams, learnVocabulary, withoutSyllables } from "./features.js";
import { intentsOf, isOutOfScope } from "./data/dataset.js";
import { nameAsExample } from "./intent-names.js";
import { minimumTexts, passesOf } from "./settings.js";
import type { DesignMatrix, LinearModel } from "../stats/softmax-regression.js";
import type { Dataset } from "./data/dataset.js";
import type { Embedder } from "../embed/embedder.js";
import type { Grams, Vocabulary } from "./features.js";
import type { NluSettings } from "./settings.js";

/** What a classifier sees of texts. */
export interface TextNumbers {
  readonly grams: readonly Grams[];
  readonly vectors: readonly Float32Array[];
}

/** A data set as numbers: what every fold and the last fit share. */
export interface Examples {
  readonly intents: readonly string[];
  readonly texts: TextNumbers;
  /** Of each text. */
  readonly labels: Int32Array;
  /** The intents' names, one an intent, as examples that every fit sees. */
  readonly names: TextNumbers;
  /** What belongs to no intent; a class of its own, the last one, where there is enough of it. */
  readonly outside: TextNumbers;
  /** The texts as they may be misheard, in their order; empty where nothing is chosen by them. */
  readonly misheard: TextNumbers;
}

/** So few examples of everything else say nothing. */
const LEAST_OUTSIDE = 5;

/** Classes that a classifier of these examples tells apart: the intents, and perhaps what is outside. */
export function classesOf({ intents, outside }: Examples): number {
  return intents.length + (outside.grams.length >= LEAST_OUTSIDE ? 1 : 0);
}

/** A fitted classifier, before it is packed. */
export interface Classifier {
  readonly vocabulary: Vocabulary;
  readonly model: LinearModel;
  /** The bias of a text of which the encoder's vector says nothing, as if it were the mean vector. */
  readonly neutral: Float32Array;
}

/** Called after each iteration of a fit; what it returns is awaited. True from `shouldStop` ends the work. */
export interface FitHooks {
  onIteration?(iteration: number): void | Promise<void>;
  shouldStop?(): boolean;
}

/**
 * A data set as numbers.
 * @param sound with the syllables of Chinese
 * @param misheard what stands for each utterance in scope where it is misheard, in their order; or nothing
 */
export async function examplesOf(
  dataset: Dataset,
  embedder: Embedder,
  sound: boolean,
  misheard: readonly string[] = [],
): Promise<Examples> {
  const textNumbers = async (texts: readonly string[]): Promise<TextNumbers> => {
    const matter = texts.map(withoutCourtesy);
    return { grams: matter.map((text) => grams(text, sound)), vectors: await embedder.embed(matter, "query") };
  };
  const { utterances } = dataset;
  const intents = intentsOf(dataset);
  const numbers = new Map(intents.map((name, i) => [name, i]));
  const inside = utterances.filter((utterance) => !isOutOfScope(utterance));
  const outside = utterances.filter(isOutOfScope);
  return {
    intents,
    texts: await textNumbers(inside.map(({ text }) => text)),
    labels: Int32Array.from(inside, ({ intent }) => numbers.get(intent)!),
    names: await textNumbers(intents.map(nameAsExample)),
    outside: await textNumbers(outside.map(({ text }) => text)),
    misheard: await textNumbers(misheard),
  };
}

/** The same examples without the syllables of Chinese. */
export function soundless({ texts, names, outside, misheard, ...rest }: Examples): Examples {
  const without = ({ grams, vectors }: TextNumbers): TextNumbers => ({ grams: grams.map(withoutSyllables), vectors });
  const parts = {
    texts: without(texts),
    names: without(names),
    outside: without(outside),
    misheard: without(misheard),
  };
  return { ...rest, ...parts };
}

function pick({ grams, vectors }: TextNumbers, rows: readonly number[]): TextNumbers {
  return { grams: rows.map((row) => grams[row]!), vectors: rows.map((row) => vectors[row]!) };
}

/** @param power 1: every class counts the same as a whole; 0: every example does */
function balancedWeights(labels: Int32Array, classes: number, power: number): number[] {
  const counts = Array<number>(classes).fill(0);
  for (const label of labels) counts[label]!++;
  return counts.map((count) => (count === 0 ? 0 : (labels.length / (classes * count)) ** power));
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
  const { names, intents } = examples;
  const classes = classesOf(examples);
  const named = [...intents.keys()].filter((intent) => names.grams[intent]!.buckets.length > 0);
  const others = classes > intents.length ? strangers : [];
  const parts = [pick(examples.texts, rows), pick(names, named), pick(examples.outside, others)];
  const texts = parts.flatMap((part) => part.grams);
  const vectors = parts.flatMap((part) => part.vectors);
  const labels = Int32Array.from([
    ...rows.map((row) => examples.labels[row]!),
    ...named,
    ...others.map(() => intents.length),
  ]);
  const vocabulary = learnVocabulary(texts, minimumTexts(settings, texts.length));
  const matrix = designMatrix(texts, vectors, vocabulary, settings.encoderScale);
  const means = centre(matrix);
  const model = await fitOnline(matrix, labels, classes, {
    l2: settings.l2,
    rate: settings.rate,
    ...passesOf(texts.length),
    classWeights: balancedWeights(labels, classes, settings.balance),
    ...hooks,
  });
  const neutral = Float32Array.from(model.bias);
  shiftBias(model, matrix, means);
  return { vocabulary, model, neutral };
}

/**
 * Takes the mean of each dense column from it, in place. The free bias makes the fitted function the same, but the descent no longer
 * has to find its way along a common part that is much larger than what tells texts apart.
 * @returns the means
 */
function centre({ dense, denseWidth, rows }: DesignMatrix): Float64Array {
  const means = new Float64Array(denseWidth);
  for (let at = 0; at < rows * denseWidth; at++) means[at % denseWidth]! += dense[at]! / rows;
  for (let at = 0; at < rows * denseWidth; at++) dense[at]! -= means[at % denseWidth]!;
  return means;
}

/** Makes a model of centred columns one of the columns as they are. */
function shiftBias(model: LinearModel, { sparseWidth }: DesignMatrix, means: Float64Array): void {
  const { classes, weights, bias } = model;
  for (let k = 0; k < classes; k++) {
    let shift = 0;
    for (let j = 0; j < means.length; j++) shift += means[j]! * weights[(sparseWidth + j) * classes + k]!;
    bias[k]! -= shift;
  }
}

/** Logits of some texts, `rows × classes`. */
export function logitsOf(
  classifier: Classifier,
  texts: TextNumbers,
  rows: readonly number[],
  settings: NluSettings,
): Float64Array {
  const { grams, vectors } = pick(texts, rows);
  return softmaxLogits(classifier.model, designMatrix(grams, vectors, classifier.vocabulary, settings.encoderScale));
}
