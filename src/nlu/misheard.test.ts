import { expect, test } from "vitest";
import { readCharacters } from "../text/reading.js";
import { hasChinese, misheard } from "./misheard.js";
import { isSpelt } from "./syllables.js";

test("what is misheard sounds the same, is written otherwise, and is the same each time", () => {
  for (const text of ["我的订单还没发货", "我的訂單還沒發貨"]) {
    expect(misheard(text)).not.toBe(text);
    expect(misheard(text)).toBe(misheard(text));
    expect(misheard(text)).toHaveLength(text.length);
  }
  expect(readCharacters(misheard("订单没到"))).toEqual(readCharacters("订单没到"));
  expect(misheard("where is my order")).toBe("where is my order");
});

test("data is Chinese where a tenth of it is", () => {
  expect(hasChinese([])).toBe(false);
  expect(hasChinese(["hello", "bye"])).toBe(false);
  expect(hasChinese([...Array<string>(9).fill("hello"), "我要退款"])).toBe(true);
  expect(hasChinese([...Array<string>(10).fill("hello"), "我要退款"])).toBe(false);
});

test("pinyin is told from English and from characters", () => {
  for (const text of ["zen me tui kuan", "Zenmetuikuan?", "wo yao tuihuo"]) expect(isSpelt(text)).toBe(true);
  for (const text of ["where is my order", "怎么tuikuan", "怎么退款", "12345", ""]) expect(isSpelt(text)).toBe(false);
});
