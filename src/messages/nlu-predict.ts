import type { Message } from "./locale.js";

/** Messages of `nlu predict`. */
export const nluPredictMessages = {
  "nlu.predict.description": {
    en: "Intent, entities and emotion of a text, or of every text of a file",
    "zh-CN": "识别一句话，或文件中每句话的意图、实体与情绪",
    "zh-TW": "識別一句話，或檔案中每句話的意圖、實體與情緒",
  },
  "nlu.predict.text": { en: "the text", "zh-CN": "要识别的文字", "zh-TW": "要識別的文字" },
  "nlu.predict.option.file": {
    en: "predict every text of a file instead: a line of text or JSON each, a column text of csv or xlsx, training data; - reads standard input as its lines come; prints a JSON document a line",
    "zh-CN":
      "改为识别文件里的每一条：每行一句文字或 JSON、csv 或 xlsx 的 text 列、训练语料；- 表示逐行读取标准输入；每条输出一行 JSON",
    "zh-TW":
      "改為識別檔案裡的每一則：每行一句文字或 JSON、csv 或 xlsx 的 text 欄、訓練語料；- 表示逐行讀取標準輸入；每則輸出一行 JSON",
  },
  "nlu.predict.option.output": {
    en: "with --file: write into this file instead, .jsonl, .csv or .xlsx",
    "zh-CN": "与 --file 合用：改为写入此文件，.jsonl、.csv 或 .xlsx",
    "zh-TW": "與 --file 合用：改為寫入此檔案，.jsonl、.csv 或 .xlsx",
  },
  "nlu.predict.text-or-file": {
    en: "name either a text or --file (- for standard input); -o goes with --file",
    "zh-CN": "请给出一句文字，或用 --file 指定文件（- 表示标准输入）；-o 与 --file 合用",
    "zh-TW": "請給出一句文字，或用 --file 指定檔案（- 表示標準輸入）；-o 與 --file 合用",
  },
  "nlu.predict.no-text": {
    en: "the line is no text, and no JSON object with a field `text`",
    "zh-CN": "该行既不是文字，也不是含 `text` 字段的 JSON 对象",
    "zh-TW": "該行既不是文字，也不是含 `text` 欄位的 JSON 物件",
  },
  "nlu.predict.no-column": {
    en: "no column named text (or 例句, 问题 …); found: {found}",
    "zh-CN": "没有名为 text（或 例句、问题 等）的列；找到：{found}",
    "zh-TW": "沒有名為 text（或 例句、問題 等）的欄；找到：{found}",
  },
  "nlu.predict.unreadable": {
    en: "the texts cannot be read; errors: {errors}",
    "zh-CN": "文字无法读取；错误：{errors} 处",
    "zh-TW": "文字無法讀取；錯誤：{errors} 處",
  },
  "nlu.predict.running": { en: "predicting", "zh-CN": "识别中", "zh-TW": "識別中" },
  "nlu.predict.judged": {
    en: "texts: {texts}; out of scope: {rejected}",
    "zh-CN": "共 {texts} 条，其中超出范围 {rejected} 条",
    "zh-TW": "共 {texts} 則，其中超出範圍 {rejected} 則",
  },
  "nlu.predict.option.at": {
    en: "local date or date-time at which the text was written, for 明天 and next Friday (default: now)",
    "zh-CN": "说这句话的本地日期或时间，“明天”“下周五”由此算起（默认：现在）",
    "zh-TW": "說這句話的當地日期或時間，「明天」「下週五」由此算起（預設：現在）",
  },
  "nlu.predict.unknown": {
    en: "no intent: the text holds nothing that the model knows",
    "zh-CN": "没有意图：这句话里没有模型认识的内容",
    "zh-TW": "沒有意圖：這句話裡沒有模型認識的內容",
  },
  "nlu.predict.confidence": { en: "Confidence", "zh-CN": "置信度", "zh-TW": "信心度" },
  "nlu.predict.entity": { en: "Entity", "zh-CN": "实体", "zh-TW": "實體" },
  "nlu.predict.words": { en: "Words", "zh-CN": "原文", "zh-TW": "原文" },
  "nlu.predict.value": { en: "Value", "zh-CN": "取值", "zh-TW": "取值" },
  "nlu.predict.from": { en: "From", "zh-CN": "来源", "zh-TW": "來源" },
  "nlu.predict.from.lookup": { en: "lookup", "zh-CN": "词表", "zh-TW": "詞表" },
  "nlu.predict.from.regex": { en: "pattern", "zh-CN": "正则", "zh-TW": "正規表示式" },
  "nlu.predict.from.builtin": { en: "built-in", "zh-CN": "内置", "zh-TW": "內建" },
  "nlu.predict.from.tagged": { en: "learnt", "zh-CN": "学习", "zh-TW": "學習" },
  "nlu.predict.role": { en: "Role", "zh-CN": "角色", "zh-TW": "角色" },
  "nlu.predict.from.annotated": { en: "annotated", "zh-CN": "标注", "zh-TW": "標註" },
  "nlu.predict.examples": {
    en: `Examples:
  $ kefu nlu predict "Where is my order? My phone is 13800138001"
  $ kefu nlu predict "Please deliver it next Friday" --at 2026-06-01
  $ kefu nlu predict --file questions.csv -o predicted.csv
  $ tail -f chat.log | kefu nlu predict --file -`,
    "zh-CN": `示例：
  $ kefu nlu predict "帮我查一下13800138001的订单"
  $ kefu nlu predict "改到明天送" --at 2026-06-01T09:30
  $ kefu nlu predict --file 提问.csv -o 识别结果.csv
  $ tail -f chat.log | kefu nlu predict --file -`,
    "zh-TW": `範例：
  $ kefu nlu predict "幫我查一下13800138001的訂單"
  $ kefu nlu predict "改到明天送" --at 2026-06-01T09:30
  $ kefu nlu predict --file 提問.csv -o 識別結果.csv
  $ tail -f chat.log | kefu nlu predict --file -`,
  },
} as const satisfies Record<string, Message>;
