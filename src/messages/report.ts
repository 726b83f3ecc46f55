import type { Message } from "./locale.js";

/** Messages of the rooms `report` and `records`. */
export const reportMessages = {
  "report.records.line": {
    en: "not a record: {reason}",
    "zh-CN": "不是会话记录：{reason}",
    "zh-TW": "不是會話紀錄：{reason}",
  },
  "report.records.skipped": {
    en: "lines that are no records were left out: {n}",
    "zh-CN": "已略过不是会话记录的行：{n}",
    "zh-TW": "已略過不是會話紀錄的行：{n}",
  },
  "report.answers.description": {
    en: "Every entry with its standing and how often callers reached it",
    "zh-CN": "列出全部知识点的状态和命中次数",
    "zh-TW": "列出全部知識點的狀態和命中次數",
  },
  "report.answers.examples": {
    en: `Examples:
  $ kefu report answers
  $ kefu report answers -o answers.xlsx
  $ kefu report answers --from 2026-06-01 --to 2026-06-07 --format md`,
    "zh-CN": `示例：
  $ kefu report answers
  $ kefu report answers -o answers.xlsx
  $ kefu report answers --from 2026-06-01 --to 2026-06-07 --format md`,
    "zh-TW": `範例：
  $ kefu report answers
  $ kefu report answers -o answers.xlsx
  $ kefu report answers --from 2026-06-01 --to 2026-06-07 --format md`,
  },
  "report.option.format": {
    en: "form of the output (default: by the name of -o FILE, else table)",
    "zh-CN": "输出格式（默认：按 -o 的文件名判断，否则为 table）",
    "zh-TW": "輸出格式（預設：依 -o 的檔名判斷，否則為 table）",
  },
  "report.option.from": {
    en: "count records from this date or local time on",
    "zh-CN": "只统计从该日期或时间开始的会话记录",
    "zh-TW": "只統計從該日期或時間開始的會話紀錄",
  },
  "report.option.to": {
    en: "count records up to this date or local time, included",
    "zh-CN": "只统计到该日期或时间为止的会话记录（含当天）",
    "zh-TW": "只統計到該日期或時間為止的會話紀錄（含當天）",
  },
  "report.usage.date": {
    en: "write a date as 2026-06-01 or a local time as 2026-06-01T09:30",
    "zh-CN": "日期写作 2026-06-01，时间写作 2026-06-01T09:30",
    "zh-TW": "日期寫作 2026-06-01，時間寫作 2026-06-01T09:30",
  },
  "report.usage.period": {
    en: "--from {from} is later than --to {to}",
    "zh-CN": "--from {from} 晚于 --to {to}",
    "zh-TW": "--from {from} 晚於 --to {to}",
  },
  "report.usage.xlsx": {
    en: "xlsx needs a file to write to",
    "zh-CN": "xlsx 需要指定输出文件",
    "zh-TW": "xlsx 需要指定輸出檔案",
  },
  "report.hint.output": { en: "add -o FILE.xlsx", "zh-CN": "加上 -o 文件.xlsx", "zh-TW": "加上 -o 檔案.xlsx" },
  "report.answers.title": { en: "Answer report", "zh-CN": "答案报表", "zh-TW": "答案報表" },
  "report.answers.sheet": { en: "Entries", "zh-CN": "知识点", "zh-TW": "知識點" },
  "report.answers.totals-sheet": { en: "Totals", "zh-CN": "汇总", "zh-TW": "彙總" },
  "report.column.id": { en: "ID", "zh-CN": "知识ID", "zh-TW": "知識ID" },
  "report.column.category": { en: "Category", "zh-CN": "类目", "zh-TW": "類目" },
  "report.column.question": { en: "Standard question", "zh-CN": "标准问", "zh-TW": "標準問" },
  "report.column.status": { en: "Status", "zh-CN": "状态", "zh-TW": "狀態" },
  "report.column.state": { en: "In effect", "zh-CN": "生效情况", "zh-TW": "生效情況" },
  "report.column.from": { en: "From", "zh-CN": "生效时间", "zh-TW": "生效時間" },
  "report.column.until": { en: "Until", "zh-CN": "失效时间", "zh-TW": "失效時間" },
  "report.column.similar": { en: "Similar questions", "zh-CN": "相似问数", "zh-TW": "相似問數" },
  "report.column.answers": { en: "Answers", "zh-CN": "答案（渠道/地区/视角）", "zh-TW": "答案（管道/地區/視角）" },
  "report.column.hits": { en: "Hits", "zh-CN": "命中次数", "zh-TW": "命中次數" },
  "report.column.last": { en: "Last hit", "zh-CN": "最近命中", "zh-TW": "最近命中" },
  "report.column.share": { en: "Share", "zh-CN": "占比", "zh-TW": "占比" },
  "report.column.source": { en: "Source", "zh-CN": "来源", "zh-TW": "來源" },
  "report.column.measure": { en: "Figure", "zh-CN": "指标", "zh-TW": "指標" },
  "report.column.value": { en: "Value", "zh-CN": "数值", "zh-TW": "數值" },
  "report.status.draft": { en: "draft", "zh-CN": "草稿", "zh-TW": "草稿" },
  "report.status.online": { en: "online", "zh-CN": "上线", "zh-TW": "上線" },
  "report.status.offline": { en: "offline", "zh-CN": "下线", "zh-TW": "下線" },
  "report.state.effective": { en: "in effect", "zh-CN": "生效中", "zh-TW": "生效中" },
  "report.state.not-yet": { en: "not yet", "zh-CN": "未生效", "zh-TW": "尚未生效" },
  "report.state.expired": { en: "expired", "zh-CN": "已失效", "zh-TW": "已失效" },
  "report.total.at": { en: "As of", "zh-CN": "统计时间", "zh-TW": "統計時間" },
  "report.total.from": { en: "Records from", "zh-CN": "记录起始", "zh-TW": "紀錄起始" },
  "report.total.to": { en: "Records to", "zh-CN": "记录截止", "zh-TW": "紀錄截止" },
  "report.total.entries": { en: "Entries", "zh-CN": "知识点", "zh-TW": "知識點" },
  "report.total.online": { en: "Entries online", "zh-CN": "上线的知识点", "zh-TW": "上線的知識點" },
  "report.total.effective": { en: "Entries served now", "zh-CN": "当前可答的知识点", "zh-TW": "目前可答的知識點" },
  "report.total.neverHit": { en: "Entries never hit", "zh-CN": "从未命中的知识点", "zh-TW": "從未命中的知識點" },
  "report.total.hits": { en: "Hits", "zh-CN": "命中次数", "zh-TW": "命中次數" },
  "report.total.unknownHits": {
    en: "Hits on entries no longer there",
    "zh-CN": "命中已不存在的知识点",
    "zh-TW": "命中已不存在的知識點",
  },
  "report.total.sessions": { en: "Conversations", "zh-CN": "会话", "zh-TW": "會話" },
  "report.total.turns": { en: "Turns", "zh-CN": "对话轮次", "zh-TW": "對話輪次" },
  "report.total.unanswered": { en: "Turns without an answer", "zh-CN": "未答上的轮次", "zh-TW": "未答上的輪次" },
} as const satisfies Record<string, Message>;
