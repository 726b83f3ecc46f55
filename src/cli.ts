import { Command, Option } from "commander";
import type { Context } from "./commands/context.js";
import { localiseHelp } from "./commands/help.js";
import { LOCALES } from "./messages/locale.js";
import { completion } from "./commands/completion.js";
import { demo } from "./commands/demo.js";
import { doctor } from "./commands/doctor.js";
import { init } from "./commands/init.js";

type Register = (parent: Command, ctx: Context) => void;

type Commands = Readonly<Record<string, () => Promise<Register>>>;

/** Loaded when they are called for: a help text or one command needs few of them. */
const NOUNS = {
  kb: {
    ingest: async () => (await import("./commands/kb/ingest.js")).kbIngest,
    search: async () => (await import("./commands/kb/search.js")).kbSearch,
    ask: async () => (await import("./commands/kb/ask.js")).kbAsk,
    tune: async () => (await import("./commands/kb/tune.js")).kbTune,
    list: async () => (await import("./commands/kb/list.js")).kbList,
    show: async () => (await import("./commands/kb/show.js")).kbShow,
    stats: async () => (await import("./commands/kb/stats.js")).kbStats,
    history: async () => (await import("./commands/kb/history.js")).kbHistory,
    restore: async () => (await import("./commands/kb/restore.js")).kbRestore,
    remove: async () => (await import("./commands/kb/remove.js")).kbRemove,
    lint: async () => (await import("./commands/kb/lint.js")).kbLint,
    diff: async () => (await import("./commands/kb/diff.js")).kbDiff,
    export: async () => (await import("./commands/kb/export.js")).kbExport,
    eval: async () => (await import("./commands/kb/eval.js")).kbEval,
  },
  nlu: {
    train: async () => (await import("./commands/nlu/train.js")).nluTrain,
    eval: async () => (await import("./commands/nlu/eval.js")).nluEval,
    predict: async () => (await import("./commands/nlu/predict.js")).nluPredict,
    convert: async () => (await import("./commands/nlu/convert.js")).nluConvert,
    lint: async () => (await import("./commands/nlu/lint.js")).nluLint,
    split: async () => (await import("./commands/nlu/split.js")).nluSplit,
  },
  bot: {
    chat: async () => (await import("./commands/bot/chat.js")).botChat,
    simulate: async () => (await import("./commands/bot/simulate.js")).botSimulate,
    test: async () => (await import("./commands/bot/test.js")).botTest,
    export: async () => (await import("./commands/bot/export.js")).botExport,
    verify: async () => (await import("./commands/bot/verify.js")).botVerify,
  },
  report: {
    answers: async () => (await import("./commands/report/answers.js")).reportAnswers,
  },
  model: {
    list: async () => (await import("./commands/model/list.js")).modelList,
    info: async () => (await import("./commands/model/info.js")).modelInfo,
    pull: async () => (await import("./commands/model/pull.js")).modelPull,
    use: async () => (await import("./commands/model/use.js")).modelUse,
  },
} as const satisfies Record<string, Commands>;

const SINGLE = { init, demo, doctor } as const satisfies Record<string, Register>;

const KNOWN: ReadonlySet<string> = new Set([...Object.keys(NOUNS), ...Object.keys(SINGLE)]);

const FLAGS = new Set(["--json", "-q", "--quiet", "--no-color", "-h", "--help", "-V", "--version"]);
const FLAGS_WITH_VALUE = new Set(["-C", "--workspace", "--locale"]);

/** The first two words that are no options; `undefined` where an option is not one of the program's own, written plainly. */
function leadingWords(words: readonly string[]): readonly string[] | undefined {
  const leading: string[] = [];
  for (let at = 0; at < words.length && leading.length < 2; at++) {
    const word = words[at]!;
    if (FLAGS_WITH_VALUE.has(word)) at++;
    else if (!word.startsWith("-")) leading.push(word);
    else if (!FLAGS.has(word) && !/^--(?:workspace|locale)=/.test(word)) return undefined;
  }
  return leading;
}

/**
 * The commands of a noun that a command line needs: the one that it calls, all to list or to suggest from, none where it is about
 * something else.
 * @param leading as of {@link leadingWords}
 */
function needed(
  noun: keyof typeof NOUNS,
  leading: readonly string[] | undefined,
): readonly (() => Promise<Register>)[] {
  const commands: Commands = NOUNS[noun];
  if (leading === undefined) return Object.values(commands);
  const [first, second] = leading;
  if (first !== noun) return first === undefined || KNOWN.has(first) ? [] : Object.values(commands);
  return second !== undefined && Object.hasOwn(commands, second) ? [commands[second]!] : Object.values(commands);
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
  for (const register of Object.values(SINGLE)) register(program, ctx);
  const leading = words && leadingWords(words);
  for (const noun of Object.keys(NOUNS) as (keyof typeof NOUNS)[]) {
    const group = program
      .command(noun)
      .description(t(`cli.${noun}`))
      .usage("[options] [command]");
    for (const load of needed(noun, leading)) (await load())(group, ctx);
  }
  completion(program, ctx);
  program.addHelpText("after", () => `\n${t("cli.examples")}\n`);
  return program;
}
