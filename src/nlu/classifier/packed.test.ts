import { expect, test } from "vitest";
import { createRandom } from "../../stats/random.js";
import { classify, packClassifier } from "./packed.js";
import type { Classifier, Layer } from "./classifier.js";

const GRAMS = 6;
const DIM = 5;
const CLASSES = 3;
const UNITS = 16;
const random = createRandom(1);
const numbers = (length: number): Float32Array => Float32Array.from({ length }, () => random.next() - 0.5);

/** Weights of grams that four bits hold exactly, −7 … 7 eighths, each gram with a largest one. */
function layer(classes: number, dims: number): Layer {
  const grams = Array.from({ length: GRAMS * classes }, (_, at) => (at % classes === 0 ? 7 : random.int(15) - 7) / 8);
  const weights = Float32Array.from([...grams, ...numbers(dims * classes)]);
  return { model: { classes, weights, bias: numbers(classes) }, neutral: numbers(classes) };
}

const classifier: Classifier = {
  vocabulary: { buckets: Int32Array.from({ length: GRAMS }, (_, at) => at), idf: new Float32Array(GRAMS).fill(1) },
  linear: layer(CLASSES, DIM),
  hidden: layer(UNITS, DIM - 2),
  outputs: { classes: CLASSES, weights: numbers(UNITS * CLASSES), bias: numbers(CLASSES) },
};
const text = { columns: Int32Array.of(0, 2, 5), values: Float32Array.of(0.5, 1, 2) };
const vector = numbers(DIM);

function sums({ model, neutral }: Layer, known: boolean): number[] {
  return Array.from({ length: model.classes }, (_, k) => {
    let sum = known ? model.bias[k]! : neutral[k]!;
    text.columns.forEach((column, i) => (sum += text.values[i]! * model.weights[column * model.classes + k]!));
    if (known) vector.forEach((x, j) => (sum += x * (model.weights[(GRAMS + j) * model.classes + k] ?? 0)));
    return sum;
  });
}

test.each([
  [0.5, true],
  [1.5, false],
  [0, true],
])("a packed classifier says what it was packed from: share %d, vector %s", (share, known) => {
  const packed = packClassifier(classifier, share);
  expect(packed.hidden.weights.length).toBe(share === 0 ? 0 : (GRAMS * UNITS) / 2);
  const { weights, bias } = classifier.outputs;
  const hidden = sums(classifier.hidden, known).map((sum) => Math.max(0, sum));
  const expected = sums(classifier.linear, known).map(
    (sum, k) => sum + share * hidden.reduce((all, x, unit) => all + x * weights[unit * CLASSES + k]!, bias[k]!),
  );
  const logits = classify(packed, text, known ? vector : undefined);
  expect(logits).toHaveLength(CLASSES);
  expected.forEach((logit, k) => expect(logits[k]).toBeCloseTo(logit, 5));
});
