import { InverseHessian } from "./lbfgs.js";
import { LANES, LinearKernel } from "./linear-kernel.js";
import { copySparse, SoftmaxObjective, type DesignMatrix } from "./softmax-objective.js";
import { addScaled, dot } from "./vector.js";
import { wolfeStep } from "./wolfe.js";

export type { DesignMatrix };

interface SoftmaxOptions {
  /** Strength of the L2 penalty λ/2·‖W‖² beside the summed loss; the bias is free. */
  readonly l2: number;
  /** Weight of every class, in order; without it every example counts 1. */
  readonly classWeights?: readonly number[];
  /** Most iterations; each costs one product with the matrix and one with its transpose. Default 100. */
  readonly maxIterations?: number;
  /** Ends when the gradient's norm is below this share of the first one. Default 1e-3. */
  readonly tolerance?: number;
  /** Ends when an iteration lowers the objective by less than this share of it. Default 1e-5. */
  readonly improvement?: number;
  /** Pairs that L-BFGS remembers. Default 6. */
  readonly memory?: number;
  /** Called after each iteration; what it returns is awaited, so that a caller can let other work run. */
  onIteration?(iteration: number, objective: number): void | Promise<void>;
  /** Asked after each iteration; true ends the fit at once with what is reached. */
  shouldStop?(): boolean;
}

/** `logits = W·x + bias`. Weights stand feature by feature: sparse columns first, then dense ones, `classes` numbers each. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A model that was fitted by descent to the minimum. */
export interface SoftmaxModel extends LinearModel {
  readonly iterations: number;
  readonly objective: number;
  readonly converged: boolean;
}

/** One line search along the objective's direction; the objective before it and after it. */
function search(objective: SoftmaxObjective, weights: Float32Array): { t: number; before: number; value: number } {
  const { l2 } = objective;
  // The bias, at the end, is not penalised.
  const w = weights.subarray(0, objective.features * objective.width);
  const d = objective.direction.subarray(0, w.length);
  const penalty = { ww: dot(w, w), wd: dot(w, d), dd: dot(d, d) };
  objective.project();
  const along = (t: number) => {
    const { loss, slope } = objective.lossAt(t);
    const value = loss + (l2 / 2) * (penalty.ww + 2 * t * penalty.wd + t * t * penalty.dd);
    return { value, slope: slope + l2 * (penalty.wd + t * penalty.dd) };
  };
  let before: number | undefined;
  const found = wolfeStep((t) => {
    const here = along(t);
    before ??= here.value;
    return here;
  });
  return { ...found, before: before! };
}

/**
 * Multinomial logistic regression with an L2 penalty, fitted by L-BFGS: the minimum of
 * Σ wᵢ·(log Σₖ exp zᵢₖ − zᵢ,yᵢ) + λ/2·‖W‖². The function is convex, all sums run in row order, so the same rows in the same
 * order give the same bytes.
 *
 * @param labels one class (0 … classes−1) a row
 */
export async function fitSoftmax(
  matrix: DesignMatrix,
  labels: Int32Array,
  classes: number,
  options: SoftmaxOptions,
): Promise<SoftmaxModel> {
  const { maxIterations = 100, tolerance = 1e-3, improvement = 1e-5, memory = 6 } = options;
  const classWeights = options.classWeights ?? Array<number>(classes).fill(1);
  const objective = new SoftmaxObjective(matrix, labels, classes, classWeights, options.l2);
  const weights = new Float32Array(objective.size);
  const before = new Float32Array(objective.size);
  const hessian = new InverseHessian(objective.diagonal(), memory);
  objective.moveAndDifferentiate(0, weights);
  const start = Math.sqrt(dot(objective.gradient, objective.gradient));
  let iterations = 0;
  let value = Infinity;
  let converged = start === 0;
  while (!converged && iterations < maxIterations) {
    hessian.direction(objective.gradient, objective.direction);
    const step = search(objective, weights);
    value = step.value;
    if (step.t === 0) break;
    addScaled(weights, step.t, objective.direction);
    before.set(objective.gradient);
    objective.moveAndDifferentiate(step.t, weights);
    hessian.remember(step.t, objective.direction, before, objective.gradient);
    iterations++;
    converged =
      Math.sqrt(dot(objective.gradient, objective.gradient)) <= tolerance * start ||
      step.before - step.value < improvement * step.value;
    await options.onIteration?.(iterations, value);
    if (options.shouldStop?.() === true) break;
  }
  return { ...unpad(weights, objective.features, objective.width, classes), iterations, objective: value, converged };
}

/** A model from rows of `width` numbers, of which the first `classes` count; the last row is the bias. */
export function unpad(padded: Float32Array, features: number, width: number, classes: number): LinearModel {
  const weights = new Float32Array(features * classes);
  for (let j = 0; j < features; j++) weights.set(padded.subarray(j * width, j * width + classes), j * classes);
  return { classes, weights, bias: padded.slice(features * width, features * width + classes) };
}

/** Logits of every row of a matrix made with the same columns: `rows × classes`, row by row. */
export function softmaxLogits(model: LinearModel, matrix: DesignMatrix): Float64Array {
  const { classes, weights, bias } = model;
  const { rows, sparseWidth, denseWidth } = matrix;
  const width = Math.ceil(classes / LANES) * LANES;
  const features = sparseWidth + denseWidth;
  const kernel = new LinearKernel(
    4 * (2 * matrix.values.length + rows + rows * denseWidth + (features + rows) * width),
  );
  const sparse = copySparse(kernel, matrix);
  const dense = kernel.floats(rows * denseWidth);
  dense.set(matrix.dense.subarray(0, rows * denseWidth));
  const padded = kernel.floats(features * width);
  for (let j = 0; j < features; j++) padded.set(weights.subarray(j * classes, (j + 1) * classes), j * width);
  const logits = kernel.floats(rows * width);
  for (let i = 0; i < rows; i++) logits.set(bias, i * width);
  kernel.multiplySparse(sparse, padded, logits, width);
  kernel.multiplyDense(dense, rows, denseWidth, padded.subarray(sparseWidth * width), logits, width);
  const out = new Float64Array(rows * classes);
  for (let i = 0; i < rows; i++) out.set(logits.subarray(i * width, i * width + classes), i * classes);
  return out;
}
