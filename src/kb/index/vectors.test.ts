import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faqEntry, indexOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import { createRandom } from "../../stats/random.js";
import { BestHits } from "./best-hits.js";
import { cosineOf, exactBackend, quantise } from "./vectors.js";

describe("the best hits", () => {
  it("are those that sorting everything would put first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.nat(6), (scores, count) => {
        const best = new BestHits(count, (a, b) => b - a);
        scores.forEach((score, number) => best.add(number, score));
        const sorted = scores
          .map((score, number) => ({ number, score }))
          .sort((a, b) => b.score - a.score || b.number - a.number);
        expect(best.sorted()).toEqual(sorted.slice(0, count));
      }),
    );
  });
});

describe("quantised vectors", () => {
  it("keep the cosine to within a hundredth", () => {
    const random = createRandom("vectors");
    const unit = (): Float32Array => {
      const vector = Float32Array.from({ length: 254 }, () => random.next() - 0.5);
      const norm = Math.hypot(...vector);
      return vector.map((value) => value / norm);
    };
    for (let round = 0; round < 50; round++) {
      const [a, b] = [unit(), unit()];
      const exact = a.reduce((sum, value, at) => sum + value * b[at]!, 0);
      const stored = quantise([unit(), b], 254);
      expect(Math.abs(cosineOf(a, stored, 1) - exact)).toBeLessThan(0.01);
    }
  });

  it("are zero for a text without a known token", () => {
    expect(cosineOf(new Float32Array([1, 0]), quantise([new Float32Array(2)], 2), 0)).toBe(0);
  });
});

describe("exact vector search", () => {
  it("finds the nearest accepted questions, nearest first", async () => {
    const embedder = wordEmbedder();
    const texts = ["怎么退款", "怎么退货", "运费多少", "密码忘了", "退款到账"];
    const index = await indexOf(
      texts.map((text, at) => faqEntry(`A${at}`, text, { source: { file: "a.csv", row: at + 1 } })),
      embedder,
    );
    const [query] = await embedder.embed(["退款怎么"], "query");
    const hits = exactBackend(index).search(query!, 3, (question) => question !== 1);
    const naive = [0, 2, 3, 4]
      .map((question) => ({ question, cosine: cosineOf(query!, index.parts[0]!.segment.vectors, question) }))
      .sort((a, b) => b.cosine - a.cosine);
    expect(hits).toEqual(naive.slice(0, 3));
    expect(hits[0]!.question).toBe(0);
  });
});
