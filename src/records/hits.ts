import type { InteractionRecord } from "./record.js";

/** Both ends count; a date without a time means the whole day. Local time, as the records have it. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** How often an entry was answered, and when last. */
export interface EntryHits {
  readonly hits: number;
  /** Time of the last hit, as the record has it. */
  readonly last: string;
}

/** How often each entry was the answer in a period. */
export interface HitCounts {
  readonly entries: ReadonlyMap<string, EntryHits>;
  /** Turns in the period. */
  readonly turns: number;
  /** Turns that got no answer: fallbacks. */
  readonly unanswered: number;
  readonly sessions: number;
}

/** Whether a record's local time lies in a period. */
export function inPeriod(time: string, { from, to }: Period): boolean {
  const local = time.slice(0, 19);
  return (from === undefined || local >= from) && (to === undefined || local.slice(0, to.length) <= to);
}

/** Counts which entries the conversations of a period reached. */
export function countHits(records: readonly InteractionRecord[], period: Period = {}): HitCounts {
  const entries = new Map<string, { hits: number; last: string }>();
  const sessions = new Set<string>();
  let turns = 0;
  let unanswered = 0;
  for (const record of records) {
    if (!inPeriod(record.time, period)) continue;
    turns++;
    sessions.add(record.session);
    if (record.decision === "fallback") unanswered++;
    if (record.entry === null) continue;
    const known = entries.get(record.entry) ?? { hits: 0, last: record.time };
    const last = Date.parse(record.time) > Date.parse(known.last) ? record.time : known.last;
    entries.set(record.entry, { hits: known.hits + 1, last });
  }
  return { entries, turns, unanswered, sessions: sessions.size };
}
