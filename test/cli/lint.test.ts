import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { kbLintOutput } from "../../src/commands/kb/lint-schemas.js";
import { copyFixture, kefu, type Run } from "./support.js";

const at = ["--at", "2026-06-01"];
let workspace: string;

const lint = (...args: string[]): Promise<Run> => kefu(["kb", "lint", ...at, ...args], { cwd: workspace });

beforeAll(async () => {
  workspace = copyFixture("lint/mistakes");
  expect((await kefu(["kb", "ingest"], { cwd: workspace })).code).toBe(0);
}, 60_000);

describe("kefu kb lint", () => {
  it("tells of the findings by file and ends with 1 when there are errors", async () => {
    const { code, stdout } = await lint();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^faq\/售后\.csv$/m);
    expect(stdout).toMatch(/^ +\d+ {2}error {2}conflicting-answers {2}question: .*\[C-1\]$/m);
    expect(stdout).toMatch(/^personal-data: Take it out/m);
    expect(stdout).toMatch(/errors: \d+, warnings: \d+, notes: \d+, waived: 3;/);
  });

  it("ends with 0 without errors, and counts warnings only when told to", async () => {
    const rules = ["--rules", "mixed-script,stray-pinyin"];
    expect((await lint(...rules)).code).toBe(0);
    expect((await lint(...rules, "--max-warnings", "2")).code).toBe(0);
    expect((await lint(...rules, "--max-warnings", "1")).code).toBe(1);
    expect((await lint(...rules, "--strict")).code).toBe(1);
  });

  it("--json prints a document of its schema, the same with --format json", async () => {
    const [one, other] = await Promise.all([lint("--json"), lint("--format", "json")]);
    const document: unknown = JSON.parse(one.stdout);
    expect(kbLintOutput.parse(document)).toEqual(document);
    expect(JSON.parse(other.stdout)).toEqual(document);
  });

  it("--format sarif -o writes a log with rules, places and fixes", async () => {
    const file = path.join(workspace, "lint.sarif");
    const { code, stdout } = await lint("--format", "sarif", "-o", file);
    expect([code, stdout]).toEqual([1, ""]);
    const [run] = (JSON.parse(readFileSync(file, "utf8")) as { runs: Record<string, unknown>[] }).runs;
    const results = run!["results"] as { ruleId: string; fixes?: unknown; suppressions?: unknown }[];
    expect(results.find(({ ruleId }) => ruleId === "stray-pinyin")?.fixes).toMatchObject([
      {
        artifactChanges: [
          { replacements: [{ insertedContent: { text: expect.stringContaining("统计报表") as string } }] },
        ],
      },
    ]);
    expect(results.filter(({ suppressions }) => suppressions !== undefined)).toHaveLength(3);
    expect((await lint("--format", "sarif", "-o", file)).code).toBe(2);
  });

  it("--format github names files as the repository has them", async () => {
    const env = { GITHUB_WORKSPACE: path.dirname(workspace) };
    const { stdout } = await kefu(["kb", "lint", ...at, "--format", "github"], { cwd: workspace, env });
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/^::notice title=kefu::errors: /);
    expect(lines[1]).toMatch(/^::error file=mistakes\/faq\/[^,]+,line=\d+,title=[a-z-]+::/);
  });

  it("tells of the named sources only", async () => {
    const { stdout } = await lint("faq/english.json", "--json");
    const { findings } = JSON.parse(stdout) as { findings: { where: { file: string } }[] };
    expect(new Set(findings.map(({ where }) => where.file))).toEqual(new Set(["faq/english.json"]));
    const unknown = await lint("faq/nothing.csv");
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("faq/nothing.csv")]);
  });

  it("--list-rules lists them all, in any workspace or none", async () => {
    const { code, stdout } = await kefu(["kb", "lint", "--list-rules", "--json"], { cwd: path.dirname(workspace) });
    const { rules } = JSON.parse(stdout) as { rules: { id: string; what: string }[] };
    expect(code).toBe(0);
    expect(rules.length).toBeGreaterThanOrEqual(30);
    const guide = readFileSync(new URL("../../docs/lint.md", import.meta.url), "utf8");
    expect(rules.filter(({ id }) => !guide.includes(`### ${id}\n`))).toEqual([]);
  });

  it.each([
    [["--rules", "no-such-rule"], "conflicting-answers"],
    [["--at", "2026-02-30"], "2026-06-01"],
    [["--format", "xml"], "sarif"],
  ])("refuses %j and says what is known", async (args, known) => {
    const { code, stderr } = await lint(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(known);
  });
});

