import { describe, expect, it } from "vitest";
import type { Timers } from "../../workspace/ports.js";
import { IngestWatch } from "./watch.js";
import { RootWatch } from "./roots.js";
import { isUnfinished } from "./names.js";

/** Time that goes on only when it is told to. */
class FakeTimers implements Timers {
  now = 0;
  private waiting: { at: number; then: () => void }[] = [];

  after(milliseconds: number, then: () => void): () => void {
    const item = { at: this.now + milliseconds, then };
    this.waiting.push(item);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== item);
    };
  }

  /** Lets everything that is waited for up to then happen, one after the other. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await settle();
    for (;;) {
      const next = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.now = next.at;
      this.waiting = this.waiting.filter((item) => item !== next);
      next.then();
      await settle();
    }
    this.now = end;
  }
}

/** All promises that can go on have gone on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Setup {
  readonly timers: FakeTimers;
  readonly runs: { at: number; files: readonly string[] }[];
  readonly states: Map<string, string>;
  readonly watch: IngestWatch;
  outcome: "done" | "again";
  /** Holds runs up until it is called. */
  hold(): () => void;
}

function setup(): Setup {
  const timers = new FakeTimers();
  const runs: Setup["runs"] = [];
  const states = new Map<string, string>();
  let gate = Promise.resolve();
  const work = {
    stateOf: (file: string) => Promise.resolve(states.get(file)),
    run: async (files: readonly string[]) => {
      runs.push({ at: timers.now, files });
      await gate;
      return result.outcome;
    },
  };
  const result: Setup = {
    timers,
    runs,
    states,
    outcome: "done",
    watch: new IngestWatch(timers, { quiet: 300, retry: 2000 }, work),
    hold() {
      let release = (): void => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
  return result;
}

describe("IngestWatch", () => {
  it("ingests at the start and then only when something has changed", async () => {
    const { watch, timers, runs } = setup();
    await watch.start();
    await timers.pass(60_000);
    expect(runs).toEqual([{ at: 0, files: [] }]);
  });

  it("takes many changes in a row as one", async () => {
    const { watch, timers, runs, states } = setup();
    await watch.start();
    for (const file of ["b.csv", "a.csv", "b.csv", "b.csv"]) {
      states.set(file, "1");
      watch.touch(file);
      await timers.pass(100);
    }
    await timers.pass(5000);
    expect(runs.slice(1).map(({ files }) => files)).toEqual([["a.csv", "b.csv"]]);
  });

  it("waits until a file no longer grows, though nobody tells of its growing", async () => {
    const { watch, timers, runs, states } = setup();
    await watch.start();
    states.set("big.xlsx", "1000");
    watch.touch("big.xlsx");
    for (const size of ["2000", "3000", "4000"]) {
      await timers.pass(300);
      states.set("big.xlsx", size);
    }
    expect(runs).toHaveLength(1);
    await timers.pass(1000);
    expect(runs).toHaveLength(2);
  });

  it("takes up a file that was removed", async () => {
    const { watch, timers, runs } = setup();
    await watch.start();
    watch.touch("gone.csv");
    await timers.pass(1000);
    expect(runs[1]?.files).toEqual(["gone.csv"]);
  });

  it("never runs two ingests at once: what changes during one comes after it", async () => {
    const { watch, timers, runs, hold } = setup();
    await watch.start();
    const release = hold();
    watch.touch("a.csv");
    await timers.pass(1000);
    watch.touch("b.csv");
    await timers.pass(10_000);
    expect(runs).toHaveLength(2);
    release();
    await timers.pass(1000);
    expect(runs[2]?.files).toEqual(["b.csv"]);
  });

  it("tries again later when another process stood in the way, with the same files", async () => {
    const all = setup();
    const { watch, timers, runs } = all;
    await watch.start();
    all.outcome = "again";
    watch.touch("a.csv");
    await timers.pass(1000);
    all.outcome = "done";
    await timers.pass(5000);
    expect(runs.slice(1).map(({ files }) => files)).toEqual([["a.csv"], ["a.csv"]]);
    expect(runs[2]!.at - runs[1]!.at).toBeGreaterThanOrEqual(2000);
  });

  it("tries the first run again, too", async () => {
    const all = setup();
    all.outcome = "again";
    await all.watch.start();
    all.outcome = "done";
    await all.timers.pass(5000);
    expect(all.runs).toHaveLength(2);
  });

  it("starts nothing after it was closed", async () => {
    const { watch, timers, runs } = setup();
    await watch.start();
    watch.touch("a.csv");
    watch.close();
    watch.touch("b.csv");
    await timers.pass(10_000);
    expect(runs).toHaveLength(1);
  });
});

describe("RootWatch", () => {
  const roots = async () => {
    const timers = new FakeTimers();
    const there = new Set(["/w/faq", "/w/kefu.yaml"]);
    const told: string[] = [];
    const watch = new RootWatch(timers, 1000, {
      isThere: (root) => Promise.resolve(there.has(root)),
      gone: (gone) => told.push(`gone ${gone.join()}`),
      back: (back) => {
        told.push(`back ${back.join()}`);
        return Promise.resolve();
      },
    });
    await watch.follow(["/w/faq", "/w/kefu.yaml", "/w/kefu.local.yaml"]);
    return { timers, there, told, watch };
  };

  it("tells once that a folder is gone and once that it is back", async () => {
    const { timers, there, told } = await roots();
    await timers.pass(5000);
    expect(told).toEqual([]);
    there.delete("/w/faq");
    await timers.pass(5000);
    expect(told).toEqual(["gone /w/faq"]);
    there.add("/w/faq");
    await timers.pass(5000);
    expect(told).toEqual(["gone /w/faq", "back /w/faq"]);
    there.delete("/w/faq");
    await timers.pass(5000);
    expect(told).toHaveLength(3);
  });

  it("takes a folder that was replaced between two looks for another one", async () => {
    const { timers, told, watch } = await roots();
    watch.lose("/w/faq");
    await timers.pass(5000);
    expect(told).toEqual(["back /w/faq"]);
  });

  it("takes up what was never there before", async () => {
    const { timers, there, told } = await roots();
    there.add("/w/kefu.local.yaml");
    await timers.pass(5000);
    expect(told).toEqual(["back /w/kefu.local.yaml"]);
  });

  it("looks no more once it is closed", async () => {
    const { timers, there, told, watch } = await roots();
    watch.close();
    there.clear();
    await timers.pass(5000);
    expect(told).toEqual([]);
  });
});

describe("isUnfinished", () => {
  it("knows what editors, spreadsheets and downloads leave about for a while", () => {
    const names = ["~$bank.xlsx", ".bank.md.swp", "4913", "bank.csv~", "#bank.md#", "bank.xlsx.part", "~WRD0001.tmp"];
    names.push("sedKq3ZpX", ".goutputstream-4KX1V3", "bank.csv~RF1a2b3c.TMP", "a.md___jb_tmp___", "5A5C3D10");
    expect(names.filter((name) => !isUnfinished(`/faq/${name}`))).toEqual([]);
    const real = ["bank.xlsx", "问答.csv", "a~b.md", "49131.csv", "part.json", "sedans.csv", "seduce.md"];
    expect(real.filter((name) => isUnfinished(`/faq/${name}`))).toEqual([]);
  });
});
