import type { Message } from "../locale.js";

/** Messages of `kb tune`, and of where a threshold comes from. */
export const kbTuneMessages = {
  "kb.tune.description": {
    en: "Fit search and the answer threshold to this knowledge base, and say what it gained",
    "zh-CN": "用本知识库自己的问法调整检索权重和回答阈值，并报告收益",
    "zh-TW": "以本知識庫自己的問法調整檢索權重與回答門檻，並報告效益",
  },
  "kb.tune.examples": {
    en: `Examples:
  $ kefu kb tune                          on the similar questions of the FAQ: no promise, but often a better order
  $ kefu kb tune --queries callers.xlsx   on callers' questions with the right ids: the threshold is a promise
  $ kefu kb tune --queries callers.jsonl --rate 0.02 --dry-run
  $ kefu kb tune --queries callers.csv -o tuning.md`,
    "zh-CN": `示例：
  $ kefu kb tune                          用 FAQ 里的相似问：不能承诺误答率，但常能改善排序
  $ kefu kb tune --queries callers.xlsx   用标好知识ID的用户提问：阈值即为承诺
  $ kefu kb tune --queries callers.jsonl --rate 0.02 --dry-run
  $ kefu kb tune --queries callers.csv -o tuning.md`,
    "zh-TW": `範例：
  $ kefu kb tune                          使用 FAQ 裡的相似問：無法承諾誤答率，但常能改善排序
  $ kefu kb tune --queries callers.xlsx   使用標好知識ID的使用者提問：門檻即為承諾
  $ kefu kb tune --queries callers.jsonl --rate 0.02 --dry-run
  $ kefu kb tune --queries callers.csv -o tuning.md`,
  },
  "kb.tune.option.queries": {
    en: "labelled questions (jsonl, csv or xlsx with q and ids, as for kb eval; ids empty: out of scope)",
    "zh-CN": "标注好的提问（jsonl、csv 或 xlsx，含 q 和 ids，同 kb eval；ids 为空表示知识库外的问题）",
    "zh-TW": "標註好的提問（jsonl、csv 或 xlsx，含 q 與 ids，同 kb eval；ids 空白表示知識庫外的問題）",
  },
  "kb.tune.option.id-field": {
    en: "field of the queries that holds the ids",
    "zh-CN": "提问文件中存放知识ID的字段",
    "zh-TW": "提問檔案中存放知識ID的欄位",
  },
  "kb.tune.option.split": {
    en: "only queries whose field split says this",
    "zh-CN": "只用 split 字段为此值的提问",
    "zh-TW": "只用 split 欄位為此值的提問",
  },
  "kb.tune.option.skip-unknown": {
    en: "leave queries out whose ids are not in the knowledge base",
    "zh-CN": "略过知识ID不在知识库中的提问",
    "zh-TW": "略過知識ID不在知識庫中的提問",
  },
  "kb.tune.option.rate": {
    en: "wrong-answer rate at which coverage is compared (default: decide.max_wrong_answer_rate)",
    "zh-CN": "在此误答率下比较覆盖率（默认：decide.max_wrong_answer_rate）",
    "zh-TW": "在此誤答率下比較覆蓋率（預設：decide.max_wrong_answer_rate）",
  },
  "kb.tune.option.seed": {
    en: "seed of the sample and of the noise",
    "zh-CN": "抽样和加噪声的随机种子",
    "zh-TW": "抽樣與加雜訊的亂數種子",
  },
  "kb.tune.option.dry-run": {
    en: "report only, and leave the tuning as it is",
    "zh-CN": "只报告，不改动现有调整结果",
    "zh-TW": "只報告，不更動現有調整結果",
  },
  "kb.tune.option.output": {
    en: "write the report to a file (.md or .json)",
    "zh-CN": "把报告写入文件（.md 或 .json）",
    "zh-TW": "將報告寫入檔案（.md 或 .json）",
  },
  "kb.tune.running": { en: "Asking questions", "zh-CN": "逐条提问", "zh-TW": "逐條提問" },
  "kb.tune.no-questions": {
    en: "there is nothing to tune on: no entry has similar questions, and no labelled questions were given",
    "zh-CN": "没有可用来调整的问题：知识点都没有相似问，也没有给出标注提问",
    "zh-TW": "沒有可用來調整的問題：知識點都沒有相似問，也沒有提供標註提問",
  },
  "kb.tune.no-questions.hint": {
    en: "collect callers' questions with the ids that answer them (ids empty where nothing does) and run kefu kb tune --queries FILE; until then the shipped weights and thresholds are used",
    "zh-CN":
      "收集用户提问并标上能回答它的知识ID（答不了的留空），再运行 kefu kb tune --queries 文件；在此之前使用自带的权重和阈值",
    "zh-TW":
      "收集使用者提問並標上能回答它的知識ID（答不了的留空），再執行 kefu kb tune --queries 檔案；在此之前使用內建的權重與門檻",
  },
  "kb.tune.damaged": {
    en: "{path} is damaged",
    "zh-CN": "{path} 已损坏",
    "zh-TW": "{path} 已損壞",
  },
  "kb.tune.hint.again": {
    en: "run kefu kb tune again, or remove the file",
    "zh-CN": "请重新运行 kefu kb tune，或删除该文件",
    "zh-TW": "請重新執行 kefu kb tune，或刪除該檔案",
  },
  "kb.tune.stale": {
    en: "the tuning is ignored ({why}); run kefu kb tune again",
    "zh-CN": "已忽略之前的调整（{why}）；请重新运行 kefu kb tune",
    "zh-TW": "已忽略先前的調整（{why}）；請重新執行 kefu kb tune",
  },
  "kb.tune.stale.program": {
    en: "it was made by another version of kefu",
    "zh-CN": "由另一版本的 kefu 生成",
    "zh-TW": "由另一版本的 kefu 產生",
  },
  "kb.tune.stale.embedder": {
    en: "it was made with another encoder",
    "zh-CN": "由另一个编码模型生成",
    "zh-TW": "由另一個編碼模型產生",
  },
  "kb.tune.stale.index": {
    en: "{percent}% of the knowledge base has changed since",
    "zh-CN": "此后知识库已有 {percent}% 变动",
    "zh-TW": "此後知識庫已有 {percent}% 變動",
  },
  "kb.tune.state.none": {
    en: "not tuned: shipped weights and thresholds",
    "zh-CN": "尚未调整：使用自带的权重和阈值",
    "zh-TW": "尚未調整：使用內建的權重與門檻",
  },
  "kb.tune.state.labelled": {
    en: "tuned on labelled questions: {questions}; weights: {weights}",
    "zh-CN": "已用标注提问调整：{questions} 条；权重：{weights}",
    "zh-TW": "已用標註提問調整：{questions} 條；權重：{weights}",
  },
  "kb.tune.state.similar": {
    en: "tuned on its own similar questions: {questions}; weights: {weights}",
    "zh-CN": "已用自身的相似问调整：{questions} 条；权重：{weights}",
    "zh-TW": "已用自身的相似問調整：{questions} 條；權重：{weights}",
  },
  "kb.tune.title": { en: "Tuning", "zh-CN": "调整结果", "zh-TW": "調整結果" },
  "kb.tune.used.labelled": {
    en: "labelled questions: {n}, of them out of scope: {out}",
    "zh-CN": "标注提问：{n} 条，其中知识库外：{out} 条",
    "zh-TW": "標註提問：{n} 條，其中知識庫外：{out} 條",
  },
  "kb.tune.used.similar": {
    en: "similar questions, each asked of the knowledge base without it: {n} of {known}; as mistyped, misheard or politely put: {noisy}; without their whole entry, so that nothing answers them: {out}",
    "zh-CN":
      "相似问（逐条从知识库中拿掉后再提问）：{n} / {known} 条；其中加了错字、同音字或客套话：{noisy} 条；连同知识点一起拿掉（变成库外问题）：{out} 条",
    "zh-TW":
      "相似問（逐條從知識庫中拿掉後再提問）：{n} / {known} 條；其中加了錯字、同音字或客套話：{noisy} 條；連同知識點一起拿掉（變成庫外問題）：{out} 條",
  },
  "kb.tune.column.figure": { en: "held out", "zh-CN": "留出部分", "zh-TW": "保留部分" },
  "kb.tune.column.shipped": { en: "shipped weights", "zh-CN": "自带权重", "zh-TW": "內建權重" },
  "kb.tune.column.tuned": { en: "fitted weights", "zh-CN": "拟合权重", "zh-TW": "擬合權重" },
  "kb.tune.column.gain": { en: "gain", "zh-CN": "收益", "zh-TW": "效益" },
  "kb.tune.figure.recall": { en: "recall@1", "zh-CN": "首条命中率", "zh-TW": "首條命中率" },
  "kb.tune.figure.coverage": {
    en: "coverage at a wrong-answer rate of {rate}",
    "zh-CN": "误答率 {rate} 下的覆盖率",
    "zh-TW": "誤答率 {rate} 下的覆蓋率",
  },
  "kb.tune.figure.wrong": { en: "wrong-answer rate", "zh-CN": "误答率", "zh-TW": "誤答率" },
  "kb.tune.weights.tuned": {
    en: "weights: the fitted ones, which are better beyond chance",
    "zh-CN": "权重：采用拟合权重，确有改善（非偶然）",
    "zh-TW": "權重：採用擬合權重，確有改善（非偶然）",
  },
  "kb.tune.weights.kept": {
    en: "weights: no better: kept the shipped ones",
    "zh-CN": "权重：没有改善，保留自带权重",
    "zh-TW": "權重：沒有改善，保留內建權重",
  },
  "kb.tune.weights.too-few": {
    en: "weights: shipped ones (fitting takes {least} questions in scope)",
    "zh-CN": "权重：自带权重（拟合至少需要 {least} 条库内提问）",
    "zh-TW": "權重：內建權重（擬合至少需要 {least} 條庫內提問）",
  },
  "kb.tune.weights.name.tuned": { en: "fitted", "zh-CN": "拟合", "zh-TW": "擬合" },
  "kb.tune.weights.name.shipped": { en: "shipped", "zh-CN": "自带", "zh-TW": "內建" },
  "kb.tune.estimate": {
    en: "similar questions are written by the authors of the FAQ: what is measured on them is an estimate and no promise; callers' own questions, labelled, give one (--queries)",
    "zh-CN": "相似问出自 FAQ 编写者：在其上测得的只是估计，不是承诺；要得到承诺，请用标注好的用户提问（--queries）",
    "zh-TW": "相似問出自 FAQ 撰寫者：在其上測得的只是估計，不是承諾；要得到承諾，請用標註好的使用者提問（--queries）",
  },
  "kb.tune.stricter": {
    en: "stricter than the shipped threshold of {usual}: fewer questions are answered, more are asked back; kefu kb eval FILE shows how many, and removing .kefu/tuning.json goes back",
    "zh-CN":
      "比自带的阈值 {usual} 更严：直接回答的会变少，澄清会变多；kefu kb eval 文件 可看差多少，删除 .kefu/tuning.json 即可恢复",
    "zh-TW":
      "比內建的門檻 {usual} 更嚴：直接回答的會變少，澄清會變多；kefu kb eval 檔案 可看差多少，刪除 .kefu/tuning.json 即可復原",
  },
  "kb.tune.no-out-of-scope": {
    en: "none of the labelled questions is out of scope: the promise holds only where callers ask nothing else either; add such questions in their proportion, with empty ids",
    "zh-CN": "标注提问中没有库外问题：只有用户也从不问库外问题时承诺才成立；请按实际比例加入此类提问（ids 留空）",
    "zh-TW": "標註提問中沒有庫外問題：只有使用者也從不問庫外問題時承諾才成立；請按實際比例加入此類提問（ids 留空）",
  },
  "kb.tune.by-question": {
    en: "named by their standard question and not by id: {n}",
    "zh-CN": "以标准问而非知识ID标注：{n} 条",
    "zh-TW": "以標準問而非知識ID標註：{n} 條",
  },
  "kb.tune.dry-run": {
    en: "dry run: nothing was written",
    "zh-CN": "试运行：未写入任何内容",
    "zh-TW": "試執行：未寫入任何內容",
  },
  "kb.decide.basis.labelled": {
    en: "threshold {threshold}: promises at most {rate} wrong answers of all questions, chosen on labelled questions of this workspace: {questions}",
    "zh-CN": "阈值 {threshold}：承诺误答率不超过 {rate}，依据本工作区的标注提问：{questions} 条",
    "zh-TW": "門檻 {threshold}：承諾誤答率不超過 {rate}，依據本工作區的標註提問：{questions} 條",
  },
  "kb.decide.basis.similar": {
    en: "threshold {threshold} for a wrong-answer rate of {rate}: an estimate from this workspace's similar questions ({questions}) and other knowledge bases, no promise; kefu kb tune --queries FILE gives one",
    "zh-CN":
      "阈值 {threshold}（误答率 {rate}）：由本工作区的相似问（{questions} 条）和其他知识库估计，不是承诺；kefu kb tune --queries 文件 可得到承诺",
    "zh-TW":
      "門檻 {threshold}（誤答率 {rate}）：由本工作區的相似問（{questions} 條）與其他知識庫估計，不是承諾；kefu kb tune --queries 檔案 可得到承諾",
  },
  "kb.decide.basis.default": {
    en: "threshold {threshold} for a wrong-answer rate of {rate}: experience with other knowledge bases, no promise for this one; kefu kb tune --queries FILE gives one",
    "zh-CN":
      "阈值 {threshold}（误答率 {rate}）：来自其他知识库的经验，对本库不是承诺；kefu kb tune --queries 文件 可得到承诺",
    "zh-TW":
      "門檻 {threshold}（誤答率 {rate}）：來自其他知識庫的經驗，對本庫不是承諾；kefu kb tune --queries 檔案 可得到承諾",
  },
  "kb.decide.basis.too-few": {
    en: "threshold {threshold} for a wrong-answer rate of {rate}: experience with other knowledge bases; the labelled questions here ({questions}) are too few to promise it, which takes {needed}",
    "zh-CN":
      "阈值 {threshold}（误答率 {rate}）：来自其他知识库的经验；本库的标注提问（{questions} 条）不足以承诺，至少需要 {needed} 条",
    "zh-TW":
      "門檻 {threshold}（誤答率 {rate}）：來自其他知識庫的經驗；本庫的標註提問（{questions} 條）不足以承諾，至少需要 {needed} 條",
  },
  "kb.decide.basis.exact": {
    en: "only exact matches are answered: a wrong-answer rate of {rate} is too low to promise here",
    "zh-CN": "只回答完全一致的问题：误答率 {rate} 过低，此处无法承诺",
    "zh-TW": "只回答完全一致的問題：誤答率 {rate} 過低，此處無法承諾",
  },
  "kb.decide.basis.all": {
    en: "every question is answered: the accepted wrong-answer rate is 1",
    "zh-CN": "所有问题都回答：可接受的误答率为 1",
    "zh-TW": "所有問題都回答：可接受的誤答率為 1",
  },
} as const satisfies Record<string, Message>;
