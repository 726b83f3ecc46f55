import { InvalidArgumentError, type Command } from "commander";
import type { FaqEntry } from "../../kb/entry.js";
import { STATUSES } from "../../kb/entry.js";
import { formatLocation } from "../../messages/errors.js";
import { type Context, loadEmbedder, loadIndex } from "../context.js";
import { wholeNumber } from "../options.js";
import type { KbListOutput } from "./entry-schemas.js";

interface ListFlags {
  readonly category?: string;
  readonly status?: string;
  readonly source?: string;
  readonly limit?: number;
}

/** `电商` holds `电商/订单`. */
function inCategory(entry: FaqEntry, category: string): boolean {
  return entry.category === category || entry.category.startsWith(`${category}/`);
}

function fromSource(entry: FaqEntry, source: string): boolean {
  const { file } = entry.source;
  return file === source || file.startsWith(source.endsWith("/") ? source : `${source}/`);
}

/** The entries that --category, --status and --source leave, at most `limit` of them. */
export function selectEntries(entries: Iterable<FaqEntry>, flags: ListFlags): { chosen: FaqEntry[]; total: number } {
  const chosen: FaqEntry[] = [];
  let total = 0;
  for (const entry of entries) {
    if (flags.category !== undefined && !inCategory(entry, flags.category)) continue;
    if (flags.status !== undefined && entry.status !== flags.status) continue;
    if (flags.source !== undefined && !fromSource(entry, flags.source)) continue;
    total++;
    if (flags.limit === undefined || chosen.length < flags.limit) chosen.push(entry);
  }
  return { chosen, total };
}

async function runList(ctx: Context, flags: ListFlags): Promise<void> {
  const { t, terminal } = ctx;
  const index = await loadIndex(ctx, await loadEmbedder(ctx));
  const { chosen, total } = selectEntries(index.entries(), flags);
  if (ctx.globals().json === true) {
    const entries = chosen.map(({ kind, id, category, question, status, similar, source }) => {
      const marked = kind === undefined ? {} : { kind };
      return { ...marked, id, category, question, status, similar: similar.length, source };
    });
    return terminal.json({ total, entries } satisfies KbListOutput);
  }
  const columns = ["id", "category", "question", "status", "similar", "source"] as const;
  await terminal.table(
    columns.map((name) => ({
      title: t(`kb.list.column.${name}`),
      ...(name === "similar" ? { align: "right" as const } : {}),
    })),
    chosen.map((entry) => [
      entry.id,
      entry.kind === "passage" ? t("kb.passage.mark") : entry.category,
      entry.question,
      t(`kb.status.${entry.status}`),
      entry.similar.length,
      formatLocation(entry.source),
    ]),
  );
  if (chosen.length < total) terminal.note(t("kb.list.more", { shown: chosen.length, total }));
}

/** Adds `kefu kb list` to the program; nothing heavy is loaded until it runs. */
export function kbList(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const status = (text: string): string => {
    if ((STATUSES as readonly string[]).includes(text)) return text;
    throw new InvalidArgumentError(t("cli.usage.choices", { choices: STATUSES.join(", ") }));
  };
  parent
    .command("list")
    .description(t("kb.list.description"))
    .option("--category <path>", t("kb.list.option.category"))
    .option("--status <status>", t("kb.list.option.status"), status)
    .option("--source <file>", t("kb.list.option.source"))
    .option("--limit <n>", t("kb.list.option.limit"), wholeNumber(t, 1))
    .addHelpText("after", () => `\n${t("kb.list.examples")}`)
    .action((flags: ListFlags) => runList(ctx, flags));
}
