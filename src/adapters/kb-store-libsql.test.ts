import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FaqEntry } from "../kb/entry.js";
import type { KbStore, StoreChange } from "../kb/store.js";
import { openKbStore } from "./kb-store-libsql.js";
import { first } from "./kb-store-migrations/001-first.js";

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
    id,
    category: "",
    question: `${id}？`,
    similar: [],
    related: [],
    negative: [],
    effective: {},
    status: "online",
    answers: [{ text: "答", format: "text", links: [] }],
    tags: {},
    hash: `h-${id}`,
    source: { file: source, row },
  };
}

function change(generation: number, file: string, entries: number, more: Partial<StoreChange> = {}): StoreChange {
  return {
    generation,
    manifest: `manifest ${generation}`,
    buried: [],
    forgotten: [],
    sources: [
      {
        file,
        fingerprint: `f${generation}`,
        origin: "config",
        options: { idField: "编号" },
        entries,
        skipped: 1,
        warnings: 2,
      },
    ],
    moved: [],
    checked: new Map(),
    run: {
      generation,
      at: "2026-06-01T09:00:00+08:00",
      added: entries,
      changed: 0,
      removed: 0,
      unchanged: 0,
      sources: [file],
    },
    keep: 20,
    ...more,
  };
}

/** One run: the source holds these ids from now on, with nothing of before. */
async function put(
  store: KbStore,
  generation: number,
  file: string,
  ids: readonly string[],
  more: Partial<StoreChange> = {},
): Promise<void> {
  const buried = await store.keys([file]);
  const segment = `seg-${generation}`;
  const entries = ids.map((id, ordinal) => ({ entry: entry(id, file), segment, ordinal }));
  await store.stage(generation, entries);
  await store.commit(change(generation, file, ids.length, { buried, ...more }));
}

const FILES = ["a.csv", "b.csv"];

const placesOf = async (store: KbStore): Promise<unknown[]> =>
  (await store.keys(FILES)).map(({ id, segment, ordinal }) => [id, segment, ordinal]);

const idsOf = (entries: Iterable<FaqEntry>): string[] => [...entries].map(({ id }) => id).sort();

