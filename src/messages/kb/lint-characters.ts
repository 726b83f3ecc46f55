import type { Message } from "../locale.js";

/** What `kefu kb lint` says of characters: garbled, invisible, of another script, typed in another width. */
export const kbLintCharacterMessages = {
  "kb.lint.mojibake.what": { en: "Garbled text of a wrong encoding", "zh-CN": "乱码", "zh-TW": "亂碼" },
  "kb.lint.mojibake.advice": {
    en: "Export the source again as UTF-8, or type the text again.",
    "zh-CN": "请把源文件重新导出为 UTF-8，或重新输入。",
    "zh-TW": "請把來源檔案重新匯出為 UTF-8，或重新輸入。",
  },
  "kb.lint.mojibake.found": { en: "garbled: “{around}”", "zh-CN": "乱码：“{around}”", "zh-TW": "亂碼：「{around}」" },
  "kb.lint.mojibake.private": {
    en: "a character that most screens show as a box: {code}",
    "zh-CN": "多数屏幕会显示成方框的字：{code}",
    "zh-TW": "多數螢幕會顯示成方框的字：{code}",
  },
  "kb.lint.bidi-control.what": {
    en: "Signs that turn the direction of text around",
    "zh-CN": "改变文字方向的控制符",
    "zh-TW": "改變文字方向的控制碼",
  },
  "kb.lint.bidi-control.advice": {
    en: "Take them out: what is shown is not what is stored.",
    "zh-CN": "请删去：显示的与存储的不一致。",
    "zh-TW": "請刪去：顯示的與儲存的不一致。",
  },
  "kb.lint.bidi-control.found": {
    en: "holds {code}, which turns text around",
    "zh-CN": "含有 {code}，会把文字方向反过来",
    "zh-TW": "含有 {code}，會把文字方向反過來",
  },
  "kb.lint.invisible-character.what": { en: "Invisible characters", "zh-CN": "看不见的字符", "zh-TW": "看不見的字元" },
  "kb.lint.invisible-character.advice": {
    en: "--fix takes them out.",
    "zh-CN": "用 --fix 去掉。",
    "zh-TW": "用 --fix 去掉。",
  },
  "kb.lint.invisible-character.found": {
    en: "invisible characters: {count} ({codes})",
    "zh-CN": "看不见的字符 {count} 个（{codes}）",
    "zh-TW": "看不見的字元 {count} 個（{codes}）",
  },
  "kb.lint.mixed-script.what": {
    en: "Simplified and Traditional characters in one text",
    "zh-CN": "同一段文字里繁简混用",
    "zh-TW": "同一段文字裡繁簡混用",
  },
  "kb.lint.mixed-script.advice": {
    en: "Write the text in one script; names go into kb.lint.allow.words.",
    "zh-CN": "统一用一种字；专名可写进 kb.lint.allow.words。",
    "zh-TW": "統一用一種字；專名可寫進 kb.lint.allow.words。",
  },
  "kb.lint.mixed-script.hans": {
    en: "Simplified characters in a Traditional text ({count}): {words}",
    "zh-CN": "繁体文字里夹有简体字（{count}）：{words}",
    "zh-TW": "繁體文字裡夾有簡體字（{count}）：{words}",
  },
  "kb.lint.mixed-script.hant": {
    en: "Traditional characters in a Simplified text ({count}): {words}",
    "zh-CN": "简体文字里夹有繁体字（{count}）：{words}",
    "zh-TW": "簡體文字裡夾有繁體字（{count}）：{words}",
  },
  "kb.lint.stray-pinyin.what": {
    en: "Pinyin left in brackets after characters",
    "zh-CN": "字后残留的括号拼音",
    "zh-TW": "字後殘留的括號拼音",
  },
  "kb.lint.stray-pinyin.advice": { en: "--fix takes it out.", "zh-CN": "用 --fix 去掉。", "zh-TW": "用 --fix 去掉。" },
  "kb.lint.stray-pinyin.found": {
    en: "stray pinyin ({count}): {example}",
    "zh-CN": "残留的拼音 {count} 处：{example}",
    "zh-TW": "殘留的拼音 {count} 處：{example}",
  },
  "kb.lint.full-width-slip.what": {
    en: "Full-width letters and digits, half-width punctuation in Chinese, characters set apart",
    "zh-CN": "全角字母数字、中文里的半角标点、被空格隔开的字",
    "zh-TW": "全形字母數字、中文裡的半形標點、被空格隔開的字",
  },
  "kb.lint.full-width-slip.advice": {
    en: "--fix puts them right.",
    "zh-CN": "用 --fix 改正。",
    "zh-TW": "用 --fix 改正。",
  },
  "kb.lint.full-width-slip.found": {
    en: "slips: {count}, such as “{example}”",
    "zh-CN": "共 {count} 处，如“{example}”",
    "zh-TW": "共 {count} 處，如「{example}」",
  },
} as const satisfies Record<string, Message>;
