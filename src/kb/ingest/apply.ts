import path from "node:path";
import { KefuError } from "../../messages/errors.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import type { FilePort } from "../../workspace/ports.js";
import { formatManifest } from "../index/manifest.js";
import type { IndexManifest, SegmentRef } from "../index/manifest.js";
import { isIntact, mergeBytes, refOf } from "../index/segment-bytes.js";
import { Segment } from "../index/segment.js";
import { KEPT_RUNS } from "./ports.js";
import type { IngestPorts, RunOptions } from "./ports.js";
import { ALONE, LARGE, checkSignal } from "./segments.js";
import type { SegmentMaker } from "./segments.js";
import type { IngestState } from "./state.js";
import type { EntryKey, KbStore, MovedEntry, RunRecord, SourceRecord } from "../store.js";

/** More small segments than this make a search slower than merging them costs. */
const MOST_SMALL = 8;

/** One command that changes the index, while it holds the lock. */
export interface Job {
  readonly ports: IngestPorts;
  readonly options: RunOptions;
  readonly store: KbStore;
  readonly state: IngestState;
}

/** What a run changes, besides the entries that it has given to the segment maker. */
export interface Revision {
  /** Versions of entries that end. */
  readonly dead: readonly EntryKey[];
  /** Sources that were read or brought back. */
  readonly sources: readonly SourceRecord[];
  readonly forgotten: readonly string[];
  readonly compact: boolean;
  readonly run: Omit<RunRecord, "generation" | "at" | "command">;
}

export interface Revised {
  readonly manifest: IndexManifest;
  readonly compacted: boolean;
}

/** A segment turned out not to be what the manifest names: the whole index must be looked at again. */
export class DamagedSegment extends Error {}

const liveOf = ({ entries, dead }: SegmentRef): number => entries - dead.length;

/** The segments without the entries that are gone; those with nothing left are dropped. */
function bury(segments: readonly SegmentRef[], dead: readonly EntryKey[]): SegmentRef[] {
  const ordinals = new Map<string, number[]>();
  for (const { segment, ordinal } of dead) {
    const list = ordinals.get(segment);
    if (list === undefined) ordinals.set(segment, [ordinal]);
    else list.push(ordinal);
  }
  return segments
    .map((ref) => {
      const more = ordinals.get(ref.file);
      if (more === undefined) return ref;
      return { ...ref, dead: [...new Set([...ref.dead, ...more])].sort((a, b) => a - b) };
    })
    .filter((ref) => liveOf(ref) > 0);
}

/**
 * Which segments are to become one. So many small ones that the smallest are merged, and as large as those together, so that
 * an entry is merged again only when its segment doubles; and those that are mostly dead. A large one is left alone however
 * little else there is: what a run costs follows what it changes.
 */
function dueForMerge(segments: readonly SegmentRef[], compact: boolean): SegmentRef[] {
  if (compact) return segments.length > 1 || segments.some(({ dead }) => dead.length > 0) ? [...segments] : [];
  const wasted = segments.filter((ref) => ref.dead.length > liveOf(ref));
  const small = segments.filter((ref) => !wasted.includes(ref) && liveOf(ref) < LARGE);
  if (small.length + wasted.length <= MOST_SMALL) return wasted;
  small.sort((a, b) => liveOf(a) - liveOf(b) || (a.file < b.file ? -1 : 1));
  let sum = 0;
  const chosen: SegmentRef[] = [];
  for (const ref of small) {
    if (chosen.length >= 2 && liveOf(ref) > 2 * sum) break;
    chosen.push(ref);
    sum += liveOf(ref);
  }
  return [...wasted, ...chosen];
}

async function readWhole({ files }: IngestPorts, folder: string, ref: SegmentRef): Promise<Uint8Array> {
  const bytes = await files.read(path.join(folder, ref.file));
  if (!isIntact(ref, bytes)) throw new DamagedSegment(ref.file);
  return bytes;
}

/** What another thread does goes on to its end, but nobody waits for it. */
function unlessInterrupted<T>(work: Promise<T>, options: RunOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new KefuError("interrupted", "common.interrupted"));
    };
    options.signal?.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => options.signal?.removeEventListener("abort", stop));
  });
}

async function merge(job: Job, due: readonly SegmentRef[]): Promise<{ ref: SegmentRef; moved: MovedEntry[] }> {
  const { ports, options } = job;
  const { workers, embedder } = ports;
  const parts = [];
  for (const ref of due) {
    checkSignal(options);
    parts.push({ file: ref.file, bytes: await readWhole(ports, options.layout.index, ref), dead: ref.dead });
  }
  const entries = due.reduce((sum, ref) => sum + liveOf(ref), 0);
  const pause = async (): Promise<void> => {
    checkSignal(options);
    await ports.pause?.();
  };
  const bytes =
    workers !== undefined && entries >= ALONE
      ? await unlessInterrupted(workers.merge(parts, embedder.info), options)
      : await mergeBytes(parts, embedder.info, pause);
  const ref = refOf(bytes);
  checkSignal(options);
  await ports.files.writeAtomic(path.join(options.layout.index, ref.file), bytes);
  const segment = new Segment(bytes, ref.file);
  const moved = Array.from({ length: segment.entries }, (_, ordinal) => {
    return { id: segment.id(ordinal), segment: ref.file, ordinal };
  });
  return { ref, moved };
}

