import { createRandom } from "./random.js";
import { type Descent, type DescentTargets, LANES, LinearKernel, type SparseMatrix } from "./linear-kernel.js";
import type { DesignMatrix } from "./softmax-objective.js";
import { type LinearModel, unpad } from "./softmax-regression.js";

interface OnlineOptions {
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
  /** Called after each epoch; what it returns is awaited, so that a caller can let other work run. */
  onIteration?(epoch: number): void | Promise<void>;
  /** Asked after each epoch; true ends the fit at once with what is reached. */
  shouldStop?(): boolean;
}

/** What every sum of squares starts with: lower, and the first gradients of rare features would be taken for great ones. */
const FIRST_SQUARES = 1e-3;
/** The order of the rows does not depend on anything that a user sets. */
const SEED = 1;

/** Rows of a matrix as one sparse matrix: sparse columns, dense ones, and a last one of ones for the bias. */
interface Rows {
  readonly labels: Int32Array;
  readonly matrix: SparseMatrix;
  /** Entries of each column. */
  readonly counts: Int32Array;
}

/** Puts rows into a seeded order and into the kernel's memory. */
function takeRows(kernel: LinearKernel, from: DesignMatrix, labels: Int32Array): Rows {
  const { rows, sparseWidth, denseWidth } = from;
  const order = createRandom(SEED)
    .fork("rows")
    .shuffle([...labels.keys()]);
  const entries = from.starts[rows]! + rows * (denseWidth + 1);
  const [starts, columns, values] = [kernel.ints(rows + 1), kernel.ints(entries), kernel.floats(entries)];
  const counts = new Int32Array(sparseWidth + denseWidth + 1);
  let used = 0;
  const push = (column: number, value: number): void => {
    columns[used] = column;
    values[used++] = value;
    counts[column]!++;
  };
  order.forEach((row, at) => {
    for (let p = from.starts[row]!; p < from.starts[row + 1]!; p++) push(from.columns[p]!, from.values[p]!);
    for (let j = 0; j < denseWidth; j++) push(sparseWidth + j, from.dense[row * denseWidth + j]!);
    push(sparseWidth + denseWidth, 1);
    starts[at + 1] = used;
  });
  return { labels: Int32Array.from(order, (row) => labels[row]!), matrix: { rows, starts, columns, values }, counts };
}

/** Rows that are seen between two steps. */
interface Batch {
  readonly from: number;
  readonly rows: SparseMatrix;
  /** The same by columns. */
  readonly columns: SparseMatrix;
  readonly targets: DescentTargets;
}

/** Cuts rows into batches. The penalty of a column is shared out among the rows that hold it. */
function batchesOf(kernel: LinearKernel, { matrix, counts }: Rows, size: number, l2: number, width: number): Batch[] {
  const columns = kernel.ints(matrix.values.length);
  const values = kernel.floats(matrix.values.length);
  const within = new Int32Array(counts.length);
  const bias = counts.length - 1;
  const batches: Batch[] = [];
  for (let from = 0; from < matrix.rows; from += size) {
    const rows = Math.min(size, matrix.rows - from);
    const [first, end] = [matrix.starts[from]!, matrix.starts[from + rows]!];
    within.fill(0);
    for (let p = first; p < end; p++) within[matrix.columns[p]!]!++;
    const touched = within.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    const [starts, offsets, decays] = [kernel.ints(touched + 1), kernel.ints(touched), kernel.floats(touched)];
    starts[0] = first;
    let at = 0;
    for (let column = 0; column < counts.length; column++) {
      const count = within[column]!;
      if (count === 0) continue;
      offsets[at] = column * width * 4;
      decays[at] = column === bias ? 0 : (l2 * count) / counts[column]!;
      within[column] = starts[at]!;
      starts[at + 1] = starts[at]! + count;
      at++;
    }
    for (let row = 0; row < rows; row++) {
      for (let p = matrix.starts[from + row]!; p < matrix.starts[from + row + 1]!; p++) {
        const to = within[matrix.columns[p]!]!++;
        columns[to] = row;
        values[to] = matrix.values[p]!;
      }
    }
    const own = { ...matrix, rows, starts: matrix.starts.subarray(from, from + rows + 1) };
    batches.push({
      from,
      rows: own,
      columns: { rows: touched, starts, columns, values },
      targets: { offsets, decays },
    });
  }
  return batches;
}

/** Logits of one row become weight · (probability − 1 for the label, probability for the others). */
function toResiduals(row: Float32Array, classes: number, label: number, weight: number): void {
  let top = -Infinity;
  for (let k = 0; k < classes; k++) top = Math.max(top, row[k]!);
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += row[k] = Math.exp(row[k]! - top);
  for (let k = 0; k < classes; k++) row[k] = (weight * row[k]!) / sum;
  row[label] = row[label]! - weight;
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
  const features = matrix.sparseWidth + matrix.denseWidth;
  const width = Math.ceil(classes / LANES) * LANES;
  const entries = matrix.starts[matrix.rows]! + matrix.rows * (matrix.denseWidth + 1);
  const batches = Math.ceil(matrix.rows / options.batch);
  const touched = Math.min(entries, batches * (features + 1));
  const size = (features + 1) * width;
  const numbers = 4 * entries + 3 * touched + 17 * batches + matrix.rows + 2 * size + options.batch * width;
  const kernel = new LinearKernel(4 * numbers);
  const rows = takeRows(kernel, matrix, labels);
  const steps = batchesOf(kernel, rows, options.batch, options.l2, width);
  const descent: Descent = { weights: kernel.floats(size), squares: kernel.floats(size), rate: kernel.floats(1) };
  descent.squares.fill(FIRST_SQUARES);
  const residuals = kernel.floats(options.batch * width);
  let done = 0;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    for (const { from, rows: own, columns, targets } of steps) {
      residuals.fill(0);
      kernel.multiplySparse(own, descent.weights, residuals, width);
      for (let i = 0; i < own.rows; i++) {
        const label = rows.labels[from + i]!;
        const row = residuals.subarray(i * width, (i + 1) * width);
        toResiduals(row, classes, label, options.classWeights[label]!);
      }
      descent.rate[0] = options.rate * (1 - done++ / (options.epochs * steps.length));
      kernel.descend(columns, targets, residuals, descent, width);
    }
    await options.onIteration?.(epoch);
    if (options.shouldStop?.() === true) break;
  }
  return unpad(descent.weights, features, width, classes);
}
