import { isRecord, type JsonRecord } from "../../../interop/json-value.js";
import type { FieldName } from "../fields.js";
import { looksLikeQuestion } from "../guess.js";
import { keyMeaning, keyOf } from "./object-keys.js";

/** An object of a data file that may be an entry, and where it was found. */
export interface FoundObject {
  readonly value: JsonRecord;
  /** Keys and indexes (from 0) that lead to it. */
  readonly path: readonly (string | number)[];
  /** Titles of the groups it stands in, by `/`. */
  readonly category: string;
}

const DEEPEST = 40;

/** Keys that say nothing of what they hold. */
const CONTAINERS = new Set(
  (
    "data datas entries entry items item faqs faq list lists results result records record rows docs documents articles " +
    "article questions question qas qa qna qnas qnadocuments qnalist pairs content contents children response payload body " +
    "channel feed rss root xmlmessage knowledge kb assets posts pages nodes hits source main mainentity graph nlu " +
    "知识 知识库 常见问题 问题 问答 问题列表 列表 数据"
  ).split(" "),
);
const GROUP_NAMES = [
  "category",
  "categoryname",
  "section",
  "group",
  "topic",
  "name",
  "title",
  "heading",
  "label",
  "类目",
  "分类",
];

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function holdsTexts(value: unknown): boolean {
  return isText(value) || (Array.isArray(value) && value.some((item) => isText(item) || isRecord(item)));
}

function holdsAnswer(value: unknown): boolean {
  return (
    typeof value === "number" || typeof value === "boolean" || holdsTexts(value) || isRecord(value) || value === ""
  );
}

/** Whether an object says a question and an answer, by its keys. */
function isEntryLike(value: JsonRecord, given: ReadonlyMap<string, FieldName>, inside = 0): boolean {
  let asks = false;
  let answers = false;
  for (const [key, item] of Object.entries(value)) {
    const field = given.get(keyOf(key)) ?? keyMeaning(key)?.field;
    // What has a list of entries is a group of them, whatever it says of itself.
    if (inside < 2 && Array.isArray(item)) {
      if (item.slice(0, 20).some((inner) => isRecord(inner) && isEntryLike(inner, given, inside + 1))) return false;
    }
    if ((field === "question" || field === "similar") && holdsTexts(item)) asks = true;
    if (field === "answer" && holdsAnswer(item)) answers = true;
  }
  return asks && answers;
}

/** `{"怎么退款？": "三天。", …}` */
function mapPairs(value: JsonRecord): [string, unknown][] | undefined {
  const pairs = Object.entries(value);
  const answers = pairs.filter(
    ([, item]) => isText(item) || (Array.isArray(item) && item.every(isText) && item.length > 0),
  );
  if (answers.length === 0 || answers.length < pairs.length * 0.8) return undefined;
  const asking = answers.filter(([key]) => looksLikeQuestion(key)).length;
  return asking * 2 >= answers.length ? pairs : undefined;
}

/** Finds what may be entries in data of any shape, in document order. */
class Finder {
  readonly found: FoundObject[] = [];

  constructor(
    private readonly given: ReadonlyMap<string, FieldName>,
    private readonly keysAreTitles: boolean,
  ) {}

  private groupName(value: JsonRecord): string {
    for (const name of GROUP_NAMES) {
      const key = Object.keys(value).find((candidate) => keyOf(candidate) === name);
      if (key !== undefined && isText(value[key]) && (value[key] as string).length <= 80) return value[key] as string;
    }
    return "";
  }

  private list(list: readonly unknown[], path: readonly (string | number)[], category: string): void {
    const objects = list.filter(isRecord);
    const alike = objects.filter((value) => isEntryLike(value, this.given)).length;
    for (const [at, item] of list.entries()) {
      const inside = [...path, at];
      if (Array.isArray(item)) this.pairOrList(item, inside, category);
      // Beside entries, one without an answer is an entry that lacks it.
      else if (isRecord(item) && alike * 2 >= objects.length && alike > 0 && !this.isGroup(item)) {
        this.found.push({ value: item, path: inside, category });
      } else if (isRecord(item)) this.object(item, inside, category);
    }
  }

