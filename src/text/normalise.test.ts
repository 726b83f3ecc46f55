import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";

describe("normalise", () => {
  it.each([
    ["ＡＢＣ１２３", "abc123"],
    ["①②③", "123"],
    ["㈠㊀", "一 一"],
    ["万一试一下，一些", "万一试一下 一些"],
    ["  訂單，還沒發貨？！  ", "订单 还没发货"],
    ["Don't", "do not"],
    ["I can’t log in", "i can not log in"],
    ["what's wrong, isnt it", "what is wrong is not it"],
    ["軟體和網路", "软件和网络"],
    ["一百二十塊，二十四小時內", "120块 24小时内"],
    ["customer’s order", "customers order"],
    ["rock 'n' roll", "rock n roll"],
    ["4.5 折", "4.5 折"],
    ["第1.2.3版。", "第1.2.3版"],
    ["3...5", "3 5"],
    ["end. 5", "end 5"],
    [".5", "5"],
    ["1,000 元", "1000 元"],
    ["12,345,678", "12345678"],
    ["1,2,3", "1 2 3"],
    ["2024,1000", "2024 1000"],
    ["TB-2024-001", "tb 2024 001"],
    ["Wi-Fi", "wifi"],
    ["e-mail", "email"],
    ["pre-paid", "pre paid"],
    ["5G套餐", "5g套餐"],
    ["Wi\u00adFi", "wifi"],
    ["退\u200b款", "退款"],
    ["\ufeff退款", "退款"],
    ["👍好的❤️", "好的"],
    ["a\tb\r\nc\u3000d", "a b c d"],
    ["￥50.00", "50.00"],
    ["50%", "50"],
    ["C++ / C#", "c c"],
    ["é", "é"],
    ["e\u0301", "é"],
    ["", ""],
    ["？？？", ""],
  ])("%j → %j", (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  const awkward = fc
    .array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom(
            ..."aZcnti'’`-.,，. 0159１①İıßΣςﬀ½㎏退貨着著一三十百万亿零两第天软體网路件\u200b\u00ad\ufe0f\u0301\u0308豈\u20ac￥%\ud800ㄅカㇰ한Ⅷ",
          ),
        },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(""));

  it("is idempotent", () => {
    expect(normalise("第十十天")).toBe("第十十天");
    expect(normalise("\u0149")).toBe("n");
    expect(normalise("_im")).toBe("i am");
    expect(normalise(normalise("第十十一"))).toBe(normalise("第十十一"));
    fc.assert(
      fc.property(awkward, (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 20_000 },
    );
  });

  it("leaves letters, digits, points between digits and single spaces only", () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(normalise(text)).toMatch(
          /^$|^[\p{L}\p{N}\p{M}\u{20000}-\u{3ffff}]+(?:[ .][\p{L}\p{N}\p{M}\u{20000}-\u{3ffff}]+)*$/u,
        );
      }),
    );
  });

  it("gives the same for text whose characters can be taken one by one as beside one that cannot", () => {
    const texts = fc.array(
      fc.constantFrom(
        ..."aZcntim'’-,，.。… 015９①退貨一三百天軟體（％÷_\n",
        "dont",
        "im",
        "1,000",
        "wi-fi",
        "cannot",
        "e-",
        "2.5",
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        expect(normalise(`${text} é`)).toBe(`${normalise(text)} é`.trim());
      }),
      { numRuns: 20_000 },
    );
  });
});
