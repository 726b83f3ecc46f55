import { KefuError } from "../messages/errors.js";
import type { MessageKey, MessageParams } from "../messages/catalogue.js";

/** Rows and columns of a sheet in Excel; csv files that have more are no tables for people. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const MAX_SHEETS = 1_000;
/** Lines of a csv, empty ones and those without any text included. */
export const MAX_LINES = 4 * MAX_ROWS;
/** Entries of one source; they are held while it is read. */
export const MAX_ENTRIES = 200_000;
/** Different texts of a workbook: four in each row that a sheet can have. */
export const MAX_STRINGS = 4 * MAX_ROWS;
/** How often one filled row may repeat itself in an .ods. */
export const MAX_REPEATS = 10_000;
/** Characters of one cell of a csv. Excel holds 32,767; a text of a million is a file whose quotes are broken. */
export const MAX_CELL_CHARACTERS = 1_000_000;
/** Cells of a workbook, counted to the last filled one of each row: a few thousand rows filled out to column XFD. */
const MAX_MILLION_CELLS = 20;
/** Characters of all cells together: one long shared string may stand in a million cells. */
const MAX_MILLION_CHARACTERS = 300;
/** Bytes that the parts of a workbook may unpack to. */
export const MAX_UNPACKED = 2 ** 30;
/** Bytes of one part, unpacked, from which its ratio is looked at; and the ratio that no real sheet reaches. */
export const RATIO_FROM = 64 * 2 ** 20;
export const MAX_RATIO = 300;
/** Shared strings are the one part that is held whole. */
export const MAX_SHARED_STRINGS = 300 * 2 ** 20;
/** Bytes of a text file; a string of V8 holds 2^29 − 24 units. */
export const MAX_TEXT_BYTES = 500 * 2 ** 20;
/** Bytes of an old workbook, which is read whole. */
export const MAX_OLD_WORKBOOK = 100 * 2 ** 20;

/** A file that is larger than what is read, with the advice to split it. */
export function tooLarge(
  file: string,
  key: MessageKey,
  params: MessageParams,
  where: { row?: number; line?: number; sheet?: string } = {},
): KefuError {
  return new KefuError("input", key, params, { where: { file, ...where }, hint: { key: "kb.table.split-hint" } });
}

/** Counts what the rows of one file add up to, and ends the reading when it is too much. */
export class TableBudget {
  private cells = 0;
  private characters = 0;

  constructor(
    private readonly file: string,
    private readonly sheet?: string,
  ) {}

  add(row: number, cells: readonly string[]): void {
    this.cells += cells.length;
    for (const cell of cells) this.characters += cell.length;
    const where = { row, ...(this.sheet === undefined ? {} : { sheet: this.sheet }) };
    if (this.cells > MAX_MILLION_CELLS * 1e6)
      throw tooLarge(this.file, "kb.table.too-many-cells", { most: MAX_MILLION_CELLS }, where);
    if (this.characters > MAX_MILLION_CHARACTERS * 1e6)
      throw tooLarge(this.file, "kb.table.too-much-text", { most: MAX_MILLION_CHARACTERS }, where);
  }
}
