import { formatLocation } from "../messages/errors.js";
import type { Translate } from "../messages/catalogue.js";
import type { Evaluation } from "./evaluate.js";

/** One table of a report; numbers are set right. */
interface ReportTable {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly align?: "left" | "right"; readonly max?: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A share as a percentage with one decimal. */
function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** How it was tested, in words. */
function describeMethod({ method, n }: Evaluation, t: Translate): string {
  return method.kind === "hold-out"
    ? t("nlu.eval.hold-out", { n })
    : t("nlu.eval.cross-validation", { n, folds: method.folds, seed: method.seed });
}

function summaryTable(evaluation: Evaluation, t: Translate): ReportTable {
  const { accuracy, accuracyInterval: interval, correct, n, macroF1, weightedF1, meanOfFolds } = evaluation;
  const pooled = meanOfFolds === undefined ? "" : t("nlu.eval.pooled");
  const rows: (string | number)[][] = [
    [
      t("nlu.eval.accuracy"),
      percent(accuracy),
      `${percent(interval.low)}–${percent(interval.high)}`,
      `${correct}/${n}`,
      pooled,
    ],
    [t("nlu.eval.macro-f1"), percent(macroF1), "", "", pooled],
    [t("nlu.eval.weighted-f1"), percent(weightedF1), "", "", pooled],
  ];
  if (meanOfFolds !== undefined) {
    const label = t("nlu.eval.mean-of-folds");
    rows.push([t("nlu.eval.accuracy"), percent(meanOfFolds.accuracy), "", "", label]);
    rows.push([t("nlu.eval.macro-f1"), percent(meanOfFolds.macroF1), "", "", label]);
  }
  return {
    title: describeMethod(evaluation, t),
    columns: [
      { title: t("nlu.eval.figure") },
      { title: t("nlu.eval.value"), align: "right" },
      { title: t("nlu.eval.interval"), align: "right" },
      { title: t("nlu.eval.count"), align: "right" },
      { title: t("nlu.eval.over") },
    ],
    rows,
  };
}

function intentTable(evaluation: Evaluation, t: Translate): ReportTable {
  return {
    title: t("nlu.eval.intents"),
    columns: [
      { title: t("nlu.eval.intent"), max: 40 },
      { title: t("nlu.eval.precision"), align: "right" },
      { title: t("nlu.eval.recall"), align: "right" },
      { title: t("nlu.eval.f1"), align: "right" },
      { title: t("nlu.eval.support"), align: "right" },
    ],
    rows: [...evaluation.intents]
      .sort((a, b) => a.f1 - b.f1)
      .map(({ intent, precision, recall, f1, support }) => [
        intent,
        percent(precision),
        percent(recall),
        percent(f1),
        support,
      ]),
  };
}

function confusionTable(evaluation: Evaluation, t: Translate, limit: number): ReportTable {
  const shown = evaluation.confusions.slice(0, limit);
  return {
    title: t("nlu.eval.confusions", { shown: shown.length, all: evaluation.confusions.length }),
    columns: [
      { title: t("nlu.eval.count"), align: "right" },
      { title: t("nlu.eval.expected"), max: 28 },
      { title: t("nlu.eval.predicted"), max: 28 },
      { title: t("nlu.eval.utterances"), max: 60 },
    ],
    rows: shown.map(({ count, expected, predicted, utterances }) => [
      count,
      expected,
      predicted ?? t("nlu.eval.nothing"),
      utterances.map(({ text }) => text).join(" | "),
    ]),
  };
}

/**
 * The report as tables: figures, intents (the worst first), confusions (the most frequent first).
 *
 * @param limit most confusions to show
 */
export function evaluationTables(evaluation: Evaluation, t: Translate, limit: number): ReportTable[] {
  const tables = [summaryTable(evaluation, t), intentTable(evaluation, t)];
  return evaluation.confusions.length === 0 ? tables : [...tables, confusionTable(evaluation, t, limit)];
}

function cell(value: string | number): string {
  return String(value)
    .replaceAll("\\", "\\\\")
    .replaceAll("|", "\\|")
    .replace(/\s*[\r\n]+\s*/gu, " ");
}

function markdownTable({ title, columns, rows }: ReportTable): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rule = columns.map(({ align }) => (align === "right" ? "---:" : "---"));
  return [`## ${title}`, "", line(columns.map((column) => column.title)), line(rule), ...rows.map(line)].join("\n");
}

/** The whole report as Markdown; every confusion with its utterances and where they stand. */
export function evaluationMarkdown(evaluation: Evaluation, t: Translate): string {
  const tables = evaluationTables(evaluation, t, 0).slice(0, 2).map(markdownTable);
  const confusions = evaluation.confusions.map(({ expected, predicted, count, utterances }) => {
    const lines = utterances.map(({ text, where }) => {
      return `- ${text}${where === undefined ? "" : ` (${formatLocation(where)})`}`;
    });
    return [`### ${expected} → ${predicted ?? t("nlu.eval.nothing")}: ${count}`, "", ...lines].join("\n");
  });
  const all = evaluation.confusions.length;
  const heading = all === 0 ? [] : [`## ${t("nlu.eval.confusions", { shown: all, all })}`];
  return `${[`# ${t("nlu.eval.title")}`, ...tables, ...heading, ...confusions].join("\n\n")}\n`;
}
