import path from "node:path";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import { formatManifest, parseManifest } from "../index/manifest.js";
import type { IndexManifest, SegmentRef } from "../index/manifest.js";
import { Segment } from "../index/segment.js";
import { isIntact } from "../index/segment-bytes.js";
import type { IngestPorts, RunOptions } from "./ports.js";
import type { KbStore, SourceRecord } from "../store.js";

/** The stored state, and the index as readers see it. */
export interface IngestState {
  readonly generation: number;
  readonly sources: readonly SourceRecord[];
  /** `undefined` when the index has to be made anew. */
  readonly manifest: IndexManifest | undefined;
  /** The published manifest was damaged, missing or behind the store, and the store's has been put in its place. */
  readonly republished: boolean;
  /** Segments known to be whole, with what the file system says of them. */
  readonly checked: ReadonlyMap<string, string>;
}

/** A manifest that is damaged, or of another version, counts as none: it is derived, and made anew. */
function usable(text: string, file: string): IndexManifest | undefined {
  try {
    return parseManifest(text, file);
  } catch {
    return undefined;
  }
}

async function publishedManifest({ files }: IngestPorts, file: string): Promise<IndexManifest | undefined> {
  if ((await files.stat(file)) === undefined) return undefined;
  return usable(await files.readText(file), file);
}

/**
 * The segments of an index that has all its files, each of them whole, and is of the present encoder and tokeniser. A file
 * that was found whole and that the file system calls the same since is not read again: that would take longer than
 * everything else when little has changed.
 * @param checked what is known of earlier looks
 * @returns `undefined` where the index has to be made anew
 */
async function checkSegments(
  manifest: IndexManifest,
  { files, embedder }: IngestPorts,
  folder: string,
  checked: ReadonlyMap<string, string>,
): Promise<Map<string, string> | undefined> {
  const { digest, dim } = embedder.info;
  const sameMakers = manifest.embedder.digest === digest && manifest.embedder.dim === dim;
  if (!sameMakers || manifest.tokeniser !== TOKENISER_VERSION) return undefined;
  const whole = new Map<string, string>();
  for (const ref of manifest.segments) {
    const full = path.join(folder, ref.file);
    const stat = await files.stat(full);
    if (stat?.size !== ref.bytes) return undefined;
    const known = stat.stamp !== undefined && checked.get(ref.file) === stat.stamp;
    if (!known && !isIntact(ref, await files.read(full))) return undefined;
    if (!(await isReadable(files, full, ref))) return undefined;
    if (stat.stamp !== undefined) whole.set(ref.file, stat.stamp);
  }
  return whole;
}

/** False for a segment that a program of another version has made, whole as it may be. */
async function isReadable(files: IngestPorts["files"], full: string, { file, entries }: SegmentRef): Promise<boolean> {
  const source = await files.open(full);
  try {
    return new Segment(source, file).entries === entries;
  } catch {
    return false;
  } finally {
    source.close();
  }
}

/** Removes segments that a killed run has left: no manifest names them, and they are younger than the one in force. */
async function removeLitter({ files }: IngestPorts, layout: RunOptions["layout"], named: IndexManifest): Promise<void> {
  const published = await files.stat(layout.manifest);
  if (published === undefined) return;
  const keep = new Set(named.segments.map(({ file }) => file));
  for (const file of await files.list(layout.index)) {
    const name = path.basename(file);
    if (!/^seg-[0-9a-f]+\.kseg$/.test(name) || keep.has(name)) continue;
    if (((await files.stat(file))?.modified ?? 0) > published.modified) await files.remove(file);
  }
}

/**
 * What there is before a run. A run that was killed after its commit left a store that is ahead of the manifest; its
 * manifest is published now. Whatever else does not fit together (index deleted, another encoder, another tokeniser) is to
 * be made anew from the store.
 * @param distrust read every byte of the index, whatever is known of it
 */
export async function loadState(
  ports: IngestPorts,
  { layout, dryRun }: Pick<RunOptions, "layout" | "dryRun">,
  store: KbStore,
  distrust: boolean,
): Promise<IngestState> {
  if (!dryRun) await store.discard();
  const { generation, manifest: text } = await store.state();
  const published = await publishedManifest(ports, layout.manifest);
  const stored = text === undefined ? undefined : usable(text, layout.store);
  const seen = published?.generation ?? 0;
  const known = { generation: Math.max(generation, seen), sources: await store.sources() };
  const before = distrust ? new Map<string, string>() : await store.checked();
  const checked =
    stored === undefined || seen > generation ? undefined : await checkSegments(stored, ports, layout.index, before);
  if (stored === undefined || checked === undefined) {
    return { ...known, manifest: undefined, republished: false, checked: new Map() };
  }
  const current = published === undefined ? "" : formatManifest(published);
  const republished = current !== text;
  if (!dryRun) {
    if (republished) await ports.files.writeAtomic(layout.manifest, text!);
    await removeLitter(ports, layout, stored);
  }
  return { ...known, manifest: stored, republished, checked };
}
