import { type Command, Option } from "commander";
import type { EntryDiff } from "../../kb/entry-diff.js";
import { placeOf } from "../../kb/formats/draft.js";
import type { IngestSummary } from "../../kb/ingest/summary.js";
import { formatLocation } from "../../messages/errors.js";
import { KefuError } from "../../messages/errors.js";
import type { Piece } from "../../text/word-diff.js";
import { type Context, loadEmbedder, writeOutput } from "../context.js";
import { EXIT_CODES, issueLine } from "../failure.js";
import { wholeNumber } from "../options.js";
import { ingestWorkspace } from "./ingest-run.js";
import type { SourceFlags } from "./ingest-run.js";
import { formatOfName, formatSummary, summaryDocument, checkReportName } from "./summary-output.js";
import type { ReportFormat } from "./summary-output.js";
import { webOptions } from "./web-flags.js";
import { MARKS } from "./entry-changes.js";
import { fieldLabel, fieldPieces } from "./summary-page.js";

interface DiffFlags extends SourceFlags {
  readonly run?: number;
  readonly format?: "text" | "json" | "md" | "html";
  readonly output?: string;
  readonly force?: boolean;
  readonly stat?: boolean;
  readonly limit: number;
  readonly exitCode?: boolean;
}

/** Entries whose changes are shown. */
const SHOWN = 100;

type Style = Context["terminal"]["style"];

/** With colour where there is any, else with the marks of `git diff --word-diff`. */
function paintPieces(pieces: readonly Piece[], style: Style): string {
  const plain = style.level === 0;
  return pieces
    .map(({ kind, text }) => {
      if (kind === "same") return text;
      if (plain) return kind === "old" ? `[-${text}-]` : `{+${text}+}`;
      return kind === "old" ? style.red.strikethrough(text) : style.green(text);
    })
    .join("")
    .replaceAll("\n", "\n      ");
}

function entryText(diff: EntryDiff, { t, terminal }: Context): string {
  const { style } = terminal;
  const { change, id, question, source, fields } = diff;
  const paint = { added: style.green, changed: style.yellow, removed: style.red }[change];
  const head = `${paint(`${MARKS[change]} ${id}`)}  ${style.bold(question)}  ${style.dim(formatLocation(placeOf(source)))}`;
  const lines = fields.map((field) => {
    const mark = { added: style.green("+"), changed: style.yellow("~"), removed: style.red("-") }[field.change];
    const whole = field.change !== "changed" || change !== "changed";
    const text = whole
      ? field.pieces
          .map((piece) => piece.text)
          .join("")
          .replaceAll("\n", "\n      ")
      : paintPieces(fieldPieces(field), style);
    return `    ${mark} ${style.dim(`${fieldLabel(field, t)}:`)} ${text}`;
  });
  return [head, ...lines].join("\n");
}

async function showCounts(ctx: Context, summary: IngestSummary, perSource: boolean): Promise<void> {
  const { t, terminal } = ctx;
  const names = ["added", "changed", "removed", "unchanged"] as const;
  const right = "right" as const;
  const changes = names.slice(0, 3) as readonly ("added" | "changed" | "removed")[];
  if (perSource) {
    const touched = summary.sources.filter((source) => changes.some((name) => source[name] > 0));
    const rows = touched.map((source) => [source.file, ...changes.map((name) => source[name])]);
    const columns = changes.map((name) => ({ title: t(`kb.ingest.column.${name}`), align: right }));
    if (rows.length > 0) await terminal.table([{ title: t("kb.report.source") }, ...columns], rows);
    if (rows.length > 0) terminal.print();
  }
  await terminal.table(
    names.map((name) => ({ title: t(`kb.ingest.column.${name}`), align: right })),
    [names.map((name) => summary.counts[name])],
  );
}

async function showText(ctx: Context, summary: IngestSummary, flags: DiffFlags): Promise<void> {
  const { t, terminal } = ctx;
  for (const { issues, severity } of summary.groups) {
    if (severity === "warning") for (const issue of issues) terminal.note(issueLine(issue, t, terminal.noteStyle));
  }
  const { changes } = summary;
  if (flags.stat !== true) {
    for (const diff of changes.slice(0, flags.limit)) terminal.print(`${entryText(diff, ctx)}\n`);
    if (changes.length > flags.limit) {
      terminal.note(t("kb.diff.more", { shown: flags.limit, total: changes.length }));
    }
  }
  await showCounts(ctx, summary, flags.stat === true);
  if (changes.length === 0) terminal.note(t(flags.run === undefined ? "kb.diff.nothing" : "kb.diff.unchanged-since"));
}

