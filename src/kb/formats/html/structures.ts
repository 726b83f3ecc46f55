import type { HtmlElement, HtmlNode } from "./dom.js";
import { attribute, classesOf, elementsIn, isElement, isInside, nextElement } from "./dom.js";
import { plainText } from "./text.js";

/** A question and its answer as the structure of a page pairs them. */
export interface Structured {
  readonly kind: "dl" | "details" | "accordion";
  /** What of the page the pair takes up; the first is its place. */
  readonly claims: readonly HtmlElement[];
  readonly questions: readonly HtmlElement[];
  readonly answers: readonly HtmlNode[];
  /** The list, or the parent of the first claim: pairs of one group are judged together. */
  readonly group: HtmlNode;
  /** Class names say that these are questions. */
  readonly named: boolean;
}

type Skip = (element: HtmlElement) => boolean;

/** `dt` and `dd` in order, also where a `div` holds each pair. */
function termsOf(list: HtmlElement, skip: Skip): HtmlElement[] {
  return list.children.filter(isElement).flatMap((child) => {
    if (skip(child)) return [];
    if (child.name === "dt" || child.name === "dd") return [child];
    return child.children.filter(isElement).filter(({ name }) => name === "dt" || name === "dd");
  });
}

function definitionPairs(list: HtmlElement, skip: Skip): Structured[] {
  const pairs: Structured[] = [];
  let questions: HtmlElement[] = [];
  let answers: HtmlElement[] = [];
  const named = /faq|question|qa\b|q-a|help/.test(attribute(list, "class").toLowerCase());
  const flush = (): void => {
    if (questions.length > 0 && answers.length > 0) {
      pairs.push({ kind: "dl", claims: [...questions, ...answers], questions, answers, group: list, named });
    }
    [questions, answers] = [[], []];
  };
  for (const term of termsOf(list, skip)) {
    if (term.name === "dt" && answers.length > 0) flush();
    if (term.name === "dt") questions = [...questions, term];
    else if (questions.length > 0) answers = [...answers, term];
  }
  flush();
  return pairs;
}

/** A `details` with others inside is a group, its summary their heading. */
function detailsPair(element: HtmlElement, skip: Skip): Structured | undefined {
  const summary = element.children.filter(isElement).find(({ name }) => name === "summary");
  if (summary === undefined) return undefined;
  for (const inner of elementsIn(element, skip)) if (inner.name === "details") return undefined;
  const answers = element.children.filter((child) => child !== summary);
  const named = /faq|question|accordion/.test(attribute(element, "class").toLowerCase());
  const group = element.parent ?? element;
  return { kind: "details", claims: [element], questions: [summary], answers, group, named };
}

const PARTS = "header|head|heading|title|button|btn|trigger|toggle|toggler|summary|label|link|control";
const QUESTION_CLASS = new RegExp(
  `^(?:.*[-_])?(?:question|questions?[-_]?(?:title|text|header|name|content)|faq[-_]?q(?:uestion)?|faq[-_]?(?:${PARTS})|faq[-_]?(?:item|list)?[-_]?(?:${PARTS})|accordion[-_]*(?:item[-_]*)?(?:${PARTS})|collapsible[-_]*(?:${PARTS})?|collapse[-_]*(?:item[-_]*)*(?:${PARTS})|collapse-item__(?:header|title)|expander[-_]*(?:${PARTS})|toggle[-_]*(?:title|header|heading)|panel[-_]?heading|problem[-_]?title|wenti|ask|qa[-_]?(?:q|title|question|${PARTS})|q)$`,
);
const NAMED_QUESTION = /question|faq|wenti|problem|(?:^|[-_])(?:ask|qa)(?:[-_]|$)|^q$/;
const BODIES =
  "body|content|contents|panel|collapse|text|inner|detail|details|desc|description|main|wrap|wrapper|container";
const ANSWER_CLASS = new RegExp(
  `^(?:.*[-_])?(?:answer|answers?[-_]?(?:${BODIES})|faq[-_]?a(?:nswer)?|faq[-_]?(?:item|list)?[-_]?(?:${BODIES})|accordion[-_]*(?:item[-_]*)?(?:${BODIES})|collapsible[-_]*(?:${BODIES})|collapse[-_]*(?:item[-_]*)*(?:${BODIES}|box)|collapse-item__(?:wrap|wrapper|content)|expander[-_]*(?:${BODIES})|toggle[-_]*(?:${BODIES})|panel[-_]?(?:collapse|body)|daan|reply|qa[-_]?(?:a|answer|${BODIES})|a)$`,
);

function hasClass(element: HtmlElement, pattern: RegExp): boolean {
  return classesOf(element).some((name) => pattern.test(name));
}

