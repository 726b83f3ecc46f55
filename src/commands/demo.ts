import path from "node:path";
import type { Command } from "commander";
import type { MessageKey } from "../messages/catalogue.js";
import { KefuError } from "../messages/errors.js";
import { percent } from "../render/report-table.js";
import type { Context } from "./context.js";
import { EXIT_CODES } from "./failure.js";
import type { DemoOutput } from "./schemas.js";

const SAMPLE = "hotline-demo";
const DEFAULT_FOLDER = "kefu-demo";
const SERVICE = "services/orders.mjs";

const HELD_OUT = ["--data", "out/split/train.yml", "--test", "out/split/test.yml"];

interface Step {
  readonly title: MessageKey;
  readonly args: readonly string[];
  /** Lines typed into the command. */
  readonly input?: string;
}

/** The whole job; the words asked here stand nowhere in the sample. */
const STEPS: readonly Step[] = [
  { title: "cli.demo.ingest", args: ["kb", "ingest"] },
  { title: "cli.demo.search", args: ["kb", "search", "东西买了三天还没发出来", "--limit", "3"] },
  { title: "cli.demo.ask", args: ["kb", "ask", "退貨的錢什麼時候會退給我"] },
  { title: "cli.demo.train", args: ["nlu", "train"] },
  { title: "cli.demo.split", args: ["nlu", "split", "-o", "out/split"] },
  // One model on four fifths; cross-validation would train five, and take longer than all the rest.
  { title: "cli.demo.evaluate", args: ["nlu", "eval", ...HELD_OUT, "-o", "out/nlu-eval.json"] },
  { title: "cli.demo.simulate", args: ["bot", "simulate", "--conversations", "300", "-o", "out/simulation.json"] },
  { title: "cli.demo.test", args: ["bot", "test", "--junit", "out/junit.xml", "-o", "out/tests.json"] },
  { title: "cli.demo.export", args: ["bot", "export", "-o", "out/hotline.kefu"] },
  { title: "cli.demo.verify", args: ["bot", "verify", "out/hotline.kefu"] },
  {
    title: "cli.demo.answer",
    args: ["bot", "chat", "--bundle", "out/hotline.kefu", "--caller", "phone=13800138001", "--no-record"],
    input: "帮我查一下我的订单到哪了\n断缴社保有什么影响\nHow long will my refund take?\n",
  },
  { title: "cli.demo.report", args: ["report", "answers", "-o", "out/answers.xlsx"] },
];

/** Writes a command line as a shell takes it. */
function shellWords(args: readonly string[]): string {
  return args.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `"${word}"`)).join(" ");
}

/** The folder asked for, or the first free one of kefu-demo, kefu-demo-2 … */
async function chooseFolder(ctx: Context, asked: string | undefined, force: boolean): Promise<string> {
  const isFree = async (folder: string): Promise<boolean> => {
    const found = await ctx.files.stat(folder);
    return found === undefined || (found.kind === "folder" && (await ctx.files.list(folder)).length === 0);
  };
  if (asked !== undefined) {
    const folder = path.resolve(ctx.cwd, asked);
    if (force || (await isFree(folder))) return folder;
    throw new KefuError("usage", "common.file.exists", { path: asked }, { hint: { key: "cli.demo.hint" } });
  }
  for (let n = 1; ; n++) {
    const folder = path.resolve(ctx.cwd, n === 1 ? DEFAULT_FOLDER : `${DEFAULT_FOLDER}-${n}`);
    if (await isFree(folder)) return folder;
  }
}

/** Copies the sample file by file, so that --force replaces the sample's own files and nothing else. */
async function copySample(ctx: Context, folder: string): Promise<number> {
  const sample = path.join(ctx.packageRoot, "fixtures", SAMPLE);
  const files = await ctx.files.list(sample);
  for (const file of files) {
    await ctx.files.writeAtomic(path.join(folder, path.relative(sample, file)), await ctx.files.read(file));
  }
  return files.length;
}

