import { isRecord } from "../../interop/json-value.js";
import type { EmbedderInfo } from "../../embed/embedder.js";
import { damaged, unknownVersion } from "./damaged.js";

const FORMAT = "kefu-index";
const VERSION = 1;

/** One segment of an index. */
export interface SegmentRef {
  /** Name of the file beside the manifest: `seg-<first 16 of sha256>.kseg`. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Dead ones included. */
  readonly entries: number;
  readonly questions: number;
  /** Ordinals of entries in the segment that have been replaced or removed, ascending. */
  readonly dead: readonly number[];
}

/** What an index is made of: the one file that a change of the index renames into place. */
export interface IndexManifest {
  readonly format: "kefu-index";
  readonly version: 1;
  readonly tokeniser: string;
  readonly embedder: EmbedderInfo;
  /** Grows with every ingest that changed something. */
  readonly generation: number;
  readonly segments: readonly SegmentRef[];
}

/**
 * @param path of the manifest, for messages
 * @throws KefuError `input` when the text is no manifest, or one of another version
 */
export function parseManifest(text: string, path: string): IndexManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(path);
  }
  // By hand and not by zod: every search reads a manifest, and loading zod costs more than the search.
  if (!isRecord(value) || value["format"] !== FORMAT) throw damaged(path);
  if (value["version"] !== VERSION) throw unknownVersion(path, String(value["version"]), VERSION);
  const { tokeniser, embedder, generation, segments } = value;
  const sound =
    typeof tokeniser === "string" &&
    isEmbedder(embedder) &&
    isCount(generation) &&
    Array.isArray(segments) &&
    segments.every(isSegment);
  if (!sound) throw damaged(path);
  return value as unknown as IndexManifest;
}

/**
 * The manifest as it is written: fields in a fixed order and the numbers of dead entries sorted, so that equal indexes
 * have equal bytes.
 */
export function formatManifest({ tokeniser, embedder, generation, segments }: IndexManifest): string {
  const { id, digest, dim } = embedder;
  const manifest: IndexManifest = {
    ...{ format: FORMAT, version: VERSION, tokeniser, embedder: { id, digest, dim }, generation },
    segments: segments.map(({ file, sha256, bytes, entries, questions, dead }) => {
      return { file, sha256, bytes, entries, questions, dead: [...dead].sort((a, b) => a - b) };
    }),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isEmbedder(value: unknown): boolean {
  return (
    isRecord(value) && typeof value["id"] === "string" && typeof value["digest"] === "string" && isCount(value["dim"])
  );
}

function isSegment(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { file, sha256, bytes, entries, questions, dead } = value;
  // A name, never a path: a manifest may come from elsewhere, inside a bundle.
  const named =
    typeof file === "string" && /^[\w.-]+$/.test(file) && !file.startsWith(".") && typeof sha256 === "string";
  const counted = isCount(bytes) && isCount(entries) && isCount(questions);
  return named && counted && Array.isArray(dead) && dead.every((ordinal) => isCount(ordinal) && ordinal < entries);
}
