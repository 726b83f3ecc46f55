import type { Code, Heading, List, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";

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

/** Text without markup. */
export function plainOf(node: RootContent | Root): string {
  return toString(node, { includeHtml: false }).trim();
}

export function parseMarkdownTree(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
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

function toBlock(node: RootContent, lines: readonly string[]): SectionBlock {
  const { start, end } = node.position!;
  const items = node.type === "list" ? (node as List).children.map((item) => toString(item).trim()) : [];
  const rows = node.type === "table" ? rowsOf(node) : [];
  const { lang, meta, value } = node as Code;
  const fence = node.type === "code" ? { fence: { info: `${lang ?? ""} ${meta ?? ""}`.trim(), text: value } } : {};
  return { kind: kindOf(node), line: start.line, lines: lines.slice(start.line - 1, end.line), items, rows, ...fence };
}

/** Cuts a Markdown text (CommonMark with GitHub's additions) into sections; the text of blocks is kept as written. */
export function splitSections(tree: Root, text: string): Section[] {
  const lines = text.split(/\r\n|\n|\r/);
  const sections: (Omit<Section, "blocks" | "parent"> & { blocks: SectionBlock[]; parent: boolean })[] = [
    { heading: "", depth: 0, line: 1, path: [], parent: false, blocks: [] },
  ];
  const stack: { depth: number; heading: string }[] = [];
  for (const node of tree.children) {
    const current = sections.at(-1)!;
    if (node.type !== "heading") {
      current.blocks.push(toBlock(node, lines));
      continue;
    }
    const { depth } = node as Heading;
    while (stack.length > 0 && stack.at(-1)!.depth >= depth) stack.pop();
    current.parent = current.depth < depth;
    const heading = plainOf(node);
    const path = stack.map((above) => above.heading);
    sections.push({ heading, depth, line: node.position!.start.line, path, parent: false, blocks: [] });
    stack.push({ depth, heading });
  }
  return sections;
}
