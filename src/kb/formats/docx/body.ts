import { KefuError } from "../../../messages/errors.js";
import { type XmlHandler, attributeOf } from "../../../tables/xml-parts.js";
import type { Block } from "../blocks/blocks.js";
import type { Numbering } from "./numbering.js";
import { type OpenParagraph, type ParagraphLook, paragraphBlocks } from "./paragraph.js";
import { type Styles, isOn } from "./styles.js";

type Attributes = Readonly<Record<string, string>>;

/** Characters of one document; a book of a thousand pages has two million. */
const MAX_CHARACTERS = 30_000_000;
const MAX_BLOCKS = 500_000;

interface OpenTable {
  readonly rows: Block[][][];
}

/** What the body reader needs of the other parts. */
export interface DocxParts {
  readonly file: string;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Addresses by relation id. */
  readonly links: ReadonlyMap<string, string>;
  /** Texts of footnotes and endnotes by `kind/id`. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Texts that a program and no person wrote for a picture. */
const GENERATED_ALT =
  /\.(?:png|jpe?g|gif|bmp|emf|wmf)$|^(?:IMG[_-]?\d+|图片\s*\d*|圖片\s*\d*|picture\s*\d*|image\s*\d*)$|由 ?AI ?生成|自动生成|automatically generated/i;
/** Parts that are shown elsewhere, were deleted, or repeat what stands beside them for older programs. */
const SKIPPED = new Set(["Fallback", "moveFrom", "del", "instrText", "delText", "annotationRef", "rt"]);

/** Reads word/document.xml into blocks: tracked deletions, fields' code and tables of contents left out. */
export class DocxBody implements XmlHandler {
  readonly blocks: Block[] = [];
  title: string | undefined;
  pictures = 0;
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly addresses: (string | undefined)[] = [];
  private skipping = 0;
  private inText = false;
  private bold = false;
  private properties: "paragraph" | "run" | undefined;
  private characters = 0;

  constructor(private readonly parts: DocxParts) {}

  private get paragraph(): OpenParagraph | undefined {
    return this.paragraphs.at(-1);
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipping > 0 || SKIPPED.has(name)) {
      this.skipping++;
      return;
    }
    if (name === "p") this.paragraphs.push({ centred: false, runs: [], notes: [] });
    else if (name === "tbl") this.tables.push({ rows: [] });
    else if (name === "tr") this.tables.at(-1)?.rows.push([]);
    else if (name === "tc") this.tables.at(-1)?.rows.at(-1)?.push([]);
    else if (name === "pPr") this.properties = "paragraph";
    else if (name === "rPr") this.properties = this.properties === "paragraph" ? "paragraph" : "run";
    else if (name === "r") this.bold = this.parts.styles.of(this.paragraph?.style).bold;
    else if (this.properties !== undefined) this.property(name, attributes);
    else this.content(name, attributes);
  }

  private property(name: string, attributes: Attributes): void {
    const { paragraph } = this;
    const value = attributeOf(attributes, "val") ?? "";
    if (this.properties === "run") {
      if (name === "b") this.bold = isOn(attributes);
      else if (name === "vanish" && isOn(attributes)) this.bold = false;
    } else if (paragraph === undefined) return;
    else if (name === "pStyle") paragraph.style = value;
    else if (name === "numId") paragraph.num = value;
    else if (name === "ilvl") paragraph.depth = Number(value) || 0;
    else if (name === "outlineLvl") paragraph.outline = Number(value);
    else if (name === "jc") paragraph.centred = value === "center";
  }

  private content(name: string, attributes: Attributes): void {
    if (name === "t") this.inText = true;
    else if (name === "tab" || name === "ptab") this.write(" ");
    else if (name === "br" || name === "cr") {
      const type = attributeOf(attributes, "type");
      if (type === undefined || type === "textWrapping") this.write("\n");
    } else if (name === "noBreakHyphen") this.write("-");
    else if (name === "hyperlink") this.addresses.push(this.parts.links.get(attributeOf(attributes, "id") ?? ""));
    else if (name === "footnoteReference" || name === "endnoteReference") this.note(name, attributes);
    else if (name === "docPr") {
      const alt = (attributeOf(attributes, "descr") ?? "").trim();
      this.pictures++;
      if (alt !== "" && alt.length <= 500 && !GENERATED_ALT.test(alt)) this.write(`[${alt.replace(/\s+/g, " ")}]`);
    }
  }

  private note(name: string, attributes: Attributes): void {
    const key = `${name.replace("Reference", "")}/${attributeOf(attributes, "id") ?? ""}`;
    if (this.paragraph === undefined || !this.parts.notes.has(key)) return;
    this.paragraph.notes.push(key);
    this.write(`[${this.paragraph.notes.length}]`);
  }

