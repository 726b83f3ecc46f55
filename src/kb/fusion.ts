import type { Evidence } from "./search-backend.js";

/** What ranks entries, in the order of the weights. */
export const RANK_FEATURES = [
  "lexical",
  "coverage",
  "brevity",
  "lexical, long query",
  "coverage, long query",
  "body, long query",
  "vector, long query",
] as const;

/** Weights of the two logistic models that make one probability out of the evidence. */
export interface FusionModel {
  /** Information of a query (nats) at which the features of long queries start to count, and at which they count whole. */
  readonly gate: readonly [low: number, high: number];
  /** By {@link RANK_FEATURES}. */
  readonly rank: readonly number[];
  /**
   * By {@link calibrationFeatures}: constant, score, lead, coverage, vector, lexical, gate. Those of score and lead are at least
   * 0, so that the order of ranks stays.
   */
  readonly calibration: readonly number[];
}

/** Beyond this, being further ahead says no more. */
const MOST_LEAD = 6;

/**
 * How much a query says, from 0 to 1. Three words in a small base fit many answers by chance, so a short query is judged
 * by the questions, and a longer one by the answers and by its meaning too.
 */
export function gateOf(information: number, [low, high]: FusionModel["gate"]): number {
  return Math.min(1, Math.max(0, Math.log(information / low) / Math.log(high / low)));
}

export function rankFeatures(evidence: Evidence, gate: number): number[] {
  const { lexical, coverage, body, vector, length } = evidence;
  return [lexical, coverage, -Math.log(1 + length), lexical * gate, coverage * gate, body * gate, vector * gate];
}

/**
 * What turns a candidate's rank score into a probability.
 * @param scores rank scores of all candidates of one query
 * @param at which of them
 */
export function calibrationFeatures(
  evidence: readonly Evidence[],
  scores: readonly number[],
  at: number,
  gate: number,
): number[] {
  // Nothing at all scores about 0: an entry that has no rival must still lead that.
  let rival = 0;
  scores.forEach((score, other) => {
    if (other !== at && score > rival) rival = score;
  });
  const lead = Math.min(MOST_LEAD, Math.max(-MOST_LEAD, scores[at]! - rival));
  // The last four are of the query as a whole: the same for all candidates, so that they cannot change the ranks.
  const highest = (name: "coverage" | "vector" | "lexical"): number => Math.max(...evidence.map((one) => one[name]));
  return [1, scores[at]!, lead, highest("coverage"), highest("vector"), highest("lexical"), gate];
}

export function dot(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * values[at]!, 0);
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
