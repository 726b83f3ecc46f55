import { mcnemarExact, mcnemarMidP, pairByKey, pairedFigure, type PairedFigure } from "../../stats/paired.js";
import { createRandom } from "../../stats/random.js";
import type { Location } from "../../messages/errors.js";
import { groupBy, isDecidedRight, isInside, isRight, type Judgement, keyOf } from "./judgement.js";

export const COMPARED = ["accuracy", "decisions", "outOfScopeRecall"] as const;

export type ComparedFigure = (typeof COMPARED)[number];

/** With both of McNemar's tests: `p` is mid-p, `exact` the exact one. */
export type TestedFigure = PairedFigure & { readonly exact: number };

export interface Flip {
  readonly text: string;
  readonly intent: string;
  /** Of the decision: the intent accepted or rejected. */
  readonly change: "gained" | "lost";
  /** Intent accepted; `null` where it was rejected. */
  readonly before: string | null;
  readonly now: string | null;
  readonly where?: Location;
}

/** Two evaluations of the same utterances. */
export interface Comparison {
  /** What this one was compared with. */
  readonly baseline: string;
  /** Utterances that both have; of repeats the first. */
  readonly n: number;
  readonly unpaired: number;
  /** In scope before any rejection; right decisions of all; rejected of what is out of scope. `null` where nothing counts. */
  readonly figures: Readonly<Record<ComparedFigure, TestedFigure | null>>;
  /** Intents whose utterances became right or stopped being so, before any rejection; the most changed first. */
  readonly intents: readonly {
    readonly intent: string;
    readonly gained: number;
    readonly lost: number;
    readonly p: number;
  }[];
  /** Utterances whose decision became right or stopped being so. */
  readonly flips: readonly Flip[];
}

type Pair = readonly [before: Judgement, now: Judgement];

/** What each figure takes from an utterance; `undefined` where it does not count for it. */
const VALUES: Readonly<Record<ComparedFigure, (one: Judgement) => boolean | undefined>> = {
  accuracy: (one) => (isInside(one) ? isRight(one) : undefined),
  decisions: isDecidedRight,
  outOfScopeRecall: (one) => (isInside(one) ? undefined : !one.accepted),
};

/** What changed in what is right or wrong, with both tests. */
export function testedFigure(
  pairs: readonly Pair[],
  valueOf: (one: Judgement) => boolean | undefined,
  label: string,
  seed: number,
): TestedFigure | null {
  const values = pairs.flatMap(([before, now]): [number, number][] => {
    const [a, b] = [valueOf(before), valueOf(now)];
    return a === undefined || b === undefined ? [] : [[Number(a), Number(b)]];
  });
  const figure = pairedFigure(values, createRandom(seed).fork(`nlu-compare/${label}`), "mid-p");
  return figure === null ? null : { ...figure, exact: mcnemarExact(figure.lost, figure.gained) };
}

function intentChanges(pairs: readonly Pair[]): Comparison["intents"] {
  const inside = pairs.filter(([, now]) => isInside(now));
  return groupBy(inside, ([, now]) => now.intent)
    .map(([intent, group]) => {
      const gained = group.filter(([before, now]) => !isRight(before) && isRight(now)).length;
      const lost = group.filter(([before, now]) => isRight(before) && !isRight(now)).length;
      return { intent, gained, lost, p: mcnemarMidP(lost, gained) };
    })
    .filter(({ gained, lost }) => gained + lost > 0)
    .sort((a, b) => a.p - b.p || b.gained + b.lost - a.gained - a.lost);
}

function flipOf([before, now]: Pair): Flip[] {
  if (isDecidedRight(before) === isDecidedRight(now)) return [];
  const said = ({ accepted, predicted }: Judgement): string | null => (accepted ? predicted : null);
  return [
    {
      text: now.text,
      intent: now.intent,
      change: isDecidedRight(now) ? "gained" : "lost",
      before: said(before),
      now: said(now),
      ...(now.where === undefined ? {} : { where: now.where }),
    },
  ];
}

/**
 * Compares two evaluations utterance by utterance. Repeats of an utterance are no new evidence: the first counts.
 * @param baseline name of what is compared with
 */
export function compare(
  before: readonly Judgement[],
  now: readonly Judgement[],
  { baseline, seed }: { readonly baseline: string; readonly seed: number },
): Comparison {
  const first = (some: readonly Judgement[]): Judgement[] => some.filter(({ repeat }) => repeat === 0);
  const [old, young] = [first(before), first(now)];
  const pairs = pairByKey(old, young, keyOf);
  return {
    baseline,
    n: pairs.length,
    unpaired: old.length + young.length - 2 * pairs.length,
    figures: Object.fromEntries(
      COMPARED.map((name) => [name, testedFigure(pairs, VALUES[name], name, seed)]),
    ) as Comparison["figures"],
    intents: intentChanges(pairs),
    flips: pairs.flatMap(flipOf),
  };
}
