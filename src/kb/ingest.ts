import path from "node:path";
import { KefuError } from "../messages/errors.js";
import type { Issue } from "../messages/errors.js";
import { formatManifest } from "./index/manifest.js";
import type { IndexManifest } from "./index/manifest.js";
import { changeIndex, removeStaleSegments } from "./ingest-apply.js";
import type { IndexChange } from "./ingest-apply.js";
import type { IngestPlan, ReadSource } from "./ingest-plan.js";
import { planIngest } from "./ingest-plan.js";
import type { IngestOptions, IngestPorts } from "./ingest-ports.js";
import { readSource } from "./ingest-read.js";
import { chooseSources } from "./ingest-sources.js";
import type { IngestState } from "./ingest-state.js";
import { loadState } from "./ingest-state.js";
import type { FoundSource } from "./source-list.js";
import type { KbStore, StoreChange } from "./store.js";

export interface IngestReport extends IngestPlan {
  readonly dryRun: boolean;
  /** False when there was nothing to do; nothing was written then. */
  readonly written: boolean;
  readonly compacted: boolean;
  /** There was an index that could not be used (damaged, files missing, other encoder or version); it is made again. */
  readonly rebuilt: boolean;
  /** Of the index after the run. */
  readonly generation: number;
  readonly indexBytes: number;
  /** Milliseconds. */
  readonly elapsed: number;
}

interface Job {
  readonly ports: IngestPorts;
  readonly options: IngestOptions;
  readonly store: KbStore;
  readonly state: IngestState;
}

function checkSignal({ signal }: IngestOptions): void {
  if (signal?.aborted === true) throw new KefuError("interrupted", "common.interrupted");
}

async function readAll(job: Job, sources: readonly FoundSource[]): Promise<{ read: ReadSource[]; skipped: string[] }> {
  const { ports, options, state } = job;
  const known = new Map(state.sources.map((record) => [record.file, record]));
  const { columns, idField, locale } = options.settings;
  const settings = { columns, idField, locale, given: options.given, strict: options.strict };
  const origin = options.sources.length > 0 ? "given" : "config";
  const read: ReadSource[] = [];
  const skipped: string[] = [];
  for (const [at, source] of sources.entries()) {
    checkSignal(options);
    options.onProgress?.("read", at, sources.length);
    const result = await readSource(ports.files, source, known.get(source.file), origin, settings);
    if (result === undefined) skipped.push(source.file);
    else read.push(result);
  }
  options.onProgress?.("read", sources.length, sources.length);
  return { read, skipped };
}

/** One bad file speaks for itself; of several, each error is named, and what to do about them. */
function checkPlan(plan: IngestPlan, read: readonly ReadSource[], strict: boolean): void {
  const errors = plan.issues.filter(({ severity }) => severity === "error");
  const warnings = plan.issues.filter(({ severity }) => severity === "warning");
  const failures = read.flatMap(({ failure }) => failure ?? []);
  if (errors.length === 1 && failures[0] !== undefined) throw failures[0];
  if (errors.length > 0) {
    const hints = new Map(failures.flatMap(({ hint }) => (hint === undefined ? [] : [[hint.key, hint] as const])));
    const advice = [...hints.values()].map((hint): Issue => ({ severity: "info", ...hint }));
    throw new KefuError("input", "kb.ingest.failed", { errors: errors.length }, { issues: [...errors, ...advice] });
  }
  if (strict && warnings.length > 0) {
    throw new KefuError("findings", "kb.ingest.strict", { warnings: warnings.length }, { issues: warnings });
  }
}

function storeChange(
  job: Job,
  plan: IngestPlan,
  read: readonly ReadSource[],
  change: IndexChange,
): Omit<StoreChange, "manifest"> {
  const { generation } = change.manifest;
  const fresh = new Set(read.flatMap(({ parsed }) => parsed.entries.map(({ id }) => id)));
  const replaced = [...plan.sources.read, ...plan.sources.removed];
  const again = change.placed.filter(({ entry }) => !fresh.has(entry.id));
  return {
    generation,
    removed: replaced,
    sources: read.map(({ record }) => record),
    entries: change.placed.filter(({ entry }) => fresh.has(entry.id)),
    moved: [...change.moved, ...again.map(({ entry, segment, ordinal }) => ({ id: entry.id, segment, ordinal }))],
    run: {
      generation,
      at: job.ports.clock.now(),
      added: plan.added.length,
      changed: plan.changed.length,
      removed: plan.removed.length,
      unchanged: plan.unchanged,
      sources: replaced,
    },
  };
}

