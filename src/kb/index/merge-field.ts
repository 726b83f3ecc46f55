import { addField } from "./field-sections.js";
import { emptyPostings, type LexicalField } from "./lexical-field.js";
import { ByteWriter, writePosting } from "./posting-writer.js";
import type { SectionBytes } from "./sections.js";

/** What a document or an entry that is not taken over is numbered as. */
export const DEAD = 0xffffffff;

/** An inverted field to be merged, and the new numbers of its documents. */
export interface FieldPart {
  readonly field: LexicalField;
  /** New number of each document, growing, or {@link DEAD}. */
  readonly numbers: Uint32Array;
}

/** Terms after which a merge may be held up. */
const STEP = 4096;

/** Room for a term's frequency beside its document in one exact number. */
const FREQUENCIES = 2 ** 21;

/** The documents of one term out of several parts, in their new order. */
class Gathered {
  private keys = new Float64Array(1024);
  private count = 0;
  private sorted = true;
  private readonly postings = emptyPostings();

  clear(): void {
    this.count = 0;
    this.sorted = true;
  }

  take({ field, numbers }: FieldPart, term: number): void {
    field.read(term, this.postings);
    const { documents, frequencies, count } = this.postings;
    if (this.count + count > this.keys.length) {
      const grown = new Float64Array((this.count + count) * 2);
      grown.set(this.keys.subarray(0, this.count));
      this.keys = grown;
    }
    for (let at = 0; at < count; at++) {
      const document = numbers[documents[at]!]!;
      if (document === DEAD) continue;
      const key = document * FREQUENCIES + Math.min(frequencies[at]!, FREQUENCIES - 1);
      if (this.count > 0 && key < this.keys[this.count - 1]!) this.sorted = false;
      this.keys[this.count++] = key;
    }
  }

  /** @returns the number of documents */
  writeTo(out: ByteWriter): number {
    const keys = this.keys.subarray(0, this.count);
    if (!this.sorted) keys.sort();
    let last = -1;
    for (const key of keys) {
      const document = Math.floor(key / FREQUENCIES);
      writePosting(out, last, document, key - document * FREQUENCIES);
      last = document;
    }
    return this.count;
  }
}

/** Goes through the sorted strings of several tables at once: each string once, with where it stands in which table. */
export function* sortedTogether(
  tables: readonly { readonly count: number; bytesAt(position: number): Uint8Array }[],
): Generator<{ text: Uint8Array; found: { table: number; position: number }[] }> {
  const positions = tables.map(() => 0);
  const heads = tables.map((table) => (table.count > 0 ? table.bytesAt(0) : undefined));
  for (;;) {
    let least: Uint8Array | undefined;
    const equal: number[] = [];
    heads.forEach((head, table) => {
      if (head === undefined) return;
      const order = least === undefined ? -1 : Buffer.compare(head, least);
      if (order > 0) return;
      if (order < 0) equal.length = 0;
      equal.push(table);
      least = head;
    });
    if (least === undefined) return;
    yield { text: least, found: equal.map((table) => ({ table, position: positions[table]! })) };
    for (const table of equal) {
      const next = ++positions[table]!;
      heads[table] = next < tables[table]!.count ? tables[table]!.bytesAt(next) : undefined;
    }
  }
}

/**
 * Adds one field of the merged segment to its sections: the same bytes as a `LexicalWriter` makes of the documents' tokens.
 * @returns tokens of all documents
 */
export function* mergeField(
  sections: Map<string, SectionBytes>,
  name: string,
  parts: readonly FieldPart[],
  documents: number,
): Generator<void, number> {
  const lengths = new Uint32Array(documents);
  for (const { field, numbers } of parts) {
    numbers.forEach((number, old) => {
      if (number !== DEAD) lengths[number] = field.lengths[old]!;
    });
  }
  const [terms, postings, gathered] = [new ByteWriter(), new ByteWriter(), new Gathered()];
  const [termEnds, postingEnds, frequencies]: [number[], number[], number[]] = [[0], [0], []];
  let steps = 0;
  for (const { text, found } of sortedTogether(parts.map(({ field }) => field.terms))) {
    if (++steps % STEP === 0) yield;
    gathered.clear();
    for (const { table, position } of found) gathered.take(parts[table]!, position);
    const count = gathered.writeTo(postings);
    if (count === 0) continue;
    terms.add(text);
    termEnds.push(terms.length);
    postingEnds.push(postings.length);
    frequencies.push(count);
  }
  sections.set(`${name}.t`, terms.written()).set(`${name}.t.at`, Uint32Array.from(termEnds));
  const starts = Uint32Array.from(postingEnds);
  addField(sections, name, {
    postings: postings.written(),
    starts,
    frequencies: Uint32Array.from(frequencies),
    lengths,
  });
  return lengths.reduce((sum, length) => sum + length, 0);
}
