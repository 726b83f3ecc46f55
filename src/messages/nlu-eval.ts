import type { Message } from "./locale.js";

/** Messages of `nlu eval`. */
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
  "nlu.eval.meant": { en: "did you mean {name}?", "zh-CN": "是否想写 {name}？", "zh-TW": "是否想寫 {name}？" },
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
  "nlu.eval.title": { en: "Evaluation of intents", "zh-CN": "意图识别评估", "zh-TW": "意圖識別評估" },
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
  "nlu.eval.pooled": { en: "pooled", "zh-CN": "各折合并", "zh-TW": "各折合併" },
  "nlu.eval.mean-of-folds": { en: "mean of folds", "zh-CN": "各折平均", "zh-TW": "各折平均" },
  "nlu.eval.figure": { en: "Figure", "zh-CN": "指标", "zh-TW": "指標" },
  "nlu.eval.value": { en: "Value", "zh-CN": "数值", "zh-TW": "數值" },
  "nlu.eval.interval": { en: "95% interval", "zh-CN": "95% 区间", "zh-TW": "95% 區間" },
  "nlu.eval.count": { en: "Count", "zh-CN": "数量", "zh-TW": "數量" },
  "nlu.eval.over": { en: "Over", "zh-CN": "口径", "zh-TW": "口徑" },
  "nlu.eval.over.all": { en: "all utterances", "zh-CN": "全部语句", "zh-TW": "全部語句" },
  "nlu.eval.over.inScope": { en: "in scope", "zh-CN": "范围内", "zh-TW": "範圍內" },
  "nlu.eval.over.outOfScope": { en: "out of scope", "zh-CN": "超出范围", "zh-TW": "超出範圍" },
  "nlu.eval.over.intents": { en: "intents", "zh-CN": "各意图", "zh-TW": "各意圖" },
  "nlu.eval.over.entities": { en: "entities", "zh-CN": "实体", "zh-TW": "實體" },
  "nlu.eval.accuracy": { en: "accuracy", "zh-CN": "准确率", "zh-TW": "準確率" },
  "nlu.eval.accuracy-in-scope": { en: "accuracy in scope", "zh-CN": "范围内准确率", "zh-TW": "範圍內準確率" },
  "nlu.eval.macro-f1": { en: "macro-F1", "zh-CN": "宏平均 F1", "zh-TW": "巨觀平均 F1" },
  "nlu.eval.weighted-f1": { en: "weighted F1", "zh-CN": "加权 F1", "zh-TW": "加權 F1" },
  "nlu.eval.top3": { en: "right intent among the first three", "zh-CN": "前三命中率", "zh-TW": "前三命中率" },
  "nlu.eval.accepted-right": { en: "understood and accepted", "zh-CN": "识别正确且接受", "zh-TW": "識別正確且接受" },
  "nlu.eval.in-scope-rejected": { en: "rejected although in scope", "zh-CN": "误拒率", "zh-TW": "誤拒率" },
  "nlu.eval.out-of-scope-recall": { en: "out of scope, rejected", "zh-CN": "超范围拒识率", "zh-TW": "超範圍拒識率" },
  "nlu.eval.recall-at-5": {
    en: "the same where 5% in scope is rejected",
    "zh-CN": "误拒 5% 时的超范围拒识率",
    "zh-TW": "誤拒 5% 時的超範圍拒識率",
  },
  "nlu.eval.auroc": { en: "AUROC of the scope score", "zh-CN": "范围判别 AUROC", "zh-TW": "範圍判別 AUROC" },
  "nlu.eval.decisions": { en: "right decisions", "zh-CN": "决策正确率", "zh-TW": "決策正確率" },
  "nlu.eval.mean-cost": { en: "mean cost of an utterance", "zh-CN": "平均每句代价", "zh-TW": "平均每句代價" },
  "nlu.eval.ece": { en: "expected calibration error", "zh-CN": "期望校准误差", "zh-TW": "期望校準誤差" },
  "nlu.eval.area": {
    en: "area under risk–coverage (least possible)",
    "zh-CN": "风险–覆盖曲线下面积（最小可能值）",
    "zh-TW": "風險–覆蓋曲線下面積（最小可能值）",
  },
  "nlu.eval.entity-f1": { en: "entity F1, exact", "zh-CN": "实体 F1（完全一致）", "zh-TW": "實體 F1（完全一致）" },
  "nlu.eval.entity-overlap": {
    en: "entity F1, overlapping",
    "zh-CN": "实体 F1（部分重叠）",
    "zh-TW": "實體 F1（部分重疊）",
  },
  "nlu.eval.point": {
    en: "Operating point: accepted from a scope score of {threshold} on.",
    "zh-CN": "工作点：范围分数达到 {threshold} 即接受。",
    "zh-TW": "操作點：範圍分數達到 {threshold} 即接受。",
  },
  "nlu.eval.no-out-of-scope": {
    en: "No test line is out of scope, so it is not measured how well the model refuses: add lines with the intent oos.",
    "zh-CN": "测试中没有超出范围的语句，无法衡量拒识效果：请加入意图为 oos 的语句。",
    "zh-TW": "測試中沒有超出範圍的語句，無法衡量拒識效果：請加入意圖為 oos 的語句。",
  },
  "nlu.eval.intents": {
    en: "Intents, the weakest first",
    "zh-CN": "各意图，最弱的在前",
    "zh-TW": "各意圖，最弱的在前",
  },
  "nlu.eval.intent": { en: "Intent", "zh-CN": "意图", "zh-TW": "意圖" },
  "nlu.eval.precision": { en: "Precision", "zh-CN": "精确率", "zh-TW": "精確率" },
  "nlu.eval.recall": { en: "Recall", "zh-CN": "召回率", "zh-TW": "召回率" },
  "nlu.eval.f1": { en: "F1", "zh-CN": "F1", "zh-TW": "F1" },
  "nlu.eval.support": { en: "Support", "zh-CN": "样本数", "zh-TW": "樣本數" },
  "nlu.eval.rejected": { en: "Rejected", "zh-CN": "被拒", "zh-TW": "被拒" },
  "nlu.eval.confusions": {
    en: "Confusions, the costliest first: {shown} of {all}",
    "zh-CN": "混淆，代价最大的在前：{shown}/{all} 组",
    "zh-TW": "混淆，代價最大的在前：{shown}/{all} 組",
  },
  "nlu.eval.confusions.none": { en: "no confusions", "zh-CN": "没有混淆", "zh-TW": "沒有混淆" },
  "nlu.eval.confusions.note": {
    en: "A mistake counts {accepted} where it is accepted, and {rejected} where the utterance is rejected and the caller asked again, unless --cost says otherwise.",
    "zh-CN": "误判被接受计 {accepted}，被拒识（再次询问）计 {rejected}；可用 --cost 另行设定。",
    "zh-TW": "誤判被接受計 {accepted}，被拒識（再次詢問）計 {rejected}；可用 --cost 另行設定。",
  },
  "nlu.eval.cost": { en: "Cost", "zh-CN": "代价", "zh-TW": "代價" },
  "nlu.eval.expected": { en: "Expected", "zh-CN": "应为", "zh-TW": "應為" },
  "nlu.eval.predicted": { en: "Predicted", "zh-CN": "判为", "zh-TW": "判為" },
  "nlu.eval.utterances": { en: "Utterances", "zh-CN": "语句", "zh-TW": "語句" },
  "nlu.eval.place": { en: "Place", "zh-CN": "位置", "zh-TW": "位置" },
  "nlu.eval.nothing": { en: "(nothing)", "zh-CN": "（无）", "zh-TW": "（無）" },
  "nlu.eval.caught": { en: "rejected", "zh-CN": "已拒识", "zh-TW": "已拒識" },
  "nlu.eval.confidence": { en: "confidence {value}", "zh-CN": "置信度 {value}", "zh-TW": "信心度 {value}" },
  "nlu.eval.more": {
    en: "shown: {shown} of {total}",
    "zh-CN": "已显示 {shown} / {total}",
    "zh-TW": "已顯示 {shown} / {total}",
  },
  "nlu.eval.wrongly-rejected": { en: "Understood, but rejected", "zh-CN": "识别正确但被拒", "zh-TW": "識別正確但被拒" },
  "nlu.eval.slices": { en: "Slices", "zh-CN": "分组", "zh-TW": "分組" },
  "nlu.eval.slice": { en: "Slice", "zh-CN": "分组", "zh-TW": "分組" },
  "nlu.eval.slice.name": { en: "Name", "zh-CN": "名称", "zh-TW": "名稱" },
  "nlu.eval.slice.category": { en: "category", "zh-CN": "类目", "zh-TW": "類目" },
  "nlu.eval.slice.file": { en: "file", "zh-CN": "文件", "zh-TW": "檔案" },
  "nlu.eval.slice.language": { en: "language", "zh-CN": "语言", "zh-TW": "語言" },
  "nlu.eval.slice.length": { en: "length", "zh-CN": "长度", "zh-TW": "長度" },
  "nlu.eval.slices.note": {
    en: "Accuracy in scope with its 95% interval; in brackets, how many utterances. Length: Chinese characters, and words of other scripts.",
    "zh-CN": "范围内准确率及其 95% 区间；括号内为语句数。长度：汉字数与其他文字的词数。",
    "zh-TW": "範圍內準確率及其 95% 區間；括號內為語句數。長度：漢字數與其他文字的詞數。",
  },
  "nlu.eval.matrix": { en: "Confusion matrix", "zh-CN": "混淆矩阵", "zh-TW": "混淆矩陣" },
  "nlu.eval.matrix.note": {
    en: "Rows: the right intent; columns, by number: what was decided at the operating point. The stronger the colour, the larger the share of the row; green is right, red is wrong, grey is asked again.",
    "zh-CN":
      "行：正确意图；列（按编号）：工作点上的决策。颜色越浓，占该行比例越大；绿色为正确，红色为误判，灰色为再次询问。",
    "zh-TW":
      "行：正確意圖；欄（按編號）：操作點上的決策。顏色越濃，占該列比例越大；綠色為正確，紅色為誤判，灰色為再次詢問。",
  },
  "nlu.eval.matrix.rejected": { en: "rejected", "zh-CN": "拒识", "zh-TW": "拒識" },
  "nlu.eval.matrix.some": {
    en: "Of {total} intents the {shown} with the costliest confusions.",
    "zh-CN": "{total} 个意图中混淆代价最大的 {shown} 个。",
    "zh-TW": "{total} 個意圖中混淆代價最大的 {shown} 個。",
  },
  "nlu.eval.weakest": { en: "The weakest intents", "zh-CN": "最弱的意图", "zh-TW": "最弱的意圖" },
  "nlu.eval.weakest.note": {
    en: "Recall with its 95% interval: with few test utterances the interval is wide, and so is what can be said.",
    "zh-CN": "召回率及其 95% 区间：测试语句少时区间宽，结论也就不确定。",
    "zh-TW": "召回率及其 95% 區間：測試語句少時區間寬，結論也就不確定。",
  },
  "nlu.eval.risk": { en: "Risk and coverage of rejecting", "zh-CN": "拒识的风险与覆盖", "zh-TW": "拒識的風險與覆蓋" },
  "nlu.eval.risk.note": {
    en: "Every threshold of the scope score: how much in scope is accepted and what of that is wrong. The dot is the operating point.",
    "zh-CN": "每个范围分数阈值下接受多少、其中错多少；圆点为工作点。",
    "zh-TW": "每個範圍分數閾值下接受多少、其中錯多少；圓點為操作點。",
  },
  "nlu.eval.risk.threshold": { en: "threshold", "zh-CN": "阈值", "zh-TW": "閾值" },
  "nlu.eval.risk.coverage": {
    en: "share of what is in scope that is accepted",
    "zh-CN": "范围内语句的接受比例",
    "zh-TW": "範圍內語句的接受比例",
  },
  "nlu.eval.risk.share": {
    en: "share of what is accepted that is wrong",
    "zh-CN": "接受的语句中判错的比例",
    "zh-TW": "接受的語句中判錯的比例",
  },
  "nlu.eval.risk.rate": {
    en: "wrongly accepted over all utterances",
    "zh-CN": "误接受占全部语句的比例",
    "zh-TW": "誤接受占全部語句的比例",
  },
  "nlu.eval.risk.current": { en: "operating point", "zh-CN": "工作点", "zh-TW": "操作點" },
  "nlu.eval.reliability": { en: "Reliability of the confidence", "zh-CN": "置信度的可靠性", "zh-TW": "信心度的可靠性" },
  "nlu.eval.reliability.note": {
    en: "How often the likeliest intent is right, by its confidence; on the dashed line it means what it says. Bars: how many utterances.",
    "zh-CN": "最可能意图在各置信度段的正确率；落在虚线上表示置信度可信。柱：语句数。",
    "zh-TW": "最可能意圖在各信心度段的正確率；落在虛線上表示信心度可信。柱：語句數。",
  },
  "nlu.eval.reliability.score": { en: "confidence", "zh-CN": "置信度", "zh-TW": "信心度" },
  "nlu.eval.reliability.right": { en: "right", "zh-CN": "正确率", "zh-TW": "正確率" },
  "nlu.eval.reliability.mean": { en: "mean confidence", "zh-CN": "平均置信度", "zh-TW": "平均信心度" },
  "nlu.eval.reliability.perfect": { en: "perfect", "zh-CN": "理想", "zh-TW": "理想" },
  "nlu.eval.curve": { en: "Learning curve", "zh-CN": "学习曲线", "zh-TW": "學習曲線" },
  "nlu.eval.curve.note": {
    en: "Accuracy in scope after training on a share of the examples of every intent. Twice the examples ({examples}) would be expected to give {accuracy}, if mistakes go on falling as they did.",
    "zh-CN":
      "各意图只用部分语料训练时的范围内准确率。若误判继续按此规律下降，语料加倍（{examples} 条）预计可达 {accuracy}。",
    "zh-TW":
      "各意圖只用部分語料訓練時的範圍內準確率。若誤判繼續按此規律下降，語料加倍（{examples} 條）預計可達 {accuracy}。",
  },
  "nlu.eval.curve.share": { en: "share of the examples", "zh-CN": "语料比例", "zh-TW": "語料比例" },
  "nlu.eval.curve.examples": { en: "examples", "zh-CN": "语料数", "zh-TW": "語料數" },
  "nlu.eval.others": { en: "All others", "zh-CN": "其余", "zh-TW": "其餘" },
  "nlu.eval.curve.measured": { en: "measured", "zh-CN": "实测", "zh-TW": "實測" },
  "nlu.eval.curve.forecast": { en: "forecast", "zh-CN": "预测", "zh-TW": "預測" },
  "nlu.eval.curve.intents": {
    en: "What more examples would bring, the most first",
    "zh-CN": "再加语料的收益，最多的在前",
    "zh-TW": "再加語料的收益，最多的在前",
  },
  "nlu.eval.curve.recall": { en: "Recall", "zh-CN": "召回率", "zh-TW": "召回率" },
  "nlu.eval.curve.gained": { en: "Gained from half to all", "zh-CN": "从半数到全部提高", "zh-TW": "從半數到全部提高" },
  "nlu.eval.curve.twice": { en: "Expected with twice", "zh-CN": "加倍后预计", "zh-TW": "加倍後預計" },
  "nlu.eval.noise": {
    en: "Robustness (in scope, each utterance beside its clean wording)",
    "zh-CN": "鲁棒性（范围内，逐句与原句对照）",
    "zh-TW": "穩健性（範圍內，逐句與原句對照）",
  },
  "nlu.eval.noise.kind": { en: "Noise", "zh-CN": "噪声", "zh-TW": "雜訊" },
  "nlu.eval.noise.clean": { en: "Clean", "zh-CN": "原句", "zh-TW": "原句" },
  "nlu.eval.noise.noisy": { en: "Noisy", "zh-CN": "加噪后", "zh-TW": "加雜訊後" },
  "nlu.eval.noise.lost": { en: "Lost", "zh-CN": "损失", "zh-TW": "損失" },
  "nlu.eval.noise.overall": { en: "Of all", "zh-CN": "全部语句", "zh-TW": "全部語句" },
  "nlu.eval.noise.rejected": { en: "Rejected", "zh-CN": "被拒", "zh-TW": "被拒" },
  "nlu.eval.noise.typo": { en: "typos", "zh-CN": "错字", "zh-TW": "錯字" },
  "nlu.eval.noise.homophone": { en: "homophones", "zh-CN": "同音字", "zh-TW": "同音字" },
  "nlu.eval.noise.script": { en: "script and regional words", "zh-CN": "繁简与地区用词", "zh-TW": "繁簡與地區用詞" },
  "nlu.eval.noise.filler": { en: "fillers", "zh-CN": "客套与口头语", "zh-TW": "客套與口頭語" },
  "nlu.eval.noise.pinyin": { en: "pinyin", "zh-CN": "拼音", "zh-TW": "拼音" },
  "nlu.eval.noise.broken": { en: "What noise breaks", "zh-CN": "噪声导致误判的语句", "zh-TW": "雜訊導致誤判的語句" },
  "nlu.eval.p": { en: "p", "zh-CN": "p 值", "zh-TW": "p 值" },
  "nlu.eval.exact": { en: "p, exact", "zh-CN": "p 值（精确）", "zh-TW": "p 值（精確）" },
  "nlu.eval.comparison": {
    en: "Compared with {baseline}: {n} utterances in both",
    "zh-CN": "与 {baseline} 比较：共同语句 {n} 条",
    "zh-TW": "與 {baseline} 比較：共同語句 {n} 條",
  },
  "nlu.eval.comparison.before": { en: "Before", "zh-CN": "之前", "zh-TW": "先前" },
  "nlu.eval.comparison.now": { en: "Now", "zh-CN": "现在", "zh-TW": "現在" },
  "nlu.eval.comparison.difference": { en: "Difference", "zh-CN": "差值", "zh-TW": "差值" },
  "nlu.eval.comparison.gained": { en: "Better", "zh-CN": "变好", "zh-TW": "變好" },
  "nlu.eval.comparison.lost": { en: "Worse", "zh-CN": "变差", "zh-TW": "變差" },
  "nlu.eval.comparison.unpaired": {
    en: "utterances that only one of the two has: {count}",
    "zh-CN": "只在其中一方出现的语句：{count}",
    "zh-TW": "只在其中一方出現的語句：{count}",
  },
  "nlu.eval.comparison.same": {
    en: "No difference that chance does not explain (McNemar's test, mid-p {p}).",
    "zh-CN": "没有超出偶然的差异（McNemar 检验，mid-p {p}）。",
    "zh-TW": "沒有超出偶然的差異（McNemar 檢定，mid-p {p}）。",
  },
  "nlu.eval.comparison.better": {
    en: "Better than chance explains (McNemar's test, mid-p {p}).",
    "zh-CN": "变好，且超出偶然（McNemar 检验，mid-p {p}）。",
    "zh-TW": "變好，且超出偶然（McNemar 檢定，mid-p {p}）。",
  },
  "nlu.eval.comparison.worse": {
    en: "Worse than chance explains (McNemar's test, mid-p {p}).",
    "zh-CN": "变差，且超出偶然（McNemar 检验，mid-p {p}）。",
    "zh-TW": "變差，且超出偶然（McNemar 檢定，mid-p {p}）。",
  },
  "nlu.eval.comparison.intents": {
    en: "Intents that changed, the surest first",
    "zh-CN": "有变化的意图，最确定的在前",
    "zh-TW": "有變化的意圖，最確定的在前",
  },
  "nlu.eval.flips": {
    en: "Utterances decided rightly before and wrongly now, or the other way round",
    "zh-CN": "决策对错发生变化的语句",
    "zh-TW": "決策對錯發生變化的語句",
  },
  "nlu.eval.flips.change": { en: "Change", "zh-CN": "变化", "zh-TW": "變化" },
  "nlu.eval.flips.gained": { en: "now right", "zh-CN": "变对", "zh-TW": "變對" },
  "nlu.eval.flips.lost": { en: "now wrong", "zh-CN": "变错", "zh-TW": "變錯" },
  "nlu.eval.flips.rejected": { en: "(rejected)", "zh-CN": "（拒识）", "zh-TW": "（拒識）" },
  "nlu.eval.entities": {
    en: "Entities (exact / overlapping)",
    "zh-CN": "实体（完全一致 / 部分重叠）",
    "zh-TW": "實體（完全一致 / 部分重疊）",
  },
  "nlu.eval.entity": { en: "Entity", "zh-CN": "实体", "zh-TW": "實體" },
  "nlu.eval.entity.errors": {
    en: "Entities missed or invented",
    "zh-CN": "漏识或误识的实体",
    "zh-TW": "漏識或誤識的實體",
  },
  "nlu.eval.entity.missed": { en: "Marked", "zh-CN": "标注", "zh-TW": "標註" },
  "nlu.eval.entity.found": { en: "Found", "zh-CN": "识别", "zh-TW": "識別" },
  "nlu.eval.search": { en: "Search", "zh-CN": "搜索", "zh-TW": "搜尋" },
  "nlu.eval.gates-met": { en: "All gates are met.", "zh-CN": "全部门槛已达到。", "zh-TW": "全部門檻已達到。" },
  "nlu.eval.mistakes": { en: "accepted mistakes", "zh-CN": "被接受的误判", "zh-TW": "被接受的誤判" },
  "nlu.eval.fact.test": { en: "test", "zh-CN": "测试", "zh-TW": "測試" },
  "nlu.eval.fact.data": { en: "data", "zh-CN": "语料", "zh-TW": "語料" },
  "nlu.eval.fact.version": { en: "version", "zh-CN": "版本", "zh-TW": "版本" },
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
