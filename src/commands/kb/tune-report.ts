import { type ChosenSettings, chooseSettings, shownSettings } from "../../kb/respond/decide.js";
import { basisMessage, percent } from "../../kb/respond/thresholds.js";
import { LEAST_TO_FIT, type TuneFigures, type TuneOutcome } from "../../kb/tune/tune.js";
import type { Translate } from "../../messages/catalogue.js";
import { escapeMarkdown, markdownTable } from "../../render/markdown.js";
import type { KbTuneOutput } from "./tune-schemas.js";
import { shortNumber } from "../../render/rounded.js";

/** Every number of a value with four digits. */
function roundedAll<T>(value: T): T {
  if (typeof value === "number") return shortNumber(value) as T;
  if (Array.isArray(value)) return value.map(roundedAll) as T;
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(pairs.map(([name, one]) => [name, roundedAll(one as unknown)])) as T;
}

/** The one document that every output is made from. */
export function tuneDocument(
  { questions, comparedOn, compared, shipped, tuned, gain, weights }: TuneOutcome,
  settings: ChosenSettings,
  { dryRun, seed }: { dryRun: boolean; seed: number },
): KbTuneOutput {
  return roundedAll({
    dryRun,
    seed,
    questions,
    comparedOn,
    compared,
    shipped,
    tuned,
    gain,
    weights,
    settings: shownSettings(settings),
  });
}

type Figure = keyof TuneFigures;

const share = (value: number): string => `${(100 * value).toFixed(1)}%`;
const signed = (value: number): string => `${value < 0 ? "" : "+"}${(100 * value).toFixed(1)}`;

/** Shipped and fitted weights side by side, with intervals, the gain and its p-value. */
export function tuneTable(
  { shipped, tuned, gain, settings }: KbTuneOutput,
  t: Translate,
): { header: string[]; rows: string[][] } | undefined {
  if (shipped === undefined) return undefined;
  const cell = (figures: TuneFigures | undefined, name: Figure): string => {
    const value = figures?.[name];
    return value === undefined ? "–" : `${share(value.share)} (${share(value.low)}–${share(value.high)})`;
  };
  const change = (name: "recallAt1" | "coverage"): string => {
    const value = gain?.[name];
    if (value === undefined) return "–";
    return `${signed(value.difference)} (${signed(value.low)}…${signed(value.high)}), p ${value.p.toFixed(3)}`;
  };
  const rate = percent(settings.maxWrongAnswerRate);
  const rows = [
    [t("kb.tune.figure.recall"), cell(shipped, "recallAt1"), cell(tuned, "recallAt1"), change("recallAt1")],
    [t("kb.tune.figure.coverage", { rate }), cell(shipped, "coverage"), cell(tuned, "coverage"), change("coverage")],
    [t("kb.tune.figure.wrong"), cell(shipped, "wrongAnswerRate"), cell(tuned, "wrongAnswerRate"), ""],
  ];
  const header = ["figure", "shipped", "tuned", "gain"] as const;
  return { header: header.map((name) => t(`kb.tune.column.${name}`)), rows };
}

/** What was used, and what came of it, in lines. */
export function tuneLines(document: KbTuneOutput, t: Translate): { before: string[]; after: string[] } {
  const { questions, comparedOn, weights, settings } = document;
  const { labelled, labelledOutOfScope, similar, similarKnown, similarOutOfScope, noisy } = questions;
  const before: string[] = [];
  if (labelled > 0) before.push(t("kb.tune.used.labelled", { n: labelled, out: labelledOutOfScope }));
  if (similar > 0) {
    before.push(t("kb.tune.used.similar", { n: similar, known: similarKnown, noisy, out: similarOutOfScope }));
  }
  const { key, params } = basisMessage(settings.answerThreshold, settings);
  const after = [t(`kb.tune.weights.${weights}`, { least: LEAST_TO_FIT }), t(key, params)];
  const usual = shortNumber(chooseSettings(settings.maxWrongAnswerRate).answerThreshold);
  if (settings.from === "similar" && settings.answerThreshold > usual) after.push(t("kb.tune.stricter", { usual }));
  if (comparedOn === "similar") after.push(t("kb.tune.estimate"));
  if (labelled > 0 && labelledOutOfScope === 0) after.push(t("kb.tune.no-out-of-scope"));
  return { before, after };
}

/** What tuning gained, as Markdown. */
export function tuneMarkdown(document: KbTuneOutput, t: Translate): string {
  const { before, after } = tuneLines(document, t);
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");
  const table = tuneTable(document, t);
  const parts = [
    `# ${t("kb.tune.title")}`,
    list(before),
    ...(table === undefined ? [] : [markdownTable(table.header, table.rows)]),
    list(after),
  ];
  return `${parts.join("\n\n")}\n`;
}
