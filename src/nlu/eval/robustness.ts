import type { Location } from "../../messages/errors.js";
import type { NoiseKind, perturb } from "../../noise/perturb.js";
import { createRandom } from "../../stats/random.js";
import { testedFigure, type TestedFigure } from "./compare.js";
import { isInside, isRight, type Judgement, ratio } from "./judgement.js";

/** An utterance in scope, and what was said of it with noise. */
export interface NoisyPair {
  readonly clean: Judgement;
  readonly noisy: Judgement;
}

export interface BrokenUtterance {
  readonly text: string;
  readonly noisy: string;
  readonly intent: string;
  readonly predicted: string | null;
  readonly where?: Location;
}

/** What a kind of noise costs, in scope and before any rejection. */
export interface NoiseLoss {
  readonly kind: NoiseKind;
  /** Utterances that the noise changes. */
  readonly n: number;
  /** Utterances that it cannot change. */
  readonly unchanged: number;
  /** Of those that change: clean (`before`) and noisy (`now`); `null` where none does. */
  readonly accuracy: TestedFigure | null;
  /** Accuracy over all utterances in scope when those that change have the noise; `null` where nothing is in scope. */
  readonly overall: number | null;
  /** Share of those that change that is rejected, clean and noisy. */
  readonly rejected: { readonly clean: number; readonly noisy: number };
  /** What was right and is wrong with the noise. */
  readonly broken: readonly BrokenUtterance[];
}

/** The text with noise; the same whatever stands beside it. `undefined` where the noise does not change it. */
export function noisyText(text: string, kind: NoiseKind, seed: number, change: typeof perturb): string | undefined {
  const noisy = change(text, kind, createRandom(seed).fork(`noise/${kind}`).fork(text));
  return noisy === text ? undefined : noisy;
}

/**
 * The loss, paired by utterance.
 * @param judgements all clean ones
 */
export function noiseLoss(
  kind: NoiseKind,
  judgements: readonly Judgement[],
  pairs: readonly NoisyPair[],
  seed: number,
): NoiseLoss {
  const inside = judgements.filter(isInside);
  const right = (some: readonly Judgement[]): number => some.filter(isRight).length;
  const [clean, noisy] = [pairs.map((pair) => pair.clean), pairs.map((pair) => pair.noisy)];
  const rejected = (some: readonly Judgement[]): number =>
    ratio(some.filter(({ accepted }) => !accepted).length, some.length);
  return {
    kind,
    n: pairs.length,
    unchanged: inside.length - pairs.length,
    accuracy: testedFigure(
      pairs.map((pair) => [pair.clean, pair.noisy]),
      isRight,
      kind,
      seed,
    ),
    overall: inside.length === 0 ? null : (right(inside) - right(clean) + right(noisy)) / inside.length,
    rejected: { clean: rejected(clean), noisy: rejected(noisy) },
    broken: pairs.filter((pair) => isRight(pair.clean) && !isRight(pair.noisy)).map(brokenOf),
  };
}

function brokenOf({ clean, noisy }: NoisyPair): BrokenUtterance {
  return {
    text: clean.text,
    noisy: noisy.text,
    intent: clean.intent,
    predicted: noisy.predicted,
    ...(clean.where === undefined ? {} : { where: clean.where }),
  };
}
