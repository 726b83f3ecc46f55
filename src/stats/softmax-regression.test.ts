import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "./random.js";
import { SoftmaxObjective } from "./softmax-objective.js";
import { fitSoftmax, softmaxLogits, type DesignMatrix } from "./softmax-regression.js";
import { fitTemperature, meanLogLoss } from "./temperature.js";
import { wolfeStep } from "./wolfe.js";

/** Rows with sparse and dense parts from plain numbers. */
function matrixOf(sparse: number[][], dense: number[][]): DesignMatrix {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const row of sparse) {
    row.forEach((value, column) => {
      if (value === 0) return;
      columns.push(column);
      values.push(value);
    });
    starts.push(columns.length);
  }
  return {
    rows: sparse.length,
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
    sparseWidth: sparse[0]!.length,
    dense: Float32Array.from(dense.flat()),
    denseWidth: dense[0]!.length,
  };
}

/** The penalised loss, written down once more as the formula has it; parameters feature by feature, the bias last. */
function lossByHand(
  rows: number[][],
  labels: number[],
  classes: number,
  weights: number[],
  l2: number,
  parameters: number[],
): number {
  const features = rows[0]!.length;
  let total = 0;
  for (let j = 0; j < features * classes; j++) total += (l2 / 2) * parameters[j]! ** 2;
  rows.forEach((row, i) => {
    const z = Array.from({ length: classes }, (_, k) =>
      row.reduce((sum, x, j) => sum + x * parameters[j * classes + k]!, parameters[features * classes + k]!),
    );
    total += weights[labels[i]!]! * (Math.log(z.reduce((sum, x) => sum + Math.exp(x), 0)) - z[labels[i]!]!);
  });
  return total;
}

const problems = fc.integer({ min: 1, max: 1e6 }).map((seed) => {
  const random = createRandom(seed);
  const classes = 2 + random.int(4);
  const rows = 3 + random.int(12);
  const number = () => Math.fround(random.next() * 2 - 1);
  const sparse = Array.from({ length: rows }, () =>
    Array.from({ length: 4 }, () => (random.next() < 0.5 ? 0 : number())),
  );
  const dense = Array.from({ length: rows }, () => [number(), number()]);
  const labels = Array.from({ length: rows }, () => random.int(classes));
  const weights = Array.from({ length: classes }, () => 0.5 + random.next());
  return { classes, sparse, dense, labels, weights };
});

test("the gradient is the slope of the loss in every parameter", () => {
  fc.assert(
    fc.property(problems, ({ classes, sparse, dense, labels, weights }) => {
      const rows = sparse.map((row, i) => [...row, ...dense[i]!]);
      const l2 = 0.3;
      const objective = new SoftmaxObjective(matrixOf(sparse, dense), Int32Array.from(labels), classes, weights, l2);
      const random = createRandom(7);
      const parameters = Array.from({ length: (rows[0]!.length + 1) * classes }, () =>
        Math.fround(random.next() - 0.5),
      );
      parameters.forEach((value, at) => {
        objective.direction[Math.floor(at / classes) * objective.width + (at % classes)] = value;
      });
      objective.project();
      objective.moveAndDifferentiate(1, Float32Array.from(objective.direction));
      parameters.forEach((_, at) => {
        const near = (step: number) => parameters.map((value, i) => (i === at ? value + step : value));
        const up = lossByHand(rows, labels, classes, weights, l2, near(1e-4));
        const down = lossByHand(rows, labels, classes, weights, l2, near(-1e-4));
        const found = objective.gradient[Math.floor(at / classes) * objective.width + (at % classes)]!;
        expect(found).toBeCloseTo((up - down) / 2e-4, 4);
      });
    }),
    { numRuns: 25 },
  );
});

test("a fit ends where no parameter can be moved to a lower loss", async () => {
  await fc.assert(
    fc.asyncProperty(problems, async ({ classes, sparse, dense, labels, weights }) => {
      const rows = sparse.map((row, i) => [...row, ...dense[i]!]);
      const options = { l2: 0.5, classWeights: weights, tolerance: 1e-5, improvement: 0, maxIterations: 500 };
      const model = await fitSoftmax(matrixOf(sparse, dense), Int32Array.from(labels), classes, options);
      const at = [...model.weights, ...model.bias];
      const best = lossByHand(rows, labels, classes, weights, 0.5, at);
      expect(model.objective).toBeCloseTo(best, 3);
      at.forEach((_, j) => {
        for (const step of [-0.05, 0.05]) {
          const moved = at.map((value, i) => (i === j ? value + step : value));
          expect(lossByHand(rows, labels, classes, weights, 0.5, moved)).toBeGreaterThan(best - 1e-5);
        }
      });
    }),
    { numRuns: 15 },
  );
});

