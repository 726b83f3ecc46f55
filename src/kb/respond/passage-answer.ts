import { type AnswerLocale, messageLocale } from "../../messages/locale.js";
import { kbDocumentMessages } from "../../messages/kb/documents.js";
import { countScripts } from "../../text/detect-script.js";
import { inReplyScript } from "../../text/reply-script.js";
import { toSimplified } from "../../text/simplified.js";
import { sentencesOf } from "../../text/sentences.js";
import { chooseAnswer } from "./answer.js";
import { type Channel, type FaqEntry, isSpoken } from "../entry.js";
import { bestSentence, type Excerpt } from "../retrieve/excerpt.js";

/** What a passage has to say to a query, all of it in the caller's script. */
export interface PassageAnswer {
  /** The sentence that says it, with its place in `passage`; absent where no sentence has any of the query's words. */
  readonly sentence?: Excerpt;
  readonly passage: string;
  /** Heading path: where the passage stands. */
  readonly heading: string;
  /** What to say to the caller on this channel. */
  readonly reply: string;
}

interface PassageAudience {
  readonly channel?: Channel;
  readonly locale: AnswerLocale;
  readonly tier?: string;
}

/** A sentence with less of the query's worth is not shown as what answers it. */
const LEAST_SCORE = 0.15;
/** What is said on the telephone where no sentence stands out: whole sentences up to about so many characters. */
const SPOKEN = 120;

/** @param worth of a token among all questions of the index; see `tokenWorth` */
export function answerFromPassage(
  entry: FaqEntry,
  query: string,
  want: PassageAudience,
  worth?: (token: string) => number,
): PassageAnswer {
  const { locale, channel, tier } = want;
  const variant = chooseAnswer(entry, {
    ...(channel !== undefined && { channel }),
    ...(tier !== undefined && { tier }),
  });
  const passage = inOneScript(variant.text, locale);
  const heading = inOneScript(entry.question, locale);
  const best = bestSentence(query, passage, worth);
  const sentence = best !== undefined && best.score >= LEAST_SCORE ? best : undefined;
  const reply = isSpoken(channel) ? spokenReply(passage, sentence) : writtenReply(passage, heading, sentence, locale);
  return { ...(sentence !== undefined && { sentence }), passage, heading, reply };
}

/** Scraped text mixes scripts; an answer is in one. */
function inOneScript(text: string, locale: AnswerLocale): string {
  const { hans, hant } = countScripts(text);
  const traditional = locale === "zh-TW" || locale === "zh-HK";
  return inReplyScript(traditional && hans > 0 && hant > 0 ? toSimplified(text) : text, locale);
}

function spokenReply(passage: string, sentence: Excerpt | undefined): string {
  if (sentence !== undefined) return sentence.text;
  let end = 0;
  for (const one of sentencesOf(passage)) {
    if (end > 0 && one.end > SPOKEN) break;
    end = one.end;
  }
  return passage.slice(0, end);
}

/** The sentence quoted, the passage, where it stands. */
function writtenReply(passage: string, heading: string, sentence: Excerpt | undefined, locale: AnswerLocale): string {
  const source = kbDocumentMessages["kb.passage.source"][messageLocale(locale)].replace("{heading}", () => heading);
  const quoted = sentence === undefined || sentence.text === passage ? [] : [quote(sentence.text, locale)];
  return [...quoted, passage, source].join("\n\n");
}

function quote(text: string, locale: AnswerLocale): string {
  return locale === "zh-TW" || locale === "zh-HK" ? `「${text}」` : `“${text}”`;
}
