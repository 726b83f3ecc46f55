import { NUMERAL, parseNumeral } from "./numerals.js";
import type { Found } from "./span.js";

const ARABIC = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const CHINESE = `[${NUMERAL}]+(?:[点點][零〇一二三四五六七八九]+)?`;
const MULTIPLIERS = new Map([
  ["百", 1e2],
  ["千", 1e3],
  ["k", 1e3],
  ["万", 1e4],
  ["萬", 1e4],
  ["w", 1e4],
  ["亿", 1e8],
  ["億", 1e8],
]);
const MEASURE =
  "个|個|件|张|張|天|次|位|名|笔|筆|元|块|塊|条|條|台|臺|份(?!子)|人|期|小时|小時|分钟|分鐘|周|週|年|瓶|盒|箱|套(?!路)|页|頁|倍|折|级|級|层|層|岁|歲|部(?!分)|只|隻|号|號|斤|公斤|米";

const NUMBER = new RegExp(
  String.raw`(?<![A-Za-z0-9_.,])(?<!\d[-/:])(${ARABIC})(?:([百千万萬亿億])(?![${NUMERAL}])|(?![\d_A-Za-z]|[.,:/-]\d))`,
  "gu",
);
const CHINESE_NUMBER = new RegExp(`(?<![第双雙${NUMERAL}])(${CHINESE})(?![${NUMERAL}])`, "gu");
const FOLLOWED_BY_MEASURE = new RegExp(`^(?:${MEASURE})`, "u");

const SYMBOLS: readonly [pattern: string, currency: string, region?: Found["region"]][] = [
  [String.raw`NT\$|TWD|NTD|新台[币幣]|新臺幣|台[币幣]|臺幣`, "TWD", "TW"],
  [String.raw`HK\$|HKD|港[币幣元]`, "HKD", "HK"],
  [String.raw`MOP\$?|澳门[币元]|澳門[幣元]`, "MOP", "MO"],
  [String.raw`US\$|USD|\$|美元|美金|US dollars?|dollars?`, "USD"],
  [String.raw`[¥￥]|RMB|CNY|人民[币幣]|yuan`, "CNY", "CN"],
];
// 块 counts other things too (3块电池): it is money before 钱, the end, a digit, or a word that no such thing starts with.
const YUAN = String.raw`元(?![旦素件宵])|圆|圓|[块塊](?:[钱錢]|(?=$|[^\p{Script=Han}]|[的了吗嗎呢吧多左以就能到退给給红紅优優话話减減一二三四五六七八九]))`;
const UNITS = `${SYMBOLS.map(([pattern]) => pattern).join("|")}|${YUAN}`;
const AMOUNT = String.raw`(?:(${ARABIC})([百千万萬亿億kKwW](?![A-Za-z]))?|(${CHINESE}))`;
const BEFORE_AMOUNT = SYMBOLS.map(([pattern]) => pattern).join("|");
const PREFIXED = new RegExp(String.raw`(?<![A-Za-z])(${BEFORE_AMOUNT}) ?${AMOUNT}(?![\d.,]*\d)(?:元)?`, "giu");
const SUFFIXED = new RegExp(
  String.raw`(?<![A-Za-z0-9.,${NUMERAL}])${AMOUNT} ?(${UNITS})(?![A-Za-z])(?:(\d|[一二三四五六七八九])(?![\d.${NUMERAL}\p{Script=Han}])|(\d|[一二三四五六七八九])[角毛])?`,
  "giu",
);

/** Numbers, Arabic (with thousands commas, 1.5万) and Chinese; the value is a decimal number. */
export function findNumbers(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const amount = arabicValue(match[1]!, match[2]);
    found.push({ kind: "number", start: match.index, end: match.index + match[0].length, value: decimal(amount) });
  }
  for (const match of text.matchAll(CHINESE_NUMBER)) {
    const end = match.index + match[0].length;
    const amount = parseNumeral(match[1]!);
    // One character alone is a number only where it counts something: 三个, but not 一样.
    if (amount === undefined || (match[1]!.length === 1 && !FOLLOWED_BY_MEASURE.test(text.slice(end)))) continue;
    found.push({ kind: "number", start: match.index, end, value: decimal(amount) });
  }
  return found;
}

/** Amounts of money; the value is the amount and the ISO 4217 code, `99.5 CNY`. 元 and 块 count as CNY. */
export function findMoney(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(PREFIXED)) {
    push(found, match, match[1]!, amountOf(match[2], match[3], match[4]));
  }
  for (const match of text.matchAll(SUFFIXED)) {
    const amount = amountOf(match[1], match[2], match[3]);
    const tenths = match[5] ?? match[6];
    const extra = tenths === undefined ? 0 : (parseNumeral(tenths) ?? Number(tenths)) / 10;
    push(found, match, match[4]!, amount === undefined ? undefined : amount + extra);
  }
  return found;
}

function push(found: Found[], match: RegExpExecArray, unit: string, amount: number | undefined): void {
  if (amount === undefined) return;
  const named = SYMBOLS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, "iu").test(unit));
  const region = named === undefined ? undefined : named[2];
  const value = `${decimal(amount)} ${named?.[1] ?? "CNY"}`;
  const place = { kind: "money" as const, start: match.index, end: match.index + match[0].length, value };
  found.push(region === undefined ? place : { ...place, region });
}

function amountOf(arabic?: string, multiplier?: string, chinese?: string): number | undefined {
  return arabic !== undefined ? arabicValue(arabic, multiplier) : parseNumeral(chinese!);
}

function arabicValue(digits: string, multiplier: string | undefined): number {
  return Number(digits.replaceAll(",", "")) * (MULTIPLIERS.get(multiplier?.toLowerCase() ?? "") ?? 1);
}

/** Without the noise that 1.1 × 10000 leaves in binary. */
function decimal(value: number): string {
  return String(Number(value.toFixed(6)));
}
