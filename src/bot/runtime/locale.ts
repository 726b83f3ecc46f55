import type { Locale } from "../../messages/locale.js";
import { detectLanguage, localeOf } from "../../text/language.js";

/** The locale that a turn's own words ask for; undefined when they leave it as it is. */
export function localeOfTurn(text: string, current: { locale: Locale; told: boolean }): Locale | undefined {
  const found = localeOf(text);
  if (found === "en" && current.told && current.locale !== "en") {
    // A lone "OK" or a product's name does not turn a Chinese conversation into an English one.
    return text.trim().split(/\s+/).length >= 3 ? found : undefined;
  }
  if (found !== undefined || current.locale !== "en") return found;
  return detectLanguage(text) === "zh" ? "zh-CN" : undefined;
}
