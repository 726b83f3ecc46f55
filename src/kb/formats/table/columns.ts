import { KefuError } from "../../../messages/errors.js";
import { columnLetters } from "../../../tables/table.js";
import type { Table } from "../../../tables/table.js";
import type { FieldName, HeaderMeaning } from "../fields.js";
import { headerKey, headerMeaning } from "../fields.js";
import type { FormatOptions } from "../source-format.js";

/** One column and what it holds. */
export interface Column extends Omit<HeaderMeaning, "rank"> {
  /** From 0. */
  readonly at: number;
  readonly header: string;
}

export interface ColumnPlan {
  readonly columns: readonly Column[];
  /** Columns that have a name but are not read, from 0, ascending. */
  readonly unused: readonly number[];
  /** Names given with `--map` or `--id-field` that the sheet does not have. */
  readonly missing: readonly string[];
}

/** How a column is shown to people: its letters and its name. */
export function columnName(header: readonly string[], at: number): string {
  const name = header[at] ?? "";
  const letters = columnLetters(at);
  return name === "" || name === letters ? letters : `${letters} ${name}`;
}

/** Place, from 0, of a column that is named by letters or by a number from 1. */
function placeOf(wanted: string): number | undefined {
  if (/^\d{1,4}$/.test(wanted)) return Number(wanted) - 1;
  if (!/^[A-Z]{1,2}$/.test(wanted)) return undefined;
  return [...wanted].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A column by its name (also written otherwise: width, script, case, spaces), else by letters or a number from 1. */
function findColumn(header: readonly string[], wanted: string, width: number): number | undefined {
  const exact = header.indexOf(wanted);
  if (exact >= 0) return exact;
  const key = headerKey(wanted);
  const alike = key === "" ? -1 : header.findIndex((name) => headerKey(name) === key);
  if (alike >= 0) return alike;
  const at = placeOf(wanted);
  return at !== undefined && at >= 0 && at < width ? at : undefined;
}

function twoFields({ header }: Table, first: Column, second: Column): KefuError {
  const params = { first: first.field, second: second.field, column: columnName(header, first.at) };
  return new KefuError("input", "kb.table.one-column-twice", params, { hint: { key: "kb.format.map-hint" } });
}

/** The columns that someone named: for this source, where they must exist, or for all sources, where they may. */
function givenColumns(table: Table, options: FormatOptions): { columns: Column[]; missing: string[] } {
  const { header, rows } = table;
  const ofSheet = options.sheets?.find(({ sheet }) => sheet === table.sheet)?.columns;
  const strict = new Map(Object.entries({ ...ofSheet, ...options.map }) as [FieldName, string][]);
  if (options.idField !== undefined) strict.set("id", options.idField);
  const loose = new Map(Object.entries(options.columns ?? {}) as [FieldName, string][]);
  if (options.defaultIdField !== undefined) loose.set("id", options.defaultIdField);
  const columns: Column[] = [];
  const missing: string[] = [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  for (const [field, name] of new Map([...loose, ...strict])) {
    const at = findColumn(header, name, width);
    if (at === undefined) {
      if (strict.has(field)) missing.push(name);
      continue;
    }
    const column: Column = { at, header: header[at] ?? columnLetters(at), field };
    const before = columns.findIndex((other) => other.at === at);
    if (before < 0) columns.push(column);
    else if (strict.has(field) === strict.has(columns[before]!.field)) throw twoFields(table, columns[before]!, column);
    else if (strict.has(field)) columns[before] = column;
  }
  return { columns, missing };
}

type Candidate = Column & { readonly rank: number };

/** Columns that may stand side by side for one field; for any other field the surest column alone is read. */
function sharesField(candidate: Candidate): boolean {
  return candidate.field === "similar" || candidate.field === "tags" || candidate.level !== undefined;
}

function variantKey({ field, variant }: Column): string {
  return field === "answer"
    ? `answer ${variant?.channel ?? ""} ${variant?.locale ?? ""} ${variant?.tier ?? ""}`
    : field;
}

/** What a column serves as that lost its field to a better one: another wording, or a tag. */
function secondUse(candidate: Candidate): Column | undefined {
  const { at, header } = candidate;
  if (candidate.field === "question" && candidate.variant !== undefined) return { at, header, field: "similar" };
  return candidate.tag === undefined ? undefined : { at, header, field: "tags", tag: candidate.tag };
}

/** Reads the meaning of a sheet's columns from what was given and from their names. */
export function planColumns(table: Table, options: FormatOptions): ColumnPlan {
  const { columns, missing } = givenColumns(table, options);
  const taken = new Set(columns.map(({ at }) => at));
  const filled = new Set(columns.map(variantKey));
  const candidates = table.header
    .flatMap((header, at): Candidate[] => {
      const meaning = taken.has(at) ? undefined : headerMeaning(header);
      return meaning === undefined ? [] : [{ ...meaning, at, header }];
    })
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  for (const candidate of candidates) {
    const key = variantKey(candidate);
    const free = sharesField(candidate) || !filled.has(key);
    const used = free ? candidate : secondUse(candidate);
    if (used === undefined) continue;
    columns.push(used);
    taken.add(used.at);
    if (free) filled.add(key);
  }
  const unused = table.header.flatMap((header, at) => (header === "" || taken.has(at) ? [] : [at]));
  return { columns: columns.sort((a, b) => (a.level ?? 0) - (b.level ?? 0) || a.at - b.at), unused, missing };
}

/** True when some column holds the field. */
export function hasField(columns: readonly Column[], field: FieldName): boolean {
  return columns.some((column) => column.field === field);
}

/** How many cells of a row are column names; names given by the user weigh more. */
export function headerScore(cells: readonly string[], options: FormatOptions): number {
  const { map = {}, columns = {}, sheets = [], idField, defaultIdField } = options;
  const maps = [map, columns, ...sheets.map((sheet) => sheet.columns)];
  const names = [...maps.flatMap((one) => Object.values(one)), idField, defaultIdField];
  // Letters and numbers of columns are no names: a data cell may hold them, too.
  const given = new Set(names.filter((name) => name !== undefined && !/^(?:\d+|[A-Z]{1,2})$/.test(name)));
  const fields = new Set<string>();
  let named = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === "" || text.length > 40) continue;
    if (given.has(text)) named += 10;
    const meaning = headerMeaning(text);
    if (meaning !== undefined) fields.add(meaning.field);
  }
  return named + fields.size;
}
