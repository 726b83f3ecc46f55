import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FaqEntry } from "../kb/entry.js";
import type { StoreChange } from "../kb/store.js";
import { openKbStore } from "./kb-store-libsql.js";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kefu-store-"));
  file = path.join(folder, ".kefu", "kb.db");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function entry(id: string, source: string, row = 2): FaqEntry {
  return {
    ...{
      id,
      category: "",
      question: `${id}？`,
      similar: [],
      related: [],
      negative: [],
      effective: {},
      status: "online",
    },
    ...{ answers: [{ text: "答", format: "text", links: [] }], tags: {}, hash: `h-${id}` },
    source: { file: source, row },
  };
}

function change(
  generation: number,
  file: string,
  ids: readonly string[],
  more: Partial<StoreChange> = {},
): StoreChange {
  return {
    generation,
    manifest: `manifest ${generation}`,
    removed: [file],
    sources: [
      {
        file,
        fingerprint: `f${generation}`,
        origin: "config",
        options: { idField: "编号" },
        entries: ids.length,
        skipped: 1,
        warnings: 2,
      },
    ],
    entries: ids.map((id, ordinal) => ({ entry: entry(id, file), segment: `seg-${generation}`, ordinal })),
    moved: [],
    run: {
      generation,
      at: "2026-06-01T09:00:00+08:00",
      added: ids.length,
      changed: 0,
      removed: 0,
      unchanged: 0,
      sources: [file],
    },
    ...more,
  };
}

describe("the libsql store", () => {
  it("keeps what was committed, and replaces a source whole", async () => {
    const store = await openKbStore(file);
    expect(await store.state()).toEqual({ generation: 0, manifest: undefined });
    await store.commit(change(1, "a.csv", ["A1", "A2"]));
    await store.commit(change(2, "b.csv", ["B1"], { moved: [{ id: "A1", segment: "seg-2", ordinal: 7 }] }));
    await store.commit(change(3, "a.csv", ["A2", "A3"]));
    await store.close();
    const again = await openKbStore(file);
    expect(await again.state()).toEqual({ generation: 3, manifest: "manifest 3" });
    expect((await again.keys()).map(({ id, segment, ordinal }) => [id, segment, ordinal])).toEqual([
      ["A2", "seg-3", 0],
      ["A3", "seg-3", 1],
      ["B1", "seg-2", 0],
    ]);
    expect((await again.sources()).map((source) => [source.file, source.fingerprint, source.options])).toEqual([
      ["a.csv", "f3", { idField: "编号" }],
      ["b.csv", "f2", { idField: "编号" }],
    ]);
    expect((await again.entries())[0]).toEqual(entry("A2", "a.csv"));
    expect((await again.runs(2)).map(({ generation, added }) => [generation, added])).toEqual([
      [3, 2],
      [2, 1],
    ]);
    await again.close();
  });

  it("changes all or nothing", async () => {
    const store = await openKbStore(file);
    await store.commit(change(1, "a.csv", ["A1"]));
    await expect(store.commit(change(2, "b.csv", ["B1", "A1"]))).rejects.toThrow();
    expect(await store.state()).toEqual({ generation: 1, manifest: "manifest 1" });
    expect((await store.keys()).map(({ id }) => id)).toEqual(["A1"]);
    await store.close();
  });

  it("moves entries that stay", async () => {
    const store = await openKbStore(file);
    await store.commit(change(1, "a.csv", ["A1"]));
    await store.commit(change(2, "b.csv", [], { moved: [{ id: "A1", segment: "seg-2", ordinal: 7 }] }));
    expect(await store.keys()).toMatchObject([{ id: "A1", segment: "seg-2", ordinal: 7 }]);
    await store.close();
  });

  it("keeps vectors by encoder and text", async () => {
    const store = await openKbStore(file);
    const vector = Float32Array.from([0.25, -1, 3]);
    store.vectorCache("one").set("退款", vector);
    expect(store.vectorCache("one").get("退款")).toEqual(vector);
    expect(store.vectorCache("two").get("退款")).toBeUndefined();
    await store.close();
  });

  it("refuses a store of a newer version, and says how to mend a damaged one", async () => {
    await (await openKbStore(file)).close();
    const db = new Database(file);
    db.exec("PRAGMA user_version = 99");
    db.close();
    await expect(openKbStore(file)).rejects.toMatchObject({
      kind: "input",
      key: "common.unknown-version",
      params: { found: 99 },
    });
    const damaged = path.join(folder, "damaged.db");
    writeFileSync(damaged, "this is no database, but it is long enough to be taken for one".repeat(50));
    await expect(openKbStore(damaged)).rejects.toMatchObject({
      ...{ kind: "input", key: "kb.ingest.store-damaged", hint: { key: "kb.ingest.store-damaged-hint" } },
    });
    await expect(openKbStore(damaged)).rejects.toMatchObject({ hint: { params: { path: damaged } } });
  });

  it("says what is wrong where it cannot write", async () => {
    writeFileSync(path.join(folder, "file"), "");
    await expect(openKbStore(path.join(folder, "file", "kb.db"))).rejects.toMatchObject({ kind: "unavailable" });
  });
});
