import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KbFolder } from "../../../test/support/kb-folder.js";
import { KefuError } from "../../messages/errors.js";
import type { IngestOptions } from "../ingest/ports.js";
import { removeSources } from "../remove.js";
import type { OnlineAccess } from "./source-addresses.js";

const HELP = "https://help.test/docs/";
const page = (question: string): string =>
  `<h2>${question}怎么办？</h2><p>请这样做。</p><h2>${question}多久？</h2><p>三天。</p>`;

let kb: KbFolder;
let base: string;
let pages: Record<string, string>;
let asked: string[];

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), "kefu-crawl-"));
  kb = new KbFolder(base);
  asked = [];
  pages = {
    [HELP]: `<body>${page("首页")}<a href="a">甲</a><a href="b">乙</a><a href="dead">丙</a></body>`,
    [`${HELP}a`]: page("退货"),
    [`${HELP}b`]: page("换货"),
  };
});

afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

const online: OnlineAccess = {
  allowPrivate: false,
  maxPages: 100,
  fetch: {
    pace: () => undefined,
    get: async (address) => {
      asked.push(address);
      const text = pages[address];
      if (text === undefined) throw new KefuError("input", "kb.fetch.gone", { address, status: 404 });
      return { url: address, bytes: Buffer.from(text), type: "text/html" };
    },
  },
};

const listing = (...sources: string[]): IngestOptions["settings"] => ({ sources, columns: {}, locale: "zh-CN" });

const ingest = (more: Partial<IngestOptions> = {}) =>
  kb.ingest({ settings: listing("faq/"), ...more }, { online: { ...online, follow: undefined } });

const remove = (name: string, ...listed: string[]) =>
  removeSources(kb.ports(), { ...kb.options(), sources: listed, cwd: kb.root }, [name]);

describe("a crawl as a source", () => {
  beforeEach(async () => {
    kb.table("faq/a.csv", "A1:一");
    await ingest();
    await ingest({ sources: [`crawl+${HELP}`] });
    expect(await kb.served()).toHaveLength(7);
    asked = [];
  });

  it.each([HELP, HELP.toUpperCase().replace("/DOCS/", "/docs/"), `crawl+${HELP}`])(
    "goes with all its pages when %s is removed, and is made no more",
    async (name) => {
      const report = await remove(name);
      expect(report.sources).toEqual([HELP, `${HELP}a`, `${HELP}b`]);
      expect(report).toMatchObject({ listed: [], crawled: [], total: 1 });
      expect(await ingest()).toMatchObject({ written: false });
      expect(asked).toEqual([]);
      expect(await kb.served()).toEqual(["A1:一"]);
    },
  );

  it("comes back when kefu.yaml lists it, and that is said", async () => {
    expect((await remove(HELP, `crawl+${HELP}`)).listed).toEqual([HELP, `${HELP}a`, `${HELP}b`]);
    await ingest({ settings: listing("faq/", `crawl+${HELP}`) });
    expect(await kb.served()).toHaveLength(7);
  });

  it("finds a single page again that was removed, and that is said", async () => {
    expect(await remove(`${HELP}a`)).toMatchObject({ sources: [`${HELP}a`], crawled: [`${HELP}a`], total: 5 });
    await ingest();
    expect(await kb.served()).toHaveLength(7);
  });

  it("names what is known where a name is not", async () => {
    await expect(remove(`sitemap+${HELP}`)).rejects.toMatchObject({
      kind: "input",
      key: "kb.remove.unknown",
      hint: { params: { sources: `crawl+${HELP}, faq/a.csv` } },
    });
  });

  it("notes a dead link to a page that was never known, and warns of one that held entries", async () => {
    const first = await ingest({ strict: true });
    expect(first.issues).toContainEqual(
      expect.objectContaining({ severity: "info", key: "kb.crawl.dead-link", where: { file: `${HELP}dead` } }),
    );
    pages = Object.fromEntries(Object.entries(pages).filter(([address]) => address !== `${HELP}a`));
    const { issues, removed } = await ingest();
    expect(issues).toContainEqual(expect.objectContaining({ severity: "warning", key: "kb.crawl.gone" }));
    expect(removed).toHaveLength(2);
  });
});
