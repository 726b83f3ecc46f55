import { createHash } from "node:crypto";
import * as z from "zod";
import { LOCALES } from "../../messages/locale.js";

export const BUNDLE_FORMAT = "kefu-bundle";

/** Version of the bundle format that this program writes and reads. */
export const BUNDLE_VERSION = 1;

/**
 * Level of what a runtime can do; a bundle that needs more is refused. Raised when an older runtime would answer wrongly: 2 knows
 * flows that emotions start, 3 slots that ask for a role.
 */
export const RUNTIME_LEVEL = 3;

export const MANIFEST_PATH = "manifest.json";
export const DEFINITION_PATH = "definition.json";
export const KB_MANIFEST_PATH = "kb/manifest.json";
export const MODEL_PATH = "nlu/model.kmodel";
export const EMOTION_PATH = "nlu/emotion.kemotion";

/** Most files in a bundle, and most bytes of all together. */
export const MAX_FILES = 64;
export const MAX_BYTES = 1024 ** 3;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Paths in a bundle: ASCII letters, digits, `.`, `_`, `-`, no part that starts with a dot, at most three folders deep. */
export const PATH_PATTERN = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*){0,3}$/i;

/** A standard question with the decision that the bot took when the bundle was made. */
const goldenSchema = z.strictObject({
  q: z.string(),
  decision: z.enum(["answer", "clarify", "abstain"]),
  /** Entry answered; null for the other decisions. */
  entry: z.string().nullable(),
  /** SHA-256 of the answer's text; null for the other decisions. */
  answer: sha256Schema.nullable(),
});

/** A question with the answer that a loaded bundle must give, and refuses to load if it does not. */
export type Golden = z.output<typeof goldenSchema>;

export const bundleManifestSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  leastRuntime: z.int().min(1),
  name: z.string(),
  locales: z.array(z.enum(LOCALES)),
  tokeniser: z.string(),
  embedder: z.strictObject({ id: z.string(), digest: z.string(), dim: z.int().min(1) }),
  /** Every other file of the bundle. */
  files: z.record(z.string().regex(PATH_PATTERN), z.strictObject({ sha256: sha256Schema, bytes: z.int().min(0) })),
  golden: z.array(goldenSchema),
});

/** `manifest.json` of a bundle; docs/bundle.md has it field by field. */
export type BundleManifest = z.output<typeof bundleManifestSchema>;

/** In hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

/** What identifies a bundle: the digest of its manifest, which holds the digests of all else. Stands as the zip's comment. */
export function bundleComment(manifest: Uint8Array): string {
  return `${BUNDLE_FORMAT} sha256:${sha256(manifest)}`;
}
