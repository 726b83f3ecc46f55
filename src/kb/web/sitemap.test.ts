import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseSitemap } from "./sitemap.js";

const parse = (text: string | Uint8Array) => parseSitemap(Buffer.from(text as string), "https://help.test/sitemap.xml");

const map = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc>
    https://help.test/a?x=1&amp;y=2 </loc><lastmod>2026-06-01</lastmod><image:image><image:loc>https://help.test/a.png</image:loc></image:image></url>
  <url><loc><![CDATA[https://help.test/b]]></loc></url>
</urlset>`;

describe("parseSitemap", () => {
  it("reads pages, packed or not", () => {
    const pages = ["https://help.test/a?x=1&y=2", "https://help.test/b"];
    expect(parse(map)).toEqual({ pages, maps: [] });
    expect(parse(`\ufeff${map}`)).toEqual({ pages, maps: [] });
    expect(parse(gzipSync(map))).toEqual({ pages, maps: [] });
  });

  it("reads an index, and lines", () => {
    const index = "<sitemapindex><sitemap><loc>https://help.test/1.xml.gz</loc></sitemap></sitemapindex>";
    expect(parse(index)).toEqual({ pages: [], maps: ["https://help.test/1.xml.gz"] });
    expect(parse("https://help.test/a\r\n# note\nhttps://help.test/b\n").pages).toEqual([
      "https://help.test/a",
      "https://help.test/b",
    ]);
  });

  it.each([
    ["a page", "<!DOCTYPE html><html><body>not here</body></html>"],
    ["broken XML", "<urlset><url><loc>https://help.test/</url>"],
    ["XML that ends early", "<urlset><url><loc>https://help.test/"],
    [
      "an entity that it declares",
      '<!DOCTYPE u [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
    ],
    ["packed in part", gzipSync(map).subarray(0, 60)],
  ])("refuses %s", (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ kind: "input", key: "kb.crawl.bad-sitemap" }) as Error);
  });
});
