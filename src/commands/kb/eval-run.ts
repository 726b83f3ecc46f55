import path from "node:path";
import type { Comparison, Judged } from "../../kb/eval/compare.js";
import type { Evaluation } from "../../kb/eval/evaluation.js";
import type { NoiseLoss } from "../../kb/eval/noise.js";
import type { Asked, Outcome } from "../../kb/eval/outcome.js";
import type { EvalQuery } from "../../kb/eval/query-file.js";
import type { Aimed, AimedQuery } from "../../kb/eval/targets.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import type { Tuning } from "../../kb/tune/tuning.js";
import { KefuError } from "../../messages/errors.js";
import type { NoiseKind } from "../../noise/perturb.js";
import { workspaceOpener, type Context, loadEmbedder, loadIndex } from "../context.js";
import { issueLine } from "../failure.js";
import { loadSearch, localSearch, type Searching } from "../search.js";
import { loadTuning } from "../tuning.js";

/** What is asked of which knowledge base, and how. */
export interface EvalRequest {
  readonly file: string;
  readonly idField?: string;
  readonly split?: string;
  readonly limit?: number;
  readonly skipUnknown: boolean;
  readonly rate?: number;
  readonly at?: string;
  readonly noise: readonly NoiseKind[];
  readonly seed: number;
  readonly compare?: string;
  readonly compareWorkspace?: string;
  readonly compareIndex?: string;
}

interface Base extends Asked {
  readonly entries: Searching["entries"];
  readonly rate: number;
  readonly tuning: Tuning | undefined;
}

/** What was measured. */
export interface EvalResult {
  readonly evaluation: Evaluation;
}

/** The workspace's knowledge, asked as `kb ask` asks it. */
async function openBase(ctx: Context, { rate: given, at }: EvalRequest, index?: KbIndex): Promise<Base> {
  const [{ config }, { chooseSettings }, embedder] = await Promise.all([
    ctx.workspace(),
    import("../../kb/respond/decide.js"),
    loadEmbedder(ctx),
  ]);
  const rate = given ?? config.decide.max_wrong_answer_rate;
  const opened = index === undefined ? await loadSearch(ctx, embedder) : localSearch(index);
  const tuning = await loadTuning(ctx, opened.tuned);
  const settings = chooseSettings(rate, tuning);
  return {
    index: opened.index,
    entries: opened.entries,
    embedder,
    options: { at: at ?? ctx.clock.now(), channel: config.bot.channel, fusion: settings.fusion },
    settings,
    rate,
    tuning,
  };
}

/** How many of the questions the workspace was tuned on. */
async function countTuned(queries: readonly AimedQuery[], { tuning }: Base): Promise<number> {
  if (tuning?.labelled === undefined) return 0;
  const { questionMark } = await import("../../kb/tune/tuning.js");
  const known = new Set(tuning.labelled);
  return queries.filter(({ q }) => known.has(questionMark(q))).length;
}

async function readFile(ctx: Context, { file, idField, split, limit }: EvalRequest): Promise<readonly EvalQuery[]> {
  const { readQueries } = await import("../../kb/eval/query-file.js");
  const bytes = await ctx.files.read(path.resolve(ctx.cwd, file));
  const { queries, issues } = await readQueries(file, bytes, idField === undefined ? {} : { idField });
  for (const issue of issues) ctx.terminal.note(issueLine(issue, ctx.t, ctx.terminal.noteStyle));
  const some = split === undefined ? queries : queries.filter((query) => query.split === split);
  if (some.length === 0) {
    const known = [...new Set(queries.map((query) => query.split ?? "–"))].sort().join(", ");
    const where = { where: { file } };
    if (split === undefined) throw new KefuError("input", "kb.eval.no-queries", {}, where);
    throw new KefuError("input", "kb.eval.no-split", { split, known }, where);
  }
  return some.slice(0, limit);
}

async function askWith(ctx: Context, queries: readonly AimedQuery[], base: Asked, label: string): Promise<Outcome[]> {
  const { askAll } = await import("../../kb/eval/outcome.js");
  const progress = await ctx.terminal.progress(label, () => ctx.clock.elapsed());
  try {
    return await askAll(queries, base, {
      elapsed: () => ctx.clock.elapsed(),
      onProgress: async (done, total) => {
        progress.update(done, total);
        await ctx.adapters.pause();
      },
    });
  } finally {
    progress.stop();
  }
}

async function aimAt(queries: readonly EvalQuery[], base: Base, request: EvalRequest): Promise<Aimed> {
  const { aim } = await import("../../kb/eval/targets.js");
  return aim(queries, await base.entries(), { skipUnknown: request.skipUnknown, file: request.file });
}

