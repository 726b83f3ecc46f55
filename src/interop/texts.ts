import type { Issue, Location } from "../messages/errors.js";
import { isRecord, parseJson, type JsonRecord } from "./json-value.js";
import { TEXT_NAMES, textField } from "./record.js";

/** A text to be judged, and what its line holds beside it. */
export interface GivenText {
  readonly text: string;
  readonly where: Location;
  /** All fields of its line where it has more than the text. */
  readonly input?: JsonRecord;
}

/** Lines of a text or of JSON, with those that are none; blank ones count for neither. */
export interface GivenTexts {
  readonly texts: readonly GivenText[];
  readonly issues: readonly Issue[];
}

function given(value: unknown, where: Location): GivenText | Issue {
  const record = isRecord(value) ? value : { text: value };
  const text = textField(record, TEXT_NAMES);
  if (text === undefined) return { severity: "error", key: "nlu.predict.no-text", where };
  return { text, where, ...(Object.keys(record).length > 1 && { input: record }) };
}

/**
 * Reads lines one by one: JSON objects with a text, JSON texts, or plain texts. The first line that is not blank tells which, unless
 * the name of the file does.
 */
export function lineReader(file: string): (raw: string, line: number) => GivenText | Issue | undefined {
  let json = /\.(jsonl|ndjson)$/iu.test(file) ? true : undefined;
  return (raw, line) => {
    const text = (line === 1 ? raw.replace(/^\uFEFF/u, "") : raw).trim();
    if (text === "") return undefined;
    const where = { file, line };
    json ??= isRecord(parseJson(text));
    if (!json) return { text, where };
    try {
      return given(JSON.parse(text), where);
    } catch (error) {
      return { severity: "error", key: "nlu.data.not-json", params: { reason: (error as Error).message }, where };
    }
  };
}

function sorted(all: readonly (GivenText | Issue | undefined)[]): GivenTexts {
  const texts: GivenText[] = [];
  const issues: Issue[] = [];
  for (const one of all) {
    if (one === undefined) continue;
    if ("severity" in one) issues.push(one);
    else if (one.text.trim() !== "") texts.push(one);
  }
  return { texts, issues };
}

/** A table with a column of texts, or with one column alone. */
async function textsInTable(file: string, bytes: Uint8Array): Promise<GivenTexts> {
  const { readTables, withoutHeader } = await import("../tables/read.js");
  const columnOf = (header: readonly string[]): number => {
    const names = header.map((name) => name.trim().toLowerCase());
    return TEXT_NAMES.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1;
  };
  const headerScore = (cells: readonly string[]): number => (columnOf(cells) < 0 ? 0 : 1);
  const all: (GivenText | Issue)[] = [];
  for (const table of await readTables(file, bytes, { headerScore })) {
    const place = table.sheet === undefined ? { file } : { file, sheet: table.sheet };
    const named = columnOf(table.header);
    const bare = withoutHeader(table);
    if (named < 0 && bare.header.length > 1) {
      const where = { ...place, row: Math.max(1, table.headerRow) };
      all.push({ severity: "error", key: "nlu.predict.no-column", params: { found: table.header.join(", ") }, where });
      continue;
    }
    for (const { row, cells } of (named < 0 ? bare : table).rows) {
      const text = cells[Math.max(0, named)] ?? "";
      const rest = table.header.flatMap((name, at) => (name === "" ? [] : [[name, cells[at] ?? ""] as const]));
      all.push({ text, where: { ...place, row }, ...(rest.length > 1 && { input: Object.fromEntries(rest) }) });
    }
  }
  return sorted(all);
}

/**
 * The texts of a file: a column of a table; lines of JSON or of text; a JSON list; the examples of training data of any form. Blank
 * ones are left out.
 * @throws KefuError `input` for a file that cannot be read at all
 */
export async function readTexts(file: string, bytes: Uint8Array): Promise<GivenTexts> {
  if (/\.(csv|tsv|xlsx)$/iu.test(file)) return textsInTable(file, bytes);
  const { sourceFile } = await import("./source-file.js");
  const source = await sourceFile(file, bytes);
  const list = /\.json$/iu.test(file) ? parseJson(source.text) : undefined;
  if (Array.isArray(list)) return sorted(list.map((value, at) => given(value, { file, row: at + 1 })));
  if (!/\.(json|ya?ml|md|lu)$/iu.test(file)) {
    const read = lineReader(file);
    return sorted(source.text.split("\n").map((raw, at) => read(raw, at + 1)));
  }
  const { parseFiles } = await import("./formats.js");
  const { dataset, issues, skipped } = await parseFiles([source]);
  const unknown = skipped.map((name): Issue => ({ severity: "error", key: "nlu.data.form", where: { file: name } }));
  const texts = dataset.utterances.map(({ text, intent, where = { file } }) => ({
    ...{ text, where },
    input: { text, intent },
  }));
  return { texts, issues: [...issues, ...unknown] };
}
