import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture, kefu, tempFolder } from "./support.js";

let workspace: string;

beforeAll(async () => {
  workspace = copyFixture("hotline-demo");
  expect((await kefu(["kb", "ingest", "--quiet"], { cwd: workspace })).code).toBe(0);
});

async function entriesOf(cwd: string): Promise<unknown[]> {
  const { stdout } = await kefu(["kb", "export", "--json"], { cwd });
  const { entries } = JSON.parse(stdout) as { entries: { id: string }[] };
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe("kefu kb export", () => {
  for (const name of ["all.xlsx", "all.csv", "all.json", "all.jsonl", "all.yaml", "all.md"]) {
    it(`writes ${name}, from which another workspace gets the same entries`, async () => {
      const other = path.join(tempFolder(), "other");
      mkdirSync(path.join(other, "faq"), { recursive: true });
      writeFileSync(path.join(other, "kefu.yaml"), "version: 1\nname: other\n");
      const file = path.join(other, "faq", name);
      expect((await kefu(["kb", "export", "-o", file, "--locale", "zh-TW"], { cwd: workspace })).code).toBe(0);
      const ingest = await kefu(["kb", "ingest", "--strict"], { cwd: other });
      expect(ingest.stderr).not.toContain("error");
      expect(ingest.code).toBe(0);
      expect(await entriesOf(other)).toEqual(await entriesOf(workspace));
    });
  }

  it("writes the chosen entries to the terminal, and nothing where nothing fits", async () => {
    const chosen = await kefu(["kb", "export", "--category", "电商", "--format", "csv"], { cwd: workspace });
    expect(chosen.code).toBe(0);
    const lines = chosen.stdout.split("\r\n").filter((line) => /^[\w-]+,/.test(line));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.slice(1).every((line) => line.split(",")[1]!.startsWith("电商"))).toBe(true);
    const none = await kefu(["kb", "export", "--category", "没有"], { cwd: workspace });
    expect(none.code).toBe(3);
    expect(none.stdout).toBe("");
  });

  it("asks for a file where xlsx would go to the terminal, and overwrites only with --force", async () => {
    const bare = await kefu(["kb", "export", "--format", "xlsx"], { cwd: workspace });
    expect(bare.code).toBe(2);
    expect(bare.stderr).toContain("-o");
    const file = path.join(tempFolder(), "faq.json");
    writeFileSync(file, "kept");
    const refused = await kefu(["kb", "export", "-o", file], { cwd: workspace });
    expect(refused.code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("kept");
    expect((await kefu(["kb", "export", "-o", file, "--force"], { cwd: workspace })).code).toBe(0);
    expect(JSON.parse(readFileSync(file, "utf8"))).toHaveLength(125);
    expect(existsSync(`${file}.tmp`)).toBe(false);
  });
});
