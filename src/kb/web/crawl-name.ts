/** `crawl`: the pages that a page links to; `sitemap`: those that a site lists. */
export type CrawlMode = "crawl" | "sitemap";

/** A listed address that stands for many pages, and how they are found. */
export interface Crawl {
  readonly mode: CrawlMode;
  readonly address: string;
}

/** Takes `crawl+https://…` and `sitemap+https://…` apart. */
export function parseCrawl(source: string): Crawl | undefined {
  const match = /^(crawl|sitemap)\+(https?:.*)$/is.exec(source);
  return match === null ? undefined : { mode: match[1]!.toLowerCase() as CrawlMode, address: match[2]! };
}
