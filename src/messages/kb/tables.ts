import type { Message } from "../locale.js";

export const kbTableMessages = {
  "kb.table.too-many-columns": {
    en: "this row has more than {most} columns; no spreadsheet has that many",
    "zh-CN": "这一行超过 {most} 列，任何表格都没有这么多列",
    "zh-TW": "這一列超過 {most} 欄，任何試算表都沒有這麼多欄",
  },
  "kb.table.too-many-rows": {
    en: "the table has more than {most} rows",
    "zh-CN": "表格超过 {most} 行",
    "zh-TW": "表格超過 {most} 列",
  },
  "kb.table.too-many-entries": {
    en: "the file has more than {most} entries",
    "zh-CN": "文件中的知识点超过 {most} 条",
    "zh-TW": "檔案中的知識點超過 {most} 筆",
  },
  "kb.table.too-many-cells": {
    en: "the workbook has more than {most} million cells",
    "zh-CN": "工作簿的单元格超过 {most} 百万个",
    "zh-TW": "活頁簿的儲存格超過 {most} 百萬個",
  },
  "kb.table.too-much-text": {
    en: "the file holds more than {most} million characters",
    "zh-CN": "文件里的文字超过 {most} 百万个字符",
    "zh-TW": "檔案裡的文字超過 {most} 百萬個字元",
  },
  "kb.table.cell-too-long": {
    en: "a cell has more than {most} characters: a quotation mark or a line break may be missing",
    "zh-CN": "有一个单元格超过 {most} 个字符：可能缺了引号或换行",
    "zh-TW": "有一個儲存格超過 {most} 個字元：可能少了引號或換行",
  },
  "kb.table.too-many-sheets": {
    en: "the workbook has more than {most} sheets",
    "zh-CN": "工作簿超过 {most} 个工作表",
    "zh-TW": "活頁簿超過 {most} 個工作表",
  },
  "kb.table.unpacks-too-large": {
    en: "the file unpacks to more than {most} MB ({part}); it is refused",
    "zh-CN": "文件解压后超过 {most} MB（{part}），已拒绝读取",
    "zh-TW": "檔案解壓縮後超過 {most} MB（{part}），已拒絕讀取",
  },
  "kb.table.too-large": {
    en: "the file has more than {most} MB",
    "zh-CN": "文件超过 {most} MB",
    "zh-TW": "檔案超過 {most} MB",
  },
  "kb.table.split-hint": {
    en: "split it into smaller files, or clear the empty rows and columns (in Excel: Ctrl-End shows the last used cell)",
    "zh-CN": "请拆成几个较小的文件，或删除多余的空行空列（在 Excel 中按 Ctrl-End 可看到最后使用的单元格）",
    "zh-TW": "請拆成幾個較小的檔案，或刪除多餘的空列空欄（在 Excel 中按 Ctrl-End 可看到最後使用的儲存格）",
  },
  "kb.table.doctype": {
    en: "{part} in this file declares a DOCTYPE, which no workbook has; it is refused",
    "zh-CN": "文件中的 {part} 带有 DOCTYPE 声明，正常的工作簿不会有，已拒绝读取",
    "zh-TW": "檔案中的 {part} 帶有 DOCTYPE 宣告，正常的活頁簿不會有，已拒絕讀取",
  },
  "kb.table.save-again-hint": {
    en: "open it in Excel or LibreOffice and save it as a new .xlsx",
    "zh-CN": "请用 Excel 或 WPS 打开，另存为新的 .xlsx",
    "zh-TW": "請用 Excel 或 LibreOffice 開啟，另存為新的 .xlsx",
  },
  "kb.table.cut-off": {
    en: "the file is not whole: its end is missing",
    "zh-CN": "文件不完整：结尾部分缺失",
    "zh-TW": "檔案不完整：結尾部分遺失",
  },
  "kb.table.cut-off-hint": {
    en: "copy or download it again, and check that its size is the same as the original's",
    "zh-CN": "请重新复制或下载，并确认大小与原文件一致",
    "zh-TW": "請重新複製或下載，並確認大小與原檔案一致",
  },
  "kb.table.no-workbook": {
    en: "this is no workbook: the ZIP file holds no sheets ({names})",
    "zh-CN": "这不是工作簿：这个 ZIP 里没有工作表（{names}）",
    "zh-TW": "這不是活頁簿：這個 ZIP 裡沒有工作表（{names}）",
  },
  "kb.table.bad-utf8": {
    en: "the text is UTF-8 up to this line, where byte {byte} of the file fits no character (in all: {count})",
    "zh-CN": "文件是 UTF-8 编码，但这一行（文件第 {byte} 字节）有无法识别的字节（共 {count} 处）",
    "zh-TW": "檔案是 UTF-8 編碼，但這一行（檔案第 {byte} 位元組）有無法識別的位元組（共 {count} 處）",
  },
  "kb.table.bad-utf8-hint": {
    en: "mend the text in this line and save the file as UTF-8 again, or export it anew",
    "zh-CN": "请改正这一行的文字并重新存为 UTF-8，或重新导出",
    "zh-TW": "請改正這一行的文字並重新存為 UTF-8，或重新匯出",
  },
  "kb.table.hidden-rows": {
    en: "hidden rows (as by a filter) are read as well: {count}, the first is row {row}",
    "zh-CN": "隐藏的行（例如被筛选掉的）也已读取：{count} 行，第一处是第 {row} 行",
    "zh-TW": "隱藏的列（例如被篩選掉的）也已讀取：{count} 列，第一處是第 {row} 列",
  },
  "kb.table.one-column-twice": {
    en: "one column is named for two fields, {first} and {second}: {column}",
    "zh-CN": "同一列被指定给两个字段 {first} 和 {second}：{column}",
    "zh-TW": "同一欄被指定給兩個欄位 {first} 和 {second}：{column}",
  },
} as const satisfies Record<string, Message>;
