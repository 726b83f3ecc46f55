import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../adapters/files.js";
import { openKbStore } from "../../adapters/kb-store-libsql.js";
import type { FilePort } from "../../workspace/ports.js";
import { checkIntact } from "../index/check-intact.js";
import { openIndex } from "../index/kb-index.js";
import type { KbIndex } from "../index/kb-index.js";
import { parseManifest } from "../index/manifest.js";
import type { IngestReport } from "./ingest.js";
import type { IngestOptions, IngestPorts } from "./ports.js";
import { KbFolder, hashEmbedder } from "../../../test/support/kb-folder.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "kefu-ingest-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const options = (more: Partial<IngestOptions> = {}): IngestOptions => new KbFolder(root).options(more);

const ingest = (more: Partial<IngestOptions> = {}, otherPorts: Partial<IngestPorts> = {}): Promise<IngestReport> =>
  new KbFolder(root).ingest(more, otherPorts);

const write = (file: string, text: string): void => new KbFolder(root).write(file, text);

/** A csv with one row an entry, `id:answer`. */
function csv(...entries: readonly string[]): string {
  const rows = entries.map((entry) => entry.split(":")).map(([id, answer]) => `${id},${id}的问题？,${answer}`);
  return `知识ID,标准问,答案\n${rows.join("\n")}\n`;
}

async function readIndex(embedder = hashEmbedder()): Promise<KbIndex> {
  const { layout } = options();
  const manifest = parseManifest(readFileSync(layout.manifest, "utf8"), layout.manifest);
  return openIndex(manifest, async ({ file }) => readFileSync(path.join(layout.index, file)), embedder.info);
}

/** What readers see: `id:answer`, by id. */
async function served(embedder?: ReturnType<typeof hashEmbedder>): Promise<string[]> {
  const entries = [...(await readIndex(embedder)).entries()];
  return entries.map(({ id, answers }) => `${id}:${answers[0]!.text}`).sort();
}

const counts = ({ added, changed, removed, unchanged, total }: IngestReport): number[] => [
  ...[added.length, changed.length, removed.length],
  ...[unchanged, total],
];

const segmentFiles = (): string[] => readdirSync(options().layout.index).filter((name) => name.endsWith(".kseg"));

