import path from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { FaqEntry } from "../../kb/entry.js";
import type { SourceFix } from "../../kb/lint/fix/fix-source.js";
import type { Severity } from "../../kb/lint/rule.js";
import type { Finding, LintOptions, LintResult } from "../../kb/lint/run.js";
import type { LintSettings } from "../../kb/lint/settings.js";
import { KefuError } from "../../messages/errors.js";
import { type Context, loadEmbedder, loadIndex, writeOutput } from "../context.js";
import { EXIT_CODES } from "../failure.js";
import { isDate, wholeNumber } from "../options.js";
import type { LintAbout } from "./lint-report.js";

interface LintFlags {
  readonly rules?: readonly string[];
  readonly minSeverity: Severity;
  readonly at?: string;
  readonly format?: "text" | "json" | "sarif" | "github";
  readonly output?: string;
  readonly force?: boolean;
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  readonly online?: boolean;
  readonly allowPrivate?: boolean;
  readonly looLimit: number;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly listRules?: boolean;
}

/** Similar questions that are asked when nothing is said: some seconds' work in a large base, and enough for a share. */
const ASK_AT_MOST = 1000;

async function listRules(ctx: Context): Promise<void> {
  const { t, terminal } = ctx;
  const { RULES } = await import("../../kb/lint/registry.js");
  const settings = (options: object): string =>
    Object.entries(options)
      .map(([name, value]) => `${name}=${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}`)
      .join(" ");
  if (ctx.globals().json === true) {
    return terminal.json({
      rules: RULES.map(({ id, severity, fixable, options = {} }) => {
        const texts = { what: t(`kb.lint.${id}.what`), advice: t(`kb.lint.${id}.advice`) };
        return { id, severity, fixable, options, ...texts };
      }),
    });
  }
  const columns = ["rule", "severity", "fixable", "options", "what"] as const;
  await terminal.table(
    columns.map((name) => ({ title: t(`kb.lint.column.${name}`) })),
    RULES.map(({ id, severity, fixable, options = {} }) => [
      ...[id, t(`common.${severity}`), fixable ? "✓" : "", settings(options)],
      t(`kb.lint.${id}.what`),
    ]),
  );
}

/** A test of the sources that were named: relative to the folder or to the workspace, files or folders. */
async function scopeOf(
  ctx: Context,
  paths: readonly string[],
  entries: readonly FaqEntry[],
): Promise<((entry: FaqEntry) => boolean) | undefined> {
  if (paths.length === 0) return undefined;
  const [{ shownPath }, { layout }] = await Promise.all([import("../../kb/sources/found-source.js"), ctx.workspace()]);
  const names = paths.map((name) => {
    const both = [shownPath(layout.root, path.resolve(ctx.cwd, name)), name.replace(/\/+$/, "")];
    const within = (file: string): boolean =>
      both.some((one) => one === "" || file === one || file.startsWith(`${one}/`) || file.startsWith(`${one}!/`));
    if (entries.some(({ source }) => within(source.file))) return within;
    const hint = { key: "cli.hint.ingest" } as const;
    throw new KefuError("usage", "kb.lint.unknown-path", { path: name }, { hint });
  });
  return ({ source }) => names.some((within) => within(source.file));
}

async function onlineOptions(ctx: Context, flags: LintFlags): Promise<Pick<LintOptions, "fetched">> {
  if (flags.online !== true) return {};
  const { linkChecker } = await import("../../kb/lint/link-check.js");
  return {
    fetched: linkChecker(
      await ctx.adapters.fetcher({ version: ctx.version, allowPrivate: flags.allowPrivate === true }),
    ),
  };
}

interface LintRun {
  readonly result: LintResult;
  readonly settings: LintSettings;
  readonly options: LintOptions;
  readonly entries: readonly FaqEntry[];
}

