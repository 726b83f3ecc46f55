import { afterEach, describe, expect, it } from "vitest";
import { FakePostgres, type FakeAnswer } from "../../../test/support/fake-postgres.js";
import { openRemoteBackend } from "../../kb/remote/backend.js";
import { publishIndex } from "../../kb/remote/publish.js";
import { translate } from "../../messages/catalogue.js";
import type { KefuError } from "../../messages/errors.js";
import { LOCALES } from "../../messages/locale.js";
import { openPostgres } from "./remote-postgres.js";
import { connectionSettings } from "./settings.js";

const PASSWORD = "very-s3cret/%word";
const servers: FakePostgres[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function serving(
  greet: () => { code: string; message: string } | undefined,
  answer?: (sql: string) => FakeAnswer | undefined,
): Promise<FakePostgres> {
  const server = await FakePostgres.start(greet, answer);
  servers.push(server);
  return server;
}

const urlOf = (port: number): string => `postgres://asker:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/knowledge`;

const failureOf = (work: Promise<unknown>): Promise<KefuError> =>
  work.then(
    () => Promise.reject(new Error("nothing went wrong")),
    (thrown: unknown) => thrown as KefuError,
  );

/** Everything that may ever be shown of an error. */
function allOf(error: KefuError): string {
  const { key, params, hint, message, stack, cause } = error;
  const words = LOCALES.flatMap((locale) => [
    translate(locale, key, params),
    hint === undefined ? "" : translate(locale, hint.key, hint.params),
  ]);
  return [...words, message, stack, (cause as Error | undefined)?.stack, JSON.stringify(error)].join("\n");
}

async function ask(port: number): Promise<{ error: KefuError; waits: number[] }> {
  const waits: number[] = [];
  const remote = await openPostgres({ url: urlOf(port), schema: "kefu", timeoutSeconds: 7 }, async (milliseconds) => {
    waits.push(milliseconds);
  });
  const error = await failureOf(openRemoteBackend(remote, { id: "e", digest: "d", dim: 8 }));
  await remote.close();
  return { error, waits };
}

describe("what a server refuses", () => {
  it.each([
    ["28P01", 'password authentication failed for user "asker"', "kb.backend.login"],
    ["28000", "no pg_hba.conf entry for host", "kb.backend.login"],
    ["3D000", 'database "knowledge" does not exist', "kb.backend.no-database"],
    ["53300", "sorry, too many clients already", "kb.backend.too-many"],
  ] as const)("%s when connecting", async (code, message, key) => {
    const { port } = await serving(() => ({ code, message }));
    const { error, waits } = await ask(port);
    expect(error).toMatchObject({ kind: "unavailable", key });
    expect(translate("en", error.key, error.params)).toContain(`127.0.0.1:${port}`);
    expect(error.hint).toBeDefined();
    expect(waits).toEqual([]);
  });

  it.each([
    ["57014", "canceling statement due to statement timeout", "kb.backend.timeout"],
    ["42501", "permission denied for schema kefu", "kb.backend.not-allowed"],
    ["XX000", "something odd", "kb.backend.failed"],
  ] as const)("%s when asked", async (code, message, key) => {
    const { port } = await serving(
      () => undefined,
      (sql) => (sql.includes("pg_extension") ? { code, message } : undefined),
    );
    const { error } = await ask(port);
    expect(error).toMatchObject({ kind: "unavailable", key });
    expect(translate("en", error.key, error.params)).toContain(message);
  });

  it.each([
    ["42501", 'permission denied to create extension "vector"', "kb.backend.no-extension"],
    ["0A000", 'extension "vector" is not available', "kb.backend.extension-missing"],
  ] as const)("%s when the extension is wanted: the exact command", async (code, message, key) => {
    const { port } = await serving(
      () => undefined,
      (sql) => {
        if (sql.includes("advisory")) return { columns: ["taken"], rows: [["t"]] };
        if (sql.includes("pg_catalog.pg_extension")) return { columns: ["vectors", "made"], rows: [[null, "f"]] };
        return sql.includes("CREATE EXTENSION") ? { code, message } : undefined;
      },
    );
    const remote = await openPostgres({ url: urlOf(port), schema: "kefu", timeoutSeconds: 7 }, async () => undefined);
    const nothing = (): Promise<never> => Promise.reject(new Error("not wanted"));
    const error = await failureOf(publishIndex(remote, nothing, { name: "x", graph: "none" }));
    await remote.close();
    expect(error).toMatchObject({ kind: "unavailable", key });
    expect(translate("en", error.hint!.key, error.hint!.params)).toContain("CREATE EXTENSION vector;");
  });

  it("a second publisher", async () => {
    const { port, statements } = await serving(
      () => undefined,
      (sql) => (sql.includes("advisory") ? { columns: ["taken"], rows: [["f"]] } : undefined),
    );
    const remote = await openPostgres({ url: urlOf(port), schema: "kefu", timeoutSeconds: 7 }, async () => undefined);
    const nothing = (): Promise<never> => Promise.reject(new Error("not wanted"));
    const error = await failureOf(publishIndex(remote, nothing, { name: "x", graph: "none" }));
    await remote.close();
    expect(error).toMatchObject({ kind: "unavailable", key: "kb.backend.other-publisher" });
    expect(statements).toContain("ROLLBACK");
  });
});

describe("a server that cannot be reached", () => {
  it("is said at once when it was never there", async () => {
    const server = await serving(() => undefined);
    await server.stop();
    const { error, waits } = await ask(server.port);
    expect(error).toMatchObject({ kind: "unavailable", key: "kb.backend.unreachable" });
    expect(waits).toEqual([]);
  });

  it("is waited for, a little longer each time, when it says that it is starting", async () => {
    let asked = 0;
    const { port } = await serving(
      () => (asked++ < 3 ? { code: "57P03", message: "the database system is starting up" } : undefined),
      () => ({ code: "57014", message: "was reached" }),
    );
    const { error, waits } = await ask(port);
    expect(error.key).toBe("kb.backend.timeout");
    expect(waits.length).toBeGreaterThan(0);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  });

  it("is given up when it goes on starting", async () => {
    const { port } = await serving(() => ({ code: "57P03", message: "the database system is starting up" }));
    const { error, waits } = await ask(port);
    expect(error).toMatchObject({ kind: "unavailable", key: "kb.backend.unreachable" });
    expect(waits.length).toBeLessThan(10);
  });
});

describe("the password", () => {
  it("is in nothing that an error says, whatever the server repeats", async () => {
    const said = `bad password "${PASSWORD}" in ${urlOf(1)}`;
    const greeting = await serving(() => ({ code: "28P01", message: said }));
    const answering = await serving(
      () => undefined,
      () => ({ code: "XX000", message: said }),
    );
    for (const { port } of [greeting, answering]) {
      const shown = allOf((await ask(port)).error);
      for (const secret of [PASSWORD, encodeURIComponent(PASSWORD)]) expect(shown).not.toContain(secret);
      expect(shown).toContain("***");
    }
  });

  it("is not repeated of an address that is none", () => {
    for (const url of [`postgre://x:${PASSWORD}@h/d`, `${PASSWORD}`, `http://x:${PASSWORD}@h/`]) {
      try {
        connectionSettings({ KEFU_PG_URL: url }, { schema: "kefu", timeoutSeconds: 7 });
        expect.unreachable();
      } catch (thrown) {
        expect(thrown).toMatchObject({ kind: "unavailable", key: "kb.backend.bad-address" });
        expect(allOf(thrown as KefuError)).not.toContain(PASSWORD);
      }
    }
  });
});

describe("the environment", () => {
  const settings = { schema: "kefu", timeoutSeconds: 7 };

  it("must name a server", () => {
    expect(() => connectionSettings({}, settings)).toThrow(expect.objectContaining({ key: "kb.backend.no-address" }));
  });

  it("may name it by KEFU_PG_URL or by the standard variables", () => {
    expect(connectionSettings({ KEFU_PG_URL: "postgresql://h/d" }, settings).url).toBe("postgresql://h/d");
    expect(connectionSettings({ PGHOST: "/run/postgresql" }, settings).url).toBeUndefined();
  });
});
