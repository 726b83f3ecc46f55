import { findDurationRanges, findMoneyRanges, findNumberRanges } from "./amount-ranges.js";
import { findEmails, findUrls } from "./addresses.js";
import { findBankCards } from "./cards.js";
import { findCities } from "./cities.js";
import { findDateRanges } from "./date-ranges.js";
import { findDates, type DateFound } from "./dates.js";
import { findDatetimes } from "./datetimes.js";
import { findDurations } from "./durations.js";
import { findIdentityCards } from "./identity.js";
import { findMoney } from "./money.js";
import { findNumbers } from "./numbers.js";
import { findOrderIds, findTracking } from "./parcels.js";
import { findPhones } from "./phone.js";
import { findPercentRanges } from "./percent-ranges.js";
import { findPercents } from "./percents.js";
import { halfWidth, pad, RANGE_KINDS, SPAN_KINDS, type Found, type Span, type SpanKind } from "./span.js";
import { findDatetimeRanges, findTimeRanges, timeRanges } from "./time-ranges.js";
import { findTimes, type TimeFound } from "./times.js";
import { findYearRanges } from "./year-ranges.js";
import { findWorkingDays } from "./working-days.js";
import { formatWhen, parseReference, resolveWhen, type Reference } from "./when.js";

export { RANGE_KINDS, SPAN_KINDS };
export type { Span, SpanKind };

export interface RecogniseOptions {
  /** The local date and time at which the text was written, `2026-03-11T10:00`: what relative dates count from. */
  readonly at?: string | undefined;
}

/** A text with what several finders need of it, found once. */
interface Source {
  readonly text: string;
  readonly at: Reference | undefined;
  readonly dates: () => readonly DateFound[];
  readonly times: () => readonly TimeFound[];
}

// From the strongest evidence to the weakest; where two overlap, the stronger stays, then the longer, then the earlier.
const FINDERS: readonly [SpanKind, (source: Source) => Found[]][] = [
  ["email", ({ text }) => findEmails(text)],
  ["url", ({ text }) => findUrls(text)],
  ["id_card", ({ text }) => findIdentityCards(text)],
  ["tracking", ({ text }) => findTracking(text)],
  ["phone", ({ text }) => findPhones(text)],
  ["bank_card", ({ text }) => findBankCards(text)],
  ["datetime_range", datetimeRanges],
  ["date_range", ({ text, at, dates }) => [...findDateRanges(text, dates(), at), ...findYearRanges(text)]],
  ["time_range", ({ text, times }) => findTimeRanges(timeRanges(text, times()))],
  ["money_range", ({ text }) => findMoneyRanges(text)],
  ["percent_range", ({ text }) => findPercentRanges(text)],
  ["duration_range", ({ text }) => findDurationRanges(text)],
  ["datetime", ({ text, at, dates, times }) => findDatetimes(text, dates(), times(), at)],
  ["date", dateSpans],
  ["money", ({ text }) => findMoney(text)],
  ["time", timeSpans],
  ["percent", ({ text }) => findPercents(text)],
  ["duration", ({ text }) => [...findDurations(text), ...findWorkingDays(text)]],
  ["order_id", ({ text }) => findOrderIds(text)],
  ["city", ({ text }) => findCities(text)],
  ["number_range", ({ text }) => findNumberRanges(text)],
  ["number", ({ text }) => findNumbers(text)],
];
/** These are found whatever was asked for, so that a piece of one is never taken for a number or an order. */
const ALWAYS: readonly SpanKind[] = ["email", "url", "id_card", "phone", "bank_card"];

