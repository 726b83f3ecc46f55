import { setImmediate } from "node:timers/promises";
import { InvalidArgumentError, type Command } from "commander";
import { KefuError } from "../../messages/errors.js";
import type { Evaluation } from "../../nlu/evaluate.js";
import { loadEmbedder, loadTrainedModel, writeOutput, type Context } from "../context.js";
import { EXIT_CODES } from "../failure.js";
import { wholeNumber } from "../options.js";
import { loadTestData, loadTrainingData } from "./data-files.js";
import type { NluEvalOutput } from "./schemas.js";

const FIGURES = ["accuracy", "macroF1", "weightedF1"] as const;

interface Gate {
  readonly figure: (typeof FIGURES)[number];
  readonly least: number;
}

interface EvalFlags {
  readonly data: readonly string[];
  readonly test: readonly string[];
  readonly folds: number;
  readonly seed: number;
  readonly confusions: number;
  readonly failUnder: readonly Gate[];
  readonly output?: string;
  readonly force?: boolean;
}

/** `accuracy=0.9,macroF1=0.85` */
function parseGates(ctx: Context, text: string): Gate[] {
  return text.split(",").map((part) => {
    const [name, value, ...rest] = part.split("=").map((piece) => piece.trim());
    const figure = FIGURES.find((known) => known === name);
    const least = Number(value);
    if (figure !== undefined && rest.length === 0 && value !== "" && least >= 0 && least <= 1) return { figure, least };
    throw new InvalidArgumentError(ctx.t("nlu.eval.bad-gate", { known: FIGURES.join(", ") }));
  });
}

async function holdOut(ctx: Context, flags: EvalFlags): Promise<Evaluation> {
  const { datasets } = await loadTestData(ctx, flags.test);
  const model = await loadTrainedModel(ctx, await loadEmbedder(ctx));
  if (model === undefined) throw new KefuError("input", "nlu.model.none", {}, { hint: { key: "cli.hint.train" } });
  const utterances = datasets.flatMap((dataset) => dataset.utterances);
  if (utterances.length === 0) throw new KefuError("input", "nlu.data.no-files", { paths: flags.test.join(", ") });
  const unknown = new Set(
    utterances.map(({ intent }) => intent).filter((intent) => !model.info.intents.includes(intent)),
  );
  if (unknown.size > 0)
    ctx.terminal.note(ctx.t("nlu.eval.unknown-intents", { intents: [...unknown].sort().join(", ") }));
  const { evaluateModel } = await import("../../nlu/evaluate.js");
  return evaluateModel(model, utterances, () => setImmediate());
}

async function crossValidation(ctx: Context, files: readonly string[], flags: EvalFlags): Promise<Evaluation> {
  const { datasets } = await loadTrainingData(ctx, [...files, ...flags.data]);
  const { crossValidate } = await import("../../nlu/evaluate.js");
  const { mergeDatasets } = await import("../../nlu/dataset.js");
  const progress = await ctx.terminal.progress(ctx.t("nlu.eval.running"), () => ctx.clock.elapsed());
  try {
    return await crossValidate(mergeDatasets(datasets), await loadEmbedder(ctx), {
      folds: flags.folds,
      seed: flags.seed,
      onProgress: (done, total) => progress.update(done, total),
      onIteration: () => setImmediate(),
    });
  } finally {
    progress.stop();
  }
}

/** Every output is made from this one document. */
async function emit(ctx: Context, evaluation: Evaluation, document: NluEvalOutput, flags: EvalFlags): Promise<void> {
  const { evaluationMarkdown, evaluationTables } = await import("../../nlu/evaluation-report.js");
  const { terminal, t } = ctx;
  const { output } = flags;
  if (output !== undefined) {
    const text = output.endsWith(".md") ? evaluationMarkdown(evaluation, t) : `${JSON.stringify(document, null, 2)}\n`;
    await writeOutput(ctx, output, text, { force: flags.force === true });
  }
  if (ctx.globals().json === true) return terminal.json(document);
  for (const { title, columns, rows } of evaluationTables(evaluation, t, flags.confusions)) {
    terminal.print(terminal.style.bold(title));
    await terminal.table(columns, rows);
    terminal.print();
  }
}

async function runEval(ctx: Context, files: readonly string[], flags: EvalFlags): Promise<void> {
  const { output } = flags;
  if (output !== undefined && !/\.(md|json)$/u.test(output)) {
    throw new KefuError("usage", "nlu.eval.output-kind", { file: output });
  }
  const tested = flags.test.length > 0;
  if (tested && files.length + flags.data.length > 0) throw new KefuError("usage", "nlu.eval.data-with-test");
  const evaluation = tested ? await holdOut(ctx, flags) : await crossValidation(ctx, files, flags);
  const gates = flags.failUnder.map(({ figure, least }) => {
    return { figure, least, value: evaluation[figure], met: evaluation[figure] >= least };
  });
  await emit(ctx, evaluation, { ...(evaluation as NluEvalOutput), gates }, flags);
  for (const { figure, value, least } of gates.filter(({ met }) => !met)) {
    ctx.terminal.alert(ctx.t("nlu.eval.gate-failed", { metric: figure, value: value.toFixed(4), least }));
    process.exitCode = EXIT_CODES.findings;
  }
}

export function nluEval(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const repeat = (file: string, all: readonly string[]) => [...all, file];
  parent
    .command("eval")
    .description(t("nlu.eval.description"))
    .argument("[files...]", t("nlu.train.files"))
    .option("--data <file>", t("nlu.option.data"), repeat, [])
    .option("--test <file>", t("nlu.eval.test"), repeat, [])
    .option("--folds <n>", t("nlu.eval.folds"), wholeNumber(t, 2, 50), 5)
    .option("--seed <n>", t("nlu.eval.seed"), wholeNumber(t, 0), 1)
    .option("--confusions <n>", t("nlu.eval.confusions-option"), wholeNumber(t, 0), 10)
    .option(
      "--fail-under <gates>",
      t("nlu.eval.fail-under"),
      (text: string, all: readonly Gate[]) => [...all, ...parseGates(ctx, text)],
      [],
    )
    .option("-o, --output <file>", t("nlu.eval.output"))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("nlu.eval.examples")}`)
    .action((files: string[], flags: EvalFlags) => runEval(ctx, files, flags));
}
