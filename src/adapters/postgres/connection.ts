import { randomBytes } from "node:crypto";
import type { Client, QueryConfig } from "pg";
import { asUnavailable, isLost, type Target } from "./errors.js";
import { type ConnectionSettings, secretsOf } from "./settings.js";

/** A row, by the names of its columns; who reads it knows their types. */
export type Row = Record<string, unknown>;

/** Waits; given from outside so that tests need not. */
export type Wait = (milliseconds: number) => Promise<void>;

/** What a statement is run with. */
export interface Statements {
  /** @param name under which the server keeps the statement prepared */
  query(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
}

/** Not sent with the connection itself: servers in between (PgBouncer) refuse what they do not know. */
const SETTINGS = "SELECT set_config('statement_timeout', $1, false), set_config('hnsw.ef_search', '400', false)";

/** Pauses before another attempt to connect, in milliseconds. */
const BACKOFF = [0, 250, 1000, 2500];
const CONNECT_TIMEOUT = 10_000;
/** What a server says while it starts. */
const STARTING = "57P03";
/** The server is given this much longer than it is told, so that it can say itself that it was too slow. */
const GRACE = 5000;

/**
 * One connection to a server, opened when it is first needed. When it is lost, it is opened once more, with pauses that
 * grow, and what was asked for is asked again: every statement here may be repeated.
 */
export class Connection implements Statements {
  private client: Client | undefined;
  private reached = false;
  /** Ends the names of prepared statements: behind a server in between, several connections may share what they prepare. */
  private session = "";
  private known: Target | undefined;
  /** One after the other: a transaction is not to hold statements of others. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly wait: Wait,
  ) {}

  /** Whom messages are about. */
  async target(): Promise<Target> {
    return this.known ?? (await this.prepare()).target;
  }

  query(text: string, values: readonly unknown[] = [], name?: string): Promise<Row[]> {
    return this.inTurn(() =>
      this.again((client) => run(client, text, values, this.patience, name && `${name}-${this.session}`)),
    );
  }

  /**
   * All or nothing. A connection that is lost takes everything back, and `work` is done once more from the start.
   * @param timeoutSeconds of one statement
   */
  transaction<T>(work: (statements: Statements) => Promise<T>, timeoutSeconds: number): Promise<T> {
    const milliseconds = timeoutSeconds * 1000;
    return this.inTurn(() =>
      this.again(async (client) => {
        const query: Statements["query"] = (text, values = [], name) =>
          run(client, text, values, milliseconds + GRACE, name && `${name}-${this.session}`);
        await query("BEGIN");
        try {
          await query(`SET LOCAL statement_timeout = ${Math.round(milliseconds)}`);
          const result = await work({ query });
          await query("COMMIT");
          return result;
        } catch (thrown) {
          if (!isLost(thrown)) await query("ROLLBACK").catch(() => undefined);
          throw thrown;
        }
      }),
    );
  }

  async close(): Promise<void> {
    await this.turn.catch(() => undefined);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** Milliseconds that a statement may take before the connection counts as lost. */
  private get patience(): number {
    return this.settings.timeoutSeconds * 1000 + GRACE;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work, work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async again<T>(work: (client: Client) => Promise<T>): Promise<T> {
    try {
      const client = await this.connected();
      try {
        return await work(client);
      } catch (thrown) {
        if (!isLost(thrown)) throw thrown;
        this.drop(client);
        return await work(await this.connected());
      }
    } catch (thrown) {
      if (isLost(thrown)) this.drop(this.client);
      throw asUnavailable(thrown, await this.target());
    }
  }

  /** A server that was never reached is not waited for, but where it says that it is starting. */
  private async connected(): Promise<Client> {
    if (this.client !== undefined) return this.client;
    try {
      return await this.open(this.reached ? BACKOFF.length : 1);
    } catch (thrown) {
      if (this.reached || (thrown as { code?: string }).code !== STARTING) throw thrown;
      return this.open(BACKOFF.length);
    }
  }

  private async open(attempts: number): Promise<Client> {
    for (let attempt = 1; ; attempt++) {
      const pause = attempts > 1 ? BACKOFF[attempt - 1]! : 0;
      if (pause > 0) await this.wait(pause);
      const { client } = await this.prepare();
      try {
        await client.connect();
        await run(client, SETTINGS, [String(this.settings.timeoutSeconds * 1000)], this.patience);
        this.reached = true;
        this.session = randomBytes(4).toString("hex");
        this.client = client;
        return client;
      } catch (thrown) {
        destroy(client);
        if (attempt >= attempts || !isLost(thrown)) throw thrown;
      }
    }
  }

  private async prepare(): Promise<{ client: Client; target: Target }> {
    const { url, schema, timeoutSeconds } = this.settings;
    const { default: pg } = await import("pg");
    const client = new pg.Client({
      ...(url === undefined ? {} : { connectionString: url }),
      application_name: "kefu",
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      keepAlive: true,
    });
    const { host, port, database = "", user = "", password } = client;
    const server = `${host}:${port}/${database}`;
    const secrets = secretsOf(this.settings, password);
    this.known = { server, user, database, schema, timeoutSeconds, secrets };
    // An idle connection that breaks tells it here; the next statement finds it gone and opens another.
    client.on("error", () => {
      if (this.client === client) this.drop(client);
    });
    return { client, target: this.known };
  }

  private drop(client: Client | undefined): void {
    if (client !== undefined) destroy(client);
    this.client = undefined;
  }
}

/** Ends a connection without a word to the server, which may not be there to hear it. */
function destroy(client: Client): void {
  (
    client as Client & { readonly connection?: { readonly stream?: { destroy(): void } } }
  ).connection?.stream?.destroy();
}

async function run(
  client: Client,
  text: string,
  values: readonly unknown[],
  patience: number,
  name?: string,
): Promise<Row[]> {
  const named = name === undefined ? {} : { name };
  const config: QueryConfig & { query_timeout: number } = {
    text,
    values: [...values],
    query_timeout: patience,
    ...named,
  };
  const { rows } = await client.query<Row>(config);
  return rows;
}
