import { KefuError } from "../messages/errors.js";
import { readCsv } from "./csv.js";
import { decodeText } from "./decode.js";
import { unguardCell } from "./formula-guard.js";
import { CONTENT_NAMES, sniff } from "./sniff.js";
import type { Grid, Table, TableRow } from "./table.js";
import { columnLetters } from "./table.js";
import { readXlsx } from "./xlsx.js";

export interface ReadTablesOptions {
  /** How many cells of a row are known as column names; the best of the first rows is the header. */
  headerScore?(cells: readonly string[]): number;
}

/** A title, a note and a blank line may stand above the header; more than this is no table. */
const HEADER_WITHIN = 30;

function isFilled(cell: string): boolean {
  return cell.trim() !== "";
}

async function readGrids(file: string, bytes: Uint8Array): Promise<Grid[]> {
  const kind = sniff(bytes);
  if (kind === "xlsx") return readXlsx(file, bytes);
  if (kind === "text") return [readCsv(file, decodeText(bytes, file, true).text)];
  if (kind === "empty") throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  const hint =
    kind === "xls" || kind === "ods" || kind === "html"
      ? "kb.format.save-as-xlsx"
      : kind === "encrypted"
        ? "kb.format.remove-password"
        : "kb.format.not-table-hint";
  throw new KefuError(
    "input",
    "kb.format.not-table",
    { file, kind: CONTENT_NAMES[kind] },
    { where: { file }, hint: { key: hint } },
  );
}

function findHeader(rows: readonly TableRow[], score: (cells: readonly string[]) => number): number {
  let best = -1;
  let bestScore = 0;
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const found = score(row.cells);
    if (found > bestScore) {
      best = at;
      bestScore = found;
    }
  }
  if (best >= 0) return best;
  return Math.max(
    0,
    rows.findIndex((row) => row.cells.filter(isFilled).length > 1),
  );
}

function withoutZeros(row: TableRow): TableRow {
  if (!row.cells.some((cell) => cell.includes("\0"))) return row;
  return { ...row, cells: row.cells.map((cell) => cell.replaceAll("\0", "")), zeros: true };
}

function toTable(grid: Grid, options: ReadTablesOptions): Table {
  const rows = grid.rows
    .filter((row) => row.cells.some(isFilled))
    .map(withoutZeros)
    .map((row) => ({ ...row, cells: row.cells.map(unguardCell) }));
  const at = findHeader(rows, options.headerScore ?? (() => 0));
  const header = rows[at];
  return {
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    ...(grid.hidden === true ? { hidden: true } : {}),
    header: (header?.cells ?? []).map((cell) => cell.trim()),
    headerRow: header?.row ?? 0,
    rows: rows.slice(at + 1),
  };
}

/**
 * The sheets of a csv, tsv or xlsx file, told by content and not by name, each with its header row found. Empty rows are
 * left out, and the apostrophe that our own writer puts before `= + - @` is taken off.
 * @throws KefuError `input` that says what the file really is, or where its quotes are broken
 */
export async function readTables(file: string, bytes: Uint8Array, options: ReadTablesOptions = {}): Promise<Table[]> {
  return (await readGrids(file, bytes)).map((grid) => toTable(grid, options));
}

/** The same sheet read as one without a header row: its columns are called by their letters. */
export function withoutHeader(table: Table): Table {
  if (table.headerRow === 0) return table;
  const first: TableRow = { row: table.headerRow, cells: table.header };
  const width = Math.max(table.header.length, ...table.rows.map((row) => row.cells.length));
  const header = Array.from({ length: width }, (_, column) => columnLetters(column));
  return { ...table, header, headerRow: 0, rows: [first, ...table.rows] };
}
