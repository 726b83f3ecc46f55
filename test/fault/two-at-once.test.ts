import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/stats/random.js";
import { environment, kefu, root } from "../cli/support.js";
import { checkWhole, copyOf, faq, lockExists, makeWorkspace, segmentNames, served, succeeds } from "./support.js";

const SETTINGS = "version: 1\nname: test\nkb: { sources: [faq.csv] }\n";
const bin = path.join(root, "bin", "kefu.js");

/** A command that has been started, and how it ends. */
function start(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env: environment(), stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, ended };
}

async function until(condition: () => boolean): Promise<void> {
  // Not at every turn: the process that is waited for needs the core.
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("two ingests at once", () => {
  it("says who holds the workspace, or waits for it", async () => {
    const folder = makeWorkspace({ "kefu.yaml": SETTINGS, "faq.csv": faq("old", 6000) });
    const first = start(folder, "kb", "ingest");
    await until(() => lockExists(folder) || first.child.exitCode !== null);
    const [refused, waited] = await Promise.all([
      kefu(["kb", "ingest", "--json"], { cwd: folder }),
      kefu(["kb", "ingest", "--wait", "60", "--json"], { cwd: folder }),
    ]);
    expect(await first.ended).toBe(0);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain("kefu kb ingest");
    expect(refused.stderr).toContain(String(first.child.pid));
    expect(waited.code, waited.stderr).toBe(0);
    expect(JSON.parse(waited.stdout)).toMatchObject({ written: false, total: 6000 });
    await checkWhole(folder);
  }, 120_000);
});

describe("an ingest that is interrupted", () => {
  it("ends with 130 whatever it is doing, lets go of the lock and leaves the last good state", async () => {
    const prepared = makeWorkspace({ "kefu.yaml": SETTINGS, "faq.csv": faq("old", 100) });
    await succeeds(prepared, "kb", "ingest");
    const before = await served(prepared);
    writeFileSync(path.join(prepared, "faq.csv"), faq("new", 20_000));
    const random = createRandom("interrupts");
    // Some while sources are read, some while they are indexed; the later the more has been put aside.
    for (const segments of [0, 0, 1, 1]) {
      const folder = copyOf(prepared);
      const { child, ended } = start(folder, "kb", "ingest");
      const files = (): number => readdirSync(path.join(folder, ".kefu", "index")).length;
      await until(() => lockExists(folder) && files() >= 2 + segments);
      await new Promise((resolve) => setTimeout(resolve, random.int(300)));
      child.kill("SIGINT");
      expect([130, 0]).toContain(await ended);
      expect(lockExists(folder)).toBe(false);
      if (child.exitCode === 130) expect(await served(folder)).toEqual(before);
    }
  }, 120_000);
});

describe("an ingest with other threads", () => {
  it("makes the same bytes whatever their number", async () => {
    const parts = Object.fromEntries(
      ["a", "b", "c"].map((name) => [`${name}.csv`, faq("old", 5800).replaceAll("Q", name.toUpperCase())]),
    );
    const settings = SETTINGS.replace("faq.csv", "a.csv, b.csv, c.csv");
    const made = [];
    for (const workers of [0, 3]) {
      const folder = makeWorkspace({ "kefu.yaml": settings, ...parts });
      await succeeds(folder, "kb", "ingest", "--workers", String(workers));
      made.push(segmentNames(folder));
    }
    expect(made[1]).toEqual(made[0]);
    expect(made[0]!.length).toBeGreaterThan(1);
  }, 240_000);
});