async function lint(ctx: Context, paths: readonly string[], flags: LintFlags): Promise<LintRun> {
  const [{ LintBase }, { runLint }, { lintSettings }, { inlineWaivers }, { config }] = await Promise.all([
    import("../../kb/lint/base.js"),
    import("../../kb/lint/run.js"),
    import("../../kb/lint/settings.js"),
    import("./lint-sources.js"),
    ctx.workspace(),
  ]);
  const settings = lintSettings(config.kb.lint, flags.rules);
  const embedder = await loadEmbedder(ctx);
  const progress = await ctx.terminal.progress("kb lint", () => ctx.clock.elapsed());
  try {
    const index = await loadIndex(ctx, embedder);
    const base = new LintBase(index.entries(), index);
    const inScope = await scopeOf(ctx, paths, base.entries);
    const options: LintOptions = {
      at: flags.at ?? ctx.clock.now(),
      served: { channel: config.bot.channel, locale: config.locale },
      askAtMost: flags.looLimit,
      configFile: "kefu.yaml",
      leastSeverity: flags.minSeverity,
      inline: await inlineWaivers(ctx, base.entries),
      embedder,
      ...(inScope === undefined ? {} : { inScope }),
      ...(await onlineOptions(ctx, flags)),
      onProgress: (rule, done, total) => progress.update(done, total, rule),
      pause: () => ctx.adapters.pause(),
    };
    return { result: await runLint(base, settings, options), settings, options, entries: base.entries };
  } finally {
    progress.stop();
    await embedder.close();
  }
}

async function emit(ctx: Context, { result, entries }: LintRun, flags: LintFlags, about: LintAbout): Promise<void> {
  const { t, terminal } = ctx;
  const report = await import("./lint-report.js");
  const format = ctx.globals().json === true ? "json" : (flags.format ?? "text");
  const toFile = flags.output !== undefined;
  let text: string;
  if (format === "json") text = `${JSON.stringify(report.lintDocument(t, result, about), null, 2)}\n`;
  else if (format === "sarif") {
    const { replacements } = await import("./lint-sources.js");
    text = report.lintSarif(t, result, about, await replacements(ctx, result.findings, entries));
  } else if (format === "github") text = report.lintGithub(t, result, await repositoryPath(ctx));
  else text = report.lintText(ctx, result, toFile, toFile || flags.rules !== undefined);
  if (flags.output === undefined) terminal.print(text.replace(/\n$/, ""));
  else await writeOutput(ctx, flags.output, text, { force: flags.force === true });
  if (format !== "json") for (const { key, params } of result.notes) terminal.note(t(key, params));
  if (format !== "text") return;
  const fixable = result.findings.filter(({ fix }) => fix !== undefined).length;
  if (fixable > 0 && flags.fix !== true) terminal.note(t("kb.lint.fix-hint", { count: fixable }));
  if (toFile) terminal.note(report.summaryOf(t, result));
}

/** Annotations name files as the repository has them; the workspace may be a folder in it. */
async function repositoryPath(ctx: Context): Promise<(file: string) => string> {
  const { layout } = await ctx.workspace();
  const root = ctx.env["GITHUB_WORKSPACE"] ?? ctx.cwd;
  return (file) => {
    const relative = path.relative(root, path.resolve(layout.root, file));
    return (relative.startsWith("..") ? file : relative).split(path.sep).join("/");
  };
}

/** The package that makes patches writes names that are not ASCII as octal escapes, which nobody can read. */
function withName(patch: string, file: string): string {
  return patch.replace(/^--- old/m, () => `--- ${file}`).replace(/^\+\+\+ new/m, () => `+++ ${file}`);
}

