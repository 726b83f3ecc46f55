import { KefuError } from "../../messages/errors.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** How a server is reached; the password is in nothing that is shown. */
export interface ConnectionSettings {
  readonly url: string | undefined;
  /** Schema of the tables. */
  readonly schema: string;
  /** Longest time for one statement of a search. */
  readonly timeoutSeconds: number;
}

/** Any of these says that a server was chosen on purpose. */
const STANDARD = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE"];

/**
 * The server that the environment names: `KEFU_PG_URL`, or else the standard variables of PostgreSQL.
 * @throws KefuError `unavailable` when it names none, or the address is none; the address itself is never repeated
 */
export function connectionSettings(
  env: Environment,
  { schema, timeoutSeconds }: { schema: string; timeoutSeconds: number },
): ConnectionSettings {
  const url = env["KEFU_PG_URL"] ?? "";
  const hint = { key: "kb.backend.hint.address" } as const;
  if (url !== "") {
    if (!isAddress(url)) throw new KefuError("unavailable", "kb.backend.bad-address", {}, { hint });
    return { url, schema, timeoutSeconds };
  }
  if (!STANDARD.some((name) => (env[name] ?? "") !== "")) {
    throw new KefuError("unavailable", "kb.backend.no-address", {}, { hint });
  }
  return { url: undefined, schema, timeoutSeconds };
}

function isAddress(url: string): boolean {
  try {
    return ["postgres:", "postgresql:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** All ways in which the password may be written in a message. */
export function secretsOf({ url }: ConnectionSettings, password: unknown): string[] {
  const found = typeof password === "string" ? [password, encodeURIComponent(password)] : [];
  if (url !== undefined) {
    const { password: inUrl, searchParams } = new URL(url);
    found.push(url, inUrl, decodeURIComponent(inUrl), searchParams.get("password") ?? "");
  }
  // A very short one would blot out half of every message, and be found out by that.
  return [...new Set(found)].filter((text) => text.length > 2).sort((a, b) => b.length - a.length);
}
