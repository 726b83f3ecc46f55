import { type Command, InvalidArgumentError, Option } from "commander";
import type { chooseAnswer } from "../../kb/answer.js";
import type { ChosenSettings, Decision } from "../../kb/decide.js";
import { CHANNELS, type Channel, type FaqEntry, isSpoken } from "../../kb/entry.js";
import type { PassageAnswer } from "../../kb/passage-answer.js";
import type { Candidate } from "../../kb/retrieve.js";
import { formatLocation } from "../../messages/errors.js";
import { LOCALES, type Locale, pickText } from "../../messages/locale.js";
import { type Context, loadEmbedder, loadIndex } from "../context.js";
import { someText } from "../options.js";
import { isDate } from "../options.js";
import { loadTuning } from "../tuning.js";
import type { KbAskOutput } from "./schemas.js";

interface AskFlags {
  readonly channel?: Channel;
  readonly tier?: string;
  readonly answerLocale?: Locale;
  readonly at?: string;
}

/** For whom and when a question is asked. */
interface Asker {
  readonly channel: Channel;
  readonly locale: Locale;
  readonly at: string;
  readonly tier?: string;
}

/** The answers of entries and of passages. */
interface Answers {
  readonly choose: typeof chooseAnswer;
  readonly fromPassage: (entry: FaqEntry, asker: Asker) => PassageAnswer;
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const choiceOf = ({ entry, matched, score }: Candidate): NonNullable<KbAskOutput["choices"]>[number] => {
  const { kind, id, question, source } = entry;
  return { ...(kind !== undefined && { kind }), id, question, matched, score: rounded(score), source };
};

function decisionParts(decision: Decision, asker: Asker, fallback: string, answers: Answers): Partial<KbAskOutput> {
  if (decision.kind === "clarify") return { choices: decision.choices.map(choiceOf) };
  if (decision.kind === "abstain") {
    return { fallback, ...(decision.best === undefined ? {} : { best: choiceOf(decision.best) }) };
  }
  const { candidate } = decision;
  if (candidate.entry.kind === "passage") {
    const { reply, sentence, passage } = answers.fromPassage(candidate.entry, asker);
    const said = { text: reply, ...(sentence !== undefined && { sentence: sentence.text }), passage };
    const links = [...candidate.entry.answers[0]!.links];
    return { answer: { ...choiceOf(candidate), ...said, format: "text", links } };
  }
  const { text, format, links, channel, locale } = answers.choose(candidate.entry, asker);
  const variant = { ...(channel !== undefined && { channel }), ...(locale !== undefined && { locale }) };
  return { answer: { ...choiceOf(decision.candidate), text, format, links: [...links], ...variant } };
}

/** What a caller would hear; on channels that are read, of a passage also where the sentence stands. */
function printAnswer(
  { terminal }: Context,
  { text, sentence, passage = text }: NonNullable<KbAskOutput["answer"]>,
  channel: Channel,
): void {
  if (isSpoken(channel)) terminal.print(text);
  else if (sentence === undefined) terminal.print(passage);
  else {
    terminal.print(terminal.style.bold(`“${sentence}”`));
    if (passage !== sentence) terminal.print(`\n${passage}`);
  }
}

function print(ctx: Context, document: KbAskOutput, basis: string): void {
  const { t, terminal } = ctx;
  const confidence = document.confidence.toFixed(2);
  const { answer, choices, best, fallback } = document;
  if (answer !== undefined) {
    const { id, question, source } = answer;
    terminal.note(t("kb.ask.answer", { confidence, id, question }));
    printAnswer(ctx, answer, document.asker.channel);
    const heading = answer.kind === "passage" ? ` › ${source.heading ?? question}` : "";
    terminal.note(t("kb.ask.source", { source: `${formatLocation(source)}${heading}` }));
  } else if (choices !== undefined) {
    terminal.note(t("kb.ask.clarify", { confidence }));
    for (const { id, question, score } of choices) terminal.print(`${score.toFixed(2)}  ${id}  ${question}`);
  } else {
    terminal.note(t("kb.ask.abstain", { confidence }));
    terminal.print(fallback ?? "");
    if (best !== undefined) terminal.note(t("kb.ask.nearest", { id: best.id, question: best.question }));
  }
  terminal.note(basis);
}

async function runAsk(ctx: Context, text: string, flags: AskFlags): Promise<void> {
  const [
    { retrieve, tokenWorth },
    { decide, chooseSettings, shownSettings },
    thresholds,
    { chooseAnswer },
    passages,
    language,
  ] = await Promise.all([
    import("../../kb/retrieve.js"),
    import("../../kb/decide.js"),
    import("../../kb/thresholds.js"),
    import("../../kb/answer.js"),
    import("../../kb/passage-answer.js"),
    import("../../text/language.js"),
  ]);
  const { config } = await ctx.workspace();
  const embedder = await loadEmbedder(ctx);
  const index = await loadIndex(ctx, embedder);
  const asker: Asker = {
    channel: flags.channel ?? config.bot.channel,
    locale: flags.answerLocale ?? language.localeOf(text) ?? config.locale,
    at: flags.at ?? ctx.clock.now(),
    ...(flags.tier !== undefined && { tier: flags.tier }),
  };
  const settings: ChosenSettings = chooseSettings(config.decide.max_wrong_answer_rate, await loadTuning(ctx, index));
  const found = await retrieve(index, embedder, text, { ...asker, fusion: settings.fusion });
  const decision = decide(found, settings);
  const answers: Answers = {
    choose: chooseAnswer,
    fromPassage: (entry, to) => passages.answerFromPassage(entry, text, to, tokenWorth(index)),
  };
  const document: KbAskOutput = {
    query: text,
    decision: decision.kind,
    confidence: rounded(decision.confidence),
    ...decisionParts(decision, asker, pickText(config.bot.fallback, asker.locale), answers),
    asker,
    settings: shownSettings(settings),
  };
  if (ctx.globals().json === true) ctx.terminal.json(document);
  else {
    const { key, params } = thresholds.basisMessage(settings.answerThreshold, settings.basis);
    print(ctx, document, ctx.t(key, params));
  }
}

export function kbAsk(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const time = (text: string): string => {
    if (!isDate(text)) throw new InvalidArgumentError(t("kb.ask.bad-time"));
    return text;
  };
  parent
    .command("ask")
    .description(t("kb.ask.description"))
    .argument("<text>", t("kb.search.argument.text"), someText(t))
    .addOption(new Option("--channel <channel>", t("kb.ask.option.channel")).choices(CHANNELS))
    .option("--tier <tier>", t("kb.ask.option.tier"))
    .addOption(new Option("--answer-locale <locale>", t("kb.ask.option.answer-locale")).choices(LOCALES))
    .option("--at <time>", t("kb.ask.option.at"), time)
    .addHelpText("after", () => `\n${t("kb.ask.examples")}`)
    .action((text: string, flags: AskFlags) => runAsk(ctx, text, flags));
}
