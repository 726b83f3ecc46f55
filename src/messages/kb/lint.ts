import type { Message } from "../locale.js";

/** What `kefu kb lint` itself says; what its rules say stands in kb-lint-rules.ts. */
export const kbLintMessages = {
  "kb.lint.variant.locale": { en: "language {value}", "zh-CN": "语言 {value}", "zh-TW": "語言 {value}" },
  "kb.lint.variant.tier": { en: "tier {value}", "zh-CN": "客户等级 {value}", "zh-TW": "客戶等級 {value}" },
  "kb.lint.unknown-rule": {
    en: "there is no lint rule {rule}; there are: {known}",
    "zh-CN": "没有名为 {rule} 的检查规则；可用的有：{known}",
    "zh-TW": "沒有名為 {rule} 的檢查規則；可用的有：{known}",
  },
  "kb.lint.unknown-option": {
    en: "the lint rule {rule} has no setting {option}; it has: {known}",
    "zh-CN": "检查规则 {rule} 没有 {option} 这个设置；可用的有：{known}",
    "zh-TW": "檢查規則 {rule} 沒有 {option} 這個設定；可用的有：{known}",
  },
  "kb.lint.bad-option": {
    en: "the setting {option} of the lint rule {rule} has the wrong form; one that fits: {sample}",
    "zh-CN": "检查规则 {rule} 的设置 {option} 格式不对；示例：{sample}",
    "zh-TW": "檢查規則 {rule} 的設定 {option} 格式不對；範例：{sample}",
  },
  "kb.lint.bad-date": {
    en: "a date such as 2026-06-01, or a date with a time, is wanted",
    "zh-CN": "请写日期，如 2026-06-01，后面可带时间",
    "zh-TW": "請寫日期，如 2026-06-01，後面可帶時間",
  },
  "kb.lint.unknown-path": {
    en: "no entry of the index comes from {path}",
    "zh-CN": "索引里没有来自 {path} 的知识点",
    "zh-TW": "索引裡沒有來自 {path} 的知識點",
  },
  "kb.lint.description": {
    en: "Tell what is wrong with the knowledge: duplicates, conflicts, expired, empty and garbled texts, personal data, wordings the index would miss",
    "zh-CN": "检查知识本身的问题：重复、矛盾、失效、空答案、乱码、个人信息、索引听不懂的问法",
    "zh-TW": "檢查知識本身的問題：重複、矛盾、失效、空答案、亂碼、個人資料、索引聽不懂的問法",
  },
  "kb.lint.argument.paths": {
    en: "tell only of these files or folders of sources",
    "zh-CN": "只报告这些来源文件或文件夹",
    "zh-TW": "只報告這些來源檔案或資料夾",
  },
  "kb.lint.option.rules": {
    en: "run these rules only, with commas between",
    "zh-CN": "只运行这些规则，用逗号分隔",
    "zh-TW": "只執行這些規則，用逗號分隔",
  },
  "kb.lint.option.min-severity": {
    en: "leave out what is less severe: error, warning or info",
    "zh-CN": "不报告更轻的问题：error、warning 或 info",
    "zh-TW": "不報告更輕的問題：error、warning 或 info",
  },
  "kb.lint.option.at": {
    en: "date that effective periods are held against (default: today)",
    "zh-CN": "按哪一天判断有效期（默认：今天）",
    "zh-TW": "按哪一天判斷有效期（預設：今天）",
  },
  "kb.lint.option.format": {
    en: "text, json, sarif or github",
    "zh-CN": "输出格式：text、json、sarif 或 github",
    "zh-TW": "輸出格式：text、json、sarif 或 github",
  },
  "kb.lint.option.output": { en: "write to this file", "zh-CN": "写到这个文件", "zh-TW": "寫到這個檔案" },
  "kb.lint.option.force": {
    en: "overwrite the output file",
    "zh-CN": "覆盖已有的输出文件",
    "zh-TW": "覆寫已有的輸出檔案",
  },
  "kb.lint.option.strict": { en: "warnings fail the run, too", "zh-CN": "有警告也算失败", "zh-TW": "有警告也算失敗" },
  "kb.lint.option.max-warnings": {
    en: "fail the run when there are more warnings",
    "zh-CN": "警告超过这个数就算失败",
    "zh-TW": "警告超過這個數就算失敗",
  },
  "kb.lint.option.online": {
    en: "fetch every address in the answers",
    "zh-CN": "逐个访问答案里的链接",
    "zh-TW": "逐個連線檢查答案裡的連結",
  },
  "kb.lint.option.allow-private": {
    en: "with --online: let private addresses and loopback be fetched",
    "zh-CN": "与 --online 同用：允许访问内网和本机地址",
    "zh-TW": "與 --online 同用：允許連線內網和本機位址",
  },
  "kb.lint.option.loo-limit": {
    en: "similar questions that unreachable-similar asks at most; 0 for all",
    "zh-CN": "unreachable-similar 最多检验多少条相似问；0 为全部",
    "zh-TW": "unreachable-similar 最多檢驗多少筆相似問；0 為全部",
  },
  "kb.lint.option.fix": {
    en: "put right in the sources what is safe to put right",
    "zh-CN": "在来源文件里改正可以安全改正的问题",
    "zh-TW": "在來源檔案裡改正可以安全改正的問題",
  },
  "kb.lint.option.dry-run": {
    en: "with --fix: show what would change, write nothing",
    "zh-CN": "与 --fix 同用：只显示会怎样改，不写文件",
    "zh-TW": "與 --fix 同用：只顯示會怎樣改，不寫檔案",
  },
  "kb.lint.option.list-rules": {
    en: "list all rules and end",
    "zh-CN": "列出全部规则后结束",
    "zh-TW": "列出全部規則後結束",
  },
  "kb.lint.examples": {
    en: "Examples:\n  kefu kb lint                                  everything that the index holds\n  kefu kb lint faq/银行.csv --min-severity warning\n  kefu kb lint --rules conflicting-answers,personal-data --strict\n  kefu kb lint --format sarif -o lint.sarif     for a code host\n  kefu kb lint --format github                  annotations in a workflow\n  kefu kb lint --fix --dry-run                  show the safe fixes as a diff\n  kefu kb lint --list-rules\nExit code 1 when there are errors; with --strict, warnings too.",
    "zh-CN":
      "示例：\n  kefu kb lint                                  检查索引里的全部知识\n  kefu kb lint faq/银行.csv --min-severity warning\n  kefu kb lint --rules conflicting-answers,personal-data --strict\n  kefu kb lint --format sarif -o lint.sarif     供代码托管平台读取\n  kefu kb lint --format github                  在工作流里显示批注\n  kefu kb lint --fix --dry-run                  以对比方式显示可安全改正之处\n  kefu kb lint --list-rules\n有错误时退出码为 1；加 --strict 则警告也算。",
    "zh-TW":
      "範例：\n  kefu kb lint                                  檢查索引裡的全部知識\n  kefu kb lint faq/銀行.csv --min-severity warning\n  kefu kb lint --rules conflicting-answers,personal-data --strict\n  kefu kb lint --format sarif -o lint.sarif     供程式碼託管平台讀取\n  kefu kb lint --format github                  在工作流程裡顯示註解\n  kefu kb lint --fix --dry-run                  以對照方式顯示可安全改正之處\n  kefu kb lint --list-rules\n有錯誤時結束代碼為 1；加 --strict 則警告也算。",
  },
  "kb.lint.field.question": { en: "question", "zh-CN": "标准问", "zh-TW": "標準問" },
  "kb.lint.field.similar": { en: "similar question {n}", "zh-CN": "相似问 {n}", "zh-TW": "相似問 {n}" },
  "kb.lint.field.answer": { en: "answer", "zh-CN": "答案", "zh-TW": "答案" },
  "kb.lint.column.rule": { en: "rule", "zh-CN": "规则", "zh-TW": "規則" },
  "kb.lint.column.severity": { en: "severity", "zh-CN": "级别", "zh-TW": "級別" },
  "kb.lint.column.fixable": { en: "--fix", "zh-CN": "--fix", "zh-TW": "--fix" },
  "kb.lint.column.options": { en: "settings", "zh-CN": "设置", "zh-TW": "設定" },
  "kb.lint.column.what": { en: "what it finds", "zh-CN": "检查什么", "zh-TW": "檢查什麼" },
  "kb.lint.fixable": { en: "can be fixed", "zh-CN": "可自动改正", "zh-TW": "可自動改正" },
  "kb.lint.clean": {
    en: "nothing to complain of; entries: {entries}, rules: {rules}",
    "zh-CN": "没有发现问题；知识点 {entries} 条，规则 {rules} 条",
    "zh-TW": "沒有發現問題；知識點 {entries} 筆，規則 {rules} 條",
  },
  "kb.lint.summary": {
    en: "errors: {errors}, warnings: {warnings}, notes: {infos}, waived: {waived}; entries: {entries}, rules: {rules}",
    "zh-CN": "错误 {errors}，警告 {warnings}，提示 {infos}，已豁免 {waived}；知识点 {entries} 条，规则 {rules} 条",
    "zh-TW": "錯誤 {errors}，警告 {warnings}，提示 {infos}，已豁免 {waived}；知識點 {entries} 筆，規則 {rules} 條",
  },
  "kb.lint.fix-hint": {
    en: "kefu kb lint --fix can put right: {count}",
    "zh-CN": "kefu kb lint --fix 可以改正：{count} 处",
    "zh-TW": "kefu kb lint --fix 可以改正：{count} 處",
  },
  "kb.lint.fix.wrote": {
    en: "{path}: fixed {count}",
    "zh-CN": "{path}：已改正 {count} 处",
    "zh-TW": "{path}：已改正 {count} 處",
  },
  "kb.lint.fix.would": {
    en: "{path}: would fix {count}",
    "zh-CN": "{path}：将改正 {count} 处",
    "zh-TW": "{path}：將改正 {count} 處",
  },
  "kb.lint.fix.by-hand": {
    en: "{path}: fix by hand, {count} ({reason})",
    "zh-CN": "{path}：请手工改正 {count} 处（{reason}）",
    "zh-TW": "{path}：請手動改正 {count} 處（{reason}）",
  },
  "kb.lint.fix.none": {
    en: "nothing here can be fixed safely",
    "zh-CN": "没有可以安全改正的问题",
    "zh-TW": "沒有可以安全改正的問題",
  },
  "kb.lint.fix.again": {
    en: "run `kefu kb ingest` to bring the changes into the index",
    "zh-CN": "请运行 `kefu kb ingest`，让改动进入索引",
    "zh-TW": "請執行 `kefu kb ingest`，讓改動進入索引",
  },
  "kb.lint.fix.reason.format": {
    en: "files of this kind are not written",
    "zh-CN": "不改写这种文件",
    "zh-TW": "不改寫這種檔案",
  },
  "kb.lint.fix.reason.encoding": {
    en: "only UTF-8 files are written",
    "zh-CN": "只改写 UTF-8 文件",
    "zh-TW": "只改寫 UTF-8 檔案",
  },
  "kb.lint.fix.reason.place": {
    en: "the text does not stand there as it was read; ingest again first",
    "zh-CN": "那里的文字与读入时不同，请先重新导入",
    "zh-TW": "那裡的文字與讀入時不同，請先重新匯入",
  },
  "kb.lint.fix.reason.verify": {
    en: "the change would touch more than the text",
    "zh-CN": "改动会影响到别的内容",
    "zh-TW": "改動會影響到別的內容",
  },
  "kb.lint.fix.reason.missing": {
    en: "the file is not there any more",
    "zh-CN": "文件已不存在",
    "zh-TW": "檔案已不存在",
  },
  "kb.lint.more": {
    en: "{rule}: {count} more notes; --rules {rule} or --format json shows all",
    "zh-CN": "{rule}：另有 {count} 条提示；用 --rules {rule} 或 --format json 查看全部",
    "zh-TW": "{rule}：另有 {count} 筆提示；用 --rules {rule} 或 --format json 檢視全部",
  },
} as const satisfies Record<string, Message>;
