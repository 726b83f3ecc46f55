import { Buffer } from "node:buffer";
import type { Embedder } from "../../embed/embedder.js";
import { openIndex } from "../../kb/index/kb-index.js";
import { parseManifest } from "../../kb/index/manifest.js";
import { KefuError, type Issue } from "../../messages/errors.js";
import { loadEmotionModel } from "../../nlu/emotion/model.js";
import { loadModel } from "../../nlu/model.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import { botDefinitionSchema, heedsEmotions } from "../definition.js";
import { createBot, type Bot, type BotParts, type BotPorts } from "../runtime/bot.js";
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  bundleComment,
  bundleManifestSchema,
  DEFINITION_PATH,
  EMOTION_PATH,
  KB_MANIFEST_PATH,
  MANIFEST_PATH,
  MODEL_PATH,
  RUNTIME_LEVEL,
  sha256,
  type BundleManifest,
} from "./format.js";
import { replayGolden } from "./golden.js";
import { looksLikeZip, readZip, writeZip, ZipError, type PackedFile } from "./zip.js";

/** What checking a bundle found. */
export interface BundleCheck {
  readonly manifest: BundleManifest | undefined;
  /** Everything that is wrong; a bundle verifies when this is empty. */
  readonly problems: readonly Issue[];
  /** The bot's parts; there exactly when nothing is wrong. */
  readonly parts?: BotParts;
}

const problem = (key: Issue["key"], params: Issue["params"] = {}): Issue => ({ severity: "error", key, params });

/**
 * Reads a bundle and checks all of it: its container byte by byte, every file's digest and size, what it needs of the
 * runtime, and that the remembered questions still get the remembered answers.
 * @param name path of the bundle, for messages
 * @param encoder that its model of emotions was made with: the one that ships
 * @throws KefuError `input` when the bytes are no zip, or a whole bundle of an unknown version
 */
export async function checkBundle(
  bytes: Uint8Array,
  embedder: Embedder,
  name: string,
  encoder: Embedder = embedder,
): Promise<BundleCheck> {
  if (!looksLikeZip(bytes)) throw new KefuError("input", "bot.bundle.unreadable", { path: name });
  const unpacked = await unpack(bytes);
  if ("problem" in unpacked) return { manifest: undefined, problems: [unpacked.problem] };
  const { files, comment } = unpacked;
  const contents = new Map(files.map((file) => [file.path, file.bytes]));
  const head = contents.get(MANIFEST_PATH);
  if (head === undefined) {
    return { manifest: undefined, problems: [problem("bot.bundle.missing", { path: MANIFEST_PATH })] };
  }
  const problems = await checkContainer(bytes, files, comment, head);
  const { manifest, problems: mistakes } = readManifest(head, comment === bundleComment(head), name);
  problems.push(...mistakes);
  if (manifest === undefined) return { manifest, problems };
  problems.push(...checkFiles(manifest, contents), ...checkNeeds(manifest, embedder));
  if (problems.length > 0) return { manifest, problems };
  try {
    const parts = await openParts(contents, embedder, encoder);
    const flips = await replayGolden({ ...parts, decide: parts.definition.decide }, parts.definition, manifest.golden);
    problems.push(
      ...flips.map(({ expected, got }) =>
        problem("bot.bundle.golden", {
          q: expected.q,
          expected: `${expected.decision} ${expected.entry ?? ""}`.trim(),
          got: `${got.decision} ${got.entry ?? ""}`.trim(),
        }),
      ),
    );
    return problems.length > 0 ? { manifest, problems } : { manifest, problems, parts };
  } catch (error) {
    const { key, params } = error instanceof KefuError ? error : problem("bot.bundle.parts");
    return { manifest, problems: [...problems, problem(key, params)] };
  }
}

type Unpacked = { readonly files: PackedFile[]; readonly comment: string } | { readonly problem: Issue };