  private isGroup(value: JsonRecord): boolean {
    if (isEntryLike(value, this.given)) return false;
    return Object.values(value).some((item) => Array.isArray(item) && item.some(isRecord));
  }

  /** `["怎么退款？", "三天。"]` */
  private pairOrList(list: readonly unknown[], path: readonly (string | number)[], category: string): void {
    if (list.length === 2 && list.every(isText)) {
      this.found.push({ value: { question: list[0], answer: list[1] }, path, category });
    } else this.node(list, path, category);
  }

  private object(value: JsonRecord, path: readonly (string | number)[], category: string): void {
    if (isEntryLike(value, this.given)) {
      this.found.push({ value, path, category });
      return;
    }
    const pairs = mapPairs(value);
    if (pairs !== undefined) {
      for (const [question, answer] of pairs) {
        this.found.push({ value: { question, answer }, path: [...path, question], category });
      }
      return;
    }
    const own = this.groupName(value);
    const inner = own === "" || own === category.split("/").at(-1) ? category : join(category, own);
    for (const [key, item] of Object.entries(value)) {
      if (typeof item !== "object" || item === null) continue;
      const bare = !this.keysAreTitles || CONTAINERS.has(keyOf(key)) || own !== "" || keyMeaning(key) !== undefined;
      this.keyed(key, item, [...path, key], bare ? inner : join(inner, key));
    }
  }

  /** `{"怎么退款？": {"answer": "三天。"}}` */
  private keyed(key: string, item: unknown, path: readonly (string | number)[], category: string): void {
    if (isRecord(item) && looksLikeQuestion(key) && !isEntryLike(item, this.given)) {
      const answers = Object.entries(item).some(
        ([name, value]) => keyMeaning(name)?.field === "answer" && holdsAnswer(value),
      );
      if (answers) {
        const above = category.split("/").slice(0, -1).join("/");
        this.found.push({ value: { question: key, ...item }, path, category: above });
        return;
      }
    }
    this.node(item, path, category);
  }

  node(value: unknown, path: readonly (string | number)[], category: string): void {
    if (path.length > DEEPEST) return;
    if (Array.isArray(value)) this.list(value, path, category);
    else if (isRecord(value)) this.object(value, path, category);
  }
}

function join(category: string, name: string): string {
  const safe = name.replaceAll("/", "／").trim();
  return category === "" ? safe : `${category}/${safe}`;
}

/**
 * The objects that are entries by their keys: in lists, in lists of groups, as maps of question to answer, as pairs. Empty
 * where keys do not tell; see {@link widestList}.
 * @param keysAreTitles whether a key that holds a group is its title, as in JSON and not in XML
 */
export function findEntries(
  value: unknown,
  given: ReadonlyMap<string, FieldName>,
  keysAreTitles = true,
): FoundObject[] {
  const finder = new Finder(given, keysAreTitles);
  finder.node(value, [], "");
  return finder.found;
}

/** The longest list of objects, wherever it stands: what its keys mean has to be guessed or said. */
export function widestList(value: unknown): FoundObject[] {
  let widest: { list: unknown[]; path: (string | number)[] } = { list: [], path: [] };
  const stack: { item: unknown; path: (string | number)[] }[] = [{ item: value, path: [] }];
  while (stack.length > 0) {
    const { item, path } = stack.pop()!;
    if (path.length > DEEPEST) continue;
    if (Array.isArray(item)) {
      const list = item.filter(isRecord);
      if (list.length > widest.list.length) widest = { list: item, path };
    }
    if (typeof item !== "object" || item === null) continue;
    const inner = Object.entries(item) as [string, unknown][];
    for (const [key, child] of inner)
      stack.push({ item: child, path: [...path, Array.isArray(item) ? Number(key) : key] });
  }
  const { list, path } = widest;
  const found = list.flatMap((item, at): FoundObject[] =>
    isRecord(item) ? [{ value: item, path: [...path, at], category: "" }] : [],
  );
  return found.length === 0 && isRecord(value) && Object.keys(value).length > 0
    ? [{ value, path: [], category: "" }]
    : found;
}
