import { createHash } from "node:crypto";
import { KefuError } from "../messages/errors.js";
import { expectedCalibrationError } from "../stats/calibration.js";
import { fitTemperature } from "../stats/temperature.js";
import { TOKENISER_VERSION } from "../text/tokens.js";
import { examplesOf, fitClassifier, logitsOf, textsAsNumbers } from "./classifier.js";
import { checkDatasets } from "./dataset-check.js";
import { isOutOfScope, mergeDatasets } from "./dataset.js";
import { FEATURES_VERSION } from "./features.js";
import { stratifiedFolds } from "./folds.js";
import { FORMAT, VERSION, writeModelFile } from "./model-file.js";
import { chooseOperatingPoint } from "./scope.js";
import { DEFAULT_SETTINGS } from "./settings.js";
import { TAG_FEATURES_VERSION } from "./tag-features.js";
import { learnEntities, TAGGER_LEARNER } from "./tagger-train.js";
import type { Embedder, EmbedderInfo } from "../embed/embedder.js";
import type { Classifier, Examples } from "./classifier.js";
import type { Dataset } from "./dataset.js";
import type { ModelHeader, ModelSections } from "./model-file.js";
import type { ScopeJudgement } from "./scope.js";
import type { NluSettings } from "./settings.js";
import type { TaggerWeights } from "./tagger.js";

interface TrainOptions {
  /** Default {@link DEFAULT_SETTINGS}. */
  readonly settings?: NluSettings;
  /** Work done and expected, in iterations; the promise is awaited, so that a caller can let signals through. */
  onProgress?(done: number, total: number): void | Promise<void>;
  /** Asked after each iteration; true ends training with KefuError `interrupted`. */
  shouldStop?(): boolean;
}

const FOLDS = 5;
/** The folds of calibration do not depend on anything that a user sets. */
const SEED = 1;
/** Out-of-fold examples that one parameter, the temperature, is fitted on; more folds than needed cost time only. */
const ENOUGH = 1500;
/** Changes whenever the same examples give other weights. */
const LEARNER = "softmax-1";
/** A guess of the iterations of a fit, for progress only. */
const USUAL_ITERATIONS = 40;

