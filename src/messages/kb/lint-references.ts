import type { Message } from "../locale.js";

/** What `kefu kb lint` says of related questions, effective periods, variants for channels, and links. */
export const kbLintReferenceMessages = {
  "kb.lint.related-missing.what": {
    en: "Related entries that do not exist",
    "zh-CN": "关联的知识点不存在",
    "zh-TW": "關聯的知識點不存在",
  },
  "kb.lint.related-missing.advice": {
    en: "Correct the id or the question, or take it out.",
    "zh-CN": "改正编号或问题，或删去该关联。",
    "zh-TW": "改正編號或問題，或刪去該關聯。",
  },
  "kb.lint.related-missing.found": {
    en: "there is no entry “{name}” to be related to",
    "zh-CN": "关联的“{name}”不存在",
    "zh-TW": "關聯的「{name}」不存在",
  },
  "kb.lint.related-expired.what": {
    en: "Related entries that are expired, not yet in effect or offline",
    "zh-CN": "关联的知识点已失效、未生效或已下线",
    "zh-TW": "關聯的知識點已失效、未生效或已下線",
  },
  "kb.lint.related-expired.advice": {
    en: "Point to what is valid now, or renew the other entry.",
    "zh-CN": "改为指向现行有效的知识点，或更新对方的有效期。",
    "zh-TW": "改為指向現行有效的知識點，或更新對方的有效期。",
  },
  "kb.lint.related-expired.over": {
    en: "the related “{question}” ({id}) expired on {date}",
    "zh-CN": "关联的“{question}”（{id}）已于 {date} 失效",
    "zh-TW": "關聯的「{question}」（{id}）已於 {date} 失效",
  },
  "kb.lint.related-expired.ahead": {
    en: "the related “{question}” ({id}) is not in effect before {date}",
    "zh-CN": "关联的“{question}”（{id}）要到 {date} 才生效",
    "zh-TW": "關聯的「{question}」（{id}）要到 {date} 才生效",
  },
  "kb.lint.related-expired.offline": {
    en: "the related “{question}” ({id}) is offline",
    "zh-CN": "关联的“{question}”（{id}）已下线",
    "zh-TW": "關聯的「{question}」（{id}）已下線",
  },
  "kb.lint.expired.what": {
    en: "Entries outside their effective period",
    "zh-CN": "不在有效期内的知识点",
    "zh-TW": "不在有效期內的知識點",
  },
  "kb.lint.expired.advice": {
    en: "Renew the period, or take the entry out.",
    "zh-CN": "更新有效期，或删去该条。",
    "zh-TW": "更新有效期，或刪去該筆。",
  },
  "kb.lint.expired.over": {
    en: "expired on {date}: it is not served any more",
    "zh-CN": "已于 {date} 失效，不再提供",
    "zh-TW": "已於 {date} 失效，不再提供",
  },
  "kb.lint.expired.ahead": { en: "not in effect before {date}", "zh-CN": "{date} 才生效", "zh-TW": "{date} 才生效" },
  "kb.lint.expired.never": {
    en: "ends ({until}) before it starts ({from}): it is never served",
    "zh-CN": "失效时间（{until}）早于生效时间（{from}），永远不会提供",
    "zh-TW": "失效時間（{until}）早於生效時間（{from}），永遠不會提供",
  },
  "kb.lint.broken-link.what": { en: "Addresses that lead nowhere", "zh-CN": "打不开的链接", "zh-TW": "打不開的連結" },
  "kb.lint.broken-link.advice": {
    en: "Correct the address; with --online every address is fetched.",
    "zh-CN": "改正地址；加 --online 会逐个访问检查。",
    "zh-TW": "改正網址；加 --online 會逐個連線檢查。",
  },
  "kb.lint.broken-link.syntax": {
    en: "this is no address: {address}",
    "zh-CN": "地址写错了：{address}",
    "zh-TW": "網址寫錯了：{address}",
  },
  "kb.lint.broken-link.no-host": {
    en: "the address has no valid host: {address}",
    "zh-CN": "地址里没有有效的域名：{address}",
    "zh-TW": "網址裡沒有有效的網域：{address}",
  },
  "kb.lint.broken-link.doubled": {
    en: "http stands in it twice: {address}",
    "zh-CN": "http 写了两遍：{address}",
    "zh-TW": "http 寫了兩遍：{address}",
  },
  "kb.lint.broken-link.private": {
    en: "callers cannot reach this address: {address}",
    "zh-CN": "来电者打不开这个地址：{address}",
    "zh-TW": "來電者打不開這個網址：{address}",
  },
  "kb.lint.broken-link.empty": { en: "a link without an address", "zh-CN": "链接没有地址", "zh-TW": "連結沒有網址" },
  "kb.lint.broken-link.gone": {
    en: "nothing is there any more: {address} ({reason})",
    "zh-CN": "页面已不存在：{address}（{reason}）",
    "zh-TW": "網頁已不存在：{address}（{reason}）",
  },
  "kb.lint.broken-link.unclear": {
    en: "could not be checked: {address} ({reason})",
    "zh-CN": "无法确认：{address}（{reason}）",
    "zh-TW": "無法確認：{address}（{reason}）",
  },
  "kb.lint.missing-variant.what": {
    en: "Entries without the channel, locale or tier that most of their sheet have",
    "zh-CN": "缺少同表多数知识点都有的渠道、地区或客户等级的答案",
    "zh-TW": "缺少同表多數知識點都有的管道、地區或客戶等級的答案",
  },
  "kb.lint.missing-variant.advice": {
    en: "Write the missing answer, or waive it with the reason.",
    "zh-CN": "补写缺少的答案，或注明理由予以豁免。",
    "zh-TW": "補寫缺少的答案，或註明理由予以豁免。",
  },
  "kb.lint.missing-variant.siblings": {
    en: "no answer for {variant}, which {count} of {of} entries here have",
    "zh-CN": "没有“{variant}”的答案，而同表 {of} 条中有 {count} 条有",
    "zh-TW": "沒有「{variant}」的答案，而同表 {of} 筆中有 {count} 筆有",
  },
  "kb.lint.missing-variant.served": {
    en: "all answers are for other channels than {channel}, which the bot serves",
    "zh-CN": "所有答案都不是给{channel}渠道的，而机器人服务的正是它",
    "zh-TW": "所有答案都不是給{channel}管道的，而機器人服務的正是它",
  },
} as const satisfies Record<string, Message>;
