import type { Embedder } from "../../embed/embedder.js";
import type { IngestReport } from "../../kb/ingest/ingest.js";
import type { IngestOptions, IngestPorts } from "../../kb/ingest/ports.js";
import type { SourceOptions } from "../../kb/store.js";
import { keepSettings } from "../../workspace/kept-settings.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { Context } from "../context.js";
import { onlineAccess } from "./web-flags.js";
import type { WebFlags } from "./web-flags.js";

/** The flags that say how sources are to be read; ingest and diff have them alike. */
export interface SourceFlags extends WebFlags {
  readonly map?: string;
  readonly idField?: string;
}

/** One run over some sources; what is not said is as in `kefu kb ingest` without options. */
export interface IngestJob extends Partial<
  Pick<IngestOptions, "dryRun" | "strict" | "compact" | "wait" | "details" | "signal" | "onPlan" | "onProgress">
> {
  readonly workspace: Workspace;
  readonly sources: readonly string[];
  readonly flags: SourceFlags;
  readonly embedder: Embedder;
  /** Threads beside the main one; as many as pay without it. */
  readonly threads?: number | undefined;
}

async function givenOptions(flags: SourceFlags): Promise<SourceOptions> {
  const { parseMap } = await import("../../kb/formats/map-option.js");
  return {
    ...(flags.map === undefined ? {} : { map: parseMap(flags.map) }),
    ...(flags.idField === undefined ? {} : { idField: flags.idField }),
  };
}

async function settingsOf({ config }: Workspace): Promise<IngestOptions["settings"]> {
  const { checkFields } = await import("../../kb/formats/map-option.js");
  const { sources, columns, mappings, id_field: idField } = config.kb;
  return {
    sources,
    columns: checkFields(columns),
    mappings: mappings.map(({ sheet, ...mapping }) => ({
      ...mapping,
      ...(sheet === undefined ? {} : { sheet }),
      columns: checkFields(mapping.columns),
    })),
    ...(idField === undefined ? {} : { idField }),
    locale: config.locale,
  };
}

/** The ports of an ingest; the workers are to be closed. */
export async function ingestPorts(ctx: Context, embedder: Embedder, threads?: number): Promise<IngestPorts> {
  const { adapters, files, clock } = ctx;
  const { config, layout } = await ctx.workspace();
  const [locks, archives, workers] = await Promise.all([
    adapters.locks(),
    adapters.archives(),
    adapters.ingestWorkers(config.index.embedder, layout.root, threads),
  ]);
  const { openStore, pause } = adapters;
  return { files, clock, locks, embedder, openStore, archives, pause, ...(workers === undefined ? {} : { workers }) };
}

/** Runs an ingest of a workspace as a command line asks for it. */
export async function ingestWorkspace(ctx: Context, job: IngestJob): Promise<IngestReport> {
  const { workspace, sources, flags, embedder, threads, ...more } = job;
  const { runIngest } = await import("../../kb/ingest/ingest.js");
  const online = await onlineAccess(ctx, workspace, sources, flags);
  const ports = await ingestPorts(ctx, embedder, threads);
  try {
    const report = await runIngest(online === undefined ? ports : { ...ports, online }, {
      layout: workspace.layout,
      settings: await settingsOf(workspace),
      sources,
      cwd: ctx.cwd,
      given: await givenOptions(flags),
      dryRun: false,
      strict: false,
      compact: false,
      command: ctx.commandLine,
      keep: workspace.config.kb.history,
      ...more,
    });
    if (more.dryRun !== true) await keepSettings(ctx.files, workspace);
    return report;
  } finally {
    await ports.workers?.close();
  }
}
