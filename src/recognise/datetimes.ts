import { addDays } from "./calendar.js";
import type { DateFound } from "./dates.js";
import { ENGLISH_NUMERAL, parseEnglishNumeral } from "./english-numerals.js";
import { NUMERAL, readNumeral } from "./numerals.js";
import type { Place } from "./range-parts.js";
import { pad, type Found } from "./span.js";
import { onClock, type DayPart, type TimeFound } from "./times.js";
import { dayOf, formatDate, formatWhen, resolveWhen, type Reference, type When } from "./when.js";
import { scan } from "./scan.js";

/** What may stand between a date and its time, and between a time and its date. */
const BETWEEN =
  /^(?:的|[ T]|,? (?:at |by |from |around )?|(?:,? in the)? (?:morning|afternoon|evening|night),? (?:at )?)?$/;
const BETWEEN_BACK = /^(?: |,? on (?:the )?)$/;
/** No more than the longest of these stands between the two. */
const FARTHEST = 32;
/** half past nine on Monday morning */
const PART_BEHIND = /^ (?:morning|afternoon|evening|night)\b/i;
/** Behind 周一到 a day ends a range: its time holds for all of them. */
const OPENING_DAYS =
  /(?:[周期拜][一二三四五六日天] ?[到至~-]|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}(?: ?[-–]| (?:to|through))) ?$/iu;
const LONGEST_OPENING = 20;
const AGO = new RegExp(
  String.raw`(?<![\d.第${NUMERAL}])(?:(\d{1,4}|[${NUMERAL}]{1,4}) ?([个個])?(半)?|(半)[个個]?) ?(小时|小時|钟头|鐘頭|分钟|分鐘|(?<=[个個半])[钟鐘]) ?(?:之|以)?([前后後])`,
  "gu",
);
const FROM_NOW = new RegExp(
  String.raw`(?:再[过過]|(?:(?<!\p{Script=Han})|(?<=[我你那请請]))[过過])(?:(\d{1,4}|[${NUMERAL}]{1,4}) ?([个個])?(半)?|(半)[个個]?) ?(小时|小時|钟头|鐘頭|分钟|分鐘|(?<=[个個半])[钟鐘])`,
  "gu",
);
const AGO_ENGLISH = new RegExp(
  String.raw`\b(?:(\d{1,4}|an?|${ENGLISH_NUMERAL}|(half an)) (hour|minute)s? (?:ago|(from now|later)))\b`,
  "gi",
);

/** Dates with a time at their side, and hours and minutes from now; the value is `2026-03-12T15:30` or `P1DT15:30`, `PT-120M`. */
export function findDatetimes(
  text: string,
  dates: readonly DateFound[],
  times: readonly TimeFound[],
  at: Reference | undefined,
): Found[] {
  const found: Found[] = [];
  const push = (start: number, end: number, value: string | undefined): void => {
    if (value !== undefined) found.push({ kind: "datetime", start, end, value });
  };
  const starts = grouped(times, "start");
  const ends = grouped(times, "end");
  for (const date of dates) {
    for (const time of near(starts, date.end - 1, date.end + FARTHEST)) {
      if (follows(text, date, time))
        push(date.start, time.end, momentOf(date, time, text.slice(date.start, time.start), at));
    }
    for (const time of near(ends, date.start - FARTHEST, date.start)) {
      if (time.weak || !isBefore(text, time, date)) continue;
      const end = date.end + (PART_BEHIND.exec(text.slice(date.end, date.end + FARTHEST))?.[0].length ?? 0);
      push(time.start, end, momentOf(date, time, text.slice(date.start, end), at));
    }
  }
  for (const match of scan(text, /[前后後]/, AGO)) {
    push(match.index, match.index + match[0].length, fromNow(chineseMinutes(match), at));
  }
  for (const match of scan(text, /[过過]/, FROM_NOW)) {
    push(match.index, match.index + match[0].length, fromNow(chineseMinutes(match), at));
  }
  for (const match of scan(text, /ago|later|from now/i, AGO_ENGLISH)) {
    push(match.index, match.index + match[0].length, fromNow(englishMinutes(match), at));
  }
  return found;
}

/** Whether a time, or several, stands behind the date of its day. */
export function follows(text: string, date: DateFound, time: Place): boolean {
  if (!canHaveTime(text, date) || time.start > date.end + FARTHEST) return false;
  // The 晚 of 今晚八点 belongs to both.
  if (time.start === date.end - 1) return /[早晚]/.test(text.charAt(time.start));
  return time.start >= date.end && BETWEEN.test(text.slice(date.end, time.start));
}

