import { KefuError } from "../../messages/errors.js";

/** Whom an error is about. */
export interface Target {
  /** `host:port/database`. */
  readonly server: string;
  readonly user: string;
  readonly database: string;
  readonly schema: string;
  readonly timeoutSeconds: number;
  /** Never to be shown. */
  readonly secrets: readonly string[];
}

interface ServerError {
  readonly code?: string;
  readonly message: string;
  readonly errors?: readonly { readonly message: string; readonly code?: string }[];
}

/** What the network says; the rest of its codes are SQLSTATEs of five characters. */
const NETWORK = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"],
  ...["EHOSTUNREACH", "ENETUNREACH", "ENOENT", "EACCES", "EHOSTDOWN", "ENETDOWN"],
]);

/** Shut down, crashed, starting up; class 08 is the connection. */
const GONE = /^(08\w{3}|57P01|57P02|57P03)$/;

/** What pg says without a code. */
const GONE_WORDS =
  /connection terminated|connection ended|not queryable|client was closed|timeout expired|read timeout/i;

/** Whether the server can no longer be heard, so that another connection may help. */
export function isLost(thrown: unknown): boolean {
  if (thrown instanceof KefuError || !(thrown instanceof Error)) return false;
  const { code = "", message, errors = [] } = thrown as ServerError;
  if (errors.length > 0) return errors.some((one) => NETWORK.has(one.code ?? ""));
  return NETWORK.has(code) || GONE.test(code) || (code === "" && GONE_WORDS.test(message));
}

/** The words of an error without anything that must not be shown. */
function scrubbed(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
}

function causeOf(thrown: ServerError, { secrets }: Target): Error {
  const cause = new Error(scrubbed(thrown.message, secrets));
  cause.stack = scrubbed((thrown as Error).stack ?? "", secrets);
  return cause;
}

function reasonOf({ message, errors = [], code = "" }: ServerError, { secrets }: Target): string {
  const words = [message, ...errors.map((one) => one.message)].filter((text) => text !== "").join("; ");
  return scrubbed(words === "" ? code : words, secrets);
}

/** An error of a server in words: what is wrong, where, and what to do. Others are handed back as they are. */
export function asUnavailable(thrown: unknown, target: Target): unknown {
  if (thrown instanceof KefuError || !(thrown instanceof Error)) return thrown;
  const error = thrown as ServerError;
  const { server, user, database, schema, timeoutSeconds: seconds } = target;
  const reason = reasonOf(error, target);
  const params = { server, user, database, schema, seconds, reason, code: error.code ?? "" };
  const [name, hint] = kindOf(error, thrown);
  return new KefuError("unavailable", `kb.backend.${name}`, params, {
    hint: { key: `kb.backend.hint.${hint}`, params },
    cause: causeOf(error, target),
  });
}

type Kind = readonly [
  name:
    | "unreachable"
    | "login"
    | "no-database"
    | "no-extension"
    | "extension-missing"
    | "not-allowed"
    | "timeout"
    | "full"
    | "too-many"
    | "read-only"
    | "not-published"
    | "failed",
  hint:
    | "reach"
    | "login"
    | "database"
    | "extension"
    | "extension-missing"
    | "allow"
    | "timeout"
    | "full"
    | "too-many"
    | "read-only"
    | "publish"
    | "failed",
];

const BY_CODE: Readonly<Record<string, Kind>> = {
  "28P01": ["login", "login"],
  "28000": ["login", "login"],
  "3D000": ["no-database", "database"],
  "42501": ["not-allowed", "allow"],
  "57014": ["timeout", "timeout"],
  "53100": ["full", "full"],
  "53200": ["full", "full"],
  "53300": ["too-many", "too-many"],
  "25006": ["read-only", "read-only"],
  "42P01": ["not-published", "publish"],
  "3F000": ["not-published", "publish"],
};

function kindOf(error: ServerError, thrown: unknown): Kind {
  const { code = "", message } = error;
  if (/extension "vector"/.test(message)) {
    return code === "42501" ? ["no-extension", "extension"] : ["extension-missing", "extension-missing"];
  }
  if (code === "42704" && /vector/.test(message)) return ["no-extension", "extension"];
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (isLost(thrown)) return ["unreachable", "reach"];
  // pg itself says so when the server asks for a password and there is none.
  if (/password must be a string|no password/i.test(message)) return ["login", "login"];
  return ["failed", "failed"];
}
