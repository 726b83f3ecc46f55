import {
  ADD,
  advance,
  assembleModule,
  type Code,
  constant,
  functionCode,
  get,
  loadVector,
  set,
  whileBelow,
} from "../stats/wasm-code.js";

/**
 * Dot products of a vector with the rows of a matrix, in double precision and in the same order of additions with
 * WebAssembly and without: four sums, of each fourth product, added up from the first to the last.
 */
export interface WordProducts {
  /** @param vector as long as a row */
  of(vector: Float32Array): Float64Array;
}

const VECTOR = 16;
const PAGE = 65536;
const zero: Code = [0xfd, 0x0c, Array<number>(VECTOR).fill(0)];
const addPairs: Code = [0xfd, 0xf0, 0x01];
const multiplyPairs: Code = [0xfd, 0xf2, 0x01];
const lane = (from: number, number: number): Code => [get(from), 0xfd, 0x21, number];
const addDoubles: Code = [0xa0];
const storeDouble: Code = [0x39, 3, 0];

/** products(end, rows, vector, out, stride) */
function body(): Code {
  const [end, rows, vector, out, stride, k, ab, cd] = [0, 1, 2, 3, 4, 5, 6, 7];
  const at = (base: number, offset: number): Code => [get(base), get(k), ADD, loadVector(offset)];
  const add = (sum: number, offset: number): Code => [
    [get(sum), at(rows, offset), at(vector, offset), multiplyPairs, addPairs, set(sum)],
  ];
  return whileBelow(rows, get(end), [
    [zero, set(ab), zero, set(cd), constant(0), set(k)],
    whileBelow(k, get(stride), [add(ab, 0), add(cd, VECTOR), advance(k, constant(2 * VECTOR))]),
    [get(out), lane(ab, 0), lane(ab, 1), addDoubles, lane(cd, 0), addDoubles, lane(cd, 1), addDoubles, storeDouble],
    advance(out, constant(8)),
    advance(rows, get(stride)),
  ]);
}

interface Kernel {
  readonly memory: ArrayBuffer;
  readonly run: (end: number, rows: number, vector: number, out: number, stride: number) => void;
  /** Whose matrix is in the memory. */
  owner: WordProducts | undefined;
}

let kernel: Kernel | null | undefined;

function kernelOrNull(): Kernel | null {
  if (kernel !== undefined) return kernel;
  try {
    const bytes = assembleModule([{ name: "products", parameters: 5, code: functionCode(1, 2, body()) }]);
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { kefu: { memory } });
    kernel = { memory: memory.buffer, run: exports.products as Kernel["run"], owner: undefined };
  } catch {
    // A processor without SIMD, or WebAssembly switched off.
    kernel = null;
  }
  return kernel;
}

/**
 * @param matrix rows of `dim` numbers
 * @param plain do without WebAssembly
 */
export function wordProducts(matrix: Float32Array, dim: number, plain = false): WordProducts {
  const fits = dim > 0 && dim % 4 === 0 && 8 * (matrix.length + dim + matrix.length / dim) <= PAGE;
  const found = plain || !fits ? null : kernelOrNull();
  return found === null ? plainProducts(matrix, dim) : kernelProducts(found, matrix, dim);
}

function kernelProducts(kernel: Kernel, matrix: Float32Array, dim: number): WordProducts {
  const { memory, run } = kernel;
  const [rows, end] = [new Float64Array(memory, 0, matrix.length), 8 * matrix.length];
  const query = new Float64Array(memory, end, dim);
  const out = new Float64Array(memory, end + 8 * dim, matrix.length / dim);
  const products: WordProducts = {
    of(vector) {
      if (kernel.owner !== products) rows.set(matrix);
      kernel.owner = products;
      query.set(vector);
      run(end, 0, end, out.byteOffset, 8 * dim);
      return out;
    },
  };
  return products;
}

function plainProducts(matrix: Float32Array, dim: number): WordProducts {
  const out = new Float64Array(dim > 0 ? matrix.length / dim : 0);
  return {
    of(vector) {
      for (let row = 0; row < out.length; row++) {
        const sums = [0, 0, 0, 0];
        for (let k = 0; k < dim; k++) sums[k % 4]! += matrix[row * dim + k]! * vector[k]!;
        out[row] = sums[0]! + sums[1]! + sums[2]! + sums[3]!;
      }
      return out;
    },
  };
}
