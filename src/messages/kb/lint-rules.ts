import type { Message } from "../locale.js";

/** What the rules of `kefu kb lint` find, what to do about it, and their findings. */
export const kbLintRuleMessages = {
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
  "kb.lint.too-few-similar.what": {
    en: "Entries with hardly any similar question",
    "zh-CN": "相似问太少",
    "zh-TW": "相似問太少",
  },
  "kb.lint.too-few-similar.advice": {
    en: "Write down how callers really ask: short, long, upset, in other words.",
    "zh-CN": "写下来电者真实的问法：短的、长的、着急的、换个说法的。",
    "zh-TW": "寫下來電者真實的問法：短的、長的、著急的、換個說法的。",
  },
  "kb.lint.too-few-similar.found": {
    en: "similar questions: {count}, fewer than {least}",
    "zh-CN": "相似问只有 {count} 条，少于 {least} 条",
    "zh-TW": "相似問只有 {count} 筆，少於 {least} 筆",
  },
  "kb.lint.too-few-similar.file": {
    en: "entries here with fewer than {least} similar questions: {count} of {of}",
    "zh-CN": "这里相似问少于 {least} 条的知识点：{of} 条中有 {count} 条",
    "zh-TW": "這裡相似問少於 {least} 筆的知識點：{of} 筆中有 {count} 筆",
  },
  "kb.lint.too-many-similar.what": {
    en: "More similar questions than other products take",
    "zh-CN": "相似问过多，超出其他产品的上限",
    "zh-TW": "相似問過多，超出其他產品的上限",
  },
  "kb.lint.too-many-similar.advice": {
    en: "Keep those that differ; split the entry if it means several things.",
    "zh-CN": "只留有区别的；如果包含几个意思，请拆成几条。",
    "zh-TW": "只留有區別的；如果包含幾個意思，請拆成幾筆。",
  },
  "kb.lint.too-many-similar.found": {
    en: "similar questions: {count}, more than {most}",
    "zh-CN": "相似问有 {count} 条，超过 {most} 条",
    "zh-TW": "相似問有 {count} 筆，超過 {most} 筆",
  },
  "kb.lint.too-many-related.what": {
    en: "More related entries than a screen or a caller takes",
    "zh-CN": "关联问过多",
    "zh-TW": "關聯問過多",
  },
  "kb.lint.too-many-related.advice": {
    en: "Keep the few that callers ask next.",
    "zh-CN": "只留来电者接着会问的几条。",
    "zh-TW": "只留來電者接著會問的幾筆。",
  },
  "kb.lint.too-many-related.found": {
    en: "related entries: {count}, more than {most}",
    "zh-CN": "关联问有 {count} 条，超过 {most} 条",
    "zh-TW": "關聯問有 {count} 筆，超過 {most} 筆",
  },
  "kb.lint.related-missing.what": {
    en: "Related entries that do not exist",
    "zh-CN": "关联的知识点不存在",
    "zh-TW": "關聯的知識點不存在",
  },
  "kb.lint.related-missing.advice": {
    en: "Correct the id or the question, or take it out.",
    "zh-CN": "改正编号或问题，或删去该关联。",
    "zh-TW": "改正編號或問題，或刪去該關聯。",
  },
  "kb.lint.related-missing.found": {
    en: "there is no entry “{name}” to be related to",
    "zh-CN": "关联的“{name}”不存在",
    "zh-TW": "關聯的「{name}」不存在",
  },
  "kb.lint.related-expired.what": {
    en: "Related entries that are expired, not yet in effect or offline",
    "zh-CN": "关联的知识点已失效、未生效或已下线",
    "zh-TW": "關聯的知識點已失效、未生效或已下線",
  },
  "kb.lint.related-expired.advice": {
    en: "Point to what is valid now, or renew the other entry.",
    "zh-CN": "改为指向现行有效的知识点，或更新对方的有效期。",
    "zh-TW": "改為指向現行有效的知識點，或更新對方的有效期。",
  },
  "kb.lint.related-expired.over": {
    en: "the related “{question}” ({id}) expired on {date}",
    "zh-CN": "关联的“{question}”（{id}）已于 {date} 失效",
    "zh-TW": "關聯的「{question}」（{id}）已於 {date} 失效",
  },
  "kb.lint.related-expired.ahead": {
    en: "the related “{question}” ({id}) is not in effect before {date}",
    "zh-CN": "关联的“{question}”（{id}）要到 {date} 才生效",
    "zh-TW": "關聯的「{question}」（{id}）要到 {date} 才生效",
  },
  "kb.lint.related-expired.offline": {
    en: "the related “{question}” ({id}) is offline",
    "zh-CN": "关联的“{question}”（{id}）已下线",
    "zh-TW": "關聯的「{question}」（{id}）已下線",
  },
  "kb.lint.expired.what": {
    en: "Entries outside their effective period",
    "zh-CN": "不在有效期内的知识点",
    "zh-TW": "不在有效期內的知識點",
  },
  "kb.lint.expired.advice": {
    en: "Renew the period, or take the entry out.",
    "zh-CN": "更新有效期，或删去该条。",
    "zh-TW": "更新有效期，或刪去該筆。",
  },
  "kb.lint.expired.over": {
    en: "expired on {date}: it is not served any more",
    "zh-CN": "已于 {date} 失效，不再提供",
    "zh-TW": "已於 {date} 失效，不再提供",
  },
  "kb.lint.expired.ahead": { en: "not in effect before {date}", "zh-CN": "{date} 才生效", "zh-TW": "{date} 才生效" },
  "kb.lint.expired.never": {
    en: "ends ({until}) before it starts ({from}): it is never served",
    "zh-CN": "失效时间（{until}）早于生效时间（{from}），永远不会提供",
    "zh-TW": "失效時間（{until}）早於生效時間（{from}），永遠不會提供",
  },
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
  "kb.lint.question-too-long.what": {
    en: "Questions longer than other products take",
    "zh-CN": "问题过长，超出其他产品的上限",
    "zh-TW": "問題過長，超出其他產品的上限",
  },
  "kb.lint.question-too-long.advice": {
    en: "Say the one thing that is asked; the rest belongs into the answer.",
    "zh-CN": "只写要问的那一件事，其余放进答案。",
    "zh-TW": "只寫要問的那一件事，其餘放進答案。",
  },
  "kb.lint.question-too-long.found": {
    en: "characters: {length}, more than {most}",
    "zh-CN": "{length} 个字，超过 {most} 个字",
    "zh-TW": "{length} 個字，超過 {most} 個字",
  },
  "kb.lint.answer-too-long.what": {
    en: "Answers longer than their channel takes",
    "zh-CN": "答案过长，超出渠道限制",
    "zh-TW": "答案過長，超出管道限制",
  },
  "kb.lint.answer-too-long.advice": {
    en: "Shorten it, or add an answer for this channel.",
    "zh-CN": "缩短，或为该渠道另写答案。",
    "zh-TW": "縮短，或為該管道另寫答案。",
  },
  "kb.lint.answer-too-long.found": {
    en: "characters: {length}, more than {most} for {channel}",
    "zh-CN": "{length} 个字，超过{channel}渠道的 {most} 个字",
    "zh-TW": "{length} 個字，超過{channel}管道的 {most} 個字",
  },
  "kb.lint.answer-too-long.spoken": {
    en: "about {length} syllables, more than {most} for {channel}",
    "zh-CN": "约 {length} 个音节，超过{channel}渠道的 {most} 个",
    "zh-TW": "約 {length} 個音節，超過{channel}管道的 {most} 個",
  },
  "kb.lint.answer-too-long.bytes": {
    en: "bytes: {length}, more than {most} for {channel}",
    "zh-CN": "{length} 字节，超过{channel}渠道的 {most} 字节",
    "zh-TW": "{length} 位元組，超過{channel}管道的 {most} 位元組",
  },
  "kb.lint.broken-link.what": { en: "Addresses that lead nowhere", "zh-CN": "打不开的链接", "zh-TW": "打不開的連結" },
  "kb.lint.broken-link.advice": {
    en: "Correct the address; with --online every address is fetched.",
    "zh-CN": "改正地址；加 --online 会逐个访问检查。",
    "zh-TW": "改正網址；加 --online 會逐個連線檢查。",
  },
  "kb.lint.broken-link.syntax": {
    en: "this is no address: {address}",
    "zh-CN": "地址写错了：{address}",
    "zh-TW": "網址寫錯了：{address}",
  },
  "kb.lint.broken-link.no-host": {
    en: "the address has no valid host: {address}",
    "zh-CN": "地址里没有有效的域名：{address}",
    "zh-TW": "網址裡沒有有效的網域：{address}",
  },
  "kb.lint.broken-link.doubled": {
    en: "http stands in it twice: {address}",
    "zh-CN": "http 写了两遍：{address}",
    "zh-TW": "http 寫了兩遍：{address}",
  },
  "kb.lint.broken-link.private": {
    en: "callers cannot reach this address: {address}",
    "zh-CN": "来电者打不开这个地址：{address}",
    "zh-TW": "來電者打不開這個網址：{address}",
  },
  "kb.lint.broken-link.empty": { en: "a link without an address", "zh-CN": "链接没有地址", "zh-TW": "連結沒有網址" },
  "kb.lint.broken-link.gone": {
    en: "nothing is there any more: {address} ({reason})",
    "zh-CN": "页面已不存在：{address}（{reason}）",
    "zh-TW": "網頁已不存在：{address}（{reason}）",
  },
  "kb.lint.broken-link.unclear": {
    en: "could not be checked: {address} ({reason})",
    "zh-CN": "无法确认：{address}（{reason}）",
    "zh-TW": "無法確認：{address}（{reason}）",
  },
  "kb.lint.missing-variant.what": {
    en: "Entries without the channel, locale or tier that most of their sheet have",
    "zh-CN": "缺少同表多数知识点都有的渠道、地区或客户等级的答案",
    "zh-TW": "缺少同表多數知識點都有的管道、地區或客戶等級的答案",
  },
  "kb.lint.missing-variant.advice": {
    en: "Write the missing answer, or waive it with the reason.",
    "zh-CN": "补写缺少的答案，或注明理由予以豁免。",
    "zh-TW": "補寫缺少的答案，或註明理由予以豁免。",
  },
  "kb.lint.missing-variant.siblings": {
    en: "no answer for {variant}, which {count} of {of} entries here have",
    "zh-CN": "没有“{variant}”的答案，而同表 {of} 条中有 {count} 条有",
    "zh-TW": "沒有「{variant}」的答案，而同表 {of} 筆中有 {count} 筆有",
  },
  "kb.lint.missing-variant.served": {
    en: "all answers are for other channels than {channel}, which the bot serves",
    "zh-CN": "所有答案都不是给{channel}渠道的，而机器人服务的正是它",
    "zh-TW": "所有答案都不是給{channel}管道的，而機器人服務的正是它",
  },
  "kb.lint.category-once.what": {
    en: "Categories that only one entry has",
    "zh-CN": "只有一条知识点的类目",
    "zh-TW": "只有一筆知識點的類目",
  },
  "kb.lint.category-once.advice": {
    en: "Check the spelling, or put the entry into a category that others share.",
    "zh-CN": "检查是否写错，或归入已有的类目。",
    "zh-TW": "檢查是否寫錯，或歸入已有的類目。",
  },
  "kb.lint.category-once.found": {
    en: "no other entry is in the category “{category}”",
    "zh-CN": "类目“{category}”下只有这一条",
    "zh-TW": "類目「{category}」下只有這一筆",
  },
  "kb.lint.category-once.near": {
    en: "no other entry is in the category “{category}”; is “{near}” meant?",
    "zh-CN": "类目“{category}”下只有这一条；是不是“{near}”？",
    "zh-TW": "類目「{category}」下只有這一筆；是不是「{near}」？",
  },
  "kb.lint.category-once.many": {
    en: "categories with one entry only: {count} of {of}",
    "zh-CN": "只有一条知识点的类目：{of} 个中有 {count} 个",
    "zh-TW": "只有一筆知識點的類目：{of} 個中有 {count} 個",
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
