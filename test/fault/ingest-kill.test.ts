import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { kefu } from "../cli/support.js";
import {
  checkWhole,
  copyOf,
  faq,
  generations,
  killPoints,
  killedAt,
  lockExists,
  makeWorkspace,
  segmentNames,
  served,
  stepsOf,
  succeeds,
  twoAtATime,
} from "./support.js";

const SETTINGS = "version: 1\nname: test\nkb: { sources: [faq.csv, more.csv] }\n";
const COUNT = 60;

/** Exit code for a source that is not, or no longer, known. */
const UNKNOWN_SOURCE = 3;

/** Two sources: one that changes in half of its entries, and one that stays. */
function sources(state: "old" | "new"): Record<string, string> {
  const more = "知识ID,标准问,答案\nM1,营业时间是几点,九点\nM2,周末上班吗,上班\n";
  return { "kefu.yaml": SETTINGS, "faq.csv": faq(state, COUNT), "more.csv": more };
}

const expected = (state: "old" | "new"): string[] =>
  [
    ...faq(state, COUNT)
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => `${row.split(",")[0]} ${row.split(",")[3]}`),
    ...["M1 九点", "M2 上班"],
  ].sort();

interface Scene {
  readonly command: readonly string[];
  /** What is served before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How many of the last points are tried; all unless told otherwise. */
  readonly last?: number;
  prepare(): Promise<string>;
}

/** A workspace that serves the old state, with the new one standing in its source. */
async function changedSource(): Promise<string> {
  const folder = makeWorkspace(sources("old"));
  await succeeds(folder, "kb", "ingest");
  writeFileSync(path.join(folder, "faq.csv"), faq("new", COUNT));
  return folder;
}

/** A workspace that serves the new state, the old one being its first run. */
async function ingestedTwice(): Promise<string> {
  const folder = await changedSource();
  await succeeds(folder, "kb", "ingest");
  return folder;
}

/** Every command takes the lock and puts segments aside in the same way: for all but the first, what comes after will do. */
const SCENES: Readonly<Record<string, Scene>> = {
  "an ingest": {
    command: ["kb", "ingest"],
    before: expected("old"),
    after: expected("new"),
    prepare: changedSource,
  },
  "an ingest that merges": {
    command: ["kb", "ingest", "--compact"],
    before: expected("old"),
    after: expected("new"),
    last: 13,
    prepare: changedSource,
  },
  "a restore": {
    command: ["kb", "restore", "1"],
    before: expected("new"),
    after: expected("old"),
    last: 11,
    prepare: ingestedTwice,
  },
  "a removal": {
    command: ["kb", "remove", "more.csv"],
    before: expected("new"),
    last: 9,
    after: expected("new").filter((line) => !line.startsWith("M")),
    prepare: ingestedTwice,
  },
};

describe.each(Object.entries(SCENES))("%s that is killed", (name, { command, before, after, last, prepare }) => {
  it("leaves the state before or after at every point, and completes when it is run again", async () => {
    const prepared = await prepare();
    expect(await served(prepared)).toEqual(before);
    const reference = copyOf(prepared);
    const steps = await stepsOf(reference, command);
    expect(await served(reference)).toEqual(after);
    const seen = new Set<string>();
    const asked = new Set<string>();
    await twoAtATime(killPoints(name, steps).slice(-(last ?? steps.length)), async (step) => {
      const folder = copyOf(prepared);
      await killedAt(step, folder, command);
      const state = await served(folder);
      expect([before, after], `killed before step ${step}, ${steps[step - 1]}`).toContainEqual(state);
      const done = state.join() === after.join();
      seen.add(done ? "after" : "before");
      const of = await generations(folder);
      expect(of.stored, `killed before step ${step}, ${steps[step - 1]}`).toBeGreaterThanOrEqual(of.seen);
      // What `served` reads a search reads, too: one for each state, with and without a lock left lying, will do.
      const kind = `${done} ${lockExists(folder)}`;
      if (!asked.has(kind)) {
        asked.add(kind);
        const found = await succeeds(folder, "kb", "search", `第${COUNT - 1}号业务怎么办理`, "--limit", "1");
        expect(found).toContain(`"Q${COUNT - 1}"`);
      }
      // A run that is complete to its readers has nothing left to do but to tidy up, which an ingest does; a removal that has
      // been carried out knows its source no longer.
      const complete = done && name !== "an ingest that merges" ? ["kb", "history"] : command;
      // One that was killed between its commit and its publishing has been carried out by the time the next one looks.
      const { code, stderr } = await kefu([...complete, "--json"], { cwd: folder });
      expect(name === "a removal" ? [0, UNKNOWN_SOURCE] : [0], stderr).toContain(code);
      if (!name.startsWith("an ingest") && done) return;
      expect(await served(folder)).toEqual(after);
      expect(segmentNames(folder)).toEqual(segmentNames(reference));
      if (!done) await checkWhole(folder);
    });
    expect([...seen].sort()).toEqual(["after", "before"]);
  }, 300_000);
});
