import type { EntitySpan } from "./training-data.js";
import type { Issue } from "../messages/errors.js";

interface AnnotatedText {
  readonly text: string;
  readonly entities: readonly EntitySpan[];
  readonly findings: readonly Pick<Issue, "severity" | "key" | "params">[];
}

type Label = Omit<EntitySpan, "start" | "end">;

const MARK = /\[([^[\]]+)\](?:\(([^()]*)\)|(\{[^}]*\})|\[(\{[^\]]*\})\])/gu;
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const LINK = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|www\.|[./#?])/iu;

/** `name` or `name:value`; undefined for a link's target and for anything else that names no entity. */
function readShort(target: string): Label | undefined {
  if (LINK.test(target)) return undefined;
  const colon = target.indexOf(":");
  const entity = (colon < 0 ? target : target.slice(0, colon)).trim();
  if (!NAME.test(entity)) return undefined;
  return colon < 0 ? { entity } : { entity, value: target.slice(colon + 1).trim() };
}

/** `{"entity": …, "value": …, "role": …, "group": …}`. */
function readObject(json: string): Label | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  const fields = parsed as Record<string, unknown>;
  const { entity } = fields;
  if (typeof entity !== "string" || entity.trim() === "") return undefined;
  const optional = Object.fromEntries(
    ["value", "role", "group"].filter((key) => fields[key] !== undefined).map((key) => [key, String(fields[key])]),
  );
  return { entity, ...optional };
}

/**
 * Takes Rasa's entity marks off an example: `[北京](city)`, `[北京](city:beijing)`,
 * `[北京]{"entity": "city", "value": "beijing", "role": "from"}` and `[北京][{…}, {…}]`. A Markdown link is no entity: it
 * stays as text, with a warning.
 */
export function parseAnnotations(marked: string): AnnotatedText {
  if (!marked.includes("[")) return { text: marked, entities: [], findings: [] };
  const entities: EntitySpan[] = [];
  const findings: AnnotatedText["findings"][number][] = [];
  let text = "";
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, words, target, object, list] = match as unknown as [string, string, ...(string | undefined)[]];
    text += marked.slice(from, match.index);
    from = match.index + whole.length;
    const labels = target === undefined ? readObjects(object ?? list!) : [readShort(target)];
    const known = labels.filter((label) => label !== undefined);
    if (known.length < labels.length || known.length === 0) {
      const key = target === undefined ? "nlu.data.annotation" : "nlu.data.link";
      findings.push({ severity: target === undefined ? "error" : "warning", key, params: { text: whole } });
      text += whole;
      continue;
    }
    for (const label of known) entities.push({ start: text.length, end: text.length + words.length, ...label });
    text += words;
  }
  return { text: text + marked.slice(from), entities, findings };
}

function readObjects(json: string): (Label | undefined)[] {
  if (json.startsWith("{") && !json.includes("},")) return [readObject(json)];
  return json.split(/(?<=\})\s*,\s*(?=\{)/u).map(readObject);
}

/** `[北京](city)`, or the form with braces where a value, a role or a name needs it. */
function mark(words: string, labels: readonly Label[]): string {
  const [only] = labels;
  const plain = labels.length === 1 && only !== undefined && Object.keys(only).length === 1;
  if (plain && NAME.test(only.entity)) return `[${words}](${only.entity})`;
  // Brackets within a string would end the mark for a reader that looks for them; the escape says the same.
  const objects = labels.map((label) => JSON.stringify(label).replace(/(?<!^)[[\]{}](?!$)/gu, escaped));
  return labels.length === 1 ? `[${words}]${objects.join("")}` : `[${words}][${objects.join(", ")}]`;
}

function escaped(sign: string): string {
  return `\\u00${sign.charCodeAt(0).toString(16)}`;
}

/**
 * An example with Rasa's marks; several labels of the same words stand in one mark.
 * @param spans of which none reaches into another but those of exactly the same words
 */
export function writeAnnotations(text: string, spans: readonly EntitySpan[]): string {
  let out = "";
  let from = 0;
  const starts = [...new Set(spans.map(({ start }) => start))].sort((a, b) => a - b);
  for (const start of starts) {
    const here = spans.filter((span) => span.start === start);
    const { end } = here[0]!;
    const labels = here.map(({ entity, value, role, group }) => ({
      entity,
      ...(value === undefined ? {} : { value }),
      ...(role === undefined ? {} : { role }),
      ...(group === undefined ? {} : { group }),
    }));
    out += text.slice(from, start) + mark(text.slice(start, end), labels);
    from = end;
  }
  return out + text.slice(from);
}
