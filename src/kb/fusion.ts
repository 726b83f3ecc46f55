import type { TextSignals } from "./rerank.js";
import type { Evidence } from "./search-backend.js";

/** What orders entries before their texts are looked at, in the order of the weights. */
export const FIRST_FEATURES = [
  "lexical",
  "coverage",
  "brevity, long query",
  "sound",
  "lexical, long query",
  "coverage, long query",
  "body, long query",
  "vector, long query",
  "sound, by sound",
] as const;

/** What ranks entries, in the order of the weights. */
export const RANK_FEATURES = [
  ...FIRST_FEATURES,
  "words, long query",
  "wordsAnywhere, long query",
  "wordsBack, long query",
  "order, long query",
  "pairs, long query",
  "sentence, long query",
  "category, long query",
  "rare, long query",
  "kind, long query",
  "shortness, long query",
] as const;

/** Weights of the logistic models that make one probability out of the evidence. */
export interface FusionModel {
  /** Information of a query (nats) at which the features of long queries start to count, and at which they count whole. */
  readonly gate: readonly [low: number, high: number];
  /** By {@link FIRST_FEATURES}: which entries are looked at more closely. */
  readonly first: readonly number[];
  /** By {@link RANK_FEATURES}. */
  readonly rank: readonly number[];
  /** By {@link CALIBRATION_FEATURES}. Those of score and lead are at least 0, so that the order of ranks stays. */
  readonly calibration: readonly number[];
}

/** An entry as it is ranked: what the channels say of it, and what its texts say. */
export interface Signals {
  readonly evidence: Evidence;
  readonly texts: TextSignals;
}

/** What is the same for all candidates of a query. */
export interface QueryTraits {
  /** How much the query says, 0…1; see {@link gateOf}. */
  readonly gate: number;
  /** The query is written as it sounds (zenme tuikuan), so that only sound finds it. */
  readonly bySound: boolean;
}

/**
 * How much a query says, from 0 to 1. Three words in a small base fit many answers by chance, so a short query is judged
 * by the questions, and a longer one by the answers and by its meaning too.
 */
export function gateOf(information: number, [low, high]: FusionModel["gate"]): number {
  return Math.min(1, Math.max(0, Math.log(information / low) / Math.log(high / low)));
}

/** By {@link FIRST_FEATURES}. */
export function firstFeatures(evidence: Evidence, { gate, bySound }: QueryTraits): number[] {
  const { lexical, coverage, body, vector, sound, length } = evidence;
  const brevity = -Math.log(1 + length) * gate;
  if (bySound) return [0, 0, brevity, 0, 0, 0, 0, 0, sound];
  return [lexical, coverage, brevity, sound, lexical * gate, coverage * gate, body * gate, vector * gate, 0];
}

/** By {@link RANK_FEATURES}. */
export function rankFeatures({ evidence, texts }: Signals, traits: QueryTraits): number[] {
  const { words, wordsAnywhere, wordsBack, order, pairs, sentence, category, rare, kind, shortness } = texts;
  // A short query fits many texts by chance, those of small bases above all; what it says by itself is in the first features.
  const weight = traits.bySound ? 0 : traits.gate;
  const said = [words, wordsAnywhere, wordsBack, order, pairs, sentence, category, rare, kind, shortness];
  return [...firstFeatures(evidence, traits), ...said.map((value) => value * weight)];
}

/** What turns rank scores into probabilities, in the order of the weights. */
export const CALIBRATION_FEATURES = [
  "constant",
  "score",
  "lead",
  "most coverage",
  "most vector",
  "most lexical",
  "long query",
  "most words",
  "most words anywhere",
  "by sound",
  "most sound, by sound",
] as const;

/** Beyond this, being further ahead says no more. */
const MOST_LEAD = 6;

/**
 * What turns a candidate's rank score into a probability, by {@link CALIBRATION_FEATURES}.
 * @param scores rank scores of all candidates of one query
 * @param at which of them
 */
export function calibrationFeatures(
  candidates: readonly Signals[],
  scores: readonly number[],
  at: number,
  { gate, bySound }: QueryTraits,
): number[] {
  // Nothing at all scores about 0: an entry that has no rival must still lead that.
  let rival = 0;
  scores.forEach((score, other) => {
    if (other !== at && score > rival) rival = score;
  });
  const lead = Math.min(MOST_LEAD, Math.max(-MOST_LEAD, scores[at]! - rival));
  // The others are of the query as a whole: the same for all candidates, so that they cannot change the ranks.
  const most = (of: (one: Signals) => number): number => candidates.reduce((max, one) => Math.max(max, of(one)), 0);
  if (bySound) return [1, scores[at]!, lead, 0, 0, 0, 0, 0, 0, 1, most(({ evidence }) => evidence.sound)];
  return [
    ...[1, scores[at]!, lead],
    most(({ evidence }) => evidence.coverage),
    most(({ evidence }) => evidence.vector),
    most(({ evidence }) => evidence.lexical),
    gate,
    most(({ texts }) => texts.words),
    most(({ texts }) => texts.wordsAnywhere),
    ...[0, 0],
  ];
}

export function dot(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * values[at]!, 0);
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
