import { compactForm, hashText } from "./index/question-hash.js";
import { BestHits } from "./index/best-hits.js";
import type { Bm25, FieldScores } from "./index/bm25.js";
import type { KbIndex } from "./index/kb-index.js";
import { cosineOf, type VectorBackend } from "./index/vectors.js";
import { normalise } from "../text/normalise.js";
import type { Query } from "./query.js";

/** Evidence that an entry is what a query asks for. Every share is in [0, 1] but for rounding. */
export interface Evidence {
  /** Number of the entry in the index. */
  readonly entry: number;
  /** Number of the entry's question that fits best. */
  readonly question: number;
  /** The query is one of the entry's questions, but for spaces, punctuation, case and script. */
  readonly exact: boolean;
  /** BM25 of the best question, as a share of the query's own ideal score. */
  readonly lexical: number;
  /** BM25 of the answers and the category, likewise. */
  readonly body: number;
  /** Highest cosine of the query and a question. */
  readonly vector: number;
  /** Share of the query's telling idf that stands in the best question or in the body. */
  readonly coverage: number;
  /** Tokens of the best question. */
  readonly length: number;
}

/** How many entries each channel may propose. */
const POOL = 40;

export interface Channels {
  readonly index: KbIndex;
  readonly questions: Bm25;
  readonly bodies: Bm25;
  readonly vectors: VectorBackend;
}

/**
 * Gathers evidence for every entry that one of the channels proposes, in an order that only depends on the entries.
 * @param without number of a similar question that is passed over, to see what the index would find if it were not there
 */
export function gatherEvidence(
  { index, questions, bodies, vectors }: Channels,
  query: Query,
  vector: Float32Array,
  accept: (entry: number) => boolean,
  without?: number,
): Evidence[] {
  const questionScores = questions.search(query.questionTerms);
  if (without !== undefined) forget(questionScores, without);
  const bodyScores = bodies.search(query.bodyTerms);
  const exact = exactMatches(index, query.normalised, accept, without);
  const pool = new Set(exact.keys());
  for (const entry of bestOwners(index, questionScores, accept)) pool.add(entry);
  for (const entry of bestBodies(index, bodyScores, accept)) pool.add(entry);
  const isZero = vector.every((value) => value === 0);
  const near = isZero
    ? []
    : vectors.search(vector, POOL, (question) => question !== without && accept(index.ownerOf(question)));
  for (const { question } of near) pool.add(index.ownerOf(question));
  const scale = {
    questions: questions.ideal(query.questionTerms) || 1,
    bodies: bodies.ideal(query.bodyTerms) || 1,
    coverage: query.bodyTerms.reduce((sum, { bit, idf }) => sum + (bit < 0 ? 0 : idf), 0) || 1,
  };
  return [...pool]
    .sort((a, b) => index.compareEntryNumbers(a, b))
    .map((entry) => {
      const best = bestQuestion(index, entry, questionScores, vector, without);
      return {
        entry,
        question: exact.get(entry) ?? best.question,
        exact: exact.has(entry),
        lexical: questionScores.scores[best.question]! / scale.questions,
        body: bodyScores.scores[entry]! / scale.bodies,
        vector: best.cosine,
        coverage: covered(query, questionScores, best.question, bodyScores, entry) / scale.coverage,
        length: index.questionLength(best.question),
      };
    });
}

/** Takes a question out of the scores, as if the index did not hold it (the idf of its words stays). */
function forget({ scores, low, high }: FieldScores, question: number): void {
  scores[question] = low[question] = high[question] = 0;
}

/** Entries that have the query as a question, each with that question. */
function exactMatches(
  index: KbIndex,
  normalised: string,
  accept: (entry: number) => boolean,
  without: number | undefined,
): Map<number, number> {
  const wanted = compactForm(normalised);
  const hash = hashText(wanted);
  const found = new Map<number, number>();
  for (const { segment, firstQuestion } of index.parts) {
    for (const ordinal of segment.questionsOfHash(hash)) {
      const question = firstQuestion + ordinal;
      const entry = index.ownerOf(question);
      if (question === without || found.has(entry) || !accept(entry)) continue;
      if (compactForm(normalise(index.questionText(question))) === wanted) found.set(entry, question);
    }
  }
  return found;
}

/** The entries of the best questions. */
function bestOwners(index: KbIndex, { found, scores }: FieldScores, accept: (entry: number) => boolean): number[] {
  const best = new BestHits(POOL, (a, b) => index.compareQuestions(a, b));
  for (const question of found) {
    const score = scores[question]!;
    if (best.admits(score) && accept(index.ownerOf(question))) best.add(question, score);
  }
  return best.sorted().map(({ number }) => index.ownerOf(number));
}

function bestBodies(index: KbIndex, { found, scores }: FieldScores, accept: (entry: number) => boolean): number[] {
  const best = new BestHits(POOL, (a, b) => index.compareEntryNumbers(a, b));
  for (const entry of found) {
    const score = scores[entry]!;
    if (best.admits(score) && accept(entry)) best.add(entry, score);
  }
  return best.sorted().map(({ number }) => number);
}

/** The entry's question with the highest BM25, then the highest cosine, then the first; and the highest cosine of any. */
function bestQuestion(
  index: KbIndex,
  entry: number,
  { scores }: FieldScores,
  vector: Float32Array,
  without: number | undefined,
): { question: number; cosine: number } {
  const { first, end } = index.questionsAt(entry);
  const { vectors, row } = index.vectorAt(first);
  let question = first;
  let own = -Infinity;
  let cosine = -Infinity;
  for (let number = first; number < end; number++) {
    if (number === without) continue;
    const value = cosineOf(vector, vectors, row + number - first);
    cosine = Math.max(cosine, value);
    const difference = scores[number]! - scores[question]!;
    if (difference > 0 || (difference === 0 && value > own)) {
      question = number;
      own = value;
    }
  }
  return { question, cosine };
}

function covered(query: Query, questions: FieldScores, question: number, bodies: FieldScores, entry: number): number {
  const low = questions.low[question]! | bodies.low[entry]!;
  const high = questions.high[question]! | bodies.high[entry]!;
  let sum = 0;
  for (const { bit, idf } of query.bodyTerms) {
    const held = bit < 0 ? 0 : bit < 32 ? (low >>> bit) & 1 : (high >>> (bit - 32)) & 1;
    if (held === 1) sum += idf;
  }
  return sum;
}
