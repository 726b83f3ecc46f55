import { lookup as systemLookup } from "node:dns/promises";
import { request as httpRequest } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { checkIp } from "../kb/sources/address-guard.js";
import type { FetchLimits } from "./fetch-limits.js";

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

export const systemResolve: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/** What a request is held to. */
export interface Guarded {
  readonly allowPrivate: boolean;
  readonly limits: FetchLimits;
  readonly resolve: Resolve;
}

/**
 * Resolves once, checks every address, and hands the socket those and no others: a name that means something else a
 * moment later (DNS rebinding) changes nothing.
 */
function guardedLookup(url: URL, { allowPrivate, resolve }: Guarded): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        try {
          for (const { address } of found) checkIp(address, allowPrivate, url.href);
        } catch (refused) {
          callback(refused as Error, "", 0);
          return;
        }
        const [first] = found;
        if (first === undefined) callback(Object.assign(new Error(host), { code: "ENOTFOUND" }), "", 0);
        else if (options.all === true) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (cause: NodeJS.ErrnoException) => callback(cause, "", 0),
    );
  };
}

/** Looks at the address that the socket is really connected to: the last word, whatever led there. */
function checkPeer(request: ClientRequest, url: URL, { allowPrivate }: Guarded): void {
  request.once("socket", (socket) => {
    socket.once("connect", () => {
      try {
        checkIp(socket.remoteAddress ?? "", allowPrivate, url.href);
      } catch (refused) {
        request.destroy(refused as Error);
      }
    });
  });
}

/** Why a request was given up. */
export type GivenUp = "total" | "idle";

/**
 * One request without redirects; resolves when the headers are there. No cookies, no proxy, a connection of its own.
 * @param stop aborted with {@link GivenUp}, here when nothing comes for too long
 */
export function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  stop: AbortController,
  guarded: Guarded,
): Promise<IncomingMessage> {
  const { idleMs, headerBytes } = guarded.limits;
  const start = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = start(url, {
      agent: false,
      headers,
      lookup: guardedLookup(url, guarded),
      maxHeaderSize: headerBytes,
      rejectUnauthorized: true,
      signal: stop.signal,
    });
    checkPeer(request, url, guarded);
    request.setTimeout(idleMs, () => stop.abort("idle" satisfies GivenUp));
    request.once("response", resolve);
    request.once("error", reject);
    request.end();
  });
}
