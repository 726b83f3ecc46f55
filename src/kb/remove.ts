import path from "node:path";
import { KefuError } from "../messages/errors.js";
import type { FilePort } from "../workspace/ports.js";
import type { RevisionReport } from "./history.js";
import { publish } from "./ingest-apply.js";
import type { Job } from "./ingest-apply.js";
import { withJob } from "./ingest-job.js";
import { keyPlace } from "./ingest-place.js";
import type { IngestPorts, RunOptions } from "./ingest-ports.js";
import type { SegmentMaker } from "./ingest-segments.js";
import { globPattern, isGlob } from "./source-glob.js";
import { shownPath } from "./source-list.js";
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
}

const isAddress = (source: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(source);

/** The file of a source: of a member of an archive, the archive. */
const outerFile = (file: string): string => file.split("!/")[0]!;

/** A test of source names: the name itself, all below a folder or in an archive, or what a pattern matches. */
function matcher(source: string, from: string, root: string): (file: string) => boolean {
  const name = isAddress(source) ? source : shownPath(root, path.resolve(from, source));
  if (isGlob(source)) {
    const regex = globPattern(name);
    return (file) => regex.test(file) || regex.test(outerFile(file));
  }
  if (name === "") return (file) => !isAddress(file) && !path.isAbsolute(file);
  return (file) => file === name || file.startsWith(`${name}/`) || file.startsWith(`${name}!/`);
}

function choose(known: readonly SourceRecord[], names: readonly string[], { cwd, layout }: RemoveOptions): string[] {
  const chosen = new Set<string>();
  for (const name of names) {
    const fits = matcher(name, cwd, layout.root);
    const matches = known.filter(({ file }) => fits(file));
    if (matches.length === 0) {
      throw new KefuError("input", "kb.remove.unknown", { source: name }, { hint: { key: "kb.remove.unknown-hint" } });
    }
    for (const { file } of matches) chosen.add(file);
  }
  return [...chosen].sort();
}

/** Those of the files that the settings lead to and that are still there. */
async function stillListed(files: FilePort, chosen: readonly string[], options: RemoveOptions): Promise<string[]> {
  const { root } = options.layout;
  const tests = options.sources.map((source) => matcher(source, root, root));
  const listed: string[] = [];
  for (const file of chosen) {
    if (!tests.some((fits) => fits(file))) continue;
    const there = isAddress(file) || (await files.stat(path.resolve(root, outerFile(file)))) !== undefined;
    if (there) listed.push(file);
  }
  return listed;
}

async function remove(
  job: Job,
  maker: SegmentMaker,
  options: RemoveOptions,
  names: readonly string[],
): Promise<RemoveReport> {
  const { ports, store, state } = job;
  const started = ports.clock.elapsed();
  const chosen = choose(state.sources, names, options);
  const dead = await store.keys(chosen);
  const kept = state.sources.filter(({ file }) => !chosen.includes(file));
  const total = kept.reduce((sum, { entries }) => sum + entries, 0);
  const written = !options.dryRun;
  if (written) {
    await publish(job, maker, {
      ...{ dead, sources: [], forgotten: chosen, compact: false },
      run: { kind: "remove", added: 0, changed: 0, removed: dead.length, unchanged: total, total, sources: chosen },
    });
  }
  return {
    ...{ dryRun: options.dryRun, written, generation: state.generation + (written ? 1 : 0) },
    ...{ added: [], changed: [], removed: dead.map((key) => ({ id: key.id, where: keyPlace(key) })) },
    ...{ total, sources: chosen, listed: await stillListed(ports.files, chosen, options) },
    elapsed: ports.clock.elapsed() - started,
  };
}

/**
 * Takes sources out: their entries are served no longer, and the sources are forgotten. Their files stay.
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
