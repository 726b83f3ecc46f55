import { createHash } from "node:crypto";
import { KefuError } from "../../messages/errors.js";
import type {
  PoolEntry,
  PoolRequest,
  RemoteIndex,
  RemoteMeta,
  RemoteTerm,
  RemoteTransaction,
  StoredEntry,
} from "../../kb/remote/index.js";
import { Connection, type Statements, type Wait } from "./connection.js";
import { PostgresReader } from "./reader.js";
import { migrate } from "./schema.js";
import type { ConnectionSettings } from "./settings.js";
import { PostgresTransaction } from "./writer.js";

/** Seconds for one statement of a publishing: a graph over many vectors takes its time. */
const PUBLISH_TIMEOUT = 3600;

/** An index in tables of a PostgreSQL server, searched and published over one connection. */
class PostgresIndex implements RemoteIndex {
  private readonly reader: PostgresReader;

  constructor(
    private readonly connection: Connection,
    readonly server: string,
    readonly schema: string,
  ) {
    this.reader = new PostgresReader(connection, schema);
  }

  meta(): Promise<RemoteMeta> {
    return this.reader.meta();
  }

  frequencies(asked: readonly Omit<RemoteTerm, "idf">[]): Promise<number[]> {
    return this.reader.frequencies(asked);
  }

  pool(request: PoolRequest): Promise<{ generation: number; entries: PoolEntry[] }> {
    return this.reader.pool(request);
  }

  entries(numbers: readonly number[]): Promise<Map<number, StoredEntry>> {
    return this.reader.entries(numbers);
  }

  find(ids: readonly string[]): Promise<string[]> {
    return this.reader.find(ids);
  }

  list(after: number, count: number): Promise<{ number: number; json: string }[]> {
    return this.reader.list(after, count);
  }

  publish<T>(work: (transaction: RemoteTransaction) => Promise<T>): Promise<T> {
    return this.connection.transaction(async (on) => {
      await this.lock(on);
      const names = await migrate(on, this.schema, this.server);
      return work(new PostgresTransaction(on, names));
    }, PUBLISH_TIMEOUT);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** Until the end of the transaction, however it ends. */
  private async lock(on: Statements): Promise<void> {
    const key = createHash("sha256").update(`kefu ${this.schema}`).digest().readBigInt64BE().toString();
    const [row] = await on.query("SELECT pg_try_advisory_xact_lock($1::bigint) AS taken", [key]);
    if (row?.["taken"] === true) return;
    throw new KefuError(
      "unavailable",
      "kb.backend.other-publisher",
      { schema: this.schema, server: this.server },
      { hint: { key: "kb.backend.hint.other-publisher" } },
    );
  }
}

/**
 * The index on a server; nothing is connected before it is used.
 * @param wait between attempts to connect again
 */
export async function openPostgres(settings: ConnectionSettings, wait: Wait): Promise<RemoteIndex> {
  const connection = new Connection(settings, wait);
  const { server } = await connection.target();
  return new PostgresIndex(connection, server, settings.schema);
}
