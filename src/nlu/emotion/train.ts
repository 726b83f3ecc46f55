import { createHash } from "node:crypto";
import type { Embedder, EmbedderInfo } from "../../embed/embedder.js";
import { KefuError } from "../../messages/errors.js";
import { expectedCalibrationError } from "../../stats/calibration.js";
import { fitSoftmax, type DesignMatrix } from "../../stats/softmax-regression.js";
import { fitTemperature } from "../../stats/temperature.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import { EMOTIONS, STRONGEST, type EmotionExample } from "./emotion.js";
import { EMOTION_FEATURES, SIGNS, emotionFeatures, type EmotionFeatures } from "./features.js";
import {
  EMOTION_FORMAT,
  EMOTION_VERSION,
  OUTPUTS,
  writeEmotionFile,
  type EmotionHeader,
  type EmotionSections,
} from "./file.js";
import { groupedFolds } from "./folds.js";
import { VECTOR_SCALE, emotionLogits, emotionOf, knownGrams } from "./model.js";

const FOLDS = 5;
const SEED = 1;
/** Texts that must hold a gram before it counts. */
const LEAST = 3;
/** Strength of the L2 penalty and the improvement at which a fit ends, chosen by cross-validation. */
const FIT = { l2: 0.3, improvement: 1e-3, maxIterations: 100 } as const;
/** Changes whenever the same examples give other weights. */
const LEARNER = "emotion-1";

/** Called between two fits; what it returns is awaited. */
type Pause = (done: number, total: number) => void | Promise<void>;

interface Row {
  readonly example: EmotionExample;
  readonly features: EmotionFeatures;
  readonly vector: Float32Array;
}

