import fc from "fast-check";
import { expect, it } from "vitest";
import { auroc } from "./auroc.js";

it("is the chance that what is above scores higher, equal scores counting half", () => {
  // Of the pairs (0.9, 0.1) (0.9, 0.5) (0.5, 0.1) (0.5, 0.5): three are right, one is even.
  expect(auroc([0.9, 0.5], [0.1, 0.5])).toBe(3.5 / 4);
  expect(auroc([1], [0])).toBe(1);
  expect(auroc([0], [1])).toBe(0);
  expect(auroc([], [1])).toBeNull();
  expect(auroc([1], [])).toBeNull();
});

it("agrees with counting all pairs", () => {
  const scores = fc.array(
    fc.nat(8).map((value) => value / 8),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(scores, scores, (above, below) => {
      const won = above.flatMap((a) => below.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
      const slow = won.reduce((sum: number, value) => sum + value, 0) / won.length;
      expect(auroc(above, below)!).toBeCloseTo(slow, 12);
    }),
  );
});
