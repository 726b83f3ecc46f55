import fc from "fast-check";
import { expect, test } from "vitest";
import { wordFinder } from "./dictionary.js";
import { fold } from "../fold.js";

const brief = (words: readonly string[], text: string) =>
  wordFinder(words.map((word) => ({ word })))(text).map(({ start, end, rule }) => [text.slice(start, end), rule.word]);

test("words inside one another are all found, in any script, case and width", () => {
  expect(brief(["北京", "北京路", "京路"], "去北京路")).toEqual([
    ["北京", "北京"],
    ["北京路", "北京路"],
    ["京路", "京路"],
  ]);
  expect(brief(["台北", "iPhone 15"], "臺北ＩＰＨＯＮＥ 15")).toEqual([
    ["臺北", "台北"],
    ["ＩＰＨＯＮＥ 15", "iPhone 15"],
  ]);
});

test("Latin words and numbers end at borders, Chinese ones anywhere", () => {
  expect(brief(["card", "15"], "cards 150 card15")).toEqual([]);
  expect(brief(["card", "卡"], "card卡片card")).toEqual([
    ["card", "card"],
    ["卡", "卡"],
    ["card", "card"],
  ]);
});

test("a character that folds to several is found whole or not at all", () => {
  expect(brief(["株式", "式会"], "㍿")).toEqual([]);
  expect(brief(["株式会社"], "在㍿工作")).toEqual([["㍿", "株式会社"]]);
});

const piece = fc.string({
  unit: fc.constantFrom("a", "b", "北", "京", "1", " ", "ﬁ", "😀", "A"),
  minLength: 1,
  maxLength: 4,
});

test("finds what a search for every word at every place finds", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(piece, { selector: (word) => fold(word).text, maxLength: 8 }),
      fc.array(piece),
      (words, pieces) => {
        const text = pieces.join("");
        const { text: plain, starts, ends } = fold(text);
        const spaced = (unit: string | undefined) => unit !== undefined && /[ab1fi]/u.test(unit);
        const isBorder = (at: number) => !(spaced(plain[at - 1]) && spaced(plain[at]));
        const expected = words.flatMap((word) => {
          const folded = fold(word).text;
          const places = [...plain].length === 0 ? [] : [...Array(plain.length).keys()];
          return places
            .filter((at) => plain.startsWith(folded, at) && isBorder(at) && isBorder(at + folded.length))
            .filter(
              (at) => starts[at] !== starts[at - 1] && starts[at + folded.length] !== starts[at + folded.length - 1],
            )
            .map((at) => [starts[at]!, ends[at + folded.length - 1]!, word]);
        });
        const found = wordFinder(words.map((word) => ({ word })))(text).map(({ start, end, rule }) => [
          start,
          end,
          rule.word,
        ]);
        expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)));
        expect(found).toHaveLength(expected.length);
      },
    ),
  );
});

test("thousands of words are looked for at once", () => {
  const words = Array.from({ length: 20_000 }, (_, i) => ({ word: `产品${i}号` }));
  const find = wordFinder(words);
  expect(find(`我要产品19999号和产品1号`).map(({ rule }) => rule.word)).toEqual(["产品19999号", "产品1号"]);
  expect(find("产".repeat(2000))).toEqual([]);
});
