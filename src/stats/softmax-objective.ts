import { LANES, LinearKernel, type SparseMatrix } from "./linear-kernel.js";

/** Sparse rows (CSR) beside dense rows of the same examples. Columns inside a sparse row ascend. */
export interface DesignMatrix {
  readonly rows: number;
  /** `rows + 1` offsets into `columns` and `values`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** Number of sparse columns. */
  readonly sparseWidth: number;
  /** `rows × denseWidth`, row by row. */
  readonly dense: Float32Array;
  readonly denseWidth: number;
}

/** The sparse part in a kernel's memory. */
export function copySparse(kernel: LinearKernel, matrix: DesignMatrix): SparseMatrix {
  const starts = kernel.ints(matrix.rows + 1);
  const columns = kernel.ints(matrix.columns.length);
  const values = kernel.floats(matrix.values.length);
  starts.set(matrix.starts.subarray(0, matrix.rows + 1));
  columns.set(matrix.columns);
  values.set(matrix.values);
  return { rows: matrix.rows, starts, columns, values };
}

/** A transposed copy of the sparse part, rows inside a column in ascending order (counting sort). */
function transpose(kernel: LinearKernel, matrix: DesignMatrix): SparseMatrix {
  const { rows, sparseWidth: width } = matrix;
  const starts = kernel.ints(width + 1);
  const columns = kernel.ints(matrix.values.length);
  const values = kernel.floats(matrix.values.length);
  for (const column of matrix.columns) starts[column + 1]!++;
  for (let j = 0; j < width; j++) starts[j + 1] = starts[j + 1]! + starts[j]!;
  const next = Int32Array.from(starts);
  for (let i = 0; i < rows; i++) {
    for (let p = matrix.starts[i]!; p < matrix.starts[i + 1]!; p++) {
      const at = next[matrix.columns[p]!]!++;
      columns[at] = i;
      values[at] = matrix.values[p]!;
    }
  }
  return { rows: width, starts, columns, values };
}

/**
 * The penalised negative log-likelihood over one training set, with the state of the descent along its logits:
 * because the logits are linear in the weights, a step of any length along a direction needs no further product with
 * the matrix. Parameters are a matrix of `features + 1` rows (the last is the bias) and `width` columns, the classes padded with zeros.
 */
export class SoftmaxObjective {
  readonly features: number;
  readonly width: number;
  readonly size: number;
  readonly direction: Float32Array;
  readonly gradient: Float32Array;
  readonly #kernel: LinearKernel;
  readonly #sparse: SparseMatrix;
  readonly #transposed: SparseMatrix;
  readonly #dense: Float32Array;
  readonly #residuals: Float32Array;
  readonly #along: Float32Array;
  readonly #logits: Float64Array;
  readonly #exps: Float64Array;

  constructor(
    readonly matrix: DesignMatrix,
    readonly labels: Int32Array,
    readonly classes: number,
    readonly weights: readonly number[],
    readonly l2: number,
  ) {
    const { rows, values, sparseWidth, denseWidth } = matrix;
    this.features = sparseWidth + denseWidth;
    this.width = Math.ceil(classes / LANES) * LANES;
    this.size = (this.features + 1) * this.width;
    const counts =
      2 * (2 * values.length + rows + sparseWidth) + rows * denseWidth + 2 * (this.size + rows * this.width);
    this.#kernel = new LinearKernel(counts * 4);
    this.#sparse = copySparse(this.#kernel, matrix);
    this.#transposed = transpose(this.#kernel, matrix);
    this.#dense = this.#kernel.floats(rows * denseWidth);
    this.#dense.set(matrix.dense.subarray(0, rows * denseWidth));
    this.direction = this.#kernel.floats(this.size);
    this.gradient = this.#kernel.floats(this.size);
    this.#residuals = this.#kernel.floats(rows * this.width);
    this.#along = this.#kernel.floats(rows * this.width);
    this.#logits = new Float64Array(rows * this.width);
    this.#exps = new Float64Array(classes);
  }

