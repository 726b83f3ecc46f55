import type { Json } from "../bot/dialog/state.js";
import type { ActionPort, ActionResult } from "../bot/runtime/actions.js";
import { asText, fill } from "../bot/dialog/wording.js";
import { KefuError } from "../messages/errors.js";

/** One action as kefu.yaml describes it; `{name}` is replaced by the parameter of that name. */
export interface ActionCall {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>> | undefined;
  readonly timeout_ms: number;
}

/**
 * Actions as HTTP calls, as `actions` in kefu.yaml has them: addresses start at `base_url`, `calls` are by name of the
 * action.
 */
export interface HttpActionSettings {
  readonly base_url?: string | undefined;
  readonly calls: Readonly<Record<string, ActionCall>>;
}

/** Bytes of a response that are read. */
const MAX_RESPONSE = 1024 * 1024;

type Params = Readonly<Record<string, Json>>;

/**
 * Actions over HTTP: JSON in and out, to the configured address only. Redirects are refused, because they lead to an
 * address that nobody configured; a response above 1 MB, without JSON, or too late is a failed action.
 * @throws KefuError `usage` when there are calls but no valid `base_url`
 */
export function createHttpActions({ base_url: baseUrl, calls }: HttpActionSettings): ActionPort {
  const base = baseUrl === undefined || !URL.canParse(baseUrl) ? undefined : new URL(baseUrl);
  if (base === undefined && Object.keys(calls).length > 0) throw new KefuError("usage", "bot.actions.no-base");
  return {
    async call(action, params) {
      const call = Object.hasOwn(calls, action) ? calls[action] : undefined;
      if (call === undefined || base === undefined) return { ok: false, reason: `no action ${action}` };
      const url = addressOf(base, call, params);
      return url === undefined ? { ok: false, reason: "address outside base_url" } : send(url, call, params);
    },
  };
}

/** The address of a call; undefined when a parameter would lead it away from the base. */
function addressOf(base: URL, call: ActionCall, params: Params): URL | undefined {
  const encoded = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, encodeURIComponent(asText(value))] as const),
  );
  const prefix = base.pathname.replace(/\/$/, "");
  const url = new URL(base);
  url.pathname = prefix + fill(call.path, encoded);
  // `..` as a parameter would climb out of the path that was configured.
  const inside = Object.values(encoded).every((value) => value !== "." && value !== "..");
  if (!inside || url.origin !== base.origin || !url.pathname.startsWith(`${prefix}/`)) return undefined;
  for (const [name, value] of Object.entries(call.query)) url.searchParams.set(name, fill(value, params));
  return url;
}

async function send(url: URL, call: ActionCall, params: Params): Promise<ActionResult> {
  const body =
    call.method === "POST"
      ? JSON.stringify(
          Object.fromEntries(Object.entries(call.body ?? {}).map(([name, value]) => [name, fill(value, params)])),
        )
      : undefined;
  try {
    const response = await fetch(url, {
      method: call.method,
      headers: { accept: "application/json", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body }),
      redirect: "manual",
      signal: AbortSignal.timeout(call.timeout_ms),
    });
    return await readResponse(response);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

async function readResponse(response: Response): Promise<ActionResult> {
  const { status } = response;
  const fail = async (reason: string): Promise<ActionResult> => {
    await response.body?.cancel();
    return { ok: false, reason, status };
  };
  if (status >= 300 && status < 400) return fail("redirect refused");
  if (!response.ok) return fail(`http ${status}`);
  if (!/^application\/(?:[\w.+-]*\+)?json\b/i.test(response.headers.get("content-type") ?? "")) return fail("not json");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_RESPONSE) return { ok: false, reason: "response too large", status };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString("utf8")) as Json };
  } catch {
    return { ok: false, reason: "not json", status };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "timeout";
  const cause = error.cause as { code?: string } | undefined;
  return cause?.code ?? error.message;
}
