import type { Block } from "../blocks/blocks.js";
import type { HtmlElement, HtmlNode } from "./dom.js";
import { attribute, isElement, lineOf, rawText } from "./dom.js";

/** Where something that is not a block stands among the blocks. */
export interface Anchor {
  readonly anchor: HtmlElement;
}

const NEVER = new Set(
  (
    "script style noscript template svg math iframe object embed applet canvas audio video map head select option " +
    "datalist textarea input progress meter frame frameset"
  ).split(" "),
);

const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th " +
    "thead tr ul caption"
  ).split(" "),
);

interface Line {
  text: string;
  letters: number;
  boldLetters: number;
  readonly at: number | undefined;
}

interface Context {
  readonly bold: boolean;
  /** Depth of lists around. */
  readonly lists: number;
  readonly heading?: number;
}

/** Which parts of a page are read. */
export interface WalkOptions {
  /** Elements that are left out with all below them. */
  readonly skip: (element: HtmlElement) => boolean;
  /** Elements that are not gone into; their place is kept. */
  readonly anchors?: ReadonlySet<HtmlElement>;
}

function headingLevel(element: HtmlElement): number | undefined {
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level !== undefined) return Number(level);
  if (attribute(element, "role") !== "heading") return undefined;
  return Math.min(6, Math.max(1, Number(attribute(element, "aria-level")) || 2));
}

function isBold(element: HtmlElement): boolean {
  return (
    element.name === "b" ||
    element.name === "strong" ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribute(element, "style"))
  );
}

function isBlock(element: HtmlElement): boolean {
  return (
    BLOCKS.has(element.name) ||
    element.name.includes("-") ||
    /display\s*:\s*(?:block|flex|grid|table)/i.test(attribute(element, "style"))
  );
}

