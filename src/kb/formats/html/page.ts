import type { Block } from "../blocks/blocks.js";
import type { HtmlElement, HtmlNode } from "./dom.js";
import { attribute, elementsIn, lineOf, rawText } from "./dom.js";
import type { Anchor } from "./blocks.js";
import { walkBlocks } from "./blocks.js";
import { withoutFurniture } from "./furniture.js";
import { judgePairs, saysFaq } from "./judge.js";
import { mainContent } from "./main.js";
import type { Noise } from "./noise.js";
import { breadcrumb, findNoise } from "./noise.js";
import type { HtmlPair } from "./pairs.js";
import type { Structured } from "./structures.js";
import { structuredPairs } from "./structures.js";
import { tablePairs } from "./tables.js";
import { plainText, resolveLink, richText } from "./text.js";

/** A link of a page, its address as written. */
export interface PageLink {
  readonly line: number;
  readonly text: string;
  readonly href: string;
}

/** A page as it is read: what its structure pairs, and the text beside that. */
export interface Page {
  readonly title: string;
  /** What the page says of where it stands; empty where it does not. */
  readonly category: string;
  readonly base: string | undefined;
  readonly body: HtmlElement;
  /** What stands around the content on every page of its site. */
  readonly frame: (element: HtmlElement) => boolean;
  readonly pairs: readonly HtmlPair[];
  /** Of the main content, without the pairs. */
  readonly blocks: Block[];
  readonly links: readonly PageLink[];
}

function bodyOf(root: HtmlElement): HtmlElement {
  for (const element of elementsIn(root)) if (element.name === "body") return element;
  return root;
}

function titleOf(root: HtmlElement): string {
  for (const element of elementsIn(root)) {
    if (element.name === "title") return rawText(element).replace(/\s+/g, " ").trim();
    if (element.name === "body") break;
  }
  return "";
}

/** `Title - Site | Company`: what comes first, where it is more than a word of the site's name. */
function withoutSite(title: string): string {
  const [first = ""] = title.split(/\s+[-–—|·_]\s+|[|｜_]/);
  return first.trim() === "" ? title : first.trim();
}

function linksWithText(main: HtmlElement, base: string | undefined, noise: Noise): PageLink[] {
  const links: PageLink[] = [];
  for (const element of elementsIn(main, noise.surround)) {
    if (element.name !== "a") continue;
    const given = attribute(element, "href").trim();
    const href = resolveLink(given, base);
    const text = plainText(element);
    if (href === undefined || text === "") continue;
    links.push({ line: lineOf(element) ?? 0, text, href: /^https?:/i.test(given) ? given : href });
  }
  return links;
}

function toPair(pair: Structured, category: string, base: string | undefined, noise: Noise): HtmlPair {
  const shown = new Set<HtmlNode>(pair.answers);
  const skip = (element: HtmlElement): boolean => !shown.has(element) && noise.inAnswer(element);
  // A holder for the parts of the answer, which are shown even where they are closed at first.
  const holder: HtmlNode = { type: "tag", name: "answer", attribs: {}, parent: null, children: pair.answers };
  const { text, links } = richText(holder, base, skip);
  const [question = "", ...similar] = pair.questions.map((element) => questionText(element, noise));
  const line = lineOf(pair.claims[0]!);
  return {
    question,
    similar,
    category,
    links,
    answer: text.replace(/^\s*(?:答案?|解答|A|Answer)\s*\d{0,3}\s*[:：]\s*/i, ""),
    ...(line === undefined ? {} : { line }),
  };
}

function questionText(element: HtmlElement, noise: Noise): string {
  const skip = (inner: HtmlElement): boolean =>
    noise.surround(inner) ||
    inner.name === "i" ||
    /(?:^|[-_ ])(?:icon|arrow|chevron|caret)/i.test(attribute(inner, "class"));
  const text = plainText(element, skip) || plainText(element);
  return text
    .replace(/^\s*(?:Q\s*\d{0,3}|问题?|問題?|Question\s*\d{0,3})\s*[:：.、．]\s*/i, "")
    .replace(/^[·•▪●◆▶►+\-–—\s]+(?=\S)/, "")
    .replace(/\s*[+▼▾∨›»]+$/, "")
    .trim();
}

