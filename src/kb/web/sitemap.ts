import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import { SaxesParser } from "saxes";
import { KefuError } from "../../messages/errors.js";

/** What a sitemap names (sitemaps.org). */
export interface Sitemap {
  /** Pages, absolute, in the order of the file. */
  readonly pages: readonly string[];
  /** Further sitemaps that an index names. */
  readonly maps: readonly string[];
}

/** Bytes of a sitemap, unpacked; the protocol's own limit. */
const MAX_BYTES = 50 * 1024 * 1024;

function broken(address: string, reason: string): KefuError {
  return new KefuError("input", "kb.crawl.bad-sitemap", { address, reason }, { where: { file: address } });
}

function unpacked(bytes: Uint8Array, address: string): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return Buffer.from(bytes).toString("utf8");
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES }).toString("utf8");
  } catch (cause) {
    throw broken(address, (cause as Error).message);
  }
}

/** One address a line: the protocol's plain form. */
function fromLines(text: string): Sitemap {
  const pages = text.split(/\r?\n/).map((line) => line.trim());
  return { pages: pages.filter((line) => /^https?:\/\//i.test(line)), maps: [] };
}

/**
 * Reads a sitemap or sitemap index (sitemaps.org): XML, plain text, or one of them in gzip. Entities that a document
 * declares are not expanded.
 * @param address for errors
 * @throws KefuError `input` for what is none
 */
export function parseSitemap(bytes: Uint8Array, address: string): Sitemap {
  const text = unpacked(bytes, address)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (!text.startsWith("<")) return fromLines(text);
  const [pages, maps]: [string[], string[]] = [[], []];
  const path: string[] = [];
  let loc = "";
  const parser = new SaxesParser();
  const inLoc = (): boolean => path.at(-1) === "loc" && path.length === 3;
  parser.on("opentag", ({ name }) => {
    path.push(name.replace(/^.*:/, "").toLowerCase());
    if (path.length === 1 && path[0] !== "urlset" && path[0] !== "sitemapindex") throw broken(address, `<${name}>`);
    if (inLoc()) loc = "";
  });
  const add = (part: string): void => {
    if (inLoc()) loc += part;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    if (inLoc()) (path[1] === "sitemap" ? maps : pages).push(loc.trim());
    path.pop();
  });
  parser.on("error", (error) => {
    throw broken(address, error.message);
  });
  parser.write(text).close();
  return { pages, maps };
}
