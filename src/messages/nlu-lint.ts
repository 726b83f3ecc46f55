import type { Message } from "./locale.js";

/** Messages of `kefu nlu lint`. */
export const nluLintMessages = {
  "nlu.lint.description": {
    en: "Look for mistakes in training data: contradictions, twins, leakage into test data, uneven entity marks",
    "zh-CN": "检查训练语料：矛盾、近似重复、训练与测试泄漏、实体标注不一致等",
    "zh-TW": "檢查訓練語料：矛盾、近似重複、訓練與測試洩漏、實體標註不一致等",
  },
  "nlu.lint.option.test": {
    en: "test data that must not hold training data, may be repeated",
    "zh-CN": "不应含有训练语料的测试数据，可重复",
    "zh-TW": "不應含有訓練語料的測試資料，可重複",
  },
  "nlu.lint.examples": {
    en: "Examples:\n  $ kefu nlu lint                                  the data that kefu.yaml names\n  $ kefu nlu lint train.csv --test test.csv\n  $ kefu nlu lint --rules two-intents,leakage --test test.csv --format github\n  $ kefu nlu lint --format sarif -o nlu.sarif",
    "zh-CN":
      "示例：\n  $ kefu nlu lint                                  检查 kefu.yaml 指定的语料\n  $ kefu nlu lint train.csv --test test.csv\n  $ kefu nlu lint --rules two-intents,leakage --test test.csv --format github\n  $ kefu nlu lint --format sarif -o nlu.sarif",
    "zh-TW":
      "範例：\n  $ kefu nlu lint                                  檢查 kefu.yaml 指定的語料\n  $ kefu nlu lint train.csv --test test.csv\n  $ kefu nlu lint --rules two-intents,leakage --test test.csv --format github\n  $ kefu nlu lint --format sarif -o nlu.sarif",
  },
  "nlu.lint.unknown-rule": {
    en: "there is no rule {rule}; there are: {known}",
    "zh-CN": "没有规则 {rule}；现有：{known}",
    "zh-TW": "沒有規則 {rule}；現有：{known}",
  },
  "nlu.lint.summary": {
    en: "errors: {errors}, warnings: {warnings}, notes: {infos}, waived: {waived}; utterances: {utterances}, rules: {rules}",
    "zh-CN": "错误 {errors}，警告 {warnings}，提示 {infos}，已豁免 {waived}；例句 {utterances} 条，规则 {rules} 条",
    "zh-TW": "錯誤 {errors}，警告 {warnings}，提示 {infos}，已豁免 {waived}；例句 {utterances} 條，規則 {rules} 條",
  },
  "nlu.lint.more": {
    en: "{rule}: {count} more; --rules {rule}, -o or --json shows all",
    "zh-CN": "{rule}：另有 {count} 处；用 --rules {rule}、-o 或 --json 查看全部",
    "zh-TW": "{rule}：另有 {count} 處；用 --rules {rule}、-o 或 --json 檢視全部",
  },
  "nlu.lint.two-intents": {
    en: "“{text}” stands under {intent} and under {other}",
    "zh-CN": "“{text}”同时出现在 {intent} 和 {other} 下",
    "zh-TW": "「{text}」同時出現在 {intent} 和 {other} 下",
  },
  "nlu.lint.two-intents.what": {
    en: "one utterance under two intents (but for case, script and punctuation)",
    "zh-CN": "同一例句出现在两个意图下（不计大小写、繁简与标点）",
    "zh-TW": "同一例句出現在兩個意圖下（不計大小寫、繁簡與標點）",
  },
  "nlu.lint.two-intents.advice": {
    en: "whatever is learnt of it is wrong half of the time: keep it in one intent, or merge the intents",
    "zh-CN": "无论学成哪个都有一半是错的：只保留在一个意图下，或合并两个意图",
    "zh-TW": "無論學成哪個都有一半是錯的：只保留在一個意圖下，或合併兩個意圖",
  },
  "nlu.lint.near-duplicate": {
    en: "“{text}” ({intent}) says nearly the same as “{twin}” ({other}); characters in common: {likeness}",
    "zh-CN": "“{text}”（{intent}）与“{twin}”（{other}）几乎相同；字面相似度 {likeness}",
    "zh-TW": "「{text}」（{intent}）與「{twin}」（{other}）幾乎相同；字面相似度 {likeness}",
  },
  "nlu.lint.near-duplicate.what": {
    en: "nearly the same words under two intents",
    "zh-CN": "几乎相同的例句出现在两个意图下",
    "zh-TW": "幾乎相同的例句出現在兩個意圖下",
  },
  "nlu.lint.near-duplicate.advice": {
    en: "look whether one of them is in the wrong intent; where the small difference matters, give both intents more examples of it",
    "zh-CN": "看看其中一条是否放错了意图；若差别确实重要，请为两个意图各补充体现该差别的例句",
    "zh-TW": "看看其中一條是否放錯了意圖；若差別確實重要，請為兩個意圖各補充呈現該差別的例句",
  },
  "nlu.lint.leakage": {
    en: "test line “{text}” stands in the training data",
    "zh-CN": "测试行“{text}”在训练语料中",
    "zh-TW": "測試行「{text}」在訓練語料中",
  },
  "nlu.lint.leakage.what": {
    en: "a line of the test data that was trained on",
    "zh-CN": "测试数据中被训练过的行",
    "zh-TW": "測試資料中被訓練過的行",
  },
  "nlu.lint.leakage.advice": {
    en: "take it out of one of the two: it makes the figures better than the model is",
    "zh-CN": "请从其中一处删除：它会让指标高于模型的真实水平",
    "zh-TW": "請從其中一處刪除：它會讓指標高於模型的真實水準",
  },
  "nlu.lint.near-leakage": {
    en: "test line “{text}” is nearly the training line “{twin}”",
    "zh-CN": "测试行“{text}”与训练行“{twin}”几乎相同",
    "zh-TW": "測試行「{text}」與訓練行「{twin}」幾乎相同",
  },
  "nlu.lint.near-leakage.what": {
    en: "a line of the test data that is nearly one of the training data",
    "zh-CN": "测试数据中与训练语料几乎相同的行",
    "zh-TW": "測試資料中與訓練語料幾乎相同的行",
  },
  "nlu.lint.near-leakage.advice": {
    en: "divide the data with `kefu nlu split`, which keeps twins on one side",
    "zh-CN": "请用 `kefu nlu split` 划分数据，它会把近似重复放在同一侧",
    "zh-TW": "請用 `kefu nlu split` 劃分資料，它會把近似重複放在同一側",
  },
  "nlu.lint.no-words": {
    en: "“{text}” ({intent}) holds no words",
    "zh-CN": "“{text}”（{intent}）不含文字",
    "zh-TW": "「{text}」（{intent}）不含文字",
  },
  "nlu.lint.no-words.what": {
    en: "an example of nothing but addresses, digits or signs",
    "zh-CN": "只含网址、数字或符号的例句",
    "zh-TW": "只含網址、數字或符號的例句",
  },
  "nlu.lint.no-words.advice": {
    en: "leave it out; let a regular expression or an entity find such input",
    "zh-CN": "请删除；此类输入应由正则或实体识别",
    "zh-TW": "請刪除；此類輸入應由正規表示式或實體識別",
  },
  "nlu.lint.entity-conflict": {
    en: "“{words}” is marked {entity} here, and {usual} elsewhere ({count} times): {text}",
    "zh-CN": "“{words}”在此标为 {entity}，其他地方标为 {usual}（{count} 次）：{text}",
    "zh-TW": "「{words}」在此標為 {entity}，其他地方標為 {usual}（{count} 次）：{text}",
  },
  "nlu.lint.entity-conflict.what": {
    en: "words that are marked as another entity than nearly everywhere",
    "zh-CN": "与绝大多数地方标注为不同实体的词",
    "zh-TW": "與絕大多數地方標註為不同實體的詞",
  },
  "nlu.lint.entity-conflict.advice": {
    en: "mark them the same way, or give one entity two roles",
    "zh-CN": "请统一标注，或用同一实体的两个角色区分",
    "zh-TW": "請統一標註，或用同一實體的兩個角色區分",
  },
  "nlu.lint.entity-unmarked": {
    en: "“{words}” is not marked here, and is {entity} elsewhere ({count} times): {text}",
    "zh-CN": "“{words}”在此未标注，其他地方标为 {entity}（{count} 次）：{text}",
    "zh-TW": "「{words}」在此未標註，其他地方標為 {entity}（{count} 次）：{text}",
  },
  "nlu.lint.entity-unmarked.what": {
    en: "words that are an entity nearly everywhere, and not marked here",
    "zh-CN": "绝大多数地方标为实体、此处却未标注的词",
    "zh-TW": "絕大多數地方標為實體、此處卻未標註的詞",
  },
  "nlu.lint.entity-unmarked.advice": {
    en: "mark them: an unmarked example teaches that they are no entity",
    "zh-CN": "请补上标注：未标注的例句会让模型学到它不是实体",
    "zh-TW": "請補上標註：未標註的例句會讓模型學到它不是實體",
  },
  "nlu.lint.too-few": {
    en: "intent {intent}: different examples: {count}; {wanted} or more are advised",
    "zh-CN": "意图 {intent} 只有 {count} 条不同的例句，建议不少于 {wanted} 条",
    "zh-TW": "意圖 {intent} 只有 {count} 條不同的例句，建議不少於 {wanted} 條",
  },
  "nlu.lint.too-few.what": { en: "an intent with few examples", "zh-CN": "例句太少的意图", "zh-TW": "例句太少的意圖" },
  "nlu.lint.too-few.advice": {
    en: "write more, best from what callers really said; kefu nlu eval shows what more data would buy",
    "zh-CN": "请补充例句，最好取自真实用户的说法；kefu nlu eval 会显示增加数据的收益",
    "zh-TW": "請補充例句，最好取自真實使用者的說法；kefu nlu eval 會顯示增加資料的效益",
  },
  "nlu.lint.too-uniform": {
    en: "intent {intent}: of {count} examples {alike} are nearly the same as another one",
    "zh-CN": "意图 {intent} 的 {count} 条例句中有 {alike} 条与另一条几乎相同",
    "zh-TW": "意圖 {intent} 的 {count} 條例句中有 {alike} 條與另一條幾乎相同",
  },
  "nlu.lint.too-uniform.what": {
    en: "an intent whose examples are mostly variants of one another",
    "zh-CN": "例句大多互为变体的意图",
    "zh-TW": "例句大多互為變體的意圖",
  },
  "nlu.lint.too-uniform.advice": {
    en: "variants teach little: replace some by other wordings, lengths and orders of words",
    "zh-CN": "变体能教的不多：请换成不同的措辞、长度和语序",
    "zh-TW": "變體能教的不多：請換成不同的措辭、長度和語序",
  },
  "nlu.lint.imbalance": {
    en: "intent {intent} has {count} examples, the intent in the middle {median}",
    "zh-CN": "意图 {intent} 有 {count} 条例句，而中位数意图只有 {median} 条",
    "zh-TW": "意圖 {intent} 有 {count} 條例句，而中位數意圖只有 {median} 條",
  },
  "nlu.lint.imbalance.what": {
    en: "an intent with ten times the examples of others",
    "zh-CN": "例句数量是其他意图十倍以上的意图",
    "zh-TW": "例句數量是其他意圖十倍以上的意圖",
  },
  "nlu.lint.imbalance.advice": {
    en: "it draws requests of others to itself: write more for those, divide it, or thin it out",
    "zh-CN": "它会吸走其他意图的请求：请为其他意图补充例句，或拆分、精简该意图",
    "zh-TW": "它會吸走其他意圖的請求：請為其他意圖補充例句，或拆分、精簡該意圖",
  },
  "nlu.lint.too-long": {
    en: "{length} characters (more than {most}): {text}",
    "zh-CN": "{length} 个字符（超过 {most}）：{text}",
    "zh-TW": "{length} 個字元（超過 {most}）：{text}",
  },
  "nlu.lint.too-long.what": { en: "a very long example", "zh-CN": "过长的例句", "zh-TW": "過長的例句" },
  "nlu.lint.too-long.advice": {
    en: "keep the sentence that says what is wanted; stories around it hide the intent",
    "zh-CN": "请保留说明诉求的那句话；前后的叙述会掩盖意图",
    "zh-TW": "請保留說明訴求的那句話；前後的敘述會掩蓋意圖",
  },
  "nlu.lint.repeated": {
    en: "“{text}” stands more than once in {intent}",
    "zh-CN": "“{text}”在 {intent} 中出现多次",
    "zh-TW": "「{text}」在 {intent} 中出現多次",
  },
  "nlu.lint.repeated.what": {
    en: "one utterance more than once in an intent (but for case, script and punctuation)",
    "zh-CN": "同一意图中重复的例句（不计大小写、繁简与标点）",
    "zh-TW": "同一意圖中重複的例句（不計大小寫、繁簡與標點）",
  },
  "nlu.lint.repeated.advice": {
    en: "leave the repetitions out: they count as examples without being any",
    "zh-CN": "请删除重复：它们算作例句却没有新内容",
    "zh-TW": "請刪除重複：它們算作例句卻沒有新內容",
  },
  "nlu.lint.waiver.what": {
    en: "a waiver that is over, or that nothing needs",
    "zh-CN": "过期或多余的豁免",
    "zh-TW": "過期或多餘的豁免",
  },
  "nlu.lint.waiver.advice": {
    en: "take it out of nlu.lint.waivers in kefu.yaml, or renew it",
    "zh-CN": "请从 kefu.yaml 的 nlu.lint.waivers 中删去，或更新期限",
    "zh-TW": "請從 kefu.yaml 的 nlu.lint.waivers 中刪去，或更新期限",
  },
} satisfies Record<string, Message>;
