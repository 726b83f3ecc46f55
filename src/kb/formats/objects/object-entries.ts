import { isRecord, type JsonRecord } from "../../../interop/json-value.js";
import { KefuError } from "../../../messages/errors.js";
import { MAX_ENTRIES, tooLarge } from "../../../tables/limits.js";
import { columnLetters } from "../../../tables/table.js";
import type { EntrySource } from "../../entry.js";
import type { AnswerDraft, EntryDraft, IssueLog } from "../draft.js";
import { placeOf } from "../draft.js";
import { finishEntries } from "../finish.js";
import type { FieldName } from "../fields.js";
import { guessColumns } from "../guess.js";
import { htmlParser } from "../html/dom.js";
import type { HtmlParser } from "../html/dom.js";
import { looksLikeMarkup, markupText } from "../html/text.js";
import { draftFromObject } from "./object-draft.js";
import type { FoundObject } from "./object-shapes.js";
import { keyMeaning, keyOf } from "./object-keys.js";
import { findEntries, widestList } from "./object-shapes.js";
import type { FormatOptions, MappedColumn, ParsedSource } from "../source-format.js";

const SAMPLE = 200;

/** Keys that someone named, by their compared form. */
function givenKeys(options: FormatOptions): Map<string, FieldName> {
  const { map = {}, columns = {}, idField, defaultIdField } = options;
  const given = new Map<string, FieldName>();
  for (const fields of [columns, map]) {
    for (const [field, name] of Object.entries(fields) as [FieldName, string][]) given.set(keyOf(name), field);
  }
  if (defaultIdField !== undefined) given.set(keyOf(defaultIdField), "id");
  if (idField !== undefined) given.set(keyOf(idField), "id");
  return given;
}

function keysOf(objects: readonly FoundObject[]): string[] {
  return [...new Set(objects.slice(0, SAMPLE).flatMap(({ value }) => Object.keys(value)))];
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => (typeof item === "object" ? "" : shown(item))).join("\n");
  if (isRecord(value)) return "";
  return value === null || value === undefined ? "" : String(value as string | number);
}

/** Guesses, by what stands in them, which keys hold the questions and the answers. */
function guessKeys(objects: readonly FoundObject[], given: ReadonlyMap<string, FieldName>): MappedColumn[] | undefined {
  const keys = keysOf(objects);
  const rows = objects
    .slice(0, SAMPLE)
    .map(({ value }, at) => ({ row: at + 1, cells: keys.map((key) => shown(value[key])) }));
  const known = keys.flatMap((header, at) => {
    const field = given.get(keyOf(header)) ?? keyMeaning(header)?.field;
    return field === undefined ? [] : [{ at, header, field }];
  });
  const guessed = guessColumns({ header: keys, headerRow: 1, rows }, known);
  if (guessed === undefined) return undefined;
  const all = [...known, ...guessed].filter(({ field }) => field === "question" || field === "answer");
  return all.map(({ field, at }) => ({ field, header: keys[at] ?? columnLetters(at) }));
}

/** A name that a key was given with `--map` and that no object has. */
function missingKey(objects: readonly FoundObject[], options: FormatOptions): string | undefined {
  const keys = new Set(objects.flatMap(({ value }) => Object.keys(value)).map(keyOf));
  const named = [...Object.values(options.map ?? {}), ...(options.idField === undefined ? [] : [options.idField])];
  return named.find((name) => !keys.has(keyOf(name)));
}

/** Keys whose meaning only their last word tells are named for {@link draftFromObject}, the surest first. */
function keysByLastWord(objects: readonly FoundObject[], given: ReadonlyMap<string, FieldName>): MappedColumn[] {
  const keys = keysOf(objects).map((header) => ({ header, meaning: keyMeaning(header) }));
  return (["question", "answer"] as const).flatMap((field) => {
    if ([...given.values()].includes(field)) return [];
    const best = keys
      .filter(({ meaning }) => meaning?.field === field)
      .sort((a, b) => a.meaning!.rank - b.meaning!.rank)[0];
    return best === undefined || best.meaning!.rank < 200 ? [] : [{ field, header: best.header }];
  });
}

