import { createHash } from "node:crypto";
import { KefuError } from "../messages/errors.js";
import { TOKENISER_VERSION } from "../text/tokens.js";
import { fitClassifier } from "./classifier/classifier.js";
import { examplesOf, soundless } from "./classifier/examples.js";
import { packClassifier } from "./classifier/packed.js";
import { checkDatasets } from "./data/dataset-check.js";
import { isOutOfScope, mergeDatasets } from "./data/dataset.js";
import { FEATURES_VERSION } from "./features.js";
import { stratifiedFolds } from "./folds.js";
import { FORMAT, sectionsOf, VERSION, writeModelFile } from "./model-file.js";
import { hasChinese, misheard } from "./misheard.js";
import { calibrate, countRight, judgeUnseen } from "./out-of-fold.js";
import { DEFAULT_SETTINGS, passesOf } from "./settings.js";
import { TAG_FEATURES_VERSION } from "./entities/tag-features.js";
import { learnEntities, TAGGER_LEARNER } from "./entities/tagger-train.js";
import type { Embedder, EmbedderInfo } from "../embed/embedder.js";
import type { Examples } from "./classifier/examples.js";
import type { Dataset } from "./data/dataset.js";
import type { Unseen } from "./out-of-fold.js";
import type { NluSettings } from "./settings.js";

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
const LEARNER = "network-4";

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

/**
 * Counts iterations over several fits.
 * @param iterations of one fit
 */
function progressCounter(options: TrainOptions, fits: number, iterations: number) {
  let finished = 0;
  const hooks = {
    onIteration: (iteration: number) =>
      options.onProgress?.(finished * iterations + Math.min(iteration, iterations - 1), fits * iterations),
    shouldStop: () => options.shouldStop?.() === true,
  };
  /** Lets signals through without a step forward: features and entities take little of the time. */
  const alive = async () => {
    if (hooks.shouldStop()) throw new KefuError("interrupted", "common.interrupted");
    await options.onProgress?.(finished * iterations, fits * iterations);
  };
  const next = async () => {
    finished++;
    await alive();
  };
  return { hooks, next, alive };
}

/** Whether the classifier sees the syllables of Chinese; where both are possible, with them comes first. */
function soundsOf(texts: readonly string[], { sound }: NluSettings): readonly boolean[] {
  if (sound !== "choose") return [sound];
  return hasChinese(texts) ? [true, false] : [false];
}

/** What the classifier may see of the texts. */
async function candidatesOf(
  dataset: Dataset,
  embedder: Embedder,
  sounds: readonly boolean[],
  alive: () => Promise<void>,
): Promise<{ examples: Examples; sound: boolean }[]> {
  if (sounds.length === 1) {
    const [sound] = sounds as [boolean];
    return [{ examples: await examplesOf(dataset, embedder, { sound, alive }), sound }];
  }
  const examples = await examplesOf(dataset, embedder, { sound: true, mishear: misheard, alive });
  return [
    { examples, sound: true },
    { examples: soundless(examples), sound: false },
  ];
}

/**
 * Trains intents and entities: a softmax regression over hashed grams and the encoder's vector and beside it a network with a hidden
 * layer, weighed against each other and calibrated by a temperature on out-of-fold predictions. The bytes follow from data, settings and encoder
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
  const sounds = soundsOf(
    inside.map(({ text }) => text),
    settings,
  );
  const progress = progressCounter(options, sounds.length * used + 1, 2 * passesOf(inside.length).epochs);
  const candidates = await candidatesOf(dataset, embedder, sounds, progress.alive);
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
  const entities = await learnEntities(dataset, progress.alive, embedder.words);
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
    { ...sectionsOf(packClassifier(classifier, unseen.hiddenShare)), ...entities.weights },
  );
}
