import type { AnswerLocale } from "../../messages/locale.js";
import { detectLanguage } from "../../text/language.js";
import { inReplyScript } from "../../text/reply-script.js";
import type { AnswerVariant, Channel, FaqEntry } from "../entry.js";
import { variantFits } from "../index/filter.js";

/** For whom an answer is meant. */
interface Audience {
  readonly channel?: Channel;
  readonly locale?: AnswerLocale;
  readonly tier?: string;
}

/**
 * The answer of an entry that suits a caller best: of those for the caller's channel and tier (or for all), the one in
 * the caller's language, then the one made for the tier, then the one made for the channel, then the first. Where none is
 * in the caller's script, the text is put into it, but for links and code; an English answer stays as it is. An entry without any answer for the caller gives its best other one.
 */
export function chooseAnswer(entry: FaqEntry, want: Audience): AnswerVariant {
  const { channel, locale, tier } = want;
  const fitting = entry.answers.filter((answer) => variantFits(answer, channel, tier));
  const general = entry.answers.filter((answer) => answer.tier === undefined);
  const from = [fitting, general, entry.answers].find((some) => some.length > 0) ?? [];
  let best: AnswerVariant | undefined;
  for (const answer of from) if (best === undefined || compare(answer, best, want) > 0) best = answer;
  if (best === undefined) throw new RangeError(`entry ${entry.id} has no answer`);
  if (locale === undefined || best.locale === locale || best.locale === "en") return best;
  return { ...best, text: inReplyScript(best.text, locale) };
}

/** Above 0 when `a` suits better. */
function compare(a: AnswerVariant, b: AnswerVariant, { channel, locale, tier }: Audience): number {
  return (
    languageFit(a, locale) - languageFit(b, locale) ||
    Number(a.tier !== undefined && a.tier === tier) - Number(b.tier !== undefined && b.tier === tier) ||
    Number(a.channel !== undefined && a.channel === channel) - Number(b.channel !== undefined && b.channel === channel)
  );
}

function languageFit(answer: AnswerVariant, locale: AnswerLocale | undefined): number {
  if (locale === undefined) return answer.locale === undefined ? 1 : 0;
  if (answer.locale === locale) return 4;
  // Hong Kong reads what was written for Taiwan rather than what is converted.
  if (locale === "zh-HK" && answer.locale === "zh-TW") return 3;
  const wanted = locale === "en" ? "en" : "zh";
  if (answer.locale !== undefined) return (answer.locale === "en" ? "en" : "zh") === wanted ? 1 : 0;
  const language = detectLanguage(answer.text);
  return language === wanted || language === "mixed" ? 2 : 0;
}
