import { brotliCompressSync, gzipSync } from "node:zlib";
import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import { serve } from "../../test/support/server.js";
import type { Page } from "../../test/support/server.js";
import type { FetchRequest, Fetched } from "../kb/sources/fetch-port.js";
import { KefuError } from "../messages/errors.js";
import type { FetchSettings } from "./fetch.js";
import { createFetch } from "./fetch.js";

const open = (more: Partial<FetchSettings> = {}) =>
  createFetch({ version: "1.2.3", allowPrivate: true, ...more, limits: { maxBytes: 10_000, ...more.limits } });

/** What comes of one page: its text, or the key and parameters of the error. */
async function get(page: Page, more: Partial<FetchSettings> = {}, request: FetchRequest = {}): Promise<unknown> {
  const server = await serve({ "/": page });
  return getFrom(`${server.origin}/`, more, request);
}

async function getFrom(url: string, more: Partial<FetchSettings> = {}, request: FetchRequest = {}): Promise<unknown> {
  try {
    const got = await open(more).get(url, request);
    return got === "not-modified" ? got : Buffer.from(got.bytes).toString("utf8");
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    expect(error.kind).toBe("input");
    return error.key;
  }
}

const redirect = (to: string, status = 302): Page => ({ status, headers: { location: to } });

const addresses =
  (...found: string[]) =>
  async (): Promise<LookupAddress[]> =>
    found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("a fetched page", () => {
  it("comes with type, charset and what the next request needs, and tells who asks", async () => {
    const headers = {
      "content-type": 'Text/HTML; Charset="GBK"',
      etag: '"v1"',
      "last-modified": "Mon, 01 Jun 2026 00:00:00 GMT",
    };
    const server = await serve({ "/a": { headers, body: "你好" } });
    const got = (await open().get(`${server.origin}/a#top`)) as Fetched;
    expect(got).toMatchObject({ url: `${server.origin}/a`, type: "text/html", charset: "gbk", etag: '"v1"' });
    expect(got.modified).toBe("Mon, 01 Jun 2026 00:00:00 GMT");
    expect(server.headers[0]).toMatchObject({ "user-agent": "kefu/1.2.3" });
    expect(server.headers[0]).not.toHaveProperty("cookie");
  });

  it("is unpacked", async () => {
    for (const [encoding, body] of [
      ["gzip", gzipSync("退款")],
      ["br", brotliCompressSync("退款")],
    ] as const) {
      expect(await get({ headers: { "content-encoding": encoding }, body })).toBe("退款");
    }
    expect(await get({ headers: { "content-encoding": "gzip, gzip" }, body: gzipSync(gzipSync("x")) })).toBe(
      "kb.fetch.encoding",
    );
    expect(await get({ headers: { "content-encoding": "gzip" }, body: gzipSync("退款").subarray(0, 15) })).toBe(
      "kb.fetch.broken",
    );
  });

  it("is not sent again when it is as known", async () => {
    const page: Page = (request, response) =>
      response
        .writeHead(request.headers["if-none-match"] === '"v1"' ? 304 : 200, { "content-type": "text/html" })
        .end();
    expect(await get(page, {}, { etag: '"v1"' })).toBe("not-modified");
    expect(await get(page, {}, { etag: '"v0"' })).toBe("");
    expect(await get({ status: 304 })).toBe("kb.fetch.status");
  });

  it.each<[string, Page, string]>([
    ["not there", { status: 404 }, "kb.fetch.gone"],
    ["removed", { status: 410 }, "kb.fetch.gone"],
    ["behind a login", { status: 401 }, "kb.fetch.status"],
    ["empty by status", { status: 204 }, "kb.fetch.status"],
    ["a part", { status: 206, body: "x" }, "kb.fetch.status"],
    ["a redirect to nowhere", { status: 302 }, "kb.fetch.status"],
    ["a picture", { headers: { "content-type": "image/png" }, body: "x" }, "kb.fetch.type"],
    ["a script", { headers: { "content-type": "text/javascript" }, body: "x" }, "kb.fetch.type"],
    ["a program", { headers: { "content-type": "application/x-msdownload" }, body: "x" }, "kb.fetch.type"],
    [
      "a workbook",
      { headers: { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }, body: "x" },
      "x",
    ],
    ["JSON of some kind", { headers: { "content-type": "application/ld+json" }, body: "{}" }, "{}"],
    ["without a type", (_, response) => response.writeHead(200).end("x"), "x"],
  ])("%s", async (_, page, expected) => {
    expect(await get(page)).toBe(expected);
  });
});

