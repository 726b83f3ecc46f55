import { wilson } from "../../stats/intervals.js";
import { groupBy, isInside, type Judgement, mean, ratio } from "./judgement.js";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface IntentScore {
  readonly intent: string;
  /** Test utterances of the intent. */
  readonly support: number;
  /** How often it was predicted for what is in scope, before any rejection. */
  readonly predicted: number;
  readonly correct: number;
  /** 0 where nothing was predicted or nothing was there. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Wilson score intervals, 95 %. */
  readonly precisionInterval: Interval;
  readonly recallInterval: Interval;
  /** Share of its utterances that the operating point rejects. */
  readonly rejected: number;
}

/** Utterances that are tested in every repeat count once in an interval: they are no new evidence. */
export const shareInterval = (part: number, whole: number, repeats: number): Interval =>
  wilson(part / repeats, whole / repeats);

/**
 * Each intent of test data or predictions, sorted by name. What is out of scope takes no part: whether it is rejected is a figure
 * of its own.
 */
export function scoreIntents(judgements: readonly Judgement[], repeats: number): IntentScore[] {
  const inside = judgements.filter(isInside);
  const supports = new Map(groupBy(inside, ({ intent }) => intent));
  const predictions = new Map(
    groupBy(
      inside.filter(({ predicted }) => predicted !== null),
      ({ predicted }) => predicted!,
    ),
  );
  return [...new Set([...supports.keys(), ...predictions.keys()])].sort().map((intent) => {
    const own = supports.get(intent) ?? [];
    const [support, predicted] = [own.length, predictions.get(intent)?.length ?? 0];
    const correct = own.filter((one) => one.predicted === intent).length;
    return {
      intent,
      support,
      predicted,
      correct,
      precision: ratio(correct, predicted),
      recall: ratio(correct, support),
      f1: ratio(2 * correct, support + predicted),
      precisionInterval: shareInterval(correct, predicted, repeats),
      recallInterval: shareInterval(correct, support, repeats),
      rejected: ratio(own.filter(({ accepted }) => !accepted).length, support),
    };
  });
}

/** Mean F1 of the intents that the test data has. */
export function macroF1(scores: readonly IntentScore[]): number {
  return mean(scores.filter(({ support }) => support > 0).map(({ f1 }) => f1));
}
