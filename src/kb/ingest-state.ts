import { createHash } from "node:crypto";
import path from "node:path";
import { TOKENISER_VERSION } from "../text/tokens.js";
import { formatManifest, parseManifest } from "./index/manifest.js";
import type { IndexManifest } from "./index/manifest.js";
import type { IngestOptions, IngestPorts } from "./ingest-ports.js";
import type { EntryKey, KbStore, SourceRecord } from "./store.js";

/** The stored state, and the index as readers see it. */
export interface IngestState {
  readonly generation: number;
  readonly sources: readonly SourceRecord[];
  readonly keys: readonly EntryKey[];
  /** `undefined` when the index has to be made anew. */
  readonly manifest: IndexManifest | undefined;
  /** The published manifest was damaged, missing or behind the store, and the store's has been put in its place. */
  readonly republished: boolean;
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

/** Whether an index is of the present encoder and tokeniser and has all its files, byte for byte. */
async function isWhole(manifest: IndexManifest, { files, embedder }: IngestPorts, folder: string): Promise<boolean> {
  const { digest, dim } = embedder.info;
  const sameMakers = manifest.embedder.digest === digest && manifest.embedder.dim === dim;
  if (!sameMakers || manifest.tokeniser !== TOKENISER_VERSION) return false;
  for (const { file, bytes, sha256 } of manifest.segments) {
    const full = path.join(folder, file);
    if ((await files.stat(full))?.size !== bytes) return false;
    if (
      createHash("sha256")
        .update(await files.read(full))
        .digest("hex") !== sha256
    )
      return false;
  }
  return true;
}

/**
 * What there is before a run. A run that was killed after its commit left a store that is ahead of the manifest; its
 * manifest is published now. Whatever else does not fit together (index deleted, another encoder, another tokeniser) is to
 * be made anew from the store.
 */
export async function loadState(ports: IngestPorts, options: IngestOptions, store: KbStore): Promise<IngestState> {
  const { layout, dryRun } = options;
  const { generation, manifest: text } = await store.state();
  const published = await publishedManifest(ports, layout.manifest);
  const stored = text === undefined ? undefined : usable(text, layout.store);
  const seen = published?.generation ?? 0;
  const known = {
    generation: Math.max(generation, seen),
    sources: await store.sources(),
    keys: await store.keys(),
  };
  if (stored === undefined || seen > generation || !(await isWhole(stored, ports, layout.index))) {
    return { ...known, manifest: undefined, republished: false };
  }
  const current = published === undefined ? "" : formatManifest(published);
  const republished = current !== text;
  if (republished && !dryRun) await ports.files.writeAtomic(layout.manifest, text!);
  return { ...known, manifest: stored, republished };
}
