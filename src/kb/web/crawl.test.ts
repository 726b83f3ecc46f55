import { describe, expect, it } from "vitest";
import { KefuError } from "../../messages/errors.js";
import type { FetchPort, FetchRequest } from "../sources/fetch-port.js";
import { crawlPages } from "./crawl.js";
import type { Crawl } from "./crawl-name.js";
import { parseCrawl } from "./crawl-name.js";

const HELP = "https://help.test/docs/";

/** A web of a few pages; a number is a status, `>` a redirect. */
function webOf(pages: Record<string, string | number>) {
  const asked: string[] = [];
  const paces: [string, number][] = [];
  const get = async (address: string, request: FetchRequest = {}) => {
    asked.push(address);
    const page = pages[address] ?? 404;
    if (typeof page === "number") {
      throw new KefuError("input", page === 404 ? "kb.fetch.gone" : "kb.fetch.status", { address, status: page });
    }
    const url = page.startsWith(">") ? page.slice(1) : address;
    if (url !== address && request.mayVisit?.(url) === false)
      throw new KefuError("input", "kb.fetch.elsewhere", { address, to: url });
    const body = page.startsWith(">") ? String(pages[url]) : page;
    return { url, bytes: Buffer.from(body), ...(/^\s*<a/.test(body) ? { type: "text/html" } : {}) };
  };
  const fetch: FetchPort = { get, pace: (origin, ms) => void paces.push([origin, ms]) };
  return { fetch, asked, paces };
}

const links = (...to: string[]): string => to.map((href) => `<a href="${href}">x</a>`).join("");

async function crawl(pages: Record<string, string | number>, source = `crawl+${HELP}`, limit = 100) {
  const web = webOf(pages);
  const result = await crawlPages(web.fetch, parseCrawl(source) as Crawl, limit, false);
  return { ...web, ...result, addresses: result.pages.map(({ address }) => address.replace("https://help.test", "")) };
}

const failure = (pages: Record<string, string | number>, source?: string) =>
  crawl(pages, source).then(
    () => "none",
    (error: unknown) => (error as KefuError).key,
  );

describe("a crawl", () => {
  it("takes the page and what it links to below its folder, on its host", async () => {
    const page = links(
      "a.html",
      "b/c?x=1#y",
      "/docs/",
      "../other/d.html",
      "https://elsewhere.test/docs/e",
      "logo.png",
      "f.pdf",
      "a.html#z",
    );
    const { addresses, asked, complete, issues } = await crawl({ [HELP]: page });
    expect(addresses).toEqual(["/docs/", "/docs/a.html", "/docs/b/c?x=1", "/docs/f.pdf"]);
    expect(asked).toEqual(["https://help.test/robots.txt", HELP]);
    expect([complete, issues]).toEqual([true, []]);
  });

  it("follows the page to where it has moved, and asks that site's robots, too", async () => {
    const moved = "https://www.help.test/docs/";
    const { pages, asked, mayVisit } = await crawl({ [HELP]: `>${moved}`, [moved]: links("a") });
    expect(pages.map(({ address }) => address)).toEqual([HELP, `${moved}a`]);
    expect(asked).toEqual(["https://help.test/robots.txt", HELP, "https://www.help.test/robots.txt"]);
    expect(mayVisit(`${moved}b`)).toBe(true);
    expect(mayVisit("https://elsewhere.test/docs/")).toBe(false);
    expect(mayVisit("https://help.test/private")).toBe(false);
  });

  it("leaves alone what robots.txt bars, and keeps the pace that it asks for", async () => {
    const robots = "User-agent: other\nDisallow: /\n\nUser-agent: kefu\nDisallow: /docs/private/\nCrawl-delay: 60\n";
    const web = { [HELP]: links("a", "private/b", "private/c"), "https://help.test/robots.txt": robots };
    const { addresses, paces, issues, mayVisit } = await crawl(web);
    expect(addresses).toEqual(["/docs/", "/docs/a"]);
    expect(paces).toEqual([["https://help.test", 10_000]]);
    expect(issues).toMatchObject([{ severity: "info", key: "kb.crawl.barred", params: { count: 2 } }]);
    expect(mayVisit(`${HELP}private/b`)).toBe(false);
  });

  it("does not begin where robots.txt bars the page or cannot be had", async () => {
    const all = "User-agent: *\nDisallow: /\n";
    expect(await failure({ [HELP]: "", "https://help.test/robots.txt": all })).toBe("kb.crawl.disallowed");
    expect(await failure({ [HELP]: "", "https://help.test/robots.txt": 503 })).toBe("kb.fetch.status");
    expect(await failure({ [HELP]: "<a>", "https://help.test/robots.txt": 403 })).toBe("none");
    expect(await failure({})).toBe("kb.fetch.gone");
  });

  it("stops at the limit and says so", async () => {
    const { addresses, complete, issues } = await crawl({ [HELP]: links("a", "b", "c") }, `crawl+${HELP}`, 2);
    expect(addresses).toEqual(["/docs/", "/docs/a"]);
    expect(complete).toBe(false);
    expect(issues).toMatchObject([{ severity: "warning", key: "kb.crawl.limited" }]);
  });
});

describe("a sitemap", () => {
  const map = (...urls: string[]) => `<urlset>${urls.map((url) => `<url><loc>${url}</loc></url>`).join("")}</urlset>`;
  const index = (...urls: string[]) =>
    `<sitemapindex>${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join("")}</sitemapindex>`;

  it("is read by its address, with those that it names, on its host", async () => {
    const { addresses, asked } = await crawl(
      {
        "https://help.test/sitemap.xml": index(
          "https://help.test/1.xml",
          "https://elsewhere.test/2.xml",
          "https://help.test/sitemap.xml",
        ),
        "https://help.test/1.xml": map("https://help.test/a", "https://elsewhere.test/b", "https://help.test/c/d"),
      },
      "sitemap+https://help.test/sitemap.xml",
    );
    expect(addresses).toEqual(["/a", "/c/d"]);
    expect(asked).toHaveLength(3);
  });

  it("is found through robots.txt or by its usual name, and keeps to the folder", async () => {
    const pages = map(`${HELP}a`, "https://help.test/other");
    const told = {
      "https://help.test/robots.txt": "Sitemap: https://help.test/maps/all.xml",
      "https://help.test/maps/all.xml": pages,
    };
    expect((await crawl(told, `sitemap+${HELP}`)).addresses).toEqual(["/docs/a"]);
    expect((await crawl({ "https://help.test/sitemap.xml": pages }, `sitemap+${HELP}`)).addresses).toEqual(["/docs/a"]);
  });

  it("that lists nothing, is none or is missing is an error", async () => {
    const at = "https://help.test/sitemap.xml";
    expect(await failure({ [at]: map("https://elsewhere.test/") }, `sitemap+${at}`)).toBe("kb.crawl.empty-sitemap");
    expect(await failure({ [at]: "<html></html>" }, `sitemap+${at}`)).toBe("kb.crawl.bad-sitemap");
    expect(await failure({}, `sitemap+${at}`)).toBe("kb.fetch.gone");
  });
});
