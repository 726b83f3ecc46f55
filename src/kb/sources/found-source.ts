import path from "node:path";
import { isAddress } from "./address-guard.js";
import type { Archive } from "./archive-port.js";
import type { Fetched } from "./fetch-port.js";
import { parseCrawl } from "../web/crawl-name.js";

/** A source that exists, as listing finds it and reading takes it. */
export interface FoundSource {
  readonly kind: "file" | "member" | "address";
  /**
   * As shown and stored: relative to the workspace with `/`; absolute for a file outside it; `faq.zip!/inner/a.csv` for a
   * member of an archive; the address of a page.
   */
  readonly file: string;
  /** Absolute path of the file, or of the archive that holds the member; the address of a page. */
  readonly path: string;
  /** True when the source itself was named: not a folder, a pattern, an archive or a crawl that led to it. */
  readonly named: boolean;
  readonly member?: { readonly archive: Archive; readonly name: string };
  /** Of a page, and of a member of an archive that was fetched. */
  readonly page?: FoundPage;
  /** The crawl that led to it, as `crawl+https://…` or `sitemap+https://…`. */
  readonly via?: string;
}

/** What is known of a page before it is read. */
export interface FoundPage {
  /** What came when the sources were listed. */
  readonly held?: Fetched;
  /** The server said, when the sources were listed, that it is as known. */
  readonly unchanged?: boolean;
  /** Whether a crawl may follow a redirect there. */
  mayVisit?(url: string): boolean;
}

/** Whether a source is on the web: an address, `crawl+…`, `sitemap+…`, or a member of an archive there. */
export function isWebSource(source: string): boolean {
  return isAddress(source) || parseCrawl(source) !== undefined;
}

/** Path of a file as it is shown and kept in entries. */
export function shownPath(root: string, file: string): string {
  const relative = path.relative(root, file);
  const outside = /^\.\.(?:[\\/]|$)/.test(relative) || path.isAbsolute(relative);
  return (outside ? file : relative).split(path.sep).join("/");
}
