import { MAX_COLUMNS, MAX_REPEATS, MAX_ROWS, MAX_SHEETS, TableBudget, tooLarge } from "./limits.js";
import { MergeFiller } from "./merges.js";
import type { SheetSource, TableRow } from "./table.js";
import type { XmlHandler } from "./xml-parts.js";
import { attributeOf, readXml, walkXml } from "./xml-parts.js";
import { openZip } from "./zip.js";
import type { ZipParts } from "./zip.js";

const CONTENT = "content.xml";

function count(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

/** `PT08H30M00S` as `08:30`. */
function clockOf(duration: string): string {
  const found = /^PT(\d+)H(\d+)M(\d+)(?:\.\d+)?S$/.exec(duration);
  if (found === null) return duration;
  const [, hours = "", minutes = "", seconds = ""] = found;
  return `${hours}:${minutes}${Number(seconds) === 0 ? "" : `:${seconds}`}`;
}

function dateOf(value: string): string {
  return value
    .replace("T", " ")
    .replace(/\.\d+$/, "")
    .replace(/ 00:00:00$/, "");
}

type Attributes = Readonly<Record<string, string>>;

/** A cell's value; where the display matters (leading zeros, percent, money), the text that was shown. */
function valueOf(cell: Attributes, shown: string): string {
  const type = attributeOf(cell, "value-type");
  const value = attributeOf(cell, "value");
  if (type === "date") return dateOf(attributeOf(cell, "date-value") ?? shown);
  if (type === "time") return clockOf(attributeOf(cell, "time-value") ?? shown);
  if (type === "boolean") return attributeOf(cell, "boolean-value") === "true" ? "TRUE" : "FALSE";
  if (type === "float" && value !== undefined && /^-?[\d.,\s]*$/.test(shown) && !/^0\d/.test(shown))
    return String(Number(Number(value).toPrecision(15)));
  // An error has a formula and shows its name.
  if (type === "string" && /^(?:#[A-Z/0!?]+|Err:\d+)$/.test(shown) && attributeOf(cell, "formula") !== undefined)
    return "";
  return shown === "" ? (attributeOf(cell, "string-value") ?? "") : shown;
}

/** Names of the sheets and which are hidden; sees the whole part once, without its cells. */
class SheetList implements XmlHandler {
  readonly sheets: { readonly name: string; readonly style: string }[] = [];
  readonly hiddenStyles = new Set<string>();
  private style = "";
  private depth = 0;

  constructor(private readonly file: string) {}

  open(tag: string, attributes: Attributes): void {
    if (tag === "style") this.style = attributeOf(attributes, "name") ?? "";
    else if (tag === "table-properties" && attributeOf(attributes, "display") === "false")
      this.hiddenStyles.add(this.style);
    else if (tag === "table" && this.depth++ === 0) {
      if (this.sheets.length === MAX_SHEETS)
        throw tooLarge(this.file, "kb.table.too-many-sheets", { most: MAX_SHEETS });
      const name = attributes["table:name"] ?? `${this.sheets.length + 1}`;
      this.sheets.push({ name, style: attributes["table:style-name"] ?? "" });
    }
  }

  close(tag: string): void {
    if (tag === "table") this.depth--;
  }
}

/** Collects the rows of one sheet. */
class OdsRows implements XmlHandler {
  private rows: TableRow[] = [];
  private readonly filler = new MergeFiller([]);
  private sheet = -1;
  private depth = 0;
  private row = 0;
  private rowAttributes: Attributes = {};
  private cells: string[] = [];
  private column = 0;
  private cell: Attributes = {};
  private shown = "";
  private paragraphs = 0;
  private inParagraph = 0;
  private inNote = 0;

  constructor(
    private readonly file: string,
    private readonly wanted: number,
    private readonly name: string,
    private readonly budget: TableBudget,
  ) {}

  get finished(): boolean {
    return this.sheet > this.wanted;
  }

  take(): TableRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === "table") {
      if (this.depth++ === 0) this.sheet++;
      return;
    }
    if (this.sheet !== this.wanted || this.depth !== 1) return;
    if (tag === "table-row") this.openRow(attributes);
    else if (tag === "table-cell" || tag === "covered-table-cell") this.openCell(attributes);
    else if (tag === "annotation" || tag === "ruby-text") this.inNote++;
    else if (this.inNote === 0) this.openText(tag, attributes);
  }

  text(piece: string): void {
    if (this.inParagraph > 0 && this.inNote === 0) this.shown += piece;
  }

  close(tag: string): void {
    if (tag === "table") this.depth--;
    if (this.sheet !== this.wanted || this.depth !== 1) return;
    if (tag === "p" && this.inParagraph > 0) this.inParagraph--;
    else if (tag === "annotation" || tag === "ruby-text") this.inNote--;
    else if (tag === "table-cell" || tag === "covered-table-cell") this.closeCell();
    else if (tag === "table-row") this.closeRow();
  }

  private openRow(attributes: Attributes): void {
    this.row++;
    this.rowAttributes = attributes;
    this.cells = [];
    this.column = 0;
  }

  private openCell(attributes: Attributes): void {
    this.cell = attributes;
    this.shown = "";
    this.paragraphs = 0;
    this.inParagraph = 0;
  }

  private openText(tag: string, attributes: Attributes): void {
    if (tag === "p") {
      if (this.paragraphs++ > 0) this.shown += "\n";
      this.inParagraph++;
    } else if (this.inParagraph === 0) return;
    else if (tag === "line-break") this.shown += "\n";
    else if (tag === "tab") this.shown += "\t";
    else if (tag === "s") this.shown += " ".repeat(Math.min(1_000, count(attributeOf(attributes, "c"))));
  }

  private closeCell(): void {
    const repeated = count(attributeOf(this.cell, "number-columns-repeated"));
    const text = valueOf(this.cell, this.shown);
    const last = this.column + repeated;
    if (text !== "") {
      if (last > MAX_COLUMNS)
        throw tooLarge(
          this.file,
          "kb.table.too-many-columns",
          { most: MAX_COLUMNS },
          { sheet: this.name, row: this.row },
        );
      while (this.cells.length < this.column) this.cells.push("");
      for (let at = this.column; at < last; at++) this.cells[at] = text;
      this.merge(this.column);
    }
    this.column = last;
  }

  private merge(left: number): void {
    const across = count(attributeOf(this.cell, "number-columns-spanned"));
    const down = count(attributeOf(this.cell, "number-rows-spanned"));
    if (across > 1 || down > 1)
      this.filler.add({ top: this.row, bottom: this.row + down - 1, left, right: left + across - 1 });
  }

  private closeRow(): void {
    const repeated = count(attributeOf(this.rowAttributes, "number-rows-repeated"));
    const last = this.row + repeated - 1;
    if (this.cells.length > 0) {
      if (last > MAX_ROWS || repeated > MAX_REPEATS)
        throw tooLarge(this.file, "kb.table.too-many-rows", { most: MAX_ROWS }, { sheet: this.name, row: this.row });
      const hidden = (attributeOf(this.rowAttributes, "visibility") ?? "visible") !== "visible";
      for (let row = this.row; row <= last; row++) {
        const filled = this.filler.fill(row, [...this.cells]);
        this.budget.add(row, filled.cells);
        this.rows.push(hidden ? { ...filled, hidden } : filled);
      }
    }
    this.row = last;
  }
}

async function* readRows(file: string, zip: ZipParts, wanted: number, name: string): AsyncGenerator<TableRow[]> {
  const collected = new OdsRows(file, wanted, name, new TableBudget(file, name));
  for await (const rows of readXml({ file, name: CONTENT, chunks: zip.read(CONTENT) }, collected, () =>
    collected.take(),
  )) {
    yield rows;
    if (collected.finished) return;
  }
}

/**
 * The sheets of an OpenDocument spreadsheet, in its order; rows are read as they are asked for.
 * @throws KefuError `input` when the file is damaged, hostile or too large
 */
export async function openOds(file: string, bytes: Uint8Array): Promise<SheetSource[]> {
  const zip = await openZip(file, bytes);
  const list = new SheetList(file);
  await walkXml({ file, name: CONTENT, chunks: zip.read(CONTENT) }, list);
  return list.sheets.map(({ name, style }, at) => ({
    sheet: name,
    ...(list.hiddenStyles.has(style) ? { hidden: true } : {}),
    rows: () => readRows(file, zip, at, name),
  }));
}
