import type { MessageKey, Translate } from "../../messages/catalogue.js";
import { escapeMarkdown, markdownTable } from "../../render/markdown.js";
import type { Rate, SimulationRates, SimulationReport } from "./tally.js";

/** The report's rates in the order in which they are shown. */
const RATES = [
  ["deflection", "bot.simulate.deflection"],
  ["answeredRight", "bot.simulate.right"],
  ["wrongAnswers", "bot.simulate.wrong"],
  ["coverage", "bot.simulate.coverage"],
  ["precision", "bot.simulate.precision"],
  ["clarified", "bot.simulate.clarified"],
  ["abstained", "bot.simulate.abstained"],
  ["diverted", "bot.simulate.diverted"],
  ["outOfScopeRejected", "bot.simulate.oos-rejected"],
  ["handover", "bot.simulate.handover"],
] as const satisfies readonly (readonly [keyof SimulationRates, MessageKey])[];

const percent = (value: number | null): string => (value === null ? "-" : `${(value * 100).toFixed(1)}%`);

const interval = ({ low, high }: Rate): string => (low === null ? "-" : `${percent(low)} – ${percent(high)}`);

/** Header and rows of a table. */
export interface PlainTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The rates of a simulation in percent with their 95 % intervals, one a row. */
export function rateTable(report: SimulationReport, t: Translate): PlainTable {
  return {
    header: [t("bot.simulate.measure"), t("bot.simulate.value"), t("bot.simulate.interval"), t("bot.simulate.of")],
    rows: RATES.map(([name, key]) => {
      const rate = report.rates[name];
      return [t(key), percent(rate.rate), interval(rate), `${rate.count} / ${rate.n}`];
    }),
  };
}

/** How many questions of each kind of noise were answered rightly, wrongly, at all. */
export function noiseTable(report: SimulationReport, t: Translate): PlainTable {
  const columns = ["noise", "questions", "right", "answered-wrongly", "coverage"] as const;
  const header = columns.map((name) => t(`bot.simulate.${name}`));
  const rows = report.byNoise.map((row) => {
    const noise = t(`bot.noise.${row.noise}`);
    return [noise, row.questions, percent(row.right.rate), percent(row.wrong.rate), percent(row.coverage.rate)];
  });
  return { header, rows };
}

/** How the run was made, a line. */
export function setup(report: SimulationReport, t: Translate): string {
  const { conversations, seed, noise, oos, entries, questions } = report;
  return t("bot.simulate.setup", {
    conversations,
    seed,
    noise,
    oos,
    heldOut: entries.heldOut,
    questions: questions.total,
  });
}

/** The median and the 99th percentile of a turn, in milliseconds. */
export function latencyLine({ latency }: SimulationReport, t: Translate): string {
  return t("bot.simulate.latency", { p50: latency.p50.toFixed(2), p99: latency.p99.toFixed(2), turns: latency.turns });
}

/** The whole report of a simulation, wrong answers listed, as Markdown. */
export function simulationMarkdown(report: SimulationReport, t: Translate): string {
  const rates = rateTable(report, t);
  const noise = noiseTable(report, t);
  const lines = [`# ${t("bot.simulate.title")}`, "", setup(report, t), "", markdownTable(rates.header, rates.rows)];
  lines.push(
    "",
    `## ${t("bot.simulate.by-noise")}`,
    "",
    markdownTable(noise.header, noise.rows),
    "",
    latencyLine(report, t),
  );
  if (report.wrong.length > 0) {
    lines.push("", `## ${t("bot.simulate.wrong-list")}`, "");
    lines.push(
      ...report.wrong.map(
        ({ question, expected, got }) => `- ${escapeMarkdown(question)}: ${expected ?? "-"} → ${got ?? "-"}`,
      ),
    );
  }
  return `${lines.join("\n")}\n`;
}
