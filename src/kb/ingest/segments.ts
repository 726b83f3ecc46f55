import path from "node:path";
import { KefuError } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import type { SegmentRef } from "../index/manifest.js";
import { mergeBytes, refOf } from "../index/segment-bytes.js";
import { Segment } from "../index/segment.js";
import { buildSegment } from "../index/segment-writer.js";
import type { IngestPorts, RunOptions } from "./ports.js";
import type { KbStore, MovedEntry, PlacedEntry } from "../store.js";

/** Entries that are encoded at one time, and whose content is held until then: what bounds the memory of an ingest. */
const PART = 2048;

/** Entries that are staged at a time. */
const BATCH = 512;

/** Entries of the segments that a large ingest makes; they are merged with others only when that is asked for. */
export const LARGE = 8 * PART;

/**
 * Other threads are started only beyond so many entries: an ingest of 10,000 took 6.0 s of computing in one thread, and 9.2 s
 * with two others from the start. 100,000 entries on two cores (with other work on them) took 77 s without, 76 s with one and
 * 61 s with two.
 */
export const ALONE = 4 * PART;

/** A segment file that has been written aside. */
export interface MadeSegment {
  readonly ref: SegmentRef;
  /** What the file system said of its file. */
  readonly stamp: string | undefined;
}

/** @throws KefuError `interrupted` once the run has been told to end */
export function checkSignal({ signal }: Pick<RunOptions, "signal">): void {
  if (signal?.aborted === true) throw new KefuError("interrupted", "common.interrupted");
}

/**
 * Turns entries into segment files while they come, so that memory holds a bounded number of them. The files are no part of
 * the index until a manifest names them, and the entries staged in the store are seen by nobody until its commit.
 *
 * Groups are cut by the order and number of entries alone: with other threads or without, the files are the same.
 */
export class SegmentMaker {
  private waiting: FaqEntry[] = [];
  /** Of the group that is being gathered. */
  private parts: Promise<Uint8Array>[] = [];
  private readonly groups: Promise<MadeSegment>[] = [];
  private active: Promise<unknown> = Promise.resolve();
  /** Ids of entries that are in the store already. */
  private readonly kept = new Set<string>();
  private readonly movedEntries: MovedEntry[] = [];
  private readonly made = new Set<string>();
  private added = 0;
  private done = 0;
  private failed = false;

  constructor(
    private readonly ports: IngestPorts,
    private readonly options: RunOptions,
    private readonly store: KbStore,
    private readonly generation: number,
  ) {}

  /** Entries that were in the store before and now stand elsewhere in the index. */
  get moved(): readonly MovedEntry[] {
    return this.movedEntries;
  }

  /** Names of files written so far. */
  get files(): ReadonlySet<string> {
    return this.made;
  }

  /** @param fresh whether the entries are versions that are not in the store yet */
  async add(entries: readonly FaqEntry[], fresh: boolean): Promise<void> {
    for (const entry of entries) {
      this.waiting.push(entry);
      if (!fresh) this.kept.add(entry.id);
      this.added++;
      if (this.waiting.length < PART) continue;
      await this.cut();
      if (this.parts.length * PART >= LARGE) await this.close();
    }
  }

  /** All segments of this run, in the order of their making. */
  async finish(): Promise<MadeSegment[]> {
    if (this.waiting.length > 0) await this.cut();
    if (this.parts.length > 0) await this.close();
    await this.active;
    return Promise.all(this.groups);
  }

  /** Ends what is being done; its failure is of no interest any more. */
  async abandon(): Promise<void> {
    this.failed = true;
    this.waiting = [];
    await Promise.allSettled([...this.parts, ...this.groups]);
  }

  /** Encodes what has come, here or in another thread; a failure there shows when its group is closed. */
  private async cut(): Promise<void> {
    const part = this.waiting;
    this.waiting = [];
    this.check();
    const { embedder, workers } = this.ports;
    const elsewhere = workers?.free === true && !embedder.costly && this.added > ALONE && part.length === PART;
    const built = elsewhere ? workers.build(part) : this.build(part);
    built.then(
      () => {
        if (elsewhere) this.step(part.length);
      },
      () => undefined,
    );
    this.parts.push(built);
    if (!elsewhere) await built;
  }

  private build(part: readonly FaqEntry[]): Promise<Uint8Array> {
    const { embedder, pause } = this.ports;
    const cache = embedder.costly ? this.store.vectorCache(embedder.info.digest) : undefined;
    return buildSegment(part, embedder, cache, async (entries) => {
      this.step(entries);
      this.check();
      await pause?.();
    });
  }

  private step(entries: number): void {
    this.done += entries;
    this.options.onProgress?.("index", this.done, this.added);
  }

  /** At most one group is put together while the next one is gathered. */
  private async close(): Promise<void> {
    const { parts } = this;
    this.parts = [];
    await this.active;
    const made = this.make(parts);
    // A failure shows where the next group waits for this one, or at the end.
    made.catch(() => undefined);
    this.groups.push(made);
    this.active = made;
    if (this.ports.workers === undefined) await made;
  }

  private async make(parts: Promise<Uint8Array>[]): Promise<MadeSegment> {
    const { files } = this.ports;
    const bytes = await this.join(parts);
    const ref = refOf(bytes);
    this.check();
    const target = path.join(this.options.layout.index, ref.file);
    this.made.add(ref.file);
    await files.writeAtomic(target, bytes);
    const stamp = (await files.stat(target))?.stamp;
    await this.place(new Segment(bytes, ref.file));
    return { ref, stamp };
  }

  private async join(parts: Promise<Uint8Array>[]): Promise<Uint8Array> {
    const { workers, embedder, pause } = this.ports;
    const built = await Promise.all(parts.splice(0));
    if (built.length === 1) return built[0]!;
    const merging = built.map((bytes, at) => ({ file: `part ${at + 1}`, bytes, dead: [] }));
    if (workers?.free === true && this.added > ALONE) return workers.merge(merging, embedder.info);
    return mergeBytes(merging, embedder.info, async () => {
      this.check();
      await pause?.();
    });
  }

  /** Tells the store where the index will have each entry, and what it says where the store does not know it yet. */
  private async place(segment: Segment): Promise<void> {
    for (let from = 0; from < segment.entries; from += BATCH) {
      const placed: PlacedEntry[] = [];
      for (let ordinal = from; ordinal < Math.min(from + BATCH, segment.entries); ordinal++) {
        const place = { segment: segment.file, ordinal };
        const id = segment.id(ordinal);
        if (this.kept.delete(id)) this.movedEntries.push({ id, ...place });
        else placed.push({ entry: segment.entry(ordinal), ...place });
      }
      this.check();
      if (placed.length > 0) await this.store.stage(this.generation, placed);
      await this.ports.pause?.();
    }
  }

  private check(): void {
    if (this.failed) throw new KefuError("interrupted", "common.interrupted");
    checkSignal(this.options);
  }
}
