import { randomBytes } from "node:crypto";
import { promises as fs, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { KefuError } from "../messages/errors.js";
import type { LockPort } from "../workspace/ports.js";
import { systemClock } from "./clock.js";
import { asideName, sweep, writeFailure } from "./files.js";

const LOOK_AGAIN_MS = 100;

const holderSchema = z.object({
  pid: z.int(),
  /** Start of the process as the kernel counts it: a process id that was given to another program is not the holder. */
  born: z.string(),
  command: z.string(),
  since: z.string(),
  token: z.string(),
});

type Holder = z.infer<typeof holderSchema>;

/**
 * Field 22 of /proc/PID/stat (start time), or `ended` for a process that was killed and whose parent has not noticed yet;
 * empty where there is no /proc.
 */
async function bornOf(pid: number): Promise<string> {
  try {
    const text = await fs.readFile(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? "ended" : (fields[19] ?? "");
  } catch {
    return "";
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return holder.born === "" || holder.born === (await bornOf(holder.pid));
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await fs.readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

/**
 * Makes the lock with its content in one step: a hard link to a finished file either appears or fails, so nobody ever
 * reads a lock that is half written.
 */
async function tryCreate(file: string, holder: Holder): Promise<boolean> {
  const aside = asideName(file);
  try {
    await fs.writeFile(aside, JSON.stringify(holder));
    await fs.link(aside, file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  } finally {
    await fs.rm(aside, { force: true });
  }
}

/** Takes a dead holder's lock away; only one of several contenders succeeds, because a name can be renamed once. */
async function removeStale(file: string, stale: Holder | undefined): Promise<void> {
  const grave = asideName(file);
  try {
    await fs.rename(file, grave);
    const taken = await readHolder(grave);
    if (taken !== undefined && taken.token !== stale?.token && (await isAlive(taken))) {
      await fs.link(grave, file).catch(() => undefined);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
  } finally {
    await fs.rm(grave, { force: true });
  }
}

/** For a process that ends while it holds the lock, as Ctrl-C makes it: only what is synchronous runs by then. */
function removeAtExit(file: string, token: string): void {
  try {
    if (holderSchema.parse(JSON.parse(readFileSync(file, "utf8"))).token === token) rmSync(file, { force: true });
  } catch {
    // Gone or another's by now; a lock that cannot be removed is taken over, because its holder has ended.
  }
}

/** @param waits whether the command can wait */
async function take(file: string, self: Holder, waits: boolean): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await tryCreate(file, self)) return;
    const holder = await readHolder(file);
    if (holder !== undefined && (await isAlive(holder))) {
      const params = { command: holder.command, pid: holder.pid, since: holder.since };
      throw new KefuError("unavailable", "workspace.locked", params, {
        hint: { key: waits ? "workspace.hint.locked-wait" : "workspace.hint.locked" },
      });
    }
    await removeStale(file, holder);
  }
  throw new KefuError("unavailable", "common.file.unwritable", { path: file, reason: "EBUSY" });
}

/** Tries again until the holder has let go or the time is over. */
async function takeWithin(seconds: number | undefined, file: string, self: Holder): Promise<void> {
  const end = systemClock.elapsed() + (seconds ?? 0) * 1000;
  for (;;) {
    try {
      await take(file, self, seconds !== undefined);
      return;
    } catch (cause) {
      const held = cause instanceof KefuError && cause.key === "workspace.locked";
      if (!held || systemClock.elapsed() >= end) throw cause;
    }
    await delay(LOOK_AGAIN_MS);
  }
}

async function makeFolder(folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  await sweep(folder);
}

/** A disk that is full or a folder that is not ours keeps the lock from being written, as it would the work itself. */
function inWords(file: string): (cause: unknown) => never {
  return (cause) => {
    throw cause instanceof KefuError ? cause : writeFailure(file, cause as NodeJS.ErrnoException);
  };
}

/** A lock file beside the state it protects. */
export const fileLock: LockPort = {
  async acquire(file, { command, wait }) {
    await makeFolder(path.dirname(file)).catch(inWords(file));
    const token = randomBytes(8).toString("hex");
    const self: Holder = {
      pid: process.pid,
      born: await bornOf(process.pid),
      command,
      since: systemClock.now(),
      token,
    };
    // Listening before the lock is there: an interrupt may come between its creation and the next line.
    const atExit = (): void => {
      removeAtExit(file, token);
    };
    process.once("exit", atExit);
    try {
      await takeWithin(wait, file, self).catch(inWords(file));
    } catch (cause) {
      process.removeListener("exit", atExit);
      throw cause;
    }
    return {
      async release() {
        process.removeListener("exit", atExit);
        if ((await readHolder(file))?.token === token) await fs.rm(file, { force: true });
      },
    };
  },
};
