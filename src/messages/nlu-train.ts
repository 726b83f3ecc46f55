import type { Message } from "./locale.js";

/** Messages of training and prediction. */
export const nluTrainMessages = {
  "nlu.train.max-in-scope-loss": {
    en: "share of in-scope requests that may be rejected as out of scope, 0 to 1",
    "zh-CN": "允许被误判为超出范围的正常问法比例，0 到 1",
    "zh-TW": "允許被誤判為超出範圍的正常問法比例，0 到 1",
  },
  "nlu.train.operating-point": {
    en: "out of scope below {threshold}: that rejects {rejected} of the examples not seen",
    "zh-CN": "低于 {threshold} 视为超出范围：未见过的例句有 {rejected} 被拒",
    "zh-TW": "低於 {threshold} 視為超出範圍：未見過的例句有 {rejected} 被拒",
  },
  "nlu.train.operating-point-oos": {
    en: "out of scope below {threshold}: that rejects {rejected} of the examples not seen, and {recall} of those out of scope",
    "zh-CN": "低于 {threshold} 视为超出范围：未见过的例句有 {rejected} 被拒，超出范围的有 {recall} 被拒",
    "zh-TW": "低於 {threshold} 視為超出範圍：未見過的例句有 {rejected} 被拒，超出範圍的有 {recall} 被拒",
  },
  "nlu.predict.out-of-scope": {
    en: "probably out of scope ({score})",
    "zh-CN": "可能超出范围（{score}）",
    "zh-TW": "可能超出範圍（{score}）",
  },
  "nlu.predict.part": {
    en: "“{text}”: {intent}",
    "zh-CN": "“{text}”：{intent}",
    "zh-TW": "「{text}」：{intent}",
  },
} satisfies Record<string, Message>;
