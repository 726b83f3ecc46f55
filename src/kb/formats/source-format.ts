import type { Issue } from "../../messages/errors.js";
import type { Locale } from "../../messages/locale.js";
import type { FaqEntry } from "../entry.js";
import type { FieldName } from "./fields.js";
import type { SheetMapping } from "./mappings.js";

/** Which column a field was read from. */
export interface MappedColumn {
  readonly field: FieldName;
  /** Column name or JSON key, as it stands in the source. */
  readonly header: string;
}

/** The columns of a source, where they were guessed and not known by name. */
export interface ColumnMapping {
  readonly sheet?: string;
  readonly columns: readonly MappedColumn[];
}

/** What a source holds, and what is to be said about it. */
export interface ParsedSource {
  readonly entries: FaqEntry[];
  readonly issues: Issue[];
  /** Rows and sections that were left out, each with an issue of its own. */
  readonly skipped: number;
  /** Only for columns that were guessed. */
  readonly mapping?: ColumnMapping;
}

/** What a format is told by flags and settings; all of it may be missing. */
export interface FormatOptions {
  /** Field to column name, letter or number (from 1); goes before everything that names and contents tell. */
  readonly map?: Readonly<Partial<Record<FieldName, string>>>;
  /** Column or key that holds the id. */
  readonly idField?: string;
  /** As `map` and `idField`, but only where a source has such columns: the settings of a workspace hold for all its sources. */
  readonly columns?: Readonly<Partial<Record<FieldName, string>>>;
  readonly defaultIdField?: string;
  /** What is said of single sheets of a workbook; goes before `columns` and after `map`. */
  readonly sheets?: readonly SheetMapping[];
  readonly locale: Locale;
  /** Of a page that was fetched: its media type and charset as the server told them, and its address. */
  readonly type?: string;
  readonly charset?: string;
  readonly address?: string;
}

/** Takes entries of a source while the rest of it is still being read; the reader waits for it. */
export type EntrySink = (entries: readonly FaqEntry[]) => Promise<void>;

/** One kind of source. A new one is a file with such an object and a line in format.ts. */
export interface SourceFormat {
  readonly name: string;
  /**
   * @param sink where a long source hands entries on as they come; the result holds the others
   * @throws KefuError `input` when the file cannot be read, or not to its end
   */
  parse(file: string, bytes: Uint8Array, options: FormatOptions, sink?: EntrySink): Promise<ParsedSource>;
}
