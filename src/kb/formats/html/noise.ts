import type { HtmlElement, HtmlNode } from "./dom.js";
import { attribute, classesOf, elementsIn, isElement, rawText } from "./dom.js";

const TAGS = new Set(["nav", "footer", "aside", "dialog", "script", "style", "noscript", "template", "svg", "iframe"]);
const UNSEEN = new Set(["script", "style", "noscript", "template", "svg"]);
const ROLES = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tooltip".split(" "),
);

/** Names, of a class or an id, of what surrounds the content of a page on every page. */
const SURROUND =
  /^(?:(?:site|page|main|global|top|app|layout|web|common|book|wp|block|l|c|g)[-_]?)?(?:header|footer|nav|navbar|navigation|topbar|topnav|sidebar|sidenav|menu|mainmenu|submenu|masthead|colophon|headbar|foot|bottom)(?:[-_]?(?:wrap|wrapper|inner|container|box|bar|area|main))?$/;
const BOILERPLATE =
  /^(?:.*[-_])?(?:breadcrumbs?|crumbs?|cookies?|cookie[-_]?(?:banner|consent|bar|notice|law)|gdpr|consent|pagination|pager|pagenavi?|skip[-_]?link|skip[-_]?to[-_]?content|copyright|newsletter|subscribe|social(?:[-_]?(?:links|share|media))?|share(?:[-_]?(?:bar|buttons?|links))?|sharing|advert(?:s|isement)?|adsbygoogle|related(?:[-_]?(?:articles?|posts?|links?|questions?|content))?|recommend(?:ed|ation|ations|s)?|recommended[-_]?articles?|recent[-_]?(?:articles|posts)|article[-_]?(?:votes?|feedback|subscribe|relatives)|was[-_]?this[-_]?helpful|helpful|feedback(?:[-_]?(?:form|box|widget))?|comments?(?:[-_]?(?:area|list|form))?|login[-_]?(?:box|form|modal)|search[-_]?(?:box|form|bar|input|results|noresults-text)|toc|table[-_]of[-_]contents|back[-_]?to[-_]?top|backtop|gotop|side[-_]?tool(?:bar)?|float[-_]?(?:bar|menu|service)|print[-_]?(?:button|link)|sr[-_]?only|visually[-_]?hidden|screen[-_]?reader[-_]?text|lang(?:uage)?[-_]?(?:switch(?:er)?|select(?:or)?|menu))$/;
/** Names that may also be of the content; they are left out where they hold links and little else. */
const SIDE = /(?:^|[-_])(?:side|aside|left|right|sub)(?:[-_]?(?:bar|nav|menu|box|col|column|wrap))?$/;

const PANEL = /answer|panel|collaps|accordion|content|body|faq|tab|toggle|reply|desc/;

function names(element: HtmlElement): string[] {
  const id = attribute(element, "id").toLowerCase();
  return id === "" || id.length > 100 ? classesOf(element) : [...classesOf(element), id];
}

/** Letters of an element, and how many of them are links. */
export function linkShare(
  root: HtmlNode,
  skip: (element: HtmlElement) => boolean = () => false,
): { letters: number; linked: number } {
  let letters = 0;
  let linked = 0;
  const stack: { node: HtmlNode; link: boolean }[] = [{ node: root, link: false }];
  while (stack.length > 0) {
    const { node, link } = stack.pop()!;
    if (isElement(node) && (UNSEEN.has(node.name) || skip(node))) continue;
    if (node.type === "text") {
      const count = (node.data ?? "").replace(/\s+/g, "").length;
      letters += count;
      if (link) linked += count;
    }
    for (const child of node.children ?? []) stack.push({ node: child, link: link || node.name === "a" });
  }
  return { letters, linked };
}

function isLinksOnly(element: HtmlElement, share: number): boolean {
  const { letters, linked } = linkShare(element);
  return letters === 0 || linked >= letters * share;
}

