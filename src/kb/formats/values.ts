import type { EntryStatus } from "../entry.js";
import { headerKey } from "./fields.js";

const ONLINE = [
  "上线",
  "已上线",
  "在线",
  "已发布",
  "发布",
  "启用",
  "已启用",
  "生效",
  "有效",
  "正常",
  "是",
  "true",
  "1",
  "yes",
  "y",
  "online",
  "published",
  "active",
  "enabled",
  "live",
  "on",
];
const OFFLINE = [
  "下线",
  "已下线",
  "离线",
  "停用",
  "已停用",
  "禁用",
  "失效",
  "已失效",
  "无效",
  "过期",
  "已过期",
  "作废",
  "否",
  "false",
  "0",
  "no",
  "n",
  "offline",
  "inactive",
  "disabled",
  "archived",
  "unpublished",
  "off",
];
const DRAFT = ["草稿", "待审核", "审核中", "待发布", "未发布", "编辑中", "draft", "pending", "review"];

const STATUS: ReadonlyMap<string, EntryStatus> = new Map([
  ...ONLINE.map((name): [string, EntryStatus] => [name, "online"]),
  ...OFFLINE.map((name): [string, EntryStatus] => [name, "offline"]),
  ...DRAFT.map((name): [string, EntryStatus] => [name, "draft"]),
]);

/** The status that a word of a sheet means; `undefined` for a word nobody knows. */
export function parseStatus(text: string): EntryStatus | undefined {
  return STATUS.get(headerKey(text));
}

/** Marks that people number or dot the lines of a list with. `1.5 元…` is no number of a line. */
const BULLET = /^\s*(?:[-*•·●▪◦‣]\s+|[•·●▪]|[（(]\d{1,3}[)）]|\d{1,3}(?:[.．](?!\d)|[、)）])|[①-⑳])\s*/u;

function jsonList(text: string): string[] | undefined {
  if (!text.startsWith("[") || !text.endsWith("]")) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === "string") ? list : undefined;
  } catch {
    return undefined;
  }
}

/** The items of a JSON list stand for themselves; only other lists have bullets and separators. */
function verbatim(text: string): string[] | undefined {
  return jsonList(text.trim())
    ?.map((item) => item.trim())
    .filter((item) => item !== "");
}

/**
 * Several questions in one cell: by line, `;`, `；`, `|` or `||`, numbered or dotted or not, or as a JSON list. Never by
 * comma: a comma stands inside a sentence.
 */
export function splitList(text: string): string[] {
  const listed = verbatim(text);
  if (listed !== undefined) return listed;
  const parts = text.split(/[\n\r;；|｜]+/);
  return parts.map((part) => part.replace(BULLET, "").trim()).filter((part) => part !== "");
}

/** Keywords: as {@link splitList}, and by comma too. */
export function splitWords(text: string): string[] {
  const listed = verbatim(text);
  if (listed !== undefined) return listed;
  return splitList(text)
    .flatMap((part) => part.split(/[,，、]/))
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Ids, or the questions of other entries: commas part only what looks like ids. */
export function splitIds(text: string): string[] {
  const listed = verbatim(text);
  if (listed !== undefined) return listed;
  return splitList(text).flatMap((part) => {
    const pieces = part
      .split(/[,，、]/)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "");
    return pieces.every((piece) => /^[\w.:#-]+$/.test(piece)) ? pieces : [part];
  });
}

function jsonTags(text: string): Record<string, string> | undefined {
  if (!text.startsWith("{") || !text.endsWith("}")) return undefined;
  try {
    const tags = JSON.parse(text) as Record<string, unknown>;
    return Object.values(tags).every((value) => typeof value === "string")
      ? (tags as Record<string, string>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** `key:value` pairs by line, `;` or `|`, or a JSON object; a word without a colon becomes a key with an empty value. */
export function parseTags(text: string): Record<string, string> {
  const object = jsonTags(text.trim());
  if (object !== undefined) return object;
  const tags: Record<string, string> = {};
  const parts = /[:：]/.test(text) ? splitList(text) : splitWords(text);
  for (const part of parts) {
    const [, key = part, value = ""] = /^([^:：]+)[:：](.*)$/s.exec(part) ?? [];
    tags[key.trim()] = value.trim();
  }
  return tags;
}

/** The addresses in a text, in order, each once. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"'`（）()，。；！？、】」』《》\u4e00-\u9fff]+/g) ?? [];
  return [...new Set(found.map((url) => url.replace(/[.,;:!?\]]+$/, "")))];
}
