import { type Channel, isSpoken } from "../../kb/entry.js";
import { choiceLine, confirmation, menuIntro, say } from "../../kb/respond/respond-words.js";
import { formatLocation } from "../../messages/errors.js";
import type { Context } from "../context.js";
import type { KbAskOutput } from "./ask-schemas.js";

type Part = NonNullable<KbAskOutput["parts"]>[number];
type Told = Pick<Part, "answer" | "choices" | "reason" | "confidence"> & { readonly keyword: string };

/** A score with two digits, or as many as it takes not to look as if it reached a threshold that it does not (.6899 is below .69). */
export function shownScore(score: number, threshold: number): string {
  const digits = [2, 3, 4].find((count) => Number(score.toFixed(count)) >= threshold === score >= threshold);
  return score.toFixed(digits ?? 6);
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

/** An answer or choices. @param from number of choices that stand before these */
function printTold(
  ctx: Context,
  { answer, choices = [], reason, keyword, ...told }: Told,
  { asker, settings: { answerThreshold } }: Pick<KbAskOutput, "asker" | "settings">,
  from = 0,
): void {
  const { t, terminal } = ctx;
  const confidence = shownScore(told.confidence, answerThreshold);
  const { channel, locale } = asker;
  if (answer !== undefined) {
    const { id, question, source } = answer;
    terminal.note(t("kb.ask.answer", { confidence, id, question }));
    printAnswer(ctx, answer, channel);
    const heading = answer.kind === "passage" ? ` › ${source.heading ?? question}` : "";
    terminal.note(t("kb.ask.source", { source: `${formatLocation(source)}${heading}` }));
    return;
  }
  terminal.note(t(reason === "keyword" ? "kb.ask.menu" : "kb.ask.clarify", { confidence }));
  const [only, ...others] = choices;
  if (only !== undefined && others.length === 0 && from === 0) {
    const line = confirmation(only.wording, locale, channel);
    return terminal.print(`${line}${terminal.style.dim(`  ${only.id}  ${shownScore(only.score, answerThreshold)}`)}`);
  }
  terminal.print(menuIntro(reason === "keyword" ? keyword : undefined, locale));
  choices.forEach(({ id, wording, score }, at) => {
    const line = choiceLine(from + at + 1, wording, locale, channel);
    terminal.print(`${line}${terminal.style.dim(`  ${id}  ${shownScore(score, answerThreshold)}`)}`);
  });
}

function printAbstained(ctx: Context, { confidence, reason, talk, fallback, best, settings }: KbAskOutput): void {
  const { t, terminal } = ctx;
  if (talk !== undefined) terminal.note(t("kb.ask.small-talk", { kind: t(`kb.dialog.kind.${talk}`) }));
  else if (reason === "out-of-domain") terminal.note(t("kb.ask.out-of-domain"));
  else if (reason === "empty") terminal.note(t("kb.ask.empty"));
  else terminal.note(t("kb.ask.abstain", { confidence: shownScore(confidence, settings.clarifyThreshold) }));
  terminal.print(fallback ?? "");
  if (best !== undefined && reason === "unsure") {
    terminal.note(t("kb.ask.nearest", { id: best.id, question: best.question }));
  }
}

function printParts(ctx: Context, parts: readonly Part[], document: KbAskOutput): void {
  const { t, terminal } = ctx;
  const { asker, rest } = document;
  terminal.note(t("kb.ask.parts", { n: parts.length }));
  let offered = 0;
  parts.forEach((part, at) => {
    const { text, searched } = part;
    terminal.print();
    const heading = t(searched === text ? "kb.ask.part" : "kb.ask.part-searched", { n: at + 1, text, searched });
    terminal.print(terminal.style.bold(heading));
    printTold(ctx, { ...part, keyword: text }, document, offered);
    offered += part.choices?.length ?? 0;
  });
  if (rest !== undefined) {
    terminal.print();
    terminal.print(say(asker.locale, "kb.dialog.rest", { rest }));
  }
}

/**
 * What the caller would read on stdout, and on stderr why.
 * @param basis the sentence about the threshold that decided
 */
export function printAsk(ctx: Context, document: KbAskOutput, basis: string): void {
  if (document.parts !== undefined) printParts(ctx, document.parts, document);
  else if (document.decision === "abstain") printAbstained(ctx, document);
  else
    printTold(
      ctx,
      { ...document, reason: document.reason === "keyword" ? "keyword" : "near", keyword: document.query.trim() },
      document,
    );
  // No threshold had a say in small talk.
  if (document.talk === undefined && document.reason !== "empty") ctx.terminal.note(basis);
}
