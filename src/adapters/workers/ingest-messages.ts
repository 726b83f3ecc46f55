import type { EmbedderInfo } from "../../embed/embedder.js";
import type { FaqEntry } from "../../kb/entry.js";
import type { SegmentBytes } from "../../kb/ingest/ports.js";
import { KefuError } from "../../messages/errors.js";

/** What a worker needs to open the encoder that the main thread has. */
export interface IngestWorkerData {
  readonly embedder: string;
  readonly root: string;
  readonly packageRoot: string;
}

/** Work for a thread: to build a segment from entries, or to merge segments. */
export type IngestTask =
  | { readonly kind: "build"; readonly entries: readonly FaqEntry[] }
  | { readonly kind: "merge"; readonly parts: readonly SegmentBytes[]; readonly embedder: EmbedderInfo };

/** An error as plain data: what threads exchange loses its class. */
export interface PlainError {
  readonly kefu?: Pick<KefuError, "kind" | "key" | "params" | "where" | "hint" | "issues">;
  readonly message: string;
  readonly stack: string;
}

/** The bytes of a segment, or what went wrong. */
export type IngestAnswer =
  { readonly result: Uint8Array; readonly error?: never } | { readonly error: PlainError; readonly result?: never };

/** An error as structured cloning between threads keeps it; of a KefuError all that its sentence is made of. */
export function toPlain(thrown: unknown): PlainError {
  const { message, stack = "" } = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (!(thrown instanceof KefuError)) return { message, stack };
  const { kind, key, params, where, hint, issues } = thrown;
  return { kefu: { kind, key, params, where, hint, issues }, message, stack };
}

/** The error that {@link toPlain} took apart, with the stack that it had in its thread. */
export function fromPlain({ kefu, message, stack }: PlainError): Error {
  if (kefu === undefined) return Object.assign(new Error(message), { stack });
  const { kind, key, params, where, hint, issues } = kefu;
  return new KefuError(kind, key, params, {
    ...(where === undefined ? {} : { where }),
    ...(hint === undefined ? {} : { hint }),
    issues,
  });
}
