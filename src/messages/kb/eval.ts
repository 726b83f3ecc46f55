import type { Message } from "../locale.js";

/** Messages of `kb eval`. */
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
  "kb.eval.title": { en: "Evaluation of the knowledge base", "zh-CN": "知识库评测", "zh-TW": "知識庫評測" },
  "kb.eval.figures": {
    en: "{n} questions: {inScope} in scope, {outOfScope} out of scope",
    "zh-CN": "共 {n} 个问题：范围内 {inScope}，超出范围 {outOfScope}",
    "zh-TW": "共 {n} 個問題：範圍內 {inScope}，超出範圍 {outOfScope}",
  },
  "kb.eval.figure": { en: "figure", "zh-CN": "指标", "zh-TW": "指標" },
  "kb.eval.value": { en: "value", "zh-CN": "值", "zh-TW": "值" },
  "kb.eval.interval": { en: "95% interval", "zh-CN": "95% 区间", "zh-TW": "95% 區間" },
  "kb.eval.over": { en: "over", "zh-CN": "分母", "zh-TW": "分母" },
  "kb.eval.over.inScope": { en: "questions in scope", "zh-CN": "范围内问题", "zh-TW": "範圍內問題" },
  "kb.eval.over.all": { en: "all questions", "zh-CN": "全部问题", "zh-TW": "全部問題" },
  "kb.eval.over.answers": { en: "answers given", "zh-CN": "给出的答案", "zh-TW": "給出的答案" },
  "kb.eval.over.outOfScope": { en: "questions out of scope", "zh-CN": "超出范围的问题", "zh-TW": "超出範圍的問題" },
  "kb.eval.over.clarifications": {
    en: "clarifications of questions in scope",
    "zh-CN": "范围内问题的澄清",
    "zh-TW": "範圍內問題的澄清",
  },
  "kb.eval.name.recall": { en: "recall@{depth}", "zh-CN": "召回率@{depth}", "zh-TW": "召回率@{depth}" },
  "kb.eval.name.mrr": { en: "MRR", "zh-CN": "MRR", "zh-TW": "MRR" },
  "kb.eval.name.ndcg": { en: "nDCG@10", "zh-CN": "nDCG@10", "zh-TW": "nDCG@10" },
  "kb.eval.name.coverage": { en: "coverage", "zh-CN": "覆盖率", "zh-TW": "覆蓋率" },
  "kb.eval.name.wrongAnswerRate": { en: "wrong-answer rate", "zh-CN": "误答率", "zh-TW": "誤答率" },
  "kb.eval.name.precision": { en: "answer precision", "zh-CN": "答准率", "zh-TW": "答準率" },
  "kb.eval.name.oosRejected": { en: "out of scope, not answered", "zh-CN": "超范围拒答率", "zh-TW": "超範圍拒答率" },
  "kb.eval.name.clarified": { en: "asked back", "zh-CN": "澄清率", "zh-TW": "澄清率" },
  "kb.eval.name.clarifiedRight": {
    en: "right entry among the choices",
    "zh-CN": "选项含正确知识点",
    "zh-TW": "選項含正確知識點",
  },
  "kb.eval.name.area": {
    en: "area under risk–coverage (least possible)",
    "zh-CN": "风险–覆盖曲线下面积（最小可能值）",
    "zh-TW": "風險–覆蓋曲線下面積（最小可能值）",
  },
  "kb.eval.name.ece": { en: "expected calibration error", "zh-CN": "期望校准误差", "zh-TW": "期望校準誤差" },
  "kb.eval.thresholds": {
    en: "answers from {answer} on, asks back from {clarify} on (accepted wrong-answer rate {rate})",
    "zh-CN": "{answer} 起应答，{clarify} 起澄清（可接受误答率 {rate}）",
    "zh-TW": "{answer} 起應答，{clarify} 起澄清（可接受誤答率 {rate}）",
  },
  "kb.eval.latency": {
    en: "time a question: median {p50} ms, 95% under {p95} ms",
    "zh-CN": "每个问题耗时：中位数 {p50} 毫秒，95% 低于 {p95} 毫秒",
    "zh-TW": "每個問題耗時：中位數 {p50} 毫秒，95% 低於 {p95} 毫秒",
  },
  "kb.eval.by-kind": { en: "By kind", "zh-CN": "按问法类型", "zh-TW": "按問法類型" },
  "kb.eval.by-category": {
    en: "By category of the expected entry",
    "zh-CN": "按期望知识点的类目",
    "zh-TW": "按期望知識點的類目",
  },
  "kb.eval.kind": { en: "kind", "zh-CN": "类型", "zh-TW": "類型" },
  "kb.eval.category": { en: "category", "zh-CN": "类目", "zh-TW": "類目" },
  "kb.eval.none": { en: "(none)", "zh-CN": "（无）", "zh-TW": "（無）" },
  "kb.eval.count": { en: "n", "zh-CN": "题数", "zh-TW": "題數" },
  "kb.eval.more": {
    en: "shown: {shown} of {total}",
    "zh-CN": "已显示 {shown} / {total}",
    "zh-TW": "已顯示 {shown} / {total}",
  },
  "kb.eval.risk": { en: "Risk and coverage", "zh-CN": "风险与覆盖", "zh-TW": "風險與覆蓋" },
  "kb.eval.risk.note": {
    en: "Every threshold of the score: what it answers and what of that is wrong. The dot is the threshold in use.",
    "zh-CN": "每个分数阈值下能回答多少、其中错多少；圆点为当前阈值。",
    "zh-TW": "每個分數閾值下能回答多少、其中錯多少；圓點為目前閾值。",
  },
  "kb.eval.risk.threshold": { en: "threshold", "zh-CN": "阈值", "zh-TW": "閾值" },
  "kb.eval.risk.share": {
    en: "share of answers that are wrong",
    "zh-CN": "答案中错误的比例",
    "zh-TW": "答案中錯誤的比例",
  },
  "kb.eval.risk.rate": { en: "wrong-answer rate", "zh-CN": "误答率", "zh-TW": "誤答率" },
  "kb.eval.risk.current": { en: "threshold in use", "zh-CN": "当前阈值", "zh-TW": "目前閾值" },
  "kb.eval.reliability": { en: "Reliability of the score", "zh-CN": "分数的可靠性", "zh-TW": "分數的可靠性" },
  "kb.eval.reliability.note": {
    en: "How often the first entry is right, by its score; on the dashed line a score means what it says. Bars: how many questions.",
    "zh-CN": "首个知识点在各分数段的正确率；落在虚线上表示分数可信。柱：问题数。",
    "zh-TW": "首個知識點在各分數段的正確率；落在虛線上表示分數可信。柱：問題數。",
  },
  "kb.eval.reliability.score": { en: "score", "zh-CN": "分数", "zh-TW": "分數" },
  "kb.eval.reliability.right": { en: "right", "zh-CN": "正确率", "zh-TW": "正確率" },
  "kb.eval.reliability.mean": { en: "mean score", "zh-CN": "平均分数", "zh-TW": "平均分數" },
  "kb.eval.reliability.perfect": { en: "perfect", "zh-CN": "理想", "zh-TW": "理想" },
  "kb.eval.kinds.note": {
    en: "Recall@1 with its 95% interval.",
    "zh-CN": "召回率@1 及其 95% 区间。",
    "zh-TW": "召回率@1 及其 95% 區間。",
  },
  "kb.eval.failures": { en: "Failures", "zh-CN": "失败列表", "zh-TW": "失敗列表" },
  "kb.eval.failures.none": { en: "no failures", "zh-CN": "没有失败", "zh-TW": "沒有失敗" },
  "kb.eval.failures.search": { en: "Search the failures", "zh-CN": "搜索失败列表", "zh-TW": "搜尋失敗列表" },
  "kb.eval.failure.query": { en: "question", "zh-CN": "问题", "zh-TW": "問題" },
  "kb.eval.failure.expected": { en: "expected", "zh-CN": "期望", "zh-TW": "期望" },
  "kb.eval.failure.first": { en: "came first", "zh-CN": "排第一", "zh-TW": "排第一" },
  "kb.eval.failure.score": { en: "score", "zh-CN": "分数", "zh-TW": "分數" },
  "kb.eval.failure.rank": { en: "rank", "zh-CN": "名次", "zh-TW": "名次" },
  "kb.eval.failure.decision": { en: "decision", "zh-CN": "决策", "zh-TW": "決策" },
  "kb.eval.failure.nothing": { en: "(no answer)", "zh-CN": "（不应回答）", "zh-TW": "（不應回答）" },
  "kb.eval.decision.answer": { en: "answered", "zh-CN": "应答", "zh-TW": "應答" },
  "kb.eval.decision.clarify": { en: "asked back", "zh-CN": "澄清", "zh-TW": "澄清" },
  "kb.eval.decision.abstain": { en: "abstained", "zh-CN": "拒答", "zh-TW": "拒答" },
  "kb.eval.decision.wrong": { en: "answered wrongly", "zh-CN": "误答", "zh-TW": "誤答" },
  "kb.eval.noise": {
    en: "Noise (each question beside its clean wording)",
    "zh-CN": "噪声（逐题与原问法对照）",
    "zh-TW": "雜訊（逐題與原問法對照）",
  },
  "kb.eval.noise.clean": { en: "recall@1 clean", "zh-CN": "召回率@1（原问法）", "zh-TW": "召回率@1（原問法）" },
  "kb.eval.noise.noisy": { en: "with noise", "zh-CN": "加噪声后", "zh-TW": "加雜訊後" },
  "kb.eval.noise.lost": { en: "lost", "zh-CN": "损失", "zh-TW": "損失" },
  "kb.eval.noise.p": { en: "p", "zh-CN": "p 值", "zh-TW": "p 值" },
  "kb.eval.comparison": {
    en: "Compared with {baseline}: {n} questions in both",
    "zh-CN": "与 {baseline} 比较：共同问题 {n} 个",
    "zh-TW": "與 {baseline} 比較：共同問題 {n} 個",
  },
  "kb.eval.comparison.before": { en: "before", "zh-CN": "之前", "zh-TW": "先前" },
  "kb.eval.comparison.now": { en: "now", "zh-CN": "现在", "zh-TW": "現在" },
  "kb.eval.comparison.difference": { en: "difference", "zh-CN": "差值", "zh-TW": "差值" },
  "kb.eval.comparison.gained": { en: "better", "zh-CN": "变好", "zh-TW": "變好" },
  "kb.eval.comparison.lost": { en: "worse", "zh-CN": "变差", "zh-TW": "變差" },
  "kb.eval.comparison.answeredRight": { en: "answered rightly", "zh-CN": "答对", "zh-TW": "答對" },
  "kb.eval.comparison.answeredWrong": { en: "answered wrongly", "zh-CN": "答错", "zh-TW": "答錯" },
  "kb.eval.comparison.unpaired": {
    en: "questions that only one of the two has: {count}",
    "zh-CN": "只在其中一方出现的问题：{count}",
    "zh-TW": "只在其中一方出現的問題：{count}",
  },
  "kb.eval.flips": {
    en: "Questions whose first entry changed from right to wrong or back",
    "zh-CN": "首个知识点对错发生变化的问题",
    "zh-TW": "首個知識點對錯發生變化的問題",
  },
  "kb.eval.flips.change": { en: "change", "zh-CN": "变化", "zh-TW": "變化" },
  "kb.eval.flips.gained": { en: "now right", "zh-CN": "变对", "zh-TW": "變對" },
  "kb.eval.flips.lost": { en: "now wrong", "zh-CN": "变错", "zh-TW": "變錯" },
  "kb.eval.gate-failed": {
    en: "{metric} is {value}, and should be {sign} {bound}",
    "zh-CN": "{metric} 为 {value}，应 {sign} {bound}",
    "zh-TW": "{metric} 為 {value}，應 {sign} {bound}",
  },
  "kb.eval.fact.file": { en: "questions", "zh-CN": "问题文件", "zh-TW": "問題檔案" },
  "kb.eval.fact.version": { en: "version", "zh-CN": "版本", "zh-TW": "版本" },
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
