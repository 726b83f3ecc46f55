import { formatLocation } from "../messages/errors.js";
import type { Issue, KefuError, Location } from "../messages/errors.js";
import type { FaqEntry } from "./entry.js";
import { placeOf } from "./formats/draft.js";
import type { ColumnMapping, ParsedSource } from "./formats/source-format.js";
import type { EntryKey, SourceRecord } from "./store.js";

/** A source that was read in this run because it is new or has changed. */
export interface ReadSource {
  readonly record: SourceRecord;
  /** Without entries where reading failed. */
  readonly parsed: ParsedSource;
  /** Why nothing of the source could be read; it stands among the issues, too. */
  readonly failure?: KefuError;
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
  readonly mappings: readonly (ColumnMapping & { readonly file: string })[];
  readonly issues: readonly Issue[];
}

export interface PlanInput {
  readonly known: readonly EntryKey[];
  readonly read: readonly ReadSource[];
  /** Files whose fingerprint is the stored one. */
  readonly skipped: readonly string[];
  /** Known files that are gone. */
  readonly vanished: readonly string[];
  /** What was noticed before planning. */
  readonly issues: readonly Issue[];
}

function keyPlace({ file, sheet, row, line }: EntryKey): Location {
  return placeOf({
    file,
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(line === undefined ? {} : { line }),
  });
}

/** Two entries with one id: which of them would be served is not for us to choose. */
function findClashes(entries: readonly FaqEntry[], kept: ReadonlyMap<string, EntryKey>): Issue[] {
  const first = new Map<string, Location>();
  const clashes: Issue[] = [];
  for (const entry of entries) {
    const keeper = kept.get(entry.id);
    const other = first.get(entry.id) ?? (keeper === undefined ? undefined : keyPlace(keeper));
    const where = placeOf(entry.source);
    if (other === undefined) first.set(entry.id, where);
    else
      clashes.push({
        severity: "error",
        key: "kb.ingest.same-id",
        where,
        params: { id: entry.id, first: formatLocation(other) },
      });
  }
  return clashes;
}

/** What a run changes: pure, so that `--dry-run` shows exactly what would be done. */
export function planIngest(input: PlanInput): IngestPlan {
  const replaced = new Set([...input.read.map(({ record }) => record.file), ...input.vanished]);
  const before = new Map<string, EntryKey>();
  const kept = new Map<string, EntryKey>();
  for (const key of input.known) (replaced.has(key.file) ? before : kept).set(key.id, key);
  const entries = input.read.flatMap(({ parsed }) => parsed.entries);
  const [added, changed]: [EntryChange[], EntryChange[]] = [[], []];
  let same = 0;
  for (const entry of entries) {
    const old = before.get(entry.id);
    const change = { id: entry.id, question: entry.question, where: placeOf(entry.source) };
    if (old === undefined) added.push(change);
    else if (old.hash !== entry.hash) changed.push(change);
    else same++;
    before.delete(entry.id);
  }
  const skipped = new Set(input.skipped);
  const untouched = [...kept.values()].filter(({ file }) => skipped.has(file)).length;
  return {
    added,
    changed,
    removed: [...before.values()].map((key) => ({ id: key.id, where: keyPlace(key) })),
    unchanged: same + untouched,
    total: kept.size + entries.length,
    sources: { read: input.read.map(({ record }) => record.file), skipped: input.skipped, removed: input.vanished },
    rowsSkipped: input.read.reduce((sum, { parsed }) => sum + parsed.skipped, 0),
    mappings: input.read.flatMap(({ record, parsed }) =>
      parsed.mapping === undefined ? [] : [{ file: record.file, ...parsed.mapping }],
    ),
    issues: [...input.issues, ...input.read.flatMap(({ parsed }) => parsed.issues), ...findClashes(entries, kept)],
  };
}
