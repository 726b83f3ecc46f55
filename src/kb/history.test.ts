import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../adapters/files.js";
import { KefuError } from "../messages/errors.js";
import type { FilePort } from "../workspace/ports.js";
import { listRuns, restoreRun } from "./history.js";
import { removeSources } from "./remove.js";
import { KbFolder, hashEmbedder } from "../../test/support/kb-folder.js";
import type { Embedder } from "../embed/embedder.js";
import { openKbStore } from "../adapters/kb-store-libsql.js";
import type { IngestPorts } from "./ingest/ports.js";

let base: string;
let kb: KbFolder;

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), "kefu-history-"));
  kb = new KbFolder(base);
});

afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

const restore = (run: number, ports: IngestPorts = kb.ports()) => restoreRun(ports, kb.options(), run);

const remove = (...names: string[]) =>
  removeSources(kb.ports(), { ...kb.options(), sources: ["faq/"], cwd: kb.root }, names);

const counts = (report: { added: readonly unknown[]; changed: readonly unknown[]; removed: readonly unknown[] }) => [
  report.added.length,
  report.changed.length,
  report.removed.length,
];

describe("restoreRun", () => {
  it("goes back to any run, and forth again", async () => {
    kb.table("faq/a.csv", "A1:一", "A2:二");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:改", "A3:三");
    kb.table("faq/b.csv", "B1:甲");
    await kb.ingest();
    const report = await restore(1);
    expect(counts(report)).toEqual([1, 1, 2]);
    expect(report).toMatchObject({
      of: 1,
      written: true,
      generation: 3,
      total: 2,
      sources: ["faq/a.csv", "faq/b.csv"],
    });
    expect(await kb.served()).toEqual(["A1:一", "A2:二"]);
    expect(counts(await restore(2))).toEqual([2, 1, 1]);
    expect(await kb.served()).toEqual(["A1:改", "A3:三", "B1:甲"]);
    const { runs } = await listRuns(kb.ports(), kb.layout.store, 9);
    expect(runs.map(({ generation, kind, of, total }) => [generation, kind, of, total])).toEqual([
      [4, "restore", 2, 3],
      [3, "restore", 1, 2],
      [2, "ingest", undefined, 3],
      [1, "ingest", undefined, 2],
    ]);
  });

  it("leaves the sources to the next ingest, which takes them up and says so", async () => {
    kb.table("faq/a.csv", "A1:一");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:改");
    await kb.ingest();
    await restore(1);
    expect(await kb.ingest()).toMatchObject({ afterRestore: true, changed: [{ id: "A1" }] });
    expect(await kb.served()).toEqual(["A1:改"]);
    await restore(1);
    kb.table("faq/a.csv", "A1:一");
    expect(await kb.ingest()).toMatchObject({ written: false, afterRestore: false });
  });

  it("does nothing for the last run, and with dryRun shows what it would do", async () => {
    kb.table("faq/a.csv", "A1:一");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:改");
    await kb.ingest();
    expect(await restore(2)).toMatchObject({ written: false, generation: 2 });
    const plan = await restoreRun(kb.ports(), { ...kb.options(), dryRun: true }, 1);
    expect(plan).toMatchObject({ written: false, changed: [{ id: "A1", where: { file: "faq/a.csv", row: 2 } }] });
    expect(await kb.served()).toEqual(["A1:改"]);
  });

  it("keeps as many runs as it is told to, and refuses others", async () => {
    for (const text of ["一", "二", "三", "四"]) {
      kb.table("faq/a.csv", `A1:${text}`);
      await kb.ingest({ keep: 2 });
    }
    await expect(restore(2)).rejects.toMatchObject({
      kind: "usage",
      key: "kb.restore.unknown",
      params: { run: 2, first: 3, last: 4 },
    });
    await restore(3);
    expect(await kb.served()).toEqual(["A1:三"]);
  });

  it("has the same index bytes as the run had, once merged", async () => {
    kb.table("faq/a.csv", "A1:一", "A2:二");
    await kb.ingest();
    const before = kb.segments();
    kb.table("faq/a.csv", "A9:九");
    await kb.ingest({ compact: true });
    await restore(1);
    await kb.ingest({ compact: true, sources: [] });
    expect(await kb.served()).toEqual(["A9:九"]);
    await restore(1);
    expect(await kb.served()).toEqual(["A1:一", "A2:二"]);
    expect(kb.segments()).toEqual(before);
  });

  it("embeds nothing again where embedding costs", async () => {
    const embedder = hashEmbedder("d1", true);
    kb.table("faq/a.csv", "A1:一", "A2:二");
    await kb.ingest({}, { embedder });
    kb.table("faq/a.csv", "A1:改", "A2:二");
    await kb.ingest({}, { embedder });
    await restoreRun(kb.ports({ embedder }), kb.options(), 1);
    expect(embedder.embedded).toHaveLength(2);
  });
});

