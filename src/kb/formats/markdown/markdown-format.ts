import type { JsonRecord } from "../../../interop/json-value.js";
import { KefuError } from "../../../messages/errors.js";
import { decodeText } from "../../../tables/decode.js";
import type { FaqEntry } from "../../entry.js";
import { entriesFromBlocks } from "../blocks/questions.js";
import type { EntryDraft } from "../draft.js";
import { IssueLog } from "../draft.js";
import { finishEntries } from "../finish.js";
import { readFrontMatter } from "./front-matter.js";
import { looksLikeQuestion } from "../guess.js";
import { htmlParser } from "../html/dom.js";
import { saysFaq } from "../html/judge.js";
import { checkMarkdown } from "./limits.js";
import { type FoundDraft, SectionReader } from "./reader.js";
import { type Section, readMarkdownText } from "./sections.js";
import { draftFromObject } from "../objects/object-draft.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";

/** A title that says only what kind of document it is. */
const GENERIC_TITLE =
  /^(?:faqs?|q\s*&\s*a|(?:.{0,30}\s)?frequently asked questions|常见问题|常見問題|问答|問答|常见问答|常見問答)(?:解答|汇总|匯總|彙整|大全|集)?$/i;

type Found = { entries: FaqEntry[]; skipped: number };

/** What the front matter says of every entry of a file. */
function withFrontMatter(drafts: readonly EntryDraft[], data: JsonRecord, about: EntryDraft): void {
  const unready = data["draft"] === true || data["published"] === false;
  const status = about.status ?? (unready ? "draft" : undefined);
  for (const draft of drafts) {
    if ((draft.category ?? "") === "" && about.category !== undefined) draft.category = about.category;
    if ((draft.status ?? "") === "" && status !== undefined) draft.status = status;
    draft.tags = { ...about.tags, ...draft.tags };
  }
}

/** One question a file: the front matter asks, the body answers. */
function singleEntry(file: string, data: JsonRecord, about: EntryDraft, body: string): EntryDraft | undefined {
  const asked = data["question"] !== undefined || looksLikeQuestion(about.question);
  if (about.question === "" || !asked) return undefined;
  // A title that asks above a document with questions of its own is the title of that document.
  const asking = body
    .split("\n")
    .filter((line) => /^#{1,6}\s/.test(line) && looksLikeQuestion(line.replace(/^#+\s*/, "")));
  if (data["question"] === undefined && asking.length > 1) return undefined;
  return {
    ...about,
    source: { file, line: 1 },
    answers: [{ text: body.trim(), format: "markdown" }, ...about.answers],
  };
}

/** Headings that do not ask are questions only in a FAQ: where others ask, or the document says that it is one. */
function isFaq(found: readonly FoundDraft[], file: string, sections: readonly Section[]): boolean {
  const sure = found.filter(({ by }) => by !== "titled").length;
  if (sure > 0 && found.length <= sure * 3) return true;
  const name = file.split("/").at(-1)!;
  const title = sections.find(({ depth }) => depth === 1)?.heading ?? "";
  return found.length > 0 && (saysFaq(title) || saysFaq(name.replace(/[_-]+|\.\w+$/g, " ")));
}

async function readBody(
  file: string,
  sections: readonly Section[],
  body: string,
  options: FormatOptions,
  log: IssueLog,
): Promise<EntryDraft[] | undefined> {
  const titles = new Set(
    sections.filter(({ depth, heading }) => depth === 1 && GENERIC_TITLE.test(heading)).map(({ heading }) => heading),
  );
  const parse = /<details\b/i.test(body) ? await htmlParser() : undefined;
  const outside = new IssueLog();
  const parts = { file, titles, log: outside, options, parse };
  const found = sections.flatMap((section) => new SectionReader(parts, section).read());
  if (!isFaq(found, file, sections)) return undefined;
  log.issues.push(...outside.issues);
  return found.map(({ draft }) => draft);
}

async function readDocument(
  file: string,
  data: JsonRecord,
  about: EntryDraft,
  body: string,
  options: FormatOptions,
  log: IssueLog,
): Promise<Found> {
  const single = singleEntry(file, data, about, body);
  if (single !== undefined) {
    withFrontMatter([single], data, { ...about, tags: {} });
    return finishEntries(file, [single], log);
  }
  const { sections, blocks } = readMarkdownText(body);
  const drafts = await readBody(file, sections, body, options, log);
  if (drafts !== undefined) {
    withFrontMatter(drafts, data, about);
    return finishEntries(file, drafts, log);
  }
  const title = about.question;
  if (blocks.every(({ kind }) => kind === "heading")) return { entries: [], skipped: 0 };
  return entriesFromBlocks(file, { ...(title === "" ? {} : { title }), blocks }, options, log);
}

async function parseMarkdown(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const decoded = decodeText(bytes, file, true).text;
  const text = decoded.replaceAll("\0", "");
  if (text.trim() === "") throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  checkMarkdown(file, text);
  const log = new IssueLog();
  if (text.length < decoded.length) {
    log.add("warning", "kb.web.broken-bytes", { file }, { count: decoded.length - text.length });
  }
  const { data, body } = readFrontMatter(file, text);
  const about = draftFromObject(data, { file, line: 1 }, options);
  const finished = await readDocument(file, data, about, body, options, log);
  if (finished.entries.length === 0 && finished.skipped === 0) log.add("warning", "kb.format.no-entries", { file });
  return { ...finished, issues: log.issues };
}

/** Questions as headings, in bold, or after `问：` and `Q:`; the answer keeps its Markdown. Other documents become passages. */
export const markdownFormat: SourceFormat = { name: "markdown", parse: parseMarkdown };
