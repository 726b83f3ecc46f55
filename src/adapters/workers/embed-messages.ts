import type { EncodedTexts } from "../onnx/transformers-model.js";
import type { PlainError } from "./ingest-messages.js";

/** Texts for the thread that runs a model; none asks it to end. */
export interface EmbedTask {
  readonly number: number;
  readonly texts: readonly string[];
}

export type EmbedAnswer = { readonly number: number } & (
  { readonly result: EncodedTexts; readonly error?: never } | { readonly error: PlainError; readonly result?: never }
);