/** Hidden in its own right. What opens at a click is hidden too, and is content. */
function isHidden(element: HtmlElement): boolean {
  const { attribs } = element;
  const hidden =
    attribs["hidden"] !== undefined ||
    attribs["aria-hidden"] === "true" ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs["style"] ?? "");
  return hidden && !names(element).some((name) => PANEL.test(name));
}

function isInsideContent(element: HtmlElement): boolean {
  for (let at = element.parent; at !== null; at = at.parent) {
    if (at.name === "main" || at.name === "article" || at.attribs?.["role"] === "main") return true;
  }
  return false;
}

/** A list or block of links at the edge of things: a menu, a table of contents. */
function isLinkList(element: HtmlElement): boolean {
  if (element.name !== "ul" && element.name !== "ol") return false;
  const items = element.children.filter(({ name }) => name === "li").length;
  return items >= 3 && isLinksOnly(element, 0.9);
}

function isSurround(element: HtmlElement): boolean {
  const { name } = element;
  if (TAGS.has(name)) return name !== "aside" || !isInsideContent(element) || isLinksOnly(element, 0.5);
  if (name === "header") return !isInsideContent(element) && !hasContentInside(element);
  if (ROLES.has(attribute(element, "role"))) return true;
  if (name === "body" || name === "html" || name === "main" || name === "article") return false;
  return names(element).some(
    (given) => BOILERPLATE.test(given) || (SURROUND.test(given) && !hasContentInside(element)),
  );
}

function isSide(element: HtmlElement): boolean {
  if (element.name === "body" || element.name === "main" || element.name === "article") return false;
  return names(element).some((given) => SIDE.test(given)) && isLinksOnly(element, 0.5);
}

/** A wrapper that is called as what it also holds. */
function hasContentInside(element: HtmlElement): boolean {
  for (const inner of elementsIn(element)) {
    if (inner.name === "main" || inner.name === "article" || attribute(inner, "role") === "main") return true;
  }
  return false;
}

/** What is no content: surroundings, boilerplate, what is hidden for good, lists of links. */
export interface Noise {
  readonly surround: (element: HtmlElement) => boolean;
  /** Without columns at the side, which may turn out to be what the page is about. */
  readonly frame: (element: HtmlElement) => boolean;
  /** Surroundings, what is hidden, and what one clicks. */
  readonly inAnswer: (element: HtmlElement) => boolean;
  /** The same, and lists of links. */
  readonly all: (element: HtmlElement) => boolean;
}

/** Looks at every element once. */
export function findNoise(root: HtmlNode): Noise {
  const surround = new Set<HtmlElement>();
  const sides = new Set<HtmlElement>();
  const hidden = new Set<HtmlElement>();
  const links = new Set<HtmlElement>();
  const looked = (element: HtmlElement): boolean => {
    if (isSurround(element)) surround.add(element);
    else if (isSide(element)) sides.add(element);
    else if (isHidden(element)) hidden.add(element);
    else if (isLinkList(element)) links.add(element);
    return surround.has(element) || sides.has(element);
  };
  for (const element of elementsIn(root, looked)) void element;
  const isOutside = (element: HtmlElement): boolean => surround.has(element) || sides.has(element);
  const inAnswer = (element: HtmlElement): boolean =>
    isOutside(element) || hidden.has(element) || element.name === "button";
  return {
    frame: (element) => surround.has(element),
    surround: isOutside,
    inAnswer,
    all: (element) => isOutside(element) || hidden.has(element) || links.has(element),
  };
}

/** Titles of the pages above this one, outermost first, without the start page and this one. */
export function breadcrumb(root: HtmlNode): string[] {
  for (const element of elementsIn(root)) {
    const named = names(element).some((name) => /^(?:.*[-_])?(?:breadcrumbs?|crumbs?)$/.test(name));
    if (!named && !/breadcrumb/i.test(attribute(element, "aria-label"))) continue;
    const links = [...elementsIn(element)].filter(({ name }) => name === "a").map((link) => rawText(link).trim());
    return links
      .map((text) => text.replace(/\s+/g, " "))
      .filter((text) => text !== "" && text.length <= 60 && !/^(?:home|首页|首頁|主页|主頁|start)$/i.test(text));
  }
  return [];
}
