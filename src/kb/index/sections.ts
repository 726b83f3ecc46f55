import { createHash } from "node:crypto";
import type { ByteSource } from "../../workspace/ports.js";
import { damaged, unknownVersion } from "./damaged.js";
import { Lazy, Pieces } from "./pieces.js";

/** Changes with every change of the file's layout; a reader refuses any other. */
const SEGMENT_VERSION = 3;

const MAGIC = "KEFUSEG\0";
const HEADER = 32;
const ROW = 24;
const NAME = 8;
const DIGEST = 32;

/** The bytes of one section, before they are put into a file. */
export type SectionBytes = Uint8Array | Uint32Array | Uint16Array | Int8Array | Float32Array | Float64Array;

/**
 * Puts named sections into one file, little-endian, each section at a multiple of 8 bytes so that a reader can lay
 * typed arrays over it without copying:
 *
 * | bytes | what |
 * |---|---|
 * | 0–7 | `KEFUSEG\0` |
 * | 8–11 | format version |
 * | 12–15 | number of sections |
 * | 16–23 | length of the whole file |
 * | 24–27 | FNV-1a of the section table |
 * | 32… | section table: name (8 bytes, ASCII, zero-padded), offset (8), length in bytes (8) |
 * | … | the sections |
 * | last 32 | SHA-256 of all before it |
 */
export function writeSections(sections: ReadonlyMap<string, SectionBytes>): Uint8Array {
  const names = [...sections.keys()].sort();
  let end = HEADER + names.length * ROW;
  const offsets = names.map((name) => {
    const offset = align(end);
    end = offset + sections.get(name)!.byteLength;
    return offset;
  });
  const total = align(end) + DIGEST;
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  names.forEach((name, at) => {
    const section = sections.get(name)!;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offsets[at]);
    const row = HEADER + at * ROW;
    for (let i = 0; i < name.length; i++) view.setUint8(row + i, name.charCodeAt(i));
    view.setBigUint64(row + NAME, BigInt(offsets[at]!), true);
    view.setBigUint64(row + NAME + 8, BigInt(section.byteLength), true);
  });
  for (let i = 0; i < NAME; i++) view.setUint8(i, MAGIC.charCodeAt(i));
  view.setUint32(8, SEGMENT_VERSION, true);
  view.setUint32(12, names.length, true);
  view.setBigUint64(16, BigInt(total), true);
  view.setUint32(24, fnv1a(bytes.subarray(HEADER, HEADER + names.length * ROW)), true);
  bytes.set(digestOf(bytes), total - DIGEST);
  return bytes;
}

type Numbers = Uint8Array | Int8Array | Uint32Array | Float32Array | Float64Array;

interface NumbersType<T> {
  new (buffer: ArrayBufferLike, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** Bytes that a check reads at a time. */
const CHUNK = 1 << 20;

/** The sections of a file, each read when it is first asked for; of bytes in memory they are views. */
export class Sections {
  private readonly rows = new Map<string, { offset: number; length: number }>();
  private readonly bytes: Uint8Array | undefined;
  private readonly source: ByteSource | undefined;
  readonly size: number;

  /**
   * Checks the header, the table and the length of the file, in time that does not grow with it.
   * @throws KefuError `input` that names the file when it is cut off, damaged or of another kind or version
   */
  constructor(
    given: Uint8Array | ByteSource,
    readonly file: string,
  ) {
    if (given instanceof Uint8Array) {
      // Typed arrays need their alignment; bytes that came out of a pool or an archive may lack it.
      this.bytes = given.byteOffset % 8 === 0 ? given : given.slice();
      this.size = given.length;
    } else {
      this.source = given;
      this.size = given.size;
    }
    const { size } = this;
    if (size < HEADER + DIGEST) throw damaged(file);
    const header = this.read(0, HEADER);
    if (latin(header, 0, NAME) !== MAGIC) throw damaged(file);
    const view = viewOf(header);
    const version = view.getUint32(8, true);
    if (version !== SEGMENT_VERSION) throw unknownVersion(file, version, SEGMENT_VERSION);
    const tableLength = view.getUint32(12, true) * ROW;
    if (view.getBigUint64(16, true) !== BigInt(size) || HEADER + tableLength > size - DIGEST) throw damaged(file);
    this.readTable(this.read(HEADER, tableLength), view.getUint32(24, true));
  }

  u8(name: string, length: number): Lazy<Uint8Array> {
    return this.typed(Uint8Array, name, length);
  }

  i8(name: string, length: number): Lazy<Int8Array> {
    return this.typed(Int8Array, name, length);
  }

  u32(name: string, length: number): Lazy<Uint32Array> {
    return this.typed(Uint32Array, name, length);
  }

  f32(name: string, length: number): Lazy<Float32Array> {
    return this.typed(Float32Array, name, length);
  }

  f64(name: string, length: number): Lazy<Float64Array> {
    return this.typed(Float64Array, name, length);
  }

  /** A section of which parts are wanted. @param length in bytes, where it is known */
  pieces(name: string, length?: number): Pieces {
    const row = this.row(name);
    if (length !== undefined && row.length !== length) throw damaged(this.file);
    return new Pieces(
      row.length,
      (offset, bytes) => this.read(row.offset + offset, bytes),
      () => damaged(this.file),
      this.bytes?.subarray(row.offset, row.offset + row.length),
    );
  }

  /** Number of 32-bit values in a section. */
  words(name: string): number {
    return Math.floor(this.row(name).length / 4);
  }

  /** True when the file's own SHA-256 is right: reads every byte. */
  intact(): boolean {
    const hash = createHash("sha256");
    const end = this.size - DIGEST;
    for (let at = 0; at < end; at += CHUNK) hash.update(this.read(at, Math.min(CHUNK, end - at)));
    return hash.digest().equals(this.read(end, DIGEST));
  }

  /** Nothing that was not read before can be read afterwards. */
  close(): void {
    this.source?.close();
  }

  private readTable(table: Uint8Array, sum: number): void {
    if (sum !== fnv1a(table)) throw damaged(this.file);
    const view = viewOf(table);
    for (let row = 0; row < table.length; row += ROW) {
      const offset = Number(view.getBigUint64(row + NAME, true));
      const length = Number(view.getBigUint64(row + NAME + 8, true));
      const inside = offset >= HEADER + table.length && offset + length <= this.size - DIGEST;
      if (offset % 8 !== 0 || !inside) throw damaged(this.file);
      this.rows.set(latin(table, row, NAME).replaceAll("\0", ""), { offset, length });
    }
  }

  private read(offset: number, length: number): Uint8Array {
    if (this.bytes !== undefined) return this.bytes.subarray(offset, offset + length);
    const target = new Uint8Array(length);
    if (this.source!.readInto(target, offset) < length) throw damaged(this.file);
    return target;
  }

  private row(name: string): { offset: number; length: number } {
    const row = this.rows.get(name);
    if (row === undefined) throw damaged(this.file);
    return row;
  }

  private typed<T extends Numbers>(type: NumbersType<T>, name: string, length: number): Lazy<T> {
    const row = this.row(name);
    if (row.length !== length * type.BYTES_PER_ELEMENT) throw damaged(this.file);
    return new Lazy(() => {
      const bytes = this.read(row.offset, row.length);
      return new type(bytes.buffer, bytes.byteOffset, length);
    });
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

const align = (offset: number): number => Math.ceil(offset / 8) * 8;

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

function digestOf(file: Uint8Array): Buffer {
  return createHash("sha256")
    .update(file.subarray(0, file.length - DIGEST))
    .digest();
}

function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}
