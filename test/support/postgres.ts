import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** A PostgreSQL with pgvector in this process, behind a socket on the loopback. All connections share one session. */
export class TestPostgres {
  private server: PGLiteSocketServer | undefined;
  private at = 0;

  private constructor(readonly db: PGlite) {}

  static async start(): Promise<TestPostgres> {
    const made = new TestPostgres(await PGlite.create({ extensions: { vector } }));
    await made.listen();
    return made;
  }

  get port(): number {
    return this.at;
  }

  /** @param password this server asks for none, and must not show it either */
  url(password = "s3cret-%26-pass"): string {
    return `postgres://postgres:${password}@127.0.0.1:${this.at}/postgres`;
  }

  /** The same port after the first time. */
  async listen(): Promise<void> {
    this.server = new PGLiteSocketServer({ db: this.db, host: "127.0.0.1", port: this.at, maxConnections: 4 });
    await this.server.start();
    this.at = Number(this.server.getServerConn().split(":").pop());
  }

  /** Connections break, and what was not committed is taken back; what was stays. */
  async kill(): Promise<void> {
    await this.server?.stop();
    this.server = undefined;
    // What a server that ends does of itself; without a transaction it does nothing.
    await this.db.exec("ROLLBACK");
  }

  async stop(): Promise<void> {
    await this.kill();
    await this.db.close();
  }
}
