import { ARABIC, CHINESE_AMOUNT, decimal } from "./numbers.js";
import { valueOf } from "./range-parts.js";
import { scan } from "./scan.js";
import type { Found } from "./span.js";

const SIGNED = new RegExp(String.raw`(?<![\w.,])(${ARABIC})(?: ?%| per ?cent\b|趴(?!车|車|在|着|著|下))`, "giu");
const WORDS = new RegExp(`百分之(${CHINESE_AMOUNT}|${ARABIC})`, "giu");

/** Percentages: 3.5%, 百分之三点五, 5 percent, 8趴; the value is `3.5%`. */
export function findPercents(text: string): Found[] {
  const matches = [...scan(text, /%|cent|趴/i, SIGNED), ...scan(text, /百分之/, WORDS)];
  return matches.flatMap(({ index, 0: words, 1: amount }): Found[] => {
    const percent = valueOf(amount!);
    if (percent === undefined || Number.isNaN(percent)) return [];
    return [{ kind: "percent", start: index, end: index + words.length, value: `${decimal(percent)}%` }];
  });
}
