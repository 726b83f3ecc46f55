import type { Block } from "../blocks/blocks.js";
import type { HtmlElement, HtmlNode } from "./dom.js";
import { attribute, isElement, lineOf, rawText } from "./dom.js";
import { headingLevel, isBlock, isBold, isNeverRead, standsAlone } from "./element-kind.js";
import type { Line } from "./lines.js";
import { foldSpace, isBoldLine, paragraphsOf } from "./lines.js";

/** Where something that is not a block stands among the blocks. */
export interface Anchor {
  readonly anchor: HtmlElement;
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
    const folded = foldSpace(text);
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

  /** Ends a block: a heading where a level is given, else paragraphs. */
  private flush(heading?: number): void {
    const paragraphs = paragraphsOf(this.lines);
    this.lines = [];
    for (const lines of paragraphs) {
      const text = lines.map((line) => line.text);
      const at = lines[0]?.at;
      const place = at === undefined ? {} : { line: at };
      if (heading !== undefined) this.add({ kind: "heading", text: text.join(" "), level: heading, ...place });
      else this.addParagraph(text.join("\n"), { ...(lines.every(isBoldLine) ? { bold: true } : {}), ...place });
    }
  }

  /** The first paragraph of a list item bears its sign. */
  private addParagraph(text: string, more: Pick<Block, "bold" | "line">): void {
    const { item } = this;
    this.item = undefined;
    if (item === undefined) this.add({ kind: "paragraph", text, ...more });
    else this.add({ kind: "item", text, level: item.level, label: item.label, ...more });
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
      this.flush(level);
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
    if (!isElement(node) || isNeverRead(node)) return;
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
