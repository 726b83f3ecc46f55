import type { Message } from "../locale.js";

/** Runs: their history, going back to one, taking sources out. */
export const kbRunMessages = {
  "kb.history.description": {
    en: "List the runs that changed the knowledge base",
    "zh-CN": "列出改动过知识库的各次运行",
    "zh-TW": "列出改動過知識庫的各次執行",
  },
  "kb.history.option.limit": {
    en: "show at most this many runs",
    "zh-CN": "最多显示多少次运行",
    "zh-TW": "最多顯示多少次執行",
  },
  "kb.history.examples": {
    en: `Examples:
  $ kefu kb history
  $ kefu kb history --limit 5 --json

Each run stands for a state that \`kefu kb restore RUN\` goes back to; kb.history in kefu.yaml says how many are kept.`,
    "zh-CN": `示例：
  $ kefu kb history
  $ kefu kb history --limit 5 --json

每次运行都对应一个可用 \`kefu kb restore 编号\` 恢复的状态；保留多少次由 kefu.yaml 的 kb.history 决定。`,
    "zh-TW": `範例：
  $ kefu kb history
  $ kefu kb history --limit 5 --json

每次執行都對應一個可用 \`kefu kb restore 編號\` 還原的狀態；保留多少次由 kefu.yaml 的 kb.history 決定。`,
  },
  "kb.history.none": {
    en: "no run has changed the knowledge base yet; run `kefu kb ingest`",
    "zh-CN": "还没有任何运行改动过知识库；请先运行 `kefu kb ingest`",
    "zh-TW": "還沒有任何執行改動過知識庫；請先執行 `kefu kb ingest`",
  },
  "kb.history.kept": {
    en: "earlier states kept: {runs} runs, {versions} former versions of entries, {size} MB",
    "zh-CN": "保留的历史：{runs} 次运行，{versions} 个知识点旧版本，{size} MB",
    "zh-TW": "保留的歷史：{runs} 次執行，{versions} 個知識點舊版本，{size} MB",
  },
  "kb.history.column.run": { en: "run", "zh-CN": "编号", "zh-TW": "編號" },
  "kb.history.column.at": { en: "when", "zh-CN": "时间", "zh-TW": "時間" },
  "kb.history.column.what": { en: "what", "zh-CN": "内容", "zh-TW": "內容" },
  "kb.history.column.sources": { en: "sources touched", "zh-CN": "涉及来源", "zh-TW": "涉及來源" },
  "kb.history.kind.ingest": { en: "ingest", "zh-CN": "导入", "zh-TW": "匯入" },
  "kb.history.kind.restore": { en: "restore of {run}", "zh-CN": "恢复到 {run}", "zh-TW": "還原到 {run}" },
  "kb.history.kind.remove": { en: "remove", "zh-CN": "移除", "zh-TW": "移除" },
  "kb.restore.description": {
    en: "Go back to what the knowledge base was after an earlier run",
    "zh-CN": "把知识库恢复到某次运行之后的状态",
    "zh-TW": "把知識庫還原到某次執行之後的狀態",
  },
  "kb.restore.argument.run": {
    en: "number of the run, as `kefu kb history` lists it",
    "zh-CN": "运行编号，见 `kefu kb history`",
    "zh-TW": "執行編號，見 `kefu kb history`",
  },
  "kb.restore.examples": {
    en: `Examples:
  $ kefu kb history
  $ kefu kb restore 12 --dry-run
  $ kefu kb restore 12

A restore is a run of its own, so it can be taken back. The files of the sources stay as they are.`,
    "zh-CN": `示例：
  $ kefu kb history
  $ kefu kb restore 12 --dry-run
  $ kefu kb restore 12

恢复本身也是一次运行，因此可以再恢复回去。源文件不会改动。`,
    "zh-TW": `範例：
  $ kefu kb history
  $ kefu kb restore 12 --dry-run
  $ kefu kb restore 12

還原本身也是一次執行，因此可以再還原回去。來源檔案不會改動。`,
  },
  "kb.restore.unknown": {
    en: "there is no run {run} to go back to; the history reaches from {first} to {last}",
    "zh-CN": "没有可恢复的运行 {run}；历史记录从 {first} 到 {last}",
    "zh-TW": "沒有可還原的執行 {run}；歷史記錄從 {first} 到 {last}",
  },
  "kb.restore.no-runs": {
    en: "there is no run {run} to go back to: the history is empty",
    "zh-CN": "没有可恢复的运行 {run}：历史记录为空",
    "zh-TW": "沒有可還原的執行 {run}：歷史記錄為空",
  },
  "kb.restore.unknown-hint": {
    en: "`kefu kb history` lists the runs; kb.history in kefu.yaml says how many are kept",
    "zh-CN": "`kefu kb history` 列出各次运行；保留多少次由 kefu.yaml 的 kb.history 决定",
    "zh-TW": "`kefu kb history` 列出各次執行；保留多少次由 kefu.yaml 的 kb.history 決定",
  },
  "kb.restore.done": {
    en: "went back to run {of}; this is run {generation} ({seconds} s)",
    "zh-CN": "已恢复到运行 {of}；本次运行编号 {generation}（{seconds} 秒）",
    "zh-TW": "已還原到執行 {of}；本次執行編號 {generation}（{seconds} 秒）",
  },
  "kb.restore.already": {
    en: "the knowledge base is as run {of} left it; nothing to do",
    "zh-CN": "知识库就是运行 {of} 之后的状态，无需恢复",
    "zh-TW": "知識庫就是執行 {of} 之後的狀態，無需還原",
  },
  "kb.restore.sources-stay": {
    en: "the files of the sources are as they were: the next `kefu kb ingest` compares them again and takes up what differs; bring the files back as well, or leave them out of kb.sources",
    "zh-CN":
      "源文件没有改动：下一次 `kefu kb ingest` 会重新比较并采用文件里不同的内容；请把文件也恢复，或从 kb.sources 中去掉",
    "zh-TW":
      "來源檔案沒有改動：下一次 `kefu kb ingest` 會重新比較並採用檔案裡不同的內容；請把檔案也還原，或從 kb.sources 中去掉",
  },
  "kb.restore.ingested-again": {
    en: "the last run had gone back to an earlier state; the sources have now been taken up as they stand on disk",
    "zh-CN": "上一次运行是恢复历史状态；现在已按磁盘上的源文件重新导入",
    "zh-TW": "上一次執行是還原歷史狀態；現在已依磁碟上的來源檔案重新匯入",
  },
  "kb.remove.description": {
    en: "Take sources out: their entries are served no longer",
    "zh-CN": "移除知识源：其中的知识点不再使用",
    "zh-TW": "移除知識來源：其中的知識點不再使用",
  },
  "kb.remove.argument.sources": {
    en: "files, folders, archives, addresses or patterns of sources that have been ingested",
    "zh-CN": "已导入的文件、文件夹、压缩包、网址或通配符",
    "zh-TW": "已匯入的檔案、資料夾、壓縮檔、網址或萬用字元",
  },
  "kb.remove.examples": {
    en: `Examples:
  $ kefu kb remove faq/old.xlsx
  $ kefu kb remove "faq/2023-*.csv" --dry-run

The files themselves stay. \`kefu kb restore\` brings the entries back.`,
    "zh-CN": `示例：
  $ kefu kb remove faq/old.xlsx
  $ kefu kb remove "faq/2023-*.csv" --dry-run

源文件本身不会删除。\`kefu kb restore\` 可以恢复这些知识点。`,
    "zh-TW": `範例：
  $ kefu kb remove faq/old.xlsx
  $ kefu kb remove "faq/2023-*.csv" --dry-run

來源檔案本身不會刪除。\`kefu kb restore\` 可以還原這些知識點。`,
  },
  "kb.remove.unknown": {
    en: "no source that has been ingested fits “{source}”",
    "zh-CN": "已导入的知识源中没有“{source}”",
    "zh-TW": "已匯入的知識來源中沒有「{source}」",
  },
  "kb.remove.unknown-hint": {
    en: "known sources: {sources}",
    "zh-CN": "已知的知识源：{sources}",
    "zh-TW": "已知的知識來源：{sources}",
  },
  "kb.remove.done": {
    en: "sources removed: {sources}, entries removed: {removed}, left: {total}; this is run {generation}",
    "zh-CN": "移除的来源：{sources}，移除的知识点：{removed}，剩余：{total}；本次运行编号 {generation}",
    "zh-TW": "移除的來源：{sources}，移除的知識點：{removed}，剩餘：{total}；本次執行編號 {generation}",
  },
  "kb.remove.dry-run": {
    en: "sources that would be removed: {sources}, entries: {removed}, left: {total}; nothing was written",
    "zh-CN": "将移除的来源：{sources}，知识点：{removed}，剩余：{total}；没有写入任何内容",
    "zh-TW": "將移除的來源：{sources}，知識點：{removed}，剩餘：{total}；沒有寫入任何內容",
  },
  "kb.remove.listed": {
    en: "kefu.yaml still lists this source, and the next `kefu kb ingest` brings it back: take it out of kb.sources, or delete or move the file",
    "zh-CN": "kefu.yaml 仍列有此来源，下一次 `kefu kb ingest` 会再次导入：请从 kb.sources 中去掉，或删除、移走文件",
    "zh-TW": "kefu.yaml 仍列有此來源，下一次 `kefu kb ingest` 會再次匯入：請從 kb.sources 中去掉，或刪除、移走檔案",
  },
  "kb.remove.listed-many": {
    en: "kefu.yaml still lists {count} of these sources ({names}), and the next `kefu kb ingest` brings them back: take them out of kb.sources, or delete or move the files",
    "zh-CN":
      "kefu.yaml 仍列有其中 {count} 个来源（{names}），下一次 `kefu kb ingest` 会再次导入：请从 kb.sources 中去掉，或删除、移走文件",
    "zh-TW":
      "kefu.yaml 仍列有其中 {count} 個來源（{names}），下一次 `kefu kb ingest` 會再次匯入：請從 kb.sources 中去掉，或刪除、移走檔案",
  },
  "kb.remove.crawled-many": {
    en: "the crawl that found {count} of these pages ({names}) goes on, and the next `kefu kb ingest --online` finds them again: remove the crawl, or leave the pages out with kb.mappings (skip: true)",
    "zh-CN":
      "找到其中 {count} 个页面（{names}）的爬取仍会继续，下一次 `kefu kb ingest --online` 会再次找到它们：请移除整个爬取，或在 kb.mappings 中写 skip: true 略过这些页面",
    "zh-TW":
      "找到其中 {count} 個頁面（{names}）的爬取仍會繼續，下一次 `kefu kb ingest --online` 會再次找到它們：請移除整個爬取，或在 kb.mappings 中寫 skip: true 略過這些頁面",
  },
  "kb.remove.crawled": {
    en: "the crawl that found this page goes on, and the next `kefu kb ingest --online` finds it again: remove the crawl, or leave the page out with kb.mappings (skip: true)",
    "zh-CN":
      "找到此页面的爬取仍会继续，下一次 `kefu kb ingest --online` 会再次找到它：请移除整个爬取，或在 kb.mappings 中写 skip: true 略过此页面",
    "zh-TW":
      "找到此頁面的爬取仍會繼續，下一次 `kefu kb ingest --online` 會再次找到它：請移除整個爬取，或在 kb.mappings 中寫 skip: true 略過此頁面",
  },
  "kb.run.option.dry-run": {
    en: "show what would change and write nothing",
    "zh-CN": "只显示将有的变化，不写入",
    "zh-TW": "只顯示將有的變化，不寫入",
  },
  "kb.run.option.wait": {
    en: "wait for another process that holds the workspace, at most this many seconds (60 when none are given)",
    "zh-CN": "工作区被其他进程占用时等待，最多多少秒（不写秒数则为 60）",
    "zh-TW": "工作區被其他程序占用時等待，最多多少秒（不寫秒數則為 60）",
  },
  "kb.run.option.workers": {
    en: "threads to use beside the main one; 0 for none (default: one fewer than there are cores, at most 3)",
    "zh-CN": "主线程以外使用的线程数；0 表示不用（默认：核数减一，最多 3）",
    "zh-TW": "主執行緒以外使用的執行緒數；0 表示不用（預設：核心數減一，最多 3）",
  },
} as const satisfies Record<string, Message>;
