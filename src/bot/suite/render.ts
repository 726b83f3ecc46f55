import type { Translate } from "../../messages/catalogue.js";
import { formatLocation } from "../../messages/errors.js";
import { junitXml } from "../../render/junit.js";
import { escapeMarkdown, markdownTable } from "../../render/markdown.js";
import type { CaseReport, RunReport, TurnReport } from "./run.js";

/** Colours of a terminal; each leaves a text as it is where there are none. */
export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  faint(text: string): string;
}

/** What went wrong in a turn, a line each. */
function complaints(turn: TurnReport, t: Translate): string[] {
  const failed = turn.assertions.filter((assertion) => !assertion.passed);
  return [
    ...turn.unmocked.map((call) => t("bot.suite.unmocked", { call })),
    ...failed.map(({ what, expected, got, maskedDifference }) => {
      const line = t("bot.suite.differs", { what, expected, got: got.replaceAll("\n", " ⏎ ") });
      return maskedDifference === true ? `${line} ${t("bot.suite.masked")}` : line;
    }),
  ];
}

function failedTurns({ turns }: CaseReport, t: Translate): { turn: TurnReport; lines: string[] }[] {
  return turns.map((turn) => ({ turn, lines: complaints(turn, t) })).filter(({ lines }) => lines.length > 0);
}

/** Every case on a line, with the exact turn and what it did where it failed. */
export function suiteText(report: RunReport, t: Translate, paint: Paint): string {
  const lines: string[] = [];
  for (const suite of report.suites) {
    lines.push(`${suite.name} ${paint.faint(suite.file)}`);
    for (const one of suite.cases) {
      lines.push(one.passed ? `  ${paint.good("✓")} ${one.name}` : `  ${paint.bad("✗")} ${one.name}`);
      for (const { turn, lines: wrong } of failedTurns(one, t)) {
        lines.push(
          `      ${paint.faint(formatLocation(turn.where))} ${t("bot.suite.turn", { n: turn.number, user: turn.user })}`,
        );
        lines.push(...wrong.map((line) => `        ${paint.bad(line)}`));
      }
    }
  }
  const { cases, passed, failed, assertions } = report;
  lines.push("", (failed > 0 ? paint.bad : paint.good)(t("bot.suite.totals", { cases, passed, failed, assertions })));
  return lines.join("\n");
}

/**
 * JUnit XML: a suite of tests a `testsuite`, a conversation a `testcase`, and what differed, with file and line, its
 * failure.
 */
export function suiteJunit(report: RunReport, t: Translate): string {
  return junitXml(
    "kefu bot test",
    report.suites.map((suite) => ({
      name: suite.name,
      cases: suite.cases.map((one) => {
        const wrong = failedTurns(one, t);
        const detail = wrong.flatMap(({ turn, lines }) => [
          `${formatLocation(turn.where)} ${t("bot.suite.turn", { n: turn.number, user: turn.user })}`,
          ...lines.map((line) => `  ${line}`),
        ]);
        return {
          name: one.name,
          classname: suite.name,
          time: one.seconds,
          file: one.where.file,
          ...(one.where.line !== undefined && { line: one.where.line }),
          ...(one.passed ? {} : { failure: { message: wrong[0]?.lines[0] ?? "", detail: detail.join("\n") } }),
        };
      }),
    })),
  );
}

/** Totals, a row a suite, and under them every failed turn with what was expected and what came. */
export function suiteMarkdown(report: RunReport, t: Translate): string {
  const { cases, passed, failed, assertions } = report;
  const lines = [`# ${t("bot.suite.title")}`, "", t("bot.suite.totals", { cases, passed, failed, assertions }), ""];
  const header = [t("bot.suite.suite"), t("bot.suite.cases"), t("bot.suite.passed"), t("bot.suite.failed")];
  const rows = report.suites.map((suite) => {
    const good = suite.cases.filter((one) => one.passed).length;
    return [suite.name, suite.cases.length, good, suite.cases.length - good];
  });
  lines.push(markdownTable(header, rows));
  for (const suite of report.suites) {
    for (const one of suite.cases.filter((it) => !it.passed)) {
      lines.push("", `## ${escapeMarkdown(suite.name)} › ${escapeMarkdown(one.name)}`, "");
      for (const { turn, lines: wrong } of failedTurns(one, t)) {
        const place = formatLocation(turn.where);
        lines.push(
          `- ${escapeMarkdown(place)} ${escapeMarkdown(t("bot.suite.turn", { n: turn.number, user: turn.user }))}`,
        );
        lines.push(...wrong.map((line) => `  - ${escapeMarkdown(line)}`));
      }
    }
  }
  return `${lines.join("\n")}\n`;
}
