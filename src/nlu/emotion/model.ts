import type { Embedder } from "../../embed/embedder.js";
import { KefuError } from "../../messages/errors.js";
import { EMOTIONS, type EmotionPrediction } from "./emotion.js";
import { emotionFeatures, type EmotionFeatures } from "./features.js";
import { OUTPUTS, readEmotionFile, type EmotionHeader, type EmotionSections } from "./file.js";

/** Length of the encoder's vector beside the grams' two blocks of length 1, chosen by cross-validation. */
export const VECTOR_SCALE = 0.7;

export interface EmotionModel {
  readonly info: Pick<EmotionHeader, "fingerprint" | "examples" | "outOfFold">;
  predict(text: string): Promise<EmotionPrediction>;
}

/** A text over the grams that a model knows: their places, and what each of a block counts so that the block has length 1. */
export function knownGrams({ grams }: EmotionFeatures, known: Uint32Array): { columns: number[]; values: number[] } {
  const columns: number[] = [];
  const sizes = [0, 0];
  let low = 0;
  for (const gram of grams) {
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (known[middle]! < gram) low = middle + 1;
      else high = middle;
    }
    if (known[low] !== gram) continue;
    columns.push(low);
    sizes[gram & 1]!++;
  }
  return { columns, values: columns.map((column) => 1 / Math.sqrt(sizes[known[column]! & 1]!)) };
}

/** {@link OUTPUTS} logits, before any temperature. */
export function emotionLogits(
  features: EmotionFeatures,
  vector: Float32Array,
  { grams, scales, weights, dense, bias }: EmotionSections,
): Float64Array {
  const logits = Float64Array.from(bias);
  const { columns, values } = knownGrams(features, grams);
  columns.forEach((column, i) => {
    const x = values[i]! * scales[column]!;
    for (let k = 0; k < OUTPUTS; k++) logits[k]! += x * weights[column * OUTPUTS + k]!;
  });
  let row = 0;
  const add = (x: number) => {
    if (x !== 0) for (let k = 0; k < OUTPUTS; k++) logits[k]! += x * dense[row * OUTPUTS + k]!;
    row++;
  };
  features.signs.forEach(add);
  for (const x of vector) add(VECTOR_SCALE * x);
  return logits;
}

function softmax(logits: Float64Array, temperature: number): number[] {
  const top = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp((logit - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The likeliest emotion and, unless that is neutral, the expected intensity, rounded. */
export function emotionOf(logits: Float64Array, temperature: number): EmotionPrediction {
  const probabilities = softmax(logits.subarray(0, EMOTIONS.length), temperature);
  const best = probabilities.indexOf(Math.max(...probabilities));
  const levels = softmax(logits.subarray(EMOTIONS.length), 1);
  const expected = levels.reduce((sum, share, i) => sum + share * (i + 1), 0);
  return {
    label: EMOTIONS[best]!,
    probability: probabilities[best]!,
    intensity: best === 0 ? 0 : Math.round(expected),
    scores: Object.fromEntries(EMOTIONS.map((name, k) => [name, probabilities[k]!])) as EmotionPrediction["scores"],
  };
}

/** Of a text without a word: it tells nothing, whatever was learnt. */
const UNSAID: EmotionPrediction = {
  label: "neutral",
  probability: 1,
  intensity: 0,
  scores: { neutral: 1, angry: 0, anxious: 0, happy: 0 },
};

/**
 * A trained model of emotions, ready to answer. Space around a text counts for nothing.
 *
 * @param path names the model in messages
 * @throws KefuError `input` for a damaged file, an unknown version (by name), or another encoder than the one it was made with
 */
export function loadEmotionModel(bytes: Uint8Array, embedder: Embedder, path: string): EmotionModel {
  const { header, sections } = readEmotionFile(bytes, path);
  if (header.embedder.digest !== embedder.info.digest || header.embedder.dim !== embedder.info.dim) {
    const params = { path, made: header.embedder.id, used: embedder.info.id };
    throw new KefuError("input", "nlu.model.other-embedder", params, { hint: { key: "nlu.hint.train" } });
  }
  const { fingerprint, examples, outOfFold } = header;
  return {
    info: { fingerprint, examples, outOfFold },
    async predict(whole) {
      const text = whole.trim();
      if (text === "") return UNSAID;
      const [vector] = await embedder.embed([text], "query");
      return emotionOf(emotionLogits(emotionFeatures(text), vector!, sections), header.temperature);
    },
  };
}
