import type { MessageRef } from "../../messages/catalogue.js";
import { controlRisk, type Judged } from "../../stats/conformal.js";
import { DEFAULT_THRESHOLDS } from "../retrieve/fusion-weights.js";

/** Where a threshold comes from, and what it is worth. */
export interface ThresholdBasis {
  /**
   * - `labelled`: chosen by conformal risk control on labelled questions of this workspace (or nothing at all need be promised, at 1)
   * - `similar`: as strict as the workspace's own similar questions demand, and never less strict than `default`
   * - `default`: the table that ships with the program: experience with other knowledge bases
   * - `exact`: only questions that the knowledge base holds word for word are answered
   */
  readonly from: "labelled" | "similar" | "default" | "exact";
  /** Share of all questions that may get a wrong answer, as asked for. */
  readonly maxWrongAnswerRate: number;
  /** True when the expected rate is at most that, for questions like the labelled ones. */
  readonly promise: boolean;
  /** Questions of this workspace that the threshold was chosen on. */
  readonly questions: number;
  /** Labelled questions that a promise of this rate takes at the least; none where no number would do. */
  readonly needed?: number;
}

export interface ChosenThreshold {
  /** In [0, 1]; at 1 nothing is answered. */
  readonly threshold: number;
  /** Only an exact match is answered. */
  readonly exactOnly: boolean;
  readonly basis: ThresholdBasis;
}

/** Scores of a workspace's own questions, by weights that were not fitted on them. */
export interface OwnScores {
  /** `labelled`: callers' questions with the entries that are right. `similar`: similar questions, each left out in turn. */
  readonly from: "labelled" | "similar";
  readonly questions: number;
  /** Scores of the best entry, where it may be given as an answer: those that are right, and those that are wrong. */
  readonly right: readonly number[];
  readonly wrong: readonly number[];
}

function judgedOf({ questions, right, wrong }: OwnScores): Judged[] {
  const never = Math.max(0, questions - right.length - wrong.length);
  return [
    ...right.map((score) => ({ score, right: true, inScope: true })),
    ...wrong.map((score) => ({ score, right: false, inScope: true })),
    ...Array.from({ length: never }, () => ({ score: -Infinity, right: false, inScope: false })),
  ];
}

/** Below the score of an exact match, and above most others. */
const EXACT_ONLY = 0.98;

const held = (threshold: number): number => Math.min(1, Math.max(0, threshold));

/**
 * Threshold of the shipped table: the row of the rate or, between two rows, of the stricter one.
 * `undefined` below the strictest.
 */
function shipped(rate: number): number | undefined {
  if (rate >= 1) return 0;
  return DEFAULT_THRESHOLDS.findLast((row) => row.rate <= rate)?.threshold;
}

/**
 * Threshold for an accepted wrong-answer rate (share of all questions, 0…1): from the workspace's own labelled questions where
 * there are enough, else the shipped one (with similar questions only: the stricter of the two, for they are easier than
 * what callers ask, and never so strict that an exact match is not answered). A rate of 0 cannot be promised: only exact matches are answered. At 1 everything is.
 */
export function chooseThreshold(rate: number, own?: OwnScores): ChosenThreshold {
  const asked = { maxWrongAnswerRate: rate };
  const control = own === undefined ? undefined : controlRisk(judgedOf(own), rate);
  if (own?.from === "labelled" && control?.promised === true) {
    const basis: ThresholdBasis = { from: "labelled", ...asked, promise: true, questions: own.questions };
    return { threshold: held(control.threshold), exactOnly: false, basis };
  }
  const needed = neededFor(rate);
  const less = { ...asked, promise: rate >= 1, ...(needed !== undefined && { needed }) };
  const byTable = rate <= 0 ? undefined : shipped(rate);
  if (byTable === undefined) {
    return {
      threshold: EXACT_ONLY,
      exactOnly: true,
      basis: { from: "exact", ...less, questions: own?.questions ?? 0 },
    };
  }
  if (own?.from === "similar" && control?.promised === true) {
    // An estimate, no promise: what the knowledge base holds word for word is answered whatever similar questions say.
    const threshold = Math.max(byTable, Math.min(EXACT_ONLY, held(control.threshold)));
    return { threshold, exactOnly: false, basis: { from: "similar", ...less, questions: own.questions } };
  }
  return {
    threshold: byTable,
    exactOnly: false,
    basis: { from: "default", ...less, questions: own?.from === "labelled" ? own.questions : 0 },
  };
}

function neededFor(rate: number): number | undefined {
  const control = controlRisk([], rate);
  return control.promised || control.needed === Infinity ? undefined : control.needed;
}

/** The settings of decisions as documents show them. */
export interface ShownSettings extends ThresholdBasis {
  readonly weights: "shipped" | "tuned";
  readonly answerThreshold: number;
  readonly clarifyThreshold: number;
  readonly margin: number;
}

/** A rate as people write it: 5%, 0.5%. */
export const percent = (rate: number): string => `${Math.round(rate * 1e4) / 100}%`;

/** Where a threshold comes from and what it promises, in a line. */
export function basisMessage(threshold: number, basis: ThresholdBasis): MessageRef {
  const { from, maxWrongAnswerRate, questions, needed = 0 } = basis;
  const params = { threshold: Math.round(threshold * 1e4) / 1e4, rate: percent(maxWrongAnswerRate), questions, needed };
  if (maxWrongAnswerRate >= 1) return { key: "kb.decide.basis.all" };
  if (from === "default" && questions > 0) return { key: "kb.decide.basis.too-few", params };
  return { key: `kb.decide.basis.${from}`, params };
}
