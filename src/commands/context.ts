import path from "node:path";
import type { Terminal } from "../adapters/terminal/terminal.js";
import type { ActionPort } from "../bot/runtime/actions.js";
import type { Embedder } from "../embed/embedder.js";
import type { EncoderOptions } from "../embed/encoder-options.js";
import type { ModelPort } from "../embed/model-port.js";
import type { ArchivePort } from "../kb/sources/archive-port.js";
import type { FetchPort } from "../kb/sources/fetch-port.js";
import type { KbIndex } from "../kb/index/kb-index.js";
import type { IngestWorkers } from "../kb/ingest/ports.js";
import type { SegmentRef } from "../kb/index/manifest.js";
import type { RemoteIndex } from "../kb/remote/index.js";
import type { VectorBackendFactory } from "../kb/index/vectors.js";
import type { KbStore } from "../kb/store.js";
import type { Translate } from "../messages/catalogue.js";
import { KefuError } from "../messages/errors.js";
import type { Locale } from "../messages/locale.js";
import type { NluModel } from "../nlu/model.js";
import type { WorkspaceConfig } from "../workspace/config.js";
import type { ByteSource, Clock, FilePort, LockPort, ProcessPort, Timers, WatchPort } from "../workspace/ports.js";
import { openWorkspace } from "../workspace/workspace.js";
import type { Workspace } from "../workspace/workspace.js";

/** The outside world, built by main; everything heavy is loaded when it is first asked for. */
export interface Adapters {
  readonly files: FilePort;
  readonly clock: Clock;
  locks(): Promise<LockPort>;
  openStore(file: string): Promise<KbStore>;
  /** Threads for ingests: `count` of them, or as many as pay here; `undefined` for none. To be closed. */
  ingestWorkers(embedder: string, root: string, count?: number): Promise<IngestWorkers | undefined>;
  /** Lets what waits, an interrupt too, have its turn. */
  pause(): Promise<void>;
  /** Said by a command that asks the index once and ends, before it does anything. */
  answersOnce(): void;
  /** @param name `builtin:bilingual-static` or `transformers:<folder>` */
  embedder(name: string, root: string, options?: EncoderOptions): Promise<Embedder>;
  /** Model folders, and how they get here. */
  models(version: string): Promise<ModelPort>;
  /** `undefined` where the optional part is missing. */
  nearestNeighbours(): Promise<VectorBackendFactory | undefined>;
  /**
   * An index on a PostgreSQL server, named by the environment. It is connected when it is first used, and closed when the command
   * ends.
   */
  remoteIndex(
    env: Context["env"],
    settings: { readonly schema: string; readonly timeoutSeconds: number },
  ): Promise<RemoteIndex>;
  actions(settings: WorkspaceConfig["actions"]): Promise<ActionPort>;
  /** The web; only for commands whose purpose it is. */
  fetcher(settings: {
    version: string;
    allowPrivate: boolean;
    limits?: { maxBytes?: number; totalMs?: number };
  }): Promise<FetchPort>;
  archives(): Promise<ArchivePort>;
  processes(): Promise<ProcessPort>;
  watching(): Promise<{ watch: WatchPort; timers: Timers }>;
  /** Version of an installed package; `undefined` when it is missing. */
  installedVersion(name: string): Promise<string | undefined>;
  /** Loads the optional transformer runtime; throws where it does not work. */
  loadTransformers(): Promise<unknown>;
}

/** The options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly workspace?: string;
  readonly quiet?: boolean;
}

/** What a command gets to work with. */
export interface Context {
  readonly adapters: Adapters;
  readonly files: FilePort;
  readonly clock: Clock;
  readonly terminal: Terminal;
  readonly locale: Locale;
  readonly t: Translate;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Folder of the installed package: models/, fixtures/, docs/. */
  readonly packageRoot: string;
  readonly version: string;
  /** The command line as typed, for locks and histories. */
  readonly commandLine: string;
  globals(): GlobalOptions;
  workspace(): Promise<Workspace>;
}

/** Opens the workspace that --workspace, the folder or its parents name. */
export function workspaceOpener(
  context: Pick<Context, "files" | "env" | "cwd" | "locale" | "globals" | "version" | "packageRoot">,
): () => Promise<Workspace> {
  let opened: Promise<Workspace> | undefined;
  const open = async (): Promise<Workspace> => {
    const { files, env, locale, version } = context;
    const named = context.globals().workspace;
    const build = await files.stat(path.join(context.packageRoot, "dist", "main.js"));
    const program = [version, build?.size, build?.modified].join(" ");
    const start = path.resolve(context.cwd, named ?? ".");
    return openWorkspace(files, start, { exact: named !== undefined, env, locale, program });
  };
  return () => (opened ??= open());
}

