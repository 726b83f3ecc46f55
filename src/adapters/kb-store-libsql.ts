import { promises as fs } from "node:fs";
import path from "node:path";
import Database from "libsql";
import type { FaqEntry } from "../kb/entry.js";
import type { VectorCache } from "../kb/index/segment-writer.js";
import type { EntryKey, KbStore, RunRecord, SourceRecord, StoreChange } from "../kb/store.js";
import { KefuError } from "../messages/errors.js";
import { first } from "./kb-store-migrations/001-first.js";

/** One script a version; a store at version n has had the first n. Scripts are only ever added. */
const MIGRATIONS: readonly string[] = [first];

type Row = Readonly<Record<string, unknown>>;

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
    db.transaction(() => {
      db.exec(script);
      db.exec(`PRAGMA user_version = ${version + at + 1}`);
    })();
  }
}

function optional<K extends string, T>(key: K, value: T | null): Partial<Record<K, T>> {
  return value === null ? {} : ({ [key]: value } as Record<K, T>);
}

function toKey(row: Row): EntryKey {
  return {
    id: row["id"] as string,
    hash: row["hash"] as string,
    file: row["file"] as string,
    segment: row["segment"] as string,
    ordinal: row["ordinal"] as number,
    ...optional("sheet", row["sheet"] as string | null),
    ...optional("row", row["row"] as number | null),
    ...optional("line", row["line"] as number | null),
  };
}

function toSource(row: Row): SourceRecord {
  return {
    file: row["file"] as string,
    fingerprint: row["fingerprint"] as string,
    origin: row["origin"] as SourceRecord["origin"],
    options: JSON.parse(row["options"] as string) as SourceRecord["options"],
    entries: row["entries"] as number,
    skipped: row["skipped"] as number,
    warnings: row["warnings"] as number,
  };
}

class LibsqlStore implements KbStore {
  constructor(
    private readonly db: Database.Database,
    private readonly file: string,
  ) {}

  private all(sql: string, ...params: unknown[]): Row[] {
    return guarded(this.file, () => this.db.prepare(sql).all(...params) as Row[]);
  }

  async state(): Promise<{ generation: number; manifest: string | undefined }> {
    const meta = new Map(this.all("SELECT key, value FROM meta").map((row) => [row["key"], row["value"] as string]));
    return { generation: Number(meta.get("generation") ?? 0), manifest: meta.get("manifest") };
  }

  async sources(): Promise<SourceRecord[]> {
    return this.all("SELECT * FROM sources ORDER BY file").map(toSource);
  }

  async keys(): Promise<EntryKey[]> {
    return this.all("SELECT id, hash, file, sheet, row, line, segment, ordinal FROM entries ORDER BY id").map(toKey);
  }

  async entries(): Promise<FaqEntry[]> {
    return this.all("SELECT body FROM entries ORDER BY id").map((row) => JSON.parse(row["body"] as string) as FaqEntry);
  }

  async commit(change: StoreChange): Promise<void> {
    guarded(this.file, () => this.db.transaction(() => this.apply(change))());
  }

  private apply(change: StoreChange): void {
    const removeEntries = this.db.prepare("DELETE FROM entries WHERE file = ?");
    const removeSource = this.db.prepare("DELETE FROM sources WHERE file = ?");
    for (const file of change.removed) {
      removeEntries.run(file);
      removeSource.run(file);
    }
    const putSource = this.db.prepare("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const { file, fingerprint, origin, options, entries, skipped, warnings } of change.sources) {
      putSource.run(file, fingerprint, origin, JSON.stringify(options), entries, skipped, warnings);
    }
    const putEntry = this.db.prepare("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const { entry, segment, ordinal } of change.entries) {
      const { file, sheet = null, row = null, line = null } = entry.source;
      putEntry.run(entry.id, file, entry.hash, sheet, row, line, segment, ordinal, JSON.stringify(entry));
    }
    const move = this.db.prepare("UPDATE entries SET segment = ?, ordinal = ? WHERE id = ?");
    for (const { id, segment, ordinal } of change.moved) move.run(segment, ordinal, id);
    const putMeta = this.db.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)");
    putMeta.run("generation", String(change.generation));
    putMeta.run("manifest", change.manifest);
    const { generation, at, ...summary } = change.run;
    this.db.prepare("INSERT OR REPLACE INTO runs VALUES (?, ?, ?)").run(generation, at, JSON.stringify(summary));
  }

  async runs(limit: number): Promise<RunRecord[]> {
    const rows = this.all("SELECT generation, at, summary FROM runs ORDER BY generation DESC LIMIT ?", limit);
    return rows.map((row) => ({
      generation: row["generation"] as number,
      at: row["at"] as string,
      ...(JSON.parse(row["summary"] as string) as Omit<RunRecord, "generation" | "at">),
    }));
  }

  vectorCache(embedderDigest: string): VectorCache {
    const find = this.db.prepare("SELECT vector FROM vectors WHERE embedder = ? AND text = ?");
    const put = this.db.prepare("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)");
    return {
      get: (text) => {
        const row = guarded(this.file, () => find.get(embedderDigest, text) as Row | undefined);
        if (row === undefined) return undefined;
        const bytes = Uint8Array.from(row["vector"] as Uint8Array);
        return new Float32Array(bytes.buffer);
      },
      set: (text, vector) => {
        const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
        guarded(this.file, () => put.run(embedderDigest, text, bytes));
      },
    };
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
