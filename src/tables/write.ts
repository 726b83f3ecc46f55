import { Buffer } from "node:buffer";
import type { Worksheet } from "exceljs";
import { KefuError } from "../messages/errors.js";
import { guardCell } from "./formula-guard.js";
import { resetZipTimes } from "./zip-times.js";

export type SheetCell = string | number | null;

/** A sheet to be written; cells that a spreadsheet would take for a formula are made harmless. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** The longest text of a cell in Excel, in UTF-16 units; Excel cuts or refuses more, in csv too. */
const MAX_CELL = 32_767;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
/** Rows that are measured for the width of a column. */
const MEASURED = 200;

function safeCell(cell: SheetCell | undefined, sheet: Sheet, row: number, column: number): string | number {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : "";
  const text = guardCell(cell);
  if (text.length <= MAX_CELL) return text;
  const first = sheet.rows[row]?.[0] ?? "";
  throw new KefuError("input", "kb.format.cell-too-long", {
    sheet: sheet.name,
    // The header takes the first row.
    row: row + 2,
    column: sheet.header[column] ?? column + 1,
    first: String(first).slice(0, 60),
    length: text.length,
    most: MAX_CELL,
  });
}

function safeRows(sheet: Sheet): (string | number)[][] {
  const header = sheet.header.map((name, column) => safeCell(name, sheet, -1, column));
  return [header, ...sheet.rows.map((cells, row) => cells.map((cell, column) => safeCell(cell, sheet, row, column)))];
}

async function writeCsv(sheet: Sheet): Promise<Uint8Array> {
  const { stringify } = await import("csv-stringify/sync");
  return Buffer.from(
    stringify(safeRows(sheet), { bom: true, record_delimiter: "windows", quoted_match: /[\r\n]/ }),
    "utf8",
  );
}

/** Columns that a text takes, a Chinese character counting two; the longest of its lines. */
function textWidth(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.length + (line.match(WIDE)?.length ?? 0)));
}

/**
 * Excel reads `_x000D_` as the character of that number, so a text that really says so has its first mark written out.
 * The two numbers that are no characters would make the file unreadable (exceljs leaves out the other ones XML forbids).
 */
function escapeCodes(cell: string | number): string | number {
  if (typeof cell === "number") return cell;
  return cell.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replace(/[\ufffe\uffff]/g, "");
}

function fillSheet(target: Worksheet, rows: (string | number)[][]): void {
  const [header = []] = rows;
  target.views = [{ state: "frozen", ySplit: 1 }];
  for (const row of rows) target.addRow(row.map(escapeCodes));
  target.getRow(1).font = { bold: true };
  for (const column of header.keys()) {
    const widths = rows.slice(0, MEASURED).map((row) => textWidth(String(row[column] ?? "")));
    const width = Math.min(60, Math.max(8, Math.max(...widths) + 2));
    const settings = target.getColumn(column + 1);
    settings.width = width;
    settings.alignment = { vertical: "top", wrapText: true };
  }
}

/** Excel's rules for a sheet name: at most 31 characters, none of `[]:*?/\`, no other sheet of that name. */
function sheetName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replaceAll(/[[\]:*?/\\]/g, " ")
      .replaceAll(/^'+|'+$/g, "")
      .trim()
      .slice(0, 28) || "Sheet";
  let free = plain;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain}-${n}`;
  taken.add(free.toLowerCase());
  return free;
}

async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  workbook.creator = "kefu";
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const taken = new Set<string>();
  for (const sheet of sheets) fillSheet(workbook.addWorksheet(sheetName(sheet.name, taken)), safeRows(sheet));
  return resetZipTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/**
 * The one writer of every export: csv (UTF-8 with the mark that Excel needs, CRLF) or xlsx (header frozen). A text that a
 * spreadsheet would run as a formula gets an apostrophe in front. Same sheets, same bytes.
 * @param sheets csv takes exactly one
 * @throws KefuError `input` that names the row, for a cell longer than Excel allows
 */
export async function writeTable(kind: "csv" | "xlsx", sheets: readonly Sheet[]): Promise<Uint8Array> {
  if (kind === "xlsx") return writeXlsx(sheets);
  const [only] = sheets;
  if (only === undefined || sheets.length > 1) throw new Error("a csv file holds one sheet");
  return writeCsv(only);
}
