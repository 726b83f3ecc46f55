import type { Issue, KefuError } from "../../messages/errors.js";
import { diffEntries } from "../entry-diff.js";
import type { EntryDiff } from "../entry-diff.js";
import type { EntryDelta, IngestReport } from "./ingest.js";
import type { IngestPlan } from "./plan.js";

/** The figures of a run; every output has them from here. */
export interface IngestCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** All entries after it. */
  readonly total: number;
  /** Rows and sections left out. */
  readonly skipped: number;
  readonly warnings: number;
  readonly errors: number;
  readonly notes: number;
  readonly sources: { readonly read: number; readonly unchanged: number; readonly removed: number };
}

/** What became of one source. */
export interface SourceSummary {
  readonly file: string;
  readonly state: "read" | "unchanged" | "removed" | "failed";
  readonly entries: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly skipped: number;
  readonly warnings: number;
  readonly errors: number;
  /** Milliseconds; of a source that was read. */
  readonly elapsed?: number;
}

/** Issues of one kind. */
export interface IssueGroup {
  readonly key: Issue["key"];
  readonly severity: Issue["severity"];
  readonly issues: readonly Issue[];
}

/** What a run did, would do, or could not do. */
export interface IngestSummary {
  readonly state: "written" | "unchanged" | "planned" | "failed";
  readonly counts: IngestCounts;
  readonly sources: readonly SourceSummary[];
  /** Entry by entry, where the details were asked for. */
  readonly changes: readonly EntryDiff[];
  /** Errors first; within a severity the most frequent first. */
  readonly groups: readonly IssueGroup[];
}

const NOTHING: IngestPlan = {
  added: [],
  changed: [],
  removed: [],
  unchanged: 0,
  total: 0,
  sources: { read: [], skipped: [], removed: [] },
  rowsSkipped: 0,
  figures: [],
  mappings: [],
  issues: [],
};

function ofSeverity(issues: readonly Issue[], severity: Issue["severity"]): number {
  return issues.filter((issue) => issue.severity === severity).length;
}

/** @param issues all that was noticed, also what ended the run */
export function countIngest(plan: IngestPlan, issues: readonly Issue[] = plan.issues): IngestCounts {
  const { added, changed, removed, unchanged, total, rowsSkipped, sources } = plan;
  return {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    unchanged,
    total,
    skipped: rowsSkipped,
    warnings: ofSeverity(issues, "warning"),
    errors: ofSeverity(issues, "error"),
    notes: ofSeverity(issues, "info"),
    sources: { read: sources.read.length, unchanged: sources.skipped.length, removed: sources.removed.length },
  };
}

function tally(items: readonly { readonly where?: { readonly file: string } }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { where } of items) {
    if (where !== undefined) counts.set(where.file, (counts.get(where.file) ?? 0) + 1);
  }
  return counts;
}

function sourcesOf(plan: IngestPlan, issues: readonly Issue[]): SourceSummary[] {
  const { sources, figures } = plan;
  const known = new Map(figures.map((one) => [one.file, one]));
  const [added, changed, removed] = [tally(plan.added), tally(plan.changed), tally(plan.removed)];
  const warnings = tally(issues.filter(({ severity }) => severity === "warning"));
  const errors = tally(issues.filter(({ severity }) => severity === "error"));
  const line = (file: string, state: SourceSummary["state"]): SourceSummary => {
    const { entries = 0, rowsSkipped = 0, elapsed } = known.get(file) ?? {};
    return {
      file,
      state: errors.has(file) ? "failed" : state,
      entries,
      skipped: rowsSkipped,
      added: added.get(file) ?? 0,
      changed: changed.get(file) ?? 0,
      removed: removed.get(file) ?? 0,
      warnings: warnings.get(file) ?? 0,
      errors: errors.get(file) ?? 0,
      ...(elapsed === undefined ? {} : { elapsed }),
    };
  };
  const named = new Set([...sources.read, ...sources.skipped, ...sources.removed]);
  const others = [...errors.keys()].filter((file) => !named.has(file));
  return [
    ...sources.read.map((file) => line(file, "read")),
    ...others.map((file) => line(file, "failed")),
    ...sources.removed.map((file) => line(file, "removed")),
    ...sources.skipped.map((file) => line(file, "unchanged")),
  ];
}

const SEVERITIES = ["error", "warning", "info"] as const;

/** Issues by kind; within a kind in the order in which they came. */
function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const name = `${issue.severity} ${issue.key}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [issue]);
    else group.push(issue);
  }
  return [...groups.values()]
    .map((list) => ({ key: list[0]!.key, severity: list[0]!.severity, issues: list }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.issues.length - a.issues.length ||
        (a.key < b.key ? -1 : 1),
    );
}

const CHANGES = ["changed", "added", "removed"] as const;

/** Changes first, then what is new, then what goes; each by file and place. */
function diffsOf(details: readonly EntryDelta[]): EntryDiff[] {
  const place = ({ source }: EntryDiff): [string, string, number] => [
    source.file,
    source.sheet ?? "",
    source.row ?? source.line ?? source.page ?? 0,
  ];
  return details
    .map(({ before, after }) => diffEntries(before, after))
    .sort((a, b) => {
      const [x, y] = [place(a), place(b)];
      const byKind = CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change);
      if (byKind !== 0) return byKind;
      if (x[0] !== y[0]) return x[0] < y[0] ? -1 : 1;
      if (x[1] !== y[1]) return x[1] < y[1] ? -1 : 1;
      return x[2] - y[2] || (a.id < b.id ? -1 : 1);
    });
}

/** A run that came to its end. */
export function summarise(report: IngestReport): IngestSummary {
  const { issues, dryRun, written, details = [] } = report;
  return {
    state: dryRun ? "planned" : written ? "written" : "unchanged",
    counts: countIngest(report),
    sources: sourcesOf(report, issues),
    changes: diffsOf(details),
    groups: groupIssues(issues),
  };
}

/**
 * A run that failed: nothing was changed, but all that was noticed is told.
 * @param plan what it would have done, where it came so far
 */
export function summariseFailure(error: KefuError, plan: IngestPlan = NOTHING): IngestSummary {
  const { key, params, where } = error;
  // What a plan holds is all there is to say; before there is one, the failure itself is.
  const told = plan.issues.some((issue) => issue.severity === "error") || error.kind === "findings";
  const own: Issue = { severity: "error", key, params, ...(where === undefined ? {} : { where }) };
  const issues = told ? plan.issues : [own, ...error.issues, ...plan.issues];
  return {
    state: "failed",
    counts: countIngest(plan, issues),
    sources: sourcesOf(plan, issues),
    changes: [],
    groups: groupIssues(issues),
  };
}

/** Changes that runs have made, without the runs themselves. */
export function summariseChanges(details: readonly EntryDelta[], total: number): IngestSummary {
  const changes = diffsOf(details);
  const of = (kind: EntryDiff["change"]): IngestPlan["added"] =>
    changes.filter(({ change }) => change === kind).map(({ id, source }) => ({ id, where: { file: source.file } }));
  const [added, changed, removed] = [of("added"), of("changed"), of("removed")];
  const files = [...new Set(changes.map(({ source }) => source.file))].sort();
  const plan: IngestPlan = {
    ...NOTHING,
    added,
    changed,
    removed,
    total,
    unchanged: total - added.length - changed.length,
    sources: { ...NOTHING.sources, read: files },
  };
  return { state: "written", counts: countIngest(plan), sources: sourcesOf(plan, []), changes, groups: [] };
}
