import path from "node:path";
import { Option, type Command } from "commander";
import type { NluFinding, NluRuleId } from "../../nlu/lint/rule.js";
import type { ActiveRule } from "../../nlu/lint/run.js";
import type { NluWaiver, WaiverOptions } from "../../nlu/lint/waivers.js";
import { checkOutput, writeOutput, type Context } from "../context.js";
import { EXIT_CODES } from "../failure.js";
import { wholeNumber } from "../options.js";
import { loadLintData, withoutPart } from "./data-files.js";
import { withLikeness } from "./likeness.js";
import type { LintAbout } from "./lint-report.js";

interface LintFlags {
  readonly data: readonly string[];
  readonly test: readonly string[];
  readonly rules?: readonly string[];
  readonly format?: "text" | "json" | "sarif" | "github";
  readonly output?: string;
  readonly force?: boolean;
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  readonly listRules?: boolean;
}

async function listRules(ctx: Context): Promise<void> {
  const { t, terminal } = ctx;
  const { NLU_RULES } = await import("../../nlu/lint/run.js");
  if (ctx.globals().json === true) {
    const rules = NLU_RULES.map(({ id, severity }) => {
      return { id, severity, what: t(`nlu.lint.${id}.what`), advice: t(`nlu.lint.${id}.advice`) };
    });
    return terminal.json({ rules });
  }
  await terminal.table(
    (["rule", "severity", "what"] as const).map((name) => ({ title: t(`kb.lint.column.${name}`) })),
    NLU_RULES.map(({ id, severity }) => [id, t(`common.${severity}`), t(`nlu.lint.${id}.what`)]),
  );
}

/** Rules that look at test data. */
const ON_TEST: readonly NluRuleId[] = ["leakage", "near-leakage"];

async function waiverOptions(
  ctx: Context,
  rules: readonly ActiveRule[],
  { all, test }: { all: boolean; test: boolean },
): Promise<WaiverOptions> {
  const { layout } = await ctx.workspace();
  const ids = rules.map(({ rule }) => rule.id).filter((id) => test || !ON_TEST.includes(id));
  return {
    at: ctx.clock.now(),
    // Of some files only nobody can say that a waiver is needed nowhere.
    ran: new Set(all ? ids : []),
    severity: rules.find(({ rule }) => rule.id === "waiver")?.severity,
    configFile: path.relative(ctx.cwd, path.join(layout.root, "kefu.yaml")),
    fileOf: (shown) =>
      path
        .relative(layout.root, path.resolve(ctx.cwd, withoutPart(shown)))
        .split(path.sep)
        .join("/"),
  };
}

async function lint(ctx: Context, files: readonly string[], flags: LintFlags): Promise<LintAbout> {
  const [{ activeRules, lintTrainingData }, { applyWaivers, readWaivers }, { config }] = await Promise.all([
    import("../../nlu/lint/run.js"),
    import("../../nlu/lint/waivers.js"),
    ctx.workspace(),
  ]);
  const rules = activeRules(config.nlu.lint.rules, flags.rules);
  const waivers: NluWaiver[] = readWaivers(config.nlu.lint.waivers);
  const names = [...files, ...flags.data];
  const training = await loadLintData(ctx, names, false);
  const test = flags.test.length === 0 ? { datasets: [], issues: [] } : await loadLintData(ctx, flags.test, true);
  const found = await withLikeness(ctx, (likeness) =>
    lintTrainingData(training.datasets, test.datasets, rules, likeness),
  );
  const of = { all: names.length === 0, test: flags.test.length > 0 };
  const count = (sets: typeof training.datasets): number => sets.reduce((sum, set) => sum + set.utterances.length, 0);
  return {
    ...applyWaivers(found, waivers, await waiverOptions(ctx, rules, of)),
    ...{ rules: rules.map(({ rule }) => rule.id), version: ctx.version },
    ...{ utterances: count(training.datasets), tested: count(test.datasets) },
  };
}

async function emit(ctx: Context, about: LintAbout, flags: LintFlags): Promise<void> {
  const { t, terminal } = ctx;
  const report = await import("./lint-report.js");
  const format = ctx.globals().json === true ? "json" : (flags.format ?? "text");
  const toFile = flags.output !== undefined;
  let text: string;
  if (format === "json") text = `${JSON.stringify(report.lintDocument(t, about), null, 2)}\n`;
  else if (format === "sarif") text = report.lintSarif(t, about);
  else if (format === "github") text = report.lintGithub(t, about);
  else text = report.lintText(ctx, about, toFile, toFile || flags.rules !== undefined);
  if (flags.output === undefined) terminal.print(text.replace(/\n$/u, ""));
  else await writeOutput(ctx, flags.output, text, { force: flags.force === true });
  if (format === "text" && toFile) terminal.note(report.summaryOf(t, about));
}

function failing(findings: readonly NluFinding[], { strict, maxWarnings }: LintFlags): boolean {
  const count = (severity: NluFinding["severity"]): number =>
    findings.filter((one) => one.severity === severity).length;
  const most = strict === true ? 0 : maxWarnings;
  return count("error") > 0 || (most !== undefined && count("warning") > most);
}

async function runLint(ctx: Context, files: readonly string[], flags: LintFlags): Promise<void> {
  if (flags.listRules === true) return listRules(ctx);
  if (flags.output !== undefined) await checkOutput(ctx, flags.output, { force: flags.force === true });
  const about = await lint(ctx, files, flags);
  await emit(ctx, about, flags);
  if (failing(about.findings, flags)) process.exitCode = EXIT_CODES.findings;
}

/** Adds `kefu nlu lint` to the program; nothing heavy is loaded until it runs. */
export function nluLint(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const repeat = (file: string, all: readonly string[]) => [...all, file];
  const list = (text: string): string[] => text.split(/[,，\s]+/u).filter((id) => id !== "");
  parent
    .command("lint")
    .description(t("nlu.lint.description"))
    .argument("[files...]", t("nlu.train.files"))
    .option("--data <file>", t("nlu.option.data"), repeat, [])
    .option("--test <file>", t("nlu.lint.option.test"), repeat, [])
    .option("--rules <ids>", t("kb.lint.option.rules"), list)
    .addOption(new Option("--format <format>", t("kb.lint.option.format")).choices(["text", "json", "sarif", "github"]))
    .option("-o, --output <file>", t("kb.lint.option.output"))
    .option("--force", t("kb.lint.option.force"))
    .option("--strict", t("kb.lint.option.strict"))
    .option("--max-warnings <n>", t("kb.lint.option.max-warnings"), wholeNumber(t, 0))
    .option("--list-rules", t("kb.lint.option.list-rules"))
    .addHelpText("after", () => `\n${t("nlu.lint.examples")}`)
    .action((files: string[], flags: LintFlags) => runLint(ctx, files, flags));
}
