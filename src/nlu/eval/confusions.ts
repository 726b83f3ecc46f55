import type { Location } from "../../messages/errors.js";
import { compareText } from "../order.js";
import { costOf, type Costs } from "./costs.js";
import { groupBy, isInside, isRight, type Judgement } from "./judgement.js";

export interface ConfusedUtterance {
  readonly text: string;
  readonly where?: Location;
  readonly confidence: number;
  /** False: the mistake was caught by the operating point. */
  readonly accepted: boolean;
}

/** Utterances of one intent that were taken for another. */
export interface Confusion {
  readonly expected: string;
  /** Absent where nothing was predicted. */
  readonly predicted?: string;
  readonly count: number;
  /** Of `count`, those that the operating point lets pass. */
  readonly accepted: number;
  /** Sum over its utterances. */
  readonly cost: number;
  /** The surest first. */
  readonly utterances: readonly ConfusedUtterance[];
}

function utteranceOf({ text, where, confidence, accepted }: Judgement): ConfusedUtterance {
  return { text, ...(where === undefined ? {} : { where }), confidence, accepted };
}

const bySureness = (a: Judgement, b: Judgement): number =>
  Number(b.accepted) - Number(a.accepted) || b.confidence - a.confidence || compareText(a.text, b.text);

/** What was taken for what, the costliest first. What is out of scope and was rejected is no confusion. */
export function confusionsOf(judgements: readonly Judgement[], costs: Costs): Confusion[] {
  const wrong = judgements.filter((one) => !isRight(one) && (isInside(one) || one.accepted));
  return groupBy(wrong, ({ intent, predicted }) => JSON.stringify([intent, predicted]))
    .map(([, group]): Confusion => {
      const [{ intent, predicted }] = group as [Judgement];
      return {
        expected: intent,
        ...(predicted === null ? {} : { predicted }),
        count: group.length,
        accepted: group.filter(({ accepted }) => accepted).length,
        cost: group.reduce((sum, one) => sum + costOf(one, costs), 0),
        utterances: [...group].sort(bySureness).map(utteranceOf),
      };
    })
    .sort((a, b) => b.cost - a.cost || b.count - a.count);
}

/** In scope and understood rightly, but rejected all the same; the surest first. */
export function wronglyRejected(judgements: readonly Judgement[]): (ConfusedUtterance & { readonly intent: string })[] {
  return judgements
    .filter((one) => isInside(one) && isRight(one) && !one.accepted)
    .sort(bySureness)
    .map((one) => ({ intent: one.intent, ...utteranceOf(one) }));
}
