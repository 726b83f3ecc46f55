import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcnemarExact, pairedBootstrap } from "./paired.js";
import { createRandom } from "./random.js";

/** The definition, term by term. */
function slow(b: number, c: number): number {
  const n = b + c;
  let coefficient = 1;
  let sum = 0;
  for (let k = 0; k <= Math.min(b, c); k++) {
    sum += coefficient / 2 ** n;
    coefficient = (coefficient * (n - k)) / (k + 1);
  }
  return Math.min(1, 2 * sum);
}

describe("the exact McNemar test", () => {
  it("agrees with the binomial distribution", () => {
    expect(mcnemarExact(0, 0)).toBe(1);
    expect(mcnemarExact(5, 5)).toBe(1);
    expect(mcnemarExact(0, 5)).toBeCloseTo(0.0625, 12);
    expect(mcnemarExact(1, 9)).toBeCloseTo(0.021484375, 12);
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (b, c) => {
        expect(mcnemarExact(b, c)).toBeCloseTo(slow(b, c), 10);
        expect(mcnemarExact(b, c)).toBe(mcnemarExact(c, b));
      }),
    );
  });

  it("stands large counts", () => {
    expect(mcnemarExact(50_000, 50_400)).toBeCloseTo(0.208, 2);
    expect(mcnemarExact(0, 100_000)).toBe(0);
    expect(() => mcnemarExact(-1, 2)).toThrow(RangeError);
  });
});

describe("the paired bootstrap", () => {
  const a = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 1 : 0));
  const b = a.map((value, at) => (at % 10 === 1 ? 1 : value));

  it("shows a difference that is there, with its interval", () => {
    const { difference, low, high, p } = pairedBootstrap(a, b, createRandom(1));
    expect(difference).toBeCloseTo(0.1, 12);
    expect(low).toBeGreaterThan(0.05);
    expect(high).toBeLessThan(0.15);
    expect(p).toBeLessThan(0.01);
    expect(pairedBootstrap(b, a, createRandom(1)).difference).toBeCloseTo(-0.1, 12);
  });

  it("knows no difference where there is none", () => {
    expect(pairedBootstrap(a, a, createRandom(1))).toEqual({ difference: 0, low: 0, high: 0, p: 1 });
    const mixed = a.map((value, at) => (at % 20 < 2 ? 1 - value : value));
    expect(pairedBootstrap(a, mixed, createRandom(1)).p).toBeGreaterThan(0.3);
    expect(pairedBootstrap([], [], createRandom(1)).difference).toBeNaN();
    expect(() => pairedBootstrap([1], [], createRandom(1))).toThrow(RangeError);
  });
});
