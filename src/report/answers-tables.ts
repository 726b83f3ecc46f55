import type { MessageKey, Translate } from "../messages/catalogue.js";
import { escapeMarkdown, markdownTable } from "../render/markdown.js";
import type { AnswerRow, AnswersReport } from "./answers.js";

type Cell = string | number;

/** Header and rows of a table, as every output of the report takes them. */
export interface ReportTable {
  readonly header: string[];
  readonly rows: Cell[][];
}

const STATUSES: Readonly<Record<string, MessageKey>> = {
  draft: "report.status.draft",
  online: "report.status.online",
  offline: "report.status.offline",
};

/** A column: its title, and its cell of a row. */
const COLUMNS: readonly (readonly [MessageKey, (row: AnswerRow, t: Translate) => Cell])[] = [
  ["report.column.id", (row) => row.id],
  ["report.column.category", (row) => row.category],
  ["report.column.question", (row) => row.question],
  ["report.column.status", (row, t) => (STATUSES[row.status] === undefined ? row.status : t(STATUSES[row.status]!))],
  ["report.column.state", (row, t) => t(`report.state.${row.state}`)],
  ["report.column.from", (row) => row.from ?? ""],
  ["report.column.until", (row) => row.until ?? ""],
  ["report.column.similar", (row) => row.similar],
  ["report.column.answers", (row) => countsText(row.answers)],
  ["report.column.hits", (row) => row.hits],
  ["report.column.last", (row) => row.lastHit?.slice(0, 16).replace("T", " ") ?? ""],
  ["report.column.share", (row) => `${(row.share * 100).toFixed(1)}%`],
  ["report.column.source", (row) => row.source],
];

/** `* ×1, voice ×1`. */
function countsText(counts: AnswerRow["answers"]): string {
  return Object.entries(counts)
    .map(([name, n]) => `${name} ×${n}`)
    .join(", ");
}

/** A row an entry: how often it was the answer, and its share. */
export function answersTable(report: AnswersReport, t: Translate): ReportTable {
  return {
    header: COLUMNS.map(([title]) => t(title)),
    rows: report.rows.map((row) => COLUMNS.map(([, cell]) => cell(row, t))),
  };
}

/** Names and figures of the whole period. */
export function totalsTable({ at, period, totals }: AnswersReport, t: Translate): ReportTable {
  const rows: Cell[][] = [[t("report.total.at"), at.replace("T", " ")]];
  if (period.from !== null) rows.push([t("report.total.from"), period.from]);
  if (period.to !== null) rows.push([t("report.total.to"), period.to]);
  const names = [
    "entries",
    "online",
    "effective",
    "neverHit",
    "hits",
    "unknownHits",
    "sessions",
    "turns",
    "unanswered",
  ] as const;
  for (const name of names) rows.push([t(`report.total.${name}`), totals[name]]);
  return { header: [t("report.column.measure"), t("report.column.value")], rows };
}

/** Totals and answers as Markdown. */
export function answersMarkdown(report: AnswersReport, t: Translate): string {
  const { header, rows } = answersTable(report, t);
  const totals = totalsTable(report, t).rows.map(([name, value]) => `- ${escapeMarkdown(String(name))}: ${value}`);
  return `# ${t("report.answers.title")}\n\n${totals.join("\n")}\n\n${markdownTable(header, rows)}\n`;
}
