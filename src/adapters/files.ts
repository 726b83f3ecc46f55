import { randomBytes } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, promises as fs, readSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { MessageKey } from "../messages/catalogue.js";
import { KefuError } from "../messages/errors.js";
import type { ByteSource, FilePort } from "../workspace/ports.js";
import { listFolder } from "./list-folder.js";

/** What keeps a file from being read or written, in words of our own; the system's name the file that is written aside. */
const READ_FAULTS: Readonly<Record<string, MessageKey>> = {
  ENOENT: "common.file.missing",
  ENOTDIR: "common.file.missing",
  EISDIR: "common.file.not-a-file",
  EACCES: "common.file.not-allowed",
  EPERM: "common.file.not-allowed",
};
const WRITE_FAULTS: Readonly<Record<string, MessageKey>> = {
  ENOSPC: "common.file.no-space",
  EDQUOT: "common.file.no-space",
  EACCES: "common.file.not-allowed-to-write",
  EPERM: "common.file.not-allowed-to-write",
  EROFS: "common.file.read-only",
  ENOTDIR: "common.file.no-folder",
  EEXIST: "common.file.no-folder",
  EISDIR: "common.file.is-folder",
};

const reasonOf = ({ code, message }: NodeJS.ErrnoException): string => code ?? message;

function readFailure(file: string, cause: NodeJS.ErrnoException): KefuError {
  const key = READ_FAULTS[cause.code ?? ""];
  if (key !== undefined) return new KefuError("input", key, { path: file }, { cause });
  return new KefuError("input", "common.file.unreadable", { path: file, reason: reasonOf(cause) }, { cause });
}

/** What kept a file from being written, in words of our own. */
export function writeFailure(file: string, cause: NodeJS.ErrnoException): KefuError {
  const key = WRITE_FAULTS[cause.code ?? ""];
  if (key !== undefined) return new KefuError("unavailable", key, { path: file }, { cause });
  return new KefuError("unavailable", "common.file.unwritable", { path: file, reason: reasonOf(cause) }, { cause });
}

/** Syncs a folder, so that a rename in it outlives a power cut; not every system can, and then the rename is all there is. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, constants.O_RDONLY);
    await handle.sync().finally(() => handle.close());
  } catch {
    // Folders cannot be opened or synced on some file systems.
  }
}

const ASIDE = /^\..+\.(\d+)-[0-9a-f]{12}\.tmp$/;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A name beside a file for what is not finished yet; {@link sweep} knows it, and its writer, by it. */
export function asideName(file: string): string {
  const unique = `${process.pid}-${randomBytes(6).toString("hex")}`;
  return path.join(path.dirname(file), `.${path.basename(file)}.${unique}.tmp`);
}

/** Removes what writers that were killed have left aside in a folder. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const pid = ASIDE.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await fs.rm(path.join(folder, name), { force: true });
  }
}

/** Writes bytes beside the file that they are to become, synced; gives the name under which they lie. */
async function writeAside(file: string, bytes: Uint8Array | string): Promise<string> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await sweep(path.dirname(file));
  const aside = asideName(file);
  try {
    const handle = await fs.open(aside, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    await fs.rm(aside, { force: true });
    throw cause;
  }
  return aside;
}

async function replace(file: string, bytes: Uint8Array | string): Promise<void> {
  const aside = await writeAside(file, bytes);
  try {
    await fs.rename(aside, file);
  } catch (cause) {
    await fs.rm(aside, { force: true });
    throw cause;
  }
  await syncFolder(path.dirname(file));
}

async function replaceTogether(
  files: Parameters<FilePort["writeTogether"]>[0],
  gone: readonly string[] = [],
): Promise<void> {
  const ready: { readonly aside: string; readonly file: string }[] = [];
  let at = "";
  try {
    for (const { path: file, bytes } of files) ready.push({ aside: await writeAside((at = file), bytes), file });
    // Without a pause, so that Ctrl-C is heard before all of it or after.
    for (const file of [...gone, ...ready.map((one) => one.file).toReversed()]) rmSync((at = file), { force: true });
    for (const { aside, file } of ready) renameSync(aside, (at = file));
  } catch (cause) {
    for (const { aside } of ready) await fs.rm(aside, { force: true });
    throw writeFailure(at, cause as NodeJS.ErrnoException);
  }
  const touched = [...gone, ...files.map(({ path: file }) => file)];
  for (const folder of new Set(touched.map((file) => path.dirname(file)))) await syncFolder(folder);
}

