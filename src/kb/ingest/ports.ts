import type { Embedder, EmbedderInfo } from "../../embed/embedder.js";
import type { Locale } from "../../messages/locale.js";
import type { Clock, FilePort, LockPort } from "../../workspace/ports.js";
import type { ArchivePort } from "../sources/archive-port.js";
import type { FaqEntry } from "../entry.js";
import type { FieldName } from "../formats/fields.js";
import type { TableMapping } from "../formats/mappings.js";
import type { IngestPlan } from "./plan.js";
import type { OnlineAccess } from "../sources/source-addresses.js";
import type { KbStore, SourceOptions } from "../store.js";

/** Other threads for the heavy parts of an ingest. What they do is pure: where it is done does not show in the result. */
export interface IngestWorkers {
  /** Whether one of them has nothing to do; they are started as work comes. */
  readonly free: boolean;
  /** As `buildSegment`, with the encoder that the workers were made for. */
  build(entries: readonly FaqEntry[]): Promise<Uint8Array>;
  /** As `mergeBytes`; the bytes are handed over. */
  merge(parts: readonly SegmentBytes[], embedder: EmbedderInfo): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A segment to be merged, with the ordinals of its dead entries. */
export interface SegmentBytes {
  /** Its name, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly dead: readonly number[];
}

/** What an ingest needs of the world. */
export interface IngestPorts {
  readonly files: FilePort;
  readonly clock: Clock;
  readonly locks: LockPort;
  readonly embedder: Embedder;
  openStore(file: string): Promise<KbStore>;
  /** Without it, zip archives are files that cannot be read. */
  readonly archives?: ArchivePort;
  /** Only in a run that may fetch; without it what is known of web pages stays. */
  readonly online?: OnlineAccess;
  /** Without it, all is done in this thread. */
  readonly workers?: IngestWorkers;
  /** Called between pieces of long computing, so that an interrupt is heard. */
  pause?(): Promise<void>;
}

/** `read`: entries found; `index`: entries put into the index; `write`: files written. */
export type IngestPhase = "read" | "index" | "write";

/** Absolute paths of a workspace: its folder, its lock and what is derived in `.kefu/`. */
export interface IngestLayout {
  readonly root: string;
  readonly lock: string;
  readonly store: string;
  readonly index: string;
  readonly manifest: string;
}

/** What every command that changes the index is told. */
export interface RunOptions {
  readonly layout: IngestLayout;
  readonly dryRun: boolean;
  /** Command line, for the lock and the history. */
  readonly command: string;
  /** Runs that can be gone back to; default 20. */
  readonly keep?: number;
  /** Seconds to wait for another process that holds the lock; default 0. */
  readonly wait?: number;
  readonly signal?: AbortSignal;
  /** `total` may grow while sources are still being read. */
  onProgress?(phase: IngestPhase, done: number, total: number): void;
}

export interface IngestOptions extends RunOptions {
  /** Of kefu.yaml. */
  readonly settings: {
    readonly sources: readonly string[];
    readonly columns: Readonly<Partial<Record<FieldName, string>>>;
    readonly idField?: string;
    /** Columns of single sources; `skip` leaves one out. */
    readonly mappings?: readonly TableMapping[];
    readonly locale: Locale;
  };
  /** Named on the command line, relative to `cwd`; with none, all known sources are gone through. */
  readonly sources: readonly string[];
  readonly cwd: string;
  /** For the sources of this run; they remember it. */
  readonly given: SourceOptions;
  readonly strict: boolean;
  readonly compact: boolean;
  /** Give the entries before and after with the report; all of them are held in memory then. */
  readonly details?: boolean;
  /** Told of the plan before anything is written, also of one that cannot be done; what it throws ends the run. */
  onPlan?(plan: IngestPlan): void;
}

export const KEPT_RUNS = 20;
