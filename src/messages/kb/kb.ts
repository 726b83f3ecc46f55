import type { Message } from "../locale.js";

/** Messages of looking into a knowledge base: search, ask, list, show, stats. Other commands have files of their own. */
export const kbMessages = {
  "kb.index.damaged": {
    en: "{path} is damaged or is not part of a kefu index",
    "zh-CN": "{path} 已损坏，或不是 kefu 的索引文件",
    "zh-TW": "{path} 已損壞，或不是 kefu 的索引檔案",
  },
  "kb.index.missing-segment": {
    en: "the index is incomplete, its file {path} is missing",
    "zh-CN": "索引不完整，缺少文件 {path}",
    "zh-TW": "索引不完整，缺少檔案 {path}",
  },
  "kb.index.other-embedder": {
    en: "the index was made with another encoder: {found}, now in use: {wanted}",
    "zh-CN": "索引是用另一个句向量模型生成的：{found}，当前使用：{wanted}",
    "zh-TW": "索引是用另一個句向量模型產生的：{found}，目前使用：{wanted}",
  },
  "kb.index.other-tokeniser": {
    en: "the index was made with another version of the tokeniser: {found}, now in use: {wanted}",
    "zh-CN": "索引是用另一版本的分词器生成的：{found}，当前使用：{wanted}",
    "zh-TW": "索引是用另一版本的斷詞器產生的：{found}，目前使用：{wanted}",
  },
  "kb.index.hint.ingest": {
    en: "run `kefu kb ingest`, which makes the index again",
    "zh-CN": "运行 `kefu kb ingest`，会重新生成索引",
    "zh-TW": "執行 `kefu kb ingest`，會重新產生索引",
  },
  "kb.channel.web": { en: "web", "zh-CN": "网页", "zh-TW": "網頁" },
  "kb.channel.voice": { en: "voice", "zh-CN": "语音", "zh-TW": "語音" },
  "kb.channel.keypad": { en: "keypad", "zh-CN": "按键", "zh-TW": "按鍵" },
  "kb.channel.wechat": { en: "WeChat", "zh-CN": "微信", "zh-TW": "微信" },
  "kb.status.online": { en: "online", "zh-CN": "上线", "zh-TW": "上線" },
  "kb.status.offline": { en: "offline", "zh-CN": "下线", "zh-TW": "下線" },
  "kb.status.draft": { en: "draft", "zh-CN": "草稿", "zh-TW": "草稿" },
  "kb.list.description": { en: "List entries", "zh-CN": "列出知识点", "zh-TW": "列出知識點" },
  "kb.list.option.category": {
    en: "only this category and those below it",
    "zh-CN": "只列出此类目及其下级",
    "zh-TW": "只列出此類目及其下級",
  },
  "kb.list.option.status": {
    en: "only this status: online, offline, draft",
    "zh-CN": "只列出此状态：online（上线）、offline（下线）、draft（草稿）",
    "zh-TW": "只列出此狀態：online（上線）、offline（下線）、draft（草稿）",
  },
  "kb.list.option.source": {
    en: "only this source file or folder",
    "zh-CN": "只列出来自此文件或文件夹的",
    "zh-TW": "只列出來自此檔案或資料夾的",
  },
  "kb.list.option.limit": { en: "at most this many", "zh-CN": "最多列出多少条", "zh-TW": "最多列出多少筆" },
  "kb.list.examples": {
    en: `Examples:
  $ kefu kb list --category 电商 --limit 20
  $ kefu kb list --status draft --json`,
    "zh-CN": `示例：
  $ kefu kb list --category 电商 --limit 20
  $ kefu kb list --status draft --json`,
    "zh-TW": `範例：
  $ kefu kb list --category 電商 --limit 20
  $ kefu kb list --status draft --json`,
  },
  "kb.list.column.id": { en: "id", "zh-CN": "知识ID", "zh-TW": "知識ID" },
  "kb.list.column.category": { en: "category", "zh-CN": "类目", "zh-TW": "類目" },
  "kb.list.column.question": { en: "standard question", "zh-CN": "标准问", "zh-TW": "標準問" },
  "kb.list.column.status": { en: "status", "zh-CN": "状态", "zh-TW": "狀態" },
  "kb.list.column.similar": { en: "similar", "zh-CN": "相似问数", "zh-TW": "相似問數" },
  "kb.list.column.source": { en: "source", "zh-CN": "来源", "zh-TW": "來源" },
  "kb.list.more": {
    en: "shown: {shown} of {total}",
    "zh-CN": "已显示 {shown} 条，共 {total} 条",
    "zh-TW": "已顯示 {shown} 筆，共 {total} 筆",
  },
  "kb.show.description": {
    en: "Show one entry whole",
    "zh-CN": "查看一个知识点的全部内容",
    "zh-TW": "檢視一個知識點的全部內容",
  },
  "kb.show.argument.id": { en: "id of the entry", "zh-CN": "知识ID", "zh-TW": "知識ID" },
  "kb.show.examples": {
    en: `Example:
  $ kefu kb show BK-001`,
    "zh-CN": `示例：
  $ kefu kb show BK-001`,
    "zh-TW": `範例：
  $ kefu kb show BK-001`,
  },
  "kb.show.unknown": {
    en: "there is no entry {id}",
    "zh-CN": "没有知识ID为 {id} 的知识点",
    "zh-TW": "沒有知識ID為 {id} 的知識點",
  },
  "kb.show.unknown-hint": {
    en: "kefu kb list shows all ids",
    "zh-CN": "用 kefu kb list 查看所有知识ID",
    "zh-TW": "用 kefu kb list 檢視所有知識ID",
  },
  "kb.show.effective": { en: "effective", "zh-CN": "有效期", "zh-TW": "有效期" },
  "kb.show.similar": { en: "similar questions", "zh-CN": "相似问", "zh-TW": "相似問" },
  "kb.show.related": { en: "related", "zh-CN": "关联问", "zh-TW": "關聯問" },
  "kb.show.negative": { en: "negative keywords", "zh-CN": "否定关键词", "zh-TW": "否定關鍵詞" },
  "kb.show.tags": { en: "tags", "zh-CN": "标签", "zh-TW": "標籤" },
  "kb.show.answer": { en: "answer", "zh-CN": "答案", "zh-TW": "答案" },
  "kb.stats.description": {
    en: "Figures of the knowledge base",
    "zh-CN": "知识库统计",
    "zh-TW": "知識庫統計",
  },
  "kb.stats.examples": {
    en: `Example:
  $ kefu kb stats --json`,
    "zh-CN": `示例：
  $ kefu kb stats --json`,
    "zh-TW": `範例：
  $ kefu kb stats --json`,
  },
  "kb.stats.summary": {
    en: "entries: {entries}, questions: {questions}, answers: {answers}, with an effective period: {dated}",
    "zh-CN": "知识点：{entries}，问法：{questions}，答案：{answers}，设有效期：{dated}",
    "zh-TW": "知識點：{entries}，問法：{questions}，答案：{answers}，設有效期：{dated}",
  },
  "kb.stats.index": {
    en: "index: generation {generation}, segments: {segments}, {size} MB, replaced entries still in it: {dead}, encoder: {embedder}",
    "zh-CN": "索引：第 {generation} 代，分段：{segments}，{size} MB，待清理的旧知识点：{dead}，句向量模型：{embedder}",
    "zh-TW": "索引：第 {generation} 代，分段：{segments}，{size} MB，待清理的舊知識點：{dead}，句向量模型：{embedder}",
  },
  "kb.stats.statuses": { en: "status", "zh-CN": "状态", "zh-TW": "狀態" },
  "kb.stats.categories": { en: "category", "zh-CN": "类目", "zh-TW": "類目" },
  "kb.stats.sources": { en: "source", "zh-CN": "来源", "zh-TW": "來源" },
  "kb.stats.locales": { en: "language of answers", "zh-CN": "答案语言", "zh-TW": "答案語言" },
  "kb.stats.channels": { en: "channel of answers", "zh-CN": "答案渠道", "zh-TW": "答案管道" },
  "kb.stats.entries": { en: "entries", "zh-CN": "知识点", "zh-TW": "知識點" },
  "kb.stats.any": { en: "any", "zh-CN": "通用", "zh-TW": "通用" },
  "kb.stats.none": { en: "(none)", "zh-CN": "（无）", "zh-TW": "（無）" },
  "kb.search.description": {
    en: "Entries that fit a text, best first",
    "zh-CN": "按相关度列出与文本匹配的知识点",
    "zh-TW": "依相關度列出與文字相符的知識點",
  },
  "kb.search.argument.text": { en: "what a caller says", "zh-CN": "用户的问法", "zh-TW": "使用者的問法" },
  "kb.search.option.limit": { en: "at most this many", "zh-CN": "最多列出多少条", "zh-TW": "最多列出多少筆" },
  "kb.search.option.status": {
    en: "entries of this status (default: online)",
    "zh-CN": "只查这种状态的知识点（默认：online）",
    "zh-TW": "只查這種狀態的知識點（預設：online）",
  },
  "kb.search.option.explain": {
    en: "show what each part of the search found",
    "zh-CN": "显示各检索通道的得分和作用",
    "zh-TW": "顯示各檢索通道的得分和作用",
  },
  "kb.search.examples": {
    en: `Examples:
  $ kefu kb search "how do I get a refund" --explain
  $ kefu kb search 怎么退款 --limit 3 --explain`,
    "zh-CN": `示例：
  $ kefu kb search 怎么退款
  $ kefu kb search 怎么退款 --limit 3 --explain`,
    "zh-TW": `範例：
  $ kefu kb search 怎麼退款
  $ kefu kb search 怎麼退款 --limit 3 --explain`,
  },
  "kb.search.none": {
    en: "nothing in the knowledge base fits this text",
    "zh-CN": "知识库里没有匹配的知识点",
    "zh-TW": "知識庫裡沒有相符的知識點",
  },
  "kb.search.column.score": { en: "score", "zh-CN": "得分", "zh-TW": "得分" },
  "kb.search.column.matched": { en: "matched question", "zh-CN": "命中的问法", "zh-TW": "命中的問法" },
  "kb.search.explain.exact": {
    en: "the text is one of the entry's questions",
    "zh-CN": "与该知识点的问法完全一致",
    "zh-TW": "與該知識點的問法完全一致",
  },
  "kb.search.feature.lexical": { en: "question", "zh-CN": "问题字面", "zh-TW": "問題字面" },
  "kb.search.feature.coverage": { en: "words covered", "zh-CN": "词语覆盖", "zh-TW": "詞語覆蓋" },
  "kb.search.feature.brevity": { en: "short question", "zh-CN": "问法简短", "zh-TW": "問法簡短" },
  "kb.search.feature.body": { en: "answer", "zh-CN": "答案字面", "zh-TW": "答案字面" },
  "kb.search.feature.vector": { en: "meaning", "zh-CN": "语义", "zh-TW": "語意" },
  "kb.ask.description": {
    en: "Decide on a question by the knowledge base: answer, ask back, or abstain",
    "zh-CN": "知识库对一个问题的决定：回答、澄清还是拒答",
    "zh-TW": "知識庫對一個問題的決定：回答、釐清或拒答",
  },
  "kb.ask.option.channel": {
    en: "channel of the caller (default: bot.channel of kefu.yaml)",
    "zh-CN": "用户所在渠道（默认：kefu.yaml 的 bot.channel）",
    "zh-TW": "使用者所在管道（預設：kefu.yaml 的 bot.channel）",
  },
  "kb.ask.option.tier": { en: "tier of the caller", "zh-CN": "用户等级", "zh-TW": "使用者等級" },
  "kb.ask.option.answer-locale": {
    en: "language of the answer (default: that of the text)",
    "zh-CN": "答案的语言（默认与问题一致）",
    "zh-TW": "答案的語言（預設與問題一致）",
  },
  "kb.ask.option.at": {
    en: "local date or date-time at which it is asked (default: now)",
    "zh-CN": "提问的本地日期或时间（默认：现在）",
    "zh-TW": "提問的當地日期或時間（預設：現在）",
  },
  "kb.ask.examples": {
    en: `Examples:
  $ kefu kb ask "I forgot my password"
  $ kefu kb ask "How long does a refund take, and how do I get an invoice?"
  $ kefu kb ask 忘记密码怎么办 --channel voice
  $ kefu kb ask 運費怎麼算 --at 2026-06-01 --json`,
    "zh-CN": `示例：
  $ kefu kb ask 忘记密码怎么办
  $ kefu kb ask 退款多久到账？另外发票怎么开
  $ kefu kb ask 忘记密码怎么办 --channel voice
  $ kefu kb ask 运费怎么算 --at 2026-06-01 --json`,
    "zh-TW": `範例：
  $ kefu kb ask 忘記密碼怎麼辦
  $ kefu kb ask 退款多久到帳？另外發票怎麼開 --answer-locale zh-HK
  $ kefu kb ask 忘記密碼怎麼辦 --channel voice
  $ kefu kb ask 運費怎麼算 --at 2026-06-01 --json`,
  },
  "kb.ask.answer": {
    en: "answer (confidence {confidence}): {id} {question}",
    "zh-CN": "回答（把握 {confidence}）：{id} {question}",
    "zh-TW": "回答（把握 {confidence}）：{id} {question}",
  },
  "kb.ask.clarify": {
    en: "ask back (confidence {confidence} that one of these is meant)",
    "zh-CN": "澄清（所问在其中的把握 {confidence}）",
    "zh-TW": "釐清（所問在其中的把握 {confidence}）",
  },
  "kb.ask.abstain": {
    en: "abstain (confidence {confidence}); the bot would say:",
    "zh-CN": "拒答（把握 {confidence}），机器人会说：",
    "zh-TW": "拒答（把握 {confidence}），機器人會說：",
  },
  "kb.ask.nearest": {
    en: "nearest entry: {id} {question}",
    "zh-CN": "最接近的知识点：{id} {question}",
    "zh-TW": "最接近的知識點：{id} {question}",
  },
  "kb.ask.source": { en: "source: {source}", "zh-CN": "来源：{source}", "zh-TW": "來源：{source}" },
} as const satisfies Record<string, Message>;
