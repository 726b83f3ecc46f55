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
} from "../../stats/wasm-code.js";

/** Dot products of vectors of a vocabulary with a few others, all of small whole numbers: exact, with WebAssembly and without. */
export interface WordProducts {
  /** −127…127, one vector after the other: each is to be put there before it is asked for. */
  readonly vectors: Int8Array;
  /** What they are multiplied with, likewise. */
  readonly others: Int16Array;
  /** Of the vector at a place with the first `count` others; until the next call. */
  run(place: number, count: number): Int32Array;
}

const PAGE = 65536;
const LANES = 8;
const zero: Code = [0xfd, 0x0c, Array<number>(16).fill(0)];
const loadBytes: Code = [0xfd, 0x01, 0, 0];
const addLanes: Code = [0xfd, 0xae, 0x01];
const multiplyAndAddPairs: Code = [0xfd, 0xba, 0x01];
const lane = (from: number, number: number): Code => [get(from), 0xfd, 0x1b, number];
const storeNumber: Code = [0x36, 2, 0];

/** products(end of the others, others, vector, out, dim) */
function body(): Code {
  const [end, others, vector, out, dim, k, sums] = [0, 1, 2, 3, 4, 5, 6];
  const other: Code = [get(others), get(k), ADD, get(k), ADD, loadVector(0)];
  const one: Code = [get(vector), get(k), ADD, loadBytes];
  return whileBelow(others, get(end), [
    [zero, set(sums), constant(0), set(k)],
    whileBelow(k, get(dim), [
      [get(sums), other, one, multiplyAndAddPairs, addLanes, set(sums)],
      advance(k, constant(LANES)),
    ]),
    [get(out), lane(sums, 0), lane(sums, 1), ADD, lane(sums, 2), ADD, lane(sums, 3), ADD, storeNumber],
    advance(out, constant(4)),
    advance(others, [get(dim), get(dim), ADD]),
  ]);
}

type Kernel = (end: number, others: number, vector: number, out: number, dim: number) => void;

let module: WebAssembly.Module | undefined;

function kernelOver(memory: WebAssembly.Memory): Kernel {
  module ??= new WebAssembly.Module(
    assembleModule([{ name: "products", parameters: 5, code: functionCode(1, 1, body()) }]),
  );
  return new WebAssembly.Instance(module, { kefu: { memory } }).exports.products as Kernel;
}

/**
 * @param size how many vectors of how many numbers there may be, and how many others
 * @param plain do without WebAssembly
 */
export function wordProducts(
  { vectors, others, dim }: { vectors: number; others: number; dim: number },
  plain = false,
): WordProducts {
  if (!plain && dim > 0 && dim % LANES === 0) {
    try {
      return kernelProducts(vectors, others, dim);
    } catch {
      // A processor without SIMD, or WebAssembly switched off.
    }
  }
  return plainProducts(vectors, others, dim);
}

/** In the memory: the others, the products, the vectors. What nobody has written to takes no room. */
function kernelProducts(vectors: number, others: number, dim: number): WordProducts {
  const out = 2 * others * dim;
  const first = out + 16 * Math.ceil(others / 4);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((first + vectors * dim) / PAGE) });
  const products = new Int32Array(memory.buffer, out, others);
  const run = kernelOver(memory);
  return {
    vectors: new Int8Array(memory.buffer, first, vectors * dim),
    others: new Int16Array(memory.buffer, 0, others * dim),
    run(place, count) {
      run(2 * count * dim, 0, first + place * dim, out, dim);
      return products;
    },
  };
}

function plainProducts(vectors: number, others: number, dim: number): WordProducts {
  const products = new Int32Array(others);
  const [left, right] = [new Int8Array(vectors * dim), new Int16Array(others * dim)];
  return {
    vectors: left,
    others: right,
    run(place, count) {
      for (let other = 0; other < count; other++) {
        let sum = 0;
        for (let k = 0; k < dim; k++) sum += left[place * dim + k]! * right[other * dim + k]!;
        products[other] = sum;
      }
      return products;
    },
  };
}
