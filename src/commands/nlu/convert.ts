import path from "node:path";
import { Option, type Command } from "commander";
import { FORMAT_IDS, type FormatId, type SourceFile, type Written } from "../../interop/format.js";
import { intentsOf } from "../../nlu/data/dataset.js";
import type { ParsedFiles } from "../../interop/formats.js";
import { LOSS_KINDS, type Loss, type LossKind } from "../../interop/loss.js";
import { KefuError, formatLocation } from "../../messages/errors.js";
import { checkOutput, writeOutput, type Context } from "../context.js";
import { EXIT_CODES, issueDocument } from "../failure.js";
import { shownPath } from "../shown-path.js";
import type { NluConvertOutput } from "./data-schemas.js";

interface ConvertFlags {
  readonly from?: FormatId;
  readonly to?: FormatId;
  readonly output?: string;
  readonly name?: string;
  readonly language?: string;
  readonly strict?: boolean;
  readonly force?: boolean;
}

/** Endings of files that are looked at in a folder or archive. */
const ENDINGS = /\.(ya?ml|json|jsonl|ndjson|md|lu|csv|tsv|xlsx|utterances\.txt)$/iu;
/** A bot's tests stand beside its training data; what a test holds must not be trained on. */
const TESTS = /(^|[/\\])(tests?[/\\]|test_[^/\\]*$)/iu;
const SHOWN = 3;
const LONGEST = 60;

/** The members of an archive as files under its name. */
async function membersOf(ctx: Context, shown: string, full: string): Promise<{ file: string; bytes: Uint8Array }[]> {
  const archive = await (await ctx.adapters.archives()).open(shown, full);
  const members = archive?.members.filter((name) => ENDINGS.test(name)) ?? [];
  const files = [];
  for (const name of members) files.push({ file: `${shown}!/${name}`, bytes: await archive!.read(name) });
  return files;
}

async function filesOf(ctx: Context, names: readonly string[]): Promise<SourceFile[]> {
  const { withoutPart } = await import("./data-files.js");
  const { sourceFile } = await import("../../interop/source-file.js");
  const found: { file: string; bytes: Uint8Array }[] = [];
  for (const name of names) {
    const full = path.resolve(ctx.cwd, name);
    const shown = shownPath(ctx.cwd, full);
    const stat = await ctx.files.stat(full);
    const there = stat === undefined ? withoutPart(full) : full;
    if (stat?.kind === "folder") {
      const all = (await ctx.files.list(full)).filter(
        (file) => ENDINGS.test(file) && !TESTS.test(path.relative(full, file)),
      );
      for (const file of all) found.push({ file: shownPath(ctx.cwd, file), bytes: await ctx.files.read(file) });
    } else if (stat === undefined && (await ctx.files.stat(there)) === undefined)
      throw new KefuError("input", "common.file.missing", { path: name });
    else if (isZip(name)) found.push(...(await membersOf(ctx, shown, full)));
    else found.push({ file: shown, bytes: await ctx.files.read(there) });
  }
  const sources: SourceFile[] = [];
  for (const { file, bytes } of found) sources.push(await sourceFile(file.split(path.sep).join("/"), bytes));
  return sources;
}

async function targetFormat({ to, output }: ConvertFlags): Promise<FormatId> {
  if (to !== undefined) return to;
  const { formatOfName } = await import("../../interop/formats.js");
  const format = output === undefined ? undefined : formatOfName(output);
  if (format !== undefined) return format;
  throw new KefuError("usage", "nlu.convert.no-target", {}, { hint: { key: "nlu.convert.no-target-hint" } });
}

interface LossGroup {
  readonly kind: LossKind;
  readonly step: "read" | "write";
  readonly losses: readonly Loss[];
}

/** Losses by step and kind, in a fixed order. */
function grouped(read: readonly Loss[], written: readonly Loss[]): LossGroup[] {
  const steps = [
    ["read", read],
    ["write", written],
  ] as const;
  return steps.flatMap(([step, all]) =>
    LOSS_KINDS.map((kind) => ({ kind, step, losses: all.filter((loss) => loss.kind === kind) })).filter(
      ({ losses }) => losses.length > 0,
    ),
  );
}

function shortened(text: string): string {
  const signs = [...text.replace(/\s+/gu, " ")];
  return signs.length <= LONGEST ? signs.join("") : `${signs.slice(0, LONGEST - 1).join("")}…`;
}

function tell(ctx: Context, document: NluConvertOutput, groups: readonly LossGroup[]): void {
  const { t, terminal } = ctx;
  const style = terminal.noteStyle;
  const { counts } = document;
  terminal.note(t("nlu.convert.read", { formats: document.from.join(", "), ...counts }));
  if (document.skipped.length > 0) {
    terminal.note(
      t("nlu.convert.skipped", { count: document.skipped.length, files: document.skipped.slice(0, SHOWN).join(", ") }),
    );
  }
  if (groups.length === 0) terminal.note(t("nlu.convert.no-loss"));
  for (const { kind, step, losses } of groups) {
    const what = t(`nlu.convert.loss.${kind}`);
    terminal.note(style.yellow(t(`nlu.convert.lost.${step}`, { count: losses.length, what })));
    for (const { example, where } of losses.slice(0, SHOWN)) {
      const place = where === undefined ? "" : `${formatLocation(where)}: `;
      terminal.note(`  ${place}${shortened(example)}`);
    }
    if (losses.length > SHOWN) terminal.note(t("nlu.convert.more", { count: losses.length - SHOWN }));
  }
}

