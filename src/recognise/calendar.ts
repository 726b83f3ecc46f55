/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MILLISECONDS = 86_400_000;

/**
 * 28 … 31.
 * @param month from 1
 */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the Gregorian calendar has that day. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function serial({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

/** So many days later, or earlier where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  const moved = new Date((serial(day) + count) * MILLISECONDS);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** The same day of another month, or that month's last: a month after 31 January is 28 February. */
export function addMonths(from: Day, count: number): Day {
  const months = from.year * 12 + from.month - 1 + count;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return ((((serial(day) + 3) % 7) + 7) % 7) + 1;
}

/** `2026-W11`: the week that has the year's Thursday belongs to the year (ISO 8601). */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekday(day));
  const week = Math.floor((serial(thursday) - serial({ ...thursday, month: 1, day: 1 })) / 7) + 1;
  return `${String(thursday.year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
}
