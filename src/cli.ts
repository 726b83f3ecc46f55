import { Command, Option } from "commander";
import type { Context } from "./commands/context.js";
import { localiseHelp } from "./commands/help.js";
import { LOCALES } from "./messages/locale.js";
import { botChat } from "./commands/bot/chat.js";
import { botExport } from "./commands/bot/export.js";
import { botSimulate } from "./commands/bot/simulate.js";
import { botTest } from "./commands/bot/test.js";
import { botVerify } from "./commands/bot/verify.js";
import { completion } from "./commands/completion.js";
import { demo } from "./commands/demo.js";
import { doctor } from "./commands/doctor.js";
import { init } from "./commands/init.js";
import { kbAsk } from "./commands/kb/ask.js";
import { kbIngest } from "./commands/kb/ingest.js";
import { kbList } from "./commands/kb/list.js";
import { kbSearch } from "./commands/kb/search.js";
import { kbShow } from "./commands/kb/show.js";
import { kbStats } from "./commands/kb/stats.js";
import { modelInfo } from "./commands/model/info.js";
import { modelList } from "./commands/model/list.js";
import { nluEval } from "./commands/nlu/eval.js";
import { nluPredict } from "./commands/nlu/predict.js";
import { nluTrain } from "./commands/nlu/train.js";
import { reportAnswers } from "./commands/report/answers.js";

type Register = (parent: Command, ctx: Context) => void;

const NOUNS = {
  kb: [kbIngest, kbSearch, kbAsk, kbList, kbShow, kbStats],
  nlu: [nluTrain, nluEval, nluPredict],
  bot: [botChat, botSimulate, botTest, botExport, botVerify],
  report: [reportAnswers],
  model: [modelList, modelInfo],
} as const satisfies Record<string, readonly Register[]>;

const SINGLE: readonly Register[] = [init, demo, doctor];

/** The commander program: every command registered, no logic. */
export function createProgram(ctx: Context, settings: (program: Command) => void = () => undefined): Command {
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
  for (const [noun, verbs] of Object.entries(NOUNS)) {
    const group = program.command(noun).description(t(`cli.${noun as keyof typeof NOUNS}`));
    for (const register of verbs) register(group, ctx);
  }
  completion(program, ctx);
  program.addHelpText("after", () => `\n${t("cli.examples")}\n`);
  return program;
}
