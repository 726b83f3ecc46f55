import type { Message } from "./locale.js";

/** What is wrong with a folder that should hold a transformer, or with the part that runs it. */
export const embedMessages = {
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
  "embed.transformers.not-a-folder": {
    en: "not a model folder but a file: {path}",
    "zh-CN": "不是模型文件夹，而是文件：{path}",
    "zh-TW": "不是模型資料夾，而是檔案：{path}",
  },
  "embed.transformers.other-runtime": {
    en: "the model in {path} is stored for PyTorch, TensorFlow or JAX only; an ONNX export is needed",
    "zh-CN": "{path} 中的模型只有 PyTorch、TensorFlow 或 JAX 格式，需要 ONNX 格式",
    "zh-TW": "{path} 中的模型只有 PyTorch、TensorFlow 或 JAX 格式，需要 ONNX 格式",
  },
  "embed.transformers.gguf": {
    en: "the model in {path} is stored as GGUF; an ONNX export is needed",
    "zh-CN": "{path} 中的模型是 GGUF 格式，需要 ONNX 格式",
    "zh-TW": "{path} 中的模型是 GGUF 格式，需要 ONNX 格式",
  },
  "embed.transformers.no-dtype": {
    en: "the model folder {path} has no {dtype} export ({file}); it has: {there}",
    "zh-CN": "模型文件夹 {path} 中没有 {dtype} 版本（{file}）；已有：{there}",
    "zh-TW": "模型資料夾 {path} 中沒有 {dtype} 版本（{file}）；已有：{there}",
  },
  "embed.transformers.pointer": {
    en: "{file} in {path} is only a Git LFS pointer, not the file itself",
    "zh-CN": "{path} 中的 {file} 只是 Git LFS 指针，不是文件本身",
    "zh-TW": "{path} 中的 {file} 只是 Git LFS 指標，不是檔案本身",
  },
  "embed.transformers.not-onnx": {
    en: "{file} in {path} is not an ONNX model, or is cut off",
    "zh-CN": "{path} 中的 {file} 不是 ONNX 模型，或不完整",
    "zh-TW": "{path} 中的 {file} 不是 ONNX 模型，或不完整",
  },
  "embed.transformers.external": {
    en: "{file} in {path} keeps its weights in other files, which are missing: {missing}",
    "zh-CN": "{path} 中的 {file} 把权重存放在其他文件里，但缺少：{missing}",
    "zh-TW": "{path} 中的 {file} 把權重存放在其他檔案裡，但缺少：{missing}",
  },
  "embed.transformers.inputs": {
    en: "the model in {path} is no text encoder: it wants the inputs {inputs}",
    "zh-CN": "{path} 中的模型不是文本编码器：它需要输入 {inputs}",
    "zh-TW": "{path} 中的模型不是文字編碼器：它需要輸入 {inputs}",
  },
  "embed.transformers.outputs": {
    en: "the model in {path} gives no vectors of tokens or sentences; its outputs: {outputs}",
    "zh-CN": "{path} 中的模型不输出词向量或句向量；它的输出：{outputs}",
    "zh-TW": "{path} 中的模型不輸出詞向量或句向量；它的輸出：{outputs}",
  },
  "embed.transformers.dim": {
    en: "the model in {path} gives vectors of length {dim} where its files say {expected}",
    "zh-CN": "{path} 中的模型给出 {dim} 维向量，而其配置写的是 {expected} 维",
    "zh-TW": "{path} 中的模型給出 {dim} 維向量，而其設定寫的是 {expected} 維",
  },
  "embed.transformers.crashed": {
    en: "the thread that runs the model in {path} has ended: {reason}",
    "zh-CN": "运行 {path} 中模型的线程已终止：{reason}",
    "zh-TW": "執行 {path} 中模型的執行緒已終止：{reason}",
  },
  "embed.transformers.hint.crashed": {
    en: "run the command again; what was embedded before is kept. If it ends again, memory may be short: set index.embedder_options.max_length lower, or take a smaller export (dtype: q8)",
    "zh-CN":
      "请重新运行命令，之前算好的向量会保留。若仍然终止，可能是内存不足：请调低 index.embedder_options.max_length，或改用更小的版本（dtype: q8）",
    "zh-TW":
      "請重新執行命令，之前算好的向量會保留。若仍然終止，可能是記憶體不足：請調低 index.embedder_options.max_length，或改用更小的版本（dtype: q8）",
  },
  "embed.transformers.hint.broken": {
    en: "the files may be of different models or damaged; get them anew with: kefu model pull <hub id or folder> --force",
    "zh-CN": "这些文件可能来自不同的模型，或已损坏；请重新获取：kefu model pull <模型 id 或文件夹> --force",
    "zh-TW": "這些檔案可能來自不同的模型，或已損毀；請重新取得：kefu model pull <模型 id 或資料夾> --force",
  },
  "embed.transformers.hint.export": {
    en: "many models have an ONNX export on the hub (a folder onnx/); to make one: optimum-cli export onnx --model {path} --task feature-extraction <new folder>",
    "zh-CN":
      "很多模型在模型站上有 ONNX 版本（onnx/ 文件夹）；也可自行导出：optimum-cli export onnx --model {path} --task feature-extraction <新文件夹>",
    "zh-TW":
      "很多模型在模型站上有 ONNX 版本（onnx/ 資料夾）；也可自行匯出：optimum-cli export onnx --model {path} --task feature-extraction <新資料夾>",
  },
  "embed.transformers.hint.dtype": {
    en: "set index.embedder_options.dtype to one that is there, or get it with: kefu model pull <hub id or folder> --dtype {dtype} --force",
    "zh-CN":
      "请将 index.embedder_options.dtype 设为已有的版本，或获取该版本：kefu model pull <模型 id 或文件夹> --dtype {dtype} --force",
    "zh-TW":
      "請將 index.embedder_options.dtype 設為已有的版本，或取得該版本：kefu model pull <模型 id 或資料夾> --dtype {dtype} --force",
  },
  "embed.transformers.hint.layout": {
    en: "get a model with: kefu model pull <hub id or folder>; its folder holds config.json, tokenizer.json and onnx/model.onnx",
    "zh-CN":
      "获取模型：kefu model pull <模型 id 或文件夹>；模型文件夹应包含 config.json、tokenizer.json 和 onnx/model.onnx",
    "zh-TW":
      "取得模型：kefu model pull <模型 id 或資料夾>；模型資料夾應包含 config.json、tokenizer.json 與 onnx/model.onnx",
  },
} as const satisfies Record<string, Message>;
