import type { Dirent } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { DTYPES, type Dtype } from "../../embed/encoder-options.js";
import type { MessageKey } from "../../messages/catalogue.js";
import { KefuError } from "../../messages/errors.js";
import { summariseOnnx, type OnnxSummary } from "./onnx-summary.js";

/** What the names of the exports' files end in. */
const ENDINGS: Readonly<Record<Dtype, string>> = {
  fp32: "",
  fp16: "_fp16",
  q8: "_quantized",
  int8: "_int8",
  uint8: "_uint8",
  q4: "_q4",
  q4f16: "_q4f16",
  bnb4: "_bnb4",
};

/** The file of an export, as ONNX models on hubs name it. */
export function exportFile(dtype: Dtype): string {
  return `model${ENDINGS[dtype]}.onnx`;
}

/** An export of a model in a folder. */
export interface ModelExport {
  readonly dtype: Dtype;
  /** Folder of the ONNX file below the model folder: `onnx` or empty. */
  readonly subfolder: string;
  /** The ONNX file and those with its weights, relative to the model folder with `/`. */
  readonly files: readonly string[];
  readonly summary: OnnxSummary;
}

/** Files without which a tokenizer or a model cannot be loaded. */
export const NEEDED = ["config.json", "tokenizer.json"] as const;

type Problem = Extract<MessageKey, `embed.transformers.${string}`>;

/** An error about a model folder, with what a folder should hold. */
export function folderError(key: Problem, params: Record<string, string>, hint?: Problem): KefuError {
  return new KefuError("input", key, params, { hint: { key: hint ?? "embed.transformers.hint.layout", params } });
}

/** Entries of a folder; `undefined` when it is none. */
async function entriesOf(folder: string): Promise<Dirent[] | undefined> {
  return readdir(folder, { withFileTypes: true }).catch(() => undefined);
}

/** False also for what is not there or cannot be looked at. */
export async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() === true;
}

/** A JSON file's object; `undefined` when the file is not there. KefuError `input` when it is no JSON object. */
export async function readJson(file: string): Promise<Record<string, unknown> | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw folderError((await isPointer(file)) ? "embed.transformers.pointer" : "embed.transformers.not-json", {
    path: file,
    file: path.basename(file),
  });
}

/** Whether a file only says where the real one is, as a clone without Git LFS leaves it. */
async function isPointer(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(40), 0, 40, 0);
    return buffer.toString("latin1", 0, bytesRead).startsWith("version https://git-lfs");
  } finally {
    await handle.close();
  }
}

/** What is in a folder without an ONNX file, so that the advice fits. */
function foreignKind(names: readonly string[]): "other-runtime" | "gguf" | undefined {
  if (names.some((name) => name.endsWith(".gguf"))) return "gguf";
  const weights = /^(?:pytorch_model|model|tf_model|flax_model).*\.(?:bin|safetensors|h5|msgpack)$/;
  return names.some((name) => weights.test(name)) ? "other-runtime" : undefined;
}

/**
 * Checks that a folder has the form of a model folder at all.
 * @throws KefuError `input` that says what is missing
 */
export async function checkFolder(root: string): Promise<void> {
  const found = await entriesOf(root);
  if (found === undefined) {
    const key = (await isFile(root)) ? "embed.transformers.not-a-folder" : "embed.transformers.no-folder";
    throw folderError(key, { path: root });
  }
  const names = found.map(({ name }) => name);
  const kind = (await entriesOf(path.join(root, "onnx"))) === undefined ? foreignKind(names) : undefined;
  const hasOnnx = names.some((name) => name.endsWith(".onnx"));
  if (kind !== undefined && !hasOnnx)
    throw folderError(`embed.transformers.${kind}`, { path: root }, "embed.transformers.hint.export");
  for (const file of NEEDED) {
    if (!names.includes(file)) throw folderError("embed.transformers.no-file", { path: root, file });
  }
}

/** The exports that a folder has, the most exact first. */
export async function listExports(root: string): Promise<{ dtype: Dtype; subfolder: string; names: string[] }[]> {
  const found: { dtype: Dtype; subfolder: string; names: string[] }[] = [];
  for (const dtype of DTYPES) {
    for (const subfolder of ["onnx", ""]) {
      const names = ((await entriesOf(path.join(root, subfolder))) ?? []).map(({ name }) => name).sort();
      if (!names.includes(exportFile(dtype))) continue;
      found.push({ dtype, subfolder, names });
      break;
    }
  }
  return found;
}

/**
 * The export to use: the wanted one, or the most exact one that is there.
 * @throws KefuError `input` when it is not there, no ONNX file, or lacks the files with its weights
 */
export async function findExport(root: string, wanted?: Dtype): Promise<ModelExport> {
  const exports = await listExports(root);
  const chosen = exports.find(({ dtype }) => wanted === undefined || dtype === wanted);
  if (chosen === undefined) {
    const file = `onnx/${exportFile(wanted ?? "fp32")}`;
    if (exports.length === 0) throw folderError("embed.transformers.no-file", { path: root, file });
    const there = exports.map(({ dtype }) => dtype).join(", ");
    const params = { path: root, file, dtype: wanted!, there };
    throw folderError("embed.transformers.no-dtype", params, "embed.transformers.hint.dtype");
  }
  const { dtype, subfolder, names } = chosen;
  const inFolder = (name: string): string => (subfolder === "" ? name : `${subfolder}/${name}`);
  const name = exportFile(dtype);
  const file = path.join(root, subfolder, name);
  const summary = await summariseOnnx(file);
  if (summary === undefined) {
    const key = (await isPointer(file)) ? "embed.transformers.pointer" : "embed.transformers.not-onnx";
    throw folderError(key, { path: root, file: inFolder(name) });
  }
  const missing = summary.external.filter((each) => !names.includes(each));
  if (missing.length > 0) {
    const params = { path: root, file: inFolder(name), missing: missing.map(inFolder).join(", ") };
    throw folderError("embed.transformers.external", params);
  }
  return { dtype, subfolder, summary, files: [name, ...summary.external].map(inFolder) };
}
