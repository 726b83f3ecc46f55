import type { HtmlElement, HtmlNode } from "./dom.js";
import { attribute, elementsIn, isElement } from "./dom.js";
import type { Noise } from "./noise.js";

/** Letters outside links below each element, surroundings left out. */
function weigh(root: HtmlElement, noise: Noise): Map<HtmlNode, number> {
  const weights = new Map<HtmlNode, number>();
  const order: HtmlNode[] = [];
  const stack: HtmlNode[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (isElement(node) && node.name !== "a" && !noise.surround(node))
      for (const child of node.children) stack.push(child);
    order.push(node);
  }
  for (const node of order.reverse()) {
    const own = node.type === "text" ? (node.data ?? "").replace(/\s+/g, "").length : 0;
    const weight = own + (weights.get(node) ?? 0);
    weights.set(node, weight);
    if (node.parent !== null) weights.set(node.parent, (weights.get(node.parent) ?? 0) + weight);
  }
  return weights;
}

function heaviest(elements: readonly HtmlElement[], weights: Map<HtmlNode, number>): HtmlElement | undefined {
  return [...elements].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))[0];
}

/** Part of a page that holds what it is about. `marked` when the page says so itself. */
export function mainContent(body: HtmlElement, noise: Noise): { main: HtmlElement; marked: boolean } {
  const weights = weigh(body, noise);
  const total = Math.max(1, weights.get(body) ?? 0);
  const all = [...elementsIn(body, noise.surround)];
  const mains = all.filter((element) => element.name === "main" || attribute(element, "role") === "main");
  const main = heaviest(mains, weights);
  if (main !== undefined && (weights.get(main) ?? 0) >= total * 0.3) return { main, marked: true };
  const articles = all.filter(({ name }) => name === "article");
  const article = heaviest(articles, weights);
  if (article !== undefined && (weights.get(article) ?? 0) >= total * 0.7) return { main: article, marked: true };
  let at = body;
  for (;;) {
    const inner = heaviest(at.children.filter(isElement), weights);
    // A table's rows, a list's items and the parts of a FAQ are never the whole of it.
    const parts = ["table", "tbody", "ul", "ol", "dl", "details"];
    if (inner === undefined || parts.includes(at.name) || (weights.get(inner) ?? 0) < total * 0.9) break;
    if (["p", "li", "dd", "dt", "td", "tr", "summary", "blockquote", "pre"].includes(inner.name)) break;
    at = inner;
  }
  return { main: at, marked: false };
}
