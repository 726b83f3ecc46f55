import { isRecord } from "../../../interop/json-value.js";
import { parse } from "yaml";
import { hasField, planColumns } from "../table/columns.js";
import type { EntryDraft } from "../draft.js";
import { IssueLog } from "../draft.js";
import type { SectionBlock } from "./sections.js";
import { draftFromObject } from "../objects/object-draft.js";
import type { FormatOptions } from "../source-format.js";
import { readRows } from "../table/rows.js";

/** An entry that an export wrote as YAML in a fence: `yaml kefu`. */
export function entryInFence(
  { fence, line }: SectionBlock,
  file: string,
  options: FormatOptions,
): EntryDraft | undefined {
  if (fence?.info !== "yaml kefu") return undefined;
  try {
    const value: unknown = parse(fence.text, { maxAliasCount: 0 });
    return isRecord(value) ? draftFromObject(value, { file, line }, { locale: options.locale }) : undefined;
  } catch {
    return undefined;
  }
}

/** A term of a definition list and what stands under it. */
export interface Definition {
  readonly term: string;
  readonly line: number;
  readonly texts: readonly string[];
}

/** A paragraph that is a list of terms, each with lines that begin with `: ` below it. */
export function definitionsIn({ lines, line }: SectionBlock): Definition[] | undefined {
  if (lines.length < 2 || !/^\s{0,3}:\s+\S/.test(lines[1]!)) return undefined;
  const found: { term: string; line: number; texts: string[] }[] = [];
  for (const [at, text] of lines.entries()) {
    const said = /^\s{0,3}:\s+(.*)$/.exec(text)?.[1];
    const next = lines[at + 1];
    const starts = next !== undefined && /^\s{0,3}:\s+\S/.test(next) && said === undefined;
    if (starts) found.push({ term: text.replace(/\*\*|__/g, "").trim(), line: line + at, texts: [] });
    else found.at(-1)?.texts.push(said ?? text.trim());
  }
  return found;
}

/** The rows of a table whose header names questions and answers. */
export function rowsAsDrafts({ rows, line }: SectionBlock, file: string, category: readonly string[]): EntryDraft[] {
  const [header = [], ...body] = rows;
  if (body.length === 0) return [];
  const table = {
    header: [...header],
    headerRow: 1,
    rows: body.map((cells, at) => ({ row: at + 1, cells: [...cells] })),
  };
  const { columns } = planColumns(table, { locale: "en" });
  if (!hasField(columns, "question") || !hasField(columns, "answer")) return [];
  const heading = category.join("/");
  return readRows(file, table, columns, new IssueLog()).drafts.map((draft) => ({
    ...draft,
    category: (draft.category ?? "") === "" ? heading : draft.category!,
    source: { file, line: line + 1 + draft.source.row!, ...(heading === "" ? {} : { heading }) },
  }));
}
