import type { Translate } from "../../messages/catalogue.js";
import { formatLocation, type Location } from "../../messages/errors.js";
import { shorten, SEVERITIES, type NluFinding, type NluRuleId, type Severity } from "../../nlu/lint/rule.js";
import { NLU_RULES } from "../../nlu/lint/run.js";
import type { Accepted } from "../../nlu/lint/waivers.js";
import { renderGithub, type GithubAnnotation } from "../../render/github.js";
import { renderSarif, type SarifPlace, type SarifResult } from "../../render/sarif.js";
import type { Context } from "../context.js";
import type { NluLintOutput } from "./data-schemas.js";

/** What all outputs are made of. */
export interface LintAbout {
  readonly findings: readonly NluFinding[];
  readonly waived: readonly Accepted[];
  readonly rules: readonly NluRuleId[];
  readonly utterances: number;
  /** Of the test data. */
  readonly tested: number;
  readonly version: string;
}

function countsOf(findings: readonly NluFinding[]): Record<Severity, number> {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

/** One line: findings by severity, utterances and rules. */
export function summaryOf(t: Translate, { findings, waived, utterances, rules }: LintAbout): string {
  const { error: errors, warning: warnings, info: infos } = countsOf(findings);
  const rest = { waived: waived.length, utterances, rules: rules.length };
  return t("nlu.lint.summary", { errors, warnings, infos, ...rest });
}

/** What `--json` prints. */
function findingDocument(t: Translate, finding: NluFinding): NluLintOutput["findings"][number] {
  const { rule, severity, key, params, where, utterance, related, fingerprint } = finding;
  return {
    ...{ rule, severity, message: t(key, params), ...(where === undefined ? {} : { where }) },
    ...(utterance === undefined ? {} : { text: utterance.text, intent: utterance.intent }),
    related: related.map(({ text, intent, where: at }) => ({
      text,
      intent,
      ...(at === undefined ? {} : { where: at }),
    })),
    fingerprint,
  };
}

export function lintDocument(t: Translate, about: LintAbout): NluLintOutput {
  const { findings, waived, rules, utterances, tested } = about;
  return {
    ...{ utterances, tested, rules: [...rules], counts: { ...countsOf(findings), waived: waived.length } },
    findings: findings.map((finding) => findingDocument(t, finding)),
    waived: waived.map(({ finding, reason }) => ({ ...findingDocument(t, finding), reason })),
  };
}

/** Findings of one rule that a screen shows; errors are shown whole. */
const SHOWN = 10;

function forScreen(findings: readonly NluFinding[]): { shown: NluFinding[]; hidden: Map<NluRuleId, number> } {
  const seen = new Map<NluRuleId, number>();
  const hidden = new Map<NluRuleId, number>();
  const shown = findings.filter(({ rule, severity }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    if (severity === "error" || count <= SHOWN) return true;
    hidden.set(rule, count - SHOWN);
    return false;
  });
  return { shown, hidden };
}

/** Places of the others: a line of the same file, or the other file's name with it. */
function relatedText(related: NluFinding["related"], here: Location | undefined): string {
  const places = related.flatMap(({ where }) => {
    if (where === undefined) return [];
    const { file, ...place } = where;
    return [formatLocation({ file: file === here?.file ? "" : file, ...place })];
  });
  return places.length === 0 ? "" : ` (${places.join(", ")})`;
}

/**
 * Findings, errors first and notes last, each by file, then what to do about each kind, then the counts.
 * @param whole every finding, not only the first of each rule
 */
export function lintText(ctx: Context, about: LintAbout, toFile: boolean, whole: boolean): string {
  const { t } = ctx;
  const { findings } = about;
  const { shown, hidden } = whole
    ? { shown: [...findings], hidden: new Map<NluRuleId, number>() }
    : forScreen(findings);
  const style = toFile ? undefined : ctx.terminal.style;
  const paint = { error: style?.red, warning: style?.yellow, info: style?.cyan };
  const lines: string[] = [];
  let group = "";
  for (const finding of shown.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))) {
    const { where, severity, rule, key, params, related } = finding;
    const title =
      where === undefined
        ? "–"
        : formatLocation({ file: where.file, ...(where.sheet === undefined ? {} : { sheet: where.sheet }) });
    if (title !== group) lines.push(...(group === "" ? [] : [""]), style?.bold(title) ?? title);
    group = title;
    const place = String(where?.row ?? where?.line ?? "").padStart(6);
    const level = t(`common.${severity}`);
    lines.push(
      `${place}  ${paint[severity]?.(level) ?? level}  ${rule}  ${t(key, params)}${relatedText(related, where)}`,
    );
  }
  if (hidden.size > 0) lines.push("");
  for (const [rule, count] of hidden) lines.push(t("nlu.lint.more", { rule, count }));
  const rules = new Set(shown.map(({ rule }) => rule));
  if (rules.size > 0) lines.push("");
  for (const rule of rules) lines.push(`${style?.bold(rule) ?? rule}: ${t(`nlu.lint.${rule}.advice`)}`);
  if (rules.size > 0) lines.push("");
  lines.push(summaryOf(t, about));
  return `${lines.join("\n")}\n`;
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

function placeIn(where: Location | undefined): SarifPlace {
  const { file, sheet, row, line } = where ?? { file: "" };
  const at = row ?? line;
  return { file, ...(at === undefined ? {} : { line: at }), ...(sheet === undefined ? {} : { sheet }) };
}

/** SARIF 2.1.0. */
/** SARIF 2.1.0 with waived findings as suppressed ones. */
export function lintSarif(t: Translate, { findings, waived, rules, version }: LintAbout): string {
  const resultOf = (finding: NluFinding, reason?: string): SarifResult => {
    const { rule, severity, key, params, where, related, fingerprint } = finding;
    return {
      ...{ ruleId: rule, level: LEVELS[severity], message: t(key, params), place: placeIn(where), fingerprint },
      related: related
        .filter((one) => one.where !== undefined)
        .map((one) => ({ place: placeIn(one.where), message: shorten(one.text) })),
      ...(reason === undefined ? {} : { accepted: { reason, inSource: false } }),
    };
  };
  return renderSarif({
    version,
    rules: NLU_RULES.filter(({ id }) => rules.includes(id)).map(({ id, severity }) => ({
      ...{ id, level: LEVELS[severity], summary: t(`nlu.lint.${id}.what`), help: t(`nlu.lint.${id}.advice`) },
    })),
    results: [
      ...findings.map((finding) => resultOf(finding)),
      ...waived.map(({ finding, reason }) => resultOf(finding, reason)),
    ],
  });
}

export function lintGithub(t: Translate, about: LintAbout): string {
  const annotations = about.findings.map(({ rule, severity, key, params, where, related }): GithubAnnotation => {
    const line = where?.row ?? where?.line;
    return {
      ...{ level: severity === "info" ? "notice" : severity, title: rule },
      message: `${t(key, params)}${relatedText(related, where)}`,
      ...(where === undefined ? {} : { file: where.file }),
      ...(line === undefined ? {} : { line }),
    };
  });
  return renderGithub(annotations, summaryOf(t, about));
}
