import { normalise } from "../../text/normalise.js";
import { CHANNELS, STATUSES, type AnswerVariant, type Channel, type EntryStatus, type FaqEntry } from "../entry.js";
import type { Lazy } from "./pieces.js";
import type { SectionBytes, Sections } from "./sections.js";

/** Which entries a query may find. */
export interface QueryFilter {
  /** ISO local date-time (an offset is ignored: the wall clock counts); entries not in effect then are left out. */
  readonly at?: string;
  /** Entries without an answer for this channel (and `tier`) are left out; when it is not given, any answer will do. */
  readonly channel?: Channel;
  /** The caller's tier; counts together with `channel`. */
  readonly tier?: string;
  /** Default `["online"]`. */
  readonly statuses?: readonly EntryStatus[];
  /** Entries are found whatever their negative keywords; for explanations, and of a local index only. */
  readonly ignoreNegative?: boolean;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?/;
const DAY = 86_400_000;
const ANY_CHANNEL = 1 << CHANNELS.length;
/** The entry has answers for tiers. */
const TIERED = 0x80;
/** The entry has negative keywords. */
const NEGATIVE = 0x40;

/**
 * Wall-clock milliseconds of an ISO date or date-time; `NaN` for anything else. A date alone is its first moment, or
 * its last one with `end`.
 */
export function wallClock(iso: string, end = false): number {
  const parts = ISO.exec(iso);
  if (parts === null) return NaN;
  const [, year, month, day, hour, minute, second] = parts.map(Number) as number[];
  if (parts[4] === undefined) return Date.UTC(year!, month! - 1, day) + (end ? DAY - 1 : 0);
  return Date.UTC(year!, month! - 1, day, hour, minute, Number.isNaN(second) ? 0 : second);
}

/** True when the variant may be given to a caller of this channel and tier. */
export function variantFits(variant: AnswerVariant, channel: Channel | undefined, tier: string | undefined): boolean {
  return (variant.channel ?? channel) === channel && (variant.tier ?? tier) === tier;
}

/** Columns of a segment by which entries are filtered before they are ranked; nothing is decoded for them. */
export function addFilterColumns(sections: Map<string, SectionBytes>, entries: readonly FaqEntry[]): void {
  sections.set(
    "status",
    Uint8Array.from(entries, (entry) => STATUSES.indexOf(entry.status)),
  );
  sections.set(
    "from",
    Float64Array.from(entries, ({ effective }) => bound(effective.from, -Infinity, false)),
  );
  sections.set(
    "until",
    Float64Array.from(entries, ({ effective }) => bound(effective.until, Infinity, true)),
  );
  sections.set("channel", Uint8Array.from(entries, channelBits));
}

/** What the columns hold for one entry. */
export function filterValues(entry: FaqEntry): { status: number; from: number; until: number; bits: number } {
  const { status, effective } = entry;
  const [from, until] = [bound(effective.from, -Infinity, false), bound(effective.until, Infinity, true)];
  return { status: STATUSES.indexOf(status), from, until, bits: channelBits(entry) };
}

/** Bits of which an entry needs one to have an answer for everybody on a channel, or on any. */
export function openBits(channel: Channel | undefined): number {
  return channel === undefined ? ~NEGATIVE : ANY_CHANNEL | (1 << CHANNELS.indexOf(channel));
}

function bound(iso: string | undefined, otherwise: number, end: boolean): number {
  const time = iso === undefined ? NaN : wallClock(iso, end);
  return Number.isNaN(time) ? otherwise : time;
}

function channelBits({ answers, negative }: FaqEntry): number {
  let bits = negative.length > 0 ? NEGATIVE : 0;
  for (const { channel, tier } of answers) {
    if (tier !== undefined) bits |= TIERED;
    else bits |= channel === undefined ? ANY_CHANNEL : 1 << CHANNELS.indexOf(channel);
  }
  return bits;
}

/** Columns of several segments as those of one. A number beyond `entries` is that of an entry left out. */
export function copyFilterColumns(
  sections: Map<string, SectionBytes>,
  entries: number,
  parts: readonly { readonly columns: FilterColumns; readonly ordinals: Uint32Array }[],
): void {
  const [status, channel] = [new Uint8Array(entries), new Uint8Array(entries)];
  const [from, until] = [new Float64Array(entries), new Float64Array(entries)];
  for (const { columns, ordinals } of parts) {
    ordinals.forEach((ordinal, old) => {
      if (ordinal >= entries) return;
      status[ordinal] = columns.status[old]!;
      channel[ordinal] = columns.bits[old]!;
      from[ordinal] = columns.from[old]!;
      until[ordinal] = columns.until[old]!;
    });
  }
  sections.set("status", status).set("from", from).set("until", until).set("channel", channel);
}

/**
 * What queries filter by, one value an entry of a segment: place in `STATUSES`, effective period in milliseconds of
 * wall-clock
 * time (±Infinity where it is open), and the bits of its channels. A column is read when it is first asked for.
 */
export class FilterColumns {
  private readonly statusColumn: Lazy<Uint8Array>;
  private readonly fromColumn: Lazy<Float64Array>;
  private readonly untilColumn: Lazy<Float64Array>;
  private readonly bitsColumn: Lazy<Uint8Array>;

