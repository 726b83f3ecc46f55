import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../../src/stats/random.js";
import { KILLED, kefu, root, tempFolder } from "../cli/support.js";

const SETTINGS = "version: 1\nname: test\nkb: { sources: [faq.csv] }\n";
const POINTS = 6;
const preload = pathToFileURL(path.join(root, "test", "fault", "kill-at.mjs")).href;

/** Entries whose answers say which state they belong to; half of the ids exist in both states. */
function faq(state: "old" | "new", count: number): string {
  const from = state === "old" ? 0 : count / 2;
  const rows = Array.from({ length: count }, (_, index) => {
    const n = from + index;
    return `Q${n},第${n}号业务怎么办理,第${n}号怎么弄,${state} ${n}`;
  });
  return `知识ID,标准问,相似问,答案\n${rows.join("\n")}\n`;
}

/** Which state the index serves: search, the entry itself and the counts must agree on it. */
async function servedState(folder: string, count: number): Promise<"old" | "new"> {
  const n = count - 1;
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await kefu([...args, "--json"], { cwd: folder });
    expect(code, stderr).toBe(0);
    return stdout;
  };
  expect(await run("kb", "search", `第${n}号业务怎么办理`, "--limit", "1")).toContain(`"Q${n}"`);
  const entry = await run("kb", "show", `Q${n}`);
  const state = entry.includes(`old ${n}`) ? "old" : "new";
  expect(entry).toContain(`${state} ${n}`);
  expect((JSON.parse(await run("kb", "stats")) as { entries: number }).entries).toBe(count);
  return state;
}

const ingest = (folder: string, env: Record<string, string> = {}) =>
  kefu(["kb", "ingest", "--json"], { cwd: folder, env });

/** A workspace that serves the old state, with the new one standing in its source. */
async function prepare(count: number): Promise<string> {
  const folder = tempFolder();
  writeFileSync(path.join(folder, "kefu.yaml"), SETTINGS);
  const source = path.join(folder, "faq.csv");
  writeFileSync(source, faq("old", count));
  expect((await ingest(folder)).code).toBe(0);
  expect(await servedState(folder, count)).toBe("old");
  writeFileSync(source, faq("new", count));
  return folder;
}

function copyOf(folder: string): string {
  const copy = path.join(tempFolder(), "workspace");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

describe("an ingest that is killed", () => {
  const count = 200;
  let prepared = "";
  let writes = 0;

  beforeAll(async () => {
    prepared = await prepare(count);
    const counted = copyOf(prepared);
    const file = path.join(counted, "writes");
    const env = { NODE_OPTIONS: `--import=${preload}`, KILL_AT: "count", KILL_COUNT_FILE: file };
    expect((await ingest(counted, env)).code).toBe(0);
    writes = Number(readFileSync(file, "utf8"));
    expect(await servedState(counted, count)).toBe("new");
  });

  it("leaves the state before or after at every point, and the next ingest completes it", async () => {
    const random = createRandom("kill points");
    // The first and last writes are where the lock is taken and the manifest published; the rest are drawn.
    const drawn = Array.from({ length: POINTS }, () => 1 + random.int(writes));
    const points = [...new Set([1, 2, 3, ...drawn, writes - 4, writes - 3, writes - 2, writes - 1, writes])];
    const seen = new Set<string>();
    for (const point of points.sort((a, b) => a - b)) {
      const folder = copyOf(prepared);
      const env = { NODE_OPTIONS: `--import=${preload}`, KILL_AT: String(point) };
      expect((await ingest(folder, env)).code, `killed before write ${point}`).toBe(KILLED);
      seen.add(await servedState(folder, count));
      const { code, stderr } = await ingest(folder);
      expect(code, stderr).toBe(0);
      expect(await servedState(folder, count)).toBe("new");
      const litter = readdirSync(path.join(folder, ".kefu"), { recursive: true }).filter((name) =>
        /\.tmp$|lock/.test(String(name)),
      );
      expect(litter, `after a kill before write ${point}`).toEqual([]);
    }
    expect([...seen].sort()).toEqual(["new", "old"]);
  }, 300_000);
});

describe("an ingest of 10,000 entries that is killed", () => {
  it("leaves the old answers being served, and completes when it is run again", async () => {
    const count = 10_000;
    const folder = await prepare(count);
    const { code } = await ingest(folder, { NODE_OPTIONS: `--import=${preload}`, KILL_AT: "9000" });
    expect(code).toBe(KILLED);
    expect(await servedState(folder, count)).toBe("old");
    expect((await ingest(folder)).code).toBe(0);
    expect(await servedState(folder, count)).toBe("new");
    const again = JSON.parse((await ingest(folder)).stdout) as { written: boolean };
    expect(again.written).toBe(false);
  }, 300_000);
});
