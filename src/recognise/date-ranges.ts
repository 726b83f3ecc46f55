import { MONTH, monthNumber, WEEKDAY_SHORT, weekdayNumber } from "./date-words.js";
import { findDates, type DateFound } from "./dates.js";
import { readNumeral } from "./numerals.js";
import { JOIN, pairs, type Place } from "./range-parts.js";
import { scan } from "./scan.js";
import type { Found } from "./span.js";
import { formatWhen, resolveWhen, type Reference, type Shift, type When } from "./when.js";

const SMALL = String.raw`(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})`;
/** 2026/04/03-2026/04/06 */
const WRITTEN = new RegExp(
  String.raw`(?<![\dA-Za-z./-])(\d{4}([-/.])\d{1,2}\2\d{1,2})${JOIN}(\d{4}\2\d{1,2}\2\d{1,2})(?!\d|[-/.]\d)`,
  "gi",
);
/** 4月3-6号, 3月20日至25日 */
const DAYS = new RegExp(
  String.raw`(?<![\d.年-])((?:\d{4} ?年 ?)?${SMALL} ?月 ?)(${SMALL})(?: ?[日号號])?${JOIN}(${SMALL}) ?[日号號]`,
  "gu",
);
/** 5号到8号 */
const DAYS_ALONE = new RegExp(
  String.raw`(?<![\d第月一二三四五六七八九十])(${SMALL})[号號]${JOIN}(${SMALL})[号號](?![线線楼樓窗门門柜櫃库庫桌房机機店车車仓倉厅廳馆館院口桥橋铺鋪字])`,
  "gu",
);
/** 5月到8月 */
const MONTHS = new RegExp(
  String.raw`(?<![\d.])(?:(\d{4}) ?年 ?)?(${SMALL})(?: ?月)?${JOIN}(${SMALL}) ?月(?:份|(?![租费費供薪饼餅票\d一二三四五六七八九十]))`,
  "gu",
);
/** The 五 of 周一至五. */
const WEEKDAY_BEHIND = new RegExp(
  String.raw`^${JOIN}([一二三四五六日天])(?![\d一二三四五六七八九十百个個点點月号號日天年楼樓层層小分周週时時])`,
  "u",
);
const SHORT_WEEKDAYS = new RegExp(String.raw`\b${WEEKDAY_SHORT}\.?${JOIN}${WEEKDAY_SHORT}\b`, "gi");
/** March 3-8 */
const MONTH_FIRST = new RegExp(
  String.raw`\b${MONTH}\.? (\d{1,2})(?:st|nd|rd|th)?${JOIN}(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?![\d:/-]| ?[ap]\.?m\b)`,
  "gi",
);
/** 3-8 March */
const MONTH_LAST = new RegExp(
  String.raw`(?<![\w.:/-])(\d{1,2})(?:st|nd|rd|th)?${JOIN}(\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\b(?:,? (\d{4}))?`,
  "gi",
);
const MONTH_NAMES = new RegExp(String.raw`\b${MONTH}${JOIN}${MONTH}\b(?! \d)(?:,? (\d{4}))?`, "gi");
/** 下周一, next Monday: the words say which week. */
const SAYS_WEEK = /^(?:上|下|这|這|本|呢|last|this|next|coming)/i;

interface DateRange extends Place {
  readonly from: When;
  readonly to: When;
  /** The second end is a day of a week that no word names. */
  readonly open: boolean;
}

/**
 * Days, months or weeks from one to another: 周一至周五, 4月3-6号, 5月到8月, Monday to Friday, March 3-8; the value is
 * `2026-03-09/2026-03-13`, or relative ends where the day is not known.
 */
export function findDateRanges(text: string, dates: readonly DateFound[], at: Reference | undefined): Found[] {
  const ranges = [...wholeRanges(text, dates), ...weekdayRanges(text, dates), ...writtenRanges(text), ...english(text)];
  return ranges.flatMap(({ start, end, from, to, open }): Found[] => {
    const value = valueOf(from, to, open, at);
    return value === undefined ? [] : [{ kind: "date_range", start, end, value }];
  });
}

function wholeRanges(text: string, dates: readonly DateFound[]): DateRange[] {
  return pairs(text, dates).map(([from, to]) => {
    const open = isWeekday(to.when) && !SAYS_WEEK.test(text.slice(to.start, to.end));
    return { start: from.start, end: to.end, from: from.when, to: to.when, open };
  });
}

const isWeekday = (when: When): when is Shift => "unit" in when && when.weekday !== undefined;

function weekdayRanges(text: string, dates: readonly DateFound[]): DateRange[] {
  const found = dates.flatMap(({ start, end, when }): DateRange[] => {
    const match = isWeekday(when) ? WEEKDAY_BEHIND.exec(text.slice(end, end + 8)) : null;
    if (match === null || !/[一二三四五六日天]/.test(text.charAt(end - 1))) return [];
    const day = "一二三四五六".indexOf(match[1]!) + 1;
    return [{ start, end: end + match[0].length, from: when, to: weekday(day === 0 ? 7 : day), open: true }];
  });
  for (const match of scan(text, /mon|tue|wed|thu|fri|sat|sun/i, SHORT_WEEKDAYS)) {
    const [from, to] = [weekday(weekdayNumber(match[1]!)), weekday(weekdayNumber(match[2]!))];
    found.push({ ...placeOf(match), from, to, open: true });
  }
  return found;
}