/** The order is what makes a killed run harmless: segments, then the store, then the manifest that readers look at. */
async function publish(job: Job, plan: IngestPlan, read: readonly ReadSource[], change: IndexChange): Promise<void> {
  const { ports, options, store, state } = job;
  const { index, manifest } = options.layout;
  options.onProgress?.("write", 0, change.files.length);
  for (const { name, bytes } of change.files) await ports.files.writeAtomic(path.join(index, name), bytes);
  checkSignal(options);
  const text = formatManifest(change.manifest);
  await store.commit({ ...storeChange(job, plan, read, change), manifest: text });
  await ports.files.writeAtomic(manifest, text);
  const before = state.manifest === undefined ? [] : [state.manifest];
  await removeStaleSegments(ports.files, index, [...before, change.manifest]);
}

async function apply(job: Job, plan: IngestPlan, read: readonly ReadSource[]): Promise<IndexChange> {
  const { ports, options, store, state } = job;
  const { embedder, files } = ports;
  const replaced = new Set([...plan.sources.read, ...plan.sources.removed]);
  const anew = state.manifest === undefined ? await store.entries() : [];
  const kept = anew.filter(({ source }) => !replaced.has(source.file));
  const entries = [...read.flatMap(({ parsed }) => parsed.entries), ...kept];
  options.onProgress?.("index", 0, entries.length);
  const change = await changeIndex({
    current: state.manifest,
    generation: state.generation + 1,
    entries,
    dead: state.keys.filter(({ file }) => replaced.has(file)),
    embedder,
    cache: embedder.costly ? store.vectorCache(embedder.info.digest) : undefined,
    compact: options.compact,
    readSegment: (name) => files.read(path.join(options.layout.index, name)),
  });
  checkSignal(options);
  await publish(job, plan, read, change);
  return change;
}

function isUntidy(manifest: IndexManifest): boolean {
  return manifest.segments.length > 1 || manifest.segments.some(({ dead }) => dead.length > 0);
}

async function run(ports: IngestPorts, options: IngestOptions, store: KbStore): Promise<IngestReport> {
  const started = ports.clock.elapsed();
  const state = await loadState(ports, options, store);
  const job: Job = { ports, options, store, state };
  const { found, vanished, issues } = await chooseSources(ports.files, options, state.sources);
  const { read, skipped } = await readAll(job, found);
  const plan = planIngest({ known: state.keys, read, skipped, vanished, issues });
  checkPlan(plan, read, options.strict);
  const current = state.manifest;
  const changed = read.length > 0 || vanished.length > 0;
  const due = changed || current === undefined || (options.compact && isUntidy(current));
  const change = due && !options.dryRun ? await apply(job, plan, read) : undefined;
  const manifest = change?.manifest ?? current;
  return {
    ...plan,
    dryRun: options.dryRun,
    written: change !== undefined || (state.republished && !options.dryRun),
    rebuilt: state.republished || (current === undefined && state.generation > 0),
    compacted: change?.compacted ?? false,
    generation: manifest?.generation ?? state.generation,
    indexBytes: (manifest?.segments ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
    elapsed: ports.clock.elapsed() - started,
  };
}

/**
 * Brings the knowledge base up to date with its sources.
 *
 * Without named sources: all that kefu.yaml lists, and all that were named in earlier runs; a known source that is gone is
 * taken out with its entries. With named sources: these alone; they are known from then on. Unchanged ones are not parsed.
 * @throws KefuError `input` with all issues when any source has an error, `findings` for warnings with `strict`,
 *   `unavailable` while another process holds the lock; nothing has been changed then
 */
export async function runIngest(ports: IngestPorts, options: IngestOptions): Promise<IngestReport> {
  const { layout, dryRun } = options;
  const lock = dryRun ? undefined : await ports.locks.acquire(layout.lock, { command: options.command });
  try {
    const exists = (await ports.files.stat(layout.store)) !== undefined;
    const store = await ports.openStore(dryRun && !exists ? ":memory:" : layout.store);
    try {
      return await run(ports, options, store);
    } finally {
      await store.close();
    }
  } finally {
    await lock?.release();
  }
}
