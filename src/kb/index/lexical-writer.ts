import type { SectionBytes } from "./sections.js";
import { addStrings, sortByBytes } from "./strings.js";

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Documents that hold a term, as they are written: `varint(gap·2 + (tf > 1))`, then `varint(tf)` where tf > 1. */
class PostingList {
  private bytes = new Uint8Array(8);
  private length = 0;
  private last = -1;
  documents = 0;

  add(document: number, frequency: number): void {
    const gap = document - this.last - 1;
    // Gaps stay below 2^31: doubling one is still an exact number, but no longer a 32-bit one.
    this.varint(gap * 2 + (frequency > 1 ? 1 : 0));
    if (frequency > 1) this.varint(frequency);
    this.last = document;
    this.documents++;
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private varint(value: number): void {
    if (this.length + 10 > this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2 + 10);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    while (value >= 0x80) {
      this.bytes[this.length++] = (value % 0x80) | 0x80;
      value = Math.floor(value / 0x80);
    }
    this.bytes[this.length++] = value;
  }
}

/** Gathers the tokens of documents, in the order of their numbers, into one field of an inverted index. */
export class LexicalWriter {
  private readonly lists = new Map<string, PostingList>();
  private readonly lengths: number[] = [];
  /** Of all documents so far, repeats counted. */
  tokens = 0;

  /** The next document. */
  add(tokens: readonly string[]): void {
    const counts = new Map<string, number>();
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const [token, count] of counts) {
      let list = this.lists.get(token);
      if (list === undefined) this.lists.set(token, (list = new PostingList()));
      list.add(this.lengths.length, count);
    }
    this.lengths.push(tokens.length);
    this.tokens += tokens.length;
  }

  /** The sections `<field>.t`, `.t.at` (sorted terms), `.df`, `.p`, `.p.at` (documents of each) and `.len`. */
  addTo(sections: Map<string, SectionBytes>, field: string): void {
    // Half a surrogate pair has no UTF-8 form and nobody can type one.
    const known = [...this.lists].filter(([term]) => !LONE_SURROGATE.test(term));
    const sorted = sortByBytes(known, ([term]) => term);
    addStrings(
      sections,
      `${field}.t`,
      sorted.map(([term]) => term),
    );
    const offsets = new Uint32Array(sorted.length + 1);
    const frequencies = new Uint32Array(sorted.length);
    sorted.forEach(([, list], at) => {
      offsets[at + 1] = offsets[at]! + list.written().length;
      frequencies[at] = list.documents;
    });
    const postings = new Uint8Array(offsets[sorted.length]!);
    sorted.forEach(([, list], at) => postings.set(list.written(), offsets[at]));
    sections.set(`${field}.df`, frequencies).set(`${field}.p`, postings).set(`${field}.p.at`, offsets);
    sections.set(`${field}.len`, Uint32Array.from(this.lengths));
  }
}
