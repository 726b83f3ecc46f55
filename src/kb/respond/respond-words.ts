import { type MessageKey, type MessageParams, translate } from "../../messages/catalogue.js";
import { type AnswerLocale, messageLocale } from "../../messages/locale.js";
import { detectLanguage } from "../../text/language.js";
import { inReplyScript } from "../../text/reply-script.js";
import { asks, foldedInPlace } from "../retrieve/compound-words.js";
import { type Channel, type FaqEntry, isSpoken } from "../entry.js";
import { type SmallTalkKind, smallTalkOf } from "./small-talk.js";

/** A message for the reader of an answer; for Hong Kong the mainland's words in its characters, which it shares sooner than Taiwan's. */
export function say(locale: AnswerLocale, key: MessageKey, params: MessageParams = {}): string {
  if (locale !== "zh-HK") return translate(messageLocale(locale), key, params);
  return inReplyScript(translate("zh-CN", key, params), "zh-HK")
    .replaceAll("“", "「")
    .replaceAll("”", "」");
}

/** What is said to small talk where no entry, reply or flow has something better. */
export function talkReply(kind: SmallTalkKind, locale: AnswerLocale): string {
  return say(locale, `kb.dialog.talk.${kind}`);
}

/** The question in the caller's language where the entry has it so, else as it stands; Chinese in the caller's script. */
export function wordingFor(
  { question, similar }: Pick<FaqEntry, "question" | "similar">,
  locale: AnswerLocale,
): string {
  const fits = locale === "en" ? ["en"] : ["zh", "mixed"];
  const own = [question, ...similar].find((wording) => fits.includes(detectLanguage(wording)));
  return inReplyScript(own ?? question, locale);
}

/** A choice as a question: one that asks already as it is, a heading or a keyword in a question of ours. */
function asQuestion(wording: string, locale: AnswerLocale): string {
  const folded = foldedInPlace(wording.trim());
  return asks(folded) ? wording : say(locale, "kb.dialog.topic", { topic: wording });
}

/** One line of a menu as the channel needs it. @param n its number, from 1 */
export function choiceLine(n: number, wording: string, locale: AnswerLocale, channel?: Channel): string {
  const question = asQuestion(wording, locale);
  if (channel === "keypad") return say(locale, "kb.dialog.choice-keypad", { n, question: ended(question, locale) });
  return say(locale, channel === "voice" ? "kb.dialog.choice-voice" : "kb.dialog.choice", { n, question });
}

/** Asks whether the one entry that is near is meant; a yes to it is one of {@link isYes}. */
export function confirmation(wording: string, locale: AnswerLocale, channel?: Channel): string {
  const question = wording.trim().replace(/[。？！?!.]+$/u, "");
  return say(locale, channel === "keypad" ? "kb.dialog.confirm-keypad" : "kb.dialog.confirm", { question });
}

/** Whether a reply to a {@link confirmation} agrees. */
export const isYes = (text: string): boolean => smallTalkOf(text) === "acknowledgement";

/** With a mark at its end, so that more can follow. */
function ended(question: string, locale: AnswerLocale): string {
  return /[。？！?!.]$/.test(question) ? question : `${question}${locale === "en" ? "?" : "？"}`;
}

/** What introduces the choices of a menu. */
export function menuIntro(keyword: string | undefined, locale: AnswerLocale): string {
  return keyword === undefined
    ? say(locale, "kb.dialog.choose")
    : say(locale, "kb.dialog.choose-topic", { keyword: inReplyScript(keyword, locale) });
}

/** What introduces the answer to one question of several, in the caller's own words. */
export function partIntro(text: string, locale: AnswerLocale, channel?: Channel): string {
  return say(locale, isSpoken(channel) ? "kb.dialog.part-spoken" : "kb.dialog.part", { text });
}
