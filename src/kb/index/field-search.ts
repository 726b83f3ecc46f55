import { BestHits, CloseHits } from "./best-hits.js";
import { fieldNamed, type FieldName } from "./fields.js";
import { meanLength } from "./field-sections.js";
import type { IndexPart, KbIndex } from "./kb-index.js";
import { emptyPostings } from "./lexical-field.js";
import { type PartField, type KnownTerm, PartSearch, SearchedField, SearchRoom } from "./part-search.js";
import { saturation } from "./saturation.js";

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
   * Scores of just these documents, and which of the terms' bits (0–31 in `low`, 32–63 in `high`) each of them holds.
   * @param documents in ascending order
   */
  scores(
    terms: readonly WeightedTerm[],
    documents: readonly number[],
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
  private readonly searched: SearchedField;
  private readonly tie: (a: number, b: number) => number;
  private readonly known = new Map<string, Pick<KnownTerm, "numbers" | "documents">>();
  /** Those of the last query, which are asked for several times. */
  private last: { readonly terms: readonly WeightedTerm[]; readonly ordered: readonly KnownTerm[] } | undefined;
  private readonly postings = emptyPostings();

  constructor(index: KbIndex, field: FieldName, room: SearchRoom) {
    const { of } = fieldNamed(field);
    this.parts = index.parts.map((part, place) => partField(part, field, place));
    this.documents = index.size[of];
    const tokens = index.parts.reduce((sum, part) => sum + liveTokens(part, field), 0);
    this.searched = new SearchedField(this.parts, meanLength(tokens, this.documents), room);
    this.tie = of === "questions" ? (a, b) => index.compareQuestions(a, b) : (a, b) => index.compareEntryNumbers(a, b);
  }

  idf(term: string): number {
    const { documents: df } = this.find(term);
    return Math.log(1 + (this.documents - df + 0.5) / (df + 0.5));
  }

  ideal(terms: readonly WeightedTerm[]): number {
    const length = terms.reduce((sum, { count }) => sum + count, 0);
    return terms.reduce((sum, { idf, count }) => sum + idf * saturation(count, length / this.searched.mean), 0);
  }

  top(
    terms: readonly WeightedTerm[],
    count: number,
    accept: (document: number) => boolean,
    limits = LIMITS,
  ): { document: number; score: number }[] {
    const sorted = this.inOrder(terms);
    const read = rarest(sorted, limits.postings);
    const whole = read.length === sorted.length;
    const close = new CloseHits(whole ? count : Math.max(count, limits.likely));
    const search = new PartSearch(this.searched, read);
    for (const part of this.parts) search.gather(part, close, accept);
    const best = new BestHits(count, this.tie);
    if (whole) for (const { number, score } of close.kept()) best.add(number, score);
    else {
      const documents = close.keptNumbers();
      this.score(new PartSearch(this.searched, sorted), documents, (at, score) => {
        best.add(documents[at]!, score);
      });
    }
    return best.sorted().map(({ number, score }) => ({ document: number, score }));
  }

  scores(
    terms: readonly WeightedTerm[],
    documents: readonly number[],
  ): { score: Float64Array; low: Uint32Array; high: Uint32Array } {
    const [low, high] = [new Uint32Array(documents.length), new Uint32Array(documents.length)];
    const score = new Float64Array(documents.length);
    const search = new PartSearch(this.searched, this.inOrder(terms));
    this.score(search, documents, (at, value) => {
      score[at] = value;
      low[at] = search.low;
      high[at] = search.high;
    });
    return { score, low, high };
  }

  /** @param documents in ascending order */
  private score(search: PartSearch, documents: ArrayLike<number>, take: (at: number, score: number) => void): void {
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

  /** From the rarest to the most common, equal ones by their text; without those that are nowhere. */
  private inOrder(terms: readonly WeightedTerm[]): readonly KnownTerm[] {
    if (this.last?.terms === terms) return this.last.ordered;
    const ordered: KnownTerm[] = [];
    for (const { term, idf, bit } of terms) {
      const { numbers, documents } = this.find(term);
      if (idf > 0 && documents > 0) ordered.push({ term, idf, bit, numbers, documents });
    }
    ordered.sort((a, b) => b.idf - a.idf || (a.term < b.term ? -1 : 1));
    this.last = { terms, ordered };
    return ordered;
  }

  private find(text: string): Pick<KnownTerm, "numbers" | "documents"> {
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

/** The first terms, as far as their lists hold no more than so many postings; one at least. */
function rarest(sorted: readonly KnownTerm[], most: number): readonly KnownTerm[] {
  let postings = 0;
  const end = sorted.findIndex(({ documents }, at) => (postings += documents) > most && at > 0);
  return end < 0 ? sorted : sorted.slice(0, end);
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