describe("kefu kb lint --fix", () => {
  it("--dry-run shows what would change and writes nothing", async () => {
    const file = path.join(workspace, "faq/售后.csv");
    const before = readFileSync(file);
    const { stdout, stderr } = await lint("--fix", "--dry-run");
    expect(stdout).toMatch(/^-.*统\(tǒng\)计\(jì\)报表/m);
    expect(stdout).toMatch(/^\+.*统计报表/m);
    expect(stderr).toContain("would fix");
    expect(readFileSync(file)).toEqual(before);
  });

  it("changes the texts that it names and no other byte", async () => {
    const folder = copyFixture("lint/mistakes");
    await kefu(["kb", "ingest"], { cwd: folder });
    const files = ["faq/售后.csv", "faq/说明.md", "faq/english.json"].map((name) => path.join(folder, name));
    const before = files.map((file) => readFileSync(file, "utf8"));
    const { stderr } = await kefu(["kb", "lint", ...at, "--fix"], { cwd: folder });
    expect(stderr).toContain("kefu kb ingest");
    const [csv, markdown, json] = files.map((file) => readFileSync(file, "utf8"));
    expect(csv).toBe(
      before[0]!
        .replace("统(tǒng)计(jì)报表", "统计报表")
        .replace("邮\u200b箱", "邮箱")
        .replace("９点到１８点,周末", "9点到18点，周末")
        .replace("保修卡没了还修吗\r\n保修卡没了还修吗？\r\n", "保修卡没了还修吗\r\n"),
    );
    expect(markdown).toBe(
      before[1]!
        .replace("- 想订个开会的地方。\n", "")
        .replace("提前１天", "提前1天")
        .replace("面板里调,也", "面板里调，也"),
    );
    expect(json).toBe(before[2]!.replace("\u00ad", ""));
    await kefu(["kb", "ingest"], { cwd: folder });
    const again = await kefu(["kb", "lint", ...at, "--fix", "--json"], { cwd: folder });
    expect(JSON.parse(again.stdout)).toMatchObject({ fixes: { sources: [] } });
  });

  it("leaves a workbook alone and says so", async () => {
    const folder = copyFixture("hotline-demo");
    const target = path.join(folder, "faq/slip.csv");
    writeFileSync(target, "标准问,答案\n夜里几点关灯？,９点关灯\n");
    await kefu(["kb", "ingest"], { cwd: folder });
    const book = path.join(folder, "faq/电商.xlsx");
    const before = existsSync(book) ? readFileSync(book) : undefined;
    await kefu(["kb", "lint", "--fix", "--rules", "full-width-slip"], { cwd: folder });
    expect(readFileSync(target, "utf8")).toBe("标准问,答案\n夜里几点关灯？,9点关灯\n");
    expect(readFileSync(book)).toEqual(before);
  });
});

describe("the sample hotline", () => {
  it("has neither errors nor warnings", async () => {
    const folder = copyFixture("hotline-demo");
    await kefu(["kb", "ingest"], { cwd: folder });
    const { code, stdout } = await kefu(["kb", "lint", ...at, "--strict", "--min-severity", "warning"], {
      cwd: folder,
    });
    expect([code, stdout]).toEqual([0, expect.stringContaining("nothing to complain of")]);
  });
});
