import type { AnswerLocale, Locale } from "../../messages/locale.js";
import { isTaiwan } from "../../text/hong-kong.js";
import { detectLanguage } from "../../text/language.js";
import { replyLocaleOf } from "../../text/reply-script.js";

/** The locale that a turn's own words ask for; undefined when they leave it as it is. */
export function localeOfTurn(
  text: string,
  current: { locale: Locale; told: boolean; hongKong?: boolean },
): AnswerLocale | undefined {
  const found = replyLocaleOf(text);
  // Who has written as in Hong Kong still does in words that Taiwan shares.
  if (found === "zh-TW" && current.hongKong === true && !isTaiwan(text)) return "zh-HK";
  if (found === "en" && current.told && current.locale !== "en") {
    // A lone "OK" or a product's name does not turn a Chinese conversation into an English one.
    return text.trim().split(/\s+/).length >= 3 ? found : undefined;
  }
  if (found !== undefined || current.locale !== "en") return found;
  return detectLanguage(text) === "zh" ? "zh-CN" : undefined;
}