  constructor(sections: Sections, entries: number) {
    this.statusColumn = sections.u8("status", entries);
    this.fromColumn = sections.f64("from", entries);
    this.untilColumn = sections.f64("until", entries);
    this.bitsColumn = sections.u8("channel", entries);
  }

  get status(): Uint8Array {
    return this.statusColumn.value;
  }

  get from(): Float64Array {
    return this.fromColumn.value;
  }

  get until(): Float64Array {
    return this.untilColumn.value;
  }

  get bits(): Uint8Array {
    return this.bitsColumn.value;
  }

  /**
   * A test of entry ordinals.
   * @param query normalised; an entry with a negative keyword that stands in it fails
   * @param entry asked for only where an entry has negative keywords or answers for tiers
   */
  test(filter: QueryFilter, query: string, entry: (ordinal: number) => FaqEntry): (ordinal: number) => boolean {
    const statuses = (filter.statuses ?? ["online"]).reduce(
      (bits, status) => bits | (1 << STATUSES.indexOf(status)),
      0,
    );
    const at = filter.at === undefined ? NaN : wallClock(filter.at);
    const { channel, tier } = filter;
    const open = openBits(channel);
    const { status, bits: column } = this;
    const [from, until] = Number.isNaN(at) ? [] : [this.from, this.until];
    return (ordinal) => {
      if (((statuses >> status[ordinal]!) & 1) === 0) return false;
      if (from !== undefined && until !== undefined && (at < from[ordinal]! || at > until[ordinal]!)) return false;
      const bits = column[ordinal]!;
      if (filter.ignoreNegative !== true && (bits & NEGATIVE) !== 0 && isExcluded(entry(ordinal), query)) return false;
      if ((bits & open) !== 0) return true;
      return (bits & TIERED) !== 0 && entry(ordinal).answers.some((answer) => variantFits(answer, channel, tier));
    };
  }
}

/** Negative keywords, normalised; `word`: it counts only where it stands as whole words. */
export function negativesOf({ negative }: Pick<FaqEntry, "negative">): { word: boolean; text: string }[] {
  return negative
    .map(normalise)
    .filter((text) => text !== "")
    .map((text) => {
      // Chinese is written without spaces; a Latin keyword must be whole words (`tea` is not in `team`).
      const word = /[a-z]/.test(text);
      return { word, text: word ? text : text.replaceAll(" ", "") };
    });
}

function isExcluded(entry: FaqEntry, query: string): boolean {
  return negativeIn(entry, query) !== undefined;
}

/** The first negative keyword of an entry that stands in a normalised query, normalised. */
export function negativeIn(entry: Pick<FaqEntry, "negative">, query: string): string | undefined {
  const compact = query.replaceAll(" ", "");
  return negativesOf(entry).find(({ word, text }) =>
    word ? ` ${query} `.includes(` ${text} `) : compact.includes(text),
  )?.text;
}
