import { pairByKey, pairedFigure, type PairedFigure } from "../../stats/paired.js";
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

/** A question that is right in one run and wrong in the other; `before` and `now` are the first entries. */
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

/** What of an outcome a comparison needs; `rank` is absent where no expected entry was found. */
export function judge(outcome: Outcome): Judged {
  const { query, decision, right, top } = outcome;
  const rank = rankOf(outcome);
  return {
    q: query.q,
    inScope: isInScope(outcome),
    decision,
    right,
    answered: isRightAnswer(outcome),
    ...(rank === Infinity ? {} : { rank }),
    ...(top === undefined ? {} : { top: { id: top.id, question: top.question } }),
  };
}

type Pair = readonly [before: Judged, now: Judged];

/** Queries are right or wrong but for their reciprocal rank. */
function comparedFigure(name: ComparedFigure, pairs: readonly Pair[], seed: number): PairedFigure | null {
  const values = pairs.flatMap(([before, now]): [number, number][] => {
    const [a, b] = [VALUES[name](before), VALUES[name](now)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return pairedFigure(values, createRandom(seed).fork(`compare/${name}`), name === "mrr" ? "bootstrap" : "exact");
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

/**
 * Compares two evaluations query by query.
 * @param baseline name of what is compared with
 */
export function compare(
  before: readonly Judged[],
  now: readonly Judged[],
  { baseline, seed }: { baseline: string; seed: number },
): Comparison {
  const pairs = pairByKey(before, now, ({ q }) => q);
  return {
    baseline,
    n: pairs.length,
    unpaired: before.length + now.length - 2 * pairs.length,
    figures: Object.fromEntries(
      COMPARED.map((name) => [name, comparedFigure(name, pairs, seed)]),
    ) as Comparison["figures"],
    flips: pairs.flatMap(flipOf),
  };
}
