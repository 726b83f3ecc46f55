import { stringify } from "yaml";
import type { Translate } from "../../messages/catalogue.js";
import type { FaqEntry } from "../entry.js";
import { markdownFormat } from "../formats/markdown/markdown-format.js";
import { splitIds, splitList, splitWords } from "../formats/values.js";
import { entryObject } from "./export-objects.js";
import { columnName, listCell, tagsCell } from "./export-table.js";

/** Punctuation that Markdown could take for a mark of its own. */
const MARKS = /[\\`*_{}[\]()#+\-.!|<>&~^$"':/@=]/g;

function heading(question: string): string {
  return `## ${question.replace(MARKS, "\\$&")}`;
}

/** As a person would write it: a heading, attributes by line, similar questions as a list, the answers. */
function plainSection(entry: FaqEntry, t: Translate): string {
  const { effective, answers } = entry;
  const format = answers[0]!.format;
  const oneLine = (items: readonly string[], split: (text: string) => string[]): string => {
    const cell = listCell(items, split);
    return cell.includes("\n") ? JSON.stringify(items) : cell;
  };
  const attributes: [Parameters<Translate>[0], string][] = [
    ["kb.export.column.id", entry.id],
    ["kb.export.column.category", entry.category],
    ["kb.export.column.format", format === "markdown" ? "" : format],
    ["kb.export.column.related", oneLine(entry.related, splitIds)],
    ["kb.export.column.from", effective.from ?? ""],
    ["kb.export.column.until", effective.until ?? ""],
    ["kb.export.column.status", entry.status === "online" ? "" : t(`kb.export.status.${entry.status}`)],
    ["kb.export.column.tags", tagsCell(entry.tags).replaceAll("\n", "; ")],
    ["kb.export.column.negative", oneLine(entry.negative, splitWords)],
  ];
  const lines = attributes.flatMap(([key, value]) => (value === "" ? [] : [`${t(key)}：${value}`]));
  if (entry.similar.length > 0) {
    const list = listCell(entry.similar, splitList);
    const name = `${t("kb.export.column.similar")}：`;
    if (list.startsWith("[")) lines.push(`${name}${list}`);
    else lines.push(name, ...entry.similar.map((similar) => `- ${similar}`));
  }
  const base = t("kb.export.column.answer");
  const texts = answers.map((answer) => {
    const name = columnName(base, answer);
    return name === base ? answer.text : `${name}：${answer.text}`;
  });
  return [heading(entry.question), lines.join("\n"), ...texts].join("\n\n");
}

/** What no reader can mistake: the entry as YAML in a fence that its text cannot close. */
function fencedSection(entry: FaqEntry): string {
  const yaml = stringify(entryObject(entry), { lineWidth: 0, aliasDuplicateObjects: false });
  const longest = Math.max(2, ...(yaml.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${heading(entry.question)}\n\n${fence}yaml kefu\n${yaml}${fence}`;
}

/** Whether the reader makes just this entry of a section. */
async function isReadBack(section: string, entry: FaqEntry): Promise<boolean> {
  const bytes = new TextEncoder().encode(`${section}\n\n${heading("?")}\n`);
  const { entries } = await markdownFormat.parse("entry.md", bytes, { locale: "zh-CN" });
  return entries.length === 1 && entries[0]!.hash === entry.hash;
}

/** Entries as sections of a Markdown document; an entry that plain Markdown would change stands as YAML in a fence. */
export async function entriesMarkdown(entries: readonly FaqEntry[], t: Translate): Promise<string> {
  const sections: string[] = [];
  for (const entry of entries) {
    const plain = plainSection(entry, t);
    sections.push((await isReadBack(plain, entry)) ? plain : fencedSection(entry));
  }
  return `${sections.join("\n\n")}\n`;
}