const ID_NAME =
  /^(?:data|faq|qa|qna|question|article|entry|item|record|news|doc|document|knowledge|post|passage|chunk|section)_?-?id$|^guid$/i;

/** `data_id`, `guid`: an id where every entry has another. */
function idKey(objects: readonly FoundObject[], options: FormatOptions): MappedColumn[] {
  const keys = keysOf(objects);
  const named = keys.some((key) => keyMeaning(key)?.field === "id");
  const found =
    named || (options.idField ?? options.defaultIdField) !== undefined
      ? undefined
      : keys.find((key) => ID_NAME.test(key));
  if (found === undefined) return [];
  const ids = objects.map(({ value }) => shown(value[found]).trim());
  return new Set(ids).size === ids.length && !ids.includes("") ? [{ field: "id", header: found }] : [];
}

function withMap(options: FormatOptions, columns: readonly MappedColumn[]): FormatOptions {
  const named = Object.fromEntries(columns.map(({ field, header }) => [field, header]));
  const idField = options.idField ?? options.defaultIdField;
  return {
    ...options,
    map: { ...options.columns, ...named, ...options.map },
    ...(idField === undefined ? {} : { idField }),
  };
}

/** What the texts of fields become that hold HTML. */
class MarkupReader {
  linkOnly: EntryDraft[] = [];

  constructor(
    private readonly parse: HtmlParser,
    private readonly base: string | undefined,
  ) {}

  private answer(answer: AnswerDraft, draft: EntryDraft): AnswerDraft {
    if (answer.format !== undefined && answer.format !== "text") return answer;
    if (!looksLikeMarkup(answer.text)) return answer;
    const { text, links } = markupText(answer.text, this.parse, this.base);
    const bare = answer.text.replace(/<a\b[^>]*>[\s\S]*?<\/a\s*>/gi, "").replace(/<[^>]*>|&nbsp;|\s|[。.:：>]/g, "");
    if (bare !== "" || links.length === 0) return { ...answer, text, links };
    this.linkOnly.push(draft);
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const said =
      lines.length === links.length ? lines.map((line, at) => `${line} ${links[at]!}`) : [...lines, ...links];
    return { ...answer, text: said.join("\n"), links };
  }

  read(draft: EntryDraft): void {
    const plain = (text: string): string =>
      looksLikeMarkup(text) ? markupText(text, this.parse).text.replace(/\s+/g, " ").trim() : text;
    draft.answers = draft.answers.map((answer) => this.answer(answer, draft));
    draft.question = plain(draft.question);
    draft.similar = draft.similar.map(plain);
  }
}

/** True for texts in our own form, `answers: [{text}]`: they stand as they are. */
function isOwnForm(value: JsonRecord): boolean {
  return Array.isArray(value["answers"]) && value["answers"].some((item) => isRecord(item) && "text" in item);
}

function needsMarkup({ question, similar, answers }: EntryDraft): boolean {
  return (
    looksLikeMarkup(question) || similar.some(looksLikeMarkup) || answers.some(({ text }) => looksLikeMarkup(text))
  );
}

async function readMarkup(
  pairs: readonly { found: FoundObject; draft: EntryDraft }[],
  options: FormatOptions,
  log: IssueLog,
): Promise<void> {
  const marked = pairs.filter(({ found, draft }) => !isOwnForm(found.value) && needsMarkup(draft));
  if (marked.length === 0) return;
  const reader = new MarkupReader(await htmlParser(), options.address);
  for (const { draft } of marked) reader.read(draft);
  const [first] = reader.linkOnly;
  if (first === undefined) return;
  const params = { count: reader.linkOnly.length, question: first.question.slice(0, 60) };
  log.add("warning", "kb.web.link-only", placeOf(first.source), params);
}

const DEPARTMENTS = ["deptname", "department", "dept", "部门", "单位", "机关", "部门名称", "单位名称"];

