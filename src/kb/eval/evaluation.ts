import { calibrationBins, type CalibrationBin, expectedCalibrationError } from "../../stats/calibration.js";
import { createRandom, type Random } from "../../stats/random.js";
import { type RiskCoverage, riskCoverageOf, type Risked } from "../../stats/risk-coverage.js";
import type { DecideSettings } from "../respond/decide.js";
import type { Comparison } from "./compare.js";
import { type Figures, figuresOf, isInScope, isWrong, type Latency, latencyOf, rankOf } from "./metrics.js";
import type { NoiseLoss } from "./noise.js";
import type { Outcome } from "./outcome.js";
import type { Target } from "./targets.js";

/** A question that was not answered as expected. */
export interface Failure {
  readonly q: string;
  readonly kind?: string;
  /** Empty: nothing should have been answered. */
  readonly expected: readonly Target[];
  readonly top?: Outcome["top"];
  /** Rank of the first expected entry; absent when it was not found, and out of scope. */
  readonly rank?: number;
  readonly decision: Outcome["decision"];
  /** The wrong entry was given as the answer. */
  readonly wrong: boolean;
}

/** Every figure of an evaluation; all outputs print from it. Shares and scores are 0 … 1. */
export interface Evaluation extends Figures {
  readonly seed: number;
  /** Accepted wrong-answer rate that the thresholds were chosen for. */
  readonly rate: number;
  readonly settings: DecideSettings;
  /** Queries left out, because none of their ids is known. */
  readonly skipped: number;
  /** Queries that the thresholds or weights were tuned on: of these the figures are better than of new ones. */
  readonly tunedOn: number;
  /** By the kind of query; empty where no query has one. */
  readonly byKind: Readonly<Record<string, Figures>>;
  /** By the category of the first expected entry; empty where no entry has one. Without the queries out of scope. */
  readonly byCategory: Readonly<Record<string, Figures>>;
  readonly riskCoverage: RiskCoverage;
  readonly calibration: {
    /** Expected calibration error of the first entry's score; `null` without questions. */
    readonly ece: number | null;
    readonly bins: readonly CalibrationBin[];
  };
  readonly latency?: Latency;
  /** The gravest first: wrong answers, then the surest of the others. */
  readonly failures: readonly Failure[];
  readonly noise?: readonly NoiseLoss[];
  readonly comparison?: Comparison;
  readonly outcomes: readonly Outcome[];
}

/** What an evaluation was made with, for the report. */
export interface EvaluationSettings {
  readonly seed: number;
  readonly rate: number;
  readonly settings: DecideSettings;
  readonly skipped: number;
  readonly tunedOn: number;
}

/** Sorted by name, so that the order of queries does not matter. */
function group(
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => string,
  random: Random,
): Readonly<Record<string, Figures>> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome);
    const some = groups.get(key);
    if (some === undefined) groups.set(key, [outcome]);
    else some.push(outcome);
  }
  if (groups.size === 1 && groups.has("")) return {};
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, some]) => [key, figuresOf(some, random.fork(key))]));
}

function isFailure(outcome: Outcome): boolean {
  return isWrong(outcome) || (isInScope(outcome) && rankOf(outcome) !== 1);
}

function failureOf(outcome: Outcome): Failure {
  const { query, top, ranks, decision } = outcome;
  return {
    q: query.q,
    ...(query.kind === undefined ? {} : { kind: query.kind }),
    expected: query.expected,
    ...(top === undefined ? {} : { top }),
    ...(ranks[0] === undefined ? {} : { rank: ranks[0] }),
    decision,
    wrong: isWrong(outcome),
  };
}

function failuresOf(outcomes: readonly Outcome[]): Failure[] {
  const byGravity = (a: Failure, b: Failure): number =>
    Number(b.wrong) - Number(a.wrong) || (b.top?.score ?? 0) - (a.top?.score ?? 0);
  return outcomes.filter(isFailure).map(failureOf).sort(byGravity);
}

/** An outcome as the risk–coverage curve takes it: the score of the first entry, absent where none was found. */
export function riskOf(outcome: Outcome): Risked {
  return { score: outcome.top?.score, right: outcome.right, inScope: isInScope(outcome) };
}

/** All figures from what became of every query. */
export function evaluationOf(outcomes: readonly Outcome[], about: EvaluationSettings): Evaluation {
  const random = createRandom(about.seed).fork("kb-eval");
  const forecasts = outcomes
    .filter(({ top }) => top !== undefined)
    .map(({ top, right }) => ({ confidence: top!.score, correct: right }));
  const ece = expectedCalibrationError(forecasts);
  const latency = latencyOf(outcomes);
  return {
    ...about,
    ...figuresOf(outcomes, random.fork("all")),
    byKind: group(outcomes, ({ query }) => query.kind ?? "", random.fork("kind")),
    byCategory: group(outcomes.filter(isInScope), ({ query }) => query.expected[0]!.category, random.fork("category")),
    riskCoverage: riskCoverageOf(outcomes.map(riskOf)),
    calibration: { ece: Number.isNaN(ece) ? null : ece, bins: calibrationBins(forecasts) },
    ...(latency === undefined ? {} : { latency }),
    failures: failuresOf(outcomes),
    outcomes,
  };
}
