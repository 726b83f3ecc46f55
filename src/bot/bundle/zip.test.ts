import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { readZip, writeZip } from "./zip.js";

const files = [
  { path: "manifest.json", bytes: Buffer.from("{}") },
  { path: "kb/a.bin", bytes: Buffer.from([0, 1, 2, 255]) },
];

async function zipOf(add: (zip: ZipFile) => void): Promise<Uint8Array> {
  const zip = new ZipFile();
  add(zip);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe("zip", () => {
  it("reads back what it wrote, in order", async () => {
    const { files: read, comment } = await readZip(await writeZip(files, "note"));
    expect(comment).toBe("note");
    expect(read.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("hex")])).toEqual([
      ["manifest.json", "7b7d"],
      ["kb/a.bin", "000102ff"],
    ]);
  });

  it("writes the same bytes in every time zone", async () => {
    const before = process.env["TZ"];
    const made: string[] = [];
    for (const zone of ["UTC", "Asia/Shanghai", "America/St_Johns"]) {
      process.env["TZ"] = zone;
      made.push(Buffer.from(await writeZip(files, "note")).toString("hex"));
    }
    process.env["TZ"] = before;
    expect(new Set(made).size).toBe(1);
  });

  const stored = { compress: false };
  it.each<[string, (zip: ZipFile) => void, RegExp]>([
    ["compressed files", (zip) => zip.addBuffer(Buffer.alloc(1000), "a.bin"), /zip\.stored/],
    ["names with spaces", (zip) => zip.addBuffer(Buffer.alloc(1), "a b", stored), /zip\.path/],
    ["hidden names", (zip) => zip.addBuffer(Buffer.alloc(1), "a/.b", stored), /zip\.path|zip\.damaged/],
    ["folders", (zip) => zip.addEmptyDirectory("a/"), /zip\.path/],
    [
      "one name twice",
      (zip) => {
        zip.addBuffer(Buffer.alloc(1), "a", stored);
        zip.addBuffer(Buffer.alloc(1), "a", stored);
      },
      /zip\.twice/,
    ],
    [
      "too many files",
      (zip) => {
        for (let n = 0; n < 65; n++) zip.addBuffer(Buffer.alloc(1), `f${n}`, stored);
      },
      /zip\.files.*64/,
    ],
  ])("refuses %s", async (_, add, reason) => {
    await expect(readZip(await zipOf(add))).rejects.toThrow(reason);
  });

  it("refuses paths that lead out", async () => {
    const zip = Buffer.from(await writeZip([{ path: "aa/bb", bytes: Buffer.from("x") }], ""));
    const evil = Buffer.from(zip.toString("latin1").replaceAll("aa/bb", "../bb"), "latin1");
    await expect(readZip(evil)).rejects.toThrow();
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a text", Buffer.from("hello")],
    ["a gzip-like stream", deflateRawSync(Buffer.alloc(100))],
    ["half a zip", Buffer.alloc(0)],
  ])("refuses %s", async (name, bytes) => {
    const half = Buffer.from(await writeZip(files, "")).subarray(0, 60);
    await expect(readZip(name === "half a zip" ? half : bytes)).rejects.toThrow();
  });
});
