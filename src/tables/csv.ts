import { KefuError } from "../messages/errors.js";
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_LINES, MAX_ROWS, TableBudget, tooLarge } from "./limits.js";
import type { TableRow } from "./table.js";

const DELIMITERS = [",", "\t", ";"] as const;
/** Characters and lines that the separator is told by. */
const SAMPLE = 65_536;
const SAMPLE_LINES = 20;

/** How often each separator stands outside quotes in each of the first lines that have any. */
function countDelimiters(text: string): Record<string, number>[] {
  const lines: Record<string, number>[] = [];
  let counts: Record<string, number> = {};
  let quoted = false;
  for (let at = 0; at < Math.min(text.length, SAMPLE) && lines.length < SAMPLE_LINES; at++) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "\n" || char === "\r") {
      if (Object.keys(counts).length > 0) lines.push(counts);
      counts = {};
    } else if (char === "," || char === "\t" || char === ";") counts[char] = (counts[char] ?? 0) + 1;
  }
  return Object.keys(counts).length > 0 ? [...lines, counts] : lines;
}

/**
 * The separator that most of the first lines have the same number of: columns are as many in every line, commas in a text
 * are not. A comma when nothing tells.
 */
export function detectDelimiter(text: string): string {
  const lines = countDelimiters(text);
  const ranked = DELIMITERS.map((delimiter) => {
    const tally = new Map<number, number>();
    for (const { [delimiter]: count = 0 } of lines) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
    const [count = 0, agreeing = 0] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { delimiter, agreeing, count, first: lines[0]?.[delimiter] ?? 0 };
  });
  ranked.sort((a, b) => b.agreeing - a.agreeing || b.first - a.first || b.count - a.count);
  return ranked[0]!.delimiter;
}

/** The next place of a sign, looked for once for all cells before it. */
class Sign {
  private at = -1;

  constructor(
    private readonly text: string,
    private readonly sign: string,
  ) {}

  from(start: number): number {
    if (this.at < start) {
      const found = this.text.indexOf(this.sign, start);
      this.at = found < 0 ? this.text.length : found;
    }
    return this.at;
  }
}

/** Reads the cells of a text one after the other; knows the line it stands on. */
class CsvCursor {
  private at = 0;
  line = 1;
  private readonly carriages: Sign;
  private readonly feeds: Sign;
  private readonly parts: Sign;

  constructor(
    private readonly file: string,
    private readonly text: string,
    private readonly delimiter: string,
  ) {
    this.carriages = new Sign(text, "\r");
    this.feeds = new Sign(text, "\n");
    this.parts = new Sign(text, delimiter);
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** Passes over lines without a character. */
  skipEmpty(): void {
    for (let code = this.text.charCodeAt(this.at); code === 10 || code === 13; code = this.text.charCodeAt(this.at)) {
      this.at = this.afterEnd(this.at);
      this.line++;
    }
  }

  /** The cells up to the end of the line, or of the text. */
  row(): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.cell());
      if (cells.length > MAX_COLUMNS) throw this.tooMuch("kb.table.too-many-columns", MAX_COLUMNS);
      if (this.text[this.at] === this.delimiter) this.at++;
      else {
        if (!this.done) this.line++;
        this.at = this.afterEnd(this.at);
        return cells;
      }
    }
  }

  /** The next end of a line: CR LF, LF, or a CR of its own, as editors and Excel have it. */
  private end(from: number): number {
    return Math.min(this.carriages.from(from), this.feeds.from(from));
  }

  private afterEnd(end: number): number {
    return this.text[end] === "\r" && this.text[end + 1] === "\n" ? end + 2 : end + 1;
  }

  private cell(): string {
    const mark = this.skipBlanks(this.at);
    return this.text[mark] === '"' ? this.quotedCell(mark) : this.plainCell();
  }

  /** Spaces may stand around a quoted cell; they belong to a plain one. */
  private skipBlanks(from: number): number {
    let at = from;
    while (this.text[at] === " ") at++;
    return at;
  }

  /** A mark inside a cell that none opened is text, as Excel reads it: `15" screen`, or JSON of QnA Maker. */
  private plainCell(): string {
    const end = Math.min(this.parts.from(this.at), this.end(this.at));
    const cell = this.text.slice(this.at, end);
    if (cell.length > MAX_CELL_CHARACTERS) throw this.tooMuch("kb.table.cell-too-long", MAX_CELL_CHARACTERS);
    this.at = end;
    return cell;
  }

  private quotedCell(mark: number): string {
    const opened = this.line;
    let from = mark + 1;
    let cell = "";
    for (;;) {
      const close = this.text.indexOf('"', from);
      if (close < 0) throw this.quoteError("kb.format.csv-open-quote", opened);
      cell += this.text.slice(from, close);
      if (cell.length > MAX_CELL_CHARACTERS) throw this.tooMuch("kb.table.cell-too-long", MAX_CELL_CHARACTERS);
      from = close + 1;
      if (this.text[from] !== '"') break;
      cell += '"';
      from++;
    }
    for (let end = this.end(mark); end < from; end = this.end(this.afterEnd(end))) this.line++;
    this.at = this.skipBlanks(from);
    const sign = this.text[this.at];
    if (sign !== undefined && sign !== this.delimiter && sign !== "\n" && sign !== "\r") {
      // A cell over several lines that ends in the middle of one swallowed them: its first mark has lost its partner.
      throw opened < this.line
        ? this.quoteError("kb.format.csv-open-quote", opened)
        : this.quoteError("kb.format.csv-stray-quote", this.line);
    }
    return cell.includes("\r") ? cell.replace(/\r\n?/g, "\n") : cell;
  }

  private quoteError(key: "kb.format.csv-open-quote" | "kb.format.csv-stray-quote", line: number): KefuError {
    const { file } = this;
    return new KefuError("input", key, { file }, { where: { file, line }, hint: { key: "kb.format.csv-quote-hint" } });
  }

  private tooMuch(key: "kb.table.too-many-columns" | "kb.table.cell-too-long", most: number): KefuError {
    return tooLarge(this.file, key, { most }, { line: this.line });
  }
}

/**
 * Comma-, tab- or semicolon-separated text by RFC 4180, row by row; rows may differ in length, empty lines are left out,
 * and spaces around a quoted cell do not count. Lines are counted as an editor counts them.
 * @throws KefuError `input` with the line, for a quote that is never closed or has text after it, and for more
 * rows, columns or characters than a table has
 */
export function* csvRows(file: string, text: string): Generator<TableRow> {
  const cursor = new CsvCursor(file, text, detectDelimiter(text));
  const budget = new TableBudget(file);
  let rows = 0;
  for (cursor.skipEmpty(); !cursor.done; cursor.skipEmpty()) {
    const row = cursor.line;
    if (row > MAX_LINES) throw tooLarge(file, "kb.table.too-many-rows", { most: MAX_LINES }, { line: row });
    const cells = cursor.row();
    if (cells.every((cell) => cell === "")) continue;
    if (++rows > MAX_ROWS) throw tooLarge(file, "kb.table.too-many-rows", { most: MAX_ROWS }, { line: row });
    budget.add(row, cells);
    yield { row, cells };
  }
}
