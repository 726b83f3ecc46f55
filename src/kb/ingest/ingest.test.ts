import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IngestReport } from "./ingest.js";
import { KbFolder } from "../../../test/support/kb-folder.js";

let kb: KbFolder;

beforeEach(() => {
  kb = new KbFolder(mkdtempSync(path.join(tmpdir(), "kefu-ingest-")));
});

afterEach(() => {
  rmSync(kb.root, { recursive: true, force: true });
});

const counts = ({ added, changed, removed, unchanged, total }: IngestReport): number[] => [
  ...[added.length, changed.length, removed.length],
  ...[unchanged, total],
];

describe("runIngest", () => {
  it("adds, changes and removes entries of changed sources, and reads only those", async () => {
    kb.table("faq/a.csv", "A1:一", "A2:二", "A3:三");
    kb.table("faq/b.csv", "B1:甲");
    expect(counts(await kb.ingest())).toEqual([4, 0, 0, 0, 4]);
    kb.table("faq/a.csv", "A1:一", "A2:改", "A4:四");
    const report = await kb.ingest();
    expect(counts(report)).toEqual([1, 1, 1, 2, 4]);
    expect(report.sources).toEqual({ read: ["faq/a.csv"], skipped: ["faq/b.csv"], removed: [] });
    expect(report.changed).toMatchObject([{ id: "A2", where: { file: "faq/a.csv", row: 3 } }]);
    expect(report.removed).toMatchObject([{ id: "A3", where: { file: "faq/a.csv", row: 4 } }]);
    expect(await kb.served()).toEqual(["A1:一", "A2:改", "A4:四", "B1:甲"]);
  });

  it("writes nothing when nothing has changed", async () => {
    kb.table("faq/a.csv", "A1:一");
    const first = await kb.ingest();
    const report = await kb.ingest();
    expect(report).toMatchObject({ written: false, generation: first.generation });
    expect(counts(report)).toEqual([0, 0, 0, 1, 1]);
  });

  it("takes out a source that is gone, with a warning", async () => {
    kb.table("faq/a.csv", "A1:一");
    kb.table("faq/b.csv", "B1:甲");
    await kb.ingest();
    rmSync(path.join(kb.root, "faq/b.csv"));
    const report = await kb.ingest();
    expect(counts(report)).toEqual([0, 0, 1, 1, 1]);
    expect(report.issues).toMatchObject([
      { severity: "warning", key: "kb.ingest.vanished", where: { file: "faq/b.csv" } },
    ]);
    expect(await kb.served()).toEqual(["A1:一"]);
  });

  it("does not take everything out because a folder is gone", async () => {
    kb.table("faq/a.csv", "A1:一");
    kb.table("extra.csv", "X1:加");
    await kb.ingest();
    await kb.ingest({ sources: ["extra.csv"] });
    rmSync(path.join(kb.root, "faq"), { recursive: true });
    await expect(kb.ingest()).rejects.toMatchObject({
      kind: "input",
      key: "common.file.missing",
      params: { path: "faq" },
    });
    expect(await kb.served()).toEqual(["A1:一", "X1:加"]);
  });

  it("fetches nothing where nothing may be fetched", async () => {
    await expect(kb.ingest({ sources: ["https://example.com/faq.csv"] })).rejects.toMatchObject({
      kind: "input",
      key: "kb.fetch.offline",
      params: { address: "https://example.com/faq.csv" },
    });
  });

  it("touches a named source alone, and knows it from then on", async () => {
    kb.table("faq/a.csv", "A1:一");
    kb.table("more/x.csv", "X1:加");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:改");
    expect(counts(await kb.ingest({ sources: ["x.csv"], cwd: path.join(kb.root, "more") }))).toEqual([1, 0, 0, 0, 2]);
    expect(await kb.served()).toEqual(["A1:一", "X1:加"]);
    kb.table("more/x.csv", "X1:再");
    expect(counts(await kb.ingest())).toEqual([0, 2, 0, 0, 2]);
    expect(await kb.served()).toEqual(["A1:改", "X1:再"]);
    rmSync(path.join(kb.root, "more/x.csv"));
    await expect(kb.ingest({ sources: ["more/x.csv"] })).rejects.toMatchObject({ key: "common.file.missing" });
    expect(counts(await kb.ingest())).toEqual([0, 0, 1, 1, 1]);
  });

  it("remembers how a source is to be read", async () => {
    kb.write("odd.csv", "x,y\n甲问题,甲\n");
    await expect(kb.ingest({ sources: ["odd.csv"] })).rejects.toMatchObject({ key: "kb.format.unknown-columns" });
    await kb.ingest({ sources: ["odd.csv"], given: { map: { question: "x", answer: "y" } } });
    kb.write("odd.csv", "x,y\n甲问题,改\n");
    const report = await kb.ingest({ settings: { sources: [], columns: {}, locale: "zh-CN" } });
    expect(counts(report)).toEqual([0, 1, 0, 0, 1]);
  });

  it("refuses two entries of one id, wherever they stand, and changes nothing", async () => {
    kb.table("faq/a.csv", "A1:一");
    await kb.ingest();
    kb.table("faq/b.csv", "B1:甲", "A1:二");
    await expect(kb.ingest()).rejects.toMatchObject({
      kind: "input",
      key: "kb.ingest.failed",
      issues: [
        {
          severity: "error",
          key: "kb.ingest.same-id",
          where: { file: "faq/b.csv", row: 3 },
          params: { id: "A1", first: "faq/a.csv:2" },
        },
        { severity: "info", key: "kb.ingest.same-id-hint", where: { file: "faq/b.csv" } },
      ],
    });
    expect(await kb.served()).toEqual(["A1:一"]);
    kb.table("faq/a.csv", "A2:一");
    expect(counts(await kb.ingest())).toEqual([2, 1, 0, 0, 3]);
    expect(await kb.served()).toEqual(["A1:二", "A2:一", "B1:甲"]);
  });

  it("tells of all bad sources at once, and of one as it is", async () => {
    kb.write("faq/a.csv", '问题,答案\n甲,"乙\n');
    await expect(kb.ingest()).rejects.toMatchObject({
      key: "kb.format.csv-open-quote",
      where: { file: "faq/a.csv", line: 2 },
    });
    kb.write("faq/b.csv", "甲,乙\n一,二\n三,四\n");
    kb.table("faq/c.csv", "C1:一");
    const error: unknown = await kb.ingest().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: "input", key: "kb.ingest.failed", params: { errors: 2 } });
    expect((error as { issues: { key: string }[] }).issues.map(({ key }) => key)).toEqual([
      ...["kb.format.csv-open-quote", "kb.format.csv-quote-hint", "kb.format.unknown-columns", "kb.mapping.hint"],
    ]);
  });

  it("warns of an empty file in a folder, and fails where it held entries or was named", async () => {
    kb.table("faq/a.csv", "A1:一");
    kb.write("faq/empty.md", "");
    kb.write("faq/header.csv", "问题,答案\n");
    const { issues } = await kb.ingest();
    expect(issues).toEqual(
      ["faq/empty.md", "faq/header.csv"].map((file) => ({
        severity: "warning",
        key: "kb.format.empty-file",
        where: { file },
      })),
    );
    kb.write("more/new.md", "");
    await expect(kb.ingest({ sources: ["more/new.md"] })).rejects.toMatchObject({ key: "kb.format.empty" });
    kb.write("faq/a.csv", "");
    await expect(kb.ingest()).rejects.toMatchObject({ key: "kb.format.empty" });
    expect(await kb.served()).toEqual(["A1:一"]);
  });

  it("does not empty a source that held entries because its file was emptied", async () => {
    kb.write("faq/a.md", "## 怎么退款？\n三天。\n");
    kb.write("faq/readme.md", "# 说明\n");
    expect((await kb.ingest()).issues).toContainEqual({
      severity: "warning",
      key: "kb.format.no-entries",
      where: { file: "faq/readme.md" },
    });
    kb.write("faq/a.md", "# 改成了说明\n");
    await expect(kb.ingest()).rejects.toMatchObject({ kind: "input" });
    expect(await kb.served()).toHaveLength(1);
  });

  it("with strict fails on warnings before anything is written, also on those of sources that have not changed", async () => {
    kb.write("faq/a.csv", "知识ID,标准问,答案\nA1,A1的问题？,一\nA2,没有答案,\n");
    await kb.ingest();
    await expect(kb.ingest({ strict: true })).rejects.toMatchObject({
      kind: "findings",
      key: "kb.ingest.strict",
      issues: [{ key: "kb.format.no-answer" }],
    });
    kb.table("faq/a.csv", "A1:一");
    expect((await kb.ingest({ strict: true })).written).toBe(true);
  });

  it("with dryRun shows the plan, takes no lock, and leaves no trace", async () => {
    kb.table("faq/a.csv", "A1:一");
    const locks = { acquire: () => Promise.reject(new Error("no lock is wanted")) };
    const report = await kb.ingest({ dryRun: true }, { locks });
    expect(counts(report)).toEqual([1, 0, 0, 0, 1]);
    expect(report).toMatchObject({ dryRun: true, written: false });
    expect(readdirSync(kb.root)).toEqual(["faq"]);
  });

  it("stops at a signal with nothing changed", async () => {
    kb.table("faq/a.csv", "A1:一");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:改");
    const abort = new AbortController();
    const onProgress = (): void => abort.abort();
    await expect(kb.ingest({ signal: abort.signal, onProgress })).rejects.toMatchObject({ kind: "interrupted" });
    expect(await kb.served()).toEqual(["A1:一"]);
  });
});
