import type { Command } from "commander";
import type { AnswerVariant, FaqEntry } from "../../kb/entry.js";
import { KefuError, formatLocation } from "../../messages/errors.js";
import { type Context, loadEmbedder, loadIndex } from "../context.js";
import type { KbShowOutput } from "./entry-schemas.js";

function variantName({ channel, locale, tier }: AnswerVariant): string {
  return [channel, locale, tier].filter((part) => part !== undefined).join(", ");
}

function documentOf(entry: FaqEntry): KbShowOutput {
  return {
    ...entry,
    similar: [...entry.similar],
    answers: entry.answers.map((answer) => ({ ...answer, links: [...answer.links] })),
    related: [...entry.related],
    negative: [...entry.negative],
    effective: { ...entry.effective },
    tags: { ...entry.tags },
    source: { ...entry.source },
  };
}

function showEntry(ctx: Context, entry: FaqEntry): void {
  const { t, terminal } = ctx;
  const { style } = terminal;
  const { effective, tags } = entry;
  const line = (label: Parameters<typeof t>[0], text: string): void => {
    if (text !== "") terminal.print(`${style.bold(t(label))}: ${text}`);
  };
  const list = (label: Parameters<typeof t>[0], items: readonly string[]): void => {
    if (items.length === 0) return;
    terminal.print(`${style.bold(t(label))}:`);
    for (const item of items) terminal.print(`  - ${item}`);
  };
  line("kb.list.column.id", entry.id);
  line(entry.kind === "passage" ? "kb.passage.heading" : "kb.list.column.question", entry.question);
  line("kb.list.column.category", entry.category);
  line("kb.list.column.status", t(`kb.status.${entry.status}`));
  line(
    "kb.show.effective",
    [effective.from, effective.until].some((date) => date !== undefined)
      ? `${effective.from ?? ""} – ${effective.until ?? ""}`
      : "",
  );
  list("kb.show.similar", entry.similar);
  list("kb.show.related", entry.related);
  list("kb.show.negative", entry.negative);
  list(
    "kb.show.tags",
    Object.entries(tags).map(([name, value]) => (value === "" ? name : `${name}: ${value}`)),
  );
  for (const answer of entry.answers) {
    const variant = variantName(answer);
    const label = t(entry.kind === "passage" ? "kb.passage.text" : "kb.show.answer");
    terminal.print(`${style.bold(label)}${variant === "" ? "" : ` [${variant}]`}:`);
    for (const text of answer.text.split("\n")) terminal.print(`  ${text}`);
  }
  line("kb.list.column.source", formatLocation(entry.source));
}

async function runShow(ctx: Context, id: string): Promise<void> {
  const index = await loadIndex(ctx, await loadEmbedder(ctx));
  const entry = index.entry(id) ?? index.entry(id.trim());
  if (entry === undefined)
    throw new KefuError("input", "kb.show.unknown", { id }, { hint: { key: "kb.show.unknown-hint" } });
  if (ctx.globals().json === true) ctx.terminal.json(documentOf(entry));
  else showEntry(ctx, entry);
}

/** Adds `kefu kb show` to the program; nothing heavy is loaded until it runs. */
export function kbShow(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("show")
    .description(t("kb.show.description"))
    .argument("<id>", t("kb.show.argument.id"))
    .addHelpText("after", () => `\n${t("kb.show.examples")}`)
    .action((id: string) => runShow(ctx, id));
}
