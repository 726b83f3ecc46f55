import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { makeZip } from "../../test/support/zip.js";
import type { ZipMember } from "../../test/support/zip.js";
import { ARCHIVE_LIMITS } from "../kb/sources/archive-members.js";
import type { ArchiveLimits } from "../kb/sources/archive-members.js";
import type { Archive } from "../kb/sources/archive-port.js";
import { KefuError } from "../messages/errors.js";
import { createArchives } from "./archive.js";

const folder = mkdtempSync(path.join(tmpdir(), "kefu-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (members: readonly ZipMember[], limits: Partial<ArchiveLimits> = {}): Promise<Archive | undefined> =>
  createArchives({ ...ARCHIVE_LIMITS, ...limits }).open("faq.zip", makeZip(members));

const csv = "问题,答案\n怎么退款,在订单页\n";

/** Key and parameters of the error that opening ends with. */
async function failure(work: Promise<unknown>): Promise<{ key: string; params: object; file?: string | undefined }> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof KefuError)) throw new Error(`no KefuError: ${String(error)}`);
  expect(error.kind).toBe("input");
  return { key: error.key, params: error.params, file: error.where?.file };
}

const notes = ({ issues }: Archive) => issues.map(({ severity, key, where }) => [severity, key, where?.file]);

describe("an archive", () => {
  it("gives its members one by one, from a file and from bytes", async () => {
    const bytes = makeZip([
      { name: "b/c.csv", data: csv },
      { name: "b/", data: "" },
      { name: "a.md", data: "# 怎么退款？\n在订单页。\n", store: true },
    ]);
    const file = path.join(folder, "faq.zip");
    writeFileSync(file, bytes);
    for (const from of [file, new Uint8Array(bytes)]) {
      const archive = (await createArchives().open("faq.zip", from))!;
      expect(archive.members).toEqual(["a.md", "b/c.csv"]);
      expect(archive.issues).toEqual([]);
      expect(Buffer.from(await archive.read("b/c.csv")).toString()).toBe(csv);
      expect(Buffer.from(await archive.read("a.md")).toString()).toContain("订单页");
    }
  });

  it("gives back whatever was put in", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), async (data, store) => {
        const archive = (await open([{ name: "a.csv", data, store }]))!;
        expect(Buffer.from(await archive.read("a.csv")).equals(Buffer.from(data))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("passes over what systems add, and names what cannot be read", async () => {
    const archive = (await open(
      ["a.csv", "__MACOSX/._a.csv", ".hidden/a.csv", "b/.DS_Store", "~$a.csv", "logo.png"].map((name) => ({
        name,
        data: "x",
      })),
    ))!;
    expect(archive.members).toEqual(["a.csv"]);
    expect(notes(archive)).toEqual([["info", "kb.ingest.other-file", "faq.zip!/logo.png"]]);
  });

  it("is told from an Office document and from what is no archive", async () => {
    expect(await open([{ name: "[Content_Types].xml", data: "<Types/>" }])).toBeUndefined();
    const bad = (bytes: string | Uint8Array) => failure(createArchives().open("faq.zip", Buffer.from(bytes as string)));
    expect((await bad("问题,答案")).key).toBe("kb.archive.damaged");
    expect((await bad("")).key).toBe("kb.archive.damaged");
    const whole = makeZip([{ name: "a.csv", data: csv }]);
    expect((await bad(whole.subarray(0, whole.length - 30))).key).toBe("kb.archive.damaged");
    expect(await failure(createArchives().open("faq.zip", path.join(folder, "none.zip")))).toMatchObject({
      key: "kb.archive.damaged",
      file: "faq.zip",
    });
  });

  it("never fails with anything but a clear error, however it is damaged", async () => {
    const whole = makeZip([
      { name: "a.csv", data: csv },
      { name: "b/退款.csv", data: csv.repeat(20) },
    ]);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        try {
          const archive = await createArchives().open("faq.zip", bytes);
          for (const name of archive?.members ?? []) await archive!.read(name);
        } catch (error) {
          if (!(error instanceof KefuError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("names", () => {
  const gbk = { "退款/怎么.csv": "CDCBBFEE2FD4F5C3B42E637376", "联通.csv": "C1AACDA82E637376" };
  const big5 = { "退款/怎麼.csv": "B068B4DA2FABE7BBF22E637376", "密碼.csv": "B14BBD582E637376" };

  it.each([
    ["GBK", gbk],
    ["Big5", big5],
  ])("are read in %s where they say nothing", async (_, names) => {
    const archive = (await open(Object.values(names).map((hex) => ({ name: Buffer.from(hex, "hex"), data: csv }))))!;
    expect([...archive.members].sort()).toEqual(Object.keys(names).sort());
    expect(Buffer.from(await archive.read(Object.keys(names)[0]!)).toString()).toBe(csv);
  });

  it("are read in UTF-8 with and without the mark", async () => {
    for (const utf8 of [true, false]) {
      expect((await open([{ name: "常见问题/退款.csv", data: csv, utf8 }]))!.members).toEqual(["常见问题/退款.csv"]);
    }
  });

  it.each([
    "../outside.csv",
    "a/../../outside.csv",
    "/etc/passwd.csv",
    "C:/windows/a.csv",
    "c:a.csv",
    "..\\outside.csv",
    "a\\b.csv",
    "a//b.csv",
    "./a.csv",
    "a/./b.csv",
    "a\nb.csv",
    "a\0.csv",
    "\u202egnp.csv",
    "a\u001b[31m.csv",
  ])("that lead elsewhere or hide something are left out: %j", async (name) => {
    const archive = (await open([
      { name, data: csv },
      { name: "good.csv", data: csv },
    ]))!;
    expect(archive.members).toEqual(["good.csv"]);
    expect(archive.issues).toMatchObject([{ severity: "warning", key: "kb.archive.unsafe-name" }]);
    // eslint-disable-next-line no-control-regex -- these must not come through
    expect(JSON.stringify(archive.issues)).not.toMatch(/[\u0000-\u001f\u202e]|\\u00|\\n/);
  });
});

describe("members that are left out", () => {
  it("are links, devices, archives and second ones of a name", async () => {
    const archive = (await open([
      { name: "link.csv", data: "/etc/passwd", mode: 0o120777 },
      { name: "pipe.csv", data: "", mode: 0o010644 },
      { name: "inner.zip", data: makeZip([{ name: "a.csv", data: csv }]) },
      { name: "a.csv", data: csv, mode: 0o100644 },
      { name: "a.csv", data: "other" },
    ]))!;
    expect(archive.members).toEqual(["a.csv"]);
    expect(notes(archive)).toEqual([
      ["warning", "kb.archive.link", "faq.zip!/link.csv"],
      ["warning", "kb.archive.no-file", "faq.zip!/pipe.csv"],
      ["warning", "kb.archive.nested", "faq.zip!/inner.zip"],
      ["warning", "kb.archive.twice", "faq.zip!/a.csv"],
    ]);
    expect(Buffer.from(await archive.read("a.csv")).toString()).toBe(csv);
  });

  it("are errors where content was promised: under a password, or packed in another way", async () => {
    const archive = (await open([
      { name: "secret.csv", data: csv, encrypted: true },
      { name: "lzma.csv", data: csv, method: 14 },
      { name: "secret.png", data: "x", encrypted: true },
    ]))!;
    expect(notes(archive)).toEqual([
      ["error", "kb.archive.encrypted", "faq.zip!/secret.csv"],
      ["error", "kb.archive.method", "faq.zip!/lzma.csv"],
      ["info", "kb.ingest.other-file", "faq.zip!/secret.png"],
    ]);
  });
});

describe("limits", () => {
  it("hold for the number of members, their sizes, and how far they grow", async () => {
    const many = Array.from({ length: 4 }, (_, at) => ({ name: `${at}.csv`, data: "x".repeat(100) }));
    expect(await failure(open(many, { members: 3 }))).toMatchObject({
      key: "kb.archive.too-many",
      params: { count: 4, limit: 3 },
    });
    expect(await failure(open(many, { memberBytes: 99 }))).toMatchObject({
      key: "kb.archive.too-big",
      params: { name: "0.csv" },
    });
    expect(await failure(open(many, { totalBytes: 399 }))).toMatchObject({
      key: "kb.archive.too-big",
      params: { name: "faq.zip" },
    });
    expect((await open(many, { members: 4, memberBytes: 100, totalBytes: 400 }))!.members).toHaveLength(4);
    const bomb = [{ name: "a.csv", data: Buffer.alloc(100_000) }];
    expect(await failure(open(bomb, { ratioFloor: 1000 }))).toMatchObject({ key: "kb.archive.ratio", file: "faq.zip" });
    expect((await open(bomb))!.members).toEqual(["a.csv"]);
  });

  it("do not count what is not read", async () => {
    const video = { name: "film.mp4", data: "x", size: 3_000_000_000 };
    expect((await open([video, { name: "a.csv", data: csv }]))!.members).toEqual(["a.csv"]);
  });

  it("hold against members that share their bytes", async () => {
    const shared = [
      { name: "a.csv", data: csv },
      ...["b.csv", "c.csv"].map((name) => ({ name, data: csv, sameAs: 0 })),
    ];
    expect(await failure(open(shared))).toMatchObject({ key: "kb.archive.overlap" });
  });

  it("hold against lists that lie", async () => {
    const small = (await open([{ name: "a.csv", data: Buffer.alloc(1_000_000), size: 10 }]))!;
    expect(await failure(small.read("a.csv"))).toMatchObject({ key: "kb.archive.damaged", file: "faq.zip!/a.csv" });
    const large = (await open([{ name: "a.csv", data: "x", size: 10 }]))!;
    expect((await failure(large.read("a.csv"))).key).toBe("kb.archive.damaged");
    const changed = (await open([{ name: "a.csv", data: csv, crc: 1 }]))!;
    expect((await failure(changed.read("a.csv"))).key).toBe("kb.archive.damaged");
  });
});
