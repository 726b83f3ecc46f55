import path from "node:path";
import type { Embedder } from "../../embed/embedder.js";
import type { EncoderOptions } from "../../embed/encoder-options.js";
import { KefuError } from "../../messages/errors.js";
import { readModelFolder, type ModelFolder } from "./model-folder.js";
import { loadModel, type EncodedTexts, type TransformersModel } from "./transformers-model.js";

export interface TransformersOptions extends EncoderOptions {
  /** Folder with config.json, tokenizer.json and onnx/model*.onnx; nothing is ever downloaded. */
  readonly modelFolder: string;
  /** The compiled embed-worker; without it the model runs in this thread. */
  readonly worker?: string;
  /** Imports the library, where there is no worker; tests put another in its place. */
  readonly load?: () => Promise<unknown>;
}

/** Texts that are handed over at a time: enough to sort them by length, few enough to show progress. */
const HANDED = 256;

async function start(folder: ModelFolder, { worker, load }: TransformersOptions): Promise<TransformersModel> {
  if (worker === undefined) return loadModel(folder.plan, load);
  const { startModelThread } = await import("../workers/embed-thread.js");
  return startModelThread(worker, folder.plan);
}

function checkDim({ plan: { path: folder } }: ModelFolder, { dim }: EncodedTexts, expected: number): void {
  if (dim === expected) return;
  const params = { path: folder, dim, expected };
  const hint = { key: "embed.transformers.hint.broken" } as const;
  throw new KefuError("input", "embed.transformers.dim", params, { hint });
}

/**
 * A transformer from a local folder, run by ONNX Runtime. Pooling, prefixes and longest input come from the folder's
 * own files unless the options say otherwise; vectors are brought to length 1; longer texts are cut at the model's limit.
 *
 * The model is loaded when the first vector is asked for: what only looks at an index never waits for it.
 *
 * Throws KefuError `input` when the folder holds no usable model; `embed` also `unavailable` when the optional package is
 * missing.
 */
export async function createTransformersEmbedder(options: TransformersOptions): Promise<Embedder> {
  const folder = await readModelFolder(options.modelFolder, options);
  let started: Promise<TransformersModel> | undefined;
  const model = (): Promise<TransformersModel> => (started ??= start(folder, options));
  const digest = await folder.digest();
  const dim = folder.dim ?? (await (await model()).encode(["a"])).dim;
  const encode = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const encoded = await (await model()).encode(texts);
    checkDim(folder, encoded, dim);
    return texts.map((_, at) => encoded.values.subarray(at * dim, (at + 1) * dim));
  };
  return {
    info: { id: `transformers:${path.basename(folder.plan.path)}`, digest, dim },
    costly: true,
    async embed(texts, as) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += HANDED) {
        const some = texts.slice(from, from + HANDED).map((text) => folder.plan.settings.prefixes[as] + text);
        vectors.push(...(await encode(some)));
      }
      return vectors;
    },
    async close() {
      const open = await started?.catch(() => undefined);
      started = undefined;
      await open?.close();
    },
  };
}
