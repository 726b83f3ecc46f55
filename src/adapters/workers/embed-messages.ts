import type { EncodedTexts } from "../onnx/transformers-model.js";
import type { ModelPlan } from "../onnx/model-folder.js";
import type { Gate } from "./embed-gate.js";
import type { PlainError } from "./ingest-messages.js";

/** What the thread that runs a model is started with. */
export interface EmbedWorkerData {
  readonly plan: ModelPlan;
  readonly gate: Gate;
}

/** Texts for the thread that runs a model; none asks it to end. */
export interface EmbedTask {
  readonly number: number;
  readonly texts: readonly string[];
}

export type EmbedAnswer = { readonly number: number } & (
  { readonly result: EncodedTexts; readonly error?: never } | { readonly error: PlainError; readonly result?: never }
);
