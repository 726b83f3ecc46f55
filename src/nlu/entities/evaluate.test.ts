import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateEntities, type EntityOutcome } from "./evaluate.js";

const text = "from Beijing to New York tomorrow";
const from = { start: 5, end: 12, entity: "city", role: "from" };
const to = { start: 16, end: 24, entity: "city", role: "to" };
const day = { start: 25, end: 33, entity: "date" };

test("exact and overlapping spans are counted apart, per entity and over all", () => {
  const found = [
    { ...from, role: "to" },
    { ...to, end: 19 },
    { start: 0, end: 4, entity: "date" },
  ];
  const { micro, macro, entities, roles, perfect, errors } = evaluateEntities([
    { text, expected: [from, to, day], found },
    { text: "hello", expected: [], found: [] },
  ]);
  expect(micro.exact).toMatchObject({ expected: 3, found: 3, correct: 1, f1: 1 / 3 });
  expect(micro.overlap).toMatchObject({ correct: 2, precision: 2 / 3, recall: 2 / 3 });
  expect(entities.map(({ entity, exact, overlap }) => [entity, exact.f1, overlap.f1])).toEqual([
    ["city", 0.5, 1],
    ["date", 0, 0],
  ]);
  expect(macro).toEqual({ exactF1: 0.25, overlapF1: 0.5 });
  expect(roles).toEqual({ expected: 1, correct: 0 });
  expect(perfect).toBe(1);
  expect(errors).toEqual([
    { text, expected: { entity: "city", words: "New York" }, found: { entity: "city", words: "New" } },
    { text, expected: { entity: "date", words: "tomorrow" } },
    { text, found: { entity: "date", words: "from" } },
  ]);
});

test("entities that the test data never marks are no errors unless they are asked for", () => {
  const outcome = { text, expected: [from], found: [from, day] };
  expect(evaluateEntities([outcome]).micro.exact.f1).toBe(1);
  expect(evaluateEntities([outcome], ["city", "date"]).micro.exact).toMatchObject({ found: 2, f1: 2 / 3 });
  expect(evaluateEntities([]).micro.exact.f1).toBe(0);
});

test("one wide span counts for one of two", () => {
  const outcome = { text, expected: [from, to], found: [{ start: 5, end: 24, entity: "city" }] };
  expect(evaluateEntities([outcome]).micro.overlap).toMatchObject({ expected: 2, found: 1, correct: 1 });
});

const span = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }), fc.constantFrom("a", "b"))
  .map(([start, length, entity]) => ({ start, end: start + length, entity }));
const outcomes: fc.Arbitrary<EntityOutcome[]> = fc.array(
  fc.record({
    text: fc.constant(text),
    expected: fc.array(span, { maxLength: 4 }),
    found: fc.array(span, { maxLength: 4 }),
  }),
  { maxLength: 5 },
);

test("exact is at most overlap, both are shares, and finding what is marked is perfect", () => {
  fc.assert(
    fc.property(outcomes, (some) => {
      const { micro } = evaluateEntities(some, ["a", "b"]);
      expect(micro.exact.correct).toBeLessThanOrEqual(micro.overlap.correct);
      expect(micro.overlap.correct).toBeLessThanOrEqual(Math.min(micro.exact.expected, micro.exact.found));
      const same = evaluateEntities(some.map((one) => ({ ...one, found: one.expected })));
      expect(same.perfect).toBe(some.length);
      expect(same.micro.exact.correct).toBe(same.micro.exact.expected);
    }),
  );
});