const GENERIC =
  /^(?:(?:.{0,30}\s)?faqs?|q\s*&\s*a|(?:.{0,30}\s)?frequently asked questions|common questions|help|help cent(?:er|re)|.{0,12}(?:常见|常見)(?:问题|問題|问答|問答)(?:解答|汇总|匯總|彙整|大全|集|列表|分类|分類)?|问答|問答|帮助中心|幫助中心)$/i;

/** A heading may be a trail, `Help > Account > Passwords`. */
function partsOf(heading: string): string[] {
  const parts = /\S\s*[>›»＞]\s*\S/.test(heading) ? heading.split(/\s*[>›»＞]\s*/) : [heading];
  return parts
    .map((part) => part.replaceAll("/", "／").trim())
    .filter((part) => part !== "" && !GENERIC.test(part) && !/^(?:home|首页|首頁)$/i.test(part));
}

/** The headings above each pair, without those that only say what kind of page it is. */
function categories(found: readonly (Block | Anchor)[], title: string): Map<HtmlElement, string> {
  const path: { level: number; text: string }[] = [];
  const above = new Map<HtmlElement, string>();
  const headings = found.filter((item): item is Block => !("anchor" in item) && item.kind === "heading");
  const top = Math.min(7, ...headings.map(({ level = 2 }) => level));
  // A single heading above all others is the title of the page.
  const single = headings.filter(({ level = 2 }) => level === top).length === 1 && headings[0]?.level === top;
  for (const item of found) {
    if ("anchor" in item) {
      const names = path.filter(({ text, level }) => text !== title && !(single && level === top && top === 1));
      above.set(item.anchor, names.flatMap(({ text }) => partsOf(text)).join("/"));
    } else if (item.kind === "heading") {
      const level = item.level ?? 2;
      while (path.length > 0 && path.at(-1)!.level >= level) path.pop();
      path.push({ level, text: item.text });
    }
  }
  return above;
}

/** A trail ends in the page itself. */
function withoutLast(category: string, question: string): string {
  const parts = category.split("/");
  return parts.at(-1) === question ? parts.slice(0, -1).join("/") : category;
}

/** Reads a page. */
export function openPage(root: HtmlElement, base: string | undefined): Page {
  const body = bodyOf(root);
  const noise = findNoise(body);
  const title = withoutSite(titleOf(root));
  const { main, marked } = mainContent(body, noise);
  const heads = [...elementsIn(body)].filter(({ name }) => name === "h1" || name === "h2").slice(0, 20);
  const faqPage = saysFaq(title) || heads.some((head) => saysFaq(plainText(head)));
  const judged = (place: HtmlElement): Structured[] =>
    judgePairs(structuredPairs(place, noise.surround), faqPage, noise);
  const inMain = judged(main);
  const place = inMain.length > 0 ? main : body;
  const found = inMain.length > 0 ? inMain : judged(body);
  const tables = tablePairs(place, base, noise);
  const claimed = new Set([...found.flatMap(({ claims }) => claims), ...tables.map(({ table }) => table)]);
  const area = claimed.size > 0 ? place : main;
  const walked = walkBlocks(area, { skip: noise.all, anchors: claimed });
  const above = categories(walked, title);
  const categoryOf = (pair: HtmlPair): HtmlPair => ({ ...pair, category: withoutLast(pair.category, pair.question) });
  const blocks = walked.filter((item): item is Block => !("anchor" in item));
  const trail = breadcrumb(body).filter((text) => text !== title && !GENERIC.test(text));
  const pairs = [
    ...found.map((pair) => toPair(pair, above.get(pair.claims[0]!) ?? "", base, noise)),
    ...tables.flatMap(({ table, pairs: rows }) =>
      rows.map((row) => ({ ...row, category: row.category || (above.get(table) ?? "") })),
    ),
  ];
  return {
    title,
    base,
    body,
    frame: noise.frame,
    category: trail.flatMap(partsOf).join("/"),
    pairs: pairs.map(categoryOf).filter(({ question, answer }) => question !== "" && answer !== ""),
    blocks: marked ? blocks : withoutFurniture(blocks),
    links: linksWithText(area, base, noise),
  };
}
