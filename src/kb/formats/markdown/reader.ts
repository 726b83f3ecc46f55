import type { EntryDraft, IssueLog } from "../draft.js";
import type { FieldName } from "../fields.js";
import { looksLikeQuestion } from "../guess.js";
import type { HtmlParser } from "../html/dom.js";
import { markupText } from "../html/text.js";
import { definitionsIn, entryInFence, rowsAsDrafts } from "./extras.js";
import { Gathering, RULE } from "./gathering.js";
import { attributeLine, boldQuestion, questionLine, variantLine, withoutNumber } from "./lines.js";
import type { Section, SectionBlock } from "./sections.js";
import type { FormatOptions } from "../source-format.js";
import { parseStatus } from "../values.js";

type Attribute = { field: FieldName; value: string };

/** The attributes of a paragraph that holds nothing else. A `状态：` with an unknown word is text. */
function attributesOf(block: SectionBlock): Attribute[] | undefined {
  const found = block.lines.map(attributeLine);
  const all = found.every(
    (item) =>
      item !== undefined &&
      (item.field !== "status" || parseStatus(item.value) !== undefined || item.value.length <= 4),
  );
  return all ? (found as Attribute[]) : undefined;
}

/** How an entry was found: by a mark, by a heading that asks, or only by a heading that has a text. */
export type Certainty = "marked" | "asking" | "titled";

/** An entry that was found, and how sure it is that it is one. */
export interface FoundDraft {
  readonly draft: EntryDraft;
  readonly by: Certainty;
}

export interface ReaderParts {
  readonly file: string;
  readonly titles: ReadonlySet<string>;
  readonly log: IssueLog;
  readonly options: FormatOptions;
  /** For `<details>` in the text; loaded only where there are any. */
  readonly parse: HtmlParser | undefined;
}

/** Reads the entries of one section. */
export class SectionReader {
  private readonly found: FoundDraft[] = [];
  private current: Gathering;
  /** Summaries of the `<details>` that are open, the outermost first. */
  private readonly open: string[] = [];

  constructor(
    private readonly parts: ReaderParts,
    private readonly section: Section,
  ) {
    const question = this.asks ? withoutNumber(section.heading) : section.heading;
    this.current = new Gathering(parts.file, question, section.line, this.category(section.path), true);
  }

  private get asks(): boolean {
    return this.section.depth > 0 && looksLikeQuestion(this.section.heading);
  }

  private category(path: readonly string[]): string[] {
    return path
      .filter((title) => !this.parts.titles.has(title))
      .map((title) => withoutNumber(title).replaceAll("/", "／"))
      .filter((title) => title !== "");
  }

  private start(question: string, line: number): void {
    this.flush(false);
    const { depth, path, heading } = this.section;
    const above = depth === 0 ? [] : [...path, heading];
    this.current = new Gathering(this.parts.file, question, line, this.category([...above, ...this.open]), false);
  }

  private paragraph(block: SectionBlock): void {
    const variant = variantLine(block.lines[0]!);
    if (variant !== undefined) {
      const text = [variant.rest, ...block.lines.slice(1)].join("\n");
      this.current.draft.answers.push({ ...variant.variant, text, format: "markdown" });
      return;
    }
    const definitions = definitionsIn(block);
    if (definitions !== undefined) {
      for (const { term, line, texts } of definitions) {
        this.start(term, line);
        for (const [at, text] of texts.entries()) this.current.add(text, line + 1 + at);
      }
      return;
    }
    for (const [at, text] of block.lines.entries()) {
      const line = block.line + at;
      const only = block.lines.length === 1 || at === 0;
      const question = questionLine(text) ?? (this.asks || !only ? undefined : boldQuestion(text));
      if (question !== undefined && question !== "") this.start(question, line);
      else this.current.addText(text, line);
    }
  }

