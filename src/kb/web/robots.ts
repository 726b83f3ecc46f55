import { Buffer } from "node:buffer";
import type RobotsParser from "robots-parser";
import type { FetchPort } from "../sources/fetch-port.js";
import { KefuError } from "../../messages/errors.js";

/** What a site asks of crawlers. */
export interface Robots {
  allows(url: string): boolean;
  /** Addresses of its sitemaps. */
  readonly sitemaps: readonly string[];
}

/** The name that robots.txt may call us by. */
const AGENT = "kefu";

/** Bytes of robots.txt that a crawler has to read (RFC 9309). */
const MAX_BYTES = 500 * 1024;

/** Longest wait between two pages that we agree to, in seconds. */
const MAX_DELAY = 10;

/**
 * Reads robots.txt of a site (RFC 9309) and keeps to the pace it asks for, up to ten seconds a page. A site without one, or
 * that answers 4xx, allows everything; one that cannot answer allows nothing.
 * @throws KefuError `input` when it cannot be had
 */
export async function readRobots(fetch: FetchPort, origin: string): Promise<Robots> {
  const address = `${origin}/robots.txt`;
  const text = await textOf(fetch, address);
  // Its types say that the package is an ES module, which it is not: what is imported is the function itself.
  const robotsParser = (await import("robots-parser")).default as unknown as typeof RobotsParser.default;
  const robots = robotsParser(address, text);
  const delay = robots.getCrawlDelay(AGENT) ?? 0;
  if (delay > 0) fetch.pace(origin, Math.min(delay, MAX_DELAY) * 1000);
  return { allows: (url) => robots.isDisallowed(url, AGENT) !== true, sitemaps: robots.getSitemaps() };
}

async function textOf(fetch: FetchPort, address: string): Promise<string> {
  try {
    const got = await fetch.get(address, { anyType: true, maxBytes: MAX_BYTES });
    return got === "not-modified" ? "" : Buffer.from(got.bytes).toString("utf8");
  } catch (thrown) {
    if (!(thrown instanceof KefuError)) throw thrown;
    const status = Number(thrown.params["status"] ?? 0);
    if (thrown.key === "kb.fetch.gone" || (thrown.key === "kb.fetch.status" && status >= 400 && status < 500))
      return "";
    throw thrown;
  }
}