async function withNoise(
  ctx: Context,
  outcomes: readonly Outcome[],
  base: Base,
  { noise, seed }: EvalRequest,
): Promise<NoiseLoss[]> {
  const [{ noisyQueries, noiseLoss }, { perturb }] = await Promise.all([
    import("../../kb/eval/noise.js"),
    import("../../noise/perturb.js"),
  ]);
  const inScope = outcomes.filter(({ query }) => query.expected.length > 0).length;
  const losses: NoiseLoss[] = [];
  for (const kind of noise) {
    const pairs = noisyQueries(outcomes, kind, seed, perturb);
    const label = `${ctx.t("kb.eval.running-noise")}: ${kind}`;
    const noisy = await askWith(
      ctx,
      pairs.map((pair) => pair.noisy),
      base,
      label,
    );
    const asked = pairs.map(({ clean }, at) => ({ clean, noisy: noisy[at]! }));
    losses.push(noiseLoss(kind, asked, { seed, inScope }));
  }
  return losses;
}

/** An earlier evaluation, of which only the queries count. */
async function readBaseline(ctx: Context, file: string): Promise<Judged[]> {
  const { evalBaseline } = await import("./eval-schemas.js");
  const text = await ctx.files.readText(path.resolve(ctx.cwd, file));
  const refuse = (reason: string): KefuError =>
    new KefuError("input", "kb.eval.bad-baseline", { reason }, { where: { file } });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause));
  }
  const found = evalBaseline.safeParse(value);
  if (!found.success) {
    const [first] = found.error.issues;
    throw refuse(`${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`);
  }
  return found.data.queries.map(({ q, ids, rank, decision, given, right, top }) => ({
    q,
    inScope: ids.length > 0,
    decision,
    right,
    answered: given.some((id) => ids.includes(id)),
    ...(rank === null ? {} : { rank }),
    ...(top === null ? {} : { top: { id: top.id, question: top.question } }),
  }));
}

/** The same questions asked elsewhere. */
async function askOther(ctx: Context, queries: readonly EvalQuery[], request: EvalRequest): Promise<Judged[]> {
  const { compareWorkspace, compareIndex } = request;
  const { judge } = await import("../../kb/eval/compare.js");
  const globals = (): ReturnType<Context["globals"]> => ({ ...ctx.globals(), workspace: compareWorkspace ?? "." });
  const there = compareWorkspace === undefined ? ctx : { ...ctx, globals };
  const other = compareWorkspace === undefined ? ctx : { ...there, workspace: workspaceOpener(there) };
  const embedder = compareIndex === undefined ? undefined : await loadEmbedder(ctx);
  const index =
    embedder === undefined ? undefined : await loadIndex(ctx, embedder, path.resolve(ctx.cwd, compareIndex!));
  const base = await openBase(other, request, index);
  const aimed = await aimAt(queries, base, request);
  const label = `${ctx.t("kb.eval.running")}: ${compareWorkspace ?? compareIndex ?? ""}`;
  return (await askWith(ctx, aimed.queries, base, label)).map(judge);
}

async function comparison(
  ctx: Context,
  queries: readonly EvalQuery[],
  outcomes: readonly Outcome[],
  request: EvalRequest,
): Promise<Comparison | undefined> {
  const baseline = request.compare ?? request.compareWorkspace ?? request.compareIndex;
  if (baseline === undefined) return undefined;
  const { compare, judge } = await import("../../kb/eval/compare.js");
  const before =
    request.compare === undefined ? await askOther(ctx, queries, request) : await readBaseline(ctx, request.compare);
  return compare(before, outcomes.map(judge), { baseline, seed: request.seed });
}

/**
 * Asks every question of a file, and says what came of it.
 * @throws KefuError `input` for what cannot be read, and for ids that no entry has
 */
export async function evaluate(ctx: Context, request: EvalRequest): Promise<EvalResult> {
  const { t, terminal } = ctx;
  const queries = await readFile(ctx, request);
  const base = await openBase(ctx, request);
  const aimed = await aimAt(queries, base, request);
  if (aimed.byQuestion > 0) terminal.note(t("kb.eval.by-question", { count: aimed.byQuestion }));
  if (aimed.skipped > 0) terminal.note(t("kb.eval.skipped", { count: aimed.skipped }));
  if (aimed.queries.length === 0) {
    throw new KefuError("input", "kb.eval.no-queries", {}, { where: { file: request.file } });
  }
  const outcomes = await askWith(ctx, aimed.queries, base, t("kb.eval.running"));
  const { evaluationOf } = await import("../../kb/eval/evaluation.js");
  const { rate, settings } = base;
  const tunedOn = await countTuned(aimed.queries, base);
  const { skipped } = aimed;
  const evaluation = evaluationOf(outcomes, { seed: request.seed, rate, settings, skipped, tunedOn });
  const noise = request.noise.length === 0 ? undefined : await withNoise(ctx, outcomes, base, request);
  const compared = await comparison(ctx, queries, outcomes, request);
  return {
    evaluation: {
      ...evaluation,
      ...(noise === undefined ? {} : { noise }),
      ...(compared === undefined ? {} : { comparison: compared }),
    },
  };
}