/** What an ingest would change: the same plan, of which nothing is carried out. */
async function plannedSummary(ctx: Context, sources: readonly string[], flags: DiffFlags): Promise<IngestSummary> {
  const [workspace, embedder] = await Promise.all([ctx.workspace(), loadEmbedder(ctx)]);
  const progress = await ctx.terminal.progress(ctx.t("kb.ingest.phase.read"), () => ctx.clock.elapsed());
  try {
    const report = await ingestWorkspace(ctx, {
      workspace,
      sources,
      flags,
      embedder,
      dryRun: true,
      details: true,
      onProgress: (_phase, done, total) => progress.update(done, total),
    });
    const { summarise } = await import("../../kb/ingest/summary.js");
    return summarise(report);
  } finally {
    progress.stop();
    await embedder.close();
  }
}

/** What has changed since a run. */
async function pastSummary(ctx: Context, run: number): Promise<IngestSummary> {
  const [{ changesSince }, { summariseChanges }, { layout }] = await Promise.all([
    import("../../kb/run-diff.js"),
    import("../../kb/ingest/summary.js"),
    ctx.workspace(),
  ]);
  const { changes, total } = await changesSince(
    { files: ctx.files, openStore: ctx.adapters.openStore },
    layout.store,
    run,
  );
  return summariseChanges(changes, total);
}

/** Whether any option says how sources are to be read. */
function readingFlags({ map, idField, online, crawl, sitemap, maxPages, allowPrivate }: SourceFlags): boolean {
  return [map, idField, online, crawl, sitemap, maxPages, allowPrivate].some((flag) => flag !== undefined);
}

async function runDiff(ctx: Context, sources: readonly string[], flags: DiffFlags): Promise<void> {
  const { t, terminal } = ctx;
  if (flags.run !== undefined && (sources.length > 0 || readingFlags(flags)))
    throw new KefuError("usage", "kb.diff.run-or-sources");
  checkReportName(flags.output);
  const summary =
    flags.run === undefined ? await plannedSummary(ctx, sources, flags) : await pastSummary(ctx, flags.run);
  const note = flags.run === undefined ? {} : { note: t("kb.diff.since", { run: flags.run }) };
  const about = { title: t("kb.diff.title"), at: ctx.clock.now(), limit: flags.limit, ...note };
  const asJson = ctx.globals().json === true || flags.format === "json";
  if (flags.output !== undefined) {
    const format: ReportFormat =
      flags.format === undefined || flags.format === "text" ? formatOfName(flags.output) : flags.format;
    const bytes = await formatSummary(ctx, summary, format, about);
    await writeOutput(ctx, flags.output, bytes, { force: flags.force === true });
  }
  if (asJson) terminal.json(summaryDocument(ctx, summary));
  else if (flags.output === undefined && flags.format !== undefined && flags.format !== "text") {
    terminal.print(String(await formatSummary(ctx, summary, flags.format, about)).trimEnd());
  } else if (flags.output === undefined) await showText(ctx, summary, flags);
  else await showCounts(ctx, summary, false);
  if (flags.exitCode === true && summary.changes.length > 0) process.exitCode = EXIT_CODES.findings;
}

/** Adds `kefu kb diff` to the program; nothing heavy is loaded until it runs. */
export function kbDiff(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const command = parent
    .command("diff")
    .description(t("kb.diff.description"))
    .argument("[sources...]", t("kb.ingest.argument.sources"))
    .option("--run <n>", t("kb.diff.option.run"), wholeNumber(t, 1))
    .option("--stat", t("kb.diff.option.stat"))
    .addOption(new Option("--format <format>", t("kb.diff.option.format")).choices(["text", "json", "md", "html"]))
    .option("-o, --output <file>", t("kb.diff.option.output"))
    .option("--force", t("cli.option.force"))
    .option("--limit <n>", t("kb.diff.option.limit"), wholeNumber(t, 1), SHOWN)
    .option("--exit-code", t("kb.diff.option.exit-code"))
    .option("--map <columns>", t("kb.ingest.option.map"))
    .option("--id-field <name>", t("kb.ingest.option.id-field"));
  webOptions(command, ctx)
    .addHelpText("after", () => `\n${t("kb.diff.examples")}`)
    .action((sources: string[], flags: DiffFlags) => runDiff(ctx, sources, flags));
}
