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

/** Dot products of a vector with the rows of a matrix, both of small whole numbers: exact, with WebAssembly and without. */
export interface WordProducts {
  /** Where the vector is to be put, as long as a row; another matrix may use the same place. */
  readonly vector: Int16Array;
  /** Of what stands there now; until the next call. */
  run(): Int32Array;
}

const VECTOR = 16;
const PAGE = 65536;
const zero: Code = [0xfd, 0x0c, Array<number>(VECTOR).fill(0)];
const addLanes: Code = [0xfd, 0xae, 0x01];
const multiplyAndAddPairs: Code = [0xfd, 0xba, 0x01];
const lane = (from: number, number: number): Code => [get(from), 0xfd, 0x1b, number];
const storeNumber: Code = [0x36, 2, 0];

/** products(end, rows, vector, out, stride) */
function body(): Code {
  const [end, rows, vector, out, stride, k, sums] = [0, 1, 2, 3, 4, 5, 6];
  const at = (base: number): Code => [get(base), get(k), ADD, loadVector(0)];
  return whileBelow(rows, get(end), [
    [zero, set(sums), constant(0), set(k)],
    whileBelow(k, get(stride), [
      [get(sums), at(rows), at(vector), multiplyAndAddPairs, addLanes, set(sums)],
      advance(k, constant(VECTOR)),
    ]),
    [get(out), lane(sums, 0), lane(sums, 1), ADD, lane(sums, 2), ADD, lane(sums, 3), ADD, storeNumber],
    advance(out, constant(4)),
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
    const bytes = assembleModule([{ name: "products", parameters: 5, code: functionCode(1, 1, body()) }]);
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
 * @param matrix rows of `dim` numbers of −127…127
 * @param plain do without WebAssembly
 */
export function wordProducts(matrix: Int16Array, dim: number, plain = false): WordProducts {
  const fits = dim > 0 && dim % 8 === 0 && 2 * (matrix.length + dim) + 4 * (matrix.length / dim) <= PAGE;
  const found = plain || !fits ? null : kernelOrNull();
  return found === null ? plainProducts(matrix, dim) : kernelProducts(found, matrix, dim);
}

function kernelProducts(kernel: Kernel, matrix: Int16Array, dim: number): WordProducts {
  const { memory, run } = kernel;
  const end = 2 * matrix.length;
  const rows = new Int16Array(memory, 0, matrix.length);
  const out = new Int32Array(memory, end + 2 * dim, matrix.length / dim);
  const products: WordProducts = {
    vector: new Int16Array(memory, end, dim),
    run() {
      if (kernel.owner !== products) rows.set(matrix);
      kernel.owner = products;
      run(end, 0, end, end + 2 * dim, 2 * dim);
      return out;
    },
  };
  return products;
}

function plainProducts(matrix: Int16Array, dim: number): WordProducts {
  const out = new Int32Array(dim > 0 ? matrix.length / dim : 0);
  const vector = new Int16Array(dim);
  return {
    vector,
    run() {
      for (let row = 0; row < out.length; row++) {
        let sum = 0;
        for (let k = 0; k < dim; k++) sum += matrix[row * dim + k]! * vector[k]!;
        out[row] = sum;
      }
      return out;
    },
  };
}
