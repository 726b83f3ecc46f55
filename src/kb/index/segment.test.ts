import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faqEntries, faqEntry } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import { KefuError } from "../../messages/errors.js";
import { normalise } from "../../text/normalise.js";
import { lexicalTokens } from "../../text/tokens.js";
import { compareEntries, questionsOf } from "./entry-codec.js";
import { emptyPostings } from "./lexical-field.js";
import { Segment } from "./segment.js";
import { buildSegment } from "./segment-writer.js";
import type { VectorCache } from "./segment-writer.js";
import { quantise } from "./vectors.js";

const embedder = wordEmbedder();

const kindOf = (work: () => unknown): string => {
  try {
    work();
    return "none";
  } catch (error) {
    return error instanceof KefuError ? error.kind : `not expected: ${String(error)}`;
  }
};

describe("a segment", () => {
  it("gives back every entry, id, question, vector and posting that was written", async () => {
    await fc.assert(
      fc.asyncProperty(faqEntries(), async (entries) => {
        const segment = new Segment(await buildSegment(entries, embedder), "a.kseg");
        const sorted = [...entries].sort(compareEntries);
        expect(segment.intact()).toBe(true);
        expect(Array.from({ length: segment.entries }, (_, at) => segment.entry(at))).toEqual(sorted);
        for (const [ordinal, { id }] of sorted.entries()) {
          expect(segment.id(ordinal)).toBe(id);
          expect(segment.find(id)).toBe(ordinal);
        }
        expect(segment.find("no such id")).toBe(-1);
        const questions = sorted.flatMap(questionsOf);
        expect(questions.map((_, number) => segment.question(number))).toEqual(questions);
        const { dim } = embedder.info;
        const { codes, scales } = segment.vectors;
        expect({ dim, codes, scales }).toEqual(quantise(await embedder.embed(questions, "passage"), dim));
        expectPostings(segment, questions);
      }),
      { numRuns: 60 },
    );
  });

  it("has the same bytes for the same entries in any order, and for keys in any order", async () => {
    await fc.assert(
      fc.asyncProperty(faqEntries(), fc.infiniteStream(fc.nat()), async (entries, numbers) => {
        const keyed = entries.map((entry) => ({ entry, key: numbers.next().value as number }));
        const shuffled = keyed
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => {
            return Object.fromEntries(Object.entries(entry).reverse()) as unknown as typeof entry;
          });
        expect(Buffer.from(await buildSegment(shuffled, embedder))).toEqual(
          Buffer.from(await buildSegment(entries, embedder)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("is refused with an input error wherever it is cut off", async () => {
    const bytes = await buildSegment([faqEntry("A1", "怎么退款", { similar: ["refund"] })], embedder);
    for (let length = 0; length < bytes.length; length++) {
      expect(kindOf(() => new Segment(bytes.slice(0, length), "a.kseg"))).toBe("input");
    }
  });

  it("never fails in an unexpected way when a byte has changed, and a full check finds it", async () => {
    const bytes = await buildSegment([faqEntry("A1", "怎么退款", { similar: ["refund", "退款 退款"] })], embedder);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at]! ^= 0x55;
      const kind = kindOf(() => {
        const segment = new Segment(changed, "a.kseg");
        expect(segment.intact()).toBe(false);
        segment.find("A1");
        segment.fields.questions.read(0, emptyPostings());
        for (let entry = 0; entry < segment.entries; entry++) segment.entry(entry);
      });
      expect(["none", "input"]).toContain(kind);
    }
  });

  it("is refused when it is another kind of file or of another version", async () => {
    const bytes = await buildSegment([], embedder);
    expect(kindOf(() => new Segment(new Uint8Array(4096).fill(80), "a.kseg"))).toBe("input");
    const newer = bytes.slice();
    newer[8] = 9;
    expect(() => new Segment(newer, "a.kseg")).toThrowError(
      expect.objectContaining({ key: "common.unknown-version" }) as Error,
    );
  });

  it("is read in place from bytes at any offset", async () => {
    const bytes = await buildSegment([faqEntry("A1", "怎么退款")], embedder);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(new Segment(shifted.subarray(3), "a.kseg").entry(0).question).toBe("怎么退款");
    const segment = new Segment(bytes, "a.kseg");
    expect(segment.vectors.codes.buffer).toBe(bytes.buffer);
  });

  it("takes vectors from the cache and gives it the new ones", async () => {
    const kept = new Map<string, Float32Array>();
    const cache: VectorCache = {
      get: (text) => kept.get(text),
      set: (made) => made.forEach((vector, text) => kept.set(text, vector)),
    };
    let embedded = 0;
    const counting: typeof embedder = {
      ...embedder,
      embed: (texts, as) => {
        embedded += texts.length;
        return embedder.embed(texts, as);
      },
    };
    const entries = [faqEntry("A1", "怎么退款", { similar: ["退货"] }), faqEntry("A2", "退货")];
    const first = await buildSegment(entries, counting, cache);
    expect(embedded).toBe(2);
    const second = await buildSegment(entries, counting, cache);
    expect(embedded).toBe(2);
    expect(Buffer.from(second)).toEqual(Buffer.from(first));
  });
});

function expectPostings(segment: Segment, questions: readonly string[]): void {
  const tokens = questions.map((question) => lexicalTokens(normalise(question)));
  expect([...segment.fields.questions.lengths]).toEqual(tokens.map(({ length }) => length));
  const postings = emptyPostings();
  for (const term of new Set(tokens.flat())) {
    const number = segment.fields.questions.term(term);
    segment.fields.questions.read(number, postings);
    const expected = tokens.flatMap((some, document) => {
      const count = some.filter((token) => token === term).length;
      return count === 0 ? [] : [[document, count]];
    });
    const found = Array.from({ length: postings.count }, (_, at) => [postings.documents[at], postings.frequencies[at]]);
    expect(found).toEqual(expected);
    expect(segment.fields.questions.documentFrequency(number)).toBe(expected.length);
  }
  expect(segment.fields.questions.term("没有这个词")).toBe(-1);
}
