import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { copyOf, killPoints, killedAt, makeWorkspace, stepsOf, succeeds, twoAtATime } from "./support.js";

const FORCED = ["nlu", "split", "data.csv", "-o", "parts", "--folds", "2", "--force"];

const csv = (state: string): string =>
  `text,intent\n${Array.from({ length: 12 }, (_, n) => `${state} ${"abcdefghijkl"[n]!.repeat(5)},x${n % 2}`).join("\n")}\n`;

/** The parts that are there, with the state that each belongs to. */
function partsIn(folder: string): Map<string, string> {
  const files = readdirSync(path.join(folder, "parts"), { recursive: true }).map(String).sort();
  return new Map(
    files
      .filter((name) => /(^|[/\\])(train|test)\.csv$/u.test(name))
      .map((name) => {
        const text = readFileSync(path.join(folder, "parts", name), "utf8");
        return [name, ["old", "new"].filter((state) => text.includes(`${state} `)).join(" and ")];
      }),
  );
}

it("a division that is killed over an older one never leaves parts of both, and completes when it is run again", async () => {
  const prepared = makeWorkspace({ "kefu.yaml": "version: 1\nname: test\n", "data.csv": csv("old") });
  await succeeds(prepared, ...FORCED);
  writeFileSync(path.join(prepared, "data.csv"), csv("new"));
  const steps = await stepsOf(copyOf(prepared), FORCED);
  const seen = new Set<string>();
  await twoAtATime(killPoints("division", steps), async (step) => {
    const folder = copyOf(prepared);
    await killedAt(step, folder, FORCED);
    const parts = partsIn(folder);
    const states = new Set(parts.values());
    expect([...states].length, `killed before ${steps[step - 1]}: ${[...parts].join("; ")}`).toBeLessThan(2);
    seen.add(parts.size === 4 ? [...states].join() : "some");
    // A training file is the last to come and the first to go: where all of them are there, all test files are.
    const names = [...parts.keys()];
    if (names.filter((name) => name.includes("train")).length === 2) expect(names).toHaveLength(4);
    await succeeds(folder, ...FORCED);
    expect([...partsIn(folder).values()]).toEqual(["new", "new", "new", "new"]);
    const left = readdirSync(path.join(folder, "parts"), { recursive: true }).map(String);
    expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
  expect([...seen].sort()).toEqual(["new", "old", "some"]);
}, 300_000);
