import { Option, type Command } from "commander";
import type { ExportFormat } from "../../kb/export/export.js";
import type { FaqEntry } from "../../kb/entry.js";
import { STATUSES } from "../../kb/entry.js";
import { KefuError } from "../../messages/errors.js";
import { type Context, loadEmbedder, loadIndex, writeOutput } from "../context.js";
import { checkEnding } from "../options.js";
import { selectEntries } from "./list.js";
import type { KbExportOutput } from "./entry-schemas.js";

const FORMATS = ["xlsx", "csv", "json", "jsonl", "yaml", "md"] as const satisfies readonly ExportFormat[];

interface ExportFlags {
  readonly format?: ExportFormat;
  readonly output?: string;
  readonly category?: string;
  readonly status?: string;
  readonly source?: string;
  readonly force?: boolean;
}

function chooseFormat({ format, output }: ExportFlags): ExportFormat {
  if (format !== undefined) return format;
  const name = output?.toLowerCase().replace(/\.yml$/, ".yaml") ?? "";
  return FORMATS.find((known) => name.endsWith(`.${known}`)) ?? "yaml";
}

async function runExport(ctx: Context, flags: ExportFlags): Promise<void> {
  const { t, terminal } = ctx;
  const { output } = flags;
  const named = flags.format === undefined ? [...FORMATS, "yml"] : [flags.format];
  checkEnding(
    output,
    named.map((name) => `.${name}`),
  );
  const format = chooseFormat(flags);
  if (format === "xlsx" && output === undefined) {
    throw new KefuError("usage", "kb.export.xlsx-needs-file", {}, { hint: { key: "kb.export.xlsx-needs-file-hint" } });
  }
  const { exportEntries } = await import("../../kb/export/export.js");
  const index = await loadIndex(ctx, await loadEmbedder(ctx));
  const { chosen } = selectEntries(index.entries(), flags);
  const entries = chosen.filter(({ kind }) => kind !== "passage");
  const passages = chosen.length - entries.length;
  if (passages > 0) terminal.note(t("kb.export.passages-left-out", { count: passages }));
  if (entries.length === 0) throw new KefuError("input", "kb.export.nothing");
  await write(ctx, flags, format, entries, passages, await exportEntries(format, entries, t));
}

async function write(
  ctx: Context,
  { output, force }: ExportFlags,
  format: ExportFormat,
  entries: readonly FaqEntry[],
  passages: number,
  bytes: Uint8Array | string,
): Promise<void> {
  const json = ctx.globals().json === true;
  if (output === undefined && !json) {
    ctx.terminal.print(Buffer.from(bytes).toString("utf8").replace(/\n$/, ""));
    return;
  }
  if (output !== undefined) await writeOutput(ctx, output, bytes, { force: force === true });
  if (!json) return;
  const { entryObject } = await import("../../kb/export/export-objects.js");
  const document: KbExportOutput = {
    format,
    ...(output === undefined ? { entries: entries.map(entryObject) } : { file: output }),
    count: entries.length,
    passages,
  };
  ctx.terminal.json(document);
}

/** Adds `kefu kb export` to the program; nothing heavy is loaded until it runs. */
export function kbExport(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("export")
    .description(t("kb.export.description"))
    .addOption(
      new Option("--format <format>", t("kb.export.option.format", { choices: FORMATS.join(", ") })).choices(FORMATS),
    )
    .option("-o, --output <file>", t("kb.export.option.output"))
    .option("--category <path>", t("kb.list.option.category"))
    .addOption(new Option("--status <status>", t("kb.list.option.status")).choices(STATUSES))
    .option("--source <file>", t("kb.list.option.source"))
    .option("--force", t("cli.option.force"))
    .addHelpText("after", () => `\n${t("kb.export.examples")}`)
    .action((flags: ExportFlags) => runExport(ctx, flags));
}
