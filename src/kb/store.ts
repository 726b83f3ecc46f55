import type { FaqEntry } from "./entry.js";
import type { FieldName } from "./formats/fields.js";
import type { VectorCache } from "./index/segment-writer.js";

/** How a source is to be read, where its names alone do not tell. */
export interface SourceOptions {
  readonly map?: Readonly<Partial<Record<FieldName, string>>>;
  readonly idField?: string;
}

/** A source that has been read. */
export interface SourceRecord {
  /** Relative to the workspace with `/`; absolute for a file outside it. */
  readonly file: string;
  /** SHA-256 (hex) over the content, the parser's version and the options. */
  readonly fingerprint: string;
  /** `config`: found through kb.sources in kefu.yaml; `given`: named on a command line. */
  readonly origin: "config" | "given";
  readonly options: SourceOptions;
  readonly entries: number;
  /** Rows left out. */
  readonly skipped: number;
  readonly warnings: number;
}

/** Where the index holds an entry. */
export interface Placement {
  /** Name of the segment's file. */
  readonly segment: string;
  readonly ordinal: number;
}

/** What is known of a stored entry without reading it. */
export interface EntryKey extends Placement {
  readonly id: string;
  readonly hash: string;
  /** File of its source. */
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly line?: number;
}

export interface PlacedEntry extends Placement {
  readonly entry: FaqEntry;
}

/** What one run did, for the history. */
export interface RunRecord {
  readonly generation: number;
  /** Local time, ISO 8601 with offset. */
  readonly at: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly sources: readonly string[];
}

/** All that one run changes; applied in one transaction. */
export interface StoreChange {
  readonly generation: number;
  /** Text of the manifest that the index will have; it is published after this is committed. */
  readonly manifest: string;
  /** Files whose entries are taken out: those removed and those replaced. */
  readonly removed: readonly string[];
  readonly sources: readonly SourceRecord[];
  readonly entries: readonly PlacedEntry[];
  /** New places of entries that were only moved, by id. */
  readonly moved: readonly ({ readonly id: string } & Placement)[];
  readonly run: RunRecord;
}

/**
 * The memory of ingest: which sources were read, what they held, where the index has it. It is derived state: it can be
 * deleted, and the next ingest makes it again. Commands that only read never open it.
 */
export interface KbStore {
  /** 0 and no manifest before the first run. */
  state(): Promise<{ generation: number; manifest: string | undefined }>;
  sources(): Promise<SourceRecord[]>;
  /** All stored entries, by id, without their content. */
  keys(): Promise<EntryKey[]>;
  /** All stored entries. */
  entries(): Promise<FaqEntry[]>;
  /** All or nothing. */
  commit(change: StoreChange): Promise<void>;
  /** Runs that changed something, the latest first. */
  runs(limit: number): Promise<RunRecord[]>;
  /** Vectors of an encoder, kept by the text they stand for; what is set is written at once. */
  vectorCache(embedderDigest: string): VectorCache;
  close(): Promise<void>;
}
