import { auroc } from "../../stats/auroc.js";
import { calibrationBins, type CalibrationBin, expectedCalibrationError } from "../../stats/calibration.js";
import { type RiskCoverage, riskCoverageOf } from "../../stats/risk-coverage.js";
import type { EntityEvaluation } from "../entities/evaluate.js";
import type { Comparison } from "./compare.js";
import { type ConfusedUtterance, type Confusion, confusionsOf, wronglyRejected } from "./confusions.js";
import { costOf, type Costs, USUAL_COSTS } from "./costs.js";
import { type IntentScore, type Interval, macroF1, scoreIntents, shareInterval } from "./intent-scores.js";
import { groupBy, isDecidedRight, isInside, isRight, type Judgement, mean, ratio } from "./judgement.js";
import type { LearningCurve } from "./learning-curve.js";
import type { NoiseLoss } from "./robustness.js";
import { type Slice, slicesOf } from "./slices.js";

export type Method =
  | { readonly kind: "cross-validation"; readonly folds: number; readonly repeats: number; readonly seed: number }
  | { readonly kind: "hold-out" };

/** One fold by itself. */
export interface FoldScore {
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
}

/** Every figure of an evaluation; all outputs print from it. Shares are 0 … 1, over all folds and repeats together. */
export interface Evaluation {
  readonly method: Method;
  /** Test utterances; each counts once a repeat. */
  readonly n: number;
  readonly correct: number;
  /** Before any rejection, over all utterances: of what is out of scope only "nothing" is right. */
  readonly accuracy: number;
  /** Wilson score interval, 95 %. */
  readonly accuracyInterval: Interval;
  /** Test utterances that stand in the training data, too; absent where it is not known what the model was trained on. */
  readonly seen?: number;
  /** Mean of the intents that the test data has, over what is in scope and before any rejection. */
  readonly macroF1: number;
  /** The same, weighted by support. */
  readonly weightedF1: number;
  /** The right intent is among the first three, over what is in scope; `null` where nothing is. */
  readonly top3: number | null;
  /** As `accuracy`, over what is in scope. */
  readonly inScope: {
    readonly n: number;
    readonly correct: number;
    readonly accuracy: number | null;
    readonly interval: Interval | null;
  };
  /** `null` where nothing is out of scope. */
  readonly outOfScope: {
    readonly n: number;
    /** Rejected at the operating point. */
    readonly recall: number | null;
    readonly interval: Interval | null;
    /** How well the scope score tells in and out of scope apart. */
    readonly auroc: number | null;
    /** Rejected by the threshold that rejects 5 % of what is in scope here. */
    readonly recallAt5: number | null;
  };
  readonly operatingPoint: {
    /** Least scope score that is accepted; in a cross-validation the mean of the models'. */
    readonly threshold: number;
    /** Understood rightly and accepted, over what is in scope. */
    readonly inScopeAccuracy: number | null;
    readonly inScopeRejected: number | null;
    readonly outOfScopeRecall: number | null;
    /** Right decisions over all utterances: the right intent, or rejected where out of scope. */
    readonly decisions: number;
  };
  /** Mean cost of an utterance, and by what it was reckoned. */
  readonly cost: Costs & { readonly mean: number };
  /** Of the likeliest intent's probability, in scope; `null` where nothing is. */
  readonly calibration: { readonly ece: number | null; readonly bins: readonly CalibrationBin[] };
  /** Of rejecting by the scope score. */
  readonly riskCoverage: RiskCoverage;
  /** Cross-validation only: mean of the folds, and how far they spread (standard deviation of a sample). */
  readonly meanOfFolds?: {
    readonly accuracy: number;
    readonly macroF1: number;
    readonly accuracyDeviation: number;
    readonly macroF1Deviation: number;
  };
  /** Each fold of each repeat by itself. */
  readonly folds?: readonly FoldScore[];
  /** Sorted by name. */
  readonly intents: readonly IntentScore[];
  /** The costliest first. */
  readonly confusions: readonly Confusion[];
  /** Understood rightly, but rejected; the surest first. */
  readonly rejected: readonly (ConfusedUtterance & { readonly intent: string })[];
  readonly slices: readonly Slice[];
  /** Where the test data marks entities. */
  readonly entities?: EntityEvaluation;
  readonly noise?: readonly NoiseLoss[];
  readonly learningCurve?: LearningCurve;
  readonly comparison?: Comparison;
  readonly utterances: readonly Judgement[];
}

export interface EvaluationOptions {
  readonly method: Method;
  /** Of the model, or the mean of the models'. */
  readonly threshold: number;
  readonly costs?: Costs;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
}

