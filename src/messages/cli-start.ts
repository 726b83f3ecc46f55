import type { Message } from "./locale.js";

/** The commands for starting out, which belong to no room: init, doctor, completion, demo. */
export const cliStartMessages = {
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
