import type { Command } from "commander";
import type { RunRecord } from "../../kb/store.js";
import type { Context } from "../context.js";
import { wholeNumber } from "../options.js";
import type { KbHistoryOutput } from "./run-schemas.js";

interface HistoryFlags {
  readonly limit?: number;
}

/** Runs of older versions did nothing but ingest, and did not say so. */
function runDocument({ generation, kind = "ingest", ...run }: RunRecord): KbHistoryOutput["runs"][number] {
  return { run: generation, kind, ...run, sources: [...run.sources] };
}

async function runHistory(ctx: Context, flags: HistoryFlags): Promise<void> {
  const { t, terminal } = ctx;
  const [{ listRuns }, { layout }] = await Promise.all([import("../../kb/history.js"), ctx.workspace()]);
  const ports = { files: ctx.files, openStore: ctx.adapters.openStore };
  const { runs, kept } = await listRuns(ports, layout.store, flags.limit ?? Number.MAX_SAFE_INTEGER);
  const document: KbHistoryOutput = { runs: runs.map(runDocument), kept };
  if (ctx.globals().json === true) return terminal.json(document);
  if (runs.length === 0) return terminal.note(t("kb.history.none"));
  const right = "right" as const;
  await terminal.table(
    [
      { title: t("kb.history.column.run"), align: right },
      { title: t("kb.history.column.at") },
      { title: t("kb.history.column.what") },
      ...(["added", "changed", "removed", "total"] as const).map((name) => {
        return { title: t(`kb.ingest.column.${name}`), align: right };
      }),
      { title: t("kb.history.column.sources"), align: right },
    ],
    document.runs.map(({ run, at, kind, of, added, changed, removed, total, sources }) => [
      ...[run, at, t(`kb.history.kind.${kind}`, { run: of ?? 0 })],
      ...[added, changed, removed, total ?? "", sources.length],
    ]),
  );
  const { versions, bytes } = kept;
  if (versions > 0) terminal.note(t("kb.history.kept", { runs: kept.runs, versions, size: (bytes / 1e6).toFixed(1) }));
}

/** Adds `kefu kb history` to the program; nothing heavy is loaded until it runs. */
export function kbHistory(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("history")
    .description(t("kb.history.description"))
    .option("--limit <n>", t("kb.history.option.limit"), wholeNumber(t, 1))
    .addHelpText("after", () => `\n${t("kb.history.examples")}`)
    .action((flags: HistoryFlags) => runHistory(ctx, flags));
}
