import type { Message } from "../locale.js";

/** What changed, or would change, in the knowledge base. */
export const kbDiffMessages = {
  "kb.diff.description": {
    en: "Show what an ingest would change, entry by entry and word by word",
    "zh-CN": "逐条逐字显示导入会带来的改动",
    "zh-TW": "逐筆逐字顯示匯入會帶來的變更",
  },
  "kb.diff.option.run": {
    en: "what has changed since this run (kefu kb history lists them)",
    "zh-CN": "某次运行以来的改动（用 kefu kb history 查看）",
    "zh-TW": "某次執行以來的變更（用 kefu kb history 檢視）",
  },
  "kb.diff.option.stat": { en: "counts only", "zh-CN": "只显示数量", "zh-TW": "只顯示數量" },
  "kb.diff.option.format": {
    en: "how to print it (default: text)",
    "zh-CN": "输出格式（默认：text）",
    "zh-TW": "輸出格式（預設：text）",
  },
  "kb.diff.option.output": {
    en: "write it to a file: .html, .md, .json, or the warnings to .csv, .xlsx",
    "zh-CN": "写入文件：.html、.md、.json，或把警告写入 .csv、.xlsx",
    "zh-TW": "寫入檔案：.html、.md、.json，或把警告寫入 .csv、.xlsx",
  },
  "kb.diff.option.limit": {
    en: "show at most this many entries; JSON has all",
    "zh-CN": "最多显示多少条（JSON 中始终是全部）",
    "zh-TW": "最多顯示多少筆（JSON 中一律為全部）",
  },
  "kb.diff.option.exit-code": {
    en: "exit with 1 when something would change",
    "zh-CN": "有改动时以退出码 1 结束",
    "zh-TW": "有變更時以結束碼 1 結束",
  },
  "kb.diff.examples": {
    en: `Examples:
  $ kefu kb diff                                  what the next ingest would change
  $ kefu kb diff faq/bank.xlsx --stat             how much, in one file
  $ kefu kb diff -o changes.html                  a page to send to those who know
  $ kefu kb diff --exit-code --stat               in CI: 1 when the index is behind its sources
  $ kefu kb diff --run 12                         what has changed since run 12

Nothing is written, and no lock is taken.`,
    "zh-CN": `示例：
  $ kefu kb diff                                  下次导入会改动什么
  $ kefu kb diff faq/bank.xlsx --stat             一个文件里有多少改动
  $ kefu kb diff -o changes.html                  生成网页，发给业务人员核对
  $ kefu kb diff --exit-code --stat               在 CI 中：索引落后于知识源时返回 1
  $ kefu kb diff --run 12                         第 12 次运行以来的改动

不写入任何内容，也不占用锁。`,
    "zh-TW": `範例：
  $ kefu kb diff                                  下次匯入會變更什麼
  $ kefu kb diff faq/bank.xlsx --stat             一個檔案裡有多少變更
  $ kefu kb diff -o changes.html                  產生網頁，寄給業務人員核對
  $ kefu kb diff --exit-code --stat               在 CI 中：索引落後於知識來源時傳回 1
  $ kefu kb diff --run 12                         第 12 次執行以來的變更

不寫入任何內容，也不佔用鎖定。`,
  },
  "kb.diff.title": { en: "Changes to the knowledge base", "zh-CN": "知识库改动", "zh-TW": "知識庫變更" },
  "kb.diff.since": {
    en: "changes since run {run}",
    "zh-CN": "第 {run} 次运行以来的改动",
    "zh-TW": "第 {run} 次執行以來的變更",
  },
  "kb.diff.nothing": { en: "nothing would change", "zh-CN": "没有改动", "zh-TW": "沒有變更" },
  "kb.diff.unchanged-since": { en: "nothing has changed since", "zh-CN": "此后没有改动", "zh-TW": "此後沒有變更" },
  "kb.diff.more": {
    en: "shown: {shown} of {total} (all of them in the JSON)",
    "zh-CN": "已显示 {shown} 条，共 {total} 条（JSON 中为全部）",
    "zh-TW": "已顯示 {shown} 筆，共 {total} 筆（JSON 中為全部）",
  },
  "kb.diff.run-or-sources": {
    en: "--run compares the whole knowledge base as it is: leave the sources out, and the options that say how to read them",
    "zh-CN": "--run 比较的是现有的整个知识库：请不要再指定知识源，也不要用与读取知识源有关的选项",
    "zh-TW": "--run 比較的是現有的整個知識庫：請不要再指定知識來源，也不要用與讀取知識來源有關的選項",
  },
  "kb.diff.field.category": { en: "category", "zh-CN": "类目", "zh-TW": "類目" },
  "kb.diff.field.question": { en: "question", "zh-CN": "标准问", "zh-TW": "標準問" },
  "kb.diff.field.similar": { en: "similar", "zh-CN": "相似问", "zh-TW": "相似問" },
  "kb.diff.field.answer": { en: "answer", "zh-CN": "答案", "zh-TW": "答案" },
  "kb.diff.field.related": { en: "related", "zh-CN": "关联问", "zh-TW": "關聯問" },
  "kb.diff.field.negative": { en: "negative keyword", "zh-CN": "否定关键词", "zh-TW": "否定關鍵詞" },
  "kb.diff.field.from": { en: "effective from", "zh-CN": "生效时间", "zh-TW": "生效時間" },
  "kb.diff.field.until": { en: "effective until", "zh-CN": "失效时间", "zh-TW": "失效時間" },
  "kb.diff.field.status": { en: "status", "zh-CN": "状态", "zh-TW": "狀態" },
  "kb.diff.field.tag": { en: "tag", "zh-CN": "标签", "zh-TW": "標籤" },
} as const satisfies Record<string, Message>;
