import { readTables } from "../../../tables/read.js";
import { columnLetters } from "../../../tables/table.js";
import type { Table } from "../../../tables/table.js";
import type { Column } from "./columns.js";
import { columnName, hasField, headerScore, planColumns } from "./columns.js";
import type { FieldName } from "../fields.js";
import { headerKey } from "../fields.js";
import { guessColumns, looksLikeQuestion } from "../guess.js";
import type { ColumnMap } from "../mappings.js";
import type { FormatOptions } from "../source-format.js";

/** A table as someone is asked about it. */
export interface TableProposal {
  readonly file: string;
  readonly sheet?: string;
  /** From left to right. */
  readonly columns: readonly {
    /** What a mapping calls it: its name where that is clear, else its letters. */
    readonly name: string;
    /** Letters and name. */
    readonly shown: string;
  }[];
  /** Some rows of cells, as wide as `columns`. */
  readonly samples: readonly (readonly string[])[];
  /** Best guess, from 0; may be wrong. */
  readonly guess: Readonly<Partial<Record<FieldName, number>>>;
}

const SAMPLES = 3;
const LOOKED_AT = 200;

/** Fields that may be asked for, in the order in which people think of them. */
export const ASKED_FIELDS = [
  "question",
  "answer",
  "similar",
  "category",
  "id",
  "status",
  "tags",
] as const satisfies readonly FieldName[];

function mappingName(header: readonly string[], at: number): string {
  const name = (header[at] ?? "").trim();
  const letters = columnLetters(at);
  const key = headerKey(name);
  // A name that is twice there, or could be a letter or number of a column, would name another one.
  const unclear = key === "" || /^(?:\d{1,4}|[A-Z]{1,2})$/.test(name) || /[\r\n]/.test(name) || name.length > 60;
  const twice = header.filter((other) => headerKey(other) === key).length > 1;
  return unclear || twice ? letters : name;
}

interface Look {
  readonly at: number;
  readonly filled: number;
  readonly asking: number;
  readonly length: number;
}

function lookAt({ rows }: Table, at: number): Look {
  const texts = rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => (cells[at] ?? "").trim())
    .filter((text) => text !== "");
  const count = Math.max(1, texts.length);
  return {
    at,
    filled: texts.length,
    asking: texts.filter(looksLikeQuestion).length / count,
    length: texts.reduce((sum, text) => sum + text.length, 0) / count,
  };
}

/** Where nothing is clear: what asks most often is the question, the longest of the others the answer. */
function boldGuess(table: Table, known: readonly Column[], width: number): Map<FieldName, number> {
  const taken = new Set(known.map(({ at }) => at));
  const looks = Array.from({ length: width }, (_, at) => lookAt(table, at)).filter(
    ({ at, filled }) => !taken.has(at) && filled > 0,
  );
  const guess = new Map<FieldName, number>();
  const asking = [...looks].sort((a, b) => b.asking - a.asking || a.at - b.at)[0];
  if (!hasField(known, "question") && asking !== undefined && asking.asking > 0) guess.set("question", asking.at);
  const longest = looks.filter(({ at }) => at !== guess.get("question")).sort((a, b) => b.length - a.length)[0];
  if (!hasField(known, "answer") && longest !== undefined && longest.length >= 4) guess.set("answer", longest.at);
  return guess;
}

/** What to ask about a table, with the best guess there is. */
function proposalOf(file: string, table: Table, options: FormatOptions): TableProposal {
  const { columns: known } = planColumns(table, { ...options, map: {}, sheets: [] });
  const { sheet, rows } = table;
  const width = rows.slice(0, LOOKED_AT).reduce((most, { cells }) => Math.max(most, cells.length), table.header.length);
  const guess = new Map<FieldName, number>();
  for (const { field, at } of known) if (!guess.has(field)) guess.set(field, at);
  const found = guessColumns(table, known)?.map(({ field, at }) => [field, at] as const);
  for (const [field, at] of found ?? boldGuess(table, known, width)) guess.set(field, at);
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    columns: Array.from({ length: width }, (_, at) => ({
      name: mappingName(table.header, at),
      shown: columnName(table.header, at),
    })),
    samples: rows.slice(0, SAMPLES).map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at] ?? "")),
    guess: Object.fromEntries(ASKED_FIELDS.flatMap((field) => (guess.has(field) ? [[field, guess.get(field)]] : []))),
  };
}

/**
 * What to ask about a file: about the sheet that is named, else about the one with most rows.
 * @returns `undefined` where there is nothing to ask about
 */
export function proposalAmong(
  file: string,
  tables: readonly Table[],
  options: FormatOptions,
  sheet?: string,
): TableProposal | undefined {
  const visible = tables.filter(({ hidden, rows }) => hidden !== true && rows.length > 0);
  const asked = visible.filter((table) => sheet === undefined || table.sheet === sheet);
  const widest = [...asked].sort((a, b) => b.rows.length - a.rows.length)[0];
  if (widest === undefined) return undefined;
  const { sheet: name, ...proposal } = proposalOf(file, widest, options);
  return { ...proposal, ...(visible.length > 1 && name !== undefined ? { sheet: name } : {}) };
}

/** As {@link proposalAmong}, from the bytes of a file. */
export async function proposeMapping(
  file: string,
  bytes: Uint8Array,
  options: FormatOptions,
  sheet?: string,
): Promise<TableProposal | undefined> {
  const tables = await readTables(file, bytes, { headerScore: (cells) => headerScore(cells, options) });
  return proposalAmong(file, tables, options, sheet);
}

/** The names of the columns of a guess. */
export function guessedMap({ columns, guess }: TableProposal): ColumnMap {
  return Object.fromEntries(
    Object.entries(guess).flatMap(([field, at]) => (columns[at] === undefined ? [] : [[field, columns[at].name]])),
  );
}

/** A YAML scalar: bare where that is safe, else quoted. */
function scalar(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ()（）/.-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) &&
    text.trim() === text
    ? text
    : JSON.stringify(text);
}

/** What to write into kefu.yaml about a table, with its columns named and the guess filled in. */
export function mappingSnippet(proposal: TableProposal): string {
  const { file, sheet, columns, guess } = proposal;
  const given = guessedMap(proposal);
  const lines = (["question", "answer"] as const).map((field) =>
    guess[field] === undefined ? `        ${field}:   # ?` : `        ${field}: ${scalar(given[field]!)}`,
  );
  const more = ASKED_FIELDS.filter((field) => !["question", "answer"].includes(field) && given[field] !== undefined);
  return [
    "kb:",
    "  mappings:",
    `    - files: ${scalar(file)}`,
    ...(sheet === undefined ? [] : [`      sheet: ${scalar(sheet)}`]),
    `      columns:   # ${columns.map(({ shown }) => shown.replace(/\s+/g, " ")).join(" | ")}`,
    ...lines,
    ...more.map((field) => `        ${field}: ${scalar(given[field]!)}`),
  ].join("\n");
}

/** The same for `--map`. */
export function mapOption({ columns, guess }: TableProposal): string {
  const name = (at: number | undefined): string => {
    if (at === undefined) return "?";
    const { name: own } = columns[at]!;
    return /[,=]/.test(own) ? columnLetters(at) : own;
  };
  return `question=${name(guess.question)},answer=${name(guess.answer)}`;
}
