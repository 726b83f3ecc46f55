/** What the file system says of a path; links are followed. */
export interface FileStat {
  readonly kind: "file" | "folder";
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Another text once the file has been written to or replaced, as far as the file system can tell. */
  readonly stamp?: string;
}

/** Why something in a folder is not listed. */
export interface ListProblem {
  readonly path: string;
  /** A link to nothing, a link back to a folder above it, a pipe or device, or what may not be read. */
  readonly kind: "broken-link" | "link-loop" | "special" | "unreadable";
  /** What the system says. */
  readonly reason: string;
}

/** Bytes that are read where they are needed, at any place and at once. */
export interface ByteSource {
  readonly size: number;
  /**
   * Fills `target` with the bytes from `offset` on.
   * @returns how many were there
   * @throws KefuError `input` when they cannot be read
   */
  readInto(target: Uint8Array, offset: number): number;
  /** Nothing can be read afterwards. */
  close(): void;
}

/** Files, as the rooms see them. Paths are absolute; every failure is a KefuError that names the path. */
export interface FilePort {
  read(path: string): Promise<Uint8Array>;
  readText(path: string): Promise<string>;
  /** For a file of which little is wanted. What is read stays the file that was opened, whatever takes its name meanwhile. */
  open(path: string): Promise<ByteSource>;
  /** `undefined` when nothing is there. */
  stat(path: string): Promise<FileStat | undefined>;
  /**
   * All files below a folder, sorted, as absolute paths; names that start with `.` and `node_modules` are left out, links are
   * followed.
   * @param onProblem told what could not be listed; without it an unreadable folder is an error and the rest is passed over
   */
  list(folder: string, onProblem?: (problem: ListProblem) => void): Promise<string[]>;
  /** Writes aside, syncs, renames: a reader sees the old bytes or the new ones. Makes the folder where it is missing. */
  writeAtomic(path: string, bytes: Uint8Array | string): Promise<void>;
  /**
   * Writes files that belong together: all aside first; then the old ones go, the last first, and the new ones get their names in the order given.
   * Whatever ends the program, a reader finds all of the old files, all of the new ones, or misses some; never a mixture.
   * @param gone old files that belong to them and have no new ones
   */
  writeTogether(
    files: readonly { readonly path: string; readonly bytes: Uint8Array | string }[],
    gone?: readonly string[],
  ): Promise<void>;
  /** Adds whole lines at the end of a file (made where it is missing) in one write. */
  append(path: string, text: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Removes a file or a folder with all in it; nothing happens when it is not there. */
  remove(path: string): Promise<void>;
  copyFolder(from: string, to: string): Promise<void>;
}

/** The time, of people and for measuring. */
export interface Clock {
  /** Local time as ISO 8601 with offset, `2026-06-01T09:12:33+08:00`. */
  now(): string;
  /** Milliseconds that only grow. */
  elapsed(): number;
}

/** Keeps two writers of one workspace apart. */
export interface LockPort {
  /**
   * Takes the lock file, or throws KefuError `unavailable` that names the holder's process id, command and start.
   * A lock whose holder no longer runs is taken over.
   * @param holder `wait`: seconds to wait for another holder to let go, 0 without it (commands
   *   that have `--wait` give it always)
   */
  acquire(path: string, holder: { command: string; wait?: number }): Promise<{ release(): Promise<void> }>;
}

/** Other programs, as the demo needs them. */
export interface ProcessPort {
  /** Runs this program again with other arguments, its output going where ours goes. */
  runSelf(
    args: readonly string[],
    options: { cwd: string; env: Readonly<Record<string, string>>; input?: string; outputToStderr?: boolean },
  ): Promise<{ code: number }>;
  /** Starts a Node script and waits for a line on its stdout that fits. */
  startScript(
    script: string,
    args: readonly string[],
    options: { cwd: string; ready: RegExp },
  ): Promise<{ match: RegExpExecArray; stop(): Promise<void> }>;
}

/** Waiting, for what must not ask the machine's clock itself. */
export interface Timers {
  /** @returns what calls it off */
  after(milliseconds: number, then: () => void): () => void;
}

/** Tells of changes to files. */
export interface WatchPort {
  /**
   * Follows files, and folders with all below them; what does not exist yet is followed, too.
   * @param paths absolute
   * @param options `poll`: look every so many milliseconds instead of asking the file system to tell; for network drives
   * @param changed called with the absolute path of each file that is made, written or removed, often several times, and of
   *   a followed folder that is removed or renamed: what takes its place later is not followed
   * @param failed called when following is no longer possible
   */
  follow(
    paths: readonly string[],
    options: { readonly poll?: number },
    changed: (path: string) => void,
    failed: (error: unknown) => void,
  ): Promise<{ close(): Promise<void> }>;
}