  /** A positive estimate of the Hessian's diagonal: Σ x²·p(1−p) at p = 1/classes, plus the penalty. */
  diagonal(): Float32Array {
    const { matrix, width, features } = this;
    const squares = new Float64Array(features + 1);
    for (let i = 0; i < matrix.rows; i++) {
      const weight = this.weights[this.labels[i]!]!;
      for (let p = matrix.starts[i]!; p < matrix.starts[i + 1]!; p++)
        squares[matrix.columns[p]!]! += weight * matrix.values[p]! ** 2;
      for (let j = 0; j < matrix.denseWidth; j++)
        squares[matrix.sparseWidth + j]! += weight * matrix.dense[i * matrix.denseWidth + j]! ** 2;
      squares[features]! += weight;
    }
    const spread = (1 / this.classes) * (1 - 1 / this.classes);
    const out = new Float32Array(this.size);
    for (let j = 0; j <= features; j++)
      out.fill(spread * squares[j]! + (j < features ? this.l2 : 0), j * width, (j + 1) * width);
    return out;
  }

  /** The change of every logit per unit of `direction`. */
  project(): void {
    const { matrix, width, direction } = this;
    const bias = this.features * width;
    for (let i = 0; i < matrix.rows; i++)
      for (let k = 0; k < width; k++) this.#along[i * width + k] = direction[bias + k]!;
    this.#kernel.multiplySparse(this.#sparse, direction, this.#along, width);
    const dense = direction.subarray(matrix.sparseWidth * width);
    this.#kernel.multiplyDense(this.#dense, matrix.rows, matrix.denseWidth, dense, this.#along, width);
  }

  /** Loss and its slope after `t` times the projected direction. */
  lossAt(t: number): { loss: number; slope: number } {
    const { classes, width } = this;
    const exps = this.#exps;
    let loss = 0;
    let slope = 0;
    for (let i = 0, at = 0; i < this.matrix.rows; i++, at += width) {
      let top = -Infinity;
      for (let k = 0; k < classes; k++) {
        const z = this.#logits[at + k]! + t * this.#along[at + k]!;
        exps[k] = z;
        if (z > top) top = z;
      }
      const label = this.labels[i]!;
      const own = exps[label]! - top;
      let sum = 0;
      let mean = 0;
      for (let k = 0; k < classes; k++) {
        const e = Math.exp(exps[k]! - top);
        sum += e;
        mean += e * this.#along[at + k]!;
      }
      const weight = this.weights[label]!;
      loss += weight * (Math.log(sum) - own);
      slope += weight * (mean / sum - this.#along[at + label]!);
    }
    return { loss, slope };
  }

  /** Moves the logits by `t` times the projected direction, and writes the gradient at the new weights. */
  moveAndDifferentiate(t: number, weights: Float32Array): void {
    const { classes, width, matrix, gradient } = this;
    for (let i = 0, at = 0; i < matrix.rows; i++, at += width) {
      let top = -Infinity;
      for (let k = 0; k < classes; k++) {
        const z = this.#logits[at + k]! + t * this.#along[at + k]!;
        this.#logits[at + k] = z;
        if (z > top) top = z;
      }
      let sum = 0;
      for (let k = 0; k < classes; k++) sum += this.#exps[k] = Math.exp(this.#logits[at + k]! - top);
      const label = this.labels[i]!;
      const weight = this.weights[label]!;
      for (let k = 0; k < classes; k++) this.#residuals[at + k] = (weight * this.#exps[k]!) / sum;
      this.#residuals[at + label]! -= weight;
    }
    const bias = this.features * width;
    for (let j = 0; j < bias; j++) gradient[j] = this.l2 * weights[j]!;
    gradient.fill(0, bias);
    for (let i = 0; i < matrix.rows; i++)
      for (let k = 0; k < classes; k++) gradient[bias + k]! += this.#residuals[i * width + k]!;
    this.#kernel.multiplySparse(this.#transposed, this.#residuals, gradient, width);
    const dense = gradient.subarray(matrix.sparseWidth * width);
    this.#kernel.multiplyTransposed(this.#dense, matrix.rows, matrix.denseWidth, this.#residuals, dense, width);
  }
}
