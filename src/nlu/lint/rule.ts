import type { MessageKey, MessageParams } from "../../messages/catalogue.js";
import { KefuError, type Location } from "../../messages/errors.js";
import type { Utterance } from "../data/dataset.js";
import type { NearPair } from "../data/near-duplicates.js";

export const SEVERITIES = ["error", "warning", "info"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** The rules, in the order in which they are listed; what the ids mean stands in docs/nlu-data.md. */
export const NLU_RULE_IDS = [
  "two-intents",
  "near-duplicate",
  "leakage",
  "near-leakage",
  "no-words",
  "entity-conflict",
  "entity-unmarked",
  "too-few",
  "too-uniform",
  "imbalance",
  "too-long",
  "repeated",
  "waiver",
] as const;

export type NluRuleId = (typeof NLU_RULE_IDS)[number];

/** @throws KefuError `usage` for an id that is no rule's */
export function knownRule(id: string): NluRuleId {
  const found = NLU_RULE_IDS.find((one) => one === id);
  if (found !== undefined) return found;
  throw new KefuError("usage", "nlu.lint.unknown-rule", { rule: id, known: NLU_RULE_IDS.join(", ") });
}

/** Something wrong that a rule has seen. */
export interface Hit {
  readonly utterance: Utterance;
  readonly key: MessageKey;
  readonly params: MessageParams;
  /** Where the rule's own severity does not fit this case. */
  readonly severity?: Severity;
  /** Other utterances that have a part in it. */
  readonly related?: readonly Utterance[];
}

/** One thing that is wrong, and where. */
export interface NluFinding {
  readonly rule: NluRuleId;
  readonly severity: Severity;
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly where: Location | undefined;
  /** Not known of a waiver. */
  readonly utterance: Utterance | undefined;
  readonly related: readonly Utterance[];
  /** The same as long as the rule says the same about the same text, wherever it stands. */
  readonly fingerprint: string;
}

/** What rules are given: utterances by file and line, each with its compared form. */
export interface LintData {
  readonly utterances: readonly Utterance[];
  readonly forms: readonly string[];
  /** How many of them are training data; those behind are of the test data. */
  readonly training: number;
  /** Near duplicates among all of them; empty where no rule that runs asks for them. */
  readonly near: readonly NearPair[];
}

export interface NluRule {
  readonly id: NluRuleId;
  readonly severity: Severity;
  /** It asks for near duplicates, which take most of the time. */
  readonly asksNear?: true;
  check(data: LintData): Iterable<Hit>;
}

/** A piece of a text to show, on one line. */
export function shorten(text: string, most = 60): string {
  const line = [...text.replace(/\s+/gu, " ").trim()];
  return line.length <= most ? line.join("") : `${line.slice(0, most - 1).join("")}…`;
}

/** Items by a key, groups in the order in which they come. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
