import type { Message } from "./locale.js";

/** Sources that are no plain files: web pages and archives. */
export const kbSourceMessages = {
  "kb.fetch.offline": {
    en: "this is a web address, and nothing may be fetched in this run: {address}",
    "zh-CN": "这是网址，而本次运行不允许联网抓取：{address}",
    "zh-TW": "這是網址，而這次執行不允許連線擷取：{address}",
  },
  "kb.fetch.gone": {
    en: "the server has no such page ({status}): {address}",
    "zh-CN": "服务器上没有此页面（{status}）：{address}",
    "zh-TW": "伺服器上沒有這個頁面（{status}）：{address}",
  },
} as const satisfies Record<string, Message>;
