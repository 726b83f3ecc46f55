import {
  ADD,
  advance,
  assembleModule,
  type Code,
  constant,
  functionCode,
  get,
  loadInt,
  loadSplat,
  loadVector,
  MULTIPLY,
  set,
  storeVector,
  VECTOR_ADD,
  VECTOR_DIVIDE,
  VECTOR_MULTIPLY,
  VECTOR_ROOT,
  VECTOR_SUBTRACT,
  whileBelow,
} from "./wasm-code.js";

/**
 * Matrix products of training, as a small WebAssembly module with 128-bit SIMD.
 *
 * Written with a little assembler instead of a compiled blob, so that the source of every byte can be read.
 * Additions happen in a fixed order and in IEEE single precision, so that results are the same on every machine.
 */

/** `f32` lanes that one step of a kernel covers; the width of a row is padded to a multiple of it. */
export const LANES = 16;

const PAGE = 65536;

/** Four accumulators: loaded from the result row, fed by `terms`, stored back. */
function accumulate(out: Code, first: number, terms: Code): Code {
  const lanes = [0, 1, 2, 3];
  return [
    lanes.map((lane) => [out, loadVector(lane * 16), set(first + lane)]),
    terms,
    lanes.map((lane) => [out, get(first + lane), storeVector(lane * 16)]),
  ];
}

/** `accumulator += x * row[q …]` for the four accumulators. */
function multiplyAdd(x: number, q: number, first: number): Code {
  return [0, 1, 2, 3].map((lane) => [
    [get(first + lane), get(x), get(q), loadVector(lane * 16)],
    [VECTOR_MULTIPLY, VECTOR_ADD, set(first + lane)],
  ]);
}

/** Where the entries of a row stand in a list of four-byte numbers, and with `offset` 4 where they end. */
const entry = (list: number, starts: number, offset = 0): Code => [
  [get(list), get(starts), loadInt(offset), constant(4), MULTIPLY, ADD],
];

/** Locals of {@link addEntries}. */
interface EntryLocals {
  /** Entries: the next column, where they end, the next value. */
  readonly cp: number;
  readonly ce: number;
  readonly vp: number;
  /** The other matrix, the width of its rows, and where in them the block starts, all in bytes. */
  readonly b: number;
  readonly stride: number;
  readonly k: number;
  readonly q: number;
  readonly x: number;
  readonly acc: number;
}

/** `accumulator += Σ value · b[column]` over the entries of a row. */
function addEntries({ cp, ce, vp, b, stride, k, q, x, acc }: EntryLocals): Code {
  return whileBelow(cp, get(ce), [
    [get(b), get(k), ADD, get(cp), loadInt(0), get(stride), MULTIPLY, ADD, set(q)],
    [get(vp), loadSplat, set(x)],
    multiplyAdd(x, q, acc),
    advance(cp, constant(4)),
    advance(vp, constant(4)),
  ]);
}

/** sparse(startsEnd, starts, columns, values, b, out, stride): out[i] += Σ value · b[column], rows of `stride` bytes. */
function sparseBody(): Code {
  const [startsEnd, starts, columns, values, b, out, stride] = [0, 1, 2, 3, 4, 5, 6];
  const [k, cp, ce, vp, q, x, acc] = [7, 8, 9, 10, 11, 12, 13];
  const terms = addEntries({ cp, ce, vp, b, stride, k, q, x, acc });
  const block: Code = [
    [entry(columns, starts), set(cp), entry(columns, starts, 4), set(ce), entry(values, starts), set(vp)],
    accumulate([get(out), get(k), ADD], acc, terms),
    advance(k, constant(64)),
  ];
  return whileBelow(starts, get(startsEnd), [
    [constant(0), set(k), whileBelow(k, get(stride), block)],
    advance(starts, constant(4)),
    advance(out, get(stride)),
  ]);
}

/** dense(outEnd, n, a, rowStep, columnStep, b, out, stride): out[i] += Σ_j a[i·rowStep + j·columnStep] · b[j], steps in bytes. */
function denseBody(): Code {
  const [outEnd, n, a, rowStep, columnStep, b, out, stride] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [k, ap, j, q, x, acc] = [8, 9, 10, 11, 12, 13];
  const term: Code = [
    [get(ap), loadSplat, set(x)],
    multiplyAdd(x, q, acc),
    advance(ap, get(columnStep)),
    advance(q, get(stride)),
    advance(j, constant(1)),
  ];
  const block: Code = [
    [get(a), set(ap), constant(0), set(j), get(b), get(k), ADD, set(q)],
    accumulate([get(out), get(k), ADD], acc, whileBelow(j, get(n), term)),
    advance(k, constant(64)),
  ];
  return whileBelow(out, get(outEnd), [
    [constant(0), set(k), whileBelow(k, get(stride), block)],
    advance(a, get(rowStep)),
    advance(out, get(stride)),
  ]);
}

