import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

interface Line {
  readonly text: string;
  readonly intent: { name: string } | null;
  readonly where: { file: string; line?: number; row?: number };
  readonly input?: Record<string, unknown>;
}

const linesOf = (stdout: string): Line[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

test("every text of a file is predicted: lines of JSON or of text, a table in GBK, training data; each as it is alone", async () => {
  const at = ["--at", "2026-12-31"] as const;
  const run = (file: string, ...more: string[]) =>
    kefu(["nlu", "predict", "--file", file, ...at, ...more], { cwd: workspace });
  writeFileSync(path.join(workspace, "a.jsonl"), '{"id": 7, "text": "改到明天送"}\n\n"营业时间"\n');
  const first = await run("a.jsonl");
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining("texts: 2")]);
  const [moved, hours] = linesOf(first.stdout);
  expect(moved).toMatchObject({ where: { file: "a.jsonl", line: 1 }, input: { id: 7, text: "改到明天送" } });
  expect(hours).toMatchObject({ text: "营业时间", where: { line: 3 }, intent: { name: "hours" } });
  const alone = await kefu(["nlu", "predict", "改到明天送", ...at, "--json"], { cwd: workspace });
  expect(moved).toMatchObject(JSON.parse(alone.stdout) as object);
  // 编号,问题 and two rows, in GBK.
  const gbk = "b1e0bac52cceca" + "cce20d0a312cd3aad2b5cab1bce40d0a322c0d0a332cbcb8b5e3bfaac3c50d0a";
  writeFileSync(path.join(workspace, "b.csv"), Buffer.from(gbk, "hex"));
  const table = linesOf((await run("b.csv")).stdout);
  expect(table.map(({ text, where, input }) => [text, where.row, input])).toEqual([
    ["营业时间", 2, { 编号: "1", 问题: "营业时间" }],
    ["几点开门", 4, { 编号: "3", 问题: "几点开门" }],
  ]);
  writeFileSync(path.join(workspace, "c.txt"), "\uFEFF换个时间送\r\n\r\n[1] 几点开门\r\n");
  expect(linesOf((await run("c.txt")).stdout).map(({ text }) => text)).toEqual(["换个时间送", "[1] 几点开门"]);
  expect(linesOf((await run(path.join("nlu", "intents.yml"))).stdout)).toHaveLength(6);
});

test("standard input is predicted line by line, and stops at a line that is none", async () => {
  const run = (input: string) => kefu(["nlu", "predict", "--file", "-"], { cwd: workspace, input });
  const texts = await run("营业时间\n{不是 JSON\n");
  expect(linesOf(texts.stdout).map(({ text }) => text)).toEqual(["营业时间", "{不是 JSON"]);
  const broken = await run('{"text": "营业时间"}\n{"text": \n');
  expect([broken.code, linesOf(broken.stdout)[0]!.where]).toEqual([3, { file: "<stdin>", line: 1 }]);
  expect(broken.stderr).toContain("<stdin>:2");
});

test("predictions go into a table that training reads, which is not overwritten unasked", async () => {
  writeFileSync(
    path.join(workspace, "d.jsonl"),
    '{"text": "改到明天送", "intent": "?", "id": 9}\n{"text": "营业时间"}\n',
  );
  const run = (...more: string[]) => kefu(["nlu", "predict", "--file", "d.jsonl", ...more], { cwd: workspace });
  expect(await run("-o", "out/d.csv")).toMatchObject({ code: 0, stdout: "" });
  const table = readFileSync(path.join(workspace, "out", "d.csv"), "utf8").split("\r\n");
  expect(table[0]).toBe("\uFEFFtext,intent,confidence,inScope,emotion,intensity,entities,given.intent,id");
  expect(table[1]).toMatch(/^改到明天送,move,[01][.\d]*,(yes|no),neutral,0,.*date.*,\?,9$/);
  const again = await kefu(["nlu", "convert", "out/d.csv", "--to", "jsonl"], { cwd: workspace });
  expect(JSON.parse(again.stdout.split("\n")[0]!)).toMatchObject({ intent: "move", entities: [{ entity: "date" }] });
  expect((await run("-o", "out/d.csv")).code).toBe(2);
  expect((await run("-o", "out/d.txt")).code).toBe(2);
  expect((await run("-o", "out/d.jsonl", "--json")).stdout).toBe(
    readFileSync(path.join(workspace, "out", "d.jsonl"), "utf8"),
  );
});

test("what names no texts is refused with its place, before anything is predicted", async () => {
  const run = (...args: string[]) => kefu(["nlu", "predict", ...args], { cwd: workspace });
  writeFileSync(path.join(workspace, "e.jsonl"), '{"text": "营业时间"}\n{"words": "x"}\n7\n');
  const lines = await run("--file", "e.jsonl");
  expect([lines.code, lines.stdout]).toEqual([3, ""]);
  for (const place of ["e.jsonl:2", "e.jsonl:3"]) expect(lines.stderr).toContain(place);
  writeFileSync(path.join(workspace, "f.csv"), "a,b\n1,2\n");
  expect((await run("--file", "f.csv")).stderr).toContain("found: a, b");
  expect((await run("--file", "none.jsonl")).code).toBe(3);
  for (const args of [[], ["text", "--file", "e.jsonl"], ["text", "-o", "x.csv"]])
    expect((await run(...args)).code).toBe(2);
});
