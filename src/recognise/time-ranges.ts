import type { DateFound } from "./dates.js";
import { follows, isBefore, momentOf } from "./datetimes.js";
import { isBetween, JOIN, pairs, type Place } from "./range-parts.js";
import { pad, type Found } from "./span.js";
import { findTimes, HOUR_BEFORE, type TimeFound } from "./times.js";
import type { Reference } from "./when.js";

/** From one time of day to another, which may be of the next day. */
export interface TimeRange extends Place {
  readonly from: TimeFound;
  readonly to: TimeFound;
}

const SHORT_CHINESE = new RegExp(`${HOUR_BEFORE}(${JOIN})$`, "u");
const SHORT_ENGLISH = new RegExp(String.raw`(?<![\w:./-])(\d{1,2}(?:[:.][0-5]\d)?)(${JOIN}| and )$`, "i");
const HALF_OF_DAY = / ?[ap]\.?m\.?$/i;
/** The words before a time that are looked at. */
const LONGEST = 20;

/** Times of day from one to another: 9点到12点, 9-12点, 下午2点到5点, 9am to 5pm, 2-4 pm. */
export function timeRanges(text: string, times: readonly TimeFound[]): TimeRange[] {
  const ranges = pairs(text, times).map(([from, to]) => inOrder({ start: from.start, end: to.end, from, to }));
  for (const time of times) {
    const before = text.slice(Math.max(0, time.start - LONGEST), time.start);
    const words = text.slice(time.start, time.end);
    const range = HALF_OF_DAY.test(words) ? english(text, before, time, words) : chinese(before, time, words);
    if (range !== undefined) ranges.push(range);
  }
  return ranges;
}

/** 9-12点: the hour alone is read as if 点 stood behind it. */
function chinese(before: string, time: TimeFound, words: string): TimeRange | undefined {
  const short = /[点點时時]/.test(words) ? SHORT_CHINESE.exec(before) : null;
  if (short === null) return undefined;
  const [whole, hour] = short;
  const written = `${hour!}点到${words}`;
  const [pair] = pairs(written, findTimes(written));
  if (pair === undefined) return undefined;
  return inOrder({ start: time.start - whole.length, end: time.end, from: pair[0], to: pair[1] });
}

/** 2-4 pm: the half of the day of the second holds for the first, unless it would then be the later one (9 to 5 pm). */
function english(text: string, before: string, time: TimeFound, words: string): TimeRange | undefined {
  const [whole, hour, join] = SHORT_ENGLISH.exec(before) ?? [];
  if (whole === undefined) return undefined;
  const start = time.start - whole.length;
  if (/and/i.test(join!) && !isBetween(text, start)) return undefined;
  const from = findTimes(`${hour!}${HALF_OF_DAY.exec(words)![0]}`).find((one) => one.start === 0);
  if (from === undefined) return undefined;
  const earlier = minutes(from) > minutes(time) ? { ...from, hour: (from.hour + 12) % 24 } : from;
  return { start, end: time.end, from: earlier, to: time };
}

const minutes = ({ hour, minute }: TimeFound): number => 60 * hour + minute;

/** 10点到6点 ends in the afternoon, 晚上10点到6点 in the morning. */
function inOrder(range: TimeRange): TimeRange {
  const { from, to } = range;
  const late = to.open && to.hour < 12 && from.hour < 12 && minutes(to) <= minutes(from);
  return late ? { ...range, to: { ...to, hour: to.hour + 12 } } : range;
}

/** Spans of {@link timeRanges}; the value is `09:00/12:00`. */
export function findTimeRanges(ranges: readonly TimeRange[]): Found[] {
  const clock = ({ hour, minute }: TimeFound): string => `${pad(hour)}:${pad(minute)}`;
  return ranges
    .filter(({ from, to }) => minutes(from) !== minutes(to))
    .map(({ start, end, from, to }) => ({ kind: "time_range", start, end, value: `${clock(from)}/${clock(to)}` }));
}

/**
 * Ranges of which both ends are a date with a time (明天9点到后天12点), or which lie within one day (明天9点到12点); the value is
 * `2026-03-12T09:00/2026-03-12T12:00`.
 */
export function findDatetimeRanges(
  text: string,
  ranges: readonly TimeRange[],
  { dates, datetimes, at }: { dates: readonly DateFound[]; datetimes: readonly Found[]; at: Reference | undefined },
): Found[] {
  const found: Found[] = [];
  const push = (start: number, end: number, from: string | undefined, to: string | undefined): void => {
    const known = from !== undefined && to !== undefined;
    if (known && !(/^\d/.test(from) && /^\d/.test(to) && from >= to))
      found.push({ kind: "datetime_range", start, end, value: `${from}/${to}` });
  };
  for (const [from, to] of pairs(text, datetimes)) push(from.start, to.end, from.value, to.value);
  for (const range of ranges) {
    const { from } = range;
    const over = !range.to.nextDay && minutes(range.to) <= minutes(from);
    const to = over ? { ...range.to, nextDay: true } : range.to;
    for (const date of dates) {
      const before = follows(text, date, range);
      if (!before && !isBefore(text, range, date)) continue;
      const words = before ? text.slice(date.start, range.start) : "";
      const [start, end] = before ? [date.start, range.end] : [range.start, date.end];
      push(start, end, momentOf(date, from, words, at), momentOf(date, to, "", at));
    }
  }
  return found;
}
