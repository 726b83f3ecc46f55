import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { EncoderOptions, EncoderSettings } from "../../embed/encoder-options.js";
import { checkFolder, findExport, folderError } from "./model-files.js";
import { readSettings } from "./model-settings.js";

/** What a thread needs to load and run a model: plain data. */
export interface ModelPlan {
  readonly path: string;
  /** Folder of the ONNX file below the model folder: `onnx` or empty. */
  readonly subfolder: string;
  readonly settings: EncoderSettings;
  readonly inputs: readonly string[];
  /** Name of the output that is taken. */
  readonly output: string;
  readonly threads: number | undefined;
}

/** A local model folder (the layout of hubs, with ONNX files) and how it is used. */
export interface ModelFolder {
  readonly plan: ModelPlan;
  /** Length of a vector, where the files say. */
  readonly dim: number | undefined;
  /** The files that the vectors depend on, relative to the folder with `/`, and the size of each. */
  readonly files: ReadonlyMap<string, number>;
  /** SHA-256 (hex) over these files and the settings; reads all of them. */
  digest(): Promise<string>;
}

/** Goes into every digest: another number for another way to compute. */
const METHOD = "kefu-transformers-2";

const FILES = ["config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"];

const INPUTS: ReadonlySet<string> = new Set(["input_ids", "attention_mask", "token_type_ids", "position_ids"]);

async function sizesOf(root: string, names: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const name of names) {
    const found = await stat(path.join(root, name)).catch(() => undefined);
    if (found?.isFile() === true) sizes.set(name, found.size);
  }
  return sizes;
}

/** Over name, size and bytes of each file and over the settings; read in pieces, for a model may have gigabytes. */
async function digestOf(
  root: string,
  files: ReadonlyMap<string, number>,
  { prefixes, pooling, maxTokens, dtype }: EncoderSettings,
): Promise<string> {
  const hash = createHash("sha256").update(`${METHOD} `);
  hash.update(`${JSON.stringify({ query: prefixes.query, passage: prefixes.passage, pooling, maxTokens, dtype })}\n`);
  for (const [name, size] of files) {
    hash.update(`${name} ${size}\n`);
    for await (const piece of createReadStream(path.join(root, name), { highWaterMark: 1 << 20 }))
      hash.update(piece as Buffer);
  }
  return hash.digest("hex");
}

/**
 * Reads a model folder's settings; neither the library nor the weights are loaded.
 * @throws KefuError `input` that says what is missing or not supported
 */
export async function readModelFolder(folder: string, options: EncoderOptions = {}): Promise<ModelFolder> {
  const root = path.resolve(folder);
  await checkFolder(root);
  const chosen = await findExport(root, options.dtype);
  const strange = chosen.summary.inputs.filter((name) => !INPUTS.has(name));
  if (strange.length > 0 || !chosen.summary.inputs.includes("input_ids")) {
    const inputs = (strange.length > 0 ? strange : chosen.summary.inputs).join(", ");
    throw folderError("embed.transformers.inputs", { path: root, inputs });
  }
  const { settings, output } = await readSettings(root, chosen, options);
  const files = await sizesOf(root, [...FILES, ...chosen.files]);
  const plan = {
    path: root,
    subfolder: chosen.subfolder,
    settings,
    inputs: chosen.summary.inputs,
    output: output.output,
    threads: options.threads,
  };
  return {
    plan,
    dim: output.dim,
    files,
    digest: () => digestOf(root, files, settings),
  };
}
