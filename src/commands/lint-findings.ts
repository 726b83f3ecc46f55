import { formatLocation, type Location } from "../messages/errors.js";
import type { GithubAnnotation } from "../render/github.js";
import type { SarifPlace } from "../render/sarif.js";
import type { Context } from "./context.js";

const SEVERITIES = ["error", "warning", "info"] as const;
type Severity = (typeof SEVERITIES)[number];

/** What every finding of a lint has, whatever it is about. */
interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly where?: Location | undefined;
}

/** How many findings there are of each severity. */
export function countsOf(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

/** Findings of one rule that a screen shows of those that may be left out; more would bury the errors. */
const MOST_SHOWN = 10;

/**
 * What a screen shows: of each rule's findings that may be left out the first ten.
 * @returns the findings shown, and how many are not, by rule
 */
export function forScreen<F extends Finding>(
  findings: readonly F[],
  mayHide: (finding: F) => boolean,
): { shown: F[]; hidden: Map<F["rule"], number> } {
  const seen = new Map<F["rule"], number>();
  const hidden = new Map<F["rule"], number>();
  const shown = findings.filter((finding) => {
    if (!mayHide(finding)) return true;
    const count = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, count);
    if (count > MOST_SHOWN) hidden.set(finding.rule, count - MOST_SHOWN);
    return count <= MOST_SHOWN;
  });
  return { shown, hidden };
}

/** How findings are put into lines. */
interface Wording<F extends { readonly rule: string }> {
  readonly messageOf: (finding: F) => string;
  readonly adviceOf: (rule: F["rule"]) => string;
  /** That there are more findings of a rule than are shown. */
  readonly moreOf: (rule: F["rule"], count: number) => string;
}

/** Findings, errors first and notes last, each under its file, then what to do about each kind; an empty line after each part. */
export function findingLines<F extends Finding>(
  ctx: Context,
  { shown, hidden }: { readonly shown: readonly F[]; readonly hidden: ReadonlyMap<F["rule"], number> },
  toFile: boolean,
  { messageOf, adviceOf, moreOf }: Wording<F>,
): string[] {
  const style = toFile ? undefined : ctx.terminal.style;
  const paint = { error: style?.red, warning: style?.yellow, info: style?.cyan };
  const lines: string[] = [];
  let group = "";
  const rank = ({ severity }: F): number => SEVERITIES.indexOf(severity);
  const sorted = [...shown].sort((a, b) => rank(a) - rank(b));
  for (const finding of sorted) {
    const { where, severity, rule } = finding;
    const title = titleOf(where);
    if (title !== group) lines.push(...(group === "" ? [] : [""]), style?.bold(title) ?? title);
    group = title;
    const place = String(where?.row ?? where?.line ?? where?.page ?? "").padStart(6);
    const level = ctx.t(`common.${severity}`);
    lines.push(`${place}  ${paint[severity]?.(level) ?? level}  ${rule}  ${messageOf(finding)}`);
  }
  if (hidden.size > 0) lines.push("");
  for (const [rule, count] of hidden) lines.push(moreOf(rule, count));
  const rules = new Set(sorted.map(({ rule }) => rule));
  if (rules.size > 0) lines.push("");
  for (const rule of rules) lines.push(`${style?.bold(rule) ?? rule}: ${adviceOf(rule)}`);
  if (rules.size > 0) lines.push("");
  return lines;
}

function titleOf(where: Location | undefined): string {
  if (where === undefined) return "–";
  const { file, sheet } = where;
  return formatLocation({ file, ...(sheet === undefined ? {} : { sheet }) });
}

/** SARIF's names of severities. */
export const SARIF_LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** A place as SARIF has it: a table's row is its line. */
export function sarifPlace(where: Location | undefined): SarifPlace {
  const { file, sheet, row, line, column, page }: Location = where ?? { file: "" };
  const at = row ?? line;
  return {
    file,
    ...(at === undefined ? {} : { line: at }),
    ...(column === undefined ? {} : { column }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(page === undefined ? {} : { page }),
  };
}

/** @param shown path of a source as the repository has it */
export function githubAnnotation(
  { severity, rule, where }: Finding,
  message: string,
  shown: (file: string) => string = (file) => file,
): GithubAnnotation {
  const line = where?.row ?? where?.line;
  return {
    level: severity === "info" ? "notice" : severity,
    title: rule,
    message,
    ...(where === undefined ? {} : { file: shown(where.file) }),
    ...(line === undefined ? {} : { line }),
  };
}
