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
  set,
  whileBelow,
} from "../../stats/wasm-code.js";

/**
 * Counting of the bits in which rows differ from a query, as a small WebAssembly module; plain code where that is not to be had.
 * Both find the same.
 */

const PAGE = 65536;
const WORD = 8;

const loadWord = (offset: number): Code => [0x29, 3, leb(offset)];
const xorWords: Code = [0x85];
const countBits: Code = [0x7b];
const addWords: Code = [0x7c];
const toInt: Code = [0xa7];
const storeShort: Code = [0x3b, 1, 0];
const storeInt: Code = [0x36, 2, 0];
const storeIntBehind: Code = [0x36, 2, 4];
const atMost: Code = [0x4d];
const shiftLeft: Code = [0x74];

/** In how many bits the row and the query differ. */
function bitsOfRow(stride: number, row: number, query: number): Code {
  const words = Array.from({ length: stride / WORD }, (_, at): Code => {
    const differ = [get(row), loadWord(at * WORD), get(query), loadWord(at * WORD), xorWords, countBits];
    return at === 0 ? differ : [...differ, addWords];
  });
  return [words, toInt];
}

/** differ(end, rows, query, out, counts): 16 bits a row go to `out`, and how often each number of bits comes is counted. */
function differBody(stride: number): Code {
  const [end, rows, query, out, counts, bits] = [0, 1, 2, 3, 4, 5];
  return whileBelow(rows, get(end), [
    [bitsOfRow(stride, rows, query), set(bits), get(out), get(bits), storeShort],
    [get(bits), constant(2), shiftLeft, get(counts), ADD, set(bits)],
    [get(bits), get(bits), loadInt(0), constant(1), ADD, storeInt],
    advance(rows, constant(stride)),
    advance(out, constant(2)),
  ]);
}

/**
 * scan(end, rows, query, out, limit, row, last): of the rows, numbered from `row` on, that differ in no more than `limit` bits the
 * numbers and their bits go to `out`, 32 bits each; where they end stands at `last` then.
 */
function scanBody(stride: number): Code {
  const [end, rows, query, out, limit, row, last, bits] = [0, 1, 2, 3, 4, 5, 6, 7];
  return [
    whileBelow(rows, get(end), [
      [bitsOfRow(stride, rows, query), set(bits)],
      [get(out), get(row), storeInt, get(out), get(bits), storeIntBehind],
      advance(out, [get(bits), get(limit), atMost, constant(3), shiftLeft]),
      advance(row, constant(1)),
      advance(rows, constant(stride)),
    ]),
    [get(last), get(out), storeInt],
  ];
}

const compiled = new Map<number, WebAssembly.Module | null>();

function moduleOrNull(stride: number): WebAssembly.Module | null {
  let module = compiled.get(stride);
  if (module !== undefined) return module;
  try {
    module = new WebAssembly.Module(
      assembleModule([
        { name: "differ", parameters: 5, code: functionCode(1, 0, differBody(stride)) },
        { name: "scan", parameters: 7, code: functionCode(1, 0, scanBody(stride)) },
      ]),
    );
  } catch {
    // WebAssembly switched off.
    module = null;
  }
  compiled.set(stride, module);
  return module;
}

/** Rows of bits, and how much a query is like each of them. */
export interface SignScanner {
  /** Room for the rows, one after another; to be filled before the first query. */
  readonly rows: Uint8Array;
  /** Bits in which each row differs from a query; valid until the next call. */
  differences(query: Uint8Array): Uint16Array;
  /**
   * The rows that differ from a query in the fewest bits, ascending: so many, and those that are as like as the last of
   * them; valid until the next call.
   */
  nearest(query: Uint8Array, count: number): Uint32Array;
}

/**
 * @param stride bytes of a row, a multiple of 8
 * @param plain do without WebAssembly
 */
export function signScanner(count: number, stride: number, plain = false): SignScanner {
  const module = plain ? null : moduleOrNull(stride);
  return module === null ? new PlainScanner(count, stride) : new KernelScanner(module, count, stride);
}

/** Fewest bits within which so many rows differ. */
function limitOf(counts: Uint32Array, wanted: number): number {
  let [limit, found] = [0, counts[0]!];
  while (found < wanted && limit + 1 < counts.length) found += counts[++limit]!;
  return limit;
}

/** Rows that tell in how many bits the nearest differ: blocks of them, evenly spread. */
const SAMPLE = { blocks: 16, rows: 256 };
/** Of the sample as many more rows must be as near as would be nearest by chance. */
const MORE = { times: 1.25, rows: 8 };

