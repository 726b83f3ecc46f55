import type { Message } from "../locale.js";

/** Messages of `kb export`. */
export const kbExportMessages = {
  "kb.export.sheet": {
    en: "FAQ",
    "zh-CN": "知识库",
    "zh-TW": "知識庫",
  },
  "kb.export.column.id": {
    en: "ID",
    "zh-CN": "知识ID",
    "zh-TW": "知識ID",
  },
  "kb.export.column.category": {
    en: "Category",
    "zh-CN": "类目",
    "zh-TW": "類目",
  },
  "kb.export.column.question": {
    en: "Question",
    "zh-CN": "标准问",
    "zh-TW": "標準問",
  },
  "kb.export.column.similar": {
    en: "Similar questions",
    "zh-CN": "相似问",
    "zh-TW": "相似問",
  },
  "kb.export.column.answer": {
    en: "Answer",
    "zh-CN": "答案",
    "zh-TW": "答案",
  },
  "kb.export.column.format": {
    en: "Answer format",
    "zh-CN": "答案格式",
    "zh-TW": "答案格式",
  },
  "kb.export.column.related": {
    en: "Related",
    "zh-CN": "关联问",
    "zh-TW": "關聯問",
  },
  "kb.export.column.from": {
    en: "Effective from",
    "zh-CN": "生效时间",
    "zh-TW": "生效時間",
  },
  "kb.export.column.until": {
    en: "Effective until",
    "zh-CN": "失效时间",
    "zh-TW": "失效時間",
  },
  "kb.export.column.status": {
    en: "Status",
    "zh-CN": "状态",
    "zh-TW": "狀態",
  },
  "kb.export.column.tags": {
    en: "Tags",
    "zh-CN": "标签",
    "zh-TW": "標籤",
  },
  "kb.export.column.negative": {
    en: "Negative keywords",
    "zh-CN": "否定关键词",
    "zh-TW": "否定關鍵詞",
  },
  "kb.export.status.online": {
    en: "online",
    "zh-CN": "上线",
    "zh-TW": "上線",
  },
  "kb.export.status.offline": {
    en: "offline",
    "zh-CN": "下线",
    "zh-TW": "下線",
  },
  "kb.export.status.draft": {
    en: "draft",
    "zh-CN": "草稿",
    "zh-TW": "草稿",
  },
  "kb.export.description": {
    en: "Write the entries to a file that people edit and kefu kb ingest reads back",
    "zh-CN": "把知识点导出为可编辑、可再次导入的文件",
    "zh-TW": "把知識點匯出為可編輯、可再次匯入的檔案",
  },
  "kb.export.option.format": {
    en: "form of the output: {choices} (default: by the name of -o FILE, else yaml)",
    "zh-CN": "输出格式：{choices}（默认按 -o 的文件名判断，否则为 yaml）",
    "zh-TW": "輸出格式：{choices}（預設依 -o 的檔名判斷，否則為 yaml）",
  },
  "kb.export.option.output": {
    en: "file to write; without it, text forms go to the terminal",
    "zh-CN": "写入的文件；不给时文本格式输出到终端",
    "zh-TW": "寫入的檔案；不給時文字格式輸出到終端",
  },
  "kb.export.xlsx-needs-file": {
    en: "xlsx needs a file to write to",
    "zh-CN": "xlsx 需要写入文件",
    "zh-TW": "xlsx 需要寫入檔案",
  },
  "kb.export.xlsx-needs-file-hint": {
    en: "name it with -o, as in -o faq.xlsx",
    "zh-CN": "用 -o 指定文件，例如 -o faq.xlsx",
    "zh-TW": "用 -o 指定檔案，例如 -o faq.xlsx",
  },
  "kb.export.nothing": {
    en: "no entry fits the filters",
    "zh-CN": "没有符合条件的知识点",
    "zh-TW": "沒有符合條件的知識點",
  },
  "kb.export.passages-left-out": {
    en: "passages of documents left out: {count} (their documents are their source)",
    "zh-CN": "未导出的文档段落：{count}（其来源文档即为原件）",
    "zh-TW": "未匯出的文件段落：{count}（其來源文件即為原件）",
  },
  "kb.export.examples": {
    en: `Examples:
  $ kefu kb export -o faq.xlsx
  $ kefu kb export --category 售后 --format md
  $ kefu kb export --source faq/orders.csv -o orders.yaml

To edit the whole in one table, and have that in place of the old files:
  $ kefu kb export -o faq.xlsx
  $ kefu kb remove faq/                take the old sources out, and out of kb.sources in kefu.yaml
  $ kefu kb ingest faq.xlsx            while they are in, each id stands there twice: an error`,
    "zh-CN": `示例：
  $ kefu kb export -o faq.xlsx
  $ kefu kb export --category 售后 --format md
  $ kefu kb export --source faq/orders.csv -o orders.yaml

合并成一张表来编辑，并用它替换原来的文件：
  $ kefu kb export -o faq.xlsx
  $ kefu kb remove faq/                移除原来的来源，并从 kefu.yaml 的 kb.sources 中去掉
  $ kefu kb ingest faq.xlsx            若不移除，每个知识ID都会重复而报错`,
    "zh-TW": `範例：
  $ kefu kb export -o faq.xlsx
  $ kefu kb export --category 售后 --format md
  $ kefu kb export --source faq/orders.csv -o orders.yaml

合併成一張表來編輯，並用它取代原來的檔案：
  $ kefu kb export -o faq.xlsx
  $ kefu kb remove faq/                移除原來的來源，並從 kefu.yaml 的 kb.sources 中去掉
  $ kefu kb ingest faq.xlsx            若不移除，每個知識ID都會重複而報錯`,
  },
} as const satisfies Record<string, Message>;
