import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, statfsSync, writeFileSync } from "node:fs";
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
