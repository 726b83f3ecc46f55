import type { AnswerLocale } from "../../messages/locale.js";
import type { Channel } from "../entry.js";
import type { FieldName } from "./fields.js";

const names = (list: string): string[] => list.split(" ");

/** From lists of names for each value to the value of each name. */
function byName<T extends string>(lists: Readonly<Partial<Record<T, string>>>): Readonly<Record<string, T>> {
  const pairs = (Object.entries(lists) as [T, string][]).flatMap(([value, list]) =>
    names(list).map((name) => [name, value]),
  );
  return Object.fromEntries(pairs) as Record<string, T>;
}

/** Names in Simplified Chinese and English, in the form that `headerKey` gives them; the surest first. */
export const ALIASES: Readonly<Record<FieldName, readonly string[]>> = {
  id: names("知识id 知识编号 知识点id 问题id 问题编号 faqid entryid kbid questionid id 编号"),
  category: names(
    "类目 分类 类别 知识类目 知识分类 问题分类 问题类别 所属分类 所属类目 目录 category categories class topic " +
      "section 类型 skill 领域",
  ),
  question: names(
    "标准问 标准问题 标准问法 知识标题 问题标题 主问题 标准问句 standardquestion question 问题 问句 问 q 提问 问法 " +
      "questions",
  ),
  similar: names(
    "相似问 相似问题 相似问法 相似问句 类似问 类似问题 类似问法 扩展问 扩展问题 扩展问法 同义问 同义问题 同义问法 其他问法 similarqs similarquestions " +
      "similarquestion similar alternatives alternativequestions variants utterances phrases phrasings",
  ),
  answer: names(
    "标准答案 答案 答案内容 回答 回答内容 解答 答复 答 回复 回复内容 answer answers a reply response responses",
  ),
  format: names("答案类型 答案格式 回答类型 answertype answerformat format"),
  related: names("关联问 关联问题 关联知识 相关问题 相关知识 related relatedquestions relatedids"),
  from: names(
    "生效时间 生效日期 有效期开始 开始时间 开始日期 上线时间 effectivetime effectivefrom effectivedate validfrom " +
      "startdate starttime start from",
  ),
  until: names(
    "失效时间 失效日期 到期时间 到期日期 过期时间 有效期结束 结束时间 结束日期 下线时间 expiretime expirydate " +
      "expirationdate effectiveuntil validuntil validto enddate endtime end until",
  ),
  status: names("状态 知识状态 发布状态 启用状态 是否启用 是否上线 status state enabled isenabled active"),
  disabled: names("disable disabled 是否停用 是否禁用"),
  period: names("expiredenabled 启用有效期"),
  tags: names("标签 tags tag labels metadata"),
  negative: names("否定关键词 否定词 排除词 负向关键词 negative negativekeywords excludekeywords"),
  group: names("qnaid"),
  prompts: names("prompts followupprompts"),
};

/** Names that mean a question or an answer only where no better column stands beside them. */
export const WEAK: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  question: names("标题 title subject 主题"),
  answer: names("内容 正文 content context body text newscontent"),
};

/** Columns that fill one tag; the key of the tag. */
export const TAG_COLUMNS = byName<string>({
  contact: "contact 联系人 联系方式 联络人",
  url: "url link 链接 网址",
  source: "source 来源 出处",
  intent: "intent",
  group: "group 部门",
});

export const CHANNEL_NAMES = byName<Channel>({
  web: "网页 网站 在线 web",
  voice: "语音 电话 热线 voice phone ivr",
  keypad: "按键 keypad dtmf",
  wechat: "微信 公众号 wechat weixin",
});

export const LOCALE_NAMES = byName<AnswerLocale>({
  en: "en enus english 英文 英语",
  "zh-CN": "zhcn zhhans 简体 简体中文 简中 中文 chinese",
  "zh-TW": "zhtw zhhant zhhanttw 繁体 繁体中文 繁中 正体 台湾",
  "zh-HK": "zhhk zhhanthk zhmo 港式 香港 粤语 广东话 cantonese hongkong",
});
