import { MAX_COLUMNS, MAX_ROWS, tooLarge } from "./limits.js";
import type { NumberTexts } from "./numbers.js";
import type { Workbook } from "./xlsx-parts.js";
import { unescapeCodes } from "./xlsx-parts.js";
import type { XmlHandler } from "./xml-parts.js";

/** A row as its XML has it: nothing merged, columns without a value empty. */
export interface SheetRow {
  readonly row: number;
  readonly cells: string[];
  readonly hidden: boolean;
}

function isoDate(text: string): string {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(text);
  if (found === null) return text;
  return found[2] === undefined || found[2] === "00:00:00" ? found[1]! : `${found[1]} ${found[2]}`;
}

/** Column from 0 of `AB12`; -1 when it does not start with letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** Collects the rows of a sheet from its tags; the driver takes them away with {@link take}. */
export class SheetRows implements XmlHandler {
  private rows: SheetRow[] = [];
  private row = 0;
  private cells: string[] = [];
  private hidden = false;
  private column = -1;
  private type = "";
  private style = 0;
  private value = "";
  private inline = "";
  private inCell = false;
  private phonetic = false;
  private into: "value" | "inline" | undefined;

  constructor(
    private readonly place: { readonly file: string; readonly sheet: string },
    private readonly book: Pick<Workbook, "strings" | "formats">,
    private readonly numbers: NumberTexts,
  ) {}

  take(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === "c") this.openCell(attributes);
    else if (tag === "row") this.openRow(attributes);
    else if (!this.inCell) return;
    else if (tag === "v") this.into = "value";
    else if (tag === "t") this.into = this.phonetic ? undefined : "inline";
    else if (tag === "rPh") this.phonetic = true;
  }

  text(piece: string): void {
    if (this.into === "value") this.value += piece;
    else if (this.into === "inline") this.inline += piece;
  }

  close(tag: string): void {
    if (tag === "v" || tag === "t") this.into = undefined;
    else if (tag === "c") this.closeCell();
    else if (tag === "row") this.closeRow();
    else if (tag === "rPh") this.phonetic = false;
  }

  private openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const given = r === undefined ? Number.NaN : Number(r);
    this.row = Number.isInteger(given) && given > 0 ? given : this.row + 1;
    if (this.row > MAX_ROWS) {
      const { file, sheet } = this.place;
      throw tooLarge(file, "kb.table.too-many-rows", { most: MAX_ROWS }, { sheet, row: this.row });
    }
    this.cells = [];
    this.column = -1;
    this.hidden = hidden === "1" || hidden === "true";
  }

  private openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const given = r === undefined ? -1 : columnOf(r);
    this.column = given >= 0 ? given : this.column + 1;
    if (this.column >= MAX_COLUMNS) {
      const { file, sheet } = this.place;
      throw tooLarge(file, "kb.table.too-many-columns", { most: MAX_COLUMNS }, { sheet, row: this.row });
    }
    this.type = t ?? "n";
    this.style = s === undefined ? 0 : Number(s);
    this.value = "";
    this.inline = "";
    this.inCell = true;
  }

  private closeCell(): void {
    this.inCell = false;
    this.into = undefined;
    const text = this.cellText();
    if (text === "") return;
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column] = text;
  }

  private cellText(): string {
    const { type, value } = this;
    if (type === "s") return this.book.strings[Number(value)] ?? "";
    if (type === "inlineStr") return unescapeCodes(this.inline === "" ? value : this.inline);
    if (value === "" || type === "e") return "";
    if (type === "str") return unescapeCodes(value);
    if (type === "b") return value === "1" || value === "true" ? "TRUE" : "FALSE";
    if (type === "d") return isoDate(value);
    return this.numbers.text(Number(value), this.book.formats[this.style] ?? "");
  }

  private closeRow(): void {
    if (this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells, hidden: this.hidden });
  }
}
