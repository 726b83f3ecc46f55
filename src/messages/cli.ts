import type { Message } from "./locale.js";

/** The command line itself: help, global options, usage errors. */
export const cliMessages = {
  "cli.description": {
    en: "Turns FAQ files into a tested, measured, shippable customer-service bot, on this machine alone.",
    "zh-CN": "把常见问题文件变成经过测试、可度量、可交付的客服机器人，全程在本机完成。",
    "zh-TW": "把常見問題檔案變成經過測試、可衡量、可交付的客服機器人，全程在本機完成。",
  },
  "cli.examples": {
    en: `Examples:
  $ kefu demo                          the whole job once, on the bundled sample
  $ kefu init                          a workspace of your own
  $ kefu kb ingest                     FAQ files into the index
  $ kefu kb ask "How do I get a refund?"`,
    "zh-CN": `示例：
  $ kefu demo                          用自带示例把整个流程走一遍
  $ kefu init                          新建自己的工作区
  $ kefu kb ingest                     把常见问题文件导入索引
  $ kefu kb ask "怎么退款"`,
    "zh-TW": `範例：
  $ kefu demo                          用內建範例把整個流程走一遍
  $ kefu init                          新建自己的工作區
  $ kefu kb ingest                     把常見問題檔案匯入索引
  $ kefu kb ask "怎麼退款"`,
  },
  "cli.kb": {
    en: "Knowledge base: ingest, search, look into it",
    "zh-CN": "知识库：导入、检索、查看",
    "zh-TW": "知識庫：匯入、檢索、檢視",
  },
  "cli.nlu": {
    en: "Intents and entities: train, evaluate, predict",
    "zh-CN": "意图与实体：训练、评估、预测",
    "zh-TW": "意圖與實體：訓練、評估、預測",
  },
  "cli.bot": {
    en: "The bot: talk to it, simulate, test, export",
    "zh-CN": "机器人：对话、模拟、测试、导出",
    "zh-TW": "機器人：對話、模擬、測試、匯出",
  },
  "cli.report": { en: "Reports", "zh-CN": "报表", "zh-TW": "報表" },
  "cli.model": {
    en: "Sentence encoders: which there are, which is used",
    "zh-CN": "句向量模型：有哪些、用哪个",
    "zh-TW": "句向量模型：有哪些、用哪個",
  },
  "cli.option.version": { en: "print the version", "zh-CN": "显示版本号", "zh-TW": "顯示版本號" },
  "cli.option.help": { en: "show help", "zh-CN": "显示帮助", "zh-TW": "顯示說明" },
  "cli.option.workspace": {
    en: "workspace folder (default: the nearest one with a kefu.yaml)",
    "zh-CN": "工作区文件夹（默认：最近的含 kefu.yaml 的文件夹）",
    "zh-TW": "工作區資料夾（預設：最近的含 kefu.yaml 的資料夾）",
  },
  "cli.option.json": {
    en: "print one JSON document and nothing else on stdout",
    "zh-CN": "标准输出只打印一个 JSON 文档",
    "zh-TW": "標準輸出只印出一個 JSON 文件",
  },
  "cli.option.quiet": {
    en: "results on stdout as ever; on stderr only errors and what makes a result doubtful",
    "zh-CN": "标准输出的结果照常；标准错误只输出错误和影响结果可信度的提醒",
    "zh-TW": "標準輸出的結果照常；標準錯誤只輸出錯誤和影響結果可信度的提醒",
  },
  "cli.option.locale": {
    en: "language of messages (default: from LANG)",
    "zh-CN": "界面语言（默认取自 LANG）",
    "zh-TW": "介面語言（預設取自 LANG）",
  },
  "cli.option.no-color": { en: "no colour", "zh-CN": "不使用颜色", "zh-TW": "不使用顏色" },
  "cli.usage.ending": {
    en: "{file}: what is written there must end in one of: {endings}",
    "zh-CN": "{file}：输出文件名应以下列之一结尾：{endings}",
    "zh-TW": "{file}：輸出檔名應以下列之一結尾：{endings}",
  },
  "cli.option.output": {
    en: "write to a file instead of stdout",
    "zh-CN": "写入文件，而不是标准输出",
    "zh-TW": "寫入檔案，而不是標準輸出",
  },
  "cli.option.force": { en: "overwrite an existing file", "zh-CN": "覆盖已有文件", "zh-TW": "覆寫已有檔案" },
  "cli.help.usage": { en: "Usage:", "zh-CN": "用法：", "zh-TW": "用法：" },
  "cli.help.arguments": { en: "Arguments:", "zh-CN": "参数：", "zh-TW": "引數：" },
  "cli.help.options": { en: "Options:", "zh-CN": "选项：", "zh-TW": "選項：" },
  "cli.help.global-options": { en: "Global options:", "zh-CN": "全局选项：", "zh-TW": "全域選項：" },
  "cli.help.commands": { en: "Commands:", "zh-CN": "命令：", "zh-TW": "命令：" },
  "cli.help.help-command": {
    en: "Show help for a command",
    "zh-CN": "显示某个命令的帮助",
    "zh-TW": "顯示某個命令的說明",
  },
  "cli.help.choices": { en: "one of: {choices}", "zh-CN": "可选：{choices}", "zh-TW": "可選：{choices}" },
  "cli.help.notes": {
    en: "{description} ({notes})",
    "zh-CN": "{description}（{notes}）",
    "zh-TW": "{description}（{notes}）",
  },
  "cli.help.default": { en: "default: {value}", "zh-CN": "默认：{value}", "zh-TW": "預設：{value}" },
  "cli.prompt.yes": { en: "Yes", "zh-CN": "是", "zh-TW": "是" },
  "cli.prompt.no": { en: "No", "zh-CN": "否", "zh-TW": "否" },
  "cli.prompt.yes-or-no": {
    en: "answer with {yes} or {no} (y/n)",
    "zh-CN": "请回答 {yes} 或 {no}（y/n）",
    "zh-TW": "請回答 {yes} 或 {no}（y/n）",
  },
  "cli.prompt.navigate": { en: "move", "zh-CN": "移动", "zh-TW": "移動" },
  "cli.prompt.select": { en: "choose", "zh-CN": "选择", "zh-TW": "選擇" },
  "cli.usage.bad": { en: "{reason}", "zh-CN": "{reason}", "zh-TW": "{reason}" },
  "cli.usage.hint": {
    en: "add --help to the command to see what it takes",
    "zh-CN": "在命令后加 --help 查看用法",
    "zh-TW": "在命令後加 --help 檢視用法",
  },
  "cli.usage.unknown-option": {
    en: "unknown option {option}",
    "zh-CN": "未知选项 {option}",
    "zh-TW": "未知選項 {option}",
  },
  "cli.usage.unknown-command": {
    en: "unknown command {command}",
    "zh-CN": "未知命令 {command}",
    "zh-TW": "未知命令 {command}",
  },
  "cli.usage.missing-argument": {
    en: "missing argument <{argument}>",
    "zh-CN": "缺少参数 <{argument}>",
    "zh-TW": "缺少引數 <{argument}>",
  },
  "cli.usage.option-missing-argument": {
    en: "option {option} needs a value",
    "zh-CN": "选项 {option} 需要一个值",
    "zh-TW": "選項 {option} 需要一個值",
  },
  "cli.usage.missing-option": {
    en: "option {option} is needed",
    "zh-CN": "必须给出选项 {option}",
    "zh-TW": "必須給出選項 {option}",
  },
  "cli.usage.excess-arguments": {
    en: "too many arguments for {command} (a text with spaces needs quotation marks)",
    "zh-CN": "{command} 的参数过多（含空格的文字要加引号）",
    "zh-TW": "{command} 的引數過多（含空格的文字要加引號）",
  },
  "cli.usage.invalid": {
    en: "{option}: “{value}” does not fit. {reason}",
    "zh-CN": "{option}：“{value}”不符合要求。{reason}",
    "zh-TW": "{option}：「{value}」不符合要求。{reason}",
  },
  "cli.usage.bad-variable": {
    en: "environment variable {name}: “{value}” is none of {choices}",
    "zh-CN": "环境变量 {name}：“{value}”不是下列值之一：{choices}",
    "zh-TW": "環境變數 {name}：「{value}」不是下列值之一：{choices}",
  },
  "cli.usage.no-command": {
    en: "no command given",
    "zh-CN": "没有给出命令",
    "zh-TW": "沒有給出命令",
  },
  "cli.usage.choices": {
    en: "It takes one of: {choices}.",
    "zh-CN": "可选值：{choices}。",
    "zh-TW": "可選值：{choices}。",
  },
  "cli.usage.empty-text": {
    en: "It takes a text that is not blank.",
    "zh-CN": "文字不能为空。",
    "zh-TW": "文字不能為空。",
  },
  "cli.usage.suggestion": {
    en: "(did you mean {suggestion}?)",
    "zh-CN": "（是否想输入 {suggestion}？）",
    "zh-TW": "（是否想輸入 {suggestion}？）",
  },
  "cli.usage.whole-number": {
    en: "It takes a whole number from {least} up.",
    "zh-CN": "应为不小于 {least} 的整数。",
    "zh-TW": "應為不小於 {least} 的整數。",
  },
  "cli.usage.whole-number-range": {
    en: "It takes a whole number from {least} to {most}.",
    "zh-CN": "应为 {least} 到 {most} 的整数。",
    "zh-TW": "應為 {least} 到 {most} 的整數。",
  },
  "cli.usage.noise": {
    en: "expected kinds of noise, separated by commas: {known}",
    "zh-CN": "应为噪声种类，以逗号分隔：{known}",
    "zh-TW": "應為雜訊種類，以逗號分隔：{known}",
  },
  "cli.usage.local-time": {
    en: "It takes a date such as 2026-06-01 or 2026-06-01T09:30.",
    "zh-CN": "应为日期，如 2026-06-01 或 2026-06-01T09:30。",
    "zh-TW": "應為日期，如 2026-06-01 或 2026-06-01T09:30。",
  },
  "cli.usage.share": {
    en: "It takes a number from 0 to 1.",
    "zh-CN": "应为 0 到 1 之间的数。",
    "zh-TW": "應為 0 到 1 之間的數。",
  },
  "cli.no-index": {
    en: "nothing has been ingested into this workspace yet",
    "zh-CN": "这个工作区还没有导入任何知识",
    "zh-TW": "這個工作區還沒有匯入任何知識",
  },
  "cli.hint.ingest": {
    en: "run `kefu kb ingest` first",
    "zh-CN": "请先运行 `kefu kb ingest`",
    "zh-TW": "請先執行 `kefu kb ingest`",
  },
  "cli.hint.train": {
    en: "run `kefu nlu train`",
    "zh-CN": "请运行 `kefu nlu train`",
    "zh-TW": "請執行 `kefu nlu train`",
  },
} as const satisfies Record<string, Message>;
