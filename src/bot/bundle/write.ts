import { Buffer } from "node:buffer";
import type { Embedder } from "../../embed/embedder.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import { formatManifest, type IndexManifest } from "../../kb/index/manifest.js";
import { mergeSegments } from "../../kb/index/merge.js";
import { LOCALES } from "../../messages/locale.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import { heedsEmotions, heedsRoles, type BotDefinition } from "../definition.js";
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  bundleComment,
  DEFINITION_PATH,
  EMOTION_PATH,
  KB_MANIFEST_PATH,
  MANIFEST_PATH,
  MODEL_PATH,
  sha256,
  type BundleManifest,
} from "./format.js";
import { goldenOf, goldenQuestions } from "./golden.js";
import { writeZip, type PackedFile } from "./zip.js";

/** What a bundle is made of. */
export interface BundleParts {
  readonly definition: BotDefinition;
  readonly index: KbIndex;
  readonly embedder: Embedder;
  /** Bytes of the trained model, where there is one. */
  readonly model?: Uint8Array | undefined;
  /** Bytes of the model of emotions; a bot whose flows heed them cannot do without. */
  readonly emotions?: Uint8Array | undefined;
}

/** JSON with the keys of every object sorted, so that one value has one text. */
function canonicalJson(value: unknown): Uint8Array {
  const sorted = (_: string, part: unknown): unknown =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return Buffer.from(`${JSON.stringify(value, sorted, 2)}\n`, "utf8");
}

/** Packs a bot into one file. The same parts give the same bytes; the history of the index leaves no trace. */
export async function writeBundle(parts: BundleParts): Promise<{ bytes: Uint8Array; manifest: BundleManifest }> {
  const { definition, index, embedder, model, emotions } = parts;
  const files = [
    { path: DEFINITION_PATH, bytes: canonicalJson(definition) },
    ...packIndex(index),
    ...(model === undefined ? [] : [{ path: MODEL_PATH, bytes: model }]),
    ...(emotions === undefined ? [] : [{ path: EMOTION_PATH, bytes: emotions }]),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const golden = [];
  for (const q of goldenQuestions(index.entries())) {
    golden.push(await goldenOf({ index, embedder, decide: definition.decide }, definition, q));
  }
  const manifest: BundleManifest = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    leastRuntime: heedsRoles(definition) ? 3 : heedsEmotions(definition) ? 2 : 1,
    name: definition.name,
    locales: [...LOCALES],
    tokeniser: TOKENISER_VERSION,
    embedder: { ...embedder.info },
    files: Object.fromEntries(
      files.map(({ path, bytes }) => [path, { sha256: sha256(bytes), bytes: bytes.byteLength }]),
    ),
    golden,
  };
  const head = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8");
  return { bytes: await writeZip([{ path: MANIFEST_PATH, bytes: head }, ...files], bundleComment(head)), manifest };
}

/** The live entries as one segment, with a manifest of its own. */
function packIndex(index: KbIndex): PackedFile[] {
  const bytes = mergeSegments(index);
  const digest = sha256(bytes);
  const file = `seg-${digest.slice(0, 16)}.kseg`;
  const { entries, questions } = index.size;
  const manifest: IndexManifest = {
    ...index.manifest,
    generation: 1,
    segments: [{ file, sha256: digest, bytes: bytes.byteLength, entries, questions, dead: [] }],
  };
  return [
    { path: KB_MANIFEST_PATH, bytes: Buffer.from(formatManifest(manifest), "utf8") },
    { path: `kb/${file}`, bytes },
  ];
}