describe("the libsql store", () => {
  it("keeps what was committed, and replaces a source whole", async () => {
    const store = await openKbStore(file);
    expect(await store.state()).toEqual({ generation: 0, manifest: undefined });
    await put(store, 1, "a.csv", ["A1", "A2"]);
    await put(store, 2, "b.csv", ["B1"], { moved: [{ id: "A1", segment: "seg-2", ordinal: 7 }] });
    await put(store, 3, "a.csv", ["A2", "A3"]);
    await store.close();
    const again = await openKbStore(file);
    expect(await again.state()).toEqual({ generation: 3, manifest: "manifest 3" });
    expect(await placesOf(again)).toEqual([
      ["A2", "seg-3", 0],
      ["A3", "seg-3", 1],
      ["B1", "seg-2", 0],
    ]);
    expect((await again.sources()).map((source) => [source.file, source.fingerprint, source.options])).toEqual([
      ["a.csv", "f3", { idField: "编号" }],
      ["b.csv", "f2", { idField: "编号" }],
    ]);
    expect(idsOf(again.entries())).toEqual(["A2", "A3", "B1"]);
    expect(await again.entriesById(["A2", "none"])).toEqual([entry("A2", "a.csv")]);
    expect((await again.holders(["B1", "A1"])).map(({ id }) => id)).toEqual(["B1"]);
    expect((await again.runs(2)).map(({ generation, added }) => [generation, added])).toEqual([
      [3, 2],
      [2, 1],
    ]);
    await again.close();
  });

  it("shows nobody what is staged, and drops it", async () => {
    const store = await openKbStore(file);
    await put(store, 1, "a.csv", ["A1"]);
    await store.stage(2, [{ entry: entry("A2", "a.csv"), segment: "seg-2", ordinal: 0 }]);
    expect(idsOf(store.entries())).toEqual(["A1"]);
    expect(await store.keys(FILES)).toHaveLength(1);
    await store.discard();
    await store.commit(change(2, "a.csv", 1));
    expect(idsOf(store.entries())).toEqual(["A1"]);
    await store.close();
  });

  it("changes all or nothing", async () => {
    const store = await openKbStore(file);
    await put(store, 1, "a.csv", ["A1"]);
    await expect(put(store, 2, "b.csv", ["B1", "A1"])).rejects.toThrow("two live entries of id A1");
    expect(await store.state()).toEqual({ generation: 1, manifest: "manifest 1" });
    expect(idsOf(store.entries())).toEqual(["A1"]);
    await store.close();
  });

  it("moves entries that stay", async () => {
    const store = await openKbStore(file);
    await put(store, 1, "a.csv", ["A1"]);
    await put(store, 2, "b.csv", [], { moved: [{ id: "A1", segment: "seg-2", ordinal: 7 }] });
    expect(await placesOf(store)).toEqual([["A1", "seg-2", 7]]);
    await store.close();
  });

  it("knows the way back to every run it keeps, and forgets the others", async () => {
    const store = await openKbStore(file);
    await put(store, 1, "a.csv", ["A1", "A2"]);
    await put(store, 2, "b.csv", ["B1"]);
    await put(store, 3, "a.csv", ["A1", "A3"], { keep: 3 });
    const way = await store.wayBack(1);
    // A1 came again word for word, and stays where it is.
    expect(way.leaving.map(({ id }) => id).sort()).toEqual(["A3", "B1"]);
    expect([...way.coming()].map(({ entry: { id } }) => id)).toEqual(["A2"]);
    expect(way.sources.map((source) => source.fingerprint)).toEqual(["f1"]);
    expect(way.forgotten).toEqual(["b.csv"]);
    expect(await store.historySize()).toMatchObject({ runs: 3, versions: 2 });
    await put(store, 4, "b.csv", ["B1"], { keep: 1 });
    expect((await store.runs(9)).map(({ generation }) => generation)).toEqual([4]);
    expect(await store.historySize()).toEqual({ runs: 1, versions: 0, bytes: 0 });
    await store.close();
  });

  it("brings a store of the first version up to date", async () => {
    await (await openKbStore(":memory:")).close();
    mkdirSync(path.dirname(file), { recursive: true });
    const db = new Database(file);
    db.exec(first);
    db.exec("PRAGMA user_version = 1");
    db.exec("INSERT INTO meta VALUES ('generation', '7'), ('manifest', 'manifest 7')");
    db.exec("INSERT INTO runs VALUES (6, 'x', '{}'), (7, '2026', '{\"added\":1,\"sources\":[]}')");
    db.exec("INSERT INTO sources VALUES ('a.csv', 'f', 'given', '{\"idField\":\"编号\"}', 1, 2, 3)");
    const body = JSON.stringify(entry("A1", "a.csv"));
    db.prepare("INSERT INTO entries VALUES ('A1', 'a.csv', 'h-A1', NULL, 2, NULL, 'seg-7', 0, ?)").run(body);
    db.close();
    const store = await openKbStore(file);
    expect(await store.keys(["a.csv"])).toMatchObject([{ id: "A1", hash: "h-A1", segment: "seg-7", ordinal: 0 }]);
    expect([...store.entries()]).toEqual([entry("A1", "a.csv")]);
    expect(await store.sources()).toEqual([
      {
        file: "a.csv",
        fingerprint: "f",
        origin: "given",
        options: { idField: "编号" },
        entries: 1,
        skipped: 2,
        warnings: 3,
      },
    ]);
    expect((await store.runs(9)).map(({ generation }) => generation)).toEqual([7]);
    await put(store, 8, "a.csv", ["A2"]);
    expect([...(await store.wayBack(7)).coming()].map(({ entry: { id } }) => id)).toEqual(["A1"]);
    await store.close();
  });

  it("keeps vectors by encoder and text", async () => {
    const store = await openKbStore(file);
    const vector = Float32Array.from([0.25, -1, 3]);
    store.vectorCache("one").set(new Map([["退款", vector]]));
    expect(store.vectorCache("one").get("退款")).toEqual(vector);
    expect(store.vectorCache("two").get("退款")).toBeUndefined();
    await store.close();
  });

  it("drops vectors that nothing needs once they have doubled, and encoders that were used before the last two", async () => {
    const store = await openKbStore(file);
    await put(store, 1, "a.csv", ["A1"]);
    const [entry] = await store.entriesById(["A1"]);
    const vector = Float32Array.of(1);
    const others = (n: number, name: string) =>
      Array.from({ length: n }, (_, at) => [`${name} ${at}`, vector] as const);
    for (const digest of ["one", "two", "three"]) store.vectorCache(digest).set(new Map([[entry!.question, vector]]));
    const has = (digest: string, text = entry!.question): boolean => store.vectorCache(digest).get(text) !== undefined;
    await store.sweepVectors(false);
    expect([has("one"), has("two"), has("three")]).toEqual([true, true, true]);
    store.vectorCache("three").set(new Map(others(2500, "gone")));
    await store.sweepVectors(false);
    expect([has("one"), has("two"), has("three"), has("three", "gone 7")]).toEqual([false, true, true, false]);
    store.vectorCache("three").set(new Map(others(10, "more")));
    await store.sweepVectors(false);
    expect(has("three", "more 7")).toBe(true);
    await store.sweepVectors(true);
    expect([has("three", "more 7"), has("three")]).toEqual([false, true]);
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
      kind: "input",
      key: "kb.ingest.store-damaged",
      hint: { key: "kb.ingest.store-damaged-hint" },
    });
    await expect(openKbStore(damaged)).rejects.toMatchObject({ hint: { params: { path: damaged } } });
  });

  it("says what is wrong where it cannot write", async () => {
    writeFileSync(path.join(folder, "file"), "");
    await expect(openKbStore(path.join(folder, "file", "kb.db"))).rejects.toMatchObject({ kind: "unavailable" });
  });
});
