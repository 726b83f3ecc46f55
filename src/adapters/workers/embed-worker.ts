import { parentPort, workerData } from "node:worker_threads";
import { loadModel, type TransformersModel } from "../onnx/transformers-model.js";
import { inside } from "./embed-gate.js";
import type { EmbedAnswer, EmbedTask, EmbedWorkerData } from "./embed-messages.js";
import { toPlain } from "./ingest-messages.js";

const port = parentPort!;
const { plan, gate } = workerData as EmbedWorkerData;
let loaded: Promise<TransformersModel> | undefined;
/** Tasks are done one after the other: the model itself takes all the cores it may have. */
let last: Promise<void> = Promise.resolve();

async function work({ number, texts }: EmbedTask): Promise<void> {
  try {
    const result = await (
      await (loaded ??= loadModel(plan, undefined, (native) => inside(gate, native)))
    ).encode(texts);
    port.postMessage({ number, result } satisfies EmbedAnswer, [result.values.buffer]);
  } catch (thrown) {
    port.postMessage({ number, error: toPlain(thrown) } satisfies EmbedAnswer);
  }
}

/** Frees what the model holds outside of JavaScript; then nothing keeps the thread alive. */
async function end(): Promise<void> {
  const model = await loaded?.catch(() => undefined);
  await model?.close();
  port.close();
}

port.on("message", (task: EmbedTask) => {
  last = last.then(() => (task.texts.length === 0 ? end() : work(task)));
});
