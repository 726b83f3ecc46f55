import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { load } from "cheerio";
import { beforeAll, describe, expect, it } from "vitest";
import { kbDiffOutput } from "../../src/commands/kb/ingest-schemas.js";
import { environment, kefu, root, tempFolder } from "./support.js";

const GOOD =
  "知识ID,标准问,相似问1,答案\nA1,怎么退款？,退钱,请在订单页申请，3天到账。\nA2,怎么开票？,开发票,请联系客服。\n";
const NEW = GOOD.replace("3天", "5天").replace(
  "A2,怎么开票？,开发票,请联系客服。\n",
  "A3,怎么改地址？,,在订单页修改。\n",
);

/** A workspace with one table, ingested. */
async function workspace(): Promise<string> {
  const folder = tempFolder();
  writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: t\nkb:\n  sources: [a.csv]\n");
  writeFileSync(path.join(folder, "a.csv"), GOOD);
  const run = await kefu(["kb", "ingest"], { cwd: folder });
  expect(run.code, run.stderr).toBe(0);
  return folder;
}

/** Every byte of the derived state, to be sure that nothing was written. */
function stateOf(folder: string): Record<string, string> {
  const files = readdirSync(path.join(folder, ".kefu"), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => file.isFile())
      .map((file) => path.join(file.parentPath, file.name))
      .map((file) => [file, readFileSync(file).toString("base64")]),
  );
}

describe("kefu kb diff", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await workspace();
    writeFileSync(path.join(folder, "a.csv"), NEW);
  });

  it("shows what would change word by word, and writes nothing", async () => {
    const before = stateOf(folder);
    const { stdout, code } = await kefu(["kb", "diff"], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain("~ A1  怎么退款？  a.csv:2\n    ~ answer: 请在订单页申请，[-3-]{+5+}天到账。");
    expect(stdout).toContain("+ A3  怎么改地址？");
    expect(stdout).toContain("- A2  怎么开票？");
    expect(stateOf(folder)).toEqual(before);
  });

  it("exits with 1 for changes only when asked to, and prints one JSON document", async () => {
    const run = await kefu(["kb", "diff", "--json", "--exit-code"], { cwd: folder });
    expect(run.code).toBe(1);
    const document: unknown = JSON.parse(run.stdout);
    expect(kbDiffOutput.parse(document)).toEqual(document);
    expect(document).toMatchObject({ state: "planned", counts: { added: 1, changed: 1, removed: 1, unchanged: 0 } });
  });

  it("is written as a page, and not over a file that is there", async () => {
    const args = ["kb", "diff", "-o", "diff.html"];
    expect((await kefu(args, { cwd: folder })).code).toBe(0);
    const $ = load(readFileSync(path.join(folder, "diff.html"), "utf8"));
    expect([$("del").first().text(), $("ins").first().text()]).toEqual(["3", "5"]);
    expect((await kefu(args, { cwd: folder })).code).toBe(2);
    expect((await kefu(["kb", "diff", "-o", "diff.exe"], { cwd: folder })).code).toBe(2);
  });

  it("tells what has changed since a run", async () => {
    const own = await workspace();
    writeFileSync(path.join(own, "a.csv"), NEW);
    await kefu(["kb", "ingest"], { cwd: own });
    const { stdout } = await kefu(["kb", "diff", "--run", "1"], { cwd: own });
    expect(stdout).toContain("[-3-]{+5+}");
    expect((await kefu(["kb", "diff", "--run", "2", "--exit-code"], { cwd: own })).code).toBe(0);
    expect((await kefu(["kb", "diff", "--run", "77"], { cwd: own })).code).toBe(2);
  });
});

describe("options that have no say", () => {
  it("are refused: --poll without --watch, and what says how to read sources with diff --run", async () => {
    const folder = await workspace();
    expect((await kefu(["kb", "ingest", "--poll"], { cwd: folder })).code).toBe(2);
    expect((await kefu(["kb", "diff", "--run", "1", "--online"], { cwd: folder })).code).toBe(2);
  });
});

describe("kefu kb remove", () => {
  it("says in one line that several sources are still listed", async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, "kefu.yaml"), 'version: 1\nname: t\nkb:\n  sources: ["*.csv"]\n');
    for (const name of ["a", "b", "c", "d"]) {
      writeFileSync(path.join(folder, `${name}.csv`), `问题,答案\n${name}怎么退款？,可以。\n`);
    }
    await kefu(["kb", "ingest"], { cwd: folder });
    const { stderr } = await kefu(["kb", "remove", "*.csv"], { cwd: folder });
    expect(stderr.match(/still lists/g)).toHaveLength(1);
    expect(stderr).toContain("4 of these sources (a.csv, b.csv, c.csv, …)");
  });
});

describe("kefu kb ingest of several bad files", () => {
  it("says what to do right under each error, and folds errors of one kind", async () => {
    const folder = await workspace();
    const rows = Array.from({ length: 9 }, (_, at) => `B${at},问${at}？,,答${at}。\n`).join("");
    writeFileSync(path.join(folder, "a.csv"), GOOD + rows);
    await kefu(["kb", "ingest"], { cwd: folder });
    await kefu(["kb", "export", "-o", "x.csv"], { cwd: folder });
    writeFileSync(path.join(folder, "u.csv"), "甲,乙\n一,二\n三,四\n");
    const { stderr } = await kefu(["kb", "ingest", "x.csv", "u.csv"], { cwd: folder });
    const lines = stderr.split("\n");
    expect(lines.filter((line) => line.includes("is taken already"))).toHaveLength(5);
    expect(stderr).toContain("… and 6 more of this kind");
    expect(stderr).toContain("\nx.csv: hint: the same knowledge stands in two sources");
    expect(lines[lines.findIndex((line) => line.startsWith("u.csv:1: error")) + 1]).toContain("u.csv:1: hint:");
  });
});

