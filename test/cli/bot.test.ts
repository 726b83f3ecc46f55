import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture, kefu, tempFolder } from "./support.js";

let workspace: string;

beforeAll(async () => {
  workspace = copyFixture("hotline-demo");
  for (const args of [
    ["kb", "ingest"],
    ["nlu", "train"],
    ["bot", "export", "-o", "demo.kefu"],
  ]) {
    const { code, stderr } = await kefu(args, { cwd: workspace });
    if (code !== 0) throw new Error(stderr);
  }
}, 120_000);

const records = (): string[] => readdirSync(path.join(workspace, "records")).sort();

describe("bot chat", () => {
  it("answers a pipe line by line, replies on stdout and the rest on stderr", async () => {
    const input = "查一下我的订单\n13800138001\n转人工\n";
    const { code, stdout, stderr } = await kefu(["bot", "chat", "--no-record"], { cwd: workspace, input });
    expect(code).toBe(0);
    expect(stdout.trim().split("\n")[0]).toContain("手机号");
    // No order service runs here: the flow says so and hands over, and from then on the bot waits.
    expect(stdout).toContain("暂时连不上");
    expect(stderr).toMatch(/flow · #query_order[^]*handover/);
    expect(stderr.match(/^> .*$/gm)).toEqual(["> 查一下我的订单", "> 13800138001", "> 转人工"]);
  });

  it("adds masked records to the workspace's own, and none with --no-record", async () => {
    const before = records();
    await kefu(["bot", "chat", "--no-record"], { cwd: workspace, input: "你好\n" });
    expect(records()).toEqual(before);
    await kefu(["bot", "chat", "--channel", "voice"], { cwd: workspace, input: "我的手机号是13800138001\n" });
    const [added] = records().filter((file) => !before.includes(file));
    const text = readFileSync(path.join(workspace, "records", added!), "utf8");
    expect(JSON.parse(text)).toMatchObject({
      turn: 1,
      channel: "voice",
      text: "我的手机号是138****8001",
      emotion: "neutral",
    });
  });

  it("runs a bundle where there is no workspace", async () => {
    const args = ["bot", "chat", "--bundle", path.join(workspace, "demo.kefu"), "--json"];
    const { code, stdout } = await kefu(args, {
      cwd: tempFolder(),
      input: "请问退款一般要多久才能到账\n/quit\n你好\n",
    });
    expect(code).toBe(0);
    const { turns } = JSON.parse(stdout) as { turns: unknown[] };
    expect(turns).toEqual([expect.objectContaining({ decision: "answer", entry: "EC-021" })]);
  });
});

describe("bot test", () => {
  it("ends with 1 when a case fails, and writes every form of the report", async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, "out"));
    const suite = path.join(folder, "bad.yaml");
    const good = "  - name: 寒暄\n    turns: [{ user: 你好, expect: { decision: chat } }]\n";
    const bad = "  - name: 错的\n    turns: [{ user: 你好, expect: { entry: EC-001 } }]\n";
    writeFileSync(suite, `suite: 试\ncases:\n${good}${bad}`);
    const files = { junit: path.join(folder, "out", "junit.xml"), md: path.join(folder, "out", "report.md") };
    const args = ["bot", "test", suite, "--junit", files.junit, "-o", files.md];
    const { code, stdout } = await kefu(args, { cwd: workspace });
    expect(code).toBe(1);
    expect(stdout).toContain("entry: expected EC-001, got -");
    expect(readFileSync(files.junit, "utf8")).toContain('tests="2" failures="1"');
    expect(readFileSync(files.md, "utf8")).toContain("| 试 | 2 | 1 | 1 |");
    const again = await kefu(args, { cwd: workspace });
    expect(again.code).toBe(2);
    expect((await kefu(["bot", "test", suite, "--filter", "寒暄"], { cwd: workspace })).code).toBe(0);
  });

  it("passes the sample's suites against the exported bundle", async () => {
    const { code, stdout } = await kefu(["bot", "test", "--bundle", "demo.kefu"], { cwd: workspace });
    expect({ code, failed: stdout.split("\n").filter((line) => line.includes("✗")) }).toEqual({ code: 0, failed: [] });
  });
});

describe("bot export", () => {
  it("writes the same bytes twice, and overwrites nothing unless told to", async () => {
    const first = readFileSync(path.join(workspace, "demo.kefu"));
    expect((await kefu(["bot", "export", "-o", "demo.kefu"], { cwd: workspace })).code).toBe(2);
    expect((await kefu(["bot", "export", "-o", "demo.kefu", "--force"], { cwd: workspace })).code).toBe(0);
    expect(Buffer.compare(readFileSync(path.join(workspace, "demo.kefu")), first)).toBe(0);
  });
});

describe("report answers", () => {
  it("writes a table for Excel, with the totals beside it", async () => {
    const file = path.join(tempFolder(), "answers.csv");
    const { code } = await kefu(["report", "answers", "-o", file, "--to", "2026-06-07"], { cwd: workspace });
    expect(code).toBe(0);
    expect(existsSync(file)).toBe(true);
    const [header, first] = readFileSync(file, "utf8").split(/\r?\n/);
    expect(header).toMatch(/^\uFEFFID,Category,/);
    expect(first).toMatch(/^EC-021,/);
    expect((await kefu(["report", "answers", "--format", "xlsx"], { cwd: workspace })).code).toBe(2);
  });
});
