import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneSlipFrom } from "./spelling.js";

const word = fc.string({ unit: fc.constantFrom(..."abcxyz"), minLength: 2, maxLength: 8 });

describe("oneSlipFrom", () => {
  it("undoes a swap, a letter too many, one too few and a wrong one", () => {
    for (const [slip, meant] of [
      ["rfeund", "refund"],
      ["refunnd", "refund"],
      ["refnd", "refund"],
      ["refumd", "refund"],
      ["efund", "refund"],
    ] as const) {
      expect(oneSlipFrom(slip)).toContain(meant);
    }
  });

  it("can keep the first letters", () => {
    expect(oneSlipFrom("gork", 1)).toContain("gorky");
    expect(oneSlipFrom("gork", 1).every((one) => one.startsWith("g"))).toBe(true);
  });

  it("gives each once, never the word itself, and leads back from all of them", () => {
    fc.assert(
      fc.property(word, (given) => {
        const slips = oneSlipFrom(given);
        expect(new Set(slips).size).toBe(slips.length);
        expect(slips).not.toContain(given);
        for (const one of slips) expect(oneSlipFrom(one)).toContain(given);
      }),
      { numRuns: 20 },
    );
  });
});
