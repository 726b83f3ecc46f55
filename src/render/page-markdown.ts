import type { Piece } from "../text/word-diff.js";
import { escapeMarkdown, markdownTable } from "./markdown.js";
import type { Page, PageBlock, PageChange, PageGroup } from "./page.js";

/** `~~old~~ **new**`; what is only white space has no mark that Markdown would show. */
function marked({ kind, text }: Piece): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (kind === "same" || inner === "") return flat(text);
  const sign = kind === "old" ? "~~" : "**";
  return `${flat(before)}${sign}${flat(inner)}${sign}${flat(after)}`;
}

/** On one line, with the white space at its ends kept. */
function flat(text: string): string {
  const inner = escapeMarkdown(text);
  if (inner === "") return text === "" ? "" : " ";
  return `${/^\s/.test(text) ? " " : ""}${inner}${/\s$/.test(text) ? " " : ""}`;
}

function change({ mark, id, title, place, fields }: PageChange): string {
  const lines = fields.map(({ label, pieces }) => `  - ${escapeMarkdown(label)}: ${pieces.map(marked).join("")}`);
  const head = `- **${escapeMarkdown(mark)}** ${escapeMarkdown(title)} (${escapeMarkdown(id)}, ${escapeMarkdown(place)})`;
  return [head, ...lines].join("\n");
}

function group({ title, code, count, items, more }: PageGroup): string {
  const lines = items.map(
    ({ place, text }) => `- ${place === "" ? "" : `${escapeMarkdown(place)}: `}${escapeMarkdown(text)}`,
  );
  return [`### ${escapeMarkdown(title)} (${count}, ${escapeMarkdown(code)})`, "", ...lines, ...note(more)].join("\n");
}

function note(text: string | undefined): string[] {
  return text === undefined ? [] : ["", `_${escapeMarkdown(text)}_`];
}

function block(one: PageBlock): string {
  switch (one.kind) {
    case "note":
      return one.text
        .split("\n")
        .map((line) => `> ${escapeMarkdown(line)}`)
        .join("\n");
    case "figures":
      return markdownTable(
        one.items.map(({ label }) => label),
        [one.items.map(({ value }) => value)],
      );
    case "table":
      return [`## ${escapeMarkdown(one.title)}`, "", markdownTable(one.header, one.rows), ...note(one.more)].join("\n");
    case "chart":
      return [`## ${escapeMarkdown(one.title)}`, escapeMarkdown(one.note), markdownTable(one.header, one.rows)].join(
        "\n\n",
      );
    case "changes":
      return [`## ${escapeMarkdown(one.title)}`, "", ...one.items.map(change), ...note(one.more)].join("\n");
    case "findings":
      return [`## ${escapeMarkdown(one.title)}`, ...one.groups.map(group)].join("\n\n");
  }
}

/** The page as GitHub's Markdown. */
export function markdownPage({ title, facts, blocks }: Page): string {
  const list = facts.map(([name, value]) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`).join("\n");
  return `${[`# ${escapeMarkdown(title)}`, list, ...blocks.map(block)].filter((part) => part !== "").join("\n\n")}\n`;
}
