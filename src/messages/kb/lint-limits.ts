import type { Message } from "../locale.js";

/** What `kefu kb lint` says of too much and too little: lengths, numbers of similar and related questions, categories of one entry. */
export const kbLintLimitMessages = {
  "kb.lint.too-few-similar.what": {
    en: "Entries with hardly any similar question",
    "zh-CN": "相似问太少",
    "zh-TW": "相似問太少",
  },
  "kb.lint.too-few-similar.advice": {
    en: "Write down how callers really ask: short, long, upset, in other words.",
    "zh-CN": "写下来电者真实的问法：短的、长的、着急的、换个说法的。",
    "zh-TW": "寫下來電者真實的問法：短的、長的、著急的、換個說法的。",
  },
  "kb.lint.too-few-similar.found": {
    en: "similar questions: {count}, fewer than {least}",
    "zh-CN": "相似问只有 {count} 条，少于 {least} 条",
    "zh-TW": "相似問只有 {count} 筆，少於 {least} 筆",
  },
  "kb.lint.too-few-similar.file": {
    en: "entries here with fewer than {least} similar questions: {count} of {of}",
    "zh-CN": "这里相似问少于 {least} 条的知识点：{of} 条中有 {count} 条",
    "zh-TW": "這裡相似問少於 {least} 筆的知識點：{of} 筆中有 {count} 筆",
  },
  "kb.lint.too-many-similar.what": {
    en: "More similar questions than other products take",
    "zh-CN": "相似问过多，超出其他产品的上限",
    "zh-TW": "相似問過多，超出其他產品的上限",
  },
  "kb.lint.too-many-similar.advice": {
    en: "Keep those that differ; split the entry if it means several things.",
    "zh-CN": "只留有区别的；如果包含几个意思，请拆成几条。",
    "zh-TW": "只留有區別的；如果包含幾個意思，請拆成幾筆。",
  },
  "kb.lint.too-many-similar.found": {
    en: "similar questions: {count}, more than {most}",
    "zh-CN": "相似问有 {count} 条，超过 {most} 条",
    "zh-TW": "相似問有 {count} 筆，超過 {most} 筆",
  },
  "kb.lint.too-many-related.what": {
    en: "More related entries than a screen or a caller takes",
    "zh-CN": "关联问过多",
    "zh-TW": "關聯問過多",
  },
  "kb.lint.too-many-related.advice": {
    en: "Keep the few that callers ask next.",
    "zh-CN": "只留来电者接着会问的几条。",
    "zh-TW": "只留來電者接著會問的幾筆。",
  },
  "kb.lint.too-many-related.found": {
    en: "related entries: {count}, more than {most}",
    "zh-CN": "关联问有 {count} 条，超过 {most} 条",
    "zh-TW": "關聯問有 {count} 筆，超過 {most} 筆",
  },
  "kb.lint.question-too-long.what": {
    en: "Questions longer than other products take",
    "zh-CN": "问题过长，超出其他产品的上限",
    "zh-TW": "問題過長，超出其他產品的上限",
  },
  "kb.lint.question-too-long.advice": {
    en: "Say the one thing that is asked; the rest belongs into the answer.",
    "zh-CN": "只写要问的那一件事，其余放进答案。",
    "zh-TW": "只寫要問的那一件事，其餘放進答案。",
  },
  "kb.lint.question-too-long.found": {
    en: "characters: {length}, more than {most}",
    "zh-CN": "{length} 个字，超过 {most} 个字",
    "zh-TW": "{length} 個字，超過 {most} 個字",
  },
  "kb.lint.answer-too-long.what": {
    en: "Answers longer than their channel takes",
    "zh-CN": "答案过长，超出渠道限制",
    "zh-TW": "答案過長，超出管道限制",
  },
  "kb.lint.answer-too-long.advice": {
    en: "Shorten it, or add an answer for this channel.",
    "zh-CN": "缩短，或为该渠道另写答案。",
    "zh-TW": "縮短，或為該管道另寫答案。",
  },
  "kb.lint.answer-too-long.found": {
    en: "characters: {length}, more than {most} for {channel}",
    "zh-CN": "{length} 个字，超过{channel}渠道的 {most} 个字",
    "zh-TW": "{length} 個字，超過{channel}管道的 {most} 個字",
  },
  "kb.lint.answer-too-long.spoken": {
    en: "about {length} syllables, more than {most} for {channel}",
    "zh-CN": "约 {length} 个音节，超过{channel}渠道的 {most} 个",
    "zh-TW": "約 {length} 個音節，超過{channel}管道的 {most} 個",
  },
  "kb.lint.answer-too-long.bytes": {
    en: "bytes: {length}, more than {most} for {channel}",
    "zh-CN": "{length} 字节，超过{channel}渠道的 {most} 字节",
    "zh-TW": "{length} 位元組，超過{channel}管道的 {most} 位元組",
  },
  "kb.lint.category-once.what": {
    en: "Categories that only one entry has",
    "zh-CN": "只有一条知识点的类目",
    "zh-TW": "只有一筆知識點的類目",
  },
  "kb.lint.category-once.advice": {
    en: "Check the spelling, or put the entry into a category that others share.",
    "zh-CN": "检查是否写错，或归入已有的类目。",
    "zh-TW": "檢查是否寫錯，或歸入已有的類目。",
  },
  "kb.lint.category-once.found": {
    en: "no other entry is in the category “{category}”",
    "zh-CN": "类目“{category}”下只有这一条",
    "zh-TW": "類目「{category}」下只有這一筆",
  },
  "kb.lint.category-once.near": {
    en: "no other entry is in the category “{category}”; is “{near}” meant?",
    "zh-CN": "类目“{category}”下只有这一条；是不是“{near}”？",
    "zh-TW": "類目「{category}」下只有這一筆；是不是「{near}」？",
  },
  "kb.lint.category-once.many": {
    en: "categories with one entry only: {count} of {of}",
    "zh-CN": "只有一条知识点的类目：{of} 个中有 {count} 个",
    "zh-TW": "只有一筆知識點的類目：{of} 個中有 {count} 個",
  },
} as const satisfies Record<string, Message>;
