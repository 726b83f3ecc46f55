import type Database from "libsql";
import type { FaqEntry } from "../kb/entry.js";
import type { EntryKey, RunRecord } from "../kb/store.js";

/**
 * Does something all or nothing. Where the disk is full SQLite has rolled back by itself, and asking for it again would fail
 * and hide why.
 */
export function inTransaction(db: Database.Database, work: () => void): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    work();
    db.exec("COMMIT");
  } catch (cause) {
    try {
      db.exec("ROLLBACK");
    } catch {
      // Nothing is left to be rolled back.
    }
    throw cause;
  }
}

/** A row as libsql hands it out. */
export type Row = Readonly<Record<string, unknown>>;

/** Columns of an {@link EntryKey}. */
export const KEY_COLUMNS = "number, id, hash, file, place, segment, ordinal";

/** A row of entries without the body: who the entry is, where it stands in its source and in the index. */
export function toKey(row: Row): EntryKey {
  return {
    number: row["number"] as number,
    id: row["id"] as string,
    hash: row["hash"] as string,
    file: row["file"] as string,
    place: row["place"] as string,
    segment: row["segment"] as string,
    ordinal: row["ordinal"] as number,
  };
}

/** A row of runs; what a run counted is kept as JSON in `summary`. */
export function toRun(row: Row): RunRecord {
  return {
    generation: row["generation"] as number,
    at: row["at"] as string,
    ...(JSON.parse(row["summary"] as string) as Omit<RunRecord, "generation" | "at">),
  };
}

/** The entry in a row's `body`, which is its JSON. */
export function toEntry(row: Row): FaqEntry {
  return JSON.parse(row["body"] as string) as FaqEntry;
}
