import { createServer, type Server, type Socket } from "node:net";

/** What a server says to a statement: rows of texts under names, or an error. */
export type FakeAnswer =
  | { readonly columns: readonly string[]; readonly rows: readonly (string | null)[][] }
  | { readonly code: string; readonly message: string };

const BOOLEAN = 16;
const TEXT = 25;

function frame(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number): Buffer => Buffer.from([value >> 24, value >> 16, value >> 8, value].map((x) => x & 255));
const cString = (text: string): Buffer => Buffer.from(`${text}\0`);

function errorFrame(code: string, message: string): Buffer {
  const fields = [`SERROR`, `VERROR`, `C${code}`, `M${message}`].map(cString);
  return frame("E", Buffer.concat([...fields, Buffer.from([0])]));
}

function rowFrames(columns: readonly string[], rows: readonly (string | null)[][]): Buffer[] {
  const isBoolean = (at: number): boolean => rows.every((row) => row[at] === "t" || row[at] === "f");
  const described = columns.map((name, at) =>
    Buffer.concat([
      ...[cString(name), int32(0), int16(0), int32(isBoolean(at) ? BOOLEAN : TEXT), int16(-1), int32(-1), int16(0)],
    ]),
  );
  const values = (row: (string | null)[]): Buffer[] =>
    row.map((value) =>
      value === null ? int32(-1) : Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)]),
    );
  return [
    frame("T", Buffer.concat([int16(columns.length), ...described])),
    ...rows.map((row) => frame("D", Buffer.concat([int16(row.length), ...values(row)]))),
  ];
}

/** Speaks just enough of PostgreSQL's protocol to say what a real server says when something is wrong there. */
export class FakePostgres {
  readonly statements: string[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /**
   * @param greet an error instead of a welcome, asked for at each connection
   * @param answer what is said to a statement; without one nothing comes back but that it was done
   */
  static async start(
    greet: () => { code: string; message: string } | undefined,
    answer: (sql: string) => FakeAnswer | undefined = () => undefined,
  ): Promise<FakePostgres> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const made = new FakePostgres(server, (server.address() as { port: number }).port);
    server.on("connection", (socket) => {
      made.sockets.add(socket);
      made.serve(socket, greet, answer);
    });
    return made;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(
    socket: Socket,
    greet: () => { code: string; message: string } | undefined,
    answer: (sql: string) => FakeAnswer | undefined,
  ): void {
    let waiting = Buffer.alloc(0);
    let welcomed = false;
    let sql = "";
    socket.on("error", () => undefined);
    const ready = frame("Z", Buffer.from("I"));
    const reply = (extended: boolean): void => {
      this.statements.push(sql);
      const said = answer(sql);
      const before = extended ? [frame("1", Buffer.alloc(0)), frame("2", Buffer.alloc(0))] : [];
      if (said !== undefined && "code" in said) {
        socket.write(Buffer.concat([...before, errorFrame(said.code, said.message), ready]));
        return;
      }
      const rows = said === undefined ? [frame("n", Buffer.alloc(0))] : rowFrames(said.columns, said.rows);
      socket.write(Buffer.concat([...before, ...rows, frame("C", cString("SELECT 1")), ready]));
    };
    socket.on("data", (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (;;) {
        const start = welcomed ? 1 : 0;
        if (waiting.length < start + 4) return;
        const length = waiting.readInt32BE(start) + start;
        if (waiting.length < length) return;
        const [kind, body] = [String.fromCharCode(waiting[0]!), waiting.subarray(start + 4, length)];
        waiting = waiting.subarray(length);
        if (!welcomed) {
          welcomed = true;
          const refusal = greet();
          if (refusal !== undefined) socket.end(errorFrame(refusal.code, refusal.message));
          else socket.write(Buffer.concat([frame("R", int32(0)), ready]));
        } else if (kind === "Q") {
          sql = body.toString("utf8", 0, body.length - 1);
          reply(false);
        } else if (kind === "P") sql = body.toString("utf8", body.indexOf(0) + 1, body.indexOf(0, body.indexOf(0) + 1));
        else if (kind === "S") reply(true);
      }
    });
  }
}