function documentOf(ctx: Context, parsed: ParsedFiles, to: FormatId, groups: readonly LossGroup[]) {
  const { t } = ctx;
  const { dataset, formats, skipped, issues } = parsed;
  return {
    from: [...formats],
    to,
    counts: {
      intents: intentsOf(dataset).length,
      utterances: dataset.utterances.length,
      entities: dataset.utterances.reduce((sum, { entities }) => sum + entities.length, 0),
      synonyms: dataset.synonyms.length,
      lookups: dataset.lookups.length,
      patterns: dataset.regexes.reduce((sum, { patterns }) => sum + patterns.length, 0),
    },
    lost: groups.reduce((sum, { losses }) => sum + losses.length, 0),
    losses: groups.map(({ kind, step, losses }) => ({
      ...{ kind, step, what: t(`nlu.convert.loss.${kind}`), count: losses.length },
      items: losses.map(({ example, where }) => ({ text: example, ...(where === undefined ? {} : { where }) })),
    })),
    warnings: issues.map((issue) => issueDocument(issue, t)),
    skipped: [...skipped],
  };
}

/** Forms of which every intent, or every kind of thing, is a file of its own. */
const MANY_FILES: readonly FormatId[] = ["botium", "dialogflow"];
const isZip = (name: string): boolean => /\.zip$/iu.test(name);

/** Before anything is read; what files a folder will get is known later. */
async function checkTarget(ctx: Context, to: FormatId, { output, force }: ConvertFlags): Promise<void> {
  if (output === undefined) return;
  await checkOutput(ctx, output, { force: force === true, folder: MANY_FILES.includes(to) && !isZip(output) });
}

/** One file, a folder, or a folder in a zip. */
async function save(ctx: Context, written: Written, output: string, force: boolean): Promise<void> {
  const [only] = written.files;
  if (written.files.length === 1 && only?.path === "") return writeOutput(ctx, output, only.content, { force });
  const bytesOf = (content: string | Uint8Array): Uint8Array =>
    typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const files = written.files.map(({ path: name, content }) => ({ path: name, bytes: bytesOf(content) }));
  if (isZip(output)) {
    const { writeZip } = await import("../../bot/bundle/zip.js");
    return writeOutput(ctx, output, await writeZip(files, ""), { force });
  }
  for (const { path: name } of files) await checkOutput(ctx, path.join(output, name), { force });
  const folder = path.resolve(ctx.cwd, output);
  await ctx.files.writeTogether(files.map(({ path: name, bytes }) => ({ path: path.join(folder, name), bytes })));
  ctx.terminal.note(ctx.t("nlu.convert.written", { count: files.length, path: output }));
}

/** To stdout where no file is named: only a form that is one file of text can go there; csv without the mark that Excel needs. */
function print(ctx: Context, to: FormatId, { files }: Written): void {
  const [only] = files;
  const content = to === "csv" ? new TextDecoder().decode(only?.content as Uint8Array) : only?.content;
  if (files.length !== 1 || only?.path !== "" || typeof content !== "string") {
    throw new KefuError("usage", "nlu.convert.needs-output", {}, { hint: { key: "nlu.convert.needs-output-hint" } });
  }
  if (ctx.globals().json !== true) ctx.terminal.print(content.replace(/\r?\n$/u, ""));
}

async function runConvert(ctx: Context, inputs: readonly string[], flags: ConvertFlags): Promise<void> {
  const to = await targetFormat(flags);
  await checkTarget(ctx, to, flags);
  const { languageOf, parseFiles, writeFormat } = await import("../../interop/formats.js");
  const parsed = await parseFiles(await filesOf(ctx, inputs), flags.from);
  const { issues } = parsed;
  const errors = issues.filter(({ severity }) => severity === "error").length;
  if (errors > 0) throw new KefuError("input", "nlu.data.unusable", { errors }, { issues });
  if (parsed.dataset.utterances.length + parsed.dataset.lookups.length === 0) {
    throw new KefuError(
      "input",
      "nlu.data.no-files",
      { paths: inputs.join(", ") },
      { hint: { key: "nlu.convert.forms-hint" } },
    );
  }
  const { noteIssues } = await import("./data-files.js");
  noteIssues(ctx, issues);
  const name = flags.name ?? path.basename(inputs[0]!).replace(/\..*$/u, "");
  const written = await writeFormat(to, parsed.dataset, {
    name,
    language: flags.language ?? languageOf(parsed.dataset),
  });
  const groups = grouped(parsed.losses, written.losses);
  const refused = flags.strict === true && groups.length > 0;
  if (!refused && flags.output === undefined) print(ctx, to, written);
  else if (!refused) await save(ctx, written, flags.output!, flags.force === true);
  const document: NluConvertOutput = {
    ...documentOf(ctx, parsed, to, groups),
    ...(refused || flags.output === undefined ? {} : { output: flags.output }),
  };
  if (ctx.globals().json === true) ctx.terminal.json(document);
  else tell(ctx, document, groups);
  if (!refused) return;
  ctx.terminal.alert(ctx.t("nlu.convert.refused", { count: document.lost }));
  process.exitCode = EXIT_CODES.findings;
}

/** Adds `kefu nlu convert` to the program; nothing heavy is loaded until it runs. */
export function nluConvert(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("convert")
    .description(t("nlu.convert.description"))
    .argument("<inputs...>", t("nlu.convert.inputs"))
    .option("-o, --output <path>", t("nlu.convert.output"))
    .addOption(new Option("--from <format>", t("nlu.convert.from")).choices(FORMAT_IDS))
    .addOption(new Option("--to <format>", t("nlu.convert.to")).choices(FORMAT_IDS))
    .option("--name <name>", t("nlu.convert.name"))
    .option("--language <code>", t("nlu.convert.language"))
    .option("--strict", t("nlu.convert.strict"))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("nlu.convert.examples")}`)
    .action((inputs: string[], flags: ConvertFlags) => runConvert(ctx, inputs, flags));
}
