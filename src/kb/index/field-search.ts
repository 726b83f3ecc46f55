import { BestHits, CloseHits } from "./best-hits.js";
import { fieldNamed, type FieldName } from "./fields.js";
import { meanLength } from "./field-sections.js";
import type { IndexPart, KbIndex } from "./kb-index.js";
import { emptyPostings } from "./lexical-field.js";
import { type KnownTerm, PartSearch } from "./part-search.js";
import { saturation } from "./saturation.js";
import { type PartField, SearchedField, SearchRoom } from "./searched-field.js";

/** A term of a query and what it is worth. */
export interface WeightedTerm {
  readonly term: string;
  /** Inverse document frequency, above 0. */
  readonly idf: number;
  /** How often it stands in the query. */
  readonly count: number;
  /** Bit (0–63) by which {@link FieldSearch.scores} says that a document holds the term; −1 for a term without one. */
  readonly bit: number;
}

/** One inverted field of an index. Documents are questions or entries, by the field; dead ones are never found. */
export interface FieldSearch {
  /** Worth of a term, in nats; exact over the live documents. */
  idf(term: string): number;
  /** The same of several. */
  idfs(terms: readonly string[]): Float64Array;
  /** Score of a document that is the query itself: what a perfect match would score. */
  ideal(terms: readonly WeightedTerm[]): number;
  /**
   * The best documents that share a term with the query, best first; equal ones by the ids of their entries. Where the lists
   * of all terms are short enough to be read, they are those that scoring every document would give. Otherwise the lists of
   * the rarest terms are read, and the documents that score best by these are scored by all.
   * @param limits default: {@link LIMITS}
   */
  top(
    terms: readonly WeightedTerm[],
    count: number,
    accept: (document: number) => boolean,
    limits?: SearchLimits,
  ): { readonly document: number; readonly score: number }[];
  /**
   * Scores of just these documents, and which of the terms' bits (0–31 in `low`, 32–63 in `high`) each of them holds: the first
   * numbers of arrays, until the next call.
   * @param documents in ascending order
   */
  scores(
    terms: readonly WeightedTerm[],
    documents: ArrayLike<number>,
  ): { readonly score: Float64Array; readonly low: Uint32Array; readonly high: Uint32Array };
}

/** How much is read for a query. */
export interface SearchLimits {
  /** Postings of its rarest terms; lists of the rest are long and tell little. One list is always read. */
  readonly postings: number;
  /** Documents that are then scored by all terms, where not all lists were read. */
  readonly likely: number;
}

/**
 * Of long noisy queries the ten best questions are found 94 times in 100 at 100,000 questions and 79 times at 400,000, the best one of 300 of
 * 300 and 295. With 6,000 and 64 a search costs 7% less and finds 84 and 62.
 */
export const LIMITS: SearchLimits = { postings: 8_000, likely: 128 };

/** Terms that are remembered with where they stand. */
const REMEMBERED = 20_000;

/** Worths of terms stand side by side in arrays of so many: an array of its own for each few would be dear to let go. */
const WORTHS = 4096;

/**
 * Search of a field by BM25 (see {@link saturation}) with the idf ln(1 + (N − df + ½)/(df + ½)), which is never negative. N,
 * df and the mean length are those of the live documents of all segments, exactly: a score does not depend on how the
 * entries lie in segments, nor on what was removed.
 * @param room may be that of other fields of the index
 */
export function createFieldSearch(index: KbIndex, field: FieldName, room = new SearchRoom()): FieldSearch {
  return new IndexFieldSearch(index, field, room);
}

class IndexFieldSearch implements FieldSearch {
  private readonly parts: readonly PartField[];
  private readonly documents: number;
  private readonly mean: number;
  private readonly search: PartSearch;
  private readonly tie: (a: number, b: number) => number;
  private readonly known = new Map<string, KnownTerm>();
  /** Terms that the search is at: they are asked for several times. */
  private last: readonly WeightedTerm[] | undefined;
  private worths = new Float64Array(0);
  /** How many of these are handed out; none is handed out twice. */
  private given = 0;
  private readonly postings = emptyPostings();
  private readonly likely = new CloseHits();
  private readonly close = new CloseHits();
  private found = { score: new Float64Array(256), low: new Uint32Array(256), high: new Uint32Array(256) };

  constructor(index: KbIndex, field: FieldName, room: SearchRoom) {
    const { of } = fieldNamed(field);
    this.parts = index.parts.map((part, place) => partField(part, field, place));
    this.documents = index.size[of];
    const tokens = index.parts.reduce((sum, part) => sum + liveTokens(part, field), 0);
    this.mean = meanLength(tokens, this.documents);
    this.search = new PartSearch(new SearchedField(this.parts, this.mean, room));
    this.tie = of === "questions" ? (a, b) => index.compareQuestions(a, b) : (a, b) => index.compareEntryNumbers(a, b);
  }

  idf(term: string): number {
    return this.find(term).idf;
  }

