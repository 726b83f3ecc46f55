import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { kefu, tempFolder } from "../cli/support.js";
import { serve } from "../support/server.js";
import type { Page } from "../support/server.js";
import { makeZip } from "../support/zip.js";

const csv = (question: string) => `问题,答案\n${question},在订单页\n`;

function workspace(settings = ""): string {
  const root = tempFolder();
  writeFileSync(path.join(root, "kefu.yaml"), `version: 1\nname: 试\nkb:\n  sources: [faq/]\n${settings}`);
  mkdirSync(path.join(root, "faq"));
  writeFileSync(path.join(root, "faq/a.csv"), csv("怎么退款"));
  return root;
}

async function ingest(root: string, ...args: string[]) {
  const { code, stdout, stderr } = await kefu(["kb", "ingest", ...args, "--json", "--workers", "0"], { cwd: root });
  const document = JSON.parse(stdout) as {
    total: number;
    added: number;
    changed: number;
    error?: { code: string };
    issues?: { code: string }[];
  };
  return { code, stderr, ...document, codes: (document.issues ?? []).map((issue) => issue.code) };
}

const redirect = (to: string): Page => ({ status: 302, headers: { location: to } });

describe("addresses that must not be fetched", () => {
  it.each([
    ["http://169.254.169.254/latest/meta-data/", "kb.fetch.forbidden"],
    ["http://metadata.google.internal/", "kb.fetch.forbidden"],
    ["http://2130706433/", "kb.fetch.odd-host"],
    ["http://user:secret@help.test/", "kb.fetch.credentials"],
    ["file:///etc/passwd", "kb.fetch.bad-scheme"],
  ])("%s ends with code 3, with --allow-private too", async (address, code) => {
    const run = await ingest(workspace(), address, "--allow-private");
    expect([run.code, run.error?.code]).toEqual([3, code]);
    expect(run.stderr).not.toContain("secret");
  });

  it("are refused after a redirect as well, and the index stays as it was", async () => {
    const root = workspace();
    await ingest(root);
    const server = await serve({
      "/": redirect("http://169.254.169.254/latest/meta-data/"),
      "/loop": redirect("/loop"),
    });
    const away = await ingest(root, `${server.origin}/`, "--allow-private");
    expect([away.code, away.error?.code]).toEqual([3, "kb.fetch.forbidden"]);
    const loop = await ingest(root, `${server.origin}/loop`, "--allow-private");
    expect([loop.code, loop.error?.code]).toEqual([3, "kb.fetch.redirects"]);
    const own = await ingest(root, `${server.origin}/`);
    expect([own.code, own.error?.code]).toEqual([3, "kb.fetch.private"]);
    expect((await ingest(root)).total).toBe(1);
  });

  it("never end the run late: an endless page stops at the limit of kefu.yaml", async () => {
    const root = workspace("  fetch: { max_bytes: 100000 }\n");
    const endless: Page = (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = (): void => {
        while (!response.destroyed && response.write("<p>x</p>".repeat(1000)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    };
    const run = await ingest(root, `${(await serve({ "/": endless })).origin}/`, "--allow-private");
    expect([run.code, run.error?.code]).toEqual([3, "kb.fetch.too-big"]);
  });
});

describe("pages", () => {
  const page = (question: string, answer: string) =>
    `<html><body><main><h1>帮助</h1><h2>${question}</h2><p>${answer}</p></main></body></html>`;

  it("are fetched when named, kept when not asked for, and compared by what the server says of them", async () => {
    const root = workspace();
    let text = page("怎么开票？", "联系客服开票。");
    let sent = 0;
    const help: Page = (request, response) => {
      const etag = `"${text.length}"`;
      if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
      sent++;
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", etag }).end(text);
    };
    const address = `${(await serve({ "/help": help })).origin}/help`;
    expect(await ingest(root, address, "--allow-private")).toMatchObject({ code: 0, added: 1, total: 1 });
    expect(await ingest(root)).toMatchObject({ code: 0, added: 1, total: 2, codes: ["kb.sources.not-fetched"] });
    expect(await ingest(root, "--online", "--allow-private")).toMatchObject({
      code: 0,
      changed: 0,
      total: 2,
      codes: [],
    });
    expect(sent).toBe(1);
    text = page("怎么开票？", "在订单页申请开票。");
    expect(await ingest(root, "--online", "--allow-private")).toMatchObject({ code: 0, changed: 1, total: 2 });
    expect(sent).toBe(2);
  });

  it("of a crawl come and go with the site; a bad one does not keep the others out", async () => {
    const root = workspace();
    const links = (...names: string[]) =>
      `<html><body><nav>${names.map((name) => `<a href="${name}">x</a>`).join(" ")}</nav></body></html>`;
    const server = await serve({
      "/help/": links("a", "b", "broken", "away"),
      "/help/a": page("怎么开票？", "联系客服开票。"),
      "/help/b": page("怎么注销？", "在设置里注销账号。"),
      "/help/broken": { status: 500 },
      "/help/away": redirect("http://169.254.169.254/"),
    });
    const crawl = ["--online", "--allow-private"];
    const first = await ingest(root, `${server.origin}/help/`, "--crawl", "--allow-private");
    expect(first).toMatchObject({ code: 0, added: 2 });
    expect(first.codes).toEqual(expect.arrayContaining(["kb.fetch.status", "kb.fetch.forbidden"]));
    server.pages["/help/a"] = { status: 404 };
    server.pages["/help/b"] = { status: 503 };
    const second = await ingest(root, ...crawl);
    expect(second).toMatchObject({ code: 0, total: 2 });
    expect(second.codes).toContain("kb.crawl.gone");
    server.pages["/help/"] = links("broken");
    const third = await ingest(root, ...crawl);
    expect(third).toMatchObject({ code: 0, total: 1 });
    expect(third.codes).toContain("kb.crawl.no-longer");
  });
});

describe("archives", () => {
  it("are read member by member; one that changes is read alone", async () => {
    const root = workspace();
    const zip = (answer: string) =>
      makeZip([
        { name: "退款/a.csv", data: csv("怎么开票") },
        { name: "b.md", data: `## 怎么注销？\n\n${answer}\n` },
        { name: "../../outside.csv", data: csv("x") },
        { name: "link.csv", data: "/etc/passwd", mode: 0o120777 },
      ]);
    writeFileSync(path.join(root, "faq/all.zip"), zip("在设置里。"));
    const first = await ingest(root);
    expect(first).toMatchObject({ code: 0, added: 3 });
    expect(first.codes).toEqual(expect.arrayContaining(["kb.archive.unsafe-name", "kb.archive.link"]));
    writeFileSync(path.join(root, "faq/all.zip"), zip("在设置里点注销。"));
    expect(await ingest(root)).toMatchObject({ code: 0, changed: 1, sources: { read: ["faq/all.zip!/b.md"] } });
    writeFileSync(
      path.join(root, "faq/all.zip"),
      makeZip([{ name: "b.md", data: "## 怎么注销？\n\n在设置里点注销。\n" }]),
    );
    expect(await ingest(root)).toMatchObject({
      code: 0,
      removed: 1,
      sources: { removed: ["faq/all.zip!/退款/a.csv"] },
    });
  });

  it("that are bombs are refused, and nothing changes", async () => {
    const root = workspace();
    await ingest(root);
    const bombs: [string, Buffer][] = [
      ["kb.archive.ratio", makeZip([{ name: "a.csv", data: Buffer.alloc(64 * 1024 * 1024, 97) }])],
      ["kb.archive.too-big", makeZip([{ name: "a.csv", data: "x", size: 3_000_000_000 }])],
      ["kb.archive.too-many", makeZip(Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}.csv`, data: "" })))],
      [
        "kb.archive.overlap",
        makeZip([
          { name: "a.csv", data: csv("a") },
          { name: "b.csv", data: csv("a"), sameAs: 0 },
        ]),
      ],
      ["kb.archive.damaged", Buffer.from("PK\u0003\u0004 and no more")],
    ];
    for (const [code, bytes] of bombs) {
      writeFileSync(path.join(root, "faq/bomb.zip"), bytes);
      const { stderr, ...run } = await ingest(root, "faq/");
      expect(run.code, stderr).toBe(3);
      expect(JSON.stringify(run)).toContain(code);
    }
  });
});

describe("links in a folder", () => {
  it("are followed, and those that lead nowhere or in a circle are named", async () => {
    const root = workspace();
    writeFileSync(path.join(root, "more.csv"), csv("怎么开票"));
    symlinkSync(path.join(root, "more.csv"), path.join(root, "faq/linked.csv"));
    symlinkSync(path.join(root, "nowhere.csv"), path.join(root, "faq/broken.csv"));
    symlinkSync(path.join(root, "faq"), path.join(root, "faq/round"));
    symlinkSync("self", path.join(root, "faq/self"));
    const run = await ingest(root);
    expect(run).toMatchObject({ code: 0, added: 2 });
    expect([...run.codes].sort()).toEqual(["kb.sources.broken-link", "kb.sources.link-loop", "kb.sources.link-loop"]);
  });
});
