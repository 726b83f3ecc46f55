import type { Message } from "./locale.js";

/** Messages of the room `bot`. */
export const botMessages = {
  "bot.yaml.too-long": {
    en: "the file is longer than {limit} characters",
    "zh-CN": "文件超过 {limit} 个字符",
    "zh-TW": "檔案超過 {limit} 個字元",
  },
  "bot.yaml.syntax": {
    en: "not valid YAML: {reason}",
    "zh-CN": "不是有效的 YAML（{reason}）",
    "zh-TW": "不是有效的 YAML（{reason}）",
  },
  "bot.config.unknown-key": { en: "unknown key: {key}", "zh-CN": "未知的键：{key}", "zh-TW": "未知的鍵：{key}" },
  "bot.config.unknown-key-meant": {
    en: "unknown key: {key}; did you mean {meant}?",
    "zh-CN": "未知的键：{key}；是否想写 {meant}？",
    "zh-TW": "未知的鍵：{key}；是否想寫 {meant}？",
  },
  "bot.config.missing": {
    en: "{name} is missing (expected: {expected})",
    "zh-CN": "缺少 {name}（应为 {expected}）",
    "zh-TW": "缺少 {name}（應為 {expected}）",
  },
  "bot.config.type": {
    en: "{name} must be: {expected}",
    "zh-CN": "{name} 应为 {expected}",
    "zh-TW": "{name} 應為 {expected}",
  },
  "bot.config.value": {
    en: "{name} must be one of: {allowed}",
    "zh-CN": "{name} 只能是：{allowed}",
    "zh-TW": "{name} 只能是：{allowed}",
  },
  "bot.config.invalid": {
    en: "{name} is not valid: {reason}",
    "zh-CN": "{name} 无效：{reason}",
    "zh-TW": "{name} 無效：{reason}",
  },
  "bot.text.empty": {
    en: "{name} has no text in any language",
    "zh-CN": "{name} 没有任何语言的文字",
    "zh-TW": "{name} 沒有任何語言的文字",
  },
  "bot.flow.start": {
    en: "{name}: a flow needs intents, emotions or both to start it",
    "zh-CN": "{name}：流程需要 intents 或 emotions（可兼有）才能启动",
    "zh-TW": "{name}：流程需要 intents 或 emotions（可兼有）才能啟動",
  },
  "bot.step.kind": {
    en: "{name} must hold exactly one of: {kinds}",
    "zh-CN": "{name} 必须且只能包含其中之一：{kinds}",
    "zh-TW": "{name} 必須且只能包含其中之一：{kinds}",
  },
  "bot.step.extra": {
    en: "{extra} does not belong to a step of kind {kind}",
    "zh-CN": "{kind} 步骤不能带 {extra}",
    "zh-TW": "{kind} 步驟不能帶 {extra}",
  },
  "bot.step.cases": {
    en: "{name}: switch needs cases",
    "zh-CN": "{name}：switch 需要 cases",
    "zh-TW": "{name}：switch 需要 cases",
  },
  "bot.definition.invalid": {
    en: "the bot's flows are not valid; mistakes: {n}",
    "zh-CN": "机器人流程无效，错误数：{n}",
    "zh-TW": "機器人流程無效，錯誤數：{n}",
  },
  "bot.definition.hint": {
    en: "mend the lines named above, then run this again",
    "zh-CN": "请修改上面指出的行，再运行一次",
    "zh-TW": "請修改上面指出的行，再執行一次",
  },
  "bot.definition.no-files": {
    en: "no flows or tests at {path}, which kefu.yaml names",
    "zh-CN": "kefu.yaml 中写的 {path} 不存在",
    "zh-TW": "kefu.yaml 中寫的 {path} 不存在",
  },
  "bot.definition.stale-model": {
    en: "the trained model does not know the intent {name}; run `kefu nlu train` again",
    "zh-CN": "已训练的模型不认识意图 {name}；请重新运行 `kefu nlu train`",
    "zh-TW": "已訓練的模型不認識意圖 {name}；請重新執行 `kefu nlu train`",
  },
  "bot.ref.flow-twice": {
    en: "flow {name} is defined twice (first: {file}:{line})",
    "zh-CN": "流程 {name} 重复定义（首次：{file}:{line}）",
    "zh-TW": "流程 {name} 重複定義（首次：{file}:{line}）",
  },
  "bot.ref.intent-twice": {
    en: "intent {name} has a flow or reply already ({file}:{line})",
    "zh-CN": "意图 {name} 已有流程或回复（{file}:{line}）",
    "zh-TW": "意圖 {name} 已有流程或回覆（{file}:{line}）",
  },
  "bot.ref.intent": {
    en: "there is no intent {name} in the training data",
    "zh-CN": "训练语料中没有意图 {name}",
    "zh-TW": "訓練語料中沒有意圖 {name}",
  },
  "bot.ref.reply": {
    en: "a reply to the intent {name}, which the training data does not have",
    "zh-CN": "为意图 {name} 写了回复，但训练语料中没有它",
    "zh-TW": "為意圖 {name} 寫了回覆，但訓練語料中沒有它",
  },
  "bot.ref.entity": { en: "there is no entity {name}", "zh-CN": "没有实体 {name}", "zh-TW": "沒有實體 {name}" },
  "bot.ref.slot": {
    en: "the flow has no slot {name}",
    "zh-CN": "流程中没有槽位 {name}",
    "zh-TW": "流程中沒有槽位 {name}",
  },
  "bot.ref.action": {
    en: "kefu.yaml has no action {name} (actions.calls)",
    "zh-CN": "kefu.yaml 中没有动作 {name}（actions.calls）",
    "zh-TW": "kefu.yaml 中沒有動作 {name}（actions.calls）",
  },
  "bot.ref.value": {
    en: "{name} is neither a slot nor saved by a call",
    "zh-CN": "{name} 既不是槽位，也没有被任何 call 保存",
    "zh-TW": "{name} 既不是槽位，也沒有被任何 call 儲存",
  },
  "bot.ref.meant": { en: "did you mean {meant}?", "zh-CN": "是否想写 {meant}？", "zh-TW": "是否想寫 {meant}？" },
  "bot.ref.slot-unused": {
    en: "slot {name} is never collected",
    "zh-CN": "槽位 {name} 从未被收集",
    "zh-TW": "槽位 {name} 從未被收集",
  },
  "bot.text.fallback": {
    en: 'Sorry, I am not sure about that. Please say it in other words, or reply "agent" to reach a person.',
    "zh-CN": "抱歉，这个问题我还不太确定。您可以换个说法，或回复“人工”转接客服。",
    "zh-TW": "抱歉，這個問題我還不太確定。您可以換個說法，或回覆「人工」轉接客服。",
  },
  "bot.text.clarify": {
    en: "Which of these do you mean? Reply with its number.",
    "zh-CN": "您想问的是哪一个？回复序号即可。",
    "zh-TW": "您想問的是哪一個？回覆序號即可。",
  },
  "bot.text.handover": {
    en: "I am passing you to a colleague, who will see our conversation. One moment, please.",
    "zh-CN": "我为您转接人工客服，前面的对话会一并转过去，请稍候。",
    "zh-TW": "我為您轉接專人，先前的對話會一併轉過去，請稍候。",
  },
  "bot.text.waiting": {
    en: "A colleague will be with you shortly.",
    "zh-CN": "已为您转接人工，请稍候。",
    "zh-TW": "已為您轉接專人，請稍候。",
  },
  "bot.phrases.human": {
    en: "agent|human|operator|representative|talk to a human|talk to a person|real person|human agent",
    "zh-CN": "人工|转人工|人工客服|人工服务|转人工客服|真人|真人客服|接人工",
    "zh-TW": "專人|轉專人|真人|轉真人|真人客服|專人服務|轉人工|客服人員",
  },
  "bot.actions.no-base": {
    en: "kefu.yaml has actions.calls but no actions.base_url",
    "zh-CN": "kefu.yaml 写了 actions.calls，但没有 actions.base_url",
    "zh-TW": "kefu.yaml 寫了 actions.calls，但沒有 actions.base_url",
  },
  "bot.suite.invalid": {
    en: "the test suites are not valid; mistakes: {n}",
    "zh-CN": "测试用例文件无效，错误数：{n}",
    "zh-TW": "測試案例檔案無效，錯誤數：{n}",
  },
  "bot.suite.pattern": {
    en: "{name} is not a regular expression: {pattern}",
    "zh-CN": "{name} 不是有效的正则表达式：{pattern}",
    "zh-TW": "{name} 不是有效的正規表示式：{pattern}",
  },
  "bot.suite.mock": {
    en: "{name} needs either returns or error",
    "zh-CN": "{name} 需要 returns 或 error 二者之一",
    "zh-TW": "{name} 需要 returns 或 error 其中之一",
  },
  "bot.suite.case-twice": {
    en: "another case of this suite has the name {name}",
    "zh-CN": "同一套件中已有名为 {name} 的用例",
    "zh-TW": "同一套件中已有名為 {name} 的案例",
  },
  "bot.suite.none": { en: "no test case matches", "zh-CN": "没有符合条件的用例", "zh-TW": "沒有符合條件的案例" },
  "bot.suite.none-hint": {
    en: "give suite files, set bot.tests in kefu.yaml, or change --filter",
    "zh-CN": "请指定用例文件，在 kefu.yaml 设置 bot.tests，或修改 --filter",
    "zh-TW": "請指定案例檔案，在 kefu.yaml 設定 bot.tests，或修改 --filter",
  },
  "bot.suite.unmocked": {
    en: "no mock answers the call {call}",
    "zh-CN": "没有 mock 回应调用 {call}",
    "zh-TW": "沒有 mock 回應呼叫 {call}",
  },
  "bot.suite.differs": {
    en: "{what}: expected {expected}, got {got}",
    "zh-CN": "{what}：应为 {expected}，实际为 {got}",
    "zh-TW": "{what}：應為 {expected}，實際為 {got}",
  },
  "bot.suite.masked": {
    en: "(they differ in masked digits)",
    "zh-CN": "（差别在被遮盖的数字里）",
    "zh-TW": "（差別在被遮蓋的數字裡）",
  },
  "bot.suite.turn": { en: "turn {n}: {user}", "zh-CN": "第 {n} 轮：{user}", "zh-TW": "第 {n} 輪：{user}" },
  "bot.suite.totals": {
    en: "cases: {cases}, passed: {passed}, failed: {failed} (assertions: {assertions})",
    "zh-CN": "用例：{cases}，通过：{passed}，失败：{failed}（断言：{assertions}）",
    "zh-TW": "案例：{cases}，通過：{passed}，失敗：{failed}（斷言：{assertions}）",
  },
  "bot.suite.title": { en: "Test report", "zh-CN": "测试报告", "zh-TW": "測試報告" },
  "bot.suite.suite": { en: "Suite", "zh-CN": "套件", "zh-TW": "套件" },
  "bot.suite.cases": { en: "Cases", "zh-CN": "用例", "zh-TW": "案例" },
  "bot.suite.passed": { en: "Passed", "zh-CN": "通过", "zh-TW": "通過" },
  "bot.suite.failed": { en: "Failed", "zh-CN": "失败", "zh-TW": "失敗" },
  "bot.simulate.title": { en: "Simulation", "zh-CN": "模拟报告", "zh-TW": "模擬報告" },
  "bot.simulate.setup": {
    en: "conversations: {conversations}, questions: {questions}, seed {seed}, noise {noise}, out of scope {oos}; similar questions held out of the index: {heldOut}",
    "zh-CN":
      "会话：{conversations}，提问：{questions}，随机种子 {seed}，噪声 {noise}，超范围 {oos}；从索引中留出的相似问：{heldOut}",
    "zh-TW":
      "會話：{conversations}，提問：{questions}，隨機種子 {seed}，雜訊 {noise}，超出範圍 {oos}；從索引中留出的相似問：{heldOut}",
  },
  "bot.simulate.measure": { en: "Measure", "zh-CN": "指标", "zh-TW": "指標" },
  "bot.simulate.value": { en: "Value", "zh-CN": "数值", "zh-TW": "數值" },
  "bot.simulate.interval": { en: "95% interval", "zh-CN": "95% 区间", "zh-TW": "95% 區間" },
  "bot.simulate.of": { en: "Count", "zh-CN": "计数", "zh-TW": "計數" },
  "bot.simulate.deflection": {
    en: "Deflection rate (conversations without a human)",
    "zh-CN": "拦截率（没有转人工的会话）",
    "zh-TW": "分流率（沒有轉人工的會話）",
  },
  "bot.simulate.right": { en: "Answered rightly", "zh-CN": "答对", "zh-TW": "答對" },
  "bot.simulate.wrong": {
    en: "Wrong-answer rate (all questions)",
    "zh-CN": "误答率（占全部提问）",
    "zh-TW": "誤答率（占全部提問）",
  },
  "bot.simulate.answered-wrongly": { en: "Answered wrongly", "zh-CN": "答错", "zh-TW": "答錯" },
  "bot.simulate.coverage": { en: "Coverage", "zh-CN": "覆盖率", "zh-TW": "覆蓋率" },
  "bot.simulate.precision": { en: "Answer precision", "zh-CN": "答准率", "zh-TW": "答準率" },
  "bot.simulate.clarified": { en: "Right after a clarification", "zh-CN": "澄清后答对", "zh-TW": "澄清後答對" },
  "bot.simulate.abstained": { en: "Not answered", "zh-CN": "拒答", "zh-TW": "拒答" },
  "bot.simulate.diverted": {
    en: "Led into a flow or small talk",
    "zh-CN": "被流程或闲聊接走",
    "zh-TW": "被流程或閒聊接走",
  },
  "bot.simulate.oos-rejected": {
    en: "Out-of-scope questions not answered",
    "zh-CN": "超范围问题拒答",
    "zh-TW": "超出範圍問題拒答",
  },
  "bot.simulate.handover": { en: "Handed over to a human", "zh-CN": "转人工", "zh-TW": "轉人工" },
  "bot.simulate.noise": { en: "Noise", "zh-CN": "噪声", "zh-TW": "雜訊" },
  "bot.simulate.questions": { en: "Questions", "zh-CN": "提问", "zh-TW": "提問" },
  "bot.simulate.by-noise": {
    en: "First questions by kind of noise, on the same held-out wordings",
    "zh-CN": "首次提问按噪声类型（均基于同样的留出问法）",
    "zh-TW": "首次提問依雜訊類型（均基於同樣的保留問法）",
  },
  "bot.simulate.latency": {
    en: "latency of a turn: p50 {p50} ms, p99 {p99} ms (turns: {turns})",
    "zh-CN": "每轮耗时：p50 {p50} 毫秒，p99 {p99} 毫秒（轮次：{turns}）",
    "zh-TW": "每輪耗時：p50 {p50} 毫秒，p99 {p99} 毫秒（輪次：{turns}）",
  },
  "bot.simulate.wrong-list": {
    en: "Wrong answers (question: expected → got)",
    "zh-CN": "误答（问题：应答 → 实答）",
    "zh-TW": "誤答（問題：應答 → 實答）",
  },
  "bot.simulate.empty": {
    en: "the knowledge base holds no entry that is online and in effect",
    "zh-CN": "知识库中没有已上线且在有效期内的知识点",
    "zh-TW": "知識庫中沒有已上線且在有效期內的知識點",
  },
  "bot.simulate.running": { en: "talking", "zh-CN": "模拟对话", "zh-TW": "模擬對話" },
  "bot.noise.none": { en: "none", "zh-CN": "无", "zh-TW": "無" },
  "bot.noise.typo": { en: "typing error", "zh-CN": "打字错误", "zh-TW": "打字錯誤" },
  "bot.noise.homophone": { en: "homophones", "zh-CN": "同音字", "zh-TW": "同音字" },
  "bot.noise.script": { en: "other script", "zh-CN": "繁简转换", "zh-TW": "繁簡轉換" },
  "bot.noise.filler": { en: "fillers", "zh-CN": "口头语", "zh-TW": "口頭語" },
  "bot.noise.pinyin": { en: "pinyin", "zh-CN": "拼音", "zh-TW": "拼音" },
  "bot.bundle.unreadable": {
    en: "{path} is not a bundle: it is no zip file",
    "zh-CN": "{path} 不是机器人包：它不是 zip 文件",
    "zh-TW": "{path} 不是機器人包：它不是 zip 檔案",
  },
  "bot.bundle.zip.damaged": {
    en: "the container is damaged: it was cut short, or bytes of it were changed",
    "zh-CN": "容器已损坏：文件被截断，或有字节被修改",
    "zh-TW": "容器已損壞：檔案被截斷，或有位元組被修改",
  },
  "bot.bundle.zip.bytes": {
    en: "it holds more than {most} bytes",
    "zh-CN": "内容超过 {most} 字节",
    "zh-TW": "內容超過 {most} 位元組",
  },
  "bot.bundle.zip.files": {
    en: "it holds more than {most} files",
    "zh-CN": "文件数超过 {most}",
    "zh-TW": "檔案數超過 {most}",
  },
  "bot.bundle.zip.twice": { en: "{path} is in it twice", "zh-CN": "{path} 重复出现", "zh-TW": "{path} 重複出現" },
  "bot.bundle.zip.path": {
    en: "the path {path} is not allowed",
    "zh-CN": "不允许的路径：{path}",
    "zh-TW": "不允許的路徑：{path}",
  },
  "bot.bundle.zip.stored": {
    en: "{path} is compressed or encrypted; a bundle stores files as they are",
    "zh-CN": "{path} 经过压缩或加密；机器人包只按原样存放文件",
    "zh-TW": "{path} 經過壓縮或加密；機器人包只按原樣存放檔案",
  },
  "bot.bundle.bad": {
    en: "{path} does not verify; problems: {n}",
    "zh-CN": "{path} 未通过校验，问题数：{n}",
    "zh-TW": "{path} 未通過驗證，問題數：{n}",
  },
  "bot.bundle.hint": {
    en: "get the file again, or make it anew with `kefu bot export`",
    "zh-CN": "请重新获取该文件，或用 `kefu bot export` 重新导出",
    "zh-TW": "請重新取得該檔案，或用 `kefu bot export` 重新匯出",
  },
  "bot.bundle.manifest": {
    en: "the manifest is not valid at {at}",
    "zh-CN": "清单在 {at} 处无效",
    "zh-TW": "清單在 {at} 處無效",
  },
  "bot.bundle.manifest-json": {
    en: "the manifest is no JSON",
    "zh-CN": "清单不是 JSON",
    "zh-TW": "清單不是 JSON",
  },
  "bot.bundle.digest": {
    en: "the digest of the manifest is not the one the bundle was closed with",
    "zh-CN": "清单的摘要与打包时记录的不一致",
    "zh-TW": "清單的摘要與封裝時記錄的不一致",
  },
  "bot.bundle.container": {
    en: "bytes of the container were changed, added or moved",
    "zh-CN": "容器中的字节被修改、添加或移动过",
    "zh-TW": "容器中的位元組被修改、新增或移動過",
  },
  "bot.bundle.missing": { en: "{path} is missing", "zh-CN": "缺少 {path}", "zh-TW": "缺少 {path}" },
  "bot.bundle.unlisted": {
    en: "{path} is not listed in the manifest",
    "zh-CN": "{path} 未列入清单",
    "zh-TW": "{path} 未列入清單",
  },
  "bot.bundle.size": {
    en: "{path} has {got} bytes, not {expected}",
    "zh-CN": "{path} 有 {got} 字节，应为 {expected}",
    "zh-TW": "{path} 有 {got} 位元組，應為 {expected}",
  },
  "bot.bundle.changed": {
    en: "{path} was changed (its SHA-256 is another)",
    "zh-CN": "{path} 被修改过（SHA-256 不符）",
    "zh-TW": "{path} 被修改過（SHA-256 不符）",
  },
  "bot.bundle.runtime": {
    en: "needs a runtime of level {needed}; this one has {have}",
    "zh-CN": "需要运行时级别 {needed}，当前为 {have}",
    "zh-TW": "需要執行階段等級 {needed}，目前為 {have}",
  },
  "bot.bundle.tokeniser": {
    en: "was made with tokeniser {needed}; this one is {have}",
    "zh-CN": "打包时的分词器为 {needed}，当前为 {have}",
    "zh-TW": "封裝時的分詞器為 {needed}，目前為 {have}",
  },
  "bot.bundle.embedder": {
    en: "was made with encoder {needed}; this one is {have}",
    "zh-CN": "打包时的句向量模型为 {needed}，当前为 {have}",
    "zh-TW": "封裝時的句向量模型為 {needed}，目前為 {have}",
  },
  "bot.bundle.parts": {
    en: "its contents cannot be opened",
    "zh-CN": "内容无法打开",
    "zh-TW": "內容無法開啟",
  },
  "bot.bundle.golden": {
    en: "“{q}” is answered otherwise: {got}, not {expected}",
    "zh-CN": "“{q}”的应答不同：实际为 {got}，应为 {expected}",
    "zh-TW": "「{q}」的應答不同：實際為 {got}，應為 {expected}",
  },
  "bot.bundle.ok": { en: "verified: {path}", "zh-CN": "校验通过：{path}", "zh-TW": "驗證通過：{path}" },
  "bot.bundle.summary": {
    en: "{name}: files {files}, bytes {bytes}, golden questions {golden}, digest {digest}",
    "zh-CN": "{name}：文件 {files}，字节 {bytes}，基准问题 {golden}，摘要 {digest}",
    "zh-TW": "{name}：檔案 {files}，位元組 {bytes}，基準問題 {golden}，摘要 {digest}",
  },
  "bot.option.bundle": {
    en: "use this bundle instead of the workspace's bot",
    "zh-CN": "使用这个机器人包，而不是工作区的机器人",
    "zh-TW": "使用這個機器人包，而不是工作區的機器人",
  },
  "bot.chat.description": {
    en: "Talk to the bot; lines from a pipe are answered one by one",
    "zh-CN": "与机器人对话；从管道读入时逐行回答",
    "zh-TW": "與機器人對話；從管線讀入時逐行回答",
  },
  "bot.chat.examples": {
    en: `Examples:
  $ kefu bot chat
  $ kefu bot chat --channel voice --caller phone=13800138001 --caller tier=gold
  $ echo "How do I get a refund?" | kefu bot chat --bundle bot.kefu --no-record`,
    "zh-CN": `示例：
  $ kefu bot chat
  $ kefu bot chat --channel voice --caller phone=13800138001 --caller tier=gold
  $ echo "怎么退款" | kefu bot chat --bundle bot.kefu --no-record`,
    "zh-TW": `範例：
  $ kefu bot chat
  $ kefu bot chat --channel voice --caller phone=13800138001 --caller tier=gold
  $ echo "怎麼退款" | kefu bot chat --bundle bot.kefu --no-record`,
  },
  "bot.chat.channel": { en: "channel that the answers are for", "zh-CN": "回答所用的渠道", "zh-TW": "回答所用的管道" },
  "bot.chat.caller": {
    en: "a fact about the caller, as name=value (may be repeated)",
    "zh-CN": "来电者信息，写作 名称=值（可重复）",
    "zh-TW": "來電者資訊，寫作 名稱=值（可重複）",
  },
  "bot.chat.no-record": {
    en: "do not add the conversation to the records",
    "zh-CN": "不写入会话记录",
    "zh-TW": "不寫入會話紀錄",
  },
  "bot.chat.bad-fact": {
    en: "write a fact as name=value, as in phone=13800138001",
    "zh-CN": "请写作 名称=值，例如 phone=13800138001",
    "zh-TW": "請寫作 名稱=值，例如 phone=13800138001",
  },
  "bot.chat.begin": {
    en: "{name}. /quit ends the conversation.",
    "zh-CN": "{name}。输入 /quit 结束对话。",
    "zh-TW": "{name}。輸入 /quit 結束對話。",
  },
  "bot.chat.handover": {
    en: "→ handover: {group}, {priority}, {reason}",
    "zh-CN": "→ 转人工：{group}，{priority}，{reason}",
    "zh-TW": "→ 轉專人：{group}，{priority}，{reason}",
  },
  "bot.chat.no-actions": {
    en: "no workspace here: actions will fail",
    "zh-CN": "此处没有工作区：动作会失败",
    "zh-TW": "此處沒有工作區：動作會失敗",
  },
  "bot.test.description": {
    en: "Run test suites against the bot; exit code 1 when a case fails",
    "zh-CN": "用测试用例检验机器人；有用例失败时退出码为 1",
    "zh-TW": "用測試案例檢驗機器人；有案例失敗時結束碼為 1",
  },
  "bot.test.files": {
    en: "suite files or folders (default: bot.tests of kefu.yaml)",
    "zh-CN": "用例文件或文件夹（默认：kefu.yaml 的 bot.tests）",
    "zh-TW": "案例檔案或資料夾（預設：kefu.yaml 的 bot.tests）",
  },
  "bot.test.live": {
    en: "call the real actions instead of the suites' mocks",
    "zh-CN": "调用真实动作，不用用例里的 mocks",
    "zh-TW": "呼叫真實動作，不用案例裡的 mocks",
  },
  "bot.test.junit": {
    en: "also write JUnit XML to a file",
    "zh-CN": "另把 JUnit XML 写入文件",
    "zh-TW": "另把 JUnit XML 寫入檔案",
  },
  "bot.test.output": {
    en: "write the report to a file: .json, .xml, .md, else text",
    "zh-CN": "把报告写入文件：.json、.xml、.md，其余为文本",
    "zh-TW": "把報告寫入檔案：.json、.xml、.md，其餘為文字",
  },
  "bot.test.filter": {
    en: "only cases whose name or suite holds this text",
    "zh-CN": "只运行名称或套件名含此文字的用例",
    "zh-TW": "只執行名稱或套件名含此文字的案例",
  },
  "bot.test.examples": {
    en: `Examples:
  $ kefu bot test
  $ kefu bot test tests/refund.yaml --filter refund
  $ kefu bot test --junit out/junit.xml -o out/report.md`,
    "zh-CN": `示例：
  $ kefu bot test
  $ kefu bot test tests/refund.yaml --filter 退款
  $ kefu bot test --junit out/junit.xml -o out/report.md`,
    "zh-TW": `範例：
  $ kefu bot test
  $ kefu bot test tests/refund.yaml --filter 退款
  $ kefu bot test --junit out/junit.xml -o out/report.md`,
  },
  "bot.test.running": { en: "testing", "zh-CN": "测试中", "zh-TW": "測試中" },
  "bot.simulate.description": {
    en: "Let seeded users talk to the bot in words that its index does not hold",
    "zh-CN": "让模拟用户用索引里没有的说法与机器人对话",
    "zh-TW": "讓模擬使用者用索引裡沒有的說法與機器人對話",
  },
  "bot.simulate.conversations": { en: "number of conversations", "zh-CN": "会话数量", "zh-TW": "會話數量" },
  "bot.simulate.seed": { en: "seed of all random choices", "zh-CN": "随机种子", "zh-TW": "隨機種子" },
  "bot.simulate.noise-share": {
    en: "share of users whose wording has errors, 0 to 1",
    "zh-CN": "带噪声的用户占比，0 到 1",
    "zh-TW": "帶雜訊的使用者占比，0 到 1",
  },
  "bot.simulate.oos-share": {
    en: "share of users who ask something out of scope, 0 to 1",
    "zh-CN": "提超范围问题的用户占比，0 到 1",
    "zh-TW": "提超出範圍問題的使用者占比，0 到 1",
  },
  "bot.simulate.output": {
    en: "write the report to a file: .json or .md",
    "zh-CN": "把报告写入文件：.json 或 .md",
    "zh-TW": "把報告寫入檔案：.json 或 .md",
  },
  "bot.simulate.examples": {
    en: `Examples:
  $ kefu bot simulate
  $ kefu bot simulate --conversations 2000 --seed 7 --noise 0.3 -o out/simulation.md`,
    "zh-CN": `示例：
  $ kefu bot simulate
  $ kefu bot simulate --conversations 2000 --seed 7 --noise 0.3 -o out/simulation.md`,
    "zh-TW": `範例：
  $ kefu bot simulate
  $ kefu bot simulate --conversations 2000 --seed 7 --noise 0.3 -o out/simulation.md`,
  },
  "bot.export.description": {
    en: "Pack the bot into one file that any runtime can check and load",
    "zh-CN": "把机器人打成一个文件，任何运行时都能校验并加载",
    "zh-TW": "把機器人封裝成一個檔案，任何執行環境都能驗證並載入",
  },
  "bot.export.output": { en: "the bundle to write", "zh-CN": "要写入的机器人包", "zh-TW": "要寫入的機器人包" },
  "bot.export.no-model": {
    en: "there is no trained model: the bot in the bundle answers from its knowledge alone",
    "zh-CN": "没有已训练的模型：包中的机器人只凭知识库回答",
    "zh-TW": "沒有已訓練的模型：套件中的機器人只憑知識庫回答",
  },
  "bot.export.examples": {
    en: `Examples:
  $ kefu bot export
  $ kefu bot export -o out/hotline.kefu --force`,
    "zh-CN": `示例：
  $ kefu bot export
  $ kefu bot export -o out/hotline.kefu --force`,
    "zh-TW": `範例：
  $ kefu bot export
  $ kefu bot export -o out/hotline.kefu --force`,
  },
  "bot.verify.description": {
    en: "Check a bundle: every byte, what it needs, and its golden questions",
    "zh-CN": "校验机器人包：每个字节、运行要求和基准问题",
    "zh-TW": "驗證機器人包：每個位元組、執行要求和基準問題",
  },
  "bot.verify.file": { en: "the bundle", "zh-CN": "机器人包", "zh-TW": "機器人包" },
  "bot.verify.examples": {
    en: `Examples:
  $ kefu bot verify bot.kefu`,
    "zh-CN": `示例：
  $ kefu bot verify bot.kefu`,
    "zh-TW": `範例：
  $ kefu bot verify bot.kefu`,
  },
} as const satisfies Record<string, Message>;
