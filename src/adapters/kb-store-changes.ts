import type Database from "libsql";
import type { EntryKey, SourceRecord, StoreChange, WayBack } from "../kb/store.js";
import type { FaqEntry } from "../kb/entry.js";
import { KEY_COLUMNS, toEntry, toKey } from "./kb-store-rows.js";
import type { Row } from "./kb-store-rows.js";

type Db = Database.Database;

const PAGE = 500;

function endSource(db: Db, generation: number): (file: string) => void {
  const end = db.prepare("UPDATE source_versions SET died = ? WHERE file = ? AND died IS NULL");
  return (file) => void end.run(generation, file);
}

function changeSources(db: Db, { generation, forgotten, sources }: StoreChange): void {
  const end = endSource(db, generation);
  const put = db.prepare("INSERT INTO source_versions (file, born, record) VALUES (?, ?, ?)");
  for (const file of forgotten) end(file);
  for (const record of sources) {
    end(record.file);
    put.run(record.file, generation, JSON.stringify(record));
  }
}

/** A last look before the commit: no id may be live twice. Costs follow the entries of this run. */
function checkIds(db: Db, generation: number): void {
  const twice = db
    .prepare(
      `SELECT new.id AS id FROM versions AS new JOIN versions AS other
       ON other.id = new.id AND other.died IS NULL AND other.number <> new.number
       WHERE new.born = ? AND new.died IS NULL LIMIT 1`,
    )
    .get(generation) as Row | undefined;
  if (twice !== undefined) throw new Error(`two live entries of id ${String(twice["id"])}`);
}

/** Drops the states that no run in the history stands for. */
function prune(db: Db, keep: number): void {
  const oldest = db.prepare("SELECT generation FROM runs ORDER BY generation DESC LIMIT 1 OFFSET ?").get(keep - 1);
  if (oldest === undefined) return;
  const generation = (oldest as Row)["generation"] as number;
  db.prepare("DELETE FROM runs WHERE generation < ?").run(generation);
  db.prepare("DELETE FROM versions WHERE died IS NOT NULL AND died <= ?").run(generation);
  db.prepare("DELETE FROM source_versions WHERE died IS NOT NULL AND died <= ?").run(generation);
}

/** To be run inside a transaction. */
export function applyChange(db: Db, change: StoreChange): void {
  const { generation, manifest, buried, moved, checked, run } = change;
  const bury = db.prepare("UPDATE versions SET died = ? WHERE number = ?");
  for (const { number } of buried) bury.run(generation, number);
  const move = db.prepare("UPDATE versions SET segment = ?, ordinal = ? WHERE id = ? AND died IS NULL");
  for (const { id, segment, ordinal } of moved) move.run(segment, ordinal, id);
  changeSources(db, change);
  checkIds(db, generation);
  const putMeta = db.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)");
  putMeta.run("generation", String(generation));
  putMeta.run("manifest", manifest);
  db.prepare("DELETE FROM checked").run();
  const putChecked = db.prepare("INSERT INTO checked VALUES (?, ?)");
  for (const [file, stamp] of checked) putChecked.run(file, stamp);
  const { at } = run;
  const summary = JSON.stringify({ ...run, generation: undefined, at: undefined });
  db.prepare("INSERT OR REPLACE INTO runs VALUES (?, ?, ?)").run(generation, at, summary);
  prune(db, change.keep);
}

/** Versions that lived at a generation and have ended since. */
function* ended(db: Db, generation: number): Iterable<{ key: EntryKey; entry: FaqEntry }> {
  const find = db.prepare(
    `SELECT ${KEY_COLUMNS}, body FROM versions
     WHERE number > ? AND born <= ? AND died > ? ORDER BY number LIMIT ?`,
  );
  for (let last = 0, rows: Row[]; ; last = rows.at(-1)!["number"] as number) {
    rows = find.all(last, generation, generation, PAGE) as Row[];
    for (const row of rows) yield { key: toKey(row), entry: toEntry(row) };
    if (rows.length < PAGE) return;
  }
}

const sameVersion = ({ id, hash, file, place }: EntryKey): string => JSON.stringify([id, hash, file, place]);

/** See `KbStore.wayBack`. */
export function wayBack(db: Db, generation: number): WayBack {
  const select = (condition: string, ...params: unknown[]): Row[] =>
    db.prepare(`SELECT ${KEY_COLUMNS} FROM versions WHERE ${condition} ORDER BY number`).all(...params) as Row[];
  const young = select("born > ? AND died IS NULL", generation).map(toKey);
  const old = new Set(select("born <= ? AND died > ?", generation, generation).map((row) => sameVersion(toKey(row))));
  // A version that went and came again word for word stays where it is.
  const staying = new Set(young.map(sameVersion).filter((version) => old.has(version)));
  const sources = db
    .prepare("SELECT record FROM source_versions WHERE born <= ? AND died > ? ORDER BY file")
    .all(generation, generation) as Row[];
  const records = sources.map((row) => JSON.parse(row["record"] as string) as SourceRecord);
  const known = new Set(records.map(({ file }) => file));
  const later = db
    .prepare("SELECT file FROM source_versions WHERE born > ? AND died IS NULL ORDER BY file")
    .all(generation) as Row[];
  return {
    leaving: young.filter((key) => !staying.has(sameVersion(key))),
    *coming() {
      for (const version of ended(db, generation)) if (!staying.has(sameVersion(version.key))) yield version;
    },
    sources: records,
    forgotten: later.map((row) => row["file"] as string).filter((file) => !known.has(file)),
  };
}
