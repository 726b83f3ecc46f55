import { Worker } from "node:worker_threads";
import { KefuError } from "../../messages/errors.js";
import type { ModelPlan } from "../onnx/model-folder.js";
import type { EncodedTexts, TransformersModel } from "../onnx/transformers-model.js";
import { closeGate, createGate } from "./embed-gate.js";
import type { EmbedAnswer, EmbedTask, EmbedWorkerData } from "./embed-messages.js";
import { fromPlain } from "./ingest-messages.js";

interface Waiting {
  resolve(result: EncodedTexts): void;
  reject(error: Error): void;
}

function crashed({ path }: ModelPlan, reason: string, cause?: unknown): KefuError {
  const hint = { key: "embed.transformers.hint.crashed" } as const;
  return new KefuError("unavailable", "embed.transformers.crashed", { path, reason }, { hint, cause });
}

/**
 * A model in a thread of its own, so that this one hears an interrupt and draws progress while it computes. The thread loads the
 * model with its first task, and keeps the process alive only while somebody waits for it.
 * @param script the compiled embed-worker
 */
export function startModelThread(script: string, plan: ModelPlan): TransformersModel {
  const waiting = new Map<number, Waiting>();
  const gate = createGate();
  const worker = new Worker(script, { workerData: { plan, gate } satisfies EmbedWorkerData });
  const onExit = (): void => closeGate(gate);
  process.once("exit", onExit);
  let next = 0;
  let gone: Error | undefined;

  const fail = (error: Error): void => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", (code) => {
      process.off("exit", onExit);
      fail(crashed(plan, `exit ${code}`));
      resolve();
    });
  });
  worker.on("error", (error: Error) => fail(crashed(plan, error.message, error)));
  worker.on("message", ({ number, result, error }: EmbedAnswer) => {
    const found = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) worker.unref();
    if (error === undefined) found?.resolve(result);
    else found?.reject(fromPlain(error));
  });
  worker.unref();

  return {
    encode: (texts) =>
      new Promise((resolve, reject) => {
        if (gone !== undefined) return reject(gone);
        const number = next++;
        waiting.set(number, { resolve, reject });
        worker.ref();
        worker.postMessage({ number, texts } satisfies EmbedTask);
      }),
    async close() {
      if (gone !== undefined) return;
      worker.ref();
      // What is still being computed is of no interest to anybody.
      if (waiting.size > 0) {
        closeGate(gate);
        await worker.terminate();
      } else worker.postMessage({ number: next++, texts: [] } satisfies EmbedTask);
      await ended;
    },
  };
}
