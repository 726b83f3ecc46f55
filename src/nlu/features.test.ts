import fc from "fast-check";
import { expect, test } from "vitest";
import { BLOCK, designMatrix, grams, learnVocabulary, vectorise, withoutSyllables } from "./features.js";

const norm = (values: Float32Array) => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));

test("texts that are the same after normalisation have the same grams", () => {
  expect(grams("轉人工！")).toEqual(grams("转人工"));
  expect(grams("Ｒｅｆｕｎｄ")).toEqual(grams("refund"));
  expect(grams("?!").buckets).toHaveLength(0);
});

test("buckets ascend, each once, with their counts", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: "grapheme" }), (text) => {
      const { buckets, counts } = grams(text);
      expect([...buckets]).toEqual([...new Set(buckets)].sort((a, b) => a - b));
      expect(counts).toHaveLength(buckets.length);
      expect(counts.every((count) => count > 0)).toBe(true);
    }),
  );
  expect(Math.max(...grams("退退退").counts)).toBe(3);
});

test("grams do not cross the ends of words, and words at either end count as such", () => {
  const shared = (a: string, b: string) => {
    const known = new Set(grams(a).buckets);
    return grams(b).buckets.filter((bucket) => known.has(bucket)).length;
  };
  expect(shared("lost card", "tc")).toBe(0);
  expect(shared("wo lost card", "lost")).toBe(grams("lost").buckets.length - 2);
  expect(shared("退款多久", "款多")).toBeGreaterThan(3);
});

test("only grams of enough texts are known, and rare ones weigh more", () => {
  const texts = ["查订单", "查余额", "查订单", "退款"].map((text) => grams(text));
  const all = learnVocabulary(texts, 1);
  const some = learnVocabulary(texts, 2);
  expect(some.buckets.length).toBeLessThan(all.buckets.length);
  const kept = new Set(all.buckets);
  expect([...some.buckets].every((bucket) => kept.has(bucket))).toBe(true);
  expect(vectorise(grams("xyz"), all).columns).toHaveLength(0);
  const idf = (text: string) =>
    Math.max(...Array.from(vectorise(grams(text), all).columns, (column) => all.idf[column]!));
  expect(idf("退款")).toBeGreaterThan(Math.min(...all.idf));
});

test("each block of a vector has its length", () => {
  const texts = ["查订单 please", "查余额 please"].map((text) => grams(text));
  const vocabulary = learnVocabulary(texts, 1);
  const { columns, values } = vectorise(texts[0]!, vocabulary);
  const inner = columns.filter((column) => vocabulary.buckets[column]! < BLOCK).length;
  expect(inner).toBeGreaterThan(0);
  expect(inner).toBeLessThan(columns.length);
  expect(norm(values.subarray(0, inner))).toBeCloseTo(1, 5);
  expect(norm(values.subarray(inner))).toBeCloseTo(0.8, 5);
});

test("the design matrix holds the vectors row by row", () => {
  const texts = ["查订单", "查余额"].map((text) => grams(text));
  const vocabulary = learnVocabulary(texts, 1);
  const matrix = designMatrix(texts, [Float32Array.of(1, 0), Float32Array.of(0, -1)], vocabulary, 2);
  expect([...matrix.dense]).toEqual([2, 0, 0, -2]);
  const second = vectorise(texts[1]!, vocabulary);
  expect(matrix.columns.slice(matrix.starts[1], matrix.starts[2])).toEqual(second.columns);
  expect(matrix.values.slice(matrix.starts[1], matrix.starts[2])).toEqual(second.values);
});

test("syllables are the same whatever is written for them, and only there where they are asked for", () => {
  const syllables = (text: string) => grams(text, true).buckets.filter((bucket) => bucket >= 2 * BLOCK);
  expect(syllables("怎么退款")).toHaveLength(4 + 5);
  for (const text of ["怎麼退款？", "怎么腿款", "zenmetuikuan", "zen me tui kuan"])
    expect(syllables(text)).toEqual(syllables("怎么退款"));
  expect(syllables("where is my order")).toHaveLength(0);
  expect(syllables("退A款")).not.toEqual(syllables("退款"));
  const whole = grams("我的order呢", true);
  expect(withoutSyllables(whole)).toEqual(grams("我的order呢"));
});

test("syllables have a block of their own", () => {
  const texts = ["查订单", "查余额"].map((text) => grams(text, true));
  const vocabulary = learnVocabulary(texts, 1);
  const { columns, values } = vectorise(texts[0]!, vocabulary);
  const from = columns.findIndex((column) => vocabulary.buckets[column]! >= 2 * BLOCK);
  expect(norm(values.subarray(from))).toBeCloseTo(2, 5);
  const typed = vectorise(grams("chadingdan", true), vocabulary);
  expect(typed.columns).toEqual(columns.subarray(from));
  expect(norm(typed.values)).toBeCloseTo(2, 5);
});

test("rows of a large matrix, whose buckets stand in a table, are those of single texts", () => {
  const [known, other] = [grams("where is my parcel 我的包裹", true), grams("where do I pay 哪里付款", true)];
  const vocabulary = learnVocabulary([known], 1);
  const pairs = Math.ceil(BLOCK / 4 / known.buckets.length);
  const texts = Array.from({ length: pairs }, () => [known, other]).flat();
  const matrix = designMatrix(texts, [], vocabulary, 1);
  for (const at of [0, 1, texts.length - 1]) {
    const { columns, values } = vectorise(texts[at]!, vocabulary);
    expect(matrix.columns.slice(matrix.starts[at], matrix.starts[at + 1])).toEqual(columns);
    expect(matrix.values.slice(matrix.starts[at], matrix.starts[at + 1])).toEqual(values);
  }
});
