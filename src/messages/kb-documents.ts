import type { Message } from "./locale.js";

export const kbDocumentMessages = {
  "kb.document.outside": {
    en: "Blocks that belong to no question: {count}, the first “{text}”; not taken",
    "zh-CN": "有 {count} 段内容不属于任何问题（第一段“{text}”），未导入",
    "zh-TW": "有 {count} 段內容不屬於任何問題（第一段「{text}」），未匯入",
  },
  "kb.document.pinyin": {
    en: "Readings in pinyin taken out of the text: {count}",
    "zh-CN": "已去除正文里夹杂的拼音注音 {count} 处",
    "zh-TW": "已去除正文裡夾雜的拼音注音 {count} 處",
  },
  "kb.document.spaces": {
    en: "Spaces between single Chinese characters taken out: {count}",
    "zh-CN": "已去除汉字之间多余的空格 {count} 处",
    "zh-TW": "已去除漢字之間多餘的空格 {count} 處",
  },
  "kb.document.invisible": {
    en: "Invisible signs taken out: {count}",
    "zh-CN": "已去除看不见的字符 {count} 个",
    "zh-TW": "已去除看不見的字元 {count} 個",
  },
  "kb.document.furniture": {
    en: "Lines of the page around the text left out: {count}, the first “{text}”",
    "zh-CN": "已略去正文以外的页面文字 {count} 行（第一行“{text}”）",
    "zh-TW": "已略去正文以外的頁面文字 {count} 行（第一行「{text}」）",
  },
  "kb.passage.mark": { en: "(passage)", "zh-CN": "（文档段落）", "zh-TW": "（文件段落）" },
  "kb.passage.heading": { en: "heading path", "zh-CN": "标题路径", "zh-TW": "標題路徑" },
  "kb.passage.text": { en: "passage", "zh-CN": "段落", "zh-TW": "段落" },
  "kb.stats.passages": {
    en: "of these, passages of documents: {passages}",
    "zh-CN": "其中文档段落：{passages}",
    "zh-TW": "其中文件段落：{passages}",
  },
  "kb.passage.source": {
    en: "Source: {heading}",
    "zh-CN": "出处：{heading}",
    "zh-TW": "出處：{heading}",
  },
  "kb.document.docx-damaged": {
    en: "{file}: not a readable Word document ({reason})",
    "zh-CN": "{file}：无法作为 Word 文档读取（{reason}）",
    "zh-TW": "{file}：無法作為 Word 文件讀取（{reason}）",
  },
  "kb.document.docx-hint": {
    en: "open it in Word or LibreOffice and save it as .docx again",
    "zh-CN": "请用 Word 或 WPS 打开后重新另存为 .docx",
    "zh-TW": "請用 Word 或 LibreOffice 開啟後重新另存為 .docx",
  },
  "kb.document.docx-password": {
    en: "{file} is protected by a password and cannot be read",
    "zh-CN": "{file} 有密码保护，无法读取",
    "zh-TW": "{file} 有密碼保護，無法讀取",
  },
  "kb.document.not-docx": {
    en: "{file} is named as a Word document, but is {kind}",
    "zh-CN": "{file} 的文件名是 Word 文档，内容却是 {kind}",
    "zh-TW": "{file} 的檔名是 Word 文件，內容卻是 {kind}",
  },
  "kb.document.not-docx-hint": {
    en: "give it the ending of what it is, or get the document itself",
    "zh-CN": "请改成与内容相符的扩展名，或取得文档本身",
    "zh-TW": "請改成與內容相符的副檔名，或取得文件本身",
  },
  "kb.document.save-as-docx": {
    en: "open it in Word or LibreOffice and save it as .docx",
    "zh-CN": "请用 Word 或 WPS 打开后另存为 .docx",
    "zh-TW": "請用 Word 或 LibreOffice 開啟後另存為 .docx",
  },
  "kb.document.only-pictures": {
    en: "{file} holds pictures only and no text; recognise the text (OCR) first",
    "zh-CN": "{file} 只有图片，没有文字；请先做文字识别（OCR）",
    "zh-TW": "{file} 只有圖片，沒有文字；請先做文字辨識（OCR）",
  },
  "kb.document.too-long": {
    en: "{file} holds more than {most} million characters",
    "zh-CN": "{file} 超过 {most} 百万字符",
    "zh-TW": "{file} 超過 {most} 百萬字元",
  },
  "kb.document.part-too-large": {
    en: "{file}: {part} unpacks to more than {most} MB",
    "zh-CN": "{file}：{part} 解压后超过 {most} MB",
    "zh-TW": "{file}：{part} 解壓縮後超過 {most} MB",
  },
  "kb.document.file-too-large": {
    en: "{file} is larger than {most} MB",
    "zh-CN": "{file} 大于 {most} MB",
    "zh-TW": "{file} 大於 {most} MB",
  },
  "kb.document.line-too-long": {
    en: "{file}: a line of more than {most} million characters is no text for people",
    "zh-CN": "{file}：有一行超过 {most} 百万字符，不像是给人读的文本",
    "zh-TW": "{file}：有一行超過 {most} 百萬字元，不像是給人讀的文字",
  },
  "kb.document.split-hint": {
    en: "split it into several files, or check that it is the right file",
    "zh-CN": "请拆成几个文件，或确认文件是否正确",
    "zh-TW": "請拆成幾個檔案，或確認檔案是否正確",
  },
} as const satisfies Record<string, Message>;
