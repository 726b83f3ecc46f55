import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutTokens, planBatches } from "./batches.js";

describe("planBatches", () => {
  it("takes every text once, within the limits, with less padding than none in order", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 200 });
    const limits = fc.record({ texts: fc.integer({ min: 1, max: 64 }), tokens: fc.integer({ min: 1, max: 2048 }) });
    fc.assert(
      fc.property(lengths, limits, (all, limit) => {
        const batches = planBatches(all, limit);
        expect(batches.flat().sort((a, b) => a - b)).toEqual([...all.keys()]);
        for (const batch of batches) {
          const longest = Math.max(...batch.map((text) => all[text]!));
          expect(batch.length).toBeLessThanOrEqual(limit.texts);
          if (batch.length > 1) expect(batch.length * longest).toBeLessThanOrEqual(limit.tokens);
        }
        const order = batches.flat().map((text) => all[text]!);
        expect(order).toEqual([...order].sort((a, b) => b - a));
      }),
    );
  });
});

describe("cutTokens", () => {
  it("keeps the marks at the end", () => {
    expect(cutTokens([2, 10, 11, 12, 3], 5, 1)).toEqual([2, 10, 11, 12, 3]);
    expect(cutTokens([2, 10, 11, 12, 3], 4, 1)).toEqual([2, 10, 11, 3]);
    expect(cutTokens([10, 11, 12], 2, 0)).toEqual([10, 11]);
    expect(cutTokens([10, 11, 3, 4], 1, 2)).toEqual([4]);
  });
});
