import type { IngestPorts, RunOptions } from "./ports.js";
import { DamagedSegment, takeBack } from "./apply.js";
import type { Job } from "./apply.js";
import { SegmentMaker } from "./segments.js";
import { loadState } from "./state.js";
import type { KbStore } from "../store.js";

async function attempt<T>(
  ports: IngestPorts,
  options: RunOptions,
  store: KbStore,
  distrust: boolean,
  work: (job: Job, maker: SegmentMaker) => Promise<T>,
): Promise<T> {
  const state = await loadState(ports, options, store, distrust);
  const job: Job = { ports, options, store, state };
  const maker = new SegmentMaker(ports, options, store, state.generation + 1);
  try {
    return await work(job, maker);
  } catch (thrown) {
    if (!options.dryRun) await takeBack(job, maker);
    throw thrown;
  }
}

/**
 * Does something to the knowledge base while no other process does, and takes everything back where it fails.
 * @param distrust read every byte of the index first
 * @throws KefuError `unavailable` while another process holds the lock
 */
export async function withJob<T>(
  ports: IngestPorts,
  options: RunOptions,
  distrust: boolean,
  work: (job: Job, maker: SegmentMaker) => Promise<T>,
): Promise<T> {
  const { layout, dryRun, command, wait = 0 } = options;
  const lock = dryRun ? undefined : await ports.locks.acquire(layout.lock, { command, wait });
  try {
    const exists = (await ports.files.stat(layout.store)) !== undefined;
    const store = await ports.openStore(dryRun && !exists ? ":memory:" : layout.store);
    try {
      return await attempt(ports, options, store, distrust, work);
    } catch (thrown) {
      if (!(thrown instanceof DamagedSegment)) throw thrown;
      return await attempt(ports, options, store, true, work);
    } finally {
      await store.close();
    }
  } finally {
    await lock?.release();
  }
}
