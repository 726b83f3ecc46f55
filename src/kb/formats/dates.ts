/** Words that people write where a date could stand, meaning none. */
const NONE = /^(?:-+|—+|\/|无|無|永久|永久有效|长期|長期|长期有效|長期有效|不限|n\/?a|none|null|never|forever)$/i;

const DATE =
  /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})\s*日?(?:[T\s,，]*(\d{1,2})(?:[:：]|\s*[时時點点]\s*)(\d{1,2})?(?:[:：]|\s*分\s*)?(\d{1,2})?(?:\.\d+)?\s*秒?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;

const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day counted as Excel counts (1 is 1 January 1900, and 29 February 1900 is taken for a day); only 1954 to 2064, as else it may be any number. */
function fromExcelSerial(text: string): string | undefined {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(serial >= 20_000 && serial < 60_000)) return undefined;
  const iso = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString();
  const time = iso.slice(11, 19);
  return time === "00:00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time}`;
}

/**
 * An ISO 8601 date or local date-time from what people write: `2026-01-01`, `2026/1/1 8:00`, `2026年1月1日`, `20260101`,
 * `民國115年1月1日` (the Republic's year 1 is 1912), a day number of Excel's. The year stands first; `1/2/2026` says two days.
 * A zone after the time is dropped: effective periods are local.
 * @returns `""` for a word that means no date, `undefined` for what is no date
 */
export function parseDate(text: string): string | undefined {
  const plain = text.normalize("NFKC").trim();
  if (plain === "" || NONE.test(plain)) return "";
  const western = plain.replace(/^(?:民國|民国)\s*(\d{1,3})(?=\s*年)/, (_, year: string) =>
    String(Number(year) + 1911),
  );
  const found = DATE.exec(western) ?? COMPACT.exec(western);
  if (found === null) return fromExcelSerial(plain);
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (!isDay(year, month, day)) return undefined;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (found[4] === undefined) return date;
  const [hour, minute, second] = [Number(found[4]), Number(found[5] ?? 0), Number(found[6] ?? 0)];
  if (hour === 24 && minute === 0 && second === 0) return `${date}T23:59:59`;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
}

/** Whether a period ends before it begins; a date in `until` counts to its end. */
export function endsBeforeStart(from: string, until: string): boolean {
  return (from.length === 10 ? `${from}T00:00:00` : from) > (until.length === 10 ? `${until}T23:59:59` : until);
}
