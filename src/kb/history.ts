import { KefuError } from "../messages/errors.js";
import { publish } from "./ingest/apply.js";
import type { Job } from "./ingest/apply.js";
import { withJob } from "./ingest/job.js";
import { keyPlace } from "./ingest/place.js";
import type { EntryChange } from "./ingest/plan.js";
import type { IngestPorts, RunOptions } from "./ingest/ports.js";
import { checkSignal } from "./ingest/segments.js";
import type { SegmentMaker } from "./ingest/segments.js";
import { placeOf } from "./formats/draft.js";
import type { EntryKey, KbStore, RunRecord, SourceRecord, WayBack } from "./store.js";

/** What going back to a run, or taking sources out, did or would do. */
export interface RevisionReport {
  readonly dryRun: boolean;
  /** False when there was nothing to do, and for a dry run. */
  readonly written: boolean;
  /** Of the index after it. */
  readonly generation: number;
  readonly added: readonly EntryChange[];
  readonly changed: readonly EntryChange[];
  readonly removed: readonly EntryChange[];
  /** All entries after it. */
  readonly total: number;
  /** Sources that were brought back, set back or taken out. */
  readonly sources: readonly string[];
  /** Milliseconds. */
  readonly elapsed: number;
}

export interface RestoreReport extends RevisionReport {
  /** The run that was gone back to. */
  readonly of: number;
}

/** Runs that can be gone back to, the latest first; none where nothing has been ingested. */
export async function listRuns(
  ports: Pick<IngestPorts, "files" | "openStore">,
  store: string,
  limit: number,
): Promise<{ runs: RunRecord[]; kept: { runs: number; versions: number; bytes: number } }> {
  const none = { runs: [], kept: { runs: 0, versions: 0, bytes: 0 } };
  if ((await ports.files.stat(store)) === undefined) return none;
  const opened = await ports.openStore(store);
  try {
    return { runs: await opened.runs(limit), kept: await opened.historySize() };
  } finally {
    await opened.close();
  }
}

/** @throws KefuError `usage` for a run that the history does not hold */
export async function checkRun(store: KbStore, of: number): Promise<void> {
  const runs = (await store.runs(Number.MAX_SAFE_INTEGER)).map(({ generation }) => generation);
  if (runs.includes(of)) return;
  const params = { run: of, first: runs.at(-1) ?? 0, last: runs[0] ?? 0 };
  const hint = { key: "kb.restore.unknown-hint" } as const;
  throw new KefuError("usage", runs.length === 0 ? "kb.restore.no-runs" : "kb.restore.unknown", params, { hint });
}

function totalAfter(known: readonly SourceRecord[], { sources, forgotten }: WayBack): number {
  const after = new Map(known.map(({ file, entries }) => [file, entries]));
  for (const file of forgotten) after.delete(file);
  for (const { file, entries } of sources) after.set(file, entries);
  return [...after.values()].reduce((sum, entries) => sum + entries, 0);
}

interface Steps {
  readonly added: EntryChange[];
  readonly changed: EntryChange[];
  readonly removed: EntryChange[];
}

/** Hands the entries that come back on, and tells what becomes of each. */
async function bringBack(job: Job, maker: SegmentMaker, way: WayBack): Promise<Steps> {
  const leaving = new Map<string, EntryKey>(way.leaving.map((key) => [key.id, key]));
  const steps: Steps = { added: [], changed: [], removed: [] };
  for (const { key, entry } of way.coming()) {
    checkSignal(job.options);
    const change = { id: entry.id, question: entry.question, where: placeOf(entry.source) };
    const now = leaving.get(key.id);
    if (now === undefined) steps.added.push(change);
    else if (now.hash !== key.hash) steps.changed.push(change);
    leaving.delete(key.id);
    if (!job.options.dryRun) await maker.add([entry], true);
  }
  for (const key of leaving.values()) steps.removed.push({ id: key.id, where: keyPlace(key) });
  return steps;
}

async function restore(job: Job, maker: SegmentMaker, of: number): Promise<RestoreReport> {
  const { ports, options, store, state } = job;
  const started = ports.clock.elapsed();
  await checkRun(store, of);
  const way = await store.wayBack(of);
  const steps = await bringBack(job, maker, way);
  const total = totalAfter(state.sources, way);
  const sources = [...way.sources.map(({ file }) => file), ...way.forgotten].sort();
  const written = !options.dryRun && of !== state.generation;
  if (written) {
    const { added, changed, removed } = steps;
    const counts = { added: added.length, changed: changed.length, removed: removed.length };
    const unchanged = total - counts.added - counts.changed;
    await publish(job, maker, {
      dead: way.leaving,
      sources: way.sources,
      forgotten: way.forgotten,
      compact: false,
      run: { kind: "restore", of, ...counts, unchanged, total, sources },
    });
  }
  const generation = state.generation + (written ? 1 : 0);
  const elapsed = ports.clock.elapsed() - started;
  return { ...steps, of, dryRun: options.dryRun, written, generation, total, sources, elapsed };
}

/**
 * Brings entries, known sources and index back to what they were after an earlier run, as a new run: so it can be taken
 * back as well. The files of the sources stay as they are; the next ingest compares them again.
 * @param of the run's generation
 * @throws KefuError `usage` for a run that is not in the history, `unavailable` while another process holds the lock
 */
export function restoreRun(ports: IngestPorts, options: RunOptions, of: number): Promise<RestoreReport> {
  return withJob(ports, options, false, (job, maker) => restore(job, maker, of));
}
