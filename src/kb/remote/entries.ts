import type { FaqEntry } from "../entry.js";
import { decodeEntry } from "../index/entry-codec.js";
import type { RemoteReader } from "./index.js";
import type { TunedIndex } from "../tune/tuning.js";

/** Entries that are asked for at a time. */
const PART = 1000;

/** All entries that are published, in the order in which they were. */
export async function entriesOf(remote: RemoteReader): Promise<FaqEntry[]> {
  const all: FaqEntry[] = [];
  for (let after = -1; ;) {
    const some = await remote.list(after, PART);
    for (const { json } of some) all.push(decodeEntry(json));
    if (some.length < PART) return all;
    after = some.at(-1)!.number;
  }
}

/**
 * What tells whether something was tuned for the published index.
 * @param ids of the entries that are looked at
 */
export async function tunedIndexOf(remote: RemoteReader, ids: readonly string[]): Promise<TunedIndex> {
  const [{ embedder, entries, questions }, found] = [await remote.meta(), await remote.find(ids)];
  const known = new Map(found.map((json) => decodeEntry(json)).map((entry) => [entry.id, entry]));
  return {
    // Generations of a server count for themselves: what counts is what it holds.
    manifest: { generation: -1, embedder },
    size: { entries, questions },
    entry: (id) => known.get(id),
  };
}