function foldFigures(judgements: readonly Judgement[], method: Method): Pick<Evaluation, "folds" | "meanOfFolds"> {
  if (method.kind === "hold-out") return {};
  const folds = groupBy(
    judgements,
    ({ repeat, fold }) => `${String(repeat).padStart(6)} ${String(fold).padStart(6)}`,
  ).map(([, part]): FoldScore => ({
    n: part.length,
    accuracy: ratio(part.filter(isRight).length, part.length),
    macroF1: macroF1(scoreIntents(part, 1)),
  }));
  const [accuracies, scores] = [folds.map((fold) => fold.accuracy), folds.map((fold) => fold.macroF1)];
  return {
    folds,
    meanOfFolds: {
      accuracy: mean(accuracies),
      macroF1: mean(scores),
      accuracyDeviation: deviation(accuracies),
      macroF1Deviation: deviation(scores),
    },
  };
}

/** Of `scores`, the share below the threshold that no more than a share of `inside` is below. */
function rejectedAt(share: number, inside: readonly number[], scores: readonly number[]): number | null {
  if (inside.length === 0 || scores.length === 0) return null;
  const threshold = [...inside].sort((a, b) => a - b)[Math.floor(share * inside.length)]!;
  return scores.filter((score) => score < threshold).length / scores.length;
}

const count = (some: readonly Judgement[], test: (one: Judgement) => boolean): number => some.filter(test).length;
const share = (some: readonly Judgement[], test: (one: Judgement) => boolean): number | null =>
  some.length === 0 ? null : count(some, test) / some.length;
const isRejected = ({ accepted }: Judgement): boolean => !accepted;

/** Figures on both sides of the scope. */
function scopeFigures(
  judgements: readonly Judgement[],
  threshold: number,
  repeats: number,
): Pick<Evaluation, "top3" | "inScope" | "outOfScope" | "operatingPoint"> {
  const inside = judgements.filter(isInside);
  const outside = judgements.filter((one) => !isInside(one));
  const correct = count(inside, isRight);
  const scoresOf = (some: readonly Judgement[]): number[] => some.map(({ score }) => score);
  const recall = share(outside, isRejected);
  return {
    top3: share(inside, ({ rank }) => rank !== null && rank <= 3),
    inScope: {
      ...{ n: inside.length, correct, accuracy: share(inside, isRight) },
      interval: inside.length === 0 ? null : shareInterval(correct, inside.length, repeats),
    },
    outOfScope: {
      ...{ n: outside.length, recall },
      interval: outside.length === 0 ? null : shareInterval(count(outside, isRejected), outside.length, repeats),
      auroc: auroc(scoresOf(inside), scoresOf(outside)),
      recallAt5: rejectedAt(0.05, scoresOf(inside), scoresOf(outside)),
    },
    operatingPoint: {
      threshold,
      inScopeAccuracy: share(inside, isDecidedRight),
      inScopeRejected: share(inside, isRejected),
      outOfScopeRecall: recall,
      decisions: share(judgements, isDecidedRight) ?? 0,
    },
  };
}

function calibrationOf(judgements: readonly Judgement[]): Evaluation["calibration"] {
  const forecasts = judgements.filter(isInside).map((one) => ({ confidence: one.confidence, correct: isRight(one) }));
  const ece = expectedCalibrationError(forecasts);
  return { ece: Number.isNaN(ece) ? null : ece, bins: calibrationBins(forecasts) };
}

/** Rejecting by the scope score: what is accepted is wrong where the intent is, or where there should be none. */
function riskOf(judgements: readonly Judgement[]): RiskCoverage {
  return riskCoverageOf(
    judgements.map((one) => ({
      score: one.predicted === null ? undefined : one.score,
      right: isInside(one) && isRight(one),
      inScope: isInside(one),
    })),
  );
}

/** All figures from what was said of every test utterance, in any order. */
export function summarise(judgements: readonly Judgement[], options: EvaluationOptions): Evaluation {
  const { method, threshold, costs = USUAL_COSTS } = options;
  const repeats = method.kind === "hold-out" ? 1 : method.repeats;
  const intents = scoreIntents(judgements, repeats);
  const correct = count(judgements, isRight);
  const supported = intents.reduce((sum, { support }) => sum + support, 0);
  const weighted = intents.reduce((sum, { f1, support }) => sum + f1 * support, 0);
  return {
    ...{ method, n: judgements.length, correct, accuracy: ratio(correct, judgements.length) },
    accuracyInterval: shareInterval(correct, judgements.length, repeats),
    macroF1: macroF1(intents),
    weightedF1: ratio(weighted, supported),
    ...scopeFigures(judgements, threshold, repeats),
    cost: { ...costs, mean: mean(judgements.map((one) => costOf(one, costs))) },
    calibration: calibrationOf(judgements),
    riskCoverage: riskOf(judgements),
    ...foldFigures(judgements, method),
    intents,
    confusions: confusionsOf(judgements, costs),
    rejected: wronglyRejected(judgements),
    slices: slicesOf(judgements, repeats),
    utterances: judgements,
  };
}