const weekday = (day: number): Shift => ({ unit: "W", count: 0, weekday: day });

const placeOf = (match: RegExpExecArray): Place => ({ start: match.index, end: match.index + match[0].length });

function writtenRanges(text: string): DateRange[] {
  const found: DateRange[] = [];
  const push = (match: RegExpExecArray, from: When | undefined, to: When | undefined): void => {
    if (from !== undefined && to !== undefined) found.push({ ...placeOf(match), from, to, open: false });
  };
  for (const match of scan(text, /\d{4}/, WRITTEN)) push(match, whole(match[1]!), whole(match[3]!));
  for (const match of scan(text, /月/, DAYS)) {
    const [, month, first, last] = match;
    push(match, whole(`${month!}${first!}日`), whole(`${month!}${last!}日`));
  }
  for (const match of scan(text, /[号號]/, DAYS_ALONE)) push(match, dayOfMonth(match[1]!), dayOfMonth(match[2]!));
  for (const match of scan(text, /月/, MONTHS)) {
    const year = match[1] === undefined ? undefined : Number(match[1]);
    found.push(...months(match, readNumeral(match[2]!), readNumeral(match[3]!), year));
  }
  return found;
}

/** A day of this month. */
function dayOfMonth(numeral: string): Shift | undefined {
  const day = readNumeral(numeral);
  return day >= 1 && day <= 31 ? { unit: "M", count: 0, day } : undefined;
}

/** What words mean that are one date and nothing else. */
function whole(words: string): When | undefined {
  return findDates(words).find(({ start, end }) => start === 0 && end === words.length)?.when;
}

function months(match: RegExpExecArray, from: number, to: number, year: number | undefined): DateRange[] {
  const known = from >= 1 && from <= 12 && to >= 1 && to <= 12 && from !== to;
  return known ? [{ ...placeOf(match), from: { year, month: from }, to: { month: to }, open: false }] : [];
}

function english(text: string): DateRange[] {
  const found: DateRange[] = [];
  const push = (match: RegExpExecArray, month: string, [first, last]: readonly string[], year?: string): void => {
    const [from, to] = [first!, last!].map((day) => whole(`${month} ${day}${year === undefined ? "" : `, ${year}`}`));
    if (from !== undefined && to !== undefined) found.push({ ...placeOf(match), from, to, open: false });
  };
  const hint = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
  for (const match of scan(text, hint, MONTH_FIRST)) push(match, match[1]!, [match[2]!, match[3]!], match[4]);
  for (const match of scan(text, hint, MONTH_LAST)) push(match, match[3]!, [match[1]!, match[2]!], match[4]);
  for (const match of scan(text, hint, MONTH_NAMES)) {
    const year = match[3] === undefined ? undefined : Number(match[3]);
    found.push(...months(match, monthNumber(match[1]!), monthNumber(match[2]!), year));
  }
  return found;
}

/** Both ends; the second is moved on by a week or a year where it would come before the first. */
function valueOf(from: When, to: When, open: boolean, at: Reference | undefined): string | undefined {
  let [first, second] = [from, to];
  if (!("unit" in first) && !("unit" in second)) {
    first = { ...first, year: first.year ?? second.year };
    second = { ...second, year: second.year ?? first.year };
  } else if (open && "unit" in second && isWeekday(first)) second = { ...second, count: first.count };
  const told = (when: When): string | undefined => (at === undefined ? formatWhen(when) : resolveWhen(when, at));
  const value = told(first);
  if (isLess(first, second, told)) return `${value!}/${told(second)!}`;
  const later = moved(second, open, to, at);
  return later !== undefined && isLess(first, later, told) ? `${value!}/${told(later)!}` : undefined;
}

function moved(second: When, open: boolean, given: When, at: Reference | undefined): When | undefined {
  if ("unit" in second) return open ? { ...second, count: second.count + 1 } : undefined;
  // A year that the words say stays.
  if (!("unit" in given) && given.year !== undefined) return undefined;
  const year = second.year ?? at?.year;
  return year === undefined ? undefined : { ...second, year: year + 1 };
}

/** Whether one end lies before the other; of relative ones without a day only those of one kind can be compared. */
function isLess(first: When, second: When, told: (when: When) => string | undefined): boolean {
  const [from, to] = [told(first), told(second)];
  if (from === undefined || to === undefined) return false;
  if (/^\d/.test(from) && /^\d/.test(to)) return from.length === to.length && from < to;
  if ("unit" in first && "unit" in second && first.unit === second.unit) return rank(first) < rank(second);
  return from !== to;
}

/** Grows with what words of one unit mean. */
function rank({ count, month = 0, day = 0, weekday = 0 }: Shift): number {
  return 500 * count + 32 * month + (day < 0 ? 31 : day) + weekday;
}
