import { setImmediate } from "node:timers/promises";
import type { Command } from "commander";
import type { RunReport } from "../../bot/suite/run.js";
import type { Suite } from "../../bot/suite/suite.js";
import { KefuError } from "../../messages/errors.js";
import { writeOutput, type Context } from "../context.js";
import { EXIT_CODES } from "../failure.js";
import type { BotTestOutput } from "./schemas.js";

interface TestOptions {
  readonly live?: boolean;
  readonly junit?: string;
  readonly output?: string;
  readonly filter?: string;
  readonly bundle?: string;
  readonly force?: boolean;
}

async function loadSuites(ctx: Context, files: readonly string[], filter: string | undefined): Promise<Suite[]> {
  const { listSources, mustExist, readTexts, YAML_ENDINGS } = await import("./sources.js");
  const { parseSuites } = await import("../../bot/suite/suite.js");
  const { filterSuites } = await import("../../bot/suite/run.js");
  let paths: string[];
  if (files.length > 0) paths = await listSources(ctx, ctx.cwd, files, YAML_ENDINGS, mustExist);
  else {
    const { config, layout } = await ctx.workspace();
    paths = await listSources(ctx, layout.root, config.bot.tests, YAML_ENDINGS, (path) => {
      ctx.terminal.alert(ctx.t("bot.definition.no-files", { path }));
    });
  }
  const all = parseSuites(await readTexts(ctx, paths));
  const suites = filter === undefined ? all : filterSuites(all, filter);
  if (suites.length > 0) return suites;
  throw new KefuError("usage", "bot.suite.none", {}, { hint: { key: "bot.suite.none-hint" } });
}

async function runTest(ctx: Context, files: readonly string[], options: TestOptions): Promise<void> {
  const suites = await loadSuites(ctx, files, options.filter);
  const { loadActions, loadBundleParts, loadAnsweringBot } = await import("./load-bot.js");
  const { createBot } = await import("../../bot/runtime/bot.js");
  const { runSuites } = await import("../../bot/suite/run.js");
  const parts = options.bundle === undefined ? await loadAnsweringBot(ctx) : await loadBundleParts(ctx, options.bundle);
  const progress = await ctx.terminal.progress(ctx.t("bot.test.running"), () => ctx.clock.elapsed());
  const live = options.live === true ? await loadActions(ctx) : undefined;
  let report: RunReport;
  try {
    report = await runSuites(suites, {
      makeBot: (actions) => createBot(parts, { actions, now: () => ctx.clock.now() }),
      live,
      elapsed: () => ctx.clock.elapsed(),
      onCase: (done, total) => progress.update(done, total),
      pause: () => setImmediate(),
    });
  } finally {
    progress.stop();
  }
  await emit(ctx, report, options);
  if (report.failed > 0) process.exitCode = EXIT_CODES.findings;
}

async function emit(ctx: Context, report: RunReport, options: TestOptions): Promise<void> {
  const { suiteJunit, suiteMarkdown, suiteText } = await import("../../bot/suite/render.js");
  const { style } = ctx.terminal;
  const plain = { good: String, bad: String, faint: String };
  const force = options.force === true;
  const { output, junit } = options;
  if (ctx.globals().json === true) ctx.terminal.json(report satisfies BotTestOutput);
  else ctx.terminal.print(suiteText(report, ctx.t, { good: style.green, bad: style.red, faint: style.dim }));
  if (junit !== undefined) await writeOutput(ctx, junit, suiteJunit(report, ctx.t), { force });
  if (output === undefined) return;
  const text = output.endsWith(".json")
    ? `${JSON.stringify(report, null, 2)}\n`
    : output.endsWith(".xml")
      ? suiteJunit(report, ctx.t)
      : output.endsWith(".md")
        ? suiteMarkdown(report, ctx.t)
        : `${suiteText(report, ctx.t, plain)}\n`;
  await writeOutput(ctx, output, text, { force });
}

/** Adds `kefu bot test` to the program; nothing heavy is loaded until it runs. */
export function botTest(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("test")
    .description(t("bot.test.description"))
    .argument("[files...]", t("bot.test.files"))
    .option("--live", t("bot.test.live"))
    .option("--filter <text>", t("bot.test.filter"))
    .option("--bundle <file>", t("bot.option.bundle"))
    .option("--junit <file>", t("bot.test.junit"))
    .option("-o, --output <file>", t("bot.test.output"))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("bot.test.examples")}`)
    .action((files: string[], options: TestOptions) => runTest(ctx, files, options));
}
