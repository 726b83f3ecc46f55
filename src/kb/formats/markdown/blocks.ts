import type { List, ListItem, Paragraph, RootContent, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Block } from "../blocks/blocks.js";

function lineOf(node: RootContent | ListItem): { line?: number } {
  const line = node.position?.start.line;
  return line === undefined ? {} : { line };
}

/** Text without markup. */
export function plainOf(node: RootContent): string {
  return toString(node, { includeHtml: false }).trim();
}

function isBold({ children }: Paragraph): boolean {
  return children.every((child) => child.type === "strong" || (child.type === "text" && child.value.trim() === ""));
}

function tableText(table: Table): string {
  return table.children
    .map((row) => row.children.map((cell) => toString(cell, { includeHtml: false }).trim()).join(" | "))
    .join("\n");
}

/** Nesting is bounded before parsing, so this may go into itself. */
function listBlocks(list: List, level: number): Block[] {
  const first = list.start ?? 1;
  return list.children.flatMap((item, at) => {
    const label = list.ordered === true ? `${first + at}.` : "-";
    const blocks = item.children.flatMap((child) => nodeBlocks(child, level + 1));
    const [head, ...rest] = blocks;
    if (head === undefined) return [];
    if (head.kind !== "paragraph") return blocks;
    return [{ ...head, kind: "item" as const, level, label }, ...rest];
  });
}

function nodeBlocks(node: RootContent, level: number): Block[] {
  const place = lineOf(node);
  switch (node.type) {
    case "heading":
      return [{ kind: "heading", text: plainOf(node), level: node.depth, ...place }];
    case "paragraph":
      return [{ kind: "paragraph", text: plainOf(node), ...(isBold(node) ? { bold: true } : {}), ...place }];
    case "list":
      return listBlocks(node, level);
    case "table":
      return [{ kind: "table", text: tableText(node), ...place }];
    case "code":
      return [{ kind: "code", text: node.value, ...place }];
    case "blockquote":
    case "footnoteDefinition":
      return node.children.flatMap((child) => nodeBlocks(child, level));
    case "html": {
      const bare = node.value
        .replace(/<!--[\s\S]*?-->/g, "")
        .replace(/<[^>]*>/g, " ")
        .replace(/[ \t]+/g, " ");
      return [{ kind: "paragraph", text: bare.trim(), ...place }];
    }
    default:
      return [];
  }
}

/**
 * A node of a Markdown document as blocks of plain text.
 * @param before lines of the document before the text that the node was parsed from
 */
export function markdownBlocks(node: RootContent, before = 0): Block[] {
  return nodeBlocks(node, 1)
    .filter(({ text: said }) => said !== "")
    .map((block) => (block.line === undefined || before === 0 ? block : { ...block, line: block.line + before }));
}
