import type { Location } from "../../messages/errors.js";
import { isOutOfScope, OUT_OF_SCOPE, type Utterance } from "../data/dataset.js";
import type { Prediction } from "../model.js";

/** What a model said of one test utterance: all that figures, comparisons and reports are made of. */
export interface Judgement {
  readonly text: string;
  /** The intent that would be right; {@link OUT_OF_SCOPE} where there is none. */
  readonly intent: string;
  /** The likeliest intent, before any rejection; `null` where the text holds nothing that the model knows. */
  readonly predicted: string | null;
  /** Calibrated probability of `predicted`, 0 … 1; 0 where nothing is predicted. */
  readonly confidence: number;
  /** Rank of the right intent, from 1; `null` when it is not among the first ten. */
  readonly rank: number | null;
  /** How much the text is like what the model was trained on, 0 … 1. */
  readonly score: number;
  /** The score reaches the model's operating point. */
  readonly accepted: boolean;
  /** From 0; 0 for a hold-out. */
  readonly fold: number;
  /** From 0; 0 for a hold-out, and where the cross-validation is not repeated. */
  readonly repeat: number;
  readonly where?: Location;
}

/**
 * What a prediction makes of an utterance; the predicted intent is the one before any rejection.
 */
export function judge(
  utterance: Pick<Utterance, "text" | "intent" | "where">,
  { intent, ranking, scope }: Prediction,
  { fold, repeat }: { readonly fold: number; readonly repeat: number },
): Judgement {
  const wanted = isOutOfScope(utterance) ? OUT_OF_SCOPE : utterance.intent;
  const rank = ranking.findIndex(({ name }) => name === wanted) + 1;
  return {
    text: utterance.text,
    intent: wanted,
    predicted: intent?.name ?? null,
    confidence: intent?.confidence ?? 0,
    rank: rank === 0 ? null : rank,
    score: scope.score,
    accepted: scope.accepted,
    fold,
    repeat,
    ...(utterance.where === undefined ? {} : { where: utterance.where }),
  };
}

export const isInside = ({ intent }: Judgement): boolean => intent !== OUT_OF_SCOPE;

/** Before any rejection; of what is out of scope only "nothing" is right. */
export const isRight = ({ intent, predicted }: Judgement): boolean => (predicted ?? OUT_OF_SCOPE) === intent;

/** At the operating point: the right intent accepted, or what is out of scope rejected. */
export const isDecidedRight = (one: Judgement): boolean =>
  isInside(one) ? one.accepted && isRight(one) : !one.accepted;

/** The same utterance in two evaluations. */
export const keyOf = ({ intent, text }: Judgement): string => `${intent}\n${text}`;

export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export const mean = (values: readonly number[]): number =>
  ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

/** Lists of what has the same name, sorted by it. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): [name: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [item]);
    else known.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
