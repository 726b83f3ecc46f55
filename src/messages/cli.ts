import type { Message } from "./locale.js";

/** Messages of the command line itself: help, usage errors, and the commands that belong to no room. */
export const cliMessages = {
  "cli.description": {
    en: "Turns FAQ files into a tested, measured, shippable customer-service bot, on this machine alone.",
    "zh-CN": "把常见问题文件变成经过测试、可度量、可交付的客服机器人，全程在本机完成。",
    "zh-TW": "把常見問題檔案變成經過測試、可衡量、可交付的客服機器人，全程在本機完成。",
  },
  "cli.examples": {
    en: `Examples:
  $ kefu demo                          the whole job once, on the bundled sample
  $ kefu init                          a workspace of your own
  $ kefu kb ingest                     FAQ files into the index
  $ kefu kb ask "How do I get a refund?"`,
    "zh-CN": `示例：
  $ kefu demo                          用自带示例把整个流程走一遍
  $ kefu init                          新建自己的工作区
  $ kefu kb ingest                     把常见问题文件导入索引
  $ kefu kb ask "怎么退款"`,
    "zh-TW": `範例：
  $ kefu demo                          用內建範例把整個流程走一遍
  $ kefu init                          新建自己的工作區
  $ kefu kb ingest                     把常見問題檔案匯入索引
  $ kefu kb ask "怎麼退款"`,
  },
  "cli.kb": {
    en: "Knowledge base: ingest, search, look into it",
    "zh-CN": "知识库：导入、检索、查看",
    "zh-TW": "知識庫：匯入、檢索、檢視",
  },
  "cli.nlu": {
    en: "Intents and entities: train, evaluate, predict",
    "zh-CN": "意图与实体：训练、评估、预测",
    "zh-TW": "意圖與實體：訓練、評估、預測",
  },
  "cli.bot": {
    en: "The bot: talk to it, simulate, test, export",
    "zh-CN": "机器人：对话、模拟、测试、导出",
    "zh-TW": "機器人：對話、模擬、測試、匯出",
  },
  "cli.report": { en: "Reports", "zh-CN": "报表", "zh-TW": "報表" },
  "cli.model": {
    en: "Sentence encoders: which there are, which is used",
    "zh-CN": "句向量模型：有哪些、用哪个",
    "zh-TW": "句向量模型：有哪些、用哪個",
  },
  "cli.option.version": { en: "print the version", "zh-CN": "显示版本号", "zh-TW": "顯示版本號" },
  "cli.option.help": { en: "show help", "zh-CN": "显示帮助", "zh-TW": "顯示說明" },
  "cli.option.workspace": {
    en: "workspace folder (default: the nearest one with a kefu.yaml)",
    "zh-CN": "工作区文件夹（默认：最近的含 kefu.yaml 的文件夹）",
    "zh-TW": "工作區資料夾（預設：最近的含 kefu.yaml 的資料夾）",
  },
  "cli.option.json": {
    en: "print one JSON document and nothing else on stdout",
    "zh-CN": "标准输出只打印一个 JSON 文档",
    "zh-TW": "標準輸出只印出一個 JSON 文件",
  },
  "cli.option.quiet": {
    en: "no notes and no progress, only data and errors",
    "zh-CN": "不显示提示和进度，只输出数据和错误",
    "zh-TW": "不顯示提示和進度，只輸出資料和錯誤",
  },
  "cli.option.locale": {
    en: "language of messages (default: from LANG)",
    "zh-CN": "界面语言（默认取自 LANG）",
    "zh-TW": "介面語言（預設取自 LANG）",
  },
  "cli.option.no-color": { en: "no colour", "zh-CN": "不使用颜色", "zh-TW": "不使用顏色" },
  "cli.usage.ending": {
    en: "{file}: what is written there must end in one of: {endings}",
    "zh-CN": "{file}：输出文件名应以下列之一结尾：{endings}",
    "zh-TW": "{file}：輸出檔名應以下列之一結尾：{endings}",
  },
  "cli.option.output": {
    en: "write to a file instead of stdout",
    "zh-CN": "写入文件，而不是标准输出",
    "zh-TW": "寫入檔案，而不是標準輸出",
  },
  "cli.option.force": { en: "overwrite an existing file", "zh-CN": "覆盖已有文件", "zh-TW": "覆寫已有檔案" },
  "cli.help.usage": { en: "Usage:", "zh-CN": "用法：", "zh-TW": "用法：" },
  "cli.help.arguments": { en: "Arguments:", "zh-CN": "参数：", "zh-TW": "引數：" },
  "cli.help.options": { en: "Options:", "zh-CN": "选项：", "zh-TW": "選項：" },
  "cli.help.global-options": { en: "Global options:", "zh-CN": "全局选项：", "zh-TW": "全域選項：" },
  "cli.help.commands": { en: "Commands:", "zh-CN": "命令：", "zh-TW": "命令：" },
  "cli.help.help-command": {
    en: "Show help for a command",
    "zh-CN": "显示某个命令的帮助",
    "zh-TW": "顯示某個命令的說明",
  },
  "cli.help.choices": { en: "one of: {choices}", "zh-CN": "可选：{choices}", "zh-TW": "可選：{choices}" },
  "cli.help.notes": {
    en: "{description} ({notes})",
    "zh-CN": "{description}（{notes}）",
    "zh-TW": "{description}（{notes}）",
  },
  "cli.help.default": { en: "default: {value}", "zh-CN": "默认：{value}", "zh-TW": "預設：{value}" },
  "cli.prompt.yes": { en: "Yes", "zh-CN": "是", "zh-TW": "是" },
  "cli.prompt.no": { en: "No", "zh-CN": "否", "zh-TW": "否" },
  "cli.prompt.yes-or-no": {
    en: "answer with {yes} or {no} (y/n)",
    "zh-CN": "请回答 {yes} 或 {no}（y/n）",
    "zh-TW": "請回答 {yes} 或 {no}（y/n）",
  },
  "cli.prompt.navigate": { en: "move", "zh-CN": "移动", "zh-TW": "移動" },
  "cli.prompt.select": { en: "choose", "zh-CN": "选择", "zh-TW": "選擇" },
  "cli.usage.bad": { en: "{reason}", "zh-CN": "{reason}", "zh-TW": "{reason}" },
  "cli.usage.hint": {
    en: "add --help to the command to see what it takes",
    "zh-CN": "在命令后加 --help 查看用法",
    "zh-TW": "在命令後加 --help 檢視用法",
  },
  "cli.usage.unknown-option": {
    en: "unknown option {option}",
    "zh-CN": "未知选项 {option}",
    "zh-TW": "未知選項 {option}",
  },
  "cli.usage.unknown-command": {
    en: "unknown command {command}",
    "zh-CN": "未知命令 {command}",
    "zh-TW": "未知命令 {command}",
  },
  "cli.usage.missing-argument": {
    en: "missing argument <{argument}>",
    "zh-CN": "缺少参数 <{argument}>",
    "zh-TW": "缺少引數 <{argument}>",
  },
  "cli.usage.option-missing-argument": {
    en: "option {option} needs a value",
    "zh-CN": "选项 {option} 需要一个值",
    "zh-TW": "選項 {option} 需要一個值",
  },
  "cli.usage.missing-option": {
    en: "option {option} is needed",
    "zh-CN": "必须给出选项 {option}",
    "zh-TW": "必須給出選項 {option}",
  },
  "cli.usage.excess-arguments": {
    en: "too many arguments for {command} (a text with spaces needs quotation marks)",
    "zh-CN": "{command} 的参数过多（含空格的文字要加引号）",
    "zh-TW": "{command} 的引數過多（含空格的文字要加引號）",
  },
  "cli.usage.invalid": {
    en: "{option}: “{value}” does not fit. {reason}",
    "zh-CN": "{option}：“{value}”不符合要求。{reason}",
    "zh-TW": "{option}：「{value}」不符合要求。{reason}",
  },
  "cli.usage.bad-variable": {
    en: "environment variable {name}: “{value}” is none of {choices}",
    "zh-CN": "环境变量 {name}：“{value}”不是下列值之一：{choices}",
    "zh-TW": "環境變數 {name}：「{value}」不是下列值之一：{choices}",
  },
  "cli.usage.no-command": {
    en: "no command given",
    "zh-CN": "没有给出命令",
    "zh-TW": "沒有給出命令",
  },
  "cli.usage.choices": {
    en: "It takes one of: {choices}.",
    "zh-CN": "可选值：{choices}。",
    "zh-TW": "可選值：{choices}。",
  },
  "cli.usage.empty-text": {
    en: "It takes a text that is not blank.",
    "zh-CN": "文字不能为空。",
    "zh-TW": "文字不能為空。",
  },
  "cli.usage.suggestion": {
    en: "(did you mean {suggestion}?)",
    "zh-CN": "（是否想输入 {suggestion}？）",
    "zh-TW": "（是否想輸入 {suggestion}？）",
  },
  "cli.usage.whole-number": {
    en: "It takes a whole number from {least} up.",
    "zh-CN": "应为不小于 {least} 的整数。",
    "zh-TW": "應為不小於 {least} 的整數。",
  },
  "cli.usage.whole-number-range": {
    en: "It takes a whole number from {least} to {most}.",
    "zh-CN": "应为 {least} 到 {most} 的整数。",
    "zh-TW": "應為 {least} 到 {most} 的整數。",
  },
  "cli.usage.noise": {
    en: "expected kinds of noise, separated by commas: {known}",
    "zh-CN": "应为噪声种类，以逗号分隔：{known}",
    "zh-TW": "應為雜訊種類，以逗號分隔：{known}",
  },
  "cli.usage.local-time": {
    en: "It takes a date such as 2026-06-01 or 2026-06-01T09:30.",
    "zh-CN": "应为日期，如 2026-06-01 或 2026-06-01T09:30。",
    "zh-TW": "應為日期，如 2026-06-01 或 2026-06-01T09:30。",
  },
  "cli.usage.share": {
    en: "It takes a number from 0 to 1.",
    "zh-CN": "应为 0 到 1 之间的数。",
    "zh-TW": "應為 0 到 1 之間的數。",
  },
  "cli.no-index": {
    en: "nothing has been ingested into this workspace yet",
    "zh-CN": "这个工作区还没有导入任何知识",
    "zh-TW": "這個工作區還沒有匯入任何知識",
  },
  "cli.hint.ingest": {
    en: "run `kefu kb ingest` first",
    "zh-CN": "请先运行 `kefu kb ingest`",
    "zh-TW": "請先執行 `kefu kb ingest`",
  },
  "cli.hint.train": {
    en: "run `kefu nlu train`",
    "zh-CN": "请运行 `kefu nlu train`",
    "zh-TW": "請執行 `kefu nlu train`",
  },
  "cli.init.description": {
    en: "Make a workspace that works at once: settings, a first FAQ, first intents, a flow, a test",
    "zh-CN": "新建一个马上能用的工作区：设置、第一份常见问题、意图语料、流程和测试",
    "zh-TW": "新建一個馬上能用的工作區：設定、第一份常見問題、意圖語料、流程和測試",
  },
  "cli.init.dir": {
    en: "folder (default: this one)",
    "zh-CN": "文件夹（默认：当前文件夹）",
    "zh-TW": "資料夾（預設：目前資料夾）",
  },
  "cli.init.yes": {
    en: "ask nothing, take the defaults",
    "zh-CN": "不提问，全部用默认值",
    "zh-TW": "不提問，全部用預設值",
  },
  "cli.init.name": {
    en: "name of the bot (default: the folder's)",
    "zh-CN": "机器人名称（默认用文件夹名）",
    "zh-TW": "機器人名稱（預設用資料夾名）",
  },
  "cli.init.ask.name": { en: "Name of the bot", "zh-CN": "机器人名称", "zh-TW": "機器人名稱" },
  "cli.init.ask.locale": { en: "Language of the bot", "zh-CN": "机器人的语言", "zh-TW": "機器人的語言" },
  "cli.init.kept": {
    en: "kept as they are: {files}",
    "zh-CN": "保留原有文件：{files}",
    "zh-TW": "保留原有檔案：{files}",
  },
  "cli.init.no-test": {
    en: "no first test was written, because {file} is your own; write yours in tests/",
    "zh-CN": "{file} 是您自己的文件，因此没有写入示例测试；请在 tests/ 中编写自己的测试",
    "zh-TW": "{file} 是您自己的檔案，因此沒有寫入範例測試；請在 tests/ 中撰寫自己的測試",
  },
  "cli.init.next": {
    en: "Next: kefu kb ingest, kefu nlu train, then kefu bot chat (or kefu bot test)",
    "zh-CN": "下一步：kefu kb ingest，kefu nlu train，然后 kefu bot chat（或 kefu bot test）",
    "zh-TW": "下一步：kefu kb ingest，kefu nlu train，然後 kefu bot chat（或 kefu bot test）",
  },
  "cli.init.examples": {
    en: `Examples:
  $ kefu init                        asks for a name and a language
  $ kefu init helpdesk --yes --locale zh-CN`,
    "zh-CN": `示例：
  $ kefu init                        会询问名称和语言
  $ kefu init helpdesk --yes --locale zh-CN`,
    "zh-TW": `範例：
  $ kefu init                        會詢問名稱和語言
  $ kefu init helpdesk --yes --locale zh-TW`,
  },
  "cli.doctor.description": {
    en: "Check what is installed and works here, and say what to mend",
    "zh-CN": "检查本机装了什么、能否工作，并说明如何修复",
    "zh-TW": "檢查本機裝了什麼、能否運作，並說明如何修復",
  },
  "cli.doctor.examples": {
    en: `Examples:
  $ kefu doctor
  $ kefu doctor --json`,
    "zh-CN": `示例：
  $ kefu doctor
  $ kefu doctor --json`,
    "zh-TW": `範例：
  $ kefu doctor
  $ kefu doctor --json`,
  },
  "cli.doctor.index": {
    en: "entries: {entries}, questions: {questions}",
    "zh-CN": "知识点 {entries} 个，问法 {questions} 条",
    "zh-TW": "知識點 {entries} 個，問法 {questions} 條",
  },
  "cli.doctor.model": { en: "intents: {intents}", "zh-CN": "意图 {intents} 个", "zh-TW": "意圖 {intents} 個" },
  "cli.doctor.fix.node": {
    en: "install Node.js {least} or later",
    "zh-CN": "请安装 Node.js {least} 或更高版本",
    "zh-TW": "請安裝 Node.js {least} 或更新版本",
  },
  "cli.doctor.fix.reinstall": {
    en: "run `npm ci` again in the folder of kefu",
    "zh-CN": "在 kefu 的文件夹里重新运行 `npm ci`",
    "zh-TW": "在 kefu 的資料夾裡重新執行 `npm ci`",
  },
  "cli.doctor.fix.optional": {
    en: "run `npm ci` in the folder of kefu to get it (hnswlib-node needs a C++ tool chain)",
    "zh-CN": "在 kefu 的文件夹里运行 `npm ci` 即可安装（hnswlib-node 需要 C++ 编译工具）",
    "zh-TW": "在 kefu 的資料夾裡執行 `npm ci` 即可安裝（hnswlib-node 需要 C++ 編譯工具）",
  },
  "cli.doctor.without.hnsw": {
    en: "not installed; vectors are searched exactly",
    "zh-CN": "未安装；向量改用精确检索",
    "zh-TW": "未安裝；向量改用精確檢索",
  },
  "cli.doctor.without.transformers": {
    en: "not installed; the built-in encoder is used",
    "zh-CN": "未安装；使用内置句向量模型",
    "zh-TW": "未安裝；使用內建句向量模型",
  },
  "cli.completion.description": {
    en: "Print a completion script for a shell",
    "zh-CN": "打印命令行自动补全脚本",
    "zh-TW": "印出命令列自動補全指令碼",
  },
  "cli.completion.shell": { en: "the shell", "zh-CN": "命令行环境", "zh-TW": "命令列環境" },
  "cli.completion.examples": {
    en: `Examples:
  $ eval "$(kefu completion bash)"
  $ kefu completion fish | source`,
    "zh-CN": `示例：
  $ eval "$(kefu completion bash)"
  $ kefu completion fish | source`,
    "zh-TW": `範例：
  $ eval "$(kefu completion bash)"
  $ kefu completion fish | source`,
  },
  "cli.demo.description": {
    en: "Run the whole job once on the bundled sample, showing each command",
    "zh-CN": "用自带示例把整个流程走一遍，并显示每条命令",
    "zh-TW": "用內建範例把整個流程走一遍，並顯示每個命令",
  },
  "cli.demo.dir": {
    en: "new folder for the sample workspace (default: kefu-demo)",
    "zh-CN": "放示例工作区的新文件夹（默认 kefu-demo）",
    "zh-TW": "放範例工作區的新資料夾（預設 kefu-demo）",
  },
  "cli.demo.force": {
    en: "write into a folder that is not empty, replacing the sample's files there",
    "zh-CN": "写入非空文件夹，覆盖其中的示例文件",
    "zh-TW": "寫入非空資料夾，覆寫其中的範例檔案",
  },
  "cli.demo.hint": {
    en: "name a new or empty folder, or add --force to replace the sample's files in it",
    "zh-CN": "请换一个新的或空的文件夹，或加 --force 覆盖其中的示例文件",
    "zh-TW": "請換一個新的或空的資料夾，或加 --force 覆寫其中的範例檔案",
  },
  "cli.demo.examples": {
    en: `Examples:
  $ kefu demo
  $ kefu demo /tmp/my-demo --locale zh-CN`,
    "zh-CN": `示例：
  $ kefu demo
  $ kefu demo /tmp/my-demo --locale zh-CN`,
    "zh-TW": `範例：
  $ kefu demo
  $ kefu demo /tmp/my-demo --locale zh-TW`,
  },
  "cli.demo.workspace": {
    en: "Sample workspace: {folder} (files: {files}). Companies, people and numbers in it are invented.",
    "zh-CN": "示例工作区：{folder}（{files} 个文件）。其中的公司、人物和号码均为虚构。",
    "zh-TW": "範例工作區：{folder}（{files} 個檔案）。其中的公司、人物和號碼均為虛構。",
  },
  "cli.demo.ingest": {
    en: "Read the FAQ files into the index",
    "zh-CN": "把常见问题文件导入索引",
    "zh-TW": "把常見問題檔案匯入索引",
  },
  "cli.demo.search": { en: "Search", "zh-CN": "检索", "zh-TW": "檢索" },
  "cli.demo.ask": {
    en: "Ask: answer, ask back, or abstain",
    "zh-CN": "提问：回答、澄清还是拒答",
    "zh-TW": "提問：回答、釐清或拒答",
  },
  "cli.demo.train": { en: "Train the intents", "zh-CN": "训练意图模型", "zh-TW": "訓練意圖模型" },
  "cli.demo.split": {
    en: "Keep a fifth of the data for a test",
    "zh-CN": "留出五分之一语料作测试",
    "zh-TW": "留出五分之一語料作測試",
  },
  "cli.demo.evaluate": {
    en: "Learn the rest and test",
    "zh-CN": "用其余语料训练并测试",
    "zh-TW": "用其餘語料訓練並測試",
  },
  "cli.demo.simulate": { en: "Simulate callers", "zh-CN": "模拟来电用户", "zh-TW": "模擬來電使用者" },
  "cli.demo.test": { en: "Run the test suites", "zh-CN": "运行测试用例", "zh-TW": "執行測試案例" },
  "cli.demo.export": { en: "Export a bundle", "zh-CN": "导出机器人包", "zh-TW": "匯出機器人包" },
  "cli.demo.verify": { en: "Verify the bundle", "zh-CN": "校验机器人包", "zh-TW": "驗證機器人包" },
  "cli.demo.answer": {
    en: "Load the bundle and talk to it; the order comes from the running service",
    "zh-CN": "加载机器人包并对话；订单来自正在运行的服务",
    "zh-TW": "載入機器人包並對話；訂單來自執行中的服務",
  },
  "cli.demo.report": { en: "Report on the answers", "zh-CN": "生成答案报表", "zh-TW": "產生答案報表" },
  "cli.demo.failed": {
    en: "the demo stopped: `{command}` ended with exit code {code}",
    "zh-CN": "演示中止：`{command}` 的退出码为 {code}",
    "zh-TW": "示範中止：`{command}` 的結束碼為 {code}",
  },
  "cli.demo.done": {
    en: "Done in {seconds} s. What was made in {folder}:",
    "zh-CN": "完成，用时 {seconds} 秒。{folder} 中的产物：",
    "zh-TW": "完成，用時 {seconds} 秒。{folder} 中的產物：",
  },
  "cli.demo.next": {
    en: "Next: cd {folder}, then kefu bot chat; edit faq/ and run kefu kb ingest again",
    "zh-CN": "下一步：cd {folder}，然后 kefu bot chat；修改 faq/ 后再运行 kefu kb ingest",
    "zh-TW": "下一步：cd {folder}，然後 kefu bot chat；修改 faq/ 後再執行 kefu kb ingest",
  },
  "cli.demo.column.what": { en: "What", "zh-CN": "产物", "zh-TW": "產物" },
  "cli.demo.column.where": { en: "Where", "zh-CN": "位置", "zh-TW": "位置" },
  "cli.demo.column.figures": { en: "Figures", "zh-CN": "数字", "zh-TW": "數字" },
  "cli.demo.made.index": { en: "search index", "zh-CN": "检索索引", "zh-TW": "檢索索引" },
  "cli.demo.made.model": { en: "intent model", "zh-CN": "意图模型", "zh-TW": "意圖模型" },
  "cli.demo.made.evaluation": { en: "evaluation", "zh-CN": "评估结果", "zh-TW": "評估結果" },
  "cli.demo.made.simulation": { en: "simulation", "zh-CN": "模拟结果", "zh-TW": "模擬結果" },
  "cli.demo.made.tests": { en: "test results", "zh-CN": "测试结果", "zh-TW": "測試結果" },
  "cli.demo.made.bundle": { en: "bundle", "zh-CN": "机器人包", "zh-TW": "機器人包" },
  "cli.demo.made.report": { en: "answer report", "zh-CN": "答案报表", "zh-TW": "答案報表" },
  "cli.demo.figures.index": {
    en: "entries {entries}, questions {questions}",
    "zh-CN": "知识点 {entries}，问法 {questions}",
    "zh-TW": "知識點 {entries}，問法 {questions}",
  },
  "cli.demo.figures.evaluation": {
    en: "accuracy {accuracy}, macro-F1 {f1}, utterances {n}",
    "zh-CN": "准确率 {accuracy}，宏平均 F1 {f1}，语料 {n} 句",
    "zh-TW": "準確率 {accuracy}，巨觀平均 F1 {f1}，語料 {n} 句",
  },
  "cli.demo.figures.simulation": {
    en: "deflection {deflection}, wrong answers {wrong}",
    "zh-CN": "拦截率 {deflection}，误答率 {wrong}",
    "zh-TW": "分流率 {deflection}，誤答率 {wrong}",
  },
  "cli.demo.figures.tests": {
    en: "passed {passed}, failed {failed}",
    "zh-CN": "通过 {passed}，失败 {failed}",
    "zh-TW": "通過 {passed}，失敗 {failed}",
  },
} as const satisfies Record<string, Message>;