  idfs(terms: readonly string[]): Float64Array {
    if (this.given + terms.length > this.worths.length) {
      this.worths = new Float64Array(Math.max(WORTHS, terms.length));
      this.given = 0;
    }
    const idfs = this.worths.subarray(this.given, (this.given += terms.length));
    for (let at = 0; at < terms.length; at++) idfs[at] = this.find(terms[at]!).idf;
    return idfs;
  }

  ideal(terms: readonly WeightedTerm[]): number {
    const length = terms.reduce((sum, { count }) => sum + count, 0);
    return terms.reduce((sum, { idf, count }) => sum + idf * saturation(count, length / this.mean), 0);
  }

  top(
    terms: readonly WeightedTerm[],
    count: number,
    accept: (document: number) => boolean,
    limits = LIMITS,
  ): { document: number; score: number }[] {
    const { close, likely } = this;
    this.start(terms);
    const read = this.search.rarest(limits.postings);
    close.start(count);
    if (read === this.search.length) this.gather(read, close, accept);
    else {
      likely.start(Math.max(count, limits.likely));
      this.gather(read, likely, accept);
      const documents = likely.keptNumbers();
      this.score(documents, (at, score) => {
        close.add(documents[at]!, score);
      });
    }
    const best = new BestHits(count, this.tie);
    close.each((number, score) => {
      best.add(number, score);
    });
    return best.sorted().map(({ number, score }) => ({ document: number, score }));
  }

  scores(
    terms: readonly WeightedTerm[],
    documents: ArrayLike<number>,
  ): { score: Float64Array; low: Uint32Array; high: Uint32Array } {
    const size = documents.length;
    if (this.found.score.length < size) {
      this.found = {
        score: new Float64Array(2 * size),
        low: new Uint32Array(2 * size),
        high: new Uint32Array(2 * size),
      };
    }
    const { score, low, high } = this.found;
    this.start(terms);
    this.score(documents, (at, value) => {
      score[at] = value;
      low[at] = this.search.low;
      high[at] = this.search.high;
    });
    return this.found;
  }

  private start(terms: readonly WeightedTerm[]): void {
    if (this.last === terms) return;
    this.last = undefined;
    this.search.start(terms, (term) => this.find(term));
    this.last = terms;
  }

  /** Documents that hold one of the rarest terms. */
  private gather(rarest: number, into: CloseHits, accept: (document: number) => boolean): void {
    for (const part of this.parts) this.search.gather(part, rarest, into, accept);
  }

  /** @param documents in ascending order */
  private score(documents: ArrayLike<number>, take: (at: number, score: number) => void): void {
    const { search } = this;
    let at = 0;
    for (const part of this.parts) {
      const { first, field } = part;
      const end = first + field.documents;
      if (!(documents[at]! < end)) continue;
      search.mark(part, true);
      try {
        for (; documents[at]! < end; at++) take(at, search.score(part, documents[at]! - first));
      } finally {
        search.mark(part, false);
      }
    }
  }

  private find(text: string): KnownTerm {
    let known = this.known.get(text);
    if (known === undefined) {
      const numbers = this.parts.map(({ field }) => field.term(text));
      const documents = numbers.reduce((sum, term, part) => sum + this.liveDocuments(part, term), 0);
      known = { numbers, documents, idf: Math.log(1 + (this.documents - documents + 0.5) / (documents + 0.5)) };
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(text, known);
    }
    return known;
  }

  /** The stored frequency counts the dead as well, so where there are any the list itself is counted. */
  private liveDocuments(part: number, term: number): number {
    const { field, isDead } = this.parts[part]!;
    if (term < 0) return 0;
    if (isDead === undefined) return field.documentFrequency(term);
    field.read(term, this.postings);
    let live = 0;
    for (let at = 0; at < this.postings.count; at++) if (!isDead(this.postings.documents[at]!)) live++;
    return live;
  }
}

function partField({ segment, dead, firstEntry, firstQuestion }: IndexPart, name: FieldName, place: number): PartField {
  const field = segment.fields[name];
  if (fieldNamed(name).of === "entries") {
    return { place, field, first: firstEntry, isDead: dead && ((entry) => dead[entry] === 1) };
  }
  const { owners } = segment;
  return { place, field, first: firstQuestion, isDead: dead && ((question) => dead[owners[question]!] === 1) };
}

function liveTokens({ segment, dead }: IndexPart, field: FieldName): number {
  let tokens = segment.meta.tokens[field];
  if (dead === undefined) return tokens;
  const { lengths } = segment.fields[field];
  const { firstQuestions } = segment;
  for (let entry = 0; entry < dead.length; entry++) {
    if (dead[entry] !== 1) continue;
    if (fieldNamed(field).of === "entries") tokens -= lengths[entry]!;
    else for (let q = firstQuestions[entry]!; q < firstQuestions[entry + 1]!; q++) tokens -= lengths[q]!;
  }
  return tokens;
}
