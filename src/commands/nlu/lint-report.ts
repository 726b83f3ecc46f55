import type { Translate } from "../../messages/catalogue.js";
import { formatLocation, type Location } from "../../messages/errors.js";
import { shorten, type NluFinding, type NluRuleId } from "../../nlu/lint/rule.js";
import { NLU_RULES } from "../../nlu/lint/run.js";
import type { Accepted } from "../../nlu/lint/waivers.js";
import { renderGithub } from "../../render/github.js";
import { renderSarif, type SarifResult } from "../../render/sarif.js";
import type { Context } from "../context.js";
import { countsOf, findingLines, forScreen, githubAnnotation, SARIF_LEVELS, sarifPlace } from "../lint-findings.js";
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

/** Places of the others: a line of the same file, or the other file's name with it. */
function relatedText(related: NluFinding["related"], here: Location | undefined): string {
  const places = related.flatMap(({ where }) => {
    if (where === undefined) return [];
    const { file, ...place } = where;
    return [formatLocation({ file: file === here?.file ? "" : file, ...place })];
  });
  return places.length === 0 ? "" : ` (${places.join(", ")})`;
}

const withPlaces = (t: Translate, { key, params, where, related }: NluFinding): string =>
  `${t(key, params)}${relatedText(related, where)}`;

/**
 * Findings, errors first and notes last, each by file, then what to do about each kind, then the counts.
 * @param whole every finding, not only the first of each rule
 */
export function lintText(ctx: Context, about: LintAbout, toFile: boolean, whole: boolean): string {
  const { t } = ctx;
  const { findings } = about;
  const all = { shown: findings, hidden: new Map<NluRuleId, number>() };
  const screen = whole ? all : forScreen(findings, ({ severity }) => severity !== "error");
  const lines = findingLines(ctx, screen, toFile, {
    messageOf: (finding) => withPlaces(t, finding),
    adviceOf: (rule) => t(`nlu.lint.${rule}.advice`),
    moreOf: (rule, count) => t("nlu.lint.more", { rule, count }),
  });
  lines.push(summaryOf(t, about));
  return `${lines.join("\n")}\n`;
}

/** SARIF 2.1.0 with waived findings as suppressed ones. */
export function lintSarif(t: Translate, { findings, waived, rules, version }: LintAbout): string {
  const resultOf = (finding: NluFinding, reason?: string): SarifResult => {
    const { rule, severity, key, params, where, related, fingerprint } = finding;
    return {
      ...{
        ruleId: rule,
        level: SARIF_LEVELS[severity],
        message: t(key, params),
        place: sarifPlace(where),
        fingerprint,
      },
      related: related
        .filter((one) => one.where !== undefined)
        .map((one) => ({ place: sarifPlace(one.where), message: shorten(one.text) })),
      ...(reason === undefined ? {} : { accepted: { reason, inSource: false } }),
    };
  };
  return renderSarif({
    version,
    rules: NLU_RULES.filter(({ id }) => rules.includes(id)).map(({ id, severity }) => ({
      ...{ id, level: SARIF_LEVELS[severity], summary: t(`nlu.lint.${id}.what`), help: t(`nlu.lint.${id}.advice`) },
    })),
    results: [
      ...findings.map((finding) => resultOf(finding)),
      ...waived.map(({ finding, reason }) => resultOf(finding, reason)),
    ],
  });
}

export function lintGithub(t: Translate, about: LintAbout): string {
  const annotations = about.findings.map((finding) => githubAnnotation(finding, withPlaces(t, finding)));
  return renderGithub(annotations, summaryOf(t, about));
}
