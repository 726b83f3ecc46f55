import { KefuError } from "../../../messages/errors.js";
import { hasEndlessTag, nestingOf } from "./nesting.js";

/** What the walkers need of a node of the parsed page. */
export interface HtmlNode {
  readonly type: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  /** Of a text node. */
  readonly data?: string;
  readonly children?: readonly HtmlNode[];
  readonly parent: HtmlNode | null;
  readonly sourceCodeLocation?: { readonly startLine: number } | null;
}

export type HtmlElement = HtmlNode & Required<Pick<HtmlNode, "name" | "attribs" | "children">>;

/** Browsers flatten what is nested deeper than 512 elements; no page for people comes near. */
const DEEPEST = 500;
const MOST_CHARACTERS = 20_000_000;

export type HtmlParser = (html: string) => HtmlElement;

/** The parser, loaded when the first page comes. What it returns holds the whole page, or the fragment. */
export async function htmlParser(): Promise<HtmlParser> {
  const [{ parse }, { adapter }] = await Promise.all([import("parse5"), import("parse5-htmlparser2-tree-adapter")]);
  return (html) => parse(html, { treeAdapter: adapter, sourceCodeLocationInfo: true }) as unknown as HtmlElement;
}

/**
 * @throws KefuError `input` for a page that is nested or long beyond any real one: parsing it would take minutes
 */
export function checkPage(file: string, html: string): void {
  if (html.length > MOST_CHARACTERS) {
    const params = { size: Math.round(html.length / 1e6), most: MOST_CHARACTERS / 1e6 };
    throw new KefuError("input", "kb.web.too-large", params, { where: { file } });
  }
  if (hasEndlessTag(html)) throw new KefuError("input", "kb.web.too-dense", {}, { where: { file } });
  const nesting = nestingOf(html, DEEPEST);
  if (nesting.depth > DEEPEST) {
    const where = { file, line: nesting.line };
    throw new KefuError("input", "kb.web.too-deep", { most: DEEPEST }, { where });
  }
}

/** True for a fragment that {@link checkPage} would refuse. */
export function isTooDeep(html: string): boolean {
  return html.length > MOST_CHARACTERS || hasEndlessTag(html) || nestingOf(html, DEEPEST).depth > DEEPEST;
}

/** True for an element; false for text, comments and the document. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.name !== undefined && node.children !== undefined;
}

/** Elements in document order, without the root; nothing below an element that `skip` tells to pass over. */
export function* elementsIn(root: HtmlNode, skip?: (element: HtmlElement) => boolean): Generator<HtmlElement> {
  const stack = [...(root.children ?? [])].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (!isElement(node) || skip?.(node) === true) continue;
    yield node;
    for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at]!);
  }
}

/** Text as it stands, of a script or a title. */
export function rawText(node: HtmlNode): string {
  const parts: string[] = [];
  const stack = [node];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (next.type === "text") parts.push(next.data ?? "");
    const children = next.children ?? [];
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!);
  }
  return parts.join("");
}

/** The value of an attribute, empty where the element has none. */
export function attribute(element: HtmlElement, name: string): string {
  return element.attribs[name] ?? "";
}

/** Class names, in lower case. */
export function classesOf(element: HtmlElement): string[] {
  const names = attribute(element, "class").trim();
  return names === "" || names.length > 2000 ? [] : names.toLowerCase().split(/\s+/);
}

/** The line, from 1, where a node starts in its file; `undefined` for what the parser put in. */
export function lineOf(node: HtmlNode): number | undefined {
  return node.sourceCodeLocation?.startLine;
}

/** True when a node is the ancestor itself or anywhere below it. */
export function isInside(node: HtmlNode, ancestor: HtmlNode): boolean {
  for (let at: HtmlNode | null = node; at !== null; at = at.parent) if (at === ancestor) return true;
  return false;
}

/** The next element beside this one; `undefined` when words stand between them. */
export function nextElement(element: HtmlElement): HtmlElement | undefined {
  const siblings = element.parent?.children ?? [];
  for (let at = siblings.indexOf(element) + 1; at < siblings.length; at++) {
    const node = siblings[at]!;
    if (isElement(node)) return node;
    if (node.type === "text" && (node.data ?? "").trim() !== "") return undefined;
  }
  return undefined;
}
