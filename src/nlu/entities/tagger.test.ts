import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAnnotations } from "../../interop/rasa-marks.js";
import { createRandom } from "../../stats/random.js";
import { EMPTY_DATASET, mergeDatasets, type Dataset } from "../data/dataset.js";
import { entityFinder } from "./entities.js";
import { tagTokens } from "./tag-tokens.js";
import { labelsOf, spanKinds, spansOf } from "./tagged-spans.js";
import { learnEntities } from "./tagger-train.js";

const CITIES = ["北京", "上海", "广州", "深圳", "成都", "杭州", "武汉", "西安"];

const marked = CITIES.flatMap((from, i) => {
  const to = CITIES[(i + 3) % CITIES.length]!;
  return [
    `从[${from}]{"entity": "place", "role": "from"}到[${to}]{"entity": "place", "role": "to"}的票`,
    `我想从[${from}]{"entity": "place", "role": "from"}出发去[${to}]{"entity": "place", "role": "to"}`,
    `play [song number ${i}](title) please`,
    `请问今天有票吗${i}`,
  ];
});

function dataOf(lines: readonly string[]): Dataset {
  const utterances = lines.map((line) => ({ ...parseAnnotations(line), intent: "ticket" }));
  return mergeDatasets([{ ...EMPTY_DATASET, utterances, synonyms: [{ value: "宁波市", variants: ["宁波"] }] }]);
}

const { rules, weights } = await learnEntities(dataOf(marked));
const find = entityFinder(rules, weights);

test("spans like the annotated ones are found in words that nobody annotated, with their roles and synonyms", () => {
  expect(find("从宁波到长沙的票", "ticket")).toEqual([
    { entity: "place", role: "from", start: 1, end: 3, text: "宁波", value: "宁波市", from: "tagged" },
    { entity: "place", role: "to", start: 4, end: 6, text: "长沙", value: "长沙", from: "tagged" },
  ]);
  expect(find("有票吗", "ticket")).toEqual([]);
});

test("a word that is listed keeps its value and gets the role of its place", async () => {
  const lookups = [{ entity: "place", words: ["长沙"] }];
  const learnt = await learnEntities({ ...dataOf(marked), lookups });
  expect(entityFinder(learnt.rules, learnt.weights)("从宁波到長沙的票", "ticket").at(-1)).toEqual({
    ...{ entity: "place", role: "to", start: 4, end: 6, text: "長沙", value: "长沙", from: "lookup" },
  });
});

test("a telephone number stays one inside a learnt span", () => {
  expect(find("从13800138001到长沙的票", "ticket").map(({ entity }) => entity)).toContain("phone");
});

test("a range that the data names holds its ends, though they are learnt by themselves", async () => {
  const days = ["周一", "周二", "周三", "周四", "周五", "周六"].map((day) => `[${day}](date)有空`);
  const found = async (lines: readonly string[]) => {
    const learnt = await learnEntities(dataOf(lines));
    const spans = entityFinder(learnt.rules, learnt.weights)("周一到周五有空", "ticket", "2026-03-11");
    return spans.map(({ entity, value }) => [entity, value]);
  };
  expect(await found([...days, "[周二到周三](date_range)有空"])).toEqual([["date_range", "2026-03-09/2026-03-13"]]);
  expect((await found(days)).map(([entity]) => entity)).not.toContain("date_range");
});

test("what is checked by its form is never learnt, but for its role", async () => {
  const numbers = ["13800138001", "13912345678", "13700000001", "15812345678"];
  const lines = numbers.map((number) => `打[${number}]{"entity": "phone", "role": "new"}找我`);
  const learnt = await learnEntities(dataOf(lines));
  const found = entityFinder(learnt.rules, learnt.weights);
  expect(found("打13611112222找我", "ticket")).toMatchObject([{ entity: "phone", role: "new", from: "builtin" }]);
  expect(found("打10000000000找我", "ticket")).toEqual([]);
});

test("the same examples in any order give the same tagger", async () => {
  const again = await learnEntities(dataOf(createRandom(3).shuffle(marked)));
  expect(again).toEqual({ rules, weights });
});

test("too few spans of an entity are no tagger but a dictionary", async () => {
  const few = await learnEntities(dataOf(["买[青春卡](plan)", "查[大王卡](plan)"]));
  expect(few.rules.tagger).toBeUndefined();
  expect(few.rules.words.map(({ word }) => word)).toEqual(["大王卡", "青春卡"]);
});

const text = fc.string({
  unit: fc.constantFrom("a", "B", "北", "１", "7", " ", "ﬁ", "😀", "。", "か", "-"),
  maxLength: 20,
});

test("tokens lie in order, hold no space, and cover all else", () => {
  fc.assert(
    fc.property(text, (some) => {
      let end = 0;
      for (const token of tagTokens(some)) {
        expect(some.slice(end, token.start)).toMatch(/^\s*$/u);
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(some.slice(end)).toMatch(/^\s*$/u);
    }),
  );
});

test("spans on borders of tokens come back from their labels", () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(20), { maxLength: 6 }), (some, cuts) => {
      const tokens = tagTokens(some);
      const borders = [...new Set(cuts.filter((cut) => cut < tokens.length))].sort((a, b) => a - b);
      const spans = borders.slice(1).map((to, i) => {
        const role = i % 2 === 0 ? { role: "from" } : {};
        return { entity: "x", ...role, start: tokens[borders[i]!]!.start, end: tokens[to - 1]!.end };
      });
      const kinds = [{ entity: "x" }, { entity: "x", role: "from" }];
      expect(spansOf(tokens, labelsOf(tokens, spans, kinds), kinds)).toEqual(spans);
    }),
  );
});

test("kinds are counted over the roles of an entity", () => {
  const spans = (count: number, role: string) =>
    Array.from({ length: count }, () => ({ start: 0, end: 1, entity: "city", role }));
  const utterance = { text: "x", intent: "y", entities: [...spans(2, "from"), ...spans(1, "to")] };
  expect(spanKinds([utterance])).toEqual([
    { entity: "city", role: "from" },
    { entity: "city", role: "to" },
  ]);
  expect(spanKinds([{ ...utterance, entities: spans(2, "to") }])).toEqual([]);
});
