import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileLock } from "./lock.js";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "kefu-lock-"));
  file = path.join(folder, "lock");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const acquire = (command: string) => fileLock.acquire(file, { command });

describe("fileLock", () => {
  it("keeps a second writer out and tells it who is writing", async () => {
    const lock = await acquire("kefu kb ingest");
    await expect(acquire("kefu nlu train")).rejects.toMatchObject({
      kind: "unavailable",
      key: "workspace.locked",
      params: { command: "kefu kb ingest", pid: process.pid },
    });
    await expect(fileLock.acquire(file, { command: "kefu kb remove", wait: 0 })).rejects.toMatchObject({
      hint: { key: "workspace.hint.locked-wait" },
    });
    await lock.release();
    expect(existsSync(file)).toBe(false);
    await (await acquire("kefu nlu train")).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says where it cannot be written", async () => {
    writeFileSync(file, "");
    await expect(fileLock.acquire(path.join(file, "lock"), { command: "x" })).rejects.toMatchObject({
      kind: "unavailable",
      key: "common.file.no-folder",
      params: { path: path.join(file, "lock") },
    });
  });

  it("lets one of many contenders through", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => acquire(`try ${n}`)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes over from a holder that no longer runs, or whose process id is now another program's", async () => {
    const dead = { pid: 2 ** 22 + 1, born: "", command: "x", since: "", token: "dead" };
    const recycled = { pid: process.pid, born: "1", command: "x", since: "", token: "old" };
    for (const holder of [JSON.stringify(dead), JSON.stringify(recycled), "half a lo"]) {
      writeFileSync(file, holder);
      const lock = await acquire("kefu kb ingest");
      expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ command: "kefu kb ingest", pid: process.pid });
      await lock.release();
    }
  });

  it.skipIf(!existsSync("/proc/self/stat"))(
    "takes over from a process that was killed and is not yet reaped",
    async () => {
      // The shell starts a child and becomes a program that never waits for it; then the child ends: a zombie.
      const parent = spawn("bash", [
        "-c",
        "(until grep -q tail /proc/$$/comm; do :; done) & echo $!; exec tail -f /dev/null",
      ]);
      try {
        const pid = await new Promise<number>((resolve) =>
          parent.stdout.once("data", (data) => {
            resolve(Number(data));
          }),
        );
        while (!/\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) await new Promise((next) => setImmediate(next));
        const born = /\) Z (?:\S+ ){18}(\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))![1]!;
        writeFileSync(file, JSON.stringify({ pid, born, command: "x", since: "", token: "z" }));
        await (await acquire("kefu kb ingest")).release();
      } finally {
        parent.kill("SIGKILL");
      }
    },
  );

  it("listens for the end of the process only while it is held", async () => {
    const before = process.listenerCount("exit");
    const lock = await acquire("first");
    const [atExit] = process.listeners("exit").slice(-1);
    expect(process.listenerCount("exit")).toBe(before + 1);
    atExit!(0);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, JSON.stringify({ pid: process.pid, born: "", command: "second", since: "", token: "t" }));
    atExit!(0);
    expect(existsSync(file)).toBe(true);
    await lock.release();
    expect(process.listenerCount("exit")).toBe(before);
  });

  it("does not remove a lock that is another's by now", async () => {
    const lock = await acquire("first");
    writeFileSync(file, JSON.stringify({ pid: process.pid, born: "", command: "second", since: "", token: "t" }));
    await lock.release();
    expect(existsSync(file)).toBe(true);
  });
});
