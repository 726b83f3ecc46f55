import { createHash } from "node:crypto";
import { KefuError } from "../messages/errors.js";
import { TOKENISER_VERSION } from "../text/tokens.js";
import { examplesOf, fitClassifier, soundless } from "./classifier.js";
import { checkDatasets } from "./data/dataset-check.js";
import { isOutOfScope, mergeDatasets } from "./data/dataset.js";
import { FEATURES_VERSION } from "./features.js";
import { stratifiedFolds } from "./folds.js";
import { FORMAT, VERSION, writeModelFile } from "./model-file.js";
import { hasChinese, misheard } from "./misheard.js";
import { calibrate, countRight, judgeUnseen } from "./out-of-fold.js";
import { DEFAULT_SETTINGS } from "./settings.js";
import { TAG_FEATURES_VERSION } from "./entities/tag-features.js";
import { learnEntities, TAGGER_LEARNER } from "./entities/tagger-train.js";
import type { Embedder, EmbedderInfo } from "../embed/embedder.js";
import type { Classifier, Examples } from "./classifier.js";
import type { Dataset, Utterance } from "./data/dataset.js";
import type { ModelSections } from "./model-file.js";
import type { Unseen } from "./out-of-fold.js";
import type { NluSettings } from "./settings.js";
import type { TaggerWeights } from "./entities/tagger.js";

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
const LEARNER = "online-2";
/** Most passes of a fit, for progress only. */
const USUAL_ITERATIONS = 20;

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

/** Weights of the grams as int8 with one scale a feature (a rare gram's weights are small against a frequent one's). */
function pack({ vocabulary, model, neutral }: Classifier): Omit<ModelSections, keyof TaggerWeights> {
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
  return { buckets: vocabulary.buckets, idf: vocabulary.idf, scales, weights, dense, bias: model.bias, neutral };
}

/** What the classifier may see of the texts; where both are possible, with the syllables of Chinese comes first. */
async function candidatesOf(
  dataset: Dataset,
  inside: readonly Utterance[],
  embedder: Embedder,
  { sound }: NluSettings,
): Promise<{ examples: Examples; sound: boolean }[]> {
  const texts = inside.map(({ text }) => text);
  const chosen = sound === "choose" && !hasChinese(texts) ? false : sound;
  if (chosen !== "choose") return [{ examples: await examplesOf(dataset, embedder, chosen), sound: chosen }];
  const examples = await examplesOf(dataset, embedder, true, texts.map(misheard));
  return [
    { examples, sound: true },
    { examples: soundless(examples), sound: false },
  ];
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
  const dataset = mergeDatasets([data]);
  const inside = dataset.utterances.filter((utterance) => !isOutOfScope(utterance));
  const used = Math.min(FOLDS, Math.ceil((ENOUGH * FOLDS) / inside.length));
  const candidates = await candidatesOf(dataset, inside, embedder, settings);
  const progress = progressCounter(options, candidates.length * used + 1);
  const assigned = stratifiedFolds(inside, FOLDS, SEED);
  const hooks = { ...progress.hooks, onFold: progress.next };
  const judged: { examples: Examples; sound: boolean; unseen: Unseen }[] = [];
  for (const candidate of candidates)
    judged.push({
      ...candidate,
      unseen: await judgeUnseen(candidate.examples, assigned, FOLDS, used, settings, hooks),
    });
  const right = ({ unseen, examples }: (typeof judged)[number]) => countRight(unseen, examples.intents.length);
  const { examples, sound, unseen } = judged.reduce((best, one) => (right(one) > right(best) ? one : best));
  const strangers = [...examples.outside.grams.keys()];
  const classifier = await fitClassifier(examples, [...examples.labels.keys()], strangers, settings, progress.hooks);
  await progress.next();
  const entities = await learnEntities(dataset, progress.alive);
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
      settings: { ...settings, sound },
      ...calibrate(unseen, examples.intents.length, settings.maxInScopeLoss),
      entities: entities.rules,
    },
    { ...pack(classifier), ...entities.weights },
  );
}
