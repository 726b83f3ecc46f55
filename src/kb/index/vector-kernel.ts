import {
  ADD,
  advance,
  assembleModule,
  type Code,
  constant,
  functionCode,
  get,
  leb,
  loadInt,
  loadVector,
  set,
  whileBelow,
} from "../../stats/wasm-code.js";

/**
 * Comparison of one vector with rows of bytes, as a small WebAssembly module with 128-bit SIMD; plain code where that is not to
 * be had. Both count in whole numbers, so that they give the same.
 */

const PAGE = 65536;
/** Codes that one step of a dot product covers. */
const STEP = 32;
const VECTOR = 16;

const zero: Code = [0xfd, 0x0c, Array<number>(VECTOR).fill(0)];
const addInts: Code = [0xfd, leb(0xae)];
const dotOfShorts: Code = [0xfd, leb(0xba)];
const widen = (offset: number): Code => [0xfd, 0x01, 0, leb(offset)];
const lane = (from: number, number: number): Code => [get(from), 0xfd, 0x1b, number];
const storeInt: Code = [0x36, 2, 0];

/** out = the four lanes of a vector, summed. */
const storeSum = (out: number, from: number): Code => [
  [get(out), lane(from, 0), lane(from, 1), ADD, lane(from, 2), ADD, lane(from, 3), ADD, storeInt],
  advance(out, constant(4)),
];

/** The dot product of the row from `rows` up to `rowEnd` and the query goes to `out`. */
const dotOfRow = (rows: number, rowEnd: number, query: number, out: number, at: number, sum: number): Code => {
  const term = (eight: number): Code => [
    [get(sum), get(rows), widen(eight * 8), get(at), loadVector(eight * 16), dotOfShorts, addInts, set(sum)],
  ];
  return [
    [zero, set(sum), get(query), set(at)],
    whileBelow(rows, get(rowEnd), [
      [0, 1, 2, 3].map(term),
      advance(rows, constant(STEP)),
      advance(at, [constant(2 * STEP)]),
    ]),
    storeSum(out, sum),
  ];
};

/** dot(end, rows, query, out, stride): Σ code · query[k] of each row of `stride` codes, the query being 16-bit numbers. */
function dotBody(): Code {
  const [end, rows, query, out, stride] = [0, 1, 2, 3, 4];
  const [rowEnd, at, sum] = [5, 6, 7];
  return whileBelow(rows, get(end), [
    [get(rows), get(stride), ADD, set(rowEnd)],
    dotOfRow(rows, rowEnd, query, out, at, sum),
  ]);
}

/** dotAt(end, list, query, out, stride): the same of the rows whose places stand in a list. */
function dotAtBody(): Code {
  const [end, list, query, out, stride] = [0, 1, 2, 3, 4];
  const [row, rowEnd, at, sum] = [5, 6, 7, 8];
  return whileBelow(list, get(end), [
    [get(list), loadInt(0), set(row), get(row), get(stride), ADD, set(rowEnd)],
    dotOfRow(row, rowEnd, query, out, at, sum),
    advance(list, constant(4)),
  ]);
}

let compiled: WebAssembly.Module | null | undefined;

function moduleOrNull(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = new WebAssembly.Module(
      assembleModule([
        { name: "dot", parameters: 5, code: functionCode(2, 1, dotBody()) },
        { name: "dotAt", parameters: 5, code: functionCode(3, 1, dotAtBody()) },
      ]),
    );
  } catch {
    // A processor without SIMD, or WebAssembly switched off.
    compiled = null;
  }
  return compiled;
}

/** Rows of bytes, and what one query is to each of them. */
export interface RowScanner {
  /** Room for the rows, one after another; to be filled before the first query. */
  readonly rows: Uint8Array;
  /** Dot products of rows `from` up to `to`, taken as numbers with a sign, and a query; valid until the next call. */
  products(query: Int16Array, from: number, to: number): Int32Array;
  /** The same of some rows. */
  productsAt(query: Int16Array, rows: Uint32Array): Int32Array;
}

