/** Where a text counts as out of scope, and what that costs and gains on examples that the judging models had not seen. */
export interface OperatingPoint {
  /** Texts whose scope score is lower are rejected. */
  readonly threshold: number;
  /** Share of in-scope examples whose intent was right, before any rejection. */
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
    inScopeAccuracy: share(inside.filter(({ correct }) => correct).length, inside.length),
    inScopeRejected: share(rejected(scores), scores.length),
    outOfScopeRecall: outside.length === 0 ? null : rejected(outside) / outside.length,
  };
}
