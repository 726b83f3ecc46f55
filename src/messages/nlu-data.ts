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
  "nlu.data.doubled-column": {
    en: "columns {columns} are all called “{name}”: rename those that are not to be read, or take them out",
    "zh-CN": "{columns} 列的列名都是“{name}”：请给不需要读取的列改名，或将其删除",
    "zh-TW": "{columns} 欄的欄名都是「{name}」：請替不需要讀取的欄改名，或將其刪除",
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
  "nlu.data.no-utterances": {
    en: "no utterances in {paths}",
    "zh-CN": "{paths} 中没有例句",
    "zh-TW": "{paths} 中沒有例句",
  },
  "nlu.data.no-utterances-hint": {
    en: "a table needs a row each with text and intent, a Rasa file examples under `nlu:`",
    "zh-CN": "表格每行应有 text 和 intent，Rasa 文件应在 `nlu:` 下写例句",
    "zh-TW": "表格每列應有 text 和 intent，Rasa 檔案應在 `nlu:` 下寫例句",
  },
  "nlu.data.too-many-lines": {
    en: "the file has more than {most} lines",
    "zh-CN": "文件超过 {most} 行",
    "zh-TW": "檔案超過 {most} 行",
  },
  "nlu.data.too-many-lines-hint": {
    en: "split it into smaller files, or draw a share of its lines: some thousand examples an intent teach as much",
    "zh-CN": "请拆成几个较小的文件，或抽取其中一部分：每个意图几千条例句已经足够",
    "zh-TW": "請拆成幾個較小的檔案，或抽取其中一部分：每個意圖幾千條例句已經足夠",
  },
  "nlu.data.too-long": {
    en: "the text has more than {most} characters: a line break or a quotation mark may be missing",
    "zh-CN": "文字超过 {most} 个字符：可能缺了换行或引号",
    "zh-TW": "文字超過 {most} 個字元：可能少了換行或引號",
  },
  "nlu.likeness.forms": { en: "normalising texts", "zh-CN": "规范化文字", "zh-TW": "正規化文字" },
  "nlu.likeness.vectors": { en: "encoding texts", "zh-CN": "计算向量", "zh-TW": "計算向量" },
  "nlu.likeness.pairs": { en: "looking for near duplicates", "zh-CN": "查找近似重复", "zh-TW": "尋找近似重複" },
  "nlu.data.form": {
    en: "the form of the file is not known; read are Rasa, csv, xlsx, jsonl and the others that `kefu nlu convert --help` lists",
    "zh-CN": "无法识别文件的格式；可读取 Rasa、csv、xlsx、jsonl，以及 `kefu nlu convert --help` 列出的其他格式",
    "zh-TW": "無法識別檔案的格式；可讀取 Rasa、csv、xlsx、jsonl，以及 `kefu nlu convert --help` 列出的其他格式",
  },
  "nlu.data.scope-name": {
    en: "{intent} is taken as an intent like any other; if what stands under it belongs to no intent, call it oos",
    "zh-CN": "{intent} 按普通意图处理；如果其中的语句不属于任何意图，请改名为 oos",
    "zh-TW": "{intent} 依一般意圖處理；如果其中的語句不屬於任何意圖，請改名為 oos",
  },
} satisfies Record<string, Message>;
