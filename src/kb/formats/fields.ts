import { normalise } from "../../text/normalise.js";
import type { AnswerLocale } from "../../messages/locale.js";
import type { Channel } from "../entry.js";
import { ALIASES, CHANNEL_NAMES, LOCALE_NAMES, TAG_COLUMNS, WEAK } from "./header-names.js";

/** What a column can hold. */
export const FIELDS = [
  "id",
  "category",
  "question",
  "similar",
  "answer",
  "format",
  "related",
  "from",
  "until",
  "status",
  "disabled",
  "period",
  "tags",
  "negative",
  "group",
  "prompts",
] as const;

/** A field of an entry, as columns, keys and `--map` name it. */
export type FieldName = (typeof FIELDS)[number];

/** For whom an answer column is written. */
export interface Variant {
  readonly channel?: Channel;
  readonly locale?: AnswerLocale;
  readonly tier?: string;
}

/** `voice/zh-TW`, as headers and comparisons name a variant; empty for the answer to everybody. */
export function variantName({ channel, locale, tier }: Variant): string {
  return [channel, locale, tier].filter((part) => part !== undefined).join("/");
}

/** What a column's name says about it. */
export interface HeaderMeaning {
  readonly field: FieldName;
  /** Smaller is surer; of two columns for one field the surer is taken. From 100 on the name alone is not enough. */
  readonly rank: number;
  readonly variant?: Variant;
  /** Key of the tag that a `tags` column fills; `undefined` for a column of `key:value` pairs. */
  readonly tag?: string;
  /** 1 for 一级类目, 2 for 二级类目 …; the levels are joined. */
  readonly level?: number;
}

/** A column name for comparison: one script, one case, no spaces, no punctuation. */
export function headerKey(header: string): string {
  return normalise(header.replaceAll("_", " ")).replaceAll(" ", "");
}

const KNOWN: ReadonlyMap<string, HeaderMeaning> = new Map(
  FIELDS.flatMap((field) => [
    ...ALIASES[field].map((name, rank): [string, HeaderMeaning] => [name, { field, rank }]),
    ...(WEAK[field] ?? []).map((name, rank): [string, HeaderMeaning] => [name, { field, rank: 100 + rank }]),
  ]),
);

/** Remarks for the person who fills the sheet in. */
const REMARK = /必填|必须|必須|选填|選填|可选|可選|required|optional|多个|多個|换行|換行|分隔|字以内|字以內/i;

/** A channel, a locale or, in square brackets, any customer tier: `答案[语音]`, `答案（英文）`, `答案[微信/zh-TW]`, `答案[VIP]`. */
function parseVariant(text: string, tiersToo: boolean): Variant | undefined {
  if (REMARK.test(text)) return undefined;
  let variant: Variant = {};
  for (const part of text.split(/[,，、/|;；\]【[]+/).map((item) => item.trim())) {
    if (part === "") continue;
    const key = headerKey(part);
    const channel = CHANNEL_NAMES[key];
    const locale = LOCALE_NAMES[key];
    if (channel !== undefined) variant = { ...variant, channel };
    else if (locale !== undefined) variant = { ...variant, locale };
    else if (tiersToo) variant = { ...variant, tier: part };
    else return undefined;
  }
  return variant;
}

/** `answer_en`, `英文答案`, `微信答案`. */
function joinedVariant(key: string): HeaderMeaning | undefined {
  for (const known of [CHANNEL_NAMES, LOCALE_NAMES]) {
    for (const name of Object.keys(known)) {
      const rest = key.startsWith(name) ? key.slice(name.length) : key.endsWith(name) ? key.slice(0, -name.length) : "";
      const found = KNOWN.get(rest);
      if (found?.field === "answer" && found.rank < 100) return { ...found, variant: parseVariant(name, false) ?? {} };
    }
  }
  return undefined;
}

function lookUp(key: string): HeaderMeaning | undefined {
  const known = KNOWN.get(key);
  const tag = TAG_COLUMNS[key];
  if (known !== undefined) return tag === undefined ? known : { ...known, tag };
  if (tag !== undefined) return { field: "tags", rank: 50, tag };
  const level = /^([一二三四1-4])级(?:类目|分类|类别|目录)$/.exec(key)?.[1];
  if (level !== undefined) return { field: "category", rank: 0, level: "一二三四".indexOf(level) + 1 || Number(level) };
  const unnumbered = KNOWN.get(key.replace(/\d+$/, ""));
  if (unnumbered?.field === "similar") return unnumbered;
  return joinedVariant(key);
}

/** 「問題Question」, `Answer 答案`: the name is said twice; either half will do. */
function twoLanguages(key: string): HeaderMeaning | undefined {
  const han = key.replace(/[^\p{Script=Han}]/gu, "");
  const latin = key.replace(/[^a-z]/g, "");
  if (han === "" || latin === "") return undefined;
  return lookUp(han) ?? lookUp(latin);
}

/** What a column name means, or `undefined` for a name nobody knows. */
export function headerMeaning(header: string): HeaderMeaning | undefined {
  const whole = lookUp(headerKey(header));
  if (whole !== undefined) return whole;
  const square = /^([^[【]+)[[【](.+)[\]】]\s*$/.exec(header);
  const round = /^([^(（]+)[(（](.+)[)）]\s*$/.exec(header);
  const base = lookUp(headerKey((square ?? round)?.[1] ?? ""));
  if (base !== undefined) {
    const worded = base.field === "answer" || base.field === "question";
    const variant = worded ? parseVariant((square ?? round)![2]!, square !== null) : undefined;
    return variant === undefined ? base : { ...base, variant };
  }
  return twoLanguages(headerKey(header));
}
