import type { Embedder } from "../../embed/embedder.js";
import type { WordVectors } from "../../embed/word-vectors.js";
import { asWritten } from "../../text/cantonese.js";
import type { FaqEntry } from "../entry.js";
import { bestSentence, type Excerpt } from "./excerpt.js";
import { calibrationOf, dot, firstFeatures, type FusionModel, rankFeatures, traitsOf } from "./fusion.js";
import { DEFAULT_FUSION } from "./fusion-weights.js";
import { hear, isWord, suspect } from "./hearing.js";
import type { KbIndex } from "../index/kb-index.js";
import type { VectorBackend } from "../index/vectors.js";
import { localBackend, localIdf } from "./local-backend.js";
import { putInMissing } from "./missing-repair.js";
import { passageProbability } from "./passage-score.js";
import { wordingsOf } from "./prepared-texts.js";
import { analyseQuery, isUnheld, type Query } from "./query.js";
import { Reranking } from "./rerank.js";
import { type Found, type Observed, score, unseen } from "./scoring.js";
import type { Evidence, EvidenceOptions, SearchBackend } from "./search-backend.js";
import { respell } from "./spelling-repair.js";

/** An entry that may be what the caller asks for. */
export interface Candidate {
  readonly entry: FaqEntry;
  /** The question of the entry that matched best; of a passage its heading path or one of its sentences. */
  readonly matched: string;
  /** Of a passage: the sentence that says what the query asks, in the text as it is stored. */
  readonly excerpt?: Excerpt;
  /** Probability that this entry is the right one, 0…1. */
  readonly score: number;
  /** What each channel says: BM25 as a share of a perfect match (questions, bodies, sound), and the cosine. */
  readonly channels: {
    readonly lexical: number;
    readonly body: number;
    readonly vector: number;
    readonly sound: number;
  };
  /** Share of the query's telling words, by idf, that stand in the matched question or in the entry's body. */
  readonly coverage: number;
  /** The query is one of the entry's questions, but for spaces, punctuation, case and script. */
  readonly exact: boolean;
  /** What each part of the evidence added to the rank score, by RANK_FEATURES; see `named`. */
  readonly contributions: readonly number[];
}

export interface RetrieveOptions extends EvidenceOptions {
  /** Default 10. */
  readonly limit?: number;
  /** Of a local index; default: exact search. */
  readonly vectors?: VectorBackend;
  /** Default: the weights that ship with the program. */
  readonly fusion?: FusionModel | undefined;
}

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
  const seen = await observe(backend, embedder, text, options);
  const { looked, query } = seen;
  const best = score(seen, fusion).slice(0, limit);
  const rest = await unseen(backend, seen, best.at(-1)?.probability ?? 0, limit - best.length);
  return (
    [
      ...best.map(({ at, probability }) => candidateOf(looked[at]!, probability, seen.features[at]!, fusion)),
      ...rest.map(({ found, probability }) => candidateOf(found, probability, [], fusion)),
    ]
      .map((candidate) => judgePassage(candidate, query))
      // Entries of equal score stay as they stand.
      .sort((a, b) => b.score - a.score)
  );
}

function candidateOf(
  { evidence, entry, matched }: Found,
  probability: number,
  features: readonly number[],
  { rank }: FusionModel,
): Candidate {
  const { lexical, body, vector, sound, coverage, exact } = evidence;
  return {
    entry,
    matched,
    score: probability,
    channels: { lexical, body, vector, sound },
    coverage,
    exact,
    contributions: rank.map((weight, k) => weight * (features[k] ?? 0)),
  };
}

function backendOf(index: KbIndex | SearchBackend, vectors: VectorBackend | undefined): SearchBackend {
  return "evidence" in index ? index : localBackend(index, vectors);
}

/** A passage is found by its sentences, which nobody wrote as questions: its score is judged anew. */
function judgePassage(candidate: Candidate, query: Query): Candidate {
  const { entry, score: probability, exact } = candidate;
  if (entry.kind !== "passage") return candidate;
  const excerpt = bestSentence(query.text, entry.answers[0]?.text ?? "", queryWorth(query));
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
  const asked = await readAsMeant(await analyseQuery(text, backend), backend, embedder.words);
  if (asked.normalised === "" || backend.size.entries === 0) return { query: asked, evidence: [] };
  const query = await heardRight(asked, backend, embedder.words, options);
  const [vector] = await embedder.embed([query.text], "query");
  return { query, evidence: tellingOnly(query, await backend.evidence(query, vector, options)) };
}

