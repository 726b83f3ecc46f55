/** One row of a sheet. */
export interface TableRow {
  /** As Excel shows it, or the line of the csv where the row starts; from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Columns (from 0) whose value belongs to a merged cell that began in a row above. */
  readonly merged?: readonly number[];
  /** NUL characters stood in the cells and have been taken out. */
  readonly zeros?: boolean;
  /** Excel hides the row, as a filter does. */
  readonly hidden?: boolean;
}

/** A sheet with its header row found. */
export interface Table {
  readonly sheet?: string;
  readonly header: readonly string[];
  /** 0 when the sheet has no header row; `header` is then the column letters. */
  readonly headerRow: number;
  /** NUL characters stood in the header and have been taken out. */
  readonly headerZeros?: boolean;
  readonly rows: readonly TableRow[];
  /** True for a sheet that Excel hides. */
  readonly hidden?: boolean;
}

/** A sheet as it stands, before anyone knows which row is the header. */
export interface SheetSource {
  readonly sheet?: string;
  /** True for a sheet that Excel hides. */
  readonly hidden?: boolean;
  /** The rows from the first on, some at a time; may be called again. Rows without any cell are left out. */
  rows(): AsyncIterable<readonly TableRow[]>;
}

/** `A`, `B`, … `Z`, `AA` for a column counted from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