/**
 * @param stride bytes of a row
 * @param plain do without WebAssembly
 */
export function rowScanner(count: number, stride: number, plain = false): RowScanner {
  const module = plain || stride % VECTOR !== 0 ? null : moduleOrNull();
  return module === null ? new PlainScanner(count, stride) : new KernelScanner(module, count, stride);
}

class KernelScanner implements RowScanner {
  readonly rows: Uint8Array;
  private readonly shorts: Int16Array;
  private readonly out: Int32Array;
  private readonly list: Uint32Array;
  private readonly run: Readonly<Record<"dot" | "dotAt", (...args: number[]) => void>>;

  constructor(
    module: WebAssembly.Module,
    count: number,
    private readonly stride: number,
  ) {
    const sizes = [count * stride, 2 * stride, count * 4, count * 4].map((size) => Math.ceil(size / VECTOR) * VECTOR);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(total / PAGE)) });
    const { exports } = new WebAssembly.Instance(module, { kefu: { memory } });
    this.run = exports as unknown as typeof this.run;
    this.rows = new Uint8Array(memory.buffer, 0, count * stride);
    this.shorts = new Int16Array(memory.buffer, sizes[0]!, stride);
    this.out = new Int32Array(memory.buffer, sizes[0]! + sizes[1]!, count);
    this.list = new Uint32Array(memory.buffer, sizes[0]! + sizes[1]! + sizes[2]!, count);
  }

  products(query: Int16Array, from: number, to: number): Int32Array {
    if (this.stride % STEP !== 0)
      return plainProducts(this.rows, this.stride, query, from, this.out.subarray(0, to - from));
    this.shorts.set(query);
    const { stride, shorts, out } = this;
    this.run.dot(to * stride, from * stride, shorts.byteOffset, out.byteOffset, stride);
    return out.subarray(0, to - from);
  }

  productsAt(query: Int16Array, rows: Uint32Array): Int32Array {
    const { stride, list } = this;
    if (stride % STEP !== 0) return plainProductsAt(this.rows, stride, query, rows, this.out);
    this.shorts.set(query);
    for (let at = 0; at < rows.length; at++) list[at] = rows[at]! * stride;
    const from = list.byteOffset;
    this.run.dotAt(from + 4 * rows.length, from, this.shorts.byteOffset, this.out.byteOffset, stride);
    return this.out.subarray(0, rows.length);
  }
}

class PlainScanner implements RowScanner {
  readonly rows: Uint8Array;
  private readonly out: Int32Array;

  constructor(
    count: number,
    private readonly stride: number,
  ) {
    this.rows = new Uint8Array(count * stride);
    this.out = new Int32Array(count);
  }

  products(query: Int16Array, from: number, to: number): Int32Array {
    return plainProducts(this.rows, this.stride, query, from, this.out.subarray(0, to - from));
  }

  productsAt(query: Int16Array, rows: Uint32Array): Int32Array {
    return plainProductsAt(this.rows, this.stride, query, rows, this.out);
  }
}

function plainProductsAt(all: Uint8Array, stride: number, query: Int16Array, rows: Uint32Array, out: Int32Array) {
  rows.forEach((row, at) => plainProducts(all, stride, query, row, out.subarray(at, at + 1)));
  return out.subarray(0, rows.length);
}

function plainProducts(rows: Uint8Array, stride: number, query: Int16Array, from: number, out: Int32Array): Int32Array {
  const codes = new Int8Array(rows.buffer, rows.byteOffset, rows.length);
  for (let row = 0; row < out.length; row++) {
    let sum = 0;
    for (let k = 0, at = (from + row) * stride; k < stride; k++, at++) sum += codes[at]! * query[k]!;
    out[row] = sum;
  }
  return out;
}
