import stringWidth from "string-width";
import type { DecideSettings } from "../../kb/respond/decide.js";
import { type QueryReading, type Removed, readQuery, removedBy, wordsMet } from "../../kb/retrieve/explain.js";
import { STATUSES } from "../../kb/entry.js";
import { named } from "../../kb/retrieve/fusion.js";
import type { QueryFilter } from "../../kb/index/filter.js";
import { respond, type Response } from "../../kb/respond/respond.js";
import type { Candidate } from "../../kb/retrieve/retrieve.js";
import type { MessageKey } from "../../messages/catalogue.js";
import type { Context } from "../context.js";
import type { KbSearchOutput } from "./search-schemas.js";
import { shortNumber } from "../../render/rounded.js";

/** All that is told of a search beside what it found. */
export interface SearchExplanation {
  readonly reading: QueryReading;
  readonly response: Response;
  readonly settings: DecideSettings;
  readonly removed: readonly Removed[];
}

/** Entries found without filters that are held against those found with them. */
const UNFILTERED = 10;

/** The search that is to be explained. */
interface Searching {
  /** Finds entries for a text. */
  search(text: string, filter: QueryFilter, limit: number): Promise<Candidate[]>;
  /** The text as it was searched for, normalised. */
  searchedAs(): Promise<string>;
}

/**
 * Why these entries were found and what a bot would do: how the text was read, the decision, and which entries a filter
 * kept out that would have stood above some result.
 * @param found the results that are shown, best first
 */
export async function explainSearch(
  text: string,
  found: readonly Candidate[],
  filter: QueryFilter,
  settings: DecideSettings,
  { search, searchedAs }: Searching,
): Promise<SearchExplanation> {
  const reading = readQuery(text, await searchedAs());
  const find = (words: string, limit: number): Promise<Candidate[]> => search(words, filter, limit);
  const response = await respond(text, { find, settings, ...(filter.channel && { channel: filter.channel }) });
  const all = await search(text, { statuses: STATUSES, ignoreNegative: true }, UNFILTERED);
  return { reading, response, settings, removed: removedBy(all, found, filter, reading.normalised) };
}

/** The explanation as `--json` prints it. */
export function explanationDocument(
  { reading, response, settings, removed }: SearchExplanation,
  found: readonly Candidate[],
): NonNullable<KbSearchOutput["explain"]> {
  const { verdict, parts } = response;
  const { answerThreshold, clarifyThreshold, margin } = settings;
  const kind =
    parts === undefined ? verdict.kind : parts.some((part) => part.verdict.kind === "clarify") ? "clarify" : "answer";
  const reason = parts === undefined && verdict.kind !== "answer" ? { reason: verdict.reason } : {};
  return {
    reading: copied(reading),
    decision: { kind, ...reason, ...(parts && { parts: parts.length }), answerThreshold, clarifyThreshold, margin },
    words: found.map(({ entry }) => {
      const { met, missed } = wordsMet(reading, entry);
      return { id: entry.id, met: [...met], missed: [...missed] };
    }),
    leftOut: removed.map(({ candidate: { entry, score }, rank, because }) => ({
      id: entry.id,
      question: entry.question,
      score: shortNumber(score),
      rank,
      because: because.map((one) => ({ ...one })),
    })),
  };
}

function copied({ syllables, parts, ...reading }: QueryReading): NonNullable<KbSearchOutput["explain"]>["reading"] {
  return { ...reading, ...(syllables && { syllables: [...syllables] }), ...(parts && { parts: [...parts] }) };
}

const WIDTH = 80;
const LABEL = 10;

/** A line with a label before it, broken at spaces to {@link WIDTH} columns. */
function printLabelled({ terminal }: Context, label: string, pieces: readonly string[], gap = "  "): void {
  const indent = " ".repeat(LABEL + 2);
  let line = `  ${label}${" ".repeat(Math.max(1, LABEL - stringWidth(label)))}`;
  let empty = true;
  for (const piece of pieces) {
    if (!empty && stringWidth(line) + gap.length + stringWidth(piece) > WIDTH) {
      terminal.print(line);
      line = indent;
      empty = true;
    }
    line += empty ? piece : gap + piece;
    empty = false;
  }
  terminal.print(line);
}

function readingWords({ t }: Context, reading: QueryReading): string[] {
  const { normalised, meant, language, script, typed, syllables = [], keyword, smallTalk } = reading;
  const written =
    script === "hans" || script === "hant" || script === "mixed" ? [t(`kb.explain.script.${script}`)] : [];
  return [
    normalised,
    ...(meant === undefined ? [] : [t("kb.explain.meant", { text: meant })]),
    // English or pinyin: the letters do not tell.
    ...(typed === "pinyin" || typed === "initials"
      ? []
      : [[t(`kb.explain.language.${language}`), ...written].join(t("kb.explain.list"))]),
    ...(typed === "han" || typed === "none"
      ? []
      : [t(`kb.explain.typed.${typed}`, { syllables: syllables.join(" ") })]),
    ...(keyword === undefined ? [] : [t("kb.explain.keyword")]),
    ...(smallTalk === undefined ? [] : [t("kb.explain.small-talk", { kind: t(`kb.dialog.kind.${smallTalk}`) })]),
  ];
}