describe("removeSources", () => {
  beforeEach(async () => {
    kb.table("faq/a.csv", "A1:一");
    kb.table("faq/b.csv", "B1:甲", "B2:乙");
    kb.table("more/x.csv", "X1:加");
    await kb.ingest();
    await kb.ingest({ sources: ["more/x.csv"] });
  });

  it("takes the entries of a source out for good", async () => {
    const report = await remove("more/x.csv");
    expect(report).toMatchObject({ written: true, total: 3, sources: ["more/x.csv"], listed: [] });
    expect(report.removed).toMatchObject([{ id: "X1", where: { file: "more/x.csv", row: 2 } }]);
    expect(await kb.ingest()).toMatchObject({ written: false });
    expect(await kb.served()).toEqual(["A1:一", "B1:甲", "B2:乙"]);
  });

  it.each([[["faq"]], [["faq/*.csv"]], [["faq/a.csv", "faq/b.csv"]]])(
    "takes %s, and says what would come back",
    async (names) => {
      expect(await remove(...names)).toMatchObject({
        sources: ["faq/a.csv", "faq/b.csv"],
        listed: ["faq/a.csv", "faq/b.csv"],
      });
      expect(await kb.served()).toEqual(["X1:加"]);
      expect(await kb.ingest()).toMatchObject({ written: true });
      expect(await kb.served()).toHaveLength(4);
    },
  );

  it("can be taken back, and refuses what it does not know", async () => {
    await remove("faq/b.csv");
    await restore(2);
    expect(await kb.served()).toHaveLength(4);
    await expect(remove("faq/none.csv")).rejects.toMatchObject({ kind: "input", key: "kb.remove.unknown" });
  });
});

describe("an index in any order of its sources", () => {
  it("has the same bytes after a merge", async () => {
    const names = ["faq/a.csv", "faq/b.csv", "faq/c.md", "faq/d.csv"];
    const make = (folder: KbFolder, name: string, draft: boolean): void => {
      const id = name.slice(4, 5).toUpperCase();
      if (name.endsWith(".md")) folder.write(name, `## ${id}怎么办？\n${draft ? "草稿" : "答案"}。\n`);
      else folder.table(name, `${id}1:${draft ? "旧" : "新"}`, `${id}2:二`, ...(draft ? [`${id}3:三`] : []));
    };
    const orders = fc.shuffledSubarray(names, { minLength: names.length });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(orders, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), async (order, drafts) => {
        const folder = new KbFolder(mkdtempSync(path.join(base, "w-")));
        for (const [at, name] of order.entries()) {
          make(folder, name, drafts[at]!);
          await folder.ingest({ sources: [name] });
        }
        for (const name of order) make(folder, name, false);
        await folder.ingest({ compact: true });
        seen.add(folder.segments().join());
      }),
      { numRuns: 8, seed: 3 },
    );
    expect(seen.size).toBe(1);
    expect([...seen][0]).not.toContain(",");
  });
});

