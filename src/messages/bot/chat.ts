import type { Message } from "../locale.js";

/** `bot chat`, and an option that bot commands share. */
export const botChatMessages = {
  "bot.option.bundle": {
    en: "use this bundle instead of the workspace's bot",
    "zh-CN": "使用这个机器人包，而不是工作区的机器人",
    "zh-TW": "使用這個機器人包，而不是工作區的機器人",
  },
  "bot.chat.description": {
    en: "Talk to the bot; lines from a pipe are answered one by one",
    "zh-CN": "与机器人对话；从管道读入时逐行回答",
    "zh-TW": "與機器人對話；從管線讀入時逐行回答",
  },
  "bot.chat.examples": {
    en: `Examples:
  $ kefu bot chat
  $ kefu bot chat --channel voice --caller phone=13800138001 --caller tier=gold
  $ echo "How do I get a refund?" | kefu bot chat --bundle bot.kefu --no-record`,
    "zh-CN": `示例：
  $ kefu bot chat
  $ kefu bot chat --channel voice --caller phone=13800138001 --caller tier=gold
  $ echo "怎么退款" | kefu bot chat --bundle bot.kefu --no-record`,
    "zh-TW": `範例：
  $ kefu bot chat
  $ kefu bot chat --channel voice --caller phone=13800138001 --caller tier=gold
  $ echo "怎麼退款" | kefu bot chat --bundle bot.kefu --no-record`,
  },
  "bot.chat.channel": { en: "channel that the answers are for", "zh-CN": "回答所用的渠道", "zh-TW": "回答所用的管道" },
  "bot.chat.caller": {
    en: "a fact about the caller, as name=value (may be repeated)",
    "zh-CN": "来电者信息，写作 名称=值（可重复）",
    "zh-TW": "來電者資訊，寫作 名稱=值（可重複）",
  },
  "bot.chat.no-record": {
    en: "do not add the conversation to the records",
    "zh-CN": "不写入会话记录",
    "zh-TW": "不寫入會話紀錄",
  },
  "bot.chat.bad-fact": {
    en: "write a fact as name=value, as in phone=13800138001",
    "zh-CN": "请写作 名称=值，例如 phone=13800138001",
    "zh-TW": "請寫作 名稱=值，例如 phone=13800138001",
  },
  "bot.chat.begin": {
    en: "{name}. /quit ends the conversation.",
    "zh-CN": "{name}。输入 /quit 结束对话。",
    "zh-TW": "{name}。輸入 /quit 結束對話。",
  },
  "bot.chat.handover": {
    en: "→ handover: {group}, {priority}, {reason}",
    "zh-CN": "→ 转人工：{group}，{priority}，{reason}",
    "zh-TW": "→ 轉專人：{group}，{priority}，{reason}",
  },
  "bot.chat.no-actions": {
    en: "no workspace here: actions will fail",
    "zh-CN": "此处没有工作区：动作会失败",
    "zh-TW": "此處沒有工作區：動作會失敗",
  },
} as const satisfies Record<string, Message>;
