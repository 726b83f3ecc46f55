import type { Issue } from "../../messages/errors.js";
import { KefuError } from "../../messages/errors.js";
import { addressName, checkAddress } from "../sources/address-guard.js";
import type { Fetched, FetchPort } from "../sources/fetch-port.js";
import { pageLinks } from "./page-links.js";
import type { Crawl } from "./crawl-name.js";
import type { Robots } from "./robots.js";
import { readRobots } from "./robots.js";
import { parseSitemap } from "./sitemap.js";

/** A page that a crawl found. */
export interface CrawledPage {
  readonly address: string;
  /** What came of it on the way. */
  readonly held?: Fetched;
}

/** What a crawl found. */
export interface CrawlResult {
  readonly pages: readonly CrawledPage[];
  /** False when there was more than the limit. */
  readonly complete: boolean;
  readonly issues: readonly Issue[];
  /** Whether a page belongs to the crawl and the site lets us read it: holds for redirects, too. */
  mayVisit(url: string): boolean;
}

/** Sitemaps that are read for one crawl. */
const MAX_MAPS = 50;

/** Endings of what is certainly no page and no document. */
const NO_PAGE =
  /\.(?:css|m?js|map|json5|png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|mp[34]|m4[av]|webm|ogg|wav|avi|mov|woff2?|ttf|eot|otf|zip|gz|tgz|bz2|rar|7z|exe|msi|dmg|apk|iso|rss|atom)$/i;

interface Scope {
  readonly origin: string;
  /** With `/` at its end. */
  readonly folder: string;
}

/** The part of a site that an address stands for: its folder; a last part without a dot is taken for one. */
function scopeOf(address: string): Scope {
  const { origin, pathname } = new URL(address);
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  const folder = last.includes(".") ? pathname.slice(0, pathname.length - last.length) : pathname.replace(/\/?$/, "/");
  return { origin, folder };
}

function isWithin(address: string, scopes: readonly Scope[]): boolean {
  const { origin, pathname } = new URL(address);
  return scopes.some((scope) => scope.origin === origin && `${pathname}/`.startsWith(scope.folder));
}

function isHtml({ type, bytes }: Fetched): boolean {
  if (type !== undefined) return /html/.test(type);
  return /^\s*(?:<!doctype html|<html|<head|<body)/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 512)));
}

/** Only addresses matter here, and they are ASCII in every charset that pages come in but UTF-16. */
function pageText({ bytes, charset }: Fetched): string {
  return new TextDecoder(charset?.startsWith("utf-16") === true ? charset : "utf-8").decode(bytes);
}

/** Robots of all sites that a crawl comes to; each is asked once. */
class Sites {
  private readonly known = new Map<string, Robots>();

  constructor(private readonly fetch: FetchPort) {}

  async visit(address: string): Promise<Robots> {
    const { origin } = new URL(address);
    const robots = this.known.get(origin) ?? (await readRobots(this.fetch, origin));
    this.known.set(origin, robots);
    return robots;
  }

  allows(address: string): boolean {
    return this.known.get(new URL(address).origin)?.allows(address) ?? false;
  }
}

/** Fits the pages that were found into the limits, and says what was left out. */
function choose(start: string, found: readonly string[], scopes: readonly Scope[], sites: Sites, limit: number) {
  const inside = [...new Set(found)].filter((url) => isWithin(url, scopes) && !NO_PAGE.test(new URL(url).pathname));
  const allowed = inside.filter((url) => sites.allows(url));
  const issues: Issue[] = [];
  const where = { file: start };
  const barred = inside.length - allowed.length;
  if (barred > 0) issues.push({ severity: "info", key: "kb.crawl.barred", params: { count: barred }, where });
  const complete = allowed.length <= limit;
  if (!complete)
    issues.push({ severity: "warning", key: "kb.crawl.limited", params: { limit, found: allowed.length }, where });
  return { addresses: allowed.slice(0, limit), complete, issues };
}

function barred(address: string): KefuError {
  return new KefuError("input", "kb.crawl.disallowed", { address }, { hint: { key: "kb.crawl.disallowed-hint" } });
}

