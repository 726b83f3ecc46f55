import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { kefu, tempFolder } from "./support.js";

let workspace: string;

beforeAll(async () => {
  workspace = tempFolder();
  mkdirSync(path.join(workspace, "nlu"));
  writeFileSync(path.join(workspace, "kefu.yaml"), "version: 1\nname: dates\n");
  writeFileSync(
    path.join(workspace, "nlu", "intents.yml"),
    [
      'version: "3.1"',
      "nlu:",
      "  - intent: move",
      "    examples: |",
      "      - 改到[明天](date)送",
      "      - 换个时间送",
      "      - deliver it later",
      "  - intent: hours",
      "    examples: |",
      "      - 几点开门",
      "      - 营业时间",
      "      - when do you open",
      "",
    ].join("\n"),
  );
  expect((await kefu(["nlu", "train"], { cwd: workspace })).code).toBe(0);
});

async function predict(text: string, ...flags: string[]): Promise<{ at: string; dates: string[] }> {
  const { stdout } = await kefu(["nlu", "predict", text, ...flags, "--json"], { cwd: workspace });
  const { at, entities } = JSON.parse(stdout) as { at: string; entities: { entity: string; value: string }[] };
  return { at, dates: entities.filter(({ entity }) => entity === "date").map(({ value }) => value) };
}

test("relative dates count from the day that is given, or from now", async () => {
  expect(await predict("改到明天送", "--at", "2026-12-31")).toEqual({ at: "2026-12-31", dates: ["2027-01-01"] });
  const friday = await predict("deliver it next Friday", "--at", "2026-06-01 09:30");
  expect(friday).toEqual({ at: "2026-06-01T09:30", dates: ["2026-06-12"] });
  const now = await predict("改到明天送");
  expect(Date.parse(now.dates[0]!)).toBe(Date.parse(now.at.slice(0, 10)) + 86_400_000);
});

test("what is no date is refused with an example", async () => {
  const run = await kefu(["nlu", "predict", "改到明天送", "--at", "tomorrow"], { cwd: workspace });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("2026-06-01T09:30");
});

test("a blank text is refused, as other commands refuse it", async () => {
  const run = await kefu(["nlu", "predict", " "], { cwd: workspace });
  expect([run.code, run.stdout]).toEqual([2, ""]);
  expect(run.stderr).toContain("a text that is not blank");
});
