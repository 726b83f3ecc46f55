import type { HtmlElement } from "./dom.js";
import { attribute, elementsIn, lineOf } from "./dom.js";
import type { HtmlPair } from "./pairs.js";
import { plainText, richText } from "./text.js";

/** Types of an element by microdata or RDFa, without their vocabulary. */
function typesOf(element: HtmlElement): string[] {
  const given = `${attribute(element, "itemtype")} ${attribute(element, "typeof")}`;
  return given.split(/\s+/).map((name) => name.replace(/^.*[/#:]/, ""));
}

function propertiesOf(element: HtmlElement): string[] {
  const given = `${attribute(element, "itemprop")} ${attribute(element, "property")}`;
  return given.split(/\s+/).map((name) => name.replace(/^.*[/#:]/, ""));
}

function isItem(element: HtmlElement): boolean {
  return element.attribs["itemscope"] !== undefined || attribute(element, "typeof") !== "";
}

/** The elements that hold a property of an item; those of items inside it are theirs. */
function property(item: HtmlElement, name: string): HtmlElement[] {
  return [...elementsIn(item, (element) => inOther(element, item))].filter((element) =>
    propertiesOf(element).includes(name),
  );
}

/** Below an item inside this one. */
function inOther(element: HtmlElement, item: HtmlElement): boolean {
  const { parent } = element;
  return parent !== null && parent !== item && "attribs" in parent && isItem(parent as HtmlElement);
}

/** Questions that microdata or RDFa marks: `itemtype="…/Question"` with `name` and `acceptedAnswer`. */
export function microdataPairs(
  page: HtmlElement,
  base: string | undefined,
): { pairs: HtmlPair[]; items: Set<HtmlElement> } {
  const pairs: HtmlPair[] = [];
  const items = new Set<HtmlElement>();
  for (const item of elementsIn(page)) {
    if (!typesOf(item).includes("Question")) continue;
    const name = property(item, "name")[0] ?? property(item, "text")[0];
    const accepted = property(item, "acceptedAnswer");
    const answers = accepted.length > 0 ? accepted : property(item, "suggestedAnswer").slice(0, 1);
    if (name === undefined || answers.length === 0) continue;
    const texts = answers.map((answer) => {
      const [inner] = isItem(answer) ? property(answer, "text") : [answer];
      const said = inner === undefined ? "" : attribute(inner, "content");
      return said === "" ? richText(inner ?? answer, base) : { text: said, links: [] };
    });
    const line = lineOf(item);
    items.add(item);
    pairs.push({
      question: attribute(name, "content") || plainText(name),
      answer: texts.map(({ text }) => text).join("\n"),
      links: [...new Set(texts.flatMap(({ links }) => links))],
      similar: [],
      category: "",
      ...(line === undefined ? {} : { line }),
    });
  }
  return { pairs, items };
}
