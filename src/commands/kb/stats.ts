import type { Command } from "commander";
import { STATUSES } from "../../kb/entry.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import type { Tuning } from "../../kb/tune/tuning.js";
import { type Context, loadEmbedder, loadIndex } from "../context.js";
import { loadTuning } from "../tuning.js";
import type { KbStatsOutput } from "./entry-schemas.js";

function count(into: Map<string, number>, name: string): void {
  into.set(name, (into.get(name) ?? 0) + 1);
}

/** The largest first; of equal ones by name. */
function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** Figures of an index. Categories are counted by their first level; a locale counts entries that have an answer in it. */
function statsOf(index: KbIndex, tuning: Tuning | undefined): KbStatsOutput {
  const [statuses, categories, sources, locales, channels] = Array.from({ length: 5 }, () => new Map<string, number>());
  let [answers, dated, passages, questions] = [0, 0, 0, 0];
  for (const entry of index.entries()) {
    count(statuses!, entry.status);
    count(categories!, entry.category.split("/")[0]!);
    count(sources!, entry.source.file);
    for (const locale of new Set(entry.answers.map((answer) => answer.locale ?? "any"))) count(locales!, locale);
    for (const channel of new Set(entry.answers.map((answer) => answer.channel ?? "any"))) count(channels!, channel);
    answers += entry.answers.length;
    if (entry.kind === "passage") passages++;
    else questions += 1 + entry.similar.length;
    if (entry.effective.from !== undefined || entry.effective.until !== undefined) dated++;
  }
  const { manifest, size } = index;
  return {
    entries: size.entries,
    passages,
    questions,
    answers,
    dated,
    statuses: Object.fromEntries(
      STATUSES.map((status) => [status, statuses!.get(status) ?? 0]),
    ) as KbStatsOutput["statuses"],
    categories: sorted(categories!),
    sources: sorted(sources!),
    locales: sorted(locales!),
    channels: sorted(channels!),
    index: {
      generation: manifest.generation,
      segments: manifest.segments.length,
      bytes: manifest.segments.reduce((sum, { bytes }) => sum + bytes, 0),
      dead: manifest.segments.reduce((sum, { dead }) => sum + dead.length, 0),
      embedder: manifest.embedder.id,
    },
    tuning: {
      on: tuning?.scores?.from ?? "none",
      questions: tuning?.scores?.questions ?? 0,
      weights: tuning?.fusion === undefined ? "shipped" : "tuned",
    },
  };
}

async function showStats(ctx: Context, stats: KbStatsOutput): Promise<void> {
  const { t, terminal } = ctx;
  const { index } = stats;
  terminal.print(
    t("kb.stats.summary", {
      entries: stats.entries,
      questions: stats.questions,
      answers: stats.answers,
      dated: stats.dated,
    }),
  );
  const size = (index.bytes / 1e6).toFixed(1);
  if (stats.passages > 0) terminal.print(t("kb.stats.passages", { passages: stats.passages }));
  terminal.print(
    t("kb.stats.index", {
      generation: index.generation,
      segments: index.segments,
      size,
      dead: index.dead,
      embedder: index.embedder,
    }),
  );
  const { on, questions, weights } = stats.tuning;
  const name = t(`kb.tune.weights.name.${weights}`);
  terminal.print(t(`kb.tune.state.${on}`, { questions, weights: name }));
  for (const part of ["statuses", "categories", "sources", "locales", "channels"] as const) {
    const named = (name: string): string => {
      if (part === "statuses") return t(`kb.status.${name as keyof KbStatsOutput["statuses"]}`);
      return name === "any" && part !== "sources" ? t("kb.stats.any") : name === "" ? t("kb.stats.none") : name;
    };
    terminal.print();
    await terminal.table(
      [{ title: t(`kb.stats.${part}`) }, { title: t("kb.stats.entries"), align: "right" }],
      Object.entries(stats[part]).map(([name, entries]) => [named(name), entries]),
    );
  }
}

async function runStats(ctx: Context): Promise<void> {
  const index = await loadIndex(ctx, await loadEmbedder(ctx));
  const stats = statsOf(index, await loadTuning(ctx, index));
  if (ctx.globals().json === true) ctx.terminal.json(stats);
  else await showStats(ctx, stats);
}

/** Adds `kefu kb stats` to the program; nothing heavy is loaded until it runs. */
export function kbStats(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("stats")
    .description(t("kb.stats.description"))
    .addHelpText("after", () => `\n${t("kb.stats.examples")}`)
    .action(() => runStats(ctx));
}
