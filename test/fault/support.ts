import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { openKbStore } from "../../src/adapters/kb-store-libsql.js";
import { checkIntact } from "../../src/kb/index/check-intact.js";
import { openIndex } from "../../src/kb/index/kb-index.js";
import { parseManifest } from "../../src/kb/index/manifest.js";
import { createRandom } from "../../src/stats/random.js";
import { KILLED, kefu, root, tempFolder } from "../cli/support.js";
import type { Run } from "../cli/support.js";

const preload = pathToFileURL(path.join(root, "test", "fault", "kill-at.mjs")).href;

/** Entries whose answers say which state they belong to; half of the ids exist in both states. */
export function faq(state: "old" | "new", count: number): string {
  const from = state === "old" ? 0 : count / 2;
  const rows = Array.from({ length: count }, (_, index) => {
    const n = from + index;
    return `Q${n},第${n}号业务怎么办理,第${n}号怎么弄,${state} ${n}`;
  });
  return `知识ID,标准问,相似问,答案\n${rows.join("\n")}\n`;
}

export function makeWorkspace(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

export function copyOf(folder: string): string {
  const copy = path.join(tempFolder(), "workspace");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

export async function succeeds(folder: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await kefu([...args, "--json"], { cwd: folder });
  expect(code, stderr).toBe(0);
  return stdout;
}

/** Runs a command that is killed before its n-th step. */
export async function killedAt(step: number, folder: string, args: readonly string[]): Promise<Run> {
  const env = { NODE_OPTIONS: `--import=${preload}`, KILL_AT: String(step) };
  const run = await kefu([...args, "--json"], { cwd: folder, env });
  expect(run.code, `killed before step ${step}`).toBe(KILLED);
  return run;
}

/** The steps of a command that is left alone. */
export async function stepsOf(folder: string, args: readonly string[]): Promise<string[]> {
  const file = path.join(folder, "steps");
  const env = { NODE_OPTIONS: `--import=${preload}`, KILL_AT: "count", KILL_COUNT_FILE: file };
  const { code, stderr } = await kefu([...args, "--json"], { cwd: folder, env });
  expect(code, stderr).toBe(0);
  return readFileSync(file, "utf8").split("\n");
}

/** Steps that leave nothing behind for a process that is only killed. */
const TRACELESS = /^(?:sync|PRAGMA|BEGIN)/u;
const STATEMENT = /^(?:INSERT|UPDATE|DELETE)/u;

/**
 * The steps before which a kill is worth trying, from 1: the last one, all others but those that leave no trace, and one, drawn,
 * of the statements that follow each other: nothing of them is seen before they are committed.
 */
export function killPoints(label: string, steps: readonly string[]): number[] {
  const random = createRandom(label);
  const points: number[] = [];
  for (let at = 0; at < steps.length; at++) {
    if (TRACELESS.test(steps[at]!) && at < steps.length - 1) continue;
    const first = at;
    if (STATEMENT.test(steps[first]!)) while (STATEMENT.test(steps[at + 1] ?? "")) at++;
    points.push(1 + first + random.int(at + 1 - first));
  }
  return points;
}

const stateOf = (folder: string, ...parts: string[]): string => path.join(folder, ".kefu", ...parts);

/** What readers see: every live entry as `id answer`; every byte of the index is read and found right. */
export async function served(folder: string): Promise<string[]> {
  const file = stateOf(folder, "index", "manifest.json");
  const manifest = parseManifest(readFileSync(file, "utf8"), file);
  const index = await openIndex(
    manifest,
    async (ref) => readFileSync(stateOf(folder, "index", ref.file)),
    manifest.embedder,
  );
  checkIntact(index);
  return [...index.entries()].map(({ id, answers }) => `${id} ${answers[0]!.text}`).sort();
}

/** The generation that readers see, and the one that the store has; the next run needs what readers see to be in the store. */
export async function generations(folder: string): Promise<{ seen: number; stored: number }> {
  const file = stateOf(folder, "index", "manifest.json");
  const store = await openKbStore(stateOf(folder, "kb.db"));
  try {
    return {
      seen: parseManifest(readFileSync(file, "utf8"), file).generation,
      stored: (await store.state()).generation,
    };
  } finally {
    await store.close();
  }
}

/** The store and the index hold the same, in the same places, and nothing is left of what did not come to an end. */
export async function checkWhole(folder: string): Promise<void> {
  const file = stateOf(folder, "index", "manifest.json");
  const manifest = parseManifest(readFileSync(file, "utf8"), file);
  const store = await openKbStore(stateOf(folder, "kb.db"));
  try {
    expect(await store.state()).toEqual({ generation: manifest.generation, manifest: readFileSync(file, "utf8") });
    const stored = [...store.entries()].map(({ id, answers }) => `${id} ${answers[0]!.text}`).sort();
    expect(await served(folder)).toEqual(stored);
    const keys = await store.keys((await store.sources()).map((source) => source.file));
    const index = await openIndex(
      manifest,
      async (ref) => readFileSync(stateOf(folder, "index", ref.file)),
      manifest.embedder,
    );
    const segments = new Map(index.parts.map(({ segment, dead }) => [segment.file, { segment, dead }]));
    for (const { id, segment, ordinal } of keys) {
      expect([segments.get(segment)?.segment.id(ordinal), segments.get(segment)?.dead?.[ordinal] ?? 0]).toEqual([
        id,
        0,
      ]);
    }
    expect(keys).toHaveLength(stored.length);
  } finally {
    await store.close();
  }
  const names = readdirSync(stateOf(folder), { recursive: true }).map(String);
  expect(names.filter((name) => /\.tmp$|lock/.test(name))).toEqual([]);
}

export function lockExists(folder: string): boolean {
  return existsSync(stateOf(folder, "lock"));
}

export function segmentNames(folder: string): string[] {
  const file = stateOf(folder, "index", "manifest.json");
  return parseManifest(readFileSync(file, "utf8"), file).segments.map((ref) => ref.file);
}

/** Does something with each item, two at a time: there are two cores to keep busy, and most of it is waiting. */
export async function twoAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all([lane(), lane()]);
}