/**
 * Removes segment files that neither the published manifest nor the one before it names: a reader that has just read the
 * old manifest still finds its files.
 */
async function removeStaleSegments(files: FilePort, folder: string, named: readonly IndexManifest[]): Promise<void> {
  const keep = new Set(named.flatMap(({ segments }) => segments.map(({ file }) => file)));
  for (const file of await files.list(folder)) {
    const name = path.basename(file);
    // A graph over the vectors (hnsw-….bin, and its recall) is of one state of the index.
    if (/^(seg-[0-9a-f]+\.kseg|hnsw-[0-9a-f]+\.(?:bin|json))$/.test(name) && !keep.has(name)) await files.remove(file);
  }
}

/** Where there is no usable index, all that stays is put into a new one, from what the store holds. */
async function addKept({ ports, options, store, state }: Job, maker: SegmentMaker, dead: readonly EntryKey[]) {
  if (state.manifest !== undefined) return;
  const gone = new Set(dead.map(({ id }) => id));
  for (const entry of store.entries()) {
    if (gone.has(entry.id)) continue;
    checkSignal(options);
    await maker.add([entry], false);
  }
  await ports.pause?.();
}

async function stampsOf({ ports, options, state }: Job, manifest: IndexManifest, made: ReadonlyMap<string, string>) {
  const checked = new Map<string, string>();
  for (const { file } of manifest.segments) {
    const stamp = made.get(file) ?? state.checked.get(file);
    const now = stamp ?? (await ports.files.stat(path.join(options.layout.index, file)))?.stamp;
    if (now !== undefined) checked.set(file, now);
  }
  return checked;
}

/** The segments after a run: those before without what ended, those that were made, and some of them merged. */
async function arrange(
  job: Job,
  made: readonly SegmentRef[],
  { dead, compact }: Revision,
): Promise<{ segments: SegmentRef[]; moved: readonly MovedEntry[]; merged: boolean }> {
  const fresh = new Set(made.map(({ file }) => file));
  // The same entries may have stood in a segment before; then its dead are alive again.
  const old = bury(job.state.manifest?.segments ?? [], dead).filter(({ file }) => !fresh.has(file));
  const segments = [...old, ...made];
  const due = dueForMerge(segments, compact);
  job.options.onProgress?.("write", 0, 1);
  if (due.length === 0) return { segments, moved: [], merged: false };
  const { ref, moved } = await merge(job, due);
  const left = segments.filter((other) => !due.includes(other) && other.file !== ref.file);
  return { segments: [...left, ref], moved, merged: true };
}

/**
 * Publishes a run. The order is what makes a killed one harmless: segments, then the store, then the manifest that readers
 * look at.
 * @throws DamagedSegment when a segment that was taken for whole is not
 */
export async function publish(job: Job, maker: SegmentMaker, revision: Revision): Promise<Revised> {
  const { ports, options, store, state } = job;
  await addKept(job, maker, revision.dead);
  const made = await maker.finish();
  const refs = made.map(({ ref }) => ref);
  const { segments, moved, merged } = await arrange(job, refs, revision);
  checkSignal(options);
  const generation = state.generation + 1;
  const { info } = ports.embedder;
  const manifest: IndexManifest = {
    format: "kefu-index",
    version: 1,
    tokeniser: TOKENISER_VERSION,
    embedder: info,
    generation,
    segments,
  };
  const stamps = new Map(made.flatMap(({ ref, stamp }) => (stamp === undefined ? [] : [[ref.file, stamp] as const])));
  const text = formatManifest(manifest);
  await store.commit({
    generation,
    manifest: text,
    buried: revision.dead,
    moved: [...maker.moved, ...moved],
    forgotten: revision.forgotten,
    sources: revision.sources,
    checked: await stampsOf(job, manifest, stamps),
    run: { generation, at: ports.clock.now(), command: options.command, ...revision.run },
    keep: options.keep ?? KEPT_RUNS,
  });
  await ports.files.writeAtomic(options.layout.manifest, text);
  options.onProgress?.("write", 1, 1);
  const before = state.manifest === undefined ? [] : [state.manifest];
  await removeStaleSegments(ports.files, options.layout.index, [...before, manifest]);
  const compacted = segments.length === 1 && merged;
  await store.sweepVectors(compacted);
  return { manifest, compacted };
}

/** Takes back what a run that failed has put aside; nobody has seen it. After its commit, what failed is to be completed. */
export async function takeBack({ ports, options, store, state }: Job, maker: SegmentMaker): Promise<void> {
  await maker.abandon();
  if ((await store.state()).generation > state.generation) return;
  const named = new Set(state.manifest?.segments.map(({ file }) => file));
  for (const file of maker.files) {
    if (!named.has(file)) await ports.files.remove(path.join(options.layout.index, file)).catch(() => undefined);
  }
  await store.discard().catch(() => undefined);
}
