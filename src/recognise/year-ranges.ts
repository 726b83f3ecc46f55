import { DIGIT_NUMERAL, readNumeral } from "./numerals.js";
import { JOIN } from "./range-parts.js";
import { scan } from "./scan.js";
import type { Found } from "./span.js";

const YEAR = String.raw`(?:\d{4}|[${DIGIT_NUMERAL}]{4})`;
/** 2023–2025年, 2023年到2025年; not 2023年到2025年3月, whose ends are of two kinds. */
const CHINESE = new RegExp(
  String.raw`(?<![\w.:/–-])(?<![${DIGIT_NUMERAL}])(${YEAR})(?: ?年)?${JOIN}(${YEAR}) ?年(?![级級代]| ?[\d一二三四五六七八九十]+ ?月)`,
  "giu",
);
// What follows may say that something is counted: from 2010 to 2050 employees.
const ENGLISH = new RegExp(
  String.raw`\b(?:(?:from|in|during|years) (\d{4})${JOIN}|between (\d{4}) and )(\d{4})(?![\w%]|[-.,:/]\d| (?!is\b|was\b|has\b|this\b)[a-z]+s\b| (?:yuan|rmb|cny|usd|eur|gbp|hkd|twd|people|children|percent)\b)`,
  "gi",
);
/** Years that callers speak of. */
const [FIRST, LAST] = [1900, 2099];

/** Years from one to another: 2023–2025年, from 2019 to 2023; the value is `2019/2023`. */
export function findYearRanges(text: string): Found[] {
  const found: Found[] = [];
  const push = (start: number, end: number, from: number, to: number): void => {
    if (from < FIRST || to > LAST || !(from < to)) return;
    found.push({ kind: "date_range", start, end, value: `${from}/${to}` });
  };
  for (const match of scan(text, /年/, CHINESE)) {
    push(match.index, match.index + match[0].length, readNumeral(match[1]!), readNumeral(match[2]!));
  }
  for (const match of scan(text, /\d{4}/, ENGLISH)) {
    const from = match[1] ?? match[2]!;
    const end = match.index + match[0].length;
    push(match.index + match[0].indexOf(from), end, Number(from), Number(match[3]));
  }
  return found;
}
