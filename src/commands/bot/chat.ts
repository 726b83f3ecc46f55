import path from "node:path";
import { randomUUID } from "node:crypto";
import { InvalidArgumentError, Option, type Command } from "commander";
import type { Bot, Session } from "../../bot/runtime/bot.js";
import type { TurnResult } from "../../bot/runtime/turn.js";
import { CHANNELS, type Channel } from "../../kb/entry.js";
import { emotionName } from "../../nlu/emotion/emotion.js";
import type { Context } from "../context.js";
import type { BotChatOutput } from "./schemas.js";

interface ChatOptions {
  readonly bundle?: string;
  readonly channel?: Channel;
  readonly caller: Readonly<Record<string, string>>;
  readonly record: boolean;
}

/** Adds one turn to the day's file of records, masked. */
async function appendRecord(
  ctx: Context,
  folder: string,
  meta: { session: string; turn: number; channel: string; text: string },
  result: TurnResult,
): Promise<void> {
  const { formatRecord } = await import("../../records/record.js");
  const { handover } = result;
  const time = ctx.clock.now();
  const line = formatRecord({
    id: `${meta.session}-${meta.turn}`,
    session: meta.session,
    turn: meta.turn,
    time,
    channel: meta.channel,
    locale: result.locale,
    text: meta.text,
    decision: result.decision,
    entry: result.entry ?? null,
    intent: result.intent ?? null,
    confidence: Math.round(result.confidence * 1000) / 1000,
    answer: result.text,
    emotion: result.emotion?.label ?? null,
    handover: handover ? { group: handover.group, priority: handover.priority, reason: handover.reason } : null,
    resolved: null,
  });
  await ctx.files.append(path.join(folder, `${time.slice(0, 10)}.jsonl`), line);
}

function describe(result: TurnResult): string {
  const { decision, entry, intent, confidence, emotion, actions } = result;
  const calls = actions.map(({ name, ok, reason }) => `${name}: ${ok ? "ok" : (reason ?? "failed")}`);
  const felt = emotion && emotion.label !== "neutral" && emotionName(emotion);
  return [decision, entry, intent && `#${intent}`, confidence.toFixed(2), felt, ...calls].filter(Boolean).join(" · ");
}

function show(ctx: Context, result: TurnResult, interactive: boolean): void {
  const { terminal, t } = ctx;
  if (result.text !== "") terminal.print(result.text);
  const { handover } = result;
  if (handover) {
    const { group, priority, reason } = handover;
    terminal.print(terminal.style.cyan(t("bot.chat.handover", { group, priority, reason })));
  }
  const details = describe(result);
  if (interactive) terminal.print(terminal.style.dim(details));
  else terminal.note(terminal.noteStyle.dim(details));
}

async function openBot(ctx: Context, bundle: string | undefined): Promise<{ bot: Bot; records: string | undefined }> {
  const { loadActions, loadBundleParts, loadAnsweringBot, optionalWorkspace } = await import("./load-bot.js");
  const { createBot } = await import("../../bot/runtime/bot.js");
  const parts = bundle === undefined ? await loadAnsweringBot(ctx) : await loadBundleParts(ctx, bundle);
  const workspace = await optionalWorkspace(ctx);
  if (workspace === undefined) ctx.terminal.note(ctx.t("bot.chat.no-actions"));
  const bot = createBot(parts, { actions: await loadActions(ctx), now: () => ctx.clock.now() });
  return { bot, records: workspace?.layout.records };
}

async function runChat(ctx: Context, options: ChatOptions): Promise<void> {
  const { bot, records } = await openBot(ctx, options.bundle);
  const { readLines } = await import("../../adapters/terminal/lines.js");
  const json = ctx.globals().json === true;
  const { interactive } = ctx.terminal;
  const channel = options.channel ?? bot.definition.channel;
  const chat: Session = bot.start({ channel, caller: options.caller });
  const session = `s-${randomUUID()}`;
  const turns: BotChatOutput["turns"] = [];
  if (interactive) ctx.terminal.note(ctx.t("bot.chat.begin", { name: bot.definition.name }));
  for await (const line of readLines("> ", interactive)) {
    const text = line.trim();
    if (text === "") continue;
    if (text === "/quit" || text === "/exit") break;
    // Of a pipe nobody has seen the line that is answered.
    if (!interactive && !json) ctx.terminal.note(ctx.terminal.noteStyle.dim(`> ${text}`));
    const result = await bot.turn(chat, text);
    if (options.record && records !== undefined) {
      const meta = { session, turn: turns.length + 1, channel, text };
      await appendRecord(ctx, records, meta, result);
    }
    turns.push(toDocument(text, result));
    if (!json) show(ctx, result, interactive);
  }
  if (json) ctx.terminal.json({ turns } satisfies BotChatOutput);
}

function toDocument(user: string, result: TurnResult): BotChatOutput["turns"][number] {
  const { decision, text, entry, intent, confidence, emotion, locale, handover } = result;
  return {
    user,
    decision,
    text,
    entry: entry ?? null,
    intent: intent ?? null,
    confidence,
    emotion: emotion ?? null,
    locale,
    actions: result.actions.map(({ name, ok }) => ({ name, ok })),
    handover: handover ? { group: handover.group, priority: handover.priority, reason: handover.reason } : null,
  };
}

/** Adds `kefu bot chat` to the program; nothing heavy is loaded until it runs. */
export function botChat(parent: Command, ctx: Context): void {
  const { t } = ctx;
  const fact = (text: string, facts: Readonly<Record<string, string>>): Record<string, string> => {
    const [, name, value] = /^([\p{L}\p{N}_-]+)=(.*)$/u.exec(text) ?? [];
    if (name === undefined || value === undefined) throw new InvalidArgumentError(t("bot.chat.bad-fact"));
    return { ...facts, [name]: value };
  };
  parent
    .command("chat")
    .description(t("bot.chat.description"))
    .option("--bundle <file>", t("bot.option.bundle"))
    .addOption(new Option("--channel <channel>", t("bot.chat.channel")).choices(CHANNELS))
    .addOption(new Option("--caller <fact>", t("bot.chat.caller")).argParser(fact).default({}, ""))
    .option("--no-record", t("bot.chat.no-record"))
    .addHelpText("after", () => `\n${t("bot.chat.examples")}`)
    .action((options: ChatOptions) => runChat(ctx, options));
}
