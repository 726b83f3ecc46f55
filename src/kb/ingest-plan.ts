import { formatLocation } from "../messages/errors.js";
import type { Issue, KefuError, Location } from "../messages/errors.js";
import type { FaqEntry } from "./entry.js";
import { placeOf } from "./formats/draft.js";
import type { ColumnMapping, ParsedSource } from "./formats/source-format.js";
import { keyPlace, placeText } from "./ingest-place.js";
import type { EntryKey, SourceRecord } from "./store.js";

/** A source that was read in this run because it is new or has changed. */
export interface ReadSource {
  readonly record: SourceRecord;
  /** Without entries where reading failed. */
  readonly parsed: ParsedSource;
  /** Why nothing of the source could be read; it stands among the issues, too. */
  readonly failure?: KefuError;
  /** Milliseconds that reading and parsing took. */
  readonly elapsed?: number;
}

/** What one source holds. */
export interface SourceFigures {
  readonly file: string;
  readonly entries: number;
  /** Rows and sections left out. */
  readonly rowsSkipped: number;
  /** Milliseconds; of a source that was read. */
  readonly elapsed?: number;
}

/** What happens to one entry. */
export interface EntryChange {
  readonly id: string;
  /** Standard question; of a removed entry only the id and the place are known. */
  readonly question?: string;
  readonly where: Location;
}

/** All that a run would do; made without touching anything. */
export interface IngestPlan {
  readonly added: readonly EntryChange[];
  readonly changed: readonly EntryChange[];
  readonly removed: readonly EntryChange[];
  /** Entries of the sources in question that stay as they are. */
  readonly unchanged: number;
  /** All entries after the run. */
  readonly total: number;
  readonly sources: {
    readonly read: readonly string[];
    /** Not read, because nothing about them has changed. */
    readonly skipped: readonly string[];
    readonly removed: readonly string[];
  };
  /** Rows and sections left out of the sources that were read. */
  readonly rowsSkipped: number;
  /** Of the sources that were read and of those that were skipped. */
  readonly figures: readonly SourceFigures[];
  readonly mappings: readonly (ColumnMapping & { readonly file: string })[];
  readonly issues: readonly Issue[];
}

interface Seen extends EntryChange {
  readonly hash: string;
  kind: "added" | "changed" | "same";
}

/**
 * Compares what sources hold with what is stored of them, one source after the other, and keeps of each entry only what the
 * report needs. Pure, so that `--dry-run` shows exactly what would be done.
 */
export class Planner {
  private readonly seen: Seen[] = [];
  private readonly byId = new Map<string, Seen>();
  private readonly leftover = new Map<string, EntryKey>();
  private readonly clashes: Issue[] = [];
  private readonly parsedIssues: Issue[] = [];
  private readonly mappings: (ColumnMapping & { file: string })[] = [];
  private readonly read = new Map<string, number>();
  private readonly skipped: string[] = [];
  private readonly vanished: string[] = [];
  private readonly buried: EntryKey[] = [];
  private readonly figures: SourceFigures[] = [];
  private rowsSkipped = 0;

  /** @param known sources, before the run */
  constructor(private readonly known: readonly SourceRecord[]) {}

  /** Versions of entries that end: those that are gone and those that another version replaces. */
  get dead(): readonly EntryKey[] {
    return this.buried;
  }

  get failed(): boolean {
    return this.clashes.length > 0 || this.parsedIssues.some(({ severity }) => severity === "error");
  }

  get warned(): boolean {
    return this.parsedIssues.some(({ severity }) => severity === "warning");
  }

  /**
   * @param before what is stored of the source
   * @returns the entries of which a new version is to be kept: new, changed, or standing elsewhere in the source
   */
  addSource({ record, parsed, elapsed }: ReadSource, before: readonly EntryKey[]): FaqEntry[] {
    const old = new Map(before.map((key) => [key.id, key]));
    this.read.set(record.file, parsed.entries.length);
    this.rowsSkipped += parsed.skipped;
    const { file, entries, skipped } = record;
    this.figures.push({ file, entries, rowsSkipped: skipped, ...(elapsed === undefined ? {} : { elapsed }) });
    this.parsedIssues.push(...parsed.issues);
    if (parsed.mapping !== undefined) this.mappings.push({ file: record.file, ...parsed.mapping });
    const fresh: FaqEntry[] = [];
    for (const entry of parsed.entries) {
      const key = old.get(entry.id);
      old.delete(entry.id);
      if (!this.note(entry, key)) continue;
      if (key?.hash === entry.hash && key.place === placeText(entry.source)) continue;
      if (key !== undefined) this.buried.push(key);
      fresh.push(entry);
    }
    for (const key of old.values()) this.leave(key);
    return fresh;
  }

