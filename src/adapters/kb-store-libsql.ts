import { promises as fs } from "node:fs";
import path from "node:path";
import Database from "libsql";
import type { FaqEntry } from "../kb/entry.js";
import type { VectorCache } from "../kb/index/segment-writer.js";
import { encodeEntry } from "../kb/index/entry-codec.js";
import { placeText } from "../kb/ingest/place.js";
import type { EntryKey, KbStore, PlacedEntry, RunRecord, SourceRecord, StoreChange, WayBack } from "../kb/store.js";
import { KefuError } from "../messages/errors.js";
import { applyChange, wayBack } from "./kb-store-changes.js";
import { first } from "./kb-store-migrations/001-first.js";
import { history } from "./kb-store-migrations/002-history.js";
import { vectors } from "./kb-store-migrations/003-vectors.js";
import { KEY_COLUMNS, inTransaction, toEntry, toKey, toRun } from "./kb-store-rows.js";
import type { Row } from "./kb-store-rows.js";
import { StoredVectors, sweepVectors } from "./kb-store-vectors.js";

/** One script a version; a store at version n has had the first n. Scripts are only ever added. */
const MIGRATIONS: readonly string[] = [first, history, vectors];

const BUSY_MS = 10_000;

/** Entries that are read at a time when all are wanted. */
const PAGE = 500;

function storeFailure(file: string, cause: unknown): unknown {
  if (cause instanceof KefuError || !(cause instanceof Error)) return cause;
  const code = "code" in cause ? String(cause.code) : "";
  const reason = cause.message;
  if (code.startsWith("SQLITE_NOTADB") || code.startsWith("SQLITE_CORRUPT")) {
    return new KefuError(
      "input",
      "kb.ingest.store-damaged",
      { path: file },
      { hint: { key: "kb.ingest.store-damaged-hint", params: { path: file } }, cause },
    );
  }
  if (code.startsWith("SQLITE_FULL"))
    return new KefuError("unavailable", "common.file.no-space", { path: file }, { cause });
  if (/^SQLITE_(READONLY|CANTOPEN|IOERR|PERM|BUSY|LOCKED)/.test(code) || reason.includes("Unable to open")) {
    return new KefuError("unavailable", "common.file.unwritable", { path: file, reason }, { cause });
  }
  return cause;
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw storeFailure(file, cause);
  }
}

function versionOf(db: Database.Database): number {
  return Number((db.prepare("PRAGMA user_version").get() as Row)["user_version"]);
}

function migrate(db: Database.Database, file: string): void {
  const version = versionOf(db);
  if (version > MIGRATIONS.length) {
    const params = { path: file, found: version, known: MIGRATIONS.length };
    throw new KefuError("input", "common.unknown-version", params, {
      hint: { key: "kb.ingest.store-damaged-hint", params: { path: file } },
    });
  }
  for (const [at, script] of MIGRATIONS.slice(version).entries()) {
    inTransaction(db, () => {
      db.exec(script);
      db.exec(`PRAGMA user_version = ${version + at + 1}`);
    });
  }
}

class LibsqlStore implements KbStore {
  constructor(
    private readonly db: Database.Database,
    private readonly file: string,
  ) {}

  private all(sql: string, ...params: unknown[]): Row[] {
    return guarded(this.file, () => this.db.prepare(sql).all(...params) as Row[]);
  }

  private generation(): number {
    const [row] = this.all("SELECT value FROM meta WHERE key = 'generation'");
    return Number(row?.["value"] ?? 0);
  }

  async state(): Promise<{ generation: number; manifest: string | undefined }> {
    const meta = new Map(this.all("SELECT key, value FROM meta").map((row) => [row["key"], row["value"] as string]));
    return { generation: Number(meta.get("generation") ?? 0), manifest: meta.get("manifest") };
  }

  async sources(): Promise<SourceRecord[]> {
    const rows = this.all("SELECT record FROM source_versions WHERE died IS NULL ORDER BY file");
    return rows.map((row) => JSON.parse(row["record"] as string) as SourceRecord);
  }

  private live<T>(column: "file" | "id", values: readonly string[], columns: string, make: (row: Row) => T): T[] {
    const generation = this.generation();
    return guarded(this.file, () => {
      const sql = `SELECT ${columns} FROM versions WHERE ${column} = ? AND died IS NULL AND born <= ? ORDER BY id`;
      const find = this.db.prepare(sql);
      return values.flatMap((value) => (find.all(value, generation) as Row[]).map(make));
    });
  }

