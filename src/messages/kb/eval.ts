import type { Message } from "../locale.js";

/** `kefu kb eval`: its options, what it says while it runs, and what it refuses. */
export const kbEvalMessages = {
  "kb.eval.description": {
    en: "Measure the knowledge base on labelled questions: how often the right entry comes first, what the decisions come to",
    "zh-CN": "用带标注的问题评测知识库：正确知识点排第一的比例、应答决策的效果",
    "zh-TW": "用帶標註的問題評測知識庫：正確知識點排第一的比例、應答決策的效果",
  },
  "kb.eval.argument.file": {
    en: "questions as jsonl, json, csv, tsv or xlsx: q, ids (empty: out of scope), kind, split",
    "zh-CN": "问题文件（jsonl、json、csv、tsv、xlsx）：q、ids（为空表示超出范围）、kind、split",
    "zh-TW": "問題檔案（jsonl、json、csv、tsv、xlsx）：q、ids（留空表示超出範圍）、kind、split",
  },
  "kb.eval.option.id-field": {
    en: "field of the file that holds the ids (or the standard questions) of the right entries",
    "zh-CN": "文件中存放正确知识点 ID（或标准问）的字段",
    "zh-TW": "檔案中存放正確知識點 ID（或標準問）的欄位",
  },
  "kb.eval.option.split": {
    en: "only the questions whose split is this one",
    "zh-CN": "只评测 split 为此值的问题",
    "zh-TW": "只評測 split 為此值的問題",
  },
  "kb.eval.option.limit": {
    en: "only the first n questions",
    "zh-CN": "只评测前 n 个问题",
    "zh-TW": "只評測前 n 個問題",
  },
  "kb.eval.option.skip-unknown": {
    en: "leave out ids that no entry has, instead of failing",
    "zh-CN": "忽略不存在的 ID，而不是报错",
    "zh-TW": "忽略不存在的 ID，而不是報錯",
  },
  "kb.eval.option.rate": {
    en: "accepted wrong-answer rate, 0 to 1, in place of decide.max_wrong_answer_rate",
    "zh-CN": "可接受的误答率（0 到 1），代替 decide.max_wrong_answer_rate",
    "zh-TW": "可接受的誤答率（0 到 1），取代 decide.max_wrong_answer_rate",
  },
  "kb.eval.option.at": {
    en: "time of asking, for effective periods (default: now)",
    "zh-CN": "提问时间，用于判断有效期（默认：现在）",
    "zh-TW": "提問時間，用於判斷有效期（預設：現在）",
  },
  "kb.eval.option.noise": {
    en: "also ask with noise ({kinds}) and show what it costs",
    "zh-CN": "另外加入噪声（{kinds}）再问一遍，给出损失",
    "zh-TW": "另外加入雜訊（{kinds}）再問一遍，列出損失",
  },
  "kb.eval.option.seed": {
    en: "seed of the intervals and of the noise",
    "zh-CN": "区间估计与噪声的随机种子",
    "zh-TW": "區間估計與雜訊的隨機種子",
  },
  "kb.eval.option.failures": {
    en: "failures shown: 10 on a terminal, all in files and with --json, without this",
    "zh-CN": "列出的失败条数（不指定时：终端 10 条，文件与 --json 全部）",
    "zh-TW": "列出的失敗則數（不指定時：終端機 10 則，檔案與 --json 全部）",
  },
  "kb.eval.option.fail-under": {
    en: "end with exit code 1 unless all of these hold: recall@1=0.5,wrongAnswerRate<=0.05",
    "zh-CN": "不满足任一条件时以退出码 1 结束：recall@1=0.5,wrongAnswerRate<=0.05",
    "zh-TW": "不滿足任一條件時以結束碼 1 結束：recall@1=0.5,wrongAnswerRate<=0.05",
  },
  "kb.eval.option.compare": {
    en: "compare with an earlier evaluation, kept with -o FILE.json, question by question",
    "zh-CN": "与之前用 -o FILE.json 保存的评测逐题比较",
    "zh-TW": "與先前用 -o FILE.json 保存的評測逐題比較",
  },
  "kb.eval.option.compare-workspace": {
    en: "compare with the same questions asked in another workspace",
    "zh-CN": "与另一个工作区回答同样问题的结果比较",
    "zh-TW": "與另一個工作區回答同樣問題的結果比較",
  },
  "kb.eval.option.compare-index": {
    en: "compare with the same questions asked of another index (a folder with manifest.json)",
    "zh-CN": "与另一个索引（含 manifest.json 的文件夹）回答同样问题的结果比较",
    "zh-TW": "與另一個索引（含 manifest.json 的資料夾）回答同樣問題的結果比較",
  },
  "kb.eval.option.output": {
    en: "also write the evaluation as .json, .md or .html; the html page has the curves",
    "zh-CN": "同时写入 .json、.md 或 .html；html 页面含曲线图",
    "zh-TW": "同時寫入 .json、.md 或 .html；html 頁面含曲線圖",
  },
  "kb.eval.option.latency": {
    en: "put the times of answers into the file, too (they differ from run to run)",
    "zh-CN": "文件中也写入应答耗时（每次运行都会不同）",
    "zh-TW": "檔案中也寫入應答耗時（每次執行都會不同）",
  },
  "kb.eval.bad-gate": {
    en: "“{text}” cannot be read: expected figure=bound with a bound from 0 to 1, separated by commas; figures: {known}",
    "zh-CN": "无法读取“{text}”：应为 指标=界限，界限在 0 到 1 之间，以逗号分隔；可用指标：{known}",
    "zh-TW": "無法讀取「{text}」：應為 指標=界限，界限在 0 到 1 之間，以逗號分隔；可用指標：{known}",
  },
  "kb.eval.one-comparison": {
    en: "--compare, --compare-workspace and --compare-index: only one of them at a time",
    "zh-CN": "--compare、--compare-workspace 与 --compare-index 一次只能用一个",
    "zh-TW": "--compare、--compare-workspace 與 --compare-index 一次只能用一個",
  },
  "kb.eval.bad-baseline": {
    en: "not an evaluation that kefu kb eval wrote as JSON: {reason}",
    "zh-CN": "不是 kefu kb eval 写出的 JSON 评测：{reason}",
    "zh-TW": "不是 kefu kb eval 寫出的 JSON 評測：{reason}",
  },
  "kb.eval.unsupported": {
    en: "questions are read from {known}",
    "zh-CN": "问题文件支持的格式：{known}",
    "zh-TW": "問題檔案支援的格式：{known}",
  },
  "kb.eval.no-queries": { en: "there are no questions in it", "zh-CN": "其中没有问题", "zh-TW": "其中沒有問題" },
  "kb.eval.no-split": {
    en: "no question has the split “{split}”; there are: {known}",
    "zh-CN": "没有 split 为“{split}”的问题；现有：{known}",
    "zh-TW": "沒有 split 為「{split}」的問題；現有：{known}",
  },
  "kb.eval.no-question-field": {
    en: "no field holds the questions; fields: {fields}",
    "zh-CN": "没有存放问题的字段；现有字段：{fields}",
    "zh-TW": "沒有存放問題的欄位；現有欄位：{fields}",
  },
  "kb.eval.no-id-field": {
    en: "no field “{name}” holds the ids of the right entries; fields: {fields}",
    "zh-CN": "没有存放正确知识点 ID 的字段“{name}”；现有字段：{fields}",
    "zh-TW": "沒有存放正確知識點 ID 的欄位「{name}」；現有欄位：{fields}",
  },
  "kb.eval.hint.fields": {
    en: "call the questions q and the ids ids (empty for out of scope), or name the field of the ids with --id-field",
    "zh-CN": "把问题字段命名为 q、ID 字段命名为 ids（超出范围则留空），或用 --id-field 指定 ID 字段",
    "zh-TW": "把問題欄位命名為 q、ID 欄位命名為 ids（超出範圍則留空），或用 --id-field 指定 ID 欄位",
  },
  "kb.eval.empty-question": {
    en: "without a question, left out",
    "zh-CN": "没有问题，已略过",
    "zh-TW": "沒有問題，已略過",
  },
  "kb.eval.unknown-id": {
    en: "no entry has the id or the standard question “{id}” (of “{q}”)",
    "zh-CN": "没有 ID 或标准问为“{id}”的知识点（问题：“{q}”）",
    "zh-TW": "沒有 ID 或標準問為「{id}」的知識點（問題：「{q}」）",
  },
  "kb.eval.unknown-ids": {
    en: "ids that no entry of the knowledge base has: {count}",
    "zh-CN": "知识库中不存在的 ID：{count} 个",
    "zh-TW": "知識庫中不存在的 ID：{count} 個",
  },
  "kb.eval.hint.unknown": {
    en: "ingest the sources they come from (kefu kb list shows the ids there are), name another field with --id-field, or leave them out with --skip-unknown",
    "zh-CN": "先导入它们所在的来源（kefu kb list 可查看现有 ID），用 --id-field 换一个字段，或用 --skip-unknown 略过",
    "zh-TW": "先匯入它們所在的來源（kefu kb list 可檢視現有 ID），用 --id-field 換一個欄位，或用 --skip-unknown 略過",
  },
  "kb.eval.by-question": {
    en: "{count} of the expected entries were named by their standard question",
    "zh-CN": "有 {count} 个期望知识点是按标准问匹配的",
    "zh-TW": "有 {count} 個期望知識點是按標準問比對的",
  },
  "kb.eval.skipped": {
    en: "questions left out, because none of their ids is known: {count}",
    "zh-CN": "因 ID 全部未知而略过的问题：{count}",
    "zh-TW": "因 ID 全部未知而略過的問題：{count}",
  },
  "kb.eval.tuned-on": {
    en: "{tuned} of the {n} questions are among those that this workspace was tuned on: of new questions the figures would be worse. Keep some apart: kefu kb tune --queries FILE --split dev, kefu kb eval FILE --split test",
    "zh-CN":
      "{n} 个问题里有 {tuned} 个是本工作区调整时用过的：换成新问题，数字会差一些。请留出一部分不用于调整：kefu kb tune --queries 文件 --split dev，kefu kb eval 文件 --split test",
    "zh-TW":
      "{n} 個問題裡有 {tuned} 個是本工作區調整時用過的：換成新問題，數字會差一些。請留出一部分不用於調整：kefu kb tune --queries 檔案 --split dev，kefu kb eval 檔案 --split test",
  },
  "kb.eval.running": { en: "asking", "zh-CN": "提问中", "zh-TW": "提問中" },
  "kb.eval.running-noise": { en: "asking with noise", "zh-CN": "加噪声提问中", "zh-TW": "加雜訊提問中" },
  "kb.eval.gate-failed": {
    en: "{metric} is {value}, and should be {sign} {bound}",
    "zh-CN": "{metric} 为 {value}，应 {sign} {bound}",
    "zh-TW": "{metric} 為 {value}，應 {sign} {bound}",
  },
  "kb.eval.examples": {
    en: `Examples:
  $ kefu kb eval queries.jsonl                                  figures by kind, and what failed
  $ kefu kb eval queries.csv --id-field 知识ID --split test     the ids stand in 知识ID
  $ kefu kb eval queries.xlsx -o report.html                    a page with curves and all failures
  $ kefu kb eval queries.jsonl --noise typo,homophone           what slips and mishearings cost
  $ kefu kb eval queries.jsonl -o now.json --compare old.json   what changed, with a paired test
  $ kefu kb eval queries.jsonl --fail-under recall@1=0.6        exit code 1 when it is less`,
    "zh-CN": `示例：
  $ kefu kb eval queries.jsonl                                  各类问法的指标与失败列表
  $ kefu kb eval queries.csv --id-field 知识ID --split test     ID 在“知识ID”列
  $ kefu kb eval queries.xlsx -o report.html                    含曲线与全部失败的页面
  $ kefu kb eval queries.jsonl --noise typo,homophone           错字与同音字的损失
  $ kefu kb eval queries.jsonl -o now.json --compare old.json   逐题比较，给出配对检验
  $ kefu kb eval queries.jsonl --fail-under recall@1=0.6        低于此值时退出码为 1`,
    "zh-TW": `範例：
  $ kefu kb eval queries.jsonl                                  各類問法的指標與失敗列表
  $ kefu kb eval queries.csv --id-field 知識ID --split test     ID 在「知識ID」欄
  $ kefu kb eval queries.xlsx -o report.html                    含曲線與全部失敗的頁面
  $ kefu kb eval queries.jsonl --noise typo,homophone           錯字與同音字的損失
  $ kefu kb eval queries.jsonl -o now.json --compare old.json   逐題比較，給出配對檢定
  $ kefu kb eval queries.jsonl --fail-under recall@1=0.6        低於此值時結束碼為 1`,
  },
} as const satisfies Record<string, Message>;
