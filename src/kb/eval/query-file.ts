import { isRecord } from "../../interop/json-value.js";
import { KefuError } from "../../messages/errors.js";
import type { Issue, Location } from "../../messages/errors.js";
import { decodeText } from "../../tables/decode.js";
import { readTables } from "../../tables/read.js";
import { jsonFaultAt, jsonReason } from "../formats/objects/json-fault.js";
import { countFields, findFields, type QueryField } from "./query-fields.js";

/** One question to ask, and which entries would be right. */
export interface EvalQuery {
  readonly q: string;
  /** Ids, or standard questions; empty: nothing in the knowledge base answers it. */
  readonly expected: readonly string[];
  /** What stood in the cell before it was taken apart: an id may hold a comma. */
  readonly whole?: string;
  readonly kind?: string;
  readonly split?: string;
  readonly where: Location;
}

/** Labelled questions of a file. */
export interface QueryFile {
  readonly queries: readonly EvalQuery[];
  /** Rows without a question. */
  readonly issues: readonly Issue[];
}

export interface QueryFileOptions {
  /** Name of the field that holds the ids. */
  readonly idField?: string;
}

interface Row {
  readonly values: Readonly<Record<string, unknown>>;
  readonly where: Location;
}

const TABLES = /\.(csv|tsv|xlsx|xlsm|xls|xlsb|ods)$/i;
const LINES = /\.(jsonl|ndjson|json)$/i;

function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** `a;b`, `a, b`, `a|b`, `["a","b"]` or one id. */
function splitCell(cell: string): string[] {
  if (/^\[.*\]$/s.test(cell)) {
    try {
      return listOf(JSON.parse(cell));
    } catch {
      // Not JSON after all: an id may begin with a bracket.
    }
  }
  const parts = cell.split(/[;,|，；、\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.map(textOf).filter((text) => text !== ""))];
}

type QueryFields = Partial<Record<QueryField, string>>;

function readQuery({ values, where }: Row, fields: QueryFields): EvalQuery | undefined {
  const valueOf = (field: QueryField): unknown => {
    const name = fields[field];
    return name === undefined ? undefined : values[name];
  };
  const q = textOf(valueOf("q"));
  if (q === "") return undefined;
  const ids = valueOf("ids");
  const whole = Array.isArray(ids) ? "" : textOf(ids);
  const expected = Array.isArray(ids) ? listOf(ids) : splitCell(whole);
  const [kind, split] = [textOf(valueOf("kind")), textOf(valueOf("split"))];
  return {
    ...{ q, expected, where },
    ...(expected.length > 1 && whole !== "" ? { whole } : {}),
    ...(kind === "" ? {} : { kind }),
    ...(split === "" ? {} : { split }),
  };
}

function badJson(file: string, text: string, cause: unknown, line = 1): KefuError {
  const before = text.slice(0, jsonFaultAt(text)).split("\n");
  const where = { file, line: line + before.length - 1, column: before.at(-1)!.length + 1 };
  return new KefuError("input", "kb.format.bad-json", { reason: jsonReason(cause) }, { where, cause });
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A list of objects, or an object that holds such a list, or one object. */
function documentRows(file: string, text: string): Row[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw badJson(file, text, cause);
  }
  const inner = isRecord(value) ? Object.values(value).find((one) => Array.isArray(one) && one.some(isRecord)) : value;
  const list = Array.isArray(inner) ? inner : [value];
  return list.filter(isRecord).map((values, at) => ({ values, where: { file, row: at + 1 } }));
}

function lineRows(file: string, text: string): Row[] {
  return text.split(/\r?\n/).flatMap((line, at): Row[] => {
    if (line.trim() === "") return [];
    let values: unknown;
    try {
      values = JSON.parse(line);
    } catch (cause) {
      throw badJson(file, line, cause, at + 1);
    }
    return isRecord(values) ? [{ values, where: { file, line: at + 1 } }] : [];
  });
}

function jsonRows(file: string, text: string): Row[] {
  if (text.trim() === "") return [];
  const [first = "", second] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return second !== undefined && isRecordLine(first) ? lineRows(file, text) : documentRows(file, text);
}

const isRecordLine = (line: string): boolean => line.trimStart().startsWith("{") && parses(line);

/** Whatever its name: no header of a table begins so. */
const beginsAsJson = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*(\{\s*"|\[\s*\{)/.test(new TextDecoder().decode(bytes.subarray(0, 200)));

async function tableRows(file: string, bytes: Uint8Array): Promise<Row[]> {
  if (bytes.length === 0) return [];
  const tables = await readTables(file, bytes, { headerScore: countFields });
  // A sheet of notes beside the questions is none of them.
  const fitting = tables.filter(({ header }) => findFields(header).q !== undefined);
  return (fitting.length > 0 ? fitting : tables.slice(0, 1)).flatMap(({ sheet, header, rows }) =>
    rows.map(({ row, cells }) => ({
      values: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])),
      where: { file, ...(sheet === undefined ? {} : { sheet }), row },
    })),
  );
}

/**
 * The fields of one row: those of the file, but that a JSON row may name its ids otherwise (`ids` here, `id` there): without
 * them it would pass for a question that nothing answers. Where rows have both, the other one is no answer but the row's own id.
 */
function rowFields(rows: readonly Row[], fields: QueryFields): (row: Row) => QueryFields {
  const name = fields.ids!;
  const beside = new Set(rows.flatMap(({ values }) => (name in values ? Object.keys(values) : [])));
  return ({ values }) => {
    if (name in values) return fields;
    const ids = findFields(Object.keys(values)).ids;
    return ids === undefined || beside.has(ids) ? fields : { ...fields, ids };
  };
}

/** Asked for a name in vain. */
function missing(
  file: string,
  key: "kb.eval.no-question-field" | "kb.eval.no-id-field",
  names: string[],
  idField = "",
) {
  const params = { fields: names.slice(0, 20).join(", "), name: idField };
  return new KefuError("input", key, params, { where: { file }, hint: { key: "kb.eval.hint.fields" } });
}

/**
 * Reads the questions of an evaluation: a table (csv, tsv, xlsx …), one JSON object a line, or a JSON list.
 * @param file as shown to people; its ending tells the format, unless the content is JSON
 * @throws KefuError `input` for a file that cannot be read, that holds no question, or whose fields nobody knows
 */
export async function readQueries(file: string, bytes: Uint8Array, options: QueryFileOptions = {}): Promise<QueryFile> {
  const { idField } = options;
  if (!TABLES.test(file) && !LINES.test(file)) {
    throw new KefuError("input", "kb.eval.unsupported", { known: ".jsonl .json .csv .tsv .xlsx" }, { where: { file } });
  }
  const rows =
    LINES.test(file) || beginsAsJson(bytes)
      ? jsonRows(file, decodeText(bytes, file).text)
      : await tableRows(file, bytes);
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const fields = findFields(names, idField);
  if (rows.length === 0) throw new KefuError("input", "kb.eval.no-queries", {}, { where: { file } });
  if (fields.q === undefined) throw missing(file, "kb.eval.no-question-field", names);
  if (fields.ids === undefined) throw missing(file, "kb.eval.no-id-field", names, idField ?? "ids");
  const fieldsOf = idField === undefined ? rowFields(rows, fields) : (): QueryFields => fields;
  const read = rows.map((row) => readQuery(row, fieldsOf(row)));
  const empty = rows.filter((_, at) => read[at] === undefined);
  return {
    queries: read.filter((query) => query !== undefined),
    issues: empty.map(({ where }) => ({ severity: "warning", key: "kb.eval.empty-question", where })),
  };
}
