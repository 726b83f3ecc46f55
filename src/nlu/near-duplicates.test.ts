import fc from "fast-check";
import { expect, test } from "vitest";
import { nearDuplicates, nearPairs } from "./near-duplicates.js";

const grams = (text: string) => {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: Math.max(1, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)));
};

test("the same pairs come as from comparing every two texts", () => {
  const text = fc.stringMatching(/^[ab]{1,12}$/u);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 25 }), fc.constantFrom(0.5, 0.7, 0.85, 1), (texts, least) => {
      const wanted: string[] = [];
      for (let b = 0; b < texts.length; b++) {
        for (let a = 0; a < b; a++) {
          const [one, other] = [grams(texts[a]!), grams(texts[b]!)];
          const both = [...one].filter((gram) => other.has(gram)).length;
          if (both / (one.size + other.size - both) >= least) wanted.push(`${a}-${b}`);
        }
      }
      const found = nearPairs(texts, undefined, least).map(({ a, b }) => `${a}-${b}`);
      expect(found.sort()).toEqual(wanted.sort());
    }),
    { numRuns: 300 },
  );
});

test("less alike texts count where their vectors agree", () => {
  const texts = ["where is my new card", "where is my card", "close my account"];
  const same = [Float32Array.of(1, 0), Float32Array.of(1, 0), Float32Array.of(0, 1)];
  expect(nearDuplicates(texts, undefined)).toEqual([]);
  expect(nearDuplicates(texts, same)).toMatchObject([{ a: 0, b: 1, cosine: 1 }]);
});

test("Chinese is compared by pairs of characters", () => {
  expect(
    nearDuplicates(["请问我的快递现在到哪里了呀", "请问我的快递现在到哪里了", "我要退款"], undefined),
  ).toMatchObject([{ a: 0, b: 1 }]);
});
