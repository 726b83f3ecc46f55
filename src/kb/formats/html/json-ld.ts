import { isRecord, type JsonRecord } from "../../../interop/json-value.js";
import type { IssueLog } from "../draft.js";
import type { HtmlElement, HtmlParser } from "./dom.js";
import { attribute, elementsIn, lineOf, rawText } from "./dom.js";
import type { HtmlPair } from "./pairs.js";
import { jsonFaultAt, jsonReason } from "../objects/json-fault.js";
import { looksLikeMarkup, markupText } from "./text.js";

const MOST_NODES = 200_000;

function isA(value: JsonRecord, type: string): boolean {
  const types = [value["@type"]].flat();
  return types.some((name) => typeof name === "string" && name.replace(/^.*[/#:]/, "") === type);
}

/** Mistakes that templates make again and again: comments around the script, commas before a bracket, line ends in texts. */
function mended(text: string): string {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, "")
    .replace(/;\s*$/, "");
  let inside = false;
  let escaped = false;
  let out = "";
  for (const char of bare) {
    if (inside && char < " ") {
      out += char === "\n" ? "\\n" : char === "\t" ? "\\t" : " ";
      continue;
    }
    if (char === '"' && !escaped) inside = !inside;
    escaped = char === "\\" && !escaped;
    if (!inside && (char === "]" || char === "}")) out = out.replace(/,\s*$/, "");
    out += char;
  }
  return out;
}

function parseScript(text: string): { value: unknown } | { error: Error } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (first) {
    try {
      return { value: JSON.parse(mended(text)) as unknown };
    } catch {
      return { error: first as Error };
    }
  }
}

/** All objects in a document, parents first, and those that have a name by it. */
function objectsIn(value: unknown): { objects: JsonRecord[]; byId: Map<string, JsonRecord> } {
  const objects: JsonRecord[] = [];
  const byId = new Map<string, JsonRecord>();
  const stack = [value];
  for (let count = 0; stack.length > 0 && count < MOST_NODES; count++) {
    const next = stack.pop();
    if (Array.isArray(next)) for (let at = next.length - 1; at >= 0; at--) stack.push(next[at]);
    else if (isRecord(next)) {
      objects.push(next);
      const id = next["@id"];
      if (typeof id === "string" && Object.keys(next).length > 1) byId.set(id, next);
      stack.push(...Object.values(next).reverse());
    }
  }
  return { objects, byId };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0]);
  if (isRecord(value)) return textOf(value["@value"] ?? value["text"]);
  return typeof value === "string" ? value : "";
}

/** The accepted answers; where none is, the suggested one with most votes. */
function answersOf(question: JsonRecord, byId: Map<string, JsonRecord>): string[] {
  const list = (key: string): JsonRecord[] =>
    [question[key]].flat().flatMap((item) => {
      if (typeof item === "string") return [{ text: item }];
      if (!isRecord(item)) return [];
      return [(Object.keys(item).length === 1 ? byId.get(String(item["@id"])) : undefined) ?? item];
    });
  const votes = (answer: JsonRecord): number => Number(answer["upvoteCount"]) || 0;
  const accepted = list("acceptedAnswer");
  const answers =
    accepted.length > 0
      ? accepted
      : list("suggestedAnswer")
          .sort((a, b) => votes(b) - votes(a))
          .slice(0, 1);
  return answers.map((answer) => textOf(answer["text"] ?? answer["articleBody"] ?? answer["name"])).filter(Boolean);
}

/** The questions of schema.org's FAQPage and QAPage in the scripts of a page. A script that is no JSON is named with its line. */
export function jsonLdPairs(
  page: HtmlElement,
  parse: HtmlParser,
  base: string | undefined,
  file: string,
  log: IssueLog,
): HtmlPair[] {
  const pairs: HtmlPair[] = [];
  for (const script of elementsIn(page)) {
    if (script.name !== "script" || !/^application\/ld\+json/i.test(attribute(script, "type").trim())) continue;
    const text = rawText(script);
    if (text.trim() === "") continue;
    const line = lineOf(script);
    const parsed = parseScript(text);
    if ("error" in parsed) {
      const lines = text.slice(0, jsonFaultAt(text)).split("\n").length - 1;
      const where = { file, ...(line === undefined ? {} : { line: line + lines }) };
      log.add("warning", "kb.web.bad-json-ld", where, { reason: jsonReason(parsed.error) });
      continue;
    }
    const { objects, byId } = objectsIn(parsed.value);
    const rich = (value: string) =>
      looksLikeMarkup(value) ? markupText(value, parse, base) : { text: value.trim(), links: [] };
    for (const object of objects.filter((value) => isA(value, "Question"))) {
      const question = rich(textOf(object["name"] ?? object["text"])).text.replace(/\s+/g, " ");
      const answers = answersOf(object, byId).map(rich);
      if (question === "" && answers.length === 0) continue;
      const answer = answers.map((item) => item.text).join("\n");
      const links = [...new Set(answers.flatMap((item) => item.links))];
      pairs.push({ question, answer, links, similar: [], category: "", ...(line === undefined ? {} : { line }) });
    }
  }
  return pairs;
}
