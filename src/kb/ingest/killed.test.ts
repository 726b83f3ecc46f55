import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../adapters/files.js";
import { openKbStore } from "../../adapters/kb-store-libsql.js";
import type { FilePort } from "../../workspace/ports.js";
import type { IngestPorts } from "./ports.js";
import { KbFolder } from "../../../test/support/kb-folder.js";

let kb: KbFolder;

beforeEach(() => {
  kb = new KbFolder(mkdtempSync(path.join(tmpdir(), "kefu-ingest-")));
});

afterEach(() => {
  rmSync(kb.root, { recursive: true, force: true });
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
    kb.table("faq/a.csv", "A1:零", "A2:二");
    kb.table("faq/b.csv", "B1:甲");
    await kb.ingest();
    kb.table("faq/a.csv", "A1:一", "A2:二");
    await kb.ingest({ compact: true });
    expect(await kb.served()).toEqual(before);
    kb.table("faq/a.csv", "A1:改", "A3:三");
    kb.table("faq/c.csv", "C1:新");
  }

  it.each([true, false])(
    "leaves the state before or after, and the next run completes it (compact: %s)",
    async (compact) => {
      await prepare();
      const { more, steps } = dying(Infinity, false);
      await kb.ingest({ compact }, more);
      expect(steps()).toBeGreaterThanOrEqual(3);
      const seen = new Set<string>();
      for (let step = 1; step <= steps(); step++) {
        for (const effect of [false, true]) {
          rmSync(path.join(kb.root, ".kefu"), { recursive: true });
          rmSync(path.join(kb.root, "faq"), { recursive: true });
          await prepare();
          await expect(kb.ingest({ compact }, dying(step, effect).more)).rejects.toBeInstanceOf(Killed);
          const state = await kb.served();
          expect([before, after]).toContainEqual(state);
          seen.add(state.join());
          await kb.ingest({ compact });
          expect(await kb.served()).toEqual(after);
        }
      }
      expect(seen.size).toBe(2);
    },
  );
});
