import type { EntryDraft } from "../draft.js";
import type { FieldName } from "../fields.js";
import { answerLine } from "./lines.js";
import { parseTags, splitIds, splitList, splitWords } from "../values.js";

export const RULE = /^\s*(?:[-*_]\s*){3,}$/;
const BACK_LINK =
  /^\s*(?:[-*]\s+)?(?:<[^>]+>\s*)*\[?[\s↑⬆▲^🔝]*(?:返回|回到|back to)\s*(?:目录|目錄|顶部|頂部|首页|首頁|the top|top|contents|toc)[\s↑⬆▲^]*\]?(?:\([^)]*\))?(?:\s*<\/[^>]+>)*\s*$/iu;

/** An entry while its lines are gathered. */
export class Gathering {
  draft: EntryDraft;
  private readonly lines: string[] = [];
  private lastLine = 0;
  private answered = false;
  /** An attribute whose values stand in the list that follows. */
  pending: FieldName | undefined;
  hasAttributes = false;
  /** The entry was written out in full and takes nothing more. */
  whole = false;

  constructor(
    readonly file: string,
    readonly question: string,
    readonly line: number,
    category: readonly string[],
    /** True when the heading is the question. */
    readonly fromHeading: boolean,
  ) {
    const heading = category.join("/");
    const source = { file, line, ...(heading === "" ? {} : { heading }) };
    this.draft = { question, category: heading, similar: [], answers: [], related: [], negative: [], tags: {}, source };
  }

  add(text: string, line: number): void {
    if (BACK_LINK.test(text)) return;
    if (line > this.lastLine + 1 && this.lines.length > 0) this.lines.push("");
    this.lines.push(text);
    this.lastLine = line;
  }

  /** A line of a paragraph; a first `答：` is taken off. */
  addText(text: string, line: number): void {
    const answer = this.answered ? undefined : answerLine(text);
    if (answer !== undefined) this.answered = true;
    this.add(answer ?? text, line);
  }

  set(field: FieldName, value: string): void {
    const { draft } = this;
    this.hasAttributes = true;
    if (field === "similar") draft.similar.push(...splitList(value));
    else if (field === "related") draft.related.push(...splitIds(value));
    else if (field === "negative") draft.negative.push(...splitWords(value));
    else if (field === "tags") Object.assign(draft.tags, parseTags(value));
    else if (field === "id" || field === "category" || field === "from" || field === "until" || field === "status") {
      draft[field] = value;
    }
    this.pending = value === "" ? field : undefined;
  }

  get text(): string {
    const lines = [...this.lines];
    while (lines.length > 0 && (RULE.test(lines.at(-1)!) || lines.at(-1)!.trim() === "")) lines.pop();
    while (lines.length > 0 && lines[0]!.trim() === "") lines.shift();
    return lines.join("\n").trim();
  }

  finish(): EntryDraft {
    if (!this.whole) this.draft.answers.unshift({ text: this.text, format: "markdown" });
    return this.draft;
  }
}
