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

export function readingOf(text: string): Reading {
  const locale = replyLocaleOf(text);
  return { language: detectLanguage(text), script: detectScript(text), ...(locale !== undefined && { locale }) };
}
