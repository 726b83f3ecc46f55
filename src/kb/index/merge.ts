import { compareEntries } from "./entry-codec.js";
import type { KbIndex } from "./kb-index.js";
import { encodeSegment } from "./segment-writer.js";

/**
 * One segment with the live entries of an index. The bytes depend on these entries alone, not on how the index came
 * about, and are the same as `buildSegment` makes of them. Nothing is embedded again.
 */
export function mergeSegments(index: KbIndex): Uint8Array {
  const live = index.parts.flatMap((part) =>
    Array.from({ length: part.segment.entries }, (_, ordinal) => ordinal)
      .filter((ordinal) => part.dead?.[ordinal] !== 1)
      .map((ordinal) => ({ entry: part.segment.entry(ordinal), part, ordinal })),
  );
  live.sort((a, b) => compareEntries(a.entry, b.entry));
  const { dim } = index.manifest.embedder;
  const codes = new Int8Array(index.size.questions * dim);
  const scales = new Float32Array(index.size.questions);
  let row = 0;
  for (const { part, ordinal } of live) {
    const { firstQuestions, vectors } = part.segment;
    const [first, end] = [firstQuestions[ordinal]!, firstQuestions[ordinal + 1]!];
    codes.set(vectors.codes.subarray(first * dim, end * dim), row * dim);
    scales.set(vectors.scales.subarray(first, end), row);
    row += end - first;
  }
  return encodeSegment(
    live.map(({ entry }) => entry),
    { dim, codes, scales },
    index.manifest.embedder,
  );
}
