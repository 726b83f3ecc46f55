import path from "node:path";
import type { TunedIndex, Tuning } from "../kb/tune/tuning.js";
import { KefuError } from "../messages/errors.js";
import type { Context } from "./context.js";

/**
 * What `kefu kb tune` found out about the workspace. One that was made with something else, or that cannot be read, is ignored with a
 * warning: search works without it. `undefined` where there is none to use.
 * @param index or what tells of one that is not here, given the ids of entries that are looked at
 */
export async function loadTuning(
  ctx: Context,
  index: TunedIndex | ((ids: readonly string[]) => Promise<TunedIndex>),
): Promise<Tuning | undefined> {
  const { layout } = await ctx.workspace();
  if ((await ctx.files.stat(layout.tuning)) === undefined) return undefined;
  const { parseTuning, tuningFault } = await import("../kb/tune/tuning.js");
  const { t, terminal } = ctx;
  try {
    const tuning = parseTuning(await ctx.files.readText(layout.tuning), path.relative(ctx.cwd, layout.tuning));
    const sample = tuning.made.index.sample.map(([id]) => id);
    const fault = tuningFault(tuning, typeof index === "function" ? await index(sample) : index);
    if (fault === undefined) return tuning;
    terminal.alert(t("kb.tune.stale", { why: t(fault.key, fault.params) }));
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    terminal.alert(t("kb.tune.stale", { why: t(error.key, error.params) }));
  }
  return undefined;
}
