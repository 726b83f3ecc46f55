// PostgreSQL with pgvector, compiled to WebAssembly, behind a socket on the loopback: says its port, and ends when its input does.
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

const db = await PGlite.create({ extensions: { vector } });
const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0, maxConnections: 4 });
await server.start();
const { rows } = await db.query("SELECT current_setting('server_version') AS version");
console.log(`${server.getServerConn().split(":").pop()} ${rows[0].version}`);
process.stdin.on("end", () => process.exit(0)).resume();
