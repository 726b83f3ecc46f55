import path from "node:path";
import type { Embedder } from "../embed/embedder.js";
import type { EncoderOptions } from "../embed/encoder-options.js";
import { createStaticEncoder } from "../embed/static-encoder.js";
import type { StaticEncoder } from "../embed/static-encoder.js";
import { nodeFiles } from "./files.js";

const TRANSFORMERS = "transformers:";

/** The encoder that ships with the product, read from its folder. */
export async function openStaticEncoder(packageRoot: string): Promise<StaticEncoder> {
  const file = (name: string): string => path.join(packageRoot, "models", "bilingual-static", name);
  const [model, vocab, lookup, config, digest] = await Promise.all([
    nodeFiles.open(file("model.bin")),
    nodeFiles.read(file("vocab.txt")),
    nodeFiles.read(file("lookup.bin")),
    nodeFiles.readText(file("config.json")),
    nodeFiles.readText(file("digest.json")),
  ]);
  return createStaticEncoder({ model, vocab, lookup, config, digest });
}

/**
 * Opens the encoder that a setting names.
 * @param name `builtin:bilingual-static`, or `transformers:<folder>` relative to the workspace
 * @param root folder of the workspace
 * @param options how a transformer is to be used; the built-in encoder has none
 */
export async function openEmbedder(
  name: string,
  root: string,
  packageRoot: string,
  options: EncoderOptions = {},
): Promise<Embedder> {
  if (!name.startsWith(TRANSFORMERS)) return openStaticEncoder(packageRoot);
  const { createTransformersEmbedder } = await import("./onnx/transformers-embedder.js");
  return createTransformersEmbedder({
    ...options,
    modelFolder: path.resolve(root, name.slice(TRANSFORMERS.length)),
    worker: path.join(packageRoot, "dist/adapters/workers/embed-worker.js"),
  });
}
