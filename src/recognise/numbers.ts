import { ENGLISH_NUMERAL, parseEnglishNumeral } from "./english-numerals.js";
import { isIdiom } from "./idioms.js";
import { NUMERAL, parseNumeral } from "./numerals.js";
import type { Found } from "./span.js";
import { scan } from "./scan.js";

/** Arabic digits with thousands commas and a decimal part, and Chinese numerals, for use inside a regular expression. */
export const ARABIC = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
export const CHINESE_AMOUNT = `[${NUMERAL}]+(?:[点點][零〇一二三四五六七八九]+)?`;
const MULTIPLIERS = new Map([
  ["百", 1e2],
  ["千", 1e3],
  ["k", 1e3],
  ["万", 1e4],
  ["萬", 1e4],
  ["w", 1e4],
  ["亿", 1e8],
  ["億", 1e8],
  ["m", 1e6],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);
/** Behind Arabic digits, with a space before the English ones. */
export const MULTIPLIER = String.raw`(?: ?(?:thousand|million|billion)\b|[百千万萬亿億])`;
const MEASURE =
  "个|個|件|张|張|天|次|位|名|笔|筆|元|块|塊|条|條|台|臺|份(?!子)|人|期|小时|小時|分钟|分鐘|周|週|年|瓶|盒|箱|套(?!路)|页|頁|倍|折|级|級|层|層|岁|歲|部(?!分)|只|隻|号|號|斤|公斤|米|杯|碗|桌|辆|輛|间(?!接)|間(?!接)|晚(?!上|[点點])";

const NUMBER = new RegExp(
  String.raw`(?<![A-Za-z0-9_.,])(?<!\d[-/:])([负負]?)(${ARABIC})(?:(${MULTIPLIER})(?![${NUMERAL}])(?:(\d)(?![\d.,:A-Za-z%]|${MEASURE}|[月日点點]))?|(?![\d_A-Za-z]|[.,:/-]\d))`,
  "gu",
);
const CHINESE_NUMBER = new RegExp(`(?<![第双雙${NUMERAL}])([负負]?)(${CHINESE_AMOUNT})(?![${NUMERAL}])`, "gu");
const ENGLISH_NUMBER = new RegExp(String.raw`(?<![\w-])${ENGLISH_NUMERAL}(?![\w-])`, "gi");
const FOLLOWED_BY_MEASURE = new RegExp(`^(?:${MEASURE})`, "u");
/** 三分之一, 百分之五: the parts of a fraction are no numbers of their own. */
const FRACTION = /^分之/;
const DENOMINATOR = /分之$/;

/** Numbers, Arabic (with thousands commas, 1.5万), Chinese and English; the value is a decimal number. */
export function findNumbers(text: string): Found[] {
  const found: Found[] = [];
  const push = (match: RegExpExecArray, value: number): void => {
    found.push({ kind: "number", start: match.index, end: match.index + match[0].length, value: decimal(value) });
  };
  for (const match of text.matchAll(NUMBER)) {
    // 1万2 is 12000, as 一万二 is.
    const tenths = Number(match[4] ?? 0) / 10;
    const amount = arabicValue(match[2]!, match[3]) + tenths * arabicValue("1", match[3]);
    push(match, match[1] === "" ? amount : -amount);
  }
  for (const match of text.matchAll(CHINESE_NUMBER)) {
    const [end, negative] = [match.index + match[0].length, match[1] !== ""];
    const amount = parseNumeral(match[2]!);
    const rest = text.slice(end, end + 4);
    if (amount === undefined || isIdiom(text, match.index)) continue;
    if (FRACTION.test(rest) || DENOMINATOR.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    // One character alone is a number only where it counts something: 三个, but not 一样.
    if (!negative && match[2]!.length === 1 && !FOLLOWED_BY_MEASURE.test(rest)) continue;
    push(match, negative ? -amount : amount);
  }
  for (const match of scan(text, /[a-z]{3}/i, ENGLISH_NUMBER)) {
    const amount = parseEnglishNumeral(match[0]);
    // "one" is more often a word (this one, no one) than a number.
    if (amount !== undefined && amount !== 1) push(match, amount);
  }
  return found;
}

/** The value of an amount from the groups of a match: Arabic digits with or without a multiplier, or a Chinese numeral. */
export function amountOf(arabic?: string, multiplier?: string, chinese?: string): number | undefined {
  return arabic !== undefined ? arabicValue(arabic, multiplier) : parseNumeral(chinese!);
}

function arabicValue(digits: string, multiplier: string | undefined): number {
  return Number(digits.replaceAll(",", "")) * (MULTIPLIERS.get(multiplier?.trim().toLowerCase() ?? "") ?? 1);
}

/** Without the noise that 1.1 × 10000 leaves in binary. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(6)));
}
