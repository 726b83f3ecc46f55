import { findDurations } from "./durations.js";
import { findWorkingDays } from "./working-days.js";
import { findMoney } from "./money.js";
import { ARABIC, decimal } from "./numbers.js";
import { firstValue, isBetween, JOIN, leadOf, pairs, shortEnds, valueOf } from "./range-parts.js";
import type { Found, SpanKind } from "./span.js";

/** The words of a second end that are looked at. */
const LONGEST = 40;
/** Minutes of each unit of a duration. */
const MINUTES = { TS: 1 / 60, TM: 1, TH: 60, D: 1440, BD: 1440, W: 10080, M: 43200, Y: 525600 } as const;

type Find = (text: string) => Found[];
type Less = (from: string, to: string) => boolean;

/** Spans of time from one to another: 3-5天, 两三天, 3 to 5 days, 30分钟到1小时, 3-5个工作日; the value is `P3D/P5D`, `P3BD/P5BD`. */
export function findDurationRanges(text: string): Found[] {
  return rangesOf(text, "duration_range", findSpans, (from, to) => minutes(from) < minutes(to));
}

const findSpans = (text: string): Found[] => [...findDurations(text), ...findWorkingDays(text)];

function minutes(value: string): number {
  const [, time, count, unit] = /^P(T?)(\d+)([A-Z]+)$/.exec(value) ?? [];
  return Number(count) * MINUTES[`${time}${unit}` as keyof typeof MINUTES];
}

/** A sum with its currency before it may be followed by a number alone: ¥100-200. */
const NUMBER_BEHIND = new RegExp(String.raw`^${JOIN}(${ARABIC}(?:[万萬千]|[kK](?![A-Za-z]))?)(?![\d.,]*\d)`, "iu");

/** Sums from one to another: 100到200元, ¥100-200, 两三百块, between $100 and $200; the value is `100 CNY/200 CNY`. */
export function findMoneyRanges(text: string): Found[] {
  const found = rangesOf(text, "money_range", findMoney, isLessMoney);
  for (const { start, end, value } of findMoney(text)) {
    const behind = /^[^\d]*\d/.test(text.slice(start, end)) && !/^\d/.test(text.charAt(start));
    const [words, amount] = (behind ? NUMBER_BEHIND.exec(text.slice(end, end + LONGEST)) : null) ?? [];
    if (words === undefined) continue;
    const to = `${decimal(valueOf(amount!))} ${currencyOf(value)}`;
    if (isLessMoney(value, to)) found.push(range("money_range", start, end + words.length, value, to));
  }
  return found;
}

const currencyOf = (value: string): string => value.slice(value.indexOf(" ") + 1);

function isLessMoney(from: string, to: string): boolean {
  return currencyOf(from) === currencyOf(to) && parseFloat(from) < parseFloat(to);
}

const COUNTED =
  /^ ?(?:[个個](?![月小钟鐘星礼禮])|[人件张張位名份台臺条條瓶盒箱套岁歲次只隻本间間辆輛斤米倍双雙包袋杯桶支度]|公斤|之[间間])/u;
const COUNTED_ENGLISH =
  /^ (?:people|persons?|guests?|adults?|kids?|children|employees|users?|seats?|rooms?|tickets?|items?|pieces?|boxes|copies|units?|orders?|times|chairs?|tables?|bags?|bottles?)\b/i;

/** Numbers from one to another, where what they count follows or "between" stands before them; the value is `3/5`. */
export function findNumberRanges(text: string): Found[] {
  return shortEnds(text).flatMap((short) => {
    const { start, second } = short;
    const words = text.slice(second, second + LONGEST);
    const lead = leadOf(words);
    const rest = words.slice(lead.length);
    const [from, to] = [firstValue(short, lead), valueOf(lead)];
    const counted =
      COUNTED.test(rest) || COUNTED_ENGLISH.test(rest) || (isBetween(text, start) && /^ [a-z]/i.test(rest));
    if (!counted || !(from < to)) return [];
    return [range("number_range", start, second + lead.length, decimal(from), decimal(to))];
  });
}

/** Ranges of which each end is found by itself (3天到5天), and those whose first end is a number alone (3-5天). */
function rangesOf(text: string, kind: SpanKind, find: Find, less: Less): Found[] {
  const found = pairs(text, find(text))
    .filter(([from, to]) => less(from.value, to.value))
    .map(([from, to]) => range(kind, from.start, to.end, from.value, to.value));
  for (const short of shortEnds(text)) {
    const { start, second, neighbours } = short;
    const written = text.slice(second, second + LONGEST);
    // 三四日 are days; 日 behind one numeral is more often of a date.
    const words = neighbours ? written.replace(/^(.)日(?![本期])/u, "$1天") : written;
    const to = atStart(find, words);
    if (to === undefined) continue;
    const lead = leadOf(words);
    const from = atStart(find, `${decimal(firstValue(short, lead))}${words.slice(lead.length, to.end)}`);
    if (from !== undefined && less(from.value, to.value))
      found.push(range(kind, start, second + to.end, from.value, to.value));
  }
  return found;
}

/** The longest that begins with a text. */
function atStart(find: Find, text: string): Found | undefined {
  return find(text)
    .filter(({ start }) => start === 0)
    .sort((a, b) => b.end - a.end)[0];
}

function range(kind: SpanKind, start: number, end: number, from: string, to: string): Found {
  return { kind, start, end, value: `${from}/${to}` };
}
