import type { Locale } from "../messages/locale.js";
import { isDigit, isHan, isLatin, isMark, isWord } from "./characters.js";
import { countScripts } from "./detect-script.js";

type Language = "zh" | "en" | "mixed" | "other";

/**
 * `zh`: Han characters, and of Latin script only single letters and names with digits (A套餐, 5G); `en`: Latin words
 * alone; `mixed`: both; `other`: no letters, or letters of other scripts (kana make a text Japanese, not Chinese).
 */
export function detectLanguage(text: string): Language {
  const { han, latin, other } = countLetters(text);
  if (other > 0 && other >= latin) return "other";
  if (han > 0) return latin > 0 ? "mixed" : "zh";
  return latin > 0 ? "en" : "other";
}

/**
 * The locale in whose language and script a reply to the text should be; `undefined` when it does not tell: no letters,
 * another language, or Chinese whose characters are the same in both scripts (我要退款). Mixed text counts as Chinese
 * unless it has more Latin words than Han characters.
 */
export function localeOf(text: string): Locale | undefined {
  const language = detectLanguage(text);
  if (language === "other") return undefined;
  const { han, latin } = countLetters(text);
  if (language === "en" || latin > han) return "en";
  const { hans, hant } = countScripts(text);
  if (hans === hant) return undefined;
  return hans > hant ? "zh-CN" : "zh-TW";
}

/** Han characters, Latin words of two letters or more (a word with a digit is a name, not language), other letters. */
function countLetters(text: string): { han: number; latin: number; other: number } {
  const count = { han: 0, latin: 0, other: 0 };
  let letters = 0;
  let digits = 0;
  const endWord = (): void => {
    if (letters > 1 && digits === 0) count.latin++;
    letters = digits = 0;
  };
  for (const character of text.normalize("NFKC")) {
    const point = character.codePointAt(0)!;
    if (isLatin(point)) letters++;
    else if (isDigit(point)) digits++;
    else {
      endWord();
      if (isHan(point)) count.han++;
      else if (isWord(point) && !isMark(point)) count.other++;
    }
  }
  endWord();
  return count;
}
