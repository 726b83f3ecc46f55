import type { Message } from "../locale.js";

/** What `kefu kb lint` says of questions and answers that are too alike, and of wordings that do not find their entry. */
export const kbLintDuplicateMessages = {
  "kb.lint.conflicting-answers.what": {
    en: "Two entries that a caller's words reach alike, with different answers",
    "zh-CN": "两条知识点会被同样的问法命中，答案却不同",
    "zh-TW": "兩筆知識點會被同樣的問法命中，答案卻不同",
  },
  "kb.lint.conflicting-answers.advice": {
    en: "Merge the entries, or say in the questions what sets them apart.",
    "zh-CN": "合并这些知识点，或在标准问里写明区别。",
    "zh-TW": "合併這些知識點，或在標準問裡寫明區別。",
  },
  "kb.lint.conflicting-answers.same": {
    en: "“{question}” is the question of {count} more entries, with other answers",
    "zh-CN": "“{question}”同时是另外 {count} 条知识点的标准问，答案不同",
    "zh-TW": "「{question}」同時是另外 {count} 筆知識點的標準問，答案不同",
  },
  "kb.lint.conflicting-answers.near": {
    en: "asks in the same telling words as “{question}” ({id}), with another answer",
    "zh-CN": "与“{question}”（{id}）的关键字词相同，答案却不同",
    "zh-TW": "與「{question}」（{id}）的關鍵字詞相同，答案卻不同",
  },
  "kb.lint.duplicate-question.what": {
    en: "The same question under several entries, with the same answer",
    "zh-CN": "同一个问题有几条知识点，答案也相同",
    "zh-TW": "同一個問題有幾筆知識點，答案也相同",
  },
  "kb.lint.duplicate-question.advice": {
    en: "Keep one of the entries.",
    "zh-CN": "保留其中一条即可。",
    "zh-TW": "保留其中一筆即可。",
  },
  "kb.lint.duplicate-question.exact": {
    en: "“{question}” is the question of {count} more entries, with the same answer",
    "zh-CN": "“{question}”同时是另外 {count} 条知识点的标准问，答案相同",
    "zh-TW": "「{question}」同時是另外 {count} 筆知識點的標準問，答案相同",
  },
  "kb.lint.duplicate-question.normalised": {
    en: "“{question}” is the question of {count} more entries but for punctuation, case or script, with the same answer",
    "zh-CN": "除标点、大小写、繁简外，“{question}”同时是另外 {count} 条知识点的标准问，答案相同",
    "zh-TW": "除標點、大小寫、繁簡外，「{question}」同時是另外 {count} 筆知識點的標準問，答案相同",
  },
  "kb.lint.near-duplicate-question.what": {
    en: "Standard questions that say nearly the same",
    "zh-CN": "标准问几乎相同",
    "zh-TW": "標準問幾乎相同",
  },
  "kb.lint.near-duplicate-question.advice": {
    en: "If they mean the same, merge them and keep the other wording as a similar question.",
    "zh-CN": "如果意思相同，请合并，并把另一种问法留作相似问。",
    "zh-TW": "如果意思相同，請合併，並把另一種問法留作相似問。",
  },
  "kb.lint.near-duplicate-question.same": {
    en: "asks nearly the same as “{question}” ({id}), with the same answer",
    "zh-CN": "与“{question}”（{id}）几乎相同，答案也相同",
    "zh-TW": "與「{question}」（{id}）幾乎相同，答案也相同",
  },
  "kb.lint.near-duplicate-question.differ": {
    en: "asks nearly the same as “{question}” ({id}), with another answer",
    "zh-CN": "与“{question}”（{id}）几乎相同，答案不同",
    "zh-TW": "與「{question}」（{id}）幾乎相同，答案不同",
  },
  "kb.lint.similar-under-two-entries.what": {
    en: "One similar question under two entries",
    "zh-CN": "同一相似问出现在两条知识点下",
    "zh-TW": "同一相似問出現在兩筆知識點下",
  },
  "kb.lint.similar-under-two-entries.advice": {
    en: "Leave it with the entry that it means; the bot cannot tell which one is asked for.",
    "zh-CN": "只留在真正对应的那一条下；否则机器人分不清问的是哪一条。",
    "zh-TW": "只留在真正對應的那一筆下；否則機器人分不清問的是哪一筆。",
  },
  "kb.lint.similar-under-two-entries.found": {
    en: "“{text}” is also a question of “{question}” ({id})",
    "zh-CN": "“{text}”同时也是“{question}”（{id}）的问法",
    "zh-TW": "「{text}」同時也是「{question}」（{id}）的問法",
  },
  "kb.lint.identical-answer.what": {
    en: "One answer under many different questions",
    "zh-CN": "许多不同的问题共用同一答案",
    "zh-TW": "許多不同的問題共用同一答案",
  },
  "kb.lint.identical-answer.advice": {
    en: "If the questions mean the same, make one entry of them; if not, answer each.",
    "zh-CN": "意思相同的请合并为一条；不同的请分别作答。",
    "zh-TW": "意思相同的請合併為一筆；不同的請分別作答。",
  },
  "kb.lint.identical-answer.found": {
    en: "entries with this answer: {count} (“{text}”)",
    "zh-CN": "共用此答案的知识点：{count} 条（“{text}”）",
    "zh-TW": "共用此答案的知識點：{count} 筆（「{text}」）",
  },
  "kb.lint.similar-too-alike.what": {
    en: "Similar questions too much alike to help",
    "zh-CN": "相似问之间过于接近，没有帮助",
    "zh-TW": "相似問之間過於接近，沒有幫助",
  },
  "kb.lint.similar-too-alike.advice": {
    en: "Take it out, and write down what callers really say instead.",
    "zh-CN": "删掉它，换成来电者真实的说法。",
    "zh-TW": "刪掉它，換成來電者真實的說法。",
  },
  "kb.lint.similar-too-alike.same": {
    en: "“{text}” is “{other}” again but for punctuation, case or script",
    "zh-CN": "除标点、大小写、繁简外，“{text}”与“{other}”相同",
    "zh-TW": "除標點、大小寫、繁簡外，「{text}」與「{other}」相同",
  },
  "kb.lint.similar-too-alike.alike": {
    en: "“{text}” differs from “{other}” only in words that every question has",
    "zh-CN": "“{text}”与“{other}”只差在人人都用的虚词上",
    "zh-TW": "「{text}」與「{other}」只差在人人都用的虛詞上",
  },
  "kb.lint.unreachable-similar.what": {
    en: "Wordings that the index would miss if they were not written down (leave-one-out)",
    "zh-CN": "去掉后索引就答不对的问法（逐条留出检验）",
    "zh-TW": "拿掉後索引就答不對的問法（逐筆留出檢驗）",
  },
  "kb.lint.unreachable-similar.advice": {
    en: "Keep it, and add a wording or two in the same words: callers who talk like this are not understood yet.",
    "zh-CN": "保留它，并用类似的说法再补一两条：这样说话的来电者目前还不能被听懂。",
    "zh-TW": "保留它，並用類似的說法再補一兩條：這樣說話的來電者目前還不能被聽懂。",
  },
  "kb.lint.unreachable-similar.nothing": {
    en: "without it, “{text}” finds nothing",
    "zh-CN": "去掉它后，“{text}”什么也找不到",
    "zh-TW": "拿掉它後，「{text}」什麼也找不到",
  },
  "kb.lint.unreachable-similar.behind": {
    en: "without it, “{text}” finds “{question}” ({id}) first, this entry in place {place}",
    "zh-CN": "去掉它后，“{text}”首先找到“{question}”（{id}），本条排第 {place}",
    "zh-TW": "拿掉它後，「{text}」首先找到「{question}」（{id}），本筆排第 {place}",
  },
  "kb.lint.unreachable-similar.lost": {
    en: "without it, “{text}” finds “{question}” ({id}) and this entry not at all",
    "zh-CN": "去掉它后，“{text}”找到的是“{question}”（{id}），找不到本条",
    "zh-TW": "拿掉它後，「{text}」找到的是「{question}」（{id}），找不到本筆",
  },
  "kb.lint.unreachable-similar.sampled": {
    en: "unreachable-similar: asked {asked} of {of} similar questions; --loo-limit 0 asks all",
    "zh-CN": "unreachable-similar：只检验了 {of} 条相似问中的 {asked} 条；--loo-limit 0 检验全部",
    "zh-TW": "unreachable-similar：只檢驗了 {of} 筆相似問中的 {asked} 筆；--loo-limit 0 檢驗全部",
  },
  "kb.lint.unreachable-similar.share": {
    en: "leave-one-out: {share}% of {asked} similar questions find their entry without being written down; missed: {missed}",
    "zh-CN": "逐条留出检验：{asked} 条相似问中有 {share}% 不写进去也能找到本条；找不到：{missed}",
    "zh-TW": "逐筆留出檢驗：{asked} 筆相似問中有 {share}% 不寫進去也能找到本筆；找不到：{missed}",
  },
} as const satisfies Record<string, Message>;
