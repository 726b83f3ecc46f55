// One way of turning texts into vectors, in a process of its own:
//   node models-measure.mjs kefu|single|batch|length MODEL-FOLDER TEXTS.json
// Prints {load, seconds, check}: seconds to the first vector, for all texts, and the sum of the first vector's values.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [, , way, folder, file] = process.argv;
const texts = JSON.parse(readFileSync(file, "utf8"));
const BATCH = 32;
const seconds = (since) => Number(process.hrtime.bigint() - since) / 1e9;

async function kefuWay() {
  const { createTransformersEmbedder } = await import("../../dist/adapters/onnx/transformers-embedder.js");
  const worker = fileURLToPath(new URL("../../dist/adapters/workers/embed-worker.js", import.meta.url));
  const embedder = await createTransformersEmbedder({ modelFolder: folder, worker });
  return { embed: (some) => embedder.embed(some, "passage"), close: () => embedder.close() };
}

async function pipelineWay(size) {
  const { pipeline, env } = await import("@xenova/transformers");
  env.allowRemoteModels = false;
  const extract = await pipeline("feature-extraction", folder, { dtype: "fp32", device: "cpu" });
  const embed = async (some) => {
    const vectors = [];
    for (let from = 0; from < some.length; from += size) {
      const output = await extract(some.slice(from, from + size), { pooling: "mean", normalize: true });
      const dim = output.dims[1];
      for (let at = 0; at < output.dims[0]; at++) vectors.push(output.data.slice(at * dim, (at + 1) * dim));
    }
    return vectors;
  };
  return { embed, close: () => extract.dispose() };
}

const started = process.hrtime.bigint();
const { embed, close } = await (way === "kefu" ? kefuWay() : pipelineWay(way === "single" ? 1 : BATCH));
await embed([texts[0]]);
const load = seconds(started);
const begun = process.hrtime.bigint();
const vectors = await embed(texts);
const all = seconds(begun);
await close();
console.log(JSON.stringify({ load, seconds: all, first: [...vectors[0]], last: [...vectors.at(-1)] }));
