import { mcnemarExact, pairedBootstrap } from "../../stats/paired.js";
import { createRandom } from "../../stats/random.js";
import { isInScope, isRightAnswer, rankOf } from "./metrics.js";
import type { Outcome } from "./outcome.js";

/** What a comparison needs to know of a query's outcome. */
export interface Judged {
  readonly q: string;
  readonly inScope: boolean;
  /** Rank of the first expected entry; absent when it was not found. */
  readonly rank?: number;
  readonly decision: Outcome["decision"];
  /** The first entry is an expected one. */
  readonly right: boolean;
  /** An expected entry was given as the answer. */
  readonly answered: boolean;
  /** The first entry. */
  readonly top?: { readonly id: string; readonly question: string };
}

/** A share or a mean before and now, on the same queries. */
export interface PairedFigure {
  readonly before: number;
  readonly now: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Exact McNemar test where each query is right or wrong, paired bootstrap elsewhere; two-sided. */
  readonly p: number;
  /** Queries that are better now, and worse. */
  readonly gained: number;
  readonly lost: number;
}

export interface Flip {
  readonly q: string;
  readonly change: "gained" | "lost";
  readonly before?: Judged["top"];
  readonly now?: Judged["top"];
}

/** Two evaluations of the same queries. */
export interface Comparison {
  /** What this one was compared with. */
  readonly baseline: string;
  /** Queries that both have. */
  readonly n: number;
  /** Queries that only one of them has. */
  readonly unpaired: number;
  /** `null` where no query counts. */
  readonly figures: Readonly<Record<ComparedFigure, PairedFigure | null>>;
  /** Queries whose first entry became right, or stopped being right. */
  readonly flips: readonly Flip[];
}

export const COMPARED = ["recall@1", "recall@5", "mrr", "answeredRight", "answeredWrong"] as const;

export type ComparedFigure = (typeof COMPARED)[number];

const within = (rank: number | undefined, depth: number): number => (rank !== undefined && rank <= depth ? 1 : 0);

/** What each figure takes from a query; `undefined` where the query does not count for it. */
const VALUES: Readonly<Record<ComparedFigure, (one: Judged) => number | undefined>> = {
  "recall@1": ({ inScope, rank }) => (inScope ? within(rank, 1) : undefined),
  "recall@5": ({ inScope, rank }) => (inScope ? within(rank, 5) : undefined),
  mrr: ({ inScope, rank }) => (inScope ? (rank === undefined ? 0 : 1 / rank) : undefined),
  answeredRight: (one) => (one.inScope ? Number(one.answered) : undefined),
  answeredWrong: ({ decision, answered }) => Number(decision === "answer" && !answered),
};

export function judge(outcome: Outcome): Judged {
  const { query, decision, right, top } = outcome;
  const rank = rankOf(outcome);
  return {
    ...{ q: query.q, inScope: isInScope(outcome), decision, right, answered: isRightAnswer(outcome) },
    ...(rank === Infinity ? {} : { rank }),
    ...(top === undefined ? {} : { top: { id: top.id, question: top.question } }),
  };
}

type Pair = readonly [before: Judged, now: Judged];

function pairedFigure(name: ComparedFigure, pairs: readonly Pair[], seed: number): PairedFigure | null {
  const values = pairs.flatMap(([before, now]): [number, number][] => {
    const [a, b] = [VALUES[name](before), VALUES[name](now)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  if (values.length === 0) return null;
  const [before, now] = [values.map(([a]) => a), values.map(([, b]) => b)];
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const random = createRandom(seed).fork(`compare/${name}`);
  const { difference, low, high, p } = pairedBootstrap(before, now, random);
  const gained = values.filter(([a, b]) => b > a).length;
  const lost = values.filter(([a, b]) => b < a).length;
  const test = name === "mrr" ? p : mcnemarExact(lost, gained);
  return { before: mean(before), now: mean(now), difference, low, high, p: test, gained, lost };
}

function flipOf([before, now]: Pair): Flip[] {
  if (before.right === now.right) return [];
  return [
    {
      q: now.q,
      change: now.right ? "gained" : "lost",
      ...(before.top === undefined ? {} : { before: before.top }),
      ...(now.top === undefined ? {} : { now: now.top }),
    },
  ];
}

/** The same queries of both, by their words; of a query asked twice the first with the first. */
function pair(before: readonly Judged[], now: readonly Judged[]): Pair[] {
  const waiting = new Map<string, Judged[]>();
  for (const one of before) waiting.set(one.q, [...(waiting.get(one.q) ?? []), one]);
  return now.flatMap((one): Pair[] => {
    const other = waiting.get(one.q)?.shift();
    return other === undefined ? [] : [[other, one]];
  });
}

/**
 * Compares two evaluations query by query.
 * @param baseline name of what is compared with
 */
export function compare(
  before: readonly Judged[],
  now: readonly Judged[],
  { baseline, seed }: { baseline: string; seed: number },
): Comparison {
  const pairs = pair(before, now);
  return {
    baseline,
    n: pairs.length,
    unpaired: before.length + now.length - 2 * pairs.length,
    figures: Object.fromEntries(
      COMPARED.map((name) => [name, pairedFigure(name, pairs, seed)]),
    ) as Comparison["figures"],
    flips: pairs.flatMap(flipOf),
  };
}
