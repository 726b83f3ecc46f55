import { KefuError } from "../../messages/errors.js";
import type { Issue } from "../../messages/errors.js";
import type { FilePort } from "../../workspace/ports.js";
import type { Fetched, FetchPort } from "./fetch-port.js";
import type { FoundSource } from "./found-source.js";

/** What a source holds at present. */
export type Content =
  | {
      readonly state: "read";
      readonly bytes: Uint8Array;
      /** Media type and character set that a server named. */
      readonly type?: string;
      readonly charset?: string;
      /** For the next run. */
      readonly etag?: string;
      readonly modified?: string;
      /** Where a page came from in the end, after redirects. */
      readonly finalUrl?: string;
    }
  /** The server says that it is as known. */
  | { readonly state: "not-modified" }
  /** A page of a crawl that is no longer there: its entries are taken out. */
  | { readonly state: "gone"; readonly issue: Issue }
  /** A page of a crawl that could not be had this time: what is known of it stays. */
  | { readonly state: "failed"; readonly issue: Issue };

/** Files, and in a run that may fetch the web. */
export interface ContentPorts {
  readonly files: FilePort;
  readonly fetch?: FetchPort | undefined;
}

function fromPage({ url, bytes, type, charset, etag, modified }: Fetched): Content {
  return {
    state: "read",
    bytes,
    finalUrl: url,
    ...(type === undefined ? {} : { type }),
    ...(charset === undefined ? {} : { charset }),
    ...(etag === undefined ? {} : { etag }),
    ...(modified === undefined ? {} : { modified }),
  };
}

async function readPage(
  fetch: FetchPort,
  source: FoundSource,
  known: { readonly etag?: string | undefined; readonly modified?: string | undefined },
): Promise<Content> {
  const { path: address, page = {} } = source;
  if (page.held !== undefined) return fromPage(page.held);
  try {
    const { mayVisit } = page;
    const got = await fetch.get(address, { ...known, ...(mayVisit === undefined ? {} : { mayVisit }) });
    return got === "not-modified" ? { state: "not-modified" } : fromPage(got);
  } catch (thrown) {
    if (source.named || !(thrown instanceof KefuError) || thrown.kind !== "input") throw thrown;
    const { key, params } = thrown;
    const where = { file: source.file };
    if (key === "kb.fetch.gone")
      return { state: "gone", issue: { severity: "warning", key: "kb.crawl.gone", params, where } };
    return { state: "failed", issue: { severity: "warning", key, params, where } };
  }
}

/**
 * The bytes of a source: of a file, a member of an archive, or a page.
 * @param known of the copy that is known, where it may be compared: the page is then only fetched when it has changed
 * @throws KefuError `input` for what cannot be read; a page that a crawl found comes back as `failed` or `gone` instead
 */
export async function readContent(
  ports: ContentPorts,
  source: FoundSource,
  known: { readonly etag?: string | undefined; readonly modified?: string | undefined } = {},
): Promise<Content> {
  const { kind, member, page } = source;
  if (page?.unchanged === true) return { state: "not-modified" };
  if (kind === "address") {
    if (ports.fetch === undefined) throw new KefuError("input", "kb.fetch.offline", { address: source.file });
    return readPage(ports.fetch, source, known);
  }
  if (member === undefined) return { state: "read", bytes: await ports.files.read(source.path) };
  const { etag, modified } = page?.held ?? {};
  return {
    state: "read",
    bytes: await member.archive.read(member.name),
    ...(etag === undefined ? {} : { etag }),
    ...(modified === undefined ? {} : { modified }),
  };
}
