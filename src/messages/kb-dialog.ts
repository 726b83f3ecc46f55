import type { Message } from "./locale.js";

/** What is said about questions: small talk, menus, several questions at once; and how a search is explained. */
export const kbDialogMessages = {
  "kb.dialog.talk.greeting": {
    en: "Hello! What would you like to know?",
    "zh-CN": "您好！请问有什么可以帮您？",
    "zh-TW": "您好！請問有什麼可以為您服務？",
  },
  "kb.dialog.talk.thanks": {
    en: "You are welcome. Is there anything else you would like to know?",
    "zh-CN": "不客气，还有什么可以帮您？",
    "zh-TW": "不客氣，還有什麼可以為您服務？",
  },
  "kb.dialog.talk.goodbye": {
    en: "Goodbye, and have a nice day!",
    "zh-CN": "再见，祝您生活愉快！",
    "zh-TW": "再見，祝您有美好的一天！",
  },
  "kb.dialog.talk.identity": {
    en: "I am an automatic assistant, not a person. Ask me a question, and I will answer what I can.",
    "zh-CN": "我是自动客服助手，不是真人。您可以直接提问，我会尽力解答。",
    "zh-TW": "我是自動客服助理，不是真人。您可以直接提問，我會盡力為您解答。",
  },
  "kb.dialog.talk.ability": {
    en: "I answer questions about our services. Just tell me in a sentence what it is about.",
    "zh-CN": "我可以解答业务方面的问题，您用一句话说明想了解什么就行。",
    "zh-TW": "我可以解答業務方面的問題，您用一句話說明想了解什麼就可以。",
  },
  "kb.dialog.talk.chat": {
    en: "I am not much good at small talk, but I can answer questions about our services.",
    "zh-CN": "闲聊我不太在行，业务方面的问题您可以随时问我。",
    "zh-TW": "閒聊我不太在行，業務方面的問題您可以隨時問我。",
  },
  "kb.dialog.talk.apology": {
    en: "No problem. What would you like to know?",
    "zh-CN": "没关系。请问您想了解什么？",
    "zh-TW": "沒關係。請問您想了解什麼？",
  },
  "kb.dialog.talk.praise": {
    en: "Thank you! Is there anything else you would like to know?",
    "zh-CN": "谢谢您的肯定！还有什么可以帮您？",
    "zh-TW": "謝謝您的肯定！還有什麼可以為您服務？",
  },
  "kb.dialog.talk.laughter": {
    en: "Glad to hear you in good spirits. What can I do for you?",
    "zh-CN": "您开心就好。有什么问题随时问我。",
    "zh-TW": "您開心就好。有什麼問題隨時問我。",
  },
  "kb.dialog.talk.refusal": {
    en: "All right. What would you like to know instead?",
    "zh-CN": "好的。那您想了解什么？",
    "zh-TW": "好的。那您想了解什麼？",
  },
  "kb.dialog.talk.acknowledgement": {
    en: "All right. Is there anything else you would like to know?",
    "zh-CN": "好的，还有什么可以帮您？",
    "zh-TW": "好的，還有什麼可以為您服務？",
  },
  "kb.dialog.choose": {
    en: "Which of these do you mean?",
    "zh-CN": "您想问的是哪一个？",
    "zh-TW": "您想問的是哪一個？",
  },
  "kb.dialog.choose-topic": {
    en: "What would you like to know about “{keyword}”?",
    "zh-CN": "关于“{keyword}”，您想了解什么？",
    "zh-TW": "關於「{keyword}」，您想了解什麼？",
  },
  "kb.dialog.topic": {
    en: "Is it about “{topic}”?",
    "zh-CN": "您想了解“{topic}”吗？",
    "zh-TW": "您想了解「{topic}」嗎？",
  },
  "kb.dialog.choice": { en: "{n}. {question}", "zh-CN": "{n}. {question}", "zh-TW": "{n}. {question}" },
  "kb.dialog.choice-voice": {
    en: "Number {n}: {question}",
    "zh-CN": "第{n}个，{question}",
    "zh-TW": "第{n}個，{question}",
  },
  "kb.dialog.choice-keypad": {
    en: "{question} Press {n}.",
    "zh-CN": "{question}请按{n}。",
    "zh-TW": "{question}請按{n}。",
  },
  "kb.dialog.part": { en: "“{text}”:", "zh-CN": "“{text}”：", "zh-TW": "「{text}」：" },
  "kb.dialog.part-spoken": {
    en: "On “{text}”:",
    "zh-CN": "关于{text}，",
    "zh-TW": "關於{text}，",
  },
  "kb.dialog.rest": {
    en: "I answer up to three questions at a time. Please ask this one again: {rest}",
    "zh-CN": "一次最多回答三个问题，剩下的请再问一次：{rest}",
    "zh-TW": "一次最多回答三個問題，剩下的請再問一次：{rest}",
  },
  "kb.ask.parts": {
    en: "{n} questions, answered in order",
    "zh-CN": "共 {n} 个问题，依次回答",
    "zh-TW": "共 {n} 個問題，依序回答",
  },
  "kb.ask.part": { en: "{n}. {text}", "zh-CN": "{n}. {text}", "zh-TW": "{n}. {text}" },
  "kb.ask.part-searched": {
    en: "{n}. {text} (searched for: {searched})",
    "zh-CN": "{n}. {text}（按“{searched}”查找）",
    "zh-TW": "{n}. {text}（以「{searched}」查詢）",
  },
  "kb.ask.menu": {
    en: "keyword only: a menu (confidence {confidence} that one of these is meant)",
    "zh-CN": "只有关键词：列出菜单（所问在其中的把握 {confidence}）",
    "zh-TW": "只有關鍵字：列出選單（所問在其中的把握 {confidence}）",
  },
  "kb.ask.small-talk": {
    en: "small talk ({kind}); the bot would say:",
    "zh-CN": "闲聊（{kind}），机器人会说：",
    "zh-TW": "閒聊（{kind}），機器人會說：",
  },
  "kb.ask.out-of-domain": {
    en: "abstain, nothing in the knowledge base is near; the bot would say:",
    "zh-CN": "拒答，知识库里没有相近的内容，机器人会说：",
    "zh-TW": "拒答，知識庫裡沒有相近的內容，機器人會說：",
  },
  "kb.ask.empty": {
    en: "abstain, there is no word to search for; the bot would say:",
    "zh-CN": "拒答，没有可以查找的文字，机器人会说：",
    "zh-TW": "拒答，沒有可以查詢的文字，機器人會說：",
  },
  "kb.dialog.kind.greeting": { en: "greeting", "zh-CN": "问候", "zh-TW": "問候" },
  "kb.dialog.kind.thanks": { en: "thanks", "zh-CN": "致谢", "zh-TW": "致謝" },
  "kb.dialog.kind.goodbye": { en: "goodbye", "zh-CN": "告别", "zh-TW": "道別" },
  "kb.dialog.kind.identity": { en: "who the bot is", "zh-CN": "询问身份", "zh-TW": "詢問身分" },
  "kb.dialog.kind.ability": { en: "what the bot can do", "zh-CN": "询问功能", "zh-TW": "詢問功能" },
  "kb.dialog.kind.chat": { en: "chat", "zh-CN": "聊天", "zh-TW": "聊天" },
  "kb.dialog.kind.apology": { en: "apology", "zh-CN": "致歉", "zh-TW": "致歉" },
  "kb.dialog.kind.praise": { en: "praise", "zh-CN": "称赞", "zh-TW": "稱讚" },
  "kb.dialog.kind.laughter": { en: "laughter", "zh-CN": "笑", "zh-TW": "笑" },
  "kb.dialog.kind.refusal": { en: "no", "zh-CN": "否定", "zh-TW": "否定" },
  "kb.dialog.kind.acknowledgement": { en: "acknowledgement", "zh-CN": "应答", "zh-TW": "應答" },
} satisfies Record<string, Message>;
