import { Buffer } from "node:buffer";
import type { Cell, CellValue, Row, Worksheet } from "exceljs";
import { KefuError } from "../messages/errors.js";
import type { Grid, TableRow } from "./table.js";

/** ISO date, with the time where it is not midnight. Excel's dates have no zone; exceljs gives them as if in UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const time = iso.slice(11, 19);
  return time === "00:00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** A number as the sheet shows it where that matters: leading zeros (`0000`) and percent; else up to 15 digits, as Excel. */
function numberText(value: number, format: string): string {
  if (/^0+$/.test(format)) return String(Math.round(value)).padStart(format.length, "0");
  const percent = /^0(?:\.(0+))?%$/.exec(format);
  if (percent !== null) return `${(value * 100).toFixed(percent[1]?.length ?? 0)}%`;
  return String(Number(value.toPrecision(15)));
}

function valueText(value: CellValue, format: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value, format);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return dateText(value);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("hyperlink" in value) return valueText(value.text as CellValue, format);
  if ("formula" in value || "sharedFormula" in value) return valueText((value.result ?? null) as CellValue, format);
  // What is left is an error such as #N/A.
  return "";
}

function cellText(cell: Cell): string {
  return valueText(cell.value, cell.numFmt ?? "").replaceAll("\r\n", "\n");
}

function readRow(row: Row): TableRow {
  const cells: string[] = [];
  const merged: number[] = [];
  row.eachCell({ includeEmpty: false }, (cell, number) => {
    const column = number - 1;
    while (cells.length < column) cells.push("");
    const master = cell.isMerged ? cell.master : cell;
    // A cell merged across shows its text once, in its first column; merged downwards, it holds for each row.
    const across = Number(master.col) !== number;
    if (!across && Number(master.row) !== row.number) merged.push(column);
    cells.push(across ? "" : cellText(master));
  });
  return { row: row.number, cells, ...(merged.length === 0 ? {} : { merged }) };
}

function readSheet(sheet: Worksheet): Grid {
  const rows: TableRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row) => {
    rows.push(readRow(row));
  });
  return { sheet: sheet.name, rows, ...(sheet.state === "visible" ? {} : { hidden: true }) };
}

/**
 * All sheets of a workbook. Formulas give their cached value, dates ISO text, rich text its plain text.
 * @throws KefuError `input` when the file is damaged
 */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Grid[]> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  try {
    // exceljs declares its own, older Buffer type.
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0], {
      ignoreNodes: ["dataValidations", "conditionalFormatting", "drawing", "picture"],
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0]! : String(cause);
    throw new KefuError(
      "input",
      "kb.format.xlsx-damaged",
      { file, reason },
      { where: { file }, hint: { key: "kb.format.xlsx-damaged-hint" }, cause },
    );
  }
  return workbook.worksheets.map(readSheet);
}
