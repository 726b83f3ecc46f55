import { addField } from "./field-sections.js";
import { ByteWriter, writePosting } from "./posting-writer.js";
import type { SectionBytes } from "./sections.js";
import { addStrings, sortByBytes } from "./strings.js";

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Documents that hold a term, as they are written. */
class PostingList {
  private readonly bytes = new ByteWriter(8);
  private last = -1;
  private document = -1;
  private frequency = 0;
  documents = 0;

  /** Once for every time that the term stands in the document. */
  count(document: number): void {
    if (this.document === document) {
      this.frequency++;
      return;
    }
    this.flush();
    this.document = document;
    this.frequency = 1;
    this.documents++;
  }

  written(): Uint8Array {
    this.flush();
    return this.bytes.written();
  }

  private flush(): void {
    if (this.frequency === 0) return;
    writePosting(this.bytes, this.last, this.document, this.frequency);
    this.last = this.document;
    this.frequency = 0;
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
    const document = this.lengths.length;
    for (const token of tokens) {
      let list = this.lists.get(token);
      if (list === undefined) this.lists.set(token, (list = new PostingList()));
      list.count(document);
    }
    this.lengths.push(tokens.length);
    this.tokens += tokens.length;
  }

  /** The sections of the field: its sorted terms, `<field>.t` and `.t.at`, and what {@link addField} adds. */
  addTo(sections: Map<string, SectionBytes>, field: string): void {
    // Half a surrogate pair has no UTF-8 form and nobody can type one.
    const known = [...this.lists].filter(([term]) => !LONE_SURROGATE.test(term));
    const sorted = sortByBytes(known, ([term]) => term);
    addStrings(
      sections,
      `${field}.t`,
      sorted.map(([term]) => term),
    );
    const starts = new Uint32Array(sorted.length + 1);
    const frequencies = new Uint32Array(sorted.length);
    sorted.forEach(([, list], at) => {
      starts[at + 1] = starts[at]! + list.written().length;
      frequencies[at] = list.documents;
    });
    const postings = new Uint8Array(starts[sorted.length]!);
    sorted.forEach(([, list], at) => postings.set(list.written(), starts[at]));
    addField(sections, field, { postings, starts, frequencies, lengths: Uint32Array.from(this.lengths) });
  }
}
