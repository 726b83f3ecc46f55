import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** Root of the checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const bin = path.join(root, "bin", "kefu.js");

const LARGEST_OUTPUT = 64 * 1024 * 1024;

/** What a shell reports of a process that SIGKILL ended. */
export const KILLED = 137;

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Added to {@link environment}. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the command reads from stdin; without it stdin is empty. */
  readonly input?: string;
}

/** The environment that every spawned command gets: nothing of the machine's own but the paths that Node needs. */
export function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "SystemRoot"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), LANG: "en_US.UTF-8", NO_COLOR: "1", ...more };
}

/** Runs the built program and waits for its end; a non-zero exit code is a result and not a failure. */
export function kefu(args: readonly string[], { cwd = root, env = {}, input = "" }: RunOptions = {}): Promise<Run> {
  if (!existsSync(path.join(root, "dist", "main.js"))) throw new Error("dist/main.js is missing: run `npm run build`");
  return new Promise((resolve, reject) => {
    const options = { cwd, env: environment(env), maxBuffer: LARGEST_OUTPUT };
    const child = execFile(process.execPath, [bin, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ code: error.code, stdout, stderr });
      else if (error.signal === "SIGKILL") resolve({ code: KILLED, stdout, stderr });
      else reject(error);
    });
    child.stdin?.on("error", () => undefined).end(input);
  });
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder, removed after the tests of the file. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "kefu-test-"));
  folders.push(folder);
  return folder;
}

/** A copy of `fixtures/<name>` to work in. */
export function copyFixture(name: string): string {
  const folder = path.join(tempFolder(), path.basename(name));
  cpSync(path.join(root, "fixtures", name), folder, { recursive: true });
  return folder;
}
