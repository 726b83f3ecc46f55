import type { FaqEntry } from "../entry.js";
import { LIMITS, type SearchLimits } from "../index/field-search.js";
import type { FieldName } from "../index/fields.js";
import type { QueryFilter } from "../index/filter.js";
import type { Query } from "./query.js";

/**
 * What the channels of search say about one entry. Every share is in [0, 1] but for rounding. `entry` and `question` are
 * numbers of the back end that gave them, and mean nothing to another.
 */
export interface Evidence {
  readonly entry: number;
  /** The entry's question that fits best. */
  readonly question: number;
  /** The query is one of the entry's questions, but for spaces, punctuation, case and script. */
  readonly exact: boolean;
  /** BM25 of the best question, as a share of the query's own ideal score. */
  readonly lexical: number;
  /** BM25 of the answers and the category, likewise. */
  readonly body: number;
  /** BM25 of the question that sounds most like the query, likewise. */
  readonly sound: number;
  /** Highest cosine of the query and a question. */
  readonly vector: number;
  /** Share of the query's telling idf that stands in the best question or in the body. */
  readonly coverage: number;
  /** Tokens of the best question. */
  readonly length: number;
}

/** How far the first stage looks. */
export interface SearchDepth {
  /** How many questions or entries each channel may propose. */
  readonly proposals: number;
  readonly limits: SearchLimits;
}

/** With twice as many proposals, recall on the development sets is the same. */
export const SEARCH: SearchDepth = { proposals: 12, limits: LIMITS };
export const GLANCE: SearchDepth = { proposals: 12, limits: { postings: 4000, likely: 48 } };

/**
 * Whether sounds propose entries. Where a query is written in characters, or has been mended, its words find what its sounds
 * would; these are weighed all the same.
 */
export const proposesBySound = ({ typed }: Query, { glance }: EvidenceOptions): boolean =>
  glance === true || typed === "pinyin" || typed === "initials";

/** Which entries and questions may be evidence. */
export interface EvidenceOptions extends QueryFilter {
  /** Number of a similar question that is passed over, as if its entry did not have it. */
  readonly without?: number;
  /** Text of that question: it must not be seen in its entry's texts either. */
  readonly withoutText?: string;
  /** Number of an entry that is passed over, as if the knowledge base did not have it. */
  readonly withoutEntry?: number;
  /** Just what is found at {@link GLANCE}: enough to see what a misheard query may have meant. */
  readonly glance?: boolean;
}

/** Where knowledge is searched: the index of a workspace or a server. Both find the same. */
export interface SearchBackend {
  readonly name: "local" | "pgvector";
  /** Live ones. */
  readonly size: { readonly entries: number; readonly questions: number };
  /** Worth of terms in a field, in nats: ln(1 + (N − df + ½)/(df + ½)), exactly. */
  idf(field: FieldName, terms: readonly string[]): Promise<Float64Array>;
  /**
   * First stage: evidence of every entry that a channel (questions, bodies, sound, vector, exact match) proposes, in an
   * order that only depends on the entries.
   * @param vector of the query; `undefined` leaves the vectors out
   */
  evidence(query: Query, vector: Float32Array | undefined, options: EvidenceOptions): Promise<Evidence[]>;
  /** The entry of some evidence, and the text of the matched question; in the order of the evidence. */
  resolve(some: readonly Evidence[]): Promise<{ readonly entry: FaqEntry; readonly matched: string }[]>;
  /** Of a server: worth of a token among the questions, where it has been asked for with a query; 0 for others. */
  worth?(token: string): number;
}
