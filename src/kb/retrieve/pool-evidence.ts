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
  const { exact, lexical, bodies } = pool;
  const worth = query.bodyTerms.reduce((sum, { bit, idf }) => sum + (bit < 0 ? 0 : idf), 0) || 1;
  return pool.entries.map((entry) => {
    const best = bestQuestion(pool, entry);
    let covered = 0;
    for (const { bit, idf } of query.bodyTerms) {
      if (lexical.holds(best.question, bit) || bodies.holds(entry, bit)) covered += idf;
    }
    return {
      entry,
      question: exact.get(entry) ?? best.question,
      exact: exact.has(entry),
      lexical: lexical.share(best.question),
      body: bodies.share(entry),
      sound: best.sound,
      vector: best.cosine,
      coverage: covered / worth,
      length: pool.length(best.question),
    };
  });
}

/** The entry's question with the highest BM25, then the highest cosine, then the first; and the best of any by the others. */
function bestQuestion(pool: EvidencePool, entry: number): { question: number; cosine: number; sound: number } {
  let question = pool.firstQuestion(entry);
  let most = -Infinity;
  let own = -Infinity;
  let cosine = -1;
  let sound = 0;
  for (const number of pool.questionsOf(entry)) {
    const value = pool.cosine(number);
    const score = pool.lexical.share(number);
    cosine = Math.max(cosine, value);
    sound = Math.max(sound, pool.sound.share(number));
    if (score < most || (score === most && value <= own)) continue;
    question = number;
    most = score;
    own = value;
  }
  return { question, cosine, sound };
}
