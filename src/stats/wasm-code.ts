/**
 * Pieces of WebAssembly code: a module is written with them instead of a compiled blob, so that the source of every byte can
 * be read.
 */
export type Code = readonly (number | Code)[];

const I32 = 0x7f;
const V128 = 0x7b;
const VOID = 0x40;

/** Unsigned LEB128. */
export function leb(value: number): number[] {
  const out: number[] = [];
  do {
    const byte = value & 0x7f;
    value >>>= 7;
    out.push(value === 0 ? byte : byte | 0x80);
  } while (value !== 0);
  return out;
}

const flat = (code: Code): number[] => (code as (number | number[])[]).flat(Infinity as 1) as number[];
export const get = (local: number): Code => [0x20, leb(local)];
export const set = (local: number): Code => [0x21, leb(local)];
/** Small non-negative constants only: one byte of signed LEB128 ends at 63. */
export const constant = (value: number): Code =>
  value < 64 ? [0x41, value] : [0x41, (value & 0x7f) | 0x80, value >> 7];
export const ADD: Code = [0x6a];
export const MULTIPLY: Code = [0x6c];
/** Without signs, rounded down. */
export const DIVIDE: Code = [0x6e];
export const loadInt = (offset: number): Code => [0x28, 2, leb(offset)];
export const loadVector = (offset: number): Code => [0xfd, 0x00, 2, leb(offset)];
export const loadSplat: Code = [0xfd, 0x09, 2, 0];
export const storeVector = (offset: number): Code => [0xfd, 0x0b, 2, leb(offset)];
/** One of a vector's four numbers. */
export const extract = (lane: number): Code => [0xfd, 0x1f, lane];
export const SCALAR_ADD: Code = [0x92];
export const storeScalar: Code = [0x38, 2, 0];
export const VECTOR_ZERO: Code = [0xfd, 0x0c, Array<number>(16).fill(0)];
export const VECTOR_ADD: Code = [0xfd, leb(0xe4)];
export const VECTOR_MULTIPLY: Code = [0xfd, leb(0xe6)];
export const VECTOR_SUBTRACT: Code = [0xfd, leb(0xe5)];
export const VECTOR_DIVIDE: Code = [0xfd, leb(0xe7)];
export const VECTOR_ROOT: Code = [0xfd, leb(0xe3)];
export const advance = (local: number, by: Code): Code => [get(local), by, ADD, set(local)];
/** `while (local < end) body`, unsigned. */
export const whileBelow = (local: number, end: Code, body: Code): Code => [
  [0x02, VOID, 0x03, VOID],
  [get(local), end, 0x4f, 0x0d, 1],
  body,
  [0x0c, 0, 0x0b, 0x0b],
];

function section(id: number, content: Code): Code {
  const bytes = flat(content);
  return [id, leb(bytes.length), bytes];
}

function text(value: string): Code {
  return [leb(value.length), [...value].map((char) => char.charCodeAt(0))];
}

/** The code of one function: `ints` further i32 locals, `vectors` v128 locals, its body. */
export function functionCode(ints: number, vectors: number, body: Code): Code {
  const bytes = flat([2, leb(ints), I32, leb(vectors), V128, body, 0x0b]);
  return [leb(bytes.length), bytes];
}

/** One function of a module. */
export interface WasmFunction {
  readonly name: string;
  /** How many numbers of 32 bits it takes; it gives nothing back. */
  readonly parameters: number;
  /** See {@link functionCode}. */
  readonly code: Code;
}

/** A module over one memory, which it imports as `kefu.memory`. */
export function assembleModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const { length } = functions;
  const types = functions.map(({ parameters }) => [0x60, leb(parameters), Array<number>(parameters).fill(I32), 0]);
  return Uint8Array.from(
    flat([
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, [length, types]),
      section(2, [1, text("kefu"), text("memory"), 0x02, 0x00, 1]),
      section(3, [length, functions.map((_, at) => at)]),
      section(7, [length, functions.map(({ name }, at) => [text(name), 0x00, at])]),
      section(10, [length, functions.map(({ code }) => code)]),
    ]),
  );
}
