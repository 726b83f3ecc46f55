import fc from "fast-check";
import { expect, test } from "vitest";
import { entityFinder } from "./entities.js";
import { entityRules } from "./rules.js";
import { parseRasaNlu } from "../../interop/rasa.js";

const data = parseRasaNlu(
  "nlu.yml",
  `version: "3.1"
nlu:
  - intent: order
    examples: |
      - 用[13800138001](phone)查
      - 开通[青春卡](plan)
      - 退[两件](amount)
      - 去[东京](city)
      - [信用卡](card_type)
  - lookup: city
    examples: |
      - 北京
      - 北京路
      - 台北
  - lookup: product
    examples: |
      - 空气炸锅
      - jacket
  - synonym: 空气炸锅
    examples: |
      - 氣炸鍋
      - air fryer
  - regex: phone
    examples: |
      - 1[3-9]\\d{9}
  - regex: contract
    examples: |
      - HT-\\d{4}
`,
).dataset;
const find = entityFinder(entityRules(data));
const brief = (text: string) => find(text).map(({ entity, text: words, value, from }) => [entity, words, value, from]);

test("a phone inside Chinese is found, by the built-in when a pattern says the same", () => {
  expect(brief("帮我查一下13800138001的订单")).toEqual([["phone", "13800138001", "13800138001", "builtin"]]);
});

test("lookups need no spaces, the longest wins, and both scripts and widths match", () => {
  expect(brief("从北京路到臺北")).toEqual([
    ["city", "北京路", "北京路", "lookup"],
    ["city", "臺北", "台北", "lookup"],
  ]);
  expect(brief("ＪＡＣＫＥＴ尺码")).toEqual([["product", "ＪＡＣＫＥＴ", "jacket", "lookup"]]);
});

test("a synonym of a lookup word is found and stands for it", () => {
  expect(brief("我的氣炸鍋和 Air Fryer")).toEqual([
    ["product", "氣炸鍋", "空气炸锅", "lookup"],
    ["product", "Air Fryer", "空气炸锅", "lookup"],
  ]);
});

test("a Latin word does not match inside another", () => {
  expect(brief("jackets")).toEqual([]);
  expect(brief("xjacket")).toEqual([]);
  expect(brief("买jacket吗")).toHaveLength(1);
});

test("words annotated in training are a dictionary, numbers of callers are not", () => {
  expect(brief("青春卡多少钱")).toEqual([["plan", "青春卡", "青春卡", "annotated"]]);
  expect(JSON.stringify(entityRules(data))).not.toContain("13800138001");
});

test("a kind that the data names is found and normalised, one that it does not name is not", () => {
  expect(brief("从成都到 Tokyo")).toEqual([
    ["city", "成都", "成都", "builtin"],
    ["city", "Tokyo", "东京", "builtin"],
  ]);
  expect(brief("明天下午三点，等了两个小时")).toEqual([["date", "明天", "P1D", "builtin"]]);
  const timed = parseRasaNlu(
    "nlu.yml",
    'version: "3.1"\nnlu:\n  - intent: book\n    examples: |\n      - 约[今晚八点](datetime)\n      - 等了[三天](duration)\n',
  ).dataset;
  const values = entityFinder(entityRules(timed))("明天下午三点，等了两个小时").map(({ entity, value }) => [
    entity,
    value,
  ]);
  expect(values).toEqual([
    ["datetime", "P1DT15:00"],
    ["duration", "PT2H"],
  ]);
});

test("a range takes the place of its ends where the data names its kind", () => {
  const named = parseRasaNlu(
    "nlu.yml",
    'version: "3.1"\nnlu:\n  - intent: book\n    examples: |\n      - 预算[100到200元](money_range)\n      - 等了[三天](duration)\n',
  ).dataset;
  const found = entityFinder(entityRules(named))("300-500块，周一至周五，3天", "", "2026-03-11");
  expect(found.map(({ entity, text, value }) => [entity, text, value])).toEqual([
    ["money_range", "300-500块", "300 CNY/500 CNY"],
    ["date", "周一", "2026-03-09"],
    ["date", "周五", "2026-03-13"],
    ["duration", "3天", "P3D"],
  ]);
});

test("patterns of one's own are found, whatever their case", () => {
  expect(brief("合同ht-2024")).toEqual([["contract", "ht-2024", "ht-2024", "regex"]]);
});

test("matches never overlap, lie in order, and are cut from the text itself", () => {
  const parts = fc.constantFrom(
    "北京",
    "北京路",
    "1",
    "13800138001",
    "HT-2024",
    "空氣炸鍋",
    "air fryer",
    "jacket",
    " ",
    "昨天",
    "50元",
    "㍿",
    "😀",
    "ﬁ",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      let end = 0;
      for (const match of find(text)) {
        expect(match.start).toBeGreaterThanOrEqual(end);
        expect(match.end).toBeGreaterThan(match.start);
        expect(match.text).toBe(text.slice(match.start, match.end));
        end = match.end;
      }
    }),
  );
});
