import type { AnswerLocale } from "../messages/locale.js";
import { countScripts } from "./detect-script.js";
import { isHongKong } from "./hong-kong.js";
import { localeOf } from "./language.js";
import { normalise } from "./normalise.js";
import { inScriptOf, toTraditional } from "./script.js";
import { soundQuery } from "./sound.js";

/**
 * The locale in whose language and script a reply to the text should be, Hong Kong's among them; `undefined` when it does not
 * tell.
 */
export function replyLocaleOf(text: string): AnswerLocale | undefined {
  const locale = localeOf(text);
  if (locale === "en" && text.length <= MOST_PINYIN && isPinyin(text)) return undefined;
  return locale !== "en" && locale !== "zh-CN" && isHongKong(text) ? "zh-HK" : locale;
}

const MOST_PINYIN = 60;

/** Letters that are Chinese by its sound, or its initials: they do not ask for an answer in English. */
function isPinyin(text: string): boolean {
  const { typed } = soundQuery(normalise(text));
  return typed === "pinyin" || typed === "initials";
}

const URL_CHARACTERS = String.raw`[\w\-.~:/?#[\]@!$&'()*+,;=%]`;

/**
 * What is no prose: code, addresses of pages and mail, link targets, tags, placeholders. A bare address ends where Chinese
 * begins, unless more of a path follows (https://a.example/帮助/退款.html).
 */
const KEPT = new RegExp(
  [
    "```[\\s\\S]*?(?:```|(?![\\s\\S]))|~~~[\\s\\S]*?(?:~~~|(?![\\s\\S]))",
    "`[^`\\n]+`",
    "\\]\\((?:[^()\\n]|\\([^()\\n]*\\))*\\)",
    "^\\s*\\[[^\\]\\n]+\\]:\\s*\\S+",
    "<[a-z/!][^<>\\n]*>",
    `(?:https?://|www\\.)${URL_CHARACTERS}+(?:[\\p{L}\\p{N}]+(?:[/?=&#%_-]|\\.[a-z0-9])${URL_CHARACTERS}*)*`,
    "\\{[\\p{L}\\p{N}_.-]+\\}",
  ].join("|"),
  "gimu",
);

/** The text in the script that readers of a locale expect; code, links and placeholders stay as they are. English stays too. */
export function inReplyScript(text: string, locale: AnswerLocale): string {
  if (locale === "en" || !/\p{Script=Han}/u.test(text)) return text;
  // Which way a text is written is told by all of it, not by what stands between two links.
  const convert = converter(text, locale);
  let out = "";
  let from = 0;
  for (const kept of text.matchAll(KEPT)) {
    out += convert(text.slice(from, kept.index)) + kept[0];
    from = kept.index + kept[0].length;
  }
  return out + convert(text.slice(from));
}

function converter(text: string, locale: Exclude<AnswerLocale, "en">): (piece: string) => string {
  if (locale === "zh-CN") return (piece) => inScriptOf(piece, "zh-CN");
  const { hans, hant } = countScripts(text);
  // Traditional text stays as it was written: converting it once more would only do harm (皇后 is no 皇後).
  if (hant > hans) return (piece) => piece;
  return (piece) => toTraditional(piece, locale === "zh-HK" ? "HK" : "TW");
}
