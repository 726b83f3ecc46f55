import type { Command } from "commander";
import type { IngestReport } from "../../kb/ingest.js";
import type { IngestPhase } from "../../kb/ingest-ports.js";
import type { Issue } from "../../messages/errors.js";
import { type Context, loadEmbedder } from "../context.js";
import { issueDocument, issueLine } from "../failure.js";
import type { KbIngestOutput } from "./schemas.js";

interface IngestFlags {
  readonly map?: string;
  readonly idField?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly compact?: boolean;
}

/** Lines of one kind about one file that are shown; all of them are in the --json document. */
const SHOWN_EACH = 5;

const MARKS = { added: "+", changed: "~", removed: "-" } as const;

function changesOf(report: IngestReport): KbIngestOutput["changes"] {
  const kinds = ["added", "changed", "removed"] as const;
  return kinds.flatMap((change) => report[change].map((entry) => ({ change, ...entry })));
}

function documentOf(ctx: Context, report: IngestReport): KbIngestOutput {
  const {
    dryRun,
    written,
    compacted,
    rebuilt,
    generation,
    unchanged,
    total,
    sources,
    rowsSkipped,
    indexBytes,
    elapsed,
  } = report;
  return {
    ...{ dryRun, written, compacted, rebuilt, generation },
    added: report.added.length,
    changed: report.changed.length,
    removed: report.removed.length,
    ...{ unchanged, total, rowsSkipped, indexBytes },
    seconds: elapsed / 1000,
    sources: { read: [...sources.read], skipped: [...sources.skipped], removed: [...sources.removed] },
    changes: changesOf(report),
    mappings: report.mappings.map((mapping) => ({ ...mapping, columns: [...mapping.columns] })),
    issues: report.issues.map((issue) => issueDocument(issue, ctx.t)),
  };
}

/** Warnings and notes on stderr, of many alike only the first. */
function showIssues(ctx: Context, issues: readonly Issue[]): void {
  const { t, terminal } = ctx;
  const seen = new Map<string, number>();
  for (const issue of issues) {
    const kind = `${issue.key}\0${issue.where?.file ?? ""}`;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    if (count <= SHOWN_EACH) terminal.note(issueLine(issue, t, terminal.noteStyle));
  }
  const hidden = [...seen.values()].reduce((sum, count) => sum + Math.max(0, count - SHOWN_EACH), 0);
  if (hidden > 0) terminal.note(t("kb.ingest.more-issues", { count: hidden }));
}

async function showReport(ctx: Context, report: IngestReport): Promise<void> {
  const { t, terminal } = ctx;
  showIssues(ctx, report.issues);
  if (report.dryRun) {
    for (const { change, id, question } of changesOf(report)) {
      terminal.print(`${MARKS[change]} ${id}${question === undefined ? "" : `  ${question}`}`);
    }
  }
  const right = "right" as const;
  const titles = ["added", "changed", "removed", "unchanged", "total"] as const;
  const counts = [report.added.length, report.changed.length, report.removed.length, report.unchanged, report.total];
  await terminal.table(
    titles.map((name) => ({ title: t(`kb.ingest.column.${name}`), align: right })),
    [counts],
  );
  const { read, skipped, removed } = report.sources;
  const sources = { read: read.length, skipped: skipped.length, removed: removed.length, rows: report.rowsSkipped };
  terminal.print(t("kb.ingest.sources", sources));
  if (report.dryRun) terminal.note(t("kb.ingest.dry-run"));
  else if (!report.written) terminal.note(t("kb.ingest.nothing-changed"));
  else {
    if (report.rebuilt) terminal.note(t("kb.ingest.rebuilt"));
    const seconds = (report.elapsed / 1000).toFixed(1);
    terminal.note(
      t("kb.ingest.done", { generation: report.generation, seconds, size: (report.indexBytes / 1e6).toFixed(1) }),
    );
  }
}

async function runIngestCommand(ctx: Context, sources: readonly string[], flags: IngestFlags): Promise<void> {
  const [{ runIngest }, { parseMap, checkFields }, { layout, config }, embedder, locks] = await Promise.all([
    import("../../kb/ingest.js"),
    import("../../kb/formats/map-option.js"),
    ctx.workspace(),
    loadEmbedder(ctx),
    ctx.adapters.locks(),
  ]);
  const map = flags.map === undefined ? undefined : parseMap(flags.map);
  const { columns, id_field: idField } = config.kb;
  const progress = await ctx.terminal.progress(ctx.t("kb.ingest.phase.read"), () => ctx.clock.elapsed());
  try {
    const report = await runIngest(
      { files: ctx.files, clock: ctx.clock, locks, embedder, openStore: ctx.adapters.openStore },
      {
        layout,
        settings: {
          sources: config.kb.sources,
          columns: checkFields(columns),
          ...(idField === undefined ? {} : { idField }),
          locale: config.locale,
        },
        sources,
        cwd: ctx.cwd,
        given: {
          ...(map === undefined ? {} : { map }),
          ...(flags.idField === undefined ? {} : { idField: flags.idField }),
        },
        dryRun: flags.dryRun === true,
        strict: flags.strict === true,
        compact: flags.compact === true,
        command: ctx.commandLine,
        onProgress: (phase: IngestPhase, done, total) =>
          progress.update(done, total, ctx.t(`kb.ingest.phase.${phase}`)),
      },
    );
    progress.stop();
    if (ctx.globals().json === true) ctx.terminal.json(documentOf(ctx, report));
    else await showReport(ctx, report);
  } finally {
    progress.stop();
    await embedder.close();
  }
}

export function kbIngest(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("ingest")
    .description(t("kb.ingest.description"))
    .argument("[sources...]", t("kb.ingest.argument.sources"))
    .option("--map <columns>", t("kb.ingest.option.map"))
    .option("--id-field <name>", t("kb.ingest.option.id-field"))
    .option("--dry-run", t("kb.ingest.option.dry-run"))
    .option("--strict", t("kb.ingest.option.strict"))
    .option("--compact", t("kb.ingest.option.compact"))
    .addHelpText("after", () => `\n${t("kb.ingest.examples")}`)
    .action((sources: string[], flags: IngestFlags) => runIngestCommand(ctx, sources, flags));
}
