import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, TableBudget, tooLarge } from "./limits.js";
import { MergeFiller } from "./merges.js";
import { NumberTexts } from "./numbers.js";
import type { SheetSource, TableRow } from "./table.js";
import type { XmlHandler } from "./xml-parts.js";
import { attributeOf, readXml, walkXml } from "./xml-parts.js";

const PIECE = 65_536;

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE);
    await new Promise((next) => setImmediate(next));
  }
}

function place(text: string | undefined, before: number): number {
  const given = Number(text);
  return Number.isInteger(given) && given > before ? given : before + 1;
}

function span(text: string | undefined): number {
  const given = Number(text ?? 0);
  return Number.isInteger(given) && given > 0 ? given : 0;
}

function valueOf(type: string | undefined, text: string, format: string, numbers: NumberTexts): string {
  if (type === "Error") return "";
  if (type === "Boolean") return text === "1" ? "TRUE" : "FALSE";
  if (type === "DateTime")
    return text
      .replace("T", " ")
      .replace(/\.\d+$/, "")
      .replace(/ 00:00:00$/, "");
  if (type === "Number" && text !== "") return numbers.text(Number(text), format);
  return text;
}

/** The sheets and the number formats; sees the whole file once. */
class SheetList implements XmlHandler {
  readonly sheets: { readonly name: string; hidden: boolean }[] = [];
  readonly formats = new Map<string, string>();
  private style = "";
  private inVisible = false;

  constructor(private readonly file: string) {}

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === "Worksheet") {
      if (this.sheets.length === MAX_SHEETS)
        throw tooLarge(this.file, "kb.table.too-many-sheets", { most: MAX_SHEETS });
      this.sheets.push({ name: attributeOf(attributes, "Name") ?? `${this.sheets.length + 1}`, hidden: false });
    } else if (tag === "Style") this.style = attributeOf(attributes, "ID") ?? "";
    else if (tag === "NumberFormat") this.formats.set(this.style, attributeOf(attributes, "Format") ?? "");
    else if (tag === "Visible") this.inVisible = true;
  }

  text(piece: string): void {
    const sheet = this.sheets.at(-1);
    if (this.inVisible && sheet !== undefined && /hidden/i.test(piece)) sheet.hidden = true;
  }

  close(tag: string): void {
    if (tag === "Visible") this.inVisible = false;
  }
}

class SheetMlRows implements XmlHandler {
  private readonly budget: TableBudget;
  private readonly numbers = new NumberTexts(false);
  private rows: TableRow[] = [];
  private readonly filler = new MergeFiller([]);
  private sheet = -1;
  private row = 0;
  private hidden = false;
  private column = 0;
  private across = 0;
  private cells: string[] = [];
  private style = "";
  private type: string | undefined;
  private data: string | undefined;

  constructor(
    private readonly file: string,
    private readonly wanted: number,
    private readonly name: string,
    private readonly formats: ReadonlyMap<string, string>,
  ) {
    this.budget = new TableBudget(file, name);
  }

  get finished(): boolean {
    return this.sheet > this.wanted;
  }

  take(): TableRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === "Worksheet") this.sheet++;
    if (this.sheet !== this.wanted) return;
    if (tag === "Row") this.openRow(attributes);
    else if (tag === "Cell") this.openCell(attributes);
    else if (tag === "Data") {
      this.type = attributeOf(attributes, "Type");
      this.data = "";
    }
  }

  text(piece: string): void {
    if (this.data !== undefined) this.data += piece;
  }

  close(tag: string): void {
    if (this.sheet !== this.wanted) return;
    if (tag === "Data") this.closeData();
    else if (tag === "Row") this.closeRow();
  }

  private openRow(attributes: Readonly<Record<string, string>>): void {
    this.row = place(attributeOf(attributes, "Index"), this.row);
    if (this.row > MAX_ROWS)
      throw tooLarge(this.file, "kb.table.too-many-rows", { most: MAX_ROWS }, { sheet: this.name, row: this.row });
    this.hidden = attributeOf(attributes, "Hidden") === "1";
    this.cells = [];
    this.column = 0;
    this.across = 0;
  }

  /** Columns count from 1 here; those that the cell before was merged over are passed. */
  private openCell(attributes: Readonly<Record<string, string>>): void {
    this.column = place(attributeOf(attributes, "Index"), this.column + this.across);
    this.across = span(attributeOf(attributes, "MergeAcross"));
    const down = span(attributeOf(attributes, "MergeDown"));
    if (this.column > MAX_COLUMNS)
      throw tooLarge(
        this.file,
        "kb.table.too-many-columns",
        { most: MAX_COLUMNS },
        { sheet: this.name, row: this.row },
      );
    this.style = attributeOf(attributes, "StyleID") ?? "";
    const left = this.column - 1;
    if (this.across > 0 || down > 0)
      this.filler.add({ top: this.row, bottom: this.row + down, left, right: left + this.across });
  }

  private closeData(): void {
    const format = this.formats.get(this.style) ?? "";
    const text = valueOf(this.type, this.data ?? "", format, this.numbers).replaceAll("\r\n", "\n");
    this.data = undefined;
    if (text === "" || this.column === 0) return;
    while (this.cells.length < this.column - 1) this.cells.push("");
    this.cells[this.column - 1] = text;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    const filled = this.filler.fill(this.row, this.cells);
    this.budget.add(this.row, filled.cells);
    this.rows.push(this.hidden ? { ...filled, hidden: true } : filled);
  }
}

/**
 * The sheets of an XML spreadsheet of Excel 2003, which many programs write and call .xls.
 * @throws KefuError `input` when the file is damaged, hostile or too large
 */
export async function openSpreadsheetMl(file: string, bytes: Uint8Array): Promise<SheetSource[]> {
  const list = new SheetList(file);
  await walkXml({ file, name: "Workbook", chunks: pieces(bytes) }, list);
  return list.sheets.map(({ name, hidden }, at) => ({
    sheet: name,
    ...(hidden ? { hidden: true } : {}),
    async *rows() {
      const collected = new SheetMlRows(file, at, name, list.formats);
      const xml = { file, name: "Workbook", chunks: pieces(bytes) };
      for await (const rows of readXml(xml, collected, () => collected.take())) {
        yield rows;
        if (collected.finished) return;
      }
    },
  }));
}
