import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isConcept } from "./concepts.js";
import { normalise } from "./normalise.js";
import { stem } from "./stem.js";
import { charGrams, lexicalTokens } from "./tokens.js";

describe("lexicalTokens", () => {
  it.each<[string, string[]]>([
    ["怎么退款", ["怎", "么", "怎么", "退", "么退", "款", "退款"]],
    ["5g套餐", ["5g", "套", "餐", "套餐"]],
    ["4.5 折", ["4.5", "折", "4.5折"]],
    ["24小时内", ["24", "小", "24小", "时", "小时", "内", "时内"]],
    ["refunds for orders", ["refund", "for", "order"]],
    ["iphone15", [stem("iphone15"), stem("iphone"), "15"]],
    ["退 款", ["退", "款"]],
    ["", []],
  ])("%j", (text, tokens) => {
    expect(lexicalTokens(text).filter((token) => !isConcept(token))).toEqual(tokens);
  });

  it("meets both spellings of a name with a number", () => {
    const joined = lexicalTokens(normalise("iPhone15"));
    for (const token of lexicalTokens(normalise("iphone 15"))) expect(joined).toContain(token);
  });

  it("loses no Han character and gives no token with a space", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."退款订单ab1. 9繁體") }), (text) => {
        const plain = normalise(text);
        const tokens = lexicalTokens(plain);
        expect(tokens.filter((token) => /^\p{Script=Han}$/u.test(token)).length).toBe(
          [...plain].filter((character) => /\p{Script=Han}/u.test(character)).length,
        );
        for (const token of tokens) expect(token).toMatch(/^\S+$/);
      }),
    );
  });
});

describe("stem", () => {
  it.each([
    ["refund", "refunds", "refunded", "refunding"],
    ["ship", "ships", "shipped", "shipping"],
    ["charge", "charges", "charged", "charging"],
    ["cancel", "cancelled", "canceled", "cancelling", "canceling"],
    ["apply", "applies", "applied", "applying"],
    ["address", "addresses"],
    ["bill", "bills", "billing", "billed"],
    ["box", "boxes"],
  ])("is one for %s", (word, ...forms) => {
    for (const form of forms) expect(stem(form)).toBe(stem(word));
  });

  it.each(["this", "bus", "status", "need", "5g", "king", "as", "é"])("leaves %s", (word) => {
    expect(stem(word)).toBe(word.replace(/^need$/, "need"));
  });

  it.each([
    ["order", "other"],
    ["loan", "load"],
    ["card", "care"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});

describe("charGrams", () => {
  it("marks the ends", () => {
    expect(charGrams("退款", 1, 2)).toEqual([" 退", "退", "退款", "款", "款 "]);
  });

  it("counts code points, not halves of them", () => {
    expect(charGrams("𠮷", 1, 1)).toEqual(["𠮷"]);
  });
});
