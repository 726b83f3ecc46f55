import { normalise } from "../../text/normalise.js";
import type { Locale } from "../../messages/locale.js";
import type { Channel } from "../entry.js";

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
] as const;

export type FieldName = (typeof FIELDS)[number];

/** For whom an answer column is written. */
export interface Variant {
  readonly channel?: Channel;
  readonly locale?: Locale;
  readonly tier?: string;
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

/** Names in Simplified Chinese and English without spaces, as {@link headerKey} gives them; the surest first. */
const ALIASES: Readonly<Record<FieldName, readonly string[]>> = {
  id: ["知识id", "知识编号", "知识点id", "问题id", "问题编号", "faqid", "entryid", "kbid", "questionid", "id", "编号"],
  category: [
    "类目",
    "分类",
    "类别",
    "知识类目",
    "知识分类",
    "问题分类",
    "问题类别",
    "所属分类",
    "所属类目",
    "目录",
    "category",
    "categories",
    "class",
    "topic",
    "section",
    "类型",
    "skill",
    "领域",
  ],
  question: [
    "标准问",
    "标准问题",
    "标准问法",
    "知识标题",
    "问题标题",
    "主问题",
    "标准问句",
    "standardquestion",
    "question",
    "问题",
    "问句",
    "问",
    "q",
    "提问",
    "问法",
    "questions",
  ],
  similar: [
    "相似问",
    "相似问题",
    "相似问法",
    "相似问句",
    "扩展问",
    "扩展问题",
    "扩展问法",
    "同义问",
    "同义问法",
    "其他问法",
    "similarqs",
    "similarquestions",
    "similarquestion",
    "similar",
    "alternatives",
    "alternativequestions",
    "variants",
    "utterances",
    "phrases",
    "phrasings",
  ],
  answer: [
    "标准答案",
    "答案",
    "答案内容",
    "回答",
    "回答内容",
    "解答",
    "答复",
    "答",
    "回复",
    "回复内容",
    "answer",
    "answers",
    "a",
    "reply",
    "response",
    "responses",
  ],
  format: ["答案类型", "答案格式", "回答类型", "answertype", "answerformat", "format"],
  related: ["关联问", "关联问题", "关联知识", "相关问题", "相关知识", "related", "relatedquestions", "relatedids"],
  from: [
    "生效时间",
    "生效日期",
    "有效期开始",
    "开始时间",
    "开始日期",
    "上线时间",
    "effectivetime",
    "effectivefrom",
    "effectivedate",
    "validfrom",
    "startdate",
    "starttime",
    "start",
    "from",
  ],
  until: [
    "失效时间",
    "失效日期",
    "到期时间",
    "到期日期",
    "过期时间",
    "有效期结束",
    "结束时间",
    "结束日期",
    "下线时间",
    "expiretime",
    "expirydate",
    "expirationdate",
    "effectiveuntil",
    "validuntil",
    "validto",
    "enddate",
    "endtime",
    "end",
    "until",
  ],
  status: [
    "状态",
    "知识状态",
    "发布状态",
    "启用状态",
    "是否启用",
    "是否上线",
    "status",
    "state",
    "enabled",
    "isenabled",
    "active",
  ],
  disabled: ["disable", "disabled", "是否停用", "是否禁用"],
  period: ["expiredenabled", "启用有效期"],
  tags: ["标签", "tags", "tag", "labels", "metadata"],
  negative: ["否定关键词", "否定词", "排除词", "负向关键词", "negative", "negativekeywords", "excludekeywords"],
  group: ["qnaid"],
};

/** Names that mean a question or an answer only where no better column stands beside them. */
const WEAK: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  question: ["标题", "title", "subject", "主题"],
  answer: ["内容", "正文", "content", "context", "body", "text", "newscontent"],
};

const TAG_COLUMNS: Readonly<Record<string, string>> = {
  contact: "contact",
  联系人: "contact",
  联系方式: "contact",
  联络人: "contact",
  url: "url",
  link: "url",
  链接: "url",
  网址: "url",
  source: "source",
  来源: "source",
  出处: "source",
  intent: "intent",
  group: "group",
  部门: "group",
};

const CHANNEL_NAMES: Readonly<Record<string, Channel>> = {
  网页: "web",
  网站: "web",
  在线: "web",
  web: "web",
  语音: "voice",
  电话: "voice",
  热线: "voice",
  voice: "voice",
  phone: "voice",
  ivr: "voice",
  按键: "keypad",
  keypad: "keypad",
  dtmf: "keypad",
  微信: "wechat",
  公众号: "wechat",
  wechat: "wechat",
  weixin: "wechat",
};

const LOCALE_NAMES: Readonly<Record<string, Locale>> = {
  en: "en",
  enus: "en",
  english: "en",
  英文: "en",
  英语: "en",
  zhcn: "zh-CN",
  zhhans: "zh-CN",
  简体: "zh-CN",
  简体中文: "zh-CN",
  简中: "zh-CN",
  中文: "zh-CN",
  chinese: "zh-CN",
  zhtw: "zh-TW",
  zhhant: "zh-TW",
  zhhk: "zh-TW",
  繁体: "zh-TW",
  繁体中文: "zh-TW",
  繁中: "zh-TW",
  正体: "zh-TW",
};

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
  for (const names of [CHANNEL_NAMES, LOCALE_NAMES]) {
    for (const name of Object.keys(names)) {
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
