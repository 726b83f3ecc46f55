import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { KefuError } from "../messages/errors.js";
import { MAX_COLUMNS, MAX_OLD_WORKBOOK, MAX_ROWS, MAX_SHEETS, TableBudget, tooLarge } from "./limits.js";
import { MergeFiller } from "./merges.js";
import { NumberTexts } from "./numbers.js";
import { CONTENT_NAMES } from "./sniff.js";
import type { SheetSource, TableRow } from "./table.js";
import { damaged, openZip } from "./zip.js";

/** The parts of an .xlsb are unpacked by the library at once, so what they say of their size is proved first. */
async function checkUnpacked(file: string, bytes: Uint8Array): Promise<void> {
  const zip = await openZip(file, bytes);
  let unpacked = 0;
  for (const name of zip.names) {
    for await (const chunk of zip.read(name)) {
      unpacked += chunk.length;
      if (unpacked > MAX_OLD_WORKBOOK)
        throw tooLarge(file, "kb.table.unpacks-too-large", { part: name, most: MAX_OLD_WORKBOOK / 2 ** 20 });
    }
  }
}

function cannotRead(file: string, cause: unknown): KefuError {
  const reason = cause instanceof Error ? cause.message.split("\n")[0]!.slice(0, 200) : String(cause);
  if (!/password|encrypt/i.test(reason)) return damaged(file, reason, cause);
  return new KefuError(
    "input",
    "kb.format.not-table",
    { file, kind: CONTENT_NAMES["encrypted-xls"] },
    { where: { file }, hint: { key: "kb.format.remove-password" }, cause },
  );
}

async function readBook(file: string, bytes: Uint8Array): Promise<WorkBook> {
  const xlsx = await import("@e965/xlsx");
  // Workbooks of Excel 5 and 95 are written in the code page of their country.
  xlsx.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  try {
    return xlsx.read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      sheetRows: MAX_ROWS,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellStyles: false,
      bookVBA: false,
      WTF: false,
    });
  } catch (cause) {
    throw cannotRead(file, cause);
  }
}

function cellText(cell: CellObject, numbers: NumberTexts): string {
  if (cell.t === "n" && typeof cell.v === "number") return numbers.text(cell.v, String(cell.z ?? ""));
  if (cell.t === "b") return cell.v === true ? "TRUE" : "FALSE";
  return cell.t === "s" ? String(cell.v ?? "").replace(/\r\n?/g, "\n") : "";
}

type DenseRow = readonly (CellObject | undefined)[] | undefined;

function rowCells(cells: DenseRow, numbers: NumberTexts): string[] {
  const texts: string[] = [];
  // Rows and cells that are not there are holes in the library's lists.
  cells?.forEach((cell, column) => {
    const text = cell === undefined || column >= MAX_COLUMNS ? "" : cellText(cell, numbers);
    if (text === "") return;
    while (texts.length < column) texts.push("");
    texts[column] = text;
  });
  return texts;
}

function sheetRows(file: string, name: string, sheet: WorkSheet, numbers: NumberTexts): TableRow[] {
  const budget = new TableBudget(file, name);
  const filler = new MergeFiller(
    (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c })),
  );
  const rows: TableRow[] = [];
  const data = (sheet["!data"] ?? []) as readonly DenseRow[];
  data.forEach((cells, at) => {
    const texts = rowCells(cells, numbers);
    if (texts.length === 0) return;
    const filled = filler.fill(at + 1, texts);
    budget.add(at + 1, filled.cells);
    rows.push(sheet["!rows"]?.[at]?.hidden === true ? { ...filled, hidden: true } : filled);
  });
  return rows;
}

/**
 * The sheets of a workbook of Excel 97–2003, of one before that, or of a binary one (.xlsb). These are read whole: an .xls
 * holds 65,536 rows at most.
 * @throws KefuError `input` when the file is damaged, locked or too large
 */
export async function openXls(file: string, bytes: Uint8Array, kind: "xls" | "xlsb"): Promise<SheetSource[]> {
  if (bytes.length > MAX_OLD_WORKBOOK) throw tooLarge(file, "kb.table.too-large", { most: MAX_OLD_WORKBOOK / 2 ** 20 });
  if (kind === "xlsb") await checkUnpacked(file, bytes);
  const book = await readBook(file, bytes);
  if (book.SheetNames.length > MAX_SHEETS) throw tooLarge(file, "kb.table.too-many-sheets", { most: MAX_SHEETS });
  const numbers = new NumberTexts(book.Workbook?.WBProps?.date1904 === true);
  return book.SheetNames.map((sheet, at) => ({
    sheet,
    ...((book.Workbook?.Sheets?.[at]?.Hidden ?? 0) === 0 ? {} : { hidden: true }),
    async *rows() {
      const content = book.Sheets[sheet];
      if (content === undefined) throw damaged(file, sheet);
      const rows = sheetRows(file, sheet, content, numbers);
      if (rows.length > 0) yield await Promise.resolve(rows);
    },
  }));
}
