import path from "node:path";
import { KefuError } from "../messages/errors.js";
import type { FaqEntry } from "./entry.js";
import { compareEntries } from "./index/entry-codec.js";
import type { SegmentRef } from "./index/manifest.js";
import { mergeBytes, refOf } from "./index/segment-bytes.js";
import { buildSegment } from "./index/segment-writer.js";
import type { IngestPorts, RunOptions } from "./ingest-ports.js";
import type { KbStore, MovedEntry, PlacedEntry } from "./store.js";

/** Entries that are encoded at one time: what bounds the memory of an ingest. */
const PART = 4096;

/** Entries of the segments that a large ingest makes; they are merged with others only when that is asked for. */
export const LARGE = 4 * PART;

/** From so many entries on, starting other threads pays. */
const PARALLEL = 1500;

interface Waiting {
  readonly entry: FaqEntry;
  /** Of a version that is not in the store yet. */
  readonly fresh: boolean;
}

export interface MadeSegment {
  readonly ref: SegmentRef;
  /** What the file system said of its file. */
  readonly stamp: string | undefined;
}

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
  private waiting: Waiting[] = [];
  private readonly groups: Promise<MadeSegment>[] = [];
  private active: Promise<unknown> = Promise.resolve();
  private readonly movedEntries: MovedEntry[] = [];
  private readonly made = new Set<string>();
  private added = 0;
  private done = 0;
  private failed = false;

  /** @param total entries expected, for the progress shown; 0 when it is not known */
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

  async add(entries: readonly FaqEntry[], fresh: boolean): Promise<void> {
    for (const entry of entries) {
      this.waiting.push({ entry, fresh });
      this.added++;
      if (this.waiting.length >= LARGE) await this.flush();
    }
  }

  /** All segments of this run, in the order of their making. */
  async finish(): Promise<MadeSegment[]> {
    if (this.waiting.length > 0) await this.flush();
    await this.active;
    return Promise.all(this.groups);
  }

  /** Ends what is being done; its failure is of no interest any more. */
  async abandon(): Promise<void> {
    this.failed = true;
    this.waiting = [];
    await Promise.allSettled(this.groups);
  }

  /** At most one group is in the making while the next one is gathered. */
  private async flush(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    await this.active;
    const made = this.make(group);
    // A failure shows where the next group waits for this one, or at the end.
    made.catch(() => undefined);
    this.groups.push(made);
    this.active = made;
    if (this.ports.workers === undefined) await made;
  }

  private async make(group: readonly Waiting[]): Promise<MadeSegment> {
    const { files } = this.ports;
    const sorted = [...group].sort((a, b) => compareEntries(a.entry, b.entry));
    const bytes = await this.encode(sorted.map(({ entry }) => entry));
    const ref = refOf(bytes);
    this.check();
    const target = path.join(this.options.layout.index, ref.file);
    this.made.add(ref.file);
    await files.writeAtomic(target, bytes);
    const stamp = (await files.stat(target))?.stamp;
    const placed: PlacedEntry[] = [];
    for (const [ordinal, { entry, fresh }] of sorted.entries()) {
      const place = { segment: ref.file, ordinal };
      if (fresh) placed.push({ entry, ...place });
      else this.movedEntries.push({ id: entry.id, ...place });
    }
    for (let from = 0; from < placed.length; from += PART / 4) {
      this.check();
      await this.store.stage(this.generation, placed.slice(from, from + PART / 4));
      await this.ports.pause?.();
    }
    return { ref, stamp };
  }

  private check(): void {
    if (this.failed) throw new KefuError("interrupted", "common.interrupted");
    checkSignal(this.options);
  }

  private async encode(sorted: readonly FaqEntry[]): Promise<Uint8Array> {
    const { embedder, workers, pause } = this.ports;
    const cache = embedder.costly ? this.store.vectorCache(embedder.info.digest) : undefined;
    const parallel = workers !== undefined && !embedder.costly && sorted.length >= PARALLEL;
    const size = parallel ? Math.min(PART, Math.ceil(sorted.length / workers.size)) : PART;
    const parts: FaqEntry[][] = [];
    for (let from = 0; from < sorted.length; from += size) parts.push(sorted.slice(from, from + size));
    const built: Uint8Array[] = [];
    const step = (entries: number): void => {
      this.done += entries;
      this.options.onProgress?.("index", this.done, this.added);
    };
    if (parallel) {
      const build = async (part: FaqEntry[]): Promise<Uint8Array> => {
        const bytes = await workers.build(part);
        step(part.length);
        return bytes;
      };
      built.push(...(await Promise.all(parts.map(build))));
    } else {
      for (const part of parts) {
        this.check();
        const pauses = async (entries: number): Promise<void> => {
          step(entries);
          this.check();
          await pause?.();
        };
        built.push(await buildSegment(part, embedder, cache, pauses));
      }
    }
    if (built.length === 1) return built[0]!;
    const merging = built.map((bytes, at) => ({ file: `part ${at + 1}`, bytes, dead: [] }));
    return parallel ? workers.merge(merging) : mergeBytes(merging, embedder.info);
  }
}