  /** `<details><summary>…</summary>` with its answer in it or in the blocks that follow, to `</details>`. */
  private html(block: SectionBlock): void {
    const { parse } = this.parts;
    const text = block.lines.join("\n");
    const details = parse !== undefined && /<\/?details\b/i.test(text);
    if (!details) {
      this.plain(block);
      return;
    }
    const pieces = text.split(/(<summary\b[^>]*>[\s\S]*?<\/summary\s*>|<\/?details\b[^>]*>)/i);
    let line = block.line;
    for (const piece of pieces) {
      if (/^<summary/i.test(piece)) this.summary(markupText(piece, parse).text.replace(/\s+/g, " "), line);
      else if (/^<\/details/i.test(piece)) this.closeDetails();
      else if (!/^<details/i.test(piece) && piece.trim() !== "") {
        const said = /<\w/.test(piece) ? markupText(piece, parse).text : piece.trim();
        for (const [at, row] of said.split("\n").entries()) this.current.add(row, line + at);
      }
      line += piece.split("\n").length - 1;
    }
  }

  private summary(question: string, line: number): void {
    const outer = this.open.at(-1);
    // A summary right inside another one: the outer one is a group.
    const group = outer !== undefined && this.current.text === "" && this.current.question === outer;
    if (group) this.current = new Gathering(this.parts.file, "", line, [], false);
    else if (outer !== undefined) this.flush(false);
    const asked = withoutNumber(questionLine(question) ?? question);
    if (outer === undefined || group) this.start(asked, line);
    else this.current = new Gathering(this.parts.file, asked, line, this.category(this.open), false);
    this.open.push(asked);
  }

  private closeDetails(): void {
    const closed = this.open.pop();
    if (closed === undefined) return;
    this.flush(false);
    const { section } = this;
    this.current = new Gathering(this.parts.file, "", section.line, [], false);
  }

  private plain(block: SectionBlock): void {
    for (const [at, text] of block.lines.entries()) this.current.add(text, block.line + at);
  }

  private code(block: SectionBlock): void {
    const entry = entryInFence(block, this.parts.file, this.parts.options);
    if (entry === undefined) {
      this.plain(block);
      return;
    }
    this.current.draft = { ...entry, source: this.current.draft.source };
    this.current.whole = true;
    this.current.hasAttributes = true;
  }

  private table(block: SectionBlock): void {
    const { path, heading, depth } = this.section;
    const drafts = this.asks
      ? []
      : rowsAsDrafts(block, this.parts.file, this.category(depth === 0 ? [] : [...path, heading]));
    if (drafts.length === 0) this.plain(block);
    else this.found.push(...drafts.map((draft) => ({ draft, by: "marked" as const })));
  }

  private block(block: SectionBlock): void {
    const { pending } = this.current;
    this.current.pending = undefined;
    if (block.kind === "comment" || this.current.whole) return;
    const attributes = block.kind === "paragraph" ? attributesOf(block) : undefined;
    if (attributes !== undefined) for (const { field, value } of attributes) this.current.set(field, value);
    else if (block.kind === "list" && pending !== undefined) this.current.set(pending, block.items.join("\n"));
    else if (block.kind === "paragraph") this.paragraph(block);
    else if (block.kind === "html") this.html(block);
    else if (block.kind === "code") this.code(block);
    else if (block.kind === "table") this.table(block);
    else this.plain(block);
  }

  /** A heading is a question when it asks, or when it has text and nothing deeper below it, or attributes. */
  private flush(last: boolean): void {
    const { current, section, asks } = this;
    if (!current.fromHeading) {
      if (current.question !== "" || current.whole) this.found.push({ draft: current.finish(), by: "marked" });
      else this.outside(current.text, current.line);
      return;
    }
    const leaf = last && !section.parent && section.depth > 1;
    const asking = asks && ((last && !section.parent) || current.text !== "");
    if (current.hasAttributes) this.found.push({ draft: current.finish(), by: "marked" });
    else if (asking) this.found.push({ draft: current.finish(), by: "asking" });
    else if (leaf && current.text !== "") this.found.push({ draft: current.finish(), by: "titled" });
    else this.outside(current.text, section.line);
  }

  private outside(text: string, line: number): void {
    if (text === "" || RULE.test(text)) return;
    this.parts.log.add("info", "kb.format.text-outside", { file: this.parts.file, line });
  }

  read(): FoundDraft[] {
    for (const block of this.section.blocks) this.block(block);
    this.flush(true);
    return this.found;
  }
}
