import path from "node:path";
import type { Command } from "commander";
import type { ChosenSettings } from "../../kb/respond/decide.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import type { TuneOutcome } from "../../kb/tune/tune.js";
import type { TuneQuestion } from "../../kb/tune/questions.js";
import type { Tuning } from "../../kb/tune/tuning.js";
import { KefuError } from "../../messages/errors.js";
import { type Context, loadEmbedder, loadIndex, withLock, writeOutput } from "../context.js";
import { issueLine } from "../failure.js";
import { checkEnding, share, wholeNumber } from "../options.js";
import type { KbTuneOutput } from "./tune-schemas.js";

interface TuneFlags {
  readonly queries?: string;
  readonly idField?: string;
  readonly split?: string;
  readonly skipUnknown?: boolean;
  readonly rate?: number;
  readonly seed: number;
  readonly dryRun?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** Labelled questions of a file, as tuning takes them. */
async function readLabelled(ctx: Context, index: KbIndex, flags: TuneFlags): Promise<TuneQuestion[]> {
  const { queries: file, idField, split, skipUnknown = false } = flags;
  if (file === undefined) return [];
  const [{ readQueries }, { aim }] = await Promise.all([
    import("../../kb/eval/query-file.js"),
    import("../../kb/eval/targets.js"),
  ]);
  const full = path.resolve(ctx.cwd, file);
  if ((await ctx.files.stat(full)) === undefined) throw new KefuError("input", "common.file.missing", { path: file });
  const { queries, issues } = await readQueries(
    file,
    await ctx.files.read(full),
    idField === undefined ? {} : { idField },
  );
  for (const issue of issues) ctx.terminal.note(issueLine(issue, ctx.t, ctx.terminal.noteStyle));
  const some = split === undefined ? queries : queries.filter((query) => query.split === split);
  if (some.length === 0) throw new KefuError("input", "kb.eval.no-queries", {}, { where: { file } });
  const { queries: aimed, byQuestion } = aim(some, index.entries(), { skipUnknown, file });
  if (byQuestion > 0) ctx.terminal.note(ctx.t("kb.tune.by-question", { n: byQuestion }));
  return aimed.map(({ q, expected }) => ({
    q,
    right: expected.map(({ id }) => id),
    from: "labelled",
    // Wordings of one question stay on one side of every split.
    group: expected[0]?.id ?? q,
  }));
}

async function tuneBase(
  ctx: Context,
  index: KbIndex,
  embedder: Awaited<ReturnType<typeof loadEmbedder>>,
  labelled: readonly TuneQuestion[],
  options: { seed: number; rate: number },
): Promise<TuneOutcome> {
  const { tune } = await import("../../kb/tune/tune.js");
  const progress = await ctx.terminal.progress(ctx.t("kb.tune.running"), () => ctx.clock.elapsed());
  try {
    return await tune(
      { index, embedder, at: ctx.clock.now() },
      {
        labelled,
        ...options,
        onProgress: async (done, total) => {
          progress.update(done, total);
          await ctx.adapters.pause();
        },
      },
    );
  } finally {
    progress.stop();
  }
}

async function save(ctx: Context, tuning: Omit<Tuning, "format" | "version">): Promise<void> {
  const { layout } = await ctx.workspace();
  const { formatTuning } = await import("../../kb/tune/tuning.js");
  await withLock(ctx, () => ctx.files.writeAtomic(layout.tuning, formatTuning(tuning)));
  ctx.terminal.note(ctx.t("common.written", { path: path.relative(ctx.cwd, layout.tuning) }));
}

async function runTune(ctx: Context, flags: TuneFlags): Promise<void> {
  checkEnding(flags.output, [".md", ".json"]);
  const { config } = await ctx.workspace();
  const rate = flags.rate ?? config.decide.max_wrong_answer_rate;
  const embedder = await loadEmbedder(ctx);
  const index = await loadIndex(ctx, embedder);
  const labelled = await readLabelled(ctx, index, flags);
  const outcome = await tuneBase(ctx, index, embedder, labelled, { seed: flags.seed, rate });
  if (outcome.scores === undefined) {
    throw new KefuError("input", "kb.tune.no-questions", {}, { hint: { key: "kb.tune.no-questions.hint" } });
  }
  const [{ chooseSettings }, { makersOf, questionMark }, { tuneDocument, tuneLines, tuneMarkdown, tuneTable }] =
    await Promise.all([
      import("../../kb/respond/decide.js"),
      import("../../kb/tune/tuning.js"),
      import("./tune-report.js"),
    ]);
  const { fusion, scores } = outcome;
  const settings: ChosenSettings = chooseSettings(rate, { fusion, scores });
  const dryRun = flags.dryRun === true;
  const document: KbTuneOutput = tuneDocument(outcome, settings, { dryRun, seed: flags.seed });
  const marks = labelled.length === 0 ? undefined : labelled.map(({ q }) => questionMark(q));
  if (!dryRun) await save(ctx, { made: makersOf(index), seed: flags.seed, fusion, scores, labelled: marks });
  if (flags.output !== undefined) {
    const text = flags.output.toLowerCase().endsWith(".md")
      ? tuneMarkdown(document, ctx.t)
      : `${JSON.stringify(document, null, 2)}\n`;
    await writeOutput(ctx, flags.output, text, { force: flags.force === true });
  }
  if (ctx.globals().json === true) return ctx.terminal.json(document);
  const { before, after } = tuneLines(document, ctx.t);
  for (const line of before) ctx.terminal.print(line);
  const table = tuneTable(document, ctx.t);
  if (table !== undefined) {
    ctx.terminal.print();
    const columns = table.header.map((title, at) => ({ title, ...(at > 0 && { align: "right" as const }) }));
    await ctx.terminal.table(columns, table.rows);
    ctx.terminal.print();
  }
  for (const line of after) ctx.terminal.print(line);
  if (dryRun) ctx.terminal.note(ctx.t("kb.tune.dry-run"));
}

/** Adds `kefu kb tune` to the program; nothing heavy is loaded until it runs. */
export function kbTune(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("tune")
    .description(t("kb.tune.description"))
    .option("--queries <file>", t("kb.tune.option.queries"))
    .option("--id-field <name>", t("kb.tune.option.id-field"))
    .option("--split <name>", t("kb.tune.option.split"))
    .option("--skip-unknown", t("kb.tune.option.skip-unknown"))
    .option("--rate <share>", t("kb.tune.option.rate"), share(t))
    .option("--seed <n>", t("kb.tune.option.seed"), wholeNumber(t, 0, 2 ** 32 - 1), 1)
    .option("--dry-run", t("kb.tune.option.dry-run"))
    .option("-o, --output <file>", t("kb.tune.option.output"))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("kb.tune.examples")}`)
    .action((flags: TuneFlags) => runTune(ctx, flags));
}
