import type { IncomingMessage } from "node:http";
import { checkAddress } from "../kb/sources/address-guard.js";
import type { Fetched, FetchPort, FetchRequest } from "../kb/sources/fetch-port.js";
import { KefuError } from "../messages/errors.js";
import { isReadableType, readBody, readType } from "./fetch-body.js";
import { FETCH_LIMITS } from "./fetch-limits.js";
import type { FetchLimits } from "./fetch-limits.js";
import { Pace } from "./fetch-pace.js";
import { send, systemResolve } from "./fetch-request.js";
import type { GivenUp, Guarded, Resolve } from "./fetch-request.js";

export interface FetchSettings {
  readonly version: string;
  /** Admits private ranges and loopback; link-local and metadata addresses never. */
  readonly allowPrivate: boolean;
  readonly limits?: Partial<FetchLimits>;
  /** Names to addresses; the system's by default. */
  readonly resolve?: Resolve;
}

export const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Of a header that is sent back to the server on the next run; longer ones are no use to anybody. */
const MAX_VALIDATOR = 512;

/** Everything but text and documents of the wanted kinds is declined; servers that ignore it are checked afterwards. */
const ACCEPT = "text/html,application/xhtml+xml,text/*;q=0.9,application/*;q=0.8,*/*;q=0.1";

/** The failure of a request that took longer than `totalMs`, or during which nothing came for `idleMs`. */
export function givenUp(why: GivenUp, address: string, { totalMs, idleMs }: FetchLimits): KefuError {
  const idle = why === "idle";
  const seconds = (idle ? idleMs : totalMs) / 1000;
  const hint = { key: "kb.fetch.limit-hint" } as const;
  return new KefuError(
    "input",
    idle ? "kb.fetch.idle" : "kb.fetch.timeout",
    { address, seconds },
    idle ? {} : { hint },
  );
}

/** What a failed connection or stream says, as one of our errors. */
export function asError(cause: unknown, url: URL): unknown {
  const address = url.href;
  if (cause instanceof KefuError || !(cause instanceof Error)) return cause;
  const { code = "", message } = cause as NodeJS.ErrnoException;
  const reason = code === "" ? message : code;
  if (/^(?:ENOTFOUND|EAI_)/.test(code))
    return new KefuError("input", "kb.fetch.no-host", { address, host: url.hostname }, { cause });
  if (/^(?:Z_|HPE_|ERR_STREAM|ERR_BROTLI|ERR__ERROR|ERR_PADDING|ECONNRESET|EPIPE|ERR_HTTP)/.test(code))
    return new KefuError("input", "kb.fetch.broken", { address, reason }, { cause });
  if (/CERT|SELF_SIGNED|SSL|TLS|UNABLE_TO|ALTNAME/.test(code))
    return new KefuError("input", "kb.fetch.tls", { address, reason }, { cause });
  return new KefuError("input", "kb.fetch.unreachable", { address, reason }, { cause });
}

/** Where a redirect leads, if it may be followed. */
export function nextHop(response: IncomingMessage, url: URL, allowPrivate: boolean, request: FetchRequest): URL {
  const { location } = response.headers;
  if (location === undefined)
    throw new KefuError("input", "kb.fetch.status", { address: url.href, status: response.statusCode ?? 0 });
  const next = checkAddress(location, allowPrivate, url.href);
  if (url.protocol === "https:" && next.protocol === "http:")
    throw new KefuError("input", "kb.fetch.downgrade", { address: url.href, to: next.href });
  if (request.mayVisit?.(next.href) === false)
    throw new KefuError("input", "kb.fetch.elsewhere", { address: url.href, to: next.href });
  return next;
}

/** Says at which address an error began that came up after a redirect. */
function fromStart(cause: unknown, start: URL): unknown {
  if (!(cause instanceof KefuError) || cause.params["address"] === start.href) return cause;
  const { kind, key, params, hint } = cause;
  return new KefuError(kind, key, params, { where: { file: start.href }, ...(hint && { hint }), cause });
}

/** A header for the next run, unless it is too long. */
function validator(name: "etag" | "modified", value: string | undefined): Partial<Record<typeof name, string>> {
  return value === undefined || value === "" || value.length > MAX_VALIDATOR ? {} : { [name]: value };
}

async function takeIn(
  response: IncomingMessage,
  url: URL,
  limits: FetchLimits,
  request: FetchRequest,
): Promise<Fetched> {
  const address = url.href;
  const status = response.statusCode ?? 0;
  if (status === 404 || status === 410) throw new KefuError("input", "kb.fetch.gone", { address, status });
  if (status !== 200) throw new KefuError("input", "kb.fetch.status", { address, status });
  const named = readType(response.headers["content-type"]);
  if (request.anyType !== true && !isReadableType(named.type))
    throw new KefuError("input", "kb.fetch.type", { address, type: named.type! });
  const bytes = await readBody(response, address, Math.min(limits.maxBytes, request.maxBytes ?? Infinity));
  const { etag, "last-modified": modified } = response.headers;
  return { url: address, bytes, ...named, ...validator("etag", etag), ...validator("modified", modified) };
}

/**
 * Fetches over node:http and node:https. Every address is checked before it is connected to: as written, as resolved, after
 * each redirect, and on the socket. No cookies, no proxies, certificates verified.
 */
export function createFetch(settings: FetchSettings): FetchPort {
  const { version, allowPrivate, resolve = systemResolve } = settings;
  const limits: FetchLimits = { ...FETCH_LIMITS, ...settings.limits };
  const guarded: Guarded = { allowPrivate, limits, resolve };
  const pace = new Pace();

  async function follow(start: URL, request: FetchRequest, stop: AbortController): Promise<Fetched | "not-modified"> {
    const { etag, modified } = request;
    const headers = {
      "user-agent": `kefu/${version}`,
      accept: ACCEPT,
      "accept-encoding": "gzip, br",
      ...(etag === undefined ? {} : { "if-none-match": etag }),
      ...(modified === undefined ? {} : { "if-modified-since": modified }),
    };
    let url = start;
    for (let hop = 0; hop <= limits.redirects; hop++) {
      let response: IncomingMessage | undefined;
      try {
        response = await send(url, headers, stop, guarded);
        if (response.statusCode === 304 && (etag ?? modified) !== undefined) return "not-modified";
        if (!REDIRECTS.has(response.statusCode ?? 0)) return await takeIn(response, url, limits, request);
        url = nextHop(response, url, allowPrivate, request);
      } catch (cause) {
        const { aborted, reason } = stop.signal;
        const error = aborted ? givenUp(reason as GivenUp, url.href, limits) : asError(cause, url);
        throw fromStart(error, start);
      } finally {
        response?.destroy();
      }
    }
    throw new KefuError("input", "kb.fetch.redirects", { address: start.href, limit: limits.redirects });
  }

  return {
    async get(address, request = {}) {
      const url = checkAddress(address, allowPrivate);
      return pace.run(url.origin, async () => {
        const stop = new AbortController();
        const timer = setTimeout(() => stop.abort("total" satisfies GivenUp), limits.totalMs);
        return follow(url, request, stop).finally(() => clearTimeout(timer));
      });
    },
    pace: (origin, milliseconds) => pace.setDelay(origin, milliseconds),
  };
}
