import type { Table, TableRow } from "../../../tables/table.js";
import type { AnswerVariant, EntrySource } from "../../entry.js";
import type { Column } from "./columns.js";
import type { AnswerDraft, EntryDraft, IssueLog } from "../draft.js";
import type { FieldName } from "../fields.js";
import { jsonAnswers } from "../objects/json-answers.js";
import { QnaGroups, isQna } from "./qna.js";
import { parseStatus, parseTags, splitIds, splitList, splitWords } from "../values.js";

const FORMATS: readonly [RegExp, AnswerVariant["format"]][] = [
  [/markdown|^md$|富文本/i, "markdown"],
  [/card|卡片/i, "card"],
];

/** The format that a cell names (`markdown`, `富文本`, `卡片`…); `text` where it names none. */
export function answerFormat(text: string): AnswerVariant["format"] {
  return FORMATS.find(([pattern]) => pattern.test(text))?.[1] ?? "text";
}

/** The cells of one row by field; columns in the order of the plan. */
export class RowReader {
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

  /** What stands in the columns of tags, as one text. */
  tagTexts(): string {
    return this.of("tags")
      .map(({ text }) => text)
      .join("\0");
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

/** A csv row that is longer than its header has a comma too many: an answer would be served cut off. */
function isTooLong(table: Table, row: TableRow): boolean {
  if (table.sheet !== undefined || table.headerRow === 0) return false;
  return row.cells.slice(table.header.length).some((cell) => cell.trim() !== "");
}

/** Where entries of several rows are put together: the plan of a sheet, and what to do with a whole entry. */
export interface RowPlan {
  readonly file: string;
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly log: IssueLog;
  emit(draft: EntryDraft): void;
}

/** Reads the rows of a sheet whose columns are known. An entry is handed on when no further row can belong to it. */
export class RowFolder {
  /** Rows left out for having too many cells. */
  skipped = 0;
  private last: EntryDraft | undefined;
  private readonly questionAt: number;
  private readonly qna: QnaGroups | undefined;

  constructor(private readonly plan: RowPlan) {
    const { columns } = plan;
    this.questionAt = columns.find(({ field }) => field === "question")?.at ?? -1;
    this.qna = isQna(columns) ? new QnaGroups() : undefined;
  }

  add(tableRow: TableRow): void {
    const { file, table, columns, log } = this.plan;
    const source = { file, ...(table.sheet === undefined ? {} : { sheet: table.sheet }), row: tableRow.row };
    if (tableRow.zeros === true) log.add("warning", "kb.format.zeros", source);
    if (isTooLong(table, tableRow)) {
      const sizes = { cells: tableRow.cells.length, columns: table.header.length };
      log.add("warning", "kb.format.too-many-cells", source, sizes);
      this.skipped++;
      return;
    }
    const row = new RowReader(columns, tableRow);
    const draft = draftOf(row, source);
    const merged = tableRow.merged?.includes(this.questionAt) === true ? this.last : undefined;
    const into = merged ?? this.qna?.find(row, draft);
    if (into !== undefined) fold(into, draft);
    else this.begin(draft);
  }

  end(): void {
    if (this.qna !== undefined) for (const draft of this.qna.resolved()) this.plan.emit(draft);
    else if (this.last !== undefined) this.plan.emit(this.last);
    this.last = undefined;
  }

  private begin(draft: EntryDraft): void {
    // Phrasings of one answer of QnA Maker need not stand together: nothing is whole before the end.
    if (this.qna === undefined && this.last !== undefined) this.plan.emit(this.last);
    this.last = draft;
  }
}

/** As {@link RowFolder}, for a sheet whose rows are all there. */
export function readRows(
  file: string,
  table: Table,
  columns: readonly Column[],
  log: IssueLog,
): { drafts: EntryDraft[]; skipped: number } {
  const drafts: EntryDraft[] = [];
  const folder = new RowFolder({ file, table, columns, log, emit: (draft) => drafts.push(draft) });
  for (const row of table.rows) folder.add(row);
  folder.end();
  return { drafts, skipped: folder.skipped };
}