/** White space as a page shows it; a line end between Chinese characters is none. */
function fold(text: string): string {
  return text
    .replace(
      /([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/g,
      "$1",
    )
    .replace(/[\s\u00a0]+/g, " ");
}

/** Turns elements into blocks in document order. */
class Walker {
  readonly found: (Block | Anchor)[] = [];
  private lines: Line[] = [];
  private item: { label: string; level: number } | undefined;

  constructor(private readonly options: WalkOptions) {}

  private add(block: Block): void {
    if (block.text.trim() !== "") this.found.push(block);
  }

  private write(text: string, bold: boolean, node: HtmlNode): void {
    const folded = fold(text);
    let line = this.lines.at(-1);
    if (line === undefined) {
      if (folded.trim() === "") return;
      line = { text: "", letters: 0, boldLetters: 0, at: lineOf(node) };
      this.lines.push(line);
    }
    const letters = folded.trim().length;
    line.text += line.text === "" || line.text.endsWith(" ") ? folded.trimStart() : folded;
    line.letters += letters;
    if (bold) line.boldLetters += letters;
  }

  private breakLine(node: HtmlNode): void {
    if (this.lines.length > 0) this.lines.push({ text: "", letters: 0, boldLetters: 0, at: lineOf(node) });
  }

  /** Ends a block. Lines that are bold as a whole stand apart from those that are not, and so do lines parted by an empty one. */
  private flush(kind: "paragraph" | "heading" = "paragraph", level?: number): void {
    const lines = this.lines.map((line) => ({ ...line, text: line.text.trim() }));
    this.lines = [];
    let group: typeof lines = [];
    const emit = (): void => {
      const [first] = group;
      if (first === undefined) return;
      const text = group.map((line) => line.text).join("\n");
      const bold = group.every((line) => line.boldLetters >= line.letters);
      this.emit(text, first.at, { ...(bold && kind !== "heading" ? { bold } : {}) }, kind, level);
      group = [];
    };
    for (const line of lines) {
      const last = group.at(-1);
      const turns = last !== undefined && last.boldLetters >= last.letters !== line.boldLetters >= line.letters;
      if (line.text === "" || turns) emit();
      if (line.text !== "") group.push(line);
    }
    emit();
  }

  private emit(
    text: string,
    at: number | undefined,
    more: { bold?: boolean },
    kind: "paragraph" | "heading",
    level?: number,
  ): void {
    const line = at === undefined ? {} : { line: at };
    const item = kind === "heading" ? undefined : this.item;
    this.item = kind === "heading" ? this.item : undefined;
    if (kind === "heading") this.add({ kind, text: text.replaceAll("\n", " "), level: level ?? 2, ...line });
    else if (item === undefined) this.add({ kind, text, ...more, ...line });
    else this.add({ kind: "item", text, level: item.level, label: item.label, ...more, ...line });
  }

  private list(element: HtmlElement, context: Context): void {
    const level = context.lists + 1;
    let number = Number(attribute(element, "start")) || 1;
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (child.name !== "li") {
        this.node(child, { ...context, lists: level });
        continue;
      }
      if (this.options.skip(child)) continue;
      this.flush();
      this.item = { label: element.name === "ol" ? `${number++}.` : "-", level };
      this.children(child, { ...context, lists: level });
      this.flush();
      this.item = undefined;
    }
  }

  private table(element: HtmlElement, context: Context): void {
    const rows = tableRows(element, this.options);
    if (isLayout(element, rows)) {
      this.children(element, context);
      this.flush();
      return;
    }
    const text = rows
      .map(({ cells }) => cells.map((cell) => cell.replaceAll("\n", " ")).join(" | "))
      .filter((row) => row.replace(/[|\s]/g, "") !== "")
      .join("\n");
    const line = lineOf(element);
    this.add({ kind: "table", text, ...(line === undefined ? {} : { line }) });
  }

  private children(element: HtmlNode, context: Context): void {
    for (const child of element.children ?? []) this.node(child, context);
  }

  private block(element: HtmlElement, context: Context): void {
    this.flush();
    const level = headingLevel(element);
    const line = lineOf(element);
    if (level !== undefined) {
      this.children(element, { ...context, heading: level });
      this.flush("heading", level);
    } else if (element.name === "ul" || element.name === "ol" || element.name === "menu") this.list(element, context);
    else if (element.name === "table") this.table(element, context);
    else if (element.name === "pre") {
      const text = rawText(element).replace(/^\n|\s+$/g, "");
      this.add({ kind: "code", text, ...(line === undefined ? {} : { line }) });
    } else {
      const bold = context.bold || isBold(element) || element.name === "dt" || element.name === "summary";
      this.children(element, { ...context, bold });
      this.flush();
    }
  }

  node(node: HtmlNode, context: Context): void {
    if (node.type === "text") {
      this.write(node.data ?? "", context.bold, node);
      return;
    }
    if (!isElement(node) || NEVER.has(node.name)) return;
    if (this.options.anchors?.has(node) === true) {
      this.flush();
      this.found.push({ anchor: node });
      return;
    }
    if (this.options.skip(node)) return;
    if (node.name === "br") this.breakLine(node);
    else if (node.name === "img") {
      const alt = attribute(node, "alt").trim();
      if (alt !== "" && standsAlone(node)) this.write(` ${alt} `, false, node);
    } else if (context.heading === undefined && isBlock(node)) this.block(node, context);
    else {
      if (isBlock(node)) this.write(" ", context.bold, node);
      this.children(node, { ...context, bold: context.bold || isBold(node) });
    }
  }

  walk(root: HtmlNode): (Block | Anchor)[] {
    this.children(root, { bold: false, lists: 0 });
    this.flush();
    return this.found;
  }
}

/** Whether a picture is all that its paragraph holds: beside words its text would stand in the middle of a sentence. */
function standsAlone(picture: HtmlElement): boolean {
  let around = picture.parent;
  while (around !== null && isElement(around) && !isBlock(around)) around = around.parent;
  return around === null || !isElement(around) || rawText(around).trim() === "";
}

/** A row of a table; cells and their elements are in the same order. */
export interface HtmlRow {
  readonly line: number | undefined;
  readonly head: boolean;
  readonly cells: readonly string[];
  readonly elements: readonly HtmlElement[];
}

/** Rows of a table; none of tables inside it. */
export function tableRows(table: HtmlElement, options: WalkOptions): HtmlRow[] {
  const rows: HtmlRow[] = [];
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (!isElement(child) || options.skip(child)) continue;
      if (child.name === "tr") {
        const elements = child.children.filter(
          (cell): cell is HtmlElement => isElement(cell) && (cell.name === "td" || cell.name === "th"),
        );
        const cells = elements.map((cell) => renderBlocks(blocksOf(cell, options)));
        rows.push({ line: lineOf(child), head: elements.every(({ name }) => name === "th"), cells, elements });
      } else if (child.name !== "table") visit(child);
    }
  };
  visit(table);
  return rows;
}

/** A table that only sets a page: one column, tables or headings inside, or said to be one. */
function isLayout(table: HtmlElement, rows: readonly HtmlRow[]): boolean {
  if (attribute(table, "role") === "presentation") return true;
  if (rows.every(({ cells }) => cells.length <= 1)) return true;
  const inner = ["table", "h1", "h2", "h3", "h4", "dl", "details", "form"];
  return rows.some(({ elements }) =>
    elements.some((cell) => cell.children.some((child) => isElement(child) && inner.includes(child.name))),
  );
}

function isAnchor(found: Block | Anchor): found is Anchor {
  return "anchor" in found;
}

/** What stands below an element, in document order; anchors keep their place. */
export function walkBlocks(root: HtmlNode, options: WalkOptions): (Block | Anchor)[] {
  return new Walker(options).walk(root);
}

/**
 * The headings, paragraphs, list items and tables of a part of a page in reading order, without the anchors that
 * `walkBlocks` also gives.
 */
export function blocksOf(root: HtmlNode, options: WalkOptions): Block[] {
  return walkBlocks(root, options).filter((found): found is Block => !isAnchor(found));
}

/** Blocks as text to read: lists with their signs, rows with ` | `. */
export function renderBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(({ kind, text, label, level = 1 }) =>
      kind === "item" ? `${"  ".repeat(Math.min(8, level - 1))}${label ?? "-"} ${text}` : text,
    )
    .join("\n");
}