  /** A source whose fingerprint is the stored one. */
  skip(file: string): void {
    this.skipped.push(file);
    const { entries = 0, skipped = 0 } = this.known.find((source) => source.file === file) ?? {};
    this.figures.push({ file, entries, rowsSkipped: skipped });
  }

  /** Something about a source that was not read. */
  report(issue: Issue): void {
    this.parsedIssues.push(issue);
  }

  /** A known source that is gone, with what is stored of it. */
  vanish(file: string, keys: readonly EntryKey[]): void {
    this.vanished.push(file);
    for (const key of keys) this.leave(key);
  }

  /** Ids that no source of this run had before: they may be those of entries in other sources. */
  newIds(): string[] {
    const others = this.known.some(({ file }) => !this.replaced(file));
    if (!others) return [];
    return this.seen.filter(({ id, kind }) => kind === "added" && !this.leftover.has(id)).map(({ id }) => id);
  }

  /**
   * @param holders stored entries that have {@link newIds}
   * @param issues what was noticed before
   */
  finish(holders: readonly EntryKey[], issues: readonly Issue[]): IngestPlan {
    for (const key of holders) if (!this.replaced(key.file)) this.clash(this.byId.get(key.id)!, keyPlace(key));
    this.matchMoved();
    const entriesOf = (records: readonly SourceRecord[]): number =>
      records.reduce((sum, { entries }) => sum + entries, 0);
    const skipped = new Set(this.skipped);
    const kept = this.known.filter(({ file }) => !this.replaced(file));
    const same = this.seen.filter(({ kind }) => kind === "same").length;
    return {
      added: this.changes("added"),
      changed: this.changes("changed"),
      removed: [...this.leftover.values()].map((key) => ({ id: key.id, where: keyPlace(key) })),
      unchanged: same + entriesOf(kept.filter(({ file }) => skipped.has(file))),
      total: entriesOf(kept) + [...this.read.values()].reduce((sum, entries) => sum + entries, 0),
      sources: { read: [...this.read.keys()], skipped: this.skipped, removed: this.vanished },
      rowsSkipped: this.rowsSkipped,
      figures: this.figures,
      mappings: this.mappings,
      issues: [...issues, ...this.parsedIssues, ...this.clashes],
    };
  }

  private replaced(file: string): boolean {
    return this.read.has(file) || this.vanished.includes(file);
  }

  /** @returns false for an id that another entry of this run has */
  private note(entry: FaqEntry, key: EntryKey | undefined): boolean {
    const { id, question, hash } = entry;
    const where = placeOf(entry.source);
    const first = this.byId.get(id);
    const kind = key === undefined ? "added" : key.hash === hash ? "same" : "changed";
    const seen: Seen = { id, question, where, hash, kind };
    if (first !== undefined) {
      this.clash(seen, first.where);
      return false;
    }
    this.byId.set(id, seen);
    this.seen.push(seen);
    return true;
  }

  /** Two entries with one id: which of them would be served is not for us to choose. */
  private clash({ id, where }: EntryChange, other: Location): void {
    const params = { id, first: formatLocation(other) };
    this.clashes.push({ severity: "error", key: "kb.ingest.same-id", where, params });
  }

  private leave(key: EntryKey): void {
    this.leftover.set(key.id, key);
    this.buried.push(key);
  }

  /** An entry that went from one source to another was there before. */
  private matchMoved(): void {
    for (const [id, key] of this.leftover) {
      const seen = this.byId.get(id);
      if (seen === undefined) continue;
      seen.kind = seen.hash === key.hash ? "same" : "changed";
      this.leftover.delete(id);
    }
  }

  private changes(kind: Seen["kind"]): EntryChange[] {
    return this.seen
      .filter((seen) => seen.kind === kind)
      .map(({ id, question, where }) => ({ id, ...(question === undefined ? {} : { question }), where }));
  }
}