describe("kefu kb ingest -o", () => {
  it("writes a report of a run that fails, with every error and its place", async () => {
    const folder = await workspace();
    writeFileSync(path.join(folder, "bad.csv"), "甲,乙\n一,二\n三,四\n");
    const before = stateOf(folder);
    const run = await kefu(["kb", "ingest", "bad.csv", "-o", "r.html", "--json"], { cwd: folder });
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { exitCode: 3, where: { file: "bad.csv" } } });
    expect(load(readFileSync(path.join(folder, "r.html"), "utf8"))("details.bad").text()).toContain("bad.csv:1");
    expect(stateOf(folder)).toEqual(before);
  });

  it("writes the same counts as --json says, also under --strict", async () => {
    const folder = await workspace();
    writeFileSync(path.join(folder, "a.csv"), `${NEW}A4,有问无答,,\n`);
    const strict = await kefu(["kb", "ingest", "--strict", "-o", "s.json"], { cwd: folder });
    expect(strict.code).toBe(1);
    const failed: unknown = JSON.parse(readFileSync(path.join(folder, "s.json"), "utf8"));
    expect(kbDiffOutput.parse(failed)).toEqual(failed);
    expect(failed).toMatchObject({ state: "failed", counts: { warnings: 1, skipped: 1 } });
    expect((await kefu(["kb", "show", "A2"], { cwd: folder })).code).toBe(0);
    const run = await kefu(["kb", "ingest", "-o", "r.json", "--json"], { cwd: folder });
    const printed = JSON.parse(run.stdout) as Record<string, unknown>;
    const report = JSON.parse(readFileSync(path.join(folder, "r.json"), "utf8")) as { counts: Record<string, unknown> };
    for (const name of ["added", "changed", "removed", "unchanged", "total", "warnings", "errors"]) {
      expect([name, report.counts[name]]).toEqual([name, printed[name]]);
    }
    expect((await kefu(["kb", "ingest", "-o", "r.json"], { cwd: folder })).code).toBe(2);
  });

  it("writes nothing but the report with --dry-run", async () => {
    const folder = await workspace();
    writeFileSync(path.join(folder, "a.csv"), NEW);
    const before = stateOf(folder);
    expect((await kefu(["kb", "ingest", "--dry-run", "-o", "r.md"], { cwd: folder })).code).toBe(0);
    expect(readFileSync(path.join(folder, "r.md"), "utf8")).toContain("~~3~~**5**");
    expect(stateOf(folder)).toEqual(before);
    const fresh = tempFolder();
    writeFileSync(path.join(fresh, "kefu.yaml"), "version: 1\nname: t\nkb:\n  sources: [a.csv]\n");
    writeFileSync(path.join(fresh, "a.csv"), GOOD);
    await kefu(["kb", "ingest", "--dry-run"], { cwd: fresh });
    expect(existsSync(path.join(fresh, ".kefu"))).toBe(false);
  });
});

describe("kb.mappings", () => {
  it("name the columns of a file, and leave others out", async () => {
    const folder = await workspace();
    writeFileSync(path.join(folder, "old.csv"), "甲,乙\n问题一是什么,答案一\n");
    writeFileSync(path.join(folder, "words.csv"), "甲,乙\n一,二\n");
    const run = await kefu(["kb", "ingest", "old.csv"], { cwd: folder });
    expect(run.stderr).toContain("    - files: old.csv\n      columns:   # A 甲 | B 乙\n");
    writeFileSync(
      path.join(folder, "kefu.yaml"),
      "version: 1\nname: t\nkb:\n  sources: [a.csv, old.csv, words.csv]\n  mappings:\n    - {files: old.csv, columns: {question: 甲, answer: 乙}}\n    - {files: words.csv, skip: true}\n",
    );
    const mapped = await kefu(["kb", "ingest", "--json"], { cwd: folder });
    expect(mapped.code, mapped.stderr).toBe(0);
    expect(JSON.parse(mapped.stdout)).toMatchObject({ added: 1, total: 3 });
  });
});

describe("kefu kb ingest --watch", () => {
  it("ingests what changes, outlives a bad file, and ends at Ctrl-C with 130", async () => {
    const folder = await workspace();
    const bin = path.join(root, "bin", "kefu.js");
    const args = [bin, "kb", "ingest", "--watch", "--poll", "0.1", "--json"];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: environment(),
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<unknown> => JSON.parse((await lines.next()).value as string);
    const write = (text: string): void => writeFileSync(path.join(folder, "a.csv"), text);
    expect(await next()).toMatchObject({ event: "ingest", files: [], added: 0, unchanged: 2 });
    write(NEW);
    expect(await next()).toMatchObject({ event: "ingest", files: ["a.csv"], added: 1, changed: 1, removed: 1 });
    write("甲,乙\n一,二\n三,四\n五,六\n");
    expect(await next()).toMatchObject({ event: "failed", error: { exitCode: 3 } });
    write(GOOD);
    expect(await next()).toMatchObject({ event: "ingest", added: 1, changed: 1, removed: 1 });
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  }, 60_000);
});
