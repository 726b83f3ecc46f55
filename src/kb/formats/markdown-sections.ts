import type { Heading, List, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";

/** A block of a section: its lines as they stand, and what kind it is. */
export interface Block {
  readonly kind: "paragraph" | "list" | "rule" | "comment" | "other";
  /** Line of the first line, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
  /** Texts of the items of a list. */
  readonly items: readonly string[];
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
  readonly blocks: readonly Block[];
}

function kindOf(node: RootContent): Block["kind"] {
  if (node.type === "paragraph" || node.type === "list") return node.type;
  if (node.type === "thematicBreak") return "rule";
  return node.type === "html" && /^\s*<!--/.test(node.value) ? "comment" : "other";
}

function toBlock(node: RootContent, lines: readonly string[]): Block {
  const { start, end } = node.position!;
  const items = node.type === "list" ? (node as List).children.map((item) => toString(item).trim()) : [];
  return { kind: kindOf(node), line: start.line, lines: lines.slice(start.line - 1, end.line), items };
}

/** Cuts a Markdown text (CommonMark with GitHub's additions) into sections; the text of blocks is kept as written. */
export function splitSections(text: string): Section[] {
  const lines = text.split(/\r\n|\n|\r/);
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const sections: (Omit<Section, "blocks" | "parent"> & { blocks: Block[]; parent: boolean })[] = [
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
    const heading = toString(node).trim();
    const path = stack.map((above) => above.heading);
    sections.push({ heading, depth, line: node.position!.start.line, path, parent: false, blocks: [] });
    stack.push({ depth, heading });
  }
  return sections;
}
