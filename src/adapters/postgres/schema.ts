import { REMOTE_FORMAT } from "../../kb/remote/index.js";
import { KefuError } from "../../messages/errors.js";
import type { Statements } from "./connection.js";
import { first } from "./migrations/001-first.js";
import { gone } from "./migrations/002-gone.js";

/** In order; the n-th makes format n. What was published once is never changed. */
const MIGRATIONS = [first, gone] as const;

/** Fills in what a server calls its parts. */
export interface Names {
  /** Schema of the tables, quoted. */
  readonly schema: string;
  /** Schema of pgvector, quoted. */
  readonly vectors: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** SQL with `{schema}` and `{vectors}` filled in; both are quoted identifiers already. */
export function inNames(sql: string, { schema, vectors }: Names): string {
  return sql.replaceAll("{schema}", schema).replaceAll("{vectors}", vectors);
}

const LOOK = `
SELECT
  (SELECT n.nspname FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
    WHERE x.extname = 'vector') AS vectors,
  to_regclass($1) IS NOT NULL AS made`;

/** What there is: the names, and the format of the tables, 0 where there are none. */
export async function look(on: Statements, schema: string): Promise<{ names: Names | undefined; format: number }> {
  const [row] = await on.query(LOOK, [`${quoted(schema)}.format`]);
  const made = row?.["made"] === true;
  const format = made ? await on.query(`SELECT version FROM ${quoted(schema)}.format`) : [];
  const vectors = row?.["vectors"];
  return {
    names: typeof vectors === "string" ? { schema: quoted(schema), vectors: quoted(vectors) } : undefined,
    format: Number(format[0]?.["version"] ?? 0),
  };
}

/**
 * Makes the tables, or brings them from an older format to the present one; within a transaction.
 * @param upTo for tests: an older format
 */
export async function migrate(on: Statements, schema: string, server: string, upTo = REMOTE_FORMAT): Promise<Names> {
  let { names, format } = await look(on, schema);
  if (format > REMOTE_FORMAT) throw otherFormat(format, schema, server);
  if (names === undefined) {
    await on.query("CREATE EXTENSION vector");
    ({ names } = await look(on, schema));
  }
  if (format === 0) {
    await on.query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
    await on.query(`CREATE TABLE ${quoted(schema)}.format (version integer NOT NULL)`);
    await on.query(`INSERT INTO ${quoted(schema)}.format VALUES (0)`);
  }
  for (; format < upTo; format++) await on.query(inNames(MIGRATIONS[format]!, names!));
  await on.query(`UPDATE ${quoted(schema)}.format SET version = $1 WHERE version <> $1`, [format]);
  return names!;
}

/** The error for tables of another format than this program's. */
export function otherFormat(found: number, schema: string, server: string): KefuError {
  const params = { schema, server, found, wanted: REMOTE_FORMAT };
  return found > REMOTE_FORMAT
    ? new KefuError("unavailable", "kb.backend.newer", params, { hint: { key: "kb.backend.hint.update" } })
    : new KefuError("unavailable", "kb.backend.older", params, { hint: { key: "kb.backend.hint.publish" } });
}
