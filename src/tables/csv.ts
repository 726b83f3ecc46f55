import { CsvError, parse } from "csv-parse/sync";
import { KefuError } from "../messages/errors.js";
import type { Grid, TableRow } from "./table.js";

const DELIMITERS = [",", "\t", ";"] as const;

/** The separator that stands most often outside quotes in the first lines; a comma when none does. */
export function detectDelimiter(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  let lines = 0;
  for (let at = 0; at < text.length && lines < 20; at++) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === "\n") lines++;
    else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...DELIMITERS].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0]!;
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/** Line of the last quote that opens a cell; for a file that ends inside one, the line to look at. */
function lastOpenedQuote(text: string): number {
  let line = 1;
  let opened = 1;
  let quoted = false;
  for (const char of text) {
    if (char === "\n") line++;
    if (char !== '"') continue;
    quoted = !quoted;
    if (quoted) opened = line;
  }
  return opened;
}

function quoteError(file: string, text: string, cause: CsvError): KefuError {
  const line = cause.code === "CSV_QUOTE_NOT_CLOSED" ? lastOpenedQuote(text) : Number(cause["lines"]);
  return new KefuError(
    "input",
    cause.code === "CSV_QUOTE_NOT_CLOSED" ? "kb.format.csv-open-quote" : "kb.format.csv-stray-quote",
    { file },
    { where: { file, line }, hint: { key: "kb.format.csv-quote-hint" }, cause },
  );
}

/** Line breaks inside the cells of a record. */
function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
}

/**
 * Comma-, tab- or semicolon-separated text by RFC 4180; rows may differ in length, empty lines are left out.
 * @throws KefuError `input` with the line, for a quote that is never closed or stands where none may stand
 */
export function readCsv(file: string, text: string): Grid {
  // One kind of line end, in cells too, so that lines are counted as an editor counts them.
  const plain = text.includes("\n") ? text.replaceAll("\r\n", "\n") : text.replaceAll("\r", "\n");
  try {
    const records = parse(plain, {
      delimiter: detectDelimiter(plain),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: "\n",
    }) as unknown as CsvRecord[];
    return {
      rows: records.map(({ record, info }): TableRow => ({ row: info.lines - breaksIn(record), cells: record })),
    };
  } catch (cause) {
    if (cause instanceof CsvError) throw quoteError(file, plain, cause);
    throw cause;
  }
}
