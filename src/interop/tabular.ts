import type { Issue, Location } from "../messages/errors.js";
import type { Table } from "../tables/table.js";
import { INTENT_NAMES, TEXT_NAMES, readSpans, trimmed } from "./record.js";
import { EMPTY_DATASET, type EntitySpan, type ParsedData, type Utterance } from "./training-data.js";

const ENTITY_NAMES = ["entities", "实体", "實體"];

interface Columns {
  readonly text: number;
  readonly intent: number;
  readonly entities: number;
}

/** The column with the best known of some names. */
function column(header: readonly string[], names: readonly string[]): number {
  const cells = header.map((cell) => cell.trim().toLowerCase());
  return names.map((name) => cells.indexOf(name)).find((at) => at >= 0) ?? -1;
}

function columnsOf(header: readonly string[]): Columns | undefined {
  const [text, intent] = [column(header, TEXT_NAMES), column(header, INTENT_NAMES)];
  return text < 0 || intent < 0 ? undefined : { text, intent, entities: column(header, ENTITY_NAMES) };
}

/** Columns of one name of which only one would be read; undefined where every name that is read stands once. */
function doubled(
  header: readonly string[],
  { text, intent, entities }: Columns,
): [name: string, ...at: number[]] | undefined {
  const cells = header.map((cell) => cell.trim().toLowerCase());
  for (const at of [text, intent, entities].filter((one) => one >= 0)) {
    const same = [...cells.keys()].filter((one) => cells[one] === cells[at]);
    if (same.length > 1) return [header[at]!.trim(), ...same];
  }
  return undefined;
}

/** Fewer rows say too little about what a column holds. */
const LEAST_ROWS = 10;
const LONGEST_NAME = 80;

/** A call takes no more than some hundred thousand arguments: `Math.max` fails on a long table. */
function longestOf(items: readonly { readonly length: number }[]): number {
  return items.reduce((most, { length }) => Math.max(most, length), 0);
}

/**
 * The columns of a table without a header, by what they hold: intents come again and again, texts do not.
 * Undefined where this is not plain.
 */
function columnsByContent({ rows }: Table): Columns | undefined {
  if (rows.length < LEAST_ROWS) return undefined;
  const width = longestOf(rows.map(({ cells }) => cells));
  const facts = Array.from({ length: width }, (_, at) => {
    const cells = rows.map((row) => (row.cells[at] ?? "").trim());
    const distinct = new Set(cells).size;
    const mean = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
    return { at, distinct, mean, full: !cells.includes(""), longest: longestOf(cells) };
  });
  const intents = facts.filter(
    ({ distinct, full, longest }) => full && distinct > 1 && 2 * distinct <= rows.length && longest <= LONGEST_NAME,
  );
  const texts = facts.filter(({ distinct, mean }) => 2 * distinct > rows.length && mean > 3);
  if (intents.length !== 1 || texts.length !== 1) return undefined;
  const intent = intents[0]!.at;
  // A name that stands in the first row alone is the name of a column that is not known here.
  const first = rows[0]!.cells[intent];
  if (rows.every(({ cells }, i) => i === 0 || cells[intent] !== first)) return undefined;
  return { text: texts[0]!.at, intent, entities: -1 };
}

function entitiesIn(cell: string, text: string): EntitySpan[] | undefined {
  if (cell.trim() === "") return [];
  try {
    return readSpans(JSON.parse(cell), text);
  } catch {
    return undefined;
  }
}

function readRow(cells: readonly string[], columns: Columns, where: Location): Utterance | Issue {
  const [text, intent] = [cells[columns.text] ?? "", cells[columns.intent] ?? ""];
  if (text.trim() === "" || intent.trim() === "") return { severity: "warning", key: "nlu.data.row", where };
  const entities = columns.entities < 0 ? [] : entitiesIn(cells[columns.entities] ?? "", text);
  if (entities === undefined) return { severity: "error", key: "nlu.data.spans", params: { text }, where };
  return trimmed(text, intent, entities, where);
}

/** A known header, else the columns by content; an issue where neither tells. */
function recognised(
  table: Table,
  bare: Table,
  letters: (column: number) => string,
  file: string,
): { table: Table; columns?: Columns; issue?: Issue } {
  const { sheet, header, headerRow } = table;
  const place = sheet === undefined ? { file } : { file, sheet };
  const named = columnsOf(header);
  const [name, ...same] = named === undefined ? [] : (doubled(header, named) ?? []);
  if (name !== undefined) {
    const params = { name, columns: same.map(letters).join(", ") };
    const where = { ...place, row: headerRow };
    return { table, issue: { severity: "error", key: "nlu.data.doubled-column", params, where } };
  }
  if (named !== undefined) return { table, columns: named };
  const found = columnsByContent(bare);
  if (found === undefined) {
    const where = { ...place, row: Math.max(1, headerRow) };
    return {
      table,
      issue: { severity: "error", key: "nlu.data.columns", params: { found: header.join(", ") }, where },
    };
  }
  const params = { text: letters(found.text), intent: letters(found.intent) };
  return {
    table: bare,
    columns: found,
    issue: { severity: "warning", key: "nlu.data.no-header", params, where: place },
  };
}

/**
 * A table (csv, tsv, xlsx) with a column of texts and one of intents, and perhaps `entities`: a JSON list of spans. Without a
 * header the columns are told by what they hold.
 */
export async function parseTabular(file: string, bytes: Uint8Array): Promise<ParsedData> {
  const [{ readTables, withoutHeader }, { columnLetters }] = await Promise.all([
    import("../tables/read.js"),
    import("../tables/table.js"),
  ]);
  const headerScore = (cells: readonly string[]): number => (columnsOf(cells) === undefined ? 0 : 1);
  const utterances: Utterance[] = [];
  const issues: Issue[] = [];
  for (const sheet of await readTables(file, bytes, { headerScore })) {
    const { table, columns, issue } = recognised(sheet, withoutHeader(sheet), columnLetters, file);
    if (issue !== undefined) issues.push(issue);
    if (columns === undefined) continue;
    for (const { row, cells } of table.rows) {
      const where = { file, ...(table.sheet === undefined ? {} : { sheet: table.sheet }), row };
      const read = readRow(cells, columns, where);
      if ("severity" in read) issues.push(read);
      else utterances.push(read);
    }
  }
  return { dataset: { ...EMPTY_DATASET, utterances }, issues };
}
