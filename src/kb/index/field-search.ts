import { BestHits } from "./best-hits.js";
import { Bm25, type FieldScores, type WeightedTerm } from "./bm25.js";
import type { FieldName } from "./fields.js";
import type { KbIndex } from "./kb-index.js";

export type { WeightedTerm };

/** One inverted field of an index. Documents are questions or entries, by the field; dead ones are never found. */
export interface FieldSearch {
  /** Worth of a term, in nats; exact over the live documents. */
  idf(term: string): number;
  /** Score of a document that is the query itself: what a perfect match would score. */
  ideal(terms: readonly WeightedTerm[]): number;
  /** The best documents that share a term with the query, best first; equal ones by the ids of their entries. */
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

export function createFieldSearch(index: KbIndex, field: FieldName): FieldSearch | undefined {
  if (field === "sound") return undefined;
  const bm25 = new Bm25(index, field);
  const tie =
    field === "questions"
      ? (a: number, b: number) => index.compareQuestions(a, b)
      : (a: number, b: number) => index.compareEntryNumbers(a, b);
  let last: { terms: readonly WeightedTerm[]; found: FieldScores } | undefined;
  const search = (terms: readonly WeightedTerm[]): FieldScores => {
    if (last?.terms !== terms) last = { terms, found: bm25.search(terms) };
    return last.found;
  };
  return {
    idf: (term) => bm25.idf(term),
    ideal: (terms) => bm25.ideal(terms),
    top(terms, count, accept) {
      const { found, scores } = search(terms);
      const best = new BestHits(count, tie);
      for (const document of found) {
        const score = scores[document]!;
        if (best.admits(score) && accept(document)) best.add(document, score);
      }
      return best.sorted().map(({ number, score }) => ({ document: number, score }));
    },
    scores(terms, documents) {
      const { scores, low, high } = search(terms);
      return {
        score: Float64Array.from(documents, (document) => scores[document]!),
        low: Uint32Array.from(documents, (document) => low[document]!),
        high: Uint32Array.from(documents, (document) => high[document]!),
      };
    },
  };
}
