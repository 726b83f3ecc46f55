import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controlRisk, type Judged, measureThreshold, questionsNeeded } from "./conformal.js";
import { createRandom } from "./random.js";

const judged = (score: number, right: boolean, inScope = true): Judged => ({ score, right, inScope });

/** A hundred questions; the surer, the likelier right. */
const many = (n: number, seed: number): Judged[] => {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => {
    const score = random.next();
    return judged(score, random.next() < score, random.next() < 0.9);
  }).map((one) => ({ ...one, right: one.right && one.inScope }));
};

describe("questions needed", () => {
  it("are 1/rate − 1", () => {
    expect([0.5, 0.1, 0.05, 0.02, 0.01, 1].map(questionsNeeded)).toEqual([1, 9, 19, 49, 99, 0]);
    expect(questionsNeeded(0.03)).toBe(33);
    expect(questionsNeeded(0)).toBe(Infinity);
  });
});

describe("conformal risk control", () => {
  it("refuses to promise with too few questions, and never promises 0", () => {
    expect(controlRisk(many(18, 1), 0.05)).toMatchObject({ promised: false, reason: "too-few-questions", needed: 19 });
    expect(controlRisk([], 0.05)).toMatchObject({ promised: false, questions: 0 });
    expect(controlRisk(many(1000, 1), 0)).toEqual({
      promised: false,
      reason: "zero-rate",
      questions: 1000,
      needed: Infinity,
    });
  });

  it("lets as many wrong answers pass as the rate allows, reckoning with one more", () => {
    const rows = [judged(0.9, true), judged(0.8, false), judged(0.7, true), judged(0.6, false), judged(0.5, false)];
    const some = [...rows, ...Array.from({ length: 14 }, () => judged(0.1, true))];
    // (0 + 1) / 20 ≤ 0.05, (1 + 1) / 20 ≤ 0.1
    expect(controlRisk(some, 0.05)).toEqual({ promised: true, threshold: 0.9, questions: 19, bound: 0.05 });
    expect(controlRisk(some, 0.1)).toMatchObject({ threshold: 0.7 });
    expect(controlRisk(some, 0.15)).toMatchObject({ threshold: 0.7 });
    expect(controlRisk(some, 0.2)).toMatchObject({ threshold: -Infinity });
    expect(controlRisk(some, 1)).toMatchObject({ threshold: -Infinity });
  });

  it("answers nothing when the surest are wrong, and treats equal scores alike", () => {
    const wrong = Array.from({ length: 30 }, () => judged(0.99, false));
    expect(controlRisk(wrong, 0.05)).toMatchObject({ promised: true, threshold: Infinity });
    const mixed = [...wrong, ...Array.from({ length: 30 }, () => judged(0.99, true))];
    expect(controlRisk(mixed, 0.05)).toMatchObject({ threshold: Infinity });
  });

  it("keeps what was chosen within the bound, and grows stricter with the rate", () => {
    const scores = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 20,
      maxLength: 200,
    });
    fc.assert(
      fc.property(scores, (pairs) => {
        const rows = pairs.map(([score, right]) => judged(score, right));
        let last = Infinity;
        for (const rate of [0.05, 0.1, 0.3, 0.9, 1]) {
          const control = controlRisk(rows, rate);
          if (!control.promised) throw new Error("enough questions");
          const { wrong } = measureThreshold(rows, control.threshold);
          expect((wrong + 1) / (rows.length + 1)).toBeLessThanOrEqual(
            Math.max(rate + 1e-9, wrong === rows.length ? 1 : 0),
          );
          expect(control.threshold).toBeLessThanOrEqual(last);
          last = control.threshold;
        }
      }),
    );
  });

  it.each([0.02, 0.05, 0.1, 0.3])("keeps the promise of %d on other questions", (rate) => {
    const rounds = 400;
    let sum = 0;
    for (let round = 0; round < rounds; round++) {
      const control = controlRisk(many(120, round), rate);
      if (control.promised) sum += measureThreshold(many(200, round + 10_000), control.threshold).wrongAnswerRate;
    }
    expect(sum / rounds).toBeLessThanOrEqual(rate);
    // And it is no empty promise.
    expect(sum / rounds).toBeGreaterThan(rate / 2);
  });
});

describe("what a threshold does", () => {
  it("counts", () => {
    const rows = [
      judged(0.9, true),
      judged(0.8, false),
      judged(0.7, false, false),
      judged(0.2, true),
      judged(-Infinity, false),
    ];
    expect(measureThreshold(rows, 0.5)).toEqual({
      questions: 5,
      inScope: 4,
      answered: 3,
      wrong: 2,
      wrongAnswerRate: 0.4,
      coverage: 0.5,
      precision: 1 / 3,
    });
    expect(measureThreshold(rows, -Infinity).answered).toBe(4);
    expect(measureThreshold([], 0.5)).toMatchObject({ wrongAnswerRate: 0, coverage: 0, precision: NaN });
  });
});
