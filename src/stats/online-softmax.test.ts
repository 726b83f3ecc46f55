import { expect, test } from "vitest";
import { fitOnline } from "./online-softmax.js";
import { createRandom } from "./random.js";
import { type DesignMatrix, fitSoftmax, softmaxLogits } from "./softmax-regression.js";

const CLASSES = 3;
const DEFAULTS = { l2: 0.1, classWeights: [1, 1, 1], epochs: 10, batch: 16, rate: 0.5 };

/** Rows of which each has two columns of its class's own five and one that all share, and a dense number. */
function problem(seed: number, rows: number): { matrix: DesignMatrix; labels: Int32Array } {
  const random = createRandom(seed);
  const labels = Int32Array.from({ length: rows }, () => random.int(CLASSES));
  const columns = [...labels].flatMap((label) => [
    ...random
      .shuffle([0, 1, 2, 3, 4])
      .slice(0, 2)
      .sort()
      .map((at) => 5 * label + at),
    15,
  ]);
  const matrix = {
    rows,
    starts: Int32Array.from({ length: rows + 1 }, (_, i) => 3 * i),
    columns: Int32Array.from(columns),
    values: Float32Array.from(columns, () => 0.5 + random.next()),
    sparseWidth: 16,
    dense: Float32Array.from(labels, (label) => label - 1 + (random.next() - 0.5)),
    denseWidth: 1,
  };
  return { matrix, labels };
}

const right = (logits: Float64Array, labels: Int32Array): number =>
  labels.filter((label, i) => {
    const row = [...logits.subarray(i * CLASSES, (i + 1) * CLASSES)];
    return row.indexOf(Math.max(...row)) === label;
  }).length / labels.length;

test("rows that were not learnt from are told apart, after a few passes", async () => {
  const { matrix, labels } = problem(1, 300);
  const model = await fitOnline(matrix, labels, CLASSES, DEFAULTS);
  const other = problem(2, 200);
  expect(right(softmaxLogits(model, other.matrix), other.labels)).toBeGreaterThan(0.98);
});

test("many passes end near the minimum that a descent finds", async () => {
  const { matrix, labels } = problem(3, 120);
  const options = { ...DEFAULTS, l2: 1, classWeights: [1, 2, 0.5] };
  const exact = await fitSoftmax(matrix, labels, CLASSES, {
    ...options,
    tolerance: 1e-6,
    improvement: 0,
    maxIterations: 500,
  });
  const near = await fitOnline(matrix, labels, CLASSES, { ...options, epochs: 400 });
  near.weights.forEach((weight, at) => expect(Math.abs(weight - exact.weights[at]!)).toBeLessThan(0.06));
  const size = (weights: Float32Array) => Math.hypot(...weights);
  const loose = await fitOnline(matrix, labels, CLASSES, { ...options, l2: 0.01, epochs: 400 });
  expect(size(loose.weights)).toBeGreaterThan(1.5 * size(near.weights));
});

test("the same rows give the same bytes; a fit stops when it is told to", async () => {
  const { matrix, labels } = problem(4, 50);
  const fit = (options: object) => fitOnline(matrix, labels, CLASSES, { ...DEFAULTS, ...options });
  const whole = await fit({});
  expect(await fit({})).toEqual(whole);
  const seen: number[] = [];
  const stopped = await fit({
    onIteration: (epoch: number) => void seen.push(epoch),
    shouldStop: () => seen.length === 3,
  });
  expect(seen).toEqual([1, 2, 3]);
  expect(stopped.weights).not.toEqual(whole.weights);
});
