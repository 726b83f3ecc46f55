import { ARABIC, CHINESE_AMOUNT, decimal } from "./numbers.js";
import { isBetween, JOIN, valueOf } from "./range-parts.js";
import { scan } from "./scan.js";
import type { Found } from "./span.js";

const SIGN = String.raw`(?: ?%| per ?cent\b)`;
/** 5%-8%, 5-8%, 5 to 8 percent; "and" and 和 only where between or 之间 stands. */
const SIGNS = new RegExp(
  String.raw`(?<![\w.,]|[\d%] ?[-~–—])(${ARABIC})(${SIGN})?(${JOIN}| and |[和与與跟])(${ARABIC})${SIGN}`,
  "giu",
);
/** 百分之五到百分之八, 百分之五到八 */
const WORDS = new RegExp(`百分之(${CHINESE_AMOUNT}|${ARABIC})${JOIN}(?:百分之)?(${CHINESE_AMOUNT}|${ARABIC})`, "giu");

/** Percentages from one to another; the value is `5%/8%`. */
export function findPercentRanges(text: string): Found[] {
  const found: Found[] = [];
  const push = ({ index, 0: words }: RegExpExecArray, from: string, to: string): void => {
    const [least, most] = [valueOf(from), valueOf(to)];
    if (!(least < most)) return;
    const value = `${decimal(least)}%/${decimal(most)}%`;
    found.push({ kind: "percent_range", start: index, end: index + words.length, value });
  };
  for (const match of scan(text, /%|cent/i, SIGNS)) {
    const [words, from, , link, to] = match;
    if (link === " and " && !isBetween(text, match.index)) continue;
    const behind = text.slice(match.index + words.length);
    if (/^[和与與跟]$/u.test(link!) && !/^ ?之[间間]/u.test(behind)) continue;
    push(match, from!, to!);
  }
  for (const match of scan(text, /百分之/, WORDS)) push(match, match[1]!, match[2]!);
  return found;
}
