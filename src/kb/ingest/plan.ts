import { Buffer } from "node:buffer";
import { formatLocation } from "../../messages/errors.js";
import type { Issue, KefuError, Location } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import { placeOf } from "../formats/draft.js";
import type { ColumnMapping, ParsedSource } from "../formats/source-format.js";
import { keyPlace, placeText } from "./place.js";
import type { EntryKey, SourceRecord } from "../store.js";

/** A source that was read in this run because it is new or has changed. */
export interface ReadSource {
  readonly record: SourceRecord;
  /** Its entries are those that were not handed on while it was read; none where reading failed. */
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

/** One source that is being compared. */
export interface SourcePlan {
  /** @returns the entries of which a new version is to be kept: new, changed, or standing elsewhere in the source */
  add(entries: readonly FaqEntry[]): FaqEntry[];
  end(read: ReadSource): void;
}

/** A copy: a part of a long text keeps all of that text in memory. */
function apart(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
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
  private readonly vanished = new Set<string>();
  private readonly buried: EntryKey[] = [];
  private readonly figures: SourceFigures[] = [];
  private readonly knownByFile: ReadonlyMap<string, SourceRecord>;
  private rowsSkipped = 0;
  private errors = 0;
  private warnings = 0;

  /** @param known sources, before the run */
  constructor(private readonly known: readonly SourceRecord[]) {
    this.knownByFile = new Map(known.map((source) => [source.file, source]));
  }

  /** Versions of entries that end: those that are gone and those that another version replaces. */
  get dead(): readonly EntryKey[] {
    return this.buried;
  }

  get failed(): boolean {
    return this.clashes.length > 0 || this.errors > 0;
  }

  get warned(): boolean {
    return this.warnings > 0;
  }

  /** @param before what is stored of the source, which comes in pieces now */
  begin(before: readonly EntryKey[]): SourcePlan {
    const old = new Map(before.map((key) => [key.id, key]));
    return {
      add: (entries) => entries.filter((entry) => this.isFresh(entry, old)),
      end: ({ record, parsed, elapsed }) => {
        const { file, entries, skipped } = record;
        this.read.set(file, entries);
        this.rowsSkipped += parsed.skipped;
        this.figures.push({ file, entries, rowsSkipped: skipped, ...(elapsed === undefined ? {} : { elapsed }) });
        if (parsed.mapping !== undefined) this.mappings.push({ file, ...parsed.mapping });
        for (const key of old.values()) this.leave(key);
      },
    };
  }

  /** A source whose fingerprint is the stored one. */
  skip(file: string): void {
    this.skipped.push(file);
    const { entries = 0, skipped = 0 } = this.knownByFile.get(file) ?? {};
    this.figures.push({ file, entries, rowsSkipped: skipped });
  }

  /** Something about a source; what was found while reading it is told before its last entries. */
  report(issues: readonly Issue[]): void {
    for (const issue of issues) {
      this.parsedIssues.push(issue);
      if (issue.severity === "error") this.errors++;
      if (issue.severity === "warning") this.warnings++;
    }
  }

  /** A known source that is gone, with what is stored of it. */
  vanish(file: string, keys: readonly EntryKey[]): void {
    this.vanished.add(file);
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
      sources: { read: [...this.read.keys()], skipped: this.skipped, removed: [...this.vanished] },
      rowsSkipped: this.rowsSkipped,
      figures: this.figures,
      mappings: this.mappings,
      issues: [...issues, ...this.parsedIssues, ...this.clashes],
    };
  }

  private isFresh(entry: FaqEntry, old: Map<string, EntryKey>): boolean {
    const key = old.get(entry.id);
    old.delete(entry.id);
    if (!this.note(entry, key)) return false;
    if (key?.hash === entry.hash && key.place === placeText(entry.source)) return false;
    if (key !== undefined) this.buried.push(key);
    return true;
  }

  private replaced(file: string): boolean {
    return this.read.has(file) || this.vanished.has(file);
  }

  /** @returns false for an id that another entry of this run has */
  private note(entry: FaqEntry, key: EntryKey | undefined): boolean {
    const { hash } = entry;
    const [id, question] = [apart(entry.id), apart(entry.question)];
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