describe("limits", () => {
  it("hold for what is announced, sent and unpacked", async () => {
    expect(await get("x".repeat(10_000))).toHaveLength(10_000);
    expect(await get("x".repeat(10_001))).toBe("kb.fetch.too-big");
    const announced: Page = (_, response) => response.writeHead(200, { "content-length": "99999999" }).write("x");
    expect(await get(announced)).toBe("kb.fetch.too-big");
    for (const [encoding, body] of [
      ["gzip", gzipSync(Buffer.alloc(5_000_000))],
      ["br", brotliCompressSync(Buffer.alloc(5_000_000))],
    ] as const) {
      expect(body.length).toBeLessThan(10_000);
      expect(await get({ headers: { "content-encoding": encoding }, body })).toBe("kb.fetch.too-big");
    }
    expect(await get("x".repeat(101), {}, { maxBytes: 100 })).toBe("kb.fetch.too-big");
  });

  it("end a body that never ends", async () => {
    const endless: Page = (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = (): void => {
        while (!response.destroyed && response.write("x".repeat(1000)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    };
    expect(await get(endless)).toBe("kb.fetch.too-big");
    const packed: Page = (_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      const more = (): void => {
        // Empty members: bytes come, nothing comes out of them.
        while (!response.destroyed && response.write(gzipSync("")));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    };
    expect(await get(packed)).toBe("kb.fetch.too-big");
  });

  it("end a body that stops coming, headers that never come, and one byte now and then", async () => {
    const silent: Page = (_, response) => void response.writeHead(200).write("x");
    expect(await get(silent, { limits: { idleMs: 30 } })).toBe("kb.fetch.idle");
    expect(await get(() => undefined, { limits: { idleMs: 30 } })).toBe("kb.fetch.idle");
    const drip: Page = (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write("x")), 5);
    };
    expect(await get(drip, { limits: { idleMs: 1000, totalMs: 60 } })).toBe("kb.fetch.timeout");
    const waits: Page = (_, response) => {
      const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.writeProcessing()), 5);
    };
    expect(await get(waits, { limits: { idleMs: 1000, totalMs: 60 } })).toBe("kb.fetch.timeout");
    const never = { resolve: () => new Promise<LookupAddress[]>(() => undefined), limits: { totalMs: 30 } };
    expect(await getFrom("http://slow.test/", never)).toBe("kb.fetch.timeout");
  });

  it("hold for headers, and for connections that break", async () => {
    expect(await get({ headers: { "x-long": "x".repeat(40_000) }, body: "x" })).toBe("kb.fetch.broken");
    expect(await get((_, response) => void response.socket?.destroy())).toBe("kb.fetch.broken");
    const short: Page = (_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("x", () => response.socket?.destroy());
    };
    expect(await get(short)).toBe("kb.fetch.broken");
  });
});

