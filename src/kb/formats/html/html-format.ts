import { KefuError } from "../../../messages/errors.js";
import type { FaqEntry } from "../../entry.js";
import type { Block, BlockPair } from "../blocks/blocks.js";
import { entriesFromBlocks, questionsIn } from "../blocks/questions.js";
import type { EntryDraft } from "../draft.js";
import { IssueLog } from "../draft.js";
import { finishEntries } from "../finish.js";
import { articleIn } from "./article.js";
import { decodeMarkup } from "./charset.js";
import type { HtmlElement, HtmlParser } from "./dom.js";
import { attribute, checkPage, elementsIn, htmlParser } from "./dom.js";
import { jsonLdPairs } from "./json-ld.js";
import { microdataPairs } from "./microdata.js";
import { linkShare } from "./noise.js";
import type { HtmlPair } from "./pairs.js";
import { mergePairs } from "./pairs.js";
import { type Page, openPage } from "./page.js";
import { resolveLink } from "./text.js";
import type { FormatOptions, ParsedSource, SourceFormat } from "../source-format.js";

function draftOf(file: string, pair: HtmlPair): EntryDraft {
  const { question, answer, links, similar, category, line } = pair;
  const place = { ...(line === undefined ? {} : { line }), ...(category === "" ? {} : { heading: category }) };
  const answers = [{ text: answer, format: "text" as const, ...(links.length === 0 ? {} : { links }) }];
  return {
    category,
    question,
    similar: [...similar],
    answers,
    related: [],
    negative: [],
    tags: {},
    source: { file, ...place },
  };
}

/** Links stand in the page's tree, pairs in its blocks: a pair has the links whose words are in its answer. */
function withLinks(pairs: readonly BlockPair[], page: Page): HtmlPair[] {
  return pairs.map((pair, at): HtmlPair => {
    const from = pair.line ?? 0;
    const to = pairs[at + 1]?.line ?? Infinity;
    const near = page.links.filter(({ line, text }) => line >= from && line <= to && pair.answer.includes(text));
    const { question, answer, category, similar = [], line } = pair;
    const links = [...new Set(near.map(({ href }) => href))];
    return { question, answer, links, similar, category, ...(line === undefined ? {} : { line }) };
  });
}

function leftOver(file: string, rest: readonly Block[], log: IssueLog): void {
  const left = rest.filter(({ kind, text }) => kind !== "heading" && text.length >= 2);
  const [first] = left;
  if (first === undefined) return;
  const where = { file, ...(first.line === undefined ? {} : { line: first.line }) };
  log.add("info", "kb.document.outside", where, { count: left.length, text: first.text.slice(0, 60) });
}

function isListOfLinks({ body, frame }: Page): number | undefined {
  const { letters, linked } = linkShare(body, frame);
  const count = [...elementsIn(body, frame)].filter(({ name }) => name === "a").length;
  return count >= 5 && linked * 2 >= letters ? count : undefined;
}

type Entries = { entries: FaqEntry[]; skipped: number };

/** A page that pairs nothing by its structure: its text, as of any document. */
function fromText(file: string, page: Page, options: FormatOptions, log: IssueLog): Entries {
  const { blocks, title } = page;
  const several = questionsIn({ title, blocks });
  const article = several === undefined ? articleIn(blocks) : undefined;
  const found = article === undefined ? several : { pairs: [article.pair], rest: article.rest };
  if (found !== undefined) {
    leftOver(file, found.rest, log);
    const pairs = withLinks(found.pairs, page);
    const drafts = pairs.map((pair) => draftOf(file, { ...pair, category: pair.category || page.category }));
    return finishEntries(file, drafts, log);
  }
  const links = isListOfLinks(page);
  const words = blocks.filter(({ kind }) => kind !== "heading").reduce((sum, { text }) => sum + text.length, 0);
  if (words < 40 && links !== undefined) {
    log.add("warning", "kb.web.link-list", { file }, { count: links });
    log.add("warning", "kb.format.no-entries", { file });
    return { entries: [], skipped: 0 };
  }
  if (words === 0) {
    log.add("warning", "kb.format.no-entries", { file });
    return { entries: [], skipped: 0 };
  }
  return entriesFromBlocks(file, { title, blocks }, options, log);
}

/** `<base href>` against the address the page came from. */
function baseOf(root: HtmlElement, address: string | undefined): string | undefined {
  for (const element of elementsIn(root)) {
    if (element.name === "base") return resolveLink(attribute(element, "href"), address) ?? address;
    if (element.name === "body") break;
  }
  return address;
}

function fromMarkup(file: string, root: HtmlElement, page: Page, parse: HtmlParser, log: IssueLog): HtmlPair[] {
  const linked = jsonLdPairs(root, parse, page.base, file, log);
  const marked = microdataPairs(root, page.base).pairs;
  return mergePairs([linked, marked]).filter(({ question, answer }) => question !== "" || answer !== "");
}

async function parseHtml(file: string, bytes: Uint8Array, options: FormatOptions): Promise<ParsedSource> {
  const { text, broken } = decodeMarkup(bytes, file, options.charset);
  if (text.trim() === "") throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
  checkPage(file, text);
  const parse = await htmlParser();
  const root = parse(text);
  const log = new IssueLog();
  if (broken > 0) log.add("warning", "kb.web.broken-bytes", { file }, { count: broken });
  const page = openPage(root, baseOf(root, options.address));
  const marked = fromMarkup(file, root, page, parse, log);
  const visible = page.pairs;
  if (marked.length === 0 && visible.length === 0) {
    const { entries, skipped } = fromText(file, page, options, log);
    return { entries, skipped, issues: log.issues };
  }
  const more = questionsIn({ title: page.title, blocks: page.blocks });
  leftOver(file, more?.rest ?? page.blocks, log);
  const pairs = mergePairs([marked, visible, withLinks(more?.pairs ?? [], page).filter(({ answer }) => answer !== "")]);
  const drafts = pairs.map((pair) => draftOf(file, { ...pair, category: pair.category || page.category }));
  return { ...finishEntries(file, drafts, log), issues: log.issues };
}

/** Pages: schema.org's marks, lists of terms, `details`, accordions, then the text of the main content. */
export const htmlFormat: SourceFormat = { name: "html", parse: parseHtml };
