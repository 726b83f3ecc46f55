import { KefuError } from "../../messages/errors.js";

const hint = { key: "kb.index.hint.ingest" } as const;

/** The error for a segment that is cut off, changed, or no segment at all. */
export function damaged(file: string): KefuError {
  return new KefuError("input", "kb.index.damaged", { path: file }, { hint });
}

/** The error for a segment that the manifest lists and that is not there. */
export function missingSegment(file: string): KefuError {
  return new KefuError("input", "kb.index.missing-segment", { path: file }, { hint });
}

/** The error for an index file whose format this program does not know. */
export function unknownVersion(path: string, found: string | number, known: number): KefuError {
  return new KefuError("input", "common.unknown-version", { path, found, known }, { hint });
}
