import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "./files.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "kefu-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("nodeFiles", () => {
  it.skipIf(process.platform === "win32")("refuses a pipe, which would keep it waiting", async () => {
    const pipe = path.join(folder, "pipe.csv");
    execFileSync("mkfifo", [pipe]);
    await expect(nodeFiles.read(pipe)).rejects.toMatchObject({ kind: "input", key: "common.file.not-a-file" });
  });

  it("reads of an open file what is asked for, also when another has taken its name", async () => {
    const file = path.join(folder, "a.bin");
    await nodeFiles.writeAtomic(file, "0123456789");
    const source = await nodeFiles.open(file);
    await nodeFiles.writeAtomic(file, "other");
    expect(source.size).toBe(10);
    const target = new Uint8Array(4);
    expect(source.readInto(target, 3)).toBe(4);
    expect(Buffer.from(target).toString()).toBe("3456");
    expect(source.readInto(target, 8)).toBe(2);
    source.close();
    source.close();
    expect(() => source.readInto(target, 0)).toThrowError(expect.objectContaining({ kind: "input" }) as Error);
    await expect(nodeFiles.open(path.join(folder, "none"))).rejects.toMatchObject({ key: "common.file.missing" });
    await expect(nodeFiles.open(folder)).rejects.toMatchObject({ key: "common.file.not-a-file" });
  });

  it("writes through a file aside and leaves nothing else behind", async () => {
    const file = path.join(folder, "a", "b.txt");
    await nodeFiles.writeAtomic(file, "一");
    await nodeFiles.writeAtomic(file, "二");
    expect(readFileSync(file, "utf8")).toBe("二");
    expect(readdirSync(path.dirname(file))).toEqual(["b.txt"]);
  });

  it("says in words of its own why a file cannot be written, without the name of the file aside", async () => {
    writeFileSync(path.join(folder, "a.csv"), "x");
    mkdirSync(path.join(folder, "b.csv"));
    const failed = (name: string) =>
      nodeFiles.writeAtomic(path.join(folder, name), "x").catch((thrown: unknown) => thrown);
    expect(await failed("a.csv/deep.csv")).toMatchObject({ kind: "unavailable", key: "common.file.no-folder" });
    const over = await failed("b.csv");
    expect(over).toMatchObject({ kind: "unavailable", key: "common.file.is-folder" });
    expect((over as { params: object }).params).toEqual({ path: path.join(folder, "b.csv") });
  });

  it("sweeps away what a writer that was killed has left, and nothing of one that still runs", async () => {
    const leftover = (pid: number) => path.join(folder, `.x.json.${pid}-0123456789ab.tmp`);
    writeFileSync(leftover(2 ** 22 + 1), "half");
    writeFileSync(leftover(process.pid), "half");
    await nodeFiles.writeAtomic(path.join(folder, "y.json"), "{}");
    expect(readdirSync(folder).sort()).toEqual([path.basename(leftover(process.pid)), "y.json"]);
  });

  it("keeps the old file and no litter when a write fails", async () => {
    const target = path.join(folder, "taken");
    mkdirSync(target);
    writeFileSync(path.join(target, "x"), "1");
    await expect(nodeFiles.writeAtomic(target, "new")).rejects.toMatchObject({ kind: "unavailable" });
    expect(readdirSync(folder)).toEqual(["taken"]);
    expect(readFileSync(path.join(target, "x"), "utf8")).toBe("1");
  });

  it("writes files that belong together, or none where one cannot be written", async () => {
    const [one, two] = [path.join(folder, "one"), path.join(folder, "sub", "two")];
    const pair = (text: string) => [one, two].map((file) => ({ path: file, bytes: text }));
    await nodeFiles.writeTogether(pair("old"));
    const below = path.join(one, "below");
    await expect(nodeFiles.writeTogether([...pair("new"), { path: below, bytes: "new" }])).rejects.toMatchObject({
      kind: "unavailable",
      params: { path: below },
    });
    expect([one, two].map((file) => readFileSync(file, "utf8"))).toEqual(["old", "old"]);
    await nodeFiles.writeTogether(pair("newer"));
    expect([one, two].map((file) => readFileSync(file, "utf8"))).toEqual(["newer", "newer"]);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["one", "sub", path.join("sub", "two")]);
  });

  it("names the path of what is missing, and tells a folder from a file", async () => {
    const missing = path.join(folder, "none.csv");
    await expect(nodeFiles.read(missing)).rejects.toMatchObject({
      kind: "input",
      key: "common.file.missing",
      params: { path: missing },
    });
    await expect(nodeFiles.read(folder)).rejects.toMatchObject({ key: "common.file.not-a-file" });
    expect(await nodeFiles.stat(missing)).toBeUndefined();
  });

  it("lists files sorted, without hidden ones", async () => {
    for (const name of ["b.csv", "a/z.md", ".hidden", ".kefu/x", "node_modules/y"]) {
      await nodeFiles.writeAtomic(path.join(folder, name), "");
    }
    expect(await nodeFiles.list(folder)).toEqual([path.join(folder, "a/z.md"), path.join(folder, "b.csv")]);
  });
});
