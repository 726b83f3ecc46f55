import { Command, Option } from "commander";
import type { Context } from "./commands/context.js";
import { localiseHelp } from "./commands/help.js";
import { LOCALES } from "./messages/locale.js";
import { completion } from "./commands/completion.js";
import { demo } from "./commands/demo.js";
import { doctor } from "./commands/doctor.js";
import { init } from "./commands/init.js";

type Register = (parent: Command, ctx: Context) => void;

/** Loaded when they are called for: a help text or one command needs few of them. */
const NOUNS = {
  kb: async () => [
    (await import("./commands/kb/ingest.js")).kbIngest,
    (await import("./commands/kb/search.js")).kbSearch,
    (await import("./commands/kb/ask.js")).kbAsk,
    (await import("./commands/kb/tune.js")).kbTune,
    (await import("./commands/kb/list.js")).kbList,
    (await import("./commands/kb/show.js")).kbShow,
    (await import("./commands/kb/stats.js")).kbStats,
    (await import("./commands/kb/history.js")).kbHistory,
    (await import("./commands/kb/restore.js")).kbRestore,
    (await import("./commands/kb/remove.js")).kbRemove,
    (await import("./commands/kb/lint.js")).kbLint,
    (await import("./commands/kb/diff.js")).kbDiff,
    (await import("./commands/kb/export.js")).kbExport,
    (await import("./commands/kb/eval.js")).kbEval,
  ],
  nlu: async () => [
    (await import("./commands/nlu/train.js")).nluTrain,
    (await import("./commands/nlu/eval.js")).nluEval,
    (await import("./commands/nlu/predict.js")).nluPredict,
  ],
  bot: async () => [
    (await import("./commands/bot/chat.js")).botChat,
    (await import("./commands/bot/simulate.js")).botSimulate,
    (await import("./commands/bot/test.js")).botTest,
    (await import("./commands/bot/export.js")).botExport,
    (await import("./commands/bot/verify.js")).botVerify,
  ],
  report: async () => [(await import("./commands/report/answers.js")).reportAnswers],
  model: async () => [
    (await import("./commands/model/list.js")).modelList,
    (await import("./commands/model/info.js")).modelInfo,
    (await import("./commands/model/pull.js")).modelPull,
    (await import("./commands/model/use.js")).modelUse,
  ],
} as const satisfies Record<string, () => Promise<readonly Register[]>>;

const SINGLE: readonly Register[] = [init, demo, doctor];

/** Which nouns' commands a command line needs: one, none for the program's own help, or all (undefined). */
function nounsFor(words: readonly string[] | undefined): readonly string[] {
  const all = Object.keys(NOUNS);
  if (words === undefined) return all;
  if (all.includes(words[0] ?? "")) return [words[0]!];
  return words.length === 1 && (words[0] === "--help" || words[0] === "-h") ? [] : all;
}

/**
 * The commander program: every command registered, no logic.
 * @param words of the command line, to load what they need; everything without them
 */
export async function createProgram(
  ctx: Context,
  settings: (program: Command) => void = () => undefined,
  words?: readonly string[],
): Promise<Command> {
  const { t } = ctx;
  const program = new Command("kefu");
  program
    .description(t("cli.description"))
    .version(ctx.version, "-V, --version", t("cli.option.version"))
    .option("-C, --workspace <dir>", t("cli.option.workspace"))
    .option("--json", t("cli.option.json"))
    .option("-q, --quiet", t("cli.option.quiet"))
    .addOption(new Option("--locale <locale>", t("cli.option.locale")).choices(LOCALES))
    .option("--no-color", t("cli.option.no-color"));
  localiseHelp(program, t);
  settings(program);
  for (const register of SINGLE) register(program, ctx);
  const needed = nounsFor(words);
  for (const noun of Object.keys(NOUNS) as (keyof typeof NOUNS)[]) {
    const group = program
      .command(noun)
      .description(t(`cli.${noun}`))
      .usage("[options] [command]");
    if (needed.includes(noun)) for (const register of await NOUNS[noun]()) register(group, ctx);
  }
  completion(program, ctx);
  program.addHelpText("after", () => `\n${t("cli.examples")}\n`);
  return program;
}
