import { PostingReader } from "./lexical-field.js";
import { quantiseSaturation, saturation } from "./saturation.js";
import type { SectionBytes } from "./sections.js";

/** The lists of a field, terms in byte order, as `writePosting` writes them. */
interface FieldLists {
  readonly postings: Uint8Array;
  /** Where the list of each term starts, and the end of the last. */
  readonly starts: Uint32Array;
  /** Documents of each term. */
  readonly frequencies: Uint32Array;
  /** Tokens of each document. */
  readonly lengths: Uint32Array;
}

/**
 * Adds the sections of a field but its terms: the lists (`.p`, `.p.at`, `.df`, `.len`) and what follows from them, the
 * highest saturation of each term (`.max`) and the terms of each document (`.f`, `.f.at`).
 */
export function addField(sections: Map<string, SectionBytes>, key: string, lists: FieldLists): void {
  const { postings, starts, frequencies, lengths } = lists;
  sections.set(`${key}.p`, postings).set(`${key}.p.at`, starts);
  sections.set(`${key}.df`, frequencies).set(`${key}.len`, lengths);
  sections.set(`${key}.max`, highest(lists));
  const contents = transpose(lists);
  sections.set(`${key}.f`, contents.bytes).set(`${key}.f.at`, contents.starts);
}

/** Tokens of all documents over their number; 1 where there is none. */
export function meanLength(tokens: number, documents: number): number {
  return tokens > 0 ? tokens / documents : 1;
}

function highest({ postings, starts, frequencies, lengths }: FieldLists): Uint8Array {
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  const mean = meanLength(tokens, lengths.length);
  return Uint8Array.from(frequencies, (_, term) => {
    const reader = new PostingReader(postings, starts[term]!, starts[term + 1]!);
    let most = 0;
    while (reader.next()) most = Math.max(most, saturation(reader.frequency, lengths[reader.number]! / mean));
    return quantiseSaturation(most);
  });
}

const sizeOf = (value: number): number => {
  let size = 1;
  for (; value >= 0x80; value = Math.floor(value / 0x80)) size++;
  return size;
};

/** Documents by term turned into terms by document, in the same form. */
function transpose(lists: FieldLists): { bytes: Uint8Array; starts: Uint32Array } {
  const documents = lists.lengths.length;
  const sizes = new Uint32Array(documents + 1);
  const last = new Int32Array(documents).fill(-1);
  eachPosting(lists, (term, document, frequency) => {
    sizes[document + 1]! += sizeOf(headOf(term, last[document]!, frequency)) + (frequency > 1 ? sizeOf(frequency) : 0);
    last[document] = term;
  });
  for (let document = 0; document < documents; document++) sizes[document + 1]! += sizes[document]!;
  const bytes = new Uint8Array(sizes[documents]!);
  const ends = sizes.slice(0, documents);
  const put = (document: number, value: number): void => {
    for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes[ends[document]!++] = (value % 0x80) | 0x80;
    bytes[ends[document]!++] = value;
  };
  last.fill(-1);
  eachPosting(lists, (term, document, frequency) => {
    put(document, headOf(term, last[document]!, frequency));
    if (frequency > 1) put(document, frequency);
    last[document] = term;
  });
  return { bytes, starts: sizes };
}

const headOf = (number: number, last: number, frequency: number): number =>
  (number - last - 1) * 2 + (frequency > 1 ? 1 : 0);

function eachPosting(
  { postings, starts, frequencies }: FieldLists,
  visit: (term: number, document: number, frequency: number) => void,
): void {
  for (let term = 0; term < frequencies.length; term++) {
    const reader = new PostingReader(postings, starts[term]!, starts[term + 1]!);
    while (reader.next()) visit(term, reader.number, reader.frequency);
  }
}