/** A file port whose n-th change fails as a full disk or a forbidden folder does. */
function failing(
  step: number,
  key: "common.file.no-space" | "common.file.unwritable",
): { files: FilePort; failed: () => boolean } {
  let count = 0;
  let failed = false;
  const fail = (file: string): void => {
    if (++count !== step) return;
    failed = true;
    throw new KefuError("unavailable", key, { path: file, reason: "injected" });
  };
  const files: FilePort = {
    ...nodeFiles,
    readText: (file) => nodeFiles.readText(file),
    read: (file) => nodeFiles.read(file),
    async writeAtomic(file, bytes) {
      fail(file);
      await nodeFiles.writeAtomic(file, bytes);
    },
    async remove(file) {
      fail(file);
      await nodeFiles.remove(file);
    },
  };
  return { files, failed: () => failed };
}

describe.each(["common.file.no-space", "common.file.unwritable"] as const)("a write that fails (%s)", (key) => {
  const run: Record<string, (ports: IngestPorts) => Promise<unknown>> = {
    ingest: (ports) => kb.ingest({ compact: true }, ports),
    restore: (ports) => restore(1, ports),
  };

  it.each(Object.keys(run))("leaves %s undone or done at every step, and it can be done again", async (name) => {
    const before = ["A1:一", "A2:二"];
    const after = name === "ingest" ? ["A1:改", "A2:二", "B1:甲"] : ["A1:零"];
    for (let step = 1; ; step++) {
      kb = new KbFolder(mkdtempSync(path.join(base, "w-")));
      kb.table("faq/a.csv", "A1:零");
      await kb.ingest();
      kb.table("faq/a.csv", "A1:一", "A2:二");
      await kb.ingest();
      if (name === "ingest") {
        kb.table("faq/a.csv", "A1:改", "A2:二");
        kb.table("faq/b.csv", "B1:甲");
      }
      const { files, failed } = failing(step, key);
      const ended = await run[name]!(kb.ports({ files })).then(
        () => "done",
        (thrown: unknown) => (thrown as KefuError).key,
      );
      if (!failed()) break;
      expect([key, "done"]).toContain(ended);
      expect([before, after]).toContainEqual(await kb.served());
      await run[name]!(kb.ports());
      expect(await kb.served()).toEqual(after);
      expect(readFileSync(kb.layout.manifest, "utf8")).toBe(await storedManifest());
    }
  });

  it("of the store leaves the last good state and nothing aside", async () => {
    kb.table("faq/a.csv", "A1:一");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:改");
    for (const method of ["stage", "commit"] as const) {
      const openStore = async (file: string) => {
        const store = await openKbStore(file);
        store[method] = () => Promise.reject(new KefuError("unavailable", key, { path: file, reason: "injected" }));
        return store;
      };
      await expect(kb.ingest({}, { openStore })).rejects.toMatchObject({ kind: "unavailable", key });
      expect(await kb.served()).toEqual(["A1:一"]);
      expect(await kb.segmentFiles()).toHaveLength(1);
    }
    await kb.ingest();
    expect(await kb.served()).toEqual(["A1:改"]);
  });

  async function storedManifest(): Promise<string | undefined> {
    const store = await openKbStore(kb.layout.store);
    const { manifest } = await store.state();
    await store.close();
    return manifest;
  }
});

describe("vectors of a costly encoder", () => {
  it("are made once a text, kept for the history, and dropped at a merge when no entry has the text", async () => {
    const embedder = hashEmbedder("d1", true);
    const ingest = (compact = false) => kb.ingest({ keep: 1, compact }, { embedder: embedder as Embedder });
    kb.write("faq/a.csv", "知识ID,标准问,答案\nA1,甲问题,一\nA2,乙问题,二\n");
    await ingest();
    kb.write("faq/a.csv", "知识ID,标准问,答案\nA1,甲问题,改\nA2,乙问题,二\n");
    await ingest();
    expect(embedder.embedded).toEqual(["甲问题", "乙问题"]);
    kb.write("faq/a.csv", "知识ID,标准问,答案\nA1,丙问题,改\nA2,乙问题,二\n");
    await ingest(true);
    expect(embedder.embedded).toEqual(["甲问题", "乙问题", "丙问题"]);
    const store = await openKbStore(kb.layout.store);
    const kept = ["甲问题", "乙问题", "丙问题"].map((text) => store.vectorCache("d1").get(text) !== undefined);
    await store.close();
    expect(kept).toEqual([false, true, true]);
  });
});