describe("runIngest", () => {
  it("adds, changes and removes entries of changed sources, and reads only those", async () => {
    write("faq/a.csv", csv("A1:一", "A2:二", "A3:三"));
    write("faq/b.csv", csv("B1:甲"));
    expect(counts(await ingest())).toEqual([4, 0, 0, 0, 4]);
    write("faq/a.csv", csv("A1:一", "A2:改", "A4:四"));
    const report = await ingest();
    expect(counts(report)).toEqual([1, 1, 1, 2, 4]);
    expect(report.sources).toEqual({ read: ["faq/a.csv"], skipped: ["faq/b.csv"], removed: [] });
    expect(report.changed).toMatchObject([{ id: "A2", where: { file: "faq/a.csv", row: 3 } }]);
    expect(report.removed).toMatchObject([{ id: "A3", where: { file: "faq/a.csv", row: 4 } }]);
    expect(await served()).toEqual(["A1:一", "A2:改", "A4:四", "B1:甲"]);
  });

  it("writes nothing when nothing has changed", async () => {
    write("faq/a.csv", csv("A1:一"));
    const first = await ingest();
    const report = await ingest();
    expect(report).toMatchObject({ written: false, generation: first.generation });
    expect(counts(report)).toEqual([0, 0, 0, 1, 1]);
  });

  it("takes out a source that is gone, with a warning", async () => {
    write("faq/a.csv", csv("A1:一"));
    write("faq/b.csv", csv("B1:甲"));
    await ingest();
    rmSync(path.join(root, "faq/b.csv"));
    const report = await ingest();
    expect(counts(report)).toEqual([0, 0, 1, 1, 1]);
    expect(report.issues).toMatchObject([
      { severity: "warning", key: "kb.ingest.vanished", where: { file: "faq/b.csv" } },
    ]);
    expect(await served()).toEqual(["A1:一"]);
  });

  it("does not take everything out because a folder is gone", async () => {
    write("faq/a.csv", csv("A1:一"));
    write("extra.csv", csv("X1:加"));
    await ingest();
    await ingest({ sources: ["extra.csv"] });
    rmSync(path.join(root, "faq"), { recursive: true });
    await expect(ingest()).rejects.toMatchObject({
      kind: "input",
      key: "common.file.missing",
      params: { path: "faq" },
    });
    expect(await served()).toEqual(["A1:一", "X1:加"]);
  });

  it("fetches nothing where nothing may be fetched", async () => {
    await expect(ingest({ sources: ["https://example.com/faq.csv"] })).rejects.toMatchObject({
      kind: "input",
      key: "kb.fetch.offline",
      params: { address: "https://example.com/faq.csv" },
    });
  });

  it("touches a named source alone, and knows it from then on", async () => {
    write("faq/a.csv", csv("A1:一"));
    write("more/x.csv", csv("X1:加"));
    await ingest();
    write("faq/a.csv", csv("A1:改"));
    expect(counts(await ingest({ sources: ["x.csv"], cwd: path.join(root, "more") }))).toEqual([1, 0, 0, 0, 2]);
    expect(await served()).toEqual(["A1:一", "X1:加"]);
    write("more/x.csv", csv("X1:再"));
    expect(counts(await ingest())).toEqual([0, 2, 0, 0, 2]);
    expect(await served()).toEqual(["A1:改", "X1:再"]);
    rmSync(path.join(root, "more/x.csv"));
    await expect(ingest({ sources: ["more/x.csv"] })).rejects.toMatchObject({ key: "common.file.missing" });
    expect(counts(await ingest())).toEqual([0, 0, 1, 1, 1]);
  });

  it("remembers how a source is to be read", async () => {
    write("odd.csv", "x,y\n甲问题,甲\n");
    await expect(ingest({ sources: ["odd.csv"] })).rejects.toMatchObject({ key: "kb.format.unknown-columns" });
    await ingest({ sources: ["odd.csv"], given: { map: { question: "x", answer: "y" } } });
    write("odd.csv", "x,y\n甲问题,改\n");
    const report = await ingest({ settings: { sources: [], columns: {}, locale: "zh-CN" } });
    expect(counts(report)).toEqual([0, 1, 0, 0, 1]);
  });

  it("refuses two entries of one id, wherever they stand, and changes nothing", async () => {
    write("faq/a.csv", csv("A1:一"));
    await ingest();
    write("faq/b.csv", csv("B1:甲", "A1:二"));
    await expect(ingest()).rejects.toMatchObject({
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
    expect(await served()).toEqual(["A1:一"]);
    write("faq/a.csv", csv("A2:一"));
    expect(counts(await ingest())).toEqual([2, 1, 0, 0, 3]);
    expect(await served()).toEqual(["A1:二", "A2:一", "B1:甲"]);
  });

  it("tells of all bad sources at once, and of one as it is", async () => {
    write("faq/a.csv", '问题,答案\n甲,"乙\n');
    await expect(ingest()).rejects.toMatchObject({
      key: "kb.format.csv-open-quote",
      where: { file: "faq/a.csv", line: 2 },
    });
    write("faq/b.csv", "甲,乙\n一,二\n三,四\n");
    write("faq/c.csv", csv("C1:一"));
    const error: unknown = await ingest().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: "input", key: "kb.ingest.failed", params: { errors: 2 } });
    expect((error as { issues: { key: string }[] }).issues.map(({ key }) => key)).toEqual([
      ...["kb.format.csv-open-quote", "kb.format.csv-quote-hint", "kb.format.unknown-columns", "kb.mapping.hint"],
    ]);
  });

  it("warns of an empty file in a folder, and fails where it held entries or was named", async () => {
    write("faq/a.csv", csv("A1:一"));
    write("faq/empty.md", "");
    write("faq/header.csv", "问题,答案\n");
    const { issues } = await ingest();
    expect(issues).toEqual(
      ["faq/empty.md", "faq/header.csv"].map((file) => ({
        severity: "warning",
        key: "kb.format.empty-file",
        where: { file },
      })),
    );
    write("more/new.md", "");
    await expect(ingest({ sources: ["more/new.md"] })).rejects.toMatchObject({ key: "kb.format.empty" });
    write("faq/a.csv", "");
    await expect(ingest()).rejects.toMatchObject({ key: "kb.format.empty" });
    expect(await served()).toEqual(["A1:一"]);
  });

  it("does not empty a source that held entries because its file was emptied", async () => {
    write("faq/a.md", "## 怎么退款？\n三天。\n");
    write("faq/readme.md", "# 说明\n");
    expect((await ingest()).issues).toContainEqual({
      severity: "warning",
      key: "kb.format.no-entries",
      where: { file: "faq/readme.md" },
    });
    write("faq/a.md", "# 改成了说明\n");
    await expect(ingest()).rejects.toMatchObject({ kind: "input" });
    expect(await served()).toHaveLength(1);
  });

  it("with strict fails on warnings before anything is written, also on those of sources that have not changed", async () => {
    write("faq/a.csv", `${csv("A1:一")}A2,没有答案,\n`);
    await ingest();
    await expect(ingest({ strict: true })).rejects.toMatchObject({
      kind: "findings",
      key: "kb.ingest.strict",
      issues: [{ key: "kb.format.no-answer" }],
    });
    write("faq/a.csv", csv("A1:一"));
    expect((await ingest({ strict: true })).written).toBe(true);
  });

  it("with dryRun shows the plan, takes no lock, and leaves no trace", async () => {
    write("faq/a.csv", csv("A1:一"));
    const locks = { acquire: () => Promise.reject(new Error("no lock is wanted")) };
    const report = await ingest({ dryRun: true }, { locks });
    expect(counts(report)).toEqual([1, 0, 0, 0, 1]);
    expect(report).toMatchObject({ dryRun: true, written: false });
    expect(readdirSync(root)).toEqual(["faq"]);
  });

  it("stops at a signal with nothing changed", async () => {
    write("faq/a.csv", csv("A1:一"));
    await ingest();
    write("faq/a.csv", csv("A1:改"));
    const abort = new AbortController();
    const onProgress = (): void => abort.abort();
    await expect(ingest({ signal: abort.signal, onProgress })).rejects.toMatchObject({ kind: "interrupted" });
    expect(await served()).toEqual(["A1:一"]);
  });
});