/** The id of what a click opens. */
function controlled(element: HtmlElement): string | undefined {
  const { attribs } = element;
  const id = (attribs["aria-controls"] ?? attribs["data-bs-target"] ?? attribs["data-target"] ?? "").trim();
  if (id !== "") return id.replace(/^#/, "");
  const toggles = /collapse|accordion|toggle/i.test(attribs["data-toggle"] ?? attribs["data-bs-toggle"] ?? "");
  const href = (attribs["href"] ?? "").trim();
  return toggles && href.startsWith("#") ? href.slice(1) : undefined;
}

function isTrigger(element: HtmlElement): boolean {
  const { attribs } = element;
  if (attribs["role"] === "tab" && attribs["aria-expanded"] === undefined) return false;
  return (
    attribs["aria-expanded"] !== undefined ||
    /collapse|accordion/i.test(attribs["data-toggle"] ?? attribs["data-bs-toggle"] ?? "")
  );
}

/** The heading that holds a trigger and nothing else. */
function headingAround(trigger: HtmlElement): HtmlElement {
  let at: HtmlElement = trigger;
  const text = plainText(trigger);
  for (let up = 0; up < 3; up++) {
    const { parent } = at;
    if (parent === null || !isElement(parent) || plainText(parent) !== text) break;
    at = parent;
  }
  return at;
}

function hasText(element: HtmlElement, skip: Skip): boolean {
  return plainText(element, skip) !== "";
}

/** What a trigger opens: by its id, else what follows its heading. */
function panelOf(trigger: HtmlElement, byId: ReadonlyMap<string, HtmlElement>): HtmlElement | undefined {
  const id = controlled(trigger);
  const named = id === undefined ? undefined : byId.get(id);
  if (named !== undefined && !isInside(trigger, named)) return named;
  return nextElement(headingAround(trigger));
}

/** Number of steps up to the nearest element that holds both. */
function stepsApart(question: HtmlNode, answer: HtmlNode): number {
  let steps = 0;
  for (let at: HtmlNode | null = question; at !== null; at = at.parent) {
    if (isInside(answer, at)) return steps;
    steps++;
  }
  return Infinity;
}

/** Questions that open something, and parts whose class names say question and answer. */
function accordionPairs(root: HtmlElement, skip: Skip): Structured[] {
  const pairs: Structured[] = [];
  const all = [...elementsIn(root, skip)];
  const byId = new Map(all.map((element) => [attribute(element, "id"), element]));
  const taken = new Set<HtmlNode>();
  const free = (element: HtmlElement): boolean => {
    for (let at: HtmlNode | null = element; at !== null; at = at.parent) if (taken.has(at)) return false;
    return true;
  };
  let pending: { element: HtmlElement; named: boolean } | undefined;
  const add = (question: HtmlElement, answer: HtmlElement, named: boolean): void => {
    if (isInside(answer, question) || isInside(question, answer)) return;
    const claims = [headingAround(question), answer];
    const group = question.parent?.parent ?? root;
    pairs.push({ kind: "accordion", claims, questions: [question], answers: [answer], group, named });
    for (const claim of claims) taken.add(claim);
    pending = undefined;
  };
  for (const element of all) {
    if (taken.size > 0 && !free(element)) continue;
    if (isTrigger(element) && hasText(element, skip)) {
      const panel = panelOf(element, byId);
      if (panel !== undefined && !skip(panel) && hasText(panel, () => false)) {
        const named = NAMED_QUESTION.test(`${attribute(element, "class")} ${attribute(panel, "class")}`.toLowerCase());
        add(element, panel, named);
        continue;
      }
    }
    const question = hasClass(element, QUESTION_CLASS) && plainText(element, skip).length <= 300;
    if (question && hasText(element, skip) && !holdsAnswer(element, skip)) {
      pending = { element, named: classesOf(element).some((name) => NAMED_QUESTION.test(name)) };
    } else if (pending !== undefined && hasClass(element, ANSWER_CLASS) && !isInside(element, pending.element)) {
      if (stepsApart(pending.element, element) <= 3 && hasText(element, () => false)) {
        add(pending.element, element, pending.named);
      }
    }
  }
  return pairs;
}

function holdsAnswer(element: HtmlElement, skip: Skip): boolean {
  for (const inner of elementsIn(element, skip)) if (hasClass(inner, ANSWER_CLASS)) return true;
  return false;
}

/** All pairs that lists of terms, `details` and accordions make, in document order. None lies inside another. */
export function structuredPairs(root: HtmlElement, skip: Skip): Structured[] {
  const pairs: Structured[] = [];
  const claimed = new Set<HtmlElement>();
  const passOver = (element: HtmlElement): boolean => skip(element) || claimed.has(element);
  for (const element of elementsIn(root, passOver)) {
    const found =
      element.name === "dl"
        ? definitionPairs(element, skip)
        : element.name === "details"
          ? [detailsPair(element, skip)].filter((pair) => pair !== undefined)
          : [];
    for (const pair of found) for (const claim of pair.claims) claimed.add(claim);
    pairs.push(...found);
  }
  const accordions = accordionPairs(root, passOver);
  const order = new Map([...elementsIn(root)].map((element, at) => [element, at]));
  return [...pairs, ...accordions].sort((a, b) => (order.get(a.claims[0]!) ?? 0) - (order.get(b.claims[0]!) ?? 0));
}
