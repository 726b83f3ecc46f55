import { parentPort, workerData } from "node:worker_threads";
import type { Embedder } from "../../embed/embedder.js";
import { parseSource } from "../../kb/formats/format.js";
import type { ParsedSource } from "../../kb/formats/source-format.js";
import { mergeBytes } from "../../kb/index/segment-bytes.js";
import { buildSegment } from "../../kb/index/segment-writer.js";
import { openEmbedder } from "../embedders.js";
import { toPlain } from "./ingest-messages.js";
import type { IngestAnswer, IngestTask, IngestWorkerData } from "./ingest-messages.js";

const { embedder: name, root, packageRoot } = workerData as IngestWorkerData;

let opened: Promise<Embedder> | undefined;

/** A worker that only parses never needs it. */
const encoder = (): Promise<Embedder> => (opened ??= openEmbedder(name, root, packageRoot));

async function work(task: IngestTask): Promise<ParsedSource | Uint8Array> {
  if (task.kind === "parse") return parseSource(task.file, task.bytes, task.options);
  if (task.kind === "build") return buildSegment(task.entries, await encoder());
  return mergeBytes(task.parts, (await encoder()).info);
}

async function answer(task: IngestTask): Promise<void> {
  try {
    const result = await work(task);
    const moved = result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : [];
    parentPort!.postMessage({ result } satisfies IngestAnswer, moved);
  } catch (thrown) {
    parentPort!.postMessage({ error: toPlain(thrown) } satisfies IngestAnswer);
  }
}

parentPort!.on("message", (task: IngestTask) => void answer(task));
