import type { Command } from "commander";
import type { Evaluation } from "../../kb/eval/evaluation.js";
import { KefuError } from "../../messages/errors.js";
import type { Gate, GateResult } from "../../stats/gates.js";
import { type Context, writeOutput } from "../context.js";
import { EXIT_CODES } from "../failure.js";
import { readNoise } from "../noise-kinds.js";
import { checkEnding, localTime, share, someText, wholeNumber } from "../options.js";
import { printTable } from "../print-table.js";
import type { EvalAbout } from "./eval-output.js";
import type { EvalRequest } from "./eval-run.js";

interface EvalFlags extends Omit<EvalRequest, "file" | "skipUnknown" | "noise"> {
  readonly skipUnknown?: boolean;
  readonly noise?: string;
  readonly failures?: number;
  readonly failUnder: readonly string[];
  readonly output?: string;
  readonly latency?: boolean;
  readonly force?: boolean;
}

const ENDINGS = [".json", ".md", ".html", ".htm"] as const;
/** Failures, flipped questions and categories that fit on a screen. */
const SHOWN = 10;

/** @throws KefuError `usage` */
async function gatesOf(texts: readonly string[]): Promise<Gate[]> {
  const { GATE_NAMES, readGates } = await import("../../kb/eval/gates.js");
  return texts.flatMap((text) => {
    const gates = readGates(text);
    if (gates === undefined) throw new KefuError("usage", "kb.eval.bad-gate", { text, known: GATE_NAMES.join(", ") });
    return gates;
  });
}

async function print(ctx: Context, evaluation: Evaluation, about: EvalAbout): Promise<void> {
  const { t, terminal } = ctx;
  const [tables, { latencyText, thresholdTexts, tunedText }] = await Promise.all([
    import("../../kb/eval/tables.js"),
    import("../../kb/eval/words.js"),
  ]);
  const limit = about.failures ?? SHOWN;
  await printTable(ctx, tables.figureTable(evaluation, t));
  for (const table of [
    tables.groupTable(evaluation, "kind", t),
    tables.groupTable(evaluation, "category", t, SHOWN),
    tables.noiseTable(evaluation, t),
    ...tables.comparisonTables(evaluation, t, limit),
  ]) {
    if (table !== undefined) await printTable(ctx, table);
  }
  if (evaluation.failures.length === 0) terminal.print(t("kb.eval.failures.none"));
  else if (limit > 0) await printTable(ctx, tables.failureTable(evaluation, t, limit));
  for (const text of thresholdTexts(evaluation, t)) terminal.note(text);
  terminal.note(latencyText(evaluation, t));
  const tuned = tunedText(evaluation, t);
  if (tuned !== undefined) terminal.alert(tuned);
}

/** What goes into a file is the same for the same questions and knowledge: times are left out unless asked for. */
async function write(ctx: Context, evaluation: Evaluation, about: EvalAbout, flags: EvalFlags): Promise<void> {
  const file = flags.output!;
  const { latency, ...timeless } = evaluation;
  const written: Evaluation = flags.latency === true && latency !== undefined ? evaluation : timeless;
  await writeOutput(ctx, file, await textOf(ctx, file, written, about), { force: flags.force === true });
}

async function textOf(ctx: Context, file: string, evaluation: Evaluation, about: EvalAbout): Promise<string> {
  if (file.toLowerCase().endsWith(".json")) {
    const { evalDocument } = await import("./eval-output.js");
    return `${JSON.stringify(evalDocument(evaluation, about), null, 2)}\n`;
  }
  const { evalPage } = await import("./eval-page.js");
  const page = evalPage(ctx, evaluation, about);
  if (file.toLowerCase().endsWith(".md")) return (await import("../../render/page-markdown.js")).markdownPage(page);
  return (await import("../../render/page-html.js")).htmlPage(page);
}

function reportGates({ t, terminal }: Context, gates: readonly GateResult[]): void {
  for (const { figure, value, sign, bound } of gates.filter(({ met }) => !met)) {
    const params = { metric: figure, value: value?.toFixed(4) ?? "–", sign, bound };
    terminal.alert(t("kb.eval.gate-failed", params));
    process.exitCode = EXIT_CODES.findings;
  }
}

async function runEval(ctx: Context, file: string, flags: EvalFlags): Promise<void> {
  checkEnding(flags.output, ENDINGS);
  const against = [flags.compare, flags.compareWorkspace, flags.compareIndex].filter((one) => one !== undefined);
  if (against.length > 1) throw new KefuError("usage", "kb.eval.one-comparison");
  const [gates, noise] = await Promise.all([gatesOf(flags.failUnder), readNoise(flags.noise)]);
  const { evaluate } = await import("./eval-run.js");
  const request = { ...flags, file, noise, skipUnknown: flags.skipUnknown === true };
  const { evaluation } = await evaluate(ctx, request);
  const { gateResults } = await import("../../kb/eval/gates.js");
  const about: EvalAbout = {
    file,
    gates: gateResults(gates, evaluation),
    ...(flags.split === undefined ? {} : { split: flags.split }),
    ...(flags.failures === undefined ? {} : { failures: flags.failures }),
  };
  if (flags.output !== undefined) await write(ctx, evaluation, about, flags);
  if (ctx.globals().json === true) {
    const { evalDocument } = await import("./eval-output.js");
    ctx.terminal.json(evalDocument(evaluation, about));
  } else await print(ctx, evaluation, about);
  reportGates(ctx, about.gates);
}

/** Adds `kefu kb eval` to the program; nothing heavy is loaded until it runs. */
export function kbEval(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const repeat = (text: string, all: readonly string[]): string[] => [...all, text];
  parent
    .command("eval")
    .description(t("kb.eval.description"))
    .argument("<file>", t("kb.eval.argument.file"), someText(t))
    .option("--id-field <name>", t("kb.eval.option.id-field"))
    .option("--split <name>", t("kb.eval.option.split"))
    .option("--limit <n>", t("kb.eval.option.limit"), wholeNumber(t, 1))
    .option("--skip-unknown", t("kb.eval.option.skip-unknown"))
    .option("--rate <share>", t("kb.eval.option.rate"), share(t))
    .option("--at <time>", t("kb.eval.option.at"), localTime(t))
    .option("--noise <kinds>", t("kb.eval.option.noise", { kinds: "typo, homophone, script, filler, pinyin, all" }))
    .option("--seed <n>", t("kb.eval.option.seed"), wholeNumber(t, 0), 1)
    .option("--failures <n>", t("kb.eval.option.failures"), wholeNumber(t, 0))
    .option("--compare <file>", t("kb.eval.option.compare"))
    .option("--compare-workspace <dir>", t("kb.eval.option.compare-workspace"))
    .option("--compare-index <dir>", t("kb.eval.option.compare-index"))
    .option("--fail-under <gates>", t("kb.eval.option.fail-under"), repeat, [])
    .option("-o, --output <file>", t("kb.eval.option.output"))
    .option("--latency", t("kb.eval.option.latency"))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("kb.eval.examples")}`)
    .action((file: string, flags: EvalFlags) => runEval(ctx, file, flags));
}
