/** Where a text counts as out of scope, and what that costs and gains on examples that the judging models had not seen. */
export interface OperatingPoint {
  /** Texts whose scope score is lower are rejected. */
  readonly threshold: number;
  /** Share of in-scope examples that were understood rightly and accepted. */
  readonly inScopeAccuracy: number;
  readonly inScopeRejected: number;
  /** Null where the data holds nothing that is out of scope. */
  readonly outOfScopeRecall: number | null;
}

/** What a model said of one example it had not seen. */
export interface ScopeJudgement {
  /** Scope score, 0 … 1. */
  readonly score: number;
  readonly correct: boolean;
}

/**
 * The highest threshold that rejects no more than a share of the in-scope examples.
 *
 * @param outside scope scores of examples that are out of scope
 * @param maxLoss share of in-scope examples that may be rejected, 0 … 1
 */
export function chooseOperatingPoint(
  inside: readonly ScopeJudgement[],
  outside: readonly number[],
  maxLoss: number,
): OperatingPoint {
  const scores = inside.map(({ score }) => score).sort((a, b) => a - b);
  const threshold = scores[Math.min(scores.length - 1, Math.floor(maxLoss * scores.length))] ?? 0;
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  const rejected = (values: readonly number[]) => values.filter((score) => score < threshold).length;
  return {
    threshold,
    inScopeAccuracy: share(inside.filter(({ score, correct }) => correct && score >= threshold).length, inside.length),
    inScopeRejected: share(rejected(scores), scores.length),
    outOfScopeRecall: outside.length === 0 ? null : rejected(outside) / outside.length,
  };
}

/** Part of the logit of what is outside that counts against a text. */
const AGAINST = 0.5;

/**
 * How much a text's logits stand out for some intent: the highest one over the mean of all, less half of what speaks for the
 * class of everything else, where there is one (the last of the logits). Unlike the highest probability it does not fall when two
 * intents are equally likely.
 */
export function scopeSignal(logits: ArrayLike<number>, intents: number): number {
  let sum = 0;
  let top = -Infinity;
  for (let k = 0; k < logits.length; k++) {
    sum += logits[k]!;
    if (k < intents) top = Math.max(top, logits[k]!);
  }
  const mean = sum / logits.length;
  return top - mean - (logits.length > intents ? AGAINST * (logits[intents]! - mean) : 0);
}

/** What a signal is measured by: the lower end of in-scope examples not seen, and how far they spread. */
export interface ScopeScale {
  readonly low: number;
  readonly spread: number;
}

/**
 * The scale of signals of in-scope examples: their 5 % quantile and their standard deviation (1 where all are the same).
 * @param signals of examples that the model has not seen
 */
export function scopeScale(signals: readonly number[]): ScopeScale {
  const sorted = [...signals].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, signal) => sum + signal, 0) / Math.max(1, sorted.length);
  const squares = sorted.reduce((sum, signal) => sum + (signal - mean) ** 2, 0) / Math.max(1, sorted.length);
  return { low: sorted[Math.floor(0.05 * sorted.length)] ?? 0, spread: Math.sqrt(squares) || 1 };
}

/** A signal as a score between 0 and 1: one half where a twentieth of the in-scope examples is below. */
export function scopeScore(signal: number, { low, spread }: ScopeScale): number {
  return 1 / (1 + Math.exp((low - signal) / spread));
}
