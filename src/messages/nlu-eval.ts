import type { Message } from "./locale.js";

/** Messages of `nlu eval`: how it is called, and what it refuses. */
export const nluEvalMessages = {
  "nlu.eval.description": {
    en: "Measure how well intents are told apart: by cross-validation, or on a test file",
    "zh-CN": "评估意图识别效果：交叉验证，或用测试文件",
    "zh-TW": "評估意圖識別效果：交叉驗證，或用測試檔案",
  },
  "nlu.eval.test": {
    en: "test file, may be repeated: csv, xlsx or jsonl with text and intent (oos: out of scope), or Rasa yml; tests the trained model, or with data files one that is trained on them",
    "zh-CN":
      "测试文件，可重复：含 text 与 intent（oos 表示超出范围）的 csv、xlsx、jsonl，或 Rasa yml；测试已训练的模型，给出语料时先用语料训练",
    "zh-TW":
      "測試檔案，可重複：含 text 與 intent（oos 表示超出範圍）的 csv、xlsx、jsonl，或 Rasa yml；測試已訓練的模型，給出語料時先用語料訓練",
  },
  "nlu.eval.option.folds": {
    en: "folds of the cross-validation",
    "zh-CN": "交叉验证的折数",
    "zh-TW": "交叉驗證的折數",
  },
  "nlu.eval.option.repeats": {
    en: "cross-validations, each with folds of its own",
    "zh-CN": "交叉验证重复次数，每次重新分折",
    "zh-TW": "交叉驗證重複次數，每次重新分折",
  },
  "nlu.eval.option.seed": {
    en: "seed of folds, noise and intervals",
    "zh-CN": "分折、噪声与区间的随机种子",
    "zh-TW": "分折、雜訊與區間的隨機種子",
  },
  "nlu.eval.option.learning-curve": {
    en: "train on growing shares of the data, too: what more data would bring, per intent",
    "zh-CN": "另用逐步增加的语料训练：看各意图再加语料能提高多少",
    "zh-TW": "另用逐步增加的語料訓練：看各意圖再加語料能提高多少",
  },
  "nlu.eval.option.noise": {
    en: "test again with noise, separated by commas: {kinds}",
    "zh-CN": "加噪声再测一遍，以逗号分隔：{kinds}",
    "zh-TW": "加雜訊再測一遍，以逗號分隔：{kinds}",
  },
  "nlu.eval.option.compare": {
    en: "compare, utterance by utterance, with an earlier --json result or with a model (.kmodel) on the same test file; of two files the second with the first, without a new evaluation",
    "zh-CN":
      "与以前的 --json 结果，或与同一测试文件上的模型（.kmodel）逐句比较；给出两个文件时以后者对比前者，不再另做评估",
    "zh-TW":
      "與先前的 --json 結果，或與同一測試檔案上的模型（.kmodel）逐句比較；給出兩個檔案時以後者對比前者，不再另做評估",
  },
  "nlu.eval.option.cost": {
    en: "what mistakes cost, e.g. 'refund>cancel=5,oos>*=2,rejected=0.5' in quotes (others 1, a rejected utterance 0.25)",
    "zh-CN": "误判的代价，须加引号，如 'refund>cancel=5,oos>*=2,rejected=0.5'（其余为 1，误拒为 0.25）",
    "zh-TW": "誤判的代價，須加引號，如 'refund>cancel=5,oos>*=2,rejected=0.5'（其餘為 1，誤拒為 0.25）",
  },
  "nlu.eval.option.confusions": {
    en: "most confusions to show on the terminal",
    "zh-CN": "终端最多显示多少组混淆",
    "zh-TW": "終端機最多顯示多少組混淆",
  },
  "nlu.eval.option.fail-under": {
    en: "exit with 1 when a figure misses its bound, e.g. accuracy=0.9,recall.refund=0.8,ece=0.05",
    "zh-CN": "指标未达到界限时以 1 退出，如 accuracy=0.9,recall.refund=0.8,ece=0.05",
    "zh-TW": "指標未達到界限時以 1 結束，如 accuracy=0.9,recall.refund=0.8,ece=0.05",
  },
  "nlu.eval.option.output": {
    en: "write the report to a file, may be repeated: .html, .md, .json or .xml (JUnit)",
    "zh-CN": "把报告写入文件，可重复：.html、.md、.json 或 .xml（JUnit）",
    "zh-TW": "把報告寫入檔案，可重複：.html、.md、.json 或 .xml（JUnit）",
  },
  "nlu.eval.running": { en: "evaluating", "zh-CN": "评估中", "zh-TW": "評估中" },
  "nlu.eval.bad-gate": {
    en: "“{text}” cannot be read: expected figure=bound with a bound from 0 to 1, separated by commas; figures: {known}",
    "zh-CN": "无法读取“{text}”：应为 指标=界限，界限在 0 到 1 之间，以逗号分隔；可用指标：{known}",
    "zh-TW": "無法讀取「{text}」：應為 指標=界限，界限在 0 到 1 之間，以逗號分隔；可用指標：{known}",
  },
  "nlu.eval.bad-figure": {
    en: "there is no figure “{figure}”; there are: {known}",
    "zh-CN": "没有“{figure}”这项指标；可用指标：{known}",
    "zh-TW": "沒有「{figure}」這項指標；可用指標：{known}",
  },
  "nlu.eval.bad-bound": {
    en: "“{part}”: the bound is at most {most} (0.9 for 90%)",
    "zh-CN": "“{part}”：界限最大为 {most}（90% 写作 0.9）",
    "zh-TW": "「{part}」：界限最大為 {most}（90% 寫作 0.9）",
  },
  "nlu.eval.gate-noise": {
    en: "--fail-under {figure} needs a test with that noise; kinds: {known}",
    "zh-CN": "--fail-under {figure} 需要用该噪声测试；可用噪声：{known}",
    "zh-TW": "--fail-under {figure} 需要用該雜訊測試；可用雜訊：{known}",
  },
  "nlu.eval.gate-noise-hint": {
    en: "add --noise {kind}",
    "zh-CN": "加上 --noise {kind}",
    "zh-TW": "加上 --noise {kind}",
  },
  "nlu.eval.cost-unknown": {
    en: "--cost names intents that are neither tested nor predicted here: {intents}",
    "zh-CN": "--cost 中的意图在这里既没有测试也没有被预测：{intents}",
    "zh-TW": "--cost 中的意圖在這裡既沒有測試也沒有被預測：{intents}",
  },
  "nlu.eval.compare-none": {
    en: "--compare needs an earlier result (.json) or a model (.kmodel); named are: {names}",
    "zh-CN": "--compare 需要以前的结果（.json）或模型（.kmodel）；所给的是：{names}",
    "zh-TW": "--compare 需要先前的結果（.json）或模型（.kmodel）；所給的是：{names}",
  },
  "nlu.eval.too-few": {
    en: "a cross-validation needs at least two intents with two different examples each",
    "zh-CN": "交叉验证至少需要两个意图，且各有两条不同的例句",
    "zh-TW": "交叉驗證至少需要兩個意圖，且各有兩條不同的例句",
  },
  "nlu.eval.too-few-hint": {
    en: "write more examples, or name a test file: kefu nlu eval --test FILE",
    "zh-CN": "请多写例句，或指定测试文件：kefu nlu eval --test FILE",
    "zh-TW": "請多寫例句，或指定測試檔案：kefu nlu eval --test FILE",
  },
  "nlu.eval.bad-cost": {
    en: "expected EXPECTED>PREDICTED=COST or rejected=COST, separated by commas; * stands for any intent",
    "zh-CN": "应为 应有意图>误判意图=代价 或 rejected=代价，以逗号分隔；* 表示任意意图",
    "zh-TW": "應為 應有意圖>誤判意圖=代價 或 rejected=代價，以逗號分隔；* 表示任意意圖",
  },
  "nlu.eval.bad-result": {
    en: "not an evaluation that kefu nlu eval wrote as JSON: {reason}",
    "zh-CN": "不是 kefu nlu eval 写出的 JSON 评估结果：{reason}",
    "zh-TW": "不是 kefu nlu eval 寫出的 JSON 評估結果：{reason}",
  },
  "nlu.eval.compare-count": {
    en: "--compare takes one file, or two: old and new",
    "zh-CN": "--compare 后接一个文件，或新旧两个文件",
    "zh-TW": "--compare 後接一個檔案，或新舊兩個檔案",
  },
  "nlu.eval.compare-test": {
    en: "a model can be compared on a test file only: name it with --test",
    "zh-CN": "比较模型需要测试文件：请用 --test 指定",
    "zh-TW": "比較模型需要測試檔案：請用 --test 指定",
  },
  "nlu.eval.compare-two": {
    en: "two are compared with each other here; data files, --noise and --learning-curve take no part in it",
    "zh-CN": "此处是两者互相比较，不使用语料文件、--noise 与 --learning-curve",
    "zh-TW": "此處是兩者互相比較，不使用語料檔案、--noise 與 --learning-curve",
  },
  "nlu.eval.compare-nothing": {
    en: "no utterance is in both: {a} and {b}",
    "zh-CN": "两者没有共同的语句：{a} 与 {b}",
    "zh-TW": "兩者沒有共同的語句：{a} 與 {b}",
  },
  "nlu.eval.no-test": {
    en: "no test utterances in {paths}",
    "zh-CN": "在 {paths} 中没有测试语句",
    "zh-TW": "在 {paths} 中沒有測試語句",
  },
  "nlu.eval.gate-failed": {
    en: "{metric} is {value}, and should be {sign} {bound}",
    "zh-CN": "{metric} 为 {value}，应 {sign} {bound}",
    "zh-TW": "{metric} 為 {value}，應 {sign} {bound}",
  },
  "nlu.eval.gate-missing": {
    en: "{metric} is not known here (no test utterance is about it), and should be {sign} {bound}",
    "zh-CN": "这里没有 {metric}（没有相关的测试语句），应 {sign} {bound}",
    "zh-TW": "這裡沒有 {metric}（沒有相關的測試語句），應 {sign} {bound}",
  },
  "nlu.eval.unknown-intents": {
    en: "test intents that the model does not have (always wrong): {intents}",
    "zh-CN": "模型没有的测试意图（必然判错）：{intents}",
    "zh-TW": "模型沒有的測試意圖（必然判錯）：{intents}",
  },
  "nlu.eval.hold-out": {
    en: "Test file, utterances: {n} (in scope {inside}, out of scope {outside})",
    "zh-CN": "测试文件：语句 {n} 条（范围内 {inside}，超出范围 {outside}）",
    "zh-TW": "測試檔案：語句 {n} 條（範圍內 {inside}，超出範圍 {outside}）",
  },
  "nlu.eval.cross-validation": {
    en: "Stratified cross-validation: folds {folds}, repeats {repeats}, seed {seed}; tests {n} (in scope {inside}, out of scope {outside})",
    "zh-CN":
      "分层交叉验证：{folds} 折，重复 {repeats} 次，种子 {seed}；测试 {n} 次（范围内 {inside}，超出范围 {outside}）",
    "zh-TW":
      "分層交叉驗證：{folds} 折，重複 {repeats} 次，種子 {seed}；測試 {n} 次（範圍內 {inside}，超出範圍 {outside}）",
  },
  "nlu.eval.no-out-of-scope": {
    en: "No test line is out of scope, so it is not measured how well the model refuses: add lines with the intent oos.",
    "zh-CN": "测试中没有超出范围的语句，无法衡量拒识效果：请加入意图为 oos 的语句。",
    "zh-TW": "測試中沒有超出範圍的語句，無法衡量拒識效果：請加入意圖為 oos 的語句。",
  },
  "nlu.eval.gates-met": { en: "All gates are met.", "zh-CN": "全部门槛已达到。", "zh-TW": "全部門檻已達到。" },
  "nlu.eval.junit.recall": {
    en: "recall {recall} ({correct} of {support}), precision {precision}",
    "zh-CN": "召回率 {recall}（{correct}/{support}），精确率 {precision}",
    "zh-TW": "召回率 {recall}（{correct}/{support}），精確率 {precision}",
  },
  "nlu.eval.examples": {
    en: `Examples:
  $ kefu nlu eval                                                    five-fold cross-validation of the workspace's data
  $ kefu nlu eval --test test.csv                                    the trained model on a test file
  $ kefu nlu eval --test test.csv -o report.html                     a page with matrix, curves and every mistake
  $ kefu nlu eval --noise typo,homophone                             with what typos and homophones cost
  $ kefu nlu eval --learning-curve                                   what more examples would bring, per intent
  $ kefu nlu eval --compare old.json new.json                        two results, with McNemar's test
  $ kefu nlu eval --test test.csv --compare old.kmodel new.kmodel    two models on one test file
  $ kefu nlu eval --test test.csv --fail-under accuracy=0.9,recall.refund=0.8 -o junit.xml
                                                                     for CI: exit code 1 when a figure misses its bound`,
    "zh-CN": `示例：
  $ kefu nlu eval                                                    对工作区语料做五折交叉验证
  $ kefu nlu eval --test test.csv                                    用测试文件测试已训练的模型
  $ kefu nlu eval --test test.csv -o report.html                     含混淆矩阵、曲线与全部误判的页面
  $ kefu nlu eval --noise typo,homophone                             另看错字与同音字的损失
  $ kefu nlu eval --learning-curve                                   各意图再加语料能提高多少
  $ kefu nlu eval --compare old.json new.json                        比较两次结果，给出 McNemar 检验
  $ kefu nlu eval --test test.csv --compare old.kmodel new.kmodel    用同一测试文件比较两个模型
  $ kefu nlu eval --test test.csv --fail-under accuracy=0.9,recall.refund=0.8 -o junit.xml
                                                                     用于 CI：指标未达界限时退出码为 1`,
    "zh-TW": `範例：
  $ kefu nlu eval                                                    對工作區語料做五折交叉驗證
  $ kefu nlu eval --test test.csv                                    用測試檔案測試已訓練的模型
  $ kefu nlu eval --test test.csv -o report.html                     含混淆矩陣、曲線與全部誤判的頁面
  $ kefu nlu eval --noise typo,homophone                             另看錯字與同音字的損失
  $ kefu nlu eval --learning-curve                                   各意圖再加語料能提高多少
  $ kefu nlu eval --compare old.json new.json                        比較兩次結果，給出 McNemar 檢定
  $ kefu nlu eval --test test.csv --compare old.kmodel new.kmodel    用同一測試檔案比較兩個模型
  $ kefu nlu eval --test test.csv --fail-under accuracy=0.9,recall.refund=0.8 -o junit.xml
                                                                     用於 CI：指標未達界限時結束碼為 1`,
  },
} as const satisfies Record<string, Message>;
