import type { Message } from "./locale.js";

/** Messages of emotions. */
export const nluEmotionMessages = {
  "nlu.emotion.label": {
    en: "“{name}” is no emotion: write neutral, angry, anxious or happy, the last three with /1 (slight), /2 (clear) or /3 (strong) where the intensity is known, as in angry/3",
    "zh-CN":
      "“{name}”不是情绪：请写 neutral、angry、anxious 或 happy；后三者知道强度时加 /1（轻微）、/2（明显）或 /3（强烈），如 angry/3",
    "zh-TW":
      "「{name}」不是情緒：請寫 neutral、angry、anxious 或 happy；後三者知道強度時加 /1（輕微）、/2（明顯）或 /3（強烈），如 angry/3",
  },
  "nlu.emotion.twice": {
    en: "“{text}” stands under two emotions or intensities: keep one",
    "zh-CN": "“{text}”出现在两种情绪或强度下：请只保留一处",
    "zh-TW": "「{text}」出現在兩種情緒或強度下：請只保留一處",
  },
  "nlu.emotion.too-few": {
    en: "“{name}” has {n} examples; an emotion needs at least {least}: write more, or set nlu.emotion.extend: true to learn from the default data too",
    "zh-CN":
      "“{name}”有 {n} 个例句；每种情绪至少需要 {least} 个：请补充例句，或设置 nlu.emotion.extend: true 以同时使用默认语料",
    "zh-TW":
      "「{name}」有 {n} 個例句；每種情緒至少需要 {least} 個：請補充例句，或設定 nlu.emotion.extend: true 以同時使用預設語料",
  },
  "nlu.emotion.running": { en: "learning emotions", "zh-CN": "训练情绪", "zh-TW": "訓練情緒" },
  "nlu.emotion.trained": {
    en: "emotions: {n} examples; on those not seen macro-F1 {f1}, intensity off by {intensity} on average: {path}",
    "zh-CN": "情绪：{n} 个例句；未见过的例句上宏平均 F1 {f1}，强度平均误差 {intensity}：{path}",
    "zh-TW": "情緒：{n} 個例句；未見過的例句上巨集平均 F1 {f1}，強度平均誤差 {intensity}：{path}",
  },
  "nlu.emotion.unchanged": {
    en: "emotions: nothing has changed since the last training",
    "zh-CN": "情绪：自上次训练以来没有变化",
    "zh-TW": "情緒：自上次訓練以來沒有變動",
  },
  "nlu.emotion.removed": {
    en: "emotions: no data of the workspace any more; the default model is used again",
    "zh-CN": "情绪：工作区已没有情绪语料，恢复使用默认模型",
    "zh-TW": "情緒：工作區已沒有情緒語料，恢復使用預設模型",
  },
  "nlu.emotion.title": { en: "emotion", "zh-CN": "情绪", "zh-TW": "情緒" },
  "nlu.emotion.intensity": { en: "intensity (0–3)", "zh-CN": "强度（0–3）", "zh-TW": "強度（0–3）" },
  "nlu.emotion.probability": { en: "probability", "zh-CN": "概率", "zh-TW": "機率" },
  "nlu.emotion.neutral": { en: "neutral", "zh-CN": "平静", "zh-TW": "平靜" },
  "nlu.emotion.angry": { en: "angry", "zh-CN": "愤怒", "zh-TW": "憤怒" },
  "nlu.emotion.anxious": { en: "anxious", "zh-CN": "焦虑", "zh-TW": "焦慮" },
  "nlu.emotion.happy": { en: "happy", "zh-CN": "满意", "zh-TW": "滿意" },
} satisfies Record<string, Message>;
