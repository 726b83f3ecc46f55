import type { Command } from "commander";
import { KefuError } from "../../messages/errors.js";
import type { Costs } from "../../nlu/eval/costs.js";
import type { Evaluation } from "../../nlu/eval/evaluation.js";
import type { NoiseKind } from "../../noise/perturb.js";
import type { Gate, GateResult } from "../../stats/gates.js";
import { checkOutput, type Context, writeOutput } from "../context.js";
import { EXIT_CODES } from "../failure.js";
import { readNoise } from "../noise-kinds.js";
import { checkEnding, share, wholeNumber } from "../options.js";
import { printTable } from "../print-table.js";
import type { EvalAbout } from "./eval-output.js";

interface EvalFlags {
  readonly data: readonly string[];
  readonly test: readonly string[];
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
  readonly maxInScopeLoss: number;
  readonly learningCurve?: boolean;
  readonly noise?: string;
  readonly compare?: readonly string[];
  readonly cost?: string;
  readonly confusions: number;
  readonly failUnder: readonly string[];
  readonly output: readonly string[];
  readonly force?: boolean;
}

const ENDINGS = [".html", ".htm", ".md", ".json", ".xml"] as const;
/** Rows of a table that fit on a screen, and utterances behind each confusion. */
const SHOWN = 20;
const BEHIND = 3;

/** @throws KefuError `usage` for what is no list of gates, and for one that nothing can meet */
async function gatesOf(texts: readonly string[], noise: readonly NoiseKind[]): Promise<Gate[]> {
  const { GATE_NAMES, gatedNoise, nearestFigure, readGates } = await import("../../nlu/eval/gates.js");
  const known = GATE_NAMES.join(", ");
  const gates = texts.flatMap((text) => {
    const read = readGates(text);
    if (Array.isArray(read)) return read;
    const { part, figure, most } = read;
    if (most !== undefined) throw new KefuError("usage", "nlu.eval.bad-bound", { part, most });
    if (figure === undefined) throw new KefuError("usage", "nlu.eval.bad-gate", { text, known });
    const name = nearestFigure(figure);
    const hint = name === undefined ? {} : { hint: { key: "nlu.eval.meant", params: { name } } as const };
    throw new KefuError("usage", "nlu.eval.bad-figure", { figure, known }, hint);
  });
  for (const gate of gates) {
    const asked = gatedNoise(gate);
    if (asked === undefined || noise.some((kind) => kind === asked)) continue;
    const { NOISE_KINDS } = await import("../../noise/perturb.js");
    const kind = NOISE_KINDS.find((one) => one === asked);
    const hint = kind === undefined ? {} : { hint: { key: "nlu.eval.gate-noise-hint", params: { kind } } as const };
    throw new KefuError("usage", "nlu.eval.gate-noise", { figure: gate.figure, known: NOISE_KINDS.join(", ") }, hint);
  }
  return gates;
}

/** @throws KefuError `usage` */
async function costsOf(text: string | undefined): Promise<Costs> {
  const { parseCosts, USUAL_COSTS } = await import("../../nlu/eval/costs.js");
  const costs = text === undefined ? USUAL_COSTS : parseCosts(text);
  if (costs === undefined) throw new KefuError("usage", "nlu.eval.bad-cost");
  return costs;
}

async function print(ctx: Context, evaluation: Evaluation, { confusions }: EvalFlags): Promise<void> {
  const { t, terminal } = ctx;
  const [tables, { comparisonTables, verdict }] = await Promise.all([
    import("../../nlu/eval/tables.js"),
    import("../../nlu/eval/comparison-tables.js"),
  ]);
  const { comparison, outOfScope, operatingPoint, seen = 0 } = evaluation;
  for (const table of [
    tables.figureTable(evaluation, t),
    ...comparisonTables(comparison, t, SHOWN),
    tables.noiseTable(evaluation, t),
    tables.curveTable(evaluation, t, SHOWN),
    tables.sliceTable(evaluation, t, SHOWN),
    tables.entityTable(evaluation, t),
    tables.intentTable(evaluation, t, SHOWN),
  ]) {
    if (table !== undefined) await printTable(ctx, table);
  }
  if (evaluation.confusions.length === 0) terminal.print(t("nlu.eval.confusions.none"));
  else if (confusions > 0) await printTable(ctx, tables.confusionTable(evaluation, t, confusions, BEHIND));
  const said = comparison === undefined ? undefined : verdict(comparison, t);
  if (said !== undefined) terminal.note(said.text);
  terminal.note(t("nlu.eval.point", { threshold: operatingPoint.threshold.toFixed(3) }));
  if (seen > 0) terminal.alert(t("nlu.eval.seen", { count: seen, n: evaluation.n }));
  if (outOfScope.n === 0) terminal.note(t("nlu.eval.no-out-of-scope"));
}

