import type { Command } from "commander";
import type { Context } from "../context.js";
import { wholeNumber } from "../options.js";
import type { RevisionFlags } from "./revision.js";
import { revisionDocument, showRevision, waitSeconds, withRevision } from "./revision.js";
import type { KbRestoreOutput } from "./run-schemas.js";

async function runRestore(ctx: Context, run: number, flags: RevisionFlags): Promise<void> {
  const { t, terminal } = ctx;
  const { restoreRun } = await import("../../kb/history.js");
  const report = await withRevision(ctx, flags, (ports, options) => restoreRun(ports, options, run));
  if (ctx.globals().json === true) {
    return terminal.json({ ...revisionDocument(report), of: report.of } satisfies KbRestoreOutput);
  }
  await showRevision(ctx, report);
  const { of, generation, dryRun, written } = report;
  if (dryRun) return terminal.note(t("kb.ingest.dry-run"));
  if (!written) return terminal.note(t("kb.restore.already", { of }));
  terminal.note(t("kb.restore.done", { of, generation, seconds: (report.elapsed / 1000).toFixed(1) }));
  if (report.sources.length > 0) terminal.note(t("kb.restore.sources-stay"));
}

/** Adds `kefu kb restore` to the program; nothing heavy is loaded until it runs. */
export function kbRestore(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("restore")
    .description(t("kb.restore.description"))
    .argument("<run>", t("kb.restore.argument.run"), wholeNumber(t, 1))
    .option("--dry-run", t("kb.run.option.dry-run"))
    .option("--wait [seconds]", t("kb.run.option.wait"), waitSeconds(ctx))
    .addHelpText("after", () => `\n${t("kb.restore.examples")}`)
    .action((run: number, flags: RevisionFlags) => runRestore(ctx, run, flags));
}
