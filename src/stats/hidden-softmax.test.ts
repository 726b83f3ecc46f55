import { expect, test } from "vitest";
import { fitHidden, hiddenLogits } from "./hidden-softmax.js";
import { fitOnline } from "./online-softmax.js";
import { createRandom } from "./random.js";
import { type DesignMatrix, softmaxLogits } from "./softmax-regression.js";

const OPTIONS = { l2: 0.01, classWeights: [1, 1], epochs: 30, batch: 16, rate: 0.5, units: 32, leftOut: 0.3 };

/** Two dense numbers and a gram that stands for the sign of a third: the class is whether an odd number of them are above zero. */
function parity(seed: number, rows: number): { matrix: DesignMatrix; labels: Int32Array } {
  const random = createRandom(seed);
  const dense = Float32Array.from({ length: 2 * rows }, () => (random.int(2) === 0 ? -1 : 1) * (0.5 + random.next()));
  const columns = Int32Array.from({ length: rows }, () => random.int(2));
  const above = (value: number): number => (value > 0 ? 1 : 0);
  const labels = Int32Array.from(
    columns,
    (column, row) => (column + above(dense[2 * row]!) + above(dense[2 * row + 1]!)) % 2,
  );
  const starts = Int32Array.from({ length: rows + 1 }, (_, at) => at);
  const values = new Float32Array(rows).fill(1);
  return { matrix: { rows, starts, columns, values, sparseWidth: 2, dense, denseWidth: 2 }, labels };
}

const right = (logits: Float64Array, labels: Int32Array): number =>
  labels.filter((label, row) => (logits[2 * row + 1]! > logits[2 * row]! ? 1 : 0) === label).length / labels.length;

test("hidden units learn what no sum over columns can tell", async () => {
  const { matrix, labels } = parity(1, 600);
  const other = parity(2, 300);
  const linear = await fitOnline(matrix, labels, 2, OPTIONS);
  expect(right(softmaxLogits(linear, other.matrix), other.labels)).toBeLessThan(0.65);
  const model = await fitHidden(matrix, labels, 2, OPTIONS);
  expect(right(hiddenLogits(model, other.matrix), other.labels)).toBeGreaterThan(0.95);
});

test("the same rows give the same bytes; a fit stops when it is told to, within a long pass as well", async () => {
  const { matrix, labels } = parity(3, 300);
  const whole = await fitHidden(matrix, labels, 2, OPTIONS);
  expect(await fitHidden(matrix, labels, 2, OPTIONS)).toEqual(whole);
  const seen: number[] = [];
  const stopped = await fitHidden(matrix, labels, 2, {
    ...OPTIONS,
    batch: 1,
    onIteration: (epochs) => void seen.push(epochs),
    shouldStop: () => seen.length === 3,
  });
  expect(seen).toEqual([0, 1, 1]);
  expect(stopped).not.toEqual(whole);
});
