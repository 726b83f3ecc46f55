import type { Message } from "./locale.js";

/** Messages of reading training data. */
export const nluDataMessages = {
  "nlu.data.not-json": {
    en: "the line is not valid JSON: {reason}",
    "zh-CN": "该行不是有效的 JSON：{reason}",
    "zh-TW": "該行不是有效的 JSON：{reason}",
  },
  "nlu.data.spans": {
    en: "the entities of “{text}” cannot be read: each needs start and end within the text, and entity",
    "zh-CN": "“{text}”的实体无法读取：每个实体需有文字范围内的 start 和 end，以及 entity",
    "zh-TW": "「{text}」的實體無法讀取：每個實體需有文字範圍內的 start 和 end，以及 entity",
  },
  "nlu.data.no-header": {
    en: "no header row is known: texts are read from column {text}, intents from column {intent}",
    "zh-CN": "没有认得的表头：文字取自 {text} 列，意图取自 {intent} 列",
    "zh-TW": "沒有認得的標題列：文字取自 {text} 欄，意圖取自 {intent} 欄",
  },
  "nlu.data.parts": {
    en: "the file holds several parts ({parts}); name the ones to read: {example}",
    "zh-CN": "文件含多个部分（{parts}），请指定要读取的部分：{example}",
    "zh-TW": "檔案含多個部分（{parts}），請指定要讀取的部分：{example}",
  },
  "nlu.data.no-part": {
    en: "the file has no part {part}; it has: {parts}",
    "zh-CN": "文件没有部分 {part}；现有：{parts}",
    "zh-TW": "檔案沒有部分 {part}；現有：{parts}",
  },
  "nlu.data.form": {
    en: "the form of the file is not known; read are Rasa, csv, xlsx, jsonl and the others that `kefu nlu convert --help` lists",
    "zh-CN": "无法识别文件的格式；可读取 Rasa、csv、xlsx、jsonl，以及 `kefu nlu convert --help` 列出的其他格式",
    "zh-TW": "無法識別檔案的格式；可讀取 Rasa、csv、xlsx、jsonl，以及 `kefu nlu convert --help` 列出的其他格式",
  },
} satisfies Record<string, Message>;
