import { KefuError } from "../../messages/errors.js";
import { decodeText } from "../../tables/decode.js";
import type { EntryDraft } from "./draft.js";
import { IssueLog, finishEntries } from "./draft.js";
import type { FieldName } from "./fields.js";
import { readFrontMatter } from "./front-matter.js";
import { looksLikeQuestion } from "./guess.js";
import { answerLine, attributeLine, boldQuestion, questionLine, variantLine } from "./markdown-lines.js";
import { type Block, type Section, splitSections } from "./markdown-sections.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "./source-format.js";
import { draftFromObject } from "./object-draft.js";
import { parseStatus, parseTags, splitIds, splitList, splitWords } from "./values.js";

/** A title that says only what kind of document it is. */
const GENERIC_TITLE =
  /^(?:faqs?|q\s*&\s*a|frequently asked questions|常见问题|常見問題|问答|問答|常见问答|常見問答)(?:解答|汇总|彙整|大全)?$/i;

const RULE = /^\s*(?:[-*_]\s*){3,}$/;

/** An entry while its lines are gathered. */
class Gathering {
  readonly draft: EntryDraft;
  private readonly lines: string[] = [];
  private lastLine = 0;
  private answered = false;
  /** An attribute whose values stand in the list that follows. */
  pending: FieldName | undefined;
  hasAttributes = false;

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
    this.draft.answers.unshift({ text: this.text, format: "markdown" });
    return this.draft;
  }
}

type Attribute = { field: FieldName; value: string };

/** The attributes of a paragraph that holds nothing else. A `状态：` with an unknown word is text. */
function attributesOf(block: Block): Attribute[] | undefined {
  const found = block.lines.map(attributeLine);
  const all = found.every(
    (item) =>
      item !== undefined &&
      (item.field !== "status" || parseStatus(item.value) !== undefined || item.value.length <= 4),
  );
  return all ? (found as Attribute[]) : undefined;
}

class SectionReader {
  readonly drafts: EntryDraft[] = [];
  private current: Gathering;

  constructor(
    private readonly file: string,
    private readonly section: Section,
    private readonly titles: ReadonlySet<string>,
    private readonly log: IssueLog,
  ) {
    this.current = new Gathering(file, section.heading, section.line, this.category(section.path), true);
  }

  private category(path: readonly string[]): string[] {
    return path.filter((title) => !this.titles.has(title));
  }

  private start(question: string, line: number): void {
    this.flush(false);
    const path = this.section.depth === 0 ? [] : [...this.section.path, this.section.heading];
    this.current = new Gathering(this.file, question, line, this.category(path), false);
  }

  private paragraph(block: Block): void {
    const variant = variantLine(block.lines[0]!);
    if (variant !== undefined) {
      const text = [variant.rest, ...block.lines.slice(1)].join("\n");
      this.current.draft.answers.push({ ...variant.variant, text, format: "markdown" });
      return;
    }
    const headingAsks = this.section.depth > 0 && looksLikeQuestion(this.section.heading);
    for (const [at, text] of block.lines.entries()) {
      const line = block.line + at;
      const only = block.lines.length === 1 || at === 0;
      const question = questionLine(text) ?? (headingAsks || !only ? undefined : boldQuestion(text));
      if (question !== undefined && question !== "") this.start(question, line);
      else this.current.addText(text, line);
    }
  }

  private block(block: Block): void {
    const { pending } = this.current;
    this.current.pending = undefined;
    if (block.kind === "comment") return;
    const attributes = block.kind === "paragraph" ? attributesOf(block) : undefined;
    if (attributes !== undefined) for (const { field, value } of attributes) this.current.set(field, value);
    else if (block.kind === "list" && pending !== undefined) this.current.set(pending, block.items.join("\n"));
    else if (block.kind === "paragraph") this.paragraph(block);
    else for (const [at, text] of block.lines.entries()) this.current.add(text, block.line + at);
  }

  /** A heading is a question when it asks, or when it has text and nothing deeper below it, or attributes. */
  private flush(last: boolean): void {
    const { current, section } = this;
    if (!current.fromHeading) {
      this.drafts.push(current.finish());
      return;
    }
    const asks = section.depth > 0 && looksLikeQuestion(section.heading);
    const leaf = last && !section.parent && section.depth > 1;
    if (
      current.hasAttributes ||
      (last && asks && !section.parent) ||
      (leaf && current.text !== "") ||
      (asks && current.text !== "")
    ) {
      this.drafts.push(current.finish());
    } else if (current.text !== "" && !RULE.test(current.text)) {
      this.log.add("info", "kb.format.text-outside", { file: this.file, line: section.line });
    }
  }

  read(): EntryDraft[] {
    for (const block of this.section.blocks) this.block(block);
    this.flush(true);
    return this.drafts;
  }
}

async function parseMarkdown(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const text = decodeText(bytes, file).text;
  if (text.trim() === "") throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  const { data, body } = readFrontMatter(file, text);
  const log = new IssueLog();
  const about = draftFromObject(data, { file, line: 1 }, options);
  let drafts: EntryDraft[];
  if (about.question !== "" && data["question"] !== undefined) {
    drafts = [{ ...about, answers: [{ text: body.trim(), format: "markdown" }, ...about.answers] }];
  } else {
    const sections = splitSections(body);
    const titles = new Set(
      sections.filter(({ depth, heading }) => depth === 1 && GENERIC_TITLE.test(heading)).map(({ heading }) => heading),
    );
    drafts = sections.flatMap((section) => new SectionReader(file, section, titles, log).read());
  }
  const finished = finishEntries(file, drafts, log);
  if (drafts.length === 0) log.add("warning", "kb.format.no-entries", { file });
  return { ...finished, issues: log.issues };
}

/** Questions as headings, in bold, or after `问：` and `Q:`; the answer keeps its Markdown. */
export const markdownFormat: SourceFormat = { name: "markdown", parse: parseMarkdown };
