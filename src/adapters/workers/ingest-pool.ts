import { Worker } from "node:worker_threads";
import type { IngestWorkers } from "../../kb/ingest/ports.js";
import { fromPlain } from "./ingest-messages.js";
import type { IngestAnswer, IngestTask, IngestWorkerData } from "./ingest-messages.js";

interface Waiting {
  readonly task: IngestTask;
  readonly transfer: readonly ArrayBuffer[];
  resolve(result: Uint8Array): void;
  reject(error: Error): void;
}

/** Hands bytes over where nothing else looks at their buffer, and a copy where something may. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return whole && bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes);
}

/**
 * Worker threads for an ingest, each started when there is work for it.
 * @param script the compiled ingest-worker
 * @param size at most so many; at least 1
 */
export function createIngestPool(script: string, size: number, workerData: IngestWorkerData): IngestWorkers {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const all = new Map<Worker, Waiting | undefined>();

  const next = (worker: Worker): void => {
    const waiting = queue.shift();
    all.set(worker, waiting);
    if (waiting === undefined) idle.push(worker);
    else worker.postMessage(waiting.task, waiting.transfer);
  };
  const start = (): Worker => {
    const worker = new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
    worker.on("message", ({ result, error }: IngestAnswer) => {
      const done = all.get(worker);
      if (error === undefined) done?.resolve(result);
      else done?.reject(fromPlain(error));
      next(worker);
    });
    worker.on("error", (error: Error) => {
      // What one died of (no memory, most likely) the others would die of as well.
      const failed = all.get(worker);
      all.delete(worker);
      for (const waiting of [failed, ...queue.splice(0)]) waiting?.reject(error);
    });
    return worker;
  };
  const run = (task: IngestTask, transfer: readonly ArrayBuffer[]): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      queue.push({ task, transfer, resolve, reject });
      const worker = idle.pop() ?? (all.size < size ? start() : undefined);
      if (worker !== undefined) next(worker);
    });

  return {
    get free() {
      return idle.length > 0 || all.size < size;
    },
    build: (entries) => run({ kind: "build", entries }, []),
    merge(parts, embedder) {
      const mine = parts.map(({ file, bytes, dead }) => ({ file, bytes: owned(bytes), dead }));
      const buffers = mine.map(({ bytes }) => bytes.buffer);
      return run({ kind: "merge", parts: mine, embedder }, buffers);
    },
    async close() {
      await Promise.all([...all.keys()].map((worker) => worker.terminate()));
    },
  };
}
