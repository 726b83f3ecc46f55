import { createHash } from "node:crypto";
import type Database from "libsql";
import { questionsOf } from "../kb/index/entry-codec.js";
import { inTransaction, toEntry } from "./kb-store-rows.js";
import type { Row } from "./kb-store-rows.js";

type Db = Database.Database;

const PAGE = 500;

/** Vectors that are kept whatever entries there are, until they have doubled: looking through all entries takes its time. */
const FREE = 1000;

/** Encoders whose vectors are kept: the one in use, and the one before it, so that one can go back and forth. */
const ENCODERS = 2;

const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The number of an encoder, which is the latest one from now on. */
function encoderNumber(db: Db, digest: string): number {
  const latest = "(SELECT coalesce(max(used), 0) + 1 FROM encoders)";
  db.prepare(
    `INSERT INTO encoders (digest, used) VALUES (?, ${latest}) ON CONFLICT (digest) DO UPDATE SET used = ${latest}`,
  ).run(digest);
  return (db.prepare("SELECT number FROM encoders WHERE digest = ?").get(digest) as Row)["number"] as number;
}

/** See `KbStore.vectorCache`. */
export class StoredVectors {
  private readonly encoder: number;
  private readonly find: Database.Statement;
  private readonly put: Database.Statement;

  constructor(
    private readonly db: Db,
    digest: string,
  ) {
    this.encoder = encoderNumber(db, digest);
    this.find = db.prepare("SELECT vector FROM vectors WHERE encoder = ? AND hash = ?");
    this.put = db.prepare("INSERT OR REPLACE INTO vectors (encoder, hash, vector) VALUES (?, ?, ?)");
  }

  get(text: string): Float32Array | undefined {
    const row = this.find.get(this.encoder, hashOf(text)) as Row | undefined;
    return row && new Float32Array(Uint8Array.from(row["vector"] as Uint8Array).buffer);
  }

  set(vectors: ReadonlyMap<string, Float32Array>): void {
    inTransaction(this.db, () => {
      for (const [text, { buffer, byteOffset, byteLength }] of vectors)
        this.put.run(this.encoder, hashOf(text), Buffer.from(buffer, byteOffset, byteLength));
    });
  }
}

function count(db: Db): number {
  return (db.prepare("SELECT count(*) AS n FROM vectors").get() as Row)["n"] as number;
}

/** Texts of all entries, now and in the history. */
function gatherUsed(db: Db): void {
  db.exec("CREATE TEMP TABLE used (hash BLOB PRIMARY KEY) WITHOUT ROWID");
  // A buffer that is the only parameter would be taken for named ones: it stands in a list.
  const use = db.prepare("INSERT OR IGNORE INTO used VALUES (?)");
  const find = db.prepare("SELECT number, body FROM versions WHERE number > ? ORDER BY number LIMIT ?");
  for (let last = 0, rows: Row[]; ; last = rows.at(-1)!["number"] as number) {
    rows = find.all(last, PAGE) as Row[];
    for (const row of rows) for (const text of questionsOf(toEntry(row))) use.run([hashOf(text)]);
    if (rows.length < PAGE) return;
  }
}

/** See `KbStore.sweepVectors`. */
export function sweepVectors(db: Db, always: boolean): void {
  const kept = count(db);
  const swept = db.prepare("SELECT value FROM meta WHERE key = 'vectors'").get() as Row | undefined;
  if (kept === 0 || (!always && kept <= 2 * Math.max(FREE, Number(swept?.["value"] ?? 0)))) return;
  inTransaction(db, () => {
    gatherUsed(db);
    db.prepare("DELETE FROM encoders WHERE number NOT IN (SELECT number FROM encoders ORDER BY used DESC LIMIT ?)").run(
      ENCODERS,
    );
    db.exec("DELETE FROM vectors WHERE encoder NOT IN (SELECT number FROM encoders)");
    db.exec("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM used)");
    db.exec("DROP TABLE used");
    db.prepare("INSERT OR REPLACE INTO meta VALUES ('vectors', ?)").run(String(count(db)));
  });
}