interface Running {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

async function runSteps(ctx: Context, { folder, env }: Running): Promise<DemoOutput["steps"]> {
  const processes = await ctx.adapters.processes();
  const { terminal, t } = ctx;
  const done: DemoOutput["steps"] = [];
  const json = ctx.globals().json === true;
  for (const [index, { title, args, input }] of STEPS.entries()) {
    const style = terminal.noteStyle;
    terminal.note(`\n${style.bold(`${index + 1}/${STEPS.length} ${t(title)}`)}`);
    terminal.note(style.cyan(`$ kefu ${shellWords(args)}`));
    const started = ctx.clock.elapsed();
    const { code } = await processes.runSelf(["--locale", ctx.locale, ...args], {
      cwd: folder,
      env,
      outputToStderr: json,
      ...(input === undefined ? {} : { input }),
    });
    done.push({ command: `kefu ${shellWords(args)}`, exitCode: code, seconds: (ctx.clock.elapsed() - started) / 1000 });
    if (code === EXIT_CODES.interrupted) throw new KefuError("interrupted", "common.interrupted");
    if (code !== EXIT_CODES.done) {
      throw new KefuError("findings", "cli.demo.failed", { command: `kefu ${shellWords(args)}`, code });
    }
  }
  return done;
}

async function readJson(ctx: Context, file: string): Promise<unknown> {
  return JSON.parse(await ctx.files.readText(file)) as unknown;
}

/** What was made and where; every figure is read back from what the steps wrote. */
async function collectResults(ctx: Context, folder: string): Promise<DemoOutput["produced"]> {
  const at = (name: string): string => path.join(folder, name);
  const manifest = (await readJson(ctx, at(".kefu/index/manifest.json"))) as {
    segments: { entries: number; questions: number }[];
  };
  const evaluation = (await readJson(ctx, at("out/nlu-eval.json"))) as { n: number; accuracy: number; macroF1: number };
  const simulation = (await readJson(ctx, at("out/simulation.json"))) as {
    deflectionRate: number;
    wrongAnswerRate: number;
  };
  const tests = (await readJson(ctx, at("out/tests.json"))) as { passed: number; failed: number };
  const size = async (name: string): Promise<string> =>
    `${(((await ctx.files.stat(at(name)))?.size ?? 0) / 1024).toFixed(0)} KB`;
  const sum = (key: "entries" | "questions"): number =>
    manifest.segments.reduce((total, segment) => total + segment[key], 0);
  const { t } = ctx;
  return [
    {
      what: t("cli.demo.made.index"),
      where: ".kefu/index/",
      figures: t("cli.demo.figures.index", { entries: sum("entries"), questions: sum("questions") }),
    },
    { what: t("cli.demo.made.model"), where: ".kefu/nlu/model.kmodel", figures: await size(".kefu/nlu/model.kmodel") },
    {
      what: t("cli.demo.made.evaluation"),
      where: "out/nlu-eval.json",
      figures: t("cli.demo.figures.evaluation", {
        accuracy: percent(evaluation.accuracy),
        f1: percent(evaluation.macroF1),
        n: evaluation.n,
      }),
    },
    {
      what: t("cli.demo.made.simulation"),
      where: "out/simulation.json",
      figures: t("cli.demo.figures.simulation", {
        deflection: percent(simulation.deflectionRate),
        wrong: percent(simulation.wrongAnswerRate),
      }),
    },
    {
      what: t("cli.demo.made.tests"),
      where: "out/junit.xml",
      figures: t("cli.demo.figures.tests", { passed: tests.passed, failed: tests.failed }),
    },
    { what: t("cli.demo.made.bundle"), where: "out/hotline.kefu", figures: await size("out/hotline.kefu") },
    { what: t("cli.demo.made.report"), where: "out/answers.xlsx", figures: await size("out/answers.xlsx") },
  ];
}

async function runDemo(ctx: Context, asked: string | undefined, options: { force?: boolean }): Promise<void> {
  const { terminal, t } = ctx;
  const started = ctx.clock.elapsed();
  const folder = await chooseFolder(ctx, asked, options.force === true);
  const relative = path.relative(ctx.cwd, folder) || ".";
  const shown = relative.startsWith("..") ? folder : relative;
  terminal.note(t("cli.demo.workspace", { folder: shown, files: await copySample(ctx, folder) }));
  const processes = await ctx.adapters.processes();
  terminal.note(terminal.noteStyle.cyan(`$ cd ${shown}\n$ node ${SERVICE} --port 0 &`));
  const service = await processes.startScript(path.join(folder, SERVICE), ["--port", "0"], {
    cwd: folder,
    ready: /listening on (http:\/\/127\.0\.0\.1:\d+)/,
  });
  try {
    const steps = await runSteps(ctx, { folder, env: { KEFU_ACTIONS_BASE_URL: service.match[1]! } });
    const produced = await collectResults(ctx, folder);
    const seconds = (ctx.clock.elapsed() - started) / 1000;
    if (ctx.globals().json === true) return terminal.json({ folder, steps, produced, seconds } satisfies DemoOutput);
    terminal.print(`\n${terminal.style.bold(t("cli.demo.done", { folder: shown, seconds: seconds.toFixed(1) }))}\n`);
    await terminal.table(
      [
        { title: t("cli.demo.column.what") },
        { title: t("cli.demo.column.where") },
        { title: t("cli.demo.column.figures") },
      ],
      produced.map(({ what, where, figures }) => [what, where, figures]),
    );
    terminal.note(`\n${t("cli.demo.next", { folder: shown })}`);
  } finally {
    await service.stop();
  }
}

/** Adds `kefu demo` to the program; nothing heavy is loaded until it runs. */
export function demo(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("demo")
    .argument("[dir]", t("cli.demo.dir"))
    .description(t("cli.demo.description"))
    .option("--force", t("cli.demo.force"))
    .addHelpText("after", () => `\n${t("cli.demo.examples")}`)
    .action((dir: string | undefined, options: { force?: boolean }) => runDemo(ctx, dir, options));
}
