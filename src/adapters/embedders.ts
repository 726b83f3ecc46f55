import path from "node:path";
import type { Embedder } from "../embed/embedder.js";
import { createStaticEncoder } from "../embed/static-encoder.js";
import type { StaticEncoder } from "../embed/static-encoder.js";
import { nodeFiles } from "./files.js";

const TRANSFORMERS = "transformers:";

/** The encoder that ships with the product, read from its folder. */
export async function openStaticEncoder(packageRoot: string): Promise<StaticEncoder> {
  const file = (name: string): string => path.join(packageRoot, "models", "bilingual-static", name);
  const [model, vocab, config, digest] = await Promise.all([
    nodeFiles.read(file("model.bin")),
    nodeFiles.readText(file("vocab.txt")),
    nodeFiles.readText(file("config.json")),
    nodeFiles.readText(file("digest.json")),
  ]);
  return createStaticEncoder({ model, vocab, config, digest });
}

/**
 * Opens the encoder that a setting names.
 * @param name `builtin:bilingual-static`, or `transformers:<folder>` relative to the workspace
 * @param root folder of the workspace
 */
export async function openEmbedder(name: string, root: string, packageRoot: string): Promise<Embedder> {
  if (!name.startsWith(TRANSFORMERS)) return openStaticEncoder(packageRoot);
  const { createTransformersEmbedder } = await import("./onnx/transformers-embedder.js");
  return createTransformersEmbedder({ modelFolder: path.resolve(root, name.slice(TRANSFORMERS.length)) });
}
