import type { Message } from "../locale.js";

/** Which column of a table is what. */
export const kbMappingMessages = {
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
} as const satisfies Record<string, Message>;
