import { blocksOf, renderBlocks } from "./blocks.js";
import type { HtmlElement, HtmlNode, HtmlParser } from "./dom.js";
import { attribute, elementsIn, isTooDeep } from "./dom.js";

/** Text of some markup, and where its links lead. */
export interface RichText {
  readonly text: string;
  /** Absolute http(s) addresses, each once. */
  readonly links: readonly string[];
}

/** An absolute web address, or undefined for anything else: a place in the page, a script, an unknown base. */
export function resolveLink(href: string, base: string | undefined): string | undefined {
  const trimmed = href.trim();
  if (trimmed === "" || trimmed.startsWith("#") || trimmed.length > 4000) return undefined;
  try {
    const url = base === undefined ? new URL(trimmed) : new URL(trimmed, base);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Addresses as they stand when they are absolute: turning them into another spelling would help nobody. */
export function linksOf(root: HtmlNode, base: string | undefined, skip?: (element: HtmlElement) => boolean): string[] {
  const links = new Set<string>();
  for (const element of elementsIn(root, skip)) {
    const href = element.name === "a" || element.name === "area" ? attribute(element, "href").trim() : "";
    const link = resolveLink(href, base);
    if (link !== undefined) links.add(/^https?:\/\//i.test(href) ? href : link);
  }
  return [...links];
}

/** What a person reads of an element: paragraphs and rows by line, lists with signs, pictures by their text. */
export function richText(
  root: HtmlNode,
  base: string | undefined,
  skip: (element: HtmlElement) => boolean = () => false,
): RichText {
  return { text: renderBlocks(blocksOf(root, { skip })), links: linksOf(root, base, skip) };
}

/** On one line. */
export function plainText(root: HtmlNode, skip: (element: HtmlElement) => boolean = () => false): string {
  return renderBlocks(blocksOf(root, { skip }).map((block) => ({ ...block, kind: "paragraph" as const })))
    .replace(/\s+/g, " ")
    .trim();
}

const MARKUP =
  /<\/(?:p|a|li|ul|ol|div|span|td|tr|table|b|strong|em|i|u|font|h[1-6])\s*>|<(?:br|p|div|img)\b[^<>]{0,2000}>/i;
const ENTITY = /&(?:nbsp|lt|gt|amp|quot|#\d{1,7}|#x[0-9a-f]{1,6}|[lr]dquo|[lr]squo|mdash|ndash|hellip|middot|bull);/i;

/** Whether a text of a data file is HTML: a tag that ends, or one that only HTML has. */
export function looksLikeMarkup(text: string): boolean {
  return MARKUP.test(text) || ENTITY.test(text);
}

/** A field of a data file that holds HTML, as text. */
export function markupText(html: string, parse: HtmlParser, base?: string): RichText {
  if (isTooDeep(html)) return { text: html.replace(/<[^>]*>/g, " "), links: [] };
  // Line breaks between tags are spaces in HTML, but scraped fields often hold plain text with a few tags in it.
  const plainLines = /\n/.test(html) && !/<(?:br|p|div|li|tr)\b/i.test(html);
  return richText(parse(plainLines ? html.replaceAll("\n", "<br>") : html), base);
}
