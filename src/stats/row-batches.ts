import { createRandom } from "./random.js";
import type { LinearKernel, SparseMatrix } from "./linear-kernel.js";
import type { DesignMatrix } from "./softmax-objective.js";

/** The order of the rows does not depend on anything that a user sets. */
const SEED = 1;

/** Rows of a matrix as one sparse matrix: sparse columns, dense ones, and a last one of ones for the bias. */
export interface Rows {
  readonly labels: Int32Array;
  readonly matrix: SparseMatrix;
  /** Entries of each column. */
  readonly counts: Int32Array;
}

/** Rows that are seen between two steps. */
export interface Batch {
  readonly from: number;
  readonly rows: SparseMatrix;
  /** The same by columns. */
  readonly columns: SparseMatrix;
  /** Of each of the columns: where its row of weights starts, in bytes, and which part of it goes beside the loss. */
  readonly targets: { readonly offsets: Int32Array; readonly decays: Float32Array };
}

/** How batches are cut. */
interface BatchOptions {
  /** Rows of a batch. */
  readonly batch: number;
  /** Strength of the L2 penalty; that of a column is shared out among the rows that hold it. */
  readonly l2: number;
  /** Numbers of a row of weights. */
  readonly width: number;
}

/** Entries of a matrix with its dense columns and the bias. */
function entriesOf({ starts, rows, denseWidth }: DesignMatrix): number {
  return starts[rows]! + rows * (denseWidth + 1);
}

/** Numbers of four bytes that rows and batches take of a kernel's memory. */
export function numbersOfBatches(matrix: DesignMatrix, batch: number): number {
  const entries = entriesOf(matrix);
  const batches = Math.ceil(matrix.rows / batch);
  const touched = Math.min(entries, batches * (matrix.sparseWidth + matrix.denseWidth + 1));
  return 4 * entries + 3 * touched + 17 * batches + matrix.rows;
}

/** Puts rows into a seeded order and into the kernel's memory. */
export function takeRows(kernel: LinearKernel, from: DesignMatrix, labels: Int32Array): Rows {
  const { rows, sparseWidth, denseWidth } = from;
  const order = createRandom(SEED)
    .fork("rows")
    .shuffle([...labels.keys()]);
  const entries = entriesOf(from);
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

/** Cuts rows into batches. */
export function batchesOf(kernel: LinearKernel, { matrix, counts }: Rows, options: BatchOptions): Batch[] {
  const { batch: size, l2, width } = options;
  const columns = kernel.ints(matrix.values.length);
  const values = kernel.floats(matrix.values.length);
  const within = new Int32Array(counts.length);
  const bias = counts.length - 1;
  const batches: Batch[] = [];
  for (let from = 0; from < matrix.rows; from += size) {
    const rows = Math.min(size, matrix.rows - from);
    const [first, end] = [matrix.starts[from]!, matrix.starts[from + rows]!];
    within.fill(0);
    let touched = 0;
    for (let p = first; p < end; p++) if (within[matrix.columns[p]!]!++ === 0) touched++;
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
