import { isDecidedRight, isInside, type Judgement } from "./judgement.js";

/** What a mistake costs, by the intents it confuses; the last rule that fits counts. */
export interface Costs {
  /** Of a rejected utterance that is in scope: the caller is asked again or handed over. */
  readonly rejected: number;
  /** `*` stands for any intent; of all others an accepted mistake costs 1. */
  readonly rules: readonly { readonly expected: string; readonly predicted: string; readonly cost: number }[];
}

/** A wrong answer counts as four questions back. Only a convention: who knows better says so. */
export const USUAL_COSTS: Costs = { rejected: 0.25, rules: [] };

/**
 * `refund>cancel=5,oos>*=2,rejected=0.5`: intent expected, intent predicted, cost from 0.
 * @returns `undefined` for what is not such a list
 */
export function parseCosts(text: string): Costs | undefined {
  const rules: Costs["rules"][number][] = [];
  let { rejected } = USUAL_COSTS;
  for (const part of text.split(",")) {
    const [, name = "", number = ""] = /^\s*(.+?)\s*=\s*(\d*\.?\d+)\s*$/su.exec(part) ?? [];
    const cost = Number(number);
    const [expected = "", predicted = "", ...rest] = name.split(">").map((piece) => piece.trim());
    if (number === "" || expected === "" || rest.length > 0) return undefined;
    if (predicted !== "") rules.push({ expected, predicted, cost });
    else if (expected === "rejected") rejected = cost;
    else return undefined;
  }
  return { rejected, rules };
}

/** What the decision on an utterance costs: 0 when it is right. */
export function costOf(one: Judgement, { rejected, rules }: Costs): number {
  if (isDecidedRight(one)) return 0;
  if (isInside(one) && !one.accepted) return rejected;
  const fits = (name: string, value: string): boolean => name === "*" || name === value;
  const rule = rules.findLast(
    ({ expected, predicted }) => fits(expected, one.intent) && fits(predicted, one.predicted ?? ""),
  );
  return rule?.cost ?? 1;
}

/** Intents of the rules that no utterance is of and none was taken for, sorted: probably mistyped. */
export function unknownInCosts({ rules }: Costs, judgements: readonly Judgement[]): string[] {
  const known = new Set(["*", ...judgements.flatMap(({ intent, predicted }) => [intent, predicted ?? ""])]);
  const named = rules.flatMap(({ expected, predicted }) => [expected, predicted]);
  return [...new Set(named)].filter((name) => !known.has(name)).sort();
}
