import type { Sections } from "./sections.js";
import { StringTable } from "./strings.js";

/** Documents of one term, decoded. Only the first `count` values are meant. */
export interface Postings {
  documents: Uint32Array;
  frequencies: Uint32Array;
  count: number;
}

/** One field of a segment's inverted index, read in place. */
export class LexicalField {
  /** In byte order. */
  readonly terms: StringTable;
  private readonly documentFrequencies: Uint32Array;
  private readonly bytes: Uint8Array;
  private readonly offsets: Uint32Array;
  /** Tokens of each document, repeats counted. */
  readonly lengths: Uint32Array;

  constructor(sections: Sections, field: string, documents: number) {
    this.terms = new StringTable(sections, `${field}.t`);
    this.documentFrequencies = sections.u32(`${field}.df`, this.terms.count);
    this.offsets = sections.u32(`${field}.p.at`, this.terms.count + 1);
    this.bytes = sections.u8(`${field}.p`, this.offsets[this.terms.count]);
    this.lengths = sections.u32(`${field}.len`, documents);
  }

  /** Number of a term, or −1. */
  term(text: string): number {
    return this.terms.find(text);
  }

  /** Documents that hold the term, dead ones included. */
  documentFrequency(term: number): number {
    return this.documentFrequencies[term]!;
  }

  /** Decodes the documents of a term into `out`, whose arrays grow as they need to. */
  read(term: number, out: Postings): void {
    const { bytes, lengths } = this;
    const end = this.offsets[term + 1]!;
    // A damaged list cannot hold more documents than there are, nor name one that is not there.
    const most = Math.min(this.documentFrequencies[term]!, lengths.length);
    if (out.documents.length < most) {
      out.documents = new Uint32Array(most * 2);
      out.frequencies = new Uint32Array(most * 2);
    }
    let at = this.offsets[term]!;
    let document = -1;
    let count = 0;
    const varint = (): number => {
      let value = 0;
      let scale = 1;
      while (at < end) {
        const byte = bytes[at++]!;
        if (byte < 0x80) return value + byte * scale;
        value += (byte - 0x80) * scale;
        scale *= 0x80;
      }
      return value;
    };
    while (count < most && at < end) {
      const head = varint();
      document += Math.floor(head / 2) + 1;
      if (document >= lengths.length) break;
      out.documents[count] = document;
      out.frequencies[count++] = head % 2 === 0 ? 1 : varint();
    }
    out.count = count;
  }
}

export const emptyPostings = (): Postings => ({
  documents: new Uint32Array(256),
  frequencies: new Uint32Array(256),
  count: 0,
});
