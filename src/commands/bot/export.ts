import type { Command } from "commander";
import { writeOutput, type Context } from "../context.js";
import { readEmotions } from "../nlu/emotion.js";
import type { BotExportOutput } from "./schemas.js";

interface ExportOptions {
  readonly output: string;
  readonly force?: boolean;
}

async function runExport(ctx: Context, options: ExportOptions): Promise<void> {
  const { loadWorkspaceBot } = await import("./load-bot.js");
  const [{ writeBundle }, { sha256 }, { checkIntact }] = await Promise.all([
    import("../../bot/bundle/write.js"),
    import("../../bot/bundle/format.js"),
    import("../../kb/index/check-intact.js"),
  ]);
  const { layout } = await ctx.workspace();
  const { definition, index, embedder, model } = await loadWorkspaceBot(ctx);
  checkIntact(index);
  if (model === undefined) ctx.terminal.note(ctx.t("bot.export.no-model"));
  const trained = model === undefined ? undefined : await ctx.files.read(layout.model);
  const { bytes: emotions } = await readEmotions(ctx);
  const { bytes, manifest } = await writeBundle({ definition, index, embedder, model: trained, emotions });
  await writeOutput(ctx, options.output, bytes, { force: options.force === true });
  const summary: BotExportOutput = {
    file: options.output,
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
    name: manifest.name,
    files: Object.entries(manifest.files).map(([path, file]) => ({ path, ...file })),
    golden: manifest.golden.length,
  };
  if (ctx.globals().json === true) return ctx.terminal.json(summary);
  const { printSummary } = await import("./bundle-summary.js");
  printSummary(ctx, summary);
}

/** Adds `kefu bot export` to the program; nothing heavy is loaded until it runs. */
export function botExport(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("export")
    .description(t("bot.export.description"))
    .option("-o, --output <file>", t("bot.export.output"), "bot.kefu")
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("bot.export.examples")}`)
    .action((options: ExportOptions) => runExport(ctx, options));
}