/** SHA-256 (hex) over everything that a model's bytes follow from. */
export function emotionFingerprint(examples: readonly EmotionExample[], embedder: EmbedderInfo): string {
  const plain = examples.map(({ text, emotion, intensity }) => [text, emotion, intensity ?? null]);
  const content = [EMOTION_VERSION, LEARNER, EMOTION_FEATURES, TOKENISER_VERSION, embedder, plain];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

function vocabularyOf(rows: readonly Row[]): Uint32Array {
  const frequency = new Map<number, number>();
  for (const { features } of rows) {
    for (const gram of features.grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  }
  return Uint32Array.from([...frequency].filter(([, n]) => n >= LEAST).map(([gram]) => gram)).sort();
}

function matrixOf(rows: readonly Row[], grams: Uint32Array): DesignMatrix {
  const sparse = rows.map(({ features }) => knownGrams(features, grams));
  const starts = new Int32Array(rows.length + 1);
  sparse.forEach(({ columns }, i) => (starts[i + 1] = starts[i]! + columns.length));
  const denseWidth = SIGNS + (rows[0]?.vector.length ?? 0);
  const dense = new Float32Array(rows.length * denseWidth);
  rows.forEach(({ features, vector }, i) => {
    dense.set(features.signs, i * denseWidth);
    vector.forEach((x, j) => (dense[i * denseWidth + SIGNS + j] = VECTOR_SCALE * x));
  });
  const columns = Int32Array.from(sparse.flatMap((row) => row.columns));
  const values = Float32Array.from(sparse.flatMap((row) => row.values));
  return { rows: rows.length, starts, columns, values, sparseWidth: grams.length, dense, denseWidth };
}

/** Weights as int8 with one scale a gram; those of signs and of the encoder's vector as they are. */
function pack(grams: Uint32Array, weightOf: (row: number, output: number) => number, bias: number[], dense: number) {
  const scales = new Float32Array(grams.length);
  const weights = new Int8Array(grams.length * OUTPUTS);
  for (let row = 0; row < grams.length; row++) {
    let largest = 0;
    for (let k = 0; k < OUTPUTS; k++) largest = Math.max(largest, Math.abs(weightOf(row, k)));
    if (largest === 0) continue;
    const scale = (scales[row] = Math.fround(largest / 127));
    for (let k = 0; k < OUTPUTS; k++) weights[row * OUTPUTS + k] = Math.round(weightOf(row, k) / scale);
  }
  const rest = new Float32Array(dense * OUTPUTS);
  for (let at = 0; at < rest.length; at++) {
    rest[at] = weightOf(grams.length + Math.floor(at / OUTPUTS), at % OUTPUTS);
  }
  return { grams, scales, weights, dense: rest, bias: Float32Array.from(bias) };
}

/** One softmax over the emotions of all rows, one over the intensities of those that have one. */
async function fit(rows: readonly Row[]): Promise<EmotionSections> {
  const grams = vocabularyOf(rows);
  const all = matrixOf(rows, grams);
  const emotions = Int32Array.from(rows, ({ example }) => example.emotion);
  const first = await fitSoftmax(all, emotions, EMOTIONS.length, FIT);
  const strong = rows.filter(({ example }) => (example.intensity ?? 0) > 0);
  const levels = Int32Array.from(strong, ({ example }) => example.intensity! - 1);
  const second = await fitSoftmax(matrixOf(strong, grams), levels, STRONGEST, FIT);
  const n = EMOTIONS.length;
  const weightOf = (row: number, k: number): number =>
    k < n ? first.weights[row * n + k]! : (second.weights[row * STRONGEST + k - n] ?? 0);
  return pack(grams, weightOf, [...first.bias, ...second.bias], all.denseWidth);
}

/** Logits of every row by a model that has seen neither it nor anything much like it. */
async function outOfFold(rows: readonly Row[], pause: Pause): Promise<Float64Array[]> {
  const texts = rows.map(({ example }) => example.text);
  const folds = groupedFolds(texts, FOLDS, SEED);
  const logits = rows.map((): Float64Array => new Float64Array());
  for (let fold = 0; fold < FOLDS; fold++) {
    const sections = await fit(rows.filter((_, i) => folds[i] !== fold));
    rows.forEach(({ features, vector }, i) => {
      if (folds[i] === fold) logits[i] = emotionLogits(features, vector, sections);
    });
    await pause(fold + 1, FOLDS + 1);
  }
  return logits;
}

/** Figures of the logits of examples that were not seen. */
function judge(rows: readonly Row[], logits: readonly Float64Array[], temperature: number): EmotionHeader["outOfFold"] {
  const answers = logits.map((row) => emotionOf(row, temperature));
  const expected = rows.map(({ example }) => EMOTIONS[example.emotion]!);
  const forecasts = answers.map(({ label, probability }, i) => ({
    confidence: probability,
    correct: label === expected[i],
  }));
  const f1 = EMOTIONS.map((name) => {
    const hits = answers.filter(({ label }, i) => label === name && expected[i] === name).length;
    const either = answers.filter(({ label }) => label === name).length + expected.filter((e) => e === name).length;
    return either === 0 ? 0 : (2 * hits) / either;
  });
  const known = rows.flatMap(({ example: { intensity } }, i) =>
    intensity === undefined ? [] : [Math.abs(intensity - answers[i]!.intensity)],
  );
  return {
    n: rows.length,
    accuracy: forecasts.filter(({ correct }) => correct).length / rows.length,
    macroF1: f1.reduce((a, b) => a + b, 0) / f1.length,
    ece: expectedCalibrationError(forecasts),
    intensityError: known.reduce((a, b) => a + b, 0) / Math.max(1, known.length),
  };
}

/**
 * Trains a model of emotions and intensities: two softmax regressions over grams, signs and the encoder's vector, the emotions'
 * probabilities calibrated by a temperature fitted on out-of-fold predictions. The bytes follow from examples and encoder alone.
 *
 * @param examples as `emotionExamples` sorts them
 * @returns the model file, for `loadEmotionModel`
 * @throws KefuError `input` when an emotion has fewer than five examples
 */
export async function trainEmotion(
  examples: readonly EmotionExample[],
  embedder: Embedder,
  pause: Pause = () => undefined,
): Promise<Uint8Array> {
  EMOTIONS.forEach((name, emotion) => {
    const n = examples.filter((example) => example.emotion === emotion).length;
    if (n < FOLDS) throw new KefuError("input", "nlu.emotion.too-few", { name, n, least: FOLDS });
  });
  const vectors = await embedder.embed(
    examples.map(({ text }) => text),
    "query",
  );
  const rows = examples.map((example, i) => ({
    example,
    features: emotionFeatures(example.text),
    vector: vectors[i]!,
  }));
  const logits = await outOfFold(rows, pause);
  const flat = Float64Array.from(logits.flatMap((row) => [...row.subarray(0, EMOTIONS.length)]));
  const labels = examples.map(({ emotion }) => emotion);
  const temperature = fitTemperature(flat, labels, EMOTIONS.length);
  const sections = await fit(rows);
  await pause(FOLDS + 1, FOLDS + 1);
  const header = {
    format: EMOTION_FORMAT,
    version: EMOTION_VERSION,
    features: EMOTION_FEATURES,
    embedder: embedder.info,
    fingerprint: emotionFingerprint(examples, embedder.info),
    examples: examples.length,
    temperature,
    outOfFold: judge(rows, logits, temperature),
  };
  return writeEmotionFile(header, sections);
}