describe("redirects", () => {
  it("are followed within a limit", async () => {
    const pages: Record<string, Page> = { "/end": "end" };
    for (let step = 0; step < 7; step++)
      pages[`/${step}`] = redirect(step === 0 ? "/end" : `/${step - 1}`, 301 + (step % 2));
    const server = await serve({ ...pages, "/loop": redirect("/loop") });
    expect(await getFrom(`${server.origin}/4`)).toBe("end");
    expect(await getFrom(`${server.origin}/5`)).toBe("kb.fetch.redirects");
    expect(await getFrom(`${server.origin}/loop`)).toBe("kb.fetch.redirects");
    const got = (await open().get(`${server.origin}/0`)) as Fetched;
    expect(got.url).toBe(`${server.origin}/end`);
  });

  it.each([
    ["http://169.254.169.254/latest/meta-data/", "kb.fetch.forbidden"],
    ["//169.254.169.254/", "kb.fetch.forbidden"],
    ["http://[::ffff:169.254.169.254]/", "kb.fetch.forbidden"],
    ["http://2852039166/", "kb.fetch.odd-host"],
    ["http://metadata.google.internal/computeMetadata/v1/", "kb.fetch.forbidden"],
    ["http://0.0.0.0/", "kb.fetch.forbidden"],
    ["file:///etc/passwd", "kb.fetch.bad-scheme"],
    ["data:text/html,x", "kb.fetch.bad-scheme"],
    ["http://a:b@example.com/", "kb.fetch.credentials"],
    ["http://", "kb.fetch.bad-address"],
  ])("to %s: %s", async (to, expected) => {
    expect(await get(redirect(to))).toBe(expected);
  });

  it("to a private address are refused, and say where they began", async () => {
    const server = await serve({ "/": redirect("http://10.0.0.1/") });
    await expect(open().get(`${server.origin}/`, { mayVisit: () => false })).rejects.toMatchObject({
      key: "kb.fetch.elsewhere",
    });
    const strict = open({ allowPrivate: false, resolve: addresses("127.0.0.1") });
    await expect(strict.get(`http://help.test:${server.port}/`)).rejects.toMatchObject({ key: "kb.fetch.private" });
    await expect(
      open({ limits: { totalMs: 500 } }).get(`${(await serve({ "/": redirect("http://0.0.0.0/") })).origin}/`),
    ).rejects.toMatchObject({
      key: "kb.fetch.forbidden",
      where: { file: expect.stringContaining("127.0.0.1") as string },
    });
  });
});

describe("names", () => {
  it("are refused when any of their addresses is, and nothing is asked of the server", async () => {
    const server = await serve({ "/": "secret" });
    const url = `http://help.test:${server.port}/`;
    const refuse = (allowPrivate: boolean, ...found: string[]) =>
      getFrom(url, { allowPrivate, resolve: addresses(...found), limits: { totalMs: 2000 } });
    expect(await refuse(false, "127.0.0.1")).toBe("kb.fetch.private");
    expect(await refuse(false, "93.184.216.34", "10.0.0.1")).toBe("kb.fetch.private");
    expect(await refuse(true, "127.0.0.1", "169.254.169.254")).toBe("kb.fetch.forbidden");
    expect(await refuse(true, "fd00:ec2::254")).toBe("kb.fetch.forbidden");
    expect(await refuse(true)).toBe("kb.fetch.no-host");
    expect(server.requests).toEqual([]);
    expect(await refuse(true, "127.0.0.1")).toBe("secret");
  });

  it("are looked up once a request, so that a second answer cannot differ", async () => {
    const server = await serve({ "/": "page" });
    let asked = 0;
    const resolve = async (): Promise<LookupAddress[]> => [
      { address: asked++ === 0 ? "127.0.0.1" : "169.254.169.254", family: 4 },
    ];
    expect(await getFrom(`http://help.test:${server.port}/`, { resolve })).toBe("page");
    expect(asked).toBe(1);
  });

  it("that nobody knows, and ports that nobody listens on, are told apart", async () => {
    const resolve = async (): Promise<never> => {
      throw Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" });
    };
    expect(await getFrom("http://nowhere.test/", { resolve })).toBe("kb.fetch.no-host");
    expect(await getFrom("http://127.0.0.1:1/")).toBe("kb.fetch.unreachable");
  });
});
