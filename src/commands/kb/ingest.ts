import type { Command } from "commander";
import type { Embedder } from "../../embed/embedder.js";
import type { IngestReport } from "../../kb/ingest/ingest.js";
import type { IngestPlan } from "../../kb/ingest/plan.js";
import type { IngestPhase } from "../../kb/ingest/ports.js";
import type { IngestSummary } from "../../kb/ingest/summary.js";
import { KefuError } from "../../messages/errors.js";
import { type Context, loadEmbedder, workspaceOpener, writeOutput } from "../context.js";
import { wholeNumber } from "../options.js";
import { ingestWorkspace } from "./ingest-run.js";
import type { SourceFlags } from "./ingest-run.js";
import { ingestDocument, showIngest } from "./ingest-show.js";
import { pollInterval, watchSources } from "./ingest-watch.js";
import { publishWorkspace } from "./publish.js";
import { secondsToWait, waitSeconds } from "./revision.js";
import { checkReportName, formatOfName, formatSummary } from "./summary-output.js";
import { webOptions } from "./web-flags.js";

interface IngestFlags extends SourceFlags {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly compact?: boolean;
  readonly wait?: number | boolean;
  readonly workers?: number;
  readonly output?: string;
  readonly force?: boolean;
  readonly watch?: boolean;
  readonly poll?: number | boolean;
}

/** Entries whose changes a report for people shows. */
const REPORTED = 500;

/** Milliseconds that `--poll` alone means. */
const POLL = 1000;

async function ingest(
  ctx: Context,
  sources: readonly string[],
  flags: IngestFlags,
  embedder: Embedder,
  onPlan: (plan: IngestPlan) => void,
): Promise<IngestReport> {
  const workspace = await ctx.workspace();
  const progress = await ctx.terminal.progress(ctx.t("kb.ingest.phase.read"), () => ctx.clock.elapsed());
  try {
    return await ingestWorkspace(ctx, {
      workspace,
      sources,
      flags,
      embedder,
      onPlan,
      dryRun: flags.dryRun === true,
      strict: flags.strict === true,
      compact: flags.compact === true,
      details: flags.output !== undefined,
      wait: secondsToWait(flags.wait),
      threads: flags.workers,
      onProgress: (phase: IngestPhase, done, total) => progress.update(done, total, ctx.t(`kb.ingest.phase.${phase}`)),
    });
  } finally {
    progress.stop();
  }
}

async function writeReport(ctx: Context, file: string, summary: IngestSummary, at: string): Promise<void> {
  const about = { title: ctx.t("kb.report.title"), at, limit: REPORTED };
  const bytes = await formatSummary(ctx, summary, formatOfName(file), about);
  // That the file may be replaced was made sure of before the run.
  await writeOutput(ctx, file, bytes, { force: true });
}

/** One ingest and, with -o, its report; the report is written of a run that fails as well. */
async function ingestReported(
  ctx: Context,
  sources: readonly string[],
  flags: IngestFlags,
  embedder: Embedder,
  onPlan: (plan: IngestPlan) => void = () => undefined,
): Promise<IngestReport> {
  const { output } = flags;
  const at = ctx.clock.now();
  let plan: IngestPlan | undefined;
  const keep = (made: IngestPlan): void => {
    onPlan(made);
    plan = made;
  };
  try {
    const report = await ingest(ctx, sources, flags, embedder, keep);
    if (output !== undefined) {
      const { summarise } = await import("../../kb/ingest/summary.js");
      await writeReport(ctx, output, summarise(report), at);
    }
    return report;
  } catch (thrown) {
    if (output !== undefined && thrown instanceof KefuError && thrown.kind !== "interrupted") {
      const { summariseFailure } = await import("../../kb/ingest/summary.js");
      await writeReport(ctx, output, summariseFailure(thrown, plan), at);
    }
    throw thrown;
  }
}

/** On a terminal a table that is not understood is asked about, while no lock is held; then the run begins anew. */
async function ingestAsking(
  ctx: Context,
  sources: readonly string[],
  flags: IngestFlags,
  embedder: Embedder,
): Promise<IngestReport> {
  const { MappingWanted, checkMappings, settleMappings } = await import("./mapping-prompt.js");
  const done = new Set<string>();
  for (;;) {
    const fresh: Context = { ...ctx, workspace: workspaceOpener(ctx) };
    try {
      return await ingestReported(fresh, sources, flags, embedder, (plan) => checkMappings(plan, done));
    } catch (thrown) {
      if (!(thrown instanceof MappingWanted)) throw thrown;
      await settleMappings(fresh, thrown.tables, done);
    }
  }
}

/** @throws KefuError `usage` for options that do not go together */
async function checkFlags(ctx: Context, flags: IngestFlags): Promise<void> {
  checkReportName(flags.output);
  if (flags.watch === true && flags.dryRun === true) {
    throw new KefuError("usage", "kb.watch.not-with", { option: "--dry-run" });
  }
  if (flags.watch !== true && flags.poll !== undefined) throw new KefuError("usage", "kb.watch.poll-alone");
  if (flags.output === undefined || flags.force === true) return;
  const { default: path } = await import("node:path");
  if ((await ctx.files.stat(path.resolve(ctx.cwd, flags.output))) === undefined) return;
  throw new KefuError("usage", "common.file.exists", { path: flags.output }, { hint: { key: "common.hint.force" } });
}

async function runIngestCommand(ctx: Context, sources: readonly string[], flags: IngestFlags): Promise<void> {
  await checkFlags(ctx, flags);
  const json = ctx.globals().json === true;
  const embedder = await loadEmbedder(ctx);
  try {
    if (flags.watch === true) {
      const poll = flags.poll === true ? POLL : flags.poll === false ? undefined : flags.poll;
      const once = async (fresh: Context): Promise<IngestReport> => {
        const done = await ingestReported(fresh, sources, flags, embedder);
        await publishWorkspace(fresh, embedder);
        return done;
      };
      await watchSources(ctx, { sources, poll, once });
      return;
    }
    const asks = ctx.terminal.interactive && !json && flags.dryRun !== true && flags.map === undefined;
    const report = await (asks ? ingestAsking : ingestReported)(ctx, sources, flags, embedder);
    if (!json) await showIngest(ctx, report);
    // After what was done here is said: it is done, whatever becomes of the copy.
    const published = flags.dryRun === true ? undefined : await publishWorkspace(ctx, embedder);
    if (json) ctx.terminal.json({ ...ingestDocument(ctx, report), ...(published && { published }) });
  } finally {
    await embedder.close();
  }
}

/** Adds `kefu kb ingest` to the program; nothing heavy is loaded until it runs. */
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
    .option("-o, --output <file>", t("kb.report.option"))
    .option("--force", t("cli.option.force"))
    .option("--watch", t("kb.watch.option"))
    .option("--poll [seconds]", t("kb.watch.option.poll"), pollInterval(ctx))
    .option("--wait [seconds]", t("kb.run.option.wait"), waitSeconds(ctx))
    .option("--workers <n>", t("kb.run.option.workers"), wholeNumber(t, 0, 64));
  webOptions(command, ctx)
    .addHelpText("after", () => `\n${t("kb.ingest.examples")}`)
    .action((sources: string[], flags: IngestFlags) => runIngestCommand(ctx, sources, flags));
}
