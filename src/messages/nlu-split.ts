import type { Message } from "./locale.js";

/** Messages of `kefu nlu split`. */
export const nluSplitMessages = {
  "nlu.split.description": {
    en: "Divide data into training and test files: each intent by its share, near duplicates on one side",
    "zh-CN": "把数据划分为训练与测试文件：各意图按比例，近似重复放在同一侧",
    "zh-TW": "把資料劃分為訓練與測試檔案：各意圖按比例，近似重複放在同一側",
  },
  "nlu.split.output": {
    en: "folder for train and test, or fold-1/train, fold-1/test …",
    "zh-CN": "存放 train、test（或 fold-1/train、fold-1/test 等）的文件夹",
    "zh-TW": "存放 train、test（或 fold-1/train、fold-1/test 等）的資料夾",
  },
  "nlu.split.test": {
    en: "share of the test part, between 0 and 1",
    "zh-CN": "测试部分的比例，0 与 1 之间",
    "zh-TW": "測試部分的比例，0 與 1 之間",
  },
  "nlu.split.folds": {
    en: "folds for cross-validation instead, each the test part once",
    "zh-CN": "改为交叉验证的折数，每折轮流作测试",
    "zh-TW": "改為交叉驗證的折數，每折輪流作測試",
  },
  "nlu.split.seed": { en: "seed of the division", "zh-CN": "划分用的随机种子", "zh-TW": "劃分用的隨機種子" },
  "nlu.split.to": {
    en: "form of the files (default: that of the first input)",
    "zh-CN": "文件格式（默认同第一个输入）",
    "zh-TW": "檔案格式（預設同第一個輸入）",
  },
  "nlu.split.bad-share": {
    en: "a number between 0 and 1 is needed, such as 0.2",
    "zh-CN": "需要 0 与 1 之间的数，例如 0.2",
    "zh-TW": "需要 0 與 1 之間的數，例如 0.2",
  },
  "nlu.split.examples": {
    en: "Examples:\n  $ kefu nlu split intents.csv -o data --test 0.2\n  $ kefu nlu split nlu/ -o folds --folds 5 --seed 7\n  $ kefu nlu split data.json#train -o data --to jsonl --json",
    "zh-CN":
      "示例：\n  $ kefu nlu split intents.csv -o data --test 0.2\n  $ kefu nlu split nlu/ -o folds --folds 5 --seed 7\n  $ kefu nlu split data.json#train -o data --to jsonl --json",
    "zh-TW":
      "範例：\n  $ kefu nlu split intents.csv -o data --test 0.2\n  $ kefu nlu split nlu/ -o folds --folds 5 --seed 7\n  $ kefu nlu split data.json#train -o data --to jsonl --json",
  },
  "nlu.split.file": { en: "file", "zh-CN": "文件", "zh-TW": "檔案" },
  "nlu.split.utterances": { en: "utterances", "zh-CN": "例句", "zh-TW": "例句" },
  "nlu.split.intents": { en: "intents", "zh-CN": "意图", "zh-TW": "意圖" },
  "nlu.split.test-part": { en: "in test", "zh-CN": "测试", "zh-TW": "測試" },
  "nlu.split.groups": {
    en: "groups of near duplicates kept together: {groups} ({grouped} utterances)",
    "zh-CN": "放在同一侧的近似重复：{groups} 组（{grouped} 条例句）",
    "zh-TW": "放在同一側的近似重複：{groups} 組（{grouped} 條例句）",
  },
  "nlu.split.untested": {
    en: "intents without a test line: {intents}",
    "zh-CN": "没有测试行的意图：{intents}",
    "zh-TW": "沒有測試行的意圖：{intents}",
  },
  "nlu.split.lost": {
    en: "{count} things have no place in {format} files (lookups, synonyms, patterns …); --to rasa keeps them",
    "zh-CN": "有 {count} 处内容在 {format} 文件中没有位置（词表、同义词、正则等）；--to rasa 可以保留",
    "zh-TW": "有 {count} 處內容在 {format} 檔案中沒有位置（詞表、同義詞、正規表示式等）；--to rasa 可以保留",
  },
  "nlu.split.gone": {
    en: "removed, of an earlier division: {files}",
    "zh-CN": "已删除上一次划分留下的文件：{files}",
    "zh-TW": "已刪除上一次劃分留下的檔案：{files}",
  },
} satisfies Record<string, Message>;
