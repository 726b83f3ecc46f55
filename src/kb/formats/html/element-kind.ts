import type { HtmlElement } from "./dom.js";
import { attribute, isElement, rawText } from "./dom.js";

const NEVER = new Set(
  (
    "script style noscript template svg math iframe object embed applet canvas audio video map head select option " +
    "datalist textarea input progress meter frame frameset"
  ).split(" "),
);

const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th " +
    "thead tr ul caption"
  ).split(" "),
);

/** What no page shows as text: scripts, styles, pictures, fields of a form. */
export function isNeverRead(element: HtmlElement): boolean {
  return NEVER.has(element.name);
}

/** 1 to 6; `undefined` for what is no heading, by its name or its role. */
export function headingLevel(element: HtmlElement): number | undefined {
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level !== undefined) return Number(level);
  if (attribute(element, "role") !== "heading") return undefined;
  return Math.min(6, Math.max(1, Number(attribute(element, "aria-level")) || 2));
}

/** Whether its own words are bold, by its name or its style; what stands around it does not count. */
export function isBold(element: HtmlElement): boolean {
  return (
    element.name === "b" ||
    element.name === "strong" ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribute(element, "style"))
  );
}

/** Whether it begins a line of its own, by its name or its style; an element of the page's own making counts as one. */
export function isBlock(element: HtmlElement): boolean {
  return (
    BLOCKS.has(element.name) ||
    element.name.includes("-") ||
    /display\s*:\s*(?:block|flex|grid|table)/i.test(attribute(element, "style"))
  );
}

/** Whether a picture is all that its paragraph holds: beside words its text would stand in the middle of a sentence. */
export function standsAlone(picture: HtmlElement): boolean {
  let around = picture.parent;
  while (around !== null && isElement(around) && !isBlock(around)) around = around.parent;
  return around === null || !isElement(around) || rawText(around).trim() === "";
}
