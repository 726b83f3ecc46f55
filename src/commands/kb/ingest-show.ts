import type { IngestReport } from "../../kb/ingest/ingest.js";
import { countIngest } from "../../kb/ingest/summary.js";
import type { Issue } from "../../messages/errors.js";
import type { Context } from "../context.js";
import { SHOWN_EACH, issueDocument, issueLine } from "../failure.js";
import { changesOf, printChanges } from "./entry-changes.js";
import type { KbIngestOutput } from "./ingest-schemas.js";

/** The report as `--json` prints it. */
export function ingestDocument(ctx: Context, report: IngestReport): KbIngestOutput {
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
  const counts = countIngest(report);
  return {
    dryRun,
    written,
    compacted,
    rebuilt,
    generation,
    added: counts.added,
    changed: counts.changed,
    removed: counts.removed,
    unchanged,
    total,
    rowsSkipped,
    indexBytes,
    warnings: counts.warnings,
    errors: counts.errors,
    seconds: elapsed / 1000,
    sources: { read: [...sources.read], skipped: [...sources.skipped], removed: [...sources.removed] },
    changes: changesOf(report),
    mappings: report.mappings.map((mapping) => ({ ...mapping, columns: [...mapping.columns] })),
    issues: report.issues.map((issue) => issueDocument(issue, ctx.t)),
  };
}

/** Warnings and notes on stderr, of many alike only the first. */
export function showIssues(ctx: Context, issues: readonly Issue[]): void {
  const { t, terminal } = ctx;
  const seen = new Map<string, number>();
  const hidden = { error: 0, warning: 0, info: 0 };
  for (const issue of issues) {
    const kind = `${issue.key}\0${issue.where?.file ?? ""}`;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    if (count <= SHOWN_EACH) terminal.note(issueLine(issue, t, terminal.noteStyle));
    else hidden[issue.severity]++;
  }
  for (const severity of ["warning", "info"] as const) {
    const count = hidden[severity];
    if (count > 0) terminal.note(t(`kb.ingest.more-issues.${severity}`, { count }));
  }
}

/** The report for people: data on stdout, remarks on stderr. */
export async function showIngest(ctx: Context, report: IngestReport): Promise<void> {
  const { t, terminal } = ctx;
  showIssues(ctx, report.issues);
  if (report.dryRun) printChanges(ctx, report);
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
  const { warnings, errors } = countIngest(report);
  terminal.print(t("kb.ingest.problems", { warnings, errors }));
  if (report.dryRun) terminal.note(t("kb.ingest.dry-run"));
  else if (!report.written) terminal.note(t("kb.ingest.nothing-changed"));
  else {
    if (report.afterRestore) terminal.note(t("kb.restore.ingested-again"));
    if (report.rebuilt) terminal.note(t("kb.ingest.rebuilt"));
    const seconds = (report.elapsed / 1000).toFixed(1);
    terminal.note(
      t("kb.ingest.done", { generation: report.generation, seconds, size: (report.indexBytes / 1e6).toFixed(1) }),
    );
  }
}
