import type { Embedder } from "../../embed/embedder.js";
import type { FaqEntry } from "../../kb/entry.js";
import { questionsOf } from "../../kb/index/entry-codec.js";
import { openIndex, type KbIndex } from "../../kb/index/kb-index.js";
import { buildSegment } from "../../kb/index/segment-writer.js";
import { TOKENISER_VERSION } from "../../text/tokens.js";
import { sha256 } from "../bundle/format.js";

/** An index of these entries that stands in memory only. */
export async function memoryIndex(entries: readonly FaqEntry[], embedder: Embedder): Promise<KbIndex> {
  const bytes = await buildSegment(entries, embedder);
  const digest = sha256(bytes);
  const segment = {
    file: `seg-${digest.slice(0, 16)}.kseg`,
    sha256: digest,
    bytes: bytes.byteLength,
    entries: entries.length,
    questions: entries.reduce((sum, entry) => sum + questionsOf(entry).length, 0),
    dead: [],
  };
  const manifest = { format: "kefu-index", version: 1, tokeniser: TOKENISER_VERSION, generation: 1 } as const;
  return openIndex(
    { ...manifest, embedder: embedder.info, segments: [segment] },
    () => Promise.resolve(bytes),
    embedder.info,
  );
}
