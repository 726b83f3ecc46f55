import type { Location } from "../../messages/errors.js";
import type { Table, TableRow } from "../../tables/table.js";
import type { AnswerVariant, EntrySource } from "../entry.js";
import type { Column } from "./columns.js";
import type { AnswerDraft, EntryDraft, IssueLog } from "./draft.js";
import type { FieldName } from "./fields.js";
import { jsonAnswers } from "./json-answers.js";
import { parseStatus, parseTags, splitIds, splitList, splitWords } from "./values.js";

const FORMATS: readonly [RegExp, AnswerVariant["format"]][] = [
  [/markdown|^md$|富文本/i, "markdown"],
  [/card|卡片/i, "card"],
];

export function answerFormat(text: string): AnswerVariant["format"] {
  return FORMATS.find(([pattern]) => pattern.test(text))?.[1] ?? "text";
}

/** The cells of one row by field; columns in the order of the plan. */
class RowReader {
  constructor(
    private readonly columns: readonly Column[],
    private readonly row: TableRow,
  ) {}

  of(field: FieldName): { column: Column; text: string }[] {
    const found: { column: Column; text: string }[] = [];
    for (const column of this.columns) {
      const text = column.field === field ? (this.row.cells[column.at] ?? "").trim() : "";
      if (text !== "") found.push({ column, text });
    }
    return found;
  }

  first(field: FieldName): string {
    return this.of(field)[0]?.text ?? "";
  }
}

function readAnswers(row: RowReader): AnswerDraft[] {
  const format = answerFormat(row.first("format"));
  return row.of("answer").flatMap(({ column, text }) => jsonAnswers(text) ?? [{ ...column.variant, text, format }]);
}

function readTags(row: RowReader): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const { column, text } of row.of("tags")) {
    if (column.tag === undefined) Object.assign(tags, parseTags(text));
    else tags[column.tag] = text;
  }
  return tags;
}

/** `disable: true` and `status` say the same thing the other way round. */
function readStatus(row: RowReader): string {
  const disabled = row.first("disabled");
  return disabled !== "" && parseStatus(disabled) === "online" ? "offline" : row.first("status");
}

function draftOf(row: RowReader, source: EntrySource): EntryDraft {
  // A sheet may say that its dates are not in force.
  const timed = row.first("period") === "" || parseStatus(row.first("period")) === "online";
  return {
    id: row.first("id"),
    category: row
      .of("category")
      .map(({ text }) => text)
      .join("/"),
    question: row.first("question"),
    similar: row.of("similar").flatMap(({ text }) => splitList(text)),
    answers: readAnswers(row),
    related: row.of("related").flatMap(({ text }) => splitIds(text)),
    negative: row.of("negative").flatMap(({ text }) => splitWords(text)),
    ...(timed ? { from: row.first("from"), until: row.first("until") } : {}),
    status: readStatus(row),
    tags: readTags(row),
    source,
  };
}

/** Adds to an entry what a further row of it says: more wordings, another answer variant. */
function fold(into: EntryDraft, more: EntryDraft): void {
  into.similar.push(...more.similar);
  if (more.question !== into.question) into.similar.push(more.question);
  into.answers.push(...more.answers);
  into.related.push(...more.related);
}

/** QnA Maker exports one row a phrasing; rows with one QnaId and one answer are one entry. */
function groupKey(row: RowReader): string | undefined {
  const group = row.first("group");
  return group === "" ? undefined : `${group}\0${row.first("answer")}`;
}

/** A csv row that is longer than its header has a comma too many: an answer would be served cut off. */
function isTooLong(table: Table, row: TableRow): boolean {
  if (table.sheet !== undefined || table.headerRow === 0) return false;
  return row.cells.slice(table.header.length).some((cell) => cell.trim() !== "");
}

/** QnA Maker writes line breaks as `\n`. */
function unescapeBreaks(draft: EntryDraft): void {
  draft.answers = draft.answers.map((answer) => ({
    ...answer,
    format: "markdown",
    text: answer.text.replaceAll("\\n", "\n"),
  }));
}

/**
 * The entries of a sheet whose columns are known.
 * @returns drafts in row order, and how many rows were left out for having too many cells
 */
export function readRows(
  file: string,
  table: Table,
  columns: readonly Column[],
  log: IssueLog,
): { drafts: EntryDraft[]; skipped: number } {
  const drafts: EntryDraft[] = [];
  const groups = new Map<string, EntryDraft>();
  const questionAt = columns.find(({ field }) => field === "question")?.at ?? -1;
  const isQna = columns.some(({ field }) => field === "group");
  let skipped = 0;
  for (const tableRow of table.rows) {
    const source = { file, ...(table.sheet === undefined ? {} : { sheet: table.sheet }), row: tableRow.row };
    if (tableRow.zeros === true) log.add("warning", "kb.format.zeros", source);
    if (isTooLong(table, tableRow)) {
      const where: Location = source;
      log.add("warning", "kb.format.too-many-cells", where, {
        cells: tableRow.cells.length,
        columns: table.header.length,
      });
      skipped++;
      continue;
    }
    const row = new RowReader(columns, tableRow);
    const draft = draftOf(row, source);
    if (isQna) unescapeBreaks(draft);
    const key = groupKey(row);
    const merged = tableRow.merged?.includes(questionAt) === true ? drafts.at(-1) : undefined;
    const into = merged ?? (key === undefined ? undefined : groups.get(key));
    if (into !== undefined) fold(into, draft);
    else {
      drafts.push(draft);
      if (key !== undefined) groups.set(key, draft);
    }
  }
  return { drafts, skipped };
}
