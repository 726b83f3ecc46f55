import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcnemarExact, mcnemarMidP, pairByKey, pairedBootstrap, pairedFigure } from "./paired.js";
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

describe("the McNemar test with mid-p", () => {
  it("counts half the chance of what is as likely as what was seen", () => {
    // Exact: 2 · (1 + 10) / 2^10; of that the chance of one in ten goes.
    expect(mcnemarMidP(1, 9)).toBeCloseTo((2 * 11 - 10) / 1024, 12);
    expect(mcnemarMidP(9, 1)).toBe(mcnemarMidP(1, 9));
    expect(mcnemarMidP(0, 5)).toBeCloseTo(1 / 32, 12);
    // As many either way: 1 less half of C(4, 2) / 2^4.
    expect(mcnemarMidP(2, 2)).toBeCloseTo(1 - 3 / 16, 12);
    expect(mcnemarMidP(0, 0)).toBe(1);
    expect(() => mcnemarMidP(0.5, 1)).toThrow(RangeError);
  });
});

describe("pairs", () => {
  it("are made by key, each once", () => {
    const of = (key: string, value: number) => ({ key, value });
    const pairs = pairByKey(
      [of("a", 1), of("b", 2), of("a", 3)],
      [of("a", 4), of("a", 5), of("a", 6), of("c", 7)],
      (one) => one.key,
    );
    expect(pairs.map(([before, now]) => [before.value, now.value])).toEqual([
      [1, 4],
      [3, 5],
    ]);
  });

  it("say what was gained and lost", () => {
    const figure = pairedFigure(
      [
        [0, 1],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      createRandom(1),
      "mid-p",
    );
    expect(figure).toMatchObject({ before: 0.5, now: 0.75, difference: 0.25, gained: 2, lost: 1 });
    expect(figure!.p).toBe(mcnemarMidP(1, 2));
    expect(pairedFigure([], createRandom(1), "exact")).toBeNull();
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
