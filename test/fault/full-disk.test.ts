import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { kefu, tempFolder } from "../cli/support.js";
import { checkWhole, faq, makeWorkspace, served, succeeds } from "./support.js";

const mounted: string[] = [];

/** A file system in memory that holds so many bytes; `undefined` where this user or system may not mount one. */
function smallDisk(bytes: number): string | undefined {
  const folder = path.join(tempFolder(), "disk");
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  mounted.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of mounted) execFileSync("umount", ["-l", folder]);
});

const probe = smallDisk(64 * 1024);
if (probe === undefined) process.stderr.write("skipped, a full disk: mounting a tmpfs is not permitted here\n");

describe.skipIf(probe === undefined)("an ingest on a disk that is full", () => {
  it("ends with 4, leaves the last good state, and completes once there is room", async () => {
    const settings = "version: 1\nname: test\nkb: { sources: [faq.csv] }\n";
    const prepared = makeWorkspace({ "kefu.yaml": settings, "faq.csv": faq("old", 400) });
    await succeeds(prepared, "kb", "ingest");
    const before = await served(prepared);
    const disk = smallDisk(8 * 1024 * 1024)!;
    cpSync(prepared, disk, { recursive: true });
    writeFileSync(path.join(disk, "faq.csv"), faq("new", 400));
    const { bavail, bsize } = statfsSync(disk);
    const left = [0, 20, 200, 500, 900].map((kilobytes) => kilobytes * 1024);
    const failed: number[] = [];
    for (const room of left) {
      writeFileSync(path.join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - room - 64 * 1024)));
      const { code, stderr } = await kefu(["kb", "ingest"], { cwd: disk });
      execFileSync("rm", [path.join(disk, "filler")]);
      if (code === 0) break;
      failed.push(room);
      expect(code, stderr).toBe(4);
      expect(await served(disk)).toEqual(before);
    }
    expect(failed.length).toBeGreaterThan(1);
    await succeeds(disk, "kb", "ingest");
    expect(await served(disk)).not.toEqual(before);
    await checkWhole(disk);
  }, 120_000);
});

describe.skipIf(probe === undefined)("intents on a disk that is full", () => {
  const csv = (texts: readonly string[]): string =>
    `text,intent\n${texts.flatMap((text) => [`${text} money,refund`, `${text} card,card`]).join("\n")}\n`;
  const RUNS = [
    ["train", "data.csv"],
    ["split", "data.csv", "-o", "parts"],
    ["convert", "data.csv", "-o", "data.yml"],
  ];

  it("every command ends with 4 and says what could not be written, and the old model stays", async () => {
    const disk = smallDisk(2 * 1024 * 1024)!;
    writeFileSync(path.join(disk, "kefu.yaml"), "version: 1\nname: test\n");
    writeFileSync(path.join(disk, "data.csv"), csv(["my", "your", "his"]));
    await succeeds(disk, "nlu", "train", "data.csv");
    writeFileSync(path.join(disk, "data.csv"), csv(["my", "your", "her"]));
    const { bavail, bsize } = statfsSync(disk);
    // With one page left the lock can be made and the model cannot; with none the lock cannot either.
    for (const room of [bsize, 0]) {
      writeFileSync(path.join(disk, "filler"), Buffer.alloc(bavail * bsize - room));
      const before = readdirSync(disk, { recursive: true }).sort();
      const model = readFileSync(path.join(disk, ".kefu", "nlu", "model.kmodel"));
      for (const args of room === 0 ? RUNS : RUNS.slice(0, 1)) {
        const { code, stderr } = await kefu(["nlu", ...args], { cwd: disk });
        expect(code, stderr).toBe(4);
        expect(stderr).toMatch(/no space left while writing \S+; nothing was changed/u);
      }
      const after = readdirSync(disk, { recursive: true }).filter((name) => name !== "parts");
      expect(after.sort()).toEqual(before);
      expect(readFileSync(path.join(disk, ".kefu", "nlu", "model.kmodel")).equals(model)).toBe(true);
      execFileSync("rm", [path.join(disk, "filler")]);
    }
    await succeeds(disk, "nlu", "train", "data.csv");
  });
});
