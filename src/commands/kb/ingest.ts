import type { Command } from "commander";
import type { IngestPhase } from "../../kb/ingest-ports.js";
import { type Context, loadEmbedder } from "../context.js";
import { wholeNumber } from "../options.js";
import { ingestWorkspace } from "./ingest-run.js";
import type { SourceFlags } from "./ingest-run.js";
import { ingestDocument, showIngest } from "./ingest-show.js";
import { webOptions } from "./web-flags.js";
import { secondsToWait, waitSeconds } from "./revision.js";

interface IngestFlags extends SourceFlags {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly compact?: boolean;
  readonly wait?: number | boolean;
  readonly workers?: number;
}

async function runIngestCommand(ctx: Context, sources: readonly string[], flags: IngestFlags): Promise<void> {
  const [workspace, embedder] = await Promise.all([ctx.workspace(), loadEmbedder(ctx)]);
  const progress = await ctx.terminal.progress(ctx.t("kb.ingest.phase.read"), () => ctx.clock.elapsed());
  try {
    const report = await ingestWorkspace(ctx, {
      ...{ workspace, sources, flags, embedder },
      dryRun: flags.dryRun === true,
      strict: flags.strict === true,
      compact: flags.compact === true,
      wait: secondsToWait(flags.wait),
      threads: flags.workers,
      onProgress: (phase: IngestPhase, done, total) => progress.update(done, total, ctx.t(`kb.ingest.phase.${phase}`)),
    });
    progress.stop();
    if (ctx.globals().json === true) ctx.terminal.json(ingestDocument(ctx, report));
    else await showIngest(ctx, report);
  } finally {
    progress.stop();
    await embedder.close();
  }
}

export function kbIngest(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const command = parent
    .command("ingest")
    .description(t("kb.ingest.description"))
    .argument("[sources...]", t("kb.ingest.argument.sources"))
    .option("--map <columns>", t("kb.ingest.option.map"))
    .option("--id-field <name>", t("kb.ingest.option.id-field"))
    .option("--dry-run", t("kb.ingest.option.dry-run"))
    .option("--strict", t("kb.ingest.option.strict"))
    .option("--compact", t("kb.ingest.option.compact"))
    .option("--wait [seconds]", t("kb.run.option.wait"), waitSeconds(ctx))
    .option("--workers <n>", t("kb.run.option.workers"), wholeNumber(t, 0, 64));
  webOptions(command, ctx)
    .addHelpText("after", () => `\n${t("kb.ingest.examples")}`)
    .action((sources: string[], flags: IngestFlags) => runIngestCommand(ctx, sources, flags));
}