  text(text: string): void {
    if (this.inText && this.skipping === 0) this.write(text);
  }

  private write(text: string): void {
    const runs = this.paragraph?.runs;
    if (runs === undefined) return;
    this.characters += text.length;
    if (this.characters > MAX_CHARACTERS || this.blocks.length > MAX_BLOCKS) {
      const { file } = this.parts;
      const params = { file, most: MAX_CHARACTERS / 1e6 };
      throw new KefuError("input", "kb.document.too-long", params, {
        where: { file },
        hint: { key: "kb.document.split-hint" },
      });
    }
    const last = runs.at(-1);
    if (last?.bold === this.bold) last.text += text;
    else runs.push({ text, bold: this.bold });
  }

  close(name: string): void {
    if (this.skipping > 0) {
      this.skipping--;
      return;
    }
    if (name === "t") this.inText = false;
    else if (name === "rPr") this.properties = this.properties === "run" ? undefined : this.properties;
    else if (name === "pPr") this.properties = undefined;
    else if (name === "hyperlink") this.endLink();
    else if (name === "p") this.endParagraph();
    else if (name === "tbl") this.endTable();
  }

  /** The address follows its words, so that the answer's reader can use it. */
  private endLink(): void {
    const address = this.addresses.pop();
    const said = this.paragraph?.runs.map(({ text }) => text).join("") ?? "";
    if (address === undefined || !/^(?:https?|mailto|tel):/i.test(address)) return;
    const bare = address.replace(/^(?:mailto:|tel:|https?:\/\/)/i, "").replace(/\/$/, "");
    if (!said.includes(bare)) this.write(` (${address}) `);
  }

  private look(paragraph: OpenParagraph): ParagraphLook | undefined {
    const { styles, numbering } = this.parts;
    const style = styles.of(paragraph.style);
    if (/^(?:toc|目录|目錄)\s*\d/i.test(style.name) || /^toc heading$/i.test(style.name)) return undefined;
    const num = paragraph.num ?? style.num;
    const depth = paragraph.depth ?? style.depth ?? 0;
    const label = num === undefined || num === "0" ? undefined : numbering.next(num, depth);
    const numbered = label === undefined ? {} : { label };
    const outline = paragraph.outline !== undefined && paragraph.outline < 9 ? paragraph.outline + 1 : style.heading;
    const text = paragraph.runs.map((run) => run.text).join("");
    if (outline !== undefined && text.length <= 300)
      return { kind: "heading", level: Math.min(6, outline), ...numbered };
    if (this.isTitle(paragraph, text)) return { kind: "heading", level: 1, ...numbered };
    return label === undefined ? { kind: "paragraph" } : { kind: "item", level: depth + 1, ...numbered };
  }

  /** A short line in the middle of the page that is bold, or the first of all. */
  private isTitle(paragraph: OpenParagraph, text: string): boolean {
    const plain = text.trim();
    if (!paragraph.centred || this.tables.length > 0 || plain === "" || plain.length > 60) return false;
    return !/[。.；;，,：:]$/.test(plain) && (this.blocks.length === 0 || paragraph.runs.every(({ bold }) => bold));
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined || paragraph.runs.every(({ text }) => text.trim() === "")) return;
    const look = this.look(paragraph);
    if (look === undefined) return;
    if (/^(?:title|标题|標題)$/i.test(this.parts.styles.of(paragraph.style).name) && this.title === undefined) {
      this.title = paragraph.runs
        .map(({ text }) => text)
        .join("")
        .trim();
      return;
    }
    const notes = paragraph.notes.map((key, at) => `\n[${at + 1}] ${this.parts.notes.get(key)!}`).join("");
    if (notes !== "") paragraph.runs.push({ text: notes, bold: false });
    const blocks = paragraphBlocks(paragraph, look);
    const cell = this.tables.at(-1)?.rows.at(-1)?.at(-1);
    (cell ?? this.blocks).push(...blocks);
  }

  /** A table of one column sets text apart and is none; one inside another becomes lines of its cell. */
  private endTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    const target = this.tables.at(-1)?.rows.at(-1)?.at(-1) ?? this.blocks;
    if (Math.max(0, ...table.rows.map((row) => row.length)) < 2) {
      for (const row of table.rows) for (const cell of row) target.push(...cell);
      return;
    }
    const rows = table.rows.map((row) => row.map(cellText).join(" | ")).filter((row) => /[^\s|]/.test(row));
    if (rows.length > 0) target.push({ kind: "table", text: rows.join("\n") });
  }
}

function cellText(cell: readonly Block[]): string {
  const lines = cell.map(({ label, text }) => (label === undefined ? text : `${label} ${text}`));
  return lines.join(" ").replace(/\s+/g, " ").replaceAll("|", "｜").trim();
}
