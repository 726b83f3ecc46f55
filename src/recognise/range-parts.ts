import { ENGLISH_NUMERAL, parseEnglishNumeral } from "./english-numerals.js";
import { amountOf, ARABIC, CHINESE_AMOUNT } from "./numbers.js";
import { DIGIT_NUMERAL, NUMERAL, parseNumeral } from "./numerals.js";

/** A part of a text; the end is exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What stands between the ends of a range, for use inside a regular expression (with `i`). */
export const JOIN = String.raw`(?: ?[-–—~〜] ?| ?[至到] ?| (?:to|through|until|till) )`;
const JOINED = new RegExp(`^${JOIN}$`, "i");
/** No more than the longest of these. */
const FARTHEST = 9;
const BETWEEN = /\bbetween (?:the )?$/i;

/** Whether the words between two places make a range of them: 至, to; and where "between" or 之间 says so. */
function joins(text: string, first: Place, second: Place): boolean {
  const words = text.slice(first.end, second.start);
  if (JOINED.test(words)) return true;
  if (/^ and $/i.test(words)) return isBetween(text, first.start);
  return /^[和与與跟]$/.test(words) && /^ ?之[间間]/.test(text.slice(second.end, second.end + 3));
}

/** Whether "between" stands before a place. */
export function isBetween(text: string, start: number): boolean {
  return BETWEEN.test(text.slice(Math.max(0, start - 12), start));
}

/** Places of which the second ends a range that the first begins. */
export function pairs<T extends Place>(text: string, places: readonly T[]): (readonly [T, T])[] {
  const byStart = new Map<number, T[]>();
  for (const place of places) byStart.set(place.start, [...(byStart.get(place.start) ?? []), place]);
  return places.flatMap((first) =>
    Array.from({ length: FARTHEST }, (_, gap) => byStart.get(first.end + gap + 1) ?? [])
      .flat()
      .filter((second) => joins(text, first, second))
      .map((second) => [first, second] as const),
  );
}

/** A number before the second end of a range, whose words say what both count: the 3 of 3-5天, the 两 of 两三天. */
export interface ShortEnd {
  readonly start: number;
  readonly amount: string;
  /** Where the second end begins. */
  readonly second: number;
  /** Two numerals in a row. */
  readonly neighbours: boolean;
}

const UNIT = "[百千万萬亿億]|[kKwW](?![A-Za-z])";
const AMOUNT = `(?:${ARABIC}(?:${UNIT})?|${CHINESE_AMOUNT}|${ENGLISH_NUMERAL})`;
// Neither a piece of a longer number nor the middle of a row (10-20-30).
const SHORT = new RegExp(
  String.raw`(?<![\w第${NUMERAL}])(?<![\w${NUMERAL}] ?[-~.,:/])(${AMOUNT})(?:${JOIN}|( or )|( and ))(?=(${AMOUNT}))`,
  "giu",
);
const NEIGHBOURS = new RegExp(
  `(?<![第${NUMERAL}])([一二两兩三四五六七八])([二两兩三四五六七八九])(?![两兩${DIGIT_NUMERAL}])`,
  "gu",
);
const LEAD = new RegExp(`^${AMOUNT}`, "iu");

/** All such numbers of a text. */
export function shortEnds(text: string): ShortEnd[] {
  const found: ShortEnd[] = [];
  for (const match of text.matchAll(SHORT)) {
    const [whole, amount, or, and, next] = match;
    if (or !== undefined && valueOf(next!) !== valueOf(amount!) + 1) continue;
    if (and !== undefined && !isBetween(text, match.index)) continue;
    found.push({ start: match.index, amount: amount!, second: match.index + whole.length, neighbours: false });
  }
  for (const match of text.matchAll(NEIGHBOURS)) {
    const [from, to] = [valueOf(match[1]!), valueOf(match[2]!)];
    // 三五天 is the one pair of which a numeral is left out.
    if (to !== from + 1 && !(from === 3 && to === 5)) continue;
    found.push({ start: match.index, amount: match[1]!, second: match.index + 1, neighbours: true });
  }
  return found;
}

/** The number with which words begin; empty where they begin with none. */
export function leadOf(words: string): string {
  return LEAD.exec(words)?.[0] ?? "";
}

const WITH_UNIT = new RegExp(`^(.+?)((?:${UNIT})+)$`, "u");
const WITH_TENS = new RegExp(`^(.+?)((?:[十拾]|${UNIT})+)$`, "u");
const HAS_UNIT = new RegExp(`[十拾]|${UNIT}`, "u");

/** What a number counts together with the one behind it: the 3 of 3-5万 is 30000, the 二 of 二三十 is 20. */
export function firstValue({ amount, neighbours }: ShortEnd, lead: string): number {
  const value = valueOf(amount);
  const digits = (neighbours ? WITH_TENS : WITH_UNIT).exec(lead)?.[1];
  if (digits === undefined || HAS_UNIT.test(amount)) return value;
  const small = valueOf(digits);
  return value < small ? value * (valueOf(lead) / small) : value;
}

/** The value of an amount; NaN for numerals that make none. */
export function valueOf(amount: string): number {
  if (/^[a-z]/i.test(amount)) return parseEnglishNumeral(amount) ?? NaN;
  const [, digits, unit] = /^([\d.,]+)(.*)$/u.exec(amount) ?? [];
  return (digits === undefined ? parseNumeral(amount) : amountOf(digits, unit === "" ? undefined : unit)) ?? NaN;
}
