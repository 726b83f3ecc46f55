import type { FaqEntry } from "./entry.js";
import { checkRun } from "./history.js";
import type { EntryDelta } from "./ingest/ingest.js";
import type { IngestPorts } from "./ingest/ports.js";

/**
 * What has changed in the knowledge base since an earlier run: each entry as it was right after that run and as it is now.
 * `total`: entries that there are now. Reads the store without the lock and changes nothing.
 * @throws KefuError `usage` for a run that the history does not hold
 */
export async function changesSince(
  ports: Pick<IngestPorts, "files" | "openStore">,
  file: string,
  run: number,
): Promise<{ changes: EntryDelta[]; total: number }> {
  const exists = (await ports.files.stat(file)) !== undefined;
  const store = await ports.openStore(exists ? file : ":memory:");
  try {
    await checkRun(store, run);
    const way = await store.wayBack(run);
    const before = new Map<string, FaqEntry>();
    for (const { entry } of way.coming()) before.set(entry.id, entry);
    const after = new Map((await store.entriesById(way.leaving.map(({ id }) => id))).map((entry) => [entry.id, entry]));
    const total = (await store.sources()).reduce((sum, { entries }) => sum + entries, 0);
    const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
      const [old, now] = [before.get(id), after.get(id)];
      // An entry that only stands elsewhere in its source says what it said.
      if (old?.hash === now?.hash) return [];
      return [{ ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }];
    });
    return { changes, total };
  } finally {
    await store.close();
  }
}
