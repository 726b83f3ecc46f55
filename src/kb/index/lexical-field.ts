import { damaged } from "./damaged.js";
import type { Lazy, Pieces } from "./pieces.js";
import type { Sections } from "./sections.js";
import { StringTable } from "./strings.js";

/** Documents of one term, decoded. Only the first `count` values are meant. */
export interface Postings {
  documents: Uint32Array;
  frequencies: Uint32Array;
  count: number;
}

/** One field of a segment's inverted index: documents by term, and terms by document. */
export class LexicalField {
  /** In byte order. */
  readonly terms: StringTable;
  readonly documents: number;
  /** Documents by term, `p`, and terms by document, `f`: runs of bytes that {@link PostingReader} reads. */
  readonly postings: Pieces;
  readonly contents: Pieces;
  private readonly frequencyColumn: Lazy<Uint32Array>;
  private readonly postingColumn: Lazy<Uint32Array>;
  private readonly contentColumn: Lazy<Uint32Array>;
  private readonly lengthColumn: Lazy<Uint32Array>;

  constructor(sections: Sections, key: string, documents: number) {
    this.documents = documents;
    this.terms = new StringTable(sections, `${key}.t`);
    const { count } = this.terms;
    this.frequencyColumn = sections.u32(`${key}.df`, count);
    this.postings = sections.pieces(`${key}.p`);
    this.postingColumn = checked(sections, sections.u32(`${key}.p.at`, count + 1), this.postings);
    this.contents = sections.pieces(`${key}.f`);
    this.contentColumn = checked(sections, sections.u32(`${key}.f.at`, documents + 1), this.contents);
    this.lengthColumn = sections.u32(`${key}.len`, documents);
  }

  /** Tokens of each document, repeats counted. */
  get lengths(): Uint32Array {
    return this.lengthColumn.value;
  }

  /** Where the list of each term starts in {@link postings}, and the end of the last. */
  get postingStarts(): Uint32Array {
    return this.postingColumn.value;
  }

  /** Where the list of each document starts in {@link contents}, and the end of the last. */
  get contentStarts(): Uint32Array {
    return this.contentColumn.value;
  }

  /** Number of a term, or −1. */
  term(text: string): number {
    return this.terms.find(text);
  }

  /** Documents that hold the term, dead ones included. */
  documentFrequency(term: number): number {
    return this.frequencyColumn.value[term]!;
  }

  /** Decodes the documents of a term into `out`, whose arrays grow as they need to. */
  read(term: number, out: Postings): void {
    const from = this.postingStarts[term]!;
    const length = this.postingStarts[term + 1]! - from;
    const start = this.postings.seek(from, from + length);
    // A damaged list cannot hold more documents than there are, nor name one that is not there.
    const most = Math.min(this.documentFrequency(term), this.documents);
    if (out.documents.length < most) {
      out.documents = new Uint32Array(most * 2);
      out.frequencies = new Uint32Array(most * 2);
    }
    const reader = new PostingReader(this.postings.bytes, start, start + length);
    let count = 0;
    while (count < most && reader.next() && reader.number < this.documents) {
      out.documents[count] = reader.number;
      out.frequencies[count++] = reader.frequency;
    }
    out.count = count;
  }
}

/** The column of starts, once it is seen to fit what it points into. */
function checked(sections: Sections, column: Lazy<Uint32Array>, into: Pieces): Lazy<Uint32Array> {
  return column.map((starts) => {
    if (starts[starts.length - 1] !== into.length) throw damaged(sections.file);
    return starts;
  });
}

/** Goes through a list as `writePosting` writes it. */
export class PostingReader {
  number = -1;
  frequency = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly end: number,
  ) {}

  /** False at the end of the list. */
  next(): boolean {
    if (this.at >= this.end) return false;
    const head = this.varint();
    this.number += Math.floor(head / 2) + 1;
    this.frequency = head % 2 === 0 ? 1 : this.varint();
    return true;
  }

  private varint(): number {
    let value = 0;
    let scale = 1;
    while (this.at < this.end) {
      const byte = this.bytes[this.at++]!;
      if (byte < 0x80) return value + byte * scale;
      value += (byte - 0x80) * scale;
      scale *= 0x80;
    }
    return value;
  }
}

export const emptyPostings = (): Postings => ({
  documents: new Uint32Array(256),
  frequencies: new Uint32Array(256),
  count: 0,
});
