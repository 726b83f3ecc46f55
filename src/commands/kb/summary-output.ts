import type { EntryDiff } from "../../kb/entry-diff.js";
import { placeOf } from "../../kb/formats/draft.js";
import type { IngestSummary } from "../../kb/ingest/summary.js";
import type { Issue } from "../../messages/errors.js";
import type { Context } from "../context.js";
import { issueDocument } from "../failure.js";
import { checkEnding } from "../options.js";
import type { KbDiffOutput } from "./ingest-schemas.js";
import type { PageAbout } from "./summary-page.js";

/** What a report can be written as. */
const REPORT_ENDINGS = [".html", ".htm", ".md", ".json", ".csv", ".xlsx"] as const;

/** @throws KefuError `usage` for a name that ends otherwise */
export function checkReportName(file: string | undefined): void {
  checkEnding(file, REPORT_ENDINGS);
}

function changeDocument({ change, id, kind, question, source, fields }: EntryDiff): KbDiffOutput["changes"][number] {
  return {
    change,
    id,
    ...(kind === undefined ? {} : { kind }),
    question,
    where: placeOf(source),
    fields: fields.map((field) => ({ ...field, pieces: [...field.pieces] })),
  };
}

/** A run, done or planned or failed, as one JSON document. */
export function summaryDocument(ctx: Context, summary: IngestSummary): KbDiffOutput {
  const { state, counts, sources, changes, groups } = summary;
  return {
    state,
    counts: { ...counts, sources: { ...counts.sources } },
    sources: sources.map(({ elapsed, ...source }) => ({
      ...source,
      ...(elapsed === undefined ? {} : { seconds: elapsed / 1000 }),
    })),
    changes: changes.map(changeDocument),
    issues: groups.flatMap(({ issues }) => issues.map((issue) => issueDocument(issue, ctx.t))),
  };
}

/** The issues as a table, for those who pass them on. */
async function issueTable(ctx: Context, kind: "csv" | "xlsx", { groups }: IngestSummary): Promise<Uint8Array> {
  const { writeTable } = await import("../../tables/write.js");
  const { t } = ctx;
  const titles = ["severity", "file", "sheet", "row", "message", "code"] as const;
  const row = ({ severity, key, params, where }: Issue): (string | number | null)[] => [
    ...[t(`common.${severity}`), where?.file ?? null, where?.sheet ?? null],
    ...[where?.row ?? where?.line ?? where?.page ?? null, t(key, params), key],
  ];
  const header = titles.map((name) => t(`kb.report.column.${name}`));
  return writeTable(kind, [
    { name: t("kb.report.issues"), header, rows: groups.flatMap(({ issues }) => issues.map(row)) },
  ]);
}

export type ReportFormat = "html" | "md" | "json" | "csv" | "xlsx";

/** The format that a file's ending names; of a name that `checkReportName` has let through. */
export function formatOfName(file: string): ReportFormat {
  const ending = file.slice(file.lastIndexOf(".") + 1).toLowerCase();
  return ending === "htm" ? "html" : (ending as ReportFormat);
}

/** A run in one of the formats of a report. */
export async function formatSummary(
  ctx: Context,
  summary: IngestSummary,
  format: ReportFormat,
  about: PageAbout,
): Promise<string | Uint8Array> {
  if (format === "json") return `${JSON.stringify(summaryDocument(ctx, summary), null, 2)}\n`;
  if (format === "csv" || format === "xlsx") return issueTable(ctx, format, summary);
  const { summaryPage } = await import("./summary-page.js");
  const page = summaryPage(ctx, summary, about);
  if (format === "md") return (await import("../../render/page-markdown.js")).markdownPage(page);
  return (await import("../../render/page-html.js")).htmlPage(page);
}