/** Who answers for an entry is what it is about, where nothing says that better. */
function departmentOf(value: JsonRecord): string {
  const key = Object.keys(value).find((name) => DEPARTMENTS.includes(keyOf(name)));
  return key === undefined ? "" : shown(value[key]).trim();
}

function toDraft({ value, category }: FoundObject, source: EntrySource, options: FormatOptions): EntryDraft {
  const draft = draftFromObject(value, source, options);
  if ((draft.category ?? "") === "") draft.category = category === "" ? departmentOf(value) : category;
  if (draft.question.trim() === "" && draft.similar.length > 0) draft.question = draft.similar.shift()!;
  return draft;
}

function unknown(file: string, objects: readonly FoundObject[], missing?: string): KefuError {
  const headers = keysOf(objects).join(" | ");
  const more = { where: { file }, hint: { key: "kb.format.map-hint" } } as const;
  return missing === undefined
    ? new KefuError("input", "kb.format.unknown-columns", { headers }, more)
    : new KefuError("input", "kb.format.no-such-column", { name: missing, headers }, more);
}

export interface DataOptions extends FormatOptions {
  /** See {@link findEntries}. */
  readonly keysAreTitles?: boolean;
  /** Such files are often no knowledge at all: what holds no texts is passed over with a warning. */
  readonly maybeOther?: boolean;
}

/** Whether two keys of a list hold words, and not only names and numbers: it may be knowledge under keys that nobody knows. */
function hasTexts(objects: readonly FoundObject[]): boolean {
  const sample = objects.slice(0, SAMPLE);
  const wordy = keysOf(sample).filter((key) => {
    const texts = sample.map(({ value }) => value[key]).filter((item) => typeof item === "string");
    const words = texts.filter((text) => /\p{Script=Han}{6}|\S\s+\S+\s+\S/u.test(text));
    return words.length * 2 >= sample.length;
  });
  return sample.length >= 2 && wordy.length >= 2;
}

/**
 * The entries in data of any shape (JSON, YAML, XML): by the names of keys, else by what stands under them. Texts that are
 * HTML become plain text.
 * @param place where an object stands in its file
 * @throws KefuError `input` when there is none, or it is not clear what is question and what answer
 */
export async function entriesFromData(
  file: string,
  data: unknown,
  place: (found: FoundObject) => EntrySource,
  options: DataOptions,
  log: IssueLog,
): Promise<ParsedSource> {
  const given = givenKeys(options);
  let objects = findEntries(data, given, options.keysAreTitles);
  let guessed: MappedColumn[] | undefined;
  if (objects.length === 0) {
    objects = widestList(data);
    guessed = objects.length === 0 ? undefined : guessKeys(objects, given);
    const steeredByUser = options.map !== undefined && Object.keys(options.map).length > 0;
    if (guessed === undefined && options.maybeOther === true && !steeredByUser && !hasTexts(objects)) {
      log.add("info", "kb.web.not-faq", { file });
      log.add("warning", "kb.format.no-entries", { file });
      return { entries: [], skipped: 0, issues: log.issues };
    }
    if (objects.length === 0) throw new KefuError("input", "kb.format.empty", { file }, { where: { file } });
    if (guessed === undefined) throw unknown(file, objects, missingKey(objects, options));
    const columns = guessed.map(({ field, header }) => `${field}=${header}`).join(", ");
    log.add("info", "kb.format.guessed", { file }, { columns });
  }
  if (objects.length > MAX_ENTRIES) throw tooLarge(file, "kb.table.too-many-entries", { most: MAX_ENTRIES });
  const missing = missingKey(objects, options);
  if (missing !== undefined) throw unknown(file, objects, missing);
  const steered = withMap(options, [...(guessed ?? keysByLastWord(objects, given)), ...idKey(objects, options)]);
  const pairs = objects.map((found) => ({ found, draft: toDraft(found, place(found), steered) }));
  await readMarkup(pairs, options, log);
  const finished = finishEntries(
    file,
    pairs.map(({ draft }) => draft),
    log,
  );
  return { ...finished, issues: log.issues, ...(guessed === undefined ? {} : { mapping: { columns: guessed } }) };
}
