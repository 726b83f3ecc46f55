import { KefuError } from "../../messages/errors.js";
import type { WorkspaceLintConfig } from "./config.js";
import { isRuleId, RULE_IDS, type RuleId } from "./rule-ids.js";
import { RULES } from "./registry.js";
import type { LintRule, RuleOptions, Severity } from "./rule.js";
import type { Waiver } from "./waivers.js";

/** What is known to be right although it looks wrong. */
export interface AllowList {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** Pieces of text that no rule of wording minds. */
  readonly words: readonly string[];
}

/** A rule that is to be run, with what is set for it. */
export interface ActiveRule {
  readonly rule: LintRule;
  readonly options: RuleOptions;
  /** Set for every finding of the rule; without it, the rule's own. */
  readonly severity?: Severity;
}

/** `lint` of kefu.yaml with the defaults of what it leaves out. */
export interface LintSettings {
  readonly rules: readonly ActiveRule[];
  readonly allow: AllowList;
  readonly waivers: readonly Waiver[];
}

function unknownRule(id: string): KefuError {
  return new KefuError("usage", "kb.lint.unknown-rule", { rule: id, known: RULE_IDS.join(", ") });
}

/** @throws KefuError `usage` for an id that is no rule's */
function checkRuleIds(ids: readonly string[]): RuleId[] {
  return ids.map((id) => {
    if (!isRuleId(id)) throw unknownRule(id);
    return id;
  });
}

function checkOption(rule: LintRule, name: string, value: unknown): void {
  const known = rule.options ?? {};
  const sample = known[name];
  if (sample === undefined) {
    const names = Object.keys(known).join(", ");
    throw new KefuError("usage", "kb.lint.unknown-option", { rule: rule.id, option: name, known: names || "–" });
  }
  const fits = Array.isArray(sample)
    ? Array.isArray(value) && value.every((item) => typeof item === "string")
    : typeof value === typeof sample;
  if (!fits)
    throw new KefuError("usage", "kb.lint.bad-option", { rule: rule.id, option: name, sample: String(sample) });
}

function activate(rule: LintRule, set: NonNullable<WorkspaceLintConfig["rules"]>[string] | undefined): ActiveRule[] {
  const options = rule.options ?? {};
  if (set === undefined) return [{ rule, options }];
  if (set === "off") return [];
  if (typeof set === "string") return [{ rule, options, severity: set }];
  const { severity, ...own } = set;
  if (severity === "off") return [];
  for (const [name, value] of Object.entries(own)) checkOption(rule, name, value);
  return [{ rule, options: { ...options, ...own } as RuleOptions, ...(severity === undefined ? {} : { severity }) }];
}

/**
 * What is to be run.
 * @param only ids given on the command line: these alone, even where the settings turn them off
 * @throws KefuError `usage` for unknown rules and options
 */
export function lintSettings(config: WorkspaceLintConfig, only?: readonly string[]): LintSettings {
  const { rules = {}, allow = {}, waivers = [] } = config;
  checkRuleIds(Object.keys(rules));
  checkRuleIds(waivers.map(({ rule }) => rule));
  const wanted = only === undefined ? undefined : checkRuleIds(only);
  const active = RULES.flatMap((rule) => {
    if (wanted === undefined) return activate(rule, rules[rule.id]);
    if (!wanted.includes(rule.id)) return [];
    const [found] = activate(rule, rules[rule.id]);
    return [found ?? { rule, options: rule.options ?? {} }];
  });
  return {
    rules: active,
    allow: { phones: allow.phones ?? [], emails: allow.emails ?? [], words: allow.words ?? [] },
    waivers: waivers.map((waiver) => ({ ...waiver, rule: waiver.rule as RuleId })),
  };
}
