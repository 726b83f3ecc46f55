import type { Embedder } from "../embed/embedder.js";
import type { FaqEntry } from "./entry.js";
import { bestSentence, type Excerpt } from "./excerpt.js";
import { type Channels, type Evidence, gatherEvidence } from "./features.js";
import { calibrationFeatures, dot, type FusionModel, gateOf, RANK_FEATURES, rankFeatures, sigmoid } from "./fusion.js";
import { DEFAULT_FUSION } from "./fusion-weights.js";
import { Bm25 } from "./index/bm25.js";
import type { QueryFilter } from "./index/filter.js";
import type { KbIndex } from "./index/kb-index.js";
import { exactBackend, type VectorBackend } from "./index/vectors.js";
import { passageProbability } from "./passage-score.js";
import { analyseQuery } from "./query.js";

/** An entry that may be what the caller asks for. */
export interface Candidate {
  readonly entry: FaqEntry;
  /** The question of the entry that matched best; of a passage its heading path or one of its sentences. */
  readonly matched: string;
  /** Of a passage: the sentence that says what the query asks, in the text as it is stored. */
  readonly excerpt?: Excerpt;
  /** Probability that this entry is the right one, 0…1. */
  readonly score: number;
  /** What each channel says: BM25 as a share of a perfect match (questions, bodies), and the cosine. */
  readonly channels: { readonly lexical: number; readonly body: number; readonly vector: number };
  /** Share of the query's telling words, by idf, that stand in the matched question or in the entry's body. */
  readonly coverage: number;
  /** The query is one of the entry's questions, but for spaces, punctuation, case and script. */
  readonly exact: boolean;
  /** What each part of the evidence added to the rank score, by the names of {@link RANK_FEATURES}. */
  readonly contributions: Readonly<Record<string, number>>;
}

interface RetrieveOptions extends QueryFilter {
  /** Default 10. */
  readonly limit?: number;
  /** Default: exact search. */
  readonly vectors?: VectorBackend;
  /** Default: the weights that ship with the program. */
  readonly fusion?: FusionModel;
  /** Number of a similar question that is passed over, as if its entry did not have it. */
  readonly without?: number;
}

/** An exact match is as sure as anything gets; what remains is that the caller meant something else. */
const EXACT = 0.99;

/**
 * The entries that may be what a query asks for, likeliest first: those that have the query as a question, then the others
 * by {@link FusionModel}. Entries of equal score stand in the order of their ids. Scores of all entries together may
 * exceed 1 by a little: each is a probability of its own.
 */
export async function retrieve(
  index: KbIndex,
  embedder: Embedder,
  query: string,
  options: RetrieveOptions = {},
): Promise<Candidate[]> {
  const { limit = 10, fusion = DEFAULT_FUSION } = options;
  const found = await gather(index, embedder, query, options);
  const worth = tokenWorth(index);
  return (
    score(found, fusion)
      .slice(0, limit)
      .map(({ evidence, probability, features }) => ({
        entry: index.entryAt(evidence.entry),
        matched: index.questionText(evidence.question),
        score: probability,
        channels: { lexical: evidence.lexical, body: evidence.body, vector: evidence.vector },
        coverage: evidence.coverage,
        exact: evidence.exact,
        contributions: Object.fromEntries(RANK_FEATURES.map((name, at) => [name, fusion.rank[at]! * features[at]!])),
      }))
      .map((candidate) => judgePassage(candidate, query, worth))
      // Entries of equal score stay as they stand.
      .sort((a, b) => b.score - a.score)
  );
}

/** A passage is found by its sentences, which nobody wrote as questions: its score is judged anew. */
function judgePassage(candidate: Candidate, query: string, worth: (token: string) => number): Candidate {
  const { entry, score: probability, exact } = candidate;
  if (entry.kind !== "passage") return candidate;
  const excerpt = bestSentence(query, entry.answers[0]?.text ?? "", worth);
  if (excerpt === undefined) return candidate;
  return { ...candidate, excerpt, score: exact ? probability : passageProbability(probability, excerpt) };
}

/** Evidence for a query, before it is weighed: what weights are fitted on. */
export async function gather(
  index: KbIndex,
  embedder: Embedder,
  text: string,
  options: RetrieveOptions = {},
): Promise<{ evidence: readonly Evidence[]; information: number }> {
  const { questions, bodies } = scorersOf(index);
  const query = analyseQuery(text, questions, bodies);
  if (query.normalised === "" || index.size.entries === 0) return { evidence: [], information: 0 };
  const [vector] = await embedder.embed([query.text], "query");
  const channels: Channels = { index, questions, bodies, vectors: options.vectors ?? exactBackend(index) };
  const accept = index.acceptor(options, query.normalised);
  const evidence = gatherEvidence(channels, query, vector!, accept, options.without);
  // Nothing but words to ask with (的, 怎么) fits every entry and means none, unless an entry's question is just that.
  const telling = query.bodyTerms.length > 0;
  return { evidence: telling ? evidence : evidence.filter(({ exact }) => exact), information: query.information };
}

interface Scored {
  readonly evidence: Evidence;
  readonly features: readonly number[];
  readonly probability: number;
}

function score({ evidence, information }: Awaited<ReturnType<typeof gather>>, fusion: FusionModel): Scored[] {
  const gate = gateOf(information, fusion.gate);
  const features = evidence.map((one) => rankFeatures(one, gate));
  const ranks = features.map((values) => dot(fusion.rank, values));
  const exact = evidence.filter((one) => one.exact).length;
  const scored = evidence.map((one, at) => {
    const probability = sigmoid(dot(fusion.calibration, calibrationFeatures(evidence, ranks, at, gate)));
    // Entries that all have the query as a question share the certainty; the others share what is left.
    const shared = exact === 0 ? probability : one.exact ? EXACT / exact : probability * (1 - EXACT);
    return { evidence: one, features: features[at]!, probability: shared };
  });
  // Evidence comes in the order of ids and the sort is stable.
  return scored.sort((a, b) => b.probability - a.probability);
}

/** Worth of a token among the questions of an index: its idf, in nats. */
export function tokenWorth(index: KbIndex): (token: string) => number {
  const { questions } = scorersOf(index);
  const known = new Map<string, number>();
  return (token) => {
    let worth = known.get(token);
    if (worth === undefined) known.set(token, (worth = questions.idf(token)));
    return worth;
  };
}

/** Scorers hold arrays as long as the index, so that an index keeps its own. */
const scorers = new WeakMap<KbIndex, { questions: Bm25; bodies: Bm25 }>();

function scorersOf(index: KbIndex): { questions: Bm25; bodies: Bm25 } {
  let made = scorers.get(index);
  if (made === undefined) {
    made = { questions: new Bm25(index, "questions"), bodies: new Bm25(index, "bodies") };
    scorers.set(index, made);
  }
  return made;
}
