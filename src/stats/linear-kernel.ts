import { linearModule } from "./linear-code.js";

/** `f32` lanes that one step of a kernel covers; the width of a row is padded to a multiple of it. */
export const LANES = 16;

const PAGE = 65536;

/** Weights on their way down, all in the kernel's memory; rows of `width` floats, one for each column of a sparse matrix. */
export interface Descent {
  readonly weights: Float32Array;
  /** Of each row of weights: the sum of the squared lengths of all gradients so far; nowhere zero. */
  readonly squares: Float32Array;
  /** Of each row of weights: which part of it goes beside the loss, each time that its column is met. */
  readonly decays: Float32Array;
  /** How far a step goes, and 1. */
  readonly steps: Float32Array;
}

/** Byte addresses in the kernel's memory; see {@link LinearKernel}. */
export interface SparseMatrix {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

let compiled: WebAssembly.Module | undefined;

/**
 * Memory of one training run and the products over it, in a small WebAssembly module with 128-bit SIMD. Additions happen in a fixed
 * order and in IEEE single precision, so that results are the same on every machine. Every array that goes into a product must come
 * from `ints` or `floats` of the same kernel; the memory is freed with the object.
 */
export class LinearKernel {
  readonly #memory: WebAssembly.Memory;
  readonly #sparse: (...args: number[]) => void;
  readonly #dense: (...args: number[]) => void;
  readonly #dots: (...args: number[]) => void;
  readonly #descend: (...args: number[]) => void;
  #used = 0;

  /** @param bytes all that will be taken from it; some slack for alignment is added */
  constructor(bytes: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil((bytes + 4096) / PAGE) });
    compiled ??= new WebAssembly.Module(linearModule());
    const instance = new WebAssembly.Instance(compiled, { kefu: { memory: this.#memory } });
    this.#sparse = instance.exports["sparse"] as (...args: number[]) => void;
    this.#dense = instance.exports["dense"] as (...args: number[]) => void;
    this.#dots = instance.exports["dots"] as (...args: number[]) => void;
    this.#descend = instance.exports["descend"] as (...args: number[]) => void;
  }

  #take(bytes: number): number {
    const at = this.#used;
    this.#used = Math.ceil((at + bytes) / 16) * 16;
    return at;
  }

  ints(length: number): Int32Array {
    return new Int32Array(this.#memory.buffer, this.#take(length * 4), length);
  }

  floats(length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, this.#take(length * 4), length);
  }

  /** `out += a · b`; `b` and `out` have rows of `width` floats, a multiple of {@link LANES}. */
  multiplySparse(a: SparseMatrix, b: Float32Array, out: Float32Array, width: number): void {
    const from = a.starts.byteOffset;
    const end = from + a.rows * 4;
    this.#sparse(end, from, a.columns.byteOffset, a.values.byteOffset, b.byteOffset, out.byteOffset, width * 4);
  }

  /** For every entry of `a`, in order, the product of its row of `b` with the row of `weights` that its column names. */
  dots(
    { rows, starts, columns }: SparseMatrix,
    b: Float32Array,
    weights: Float32Array,
    out: Float32Array,
    width: number,
  ): void {
    const from = starts.byteOffset;
    const addresses = [columns, b, weights, out].map(({ byteOffset }) => byteOffset);
    this.#dots(from + rows * 4, from, ...addresses, width * 4);
  }

  /**
   * Steps down along the gradients of some rows, one after the other: that of a column's weights is the entry times the row's
   * residuals, and a part of the weights. AdaGrad with one number for all weights of a column instead of one for each: that takes half
   * the memory to be gone through, and no root and division for each weight (Duchi, Hazan & Singer, "Adaptive subgradient methods",
   * JMLR 12, 2011).
   * @param norms squared length of each row's residuals
   */
  descend(a: SparseMatrix, residuals: Float32Array, norms: Float32Array, descent: Descent, width: number): void {
    const from = a.starts.byteOffset;
    const { squares, decays, weights, steps } = descent;
    const arrays = [a.columns, a.values, residuals, norms, squares, decays, weights];
    const addresses = arrays.map(({ byteOffset }) => byteOffset);
    this.#descend(from + a.rows * 4, from, ...addresses, width * 4, steps.byteOffset);
  }

  /** `out += a · b` for a dense `a` of `rows × n`. */
  multiplyDense(a: Float32Array, rows: number, n: number, b: Float32Array, out: Float32Array, width: number): void {
    const end = out.byteOffset + rows * width * 4;
    this.#dense(end, n, a.byteOffset, n * 4, 4, b.byteOffset, out.byteOffset, width * 4);
  }

  /** `out += aᵀ · b` for a dense `a` of `rows × n`, in strips of rows that stay in the nearest cache. */
  multiplyTransposed(
    a: Float32Array,
    rows: number,
    n: number,
    b: Float32Array,
    out: Float32Array,
    width: number,
  ): void {
    const strip = 64;
    const end = out.byteOffset + n * width * 4;
    for (let row = 0; row < rows; row += strip) {
      const count = Math.min(strip, rows - row);
      const from = a.byteOffset + row * n * 4;
      this.#dense(end, count, from, 4, n * 4, b.byteOffset + row * width * 4, out.byteOffset, width * 4);
    }
  }
}