/** What kefu.yaml says about the use of its encoder. */
export function encoderOptions({ index }: WorkspaceConfig): EncoderOptions {
  const { query_prefix, passage_prefix, max_length, pooling, dtype, threads } = index.embedder_options;
  const prefixes = { queryPrefix: query_prefix, passagePrefix: passage_prefix };
  return { ...prefixes, maxLength: max_length, pooling, dtype, threads };
}

/** The encoder that the workspace's settings name. */
export async function loadEmbedder(ctx: Context): Promise<Embedder> {
  const { config, layout } = await ctx.workspace();
  return ctx.adapters.embedder(config.index.embedder, layout.root, encoderOptions(config));
}

/**
 * The search index of the workspace.
 * @param folder of another index of the same kind
 * @throws KefuError `input` when nothing has been ingested yet, or the index was made by another encoder or version
 */
export async function loadIndex(ctx: Context, embedder: Embedder, folder?: string): Promise<KbIndex> {
  const { layout } = await ctx.workspace();
  const index = folder ?? layout.index;
  const manifestFile = folder === undefined ? layout.manifest : path.join(folder, path.basename(layout.manifest));
  const [{ parseManifest }, { openIndex }, { missingSegment }] = await Promise.all([
    import("../kb/index/manifest.js"),
    import("../kb/index/kb-index.js"),
    import("../kb/index/damaged.js"),
  ]);
  if ((await ctx.files.stat(manifestFile)) === undefined) {
    throw new KefuError("input", "cli.no-index", {}, { hint: { key: "cli.hint.ingest" } });
  }
  const manifest = parseManifest(await ctx.files.readText(manifestFile), path.relative(ctx.cwd, manifestFile));
  const open = async ({ file }: SegmentRef): Promise<ByteSource> => {
    const full = path.join(index, file);
    if ((await ctx.files.stat(full)) === undefined) throw missingSegment(path.relative(ctx.cwd, full));
    return ctx.files.open(full);
  };
  return openIndex(manifest, open, embedder.info);
}

/** The trained intent model; `undefined` when none has been trained. */
export async function loadTrainedModel(ctx: Context, embedder: Embedder): Promise<NluModel | undefined> {
  const { layout } = await ctx.workspace();
  if ((await ctx.files.stat(layout.model)) === undefined) return undefined;
  const { loadModel } = await import("../nlu/model.js");
  return loadModel(await ctx.files.read(layout.model), embedder, path.relative(ctx.cwd, layout.model));
}

/** The nearest thing above a path that exists is a file. */
async function isBelowFile({ files }: Context, target: string): Promise<boolean> {
  for (let at = path.dirname(target); ; at = path.dirname(at)) {
    const found = await files.stat(at);
    if (found !== undefined || at === path.dirname(at)) return found?.kind === "file";
  }
}

/**
 * Refuses what `-o FILE` asks for where it cannot be written: to be called before the work that makes it, too.
 * @param options `folder`: the name is that of a folder to write into
 * @throws KefuError `usage` when the file exists and `force` is not set, `unavailable` when there is a folder of its name, or a file
 * where a folder on its path would be
 */
export async function checkOutput(
  ctx: Context,
  file: string,
  { force, folder = false }: { force: boolean; folder?: boolean },
): Promise<void> {
  const target = path.resolve(ctx.cwd, file);
  const found = await ctx.files.stat(target);
  if (folder && found?.kind === "folder") return;
  if (found?.kind === "folder") {
    const hint = { key: "common.hint.file-in-folder" } as const;
    throw new KefuError("unavailable", "common.file.is-folder", { path: file }, { hint });
  }
  if (found !== undefined && !force && !folder) {
    throw new KefuError("usage", "common.file.exists", { path: file }, { hint: { key: "common.hint.force" } });
  }
  if (found === undefined ? await isBelowFile(ctx, target) : folder)
    throw new KefuError("unavailable", "common.file.no-folder", { path: file });
}

/**
 * Writes what `-o FILE` asked for and says so.
 * @throws KefuError as {@link checkOutput}
 */
export async function writeOutput(
  ctx: Context,
  file: string,
  bytes: Uint8Array | string,
  { force }: { force: boolean },
): Promise<void> {
  await checkOutput(ctx, file, { force });
  await ctx.files.writeAtomic(path.resolve(ctx.cwd, file), bytes);
  ctx.terminal.note(ctx.t("common.written", { path: file }));
}

/** Holds the workspace's lock while `work` runs. */
export async function withLock<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  const { layout } = await ctx.workspace();
  const lock = await (await ctx.adapters.locks()).acquire(layout.lock, { command: ctx.commandLine });
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
