import { createHash } from "node:crypto";
import path from "node:path";
import type { Embedder } from "../embed/embedder.js";
import { TOKENISER_VERSION } from "../text/tokens.js";
import type { FilePort } from "../workspace/ports.js";
import type { FaqEntry } from "./entry.js";
import { compareEntries } from "./index/entry-codec.js";
import { openIndex } from "./index/kb-index.js";
import type { IndexManifest, SegmentRef } from "./index/manifest.js";
import { mergeSegments } from "./index/merge.js";
import { buildSegment } from "./index/segment-writer.js";
import type { VectorCache } from "./index/segment-writer.js";
import type { EntryKey, PlacedEntry, Placement } from "./store.js";

/** More segments than this make a search slower than one merge costs. */
const MOST_SEGMENTS = 8;

export interface IndexChange {
  readonly manifest: IndexManifest;
  /** Segment files to write before the manifest is published. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Where the new entries stand. */
  readonly placed: readonly PlacedEntry[];
  /** Where entries that were only moved stand now. */
  readonly moved: readonly ({ readonly id: string } & Placement)[];
  readonly compacted: boolean;
}

export interface IndexChangeInput {
  /** The index as it is; `undefined` to make it anew of the entries given. */
  readonly current: IndexManifest | undefined;
  readonly generation: number;
  readonly entries: readonly FaqEntry[];
  /** Stored entries that are replaced or removed. */
  readonly dead: readonly EntryKey[];
  readonly embedder: Embedder;
  readonly cache: VectorCache | undefined;
  /** Merge even where it is not needed yet. */
  readonly compact: boolean;
  readSegment(name: string): Promise<Uint8Array>;
}

function refOf(bytes: Uint8Array, entries: number, questions: number): SegmentRef {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: `seg-${sha256.slice(0, 16)}.kseg`, sha256, bytes: bytes.length, entries, questions, dead: [] };
}

function countQuestions(entries: readonly FaqEntry[]): number {
  return entries.reduce((sum, entry) => sum + 1 + entry.similar.length, 0);
}

/** The segments without the entries that are gone; those with nothing left are dropped. */
function bury(segments: readonly SegmentRef[], dead: readonly EntryKey[]): SegmentRef[] {
  const ordinals = new Map<string, Set<number>>();
  for (const { segment, ordinal } of dead) {
    const set = ordinals.get(segment);
    if (set === undefined) ordinals.set(segment, new Set([ordinal]));
    else set.add(ordinal);
  }
  return segments
    .map((ref) => ({
      ...ref,
      dead: [...new Set([...ref.dead, ...(ordinals.get(ref.file) ?? [])])].sort((a, b) => a - b),
    }))
    .filter((ref) => ref.dead.length < ref.entries);
}

function needsMerge(segments: readonly SegmentRef[], asked: boolean): boolean {
  const entries = segments.reduce((sum, ref) => sum + ref.entries, 0);
  const dead = segments.reduce((sum, ref) => sum + ref.dead.length, 0);
  return segments.length > MOST_SEGMENTS || dead * 2 > entries || (asked && (segments.length > 1 || dead > 0));
}

function place(entries: readonly FaqEntry[], segment: string): PlacedEntry[] {
  return [...entries].sort(compareEntries).map((entry, ordinal) => ({ entry, segment, ordinal }));
}

/** Makes the new state of the index in memory: one segment for the new entries, or one for all where merging is due. */
export async function changeIndex(input: IndexChangeInput): Promise<IndexChange> {
  const { entries, embedder, generation, current } = input;
  const made = new Map<string, Uint8Array>();
  const segments = bury(current?.segments ?? [], input.dead);
  let placed: PlacedEntry[] = [];
  if (entries.length > 0) {
    const bytes = await buildSegment(entries, embedder, input.cache);
    const ref = refOf(bytes, entries.length, countQuestions(entries));
    // The same entries may have stood in a segment before; then its dead are alive again.
    segments.splice(0, segments.length, ...segments.filter(({ file }) => file !== ref.file), ref);
    made.set(ref.file, bytes);
    placed = place(entries, ref.file);
  }
  const manifest: IndexManifest = {
    format: "kefu-index",
    version: 1,
    tokeniser: TOKENISER_VERSION,
    embedder: embedder.info,
    generation,
    segments,
  };
  if (!needsMerge(segments, input.compact)) {
    const files = [...made].map(([name, bytes]) => ({ name, bytes }));
    return { manifest, files, placed, moved: [], compacted: false };
  }
  const index = await openIndex(manifest, async ({ file }) => made.get(file) ?? input.readSegment(file), embedder.info);
  const bytes = mergeSegments(index);
  const ref = refOf(bytes, index.size.entries, index.size.questions);
  const fresh = new Set(entries.map(({ id }) => id));
  const all = place([...index.entries()], ref.file);
  return {
    manifest: { ...manifest, segments: [ref] },
    files: [{ name: ref.file, bytes }],
    placed: all.filter(({ entry }) => fresh.has(entry.id)),
    moved: all
      .filter(({ entry }) => !fresh.has(entry.id))
      .map(({ entry, segment, ordinal }) => ({ id: entry.id, segment, ordinal })),
    compacted: true,
  };
}

/**
 * Removes segment files that neither the published manifest nor the one before it names: a reader that has just read the
 * old manifest still finds its files.
 */
export async function removeStaleSegments(
  files: FilePort,
  folder: string,
  named: readonly IndexManifest[],
): Promise<void> {
  const keep = new Set(named.flatMap(({ segments }) => segments.map(({ file }) => file)));
  for (const file of await files.list(folder)) {
    const name = path.basename(file);
    // A graph over the vectors (hnsw-….bin) is of one state of the index.
    if (/^(seg-[0-9a-f]+\.kseg|hnsw-[0-9a-f]+\.bin)$/.test(name) && !keep.has(name)) await files.remove(file);
  }
}
