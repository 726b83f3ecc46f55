import type { Embedder } from "../embed/embedder.js";
import type { FaqEntry } from "./entry.js";
import { bestSentence, type Excerpt } from "./excerpt.js";
import { calibrationFeatures, dot, type FusionModel, gateOf, RANK_FEATURES, rankFeatures, sigmoid } from "./fusion.js";
import { DEFAULT_FUSION } from "./fusion-weights.js";
import type { KbIndex } from "./index/kb-index.js";
import type { VectorBackend } from "./index/vectors.js";
import { localBackend, localIdf } from "./local-backend.js";
import { passageProbability } from "./passage-score.js";
import { analyseQuery, type Query } from "./query.js";
import type { Evidence, EvidenceOptions, SearchBackend } from "./search-backend.js";

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

export interface RetrieveOptions extends EvidenceOptions {
  /** Default 10. */
  readonly limit?: number;
  /** Of a local index; default: exact search. */
  readonly vectors?: VectorBackend;
  /** Default: the weights that ship with the program. */
  readonly fusion?: FusionModel | undefined;
}

/** An exact match is as sure as anything gets; what remains is that the caller meant something else. */
const EXACT = 0.99;

/**
 * The entries that may be what a query asks for, likeliest first: those that have the query as a question, then the others
 * by {@link FusionModel}. Entries of equal score stand in the order of their ids. Scores of all entries together may
 * exceed 1 by a little: each is a probability of its own.
 * @param index a local index, or any back end
 */
export async function retrieve(
  index: KbIndex | SearchBackend,
  embedder: Embedder,
  text: string,
  options: RetrieveOptions = {},
): Promise<Candidate[]> {
  const { limit = 10, fusion = DEFAULT_FUSION } = options;
  const backend = backendOf(index, options.vectors);
  const { query, evidence } = await gather(backend, embedder, text, options);
  const best = score(evidence, query, fusion).slice(0, limit);
  const resolved = await backend.resolve(best.map((one) => one.evidence));
  const worth = queryWorth(query);
  return (
    best
      .map(({ evidence: one, probability, features }, at) => ({
        ...resolved[at]!,
        score: probability,
        channels: { lexical: one.lexical, body: one.body, vector: one.vector },
        coverage: one.coverage,
        exact: one.exact,
        contributions: Object.fromEntries(RANK_FEATURES.map((name, k) => [name, fusion.rank[k]! * features[k]!])),
      }))
      .map((candidate) => judgePassage(candidate, query.text, worth))
      // Entries of equal score stay as they stand.
      .sort((a, b) => b.score - a.score)
  );
}

function backendOf(index: KbIndex | SearchBackend, vectors: VectorBackend | undefined): SearchBackend {
  return "evidence" in index ? index : localBackend(index, vectors);
}

/** A passage is found by its sentences, which nobody wrote as questions: its score is judged anew. */
function judgePassage(candidate: Candidate, query: string, worth: (token: string) => number): Candidate {
  const { entry, score: probability, exact } = candidate;
  if (entry.kind !== "passage") return candidate;
  const excerpt = bestSentence(query, entry.answers[0]?.text ?? "", worth);
  if (excerpt === undefined) return candidate;
  return { ...candidate, excerpt, score: exact ? probability : passageProbability(probability, excerpt) };
}

/** The first stage: a query and the evidence for it, before it is weighed. What weights are fitted on. */
export async function gather(
  index: KbIndex | SearchBackend,
  embedder: Embedder,
  text: string,
  options: Omit<RetrieveOptions, "limit" | "fusion"> = {},
): Promise<{ query: Query; evidence: readonly Evidence[] }> {
  const backend = backendOf(index, options.vectors);
  const query = await analyseQuery(text, backend);
  if (query.normalised === "" || backend.size.entries === 0) return { query, evidence: [] };
  const [vector] = await embedder.embed([query.text], "query");
  const evidence = await backend.evidence(query, vector, options);
  // Nothing but words to ask with (的, 怎么) fits every entry and means none, unless an entry's question is just that.
  const telling = query.bodyTerms.length > 0;
  return { query, evidence: telling ? evidence : evidence.filter(({ exact }) => exact) };
}

interface Scored {
  readonly evidence: Evidence;
  readonly features: readonly number[];
  readonly probability: number;
}

function score(evidence: readonly Evidence[], query: Query, fusion: FusionModel): Scored[] {
  const gate = gateOf(query.information, fusion.gate);
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

/** Worth of the tokens of a query among the questions, in nats. */
function queryWorth({ questionTerms }: Query): (token: string) => number {
  const known = new Map(questionTerms.map(({ term, idf }) => [term, idf]));
  return (token) => known.get(token) ?? 0;
}

/** Worth of a token among the questions of an index: its idf, in nats. */
export function tokenWorth(index: KbIndex): (token: string) => number {
  const known = new Map<string, number>();
  return (token) => {
    let worth = known.get(token);
    if (worth === undefined) known.set(token, (worth = localIdf(index, "questions", token)));
    return worth;
  };
}
