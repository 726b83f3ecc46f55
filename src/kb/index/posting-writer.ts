/** A run of bytes that grows. */
export class ByteWriter {
  private bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  add(part: Uint8Array): void {
    this.reserve(part.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
  }

  /** A whole number below 2^53 in groups of seven bits, the lowest first. */
  varint(value: number): void {
    if (this.length + 8 > this.bytes.length) this.reserve(8);
    while (value >= 0x80) {
      this.bytes[this.length++] = (value % 0x80) | 0x80;
      value = Math.floor(value / 0x80);
    }
    this.bytes[this.length++] = value;
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.written());
    this.bytes = grown;
  }
}

/** A frequency beyond this counts as this: no saturation tells them apart, and it takes one unit of 16 bits elsewhere. */
const MOST = 0xffff;

/**
 * One document of a posting list: `varint(gap·2 + (tf > 1))`, then `varint(tf)` where tf > 1. Gaps stay below 2^31: doubling
 * one is still an exact number, but no longer a 32-bit one.
 * @param last the document before it, −1 for the first
 */
export function writePosting(out: ByteWriter, last: number, document: number, frequency: number): void {
  out.varint((document - last - 1) * 2 + (frequency > 1 ? 1 : 0));
  if (frequency > 1) out.varint(Math.min(frequency, MOST));
}
