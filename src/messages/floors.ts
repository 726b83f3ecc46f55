import type { Message } from "./locale.js";

/** Messages of the shared floors: encoders. */
export const floorMessages = {
  "embed.static.broken": {
    en: "the embedded encoder's files do not fit together: {reason}",
    "zh-CN": "内置句向量模型的文件不一致：{reason}",
    "zh-TW": "內建句向量模型的檔案不一致：{reason}",
  },
  "embed.static.hint": {
    en: "install kefu again, or restore the folder models/bilingual-static",
    "zh-CN": "请重新安装 kefu，或恢复文件夹 models/bilingual-static",
    "zh-TW": "請重新安裝 kefu，或還原資料夾 models/bilingual-static",
  },
  "embed.transformers.missing": {
    en: "transformer models need the optional package {package}, which is not installed",
    "zh-CN": "使用 Transformer 模型需要可选组件 {package}，当前未安装",
    "zh-TW": "使用 Transformer 模型需要選用套件 {package}，目前尚未安裝",
  },
  "embed.transformers.unusable": {
    en: "the optional package {package} does not run here: {reason}",
    "zh-CN": "可选组件 {package} 无法在本机运行：{reason}",
    "zh-TW": "選用套件 {package} 無法在本機執行：{reason}",
  },
  "embed.transformers.hint.install": {
    en: "install it with: {command} (or set the embedder to builtin:bilingual-static)",
    "zh-CN": "安装命令：{command}（或将句向量模型设为 builtin:bilingual-static）",
    "zh-TW": "安裝指令：{command}（或將句向量模型設為 builtin:bilingual-static）",
  },
  "embed.transformers.no-folder": {
    en: "no such model folder: {path}",
    "zh-CN": "模型文件夹不存在：{path}",
    "zh-TW": "模型資料夾不存在：{path}",
  },
  "embed.transformers.no-file": {
    en: "the model folder {path} has no {file}",
    "zh-CN": "模型文件夹 {path} 中缺少 {file}",
    "zh-TW": "模型資料夾 {path} 中缺少 {file}",
  },
  "embed.transformers.not-json": {
    en: "not valid JSON: {path}",
    "zh-CN": "不是有效的 JSON：{path}",
    "zh-TW": "不是有效的 JSON：{path}",
  },
  "embed.transformers.module": {
    en: "the model in {path} needs a step that is not supported: {type}",
    "zh-CN": "{path} 中的模型需要尚不支持的处理步骤：{type}",
    "zh-TW": "{path} 中的模型需要尚不支援的處理步驟：{type}",
  },
  "embed.transformers.broken": {
    en: "cannot run the model in {path}: {reason}",
    "zh-CN": "无法运行 {path} 中的模型：{reason}",
    "zh-TW": "無法執行 {path} 中的模型：{reason}",
  },
  "embed.transformers.hint.layout": {
    en: "a model folder holds config.json, tokenizer.json and onnx/model.onnx (as ONNX models on Hugging Face do); download it there and give its path",
    "zh-CN":
      "模型文件夹应包含 config.json、tokenizer.json 和 onnx/model.onnx（与 Hugging Face 上的 ONNX 模型相同）；请自行下载后填写其路径",
    "zh-TW":
      "模型資料夾應包含 config.json、tokenizer.json 與 onnx/model.onnx（與 Hugging Face 上的 ONNX 模型相同）；請自行下載後填寫其路徑",
  },
} as const satisfies Record<string, Message>;
