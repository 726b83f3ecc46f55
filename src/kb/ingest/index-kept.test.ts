import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../adapters/files.js";
import type { FilePort } from "../../workspace/ports.js";
import { checkIntact } from "../index/check-intact.js";
import { KbFolder, hashEmbedder } from "../../../test/support/kb-folder.js";

let kb: KbFolder;

beforeEach(() => {
  kb = new KbFolder(mkdtempSync(path.join(tmpdir(), "kefu-ingest-")));
});

afterEach(() => {
  rmSync(kb.root, { recursive: true, force: true });
});

describe("the index after many runs", () => {
  it("is the same in bytes after compact, whatever the history", async () => {
    kb.table("faq/a.csv", "A1:一", "A2:二");
    await kb.ingest();
    kb.table("faq/b.csv", "B1:甲", "B2:乙");
    await kb.ingest();
    kb.table("faq/a.csv", "A2:改", "A3:三");
    await kb.ingest();
    await kb.ingest({ compact: true });
    expect(kb.segments()).toHaveLength(1);
    const [merged] = kb.segments();
    rmSync(path.join(kb.root, ".kefu"), { recursive: true });
    await kb.ingest();
    expect(kb.segments()).toEqual([merged]);
    expect((await kb.ingest({ compact: true })).written).toBe(false);
  });

  it("is merged when it has many segments, and stale files go", async () => {
    for (let n = 0; n < 12; n++) {
      kb.table(`faq/${n}.csv`, `N${n}:第${n}`);
      await kb.ingest();
      expect(kb.segments().length).toBeLessThanOrEqual(8);
    }
    expect(await kb.served()).toHaveLength(12);
    kb.table("faq/0.csv", "N0:改");
    await kb.ingest({ compact: true });
    await kb.ingest();
    kb.table("faq/0.csv", "N0:又");
    await kb.ingest({ compact: true });
    // The files of the manifest before this one stay, for readers that have just read it.
    expect((await kb.segmentFiles()).length).toBeLessThanOrEqual(2);
    expect((await kb.served())[0]).toBe("N0:又");
  });

  it("places entries right: a change after a merge takes out the old ones and no others", async () => {
    kb.table("faq/a.csv", "A1:一", "A2:二", "A3:三");
    kb.table("faq/b.csv", "B1:甲", "B2:乙");
    await kb.ingest();
    kb.table("faq/a.csv", "A3:三", "A1:改");
    await kb.ingest({ compact: true });
    kb.table("faq/b.csv", "B2:改");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:又");
    await kb.ingest();
    expect(await kb.served()).toEqual(["A1:又", "B2:改"]);
    const { size } = await kb.openIndex();
    expect(size).toEqual({ entries: 2, questions: 2 });
  });

  it("is made anew for another encoder, or where its files are gone, without reading sources again", async () => {
    kb.table("faq/a.csv", "A1:一");
    await kb.ingest();
    const other = hashEmbedder("d2");
    const report = await kb.ingest({}, { embedder: other });
    expect(report).toMatchObject({ written: true, sources: { read: [], skipped: ["faq/a.csv"] } });
    expect(await kb.served(other.info)).toEqual(["A1:一"]);
    rmSync(kb.layout.index, { recursive: true });
    expect((await kb.ingest({}, { embedder: other })).generation).toBeGreaterThan(report.generation);
    expect(await kb.served(other.info)).toEqual(["A1:一"]);
  });

  it("is made anew where one bit of a segment has flipped", async () => {
    kb.table("faq/a.csv", "A1:一", "A2:二");
    await kb.ingest();
    const [name] = kb.segments();
    const file = path.join(kb.layout.index, name!);
    const bytes = readFileSync(file);
    bytes[bytes.length - 40]! ^= 1;
    writeFileSync(file, bytes);
    const hurt = await kb.openIndex();
    expect(() => checkIntact(hurt)).toThrow(expect.objectContaining({ kind: "input", key: "kb.index.damaged" }));
    expect(await kb.ingest()).toMatchObject({ written: true, rebuilt: true, sources: { read: [] } });
    const whole = await kb.openIndex();
    expect(() => checkIntact(whole)).not.toThrow();
    expect(await kb.served()).toEqual(["A1:一", "A2:二"]);
  });

  it("is made anew where another version of the program has made a segment, whole as it is", async () => {
    kb.table("faq/a.csv", "A1:一");
    await kb.ingest();
    expect(await kb.ingest()).toMatchObject({ written: false, rebuilt: false });
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
    expect(await kb.ingest({ dryRun: true }, { files })).toMatchObject({ written: false, rebuilt: true });
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, 100)],
    ["of another version", (text: string) => text.replace('"version": 1', '"version": 99')],
  ])("is made anew, and the report says so, where the manifest is %s", async (_, spoil) => {
    kb.table("faq/a.csv", "A1:一");
    expect((await kb.ingest()).rebuilt).toBe(false);
    const { manifest } = kb.layout;
    writeFileSync(manifest, spoil(readFileSync(manifest, "utf8")));
    expect(await kb.ingest({ dryRun: true })).toMatchObject({ written: false, rebuilt: true });
    await expect(kb.served()).rejects.toThrow();
    expect(await kb.ingest()).toMatchObject({ written: true, rebuilt: true });
    expect(await kb.served()).toEqual(["A1:一"]);
    expect(await kb.ingest()).toMatchObject({ written: false, rebuilt: false });
  });

  it("is made anew where the store is gone, and readers see no older generation", async () => {
    kb.table("faq/a.csv", "A1:一");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:改");
    const { generation } = await kb.ingest();
    for (const name of readdirSync(path.join(kb.root, ".kefu"))) {
      if (name.startsWith("kb.db")) rmSync(path.join(kb.root, ".kefu", name));
    }
    expect((await kb.ingest()).generation).toBe(generation + 1);
    expect(await kb.served()).toEqual(["A1:改"]);
  });

  it("embeds a text once where embedding costs", async () => {
    const embedder = hashEmbedder("d1", true);
    kb.table("faq/a.csv", "A1:一", "A2:二");
    await kb.ingest({}, { embedder });
    kb.table("faq/a.csv", "A1:改", "A2:二", "A3:三");
    await kb.ingest({}, { embedder });
    expect(embedder.embedded).toEqual(["A1的问题？", "A2的问题？", "A3的问题？"]);
  });
});
