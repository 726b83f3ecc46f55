import { isDate } from "./calendar.js";
import { COUNTED, MONTH, monthNumber } from "./date-words.js";
import { DIGIT_NUMERAL, NUMERAL, readNumeral } from "./numerals.js";
import { relativeDates } from "./relative-dates.js";
import type { When } from "./when.js";
import { scan } from "./scan.js";

/** A date and what it means; its value depends on when it was said. */
export interface DateFound {
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

const SMALL = "[一二三四五六七八九十廿卅]{1,3}";
const LUNAR = "(?<!(?:农历|農曆|阴历|陰曆|旧历|舊曆)(?:的|是)?)";
const ISO = /(?<![\dA-Za-z.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)/g;
const CHINESE = new RegExp(
  String.raw`${LUNAR}(?<![\d${NUMERAL}])(?:(民[国國] ?)?(\d{2,4}|[${DIGIT_NUMERAL}]{4}) ?年的? ?)?(\d{1,2}|${SMALL}) ?月(?: ?(\d{1,2}|${SMALL}) ?[日号號](?: ?\((?:周|週|星期|礼拜|禮拜)?[一二三四五六日天]\)|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天])?|份|(底))?`,
  "gu",
);
// Without 日 or 号 behind the day: 三月十二那趟车. A single Chinese numeral is too little (三月三 is a festival, 五月一次).
const CHINESE_SHORT = new RegExp(
  String.raw`${LUNAR}(?<![\d${NUMERAL}年])(?:(\d{1,2})月(\d{1,2})|(${SMALL})月([一二三四五六七八九十廿卅]{2,3}))(?![\d${NUMERAL}日号號:：.]| ?(?:${COUNTED}))`,
  "gu",
);
const DAY_NAME = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const LATIN = /[A-Za-z]{3}/;
const YEAR_END = String.raw`(?:,? (\d{4}))?(?![\d:])`;
const MONTH_FIRST = new RegExp(
  String.raw`\b(?:${DAY_NAME},? )?${MONTH}\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?${YEAR_END}(?! ?[ap]\.?m\b)`,
  "gi",
);
const MONTH_AND_YEAR = new RegExp(String.raw`\b${MONTH}\.?,? (?:of )?(\d{4})(?![\d:])`, "gi");
const DAY_FIRST = new RegExp(
  String.raw`(?<![\d.])(?:\b${DAY_NAME},? )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${MONTH}\b(?:\.?(?:,? |-)(\d{4}))?(?!\d)`,
  "gi",
);
// Where one of the first two is above 12 the order is plain; 12/3/2026 may be read two ways and is left alone.
const YEAR_LAST = /(?<![\dA-Za-z./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d|[-/.]\d)/g;

/** Dates that may be, in any order: written out, or by words seen from the day on which they are said. */
export function findDates(text: string): DateFound[] {
  const found: DateFound[] = [];
  const push = (match: RegExpMatchArray, when: When | undefined): void => {
    if (when !== undefined) found.push({ start: match.index!, end: match.index! + match[0].length, when });
  };
  for (const match of scan(text, /\d{4}/, ISO))
    push(match, absolute(Number(match[1]), Number(match[3]), Number(match[4])));
  for (const match of scan(text, /月/, CHINESE)) push(match, chineseDate(match));
  for (const [month, day] of [
    [1, 2],
    [3, 4],
  ] as const) {
    for (const match of scan(text, /月/, CHINESE_SHORT)) {
      if (match[month] === undefined) continue;
      push(match, absolute(undefined, readNumeral(match[month]), readNumeral(match[day]!)));
    }
  }
  for (const match of scan(text, LATIN, MONTH_FIRST))
    push(match, absolute(yearOf(match[3]), monthNumber(match[1]!), Number(match[2])));
  for (const match of scan(text, LATIN, DAY_FIRST))
    push(match, absolute(yearOf(match[3]), monthNumber(match[2]!), Number(match[1])));
  for (const match of scan(text, LATIN, MONTH_AND_YEAR))
    push(match, absolute(yearOf(match[2]), monthNumber(match[1]!)));
  for (const match of scan(text, /\d{4}/, YEAR_LAST)) push(match, yearLast(match));
  found.push(...relativeDates(text));
  return found;
}

function chineseDate(match: RegExpMatchArray): When | undefined {
  const [whole, republic, year, month, day, last] = match;
  // A bare 6月 may be many things (月租, 3月龄); it takes a year, a day, 底 or 份 to be a date.
  if (year === undefined && !/[日号號份底]/.test(whole)) return undefined;
  const days = last !== undefined ? -1 : day === undefined ? undefined : readNumeral(day);
  return absolute(yearOf(year, republic !== undefined), readNumeral(month!), days);
}

function yearLast(match: RegExpMatchArray): When | undefined {
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12) return absolute(Number(match[4]), second, first);
  return second > 12 || first === second ? absolute(Number(match[4]), first, second) : undefined;
}

function absolute(year: number | undefined, month: number, day?: number): When | undefined {
  // Without a year, 29 February may be meant: any leap year will do for the check.
  const inRange = year === undefined || (year >= 1900 && year <= 2099);
  if (!inRange || !isDate(year ?? 2000, month, day === undefined || day === -1 ? 1 : day)) return undefined;
  return { year, month, day };
}

/** 2026, 26, 二〇二六, or 115 of Taiwan's calendar (民國115年 is 2026); NaN for a year that cannot be. */
function yearOf(text: string | undefined, taiwan = false): number | undefined {
  if (text === undefined) return undefined;
  if (taiwan) return 1911 + readNumeral(text);
  return text.length === 2 ? 2000 + readNumeral(text) : text.length === 4 ? readNumeral(text) : NaN;
}
