import type { Message } from "../locale.js";

/** What is said of the files that knowledge is read from. */
export const kbFormatMessages = {
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
} as const satisfies Record<string, Message>;
