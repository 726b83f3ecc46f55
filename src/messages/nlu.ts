import type { Message } from "./locale.js";

/** Messages of the room `nlu`. */
export const nluMessages = {
  "nlu.data.yaml": {
    en: "not valid YAML: {reason}",
    "zh-CN": "不是有效的 YAML（{reason}）",
    "zh-TW": "不是有效的 YAML（{reason}）",
  },
  "nlu.data.too-large": {
    en: "the file is longer than {limit} characters",
    "zh-CN": "文件超过 {limit} 个字符",
    "zh-TW": "檔案超過 {limit} 個字元",
  },
  "nlu.data.aliases": {
    en: "more than {limit} YAML aliases",
    "zh-CN": "YAML 别名超过 {limit} 个",
    "zh-TW": "YAML 別名超過 {limit} 個",
  },
  "nlu.data.empty": {
    en: "the file holds no training data (a list under `nlu:`)",
    "zh-CN": "文件里没有训练语料（`nlu:` 下的列表）",
    "zh-TW": "檔案裡沒有訓練語料（`nlu:` 下的清單）",
  },
  "nlu.data.not-a-map": {
    en: "the file must begin with `version:` and `nlu:`",
    "zh-CN": "文件应以 `version:` 和 `nlu:` 开头",
    "zh-TW": "檔案應以 `version:` 和 `nlu:` 開頭",
  },
  "nlu.data.not-a-list": { en: "`nlu:` must hold a list", "zh-CN": "`nlu:` 下应为列表", "zh-TW": "`nlu:` 下應為清單" },
  "nlu.data.no-version": {
    en: "no `version:`; read as 3.1",
    "zh-CN": "没有 `version:`，按 3.1 读取",
    "zh-TW": "沒有 `version:`，依 3.1 讀取",
  },
  "nlu.data.version": {
    en: "version “{version}” is not known; 2.x and 3.x are",
    "zh-CN": "版本“{version}”未知；支持 2.x 和 3.x",
    "zh-TW": "版本「{version}」未知；支援 2.x 和 3.x",
  },
  "nlu.data.unknown-key": {
    en: "unknown key: {name}; it is not used",
    "zh-CN": "未知的键：{name}，未使用",
    "zh-TW": "未知的鍵：{name}，未使用",
  },
  "nlu.data.item": {
    en: "an item needs exactly one of intent, synonym, regex, lookup, with a name",
    "zh-CN": "每一项应有且只有 intent、synonym、regex、lookup 之一，并写明名称",
    "zh-TW": "每一項應有且只有 intent、synonym、regex、lookup 之一，並寫明名稱",
  },
  "nlu.data.no-examples": {
    en: "“{name}” has no examples",
    "zh-CN": "“{name}”没有例句",
    "zh-TW": "「{name}」沒有例句",
  },
  "nlu.data.example-form": {
    en: "an example must be a text, or hold `text:`",
    "zh-CN": "例句应为文字，或含 `text:`",
    "zh-TW": "例句應為文字，或含 `text:`",
  },
  "nlu.data.example-dash": {
    en: "the line does not begin with “- ” and is left out: {text}",
    "zh-CN": "该行不以“- ”开头，已忽略：{text}",
    "zh-TW": "該行不以「- 」開頭，已忽略：{text}",
  },
  "nlu.data.empty-example": { en: "an empty example is left out", "zh-CN": "空例句已忽略", "zh-TW": "空例句已忽略" },
  "nlu.data.link": {
    en: "taken as text, not as an entity: {text}",
    "zh-CN": "按普通文字处理，不作为实体：{text}",
    "zh-TW": "當作一般文字，不作為實體：{text}",
  },
  "nlu.data.annotation": {
    en: "the entity mark cannot be read: {text}",
    "zh-CN": "实体标注无法识别：{text}",
    "zh-TW": "實體標註無法識別：{text}",
  },
  "nlu.data.regex": {
    en: "not a regular expression: {pattern} ({reason})",
    "zh-CN": "不是有效的正则表达式：{pattern}（{reason}）",
    "zh-TW": "不是有效的正規表示式：{pattern}（{reason}）",
  },
  "nlu.data.json": {
    en: "line is not a JSON object with `text` and `intent`",
    "zh-CN": "该行不是含 `text` 和 `intent` 的 JSON 对象",
    "zh-TW": "該行不是含 `text` 和 `intent` 的 JSON 物件",
  },
  "nlu.data.columns": {
    en: "no columns named text and intent (or 例句 and 意图); found: {found}",
    "zh-CN": "没有名为 text 和 intent（或 例句 和 意图）的列；找到：{found}",
    "zh-TW": "沒有名為 text 和 intent（或 例句 和 意圖）的欄；找到：{found}",
  },
  "nlu.data.row": {
    en: "the row lacks its text or its intent and is left out",
    "zh-CN": "该行缺少文字或意图，已忽略",
    "zh-TW": "該列缺少文字或意圖，已忽略",
  },
  "nlu.data.duplicate": {
    en: "“{text}” stands twice in {intent}; it counts once",
    "zh-CN": "“{text}”在 {intent} 中重复，只计一次",
    "zh-TW": "「{text}」在 {intent} 中重複，只計一次",
  },
  "nlu.data.two-intents": {
    en: "“{text}” stands under {intent} and under {other}",
    "zh-CN": "“{text}”同时出现在 {intent} 和 {other} 下",
    "zh-TW": "「{text}」同時出現在 {intent} 和 {other} 下",
  },
  "nlu.data.few": {
    en: "intent {intent}: examples: {count}; {wanted} or more are advised",
    "zh-CN": "意图 {intent} 只有 {count} 条例句，建议不少于 {wanted} 条",
    "zh-TW": "意圖 {intent} 只有 {count} 條例句，建議不少於 {wanted} 條",
  },
  "nlu.data.one-intent": {
    en: "at least two intents are needed",
    "zh-CN": "至少需要两个意图",
    "zh-TW": "至少需要兩個意圖",
  },
  "nlu.data.unusable": {
    en: "the data cannot be used; errors: {errors}",
    "zh-CN": "语料无法使用；错误：{errors} 处",
    "zh-TW": "語料無法使用；錯誤：{errors} 處",
  },
  "nlu.data.no-files": {
    en: "no training data in {paths}",
    "zh-CN": "在 {paths} 中没有找到训练语料",
    "zh-TW": "在 {paths} 中沒有找到訓練語料",
  },
  "nlu.hint.data": {
    en: "add a file such as nlu/intents.yml, or name one: kefu nlu train FILE",
    "zh-CN": "请添加如 nlu/intents.yml 的文件，或直接指定：kefu nlu train FILE",
    "zh-TW": "請新增如 nlu/intents.yml 的檔案，或直接指定：kefu nlu train FILE",
  },
  "nlu.hint.train": {
    en: "run `kefu nlu train` to make it anew",
    "zh-CN": "请运行 `kefu nlu train` 重新生成",
    "zh-TW": "請執行 `kefu nlu train` 重新產生",
  },
  "nlu.model.none": {
    en: "no model has been trained in this workspace yet",
    "zh-CN": "这个工作区还没有训练过模型",
    "zh-TW": "這個工作區還沒有訓練過模型",
  },
  "nlu.model.not-a-model": {
    en: "{path} is not an intent model",
    "zh-CN": "{path} 不是意图模型",
    "zh-TW": "{path} 不是意圖模型",
  },
  "nlu.model.damaged": {
    en: "{path} is damaged: its checksum does not match",
    "zh-CN": "{path} 已损坏：校验和不符",
    "zh-TW": "{path} 已損毀：總和檢查碼不符",
  },
  "nlu.model.malformed": {
    en: "{path} is damaged: {part} is missing, or not what it must be",
    "zh-CN": "{path} 已损坏：缺少 {part}，或其内容不对",
    "zh-TW": "{path} 已損毀：缺少 {part}，或其內容不對",
  },
  "nlu.model.other-embedder": {
    en: "{path} was trained with the encoder {made}, in other files or settings than {used} here",
    "zh-CN": "{path} 训练时所用的句向量模型 {made} 与当前的 {used} 不一致",
    "zh-TW": "{path} 訓練時所用的句向量模型 {made} 與目前的 {used} 不一致",
  },
  "nlu.option.data": {
    en: "training data, may be repeated: Rasa yml, csv, xlsx or jsonl; a folder stands for all in it (default: nlu.data of kefu.yaml)",
    "zh-CN": "训练语料，可重复：Rasa yml、csv、xlsx 或 jsonl；文件夹表示其中全部（默认取 kefu.yaml 的 nlu.data）",
    "zh-TW": "訓練語料，可重複：Rasa yml、csv、xlsx 或 jsonl；資料夾表示其中全部（預設取 kefu.yaml 的 nlu.data）",
  },
  "nlu.train.description": { en: "Train intents and entities", "zh-CN": "训练意图与实体", "zh-TW": "訓練意圖與實體" },
  "nlu.train.files": { en: "the same as --data", "zh-CN": "同 --data", "zh-TW": "同 --data" },
  "nlu.train.force": {
    en: "train even when nothing has changed",
    "zh-CN": "即使没有变化也重新训练",
    "zh-TW": "即使沒有變化也重新訓練",
  },
  "nlu.train.running": { en: "training", "zh-CN": "训练中", "zh-TW": "訓練中" },
  "nlu.train.unchanged": {
    en: "unchanged since the last training: {path} stays as it is (--force trains anew)",
    "zh-CN": "语料自上次训练以来没有变化：{path} 保持不变（--force 可重新训练）",
    "zh-TW": "語料自上次訓練以來沒有變化：{path} 維持不變（--force 可重新訓練）",
  },
  "nlu.train.done": {
    en: "trained: intents: {intents}, utterances: {utterances}, entity words: {words}",
    "zh-CN": "已训练：意图 {intents} 个，例句 {utterances} 条，实体词 {words} 个",
    "zh-TW": "已訓練：意圖 {intents} 個，例句 {utterances} 條，實體詞 {words} 個",
  },
  "nlu.train.out-of-fold": {
    en: "on unseen examples (pooled over folds, n = {n}): accuracy {accuracy}, calibration error {ece}",
    "zh-CN": "对未见过的例句（各折合并，n = {n}）：准确率 {accuracy}，校准误差 {ece}",
    "zh-TW": "對未見過的例句（各折合併，n = {n}）：準確率 {accuracy}，校準誤差 {ece}",
  },
  "nlu.train.written": {
    en: "written: {path} ({size} KB, {seconds} s)",
    "zh-CN": "已写入：{path}（{size} KB，{seconds} 秒）",
    "zh-TW": "已寫入：{path}（{size} KB，{seconds} 秒）",
  },
  "nlu.train.examples": {
    en: `Examples:
  $ kefu nlu train                     from the data that kefu.yaml names
  $ kefu nlu train intents.csv --force`,
    "zh-CN": `示例：
  $ kefu nlu train                     用 kefu.yaml 指定的语料训练
  $ kefu nlu train intents.csv --force`,
    "zh-TW": `範例：
  $ kefu nlu train                     用 kefu.yaml 指定的語料訓練
  $ kefu nlu train intents.csv --force`,
  },
} as const satisfies Record<string, Message>;
