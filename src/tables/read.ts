import { unguardCell } from "./formula-guard.js";
import { openSheets } from "./sheets.js";
import type { SheetSource, Table, TableRow } from "./table.js";
import { columnLetters } from "./table.js";

export interface ReadTablesOptions {
  /** How many cells of a row are known as column names; the best of the first rows is the header. */
  headerScore?(cells: readonly string[]): number;
}

/** A table whose first rows are known and whose others are read as they are asked for. */
export interface OpenTable {
  /** Its rows are the first ones only, enough to tell what the columns hold. */
  readonly head: Table;
  /** All rows below the header of the table given: that of `head`, or of `head` taken for one without a header. */
  rows(table: Table): AsyncIterable<readonly TableRow[]>;
}

/** A title, a note and a blank line may stand above the header; more than this is no table. */
const HEADER_WITHIN = 30;
/** Rows by which columns are told. */
const HEAD_ROWS = 230;

function isFilled(cell: string): boolean {
  return cell.trim() !== "";
}

function cleanRow(row: TableRow): TableRow {
  const zeros = row.cells.some((cell) => cell.includes("\0"));
  const plain = zeros ? row.cells.map((cell) => cell.replaceAll("\0", "")) : row.cells;
  // Most rows need no apostrophe taken off, and are handed on as they are.
  const cells = plain.some((cell) => cell.startsWith("'")) ? plain.map(unguardCell) : plain;
  return zeros ? { ...row, cells, zeros } : cells === row.cells ? row : { ...row, cells };
}

/** The rows of a sheet that have something in them, some at a time. */
async function* filledRows(source: SheetSource): AsyncGenerator<TableRow[]> {
  for await (const batch of source.rows()) {
    const rows = batch.filter((row) => row.cells.some(isFilled)).map(cleanRow);
    if (rows.length > 0) yield rows;
  }
}

async function firstRows(source: SheetSource): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of filledRows(source)) {
    rows.push(...batch.slice(0, HEAD_ROWS - rows.length));
    if (rows.length >= HEAD_ROWS) break;
  }
  return rows;
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

function headOf(source: SheetSource, rows: readonly TableRow[], options: ReadTablesOptions): Table {
  const at = findHeader(rows, options.headerScore ?? (() => 0));
  const header = rows[at];
  return {
    ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
    ...(source.hidden === true ? { hidden: true } : {}),
    header: (header?.cells ?? []).map((cell) => cell.trim()),
    headerRow: header?.row ?? 0,
    ...(header?.zeros === true ? { headerZeros: true } : {}),
    rows: rows.slice(at + 1),
  };
}

/** The rows that come after those above the header, and after the header where there is one. */
async function* rowsBelow(source: SheetSource, above: number): AsyncGenerator<TableRow[]> {
  let left = above;
  for await (const batch of filledRows(source)) {
    const rows = left === 0 ? batch : batch.slice(left);
    left = Math.max(0, left - batch.length);
    if (rows.length > 0) yield rows;
  }
}

async function openTable(source: SheetSource, options: ReadTablesOptions): Promise<OpenTable> {
  const first = await firstRows(source);
  const head = headOf(source, first, options);
  const headerAt = first.findIndex(({ row }) => row === head.headerRow);
  return { head, rows: (table) => rowsBelow(source, table.headerRow === 0 ? Math.max(0, headerAt) : headerAt + 1) };
}

/**
 * The sheets of a table file, told by content and not by name, each with its header row found. Empty rows are left out, and
 * the apostrophe that our own writer puts before `= + - @` is taken off.
 * @throws KefuError `input` that says what the file really is, where its quotes are broken, or what of it is too large
 */
export async function openTables(
  file: string,
  bytes: Uint8Array,
  options: ReadTablesOptions = {},
): Promise<OpenTable[]> {
  const tables: OpenTable[] = [];
  for (const source of await openSheets(file, bytes)) tables.push(await openTable(source, options));
  return tables;
}

/** As {@link openTables}, with all rows held. */
export async function readTables(file: string, bytes: Uint8Array, options: ReadTablesOptions = {}): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { head, rows } of await openTables(file, bytes, options)) {
    const all: TableRow[] = [];
    for await (const batch of rows(head)) for (const row of batch) all.push(row);
    tables.push({ ...head, rows: all });
  }
  return tables;
}

/** The same sheet read as one without a header row: its columns are called by their letters. */
export function withoutHeader(table: Table): Table {
  if (table.headerRow === 0) return table;
  const first: TableRow = { row: table.headerRow, cells: table.header };
  const width = Math.max(table.header.length, ...table.rows.map((row) => row.cells.length));
  const header = Array.from({ length: width }, (_, column) => columnLetters(column));
  return { ...table, header, headerRow: 0, rows: [first, ...table.rows] };
}
