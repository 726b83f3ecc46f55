import { KefuError } from "../../messages/errors.js";
import { decodeText } from "../../tables/decode.js";
import type { EntrySource } from "../entry.js";
import { IssueLog, finishEntries } from "./draft.js";
import type { JsonObject } from "./object-draft.js";
import { draftFromObject, isObject } from "./object-draft.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "./source-format.js";

interface Item {
  readonly value: JsonObject;
  readonly source: EntrySource;
}

/** Line and column of a mistake; V8 names the position in its message. */
function jsonError(file: string, source: string, cause: unknown, line?: number): KefuError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const position = /at position (\d+)/.exec(reason)?.[1];
  const before = source.slice(0, position === undefined ? source.length : Number(position)).split("\n");
  const where = { file, line: line ?? before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return new KefuError("input", "kb.format.bad-json", { reason: reason.split(" in JSON")[0]! }, { where, cause });
}

function parseLines(file: string, source: string): Item[] {
  return source.split(/\r?\n/).flatMap((row, at) => {
    if (row.trim() === "") return [];
    try {
      const value: unknown = JSON.parse(row);
      return isObject(value) ? [{ value, source: { file, line: at + 1 } }] : [];
    } catch (cause) {
      throw jsonError(file, row, cause, at + 1);
    }
  });
}

/** The list of entries in a document: the document itself, or the one list of objects in it (`entries`, `data`, …). */
function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  const lists = Object.values(value).filter((item): item is unknown[] => Array.isArray(item) && item.some(isObject));
  for (const name of ["entries", "data", "faqs", "faq", "items", "qnaList"]) {
    const named = value[name];
    if (Array.isArray(named)) return named;
  }
  return lists.length === 1 ? lists[0] : undefined;
}

function readItems(file: string, source: string): Item[] {
  if (/^\s*\{[^\n]*\}\s*\n\s*\{/.test(source)) return parseLines(file, source);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (cause) {
    if (file.toLowerCase().endsWith(".jsonl")) return parseLines(file, source);
    throw jsonError(file, source, cause);
  }
  const list = listIn(value) ?? (isObject(value) ? [value] : []);
  return list.flatMap((item, at) => (isObject(item) ? [{ value: item, source: { file, row: at + 1 } }] : []));
}

function keysOf(items: readonly Item[]): string {
  return [...new Set(items.slice(0, 50).flatMap(({ value }) => Object.keys(value)))].join(" | ");
}

async function parseJson(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const source = decodeText(bytes, file).text;
  const items = source.trim() === "" ? [] : readItems(file, source);
  if (items.length === 0) throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  const drafts = items.map(({ value, source: place }) => draftFromObject(value, place, options));
  const understood = drafts.some((draft) => draft.question !== "") && drafts.some((draft) => draft.answers.length > 0);
  if (!understood) {
    throw new KefuError(
      "input",
      "kb.format.unknown-columns",
      { headers: keysOf(items) },
      {
        where: { file },
        hint: { key: "kb.format.map-hint" },
      },
    );
  }
  const log = new IssueLog();
  return { ...finishEntries(file, drafts, log), issues: log.issues };
}

/** A list of objects, `{entries: […]}`, `{data: […]}` as WeChat's dialogue platform has it, or one object a line. */
export const jsonFormat: SourceFormat = { name: "json", parse: parseJson };
