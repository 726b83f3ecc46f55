import { addDays, addMonths, daysInMonth, isDate, isoWeek, weekday, type Day } from "./calendar.js";
import { pad } from "./span.js";

/** A local date and time that relative words count from. */
export interface Reference extends Day {
  readonly hour: number;
  readonly minute: number;
}

/** A month or day with or without its year; `day` -1 is the last of the month. */
interface Fixed {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day?: number | undefined;
}

/** So many days, weeks, months or years from the day of reference. */
export interface Shift {
  readonly unit: "D" | "W" | "M" | "Y";
  readonly count: number;
  /** The whole week, month or year is meant (下周), not a day in it (一周后). */
  readonly whole?: boolean;
  /** The day of that week, 1 to 7. */
  readonly weekday?: number;
  /** The month of that year. */
  readonly month?: number;
  /** The day of that month; -1 is the last. */
  readonly day?: number;
}

/** What a date in a text means, before it is known when the text was written. */
export type When = Fixed | Shift;

/** Reads `2026-03-11T10:00` (time optional); `RangeError` for what is no local date-time. */
export function parseReference(text: string): Reference {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})|$)/.exec(text);
  const [year, month, day, hour, minute] = (match ?? []).slice(1).map((part) => Number(part ?? 0)) as number[];
  if (match === null || !isDate(year!, month!, day!) || hour! > 23 || minute! > 59)
    throw new RangeError(`no local date-time such as 2026-03-11T10:00: ${text}`);
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute! };
}

/** `2026-06-01`, `2026-06`, `--06-01`, `P-1D`, `P-1W@5`, `P1M@3`, `P0M@-1`, `P1Y@03-12`. */
export function formatWhen(when: When): string {
  if (!("unit" in when)) {
    const { year, month } = when;
    const day = when.day === -1 ? daysInMonth(year ?? 2001, month) : when.day;
    return `${year ?? "-"}-${pad(month)}${day === undefined ? "" : `-${pad(day)}`}`;
  }
  const { unit, count, month, day } = when;
  const part =
    when.weekday ?? (month === undefined ? day : `${pad(month)}${day === undefined ? "" : `-${formatDay(day)}`}`);
  return `P${count}${unit}${part === undefined ? "" : `@${part}`}`;
}

function formatDay(day: number): string {
  return day < 0 ? String(day) : pad(day);
}

/** The day that is meant, counted from a day; `undefined` for a whole week, month or year, and for a day that is none. */
export function dayOf(when: When, from: Day): Day | undefined {
  if (!("unit" in when)) return dayIn(when.year ?? from.year, when.month, when.day);
  const { unit, count } = when;
  if (unit === "D") return addDays(from, count);
  if (unit === "W") {
    const moved = addDays(from, 7 * count);
    if (when.weekday !== undefined) return addDays(moved, when.weekday - weekday(moved));
    return when.whole ? undefined : moved;
  }
  const moved = addMonths(from, unit === "Y" ? 12 * count : count);
  if (when.day !== undefined) return dayIn(moved.year, when.month ?? moved.month, when.day);
  return when.whole ? undefined : moved;
}

function dayIn(year: number, month: number, day: number | undefined): Day | undefined {
  if (day === undefined) return undefined;
  if (day === -1) return { year, month, day: daysInMonth(year, month) };
  return isDate(year, month, day) ? { year, month, day } : undefined;
}

/** `2026-03-12`; `2026-03`, `2026-W12` or `2026` where a whole month, week or year is meant; `undefined` for no date. */
export function resolveWhen(when: When, from: Day): string | undefined {
  const day = dayOf(when, from);
  if (day !== undefined) return formatDate(day);
  if (!("unit" in when)) return when.day === undefined ? formatMonth(when.year ?? from.year, when.month) : undefined;
  if (when.day !== undefined) return undefined;
  if (when.unit === "W") return isoWeek(addDays(from, 7 * when.count));
  const { year, month } = addMonths(from, when.unit === "Y" ? 12 * when.count : when.count);
  if (when.month !== undefined) return formatMonth(year, when.month);
  return when.unit === "Y" ? (isYear(year) ? pad(year, 4) : undefined) : formatMonth(year, month);
}

/** `YYYY-MM-DD`; undefined outside the years 1 … 9999. */
export function formatDate({ year, month, day }: Day): string | undefined {
  return isYear(year) ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : undefined;
}

function formatMonth(year: number, month: number): string | undefined {
  return isYear(year) ? `${pad(year, 4)}-${pad(month)}` : undefined;
}

function isYear(year: number): boolean {
  return year >= 1 && year <= 9999;
}
