import fc from "fast-check";
import { expect, test } from "vitest";
import { comparedForms, nearDuplicates, nearPairs, type Likeness } from "./near-duplicates.js";

const grams = (text: string) => {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: Math.max(1, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)));
};

test("the same pairs come as from comparing every two texts", async () => {
  const text = fc.stringMatching(/^[ab]{1,12}$/u);
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 25 }), fc.constantFrom(0.5, 0.7, 0.85, 1), async (texts, least) => {
      const wanted: string[] = [];
      for (let b = 0; b < texts.length; b++) {
        for (let a = 0; a < b; a++) {
          const [one, other] = [grams(texts[a]!), grams(texts[b]!)];
          const both = [...one].filter((gram) => other.has(gram)).length;
          if (both / (one.size + other.size - both) >= least) wanted.push(`${a}-${b}`);
        }
      }
      const found = (await nearPairs(texts, undefined, least)).map(({ a, b }) => `${a}-${b}`);
      expect(found.sort()).toEqual(wanted.sort());
    }),
    { numRuns: 300 },
  );
});

const near = (texts: readonly string[], likeness: Likeness = {}) => nearDuplicates(texts, texts, likeness);

test("less alike texts count where their vectors agree", async () => {
  const texts = ["where is my new card", "where is my card", "close my account"];
  const vectorOf = (text: string) => (text.includes("where") ? Float32Array.of(1, 0) : Float32Array.of(0, 1));
  const embedder = {
    info: { id: "test", dim: 2, digest: "" },
    costly: false,
    embed: (some: readonly string[]) => Promise.resolve(some.map(vectorOf)),
    close: () => Promise.resolve(),
  };
  expect(await near(texts)).toEqual([]);
  expect(await near(texts, { embedder })).toMatchObject([{ a: 0, b: 1, cosine: 1 }]);
});

test("Chinese is compared by pairs of characters", async () => {
  const texts = ["请问我的快递现在到哪里了呀", "请问我的快递现在到哪里了", "我要退款"];
  expect(await near(texts)).toMatchObject([{ a: 0, b: 1 }]);
});

test("a line that stands in the data many times makes a pair each, and so do those that are near it", async () => {
  const texts = [...Array.from({ length: 300 }, () => "where is my new card now"), "where is my new card noww"];
  const pairs = await near(["where is my new card now?!", ...texts, "close my account"]);
  expect(pairs.filter(({ characters }) => characters === 1)).toHaveLength(299);
  expect(pairs).toHaveLength(299 + 300 + 300);
});

test("a long search lets others have a turn, says how far it is, and ends when they say so", async () => {
  const texts = Array.from({ length: 1_200 }, (_, n) => `line ${n}`);
  const turns: string[] = [];
  await near(texts, { pause: async (...turn) => void turns.push(turn.join(" ")) });
  expect(turns).toEqual(["pairs 0 1200", "pairs 500 1200", "pairs 1000 1200"]);
  await comparedForms(texts, { pause: async (...turn) => void turns.push(turn.join(" ")) });
  expect(turns.slice(3)).toEqual(["forms 0 1200", "forms 500 1200", "forms 1000 1200"]);
  await expect(near(texts, { pause: () => Promise.reject(new Error("stop")) })).rejects.toThrow("stop");
});