/** SHA-256 (hex) over everything that a model's bytes follow from. */
export function fingerprint(
  dataset: Dataset,
  embedder: EmbedderInfo,
  settings: NluSettings = DEFAULT_SETTINGS,
): string {
  const { utterances, ...rest } = mergeDatasets([dataset]);
  const plain = utterances.map(({ text, intent, entities }) => [intent, text, entities]);
  const content = [
    FORMAT,
    VERSION,
    LEARNER,
    TAGGER_LEARNER,
    FEATURES_VERSION,
    TAG_FEATURES_VERSION,
    TOKENISER_VERSION,
    embedder,
    settings,
    plain,
    rest,
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** Counts iterations over several fits. */
function progressCounter(options: TrainOptions, fits: number) {
  let finished = 0;
  const hooks = {
    onIteration: (iteration: number) => {
      const within = Math.min(iteration, USUAL_ITERATIONS - 1);
      return options.onProgress?.(finished * USUAL_ITERATIONS + within, fits * USUAL_ITERATIONS);
    },
    shouldStop: () => options.shouldStop?.() === true,
  };
  const next = async () => {
    if (hooks.shouldStop()) throw new KefuError("interrupted", "common.interrupted");
    finished++;
    await options.onProgress?.(finished * USUAL_ITERATIONS, fits * USUAL_ITERATIONS);
  };
  /** Lets signals through without a step forward: entities take little of the time. */
  const alive = async () => {
    if (hooks.shouldStop()) throw new KefuError("interrupted", "common.interrupted");
    await options.onProgress?.(finished * USUAL_ITERATIONS, fits * USUAL_ITERATIONS);
  };
  return { hooks, next, alive };
}

/** Logits of examples by models that have not seen them. */
async function outOfFoldLogits(
  examples: Examples,
  assigned: Int32Array,
  folds: number,
  settings: NluSettings,
  progress: ReturnType<typeof progressCounter>,
  outside: Pick<Examples, "grams" | "vectors">,
): Promise<{ logits: Float64Array; labels: number[]; outside: Float64Array[] }> {
  const classes = examples.intents.length;
  const strangers: Float64Array[] = [];
  const parts: Float64Array[] = [];
  const labels: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen: number[] = [];
    const unseen: number[] = [];
    assigned.forEach((of, row) => (of === fold ? unseen : seen).push(row));
    const classifier = await fitClassifier(examples, seen, settings, progress.hooks);
    await progress.next();
    parts.push(logitsOf(classifier, examples, unseen, settings));
    const rows = [...outside.grams.keys()].filter((row) => row % folds === fold);
    strangers.push(logitsOf(classifier, outside, rows, settings));
    for (const row of unseen) labels.push(examples.labels[row]!);
  }
  const logits = new Float64Array(labels.length * classes);
  let at = 0;
  for (const part of parts) {
    logits.set(part, at);
    at += part.length;
  }
  return { logits, labels, outside: strangers };
}

/** The likeliest class of every row of scaled logits, and its probability. */
function forecasts(logits: Float64Array, classes: number, temperature: number): { best: number; confidence: number }[] {
  return Array.from({ length: logits.length / classes }, (_, i) => {
    const row = logits.subarray(i * classes, (i + 1) * classes);
    let best = 0;
    for (let k = 1; k < classes; k++) if (row[k]! > row[best]!) best = k;
    let sum = 0;
    for (const logit of row) sum += Math.exp((logit - row[best]!) / temperature);
    return { best, confidence: 1 / sum };
  });
}

/** Accuracy, calibration and operating point over out-of-fold examples. */
function judge(
  { logits, labels, outside }: Awaited<ReturnType<typeof outOfFoldLogits>>,
  classes: number,
  temperature: number,
  maxInScopeLoss: number,
): Pick<ModelHeader, "outOfFold" | "operatingPoint"> {
  const inside = forecasts(logits, classes, temperature).map(({ best, confidence }, i): ScopeJudgement => {
    return { score: confidence, correct: best === labels[i] };
  });
  const strangers = outside.flatMap((rows) => forecasts(rows, classes, temperature).map((row) => row.confidence));
  const accuracy = inside.filter(({ correct }) => correct).length / labels.length;
  const ece = expectedCalibrationError(inside.map(({ score, correct }) => ({ confidence: score, correct })));
  return {
    outOfFold: { n: labels.length, accuracy, ece },
    operatingPoint: chooseOperatingPoint(inside, strangers, maxInScopeLoss),
  };
}

/** Weights of the grams as int8 with one scale a feature (a rare gram's weights are small against a frequent one's). */
function pack({ vocabulary, model }: Classifier): Omit<ModelSections, keyof TaggerWeights> {
  const { classes } = model;
  const features = vocabulary.buckets.length;
  const scales = new Float32Array(features);
  const weights = new Int8Array(features * classes);
  for (let j = 0; j < features; j++) {
    const row = model.weights.subarray(j * classes, (j + 1) * classes);
    let largest = 0;
    for (const weight of row) largest = Math.max(largest, Math.abs(weight));
    if (largest === 0) continue;
    const scale = Math.fround(largest / 127);
    scales[j] = scale;
    for (let k = 0; k < classes; k++) weights[j * classes + k] = Math.round(row[k]! / scale);
  }
  const dense = model.weights.slice(features * classes);
  return { buckets: vocabulary.buckets, idf: vocabulary.idf, scales, weights, dense, bias: model.bias };
}

/**
 * Trains intents and entities: a softmax regression over hashed grams and the encoder's vector, its probabilities
 * calibrated by a temperature fitted on out-of-fold predictions. The bytes follow from data, settings and encoder
 * alone, whatever the order of files, intents and lines.
 *
 * @returns the model file, for `loadModel`
 * @throws KefuError `input` when the data cannot be learnt from (all reasons in `issues`), `interrupted` when stopped
 */
export async function trainModel(data: Dataset, embedder: Embedder, options: TrainOptions = {}): Promise<Uint8Array> {
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const errors = checkDatasets([data]).filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new KefuError("input", "nlu.data.unusable", { errors: errors.length }, { issues: errors });
  const merged = mergeDatasets([data]);
  const dataset = { ...merged, utterances: merged.utterances.filter((utterance) => !isOutOfScope(utterance)) };
  const examples = await examplesOf(dataset, embedder);
  const outside = await textsAsNumbers(merged.utterances.filter(isOutOfScope), embedder);
  const folds = Math.min(FOLDS, Math.ceil((ENOUGH * FOLDS) / examples.labels.length));
  const progress = progressCounter(options, folds + 1);
  const assigned = stratifiedFolds(dataset.utterances, FOLDS, SEED);
  const unseen = await outOfFoldLogits(examples, assigned, folds, settings, progress, outside);
  const classes = examples.intents.length;
  const temperature = fitTemperature(unseen.logits, unseen.labels, classes);
  const classifier = await fitClassifier(examples, [...examples.labels.keys()], settings, progress.hooks);
  await progress.next();
  const entities = await learnEntities(merged, progress.alive);
  return writeModelFile(
    {
      format: FORMAT,
      version: VERSION,
      fingerprint: fingerprint(dataset, embedder.info, settings),
      features: FEATURES_VERSION,
      tokeniser: TOKENISER_VERSION,
      embedder: embedder.info,
      intents: examples.intents,
      utterances: dataset.utterances.length,
      settings,
      temperature,
      ...judge(unseen, classes, temperature, settings.maxInScopeLoss),
      entities: entities.rules,
    },
    { ...pack(classifier), ...entities.weights },
  );
}