  async keys(files: readonly string[]): Promise<EntryKey[]> {
    return this.live("file", files, KEY_COLUMNS, toKey);
  }

  async holders(ids: readonly string[]): Promise<EntryKey[]> {
    return this.live("id", ids, KEY_COLUMNS, toKey);
  }

  async entriesById(ids: readonly string[]): Promise<FaqEntry[]> {
    return this.live("id", ids, "body", toEntry);
  }

  *entries(): Iterable<FaqEntry> {
    const generation = this.generation();
    const sql =
      "SELECT number, body FROM versions WHERE number > ? AND died IS NULL AND born <= ? ORDER BY number LIMIT ?";
    for (let last = 0, rows: Row[]; ; last = rows.at(-1)!["number"] as number) {
      rows = this.all(sql, last, generation, PAGE);
      for (const row of rows) yield toEntry(row);
      if (rows.length < PAGE) return;
    }
  }

  async stage(generation: number, entries: readonly PlacedEntry[]): Promise<void> {
    guarded(this.file, () => {
      const put = this.db.prepare(
        "INSERT INTO versions (id, file, hash, place, segment, ordinal, born, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      );
      inTransaction(this.db, () => {
        for (const { entry, segment, ordinal } of entries) {
          const { id, hash, source } = entry;
          put.run(id, source.file, hash, placeText(source), segment, ordinal, generation, encodeEntry(entry));
        }
      });
    });
  }

  async discard(): Promise<void> {
    guarded(this.file, () => this.db.prepare("DELETE FROM versions WHERE born > ?").run(this.generation()));
  }

  async commit(change: StoreChange): Promise<void> {
    guarded(this.file, () => {
      inTransaction(this.db, () => {
        applyChange(this.db, change);
      });
    });
  }

  async runs(limit: number): Promise<RunRecord[]> {
    return this.all("SELECT generation, at, summary FROM runs ORDER BY generation DESC LIMIT ?", limit).map(toRun);
  }

  async wayBack(generation: number): Promise<WayBack> {
    return guarded(this.file, () => wayBack(this.db, generation));
  }

  async historySize(): Promise<{ runs: number; versions: number; bytes: number }> {
    const [row] = this.all(
      "SELECT (SELECT count(*) FROM runs) AS runs, count(*) AS versions, coalesce(sum(length(body)), 0) AS bytes FROM versions WHERE died IS NOT NULL",
    );
    return { runs: row!["runs"] as number, versions: row!["versions"] as number, bytes: row!["bytes"] as number };
  }

  async checked(): Promise<Map<string, string>> {
    const rows = this.all("SELECT file, stamp FROM checked");
    return new Map(rows.map((row) => [row["file"] as string, row["stamp"] as string]));
  }

  vectorCache(embedderDigest: string): VectorCache {
    const vectors = guarded(this.file, () => new StoredVectors(this.db, embedderDigest));
    return {
      get: (text) => guarded(this.file, () => vectors.get(text)),
      set: (made) => guarded(this.file, () => vectors.set(made)),
    };
  }

  async sweepVectors(always: boolean): Promise<void> {
    guarded(this.file, () => sweepVectors(this.db, always));
  }

  async close(): Promise<void> {
    this.db.close();
  }
}

/**
 * Opens the store, makes it where it is missing, and brings an older one up to date.
 *
 * WAL with full sync: a run that is killed anywhere leaves the last committed one, and a commit that returned outlives a
 * power cut, so that the index is never published ahead of it.
 * @param file `:memory:` for one that is gone when it is closed
 * @throws KefuError `input` for a damaged store or one of a newer version, `unavailable` where it cannot be written
 */
export async function openKbStore(file: string): Promise<KbStore> {
  if (file !== ":memory:") {
    await fs.mkdir(path.dirname(file), { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
      throw new KefuError("unavailable", "common.file.unwritable", { path: file, reason: cause.message }, { cause });
    });
  }
  return guarded(file, () => {
    const db = new Database(file);
    try {
      // A process that has just let go of the workspace may still be putting its log into the file.
      db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
      db.exec("PRAGMA journal_mode = WAL");
      db.exec("PRAGMA synchronous = FULL");
      migrate(db, file);
      return new LibsqlStore(db, file);
    } catch (cause) {
      db.close();
      throw cause;
    }
  });
}
