import type { Message } from "../locale.js";

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
  "kb.document.old-word": {
    en: "the old Word format (.doc, Word 97-2003) cannot be read",
    "zh-CN": "无法读取旧版 Word 格式（.doc，Word 97-2003）",
    "zh-TW": "無法讀取舊版 Word 格式（.doc，Word 97-2003）",
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
  "kb.document.not-pdf": {
    en: "{file} is named as a PDF, but is {kind}",
    "zh-CN": "{file} 的文件名是 PDF，内容却是 {kind}",
    "zh-TW": "{file} 的檔名是 PDF，內容卻是 {kind}",
  },
  "kb.document.pdf-damaged": {
    en: "{file}: not a readable PDF ({reason})",
    "zh-CN": "{file}：无法作为 PDF 读取（{reason}）",
    "zh-TW": "{file}：無法作為 PDF 讀取（{reason}）",
  },
  "kb.document.pdf-hint": {
    en: "get the file again, or open it in a viewer and print it to a new PDF",
    "zh-CN": "请重新取得该文件，或用阅读器打开后另存为新的 PDF",
    "zh-TW": "請重新取得該檔案，或用閱讀器開啟後另存為新的 PDF",
  },
  "kb.document.pdf-password": {
    en: "{file} is protected by a password and cannot be read",
    "zh-CN": "{file} 有密码保护，无法读取",
    "zh-TW": "{file} 有密碼保護，無法讀取",
  },
  "kb.document.pdf-scanned": {
    en: "{file}: none of its {pages} pages holds text; it seems to be scanned",
    "zh-CN": "{file}：共 {pages} 页，没有一页有文字层，看来是扫描件",
    "zh-TW": "{file}：共 {pages} 頁，沒有一頁有文字層，看來是掃描檔",
  },
  "kb.document.ocr-hint": {
    en: "recognise the text first (OCR, e.g. ocrmypdf -l chi_sim+eng in.pdf out.pdf), or get the original document",
    "zh-CN": "请先做文字识别（OCR，例如 ocrmypdf -l chi_sim+eng in.pdf out.pdf），或取得原始文档",
    "zh-TW": "請先做文字辨識（OCR，例如 ocrmypdf -l chi_tra+eng in.pdf out.pdf），或取得原始文件",
  },
  "kb.document.pdf-pages-scanned": {
    en: "pages without text: {pages}; if they are scanned, recognise the text first (OCR)",
    "zh-CN": "没有文字的页：{pages}；如果是扫描页，请先做文字识别（OCR）",
    "zh-TW": "沒有文字的頁：{pages}；如果是掃描頁，請先做文字辨識（OCR）",
  },
  "kb.document.pdf-pages-broken": {
    en: "pages that cannot be read: {pages}; left out",
    "zh-CN": "无法读取的页：{pages}，已略过",
    "zh-TW": "無法讀取的頁：{pages}，已略過",
  },
  "kb.document.pdf-unreadable": {
    en: "{share}% of the characters have no meaning in this file (fonts without a character table); check what was read, or recognise the text (OCR)",
    "zh-CN": "文件中 {share}% 的字符没有对应文字（字体缺少字符表）；请检查读到的内容，或做文字识别（OCR）",
    "zh-TW": "檔案中 {share}% 的字元沒有對應文字（字型缺少字元表）；請檢查讀到的內容，或做文字辨識（OCR）",
  },
  "kb.document.too-many-pages": {
    en: "{file} has {pages} pages, more than {most}",
    "zh-CN": "{file} 有 {pages} 页，超过 {most} 页",
    "zh-TW": "{file} 有 {pages} 頁，超過 {most} 頁",
  },
} as const satisfies Record<string, Message>;
