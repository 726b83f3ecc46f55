import { parentPort, workerData } from "node:worker_threads";
import type { Embedder } from "../../embed/embedder.js";
import { mergeBytes } from "../../kb/index/segment-bytes.js";
import { buildSegment } from "../../kb/index/segment-writer.js";
import { openEmbedder } from "../embedders.js";
import { toPlain } from "./ingest-messages.js";
import type { IngestAnswer, IngestTask, IngestWorkerData } from "./ingest-messages.js";

const { embedder: name, root, packageRoot } = workerData as IngestWorkerData;

let opened: Promise<Embedder> | undefined;

const encoder = (): Promise<Embedder> => (opened ??= openEmbedder(name, root, packageRoot));

async function work(task: IngestTask): Promise<Uint8Array> {
  if (task.kind === "build") return buildSegment(task.entries, await encoder());
  return mergeBytes(task.parts, task.embedder);
}

async function answer(task: IngestTask): Promise<void> {
  try {
    const result = await work(task);
    parentPort!.postMessage({ result } satisfies IngestAnswer, [result.buffer as ArrayBuffer]);
  } catch (thrown) {
    parentPort!.postMessage({ error: toPlain(thrown) } satisfies IngestAnswer);
  }
}

parentPort!.on("message", (task: IngestTask) => void answer(task));
