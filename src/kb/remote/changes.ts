import { createHash } from "node:crypto";
import { encodeEntry } from "../index/entry-codec.js";
import type { KbIndex } from "../index/kb-index.js";

/** An entry as the server knows it. */
export interface HeldEntry {
  readonly number: number;
  readonly digest: string;
}

/** What has to happen on the server so that it holds what the local index holds. */
export interface IndexChanges {
  /** Numbers of entries in the local index. */
  readonly coming: readonly number[];
  /** Numbers of entries on the server, ascending. */
  readonly leaving: readonly number[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** SHA-256 (hex) of a text. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What tells whether the server's version of an entry is the local one, of its JSON. */
export function entryDigest(json: string): string {
  return digestOf(json).slice(0, 16);
}

/** What differs between the local index and the server, by the digests of entries. */
export function changesOf(index: KbIndex, held: ReadonlyMap<string, HeldEntry>): IndexChanges {
  const coming: number[] = [];
  const leaving: number[] = [];
  const left = new Map(held);
  let changed = 0;
  for (const number of liveEntries(index)) {
    const entry = index.entryAt(number);
    const there = left.get(entry.id);
    left.delete(entry.id);
    if (there?.digest === entryDigest(encodeEntry(entry))) continue;
    coming.push(number);
    if (there === undefined) continue;
    changed++;
    leaving.push(there.number);
  }
  for (const { number } of left.values()) leaving.push(number);
  leaving.sort((a, b) => a - b);
  return { coming, leaving, added: coming.length - changed, changed, removed: left.size };
}

/** Numbers of the entries of the local index that no later version replaces. */
export function* liveEntries({ parts }: KbIndex): Generator<number> {
  for (const { segment, dead, firstEntry } of parts) {
    for (let ordinal = 0; ordinal < segment.entries; ordinal++) if (dead?.[ordinal] !== 1) yield firstEntry + ordinal;
  }
}
