import type { Message } from "./locale.js";

/** Messages of the room `kb`. */
export const kbMessages = {
  "kb.index.damaged": {
    en: "{path} is damaged or is not part of a kefu index",
    "zh-CN": "{path} 已损坏，或不是 kefu 的索引文件",
    "zh-TW": "{path} 已損壞，或不是 kefu 的索引檔案",
  },
  "kb.index.missing-segment": {
    en: "the index is incomplete, its file {path} is missing",
    "zh-CN": "索引不完整，缺少文件 {path}",
    "zh-TW": "索引不完整，缺少檔案 {path}",
  },
  "kb.index.other-embedder": {
    en: "the index was made with another encoder: {found}, now in use: {wanted}",
    "zh-CN": "索引是用另一个句向量模型生成的：{found}，当前使用：{wanted}",
    "zh-TW": "索引是用另一個句向量模型產生的：{found}，目前使用：{wanted}",
  },
  "kb.index.other-tokeniser": {
    en: "the index was made with another version of the tokeniser: {found}, now in use: {wanted}",
    "zh-CN": "索引是用另一版本的分词器生成的：{found}，当前使用：{wanted}",
    "zh-TW": "索引是用另一版本的斷詞器產生的：{found}，目前使用：{wanted}",
  },
  "kb.index.hint.ingest": {
    en: "run `kefu kb ingest`, which makes the index again",
    "zh-CN": "运行 `kefu kb ingest`，会重新生成索引",
    "zh-TW": "執行 `kefu kb ingest`，會重新產生索引",
  },
  "kb.format.zeros": {
    en: "NUL characters in this row were left out: check the texts",
    "zh-CN": "此行含有空字符（NUL），已去掉：请检查文字是否完整",
    "zh-TW": "此列含有空字元（NUL），已去掉：請檢查文字是否完整",
  },
  "kb.format.binary": {
    en: "this is not a text file",
    "zh-CN": "这不是文本文件",
    "zh-TW": "這不是文字檔案",
  },
  "kb.format.encoding": {
    en: "the text encoding is none of UTF-8, UTF-16, GB18030, Big5 (it looks like {guess})",
    "zh-CN": "文字编码不是 UTF-8、UTF-16、GB18030、Big5 中的任何一种（看起来像 {guess}）",
    "zh-TW": "文字編碼不是 UTF-8、UTF-16、GB18030、Big5 中的任何一種（看起來像 {guess}）",
  },
  "kb.format.encoding-hint": {
    en: "save the file as UTF-8 (in Excel: Save As → CSV UTF-8)",
    "zh-CN": "请把文件另存为 UTF-8（Excel：另存为 → CSV UTF-8）",
    "zh-TW": "請把檔案另存為 UTF-8（Excel：另存新檔 → CSV UTF-8）",
  },
  "kb.format.empty": {
    en: "the file is empty, or has a header only",
    "zh-CN": "文件是空的，或只有表头",
    "zh-TW": "檔案是空的，或只有標題列",
  },
  "kb.format.empty-file": {
    en: "the file holds nothing, or a header only; delete it, or leave it out with kb.mappings in kefu.yaml (skip: true)",
    "zh-CN": "文件为空，或只有表头；请删除，或在 kefu.yaml 的 kb.mappings 中写 skip: true 略过",
    "zh-TW": "檔案為空，或只有表頭；請刪除，或在 kefu.yaml 的 kb.mappings 中寫 skip: true 略過",
  },
  "kb.format.looks-like": {
    en: "{file} is named {named}, but looks like {kind}; rename it to {ending}",
    "zh-CN": "{file} 的扩展名是 {named}，内容却像 {kind}；请把扩展名改为 {ending}",
    "zh-TW": "{file} 的副檔名是 {named}，內容卻像 {kind}；請把副檔名改為 {ending}",
  },
  "kb.format.none-usable": {
    en: "no entry of this file could be used; rows left out: {skipped}",
    "zh-CN": "文件里没有一条可用的知识点；略过的行：{skipped}",
    "zh-TW": "檔案裡沒有一筆可用的知識點；略過的列：{skipped}",
  },
  "kb.format.no-entries": {
    en: "no questions found in this file; it adds nothing",
    "zh-CN": "文件里没有找到问题，不会加入任何内容",
    "zh-TW": "檔案裡沒有找到問題，不會加入任何內容",
  },
  "kb.format.csv-open-quote": {
    en: "the quotation mark that opens on this line is never closed",
    "zh-CN": "这一行开始的引号没有结束",
    "zh-TW": "這一行開始的引號沒有結束",
  },
  "kb.format.csv-stray-quote": {
    en: "a quotation mark stands where none may stand",
    "zh-CN": "引号出现在不该出现的位置",
    "zh-TW": "引號出現在不該出現的位置",
  },
  "kb.format.csv-quote-hint": {
    en: 'put a cell that holds quotation marks, commas or line breaks in "…", and write each mark inside it twice: "say ""agent"""',
    "zh-CN": '单元格里有引号、逗号或换行时，整格要用 "…" 括起来，里面的引号写两次："说""人工""即可"',
    "zh-TW": '儲存格裡有引號、逗號或換行時，整格要用 "…" 括起來，裡面的引號寫兩次："說""真人""即可"',
  },
  "kb.format.not-table": {
    en: "this is no spreadsheet: its content is {kind}",
    "zh-CN": "这不是表格文件：实际内容是 {kind}",
    "zh-TW": "這不是試算表檔案：實際內容是 {kind}",
  },
  "kb.format.not-table-hint": {
    en: "export the knowledge as .xlsx or .csv again, or take this file out of the sources",
    "zh-CN": "请重新导出为 .xlsx 或 .csv，或把这个文件移出知识源",
    "zh-TW": "請重新匯出為 .xlsx 或 .csv，或把這個檔案移出知識來源",
  },
  "kb.format.save-as-xlsx": {
    en: "open it in Excel or LibreOffice and save it as .xlsx",
    "zh-CN": "请用 Excel 或 WPS 打开，另存为 .xlsx",
    "zh-TW": "請用 Excel 或 LibreOffice 開啟，另存為 .xlsx",
  },
  "kb.format.remove-password": {
    en: "open it in Excel, remove the password (File → Info → Protect Workbook) and save it",
    "zh-CN": "请用 Excel 打开，取消密码（文件 → 信息 → 保护工作簿）后保存",
    "zh-TW": "請用 Excel 開啟，移除密碼（檔案 → 資訊 → 保護活頁簿）後儲存",
  },
  "kb.format.xlsx-damaged": {
    en: "the workbook is damaged: {reason}",
    "zh-CN": "工作簿已损坏（{reason}）",
    "zh-TW": "活頁簿已損毀（{reason}）",
  },
  "kb.format.xlsx-damaged-hint": {
    en: "open it in Excel, let it be repaired, and save it again",
    "zh-CN": "请用 Excel 打开并修复，然后重新保存",
    "zh-TW": "請用 Excel 開啟並修復，然後重新儲存",
  },
  "kb.format.cell-too-long": {
    en: "sheet {sheet}, row {row} ({first}): the cell in column {column} has {length} characters, a spreadsheet holds {most}",
    "zh-CN": "工作表 {sheet} 第 {row} 行（{first}）：“{column}”列的单元格有 {length} 个字符，表格最多容纳 {most} 个",
    "zh-TW":
      "工作表 {sheet} 第 {row} 列（{first}）：「{column}」欄的儲存格有 {length} 個字元，試算表最多容納 {most} 個",
  },
  "kb.format.unsupported": {
    en: "this kind of file cannot be read (known: {known})",
    "zh-CN": "无法读取这种文件（支持：{known}）",
    "zh-TW": "無法讀取這種檔案（支援：{known}）",
  },
  "kb.format.bad-json": {
    en: "this is no valid JSON: {reason}",
    "zh-CN": "JSON 格式有误（{reason}）",
    "zh-TW": "JSON 格式有誤（{reason}）",
  },
  "kb.format.bad-front-matter": {
    en: "the lines between --- are no valid YAML: {reason}",
    "zh-CN": "--- 之间的内容不是有效的 YAML（{reason}）",
    "zh-TW": "--- 之間的內容不是有效的 YAML（{reason}）",
  },
  "kb.format.unknown-columns": {
    en: "cannot tell which column holds the questions and which the answers; columns: {headers}",
    "zh-CN": "无法判断哪一列是问题、哪一列是答案；现有的列：{headers}",
    "zh-TW": "無法判斷哪一欄是問題、哪一欄是答案；現有的欄：{headers}",
  },
  "kb.format.no-such-column": {
    en: "there is no column “{name}”; columns: {headers}",
    "zh-CN": "没有“{name}”这一列；现有的列：{headers}",
    "zh-TW": "沒有「{name}」這一欄；現有的欄：{headers}",
  },
  "kb.format.map-hint": {
    en: "say which is which by name, letter or number: kefu kb ingest FILE --map question=B,answer=C",
    "zh-CN": "请用列名、列字母或序号指明：kefu kb ingest 文件 --map question=B,answer=C",
    "zh-TW": "請用欄名、欄字母或序號指明：kefu kb ingest 檔案 --map question=B,answer=C",
  },
  "kb.format.guessed": {
    en: "column names are not known; taken by content: {columns} (--map overrides this)",
    "zh-CN": "列名无法识别，按内容判断为：{columns}（可用 --map 指定）",
    "zh-TW": "欄名無法辨識，依內容判斷為：{columns}（可用 --map 指定）",
  },
  "kb.format.unused-columns": {
    en: "columns not read: {columns}",
    "zh-CN": "未读取的列：{columns}",
    "zh-TW": "未讀取的欄：{columns}",
  },
  "kb.format.other-sheet": {
    en: "sheet left out: it has no columns for questions and answers",
    "zh-CN": "略过此工作表：没有问题列和答案列",
    "zh-TW": "略過此工作表：沒有問題欄和答案欄",
  },
  "kb.format.hidden-sheet": {
    en: "sheet left out: it is hidden",
    "zh-CN": "略过此工作表：它是隐藏的",
    "zh-TW": "略過此工作表：它是隱藏的",
  },
  "kb.format.too-many-cells": {
    en: "row left out: it has {cells} cells and the header {columns}; put a text with commas in quotation marks",
    "zh-CN": "略过此行：有 {cells} 个单元格，而表头只有 {columns} 列；含逗号的文字要加引号",
    "zh-TW": "略過此列：有 {cells} 個儲存格，而表頭只有 {columns} 欄；含逗號的文字要加引號",
  },
  "kb.format.no-answer": {
    en: "left out, no answer: {question}",
    "zh-CN": "略过，没有答案：{question}",
    "zh-TW": "略過，沒有答案：{question}",
  },
  "kb.format.no-question": {
    en: "left out, there is an answer but no question",
    "zh-CN": "略过，有答案但没有问题",
    "zh-TW": "略過，有答案但沒有問題",
  },
  "kb.format.blank-rows": {
    en: "rows without question and answer left out: {count} (the first is here)",
    "zh-CN": "略过既无问题也无答案的行：{count}（此处为第一处）",
    "zh-TW": "略過既無問題也無答案的列：{count}（此處為第一處）",
  },
  "kb.format.bad-date": {
    en: "not a date, ignored: “{text}” (write 2026-01-31)",
    "zh-CN": "不是有效日期，已忽略：“{text}”（请写成 2026-01-31）",
    "zh-TW": "不是有效日期，已忽略：「{text}」（請寫成 2026-01-31）",
  },
  "kb.format.period-backwards": {
    en: "the entry ends ({until}) before it begins ({from}): it is never served",
    "zh-CN": "失效时间（{until}）早于生效时间（{from}），永远不会被使用",
    "zh-TW": "失效時間（{until}）早於生效時間（{from}），永遠不會被使用",
  },
  "kb.format.bad-status": {
    en: "unknown status “{text}”: kept as a draft, which is not served",
    "zh-CN": "未知状态“{text}”：按草稿处理，不会对外使用",
    "zh-TW": "未知狀態「{text}」：以草稿處理，不會對外使用",
  },
  "kb.format.same-question": {
    en: "the same question as before (line {first}), both are kept: {question}",
    "zh-CN": "与前面的问题（行 {first}）相同，两条都保留：{question}",
    "zh-TW": "與前面的問題（列 {first}）相同，兩筆都保留：{question}",
  },
  "kb.format.text-outside": {
    en: "the text under this heading belongs to no question and is not read",
    "zh-CN": "此标题下的文字不属于任何问题，未读取",
    "zh-TW": "此標題下的文字不屬於任何問題，未讀取",
  },
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
  "kb.channel.web": { en: "web", "zh-CN": "网页", "zh-TW": "網頁" },
  "kb.channel.voice": { en: "voice", "zh-CN": "语音", "zh-TW": "語音" },
  "kb.channel.keypad": { en: "keypad", "zh-CN": "按键", "zh-TW": "按鍵" },
  "kb.channel.wechat": { en: "WeChat", "zh-CN": "微信", "zh-TW": "微信" },
  "kb.status.online": { en: "online", "zh-CN": "上线", "zh-TW": "上線" },
  "kb.status.offline": { en: "offline", "zh-CN": "下线", "zh-TW": "下線" },
  "kb.status.draft": { en: "draft", "zh-CN": "草稿", "zh-TW": "草稿" },
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
  "kb.list.description": { en: "List entries", "zh-CN": "列出知识点", "zh-TW": "列出知識點" },
  "kb.list.option.category": {
    en: "only this category and those below it",
    "zh-CN": "只列出此类目及其下级",
    "zh-TW": "只列出此類目及其下級",
  },
  "kb.list.option.status": {
    en: "only this status: online, offline, draft",
    "zh-CN": "只列出此状态：online（上线）、offline（下线）、draft（草稿）",
    "zh-TW": "只列出此狀態：online（上線）、offline（下線）、draft（草稿）",
  },
  "kb.list.option.source": {
    en: "only this source file or folder",
    "zh-CN": "只列出来自此文件或文件夹的",
    "zh-TW": "只列出來自此檔案或資料夾的",
  },
  "kb.list.option.limit": { en: "at most this many", "zh-CN": "最多列出多少条", "zh-TW": "最多列出多少筆" },
  "kb.list.examples": {
    en: `Examples:
  $ kefu kb list --category 电商 --limit 20
  $ kefu kb list --status draft --json`,
    "zh-CN": `示例：
  $ kefu kb list --category 电商 --limit 20
  $ kefu kb list --status draft --json`,
    "zh-TW": `範例：
  $ kefu kb list --category 電商 --limit 20
  $ kefu kb list --status draft --json`,
  },
  "kb.list.column.id": { en: "id", "zh-CN": "知识ID", "zh-TW": "知識ID" },
  "kb.list.column.category": { en: "category", "zh-CN": "类目", "zh-TW": "類目" },
  "kb.list.column.question": { en: "standard question", "zh-CN": "标准问", "zh-TW": "標準問" },
  "kb.list.column.status": { en: "status", "zh-CN": "状态", "zh-TW": "狀態" },
  "kb.list.column.similar": { en: "similar", "zh-CN": "相似问数", "zh-TW": "相似問數" },
  "kb.list.column.source": { en: "source", "zh-CN": "来源", "zh-TW": "來源" },
  "kb.list.more": {
    en: "shown: {shown} of {total}",
    "zh-CN": "已显示 {shown} 条，共 {total} 条",
    "zh-TW": "已顯示 {shown} 筆，共 {total} 筆",
  },
  "kb.show.description": {
    en: "Show one entry whole",
    "zh-CN": "查看一个知识点的全部内容",
    "zh-TW": "檢視一個知識點的全部內容",
  },
  "kb.show.argument.id": { en: "id of the entry", "zh-CN": "知识ID", "zh-TW": "知識ID" },
  "kb.show.examples": {
    en: `Example:
  $ kefu kb show BK-001`,
    "zh-CN": `示例：
  $ kefu kb show BK-001`,
    "zh-TW": `範例：
  $ kefu kb show BK-001`,
  },
  "kb.show.unknown": {
    en: "there is no entry {id}",
    "zh-CN": "没有知识ID为 {id} 的知识点",
    "zh-TW": "沒有知識ID為 {id} 的知識點",
  },
  "kb.show.unknown-hint": {
    en: "kefu kb list shows all ids",
    "zh-CN": "用 kefu kb list 查看所有知识ID",
    "zh-TW": "用 kefu kb list 檢視所有知識ID",
  },
  "kb.show.effective": { en: "effective", "zh-CN": "有效期", "zh-TW": "有效期" },
  "kb.show.similar": { en: "similar questions", "zh-CN": "相似问", "zh-TW": "相似問" },
  "kb.show.related": { en: "related", "zh-CN": "关联问", "zh-TW": "關聯問" },
  "kb.show.negative": { en: "negative keywords", "zh-CN": "否定关键词", "zh-TW": "否定關鍵詞" },
  "kb.show.tags": { en: "tags", "zh-CN": "标签", "zh-TW": "標籤" },
  "kb.show.answer": { en: "answer", "zh-CN": "答案", "zh-TW": "答案" },
  "kb.stats.description": {
    en: "Figures of the knowledge base",
    "zh-CN": "知识库统计",
    "zh-TW": "知識庫統計",
  },
  "kb.stats.examples": {
    en: `Example:
  $ kefu kb stats --json`,
    "zh-CN": `示例：
  $ kefu kb stats --json`,
    "zh-TW": `範例：
  $ kefu kb stats --json`,
  },
  "kb.stats.summary": {
    en: "entries: {entries}, questions: {questions}, answers: {answers}, with an effective period: {dated}",
    "zh-CN": "知识点：{entries}，问法：{questions}，答案：{answers}，设有效期：{dated}",
    "zh-TW": "知識點：{entries}，問法：{questions}，答案：{answers}，設有效期：{dated}",
  },
  "kb.stats.index": {
    en: "index: generation {generation}, segments: {segments}, {size} MB, replaced entries still in it: {dead}, encoder: {embedder}",
    "zh-CN": "索引：第 {generation} 代，分段：{segments}，{size} MB，待清理的旧知识点：{dead}，句向量模型：{embedder}",
    "zh-TW": "索引：第 {generation} 代，分段：{segments}，{size} MB，待清理的舊知識點：{dead}，句向量模型：{embedder}",
  },
  "kb.stats.statuses": { en: "status", "zh-CN": "状态", "zh-TW": "狀態" },
  "kb.stats.categories": { en: "category", "zh-CN": "类目", "zh-TW": "類目" },
  "kb.stats.sources": { en: "source", "zh-CN": "来源", "zh-TW": "來源" },
  "kb.stats.locales": { en: "language of answers", "zh-CN": "答案语言", "zh-TW": "答案語言" },
  "kb.stats.channels": { en: "channel of answers", "zh-CN": "答案渠道", "zh-TW": "答案管道" },
  "kb.stats.entries": { en: "entries", "zh-CN": "知识点", "zh-TW": "知識點" },
  "kb.stats.any": { en: "any", "zh-CN": "通用", "zh-TW": "通用" },
  "kb.stats.none": { en: "(none)", "zh-CN": "（无）", "zh-TW": "（無）" },
  "kb.search.description": {
    en: "Entries that fit a text, best first",
    "zh-CN": "按相关度列出与文本匹配的知识点",
    "zh-TW": "依相關度列出與文字相符的知識點",
  },
  "kb.search.argument.text": { en: "what a caller says", "zh-CN": "用户的问法", "zh-TW": "使用者的問法" },
  "kb.search.option.limit": { en: "at most this many", "zh-CN": "最多列出多少条", "zh-TW": "最多列出多少筆" },
  "kb.search.option.status": {
    en: "entries of this status (default: online)",
    "zh-CN": "只查这种状态的知识点（默认：online）",
    "zh-TW": "只查這種狀態的知識點（預設：online）",
  },
  "kb.search.option.explain": {
    en: "show what each part of the search found",
    "zh-CN": "显示各检索通道的得分和作用",
    "zh-TW": "顯示各檢索通道的得分和作用",
  },
  "kb.search.examples": {
    en: `Examples:
  $ kefu kb search "how do I get a refund" --explain
  $ kefu kb search 怎么退款 --limit 3 --explain`,
    "zh-CN": `示例：
  $ kefu kb search 怎么退款
  $ kefu kb search 怎么退款 --limit 3 --explain`,
    "zh-TW": `範例：
  $ kefu kb search 怎麼退款
  $ kefu kb search 怎麼退款 --limit 3 --explain`,
  },
  "kb.search.none": {
    en: "nothing in the knowledge base fits this text",
    "zh-CN": "知识库里没有匹配的知识点",
    "zh-TW": "知識庫裡沒有相符的知識點",
  },
  "kb.search.column.score": { en: "score", "zh-CN": "得分", "zh-TW": "得分" },
  "kb.search.column.matched": { en: "matched question", "zh-CN": "命中的问法", "zh-TW": "命中的問法" },
  "kb.search.explain.exact": {
    en: "the text is one of the entry's questions",
    "zh-CN": "与该知识点的问法完全一致",
    "zh-TW": "與該知識點的問法完全一致",
  },
  "kb.search.feature.lexical": { en: "question", "zh-CN": "问题字面", "zh-TW": "問題字面" },
  "kb.search.feature.coverage": { en: "words covered", "zh-CN": "词语覆盖", "zh-TW": "詞語覆蓋" },
  "kb.search.feature.brevity": { en: "short question", "zh-CN": "问法简短", "zh-TW": "問法簡短" },
  "kb.search.feature.body": { en: "answer", "zh-CN": "答案字面", "zh-TW": "答案字面" },
  "kb.search.feature.vector": { en: "meaning", "zh-CN": "语义", "zh-TW": "語意" },
  "kb.ask.description": {
    en: "Decide on a question by the knowledge base: answer, ask back, or abstain",
    "zh-CN": "知识库对一个问题的决定：回答、澄清还是拒答",
    "zh-TW": "知識庫對一個問題的決定：回答、釐清或拒答",
  },
  "kb.ask.option.channel": {
    en: "channel of the caller (default: bot.channel of kefu.yaml)",
    "zh-CN": "用户所在渠道（默认：kefu.yaml 的 bot.channel）",
    "zh-TW": "使用者所在管道（預設：kefu.yaml 的 bot.channel）",
  },
  "kb.ask.option.tier": { en: "tier of the caller", "zh-CN": "用户等级", "zh-TW": "使用者等級" },
  "kb.ask.option.answer-locale": {
    en: "language of the answer (default: that of the text)",
    "zh-CN": "答案的语言（默认与问题一致）",
    "zh-TW": "答案的語言（預設與問題一致）",
  },
  "kb.ask.option.at": {
    en: "local date or date-time at which it is asked (default: now)",
    "zh-CN": "提问的本地日期或时间（默认：现在）",
    "zh-TW": "提問的當地日期或時間（預設：現在）",
  },
  "kb.ask.bad-time": {
    en: "It takes a date such as 2026-06-01 or 2026-06-01T09:30.",
    "zh-CN": "应为日期，如 2026-06-01 或 2026-06-01T09:30。",
    "zh-TW": "應為日期，如 2026-06-01 或 2026-06-01T09:30。",
  },
  "kb.ask.examples": {
    en: `Examples:
  $ kefu kb ask "I forgot my password"
  $ kefu kb ask "How long does a refund take, and how do I get an invoice?"
  $ kefu kb ask 忘记密码怎么办 --channel voice
  $ kefu kb ask 運費怎麼算 --at 2026-06-01 --json`,
    "zh-CN": `示例：
  $ kefu kb ask 忘记密码怎么办
  $ kefu kb ask 退款多久到账？另外发票怎么开
  $ kefu kb ask 忘记密码怎么办 --channel voice
  $ kefu kb ask 运费怎么算 --at 2026-06-01 --json`,
    "zh-TW": `範例：
  $ kefu kb ask 忘記密碼怎麼辦
  $ kefu kb ask 退款多久到帳？另外發票怎麼開 --answer-locale zh-HK
  $ kefu kb ask 忘記密碼怎麼辦 --channel voice
  $ kefu kb ask 運費怎麼算 --at 2026-06-01 --json`,
  },
  "kb.ask.answer": {
    en: "answer (confidence {confidence}): {id} {question}",
    "zh-CN": "回答（把握 {confidence}）：{id} {question}",
    "zh-TW": "回答（把握 {confidence}）：{id} {question}",
  },
  "kb.ask.clarify": {
    en: "ask back (confidence {confidence} that one of these is meant)",
    "zh-CN": "澄清（所问在其中的把握 {confidence}）",
    "zh-TW": "釐清（所問在其中的把握 {confidence}）",
  },
  "kb.ask.abstain": {
    en: "abstain (confidence {confidence}); the bot would say:",
    "zh-CN": "拒答（把握 {confidence}），机器人会说：",
    "zh-TW": "拒答（把握 {confidence}），機器人會說：",
  },
  "kb.ask.nearest": {
    en: "nearest entry: {id} {question}",
    "zh-CN": "最接近的知识点：{id} {question}",
    "zh-TW": "最接近的知識點：{id} {question}",
  },
  "kb.ask.source": { en: "source: {source}", "zh-CN": "来源：{source}", "zh-TW": "來源：{source}" },
} as const satisfies Record<string, Message>;