async function getPage(fetch: FetchPort, address: string, anyType: boolean): Promise<Fetched> {
  const got = await fetch.get(address, { anyType });
  // Nothing was compared, so there is nothing to be unmodified.
  if (got === "not-modified") throw new KefuError("input", "kb.fetch.status", { address, status: 304 });
  return got;
}

async function followLinks(fetch: FetchPort, start: string, limit: number): Promise<CrawlResult> {
  const sites = new Sites(fetch);
  if (!(await sites.visit(start)).allows(start)) throw barred(start);
  const page = await getPage(fetch, start, false);
  // The address may redirect to where the site really is.
  if (!(await sites.visit(page.url)).allows(page.url)) throw barred(page.url);
  const scopes = [scopeOf(start), scopeOf(page.url)];
  const links = isHtml(page) ? pageLinks(pageText(page), page.url).map((url) => addressName(new URL(url))) : [];
  const others = links.filter((url) => url !== start && url !== page.url);
  const { addresses, complete, issues } = choose(start, others, scopes, sites, limit - 1);
  const pages = [{ address: start, held: page }, ...addresses.map((address) => ({ address }))];
  return { pages, complete, issues, mayVisit: (url) => isWithin(url, scopes) && sites.allows(url) };
}

async function readMaps(fetch: FetchPort, sites: Sites, first: readonly string[], origin: string, limit: number) {
  const queue = [...new Set(first)];
  const pages = new Set<string>();
  for (let at = 0; at < queue.length && at < MAX_MAPS && pages.size <= limit * 10; at++) {
    const address = queue[at]!;
    if (!sites.allows(address)) throw barred(address);
    const map = parseSitemap((await getPage(fetch, address, true)).bytes, address);
    const absolute = (urls: readonly string[]): string[] =>
      urls.filter((url) => URL.canParse(url, address)).map((url) => addressName(new URL(url, address)));
    for (const url of absolute(map.pages)) pages.add(url);
    for (const url of absolute(map.maps)) if (new URL(url).origin === origin && !queue.includes(url)) queue.push(url);
  }
  return { pages: [...pages], complete: queue.length <= MAX_MAPS };
}

async function followSitemap(fetch: FetchPort, start: string, limit: number): Promise<CrawlResult> {
  const sites = new Sites(fetch);
  const robots = await sites.visit(start);
  const { origin, pathname } = new URL(start);
  const isMap = /\.(?:xml|gz|txt)$/i.test(pathname);
  const told = robots.sitemaps.filter((url) => URL.canParse(url) && new URL(url).origin === origin);
  const maps = isMap ? [start] : told.length > 0 ? told : [`${origin}/sitemap.xml`];
  const scopes = [isMap ? { origin, folder: "/" } : scopeOf(start)];
  const listed = await readMaps(fetch, sites, maps, origin, limit);
  const { addresses, complete, issues } = choose(start, listed.pages, scopes, sites, limit);
  if (addresses.length === 0)
    throw new KefuError("input", "kb.crawl.empty-sitemap", { address: maps[0]!, scope: start });
  const pages = addresses.map((address) => ({ address }));
  return {
    pages,
    complete: complete && listed.complete,
    issues,
    mayVisit: (url) => isWithin(url, scopes) && sites.allows(url),
  };
}

/**
 * Finds the pages of a crawl: those that the page links to on its host below its folder, or those of the sitemap. Nothing
 * but the first page, sitemaps and robots.txt is fetched.
 * @param limit pages, the first one counted
 * @throws KefuError `input` when the first page, a sitemap or robots.txt cannot be had, or robots.txt bars us
 */
export function crawlPages(
  fetch: FetchPort,
  { mode, address }: Crawl,
  limit: number,
  allowPrivate: boolean,
): Promise<CrawlResult> {
  const start = addressName(checkAddress(address, allowPrivate));
  return mode === "crawl" ? followLinks(fetch, start, limit) : followSitemap(fetch, start, limit);
}
