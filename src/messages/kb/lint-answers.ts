import type { Message } from "../locale.js";

/** What `kefu kb lint` says of answers: empty ones, placeholders, questions in them, personal data, promises. */
export const kbLintAnswerMessages = {
  "kb.lint.empty-answer.what": { en: "Answers without a word", "zh-CN": "空答案", "zh-TW": "空答案" },
  "kb.lint.empty-answer.advice": {
    en: "Write the answer, or set the entry to draft.",
    "zh-CN": "写上答案，或把该条设为草稿。",
    "zh-TW": "寫上答案，或把該筆設為草稿。",
  },
  "kb.lint.empty-answer.found": {
    en: "nothing but signs: “{text}”",
    "zh-CN": "只有符号：“{text}”",
    "zh-TW": "只有符號：「{text}」",
  },
  "kb.lint.placeholder-answer.what": {
    en: "Answers still to be written",
    "zh-CN": "答案还是占位文字",
    "zh-TW": "答案還是預留文字",
  },
  "kb.lint.placeholder-answer.advice": {
    en: "Write the answer, or set the entry to draft.",
    "zh-CN": "写上答案，或把该条设为草稿。",
    "zh-TW": "寫上答案，或把該筆設為草稿。",
  },
  "kb.lint.placeholder-answer.whole": {
    en: "“{text}” is no answer",
    "zh-CN": "“{text}”不是答案",
    "zh-TW": "「{text}」不是答案",
  },
  "kb.lint.placeholder-answer.inside": {
    en: "something is still to be filled in: “{text}”",
    "zh-CN": "还有待填写的内容：“{text}”",
    "zh-TW": "還有待填寫的內容：「{text}」",
  },
  "kb.lint.question-in-answer.what": {
    en: "A question in the answer's place",
    "zh-CN": "答案的位置写的是问题",
    "zh-TW": "答案的位置寫的是問題",
  },
  "kb.lint.question-in-answer.advice": {
    en: "Write what the caller should hear; check whether columns were swapped.",
    "zh-CN": "写上要告诉来电者的内容；请检查列是否放反了。",
    "zh-TW": "寫上要告訴來電者的內容；請檢查欄是否放反了。",
  },
  "kb.lint.question-in-answer.same": {
    en: "the answer only repeats the question",
    "zh-CN": "答案只是重复了问题",
    "zh-TW": "答案只是重複了問題",
  },
  "kb.lint.question-in-answer.asks": {
    en: "the answer is a question itself: “{text}”",
    "zh-CN": "答案本身是个问题：“{text}”",
    "zh-TW": "答案本身是個問題：「{text}」",
  },
  "kb.lint.question-in-answer.swapped": {
    en: "the answer asks and the question does not: are they swapped? “{text}”",
    "zh-CN": "答案像问题而问题不像：是不是放反了？“{text}”",
    "zh-TW": "答案像問題而問題不像：是不是放反了？「{text}」",
  },
  "kb.lint.personal-data.what": {
    en: "Personal data in questions and answers",
    "zh-CN": "问题或答案里有个人信息",
    "zh-TW": "問題或答案裡有個人資料",
  },
  "kb.lint.personal-data.advice": {
    en: "Take it out; what may be published goes into kb.lint.allow of kefu.yaml.",
    "zh-CN": "请删去；可以公开的，写进 kefu.yaml 的 kb.lint.allow。",
    "zh-TW": "請刪去；可以公開的，寫進 kefu.yaml 的 kb.lint.allow。",
  },
  "kb.lint.personal-data.phone": {
    en: "a mobile number: {text}",
    "zh-CN": "手机号：{text}",
    "zh-TW": "手機號碼：{text}",
  },
  "kb.lint.personal-data.email": {
    en: "a person's e-mail address: {text}",
    "zh-CN": "个人邮箱：{text}",
    "zh-TW": "個人電子郵件：{text}",
  },
  "kb.lint.personal-data.id_card": {
    en: "an identity card number: {text}",
    "zh-CN": "身份证号：{text}",
    "zh-TW": "身分證號碼：{text}",
  },
  "kb.lint.personal-data.bank_card": {
    en: "a bank card number: {text}",
    "zh-CN": "银行卡号：{text}",
    "zh-TW": "銀行卡號：{text}",
  },
  "kb.lint.forbidden-promise.what": {
    en: "Promises that may not be made",
    "zh-CN": "不可以作出的承诺",
    "zh-TW": "不可以作出的承諾",
  },
  "kb.lint.forbidden-promise.advice": {
    en: "Say what is certain; allow a wording in kefu.yaml if it is approved.",
    "zh-CN": "只写确定的事；获批准的说法可写进 kefu.yaml 的 allow。",
    "zh-TW": "只寫確定的事；獲核准的說法可寫進 kefu.yaml 的 allow。",
  },
  "kb.lint.forbidden-promise.found": {
    en: "promises too much: “{word}”",
    "zh-CN": "承诺过头：“{word}”",
    "zh-TW": "承諾過頭：「{word}」",
  },
} as const satisfies Record<string, Message>;
