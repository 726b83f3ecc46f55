import { InvalidArgumentError } from "commander";
import type { IngestPorts, RunOptions } from "../../kb/ingest/ports.js";
import type { RevisionReport } from "../../kb/history.js";
import { type Context, loadEmbedder } from "../context.js";
import { changesOf, printChanges } from "./entry-changes.js";
import { ingestPorts } from "./ingest-run.js";
import { publishWorkspace } from "./publish.js";
import type { KbRestoreOutput } from "./run-schemas.js";

/** Seconds that `--wait` alone means. */
const WAIT = 60;

/** `--wait [seconds]`. */
export function waitSeconds(ctx: Context): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+(\.\d+)?$/.test(text)) return value;
    throw new InvalidArgumentError(ctx.t("cli.usage.whole-number", { least: 0 }));
  };
}

/** Seconds to wait for the lock: 0 without `--wait`, 60 for `--wait` alone. */
export function secondsToWait(wait: number | boolean | undefined): number {
  return typeof wait === "number" ? wait : wait === true ? WAIT : 0;
}

/** Flags of restore and remove. */
export interface RevisionFlags {
  readonly dryRun?: boolean;
  readonly wait?: number | boolean;
}

/** What the `--json` documents of all such commands have in common. */
export function revisionDocument(report: RevisionReport): Omit<KbRestoreOutput, "of"> {
  const { dryRun, written, generation, added, changed, removed, total, sources, elapsed } = report;
  return {
    dryRun,
    written,
    generation,
    total,
    seconds: elapsed / 1000,
    sources: [...sources],
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    changes: changesOf(report),
  };
}

/** With --dry-run every entry that would change, then the counts. */
export async function showRevision(ctx: Context, report: RevisionReport): Promise<void> {
  const { t, terminal } = ctx;
  if (report.dryRun) printChanges(ctx, report);
  const titles = ["added", "changed", "removed", "total"] as const;
  await terminal.table(
    titles.map((name) => ({ title: t(`kb.ingest.column.${name}`), align: "right" as const })),
    [[report.added.length, report.changed.length, report.removed.length, report.total]],
  );
}

/** The ports and options of a command that changes the index, with a spinner that says how far it is. */
export async function withRevision<T extends RevisionReport>(
  ctx: Context,
  flags: RevisionFlags,
  work: (ports: IngestPorts, options: RunOptions) => Promise<T>,
): Promise<T> {
  const [{ layout, config }, embedder] = await Promise.all([ctx.workspace(), loadEmbedder(ctx)]);
  const ports = await ingestPorts(ctx, embedder);
  const progress = await ctx.terminal.progress(ctx.t("kb.ingest.phase.index"), () => ctx.clock.elapsed());
  try {
    const report = await work(ports, {
      layout,
      dryRun: flags.dryRun === true,
      command: ctx.commandLine,
      keep: config.kb.history,
      wait: secondsToWait(flags.wait),
      onProgress: (phase, done, total) => {
        progress.update(done, total, ctx.t(`kb.ingest.phase.${phase}`));
      },
    });
    progress.stop();
    if (flags.dryRun !== true) await publishWorkspace(ctx, embedder);
    return report;
  } finally {
    progress.stop();
    await ports.workers?.close();
    await embedder.close();
  }
}
