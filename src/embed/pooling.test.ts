import { describe, expect, it } from "vitest";
import { poolTokens, unit, type Pooling } from "./pooling.js";

// Two texts of three places, two numbers each; the second text has one token and padding.
const vectors = { values: Float32Array.from([3, 0, 0, 4, 5, 5, 0, 2, 9, 9, 9, 9]), texts: 2, tokens: 3, dim: 2 };
const mask = [1, 1, 0, 1, 0, 0];

describe("poolTokens", () => {
  it.each<[Pooling, [number, number]]>([
    ["mean", [3 / 5, 4 / 5]],
    ["cls", [1, 0]],
    ["last", [0, 1]],
    ["max", [3 / 5, 4 / 5]],
  ])("%s", (pooling, [x, y]) => {
    const [first, second] = poolTokens(vectors, mask, pooling);
    expect(first![0]).toBeCloseTo(x, 6);
    expect(first![1]).toBeCloseTo(y, 6);
    expect([...second!]).toEqual([0, 1]);
  });

  it("takes the right tokens where padding stands on the left, and masks of 64 bits", () => {
    const [, second] = poolTokens(
      { ...vectors, values: vectors.values.map((value, at) => (at === 10 ? 1 : at === 11 ? 0 : value)) },
      [1n, 1n, 0n, 0n, 0n, 1n],
      "cls",
    );
    expect([...second!]).toEqual([1, 0]);
  });

  it("gives zero for a text without tokens", () => {
    for (const pooling of ["mean", "cls", "max", "last"] as const) {
      expect([...poolTokens(vectors, [0, 0, 0, 1, 0, 0], pooling)[0]!]).toEqual([0, 0]);
    }
    expect([...unit(new Float32Array(2))]).toEqual([0, 0]);
  });
});
