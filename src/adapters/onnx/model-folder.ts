import { createHash } from "node:crypto";
import { createReadStream, type Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Pooling } from "../../embed/pooling.js";
import { KefuError } from "../../messages/errors.js";

/** Number formats of an exported model, the most exact first, with the ending that their file names carry. */
const DTYPES = [
  ["fp32", ""],
  ["fp16", "_fp16"],
  ["q8", "_quantized"],
  ["int8", "_int8"],
  ["uint8", "_uint8"],
  ["q4", "_q4"],
  ["q4f16", "_q4f16"],
  ["bnb4", "_bnb4"],
] as const;

export type Dtype = (typeof DTYPES)[number][0];

/** What a local model folder (Hugging Face layout with ONNX files) says about the use of the model. */
export interface ModelFolder {
  readonly path: string;
  /** Folder of the ONNX file below the model folder: `onnx` or empty. */
  readonly subfolder: string;
  readonly dtype: Dtype;
  readonly externalData: boolean;
  readonly pooling: Pooling;
  /** Put before a text. */
  readonly prompts: { readonly query: string; readonly passage: string };
  /** Longest input in tokens, where the folder says so. */
  readonly maxTokens: number | undefined;
  /** SHA-256 (hex) over the settings, the tokenizer and the model. */
  readonly digest: string;
}

const SETTINGS = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "special_tokens_map.json",
  "modules.json",
  "sentence_bert_config.json",
  "config_sentence_transformers.json",
];

/**
 * Reads the settings of a model folder. KefuError `input` when the folder, its configuration, tokenizer or ONNX file is
 * missing, or when it asks for a step that is not supported.
 * @param dtype which of several exports to take; by default the most exact one that is there
 */
export async function readModelFolder(folder: string, dtype?: Dtype): Promise<ModelFolder> {
  const root = path.resolve(folder);
  if ((await entries(root)) === undefined) throw problem("embed.transformers.no-folder", { path: root });
  for (const name of ["config.json", "tokenizer.json"]) {
    if ((await stat(path.join(root, name)).catch(() => undefined)) === undefined) {
      throw problem("embed.transformers.no-file", { path: root, file: name });
    }
  }
  const model = await findModel(root, dtype);
  const modules = await readModules(root);
  const sentence = await readJson(path.join(root, "sentence_bert_config.json"));
  const tokenizer = await readJson(path.join(root, "tokenizer_config.json"));
  return {
    path: root,
    subfolder: model.subfolder,
    dtype: model.dtype,
    externalData: model.files.length > 1,
    pooling: await readPooling(root, modules.pooling),
    prompts: await readPrompts(root),
    maxTokens: positive(sentence?.["max_seq_length"]) ?? positive(tokenizer?.["model_max_length"]),
    digest: await digestOf(root, [...SETTINGS, path.join(modules.pooling, "config.json"), ...model.files]),
  };
}

async function findModel(
  root: string,
  wanted: Dtype | undefined,
): Promise<{ subfolder: string; dtype: Dtype; files: string[] }> {
  for (const subfolder of ["onnx", ""]) {
    const names = ((await entries(path.join(root, subfolder))) ?? []).map(({ name }) => name).sort();
    for (const [dtype, ending] of DTYPES) {
      const file = `model${ending}.onnx`;
      if ((wanted !== undefined && wanted !== dtype) || !names.includes(file)) continue;
      const files = names.filter((name) => name === file || name.startsWith(`${file}_data`));
      return { subfolder, dtype, files: files.map((name) => path.join(subfolder, name)) };
    }
  }
  const [, ending] = DTYPES.find(([dtype]) => dtype === wanted) ?? DTYPES[0];
  throw problem("embed.transformers.no-file", { path: root, file: `onnx/model${ending}.onnx` });
}

/** The steps after the transformer, as sentence-transformers writes them. Vectors are brought to length 1 in any case. */
async function readModules(root: string): Promise<{ pooling: string }> {
  const modules = (await readJson(path.join(root, "modules.json"))) as { type?: string; path?: string }[] | undefined;
  let pooling = "1_Pooling";
  for (const module of Array.isArray(modules) ? modules : []) {
    const type = module.type?.split(".").at(-1) ?? "";
    if (type === "Pooling") pooling = module.path ?? pooling;
    else if (!["Transformer", "Normalize"].includes(type))
      throw problem("embed.transformers.module", { path: root, type });
  }
  return { pooling };
}

async function readPooling(root: string, folder: string): Promise<Pooling> {
  const config = await readJson(path.join(root, folder, "config.json"));
  if (config === undefined) return "mean";
  const modes: [string, Pooling][] = [
    ["pooling_mode_cls_token", "cls"],
    ["pooling_mode_max_tokens", "max"],
    ["pooling_mode_mean_tokens", "mean"],
    ["pooling_mode_mean_sqrt_len_tokens", "mean"],
    ["pooling_mode_lasttoken", "last"],
  ];
  const set = modes.filter(([name]) => config[name] === true);
  const others = Object.keys(config).filter(
    (name) => name.startsWith("pooling_mode_") && config[name] === true && !modes.some(([known]) => known === name),
  );
  if (set.length > 1 || others.length > 0) {
    throw problem("embed.transformers.module", {
      path: root,
      type: [...set.map(([name]) => name), ...others].join("+"),
    });
  }
  return set[0]?.[1] ?? "mean";
}

async function readPrompts(root: string): Promise<{ query: string; passage: string }> {
  const config = await readJson(path.join(root, "config_sentence_transformers.json"));
  const prompts = (config?.["prompts"] ?? {}) as Record<string, string>;
  const fallback = prompts[String(config?.["default_prompt_name"])] ?? "";
  return {
    query: prompts["query"] ?? fallback,
    passage: prompts["passage"] ?? prompts["document"] ?? fallback,
  };
}

/** A JSON file's object; `undefined` when the file is not there. */
async function readJson(file: string): Promise<Record<string, unknown> | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw problem("embed.transformers.not-json", { path: file });
  }
}

/** Over name, size and bytes of each file that is there; read in pieces, for a model may have gigabytes. */
async function digestOf(root: string, names: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const name of names) {
    const file = path.join(root, name);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) continue;
    hash.update(`${name.split(path.sep).join("/")} ${found.size}\n`);
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  }
  return hash.digest("hex");
}

async function entries(folder: string): Promise<Dirent[] | undefined> {
  return readdir(folder, { withFileTypes: true }).catch(() => undefined);
}

/** Tokenizers without a limit say 1e30. */
function positive(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 && value < 1e6 ? value : undefined;
}

function problem(
  key:
    | "embed.transformers.no-folder"
    | "embed.transformers.no-file"
    | "embed.transformers.module"
    | "embed.transformers.not-json",
  params: Record<string, string>,
): KefuError {
  return new KefuError("input", key, params, { hint: { key: "embed.transformers.hint.layout" } });
}