async function applyFixes(ctx: Context, fixes: readonly SourceFix[], dryRun: boolean, asText: boolean): Promise<void> {
  const { t, terminal } = ctx;
  const { layout } = await ctx.workspace();
  const { createTwoFilesPatch } = await import("diff");
  for (const { file, before, after, fixed, refused } of fixes) {
    if (fixed > 0) {
      if (!dryRun) await ctx.files.writeAtomic(path.resolve(layout.root, file), after);
      else if (asText)
        terminal.print(withName(createTwoFilesPatch("old", "new", before, after, "", "", { context: 0 }), file));
      terminal.note(t(dryRun ? "kb.lint.fix.would" : "kb.lint.fix.wrote", { path: file, count: fixed }));
    }
    for (const [reason, count] of Object.entries(refused)) {
      const text = t(`kb.lint.fix.reason.${reason as keyof SourceFix["refused"]}`);
      terminal.note(t("kb.lint.fix.by-hand", { path: file, count, reason: text }));
    }
  }
  if (fixes.length === 0) terminal.note(t("kb.lint.fix.none"));
  else if (!dryRun && fixes.some(({ fixed }) => fixed > 0)) terminal.note(t("kb.lint.fix.again"));
}

/** What is left once the fixes are written: findings whose fix was made are no reason to fail. */
function failing(findings: readonly Finding[], flags: LintFlags): boolean {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  const most = flags.strict === true ? 0 : flags.maxWarnings;
  return count("error") > 0 || (most !== undefined && count("warning") > most);
}

async function runLintCommand(ctx: Context, paths: readonly string[], flags: LintFlags): Promise<void> {
  if (flags.listRules === true) return listRules(ctx);
  const run = await lint(ctx, paths, flags);
  const about = { at: run.options.at, version: ctx.version };
  const asText = ctx.globals().json !== true && (flags.format ?? "text") === "text";
  if (flags.fix === true) {
    const { planFixes } = await import("./lint-sources.js");
    const { inScope = () => true } = run.options;
    const files = [...new Set(run.entries.filter(inScope).map(({ source }) => source.file))].sort();
    const sources = await planFixes(ctx, files, run.settings, run.options);
    const dryRun = flags.dryRun === true;
    await applyFixes(ctx, sources, dryRun, asText);
    if (!asText || !dryRun) await emit(ctx, run, flags, { ...about, fixes: { dryRun, sources } });
  } else await emit(ctx, run, flags, about);
  if (failing(run.result.findings, flags)) process.exitCode = EXIT_CODES.findings;
}

/** Adds `kefu kb lint` to the program; nothing heavy is loaded until it runs. */
export function kbLint(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const list = (text: string): string[] => text.split(/[,，\s]+/).filter((id) => id !== "");
  const date = (text: string): string => {
    if (isDate(text)) return text;
    throw new InvalidArgumentError(t("kb.lint.bad-date"));
  };
  parent
    .command("lint")
    .description(t("kb.lint.description"))
    .argument("[paths...]", t("kb.lint.argument.paths"))
    .option("--rules <ids>", t("kb.lint.option.rules"), list)
    .addOption(
      new Option("--min-severity <severity>", t("kb.lint.option.min-severity"))
        .choices(["error", "warning", "info"])
        .default("info"),
    )
    .option("--at <date>", t("kb.lint.option.at"), date)
    .addOption(new Option("--format <format>", t("kb.lint.option.format")).choices(["text", "json", "sarif", "github"]))
    .option("-o, --output <file>", t("kb.lint.option.output"))
    .option("--force", t("kb.lint.option.force"))
    .option("--strict", t("kb.lint.option.strict"))
    .option("--max-warnings <n>", t("kb.lint.option.max-warnings"), wholeNumber(t, 0))
    .option("--loo-limit <n>", t("kb.lint.option.loo-limit"), wholeNumber(t, 0), ASK_AT_MOST)
    .option("--online", t("kb.lint.option.online"))
    .option("--allow-private", t("kb.lint.option.allow-private"))
    .option("--fix", t("kb.lint.option.fix"))
    .option("--dry-run", t("kb.lint.option.dry-run"))
    .option("--list-rules", t("kb.lint.option.list-rules"))
    .addHelpText("after", () => `\n${t("kb.lint.examples")}`)
    .action((paths: string[], flags: LintFlags) => runLintCommand(ctx, paths, flags));
}
