import type { Query } from "./query.js";
import type { Evidence } from "./search-backend.js";

/** Scores of one channel for the documents of a pool. */
export interface ChannelScores {
  /** As a share of a perfect match. */
  share(document: number): number;
  /** Whether the document holds the term of a bit. */
  holds(document: number, bit: number): boolean;
}

/** The entries that the channels propose, with what each channel says; numbers are those of a back end. */
export interface EvidencePool {
  /** In the order of their ids. */
  readonly entries: readonly number[];
  /** Entries that have the query as a question, each with that question. */
  readonly exact: ReadonlyMap<number, number>;
  readonly lexical: ChannelScores;
  readonly sound: ChannelScores;
  /** By entry; the others by question. */
  readonly bodies: ChannelScores;
  firstQuestion(entry: number): number;
  /** In their order, without one that is passed over. */
  questionsOf(entry: number): readonly number[];
  /** 0 where the query has no vector. */
  cosine(question: number): number;
  /** Tokens of a question. */
  length(question: number): number;
}

/** What makes the same evidence of a pool, wherever it comes from. */
export function evidenceOf(pool: EvidencePool, query: Query): Evidence[] {
  const worth = query.bodyTerms.reduce((sum, { bit, idf }) => sum + (bit < 0 ? 0 : idf), 0) || 1;
  return pool.entries.map((entry) => evidenceFor(entry, pool, query, worth));
}

/**
 * By the entry's question with the highest BM25, then the highest cosine, then the first; and the best of any by the others.
 * @param worth of all terms that have a bit
 */
function evidenceFor(entry: number, pool: EvidencePool, { bodyTerms }: Query, worth: number): Evidence {
  const { exact, lexical, bodies, sound: sounds } = pool;
  let question = pool.firstQuestion(entry);
  let most = -Infinity;
  let own = -Infinity;
  let cosine = -1;
  let sound = 0;
  for (const number of pool.questionsOf(entry)) {
    const value = pool.cosine(number);
    const score = lexical.share(number);
    cosine = Math.max(cosine, value);
    sound = Math.max(sound, sounds.share(number));
    if (score < most || (score === most && value <= own)) continue;
    question = number;
    most = score;
    own = value;
  }
  let covered = 0;
  for (const { bit, idf } of bodyTerms) {
    if (lexical.holds(question, bit) || bodies.holds(entry, bit)) covered += idf;
  }
  return {
    entry,
    question: exact.get(entry) ?? question,
    exact: exact.has(entry),
    lexical: lexical.share(question),
    body: bodies.share(entry),
    sound,
    vector: cosine,
    coverage: covered / worth,
    length: pool.length(question),
  };
}
