import { createRandom } from "./random.js";
import type { Descent, LinearKernel, SparseMatrix } from "./linear-kernel.js";
import type { DesignMatrix } from "./softmax-objective.js";

/** The order of the rows does not depend on anything that a user sets. */
const SEED = 1;

/** What every sum of squares starts with: lower, and the first gradients of rare columns would be taken for great ones. */
const FIRST_SQUARES = 1;

/** Rows of a matrix as one sparse matrix: sparse columns, dense ones, and a last one of ones for the bias. */
export interface Rows {
  readonly labels: Int32Array;
  readonly matrix: SparseMatrix;
  /** Entries of each column. */
  readonly counts: Int32Array;
}

/** Columns that weights stand for: sparse ones, dense ones and the bias. */
export const columnsOf = ({ sparseWidth, denseWidth }: DesignMatrix): number => sparseWidth + denseWidth + 1;

/** Entries of a matrix with its dense columns and the bias. */
function entriesOf({ starts, rows, denseWidth }: DesignMatrix): number {
  return starts[rows]! + rows * (denseWidth + 1);
}

/** Numbers of four bytes that rows take of a kernel's memory. */
export function numbersOfRows(matrix: DesignMatrix): number {
  return 2 * entriesOf(matrix) + matrix.rows + 1;
}

/** Puts rows into a seeded order and into the kernel's memory. */
export function takeRows(kernel: LinearKernel, from: DesignMatrix, labels: Int32Array): Rows {
  const { rows, sparseWidth, denseWidth } = from;
  const order = createRandom(SEED)
    .fork("rows")
    .shuffle([...labels.keys()]);
  const entries = entriesOf(from);
  const [starts, columns, values] = [kernel.ints(rows + 1), kernel.ints(entries), kernel.floats(entries)];
  const counts = new Int32Array(columnsOf(from));
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

/** The rows between two steps, `from` on. */
export function batchOf({ matrix }: Rows, from: number, size: number): SparseMatrix {
  const rows = Math.min(size, matrix.rows - from);
  return { ...matrix, rows, starts: matrix.starts.subarray(from, from + rows + 1) };
}

/** Numbers of four bytes that {@link descentOf} takes of a kernel's memory, a few for alignment included. */
export const numbersOfDescent = (columns: number, width: number): number => columns * (width + 2) + 8;

/**
 * Weights of nothing, for rows of `width` numbers.
 * @param counts entries of each column; the last one, the bias, is not penalised
 * @param l2 strength of the penalty; that of a column is shared out among the rows that hold it
 */
export function descentOf(kernel: LinearKernel, counts: Int32Array, width: number, l2: number): Descent {
  const { length } = counts;
  const [weights, squares] = [kernel.floats(length * width), kernel.floats(length)];
  const [decays, steps] = [kernel.floats(length), kernel.floats(2)];
  squares.fill(FIRST_SQUARES);
  counts.forEach((count, column) => (decays[column] = column === length - 1 || count === 0 ? 0 : l2 / count));
  steps[1] = 1;
  return { weights, squares, decays, steps };
}
