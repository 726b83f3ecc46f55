import type { Message } from "../locale.js";

/** Test suites and `bot test`. */
export const botSuiteMessages = {
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
} as const satisfies Record<string, Message>;
