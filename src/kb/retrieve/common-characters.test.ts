import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CommonCharacters, pairsOf } from "./common-characters.js";

function plainLength(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      table[i]![j] = a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
    }
  }
  return table[a.length]![b.length]!;
}

const text = fc.array(fc.constantFrom(..."abc退款"), { maxLength: 100 }).map((characters) => characters.join(""));

describe("the characters of two texts", () => {
  it("have the longest common subsequence that a table finds", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const common = new CommonCharacters(a);
        expect(common.inOrder(b)).toBe(plainLength(a, b));
        expect(common.inOrder(a)).toBe(a.length);
      }),
    );
  });

  it("share pairs of neighbours", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const sets = [a, b].map((one) => new Set(Array.from({ length: one.length }, (_, at) => one.slice(at, at + 2))));
        for (const set of sets) for (const pair of set) if (pair.length < 2) set.delete(pair);
        const both = [...sets[0]!].filter((pair) => sets[1]!.has(pair)).length;
        const wanted = (2 * both) / Math.max(1, sets[0]!.size + sets[1]!.size);
        expect(new CommonCharacters(a).dice(pairsOf(b))).toBe(wanted);
      }),
    );
  });
});
