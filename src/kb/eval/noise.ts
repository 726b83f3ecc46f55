import type { NoiseKind, perturb } from "../../noise/perturb.js";
import type { PairedFigure } from "../../stats/paired.js";
import { createRandom } from "../../stats/random.js";
import { compare, judge } from "./compare.js";
import type { Outcome } from "./outcome.js";
import type { AimedQuery } from "./targets.js";

/** What a kind of noise costs: questions in scope, each with its clean wording. */
export interface NoiseLoss {
  readonly kind: NoiseKind;
  /** Questions in scope whose wording the noise changed. */
  readonly n: number;
  /** Questions that it cannot change. */
  readonly unchanged: number;
  /** Clean (`before`) and noisy (`now`); `null` where nothing was changed. */
  readonly recallAt1: PairedFigure | null;
  readonly recallAt5: PairedFigure | null;
}

/**
 * Questions in scope with noise, each beside its clean one; those that stay as they are, left out. A question gets the same
 * noise whatever stands beside it.
 */
export function noisyQueries(
  outcomes: readonly Outcome[],
  kind: NoiseKind,
  seed: number,
  change: typeof perturb,
): { clean: Outcome; noisy: AimedQuery }[] {
  const random = createRandom(seed).fork(`noise/${kind}`);
  return outcomes
    .filter(({ query }) => query.expected.length > 0)
    .flatMap((clean) => {
      const q = change(clean.query.q, kind, random.fork(clean.query.q));
      return q === clean.query.q ? [] : [{ clean, noisy: { ...clean.query, q } }];
    });
}

/** The loss, paired by question. */
export function noiseLoss(
  kind: NoiseKind,
  pairs: readonly { readonly clean: Outcome; readonly noisy: Outcome }[],
  { seed, inScope }: { seed: number; inScope: number },
): NoiseLoss {
  // The noisy outcome goes by the clean question's words, which pair the two.
  const now = pairs.map(({ clean, noisy }) => ({ ...judge(noisy), q: clean.query.q }));
  const before = pairs.map(({ clean }) => judge(clean));
  const { figures } = compare(before, now, { baseline: kind, seed });
  return {
    kind,
    n: pairs.length,
    unchanged: inScope - pairs.length,
    recallAt1: figures["recall@1"],
    recallAt5: figures["recall@5"],
  };
}
