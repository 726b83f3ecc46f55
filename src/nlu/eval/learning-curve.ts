import { mcnemarMidP, pairByKey } from "../../stats/paired.js";
import { createRandom } from "../../stats/random.js";
import type { Dataset } from "../data/dataset.js";
import { type Interval, macroF1, scoreIntents, shareInterval } from "./intent-scores.js";
import { groupBy, isInside, isRight, type Judgement, keyOf, mean, ratio } from "./judgement.js";

/** What was tested after training on a share of the examples of every intent. */
export interface CurveStep {
  readonly share: number;
  /** Training utterances of each model. */
  readonly examples: readonly number[];
  readonly judgements: readonly Judgement[];
}

export interface CurvePoint {
  /** Of the training data, 0 … 1. */
  readonly share: number;
  /** Training utterances, the mean of the models. */
  readonly examples: number;
  /** In scope, before any rejection. */
  readonly accuracy: number;
  readonly interval: Interval;
  readonly macroF1: number;
}

/** What more examples would bring for one intent. */
export interface IntentCurve {
  readonly intent: string;
  readonly support: number;
  /** Recall at each point of the curve. */
  readonly recall: readonly number[];
  /** Recall with all examples less that with half of them. */
  readonly gained: number;
  /** That nothing but chance is behind it; McNemar's test with mid-p. */
  readonly p: number;
  /** Recall expected with twice the examples. */
  readonly forecast: number;
}

export interface LearningCurve {
  readonly points: readonly CurvePoint[];
  /** Expected of twice the examples, when mistakes go on falling as a power of them (Cortes et al., NIPS 1993). */
  readonly forecast: { readonly examples: number; readonly accuracy: number };
  /** Those that are expected to gain most over the test first. */
  readonly intents: readonly IntentCurve[];
}

/** Shares of the training data that are learnt from. */
export const SHARES = [0.125, 0.25, 0.5, 1] as const;

/**
 * A share of the examples of every intent, at least one; a larger share holds all of a smaller one.
 * @param dataset as `mergeDatasets` gives it
 */
export function shareOf(dataset: Dataset, share: number, seed: number): Dataset {
  if (share >= 1) return dataset;
  const random = createRandom(seed).fork("learning-curve");
  const kept = groupBy(dataset.utterances, ({ intent }) => intent).flatMap(([intent, own]) =>
    random
      .fork(intent)
      .shuffle(own)
      .slice(0, Math.max(1, Math.round(share * own.length))),
  );
  const chosen = new Set(kept);
  return { ...dataset, utterances: dataset.utterances.filter((utterance) => chosen.has(utterance)) };
}

/** Share of mistakes with half a mistake more, so that none is not taken for never. */
function mistakesOf({ judgements }: CurveStep): number {
  const inside = judgements.filter(isInside);
  return (inside.filter((one) => !isRight(one)).length + 0.5) / (inside.length + 1);
}

/** So many utterances of all intents count beside those of one: of a few alone no curve can be drawn. */
const LENT = 10;

/**
 * Factor by which mistakes shrink with twice the examples: 2^-b of the least-squares line ln(mistakes) = a - b ln(examples),
 * never more than 1.
 */
function shrinking(points: readonly { readonly share: number; readonly mistakes: number }[]): number {
  const [xs, ys] = [points.map(({ share }) => Math.log(share)), points.map((point) => Math.log(point.mistakes))];
  const [x, y] = [mean(xs), mean(ys)];
  const spread = xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
  const slope = ratio(
    xs.reduce((sum, value, at) => sum + (value - x) * (ys[at]! - y), 0),
    spread,
  );
  return Math.min(1, 2 ** slope);
}

function pointOf({ share, examples, judgements }: CurveStep): CurvePoint {
  const inside = judgements.filter(isInside);
  const right = inside.filter(isRight).length;
  return {
    ...{ share, examples: mean(examples), accuracy: ratio(right, inside.length) },
    interval: shareInterval(right, inside.length, 1),
    macroF1: macroF1(scoreIntents(judgements, 1)),
  };
}

function intentCurve(intent: string, steps: readonly CurveStep[]): IntentCurve {
  const own = steps.map(({ share, judgements }) => ({
    share,
    some: judgements.filter((one) => one.intent === intent),
  }));
  const all = own.at(-1)!.some;
  const right = (some: readonly Judgement[]): number => some.filter(isRight).length;
  const mistakes = own.map(({ share, some }, at) => {
    const lent = LENT * mistakesOf(steps[at]!);
    return { share, mistakes: (some.length - right(some) + lent) / (some.length + LENT) };
  });
  const half = own.find(({ share }) => share === 0.5)?.some ?? [];
  const pairs = pairByKey(half, all, keyOf);
  const won = pairs.filter(([before, now]) => !isRight(before) && isRight(now)).length;
  const lost = pairs.filter(([before, now]) => isRight(before) && !isRight(now)).length;
  const recall = own.map(({ some }) => ratio(right(some), some.length));
  return {
    ...{ intent, support: all.length, recall },
    gained: ratio(won - lost, all.length),
    p: mcnemarMidP(lost, won),
    forecast: 1 - (1 - recall.at(-1)!) * shrinking(mistakes),
  };
}

/** @param steps ascending; the last one has learnt from everything */
export function learningCurve(steps: readonly CurveStep[]): LearningCurve {
  const points = steps.map(pointOf);
  const last = points.at(-1)!;
  const tested = steps.map((step) => ({ share: step.share, mistakes: mistakesOf(step) }));
  const intents = groupBy(steps.at(-1)!.judgements.filter(isInside), ({ intent }) => intent);
  const saved = ({ forecast, recall, support }: IntentCurve): number => (forecast - recall.at(-1)!) * support;
  return {
    points,
    forecast: { examples: 2 * last.examples, accuracy: 1 - (1 - last.accuracy) * shrinking(tested) },
    intents: intents.map(([intent]) => intentCurve(intent, steps)).sort((a, b) => saved(b) - saved(a)),
  };
}
