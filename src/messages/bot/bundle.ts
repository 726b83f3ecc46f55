import type { Message } from "../locale.js";

/** Bundles: `bot export` and `bot verify`. */
export const botBundleMessages = {
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
