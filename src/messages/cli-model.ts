import type { Message } from "./locale.js";

/** `kefu model`: encoders that are there, how one gets here and is used. */
export const cliModelMessages = {
  "cli.model.list.description": {
    en: "List the encoders that can be used here",
    "zh-CN": "列出这里可用的句向量模型",
    "zh-TW": "列出這裡可用的句向量模型",
  },
  "cli.model.list.examples": {
    en: `Examples:
  $ kefu model list`,
    "zh-CN": `示例：
  $ kefu model list`,
    "zh-TW": `範例：
  $ kefu model list`,
  },
  "cli.model.info.description": {
    en: "Show one encoder: size, dimensions, digest, model card",
    "zh-CN": "查看一个句向量模型：大小、维数、摘要、说明",
    "zh-TW": "檢視一個句向量模型：大小、維數、摘要、說明",
  },
  "cli.model.info.id": {
    en: "id as `kefu model list` shows it (default: the one in use)",
    "zh-CN": "`kefu model list` 显示的 id（默认：正在使用的）",
    "zh-TW": "`kefu model list` 顯示的 id（預設：正在使用的）",
  },
  "cli.model.info.examples": {
    en: `Examples:
  $ kefu model info
  $ kefu model info builtin:bilingual-static`,
    "zh-CN": `示例：
  $ kefu model info
  $ kefu model info builtin:bilingual-static`,
    "zh-TW": `範例：
  $ kefu model info
  $ kefu model info builtin:bilingual-static`,
  },
  "cli.model.unknown": {
    en: "unknown encoder {id}; known: {known}",
    "zh-CN": "未知的句向量模型 {id}；已知：{known}",
    "zh-TW": "未知的句向量模型 {id}；已知：{known}",
  },
  "cli.model.hint": {
    en: "kefu model list shows what there is; kefu model pull <hub id or folder> gets another",
    "zh-CN": "kefu model list 列出现有模型；kefu model pull <模型 id 或文件夹> 获取其他模型",
    "zh-TW": "kefu model list 列出現有模型；kefu model pull <模型 id 或資料夾> 取得其他模型",
  },
  "cli.model.column.id": { en: "Encoder", "zh-CN": "模型", "zh-TW": "模型" },
  "cli.model.column.size": { en: "Size", "zh-CN": "大小", "zh-TW": "大小" },
  "cli.model.column.in-use": { en: "In use", "zh-CN": "使用中", "zh-TW": "使用中" },
  "cli.model.column.folder": { en: "Folder", "zh-CN": "文件夹", "zh-TW": "資料夾" },
  "cli.model.column.dim": { en: "Dimensions", "zh-CN": "维数", "zh-TW": "維數" },
  "cli.model.column.digest": { en: "Digest", "zh-CN": "摘要", "zh-TW": "摘要" },
  "cli.model.column.card": { en: "Model card", "zh-CN": "模型说明", "zh-TW": "模型說明" },
  "cli.model.column.dtype": { en: "Export", "zh-CN": "版本", "zh-TW": "版本" },
  "cli.model.column.pooling": { en: "Pooling", "zh-CN": "池化", "zh-TW": "池化" },
  "cli.model.column.licence": { en: "Licence", "zh-CN": "许可证", "zh-TW": "授權" },
  "cli.model.column.max-tokens": { en: "Longest text in tokens", "zh-CN": "最长词元数", "zh-TW": "最長詞元數" },
  "cli.model.column.query-prefix": { en: "Before a question", "zh-CN": "问句前缀", "zh-TW": "問句前綴" },
  "cli.model.column.passage-prefix": { en: "Before an indexed text", "zh-CN": "入库文本前缀", "zh-TW": "入庫文字前綴" },
  "cli.model.column.origin": { en: "From", "zh-CN": "来源", "zh-TW": "來源" },
  "cli.model.prefixes.settings": { en: "from kefu.yaml", "zh-CN": "来自 kefu.yaml", "zh-TW": "來自 kefu.yaml" },
  "cli.model.prefixes.model": { en: "from the model's files", "zh-CN": "来自模型文件", "zh-TW": "來自模型檔案" },
  "cli.model.prefixes.family": {
    en: "as models of this name want",
    "zh-CN": "按模型名称所属系列",
    "zh-TW": "按模型名稱所屬系列",
  },
  "cli.model.prefixes.none": { en: "none known", "zh-CN": "无", "zh-TW": "無" },
  "cli.model.pull.description": {
    en: "Get a sentence-transformer model into models/: from a hub (the only use of the network) or from a folder",
    "zh-CN": "把 sentence-transformer 模型放进 models/：从模型站下载（唯一会联网的操作），或从文件夹复制",
    "zh-TW": "把 sentence-transformer 模型放進 models/：從模型站下載（唯一會連網的操作），或從資料夾複製",
  },
  "cli.model.pull.argument": {
    en: "id on the hub, such as owner/name, or a folder",
    "zh-CN": "模型站上的 id（如 作者/名称），或文件夹",
    "zh-TW": "模型站上的 id（如 作者/名稱），或資料夾",
  },
  "cli.model.pull.option.hub": {
    en: "address of the hub (default: KEFU_MODEL_HUB, else the one that the transformers library knows)",
    "zh-CN": "模型站地址（默认：KEFU_MODEL_HUB，否则为 transformers 库自带的地址）",
    "zh-TW": "模型站位址（預設：KEFU_MODEL_HUB，否則為 transformers 函式庫內建的位址）",
  },
  "cli.model.pull.option.revision": {
    en: "branch, tag or commit (default: main)",
    "zh-CN": "分支、标签或提交（默认：main）",
    "zh-TW": "分支、標籤或提交（預設：main）",
  },
  "cli.model.pull.option.dtype": {
    en: "which export (default: the most exact one there is)",
    "zh-CN": "下载哪个版本（默认：现有的最精确版本）",
    "zh-TW": "下載哪個版本（預設：現有的最精確版本）",
  },
  "cli.model.pull.option.name": {
    en: "name of the folder below models/ (default: that of the model)",
    "zh-CN": "models/ 下的文件夹名（默认：模型名）",
    "zh-TW": "models/ 下的資料夾名（預設：模型名）",
  },
  "cli.model.pull.option.max-size": {
    en: "megabytes of all files, at the most",
    "zh-CN": "所有文件合计的最大兆字节数",
    "zh-TW": "所有檔案合計的最大百萬位元組數",
  },
  "cli.model.pull.option.allow-private": {
    en: "a hub in a private network or on this machine is allowed",
    "zh-CN": "允许使用内网或本机上的模型站",
    "zh-TW": "允許使用內網或本機上的模型站",
  },
  "cli.model.pull.option.force": {
    en: "replace a model of the same name",
    "zh-CN": "替换同名模型",
    "zh-TW": "取代同名模型",
  },
  "cli.model.pull.examples": {
    en: `Examples:
  $ kefu model pull owner/bge-small-zh-v1.5
  $ kefu model pull owner/multilingual-e5-small --dtype q8 --hub https://hub.example.com
  $ kefu model pull /media/usb/bge-small-zh-v1.5`,
    "zh-CN": `示例：
  $ kefu model pull owner/bge-small-zh-v1.5
  $ kefu model pull owner/multilingual-e5-small --dtype q8 --hub https://hub.example.com
  $ kefu model pull /media/usb/bge-small-zh-v1.5`,
    "zh-TW": `範例：
  $ kefu model pull owner/bge-small-zh-v1.5
  $ kefu model pull owner/multilingual-e5-small --dtype q8 --hub https://hub.example.com
  $ kefu model pull /media/usb/bge-small-zh-v1.5`,
  },
  "cli.model.pull.progress": { en: "Fetching the model", "zh-CN": "正在获取模型", "zh-TW": "正在取得模型" },
  "cli.model.pull.done": {
    en: "model in {folder}: files: {files}, {size} MB",
    "zh-CN": "模型已放入 {folder}：文件 {files} 个，{size} MB",
    "zh-TW": "模型已放入 {folder}：檔案 {files} 個，{size} MB",
  },
  "cli.model.pull.next": {
    en: "use it with: kefu model use {name} --ingest",
    "zh-CN": "启用：kefu model use {name} --ingest",
    "zh-TW": "啟用：kefu model use {name} --ingest",
  },
  "cli.model.pull.untried": {
    en: "it could not be run here: the optional package for transformer models is missing or does not run (see kefu doctor)",
    "zh-CN": "未能在此试运行：缺少运行 Transformer 模型的可选组件，或其无法运行（见 kefu doctor）",
    "zh-TW": "未能在此試跑：缺少執行 Transformer 模型的選用套件，或其無法執行（見 kefu doctor）",
  },
  "cli.model.pull.missing": {
    en: "the model {id} has no {file}",
    "zh-CN": "模型 {id} 中没有 {file}",
    "zh-TW": "模型 {id} 中沒有 {file}",
  },
  "cli.model.pull.hint.export": {
    en: "check the id; what is needed is config.json, tokenizer.json and an ONNX export (onnx/model.onnx or one of --dtype); hubs often have a sister model with one",
    "zh-CN":
      "请检查 id；需要 config.json、tokenizer.json 和 ONNX 版本（onnx/model.onnx 或 --dtype 指定的版本）；模型站上常有带 ONNX 的同名模型",
    "zh-TW":
      "請檢查 id；需要 config.json、tokenizer.json 與 ONNX 版本（onnx/model.onnx 或 --dtype 指定的版本）；模型站上常有帶 ONNX 的同名模型",
  },
  "cli.model.pull.hint.status": {
    en: "check the id and the revision; models that ask for an account cannot be fetched: download them yourself and give the folder",
    "zh-CN": "请检查 id 和 revision；需要登录的模型无法直接获取：请自行下载后指定文件夹",
    "zh-TW": "請檢查 id 與 revision；需要登入的模型無法直接取得：請自行下載後指定資料夾",
  },
  "cli.model.pull.hint.size": {
    en: "allow more with --max-size <MB>, or take a smaller export with --dtype q8",
    "zh-CN": "用 --max-size <MB> 放宽限制，或用 --dtype q8 下载更小的版本",
    "zh-TW": "用 --max-size <MB> 放寬限制，或用 --dtype q8 下載更小的版本",
  },
  "cli.model.pull.hint.exists": {
    en: "replace it with --force, or choose another name with --name",
    "zh-CN": "用 --force 替换，或用 --name 另取名称",
    "zh-TW": "用 --force 取代，或用 --name 另取名稱",
  },
  "cli.model.pull.too-large": {
    en: "{file} is larger than the {limit} MB that are left for it",
    "zh-CN": "{file} 超过剩余的 {limit} MB 限额",
    "zh-TW": "{file} 超過剩餘的 {limit} MB 限額",
  },
  "cli.model.pull.checksum": {
    en: "{file} is not the file that the hub names by its SHA-256: {address}",
    "zh-CN": "{file} 与模型站给出的 SHA-256 不符：{address}",
    "zh-TW": "{file} 與模型站給出的 SHA-256 不符：{address}",
  },
  "cli.model.pull.bad-id": {
    en: "neither a folder nor an id on a hub: {id}",
    "zh-CN": "既不是文件夹，也不是模型站上的 id：{id}",
    "zh-TW": "既不是資料夾，也不是模型站上的 id：{id}",
  },
  "cli.model.pull.bad-name": {
    en: "not a name for a folder: {id}",
    "zh-CN": "不能用作文件夹名：{id}",
    "zh-TW": "不能用作資料夾名：{id}",
  },
  "cli.model.pull.bad-revision": {
    en: "not a branch, tag or commit: {id}",
    "zh-CN": "不是分支、标签或提交：{id}",
    "zh-TW": "不是分支、標籤或提交：{id}",
  },
  "cli.model.use.description": {
    en: "Choose the encoder of the workspace: changes index.embedder in kefu.yaml, comments stay",
    "zh-CN": "选择工作区使用的句向量模型：修改 kefu.yaml 的 index.embedder，保留注释",
    "zh-TW": "選擇工作區使用的句向量模型：修改 kefu.yaml 的 index.embedder，保留註解",
  },
  "cli.model.use.argument": {
    en: "name of a model below models/, a folder, or builtin",
    "zh-CN": "models/ 下的模型名、文件夹，或 builtin",
    "zh-TW": "models/ 下的模型名、資料夾，或 builtin",
  },
  "cli.model.use.option.dry-run": {
    en: "only say what would change",
    "zh-CN": "只说明会有什么变化",
    "zh-TW": "只說明會有什麼變化",
  },
  "cli.model.use.option.ingest": {
    en: "make the index anew with it right away",
    "zh-CN": "立即用它重建索引",
    "zh-TW": "立即用它重建索引",
  },
  "cli.model.use.examples": {
    en: `Examples:
  $ kefu model use bge-small-zh-v1.5 --ingest
  $ kefu model use builtin --dry-run`,
    "zh-CN": `示例：
  $ kefu model use bge-small-zh-v1.5 --ingest
  $ kefu model use builtin --dry-run`,
    "zh-TW": `範例：
  $ kefu model use bge-small-zh-v1.5 --ingest
  $ kefu model use builtin --dry-run`,
  },
  "cli.model.use.done": {
    en: "kefu.yaml: index.embedder is {embedder} (dimensions: {dim}), was {before}",
    "zh-CN": "kefu.yaml：index.embedder 已设为 {embedder}（{dim} 维），原为 {before}",
    "zh-TW": "kefu.yaml：index.embedder 已設為 {embedder}（{dim} 維），原為 {before}",
  },
  "cli.model.use.would": {
    en: "kefu.yaml: index.embedder would be {embedder} (dimensions: {dim}), is {before}",
    "zh-CN": "kefu.yaml：index.embedder 将设为 {embedder}（{dim} 维），现为 {before}",
    "zh-TW": "kefu.yaml：index.embedder 將設為 {embedder}（{dim} 維），現為 {before}",
  },
  "cli.model.use.same": {
    en: "index.embedder is {embedder} already (dimensions: {dim})",
    "zh-CN": "index.embedder 已经是 {embedder}（{dim} 维）",
    "zh-TW": "index.embedder 已經是 {embedder}（{dim} 維）",
  },
  "cli.model.use.rebuild": {
    en: "the index was made with another encoder: run kefu kb ingest, and kefu nlu train where there are intents",
    "zh-CN": "索引是用另一个句向量模型建的：请运行 kefu kb ingest；若有意图，再运行 kefu nlu train",
    "zh-TW": "索引是用另一個句向量模型建的：請執行 kefu kb ingest；若有意圖，再執行 kefu nlu train",
  },
  "cli.model.use.options": {
    en: "index.embedder_options stay as they are ({options}): see that they suit this model",
    "zh-CN": "index.embedder_options 保持不变（{options}）：请确认适用于该模型",
    "zh-TW": "index.embedder_options 保持不變（{options}）：請確認適用於該模型",
  },
  "cli.model.use.overridden": {
    en: "kefu.local.yaml or KEFU_INDEX_EMBEDDER counts above kefu.yaml: in use is {embedder}",
    "zh-CN": "kefu.local.yaml 或 KEFU_INDEX_EMBEDDER 优先于 kefu.yaml：实际使用 {embedder}",
    "zh-TW": "kefu.local.yaml 或 KEFU_INDEX_EMBEDDER 優先於 kefu.yaml：實際使用 {embedder}",
  },
} as const satisfies Record<string, Message>;