async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  try {
    return await readZip(bytes);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return { problem: problem(error.key, error.params) };
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** @param whole true when the manifest is the one that the bundle was closed with: only then its version can be believed */
function readManifest(
  bytes: Uint8Array,
  whole: boolean,
  name: string,
): { manifest: BundleManifest | undefined; problems: Issue[] } {
  const value = parseJson(bytes);
  if (value === undefined) return { manifest: undefined, problems: [problem("bot.bundle.manifest-json")] };
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  const told = typeof format === "string" && typeof version === "number";
  if (whole && told && (format !== BUNDLE_FORMAT || version !== BUNDLE_VERSION)) {
    const params = { path: name, found: `${format} ${version}`, known: `${BUNDLE_FORMAT} ${BUNDLE_VERSION}` };
    throw new KefuError("input", "common.unknown-version", params);
  }
  const result = bundleManifestSchema.safeParse(value);
  if (result.success) return { manifest: result.data, problems: [] };
  const problems = result.error.issues.map((issue) =>
    problem("bot.bundle.manifest", { at: [MANIFEST_PATH, ...issue.path].join(" › ") }),
  );
  return { manifest: undefined, problems };
}

/** Packing the files again must give the very same bytes: so no header, padding, order or trailing byte can be changed. */
async function checkContainer(
  bytes: Uint8Array,
  files: readonly PackedFile[],
  comment: string,
  head: Uint8Array,
): Promise<Issue[]> {
  if (comment !== bundleComment(head)) return [problem("bot.bundle.digest")];
  const others = files.filter((file) => file.path !== MANIFEST_PATH).sort((a, b) => (a.path < b.path ? -1 : 1));
  const again = await writeZip([{ path: MANIFEST_PATH, bytes: head }, ...others], comment);
  return Buffer.compare(again, bytes) === 0 ? [] : [problem("bot.bundle.container")];
}

function checkFiles(manifest: BundleManifest, contents: ReadonlyMap<string, Uint8Array>): Issue[] {
  const problems: Issue[] = [];
  for (const [path, { sha256: digest, bytes }] of Object.entries(manifest.files)) {
    const content = contents.get(path);
    if (content === undefined) problems.push(problem("bot.bundle.missing", { path }));
    else if (content.byteLength !== bytes) {
      problems.push(problem("bot.bundle.size", { path, expected: bytes, got: content.byteLength }));
    } else if (sha256(content) !== digest) problems.push(problem("bot.bundle.changed", { path }));
  }
  for (const path of contents.keys()) {
    if (path !== MANIFEST_PATH && !Object.hasOwn(manifest.files, path))
      problems.push(problem("bot.bundle.unlisted", { path }));
  }
  for (const path of [DEFINITION_PATH, KB_MANIFEST_PATH]) {
    if (!Object.hasOwn(manifest.files, path)) problems.push(problem("bot.bundle.missing", { path }));
  }
  return problems;
}

function checkNeeds({ leastRuntime, tokeniser, embedder }: BundleManifest, { info }: Embedder): Issue[] {
  const problems: Issue[] = [];
  if (leastRuntime > RUNTIME_LEVEL)
    problems.push(problem("bot.bundle.runtime", { needed: leastRuntime, have: RUNTIME_LEVEL }));
  if (tokeniser !== TOKENISER_VERSION) {
    problems.push(problem("bot.bundle.tokeniser", { needed: tokeniser, have: TOKENISER_VERSION }));
  }
  if (embedder.id !== info.id || embedder.digest !== info.digest || embedder.dim !== info.dim) {
    const short = (of: { id: string; digest: string }): string => `${of.id} (${of.digest.slice(0, 12)})`;
    problems.push(problem("bot.bundle.embedder", { needed: short(embedder), have: short(info) }));
  }
  return problems;
}

async function openParts(
  contents: ReadonlyMap<string, Uint8Array>,
  embedder: Embedder,
  encoder: Embedder,
): Promise<BotParts> {
  const text = (path: string): string => Buffer.from(contents.get(path)!).toString("utf8");
  const definition = botDefinitionSchema.parse(JSON.parse(text(DEFINITION_PATH)));
  const manifest = parseManifest(text(KB_MANIFEST_PATH), KB_MANIFEST_PATH);
  const segment = (file: string): Promise<Uint8Array> => {
    const bytes = contents.get(`kb/${file}`);
    return bytes === undefined ? Promise.reject(new Error(`no kb/${file}`)) : Promise.resolve(bytes);
  };
  const index = await openIndex(manifest, (ref) => segment(ref.file), embedder.info);
  const [model, emotions] = [contents.get(MODEL_PATH), contents.get(EMOTION_PATH)];
  if (heedsEmotions(definition) && emotions === undefined)
    throw new KefuError("input", "bot.bundle.missing", { path: EMOTION_PATH });
  return {
    definition,
    index,
    embedder,
    model: model && loadModel(model, embedder, MODEL_PATH),
    emotions: emotions && loadEmotionModel(emotions, encoder, EMOTION_PATH),
  };
}

/**
 * A bot from a bundle's bytes; every check of {@link checkBundle} is made before it answers anything.
 * @param encoder that its model of emotions was made with: the one that ships; to be given where `embedder` is another
 * @throws KefuError `findings` with every problem when the bundle does not verify, `input` when it is none
 */
export async function loadBundleBytes(
  bytes: Uint8Array,
  embedder: Embedder,
  ports: BotPorts,
  name = "bundle",
  encoder = embedder,
): Promise<Bot> {
  const { parts, problems } = await checkBundle(bytes, embedder, name, encoder);
  if (parts === undefined) {
    throw new KefuError("findings", "bot.bundle.bad", { path: name, n: problems.length }, { issues: problems });
  }
  return createBot(parts, ports);
}

/**
 * The id of the encoder that a bundle was made with, so that it can be loaded before the bundle is checked; empty where
 * there is no manifest that can be believed.
 */
export async function bundleEmbedderId(bytes: Uint8Array): Promise<string> {
  const unpacked = await unpack(bytes);
  if ("problem" in unpacked) return "";
  const head = unpacked.files.find((file) => file.path === MANIFEST_PATH);
  if (head === undefined || unpacked.comment !== bundleComment(head.bytes)) return "";
  const result = bundleManifestSchema.safeParse(parseJson(head.bytes));
  return result.success ? result.data.embedder.id : "";
}
