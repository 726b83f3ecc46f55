import { sniff } from "../../tables/sniff.js";
import { KefuError } from "../../messages/errors.js";
import type { Issue } from "../../messages/errors.js";
import { addressName, checkAddress, isAddress } from "./address-guard.js";
import type { ArchivePort } from "./archive-port.js";
import { splitMember } from "./archive-members.js";
import type { FetchPort } from "./fetch-port.js";
import type { FoundPage, FoundSource } from "./found-source.js";
import type { Crawl, CrawlMode } from "../web/crawl-name.js";
import { parseCrawl } from "../web/crawl-name.js";

/** A source of an earlier run, as listing needs it. */
export interface KnownPage {
  readonly file: string;
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
  /** False when it has to be read again even if the server has nothing newer. */
  readonly comparable: boolean;
}

/** What a run may do on the web. */
export interface OnlineAccess {
  readonly fetch: FetchPort;
  readonly allowPrivate: boolean;
  /** For addresses that do not say themselves whether they are to be crawled. */
  readonly follow?: CrawlMode | undefined;
  /** Pages of one crawl, at the most. */
  readonly maxPages: number;
  onPage?(done: number, total: number): void;
}

/** A source as it is known by, if it is on the web and can be fetched at all; else as it is written. */
export function sourceName(source: string): string {
  const { mode, address } = parseCrawl(source) ?? { mode: undefined, address: source };
  if (!isAddress(address) || !URL.canParse(address)) return source;
  const name = addressName(new URL(address));
  return mode === undefined ? name : `${mode}+${name}`;
}

/** Bytes of pages that are kept from listing to reading; beyond that they are fetched again. */
const MAX_HELD = 64 * 1024 * 1024;

/** What a web address stands for: pages, or the members of an archive. */
export interface FoundPages {
  readonly found: readonly FoundSource[];
  readonly issues: readonly Issue[];
  /** The crawl whose pages are all among `found`, or the archive whose members are. */
  readonly whole?: string;
}

/** The sources behind one address as it was named: a page or file, the members of an archive, the pages of a crawl. */
export class AddressLister {
  private held = 0;

  constructor(
    private readonly online: OnlineAccess,
    private readonly archives: ArchivePort | undefined,
    private readonly known: readonly KnownPage[],
  ) {}

  async find(source: string): Promise<FoundPages> {
    const { follow } = this.online;
    const crawl = parseCrawl(source) ?? (follow === undefined ? undefined : { mode: follow, address: source });
    return crawl === undefined ? this.findPage(source) : this.crawl(crawl);
  }

  private hold(page: FoundPage): FoundPage {
    this.held += page.held?.bytes.length ?? 0;
    if (page.held === undefined || this.held <= MAX_HELD) return page;
    return { ...(page.mayVisit === undefined ? {} : { mayVisit: (url) => page.mayVisit!(url) }) };
  }

  private async crawl(crawl: Crawl): Promise<FoundPages> {
    const { fetch, maxPages, allowPrivate } = this.online;
    const { crawlPages } = await import("../web/crawl.js");
    const { pages, complete, issues, mayVisit } = await crawlPages(fetch, crawl, maxPages, allowPrivate);
    const via = `${crawl.mode}+${addressName(checkAddress(crawl.address, allowPrivate))}`;
    const found = pages.map(({ address, held }): FoundSource => {
      const page = this.hold({ ...(held === undefined ? {} : { held }), mayVisit });
      return { kind: "address", file: address, path: address, named: false, page, via };
    });
    return { found, issues, ...(complete ? { whole: via } : {}) };
  }

  private async findPage(source: string): Promise<FoundPages> {
    const { fetch, allowPrivate } = this.online;
    const wanted = splitMember(source);
    const address = addressName(checkAddress(wanted?.archive ?? source, allowPrivate));
    const earlier = this.known.filter(({ file }) => file === address || splitMember(file)?.archive === address);
    const [first] = earlier;
    const { etag, modified } = earlier.every(({ comparable }) => comparable) ? (first ?? {}) : {};
    const got = await fetch.get(address, { etag, modified });
    if (got === "not-modified") {
      return { found: earlier.map(({ file }) => asKnown(file, address)), issues: [], whole: `${address}!/` };
    }
    const archive = sniff(got.bytes) === "zip" ? await this.archives?.open(address, got.bytes) : undefined;
    if (archive === undefined) {
      if (wanted !== undefined) throw new KefuError("input", "kb.archive.no-archive", { file: address });
      const page = this.hold({ held: got });
      return {
        found: [{ kind: "address", file: address, path: address, named: true, page }],
        issues: [],
        whole: `${address}!/`,
      };
    }
    const found = archive.members.map((name): FoundSource => {
      const file = `${address}!/${name}`;
      return { kind: "member", file, path: address, named: false, member: { archive, name }, page: { held: got } };
    });
    return { found, issues: archive.issues, whole: `${address}!/` };
  }
}

function asKnown(file: string, address: string): FoundSource {
  const page = { unchanged: true };
  return { kind: file === address ? "address" : "member", file, path: address, named: file === address, page };
}
