import { createHash } from "node:crypto";
import type { Dataset, Utterance } from "../data/dataset.js";
import { comparedForms, nearDuplicates, type Likeness } from "../data/near-duplicates.js";
import { compareText } from "../order.js";
import { imbalance, noWords, tooFew, tooLong } from "./amounts.js";
import { entityConflict, entityUnmarked } from "./entity-marks.js";
import { leakage, nearDuplicate, nearLeakage, repeated, tooUniform, twoIntents } from "./likeness.js";
import { waiver } from "./waivers.js";
import {
  knownRule,
  NLU_RULE_IDS,
  type LintData,
  type NluFinding,
  type NluRule,
  type NluRuleId,
  type Severity,
} from "./rule.js";

const ALL: readonly NluRule[] = [
  ...[twoIntents, nearDuplicate, leakage, nearLeakage, noWords, entityConflict, entityUnmarked],
  ...[tooFew, tooUniform, imbalance, tooLong, repeated, waiver],
];

/** Every rule, in the order of {@link NLU_RULE_IDS}. */
export const NLU_RULES: readonly NluRule[] = NLU_RULE_IDS.map((id) => ALL.find((rule) => rule.id === id)!);

/** A rule and the level that it has here. */
export interface ActiveRule {
  readonly rule: NluRule;
  readonly severity: Severity;
  /** Set by hand: then no rule's own idea of a case counts. */
  readonly fixed: boolean;
}

/**
 * The rules that are to run.
 * @param levels `nlu.lint.rules` of kefu.yaml
 * @param only ids of a command line; they run even where kefu.yaml switches them off
 * @throws KefuError `usage` for an id that there is not
 */
export function activeRules(
  levels: Readonly<Record<string, Severity | "off">>,
  only: readonly string[] | undefined,
): ActiveRule[] {
  for (const id of [...Object.keys(levels), ...(only ?? [])]) knownRule(id);
  return NLU_RULES.filter(({ id }) => (only === undefined ? levels[id] !== "off" : only.includes(id))).map((rule) => {
    const level = levels[rule.id];
    const set = level !== undefined && level !== "off";
    return { rule, severity: set ? level : rule.severity, fixed: set };
  });
}

function lineOf({ where }: Utterance): number {
  return where?.row ?? where?.line ?? 0;
}

function byPlace(a: Utterance, b: Utterance): number {
  return (
    compareText(a.where?.file ?? "", b.where?.file ?? "") ||
    lineOf(a) - lineOf(b) ||
    compareText(a.text, b.text) ||
    compareText(a.intent, b.intent)
  );
}

async function dataOf(
  training: readonly Dataset[],
  test: readonly Dataset[],
  rules: readonly ActiveRule[],
  likeness: Likeness,
): Promise<LintData> {
  const sorted = (sets: readonly Dataset[]): Utterance[] => sets.flatMap((set) => set.utterances).sort(byPlace);
  const train = sorted(training);
  const utterances = [...train, ...sorted(test)];
  const texts = utterances.map(({ text }) => text);
  const forms = await comparedForms(texts, likeness);
  const near = rules.some(({ rule }) => rule.asksNear) ? await nearDuplicates(texts, forms, likeness) : [];
  return { utterances, forms, training: train.length, near };
}

/**
 * What is wrong with training data, and with test data beside it. Findings come by file, place and rule; the order of files does
 * not matter.
 */
export async function lintTrainingData(
  training: readonly Dataset[],
  test: readonly Dataset[],
  rules: readonly ActiveRule[],
  likeness: Likeness,
): Promise<NluFinding[]> {
  const data = await dataOf(training, test, rules, likeness);
  const findings: (NluFinding & { readonly utterance: Utterance })[] = [];
  for (const { rule, severity, fixed } of rules) {
    for (const hit of rule.check(data)) {
      const { utterance, key, params, related = [] } = hit;
      const hash = createHash("sha256").update(
        [rule.id, utterance.intent, utterance.text, JSON.stringify(params)].join("\0"),
      );
      findings.push({
        rule: rule.id,
        severity: fixed ? severity : (hit.severity ?? severity),
        key,
        params,
        where: utterance.where,
        utterance,
        related,
        fingerprint: hash.digest("hex").slice(0, 32),
      });
    }
  }
  const order = (id: NluRuleId): number => NLU_RULE_IDS.indexOf(id);
  return findings.sort((a, b) => byPlace(a.utterance, b.utterance) || order(a.rule) - order(b.rule));
}