describe("the index after many runs", () => {
  it("is the same in bytes after compact, whatever the history", async () => {
    write("faq/a.csv", csv("A1:一", "A2:二"));
    await ingest();
    write("faq/b.csv", csv("B1:甲", "B2:乙"));
    await ingest();
    write("faq/a.csv", csv("A2:改", "A3:三"));
    await ingest();
    await ingest({ compact: true });
    const [merged] = segmentFiles().filter((name) => JSON.stringify(manifestFiles()).includes(name));
    expect(manifestFiles()).toHaveLength(1);
    rmSync(path.join(root, ".kefu"), { recursive: true });
    await ingest();
    expect(manifestFiles()).toEqual([merged]);
    expect((await ingest({ compact: true })).written).toBe(false);
  });

  const manifestFiles = (): string[] =>
    parseManifest(readFileSync(options().layout.manifest, "utf8"), "manifest").segments.map(({ file }) => file);

  it("is merged when it has many segments, and stale files go", async () => {
    for (let n = 0; n < 12; n++) {
      write(`faq/${n}.csv`, csv(`N${n}:第${n}`));
      await ingest();
      expect(manifestFiles().length).toBeLessThanOrEqual(8);
    }
    expect(await served()).toHaveLength(12);
    write("faq/0.csv", csv("N0:改"));
    await ingest({ compact: true });
    await ingest();
    write("faq/0.csv", csv("N0:又"));
    await ingest({ compact: true });
    // The files of the manifest before this one stay, for readers that have just read it.
    expect(segmentFiles().length).toBeLessThanOrEqual(2);
    expect((await served())[0]).toBe("N0:又");
  });

  it("places entries right: a change after a merge takes out the old ones and no others", async () => {
    write("faq/a.csv", csv("A1:一", "A2:二", "A3:三"));
    write("faq/b.csv", csv("B1:甲", "B2:乙"));
    await ingest();
    write("faq/a.csv", csv("A3:三", "A1:改"));
    await ingest({ compact: true });
    write("faq/b.csv", csv("B2:改"));
    await ingest();
    write("faq/a.csv", csv("A1:又"));
    await ingest();
    expect(await served()).toEqual(["A1:又", "B2:改"]);
    const { size } = await readIndex();
    expect(size).toEqual({ entries: 2, questions: 2 });
  });

  it("is made anew for another encoder, or where its files are gone, without reading sources again", async () => {
    write("faq/a.csv", csv("A1:一"));
    await ingest();
    const other = hashEmbedder("d2");
    const report = await ingest({}, { embedder: other });
    expect(report).toMatchObject({ written: true, sources: { read: [], skipped: ["faq/a.csv"] } });
    expect(await served(other)).toEqual(["A1:一"]);
    rmSync(options().layout.index, { recursive: true });
    expect((await ingest({}, { embedder: other })).generation).toBeGreaterThan(report.generation);
    expect(await served(other)).toEqual(["A1:一"]);
  });

  it("is made anew where one bit of a segment has flipped", async () => {
    write("faq/a.csv", csv("A1:一", "A2:二"));
    await ingest();
    const [name] = segmentFiles();
    const file = path.join(options().layout.index, name!);
    const bytes = readFileSync(file);
    bytes[bytes.length - 40]! ^= 1;
    writeFileSync(file, bytes);
    const hurt = await readIndex();
    expect(() => checkIntact(hurt)).toThrow(expect.objectContaining({ kind: "input", key: "kb.index.damaged" }));
    expect(await ingest()).toMatchObject({ written: true, rebuilt: true, sources: { read: [] } });
    const whole = await readIndex();
    expect(() => checkIntact(whole)).not.toThrow();
    expect(await served()).toEqual(["A1:一", "A2:二"]);
  });

  it("is made anew where another version of the program has made a segment, whole as it is", async () => {
    write("faq/a.csv", csv("A1:一"));
    await ingest();
    expect(await ingest()).toMatchObject({ written: false, rebuilt: false });
    const files: FilePort = {
      ...nodeFiles,
      open: async (file) => {
        const source = await nodeFiles.open(file);
        const readInto = (target: Uint8Array, offset: number): number => {
          const count = source.readInto(target, offset);
          // The number of the version.
          if (offset <= 8 && offset + count > 8) target[8 - offset] = 1;
          return count;
        };
        return { ...source, size: source.size, readInto, close: () => source.close() };
      },
    };
    expect(await ingest({ dryRun: true }, { files })).toMatchObject({ written: false, rebuilt: true });
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, 100)],
    ["of another version", (text: string) => text.replace('"version": 1', '"version": 99')],
  ])("is made anew, and the report says so, where the manifest is %s", async (_, spoil) => {
    write("faq/a.csv", csv("A1:一"));
    expect((await ingest()).rebuilt).toBe(false);
    const { manifest } = options().layout;
    writeFileSync(manifest, spoil(readFileSync(manifest, "utf8")));
    expect(await ingest({ dryRun: true })).toMatchObject({ written: false, rebuilt: true });
    await expect(served()).rejects.toThrow();
    expect(await ingest()).toMatchObject({ written: true, rebuilt: true });
    expect(await served()).toEqual(["A1:一"]);
    expect(await ingest()).toMatchObject({ written: false, rebuilt: false });
  });

  it("is made anew where the store is gone, and readers see no older generation", async () => {
    write("faq/a.csv", csv("A1:一"));
    await ingest();
    write("faq/a.csv", csv("A1:改"));
    const { generation } = await ingest();
    for (const name of readdirSync(path.join(root, ".kefu"))) {
      if (name.startsWith("kb.db")) rmSync(path.join(root, ".kefu", name));
    }
    expect((await ingest()).generation).toBe(generation + 1);
    expect(await served()).toEqual(["A1:改"]);
  });

  it("embeds a text once where embedding costs", async () => {
    const embedder = hashEmbedder("d1", true);
    write("faq/a.csv", csv("A1:一", "A2:二"));
    await ingest({}, { embedder });
    write("faq/a.csv", csv("A1:改", "A2:二", "A3:三"));
    await ingest({}, { embedder });
    expect(embedder.embedded).toEqual(["A1的问题？", "A2的问题？", "A3的问题？"]);
  });
});