function notAFile(file: string): KefuError {
  return new KefuError("input", "common.file.not-a-file", { path: file });
}

/** Reading a pipe, a socket or a device may wait for ever. What is not there is left for the reading to tell of. */
async function refuseSpecial(file: string): Promise<void> {
  const found = await fs.stat(file).catch(() => undefined);
  if (found !== undefined && !found.isFile() && !found.isDirectory()) throw notAFile(file);
}

/** Closes the files of sources that were forgotten. */
const forgotten = new FinalizationRegistry<number>((descriptor) => {
  closeSync(descriptor);
});

class FileSource implements ByteSource {
  readonly size: number;
  private descriptor: number | undefined;

  constructor(private readonly file: string) {
    this.descriptor = openSync(file, "r");
    const found = fstatSync(this.descriptor);
    if (!found.isFile()) {
      closeSync(this.descriptor);
      throw Object.assign(new Error(), { code: "EISDIR" });
    }
    this.size = found.size;
    forgotten.register(this, this.descriptor, this);
  }

  readInto(target: Uint8Array, offset: number): number {
    try {
      let done = 0;
      while (done < target.length) {
        const read = readSync(this.descriptor ?? -1, target, done, target.length - done, offset + done);
        if (read === 0) break;
        done += read;
      }
      return done;
    } catch (cause) {
      throw readFailure(this.file, cause as NodeJS.ErrnoException);
    }
  }

  close(): void {
    if (this.descriptor === undefined) return;
    forgotten.unregister(this);
    closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}

/** The file port over node:fs. */
export const nodeFiles: FilePort = {
  async read(file) {
    await refuseSpecial(file);
    return fs.readFile(file).catch((cause: NodeJS.ErrnoException) => {
      throw readFailure(file, cause);
    });
  },
  async readText(file) {
    return Buffer.from(await this.read(file)).toString("utf8");
  },
  async open(file) {
    await refuseSpecial(file);
    try {
      return new FileSource(file);
    } catch (cause) {
      throw readFailure(file, cause as NodeJS.ErrnoException);
    }
  },
  async stat(file) {
    try {
      const found = await fs.stat(file, { bigint: true });
      const { size, mtimeMs, mtimeNs, ctimeNs, ino, dev } = found;
      return {
        kind: found.isDirectory() ? "folder" : "file",
        size: Number(size),
        modified: Number(mtimeMs),
        // The time of the last change of the inode cannot be set back, as `touch` and `cp -p` set the other.
        stamp: [dev, ino, size, mtimeNs, ctimeNs].join("-"),
      };
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw readFailure(file, cause as NodeJS.ErrnoException);
    }
  },
  async list(folder, onProblem) {
    try {
      return await listFolder(folder, onProblem);
    } catch (cause) {
      throw readFailure(folder, cause as NodeJS.ErrnoException);
    }
  },
  async writeAtomic(file, bytes) {
    await replace(file, bytes).catch((cause: NodeJS.ErrnoException) => {
      throw writeFailure(file, cause);
    });
  },
  writeTogether: replaceTogether,
  async append(file, text) {
    try {
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.appendFile(file, text);
    } catch (cause) {
      throw writeFailure(file, cause as NodeJS.ErrnoException);
    }
  },
  async makeFolder(folder) {
    await fs.mkdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
      throw writeFailure(folder, cause);
    });
  },
  async remove(target) {
    await fs.rm(target, { recursive: true, force: true }).catch((cause: NodeJS.ErrnoException) => {
      throw writeFailure(target, cause);
    });
  },
  async copyFolder(from, to) {
    await fs
      .cp(from, to, { recursive: true, force: false, errorOnExist: true })
      .catch((cause: NodeJS.ErrnoException) => {
        throw writeFailure(to, cause);
      });
  },
};
