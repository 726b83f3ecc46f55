import { globPattern, isGlob } from "../../text/glob.js";
import type { FieldName } from "./fields.js";

export type ColumnMap = Readonly<Partial<Record<FieldName, string>>>;

/** Which column is what in some sources; of kefu.yaml. */
export interface TableMapping {
  /** Name of a source as it is shown, or a pattern over such names. */
  readonly files: string;
  /** Only this sheet of a workbook. */
  readonly sheet?: string;
  readonly columns: ColumnMap;
  /** The files, or the sheet, are left out. */
  readonly skip: boolean;
}

/** What is said of one sheet. */
export interface SheetMapping {
  readonly sheet: string;
  readonly columns: ColumnMap;
  readonly skip: boolean;
}

/** What the mappings say of one source. */
export interface SourceMapping {
  readonly skip: boolean;
  readonly columns: ColumnMap;
  readonly sheets: readonly SheetMapping[];
}

/** Names are compared as they are shown: `./faq/a.csv` is `faq/a.csv`. */
function fits(files: string, file: string): boolean {
  const pattern = files.replaceAll("\\", "/").replace(/^\.\//, "");
  return pattern === file || (isGlob(pattern) && globPattern(pattern).test(file));
}

/**
 * Of several mappings for one source, or for one sheet of it, the last one counts, whole: with two that were merged nobody
 * could tell where a column comes from.
 */
export function mappingOf(file: string, mappings: readonly TableMapping[]): SourceMapping {
  const found = mappings.filter(({ files }) => fits(files, file));
  const whole = found.filter(({ sheet }) => sheet === undefined).at(-1);
  const sheets = new Map<string, SheetMapping>();
  for (const { sheet, columns, skip } of found) if (sheet !== undefined) sheets.set(sheet, { sheet, columns, skip });
  return { skip: whole?.skip ?? false, columns: whole?.columns ?? {}, sheets: [...sheets.values()] };
}
