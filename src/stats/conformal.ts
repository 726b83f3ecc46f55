/** What the system would have done with one question, were it to answer whatever it is asked. */
export interface Judged {
  /** How sure it is of its best entry; it answers when this reaches the threshold. −Infinity when it never answers. */
  readonly score: number;
  /** The best entry is the right one. Always false for a question that is out of scope. */
  readonly right: boolean;
  /** The question has an answer. */
  readonly inScope: boolean;
}

/** A threshold with what is promised of it. */
export type RiskControl =
  | {
      readonly promised: true;
      /** Least score that is answered; Infinity when nothing can be. */
      readonly threshold: number;
      /** Questions that it was chosen on. */
      readonly questions: number;
      /** Bound of the expected rate of wrong answers: (wrong ones that were let pass + 1) / (questions + 1). */
      readonly bound: number;
    }
  | {
      readonly promised: false;
      /** `zero-rate`: no number of questions can promise that nothing is ever wrong. */
      readonly reason: "too-few-questions" | "zero-rate";
      readonly questions: number;
      /** Questions needed before anything can be promised for this rate; Infinity for a rate of 0. */
      readonly needed: number;
    };

/** Rounding of a product such as 0.05 × 20 must not cost a question. */
const ROUNDING = 1e-9;

/**
 * Least number of questions with which conformal risk control can promise a rate: one more question that is answered wrongly
 * is always reckoned with, so that 1 / (n + 1) must not exceed it.
 * @param rate accepted share of wrong answers, 0…1
 */
export function questionsNeeded(rate: number): number {
  return rate <= 0 ? Infinity : Math.max(0, Math.ceil(1 / rate - ROUNDING) - 1);
}

/**
 * Conformal risk control (Angelopoulos, Bates, Fisch, Lei & Schuster, "Conformal Risk Control", 2022, theorem 1) for the loss "answered,
 * and wrongly", over all questions. The loss falls as the threshold λ grows and is at most B = 1, so that with the least λ at which
 * (n·R̂(λ) + B) / (n + 1) ≤ rate the next question is answered wrongly with a probability of at most `rate`, provided it is of
 * the same kind as these n: exchangeable with them, and none of them helped to make the scores. The threshold is taken further up,
 * to the next score of a right answer: that keeps the promise, and what lies between would only be answered wrongly.
 *
 * @param judged questions of the kind that will be asked, those out of scope in their proportion
 * @param rate accepted share of wrong answers, 0…1
 */
export function controlRisk(judged: readonly Judged[], rate: number): RiskControl {
  const questions = judged.length;
  const needed = questionsNeeded(rate);
  if (questions < needed || needed === Infinity) {
    return { promised: false, reason: rate <= 0 ? "zero-rate" : "too-few-questions", questions, needed };
  }
  const allowed = Math.min(questions, Math.floor(rate * (questions + 1) + ROUNDING) - 1);
  const wrong = judged.filter(({ right, score }) => !right && score > -Infinity).map(({ score }) => score);
  wrong.sort((a, b) => b - a);
  const bound = (allowed + 1) / (questions + 1);
  // No more wrong answers than are allowed even if everything is answered.
  if (wrong.length <= allowed) return { promised: true, threshold: -Infinity, questions, bound };
  const refused = wrong[allowed]!;
  let threshold = Infinity;
  for (const { right, score } of judged) if (right && score > refused && score < threshold) threshold = score;
  return { promised: true, threshold, questions, bound };
}

/** What a threshold does with questions. */
export interface ThresholdOutcome {
  readonly questions: number;
  readonly inScope: number;
  readonly answered: number;
  readonly wrong: number;
  /** Wrong answers over all questions; 0 without questions. */
  readonly wrongAnswerRate: number;
  /** In-scope questions that are answered (rightly or not) over all in-scope ones; 0 without any. */
  readonly coverage: number;
  /** Right answers over answers; NaN when nothing is answered. */
  readonly precision: number;
}

/** Measures a threshold on questions, which should be others than those it was chosen on. */
export function measureThreshold(judged: readonly Judged[], threshold: number): ThresholdOutcome {
  let [inScope, answered, covered, wrong] = [0, 0, 0, 0];
  for (const question of judged) {
    if (question.inScope) inScope++;
    if (question.score < threshold || question.score === -Infinity) continue;
    answered++;
    if (question.inScope) covered++;
    if (!question.right) wrong++;
  }
  return {
    questions: judged.length,
    inScope,
    answered,
    wrong,
    wrongAnswerRate: judged.length === 0 ? 0 : wrong / judged.length,
    coverage: inScope === 0 ? 0 : covered / inScope,
    precision: answered === 0 ? NaN : (answered - wrong) / answered,
  };
}
