import type { FaqEntry } from "../../kb/entry.js";
import { placeOf } from "../../kb/formats/draft.js";
import type { SourceFix } from "../../kb/lint/fix/fix-source.js";
import type { Field } from "../../kb/lint/rule.js";
import type { RuleId } from "../../kb/lint/rule-ids.js";
import { RULES } from "../../kb/lint/registry.js";
import type { Finding, LintResult } from "../../kb/lint/run.js";
import type { Translate } from "../../messages/catalogue.js";
import type { Location } from "../../messages/errors.js";
import { renderGithub } from "../../render/github.js";
import { renderSarif, type SarifReplacement, type SarifResult } from "../../render/sarif.js";
import type { Context } from "../context.js";
import { countsOf, findingLines, forScreen, githubAnnotation, SARIF_LEVELS, sarifPlace } from "../lint-findings.js";
import { channelName, inWords } from "./lint-words.js";
import type { KbLintOutput } from "./lint-schemas.js";

/** What the outputs say more than the findings. */
export interface LintAbout {
  readonly at: string;
  readonly version: string;
  readonly fixes?: { readonly dryRun: boolean; readonly sources: readonly SourceFix[] };
}

function fieldName(t: Translate, field: Field | undefined, entry: FaqEntry | undefined): string {
  if (field === undefined) return "";
  if (field.kind === "question") return t("kb.lint.field.question");
  if (field.kind === "similar") return t("kb.lint.field.similar", { n: field.at + 1 });
  const { channel, locale, tier } = entry?.answers[field.at] ?? {};
  const name = channel === undefined ? undefined : channelName(t, channel);
  const variant = [name, locale, tier].filter((part) => part !== undefined).join(", ");
  return `${t("kb.lint.field.answer")}${variant === "" ? "" : ` [${variant}]`}`;
}

/** `answer: nothing but signs: “-”` */
function messageOf(t: Translate, { field, entry, key, params }: Finding): string {
  const name = fieldName(t, field, entry);
  return `${name === "" ? "" : `${name}: `}${t(key, inWords(t, params))}`;
}

/** The message with the entry that it is about. */
function withEntry(t: Translate, finding: Finding): string {
  return `${messageOf(t, finding)}${finding.entry === undefined ? "" : ` [${finding.entry.id}]`}`;
}

/** One line: findings by severity, waived ones, entries and rules. */
export function summaryOf(t: Translate, result: LintResult): string {
  const { error: errors, warning: warnings, info: infos } = countsOf(result.findings);
  const rest = { waived: result.waived.length, entries: result.entries, rules: result.rules.length };
  return t("kb.lint.summary", { errors, warnings, infos, ...rest });
}

function relatedOf(entry: FaqEntry): { id: string; question: string; where: Location } {
  return { id: entry.id, question: entry.question, where: placeOf(entry.source) };
}

function findingDocument(t: Translate, finding: Finding): KbLintOutput["findings"][number] {
  const { rule, severity, where, entry, field, related, fix, fingerprint } = finding;
  return {
    rule,
    severity,
    message: messageOf(t, finding),
    where,
    ...(entry === undefined ? {} : { entry: { id: entry.id, question: entry.question } }),
    ...(field === undefined
      ? {}
      : { field: { kind: field.kind, ...(field.kind === "question" ? {} : { index: field.at }) } }),
    related: related.map(relatedOf),
    ...(fix === undefined ? {} : { fix }),
    fingerprint,
  };
}

/** What `--json` prints. */
export function lintDocument(t: Translate, result: LintResult, about: LintAbout): KbLintOutput {
  const { error, warning, info } = countsOf(result.findings);
  const { fixes } = about;
  return {
    at: about.at,
    entries: result.entries,
    rules: [...result.rules],
    counts: { error, warning, info, waived: result.waived.length },
    findings: result.findings.map((finding) => findingDocument(t, finding)),
    waived: result.waived.map(({ finding, reason }) => ({ ...findingDocument(t, finding), reason })),
    notes: result.notes.map(({ key, params }) => t(key, params)),
    ...(fixes === undefined
      ? {}
      : {
          fixes: {
            dryRun: fixes.dryRun,
            sources: fixes.sources.map(({ file, fixed, refused }) => ({ file, fixed, refused: { ...refused } })),
          },
        }),
  };
}

/**
 * Findings, errors first and notes last, each by file, then what to do about each kind, then the counts.
 * @param whole every note, not only the first of each rule
 */
export function lintText(ctx: Context, result: LintResult, toFile: boolean, whole: boolean): string {
  const { t } = ctx;
  const all = { shown: result.findings, hidden: new Map<RuleId, number>() };
  const screen = whole ? all : forScreen(result.findings, ({ severity }) => severity === "info");
  const lines = findingLines(ctx, screen, toFile, {
    messageOf: (finding) => withEntry(t, finding),
    adviceOf: (rule) => t(`kb.lint.${rule}.advice`),
    moreOf: (rule, count) => t("kb.lint.more", { rule, count }),
  });
  lines.push(
    result.findings.length > 0 || result.waived.length > 0
      ? summaryOf(t, result)
      : t("kb.lint.clean", { entries: result.entries, rules: result.rules.length }),
  );
  return `${lines.join("\n")}\n`;
}

/** Fixes of findings as replacements in their files, by fingerprint. */
export type Replacements = ReadonlyMap<string, readonly SarifReplacement[]>;

/**
 * SARIF 2.1.0 with waived findings as suppressed ones.
 * @param fixes by the fingerprint of a finding, what --fix would write
 */
export function lintSarif(t: Translate, result: LintResult, about: LintAbout, fixes: Replacements): string {
  const rules = RULES.filter(({ id }) => result.rules.includes(id)).map(({ id, severity }) => ({
    id,
    level: SARIF_LEVELS[severity],
    summary: t(`kb.lint.${id}.what`),
    help: t(`kb.lint.${id}.advice`),
  }));
  const resultOf = (finding: Finding, accepted?: SarifResult["accepted"]): SarifResult => {
    const { rule: ruleId, severity, where, related, fingerprint } = finding;
    const replacements = fixes.get(fingerprint);
    return {
      ruleId,
      level: SARIF_LEVELS[severity],
      message: messageOf(t, finding),
      place: sarifPlace(where),
      fingerprint,
      related: related.map((entry) => ({ place: sarifPlace(placeOf(entry.source)), message: entry.question })),
      fix: replacements === undefined ? undefined : { description: t("kb.lint.fixable"), replacements },
      accepted,
    };
  };
  const results = [
    ...result.findings.map((finding) => resultOf(finding)),
    ...result.waived.map(({ finding, reason, inSource }) => resultOf(finding, { reason, inSource })),
  ];
  return renderSarif({ version: about.version, rules, results });
}

/** @param shown path of a source as the repository has it */
export function lintGithub(t: Translate, result: LintResult, shown: (file: string) => string): string {
  const annotations = result.findings.map((finding) => githubAnnotation(finding, withEntry(t, finding), shown));
  return renderGithub(annotations, summaryOf(t, result));
}
