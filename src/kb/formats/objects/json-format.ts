import { KefuError } from "../../../messages/errors.js";
import { decodeText } from "../../../tables/decode.js";
import { IssueLog } from "../draft.js";
import { jsonFaultAt, jsonReason } from "./json-fault.js";
import { linesOfJson, pathKey } from "./json-lines.js";
import { entriesFromData } from "./object-entries.js";
import type { FoundObject } from "./object-shapes.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";

const MOST_CHARACTERS = 100_000_000;

function jsonError(file: string, source: string, cause: unknown, line = 1): KefuError {
  const before = source.slice(0, jsonFaultAt(source)).split("\n");
  const where = { file, line: line + before.length - 1, column: before.at(-1)!.length + 1 };
  return new KefuError("input", "kb.format.bad-json", { reason: jsonReason(cause) }, { where, cause });
}

interface Data {
  readonly value: unknown;
  lineOf(found: FoundObject): number | undefined;
}

function parseLines(file: string, source: string): Data {
  const values: unknown[] = [];
  const lines: number[] = [];
  for (const [at, row] of source.split(/\r?\n/).entries()) {
    if (row.trim() === "") continue;
    try {
      values.push(JSON.parse(row));
      lines.push(at + 1);
    } catch (cause) {
      throw jsonError(file, row, cause, at + 1);
    }
  }
  return { value: values, lineOf: ({ path }) => lines[Number(path[0])] };
}

function parseData(file: string, source: string): Data {
  if (/^\s*\{[^\n]*\}\s*\n\s*\{/.test(source)) return parseLines(file, source);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (cause) {
    if (file.toLowerCase().endsWith(".jsonl")) return parseLines(file, source);
    throw jsonError(file, source, cause);
  }
  let lines: Map<string, number> | undefined;
  return { value, lineOf: ({ path }) => (lines ??= linesOfJson(source)).get(pathKey(path)) };
}

async function parseJson(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const { text: source } = decodeText(bytes, file);
  if (source.trim() === "") throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  if (source.length > MOST_CHARACTERS) {
    const params = { size: Math.round(source.length / 1e6), most: MOST_CHARACTERS / 1e6 };
    throw new KefuError("input", "kb.web.too-large", params, { where: { file } });
  }
  const data = parseData(file, source);
  const place = (found: FoundObject) => {
    const line = data.lineOf(found);
    return { file, ...(line === undefined ? {} : { line }) };
  };
  return entriesFromData(file, data.value, place, options, new IssueLog());
}

/**
 * Entries in JSON of any shape: a list, lists in groups, a map of question to answer, `{data: […]}` as WeChat's dialogue
 * platform has it, QnA Maker's export, or one object a line.
 */
export const jsonFormat: SourceFormat = { name: "json", parse: parseJson };