/**
 * descend(startsEnd, starts, columns, values, targets, decays, b, weights, squares, stride, rate): for every row t of the matrix,
 * with w the row of `weights` at byte `targets[t]`: g = decays[t] · w + Σ value · b[column], squares += g², w −= rate · g / √squares.
 */
function descendBody(): Code {
  const [startsEnd, starts, columns, values, targets, decays] = [0, 1, 2, 3, 4, 5];
  const [b, weights, squares, stride, rate] = [6, 7, 8, 9, 10];
  const [k, cp, ce, vp, q, x, step, sum, acc] = [11, 12, 13, 14, 15, 16, 17, 18, 19];
  const of = (base: number): Code => [get(base), get(targets), loadInt(0), ADD, get(k), ADD];
  const terms = addEntries({ cp, ce, vp, b, stride, k, q, x, acc });
  const lanes = [0, 1, 2, 3];
  const block: Code = [
    [entry(columns, starts), set(cp), entry(columns, starts, 4), set(ce), entry(values, starts), set(vp)],
    [of(weights), set(q), get(decays), loadSplat, set(x)],
    lanes.map((lane) => [get(x), get(q), loadVector(lane * 16), VECTOR_MULTIPLY, set(acc + lane)]),
    terms,
    lanes.map((lane) => [
      [of(squares), set(q), get(q), loadVector(lane * 16)],
      [get(acc + lane), get(acc + lane), VECTOR_MULTIPLY, VECTOR_ADD, set(sum)],
      [get(q), get(sum), storeVector(lane * 16)],
      [of(weights), set(q), get(q), get(q), loadVector(lane * 16)],
      [get(step), get(acc + lane), VECTOR_MULTIPLY, get(sum), VECTOR_ROOT, VECTOR_DIVIDE, VECTOR_SUBTRACT],
      storeVector(lane * 16),
    ]),
    advance(k, constant(64)),
  ];
  return [
    [get(rate), loadSplat, set(step)],
    whileBelow(starts, get(startsEnd), [
      [constant(0), set(k), whileBelow(k, get(stride), block)],
      [advance(starts, constant(4)), advance(targets, constant(4)), advance(decays, constant(4))],
    ]),
  ];
}

function assemble(): Uint8Array<ArrayBuffer> {
  return assembleModule([
    { name: "sparse", parameters: 7, code: functionCode(5, 5, sparseBody()) },
    { name: "dense", parameters: 8, code: functionCode(4, 5, denseBody()) },
    { name: "descend", parameters: 11, code: functionCode(5, 7, descendBody()) },
  ]);
}

/** Weights on their way down, all in the kernel's memory; rows of `width` floats. */
export interface Descent {
  readonly weights: Float32Array;
  /** Sums of the squares of all gradients so far; nowhere zero. */
  readonly squares: Float32Array;
  /** One number: how far a step goes. */
  readonly rate: Float32Array;
}

/** Rows of weights that a step changes: where they start, in bytes, and which part of them goes beside the loss. */
export interface DescentTargets {
  readonly offsets: Int32Array;
  readonly decays: Float32Array;
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
 * Memory of one training run and the two products over it. Every array that goes into a product must come from
 * `ints` or `floats` of the same kernel; the memory is freed with the object.
 */
export class LinearKernel {
  readonly #memory: WebAssembly.Memory;
  readonly #sparse: (...args: number[]) => void;
  readonly #dense: (...args: number[]) => void;
  readonly #descend: (...args: number[]) => void;
  #used = 0;

  /** @param bytes all that will be taken from it; some slack for alignment is added */
  constructor(bytes: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil((bytes + 4096) / PAGE) });
    compiled ??= new WebAssembly.Module(assemble());
    const instance = new WebAssembly.Instance(compiled, { kefu: { memory: this.#memory } });
    this.#sparse = instance.exports["sparse"] as (...args: number[]) => void;
    this.#dense = instance.exports["dense"] as (...args: number[]) => void;
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

  /**
   * One step of AdaGrad for the rows of weights that the rows of `a` stand for: the gradient is `a · b` and a part of the weights.
   * (Duchi, Hazan & Singer, "Adaptive subgradient methods", JMLR 12, 2011, with the diagonal matrix.)
   */
  descend(a: SparseMatrix, targets: DescentTargets, b: Float32Array, descent: Descent, width: number): void {
    const from = a.starts.byteOffset;
    const matrix = [from + a.rows * 4, from, a.columns.byteOffset, a.values.byteOffset];
    const { weights, squares, rate } = descent;
    const addresses = [targets.offsets, targets.decays, b, weights, squares].map(({ byteOffset }) => byteOffset);
    this.#descend(...matrix, ...addresses, width * 4, rate.byteOffset);
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
