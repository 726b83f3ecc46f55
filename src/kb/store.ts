import type { FaqEntry } from "./entry.js";
import type { FieldName } from "./formats/fields.js";
import type { VectorCache } from "./index/segment-writer.js";

/** How a source is to be read, where its names alone do not tell. */
export interface SourceOptions {
  readonly map?: Readonly<Partial<Record<FieldName, string>>>;
  readonly idField?: string;
  /** The crawl that found the page, as `crawl+https://…` or `sitemap+https://…`. */
  readonly via?: string;
}

/** A source that has been read. */
export interface SourceRecord {
  /** Relative to the workspace with `/`; absolute for a file outside it; `archive!/member`; or a web address. */
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
  /** SHA-256 (hex) over the parser's version and the options alone. */
  readonly reading?: string;
  /** What a web server said of the content: asked with at the next run. */
  readonly etag?: string;
  readonly modified?: string;
}

/** Where the index holds an entry. */
export interface Placement {
  /** Name of the segment's file. */
  readonly segment: string;
  readonly ordinal: number;
}

/** What is known of a stored entry without reading it. */
export interface EntryKey extends Placement {
  /** Of this version of the entry, in the store. */
  readonly number: number;
  readonly id: string;
  readonly hash: string;
  /** File of its source. */
  readonly file: string;
  /** Where it stands in its source, as `placeText` writes it. */
  readonly place: string;
}

/** An entry with where it stands in its source and in the index. */
export interface PlacedEntry extends Placement {
  readonly entry: FaqEntry;
}

/** An entry that stays as it is and stands elsewhere. */
export interface MovedEntry extends Placement {
  readonly id: string;
}

export type RunKind = "ingest" | "restore" | "remove";

/** What one run did, for the history. */
export interface RunRecord {
  readonly generation: number;
  /** Local time, ISO 8601 with offset. */
  readonly at: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** All entries after it. */
  readonly total?: number;
  /** Sources that were read, brought back or removed. */
  readonly sources: readonly string[];
  readonly kind?: RunKind;
  /** Command line. */
  readonly command?: string;
  /** Of a restore: the run that was gone back to. */
  readonly of?: number;
}

/** All that one run changes, besides the entries it has staged; applied in one transaction. */
export interface StoreChange {
  readonly generation: number;
  /** Text of the manifest that the index will have; it is published after this is committed. */
  readonly manifest: string;
  /** Versions of entries that end with this run: those removed and those replaced. */
  readonly buried: readonly Pick<EntryKey, "number">[];
  /** Sources that are known no longer. */
  readonly forgotten: readonly string[];
  /** Sources that were read; they take the place of what was known of them. */
  readonly sources: readonly SourceRecord[];
  /** New places of live entries that were only moved, by id. */
  readonly moved: readonly MovedEntry[];
  /** Segments that have been read to the last byte and found whole, by name, with what the file system said of them. */
  readonly checked: ReadonlyMap<string, string>;
  readonly run: RunRecord;
  /** Runs that can be gone back to, this one included; older states are dropped. */
  readonly keep: number;
}

/** How to get from the present state to that of an earlier run. */
export interface WayBack {
  /** Live entries that were not there then. */
  readonly leaving: readonly EntryKey[];
  /** Entries that were there then and are not now; a version that came again since is not among them. */
  coming(): Iterable<{ readonly key: EntryKey; readonly entry: FaqEntry }>;
  /** The sources as they were known then, where that differs. */
  readonly sources: readonly SourceRecord[];
  /** Sources known now and not then. */
  readonly forgotten: readonly string[];
}

/**
 * The memory of ingest: which sources were read, what they held, where the index has it, and how it all was before. It is
 * derived state: it can be deleted, and the next ingest makes it again, without the history. Commands that only answer
 * never open it.
 */
export interface KbStore {
  /** 0 and no manifest before the first run. */
  state(): Promise<{ generation: number; manifest: string | undefined }>;
  sources(): Promise<SourceRecord[]>;
  /** Live entries of some sources, without their content. */
  keys(files: readonly string[]): Promise<EntryKey[]>;
  /** Live entries that have one of these ids. */
  holders(ids: readonly string[]): Promise<EntryKey[]>;
  /** All live entries, one after the other; nothing may be written before the last one has been taken. */
  entries(): Iterable<FaqEntry>;
  /** Those of the ids that are live. */
  entriesById(ids: readonly string[]): Promise<FaqEntry[]>;
  /** Keeps entries for a run that is to be committed; until then nobody sees them. */
  stage(generation: number, entries: readonly PlacedEntry[]): Promise<void>;
  /** Drops what runs have staged that did not come to their commit. */
  discard(): Promise<void>;
  /** All or nothing. */
  commit(change: StoreChange): Promise<void>;
  /** Runs that changed something and can be gone back to, the latest first. */
  runs(limit: number): Promise<RunRecord[]>;
  /** @param generation of a run in {@link runs} */
  wayBack(generation: number): Promise<WayBack>;
  /** What keeping earlier states costs: versions of entries that are live no longer, and the bytes of their content. */
  historySize(): Promise<{ runs: number; versions: number; bytes: number }>;
  /** What the file system said of a segment when it was last read and found whole. */
  checked(): Promise<Map<string, string>>;
  /** Vectors of an encoder, kept by the hash of the text they stand for, whatever becomes of the run that made them. */
  vectorCache(embedderDigest: string): VectorCache;
  /**
   * Drops vectors of texts that no entry has, now or in the history, and those of all but the two encoders used last.
   * @param always also when there are not many more of them than after the last time
   */
  sweepVectors(always: boolean): Promise<void>;
  close(): Promise<void>;
}
