import { isRecord, type JsonRecord } from "../../../interop/json-value.js";
import type { EntrySource } from "../../entry.js";
import type { AnswerDraft, EntryDraft } from "../draft.js";
import type { FieldName, HeaderMeaning, Variant } from "../fields.js";
import { keyOf, nameMeaning } from "./object-keys.js";
import type { FormatOptions } from "../source-format.js";
import { answerFormat } from "../table/rows.js";
import { parseStatus, parseTags, splitIds, splitList, splitWords } from "../values.js";

function text(value: unknown): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

function strings(value: unknown, split: (joined: string) => string[]): string[] {
  if (Array.isArray(value))
    return value.map((item) => (isRecord(item) ? text(item["text"] ?? item["question"]) : text(item)));
  return split(text(value));
}

function variantOf(value: JsonRecord): Variant {
  const found: { -readonly [K in keyof Variant]: Variant[K] } = {};
  for (const name of ["channel", "locale", "tier"] as const) {
    const said = text(value[name]);
    if (said === "") continue;
    const meaning = name === "tier" ? { tier: said } : (nameMeaning(`answer[${said}]`)?.variant ?? {});
    if (name === "tier" || meaning[name] !== undefined) Object.assign(found, meaning);
  }
  return found;
}

function readAnswers(value: unknown, variant: Variant | undefined): AnswerDraft[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    if (!isRecord(item)) return { ...variant, text: text(item) };
    const links = Array.isArray(item["links"]) ? { links: item["links"].map(text).filter((link) => link !== "") } : {};
    const answer = text(item["text"] ?? item["answer"] ?? item["content"] ?? item["value"]);
    return { ...variant, ...variantOf(item), text: answer, format: answerFormat(text(item["format"])), ...links };
  });
}

function readTags(draft: EntryDraft, value: unknown, tag: string | undefined): void {
  if (tag !== undefined) {
    if (text(value) !== "") draft.tags[tag] = text(value);
  } else if (isRecord(value)) for (const [name, item] of Object.entries(value)) draft.tags[name] = text(item);
  else if (!Array.isArray(value)) Object.assign(draft.tags, parseTags(text(value)));
  else {
    for (const item of value) {
      if (isRecord(item)) draft.tags[text(item["name"] ?? item["key"])] = text(item["value"]);
      else Object.assign(draft.tags, parseTags(text(item)));
    }
  }
}

const READERS: Readonly<Record<FieldName, (draft: EntryDraft, value: unknown, meaning: HeaderMeaning) => void>> = {
  id: (draft, value) => void (draft.id = text(value)),
  category: (draft, value) => void (draft.category = Array.isArray(value) ? value.map(text).join("/") : text(value)),
  question(draft, value) {
    const [first = "", ...rest] = strings(value, (joined) => [joined]);
    draft.question = first;
    draft.similar.push(...rest);
  },
  similar: (draft, value) => void draft.similar.push(...strings(value, splitList)),
  answer: (draft, value, { variant }) => void draft.answers.push(...readAnswers(value, variant)),
  format() {},
  related: (draft, value) => void draft.related.push(...strings(value, splitIds)),
  from: (draft, value) => void (draft.from = text(value)),
  until: (draft, value) => void (draft.until = text(value)),
  status: (draft, value) => void (draft.status = text(value)),
  disabled: (draft, value) =>
    void (draft.status = parseStatus(text(value)) === "online" ? "offline" : (draft.status ?? "")),
  period() {},
  tags: (draft, value, { tag }) => void readTags(draft, value, tag),
  negative: (draft, value) => void draft.negative.push(...strings(value, splitWords)),
  group() {},
  prompts() {},
};

/** `effective: {from, until}` says what `from` and `until` say. */
function flatten(value: JsonRecord): [string, unknown][] {
  return Object.entries(value).flatMap(([key, item]) =>
    key === "effective" && isRecord(item) ? Object.entries(item) : [[key, item] as [string, unknown]],
  );
}

/** What the keys of one object mean; where two claim one field the surer has it. Answers may stand under several keys. */
function meanings(value: JsonRecord, options: FormatOptions): { meaning: HeaderMeaning; value: unknown }[] {
  const given = new Map<string, FieldName>();
  for (const [field, name] of Object.entries(options.map ?? {}) as [FieldName, string][]) given.set(keyOf(name), field);
  if (options.idField !== undefined) given.set(keyOf(options.idField), "id");
  const found = flatten(value).flatMap(([key, item]) => {
    const field = given.get(keyOf(key));
    const meaning = field === undefined ? nameMeaning(key) : { field, rank: -1 };
    return meaning === undefined ? [] : [{ meaning, value: item }];
  });
  found.sort((a, b) => a.meaning.rank - b.meaning.rank);
  const filled = new Set<FieldName>();
  return found.filter(({ meaning }) => {
    const many =
      meaning.field === "similar" || meaning.field === "tags" || (meaning.field === "answer" && meaning.rank < 100);
    if (!many && filled.has(meaning.field)) return meaning.tag !== undefined;
    filled.add(meaning.field);
    return true;
  });
}

/** Keys of the headings that lead to a part of a page, below its title. */
const HEADINGS = ["headers", "headings", "heading_path", "headingPath", "breadcrumbs"];

/** A part of a page, `{title, headers: [...], content}`: the last heading says what it is about, those above it where it belongs. */
function readHeadings(draft: EntryDraft, object: JsonRecord): void {
  const value = HEADINGS.map((name) => object[name]).find((one) => Array.isArray(one));
  const path = strings(value ?? [], splitList)
    .map((heading) => heading.trim())
    .filter((heading) => heading !== "");
  const last = path.pop();
  if (last === undefined) return;
  const above = [draft.question, ...path].filter((heading) => heading !== "");
  draft.category ??= above.map((heading) => heading.replaceAll("/", "／")).join("/");
  draft.question = last;
}

/** Reads an entry from an object of any of the known shapes: keys are read as column names are, values may be lists. */
export function draftFromObject(object: JsonRecord, source: EntrySource, options: FormatOptions): EntryDraft {
  const draft: EntryDraft = { question: "", similar: [], answers: [], related: [], negative: [], tags: {}, source };
  const known = meanings(object, options);
  for (const { meaning, value } of known) READERS[meaning.field](draft, value, meaning);
  // A title is a question only for want of another.
  if (known.some(({ meaning }) => meaning.field === "question" && meaning.rank >= 100)) readHeadings(draft, object);
  const format = answerFormat(text(object["format"] ?? object["answer_type"]));
  if (format !== "text") draft.answers = draft.answers.map((answer) => ({ format, ...answer }));
  return draft;
}
