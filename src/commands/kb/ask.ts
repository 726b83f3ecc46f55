import { type Command, Option } from "commander";
import { CHANNELS, type Channel } from "../../kb/entry.js";
import { ANSWER_LOCALES, type AnswerLocale } from "../../messages/locale.js";
import { type Context, loadEmbedder } from "../context.js";
import { localTime, someText } from "../options.js";
import { loadSearch } from "../search.js";
import { loadTuning } from "../tuning.js";
import type { KbAskOutput } from "./ask-schemas.js";

interface AskFlags {
  readonly channel?: Channel;
  readonly tier?: string;
  readonly answerLocale?: AnswerLocale;
  readonly at?: string;
}

async function runAsk(ctx: Context, text: string, flags: AskFlags): Promise<void> {
  ctx.adapters.answersOnce();
  const [{ retrieve, tokenWorth }, { respond }, { chooseSettings, shownSettings }, reading, documents] =
    await Promise.all([
      import("../../kb/retrieve/retrieve.js"),
      import("../../kb/respond/respond.js"),
      import("../../kb/respond/decide.js"),
      import("../../kb/retrieve/reading.js"),
      import("./ask-document.js"),
    ]);
  const { config } = await ctx.workspace();
  const embedder = await loadEmbedder(ctx);
  const { index, tuned } = await loadSearch(ctx, embedder);
  const read = reading.readingOf(text);
  const asker = {
    channel: flags.channel ?? config.bot.channel,
    locale: flags.answerLocale ?? reading.replyLocaleFor(read, config.locale),
    at: flags.at ?? ctx.clock.now(),
    ...(flags.tier !== undefined && { tier: flags.tier }),
  };
  const settings = chooseSettings(config.decide.max_wrong_answer_rate, await loadTuning(ctx, tuned));
  const { channel, tier, at } = asker;
  const filter = { channel, at, ...(tier !== undefined && { tier }), fusion: settings.fusion };
  const response = await respond(text, {
    find: (words, limit) => retrieve(index, embedder, words, { ...filter, limit }),
    settings,
    channel,
  });
  const how = { asker, worth: tokenWorth(index), fallback: config.bot.fallback };
  const document: KbAskOutput = {
    ...documents.describeResponse(text, response, how),
    reading: read,
    asker,
    settings: shownSettings(settings),
  };
  if (ctx.globals().json === true) return ctx.terminal.json(document);
  const [{ basisMessage }, { printAsk }] = await Promise.all([
    import("../../kb/respond/thresholds.js"),
    import("./ask-print.js"),
  ]);
  const { key, params } = basisMessage(settings.answerThreshold, settings.basis);
  printAsk(ctx, document, ctx.t(key, params));
}

/** Adds `kefu kb ask` to the program; nothing heavy is loaded until it runs. */
export function kbAsk(parent: Command, ctx: Context): void {
  const { t } = ctx;
  parent
    .command("ask")
    .description(t("kb.ask.description"))
    .argument("<text>", t("kb.search.argument.text"), someText(t))
    .addOption(new Option("--channel <channel>", t("kb.ask.option.channel")).choices(CHANNELS))
    .option("--tier <tier>", t("kb.ask.option.tier"))
    .addOption(new Option("--answer-locale <locale>", t("kb.ask.option.answer-locale")).choices(ANSWER_LOCALES))
    .option("--at <time>", t("kb.ask.option.at"), localTime(t))
    .addHelpText("after", () => `\n${t("kb.ask.examples")}`)
    .action((text: string, flags: AskFlags) => runAsk(ctx, text, flags));
}