async function textOf(ctx: Context, file: string, evaluation: Evaluation, about: EvalAbout): Promise<string> {
  const name = file.toLowerCase();
  if (name.endsWith(".json")) {
    const { evalDocument } = await import("./eval-output.js");
    return `${JSON.stringify(evalDocument(evaluation, about), null, 2)}\n`;
  }
  if (name.endsWith(".xml")) return (await import("./eval-junit.js")).evalJunit(evaluation, about, ctx.t);
  const { evalPage } = await import("./eval-page.js");
  const page = evalPage(ctx, evaluation, about);
  if (name.endsWith(".md")) return (await import("../../render/page-markdown.js")).markdownPage(page);
  return (await import("../../render/page-html.js")).htmlPage(page);
}

/** Results and models, and other files. */
function split(files: readonly string[]): [results: string[], others: string[]] {
  const isResult = (file: string): boolean => /\.(json|kmodel)$/iu.test(file);
  return [files.filter(isResult), files.filter((file) => !isResult(file))];
}

async function runEval(ctx: Context, files: readonly string[], flags: EvalFlags): Promise<void> {
  const outputs = [...new Set(flags.output)];
  const force = flags.force === true;
  for (const file of outputs) {
    checkEnding(file, ENDINGS);
    await checkOutput(ctx, file, { force });
  }
  const noise = await readNoise(flags.noise);
  const [gates, costs] = await Promise.all([gatesOf(flags.failUnder, noise), costsOf(flags.cost)]);
  const { evaluate } = await import("./eval-run.js");
  const { learningCurve = false } = flags;
  // The option takes every name that follows: training data among them are no results.
  const [compare, more] = split(flags.compare ?? []);
  if (compare.length === 0 && flags.compare !== undefined)
    throw new KefuError("usage", "nlu.eval.compare-none", { names: more.join(", ") });
  const data = [...files, ...flags.data, ...more];
  const evaluation = await evaluate(ctx, { ...flags, data, noise, costs, learningCurve, compare });
  const [{ gateResults }, { unknownInCosts }] = await Promise.all([
    import("../../nlu/eval/gates.js"),
    import("../../nlu/eval/costs.js"),
  ]);
  const stray = unknownInCosts(costs, evaluation.utterances);
  if (stray.length > 0) ctx.terminal.note(ctx.t("nlu.eval.cost-unknown", { intents: stray.join(", ") }));
  const named = data.length + flags.test.length + compare.length > 0;
  const shown = named ? data : (await ctx.workspace()).config.nlu.data;
  const about: EvalAbout = { test: flags.test, data: shown, gates: gateResults(gates, evaluation) };
  for (const file of outputs) await writeOutput(ctx, file, await textOf(ctx, file, evaluation, about), { force });
  const { evalDocument } = await import("./eval-output.js");
  if (ctx.globals().json === true) ctx.terminal.json(evalDocument(evaluation, about));
  else await print(ctx, evaluation, flags);
  await sayMissed(ctx, about.gates, evaluation);
}

/** Gates that are missed make the run one with findings. */
async function sayMissed(ctx: Context, gates: readonly GateResult[], evaluation: Evaluation): Promise<void> {
  const [{ gateText }, { nearestGate }] = await Promise.all([
    import("./eval-output.js"),
    import("../../nlu/eval/gates.js"),
  ]);
  for (const gate of gates.filter(({ met }) => !met)) {
    const name = gate.value === null ? nearestGate(gate, evaluation) : undefined;
    const meant = name === undefined ? "" : `; ${ctx.t("nlu.eval.meant", { name })}`;
    ctx.terminal.alert(`${gateText(gate, ctx.t)}${meant}`);
    process.exitCode = EXIT_CODES.findings;
  }
}

export function nluEval(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const repeat = (text: string, all: readonly string[]): string[] => [...all, text];
  parent
    .command("eval")
    .description(t("nlu.eval.description"))
    .argument("[files...]", t("nlu.train.files"))
    .option("--data <file>", t("nlu.option.data"), repeat, [])
    .option("--test <file>", t("nlu.eval.test"), repeat, [])
    .option("--folds <n>", t("nlu.eval.option.folds"), wholeNumber(t, 2, 50), 5)
    .option("--repeats <n>", t("nlu.eval.option.repeats"), wholeNumber(t, 1, 100), 1)
    .option("--seed <n>", t("nlu.eval.option.seed"), wholeNumber(t, 0), 1)
    .option("--max-in-scope-loss <share>", t("nlu.train.max-in-scope-loss"), share(t), 0.05)
    .option("--noise <kinds>", t("nlu.eval.option.noise", { kinds: "typo, homophone, script, filler, pinyin, all" }))
    .option("--learning-curve", t("nlu.eval.option.learning-curve"))
    .option("--compare <files...>", t("nlu.eval.option.compare"))
    .option("--cost <rules>", t("nlu.eval.option.cost"))
    .option("--confusions <n>", t("nlu.eval.option.confusions"), wholeNumber(t, 0), 10)
    .option("--fail-under <gates>", t("nlu.eval.option.fail-under"), repeat, [])
    .option("-o, --output <file>", t("nlu.eval.option.output"), repeat, [])
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("nlu.eval.examples")}`)
    .action((files: string[], flags: EvalFlags) => runEval(ctx, files, flags));
}
