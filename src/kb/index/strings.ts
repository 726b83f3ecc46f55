import { damaged } from "./damaged.js";
import type { Lazy, Pieces } from "./pieces.js";
import type { SectionBytes, Sections } from "./sections.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes and offsets (one more than there are strings) of strings in the order given. */
export function packStrings(strings: readonly string[]): { bytes: Uint8Array; offsets: Uint32Array } {
  const encoded = strings.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(strings.length + 1);
  encoded.forEach((part, at) => (offsets[at + 1] = offsets[at]! + part.length));
  const bytes = new Uint8Array(offsets[strings.length]!);
  encoded.forEach((part, at) => bytes.set(part, offsets[at]));
  return { bytes, offsets };
}

/** Adds packed strings to the sections of a file, as `<name>` and `<name>.at`. */
export function addStrings(sections: Map<string, SectionBytes>, name: string, strings: readonly string[]): void {
  const { bytes, offsets } = packStrings(strings);
  sections.set(name, bytes).set(`${name}.at`, offsets);
}

/** Sorts by the bytes of UTF-8, which is the order that {@link StringTable.find} searches by. */
export function sortByBytes<T>(items: readonly T[], text: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: Buffer.from(text(item)).toString("latin1") }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

/** Strings in a section: one is read and decoded when it is asked for, and sorted ones are searched in their bytes. */
export class StringTable {
  private readonly bytes: Pieces;
  private readonly offsetColumn: Lazy<Uint32Array>;
  readonly count: number;

  constructor(sections: Sections, name: string, count?: number) {
    this.count = count ?? sections.words(`${name}.at`) - 1;
    if (this.count < 0) throw damaged(sections.file);
    this.bytes = sections.pieces(name);
    this.offsetColumn = sections.u32(`${name}.at`, this.count + 1).map((offsets) => {
      if (offsets[this.count] !== this.bytes.length) throw damaged(sections.file);
      return offsets;
    });
  }

  at(position: number): string {
    return decoder.decode(this.bytesAt(position));
  }

  /** A string's UTF-8; not to be changed. */
  bytesAt(position: number): Uint8Array {
    const offsets = this.offsetColumn.value;
    return this.bytes.slice(offsets[position]!, offsets[position + 1]!);
  }

  /** Reads all of them, where many will be asked for. */
  load(): void {
    this.bytes.all();
  }

  /** Position of a string in a sorted table, or −1. */
  find(text: string): number {
    const wanted = encoder.encode(text);
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.compare(middle, wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  private compare(position: number, wanted: Uint8Array): number {
    const offsets = this.offsetColumn.value;
    const [from, to] = [offsets[position]!, offsets[position + 1]!];
    const start = this.bytes.seek(from, to);
    const { bytes } = this.bytes;
    const shared = Math.min(to - from, wanted.length);
    for (let i = 0; i < shared; i++) {
      const difference = bytes[start + i]! - wanted[i]!;
      if (difference !== 0) return difference;
    }
    return to - from - wanted.length;
  }
}
