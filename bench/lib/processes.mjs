// Whole processes, measured from outside.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const kefu = path.join(root, "bin", "kefu.js");

const rssHook = fileURLToPath(new URL("rss.cjs", import.meta.url));

function environment(more) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("KEFU_") && !name.startsWith("npm_"));
  return { ...Object.fromEntries(own), LANG: "en_US.UTF-8", NO_COLOR: "1", ...more };
}

/**
 * Runs a Node script to its end.
 * @param memory also measures the peak of resident memory, at the price of a millisecond or two
 * @param env more variables than the present ones
 * @param mayFail an exit code other than 0 is no error
 * @returns `{seconds, megabytes?, stdout, status}`
 */
export function run(args, { cwd = root, memory = false, mayFail = false, env = {} } = {}) {
  const rssFile = path.join(tmpdir(), `kefu-bench-rss-${process.pid}`);
  const hook = memory ? ["--require", rssHook] : [];
  const started = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...hook, ...args], {
    cwd,
    env: environment({ BENCH_RSS: rssFile, ...env }),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (error !== undefined) throw error;
  if (status !== 0 && !mayFail) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
  if (!memory) return { seconds, stdout, stderr, status };
  const megabytes = Number(readFileSync(rssFile, "utf8")) / 1024;
  rmSync(rssFile);
  return { seconds, megabytes, stdout, stderr, status };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/**
 * Medians of several commands, run in turn and not one after the other, so that a slow minute of the machine touches
 * all of them alike. Each runs once before, to fill the caches of files.
 */
export function medians(commands, rounds) {
  for (const { args, cwd } of commands) run(args, { cwd });
  const times = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { args, cwd }] of commands.entries()) times[index].push(run(args, { cwd }).seconds);
  }
  return times.map(median);
}

/** Calls `work` with a new folder that is removed afterwards, also when it takes its time. */
export function inTempFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), "kefu-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  let result;
  try {
    result = work(folder);
  } catch (thrown) {
    remove();
    throw thrown;
  }
  if (result instanceof Promise) return result.finally(remove);
  remove();
  return result;
}
