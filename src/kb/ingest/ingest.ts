import { KefuError } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import { withAdvice } from "../sources/error-advice.js";
import type { IndexManifest } from "../index/manifest.js";
import { publish } from "./apply.js";
import type { Job, Revised } from "./apply.js";
import { withJob } from "./job.js";
import type { IngestPlan, ReadSource, SourcePlan } from "./plan.js";
import { Planner } from "./plan.js";
import type { IngestOptions, IngestPorts } from "./ports.js";
import { readSource } from "./read.js";
import { checkSignal } from "./segments.js";
import type { SegmentMaker } from "./segments.js";
import { chooseSources } from "./sources.js";
import type { FoundSource } from "../sources/source-list.js";
import type { SourceRecord } from "../store.js";

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

type IngestJob = Job & { readonly options: IngestOptions };

/** Progress of reading by entries: how many there will be is told by how many there were in the bytes read so far. */
class ReadProgress {
  private entries = 0;
  private bytes = 0;

  constructor(
    private readonly options: IngestOptions,
    private readonly totalBytes: number,
  ) {}

  step(entries: number, bytes: number): void {
    this.entries += entries;
    this.bytes += bytes;
    const total = this.bytes > 0 ? Math.round((this.entries * this.totalBytes) / this.bytes) : 0;
    this.options.onProgress?.("read", this.entries, Math.max(total, this.entries));
  }
}

interface Sized extends FoundSource {
  readonly size: number;
}

async function sizesOf({ ports }: IngestJob, sources: readonly FoundSource[]): Promise<Sized[]> {
  const sized: Sized[] = [];
  for (const source of sources) {
    const size = source.kind === "file" ? (await ports.files.stat(source.path))?.size : source.page?.held?.bytes.length;
    sized.push({ ...source, size: size ?? 0 });
  }
  return sized;
}

/** What is done with the entries of one source while they come. */
class SourceReader {
  private comparing: SourcePlan | undefined;
  /** Milliseconds that were not spent on reading. */
  elsewhere = 0;

  constructor(
    private readonly job: IngestJob,
    private readonly planner: Planner,
    private readonly maker: SegmentMaker,
    private readonly file: string,
    private readonly result: Read,
  ) {}

  async take(entries: readonly FaqEntry[]): Promise<void> {
    const { ports, options } = this.job;
    const began = ports.clock.elapsed();
    checkSignal(options);
    const fresh = (await this.plan()).add(entries);
    if (options.details === true) for (const entry of fresh) this.result.after.push(entry);
    const doomed = this.planner.failed || (options.strict && this.planner.warned);
    if (!options.dryRun && !doomed) await this.maker.add(fresh, true);
    await ports.pause?.();
    this.elsewhere += ports.clock.elapsed() - began;
  }

  async end(read: ReadSource): Promise<void> {
    (await this.plan()).end(read);
    this.result.sources.push(read.record);
    if (read.failure !== undefined) this.result.failures.push(read.failure);
  }

  private async plan(): Promise<SourcePlan> {
    return (this.comparing ??= this.planner.begin(await this.job.store.keys([this.file])));
  }
}

interface Read {
  readonly sources: SourceRecord[];
  readonly failures: KefuError[];
  readonly after: FaqEntry[];
  /** Known pages that a crawl found to be gone. */
  readonly gone: string[];
}

/** Goes through the sources and hands new versions of entries on while they come. */
async function readAll(
  job: IngestJob,
  planner: Planner,
  maker: SegmentMaker,
  sources: readonly FoundSource[],
): Promise<Read> {
  const { ports, options, state } = job;
  const result: Read = { sources: [], failures: [], after: [], gone: [] };
  const sized = await sizesOf(job, sources);
  const progress = new ReadProgress(
    options,
    sized.reduce((sum, { size }) => sum + size, 0),
  );
  const records = new Map(state.sources.map((record) => [record.file, record]));
  const { columns, idField, mappings, locale } = options.settings;
  const settings = { columns, idField, mappings, locale, given: options.given, strict: options.strict };
  const origin = options.sources.length > 0 ? "given" : "config";
  const content = { files: ports.files, fetch: ports.online?.fetch };
  for (const source of sized) {
    checkSignal(options);
    const known = records.get(source.file);
    const reader = new SourceReader(job, planner, maker, source.file, result);
    const began = ports.clock.elapsed();
    const read = await readSource(content, source, known, origin, settings, (some) => reader.take(some));
    if (read === "same") planner.skip(source.file);
    else if ("state" in read) {
      planner.report([read.issue]);
      if (known !== undefined && read.state === "gone") result.gone.push(source.file);
      else if (known !== undefined) planner.skip(source.file);
    } else {
      const elapsed = ports.clock.elapsed() - began - reader.elsewhere;
      planner.report(read.parsed.issues);
      await reader.take(read.parsed.entries);
      await reader.end({ ...read, elapsed });
    }
    const record = read !== "same" && "record" in read ? read.record : known;
    progress.step(record?.entries ?? 0, source.size);
    await ports.pause?.();
  }
  return result;
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

async function run(job: IngestJob, maker: SegmentMaker): Promise<IngestReport> {
  const { ports, options, store, state } = job;
  const started = ports.clock.elapsed();
  const chosen = await chooseSources(ports, options, state.sources);
  const planner = new Planner(state.sources);
  const { sources, failures, after, gone } = await readAll(job, planner, maker, chosen.found);
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
    const { added, removed, unchanged, total } = plan;
    revised = await publish(job, maker, {
      dead: planner.dead,
      sources,
      forgotten: vanished,
      compact: options.compact,
      run: {
        kind: "ingest",
        added: added.length,
        changed: plan.changed.length,
        removed: removed.length,
        unchanged,
        total,
        sources: [...plan.sources.read, ...vanished],
      },
    });
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
