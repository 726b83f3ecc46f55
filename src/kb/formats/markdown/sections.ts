import type { Code, List, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";
import type { Block } from "../blocks/blocks.js";
import { markdownBlocks, plainOf } from "./blocks.js";
import { type Chunk, chunksOf } from "./chunks.js";

/** A block of a section: its lines as they stand, and what kind it is. */
export interface SectionBlock {
  readonly kind: "paragraph" | "list" | "rule" | "comment" | "html" | "code" | "table" | "other";
  /** Line of the first line, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
  /** Texts of the items of a list. */
  readonly items: readonly string[];
  /** Cells of a table, its header first. */
  readonly rows: readonly (readonly string[])[];
  /** What a fence says after its marks, and what stands in it. */
  readonly fence?: { readonly info: string; readonly text: string };
}

/** What stands between one heading and the next. */
export interface Section {
  readonly heading: string;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly depth: number;
  readonly line: number;
  /** Headings above this one, the outermost first. */
  readonly path: readonly string[];
  /** True when a deeper heading follows before one as high. */
  readonly parent: boolean;
  readonly blocks: readonly SectionBlock[];
}

/** The nodes of one chunk; their lines are those of the chunk. */
function parseChunk({ text, lines }: Chunk): RootContent[] {
  const { children } = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return children.filter(({ position }) => position!.start.line <= lines);
}

function kindOf(node: RootContent): SectionBlock["kind"] {
  if (node.type === "paragraph" || node.type === "list" || node.type === "code" || node.type === "table")
    return node.type;
  if (node.type === "thematicBreak") return "rule";
  if (node.type !== "html") return "other";
  return /^\s*<!--/.test(node.value) ? "comment" : "html";
}

function rowsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => toString(cell, { includeHtml: false }).trim()));
}

function toBlock(node: RootContent, chunk: Chunk, lines: readonly string[]): SectionBlock {
  const start = node.position!.start.line + chunk.before;
  const end = Math.min(node.position!.end.line, chunk.lines) + chunk.before;
  const items = node.type === "list" ? (node as List).children.map((item) => toString(item).trim()) : [];
  const rows = node.type === "table" ? rowsOf(node) : [];
  const { lang, meta, value } = node as Code;
  const fence = node.type === "code" ? { fence: { info: `${lang ?? ""} ${meta ?? ""}`.trim(), text: value } } : {};
  return { kind: kindOf(node), line: start, lines: lines.slice(start - 1, end), items, rows, ...fence };
}

/** A Markdown text (CommonMark with GitHub's additions) as it is read for questions, and as plain text. */
export interface MarkdownDocument {
  /** The text of their blocks is kept as written. */
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
}

type Open = Omit<Section, "blocks" | "parent"> & { blocks: SectionBlock[]; parent: boolean };

/**
 * Markdown as sections under their headings (what stands before the first has an empty one) and as blocks in order.
 * Lines are counted from 1.
 */
export function readMarkdownText(text: string): MarkdownDocument {
  const lines = text.split(/\r\n|\n|\r/);
  const sections: Open[] = [{ heading: "", depth: 0, line: 1, path: [], parent: false, blocks: [] }];
  const stack: { depth: number; heading: string }[] = [];
  const blocks: Block[] = [];
  const add = (node: RootContent, chunk: Chunk): void => {
    const current = sections.at(-1)!;
    for (const block of markdownBlocks(node, chunk.before)) blocks.push(block);
    if (node.type !== "heading") {
      current.blocks.push(toBlock(node, chunk, lines));
      return;
    }
    const { depth } = node;
    while (stack.length > 0 && stack.at(-1)!.depth >= depth) stack.pop();
    current.parent = current.depth < depth;
    const heading = plainOf(node);
    const path = stack.map((above) => above.heading);
    const line = node.position!.start.line + chunk.before;
    sections.push({ heading, depth, line, path, parent: false, blocks: [] });
    stack.push({ depth, heading });
  };
  for (const chunk of chunksOf(lines)) for (const node of parseChunk(chunk)) add(node, chunk);
  return { sections, blocks };
}