test("separable classes are told apart, and unseen rows are classified by what they share", async () => {
  const sparse = [0, 1, 2].flatMap((k) =>
    [k, k, k].map((_, i) => [0, 1, 2, 3].map((j) => (j === k ? 1 : j === 3 && i > 0 ? 0.5 : 0))),
  );
  const dense = sparse.map((row) => [row[0]! - row[1]!]);
  const labels = Int32Array.from([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  const model = await fitSoftmax(matrixOf(sparse, dense), labels, 3, { l2: 0.01 });
  const logits = softmaxLogits(
    model,
    matrixOf(
      [
        [0, 1, 0, 1],
        [0, 0, 2, 0],
      ],
      [[-1], [0]],
    ),
  );
  const best = [0, 1].map((row) =>
    [0, 1, 2].reduce((top, k) => (logits[row * 3 + k]! > logits[row * 3 + top]! ? k : top), 0),
  );
  expect(best).toEqual([1, 2]);
  expect(model.converged).toBe(true);
});

test("the same rows give the same bytes", async () => {
  const random = createRandom(3);
  const sparse = Array.from({ length: 40 }, () =>
    Array.from({ length: 9 }, () => (random.next() < 0.6 ? 0 : random.next())),
  );
  const dense = sparse.map(() => [random.next(), random.next(), random.next()]);
  const labels = Int32Array.from(sparse, (_, i) => i % 3);
  const fit = () => fitSoftmax(matrixOf(sparse, dense), labels, 3, { l2: 0.1 });
  expect(await fit()).toEqual(await fit());
});

test("a fit stops when it is told to, and reports every iteration", async () => {
  const sparse = Array.from({ length: 30 }, (_, i) => [i % 2, i % 3, i % 5, i % 7].map(Number));
  const labels = Int32Array.from(sparse, (_, i) => i % 4);
  const seen: number[] = [];
  const model = await fitSoftmax(
    matrixOf(
      sparse,
      sparse.map(() => [1]),
    ),
    labels,
    4,
    {
      l2: 0.01,
      tolerance: 0,
      improvement: 0,
      onIteration: (iteration) => void seen.push(iteration),
      shouldStop: () => seen.length === 3,
    },
  );
  expect(seen).toEqual([1, 2, 3]);
  expect(model).toMatchObject({ iterations: 3, converged: false });
});

test("a line search ends at a lower value with a flatter slope, however far the minimum is", () => {
  for (const minimum of [0.01, 0.3, 1, 4, 60]) {
    const at = (t: number) => ({ value: (t - minimum) ** 2, slope: 2 * (t - minimum) });
    const { t, value } = wolfeStep(at);
    expect(value).toBeLessThan(at(0).value);
    expect(Math.abs(at(t).slope)).toBeLessThanOrEqual(0.5 * Math.abs(at(0).slope));
  }
});

test("a temperature makes held-out labels most likely and undoes a scaling of the logits", () => {
  const random = createRandom(11);
  const labels: number[] = [];
  const logits = new Float64Array(600 * 3);
  for (let i = 0; i < 600; i++) {
    const row = [0, 1, 2].map(() => 4 * random.next());
    const exps = row.map(Math.exp);
    let draw = random.next() * (exps[0]! + exps[1]! + exps[2]!);
    let label = 0;
    while (label < 2 && (draw -= exps[label]!) > 0) label++;
    labels.push(label);
    logits.set(row, i * 3);
  }
  const plain = fitTemperature(logits, labels, 3);
  expect(plain).toBeGreaterThan(0.8);
  expect(plain).toBeLessThan(1.25);
  expect(
    fitTemperature(
      logits.map((z) => 5 * z),
      labels,
      3,
    ),
  ).toBeCloseTo(5 * plain, 1);
  for (const other of [0.7, 1.4]) {
    expect(meanLogLoss(logits, labels, 3, plain)).toBeLessThan(meanLogLoss(logits, labels, 3, other * plain));
  }
  expect(fitTemperature(new Float64Array(0), [], 3)).toBe(1);
});