describe("a run that is killed", () => {
  class Killed extends Error {}

  /** Ports that work until the step of that number, and die in it: before it has an effect, or just after. */
  function dying(step: number, effect: boolean): { more: Partial<IngestPorts>; steps: () => number } {
    let count = 0;
    const may = async <T>(work: () => Promise<T>): Promise<T> => {
      const dies = ++count === step;
      if (dies && !effect) throw new Killed();
      const result = await work();
      if (dies) throw new Killed();
      return result;
    };
    const files: FilePort = {
      ...nodeFiles,
      read: (file) => nodeFiles.read(file),
      readText: (file) => nodeFiles.readText(file),
      writeAtomic: (file, bytes) => may(() => nodeFiles.writeAtomic(file, bytes)),
      remove: (file) => may(() => nodeFiles.remove(file)),
    };
    const openStore = async (file: string) => {
      const store = await openKbStore(file);
      const commit = store.commit.bind(store);
      store.commit = (change) => may(() => commit(change));
      return store;
    };
    return { more: { files, openStore }, steps: () => count };
  }

  const before = ["A1:一", "A2:二", "B1:甲"];
  const after = ["A1:改", "A3:三", "B1:甲", "C1:新"];

  async function prepare(): Promise<void> {
    write("faq/a.csv", csv("A1:零", "A2:二"));
    write("faq/b.csv", csv("B1:甲"));
    await ingest();
    write("faq/a.csv", csv("A1:一", "A2:二"));
    await ingest({ compact: true });
    expect(await served()).toEqual(before);
    write("faq/a.csv", csv("A1:改", "A3:三"));
    write("faq/c.csv", csv("C1:新"));
  }

  it.each([true, false])(
    "leaves the state before or after, and the next run completes it (compact: %s)",
    async (compact) => {
      await prepare();
      const { more, steps } = dying(Infinity, false);
      await ingest({ compact }, more);
      expect(steps()).toBeGreaterThanOrEqual(3);
      const seen = new Set<string>();
      for (let step = 1; step <= steps(); step++) {
        for (const effect of [false, true]) {
          rmSync(path.join(root, ".kefu"), { recursive: true });
          rmSync(path.join(root, "faq"), { recursive: true });
          await prepare();
          await expect(ingest({ compact }, dying(step, effect).more)).rejects.toBeInstanceOf(Killed);
          const state = await served();
          expect([before, after]).toContainEqual(state);
          seen.add(state.join());
          await ingest({ compact });
          expect(await served()).toEqual(after);
        }
      }
      expect(seen.size).toBe(2);
    },
  );
});
