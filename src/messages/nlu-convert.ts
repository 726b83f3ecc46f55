import type { Message } from "./locale.js";

/** Messages of `kefu nlu convert`. */
export const nluConvertMessages = {
  "nlu.convert.description": {
    en: "Convert training data between Rasa, nlp.js, Dialogflow ES, LUIS, .lu, Botium, csv, xlsx and jsonl, with a report of what is lost",
    "zh-CN": "在 Rasa、nlp.js、Dialogflow ES、LUIS、.lu、Botium、csv、xlsx、jsonl 之间转换训练语料，并报告丢失的内容",
    "zh-TW": "在 Rasa、nlp.js、Dialogflow ES、LUIS、.lu、Botium、csv、xlsx、jsonl 之間轉換訓練語料，並回報遺失的內容",
  },
  "nlu.convert.inputs": {
    en: "files, folders (tests in them are left out) or zip archives; data.json#train for a part of a file",
    "zh-CN": "文件、文件夹（其中的测试除外）或 zip 压缩包；data.json#train 表示文件的一部分",
    "zh-TW": "檔案、資料夾（其中的測試除外）或 zip 壓縮檔；data.json#train 表示檔案的一部分",
  },
  "nlu.convert.output": {
    en: "file, folder (botium, dialogflow) or .zip to write; without it the result goes to stdout",
    "zh-CN": "要写入的文件、文件夹（botium、dialogflow）或 .zip；不指定则输出到标准输出",
    "zh-TW": "要寫入的檔案、資料夾（botium、dialogflow）或 .zip；未指定則輸出到標準輸出",
  },
  "nlu.convert.from": {
    en: "form of the inputs (default: told by what they hold)",
    "zh-CN": "输入的格式（默认按内容识别）",
    "zh-TW": "輸入的格式（預設依內容識別）",
  },
  "nlu.convert.to": {
    en: "form to write (default: by the ending of --output)",
    "zh-CN": "要写成的格式（默认按 --output 的扩展名）",
    "zh-TW": "要寫成的格式（預設依 --output 的副檔名）",
  },
  "nlu.convert.name": {
    en: "name of the bot or app in the result (default: that of the input)",
    "zh-CN": "结果中机器人或应用的名称（默认取输入的名称）",
    "zh-TW": "結果中機器人或應用程式的名稱（預設取輸入的名稱）",
  },
  "nlu.convert.language": {
    en: "language that the result names, such as zh-CN or en (default: that of most utterances)",
    "zh-CN": "结果中注明的语言，如 zh-CN 或 en（默认取多数例句的语言）",
    "zh-TW": "結果中註明的語言，如 zh-CN 或 en（預設取多數例句的語言）",
  },
  "nlu.convert.strict": {
    en: "write nothing and exit with 1 if anything would be lost",
    "zh-CN": "只要有内容会丢失，就不写入并以 1 退出",
    "zh-TW": "只要有內容會遺失，就不寫入並以 1 結束",
  },
  "nlu.convert.examples": {
    en: "Examples:\n  $ kefu nlu convert old/data/nlu.md -o nlu/intents.yml          Rasa 1.x to 3.x\n  $ kefu nlu convert agent.zip -o nlu/agent.yml                  Dialogflow ES\n  $ kefu nlu convert nlu/ -o agent.zip --to dialogflow\n  $ kefu nlu convert nlu/ -o corpus.json --to nlpjs --language zh\n  $ kefu nlu convert app.lu -o intents.csv --strict --json",
    "zh-CN":
      "示例：\n  $ kefu nlu convert old/data/nlu.md -o nlu/intents.yml          Rasa 1.x 转 3.x\n  $ kefu nlu convert agent.zip -o nlu/agent.yml                  Dialogflow ES\n  $ kefu nlu convert nlu/ -o agent.zip --to dialogflow\n  $ kefu nlu convert nlu/ -o corpus.json --to nlpjs --language zh\n  $ kefu nlu convert app.lu -o intents.csv --strict --json",
    "zh-TW":
      "範例：\n  $ kefu nlu convert old/data/nlu.md -o nlu/intents.yml          Rasa 1.x 轉 3.x\n  $ kefu nlu convert agent.zip -o nlu/agent.yml                  Dialogflow ES\n  $ kefu nlu convert nlu/ -o agent.zip --to dialogflow\n  $ kefu nlu convert nlu/ -o corpus.json --to nlpjs --language zh\n  $ kefu nlu convert app.lu -o intents.csv --strict --json",
  },
  "nlu.convert.no-target": {
    en: "the form to write is not known",
    "zh-CN": "不知道要写成什么格式",
    "zh-TW": "不知道要寫成什麼格式",
  },
  "nlu.convert.no-target-hint": {
    en: "name it with --to, or give -o an ending that tells (.yml, .md, .lu, .csv, .xlsx, .jsonl, .zip); .json may be nlpjs, luis or rasa-json",
    "zh-CN":
      "请用 --to 指定，或让 -o 带上能看出格式的扩展名（.yml、.md、.lu、.csv、.xlsx、.jsonl、.zip）；.json 可能是 nlpjs、luis 或 rasa-json",
    "zh-TW":
      "請用 --to 指定，或讓 -o 帶上能看出格式的副檔名（.yml、.md、.lu、.csv、.xlsx、.jsonl、.zip）；.json 可能是 nlpjs、luis 或 rasa-json",
  },
  "nlu.convert.needs-output": {
    en: "this form is not one file of text and cannot go to stdout",
    "zh-CN": "该格式不是单个文本文件，无法输出到标准输出",
    "zh-TW": "該格式不是單一文字檔，無法輸出到標準輸出",
  },
  "nlu.convert.needs-output-hint": {
    en: "name a file, a folder or a .zip with -o",
    "zh-CN": "请用 -o 指定文件、文件夹或 .zip",
    "zh-TW": "請用 -o 指定檔案、資料夾或 .zip",
  },
  "nlu.convert.forms-hint": {
    en: "if the form was not recognised, name it with --from",
    "zh-CN": "如果格式没有被识别，请用 --from 指定",
    "zh-TW": "如果格式沒有被識別，請用 --from 指定",
  },
  "nlu.convert.read": {
    en: "read ({formats}): intents: {intents}; utterances: {utterances}; marked entities: {entities}; synonyms: {synonyms}; lookups: {lookups}; patterns: {patterns}",
    "zh-CN":
      "已读取（{formats}）：意图 {intents} 个，例句 {utterances} 条，标注实体 {entities} 处，同义词 {synonyms} 组，词表 {lookups} 个，正则 {patterns} 条",
    "zh-TW":
      "已讀取（{formats}）：意圖 {intents} 個，例句 {utterances} 條，標註實體 {entities} 處，同義詞 {synonyms} 組，詞表 {lookups} 個，正規表示式 {patterns} 條",
  },
  "nlu.convert.skipped": {
    en: "files that are no training data: {count} ({files})",
    "zh-CN": "不是训练语料的文件：{count} 个（{files}）",
    "zh-TW": "不是訓練語料的檔案：{count} 個（{files}）",
  },
  "nlu.convert.no-loss": { en: "nothing was lost", "zh-CN": "没有丢失任何内容", "zh-TW": "沒有遺失任何內容" },
  "nlu.convert.lost.read": {
    en: "not carried over (no place in kefu's data): {what}: {count}",
    "zh-CN": "未带入（kefu 的语料没有对应位置）：{what}：{count}",
    "zh-TW": "未帶入（kefu 的語料沒有對應位置）：{what}：{count}",
  },
  "nlu.convert.lost.write": {
    en: "not carried over (no place in the target): {what}: {count}",
    "zh-CN": "未写出（目标格式没有对应位置）：{what}：{count}",
    "zh-TW": "未寫出（目標格式沒有對應位置）：{what}：{count}",
  },
  "nlu.convert.more": { en: "  … and {count} more", "zh-CN": "  ……另有 {count} 处", "zh-TW": "  ……另有 {count} 處" },
  "nlu.convert.written": {
    en: "written: {count} files in {path}",
    "zh-CN": "已写入：{path} 中 {count} 个文件",
    "zh-TW": "已寫入：{path} 中 {count} 個檔案",
  },
  "nlu.convert.refused": {
    en: "nothing was written: {count} things would be lost (--strict)",
    "zh-CN": "没有写入：有 {count} 处内容会丢失（--strict）",
    "zh-TW": "沒有寫入：有 {count} 處內容會遺失（--strict）",
  },
  "nlu.convert.loss.empty-utterance": { en: "empty utterances", "zh-CN": "空例句", "zh-TW": "空例句" },
  "nlu.convert.loss.empty-intent": {
    en: "intents without utterances",
    "zh-CN": "没有例句的意图",
    "zh-TW": "沒有例句的意圖",
  },
  "nlu.convert.loss.whitespace": {
    en: "line breaks, control characters and repeated spaces (became one space)",
    "zh-CN": "换行、控制字符与连续空格（变为一个空格）",
    "zh-TW": "換行、控制字元與連續空格（變為一個空格）",
  },
  "nlu.convert.loss.control": {
    en: "control characters and carriage returns (left out, or a line feed)",
    "zh-CN": "控制字符与回车符（删去，或改为换行）",
    "zh-TW": "控制字元與歸位字元（刪去，或改為換行）",
  },
  "nlu.convert.loss.markup": {
    en: "utterances that the target reads as something else (its own signs occur in them)",
    "zh-CN": "目标格式会另作理解的例句（其中含有它的标记符号）",
    "zh-TW": "目標格式會另作理解的例句（其中含有它的標記符號）",
  },
  "nlu.convert.loss.template": {
    en: "patterns and placeholders, which are no utterances (read as text or left out)",
    "zh-CN": "不是例句的模板与占位符（按文字读取或略去）",
    "zh-TW": "不是例句的範本與預留位置（當作文字讀取或略去）",
  },
  "nlu.convert.loss.entities": {
    en: "entity marks in utterances",
    "zh-CN": "例句中的实体标注",
    "zh-TW": "例句中的實體標註",
  },
  "nlu.convert.loss.entity-overlap": {
    en: "entities that overlap another",
    "zh-CN": "与其他实体重叠的实体",
    "zh-TW": "與其他實體重疊的實體",
  },
  "nlu.convert.loss.entity-value": { en: "values of entities", "zh-CN": "实体的值", "zh-TW": "實體的值" },
  "nlu.convert.loss.entity-role": { en: "roles of entities", "zh-CN": "实体的角色", "zh-TW": "實體的角色" },
  "nlu.convert.loss.entity-group": { en: "groups of entities", "zh-CN": "实体的分组", "zh-TW": "實體的分組" },
  "nlu.convert.loss.entity-composite": {
    en: "composite and hierarchical entities (their parts stay)",
    "zh-CN": "组合与层级实体（其组成部分保留）",
    "zh-TW": "組合與階層實體（其組成部分保留）",
  },
  "nlu.convert.loss.synonym": { en: "synonyms", "zh-CN": "同义词", "zh-TW": "同義詞" },
  "nlu.convert.loss.lookup": { en: "lookup tables", "zh-CN": "词表", "zh-TW": "詞表" },
  "nlu.convert.loss.lookup-file": {
    en: "lookup tables in files of their own",
    "zh-CN": "存放在单独文件中的词表",
    "zh-TW": "存放在單獨檔案中的詞表",
  },
  "nlu.convert.loss.regex": { en: "regular expressions", "zh-CN": "正则表达式", "zh-TW": "正規表示式" },
  "nlu.convert.loss.answers": { en: "answers", "zh-CN": "答案", "zh-TW": "答案" },
  "nlu.convert.loss.slot-filling": {
    en: "required slots and their questions",
    "zh-CN": "必填槽位及追问",
    "zh-TW": "必填欄位及追問",
  },
  "nlu.convert.loss.context": { en: "contexts", "zh-CN": "上下文", "zh-TW": "上下文" },
  "nlu.convert.loss.settings": {
    en: "settings of the bot or of intents",
    "zh-CN": "机器人或意图的设置",
    "zh-TW": "機器人或意圖的設定",
  },
  "nlu.convert.loss.metadata": { en: "metadata", "zh-CN": "元数据", "zh-TW": "中繼資料" },
  "nlu.convert.loss.section": {
    en: "sections that are no training data (stories, rules, responses …)",
    "zh-CN": "不是训练语料的部分（stories、rules、responses 等）",
    "zh-TW": "不是訓練語料的部分（stories、rules、responses 等）",
  },
  "nlu.convert.loss.prebuilt": { en: "prebuilt entities", "zh-CN": "预置实体", "zh-TW": "預建實體" },
  "nlu.convert.loss.reference": {
    en: "references to other files",
    "zh-CN": "对其他文件的引用",
    "zh-TW": "對其他檔案的參照",
  },
  "nlu.convert.loss.phrase-list": { en: "phrase lists", "zh-CN": "短语列表", "zh-TW": "片語清單" },
} satisfies Record<string, Message>;
