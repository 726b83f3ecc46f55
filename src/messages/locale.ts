/** The languages that help and messages exist in. */
export const LOCALES = ["zh-CN", "zh-TW", "en"] as const;

/** A language that the program speaks. */
export type Locale = (typeof LOCALES)[number];

/** The languages and writings that answers may be written for, and are given in: those of messages, and Hong Kong's. */
export const ANSWER_LOCALES = ["zh-CN", "zh-TW", "zh-HK", "en"] as const;

/** A language and writing that answers may be in; Hong Kong's has no messages of its own. */
export type AnswerLocale = (typeof ANSWER_LOCALES)[number];

/** The locale of messages for readers of an answer. */
export function messageLocale(locale: AnswerLocale): Locale {
  return locale === "zh-HK" ? "zh-TW" : locale;
}

/** One message in every language; `{name}` marks a parameter. */
export type Message = Readonly<Record<Locale, string>>;

/** A text that an author wrote for some of the languages, or one text for all. */
export type LocalisedText = string | Partial<Record<Locale, string>>;

/**
 * The locale that best fits a POSIX or BCP 47 tag such as `zh_TW.UTF-8` or `zh-Hant-HK`.
 * Anything that is not Chinese is English; `undefined` for an empty tag, `C` or `POSIX`.
 */
export function parseLocale(tag: string | undefined): Locale | undefined {
  const name = (tag ?? "").split(/[.@]/)[0]!.replaceAll("_", "-").toLowerCase();
  if (name === "" || name === "c" || name === "posix") return undefined;
  if (!name.startsWith("zh")) return "en";
  return /hant|-tw|-hk|-mo/.test(name) ? "zh-TW" : "zh-CN";
}

/**
 * Picks the text for a locale: the locale itself, then the other Chinese for a Chinese locale, then whatever exists
 * in the order of {@link LOCALES}. Empty string when there is none.
 */
export function pickText(text: LocalisedText, locale: Locale): string {
  if (typeof text === "string") return text;
  const order: Locale[] = locale === "en" ? ["en", "zh-CN", "zh-TW"] : [locale, "zh-CN", "zh-TW", "en"];
  for (const name of order) {
    const found = text[name];
    if (found !== undefined) return found;
  }
  return "";
}
