import { KefuError } from "../../../messages/errors.js";
import type { Issue } from "../../../messages/errors.js";
import { MAX_ENTRIES, tooLarge } from "../../../tables/limits.js";
import type { OpenTable } from "../../../tables/read.js";
import { openTables, withoutHeader } from "../../../tables/read.js";
import type { Table } from "../../../tables/table.js";
import type { Column, ColumnPlan } from "./columns.js";
import { columnName, hasField, headerScore, planColumns } from "./columns.js";
import type { EntryDraft } from "../draft.js";
import { IssueLog } from "../draft.js";
import { EntryFinisher } from "../finish.js";
import { guessColumns, looksLikeQuestion } from "../guess.js";
import type { ColumnMapping, EntrySink, FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";
import { mapOption, mappingSnippet, proposalAmong } from "./proposal.js";
import { RowFolder } from "./rows.js";

/** Entries that are handed on at a time. */
const BATCH = 1024;

interface PlannedTable {
  readonly open: OpenTable;
  /** Its head: the header and the first rows. */
  readonly table: Table;
  readonly plan: ColumnPlan;
  readonly guessed?: readonly Column[];
}

function isComplete({ columns }: Pick<ColumnPlan, "columns">): boolean {
  return hasField(columns, "question") && hasField(columns, "answer");
}

/** A first row that asks is no header: the sheet has none. */
function withHeaderChecked(table: Table, question: number | undefined): Table {
  return question !== undefined && looksLikeQuestion(table.header[question] ?? "") ? withoutHeader(table) : table;
}

function planTable(open: OpenTable, options: FormatOptions): PlannedTable {
  const plan = planColumns(open.head, options);
  const question = plan.columns.find(({ field }) => field === "question")?.at;
  return { open, plan, table: withHeaderChecked(open.head, question) };
}

function guessTable({ open, table, plan }: PlannedTable): PlannedTable | undefined {
  const guessed = guessColumns(table, plan.columns);
  if (guessed === undefined) return undefined;
  const checked = withHeaderChecked(table, guessed.find(({ field }) => field === "question")?.at);
  const named = guessed.map((column) => ({ ...column, header: columnName(checked.header, column.at) }));
  return { open, table: checked, plan: { ...plan, columns: [...plan.columns, ...guessed] }, guessed: named };
}

function unknownColumns(file: string, planned: readonly PlannedTable[], options: FormatOptions): KefuError {
  const widest = [...planned].sort((a, b) => b.table.rows.length - a.table.rows.length)[0]!;
  const { header, sheet, headerRow } = widest.table;
  const headers = header.map((_, at) => columnName(header, at)).join(" | ");
  const where = { file, ...(sheet === undefined ? {} : { sheet }), row: Math.max(1, headerRow) };
  const [missing] = widest.plan.missing;
  if (missing !== undefined) {
    return new KefuError(
      "input",
      "kb.format.no-such-column",
      { name: missing, headers },
      { where, hint: { key: "kb.format.map-hint" } },
    );
  }
  const proposal = proposalAmong(
    file,
    planned.map(({ table }) => table),
    options,
  );
  const hint =
    proposal === undefined
      ? ({ key: "kb.format.map-hint" } as const)
      : ({
          key: "kb.mapping.hint",
          params: { file, snippet: mappingSnippet(proposal), map: mapOption(proposal) },
        } as const);
  return new KefuError("input", "kb.format.unknown-columns", { headers }, { where, hint });
}

/** The sheets to read: those whose columns are known; only where there is none, those whose columns can be guessed. */
function chooseTables(file: string, planned: readonly PlannedTable[], options: FormatOptions): PlannedTable[] {
  const known = planned.filter(({ plan }) => isComplete(plan) && plan.missing.length === 0);
  if (known.length > 0) return known;
  const guessed = planned.flatMap((item) => (item.plan.missing.length > 0 ? [] : (guessTable(item) ?? [])));
  if (guessed.length > 0) return guessed;
  throw unknownColumns(file, planned, options);
}

function reportTables(file: string, tables: readonly Table[], chosen: readonly PlannedTable[], log: IssueLog): void {
  const read = new Set(chosen.map(({ table }) => table.sheet));
  for (const { sheet, hidden } of tables) {
    if (sheet === undefined || (read.has(sheet) && hidden !== true)) continue;
    log.add("info", hidden === true ? "kb.format.hidden-sheet" : "kb.format.other-sheet", { file, sheet });
  }
  for (const { table, plan, guessed } of chosen) {
    const where = {
      file,
      ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
      row: Math.max(1, table.headerRow),
    };
    if (guessed !== undefined) {
      const columns = guessed.map(({ field, header }) => `${field}=${header}`).join(", ");
      log.add("info", "kb.format.guessed", where, { columns });
    }
    const unused = plan.unused.filter((at) => guessed?.some((column) => column.at === at) !== true);
    const names = unused.map((at) => table.header[at] ?? "").filter((name) => name !== "");
    if (names.length > 0) log.add("info", "kb.format.unused-columns", where, { columns: names.join(", ") });
  }
}

function mappingOf(chosen: readonly PlannedTable[]): ColumnMapping | undefined {
  const first = chosen.find(({ guessed }) => guessed !== undefined);
  if (first?.guessed === undefined) return undefined;
  const { sheet } = first.table;
  return {
    ...(sheet === undefined ? {} : { sheet }),
    columns: first.guessed.map(({ field, header }) => ({ field, header })),
  };
}

/** Sheet by sheet and row by row, as someone goes through the file; what is about no row comes first. */
function inOrder(issues: readonly Issue[], tables: readonly Table[]): Issue[] {
  const sheets = tables.map(({ sheet }) => sheet);
  const place = ({ where }: Issue): number => sheets.indexOf(where?.sheet);
  return [...issues].sort((a, b) => place(a) - place(b) || (a.where?.row ?? 0) - (b.where?.row ?? 0));
}

/** The rows of the chosen sheets become entries one by one: the rows of a large file are never held together. */
async function readEntries(
  file: string,
  chosen: readonly PlannedTable[],
  log: IssueLog,
  sink: EntrySink | undefined,
): Promise<Pick<ParsedSource, "entries" | "skipped">> {
  const finisher = new EntryFinisher(file, log);
  let skipped = 0;
  let drafts = 0;
  let due = BATCH;
  for (const { open, table, plan } of chosen) {
    const place = { file, ...(table.sheet === undefined ? {} : { sheet: table.sheet }) };
    const emit = (draft: EntryDraft): void => {
      finisher.add(draft);
      if (++drafts > MAX_ENTRIES)
        throw tooLarge(file, "kb.table.too-many-entries", { most: MAX_ENTRIES }, { row: draft.source.row ?? 1 });
    };
    const folder = new RowFolder({ file, table, columns: plan.columns, log, emit });
    const hidden: number[] = [];
    if (table.headerZeros === true && table.headerRow > 0)
      log.add("warning", "kb.format.zeros", { ...place, row: open.head.headerRow });
    for await (const rows of open.rows(table)) {
      for (const row of rows) {
        if (row.hidden === true) hidden.push(row.row);
        folder.add(row);
        if (sink === undefined || drafts < due) continue;
        due = drafts + BATCH;
        await sink(finisher.take());
      }
    }
    folder.end();
    skipped += folder.skipped;
    const [row] = hidden;
    if (row !== undefined) log.add("info", "kb.table.hidden-rows", place, { count: hidden.length, row });
  }
  const finished = finisher.end();
  return { entries: finished.entries, skipped: skipped + finished.skipped };
}

async function parseTables(
  file: string,
  bytes: Uint8Array,
  options: FormatOptions,
  sink?: EntrySink,
): Promise<ParsedSource> {
  const all = await openTables(file, bytes, { headerScore: (cells) => headerScore(cells, options) });
  const leftOut = new Set(options.sheets?.flatMap(({ sheet, skip }) => (skip ? [sheet] : [])));
  const tables = all.filter(
    ({ head: { hidden, sheet, header, rows } }) =>
      hidden !== true && !leftOut.has(sheet ?? "") && (header.length > 0 || rows.length > 0),
  );
  if (tables.length === 0) throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  const chosen = chooseTables(
    file,
    tables.map((table) => planTable(table, options)),
    options,
  );
  const log = new IssueLog();
  const heads = all.map(({ head }) => head);
  reportTables(file, heads, chosen, log);
  const read = await readEntries(file, chosen, log, sink);
  const mapping = mappingOf(chosen);
  return { ...read, issues: inOrder(log.issues, heads), ...(mapping === undefined ? {} : { mapping }) };
}

/** csv, tsv and workbooks: a row is an entry. */
export const tableFormat: SourceFormat = {
  name: "table",
  parse: parseTables,
};