function verdictWords({ t }: Context, { verdict, parts }: Response): string {
  if (parts !== undefined) return t("kb.explain.bot.parts", { n: parts.length });
  if (verdict.kind === "answer") return t("kb.explain.bot.answer");
  if (verdict.kind === "clarify")
    return t(verdict.reason === "keyword" ? "kb.explain.bot.keyword" : "kb.explain.bot.clarify");
  return t(`kb.explain.bot.${verdict.reason}`);
}

/** What holds for the whole search: how the query was read, what the bot would do, what was left out. */
export function printSearch(ctx: Context, { reading, response, removed }: SearchExplanation): void {
  const { t } = ctx;
  ctx.terminal.print();
  printLabelled(ctx, t("kb.explain.query"), readingWords(ctx, reading), " · ");
  const parts = response.parts?.map((part) => part.searched) ?? reading.parts ?? [];
  if (parts.length > 0)
    printLabelled(
      ctx,
      t("kb.explain.parts"),
      parts.map((part, at) => `${at + 1}. ${part}`),
    );
  printLabelled(ctx, t("kb.explain.bot"), [verdictWords(ctx, response)]);
  for (const {
    candidate: { entry, score },
    rank,
    because,
  } of removed) {
    const why = because.map((one) => t(`kb.explain.why.${one.why}`, { value: one.value })).join(t("kb.explain.list"));
    const { id, question } = entry;
    printLabelled(
      ctx,
      t("kb.explain.left-out"),
      t("kb.explain.removed", { id, question, rank, score: score.toFixed(2), why }).split(" "),
      " ",
    );
  }
}

function scoreWords({ t }: Context, score: number, { answerThreshold, clarifyThreshold }: DecideSettings): string {
  const params = {
    score: score.toFixed(3),
    threshold: answerThreshold.toFixed(3),
    clarify: clarifyThreshold.toFixed(3),
  };
  if (score >= answerThreshold) return t("kb.explain.answered", params);
  return t(score >= clarifyThreshold ? "kb.explain.asked-back" : "kb.explain.too-low", params);
}

/** What the parts of a feature for long queries add is shown with the feature itself; nothing of those that add nothing. */
function featureSums(contributions: Candidate["contributions"]): [name: string, sum: number][] {
  const sums = new Map<string, number>();
  for (const [name, value] of Object.entries(named(contributions))) {
    const base = name.split(",")[0]!;
    sums.set(base, (sums.get(base) ?? 0) + value);
  }
  return [...sums].filter(([, sum]) => Math.abs(sum) >= 0.005).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
}

/** Why one entry stands where it stands. */
export function printCandidate(ctx: Context, candidate: Candidate, { reading, settings }: SearchExplanation): void {
  const { t, terminal } = ctx;
  const { entry, matched, score, exact, channels, contributions, coverage } = candidate;
  terminal.print();
  terminal.print(`${terminal.style.bold(entry.id)}  ${entry.question}`);
  printLabelled(ctx, t("kb.explain.score"), [scoreWords(ctx, score, settings)]);
  if (matched !== entry.question) printLabelled(ctx, t("kb.explain.matched"), [matched]);
  if (exact) printLabelled(ctx, "", [t("kb.search.explain.exact")]);
  const { met, missed } = wordsMet(reading, entry);
  const list = (words: readonly string[]): string => words.join(t("kb.explain.list"));
  printLabelled(ctx, t("kb.explain.words"), [
    `${Math.round(Math.min(1, coverage) * 100)}%`,
    ...(met.length > 0 ? [t("kb.explain.met", { met: list(met) })] : []),
    ...(missed.length > 0 ? [t("kb.explain.missed", { missed: list(missed) })] : []),
  ]);
  const values = Object.fromEntries(Object.entries(channels).map(([name, value]) => [name, value.toFixed(2)]));
  printLabelled(ctx, t("kb.explain.channels"), [t("kb.explain.channel-line", values)]);
  const parts = featureSums(contributions).map(([name, sum]) => {
    const label = t(`kb.search.feature.${name}` as MessageKey);
    return `${label} ${sum < 0 ? "−" : "+"}${Math.abs(sum).toFixed(2)}`;
  });
  if (parts.length > 0) printLabelled(ctx, t("kb.explain.ranking"), parts);
}
