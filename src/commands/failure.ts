import type { Translate } from "../messages/catalogue.js";
import { KefuError, formatLocation } from "../messages/errors.js";
import type { ErrorKind, Issue, Location } from "../messages/errors.js";
import type { Terminal } from "../adapters/terminal/terminal.js";

/** One exit code for each way a command can end; docs/exit-codes.md is this table. */
export const EXIT_CODES: Readonly<Record<ErrorKind | "done", number>> = {
  done: 0,
  findings: 1,
  usage: 2,
  input: 3,
  unavailable: 4,
  internal: 5,
  interrupted: 130,
};

/** `file:line: warning: text`, one line. */
export function issueLine(issue: Issue, t: Translate, style: Terminal["noteStyle"]): string {
  const paint = { error: style.red, warning: style.yellow, info: style.cyan }[issue.severity];
  const place = issue.where === undefined ? "" : `${style.bold(formatLocation(issue.where))}: `;
  return `${place}${paint(t(`common.${issue.severity}`))}: ${t(issue.key, issue.params)}`;
}

/** An issue as `--json` documents hold it. */
export function issueDocument(
  issue: Issue,
  t: Translate,
): {
  severity: Issue["severity"];
  code: string;
  message: string;
  where?: Location;
} {
  return {
    severity: issue.severity,
    code: issue.key,
    message: t(issue.key, issue.params),
    ...(issue.where === undefined ? {} : { where: issue.where }),
  };
}

/** What was thrown, as an error of ours: a prompt that was left is an interrupt, anything unknown is `internal`. */
export function asKefuError(thrown: unknown): KefuError {
  if (thrown instanceof KefuError) return thrown;
  if (thrown instanceof Error && thrown.name === "ExitPromptError")
    return new KefuError("interrupted", "common.interrupted");
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new KefuError("internal", "common.internal", { message }, { cause: thrown });
}

/** A failure as `--json` prints it. */
export function failureDocument(thrown: unknown, t: Translate): { error: Record<string, unknown> } {
  const { kind, key, params, where, hint, issues } = asKefuError(thrown);
  return {
    error: {
      kind,
      exitCode: EXIT_CODES[kind],
      code: key,
      message: t(key, params),
      ...(where === undefined ? {} : { where }),
      ...(hint === undefined ? {} : { hint: t(hint.key, hint.params) }),
      issues: issues.map((issue) => issueDocument(issue, t)),
    },
  };
}

/** Lines of one kind about one file that are shown; all of them are in the --json document. */
export const SHOWN_EACH = 5;

/**
 * Issues, a line each: of many alike only the first {@link SHOWN_EACH}; a note among them is what to do about the error before it.
 * @param say takes each line
 */
export function sayIssues(
  issues: readonly Issue[],
  { style, t, say }: { style: Terminal["noteStyle"]; t: Translate; say: (line: string) => void },
): void {
  const kindOf = ({ key, where }: Issue): string => `${key}\0${where?.file ?? ""}`;
  const counts = new Map<string, number>();
  for (const issue of issues) counts.set(kindOf(issue), (counts.get(kindOf(issue)) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const issue of issues) {
    const kind = kindOf(issue);
    const at = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, at);
    if (issue.severity === "info") {
      const { where, key, params } = issue;
      const place = where === undefined ? "" : `${style.bold(formatLocation(where))}: `;
      say(`${place}${style.cyan(t("common.hint"))}: ${t(key, params)}`);
      continue;
    }
    if (at <= SHOWN_EACH) say(issueLine(issue, t, style));
    const hidden = (counts.get(kind) ?? 0) - SHOWN_EACH;
    if (at === SHOWN_EACH && hidden > 0) say(t("common.more-of-kind", { count: hidden }));
  }
}

/**
 * Says what went wrong, where and what to do next, on stderr; with --json also as the one document on stdout.
 * @returns the exit code
 */
export function reportFailure(
  thrown: unknown,
  terminal: Terminal,
  t: Translate,
  options: { json: boolean; debug: boolean },
): number {
  const error = asKefuError(thrown);
  const style = terminal.noteStyle;
  sayIssues(error.issues, { style, t, say: (line) => terminal.alert(line) });
  const { where, params, key, hint } = error;
  terminal.alert(issueLine({ severity: "error", key, params, ...(where === undefined ? {} : { where }) }, t, style));
  if (hint !== undefined) terminal.alert(`${style.cyan(t("common.hint"))}: ${t(hint.key, hint.params)}`);
  if (options.debug && error.cause instanceof Error) terminal.alert(error.cause.stack ?? "");
  if (options.json) terminal.json(failureDocument(error, t));
  return EXIT_CODES[error.kind];
}
