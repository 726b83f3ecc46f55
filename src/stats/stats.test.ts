import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedCalibrationError } from "./calibration.js";
import { bootstrapMean, quantile, wilson } from "./intervals.js";
import { createRandom } from "./random.js";

describe("createRandom", () => {
  it("gives the same numbers for ever", () => {
    const random = createRandom(42);
    expect([random.int(1000), random.int(1000), random.int(1000)]).toEqual([256, 565, 939]);
    expect(createRandom("kefu").int(2 ** 32)).toBe(4257982476);
  });

  it("keeps seeds and forks apart", () => {
    const first = (random: { next(): number }): number => random.next();
    const all = [
      createRandom(1),
      createRandom(2),
      createRandom("1"),
      createRandom(1).fork("a"),
      createRandom(1).fork("b"),
    ];
    expect(new Set(all.map(first)).size).toBe(all.length);
  });

  it("forks whatever was drawn before", () => {
    const used = createRandom(1);
    used.next();
    expect(used.fork("a").next()).toBe(createRandom(1).fork("a").next());
  });

  it("is even enough", () => {
    const random = createRandom("even");
    const counts = new Array<number>(7).fill(0);
    for (let draw = 0; draw < 70_000; draw++) counts[random.int(7)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it("shuffles without loss and leaves the list alone", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const shuffled = createRandom(seed).shuffle(items);
        expect(items).toEqual(before);
        expect([...shuffled].sort()).toEqual([...items].sort());
      }),
    );
  });

  it("refuses what it cannot do", () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
    expect(() => createRandom(1).int(0)).toThrow(RangeError);
  });
});

describe("wilson", () => {
  // Reference values: Newcombe (1998), table I, method 3; 29 of 29 mirrors 0 of 29.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])("%d of %d", (successes, n, low, high) => {
    expect(wilson(successes, n).low).toBeCloseTo(low, 3);
    expect(wilson(successes, n).high).toBeCloseTo(high, 3);
  });

  it("knows nothing without observations", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe("quantile and bootstrap", () => {
  it("interpolates like R's default", () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBeCloseTo(1.75);
    expect(quantile([1, 2, 3, 4], 0.5)).toBeCloseTo(2.5);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([1, 2], 2)).toBe(2);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it("holds the mean, and is narrower with more values", () => {
    const values = Array.from({ length: 400 }, (_, at) => at % 10);
    const many = bootstrapMean(values, createRandom(3));
    const few = bootstrapMean(values.slice(0, 20), createRandom(3));
    expect(many.mean).toBe(4.5);
    expect(many.low).toBeLessThan(4.5);
    expect(many.high).toBeGreaterThan(4.5);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
    // Normal theory: ±1.96 · 2.872 / √400 = ±0.281
    expect(many.high - many.low).toBeCloseTo(0.563, 1);
    expect(bootstrapMean(values, createRandom(3))).toEqual(many);
  });
});

describe("expectedCalibrationError", () => {
  it("is the distance of what was said and what came", () => {
    const said = (confidence: number, right: number, wrong: number): { confidence: number; correct: boolean }[] => [
      ...Array.from({ length: right }, () => ({ confidence, correct: true })),
      ...Array.from({ length: wrong }, () => ({ confidence, correct: false })),
    ];
    expect(expectedCalibrationError(said(0.75, 3, 1))).toBeCloseTo(0);
    expect(expectedCalibrationError(said(1, 1, 1))).toBeCloseTo(0.5);
    expect(expectedCalibrationError([...said(1, 2, 0), ...said(0.05, 1, 1)])).toBeCloseTo(0.225);
    expect(expectedCalibrationError([])).toBeNaN();
  });
});
