import { setImmediate } from "node:timers/promises";
import type { Command } from "commander";
import type { LocalBotParts } from "../../bot/runtime/bot.js";
import type { SimulationReport } from "../../bot/simulate/tally.js";
import { KefuError } from "../../messages/errors.js";
import { writeOutput, type Context } from "../context.js";
import { checkEnding, share, wholeNumber } from "../options.js";
import type { BotSimulateOutput } from "./schemas.js";

interface SimulateOptions {
  readonly conversations: number;
  readonly seed: number;
  readonly noise: number;
  readonly oos: number;
  readonly output?: string;
  readonly force?: boolean;
}

async function simulateBot(ctx: Context, parts: LocalBotParts, options: SimulateOptions): Promise<SimulationReport> {
  const { loadHits } = await import("../report/load-hits.js");
  const { simulate } = await import("../../bot/simulate/simulate.js");
  const { isServed } = await import("../../bot/simulate/plan.js");
  const { conversations, seed, noise, oos } = options;
  const at = ctx.clock.now();
  if (![...parts.index.entries()].some((entry) => isServed(entry, at))) {
    throw new KefuError("input", "bot.simulate.empty", {}, { hint: { key: "cli.hint.ingest" } });
  }
  const { entries } = await loadHits(ctx, {});
  const hits = new Map([...entries].map(([id, hit]) => [id, hit.hits]));
  const progress = await ctx.terminal.progress(ctx.t("bot.simulate.running"), () => ctx.clock.elapsed());
  try {
    return await simulate(
      parts,
      hits,
      { conversations, seed, noise, oos, at },
      {
        elapsed: () => ctx.clock.elapsed(),
        onConversation: (done, total) => progress.update(done, total),
        pause: () => setImmediate(),
      },
    );
  } finally {
    progress.stop();
  }
}

async function runSimulate(ctx: Context, options: SimulateOptions): Promise<void> {
  checkEnding(options.output, [".json", ".md"]);
  const { loadWorkspaceBot } = await import("./load-bot.js");
  const report = await simulateBot(ctx, await loadWorkspaceBot(ctx), options);
  if (ctx.globals().json === true) ctx.terminal.json(report satisfies BotSimulateOutput);
  else await printReport(ctx, report);
  const { output } = options;
  if (output === undefined) return;
  const { simulationMarkdown } = await import("../../bot/simulate/render.js");
  const text = output.toLowerCase().endsWith(".md")
    ? simulationMarkdown(report, ctx.t)
    : `${JSON.stringify(report, null, 2)}\n`;
  await writeOutput(ctx, output, text, { force: options.force === true });
}

async function printReport(ctx: Context, report: SimulationReport): Promise<void> {
  const { latencyLine, noiseTable, rateTable, setup } = await import("../../bot/simulate/render.js");
  const { terminal, t } = ctx;
  terminal.print(setup(report, t));
  for (const { header, rows } of [rateTable(report, t), noiseTable(report, t)]) {
    terminal.print();
    await terminal.table(
      header.map((title, column) => ({ title, align: column === 0 ? "left" : "right" })),
      rows,
    );
  }
  terminal.print();
  terminal.print(latencyLine(report, t));
}

/** Adds `kefu bot simulate` to the program; nothing heavy is loaded until it runs. */
export function botSimulate(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("simulate")
    .description(t("bot.simulate.description"))
    .option("--conversations <n>", t("bot.simulate.conversations"), wholeNumber(t, 1, 1_000_000), 500)
    .option("--seed <n>", t("bot.simulate.seed"), wholeNumber(t, 0), 1)
    .option("--noise <share>", t("bot.simulate.noise-share"), share(t), 0.5)
    .option("--oos <share>", t("bot.simulate.oos-share"), share(t), 0.1)
    .option("-o, --output <file>", t("bot.simulate.output"))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("bot.simulate.examples")}`)
    .action((options: SimulateOptions) => runSimulate(ctx, options));
}
