import path from "node:path";
import type { Embedder } from "../../embed/embedder.js";
import { poolTokens, unit } from "../../embed/pooling.js";
import { KefuError } from "../../messages/errors.js";
import { readModelFolder, type Dtype, type ModelFolder } from "./model-folder.js";
import { loadTransformers, type Inputs, type Model, type Tensor, type Tokenizer } from "./transformers-library.js";

interface TransformersOptions {
  /** Folder with config.json, tokenizer.json and onnx/model*.onnx; nothing is ever downloaded. */
  readonly modelFolder: string;
  /** Which export of the model to use; by default the most exact one in the folder. */
  readonly dtype?: Dtype;
  /** Imports the library; tests put another in its place. */
  readonly load?: () => Promise<unknown>;
}

const BATCH = 32;
const DEFAULT_MAX_TOKENS = 512;

/**
 * A transformer from a local folder, run by ONNX Runtime. Pooling and prompts come from the folder's
 * sentence-transformers files (mean pooling and no prompt without them); vectors are brought to length 1; longer texts
 * are cut at the model's limit.
 *
 * Throws KefuError `unavailable` when the optional package is missing, `input` when the folder holds no usable model.
 */
export async function createTransformersEmbedder(options: TransformersOptions): Promise<Embedder> {
  const folder = await readModelFolder(options.modelFolder, options.dtype);
  const { tokenizer, model } = await openModel(folder, options.load);
  const run = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    const size = batchSize(folder.dtype);
    for (let start = 0; start < texts.length; start += size) {
      vectors.push(...(await runBatch(folder, tokenizer, model, texts.slice(start, start + size))));
    }
    return vectors;
  };
  // One text at once shows whether tokenizer and model fit, and how long a vector is.
  const [probe] = await run(["a"]).catch((cause: unknown) => {
    throw unusable(folder, cause);
  });
  return {
    info: { id: `transformers:${path.basename(folder.path)}`, digest: folder.digest, dim: probe!.length },
    costly: true,
    embed: (texts, as) => run(texts.map((text) => folder.prompts[as] + text)),
    close: async () => {
      await model.dispose();
    },
  };
}

async function openModel(
  folder: ModelFolder,
  load: TransformersOptions["load"],
): Promise<{ tokenizer: Tokenizer; model: Model }> {
  const { env, AutoTokenizer, AutoModel } = await loadTransformers(load);
  env.localModelPath = path.dirname(folder.path);
  const name = path.basename(folder.path);
  const local = { local_files_only: true };
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(name, local);
    const model = await AutoModel.from_pretrained(name, {
      ...local,
      dtype: folder.dtype,
      device: "cpu",
      subfolder: folder.subfolder,
      ...(folder.externalData ? { use_external_data_format: true } : {}),
    });
    return { tokenizer, model };
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

async function runBatch(
  folder: ModelFolder,
  tokenizer: Tokenizer,
  model: Model,
  texts: string[],
): Promise<Float32Array[]> {
  const inputs = await tokenizer(texts, {
    padding: true,
    truncation: true,
    max_length: folder.maxTokens ?? DEFAULT_MAX_TOKENS,
  });
  return readOutput(await model(inputs), inputs, folder);
}

function readOutput(
  output: Readonly<Record<string, Tensor | undefined>>,
  inputs: Inputs,
  folder: ModelFolder,
): Float32Array[] {
  const hidden = output["last_hidden_state"] ?? output["token_embeddings"];
  if (hidden?.dims.length === 3) {
    const [texts, tokens, dim] = hidden.dims as [number, number, number];
    return poolTokens({ values: floats(hidden), texts, tokens, dim }, inputs.attention_mask.data, folder.pooling);
  }
  const whole = output["sentence_embedding"] ?? output["text_embeds"];
  if (whole?.dims.length !== 2) throw new Error(`outputs: ${Object.keys(output).join(", ")}`);
  const values = floats(whole);
  const [texts, dim] = whole.dims as [number, number];
  return Array.from({ length: texts }, (_, text) => unit(values.slice(text * dim, (text + 1) * dim)));
}

function floats(tensor: Tensor): Float32Array {
  return tensor.data instanceof Float32Array ? tensor.data : Float32Array.from(tensor.data as ArrayLike<number>);
}

/**
 * Integer models choose the scale of their activations over the whole batch: in company a text would get another vector
 * than alone. One at a time, the same text always gets the same.
 */
function batchSize(dtype: Dtype): number {
  return dtype === "fp32" || dtype === "fp16" ? BATCH : 1;
}

function unusable(folder: ModelFolder, cause: unknown): KefuError {
  const reason = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!;
  return new KefuError(
    "input",
    "embed.transformers.broken",
    { path: folder.path, reason },
    { hint: { key: "embed.transformers.hint.layout" }, cause },
  );
}
