import { describe, expect, it } from "vitest";
import { Pace } from "./fetch-pace.js";

describe("Pace", () => {
  it("lets two at a time at one server, in order, and others beside them", async () => {
    const pace = new Pace();
    const started: string[] = [];
    const finish: (() => void)[] = [];
    const visit = (origin: string, name: string): Promise<void> =>
      pace.run(origin, () => {
        started.push(name);
        return new Promise((resolve) => finish.push(resolve));
      });
    const all = [visit("a", "a1"), visit("a", "a2"), visit("a", "a3"), visit("a", "a4"), visit("b", "b1")];
    await Promise.resolve();
    expect(started).toEqual(["a1", "a2", "b1"]);
    finish.shift()?.();
    await all[0];
    await new Promise(setImmediate);
    expect(started).toEqual(["a1", "a2", "b1", "a3"]);
    while (finish.length > 0) {
      for (const end of finish.splice(0)) end();
      await new Promise(setImmediate);
    }
    await Promise.all(all);
    expect(started).toEqual(["a1", "a2", "b1", "a3", "a4"]);
  });

  it("gives the place on when work fails", async () => {
    const pace = new Pace();
    const failing = Array.from({ length: 4 }, () => pace.run("a", () => Promise.reject(new Error("no"))));
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    expect(await pace.run("a", () => Promise.resolve("yes"))).toBe("yes");
  });

  it("keeps starts apart where that is asked", async () => {
    const slept: number[] = [];
    const pace = new Pace(
      () => 1000,
      (milliseconds) => Promise.resolve(slept.push(milliseconds)),
    );
    pace.setDelay("a", 20);
    await Promise.all([1, 2, 3].map(() => pace.run("a", () => Promise.resolve())));
    await pace.run("b", () => Promise.resolve());
    expect(slept).toEqual([20, 40]);
  });
});
