import type { Message } from "../locale.js";

/** Reading pages, XML, YAML, JSON and Markdown. */
export const kbWebMessages = {
  "kb.web.too-large": {
    en: "too large to be read as a whole: {size} million characters, at most {most}; split it, or export it as csv or jsonl",
    "zh-CN": "文件过大，无法整体读取：{size} 百万字符，最多 {most}；请拆分，或导出为 csv 或 jsonl",
    "zh-TW": "檔案過大，無法整體讀取：{size} 百萬字元，最多 {most}；請拆分，或匯出為 csv 或 jsonl",
  },
  "kb.web.too-deep": {
    en: "nested deeper than {most} levels, as no document for people is: not read",
    "zh-CN": "嵌套超过 {most} 层，正常文档不会如此，未读取",
    "zh-TW": "巢狀超過 {most} 層，正常文件不會如此，未讀取",
  },
  "kb.web.too-dense": {
    en: "more marks (*, [, `, <) in a paragraph than any text for people has: not read",
    "zh-CN": "一个段落里的标记符号（*、[、`、<）多得不像正常文本，未读取",
    "zh-TW": "一個段落裡的標記符號（*、[、`、<）多得不像正常文字，未讀取",
  },
  "kb.web.bad-json-ld": {
    en: "the JSON-LD in this script is broken and was passed over: {reason}",
    "zh-CN": "此处脚本中的 JSON-LD 格式有误，已跳过（{reason}）",
    "zh-TW": "此處指令碼中的 JSON-LD 格式有誤，已跳過（{reason}）",
  },
  "kb.web.link-list": {
    en: "a list of links ({count}), no answers: ingest the pages it links to",
    "zh-CN": "这是链接列表（{count} 个链接），没有答案：请导入它所链接的页面",
    "zh-TW": "這是連結清單（{count} 個連結），沒有答案：請匯入它所連結的頁面",
  },
  "kb.web.broken-bytes": {
    en: "characters that were lost in an encoding and read as �: {count}; check the texts",
    "zh-CN": "有 {count} 个字符因编码问题丢失（显示为 �）：请检查文字是否完整",
    "zh-TW": "有 {count} 個字元因編碼問題遺失（顯示為 �）：請檢查文字是否完整",
  },
  "kb.web.link-only": {
    en: "answers that are only a link: {count}, the first “{question}”; write what the page says",
    "zh-CN": "只有链接、没有文字的答案：{count} 条，第一条“{question}”；请把页面内容写进答案",
    "zh-TW": "只有連結、沒有文字的答案：{count} 筆，第一筆「{question}」；請把頁面內容寫進答案",
  },
  "kb.web.xml-entities": {
    en: "the document declares entities of its own (<!ENTITY …>), which can grow without end: refused; take the declarations out",
    "zh-CN": "文档自行声明了实体（<!ENTITY …>），可能无限膨胀，已拒绝：请去掉这些声明",
    "zh-TW": "文件自行宣告了實體（<!ENTITY …>），可能無限膨脹，已拒絕：請去掉這些宣告",
  },
  "kb.web.bad-xml": {
    en: "this is no valid XML: {reason}",
    "zh-CN": "XML 格式有误（{reason}）",
    "zh-TW": "XML 格式有誤（{reason}）",
  },
  "kb.web.bad-yaml": {
    en: "this is no valid YAML: {reason}",
    "zh-CN": "YAML 格式有误（{reason}）",
    "zh-TW": "YAML 格式有誤（{reason}）",
  },
  "kb.web.yaml-aliases": {
    en: "aliases (*name) in this YAML repeat so often that it grows without end: refused",
    "zh-CN": "YAML 中的别名（*name）反复引用，会无限膨胀，已拒绝",
    "zh-TW": "YAML 中的別名（*name）反覆引用，會無限膨脹，已拒絕",
  },
  "kb.web.not-faq": {
    en: "settings or other data, no questions and answers: it adds nothing",
    "zh-CN": "这是配置或其他数据，没有问题和答案，不会加入任何内容",
    "zh-TW": "這是設定或其他資料，沒有問題和答案，不會加入任何內容",
  },
  "kb.web.direction": {
    en: "signs that turn the direction of writing, so that a text shows as another than it is, were taken out: {question}",
    "zh-CN": "已去掉改变文字方向的控制字符（会使显示的文字与实际不同）：{question}",
    "zh-TW": "已去掉改變文字方向的控制字元（會使顯示的文字與實際不同）：{question}",
  },
} as const satisfies Record<string, Message>;
