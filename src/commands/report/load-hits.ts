import type { HitCounts, Period } from "../../records/hits.js";
import type { Context } from "../context.js";
import { issueLine } from "../failure.js";

/** Most lines that are named one by one; the rest are counted. */
const NAMED = 5;

/** What the workspace's records say about each entry; empty where there are no records yet. */
export async function loadHits(ctx: Context, period: Period): Promise<HitCounts> {
  const [{ parseRecords }, { countHits }] = await Promise.all([
    import("../../records/record.js"),
    import("../../records/hits.js"),
  ]);
  const { listSources, readTexts } = await import("../bot/sources.js");
  const { layout } = await ctx.workspace();
  const files = await readTexts(ctx, await listSources(ctx, layout.root, [layout.records], [".jsonl"]));
  const parsed = files.map(({ file, text }) => parseRecords(file, text));
  const issues = parsed.flatMap((one) => one.issues);
  for (const issue of issues.slice(0, NAMED)) ctx.terminal.alert(issueLine(issue, ctx.t, ctx.terminal.noteStyle));
  if (issues.length > 0) ctx.terminal.alert(ctx.t("report.records.skipped", { n: issues.length }));
  return countHits(
    parsed.flatMap((one) => one.records),
    period,
  );
}