/** Whether it stands before that date. */
export function isBefore(text: string, time: Place, date: DateFound): boolean {
  const near = time.end <= date.start && time.end >= date.start - FARTHEST;
  return near && canHaveTime(text, date) && BETWEEN_BACK.test(text.slice(time.end, date.start));
}

function canHaveTime(text: string, date: DateFound): boolean {
  return isDay(date.when) && !OPENING_DAYS.test(text.slice(Math.max(0, date.start - LONGEST_OPENING), date.start));
}

/**
 * The value of a date with a time.
 * @param words what may say the half of the day
 */
export function momentOf(
  date: DateFound,
  time: TimeFound,
  words: string,
  at: Reference | undefined,
): string | undefined {
  return join(date.when, told(time, partBefore(words)), at);
}

type Places = ReadonlyMap<number, readonly TimeFound[]>;

function grouped(times: readonly TimeFound[], by: "start" | "end"): Places {
  const places = new Map<number, TimeFound[]>();
  for (const time of times) places.set(time[by], [...(places.get(time[by]) ?? []), time]);
  return places;
}

function near(places: Places, from: number, to: number): TimeFound[] {
  if (places.size === 0) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => places.get(from + at) ?? []).flat();
}

function isDay(when: When): boolean {
  return "unit" in when ? when.whole !== true : when.day !== undefined;
}

/** 今晚, 明早, tonight and `tomorrow morning` say the half of the day for the time behind them. */
function partBefore(words: string): DayPart | undefined {
  if (/[晚夜]的?\s*$|night|evening/i.test(words)) return "evening";
  if (/[早晨朝]的?\s*$|morning/i.test(words)) return "morning";
  return /afternoon/i.test(words) ? "afternoon" : undefined;
}

function told(time: TimeFound, part: DayPart | undefined): Pick<TimeFound, "hour" | "minute" | "nextDay"> {
  if (!time.open || part === undefined) return time;
  // Already read as afternoon where nothing told: back to what was said.
  const said = time.hour > 12 ? time.hour - 12 : time.hour;
  return onClock(said, time.minute, part, false);
}

function join(
  when: When,
  { hour, minute, nextDay }: Pick<TimeFound, "hour" | "minute" | "nextDay">,
  at: Reference | undefined,
): string | undefined {
  const clock = `T${pad(hour)}:${pad(minute)}`;
  const later = (day: When): When =>
    "unit" in day && day.unit === "D" && nextDay ? { ...day, count: day.count + 1 } : day;
  const from = at ?? ("unit" in when || when.year === undefined ? undefined : { year: when.year, month: 1, day: 1 });
  if (from === undefined) return `${formatWhen(later(when))}${clock}`;
  const day = dayOf(when, from);
  const date = day === undefined ? resolveWhen(when, from) : formatDate(nextDay ? addDays(day, 1) : day);
  return date === undefined ? undefined : `${date}${clock}`;
}

function chineseMinutes([, amount, , half, halfAlone, unit, side]: RegExpMatchArray): number {
  const count = halfAlone === undefined ? readNumeral(amount!) + (half === undefined ? 0 : 0.5) : 0.5;
  return count * (/分/.test(unit!) ? 1 : 60) * (side === "前" ? -1 : 1);
}

function englishMinutes([, amount, half, unit, later]: RegExpMatchArray): number {
  const whole = /^an?$/i.test(amount!) ? 1 : /^\d/.test(amount!) ? Number(amount) : parseEnglishNumeral(amount!);
  const count = half === undefined ? (whole ?? NaN) : 0.5;
  return count * (/^h/i.test(unit!) ? 60 : 1) * (later === undefined ? -1 : 1);
}

function fromNow(minutes: number, at: Reference | undefined): string | undefined {
  if (Number.isNaN(minutes)) return undefined;
  const rounded = Math.round(minutes);
  if (at === undefined) return `PT${rounded}M`;
  const total = at.hour * 60 + at.minute + rounded;
  const days = Math.floor(total / 1440);
  const left = total - days * 1440;
  const date = formatDate(addDays(at, days));
  return date === undefined ? undefined : `${date}T${pad(Math.floor(left / 60))}:${pad(left % 60)}`;
}
