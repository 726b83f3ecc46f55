import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Embedder } from "../../src/embed/embedder.js";
import type { EntryStatus, FaqEntry } from "../../src/kb/entry.js";
import { CHANNELS, STATUSES } from "../../src/kb/entry.js";
import { questionsOf } from "../../src/kb/index/entry-codec.js";
import { openIndex, type KbIndex } from "../../src/kb/index/kb-index.js";
import type { IndexManifest, SegmentRef } from "../../src/kb/index/manifest.js";
import { buildSegment } from "../../src/kb/index/segment-writer.js";
import { TOKENISER_VERSION } from "../../src/text/tokens.js";

export function faqEntry(id: string, question: string, more: Partial<FaqEntry> = {}): FaqEntry {
  return {
    id,
    category: "",
    question,
    similar: [],
    related: [],
    negative: [],
    effective: {},
    status: "online",
    tags: {},
    answers: [{ text: `answer of ${id}`, format: "text", links: [] }],
    source: { file: "faq.csv" },
    hash: id,
    ...more,
  };
}

const words = fc
  .array(
    fc.constantFrom("退款", "怎么", "订单", "到账", "密码", "refund", "order", "运费", "5G", "𠮷", "查", "e-mail"),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(" "));
const text = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
);
const date = fc.constantFrom("2025-01-01", "2026-03-01", "2026-03-01T12:30");

const variant = fc.record(
  {
    text,
    format: fc.constantFrom("text" as const, "markdown" as const),
    channel: fc.constantFrom(...CHANNELS),
    locale: fc.constantFrom("zh-CN" as const, "en" as const),
    tier: fc.constantFrom("vip", "gold"),
    links: fc.array(fc.webUrl(), { maxLength: 1 }),
  },
  { requiredKeys: ["text", "format", "links"] },
);

/** Entries with ids of their own, few words and many repeats, so that scores tie and terms are shared. */
export const faqEntries = (most = 12): fc.Arbitrary<FaqEntry[]> =>
  fc.uniqueArray(
    fc.record({
      id: fc.oneof(
        fc.stringMatching(/^[A-Z]{1,2}\d{1,2}$/),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }),
      ),
      category: fc.constantFrom("", "电商/售后", "银行"),
      question: text,
      similar: fc.array(text, { maxLength: 3 }),
      answers: fc.array(variant, { minLength: 1, maxLength: 3 }),
      related: fc.array(fc.constantFrom("A1", "B2"), { maxLength: 2 }),
      negative: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(["运费"]) }),
      effective: fc.record({ from: date, until: date }, { requiredKeys: [] }),
      status: fc.constantFrom<EntryStatus>(...STATUSES, "online"),
      tags: fc.dictionary(fc.constantFrom("a", "b", "c"), text, { noNullPrototype: true }),
      source: fc.record({ file: fc.constantFrom("a.csv", "b.xlsx"), row: fc.nat(20) }, { requiredKeys: ["file"] }),
      hash: fc.stringMatching(/^[0-9a-f]{4}$/),
    }),
    { maxLength: most, selector: ({ id }) => id },
  );

interface BuiltSegment {
  readonly ref: SegmentRef;
  readonly bytes: Uint8Array;
}

export async function segmentOf(
  entries: readonly FaqEntry[],
  embedder: Embedder,
  dead: readonly number[] = [],
): Promise<BuiltSegment> {
  const bytes = await buildSegment(entries, embedder);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const questions = entries.reduce((sum, entry) => sum + questionsOf(entry).length, 0);
  const file = `seg-${sha256.slice(0, 16)}.kseg`;
  return { ref: { file, sha256, bytes: bytes.length, entries: entries.length, questions, dead }, bytes };
}

export function manifestOf(segments: readonly BuiltSegment[], embedder: Embedder): IndexManifest {
  const made = { tokeniser: TOKENISER_VERSION, embedder: embedder.info };
  return { format: "kefu-index", version: 1, ...made, generation: 1, segments: segments.map(({ ref }) => ref) };
}

export async function openSegments(segments: readonly BuiltSegment[], embedder: Embedder): Promise<KbIndex> {
  const bytes = new Map(segments.map((segment) => [segment.ref.file, segment.bytes]));
  return openIndex(manifestOf(segments, embedder), async ({ file }) => bytes.get(file)!, embedder.info);
}

export async function indexOf(entries: readonly FaqEntry[], embedder: Embedder): Promise<KbIndex> {
  return openSegments([await segmentOf(entries, embedder)], embedder);
}
