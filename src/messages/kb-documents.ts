import type { Message } from "./locale.js";

export const kbDocumentMessages = {
  "kb.document.outside": {
    en: "Blocks that belong to no question: {count}, the first “{text}”; not taken",
    "zh-CN": "有 {count} 段内容不属于任何问题（第一段“{text}”），未导入",
    "zh-TW": "有 {count} 段內容不屬於任何問題（第一段「{text}」），未匯入",
  },
  "kb.passage.mark": { en: "(passage)", "zh-CN": "（文档段落）", "zh-TW": "（文件段落）" },
  "kb.passage.heading": { en: "heading path", "zh-CN": "标题路径", "zh-TW": "標題路徑" },
  "kb.passage.text": { en: "passage", "zh-CN": "段落", "zh-TW": "段落" },
  "kb.stats.passages": {
    en: "of these, passages of documents: {passages}",
    "zh-CN": "其中文档段落：{passages}",
    "zh-TW": "其中文件段落：{passages}",
  },
  "kb.passage.source": {
    en: "Source: {heading}",
    "zh-CN": "出处：{heading}",
    "zh-TW": "出處：{heading}",
  },
} as const satisfies Record<string, Message>;
