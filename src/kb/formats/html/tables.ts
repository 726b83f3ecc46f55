import { hasField, planColumns } from "../table/columns.js";
import { IssueLog } from "../draft.js";
import { looksLikeQuestion } from "../guess.js";
import { type HtmlRow, tableRows } from "./blocks.js";
import type { HtmlElement } from "./dom.js";
import { elementsIn } from "./dom.js";
import type { Noise } from "./noise.js";
import type { HtmlPair } from "./pairs.js";
import { linksOf } from "./text.js";
import { readRows } from "../table/rows.js";

function linksOfRow(row: HtmlRow | undefined, base: string | undefined): string[] {
  return [...new Set((row?.elements ?? []).flatMap((cell) => linksOf(cell, base)))];
}

/** A table with a header that names questions and answers. */
function headedPairs(rows: readonly HtmlRow[], base: string | undefined): HtmlPair[] {
  const header = rows[0]!.cells.map((cell) => cell.replaceAll("\n", " "));
  const body = rows.slice(1).map(({ cells }, at) => ({ row: at + 1, cells: [...cells] }));
  const table = { header, headerRow: 1, rows: body };
  const { columns } = planColumns(table, { locale: "en" });
  const sure = columns.filter(({ field }) => field === "question" || field === "answer");
  if (!hasField(sure, "question") || !hasField(sure, "answer")) return [];
  return readRows("", table, columns, new IssueLog()).drafts.map((draft): HtmlPair => {
    const row = rows[draft.source.row!];
    return {
      question: draft.question.replace(/\s+/g, " "),
      answer: draft.answers.map(({ text }) => text).join("\n"),
      links: linksOfRow(row, base),
      similar: draft.similar,
      category: draft.category ?? "",
      ...(row?.line === undefined ? {} : { line: row.line }),
    };
  });
}

/** Two columns (or three, the first a number) whose rows ask on the left and answer on the right. */
function plainPairs(rows: readonly HtmlRow[], base: string | undefined): HtmlPair[] {
  const numbered = rows.every(({ cells }) => cells.length === 3 && /^\D{0,2}\d{0,3}\D?$/.test(cells[0]!.trim()));
  const at = numbered ? 1 : 0;
  const full = rows.filter(
    ({ cells }) => cells.length === at + 2 && cells[at]!.trim() !== "" && cells[at + 1]!.trim() !== "",
  );
  const asking = full.filter(({ cells }) => looksLikeQuestion(cells[at]!));
  if (full.length < 2 || full.length < rows.length - 1 || asking.length < full.length * 0.6) return [];
  return asking.length === 0
    ? []
    : full
        .filter((row) => row !== rows[0] || looksLikeQuestion(row.cells[at]!))
        .map((row) => ({
          question: row.cells[at]!.replace(/\s+/g, " "),
          answer: row.cells[at + 1]!,
          links: linksOfRow(row, base),
          similar: [],
          category: "",
          ...(row.line === undefined ? {} : { line: row.line }),
        }));
}

/** Tables of the content that hold a question and its answer in each row. */
export function tablePairs(
  root: HtmlElement,
  base: string | undefined,
  noise: Noise,
): { table: HtmlElement; pairs: HtmlPair[] }[] {
  const found: { table: HtmlElement; pairs: HtmlPair[] }[] = [];
  for (const table of elementsIn(root, noise.surround)) {
    if (table.name !== "table") continue;
    const rows = tableRows(table, { skip: noise.inAnswer }).filter(({ cells }) => cells.length > 1);
    if (rows.length < 2) continue;
    const headed = headedPairs(rows, base);
    const pairs = headed.length > 0 ? headed : plainPairs(rows, base);
    if (pairs.length > 0) found.push({ table, pairs });
  }
  return found;
}
