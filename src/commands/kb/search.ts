import { type Command, InvalidArgumentError } from "commander";
import { STATUSES, type EntryStatus, type FaqEntry } from "../../kb/entry.js";
import type { Excerpt } from "../../kb/excerpt.js";
import type { Candidate } from "../../kb/retrieve.js";
import { formatLocation } from "../../messages/errors.js";
import { type Context, loadEmbedder } from "../context.js";
import { someText, wholeNumber } from "../options.js";
import { loadSearch } from "../search.js";
import { loadTuning } from "../tuning.js";
import type { KbSearchOutput } from "./schemas.js";

interface SearchFlags {
  readonly limit: number;
  readonly explain?: boolean;
  readonly status?: EntryStatus;
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function resultOf({
  entry,
  matched,
  score,
  exact,
  channels,
  contributions,
  excerpt,
}: Candidate): KbSearchOutput["results"][number] {
  const { kind, id, question, category, status, source } = entry;
  return {
    ...(kind !== undefined && { kind }),
    ...{ id, question, matched, score: rounded(score), exact, category, status, source },
    channels: { lexical: rounded(channels.lexical), body: rounded(channels.body), vector: rounded(channels.vector) },
    contributions: Object.fromEntries(Object.entries(contributions).map(([name, value]) => [name, rounded(value)])),
    ...(excerpt !== undefined && {
      excerpt: { text: excerpt.text, start: excerpt.start, end: excerpt.end, score: rounded(excerpt.score) },
    }),
  };
}

/** What the long-query parts of a feature add is shown with the feature itself. */
function featureSums(contributions: Candidate["contributions"]): [name: string, sum: number][] {
  const sums = new Map<string, number>();
  for (const [name, value] of Object.entries(contributions)) {
    const base = name.split(",")[0]!;
    sums.set(base, (sums.get(base) ?? 0) + value);
  }
  return [...sums];
}

function explain(ctx: Context, { entry, score, exact, channels, contributions }: Candidate): void {
  const { t, terminal } = ctx;
  const [lexical, body, vector] = [channels.lexical, channels.body, channels.vector].map((value) => value.toFixed(3));
  terminal.print();
  terminal.print(terminal.style.bold(`${entry.id}  ${score.toFixed(3)}`));
  if (exact) terminal.print(`  ${t("kb.search.explain.exact")}`);
  terminal.print(`  ${t("kb.search.explain.channels", { lexical: lexical!, body: body!, vector: vector! })}`);
  const parts = featureSums(contributions).map(([name, sum]) => {
    const label = t(`kb.search.feature.${name as "lexical" | "coverage" | "brevity" | "body" | "vector"}`);
    return `${label} ${sum < 0 ? "" : "+"}${sum.toFixed(2)}`;
  });
  terminal.print(`  ${parts.join("  ")}`);
}

/** Signs of the passage that are shown before and after its sentence. */
const AROUND = 40;

/** The sentence of a passage that fits, with a little of what stands around it. */
function showExcerpt(ctx: Context, entry: FaqEntry, { start, end }: Excerpt): void {
  const { terminal } = ctx;
  const { style } = terminal;
  const text = entry.answers[0]!.text.replaceAll("\n", " ");
  const from = Math.max(0, start - AROUND);
  const until = Math.min(text.length, end + AROUND);
  const before = `${from > 0 ? "…" : ""}${text.slice(from, start)}`;
  const after = `${text.slice(end, until)}${until < text.length ? "…" : ""}`;
  terminal.print();
  terminal.print(`${entry.id}  ${entry.question}`);
  terminal.print(`  ${style.dim(before)}${style.bold(text.slice(start, end))}${style.dim(after)}`);
}

async function runSearch(ctx: Context, text: string, flags: SearchFlags): Promise<void> {
  const { t, terminal } = ctx;
  const { retrieve } = await import("../../kb/retrieve.js");
  const embedder = await loadEmbedder(ctx);
  const { index, tuned } = await loadSearch(ctx, embedder);
  const statuses: EntryStatus[] = [flags.status ?? "online"];
  const fusion = (await loadTuning(ctx, tuned))?.fusion;
  const found = await retrieve(index, embedder, text, { limit: flags.limit, statuses, fusion });
  if (ctx.globals().json === true) {
    return terminal.json({ query: text, results: found.map(resultOf) } satisfies KbSearchOutput);
  }
  if (found.length === 0) return terminal.note(t("kb.search.none"));
  await terminal.table(
    [
      { title: t("kb.search.column.score"), align: "right" },
      { title: t("kb.list.column.id") },
      { title: t("kb.list.column.question") },
      { title: t("kb.search.column.matched") },
      { title: t("kb.list.column.source") },
    ],
    found.map(({ entry, matched, score, excerpt }) => [
      ...[score.toFixed(3), entry.id, entry.question],
      ...[excerpt !== undefined ? "↓" : matched === entry.question ? "=" : matched, formatLocation(entry.source)],
    ]),
  );
  for (const { entry, excerpt } of found) {
    if (excerpt !== undefined) showExcerpt(ctx, entry, excerpt);
  }
  if (flags.explain === true) for (const candidate of found) explain(ctx, candidate);
}

export function kbSearch(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const status = (text: string): string => {
    if ((STATUSES as readonly string[]).includes(text)) return text;
    throw new InvalidArgumentError(t("cli.usage.choices", { choices: STATUSES.join(", ") }));
  };
  parent
    .command("search")
    .description(t("kb.search.description"))
    .argument("<text>", t("kb.search.argument.text"), someText(t))
    .option("--limit <n>", t("kb.search.option.limit"), wholeNumber(t, 1, 100), 5)
    .option("--status <status>", t("kb.search.option.status"), status)
    .option("--explain", t("kb.search.option.explain"))
    .addHelpText("after", () => `\n${t("kb.search.examples")}`)
    .action((text: string, flags: SearchFlags) => runSearch(ctx, text, flags));
}
