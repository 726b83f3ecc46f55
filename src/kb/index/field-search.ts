import { BestHits } from "./best-hits.js";
import { fieldNamed, type FieldName } from "./fields.js";
import { meanLength } from "./field-sections.js";
import type { IndexPart, KbIndex } from "./kb-index.js";
import { emptyPostings } from "./lexical-field.js";
import { type PartField, PartSearch, type PartTerm, SearchRoom } from "./part-search.js";
import { saturation, saturationBound } from "./saturation.js";

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
  /** Score of a document that is the query itself: what a perfect match would score. */
  ideal(terms: readonly WeightedTerm[]): number;
  /**
   * The best documents that share a term with the query, best first, as exactly as if all were scored; equal ones by the
   * ids of their entries.
   */
  top(
    terms: readonly WeightedTerm[],
    count: number,
    accept: (document: number) => boolean,
  ): { readonly document: number; readonly score: number }[];
  /**
   * Scores of just these documents, and which of the terms' bits (0–31 in `low`, 32–63 in `high`) each of them holds.
   * @param documents in ascending order
   */
  scores(
    terms: readonly WeightedTerm[],
    documents: readonly number[],
  ): { readonly score: Float64Array; readonly low: Uint32Array; readonly high: Uint32Array };
}

/** Terms that are remembered with where they stand. */
const REMEMBERED = 20_000;

interface KnownTerm {
  /** By part: number of the term in it, or −1. */
  readonly numbers: readonly number[];
  /** Live documents that hold it. */
  readonly documents: number;
}

/**
 * Search of a field by BM25 (see {@link saturation}) with the idf ln(1 + (N − df + ½)/(df + ½)), which is never negative. N,
 * df and the mean length are those of the live documents of all segments, exactly: a score does not depend on how the
 * entries lie in segments, nor on what was removed.
 */
export function createFieldSearch(index: KbIndex, field: FieldName): FieldSearch {
  return new IndexFieldSearch(index, field);
}

class IndexFieldSearch implements FieldSearch {
  private readonly parts: readonly PartField[];
  private readonly documents: number;
  /** How much longer documents are, on average, than those of each part. */
  private readonly growths: readonly number[];
  private readonly room: SearchRoom;
  private readonly tie: (a: number, b: number) => number;
  private readonly known = new Map<string, KnownTerm>();
  private readonly postings = emptyPostings();

  constructor(index: KbIndex, field: FieldName) {
    const { of } = fieldNamed(field);
    this.parts = index.parts.map((part) => partField(part, field));
    this.documents = index.size[of];
    const tokens = index.parts.reduce((sum, part) => sum + liveTokens(part, field), 0);
    this.room = new SearchRoom(this.parts, meanLength(tokens, this.documents));
    this.growths = index.parts.map(({ segment }) => {
      return this.room.mean / meanLength(segment.meta.tokens[field], segment.fields[field].documents);
    });
    this.tie = of === "questions" ? (a, b) => index.compareQuestions(a, b) : (a, b) => index.compareEntryNumbers(a, b);
  }

  idf(term: string): number {
    const { documents: df } = this.find(term);
    return Math.log(1 + (this.documents - df + 0.5) / (df + 0.5));
  }

  ideal(terms: readonly WeightedTerm[]): number {
    const length = terms.reduce((sum, { count }) => sum + count, 0);
    return terms.reduce((sum, { idf, count }) => sum + idf * saturation(count, length / this.room.mean), 0);
  }

  top(
    terms: readonly WeightedTerm[],
    count: number,
    accept: (document: number) => boolean,
  ): { document: number; score: number }[] {
    const sorted = inOrder(terms);
    const best = new BestHits(count, this.tie);
    this.parts.forEach((part, at) => {
      const found = this.termsOf(sorted, at);
      if (found.length === 0) return;
      const { first } = part;
      const mine = new PartSearch(part, this.room, found).top(count, best.least, (document) =>
        accept(first + document),
      );
      for (const { number, score } of mine.sorted()) best.add(first + number, score);
    });
    return best.sorted().map(({ number, score }) => ({ document: number, score }));
  }

  scores(
    terms: readonly WeightedTerm[],
    documents: readonly number[],
  ): { score: Float64Array; low: Uint32Array; high: Uint32Array } {
    const sorted = inOrder(terms);
    const [low, high] = [new Uint32Array(documents.length), new Uint32Array(documents.length)];
    const score = new Float64Array(documents.length);
    let at = 0;
    this.parts.forEach((part, number) => {
      const end = part.first + part.field.documents;
      if (!(documents[at]! < end)) return;
      const search = new PartSearch(part, this.room, this.termsOf(sorted, number));
      const seen = (bit: number): void => {
        if (bit >= 32) high[at]! |= 1 << (bit - 32);
        else if (bit >= 0) low[at]! |= 1 << bit;
      };
      search.mark(true);
      try {
        for (; documents[at]! < end; at++) score[at] = search.score(documents[at]! - part.first, seen);
      } finally {
        search.mark(false);
      }
    });
    return { score, low, high };
  }

  private termsOf(sorted: readonly WeightedTerm[], part: number): PartTerm[] {
    const { field } = this.parts[part]!;
    const found: PartTerm[] = [];
    for (const { term: text, idf, bit } of sorted) {
      const term = this.find(text).numbers[part]!;
      if (term < 0) continue;
      found.push({ term, idf, bit, bound: idf * saturationBound(field.highest(term), this.growths[part]!) });
    }
    return found;
  }

  private find(text: string): KnownTerm {
    let known = this.known.get(text);
    if (known === undefined) {
      const numbers = this.parts.map(({ field }) => field.term(text));
      known = { numbers, documents: numbers.reduce((sum, term, part) => sum + this.liveDocuments(part, term), 0) };
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

/** From the rarest to the most common, equal ones by their text. */
function inOrder(terms: readonly WeightedTerm[]): WeightedTerm[] {
  return terms.filter(({ idf }) => idf > 0).sort((a, b) => b.idf - a.idf || (a.term < b.term ? -1 : 1));
}

function partField({ segment, dead, firstEntry, firstQuestion }: IndexPart, name: FieldName): PartField {
  const field = segment.fields[name];
  const { idPlaces, owners } = segment;
  if (fieldNamed(name).of === "entries") {
    const isDead = dead && ((entry: number): boolean => dead[entry] === 1);
    return { field, first: firstEntry, isDead, tie: (a, b) => idPlaces[a]! - idPlaces[b]! };
  }
  return {
    ...{ field, first: firstQuestion },
    isDead: dead && ((question) => dead[owners[question]!] === 1),
    tie: (a, b) => idPlaces[owners[a]!]! - idPlaces[owners[b]!]! || a - b,
  };
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
