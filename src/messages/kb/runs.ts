import type { Message } from "../locale.js";

/** Messages about runs: their history, going back, taking sources out. */
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
  "kb.mapping.hint": {
    en: `write into kefu.yaml which column is what:
{snippet}
or say it on the command line: kefu kb ingest "{file}" --map "{map}"
A file that holds no FAQ is left out with "skip: true" in place of "columns:".`,
    "zh-CN": `请在 kefu.yaml 中写明各列的含义：
{snippet}
或在命令行指定：kefu kb ingest "{file}" --map "{map}"
不含问答的文件：把 columns 换成 skip: true，即不再读取。`,
    "zh-TW": `請在 kefu.yaml 中寫明各欄的含義：
{snippet}
或在命令列指定：kefu kb ingest "{file}" --map "{map}"
不含問答的檔案：把 columns 換成 skip: true，即不再讀取。`,
  },
  "kb.mapping.left-out": {
    en: "left out, as kb.mappings of kefu.yaml says",
    "zh-CN": "按 kefu.yaml 的 kb.mappings 略过",
    "zh-TW": "依 kefu.yaml 的 kb.mappings 略過",
  },
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
  "kb.report.title": { en: "Ingest report", "zh-CN": "导入报告", "zh-TW": "匯入報告" },
  "kb.report.at": { en: "time", "zh-CN": "时间", "zh-TW": "時間" },
  "kb.report.command": { en: "command", "zh-CN": "命令", "zh-TW": "指令" },
  "kb.report.version": { en: "program", "zh-CN": "程序", "zh-TW": "程式" },
  "kb.report.changes": { en: "Entries", "zh-CN": "知识点改动", "zh-TW": "知識點變更" },
  "kb.report.errors": { en: "Errors", "zh-CN": "错误", "zh-TW": "錯誤" },
  "kb.report.warnings": { en: "Warnings", "zh-CN": "警告", "zh-TW": "警告" },
  "kb.report.infos": { en: "Notes", "zh-CN": "提示", "zh-TW": "提示" },
  "kb.report.issues": { en: "issues", "zh-CN": "问题清单", "zh-TW": "問題清單" },
  "kb.report.sources": { en: "Sources", "zh-CN": "知识源", "zh-TW": "知識來源" },
  "kb.report.source": { en: "source", "zh-CN": "知识源", "zh-TW": "知識來源" },
  "kb.report.what": { en: "what", "zh-CN": "处理", "zh-TW": "處理" },
  "kb.report.seconds": { en: "s", "zh-CN": "秒", "zh-TW": "秒" },
  "kb.report.state.read": { en: "read", "zh-CN": "已读取", "zh-TW": "已讀取" },
  "kb.report.state.unchanged": { en: "unchanged", "zh-CN": "未变", "zh-TW": "未變" },
  "kb.report.state.removed": { en: "removed", "zh-CN": "已移除", "zh-TW": "已移除" },
  "kb.report.state.failed": { en: "failed", "zh-CN": "失败", "zh-TW": "失敗" },
  "kb.report.note.written": {
    en: "Done; the knowledge base now holds {total} entries.",
    "zh-CN": "已完成；知识库现有知识点 {total} 条。",
    "zh-TW": "已完成；知識庫現有知識點 {total} 筆。",
  },
  "kb.report.note.unchanged": {
    en: "Nothing has changed; the knowledge base holds {total} entries.",
    "zh-CN": "没有变化；知识库现有知识点 {total} 条。",
    "zh-TW": "沒有變化；知識庫現有知識點 {total} 筆。",
  },
  "kb.report.note.planned": {
    en: "Nothing was written; this is what an ingest would do. Afterwards there would be {total} entries.",
    "zh-CN": "没有写入；以下是导入将做的改动。导入后知识点共 {total} 条。",
    "zh-TW": "沒有寫入；以下是匯入將做的變更。匯入後知識點共 {total} 筆。",
  },
  "kb.report.note.failed": {
    en: "Failed; nothing was changed, and the last good state is still served.",
    "zh-CN": "失败；未做任何改动，仍使用上一次的正常状态。",
    "zh-TW": "失敗；未做任何變更，仍使用上一次的正常狀態。",
  },
  "kb.report.count.entries": { en: "entries", "zh-CN": "知识点", "zh-TW": "知識點" },
  "kb.report.count.added": { en: "added", "zh-CN": "新增", "zh-TW": "新增" },
  "kb.report.count.changed": { en: "changed", "zh-CN": "修改", "zh-TW": "修改" },
  "kb.report.count.removed": { en: "removed", "zh-CN": "移除", "zh-TW": "移除" },
  "kb.report.count.unchanged": { en: "unchanged", "zh-CN": "未变", "zh-TW": "未變" },
  "kb.report.count.skipped": { en: "left out", "zh-CN": "略过", "zh-TW": "略過" },
  "kb.report.count.warnings": { en: "warnings", "zh-CN": "警告", "zh-TW": "警告" },
  "kb.report.count.errors": { en: "errors", "zh-CN": "错误", "zh-TW": "錯誤" },
  "kb.report.column.severity": { en: "severity", "zh-CN": "级别", "zh-TW": "等級" },
  "kb.report.column.file": { en: "file", "zh-CN": "文件", "zh-TW": "檔案" },
  "kb.report.column.sheet": { en: "sheet", "zh-CN": "工作表", "zh-TW": "工作表" },
  "kb.report.column.row": { en: "row", "zh-CN": "行", "zh-TW": "列" },
  "kb.report.column.message": { en: "message", "zh-CN": "说明", "zh-TW": "說明" },
  "kb.report.column.code": { en: "rule", "zh-CN": "规则", "zh-TW": "規則" },
  "kb.mapping.bad-config": {
    en: "{file} cannot be changed safely: write the mapping into it by hand",
    "zh-CN": "无法安全地修改 {file}：请手工写入列的对应关系",
    "zh-TW": "無法安全地修改 {file}：請手動寫入欄的對應關係",
  },
  "kb.mapping.overridden": {
    en: "the mapping stands in kefu.yaml now, but kefu.local.yaml or the environment has another kb.mappings: write it there",
    "zh-CN": "已写入 kefu.yaml，但 kefu.local.yaml 或环境变量另设了 kb.mappings：请写到那里",
    "zh-TW": "已寫入 kefu.yaml，但 kefu.local.yaml 或環境變數另設了 kb.mappings：請寫到那裡",
  },
  "kb.mapping.unknown": {
    en: "{file}: cannot tell which column holds the questions and which the answers",
    "zh-CN": "{file}：无法判断哪一列是问题、哪一列是答案",
    "zh-TW": "{file}：無法判斷哪一欄是問題、哪一欄是答案",
  },
  "kb.mapping.guessed": {
    en: "{file}: the column names are not known; guessed by content: {columns}",
    "zh-CN": "{file}：列名无法识别，按内容猜测：{columns}",
    "zh-TW": "{file}：欄名無法辨識，依內容猜測：{columns}",
  },
  "kb.mapping.ask.what": { en: "What now?", "zh-CN": "如何处理？", "zh-TW": "如何處理？" },
  "kb.mapping.choice.accept": {
    en: "that is right: write it into kefu.yaml",
    "zh-CN": "猜得对：写入 kefu.yaml",
    "zh-TW": "猜得對：寫入 kefu.yaml",
  },
  "kb.mapping.choice.columns": { en: "choose the columns", "zh-CN": "选择各列", "zh-TW": "選擇各欄" },
  "kb.mapping.choice.skip": {
    en: "this file holds no FAQ: leave it out for good",
    "zh-CN": "此文件不含问答：以后不再读取",
    "zh-TW": "此檔案不含問答：以後不再讀取",
  },
  "kb.mapping.choice.later": { en: "not now", "zh-CN": "暂不处理", "zh-TW": "暫不處理" },
  "kb.mapping.ask.field": {
    en: "Which column holds: {field}?",
    "zh-CN": "哪一列是{field}？",
    "zh-TW": "哪一欄是{field}？",
  },
  "kb.mapping.ask.more": {
    en: "Say which columns hold similar questions, category, id, status or tags?",
    "zh-CN": "还要指定相似问、类目、知识ID、状态、标签所在的列吗？",
    "zh-TW": "還要指定相似問、類目、知識ID、狀態、標籤所在的欄嗎？",
  },
  "kb.mapping.none": { en: "(none)", "zh-CN": "（无）", "zh-TW": "（無）" },
  "kb.mapping.field.question": { en: "question", "zh-CN": "标准问", "zh-TW": "標準問" },
  "kb.mapping.field.answer": { en: "answer", "zh-CN": "答案", "zh-TW": "答案" },
  "kb.mapping.field.similar": { en: "similar questions", "zh-CN": "相似问", "zh-TW": "相似問" },
  "kb.mapping.field.category": { en: "category", "zh-CN": "类目", "zh-TW": "類目" },
  "kb.mapping.field.id": { en: "id", "zh-CN": "知识ID", "zh-TW": "知識ID" },
  "kb.mapping.field.status": { en: "status", "zh-CN": "状态", "zh-TW": "狀態" },
  "kb.mapping.field.tags": { en: "tags", "zh-CN": "标签", "zh-TW": "標籤" },
  "kb.mapping.written": {
    en: "written into kefu.yaml (kb.mappings): {mapping}",
    "zh-CN": "已写入 kefu.yaml（kb.mappings）：{mapping}",
    "zh-TW": "已寫入 kefu.yaml（kb.mappings）：{mapping}",
  },
  "kb.watch.option": {
    en: "go on: ingest again whenever a source changes, until Ctrl-C (exit code 130)",
    "zh-CN": "持续监视：知识源一有改动就重新导入，按 Ctrl-C 结束（退出码 130）",
    "zh-TW": "持續監看：知識來源一有變更就重新匯入，按 Ctrl-C 結束（結束碼 130）",
  },
  "kb.watch.option.poll": {
    en: "with --watch: look every so many seconds (1 without a number) instead of being told; for network drives",
    "zh-CN": "与 --watch 同用：每隔几秒检查一次（不写则为 1），不依赖系统通知；用于网络磁盘",
    "zh-TW": "與 --watch 併用：每隔幾秒檢查一次（不寫則為 1），不依賴系統通知；用於網路磁碟",
  },
  "kb.watch.bad-poll": {
    en: "It takes seconds from 0.1 to 3600.",
    "zh-CN": "应为 0.1 到 3600 之间的秒数。",
    "zh-TW": "應為 0.1 到 3600 之間的秒數。",
  },
  "kb.watch.not-with": {
    en: "--watch does not go with {option}",
    "zh-CN": "--watch 不能与 {option} 同用",
    "zh-TW": "--watch 不能與 {option} 併用",
  },
  "kb.watch.poll-alone": {
    en: "--poll says how --watch looks for changes: add --watch, or leave --poll out",
    "zh-CN": "--poll 指定 --watch 检查改动的方式：请加上 --watch，或去掉 --poll",
    "zh-TW": "--poll 指定 --watch 檢查變更的方式：請加上 --watch，或去掉 --poll",
  },
  "kb.watch.started": {
    en: "watching {paths}; Ctrl-C ends it",
    "zh-CN": "正在监视 {paths}；按 Ctrl-C 结束",
    "zh-TW": "正在監看 {paths}；按 Ctrl-C 結束",
  },
  "kb.watch.gone": {
    en: "no longer there: {paths}; waiting for it to come back",
    "zh-CN": "{paths} 已不存在；等待其恢复",
    "zh-TW": "{paths} 已不存在；等待其恢復",
  },
  "kb.watch.back": {
    en: "back again: {paths}",
    "zh-CN": "{paths} 已恢复，继续监视",
    "zh-TW": "{paths} 已恢復，繼續監看",
  },
  "kb.watch.ended": { en: "watch ended", "zh-CN": "已停止监视", "zh-TW": "已停止監看" },
  "kb.watch.kept": {
    en: "the last good state stays in use; waiting for the next change",
    "zh-CN": "继续使用上一次的正常状态；等待下一次改动",
    "zh-TW": "繼續使用上一次的正常狀態；等待下一次變更",
  },
  "kb.watch.again": {
    en: "another process is at it; trying again soon",
    "zh-CN": "另一个进程正在运行，稍后重试",
    "zh-TW": "另一個處理程序正在執行，稍後重試",
  },
  "kb.watch.line": {
    en: "{time}  +{added} ~{changed} -{removed} ={unchanged}  warnings: {warnings}  {seconds} s  {files}",
    "zh-CN":
      "{time}  新增 {added} 修改 {changed} 移除 {removed} 未变 {unchanged}  警告 {warnings}  {seconds} 秒  {files}",
    "zh-TW":
      "{time}  新增 {added} 修改 {changed} 移除 {removed} 未變 {unchanged}  警告 {warnings}  {seconds} 秒  {files}",
  },
  "kb.watch.failed": {
    en: "changes can no longer be followed: {reason}",
    "zh-CN": "无法继续监视：{reason}",
    "zh-TW": "無法繼續監看：{reason}",
  },
  "kb.watch.failed-hint": {
    en: "try --poll, which asks less of the system",
    "zh-CN": "可改用 --poll，对系统要求较低",
    "zh-TW": "可改用 --poll，對系統要求較低",
  },
  "kb.report.option": {
    en: "write a report, also of a run that fails: .html, .md, .json, or the warnings and errors to .csv, .xlsx",
    "zh-CN": "写出报告，运行失败时也写：.html、.md、.json，或把警告和错误写入 .csv、.xlsx",
    "zh-TW": "寫出報告，執行失敗時也寫：.html、.md、.json，或把警告和錯誤寫入 .csv、.xlsx",
  },
} as const satisfies Record<string, Message>;
