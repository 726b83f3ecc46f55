import type { Message } from "../locale.js";

/** What `kefu kb ingest` says. */
export const kbIngestMessages = {
  "kb.ingest.other-file": {
    en: "left out: this kind of file cannot be read",
    "zh-CN": "略过：不支持这种文件",
    "zh-TW": "略過：不支援這種檔案",
  },
  "kb.ingest.no-match": {
    en: "nothing matches {pattern}",
    "zh-CN": "没有文件匹配 {pattern}",
    "zh-TW": "沒有檔案符合 {pattern}",
  },
  "kb.ingest.no-match-hint": {
    en: "check the path; in a pattern * stands for part of a name, ** for any folders",
    "zh-CN": "请检查路径；通配符 * 代表名称的一部分，** 代表任意层文件夹",
    "zh-TW": "請檢查路徑；萬用字元 * 代表名稱的一部分，** 代表任意層資料夾",
  },
  "kb.ingest.no-sources": {
    en: "no FAQ files found",
    "zh-CN": "没有找到任何知识文件",
    "zh-TW": "沒有找到任何知識檔案",
  },
  "kb.ingest.no-sources-hint": {
    en: "put .xlsx, .csv, .md or .json files into the folders that kb.sources in kefu.yaml names, or name a file: kefu kb ingest FILE",
    "zh-CN":
      "请把 .xlsx、.csv、.md 或 .json 文件放进 kefu.yaml 的 kb.sources 所列文件夹，或直接指定文件：kefu kb ingest 文件",
    "zh-TW":
      "請把 .xlsx、.csv、.md 或 .json 檔案放進 kefu.yaml 的 kb.sources 所列資料夾，或直接指定檔案：kefu kb ingest 檔案",
  },
  "kb.ingest.no-folder": {
    en: "kb.sources of kefu.yaml lists this folder, but it does not exist",
    "zh-CN": "kefu.yaml 的 kb.sources 列出了此文件夹，但它不存在",
    "zh-TW": "kefu.yaml 的 kb.sources 列出了此資料夾，但它不存在",
  },
  "kb.ingest.vanished": {
    en: "this source is gone; its entries are taken out",
    "zh-CN": "知识源已不存在，其知识点将被移除",
    "zh-TW": "知識來源已不存在，其知識點將被移除",
  },
  "kb.ingest.same-id": {
    en: "the id {id} is taken already, at {first}",
    "zh-CN": "知识ID {id} 重复，已用于 {first}",
    "zh-TW": "知識ID {id} 重複，已用於 {first}",
  },
  "kb.ingest.same-id-hint": {
    en: "the same knowledge stands in two sources; to put this file in place of the other, take that one out first (kefu kb remove SOURCE, and out of kb.sources in kefu.yaml), then ingest this one again",
    "zh-CN":
      "同样的知识出现在两个来源中；要用此文件替换另一个，请先移除那个来源（kefu kb remove 来源，并从 kefu.yaml 的 kb.sources 中去掉），再导入此文件",
    "zh-TW":
      "同樣的知識出現在兩個來源中；要用這個檔案取代另一個，請先移除那個來源（kefu kb remove 來源，並從 kefu.yaml 的 kb.sources 中去掉），再匯入這個檔案",
  },
  "kb.ingest.failed": {
    en: "nothing was changed; errors to mend first: {errors}",
    "zh-CN": "未做任何改动；请先修正错误，数量：{errors}",
    "zh-TW": "未做任何變更；請先修正錯誤，數量：{errors}",
  },
  "kb.ingest.strict": {
    en: "nothing was changed; --strict does not let warnings pass: {warnings}",
    "zh-CN": "未做任何改动；--strict 不允许有警告，数量：{warnings}",
    "zh-TW": "未做任何變更；--strict 不允許有警告，數量：{warnings}",
  },
  "kb.ingest.store-damaged": {
    en: "the store {path} is damaged",
    "zh-CN": "数据文件 {path} 已损坏",
    "zh-TW": "資料檔案 {path} 已損毀",
  },
  "kb.ingest.store-damaged-hint": {
    en: "it can be made anew: delete the file {path} and run kefu kb ingest again. Lost with it are the history of runs and the sources that only command lines named: name those again",
    "zh-CN":
      "可以重建：删除文件 {path}，再运行 kefu kb ingest。运行历史以及只在命令行指定过的知识源会随之丢失：后者请重新指定",
    "zh-TW":
      "可以重建：刪除檔案 {path}，再執行 kefu kb ingest。執行歷史以及只在命令列指定過的知識來源會隨之遺失：後者請重新指定",
  },
  "kb.ingest.description": {
    en: "Read FAQ files into the index",
    "zh-CN": "把常见问题文件导入索引",
    "zh-TW": "把常見問題檔案匯入索引",
  },
  "kb.ingest.argument.sources": {
    en: "files, folders, patterns, zip archives and web addresses (default: kb.sources of kefu.yaml, and what was named before)",
    "zh-CN": "文件、文件夹、通配符、zip 压缩包或网址（默认：kefu.yaml 的 kb.sources，以及以前指定过的）",
    "zh-TW": "檔案、資料夾、萬用字元、zip 壓縮檔或網址（預設：kefu.yaml 的 kb.sources，以及先前指定過的）",
  },
  "kb.ingest.option.map": {
    en: "which column is what, by name, letter or number: question=B,answer=C,id=A",
    "zh-CN": "指定各列的含义，可用列名、列字母或序号：question=B,answer=C,id=A",
    "zh-TW": "指定各欄的含義，可用欄名、欄字母或序號：question=B,answer=C,id=A",
  },
  "kb.ingest.option.id-field": {
    en: "column or key that holds the id",
    "zh-CN": "存放知识ID的列名或键名",
    "zh-TW": "存放知識ID的欄名或鍵名",
  },
  "kb.ingest.option.dry-run": {
    en: "show what would be done and change nothing",
    "zh-CN": "只显示将要做的改动，不写入",
    "zh-TW": "只顯示將要做的變更，不寫入",
  },
  "kb.ingest.option.strict": {
    en: "treat warnings as errors",
    "zh-CN": "有警告即视为失败",
    "zh-TW": "有警告即視為失敗",
  },
  "kb.ingest.option.compact": {
    en: "merge the index into one segment",
    "zh-CN": "把索引合并为一个分段",
    "zh-TW": "把索引合併為一個分段",
  },
  "kb.ingest.examples": {
    en: `Examples:
  $ kefu kb ingest                                    all sources that kefu.yaml lists
  $ kefu kb ingest faq/bank.xlsx --dry-run            what this file would change
  $ kefu kb ingest old.csv --map question=B,answer=C  a table with other column names
  $ kefu kb ingest "archive/**/*.csv" --strict        fail on any warning
  $ kefu kb ingest -o report.html                     a report to read or send on
  $ kefu kb ingest --watch                            again whenever a file changes
  $ kefu kb ingest faq.zip                            every member is a source of its own
  $ kefu kb ingest https://example.com/help/ --crawl  a help centre: this page and those it links to
  $ kefu kb ingest --online                           web pages among the sources are fetched again, too

Without sources, known files that are gone are taken out with their entries.
A named source is read by itself, touches no other, and is known from then on.`,
    "zh-CN": `示例：
  $ kefu kb ingest                                    导入 kefu.yaml 列出的全部知识源
  $ kefu kb ingest faq/bank.xlsx --dry-run            看看这个文件会带来哪些改动
  $ kefu kb ingest old.csv --map question=B,answer=C  列名不常见的表格
  $ kefu kb ingest "archive/**/*.csv" --strict        有任何警告即失败
  $ kefu kb ingest -o report.html                     生成可阅读、可转发的报告
  $ kefu kb ingest --watch                            文件一有改动就重新导入
  $ kefu kb ingest faq.zip                            压缩包中的每个文件各为一个知识源
  $ kefu kb ingest https://example.com/help/ --crawl  帮助中心：此页面及其链接的页面
  $ kefu kb ingest --online                           同时重新抓取知识源中的网页

不指定知识源时，已不存在的文件连同其知识点一起移除。
指定知识源时只处理它，不影响其他，并从此记住它。`,
    "zh-TW": `範例：
  $ kefu kb ingest                                    匯入 kefu.yaml 列出的全部知識來源
  $ kefu kb ingest faq/bank.xlsx --dry-run            看看這個檔案會帶來哪些變更
  $ kefu kb ingest old.csv --map question=B,answer=C  欄名不常見的試算表
  $ kefu kb ingest "archive/**/*.csv" --strict        有任何警告即失敗
  $ kefu kb ingest -o report.html                     產生可閱讀、可轉寄的報告
  $ kefu kb ingest --watch                            檔案一有變更就重新匯入
  $ kefu kb ingest faq.zip                            壓縮檔中的每個檔案各為一個知識來源
  $ kefu kb ingest https://example.com/help/ --crawl  說明中心：這個頁面及其連結的頁面
  $ kefu kb ingest --online                           同時重新擷取知識來源中的網頁

不指定知識來源時，已不存在的檔案連同其知識點一起移除。
指定知識來源時只處理它，不影響其他，並從此記住它。`,
  },
  "kb.ingest.bad-map": {
    en: "--map takes field=column pairs, such as question=B,answer=C; this is none: {text}",
    "zh-CN": "--map 的写法是 字段=列，例如 question=B,answer=C；无法识别：{text}",
    "zh-TW": "--map 的寫法是 欄位=欄，例如 question=B,answer=C；無法辨識：{text}",
  },
  "kb.ingest.bad-field": {
    en: "there is no field {field} (fields: {known})",
    "zh-CN": "没有字段 {field}（可用：{known}）",
    "zh-TW": "沒有欄位 {field}（可用：{known}）",
  },
  "kb.ingest.phase.read": { en: "Reading sources", "zh-CN": "读取知识源", "zh-TW": "讀取知識來源" },
  "kb.ingest.phase.index": { en: "Indexing", "zh-CN": "建立索引", "zh-TW": "建立索引" },
  "kb.ingest.phase.write": { en: "Writing", "zh-CN": "写入", "zh-TW": "寫入" },
  "kb.ingest.column.added": { en: "added", "zh-CN": "新增", "zh-TW": "新增" },
  "kb.ingest.column.changed": { en: "changed", "zh-CN": "修改", "zh-TW": "修改" },
  "kb.ingest.column.removed": { en: "removed", "zh-CN": "移除", "zh-TW": "移除" },
  "kb.ingest.column.unchanged": { en: "unchanged", "zh-CN": "未变", "zh-TW": "未變" },
  "kb.ingest.column.total": { en: "in all", "zh-CN": "合计", "zh-TW": "合計" },
  "kb.ingest.sources": {
    en: "sources read: {read}, unchanged and skipped: {skipped}, removed: {removed}; rows left out: {rows}",
    "zh-CN": "知识源：读取 {read}，未变而跳过 {skipped}，移除 {removed}；略过的行：{rows}",
    "zh-TW": "知識來源：讀取 {read}，未變而跳過 {skipped}，移除 {removed}；略過的列：{rows}",
  },
  "kb.ingest.more-issues.warning": {
    en: "… and warnings of the same kinds: {count} (all of them with --json, or in a report: -o report.html)",
    "zh-CN": "……另有同类警告 {count} 条（用 --json 或报告 -o report.html 查看全部）",
    "zh-TW": "……另有同類警告 {count} 則（用 --json 或報告 -o report.html 檢視全部）",
  },
  "kb.ingest.more-issues.info": {
    en: "… and notes of the same kinds: {count} (all of them with --json, or in a report: -o report.html)",
    "zh-CN": "……另有同类提示 {count} 条（用 --json 或报告 -o report.html 查看全部）",
    "zh-TW": "……另有同類提示 {count} 則（用 --json 或報告 -o report.html 檢視全部）",
  },
  "kb.ingest.problems": {
    en: "warnings: {warnings}, errors: {errors}",
    "zh-CN": "警告：{warnings}，错误：{errors}",
    "zh-TW": "警告：{warnings}，錯誤：{errors}",
  },
  "kb.ingest.dry-run": {
    en: "dry run: nothing was written",
    "zh-CN": "试运行：没有写入任何内容",
    "zh-TW": "試執行：沒有寫入任何內容",
  },
  "kb.ingest.nothing-changed": {
    en: "nothing has changed",
    "zh-CN": "没有变化",
    "zh-TW": "沒有變化",
  },
  "kb.ingest.field-twice": {
    en: "the field {field} is given twice: name one column for it",
    "zh-CN": "字段 {field} 指定了两次：每个字段只能对应一列",
    "zh-TW": "欄位 {field} 指定了兩次：每個欄位只能對應一欄",
  },
  "kb.ingest.column-twice": {
    en: "the column {column} is given for two fields: name another one for one of them",
    "zh-CN": "列 {column} 指定给了两个字段：请为其中一个另选一列",
    "zh-TW": "欄 {column} 指定給了兩個欄位：請為其中一個另選一欄",
  },
  "kb.ingest.rebuilt": {
    en: "index rebuilt",
    "zh-CN": "已重新生成索引",
    "zh-TW": "已重新產生索引",
  },
  "kb.ingest.done": {
    en: "index generation {generation}, {size} MB, {seconds} s",
    "zh-CN": "索引第 {generation} 代，{size} MB，用时 {seconds} 秒",
    "zh-TW": "索引第 {generation} 代，{size} MB，耗時 {seconds} 秒",
  },
} as const satisfies Record<string, Message>;
