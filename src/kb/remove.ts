import path from "node:path";
import { KefuError } from "../messages/errors.js";
import type { FilePort } from "../workspace/ports.js";
import type { RevisionReport } from "./history.js";
import { publish } from "./ingest/apply.js";
import type { Job } from "./ingest/apply.js";
import { withJob } from "./ingest/job.js";
import { keyPlace } from "./ingest/place.js";
import type { IngestPorts, RunOptions } from "./ingest/ports.js";
import type { SegmentMaker } from "./ingest/segments.js";
import { globPattern, isGlob } from "../text/glob.js";
import { sourceName } from "./sources/source-addresses.js";
import { isWebSource, shownPath } from "./sources/found-source.js";
import type { SourceRecord } from "./store.js";

export interface RemoveOptions extends RunOptions {
  /** Of kefu.yaml: what it still lists would come back. */
  readonly sources: readonly string[];
  /** Folder that the names start at. */
  readonly cwd: string;
}

export interface RemoveReport extends RevisionReport {
  /** Removed sources that kefu.yaml lists and that are still there: the next ingest would read them again. */
  readonly listed: readonly string[];
  /** Removed pages that a crawl which goes on would find again. */
  readonly crawled: readonly string[];
}

/** The file of a source: of a member of an archive, the archive. */
const outerFile = (file: string): string => file.split("!/")[0]!;

type Known = Pick<SourceRecord, "file" | "options">;

/** An address: the page, what stands below it, and all that a crawl from there has found. */
function webMatcher(source: string): (known: Known) => boolean {
  const name = sourceName(source);
  const crawls = [name, `crawl+${name}`, `sitemap+${name}`];
  const below = `${name.replace(/\/$/, "")}/`;
  const regex = isGlob(name) ? globPattern(name) : undefined;
  return ({ file, options: { via } }) =>
    file === name ||
    (via !== undefined && crawls.includes(via)) ||
    file.startsWith(below) ||
    file.startsWith(`${name}!/`) ||
    regex?.test(file) === true;
}

/** A test of sources: the name itself, all below a folder, in an archive or of a crawl, or what a pattern matches. */
function matcher(source: string, from: string, root: string): (known: Known) => boolean {
  if (isWebSource(source)) return webMatcher(source);
  const name = shownPath(root, path.resolve(from, source));
  if (isGlob(source)) {
    const regex = globPattern(name);
    return ({ file }) => regex.test(file) || regex.test(outerFile(file));
  }
  if (name === "") return ({ file }) => !isWebSource(file) && !path.isAbsolute(file);
  return ({ file }) => file === name || file.startsWith(`${name}/`) || file.startsWith(`${name}!/`);
}

/** Sources that a hint names. */
const MOST_NAMED = 20;

function unknownSource(source: string, known: readonly Known[]): KefuError {
  const names = [...new Set(known.map(({ file, options }) => options.via ?? outerFile(file)))].sort();
  const sources = names.slice(0, MOST_NAMED).join(", ") + (names.length > MOST_NAMED ? ", …" : "");
  const hint = { key: "kb.remove.unknown-hint", params: { sources } } as const;
  return new KefuError("input", "kb.remove.unknown", { source }, names.length === 0 ? {} : { hint });
}

function choose(
  known: readonly SourceRecord[],
  names: readonly string[],
  { cwd, layout }: RemoveOptions,
): SourceRecord[] {
  const chosen = new Set<SourceRecord>();
  for (const name of names) {
    const matches = known.filter(matcher(name, cwd, layout.root));
    if (matches.length === 0) throw unknownSource(name, known);
    for (const record of matches) chosen.add(record);
  }
  return [...chosen].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Those that the settings lead to and that are still there. */
async function stillListed(files: FilePort, chosen: readonly Known[], options: RemoveOptions): Promise<string[]> {
  const { root } = options.layout;
  const tests = options.sources.map((source) => matcher(source, root, root));
  const listed: string[] = [];
  for (const known of chosen) {
    if (!tests.some((fits) => fits(known))) continue;
    const { file } = known;
    const there = isWebSource(file) || (await files.stat(path.resolve(root, outerFile(file)))) !== undefined;
    if (there) listed.push(file);
  }
  return listed;
}

/** Pages whose crawl goes on: it would find them again. */
function stillCrawled(chosen: readonly Known[], kept: readonly Known[], listed: readonly string[]): string[] {
  const crawls = new Set(kept.map(({ options }) => options.via));
  return chosen
    .filter(({ file, options: { via } }) => via !== undefined && crawls.has(via) && !listed.includes(file))
    .map(({ file }) => file);
}

async function remove(
  job: Job,
  maker: SegmentMaker,
  options: RemoveOptions,
  names: readonly string[],
): Promise<RemoveReport> {
  const { ports, store, state } = job;
  const started = ports.clock.elapsed();
  const records = choose(state.sources, names, options);
  const chosen = records.map(({ file }) => file);
  const dead = await store.keys(chosen);
  const kept = state.sources.filter((record) => !records.includes(record));
  const total = kept.reduce((sum, { entries }) => sum + entries, 0);
  const written = !options.dryRun;
  if (written) {
    await publish(job, maker, {
      dead,
      sources: [],
      forgotten: chosen,
      compact: false,
      run: { kind: "remove", added: 0, changed: 0, removed: dead.length, unchanged: total, total, sources: chosen },
    });
  }
  const listed = await stillListed(ports.files, records, options);
  return {
    dryRun: options.dryRun,
    written,
    generation: state.generation + (written ? 1 : 0),
    added: [],
    changed: [],
    removed: dead.map((key) => ({ id: key.id, where: keyPlace(key) })),
    total,
    sources: chosen,
    listed,
    crawled: stillCrawled(records, kept, listed),
    elapsed: ports.clock.elapsed() - started,
  };
}

/**
 * Takes sources out: their entries are served no longer, and the sources are forgotten. Their files stay. With the address
 * that a crawl began at, or the crawl as it is shown, all its pages go, and the crawl is made no more.
 * @param names files, folders, archives, addresses and patterns, as in `kb ingest`
 * @throws KefuError `input` for a name that fits no known source, `unavailable` while another process holds the lock
 */
export function removeSources(
  ports: IngestPorts,
  options: RemoveOptions,
  names: readonly string[],
): Promise<RemoveReport> {
  return withJob(ports, options, false, (job, maker) => remove(job, maker, options, names));
}
