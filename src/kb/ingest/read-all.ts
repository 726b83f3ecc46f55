import type { KefuError } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import type { FoundSource } from "../sources/found-source.js";
import type { SourceRecord } from "../store.js";
import type { Job } from "./apply.js";
import type { Planner, ReadSource, SourcePlan } from "./plan.js";
import type { IngestOptions } from "./ports.js";
import type { Reading, ReadOutcome } from "./read.js";
import { readSource } from "./read.js";
import { checkSignal } from "./segments.js";
import type { SegmentMaker } from "./segments.js";

export type IngestJob = Job & { readonly options: IngestOptions };

/** What came of the sources that were read. */
export interface Read {
  readonly sources: SourceRecord[];
  readonly failures: KefuError[];
  /** New versions of entries; only where the options ask for them. */
  readonly after: FaqEntry[];
  /** Known pages that a crawl found to be gone. */
  readonly gone: string[];
}

/** What a run reads its sources for. */
export interface IngestRun {
  readonly job: IngestJob;
  readonly planner: Planner;
  readonly maker: SegmentMaker;
}

interface ReadingRun extends IngestRun {
  readonly reading: Reading;
  readonly result: Read;
}

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
    private readonly run: ReadingRun,
    private readonly file: string,
  ) {}

  async take(entries: readonly FaqEntry[]): Promise<void> {
    const { job, planner, maker, result } = this.run;
    const { ports, options } = job;
    const began = ports.clock.elapsed();
    checkSignal(options);
    const fresh = (await this.plan()).add(entries);
    if (options.details === true) for (const entry of fresh) result.after.push(entry);
    const doomed = planner.failed || (options.strict && planner.warned);
    if (!options.dryRun && !doomed) await maker.add(fresh, true);
    await ports.pause?.();
    this.elsewhere += ports.clock.elapsed() - began;
  }

  async end(read: ReadSource): Promise<void> {
    (await this.plan()).end(read);
    const { sources, failures } = this.run.result;
    sources.push(read.record);
    if (read.failure !== undefined) failures.push(read.failure);
  }

  private async plan(): Promise<SourcePlan> {
    const { job, planner } = this.run;
    return (this.comparing ??= planner.begin(await job.store.keys([this.file])));
  }
}

function readingOf({ ports, options }: IngestJob): Reading {
  const { columns, idField, mappings, locale } = options.settings;
  return {
    content: { files: ports.files, fetch: ports.online?.fetch },
    settings: { columns, idField, mappings, locale, given: options.given, strict: options.strict },
    origin: options.sources.length > 0 ? "given" : "config",
  };
}

/** @returns how many entries the source holds, as far as that is known */
async function readOne(run: ReadingRun, source: FoundSource, known: SourceRecord | undefined): Promise<number> {
  const { job, planner, reading, result } = run;
  const { clock } = job.ports;
  const reader = new SourceReader(run, source.file);
  const began = clock.elapsed();
  const read: ReadOutcome = await readSource(reading, source, known, (some) => reader.take(some));
  if (read === "same") {
    planner.skip(source.file);
    return known?.entries ?? 0;
  }
  if ("state" in read) {
    planner.report([read.issue]);
    if (known !== undefined && read.state === "gone") result.gone.push(source.file);
    else if (known !== undefined) planner.skip(source.file);
    return known?.entries ?? 0;
  }
  const elapsed = clock.elapsed() - began - reader.elsewhere;
  planner.report(read.parsed.issues);
  await reader.take(read.parsed.entries);
  await reader.end({ ...read, elapsed });
  return read.record.entries;
}

/** Goes through the sources and hands new versions of entries on while they come. */
export async function readAll(run: IngestRun, sources: readonly FoundSource[]): Promise<Read> {
  const { ports, options, state } = run.job;
  const result: Read = { sources: [], failures: [], after: [], gone: [] };
  const sized = await sizesOf(run.job, sources);
  const totalBytes = sized.reduce((sum, { size }) => sum + size, 0);
  const progress = new ReadProgress(options, totalBytes);
  const records = new Map(state.sources.map((record) => [record.file, record]));
  const readingRun: ReadingRun = { ...run, reading: readingOf(run.job), result };
  for (const source of sized) {
    checkSignal(options);
    const entries = await readOne(readingRun, source, records.get(source.file));
    progress.step(entries, source.size);
    await ports.pause?.();
  }
  return result;
}
