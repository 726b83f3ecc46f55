import { PostingReader } from "./lexical-field.js";
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
 * terms of each document (`.f`, `.f.at`).
 */
export function addField(sections: Map<string, SectionBytes>, key: string, lists: FieldLists): void {
  const { postings, starts, frequencies, lengths } = lists;
  sections.set(`${key}.p`, postings).set(`${key}.p.at`, starts);
  sections.set(`${key}.df`, frequencies).set(`${key}.len`, lengths);
  const contents = transpose(lists);
  sections.set(`${key}.f`, contents.bytes).set(`${key}.f.at`, contents.starts);
}

/** Tokens of all documents over their number; 1 where there is none. */
export function meanLength(tokens: number, documents: number): number {
  return tokens > 0 ? tokens / documents : 1;
}

/** Units of 16 bits that a number takes, 15 bits in each, the lowest first. */
const unitsOf = (value: number): number => {
  let units = 1;
  for (; value >= 0x8000; value >>>= 15) units++;
  return units;
};

/**
 * Documents by term turned into terms by document: `gap·2 + (tf > 1)` in groups of 15 bits, then tf where it is above 1. A
 * document is scored by its terms hundreds of times in a query, and units of which one nearly always suffices are read
 * twice as fast as bytes that take one, two or three.
 */
function transpose(lists: FieldLists): { bytes: Uint8Array; starts: Uint32Array } {
  const documents = lists.lengths.length;
  const starts = new Uint32Array(documents + 1);
  const last = new Int32Array(documents).fill(-1);
  eachPosting(lists, (term, document, frequency) => {
    starts[document + 1]! += 2 * unitsOf(headOf(term, last[document]!, frequency)) + (frequency > 1 ? 2 : 0);
    last[document] = term;
  });
  for (let document = 0; document < documents; document++) starts[document + 1]! += starts[document]!;
  const bytes = new Uint8Array(starts[documents]!);
  const ends = starts.slice(0, documents);
  const put = (document: number, unit: number): void => {
    bytes[ends[document]!++] = unit & 0xff;
    bytes[ends[document]!++] = unit >>> 8;
  };
  last.fill(-1);
  eachPosting(lists, (term, document, frequency) => {
    let head = headOf(term, last[document]!, frequency);
    for (; head >= 0x8000; head >>>= 15) put(document, (head & 0x7fff) | 0x8000);
    put(document, head);
    if (frequency > 1) put(document, frequency);
    last[document] = term;
  });
  return { bytes, starts };
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
