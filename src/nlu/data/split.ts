import { createHash } from "node:crypto";
import type { Utterance } from "./dataset.js";
import { comparedForms, nearDuplicates, type Likeness } from "./near-duplicates.js";
import { compareText } from "../order.js";

/** A set of twins: numbers of utterances that go to one side together. */
type Group = readonly number[];

/**
 * Utterances in groups of near duplicates and of what is the same but for case, script and punctuation, across intents too;
 * most groups hold one.
 */
async function groupsOf(utterances: readonly Utterance[], likeness: Likeness): Promise<Group[]> {
  const texts = utterances.map(({ text }) => text);
  const forms = await comparedForms(texts, likeness);
  const parent = Int32Array.from(utterances.keys());
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] = parent[parent[top]!]!;
    return top;
  };
  const first = new Map<string, number>();
  for (const [at, form] of forms.entries()) {
    const twin = first.get(form);
    if (twin === undefined) first.set(form, at);
    else parent[root(at)] = root(twin);
  }
  for (const { a, b } of await nearDuplicates(texts, forms, likeness)) parent[root(b)] = root(a);
  const groups = new Map<number, number[]>();
  for (const at of utterances.keys()) {
    const group = groups.get(root(at));
    if (group === undefined) groups.set(root(at), [at]);
    else group.push(at);
  }
  return [...groups.values()];
}

/** Which part each utterance goes to; near duplicates go together. */
export interface Split {
  /** The part of each utterance. */
  readonly parts: Int32Array;
  /** Groups of more than one utterance. */
  readonly groups: number;
  /** Utterances in those groups. */
  readonly grouped: number;
}

export interface SplitOptions extends Likeness {
  /** Wanted share of each part; they add up to 1. */
  readonly shares: readonly number[];
  readonly seed: number;
}

/**
 * Gives each group to the part that lacks most of what it holds. Large groups choose first, the others in an order that follows
 * from the seed and their words alone, so that the order of the data does not matter.
 */
function allot(groups: readonly Group[], utterances: readonly Utterance[], { shares, seed }: SplitOptions): Int32Array {
  const key = (group: Group): string => {
    const words = group.map((at) => `${utterances[at]!.intent}\0${utterances[at]!.text}`).sort(compareText);
    return createHash("sha256")
      .update(`${seed}\0${words.join("\0")}`)
      .digest("hex");
  };
  const ordered = groups
    .map((group) => ({ group, key: key(group) }))
    .sort((a, b) => b.group.length - a.group.length || compareText(a.key, b.key));
  const totals = new Map<string, number>();
  for (const { intent } of utterances) totals.set(intent, (totals.get(intent) ?? 0) + 1);
  const lacking = shares.map((share) => new Map([...totals].map(([intent, n]) => [intent, share * n])));
  const room = shares.map((share) => share * utterances.length);
  const parts = new Int32Array(utterances.length);
  for (const { group } of ordered) {
    const wanted = lacking.map((need) => group.reduce((sum, at) => sum + need.get(utterances[at]!.intent)!, 0));
    let best = 0;
    for (let part = 1; part < shares.length; part++) {
      // Sums of shares differ in their last bits; what is the same but for these is equal.
      const more = wanted[part]! - wanted[best]!;
      if (more > 1e-9 || (more > -1e-9 && room[part]! > room[best]! + 1e-9)) best = part;
    }
    for (const at of group) {
      const need = lacking[best]!;
      const { intent } = utterances[at]!;
      need.set(intent, need.get(intent)! - 1);
      room[best]!--;
      parts[at] = best;
    }
  }
  return parts;
}

/**
 * Divides utterances so that each part has its share of every intent and near duplicates stay on one side. The same utterances in
 * any order, with the same seed, are divided in the same way.
 */
export async function splitUtterances(utterances: readonly Utterance[], options: SplitOptions): Promise<Split> {
  const groups = await groupsOf(utterances, options);
  const twins = groups.filter(({ length }) => length > 1);
  return {
    parts: allot(groups, utterances, options),
    groups: twins.length,
    grouped: twins.reduce((sum, { length }) => sum + length, 0),
  };
}
