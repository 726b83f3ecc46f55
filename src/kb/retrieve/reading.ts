import type { AnswerLocale } from "../../messages/locale.js";
import { detectScript, type Script } from "../../text/detect-script.js";
import { detectLanguage } from "../../text/language.js";
import { replyLocaleOf } from "../../text/reply-script.js";

/** How a text is written. */
export interface Reading {
  readonly language: ReturnType<typeof detectLanguage>;
  readonly script: Script;
  /** Language and writing of a reply, where the words tell. */
  readonly locale?: AnswerLocale;
}

/** How a text is written; `locale` only where its words tell the language and script of a reply. */
export function readingOf(text: string): Reading {
  const locale = replyLocaleOf(text);
  return { language: detectLanguage(text), script: detectScript(text), ...(locale !== undefined && { locale }) };
}

/** The locale to reply in: what the words tell, else the fallback, which Chinese that could be of either script (退款) keeps from English. */
export function replyLocaleFor(read: Reading, fallback: AnswerLocale): AnswerLocale {
  if (read.locale !== undefined) return read.locale;
  return fallback === "en" && read.language === "zh" ? "zh-CN" : fallback;
}
