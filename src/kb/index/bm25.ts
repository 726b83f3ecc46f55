import type { KbIndex } from "./kb-index.js";
import { emptyPostings, type LexicalField, type Postings } from "./lexical-field.js";

/** Which inverted index: over questions (a document is a question) or over bodies (a document is an entry). */
export type FieldName = "questions" | "bodies";

/** Scores of the documents that share a term with the query; valid until the next search with the same scorer. */
export interface FieldScores {
  /** Numbers of these documents, in no order that means anything. Dead ones are not among them. */
  readonly found: Uint32Array;
  /** BM25 by document number. */
  readonly scores: Float64Array;
  /** By document number: idf of the query's terms that the document holds, summed. */
  readonly matched: Float64Array;
  /** idf of each of the query's terms. */
  readonly idfs: ReadonlyMap<string, number>;
  /** The sum of these, terms that no document holds included. */
  readonly mass: number;
  /** BM25 of a document that is the query itself: what a perfect match would score. */
  readonly ideal: number;
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
  private readonly matched: Float64Array;
  private found: Uint32Array;
  private count = 0;
  private postings: Postings[] = [];

  constructor(index: KbIndex, field: FieldName) {
    this.parts = index.parts.map((part) => fieldPart(part, field));
    this.documents = field === "questions" ? index.size.questions : index.size.entries;
    this.meanLength = liveTokens(index, field) / Math.max(1, this.documents);
    const numbers = field === "questions" ? index.numbers.questions : index.numbers.entries;
    this.scores = new Float64Array(numbers);
    this.matched = new Float64Array(numbers);
    this.found = new Uint32Array(numbers);
  }

  /**
   * @param tokens of the query; a repeated one counts once
   * @param most bounds on the terms' idf
   */
  search(tokens: readonly string[], most?: ReadonlyMap<string, number>): FieldScores {
    this.clear();
    const idfs = new Map<string, number>();
    const counts = new Map<string, number>();
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    let mass = 0;
    let ideal = 0;
    for (const [term, count] of counts) {
      const lists = this.read(term);
      const idf = Math.min(this.idf(lists), most?.get(term) ?? Infinity);
      idfs.set(term, idf);
      mass += idf;
      ideal += idf * saturation(count, tokens.length / this.meanLength);
      for (const list of lists) this.add(list, idf);
    }
    const { scores, matched } = this;
    return { found: this.found.subarray(0, this.count), scores, matched, idfs, mass, ideal };
  }

  private clear(): void {
    for (let at = 0; at < this.count; at++) {
      const document = this.found[at]!;
      this.scores[document] = 0;
      this.matched[document] = 0;
    }
    this.count = 0;
  }

  /** The term's live documents, by segment. */
  private read(term: string): { part: FieldPart; postings: Postings }[] {
    const lists: { part: FieldPart; postings: Postings }[] = [];
    for (const part of this.parts) {
      const number = part.field.term(term);
      if (number < 0) continue;
      const postings = (this.postings[lists.length] ??= emptyPostings());
      part.field.read(number, postings);
      if (part.isDead !== undefined) dropDead(postings, part.isDead);
      lists.push({ part, postings });
    }
    return lists;
  }

  private idf(lists: readonly { postings: Postings }[]): number {
    const df = lists.reduce((sum, { postings }) => sum + postings.count, 0);
    return Math.log(1 + (this.documents - df + 0.5) / (df + 0.5));
  }

  private add({ part, postings }: { part: FieldPart; postings: Postings }, idf: number): void {
    const { scores, matched, found, meanLength } = this;
    const { lengths } = part.field;
    for (let at = 0; at < postings.count; at++) {
      const ordinal = postings.documents[at]!;
      const document = part.first + ordinal;
      if (matched[document] === 0) found[this.count++] = document;
      scores[document]! += idf * saturation(postings.frequencies[at]!, lengths[ordinal]! / meanLength);
      matched[document]! += idf;
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
  field: FieldName,
): FieldPart {
  if (field === "bodies") {
    return { field: segment.bodyField, first: firstEntry, isDead: dead && ((entry) => dead[entry] === 1) };
  }
  const isDead = dead && ((question: number): boolean => dead[segment.owners[question]!] === 1);
  return { field: segment.questionField, first: firstQuestion, isDead };
}

function liveTokens(index: KbIndex, field: FieldName): number {
  let tokens = 0;
  for (const { segment, dead } of index.parts) {
    tokens += segment.meta.tokens[field];
    for (let entry = 0; dead !== undefined && entry < dead.length; entry++) {
      if (dead[entry] !== 1) continue;
      if (field === "bodies") tokens -= segment.bodyField.lengths[entry]!;
      else {
        const end = segment.firstQuestions[entry + 1]!;
        for (let q = segment.firstQuestions[entry]!; q < end; q++) tokens -= segment.questionField.lengths[q]!;
      }
    }
  }
  return tokens;
}
