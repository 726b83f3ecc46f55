import type { Message } from "../locale.js";

/** What `kefu kb lint` says of waivers that do nothing any more or give no reason. */
export const kbLintWaiverMessages = {
  "kb.lint.waiver.what": {
    en: "Waivers that are over, that nothing needs, or that give no reason",
    "zh-CN": "过期、多余或没写理由的豁免",
    "zh-TW": "過期、多餘或沒寫理由的豁免",
  },
  "kb.lint.waiver.advice": {
    en: "Take the waiver out, or renew it.",
    "zh-CN": "删去该豁免，或更新期限。",
    "zh-TW": "刪去該豁免，或更新期限。",
  },
  "kb.lint.waiver.unused": {
    en: "nothing needs the waiver of {rule} any more (its reason: {reason})",
    "zh-CN": "对 {rule} 的豁免已无用处（所写理由：{reason}）",
    "zh-TW": "對 {rule} 的豁免已無用處（所寫理由：{reason}）",
  },
  "kb.lint.waiver.over": {
    en: "the waiver of {rule} ended on {until}",
    "zh-CN": "对 {rule} 的豁免已于 {until} 到期",
    "zh-TW": "對 {rule} 的豁免已於 {until} 到期",
  },
  "kb.lint.waiver.unknown": {
    en: "a waiver of {rule}, which is no rule",
    "zh-CN": "豁免了不存在的规则 {rule}",
    "zh-TW": "豁免了不存在的規則 {rule}",
  },
  "kb.lint.waiver.no-reason": {
    en: "the waiver of {rule} gives no reason and does not hold",
    "zh-CN": "对 {rule} 的豁免没有写理由，不生效",
    "zh-TW": "對 {rule} 的豁免沒有寫理由，不生效",
  },
} as const satisfies Record<string, Message>;
