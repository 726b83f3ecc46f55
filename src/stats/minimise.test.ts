import { describe, expect, it } from "vitest";
import { minimise } from "./minimise.js";

describe("minimise", () => {
  it("finds the bottom of a bowl that is much steeper one way than the other", () => {
    const scale = [1000, 1, 0.01];
    const bottom = [3, -2, 40];
    const found = minimise(
      (at) => ({
        value: at.reduce((sum, v, i) => sum + (scale[i]! * (v - bottom[i]!) ** 2) / 2, 0),
        gradient: at.map((v, i) => scale[i]! * (v - bottom[i]!)),
      }),
      [0, 0, 0],
      scale,
    );
    found.forEach((value, i) => expect(value).toBeCloseTo(bottom[i]!, 3));
  });

  it("follows a bent valley (Rosenbrock)", () => {
    const [x, y] = minimise(
      ([a = 0, b = 0]) => ({
        value: (1 - a) ** 2 + 100 * (b - a * a) ** 2,
        gradient: [-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)],
      }),
      [-1.2, 1],
    );
    expect(x).toBeCloseTo(1, 3);
    expect(y).toBeCloseTo(1, 3);
  });

  it("stays where there is nothing to gain", () => {
    expect(minimise(() => ({ value: 0, gradient: [0, 0] }), [5, 6])).toEqual([5, 6]);
  });
});
