import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faqEntries, faqEntry, indexOf, manifestOf, openSegments, segmentOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import { KefuError } from "../../messages/errors.js";
import type { FaqEntry } from "../entry.js";
import { retrieve } from "../retrieve/retrieve.js";
import { compareEntries } from "./entry-codec.js";
import { openIndex, type KbIndex } from "./kb-index.js";
import { formatManifest, parseManifest } from "./manifest.js";
import { mergeSegments } from "./merge.js";
import { buildSegment } from "./segment-writer.js";

const embedder = wordEmbedder();

/** The entries over several segments, in which older versions of some of them lie dead. */
async function scattered(entries: readonly FaqEntry[], old: readonly FaqEntry[], count: number): Promise<KbIndex> {
  const ids = new Set(entries.map(({ id }) => id));
  const segments = [];
  for (let at = 0; at < count; at++) {
    const mine = [...entries.filter((_, n) => n % count === at)];
    const dead = old.filter(
      ({ id }, n) => n % count === at && !mine.some((entry) => entry.id === id) && (ids.has(id) || n % 2 === 0),
    );
    const all = [...mine, ...dead].sort(compareEntries);
    const ordinals = all.flatMap((entry, ordinal) => (dead.includes(entry) ? [ordinal] : []));
    segments.push(await segmentOf(all, embedder, ordinals));
  }
  return openSegments(segments, embedder);
}

const queries = ["怎么退款", "退款 订单 到账", "refund order", "订单运费5G", "𠮷 密码", "answer", "没有 的 词"];

async function resultsOf(index: KbIndex): Promise<unknown[]> {
  const results = [];
  for (const query of queries) {
    const found = await retrieve(index, embedder, query, { limit: 100, statuses: ["online", "draft", "offline"] });
    results.push(found.map(({ entry, ...rest }) => ({ id: entry.id, ...rest })));
  }
  return results;
}

describe("an index of several segments with dead entries", () => {
  it("answers exactly as one segment with the live entries, and merges into its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(faqEntries(14), faqEntries(6), fc.integer({ min: 1, max: 4 }), async (entries, old, count) => {
        const whole = await indexOf(entries, embedder);
        const parts = await scattered(entries, old, count);
        expect(parts.size).toEqual(whole.size);
        expect([...parts.entries()]).toEqual([...whole.entries()]);
        for (const entry of entries) expect(parts.entry(entry.id)).toEqual(entry);
        expect(await resultsOf(parts)).toEqual(await resultsOf(whole));
        expect(Buffer.from(mergeSegments(parts))).toEqual(Buffer.from(await buildSegment(entries, embedder)));
      }),
      { numRuns: 40 },
    );
  });

  it("knows dead entries neither by id nor by search", async () => {
    const segment = await segmentOf([faqEntry("A1", "怎么退款"), faqEntry("A2", "运费多少")], embedder, [0]);
    const index = await openSegments([segment], embedder);
    expect(index.size).toEqual({ entries: 1, questions: 1 });
    expect(index.entry("A1")).toBeUndefined();
    expect((await retrieve(index, embedder, "怎么退款")).map(({ entry }) => entry.id)).not.toContain("A1");
  });
});

describe("opening an index", () => {
  const keyOf = async (work: Promise<unknown>): Promise<unknown> => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return error instanceof KefuError ? [error.kind, error.key] : error;
  };

  it("is refused with another encoder or tokeniser", async () => {
    const segment = await segmentOf([faqEntry("A1", "怎么退款")], embedder);
    const manifest = manifestOf([segment], embedder);
    const bytes = async (): Promise<Uint8Array> => segment.bytes;
    expect(await keyOf(openIndex(manifest, bytes, wordEmbedder("other").info))).toEqual([
      "input",
      "kb.index.other-embedder",
    ]);
    const older = { ...manifest, tokeniser: "t0" };
    expect(await keyOf(openIndex(older, bytes, embedder.info))).toEqual(["input", "kb.index.other-tokeniser"]);
  });

  it("is refused when a segment is not the one that the manifest lists", async () => {
    const segment = await segmentOf([faqEntry("A1", "怎么退款")], embedder);
    const other = await segmentOf([faqEntry("A1", "怎么退款", { similar: ["退货"] })], embedder);
    const manifest = manifestOf([segment], embedder);
    expect(await keyOf(openIndex(manifest, async () => other.bytes, embedder.info))).toEqual([
      "input",
      "kb.index.damaged",
    ]);
    expect(await keyOf(openIndex(manifest, async () => new Uint8Array(), embedder.info))).toEqual([
      "input",
      "kb.index.damaged",
    ]);
  });

  it("of nothing at all works", async () => {
    const index = await openSegments([], embedder);
    expect([...index.entries()]).toEqual([]);
    expect(await retrieve(index, embedder, "退款")).toEqual([]);
    expect(mergeSegments(index)).toEqual(await buildSegment([], embedder));
  });
});

describe("a manifest", () => {
  it("comes back from its text", async () => {
    const manifest = manifestOf(
      [await segmentOf([faqEntry("A1", "怎么退款"), faqEntry("A2", "退货")], embedder, [1, 0])],
      embedder,
    );
    const read = parseManifest(formatManifest(manifest), "manifest.json");
    expect(read).toEqual({ ...manifest, segments: [{ ...manifest.segments[0], dead: [0, 1] }] });
  });

  it.each([
    ["no JSON", "{", "kb.index.damaged"],
    ["another kind of file", `{"format":"other"}`, "kb.index.damaged"],
    ["a later version", `{"format":"kefu-index","version":2}`, "common.unknown-version"],
    ["a missing part", `{"format":"kefu-index","version":1,"tokeniser":"t1"}`, "kb.index.damaged"],
  ])("is refused: %s", (_, text, key) => {
    expect(() => parseManifest(text, "m.json")).toThrowError(expect.objectContaining({ kind: "input", key }) as Error);
  });

  it("is refused when a segment's name leads out of the folder", async () => {
    const manifest = manifestOf([await segmentOf([], embedder)], embedder);
    const text = formatManifest({ ...manifest, segments: [{ ...manifest.segments[0]!, file: "../../etc/passwd" }] });
    expect(() => parseManifest(text, "m.json")).toThrowError(
      expect.objectContaining({ key: "kb.index.damaged" }) as Error,
    );
  });
});
