import type { Issue, Location } from "../messages/errors.js";
import { isRecord, type JsonRecord } from "./json-value.js";
import type { EntitySpan, Utterance } from "./training-data.js";

/** What the text of an example is called in tables and JSON, best known first; compared in lower case. */
export const TEXT_NAMES = [
  ...[
    "text",
    "utterance",
    "query",
    "question",
    "sentence",
    "例句",
    "语句",
    "語句",
    "问法",
    "問法",
    "文本",
    "问题",
    "問題",
  ],
] as const;

/** What its intent is called, best known first: a table may have both an intent and a wider category. */
export const INTENT_NAMES = [
  ...["intent", "label", "category", "意图", "意圖", "标签", "標籤", "分类", "分類", "类别", "類別", "类目", "類目"],
] as const;

/** The first of `names` that an object has as a text; one that says something before an empty one. */
export function textField(fields: JsonRecord, names: readonly string[]): string | undefined {
  const lower = new Map(Object.entries(fields).map(([name, value]) => [name.trim().toLowerCase(), value]));
  const found = names.map((name) => lower.get(name)).filter((value) => typeof value === "string");
  return found.find((value) => value.trim() !== "") ?? found[0];
}

/** `{start, end, entity, value?, role?, group?}`; undefined for anything else. */
function readSpan(value: unknown, text: string): EntitySpan | undefined {
  if (!isRecord(value)) return undefined;
  const { start, end, entity } = value;
  if (!Number.isInteger(start) || !Number.isInteger(end) || typeof entity !== "string" || entity === "")
    return undefined;
  const [from, to] = [start as number, end as number];
  if (from < 0 || to <= from || to > text.length) return undefined;
  const optional = Object.fromEntries(
    (["value", "role", "group"] as const)
      .filter((key) => typeof value[key] === "string" || typeof value[key] === "number")
      .map((key) => [key, String(value[key])]),
  );
  return { start: from, end: to, entity, ...optional };
}

/**
 * Entities given as a list of spans.
 * @returns undefined when it is no list, or one of them does not lie in the text or names no entity
 */
export function readSpans(value: unknown, text: string): EntitySpan[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const spans = value.map((one) => readSpan(one, text));
  return spans.some((span) => span === undefined) ? undefined : (spans as EntitySpan[]);
}

/** Entities given as one tag a token, `B-`, `I-` and `O`: each token is looked for behind the one before it. */
function readTags(tokens: readonly unknown[], tags: readonly unknown[], text: string): EntitySpan[] | undefined {
  if (tokens.length !== tags.length) return undefined;
  const spans: { start: number; end: number; entity: string }[] = [];
  let at = 0;
  let inside = "";
  for (const [i, token] of tokens.entries()) {
    const tag = tags[i];
    if (typeof token !== "string" || typeof tag !== "string") return undefined;
    const start = text.indexOf(token, at);
    if (start < 0) return undefined;
    at = start + token.length;
    const entity = /^[BI]-(.+)$/u.exec(tag)?.[1] ?? "";
    if (entity !== "") {
      if (tag.startsWith("I-") && entity === inside) spans[spans.length - 1]!.end = at;
      else spans.push({ start, end: at, entity });
    }
    inside = entity;
  }
  return spans;
}

function entitiesOf(fields: JsonRecord, text: string): EntitySpan[] | undefined {
  const { entities, tokens, bio, tags = bio } = fields;
  if (entities !== undefined && entities !== null) return readSpans(entities, text);
  return Array.isArray(tokens) && Array.isArray(tags) ? readTags(tokens, tags, text) : [];
}

/** The utterance without the spaces around it; its spans move along. */
export function trimmed(text: string, intent: string, entities: readonly EntitySpan[], where: Location): Utterance {
  const words = text.trim();
  const lead = text.length - text.trimStart().length;
  const within = (at: number): number => Math.min(words.length, Math.max(0, at - lead));
  const spans = entities
    .map((span) => ({ ...span, start: within(span.start), end: within(span.end) }))
    .filter(({ start, end }) => end > start);
  return { text: words, intent: intent.trim(), entities: spans, where };
}

/**
 * An example from a JSON object (`text` and `intent` under any of their names, `entities` as spans or `tokens` with `bio`
 * tags) or from a pair `[text, intent]`.
 */
export function readRecord(value: unknown, where: Location): Utterance | Issue {
  const fields: JsonRecord = Array.isArray(value) ? { text: value[0] as unknown, intent: value[1] as unknown } : {};
  const record = isRecord(value) ? value : fields;
  const [text, intent] = [textField(record, TEXT_NAMES), textField(record, INTENT_NAMES)];
  if (text === undefined || intent === undefined) return { severity: "error", key: "nlu.data.json", where };
  if (text.trim() === "" || intent.trim() === "") return { severity: "warning", key: "nlu.data.row", where };
  const entities = entitiesOf(record, text);
  if (entities === undefined) return { severity: "error", key: "nlu.data.spans", params: { text }, where };
  return trimmed(text, intent, entities, where);
}
