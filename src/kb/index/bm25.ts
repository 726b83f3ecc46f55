import { fieldNamed, type FieldName } from "./fields.js";
import type { KbIndex } from "./kb-index.js";
import { emptyPostings, type LexicalField, type Postings } from "./lexical-field.js";

/** A term of a query and what it is worth. */
export interface WeightedTerm {
  readonly term: string;
  /** Inverse document frequency, above 0. */
  readonly idf: number;
  /** How often it stands in the query. */
  readonly count: number;
  /** Bit (0–63) by which {@link FieldScores} says that a document holds the term; −1 for a term without one. */
  readonly bit: number;
}

/** What the documents that share a term with the query are worth; valid until the next search with the same scorer. */
export interface FieldScores {
  /** Numbers of these documents, in no order that means anything. Dead ones are not among them. */
  readonly found: Uint32Array;
  /** BM25 by document number. */
  readonly scores: Float64Array;
  /** By document number: bits 0–31 and 32–63 of the terms that the document holds. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

interface FieldPart {
  readonly field: LexicalField;
  /** Number of its first document. */
  readonly first: number;
  readonly isDead: ((document: number) => boolean) | undefined;
}

const K1 = 1.2;
const B = 0.75;

/**
 * BM25 with k1 = 1.2 and b = 0.75 and the idf ln(1 + (N − df + ½)/(df + ½)), which is never negative (Robertson &
 * Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval
 * 3(4), 2009, section 3). N, df and the mean length are those of the live documents of all segments, exactly: a score
 * does not depend on how the entries lie in segments, nor on what was removed.
 */
export class Bm25 {
  private readonly parts: readonly FieldPart[];
  private readonly documents: number;
  private readonly meanLength: number;
  private readonly scores: Float64Array;
  private readonly low: Uint32Array;
  private readonly high: Uint32Array;
  private readonly found: Uint32Array;
  private count = 0;
  private readonly postings = emptyPostings();

  constructor(index: KbIndex, field: FieldName) {
    this.parts = index.parts.map((part) => fieldPart(part, field));
    const { of } = fieldNamed(field);
    this.documents = index.size[of];
    this.meanLength = liveTokens(index, field) / Math.max(1, this.documents);
    const numbers = index.numbers[of];
    this.scores = new Float64Array(numbers);
    this.low = new Uint32Array(numbers);
    this.high = new Uint32Array(numbers);
    this.found = new Uint32Array(numbers);
  }

  idf(term: string): number {
    let df = 0;
    for (const part of this.parts) {
      const number = part.field.term(term);
      if (number < 0) continue;
      // The stored frequency counts the dead as well, so where there are any the list itself is counted.
      df += part.isDead === undefined ? part.field.documentFrequency(number) : this.read(part, number).count;
    }
    return Math.log(1 + (this.documents - df + 0.5) / (df + 0.5));
  }

  /** BM25 of a document that is the query itself: what a perfect match would score. */
  ideal(terms: readonly WeightedTerm[]): number {
    const length = terms.reduce((sum, { count }) => sum + count, 0);
    return terms.reduce((sum, { idf, count }) => sum + idf * saturation(count, length / this.meanLength), 0);
  }

  /** Scores every live document that holds one of the terms; each term counts once, however often the query has it. */
  search(terms: readonly WeightedTerm[]): FieldScores {
    const { scores, low, high, found } = this;
    for (let at = 0; at < this.count; at++) {
      const document = found[at]!;
      scores[document] = low[document] = high[document] = 0;
    }
    this.count = 0;
    for (const term of terms) {
      for (const part of this.parts) {
        const number = part.field.term(term.term);
        if (number >= 0) this.add(part, this.read(part, number), term);
      }
    }
    return { found: found.subarray(0, this.count), scores, low, high };
  }

  private read({ field, isDead }: FieldPart, term: number): Postings {
    field.read(term, this.postings);
    if (isDead !== undefined) dropDead(this.postings, isDead);
    return this.postings;
  }

  private add(
    { field, first }: FieldPart,
    { documents, frequencies, count }: Postings,
    { idf, bit }: WeightedTerm,
  ): void {
    const { scores, low, high, found, meanLength } = this;
    const lowBit = bit >= 0 && bit < 32 ? 1 << bit : 0;
    const highBit = bit >= 32 ? 1 << (bit - 32) : 0;
    for (let at = 0; at < count; at++) {
      const ordinal = documents[at]!;
      const document = first + ordinal;
      if (scores[document] === 0) found[this.count++] = document;
      scores[document]! += idf * saturation(frequencies[at]!, field.lengths[ordinal]! / meanLength);
      low[document]! |= lowBit;
      high[document]! |= highBit;
    }
  }
}

/** @param length of the document, as a multiple of the mean */
function saturation(frequency: number, length: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
}

function dropDead(postings: Postings, isDead: (document: number) => boolean): void {
  let kept = 0;
  for (let at = 0; at < postings.count; at++) {
    if (isDead(postings.documents[at]!)) continue;
    postings.documents[kept] = postings.documents[at]!;
    postings.frequencies[kept++] = postings.frequencies[at]!;
  }
  postings.count = kept;
}

function fieldPart(
  { segment, dead, firstEntry, firstQuestion }: KbIndex["parts"][number],
  name: FieldName,
): FieldPart {
  const field = segment.fields[name];
  if (fieldNamed(name).of === "entries") {
    return { field, first: firstEntry, isDead: dead && ((entry) => dead[entry] === 1) };
  }
  const isDead = dead && ((question: number): boolean => dead[segment.owners[question]!] === 1);
  return { field, first: firstQuestion, isDead };
}

function liveTokens(index: KbIndex, field: FieldName): number {
  let tokens = 0;
  for (const { segment, dead } of index.parts) {
    tokens += segment.meta.tokens[field];
    for (let entry = 0; dead !== undefined && entry < dead.length; entry++) {
      if (dead[entry] !== 1) continue;
      const { lengths } = segment.fields[field];
      if (fieldNamed(field).of === "entries") tokens -= lengths[entry]!;
      else {
        const end = segment.firstQuestions[entry + 1]!;
        for (let q = segment.firstQuestions[entry]!; q < end; q++) tokens -= lengths[q]!;
      }
    }
  }
  return tokens;
}
