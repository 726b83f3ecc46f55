import { type Command, InvalidArgumentError, Option } from "commander";
import type { DecideSettings } from "../../kb/respond/decide.js";
import { CHANNELS, type Channel, STATUSES, type EntryStatus, type FaqEntry } from "../../kb/entry.js";
import type { Excerpt } from "../../kb/retrieve/excerpt.js";
import { named } from "../../kb/retrieve/fusion.js";
import type { QueryFilter } from "../../kb/index/filter.js";
import type { Candidate } from "../../kb/retrieve/retrieve.js";
import { formatLocation } from "../../messages/errors.js";
import { type Context, loadEmbedder } from "../context.js";
import { localTime, someText, wholeNumber } from "../options.js";
import { loadSearch } from "../search.js";
import { loadTuning } from "../tuning.js";
import type { KbSearchOutput } from "./search-schemas.js";
import { shortNumber } from "../../render/rounded.js";

interface SearchFlags {
  readonly limit: number;
  readonly channel?: Channel;
  readonly tier?: string;
  readonly at?: string;
  readonly explain?: boolean;
  readonly status?: EntryStatus;
}

function resultOf({
  entry,
  matched,
  score,
  exact,
  channels,
  coverage,
  contributions,
  excerpt,
}: Candidate): KbSearchOutput["results"][number] {
  const { kind, id, question, category, status, source } = entry;
  return {
    ...(kind !== undefined && { kind }),
    id,
    question,
    matched,
    score: shortNumber(score),
    exact,
    category,
    status,
    source,
    channels: {
      lexical: shortNumber(channels.lexical),
      body: shortNumber(channels.body),
      vector: shortNumber(channels.vector),
      sound: shortNumber(channels.sound),
    },
    coverage: shortNumber(coverage),
    contributions: named(contributions.map(shortNumber)),
    ...(excerpt !== undefined && {
      excerpt: { text: excerpt.text, start: excerpt.start, end: excerpt.end, score: shortNumber(excerpt.score) },
    }),
  };
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
  ctx.adapters.answersOnce();
  const { observe, retrieve } = await import("../../kb/retrieve/retrieve.js");
  const embedder = await loadEmbedder(ctx);
  const { index, tuned } = await loadSearch(ctx, embedder);
  const tuning = await loadTuning(ctx, tuned);
  const { limit, channel, tier, at } = flags;
  const filter: QueryFilter = {
    statuses: [flags.status ?? "online"],
    ...(channel !== undefined && { channel }),
    ...(tier !== undefined && { tier }),
    ...(at !== undefined && { at }),
  };
  const search = (words: string, by: QueryFilter, most: number): Promise<Candidate[]> =>
    retrieve(index, embedder, words, { ...by, limit: most, fusion: tuning?.fusion });
  const found = await search(text, filter, limit);
  const told = flags.explain === true ? await import("./search-explain.js") : undefined;
  const searchedAs = async (): Promise<string> =>
    (await observe(index, embedder, text, { ...filter, fusion: tuning?.fusion })).query.normalised;
  const explanation = await told?.explainSearch(text, found, filter, await settingsOf(ctx, tuning), {
    search,
    searchedAs,
  });
  if (ctx.globals().json === true) {
    const explain = told && explanation && { explain: told.explanationDocument(explanation, found) };
    return terminal.json({ query: text, results: found.map(resultOf), ...explain } satisfies KbSearchOutput);
  }
  if (explanation !== undefined) told?.printSearch(ctx, explanation);
  if (told === undefined) return printFound(ctx, found);
  if (found.length === 0) return terminal.note(t("kb.search.none"));
  for (const candidate of found) {
    told.printCandidate(ctx, candidate, explanation!);
    if (candidate.excerpt !== undefined) showExcerpt(ctx, candidate.entry, candidate.excerpt);
  }
}

async function settingsOf(ctx: Context, tuning: Awaited<ReturnType<typeof loadTuning>>): Promise<DecideSettings> {
  const { chooseSettings } = await import("../../kb/respond/decide.js");
  const { config } = await ctx.workspace();
  return chooseSettings(config.decide.max_wrong_answer_rate, tuning);
}

async function printFound(ctx: Context, found: readonly Candidate[]): Promise<void> {
  const { t, terminal } = ctx;
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
}

/** Adds `kefu kb search` to the program; nothing heavy is loaded until it runs. */
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
    .addOption(new Option("--channel <channel>", t("kb.search.option.channel")).choices(CHANNELS))
    .option("--tier <tier>", t("kb.search.option.tier"))
    .option("--at <time>", t("kb.search.option.at"), localTime(t))
    .option("--explain", t("kb.search.option.explain"))
    .addHelpText("after", () => `\n${t("kb.search.examples")}`)
    .action((text: string, flags: SearchFlags) => runSearch(ctx, text, flags));
}
