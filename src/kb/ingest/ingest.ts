import { KefuError } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import { withAdvice } from "../sources/error-advice.js";
import type { IndexManifest } from "../index/manifest.js";
import { publish } from "./apply.js";
import type { Revised, Revision } from "./apply.js";
import { withJob } from "./job.js";
import type { IngestPlan } from "./plan.js";
import { Planner } from "./plan.js";
import type { IngestOptions, IngestPorts } from "./ports.js";
import type { IngestJob } from "./read-all.js";
import { readAll } from "./read-all.js";
import type { SegmentMaker } from "./segments.js";
import { chooseSources } from "./sources.js";

/** An entry before and after a run; a removed one has no `after`, an added one no `before`. */
export interface EntryDelta {
  readonly before?: FaqEntry;
  readonly after?: FaqEntry;
}

export interface IngestReport extends IngestPlan {
  readonly dryRun: boolean;
  /** False when there was nothing to do; nothing was written then. */
  readonly written: boolean;
  readonly compacted: boolean;
  /** There was an index that could not be used (damaged, files missing, other encoder or version); it is made again. */
  readonly rebuilt: boolean;
  /** The last run went back to an earlier state, and this one has taken up the sources as they are now. */
  readonly afterRestore: boolean;
  /** Of the index after the run. */
  readonly generation: number;
  readonly indexBytes: number;
  /** Milliseconds. */
  readonly elapsed: number;
  /** Added, changed and removed entries with their content, by id; only where the options ask for them. */
  readonly details?: readonly EntryDelta[];
}

/** One bad file speaks for itself; of several, each error is named, and what to do about them. */
function checkPlan(plan: IngestPlan, failures: readonly KefuError[], strict: boolean): void {
  // An empty file beside others is worth a warning; where nothing else holds an entry, there is nothing to answer from.
  const nothing = plan.total === 0 ? plan.issues.filter(({ key }) => key === "kb.format.empty-file") : [];
  const errors = [...plan.issues.filter(({ severity }) => severity === "error"), ...nothing];
  const warnings = plan.issues.filter(({ severity }) => severity === "warning");
  if (errors.length === 1 && failures[0] !== undefined) throw failures[0];
  if (errors.length > 0) {
    const issues = withAdvice(
      errors.map((issue) => ({ ...issue, severity: "error" as const })),
      failures,
    );
    throw new KefuError("input", "kb.ingest.failed", { errors: errors.length }, { issues });
  }
  if (strict && warnings.length > 0) {
    throw new KefuError("findings", "kb.ingest.strict", { warnings: warnings.length }, { issues: warnings });
  }
}

function isUntidy(manifest: IndexManifest): boolean {
  return manifest.segments.length > 1 || manifest.segments.some(({ dead }) => dead.length > 0);
}

/** The content of what changes, for those who want to show it. */
async function detailsOf({ store }: IngestJob, plan: IngestPlan, after: readonly FaqEntry[]): Promise<EntryDelta[]> {
  const changing = new Map([...plan.added, ...plan.changed, ...plan.removed].map(({ id }) => [id, {} as EntryDelta]));
  const before = await store.entriesById([...changing.keys()]);
  for (const entry of before) changing.set(entry.id, { before: entry });
  for (const entry of after) {
    const delta = changing.get(entry.id);
    if (delta !== undefined) changing.set(entry.id, { ...delta, after: entry });
  }
  return [...changing.values()];
}

/** What the history remembers of a run. */
function runOf(plan: IngestPlan, vanished: readonly string[]): Revision["run"] {
  const { added, changed, removed, unchanged, total, sources } = plan;
  return {
    kind: "ingest",
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    unchanged,
    total,
    sources: [...sources.read, ...vanished],
  };
}

async function run(job: IngestJob, maker: SegmentMaker): Promise<IngestReport> {
  const { ports, options, store, state } = job;
  const started = ports.clock.elapsed();
  const chosen = await chooseSources(ports, options, state.sources);
  const planner = new Planner(state.sources);
  const { sources, failures, after, gone } = await readAll({ job, planner, maker }, chosen.found);
  const vanished = [...chosen.vanished, ...gone];
  for (const file of vanished) planner.vanish(file, await store.keys([file]));
  const plan = planner.finish(await store.holders(planner.newIds()), chosen.issues);
  options.onPlan?.(plan);
  checkPlan(plan, failures, options.strict);
  const details = options.details === true ? await detailsOf(job, plan, after) : undefined;
  const current = state.manifest;
  const changed = sources.length > 0 || vanished.length > 0;
  const due = changed || current === undefined || (options.compact && isUntidy(current));
  const [last] = changed ? await store.runs(1) : [];
  let revised: Revised | undefined;
  if (due && !options.dryRun) {
    const run = runOf(plan, vanished);
    const { compact } = options;
    revised = await publish(job, maker, { dead: planner.dead, sources, forgotten: vanished, compact, run });
  }
  const manifest = revised?.manifest ?? current;
  return {
    ...plan,
    dryRun: options.dryRun,
    written: revised !== undefined || (state.republished && !options.dryRun),
    rebuilt: state.republished || (current === undefined && state.generation > 0),
    compacted: revised?.compacted ?? false,
    afterRestore: last?.kind === "restore",
    generation: manifest?.generation ?? state.generation,
    indexBytes: (manifest?.segments ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
    elapsed: ports.clock.elapsed() - started,
    ...(details === undefined ? {} : { details }),
  };
}

/**
 * Brings the knowledge base up to date with its sources.
 *
 * Without named sources: all that kefu.yaml lists, and all that were named in earlier runs; a known source that is gone is
 * taken out with its entries. With named sources: these alone; they are known from then on. Unchanged ones are not parsed.
 * @throws KefuError `input` with all issues when any source has an error, `findings` for warnings with `strict`,
 *   `unavailable` while another process holds the lock; nothing has been changed then
 */
export function runIngest(ports: IngestPorts, options: IngestOptions): Promise<IngestReport> {
  return withJob(ports, options, options.compact, (job, maker) => run({ ...job, options }, maker));
}
