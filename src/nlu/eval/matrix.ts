import { OUT_OF_SCOPE } from "../data/dataset.js";
import type { Evaluation } from "./evaluation.js";
import { isInside, type Judgement } from "./judgement.js";

/** What was decided at the operating point, by what would have been right. */
export interface Matrix {
  /** Intents of the columns, and of the rows in the same order; what is out of scope has a row after them where there is any. */
  readonly intents: readonly string[];
  /** Intents in all. */
  readonly total: number;
  readonly rows: readonly {
    readonly name: string;
    /** By intent, then intents that are left out, then rejected. */
    readonly cells: readonly number[];
  }[];
}

/** Intents in the costliest confusions. */
function chosen({ intents, confusions }: Evaluation, most: number): string[] {
  const names = intents.map(({ intent }) => intent);
  if (names.length <= most) return names;
  const kept = new Set<string>();
  for (const { expected, predicted } of confusions) {
    for (const name of [expected, predicted]) {
      if (name !== undefined && names.includes(name) && kept.size < most) kept.add(name);
    }
  }
  return names.filter((name) => kept.has(name));
}

/** @param most intents to show */
export function matrixOf(evaluation: Evaluation, most: number): Matrix {
  const intents = chosen(evaluation, most);
  const at = new Map(intents.map((name, column) => [name, column]));
  const { utterances } = evaluation;
  const rowOf = (name: string, own: readonly Judgement[]): Matrix["rows"][number] => {
    const cells = Array<number>(intents.length + 2).fill(0);
    for (const { accepted, predicted } of own) {
      const column = accepted ? (at.get(predicted ?? "") ?? intents.length) : intents.length + 1;
      cells[column]!++;
    }
    return { name, cells };
  };
  const outside = utterances.filter((one) => !isInside(one));
  return {
    intents,
    total: evaluation.intents.length,
    rows: [
      ...intents.map((name) =>
        rowOf(
          name,
          utterances.filter(({ intent }) => intent === name),
        ),
      ),
      ...(outside.length === 0 ? [] : [rowOf(OUT_OF_SCOPE, outside)]),
    ],
  };
}
