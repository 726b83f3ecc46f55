import path from "node:path";
import type { Command } from "commander";
import type { Embedder } from "../../embed/embedder.js";
import type { KbIngestOutput } from "../kb/ingest-schemas.js";
import { encoderOptions, withLock, workspaceOpener, type Context } from "../context.js";
import type { ModelUseOutput } from "./schemas.js";

interface UseFlags {
  readonly dryRun?: boolean;
  readonly ingest?: boolean;
}

async function indexState(ctx: Context, digest: string): Promise<ModelUseOutput["index"]> {
  const { layout } = await ctx.workspace();
  if ((await ctx.files.stat(layout.manifest)) === undefined) return "none";
  const { parseManifest } = await import("../../kb/index/manifest.js");
  try {
    const { embedder } = parseManifest(await ctx.files.readText(layout.manifest), layout.manifest);
    return embedder.digest === digest ? "fits" : "rebuild";
  } catch {
    // Of another version or damaged: it has to be made again in any case.
    return "rebuild";
  }
}

/** Opens the encoder and computes a vector, so that a setting is never written that does not work. */
async function tryEmbedder(ctx: Context, setting: string): Promise<Embedder["info"]> {
  const { config, layout } = await ctx.workspace();
  const embedder = await ctx.adapters.embedder(setting, layout.root, encoderOptions(config));
  try {
    await embedder.embed(["a"], "query");
    return embedder.info;
  } finally {
    await embedder.close();
  }
}

async function write(ctx: Context, setting: string): Promise<void> {
  const { layout } = await ctx.workspace();
  const [{ CONFIG_FILE }, { withSetting }] = await Promise.all([
    import("../../workspace/workspace.js"),
    import("../../workspace/edit-config.js"),
  ]);
  const file = path.join(layout.root, CONFIG_FILE);
  const changed = withSetting(CONFIG_FILE, await ctx.files.readText(file), ["index", "embedder"], setting);
  await withLock(ctx, () => ctx.files.writeAtomic(file, changed));
}

async function ingest(ctx: Context): Promise<KbIngestOutput> {
  const [{ ingestWorkspace }, { ingestDocument, showIngest }, { loadEmbedder }] = await Promise.all([
    import("../kb/ingest-run.js"),
    import("../kb/ingest-show.js"),
    import("../context.js"),
  ]);
  const workspace = await ctx.workspace();
  const embedder = await loadEmbedder(ctx);
  const progress = await ctx.terminal.progress(ctx.t("kb.ingest.phase.read"), () => ctx.clock.elapsed());
  try {
    const report = await ingestWorkspace(ctx, {
      workspace,
      sources: [],
      flags: {},
      embedder,
      onProgress: (phase, done, total) => progress.update(done, total, ctx.t(`kb.ingest.phase.${phase}`)),
    });
    progress.stop();
    if (ctx.globals().json !== true) await showIngest(ctx, report);
    return ingestDocument(ctx, report);
  } finally {
    progress.stop();
    await embedder.close();
  }
}

async function runUse(ctx: Context, word: string, flags: UseFlags): Promise<void> {
  const { BUILTIN, embedderOf, findModel } = await import("./models.js");
  const { t, terminal } = ctx;
  const json = ctx.globals().json === true;
  const { config, layout } = await ctx.workspace();
  const folder = await findModel(ctx, word);
  const embedder = folder === undefined ? BUILTIN : embedderOf(layout.root, folder);
  const { dim, digest } = await tryEmbedder(ctx, embedder);
  const before = config.index.embedder;
  const [dryRun, changed] = [flags.dryRun === true, before !== embedder];
  const index = await indexState(ctx, digest);
  if (changed && !dryRun) await write(ctx, embedder);
  // What counts above kefu.yaml (kefu.local.yaml, the environment) may say otherwise all the same.
  const fresh: Context = { ...ctx, workspace: workspaceOpener(ctx) };
  const effective = dryRun ? embedder : (await fresh.workspace()).config.index.embedder;
  if (effective !== embedder) terminal.alert(t("cli.model.use.overridden", { embedder: effective }));
  if (!json) {
    const key = !changed ? "cli.model.use.same" : dryRun ? "cli.model.use.would" : "cli.model.use.done";
    terminal.print(t(key, { embedder, before, dim }));
    const set = Object.keys(config.index.embedder_options).join(", ");
    if (changed && set !== "" && folder !== undefined) terminal.alert(t("cli.model.use.options", { options: set }));
  }
  const made = flags.ingest === true && !dryRun ? await ingest(fresh) : undefined;
  const document: ModelUseOutput = { embedder, before, dryRun, changed, dim, digest, index };
  if (json) return terminal.json({ ...document, ...(made && { ingest: made }) } satisfies ModelUseOutput);
  if (made === undefined && index === "rebuild") terminal.alert(t("cli.model.use.rebuild"));
}

/** Adds `kefu model use` to the program; nothing heavy is loaded until it runs. */
export function modelUse(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("use")
    .argument("<model>", t("cli.model.use.argument"))
    .description(t("cli.model.use.description"))
    .option("--dry-run", t("cli.model.use.option.dry-run"))
    .option("--ingest", t("cli.model.use.option.ingest"))
    .addHelpText("after", () => `\n${t("cli.model.use.examples")}`)
    .action((word: string, flags: UseFlags) => runUse(ctx, word, flags));
}
