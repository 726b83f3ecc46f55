import type { FaqEntry } from "../entry.js";
import { dot, type FusionModel, type QueryTraits, sigmoid, type Signals } from "./fusion.js";
import type { Query } from "./query.js";
import type { Evidence, SearchBackend } from "./search-backend.js";

/** An exact match is as sure as anything gets; what remains is that the caller meant something else. */
const EXACT = 0.99;

/** A proposed entry with what speaks for it, and its question that fits best. */
export interface Found {
  readonly evidence: Evidence;
  readonly entry: FaqEntry;
  readonly matched: string;
}

/** Both stages of a query, before the evidence is weighed. */
export interface Observed {
  readonly query: Query;
  readonly traits: QueryTraits;
  /** The entries that the first stage puts first, in the order of their ids, with what channels and texts say. */
  readonly looked: readonly (Signals & Found)[];
  /** By RANK_FEATURES, of each of these. */
  readonly features: readonly (readonly number[])[];
  /** The others, best first by the first stage. */
  readonly others: readonly { readonly evidence: Evidence; readonly score: number }[];
  /** By CALIBRATION_FEATURES, for one of the entries looked at, given the rank scores of all of them. */
  readonly calibration: (scores: readonly number[], at: number) => number[];
}

/** A proposal by its place, with its probability of being right, in [0, 1]. */
export interface Scored {
  readonly at: number;
  readonly probability: number;
}

/** Entries that were looked at closely, likeliest first. */
export function score({ looked, features, calibration }: Observed, fusion: FusionModel): Scored[] {
  const ranks = features.map((values) => dot(fusion.rank, values));
  const exact = looked.filter((one) => one.evidence.exact).length;
  const scored = looked.map(({ evidence }, at) => {
    const probability = sigmoid(dot(fusion.calibration, calibration(ranks, at)));
    // Entries that all have the query as a question share the certainty; the others share what is left.
    const shared = exact === 0 ? probability : evidence.exact ? EXACT / exact : probability * (1 - EXACT);
    return { at, probability: shared };
  });
  // Entries come in the order of ids and the sort is stable.
  return scored.sort((a, b) => b.probability - a.probability);
}

/** Entries that were not looked at closely, for long lists: below the others, each less likely than the one before. */
export async function unseen(
  backend: SearchBackend,
  { others }: Observed,
  most: number,
  count: number,
): Promise<{ found: Found; probability: number }[]> {
  if (count <= 0 || others.length === 0) return [];
  const some = others.slice(0, count);
  const resolved = await backend.resolve(some.map(({ evidence }) => evidence));
  return some.map(({ evidence, score: own }, at) => ({
    found: { evidence, ...resolved[at]! },
    probability: most * Math.exp(Math.min(0, own - some[0]!.score)),
  }));
}
