import path from "node:path";
import type { Command } from "commander";
import { KefuError } from "../messages/errors.js";
import { LOCALES } from "../messages/locale.js";
import type { Locale } from "../messages/locale.js";
import { CONFIG_FILE } from "../workspace/workspace.js";
import type { Context } from "./context.js";
import { promptTheme } from "./prompt-theme.js";
import { someText } from "./options.js";
import type { InitOutput } from "./schemas.js";

/** The starter's tests ask what stands in this file of the starter. */
const STARTER_FAQ = "faq/faq.md";

interface InitOptions {
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly name?: string;
}

interface Answers {
  readonly name: string;
  readonly locale: Locale;
}

/** Asks for what flags did not give; every prompt has a flag. */
async function ask(ctx: Context, options: InitOptions, defaults: Answers): Promise<Answers> {
  if (options.yes === true || !ctx.terminal.interactive) return defaults;
  const { default: inquirer } = await import("inquirer");
  const { t } = ctx;
  // Questions go to stderr: stdout is for data.
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  return prompt<Answers>([
    {
      type: "input",
      name: "name",
      message: t("cli.init.ask.name"),
      default: defaults.name,
      when: options.name === undefined,
    },
    {
      type: "select",
      name: "locale",
      message: t("cli.init.ask.locale"),
      choices: [...LOCALES],
      default: defaults.locale,
      theme: promptTheme(t),
    },
  ]).then((given) => ({ ...defaults, ...given }));
}

/** The files of a new workspace: fixtures/starter in the language asked for, under the bot's own name. */
async function starterFiles(ctx: Context, { name, locale }: Answers): Promise<{ file: string; text: string }[]> {
  const starter = path.join(ctx.packageRoot, "fixtures", "starter", locale);
  const files = await Promise.all(
    (await ctx.files.list(starter)).map(async (full) => {
      const file = path.relative(starter, full).split(path.sep).join("/");
      const text = await ctx.files.readText(full);
      // A JSON string is a YAML scalar, whatever the name holds.
      return {
        file,
        text: file === CONFIG_FILE ? text.replace(/^name: \S+/m, () => `name: ${JSON.stringify(name)}`) : text,
      };
    }),
  );
  return [...files, { file: ".gitignore", text: ".kefu/\nkefu.local.yaml\n" }];
}

async function runInit(ctx: Context, dir: string | undefined, options: InitOptions): Promise<void> {
  const folder = path.resolve(ctx.cwd, dir ?? ctx.globals().workspace ?? ".");
  const answers = await ask(ctx, options, {
    name: options.name ?? (path.basename(folder) || "kefu"),
    locale: ctx.locale,
  });
  const files = await starterFiles(ctx, answers);
  const present: string[] = [];
  for (const { file } of files) {
    if ((await ctx.files.stat(path.join(folder, file))) !== undefined) present.push(file);
  }
  if (present.includes(CONFIG_FILE) && options.force !== true) {
    const shown = path.join(path.relative(ctx.cwd, folder), CONFIG_FILE);
    throw new KefuError("usage", "common.file.exists", { path: shown }, { hint: { key: "common.hint.force" } });
  }
  // A folder that already holds some of the files keeps them: only --force replaces anything.
  const kept = options.force === true ? [] : present;
  const untested = kept.includes(STARTER_FAQ);
  const toWrite = files.filter(({ file }) => !kept.includes(file) && !(untested && file.startsWith("tests/")));
  // kefu.yaml comes last: a folder is a workspace only when all of it is there.
  for (const { file, text } of [...toWrite].sort(
    (a, b) => Number(a.file === CONFIG_FILE) - Number(b.file === CONFIG_FILE),
  )) {
    await ctx.files.writeAtomic(path.join(folder, file), text);
  }
  const written = toWrite.map(({ file }) => file);
  if (kept.length > 0) ctx.terminal.note(ctx.t("cli.init.kept", { files: kept.join(", ") }));
  if (untested) ctx.terminal.note(ctx.t("cli.init.no-test", { file: STARTER_FAQ }));
  if (ctx.globals().json === true) return ctx.terminal.json({ folder, written, kept } satisfies InitOutput);
  for (const file of written) ctx.terminal.print(file);
  ctx.terminal.note(`\n${ctx.t("cli.init.next")}`);
}

/** Adds `kefu init` to the program; nothing heavy is loaded until it runs. */
export function init(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("init")
    .argument("[dir]", t("cli.init.dir"))
    .description(t("cli.init.description"))
    .option("-y, --yes", t("cli.init.yes"))
    .option("--name <name>", t("cli.init.name"), someText(t))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("cli.init.examples")}`)
    .action((dir: string | undefined, options: InitOptions) => runInit(ctx, dir, options));
}
