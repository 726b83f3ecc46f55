import { bootstrapMean, quantile, wilson } from "../../stats/intervals.js";
import type { Random } from "../../stats/random.js";
import type { Outcome } from "./outcome.js";

/** Depths of recall. */
export const DEPTHS = ["1", "3", "5"] as const;

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

type ByDepth<T> = Readonly<Record<(typeof DEPTHS)[number], T>>;

/** What the decisions come to; `null` where there is nothing to take a share of. */
export interface DecisionFigures<T> {
  /** Answers to questions in scope, over the questions in scope. */
  readonly coverage: T;
  /** Wrong answers (out-of-scope questions included) over all questions. */
  readonly wrongAnswerRate: T;
  /** Right answers over the answers given. */
  readonly precision: T;
  /** Questions out of scope that got no answer, over the questions out of scope. */
  readonly oosRejected: T;
  /** Clarifications over all questions. */
  readonly clarified: T;
  /** Clarifications with an expected entry among the choices, over the clarifications of questions in scope. */
  readonly clarifiedRight: T;
}

interface Quality<T> {
  /** Questions in scope with an expected entry among the first so many, over the questions in scope. */
  readonly recall: ByDepth<T>;
  /** Mean of 1/rank of the first expected entry; 0 beyond the depth searched. */
  readonly mrr: T;
  /** nDCG of the first ten (Järvelin & Kekäläinen, 2002), expected entries gaining 1. */
  readonly ndcg10: T;
  readonly decision: DecisionFigures<T>;
}

/** The figures of some queries; shares are 0 … 1. */
export interface Figures extends Quality<number | null> {
  readonly n: number;
  readonly inScope: number;
  readonly outOfScope: number;
  /** 95 %, by seeded bootstrap over the queries; Wilson's where all of them gave 0, or all 1. */
  readonly intervals: Quality<Interval | null>;
}

export const isInScope = ({ query }: Outcome): boolean => query.expected.length > 0;
const isAnswered = ({ decision }: Outcome): boolean => decision === "answer";
const isClarified = ({ decision }: Outcome): boolean => decision === "clarify";
/** An answer is right when one of the entries given is an expected one. */
export const isRightAnswer = ({ query, given }: Outcome): boolean =>
  query.expected.some(({ id }) => given.includes(id));
export const isWrong = (outcome: Outcome): boolean => isAnswered(outcome) && !isRightAnswer(outcome);

/** Rank of the first expected entry; `Infinity` when none was found. */
export const rankOf = ({ ranks }: Outcome): number => ranks[0] ?? Infinity;

/**
 * Discounted cumulative gain of the expected entries among the first `depth`, over the highest that is possible, 0 … 1; each expected entry
 * is worth the same (Järvelin & Kekäläinen 2002, with the logarithm of rank + 1). 0 for a query out of scope.
 */
export function ndcg({ ranks, query }: Outcome, depth = 10): number {
  const gain = (rank: number): number => 1 / Math.log2(rank + 1);
  const most = Math.min(depth, query.expected.length);
  let ideal = 0;
  for (let rank = 1; rank <= most; rank++) ideal += gain(rank);
  const found = ranks.filter((rank) => rank <= depth).reduce((sum, rank) => sum + gain(rank), 0);
  return ideal === 0 ? 0 : found / ideal;
}

/** Every figure as a mean: which outcomes count, and what each gives. */
interface Mean {
  readonly over: (outcome: Outcome) => boolean;
  readonly value: (outcome: Outcome) => number;
}

const share = (over: Mean["over"], test: (outcome: Outcome) => boolean): Mean => ({
  over,
  value: (outcome) => (test(outcome) ? 1 : 0),
});
const all = (): boolean => true;

const MEANS: Quality<Mean> = {
  recall: {
    "1": share(isInScope, (outcome) => rankOf(outcome) <= 1),
    "3": share(isInScope, (outcome) => rankOf(outcome) <= 3),
    "5": share(isInScope, (outcome) => rankOf(outcome) <= 5),
  },
  mrr: { over: isInScope, value: (outcome) => 1 / rankOf(outcome) },
  ndcg10: { over: isInScope, value: (outcome) => ndcg(outcome) },
  decision: {
    coverage: share(isInScope, isAnswered),
    wrongAnswerRate: share(all, isWrong),
    precision: share(isAnswered, isRightAnswer),
    oosRejected: share(
      (outcome) => !isInScope(outcome),
      (outcome) => !isAnswered(outcome),
    ),
    clarified: share(all, isClarified),
    clarifiedRight: share(
      (outcome) => isInScope(outcome) && isClarified(outcome),
      ({ offered }) => offered,
    ),
  },
};

/** The same for every figure. */
function each<T>(make: (mean: Mean, name: string) => T): Quality<T> {
  const { recall, decision } = MEANS;
  return {
    recall: Object.fromEntries(DEPTHS.map((at) => [at, make(recall[at], `recall@${at}`)])) as ByDepth<T>,
    mrr: make(MEANS.mrr, "mrr"),
    ndcg10: make(MEANS.ndcg10, "ndcg10"),
    decision: Object.fromEntries(
      Object.entries(decision).map(([name, mean]) => [name, make(mean, name)]),
    ) as unknown as DecisionFigures<T>,
  };
}

/**
 * Mean with its 95 % interval. Of values that are all 0, or all 1, every resample is the same: nine questions without a wrong answer
 * would promise that there never is one. Wilson's interval says what so many can tell.
 */
function meanOf(values: readonly number[], random: Random): ReturnType<typeof bootstrapMean> {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean === 0 || mean === 1
    ? { mean, ...wilson(mean * values.length, values.length) }
    : bootstrapMean(values, random);
}

/** All figures of some outcomes. */
export function figuresOf(outcomes: readonly Outcome[], random: Random): Figures {
  const measured = new Map<string, ReturnType<typeof bootstrapMean>>();
  const measure = (mean: Mean, name: string): ReturnType<typeof bootstrapMean> => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const values = outcomes.filter(mean.over).map(mean.value);
    const made = meanOf(values, random.fork(name));
    measured.set(name, made);
    return made;
  };
  const inScope = outcomes.filter(isInScope).length;
  return {
    n: outcomes.length,
    inScope,
    outOfScope: outcomes.length - inScope,
    ...each((mean, name) => {
      const { mean: value } = measure(mean, name);
      return Number.isNaN(value) ? null : value;
    }),
    intervals: each((mean, name) => {
      const { low, high } = measure(mean, name);
      return Number.isNaN(low) ? null : { low, high };
    }),
  };
}

/** Milliseconds a query. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly mean: number;
}

/** Milliseconds of the queries; undefined where there were none. */
export function latencyOf(outcomes: readonly Outcome[]): Latency | undefined {
  if (outcomes.length === 0) return undefined;
  const times = outcomes.map(({ elapsed }) => elapsed).sort((a, b) => a - b);
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
  };
}
