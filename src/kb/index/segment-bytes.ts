import { createHash } from "node:crypto";
import type { EmbedderInfo } from "../../embed/embedder.js";
import type { SegmentRef } from "./manifest.js";
import { mergeSteps } from "./merge.js";
import { Segment } from "./segment.js";

/** How a manifest names a segment. */
export function refOf(bytes: Uint8Array): SegmentRef {
  const { entries, questions } = new Segment(bytes, "").meta;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: `seg-${sha256.slice(0, 16)}.kseg`, sha256, bytes: bytes.length, entries, questions, dead: [] };
}

/** Whether bytes are those that a manifest names. */
export function isIntact(ref: SegmentRef, bytes: Uint8Array): boolean {
  return bytes.length === ref.bytes && createHash("sha256").update(bytes).digest("hex") === ref.sha256;
}

/**
 * Merges the live entries of segments into one.
 * @param pause called many times in between; what it throws ends the merge
 * @throws KefuError `input` that names a damaged segment
 */
export async function mergeBytes(
  parts: readonly { readonly file: string; readonly bytes: Uint8Array; readonly dead: readonly number[] }[],
  embedder: EmbedderInfo,
  pause?: () => Promise<void>,
): Promise<Uint8Array> {
  const opened = parts.map(({ file, bytes, dead }) => {
    const segment = new Segment(bytes, file);
    const marks = dead.length === 0 ? undefined : new Uint8Array(segment.entries);
    for (const ordinal of dead) marks![ordinal] = 1;
    return { segment, dead: marks };
  });
  const steps = mergeSteps(opened, embedder);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value.bytes;
    await pause?.();
  }
}
