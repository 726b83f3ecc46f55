import { LANES, LinearKernel } from "./linear-kernel.js";
import { batchOf, columnsOf, descentOf, numbersOfDescent, numbersOfRows, takeRows } from "./row-batches.js";
import type { DesignMatrix } from "./softmax-objective.js";
import { type LinearModel, unpad } from "./softmax-regression.js";

export interface OnlineOptions {
  /** Strength of the L2 penalty λ/2·‖W‖² beside the summed loss; the bias is free. */
  readonly l2: number;
  /** Weight of every class, in order. */
  readonly classWeights: readonly number[];
  /** How often every row is seen. */
  readonly epochs: number;
  /** Rows between two steps. */
  readonly batch: number;
  /** Length of the first steps; the later ones go down to nothing. */
  readonly rate: number;
  /** Called with the epochs done after each, and now and then within a long one; awaited, so that other work can run. */
  onIteration?(epochs: number): void | Promise<void>;
  /** Asked as often; true ends the fit at once with what is reached. */
  shouldStop?(): boolean;
}

/** Steps within a long pass after which other work may run. */
const PAUSE = 256;

/** Whether a fit goes on after so many steps, `steps` of which are a pass. */
export async function goesOn(options: OnlineOptions, done: number, steps: number): Promise<boolean> {
  if (done % steps !== 0 && done % PAUSE !== 0) return true;
  await options.onIteration?.(Math.floor(done / steps));
  return options.shouldStop?.() !== true;
}

/**
 * Logits of one row become weight · (probability − 1 for the label, probability for the others), and what stands behind them nothing.
 * @returns the squared length of that
 */
export function toResiduals(row: Float32Array, classes: number, label: number, weight: number): number {
  let top = -Infinity;
  for (let k = 0; k < classes; k++) top = Math.max(top, row[k]!);
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += row[k] = Math.exp(row[k]! - top);
  for (let k = 0; k < classes; k++) row[k] = (weight * row[k]!) / sum;
  row[label] = row[label]! - weight;
  row.fill(0, classes);
  let squares = 0;
  for (let k = 0; k < classes; k++) squares += row[k]! * row[k]!;
  return squares;
}

/**
 * Multinomial logistic regression with an L2 penalty, fitted by AdaGrad over small batches: near the minimum of
 * Σ wᵢ·(log Σₖ exp zᵢₖ − zᵢ,yᵢ) + λ/2·‖W‖² after a few passes over the rows. For many rows that costs a fraction of what a
 * descent by L-BFGS does. The order of the batches is seeded and all sums run in row order, so the same rows in the same order give
 * the same bytes.
 *
 * @param labels one class (0 … classes−1) a row
 */
export async function fitOnline(
  matrix: DesignMatrix,
  labels: Int32Array,
  classes: number,
  options: OnlineOptions,
): Promise<LinearModel> {
  const { batch, classWeights } = options;
  const width = Math.ceil(classes / LANES) * LANES;
  const columns = columnsOf(matrix);
  const kernel = new LinearKernel(4 * (numbersOfRows(matrix) + numbersOfDescent(columns, width) + batch * (width + 1)));
  const rows = takeRows(kernel, matrix, labels);
  const descent = descentOf(kernel, rows.counts, width, options.l2);
  const [residuals, norms] = [kernel.floats(batch * width), kernel.floats(batch)];
  const steps = Math.ceil(matrix.rows / batch);
  const total = options.epochs * steps;
  for (let done = 0; done < total; done++) {
    const from = (done % steps) * batch;
    const own = batchOf(rows, from, batch);
    residuals.fill(0);
    kernel.multiplySparse(own, descent.weights, residuals, width);
    for (let i = 0; i < own.rows; i++) {
      const label = rows.labels[from + i]!;
      const row = residuals.subarray(i * width, (i + 1) * width);
      norms[i] = toResiduals(row, classes, label, classWeights[label]!);
    }
    descent.steps[0] = options.rate * (1 - done / total);
    kernel.descend(own, residuals, norms, descent, width);
    if (!(await goesOn(options, done + 1, steps))) break;
  }
  return unpad(descent.weights, columns - 1, width, classes);
}
