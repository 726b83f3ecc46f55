import type { Message } from "../locale.js";

/** `bot simulate` and its noise. */
export const botSimulateMessages = {
  "bot.simulate.title": { en: "Simulation", "zh-CN": "模拟报告", "zh-TW": "模擬報告" },
  "bot.simulate.setup": {
    en: "conversations: {conversations}, questions: {questions}, seed {seed}, noise {noise}, out of scope {oos}; similar questions held out of the index: {heldOut}",
    "zh-CN":
      "会话：{conversations}，提问：{questions}，随机种子 {seed}，噪声 {noise}，超范围 {oos}；从索引中留出的相似问：{heldOut}",
    "zh-TW":
      "會話：{conversations}，提問：{questions}，隨機種子 {seed}，雜訊 {noise}，超出範圍 {oos}；從索引中留出的相似問：{heldOut}",
  },
  "bot.simulate.measure": { en: "Measure", "zh-CN": "指标", "zh-TW": "指標" },
  "bot.simulate.value": { en: "Value", "zh-CN": "数值", "zh-TW": "數值" },
  "bot.simulate.interval": { en: "95% interval", "zh-CN": "95% 区间", "zh-TW": "95% 區間" },
  "bot.simulate.of": { en: "Count", "zh-CN": "计数", "zh-TW": "計數" },
  "bot.simulate.deflection": {
    en: "Deflection rate (conversations without a human)",
    "zh-CN": "拦截率（没有转人工的会话）",
    "zh-TW": "分流率（沒有轉人工的會話）",
  },
  "bot.simulate.right": { en: "Answered rightly", "zh-CN": "答对", "zh-TW": "答對" },
  "bot.simulate.wrong": {
    en: "Wrong-answer rate (all questions)",
    "zh-CN": "误答率（占全部提问）",
    "zh-TW": "誤答率（占全部提問）",
  },
  "bot.simulate.answered-wrongly": { en: "Answered wrongly", "zh-CN": "答错", "zh-TW": "答錯" },
  "bot.simulate.coverage": { en: "Coverage", "zh-CN": "覆盖率", "zh-TW": "覆蓋率" },
  "bot.simulate.precision": { en: "Answer precision", "zh-CN": "答准率", "zh-TW": "答準率" },
  "bot.simulate.clarified": { en: "Right after a clarification", "zh-CN": "澄清后答对", "zh-TW": "澄清後答對" },
  "bot.simulate.abstained": { en: "Not answered", "zh-CN": "拒答", "zh-TW": "拒答" },
  "bot.simulate.diverted": {
    en: "Led into a flow or small talk",
    "zh-CN": "被流程或闲聊接走",
    "zh-TW": "被流程或閒聊接走",
  },
  "bot.simulate.oos-rejected": {
    en: "Out-of-scope questions not answered",
    "zh-CN": "超范围问题拒答",
    "zh-TW": "超出範圍問題拒答",
  },
  "bot.simulate.handover": { en: "Handed over to a human", "zh-CN": "转人工", "zh-TW": "轉人工" },
  "bot.simulate.noise": { en: "Noise", "zh-CN": "噪声", "zh-TW": "雜訊" },
  "bot.simulate.questions": { en: "Questions", "zh-CN": "提问", "zh-TW": "提問" },
  "bot.simulate.by-noise": {
    en: "First questions by kind of noise, on the same held-out wordings",
    "zh-CN": "首次提问按噪声类型（均基于同样的留出问法）",
    "zh-TW": "首次提問依雜訊類型（均基於同樣的保留問法）",
  },
  "bot.simulate.latency": {
    en: "latency of a turn: p50 {p50} ms, p99 {p99} ms (turns: {turns})",
    "zh-CN": "每轮耗时：p50 {p50} 毫秒，p99 {p99} 毫秒（轮次：{turns}）",
    "zh-TW": "每輪耗時：p50 {p50} 毫秒，p99 {p99} 毫秒（輪次：{turns}）",
  },
  "bot.simulate.wrong-list": {
    en: "Wrong answers (question: expected → got)",
    "zh-CN": "误答（问题：应答 → 实答）",
    "zh-TW": "誤答（問題：應答 → 實答）",
  },
  "bot.simulate.empty": {
    en: "the knowledge base holds no entry that is online and in effect",
    "zh-CN": "知识库中没有已上线且在有效期内的知识点",
    "zh-TW": "知識庫中沒有已上線且在有效期內的知識點",
  },
  "bot.simulate.running": { en: "talking", "zh-CN": "模拟对话", "zh-TW": "模擬對話" },
  "bot.noise.none": { en: "none", "zh-CN": "无", "zh-TW": "無" },
  "bot.noise.typo": { en: "typing error", "zh-CN": "打字错误", "zh-TW": "打字錯誤" },
  "bot.noise.homophone": { en: "homophones", "zh-CN": "同音字", "zh-TW": "同音字" },
  "bot.noise.script": { en: "other script", "zh-CN": "繁简转换", "zh-TW": "繁簡轉換" },
  "bot.noise.filler": { en: "fillers", "zh-CN": "口头语", "zh-TW": "口頭語" },
  "bot.noise.pinyin": { en: "pinyin", "zh-CN": "拼音", "zh-TW": "拼音" },
  "bot.simulate.description": {
    en: "Let seeded users talk to the bot in words that its index does not hold",
    "zh-CN": "让模拟用户用索引里没有的说法与机器人对话",
    "zh-TW": "讓模擬使用者用索引裡沒有的說法與機器人對話",
  },
  "bot.simulate.conversations": { en: "number of conversations", "zh-CN": "会话数量", "zh-TW": "會話數量" },
  "bot.simulate.seed": { en: "seed of all random choices", "zh-CN": "随机种子", "zh-TW": "隨機種子" },
  "bot.simulate.noise-share": {
    en: "share of users whose wording has errors, 0 to 1",
    "zh-CN": "带噪声的用户占比，0 到 1",
    "zh-TW": "帶雜訊的使用者占比，0 到 1",
  },
  "bot.simulate.oos-share": {
    en: "share of users who ask something out of scope, 0 to 1",
    "zh-CN": "提超范围问题的用户占比，0 到 1",
    "zh-TW": "提超出範圍問題的使用者占比，0 到 1",
  },
  "bot.simulate.output": {
    en: "write the report to a file: .json or .md",
    "zh-CN": "把报告写入文件：.json 或 .md",
    "zh-TW": "把報告寫入檔案：.json 或 .md",
  },
  "bot.simulate.examples": {
    en: `Examples:
  $ kefu bot simulate
  $ kefu bot simulate --conversations 2000 --seed 7 --noise 0.3 -o out/simulation.md`,
    "zh-CN": `示例：
  $ kefu bot simulate
  $ kefu bot simulate --conversations 2000 --seed 7 --noise 0.3 -o out/simulation.md`,
    "zh-TW": `範例：
  $ kefu bot simulate
  $ kefu bot simulate --conversations 2000 --seed 7 --noise 0.3 -o out/simulation.md`,
  },
} as const satisfies Record<string, Message>;
