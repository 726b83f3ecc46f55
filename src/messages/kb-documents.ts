import type { Message } from "./locale.js";

export const kbDocumentMessages = {
  "kb.document.outside": {
    en: "Blocks that belong to no question: {count}, the first “{text}”; not taken",
    "zh-CN": "有 {count} 段内容不属于任何问题（第一段“{text}”），未导入",
    "zh-TW": "有 {count} 段內容不屬於任何問題（第一段「{text}」），未匯入",
  },
} as const satisfies Record<string, Message>;