class KernelScanner implements SignScanner {
  readonly rows: Uint8Array;
  private readonly query: Uint8Array;
  private readonly counts: Uint32Array;
  private readonly out: Uint16Array;
  private readonly last: Uint32Array;
  /** Numbers of rows and their bits, by turns. */
  private readonly list: Uint32Array;
  private readonly run: Readonly<Record<"differ" | "scan", (...args: number[]) => void>>;

  constructor(
    module: WebAssembly.Module,
    private readonly count: number,
    private readonly stride: number,
  ) {
    const bits = stride * 8 + 1;
    // Scanning writes what it finds of the row after the last one, too.
    const sizes = [count * stride, stride, bits * 4, count * 2, 4, (count + 1) * 8];
    const starts = [0];
    for (const size of sizes) starts.push(Math.ceil((starts.at(-1)! + size) / WORD) * WORD);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(starts.at(-1)! / PAGE) });
    const { exports } = new WebAssembly.Instance(module, { kefu: { memory } });
    this.run = exports as unknown as typeof this.run;
    this.rows = new Uint8Array(memory.buffer, 0, count * stride);
    this.query = new Uint8Array(memory.buffer, starts[1], stride);
    this.counts = new Uint32Array(memory.buffer, starts[2], bits);
    this.out = new Uint16Array(memory.buffer, starts[3], count);
    this.last = new Uint32Array(memory.buffer, starts[4], 1);
    this.list = new Uint32Array(memory.buffer, starts[5], (count + 1) * 2);
  }

  differences(query: Uint8Array): Uint16Array {
    this.query.set(query);
    this.counts.fill(0);
    this.differ(0, this.count);
    return this.out;
  }

  nearest(query: Uint8Array, count: number): Uint32Array {
    this.query.set(query);
    const wanted = Math.min(count, this.count);
    // Where the sample promised too much, the rows that are as near as it says are too few.
    for (let limit = this.guess(wanted); ; limit = this.counts.length - 1) {
      const found = this.scan(limit);
      if (found.length < 2 * wanted) continue;
      this.counts.fill(0);
      for (let at = 1; at < found.length; at += 2) this.counts[found[at]!]!++;
      const last = limitOf(this.counts, wanted);
      let to = 0;
      for (let at = 0; at < found.length; at += 2) if (found[at + 1]! <= last) found[to++] = found[at]!;
      return found.subarray(0, to);
    }
  }

  /** Bits within which more than so many rows are likely to differ. */
  private guess(wanted: number): number {
    const { count, counts } = this;
    const sampled = SAMPLE.blocks * SAMPLE.rows;
    if (count <= 2 * sampled) return counts.length - 1;
    counts.fill(0);
    for (let block = 0; block < SAMPLE.blocks; block++) {
      const first = Math.floor((block * count) / SAMPLE.blocks);
      this.differ(first, first + SAMPLE.rows);
    }
    return limitOf(counts, (wanted / count) * sampled * MORE.times + MORE.rows);
  }

  private differ(from: number, to: number): void {
    const { stride, query, out, counts } = this;
    this.run.differ(to * stride, from * stride, query.byteOffset, out.byteOffset + 2 * from, counts.byteOffset);
  }

  /** Numbers of the rows that differ in no more bits, ascending, each with its bits. */
  private scan(limit: number): Uint32Array {
    const { rows, query, list, last } = this;
    this.run.scan(rows.length, 0, query.byteOffset, list.byteOffset, limit, 0, last.byteOffset);
    return list.subarray(0, (last[0]! - list.byteOffset) / 4);
  }
}

class PlainScanner implements SignScanner {
  readonly rows: Uint8Array;
  private readonly words: Uint32Array;
  private readonly out: Uint16Array;

  constructor(
    count: number,
    private readonly stride: number,
  ) {
    this.rows = new Uint8Array(count * stride);
    this.words = new Uint32Array(this.rows.buffer);
    this.out = new Uint16Array(count);
  }

  differences(query: Uint8Array): Uint16Array {
    const { words, out } = this;
    const wanted = new Uint32Array(query.slice().buffer);
    for (let row = 0, at = 0; row < out.length; row++) {
      let sum = 0;
      for (let k = 0; k < wanted.length; k++) sum += bitsOf(words[at++]! ^ wanted[k]!);
      out[row] = sum;
    }
    return out;
  }

  nearest(query: Uint8Array, count: number): Uint32Array {
    const differences = this.differences(query);
    const counts = new Uint32Array(this.stride * 8 + 1);
    for (const bits of differences) counts[bits]!++;
    const limit = limitOf(counts, count);
    const found: number[] = [];
    differences.forEach((bits, row) => {
      if (bits <= limit) found.push(row);
    });
    return Uint32Array.from(found);
  }
}

/** Bits that are set in a number of 32. */
function bitsOf(value: number): number {
  let x = value - ((value >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