/** The query in the words of the entries, where it is misheard or holds slips: what it may have meant, a glance at the index tells. */
async function heardRight(
  query: Query,
  backend: SearchBackend,
  words: WordVectors | undefined,
  options: EvidenceOptions,
): Promise<Query> {
  const suspicion = await suspect(query, backend, words);
  if (suspicion === undefined) return query;
  const found = await backend.evidence(query, undefined, { ...options, glance: true });
  const heard = await hear(query, suspicion, found, backend);
  return heard === undefined ? query : { ...(await analyseQuery(heard, backend)), whole: query.whole };
}

/** The query in the words of the entries, where it is Cantonese as it is spoken, or misspelt. */
async function readAsMeant(typed: Query, backend: SearchBackend, words: WordVectors | undefined): Promise<Query> {
  const again = async (text: string): Promise<Query> => ({
    ...(await analyseQuery(text, backend)),
    whole: typed.whole,
  });
  const written = asWritten(typed.normalised, (word) => !isUnheld(word, typed.unheld));
  const query = written === typed.normalised ? typed : await again(written);
  const respelt = await respell(query, backend, words);
  return respelt === undefined ? query : again(respelt);
}

/** Nothing but words to ask with (的, 怎么) fits every entry and means none, unless an entry's question is just that. */
function tellingOnly(query: Query, evidence: readonly Evidence[]): readonly Evidence[] {
  return query.bodyTerms.length > 0 ? evidence : evidence.filter(({ exact }) => exact);
}

/** An entry as it would be without one of its similar questions. */
function unaware(entry: FaqEntry, text: string | undefined): FaqEntry {
  if (text === undefined || !entry.similar.includes(text)) return entry;
  return { ...entry, similar: entry.similar.filter((wording) => wording !== text) };
}

/** How many entries are looked at more closely. */
const LOOKED = 16;

/** What rank weights and calibration are fitted on: both stages up to the features, which no fitted weight of them changes. */
export async function observe(
  index: KbIndex | SearchBackend,
  embedder: Embedder,
  text: string,
  options: Omit<RetrieveOptions, "limit"> = {},
): Promise<Observed> {
  const backend = backendOf(index, options.vectors);
  const seen = await look(backend, embedder, text, options);
  const whole = completed(seen, embedder.words, options.withoutText);
  return whole === undefined ? seen : look(backend, embedder, whole, options);
}

/** The query with what is missing in it; `undefined` where nothing is, or where it is an entry's question as it is. */
function completed(
  { query, looked }: Observed,
  words: WordVectors | undefined,
  withoutText: string | undefined,
): string | undefined {
  if (looked.some(({ evidence }) => evidence.exact)) return undefined;
  const nearest = looked.map(({ entry, evidence: { lexical, body, sound } }) => ({
    texts: () => wordingsOf(unaware(entry, withoutText), words),
    weight: Math.max(lexical, body, sound),
  }));
  return putInMissing(query, nearest, (pair) => isWord(pair, words));
}

async function look(
  backend: SearchBackend,
  embedder: Embedder,
  text: string,
  options: Omit<RetrieveOptions, "limit">,
): Promise<Observed> {
  const { fusion = DEFAULT_FUSION } = options;
  const { query, evidence } = await gather(backend, embedder, text, options);
  const traits = traitsOf(query, fusion.gate);
  const scored = evidence.map((one, at) => ({
    evidence: one,
    at,
    score: dot(fusion.first, firstFeatures(one, traits)),
  }));
  // Evidence comes in the order of ids and the sort is stable.
  scored.sort((a, b) => Number(b.evidence.exact) - Number(a.evidence.exact) || b.score - a.score);
  const chosen = scored.slice(0, LOOKED).sort((a, b) => a.at - b.at);
  const resolved = await backend.resolve(chosen.map((one) => one.evidence));
  const reranking = new Reranking(query, embedder.words);
  const looked = chosen.map((one, at) => {
    const { entry, matched } = resolved[at]!;
    return {
      evidence: one.evidence,
      entry,
      matched,
      texts: reranking.signals(unaware(entry, options.withoutText), matched),
    };
  });
  return {
    query,
    traits,
    looked,
    features: looked.map((one) => rankFeatures(one, traits)),
    others: scored.slice(LOOKED),
    calibration: calibrationOf(looked, traits),
  };
}

/** Worth of the tokens of a query among the questions, in nats. */
function queryWorth({ questionTerms }: Query): (token: string) => number {
  const known = new Map(questionTerms.map(({ term, idf }) => [term, idf]));
  return (token) => known.get(token) ?? 0;
}

/** Worth of a token among the questions of an index: its idf, in nats. Of a server only tokens of queries are known. */
export function tokenWorth(index: KbIndex | SearchBackend): (token: string) => number {
  if ("evidence" in index) return (token) => index.worth?.(token) ?? 0;
  const known = new Map<string, number>();
  return (token) => {
    let worth = known.get(token);
    if (worth === undefined) known.set(token, (worth = localIdf(index, "questions", token)));
    return worth;
  };
}