/**
 * Finds what is computable in a text, in both scripts, full-width forms too: spans in order, none overlapping. Values:
 *
 * - `phone`: national number, digits only (mainland without 86; Taiwan with its leading 0); `region` says whose
 * - `id_card`: capitals without brackets, checked; `bank_card`: 13–19 digits, checked by Luhn
 * - `order_id`, `tracking`, `url`: as written, in half-width characters; `email`: in lower case
 * - `number`: decimal (`20000` for 两万); `money`: amount and ISO 4217 code (`99.5 CNY`); `percent`: `3.5%`
 * - `date`: `2026-06-01`, `2026-06`, `--06-01`, or relative to today: `P-1D`, `P2W`, `P-1W@5` (the Friday of last week),
 *   `P1M@3` (the third of next month), `P0M@-1` (the last of this one), `P1Y@03-12`; with `at`: `2026-03-12`, `2026-W12`,
 *   `2026-03`, `2026`
 * - `time`: `15:30`; `datetime`: a date and `T15:30`, or `PT-120M` for 两小时前 without `at`
 * - `duration`: ISO 8601 in one unit, `PT90M`, `P3D`, and `P3BD` for working days; `city`: its usual name in Simplified Chinese
 *
 * - `date_range`, `time_range`, `datetime_range`, `duration_range`, `money_range`, `percent_range`, `number_range`: both ends with
 *   a solidus between (`P3D/P5D`; working days `P3BD/P5BD`; `5%/8%`); only where they are asked for by name, as they take the place of their ends
 *
 * @param kinds the kinds to return; all but ranges by default. Where a kind is left out, a weaker one may show in its place
 *   (without `money`, 50元 holds the number 50), but never a part of a phone, card, e-mail or web address.
 * @throws RangeError where `at` is no local date-time
 */
export function recognise(text: string, kinds?: readonly SpanKind[], options: RecogniseOptions = {}): Span[] {
  return recogniser(text, options)(kinds);
}

/** {@link recognise} for several selections of kinds: a text is searched once. */
export function recogniser(text: string, options: RecogniseOptions = {}): (kinds?: readonly SpanKind[]) => Span[] {
  const plain = halfWidth(text);
  const source = sourceOf(plain, options.at === undefined ? undefined : parseReference(options.at));
  const known = new Map<SpanKind, readonly Found[]>();
  const spansOf = (kind: SpanKind, find: (source: Source) => Found[]): readonly Found[] => {
    const found =
      known.get(kind) ?? find(source).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    known.set(kind, found);
    return found;
  };
  return (kinds) => {
    const wanted = (kind: SpanKind): boolean => kinds?.includes(kind) ?? !RANGE_KINDS.has(kind);
    const taken: Found[] = [];
    const claimed = new Uint8Array(plain.length);
    for (const [kind, find] of FINDERS) {
      if (!wanted(kind) && !ALWAYS.includes(kind)) continue;
      for (const span of spansOf(kind, find)) {
        if (claimed.subarray(span.start, span.end).includes(1)) continue;
        claimed.fill(1, span.start, span.end);
        taken.push(span);
      }
    }
    return taken
      .filter(({ kind }) => wanted(kind))
      .sort((a, b) => a.start - b.start)
      .map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
  };
}

function sourceOf(text: string, at: Reference | undefined): Source {
  let dates: DateFound[] | undefined;
  let times: TimeFound[] | undefined;
  return { text, at, dates: () => (dates ??= findDates(text)), times: () => (times ??= findTimes(text)) };
}

function datetimeRanges({ text, at, dates, times }: Source): Found[] {
  const ends = { dates: dates(), datetimes: findDatetimes(text, dates(), times(), at), at };
  return findDatetimeRanges(text, timeRanges(text, times()), ends);
}

function dateSpans({ dates, at }: Source): Found[] {
  return dates().flatMap(({ start, end, when }): Found[] => {
    const value = at === undefined ? formatWhen(when) : resolveWhen(when, at);
    return value === undefined ? [] : [{ kind: "date", start, end, value }];
  });
}

function timeSpans({ times }: Source): Found[] {
  return times()
    .filter(({ weak }) => !weak)
    .map(({ start, end, hour, minute }) => ({ kind: "time", start, end, value: `${pad(hour)}:${pad(minute)}` }));
}
