import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitQuestions } from "./compound.js";

const textsOf = (text: string): string[] => splitQuestions(text)?.parts.map((part) => part.text) ?? [];

describe("splitQuestions", () => {
  it.each([
    ["怎么退货，运费谁出", ["怎么退货", "运费谁出"]],
    ["怎么改地址还有能不能开发票", ["怎么改地址", "能不能开发票"]],
    ["退款多久到账？另外发票怎么开？", ["退款多久到账", "发票怎么开"]],
    ["你好，请问怎么退货，还有运费谁出，谢谢", ["怎么退货", "运费谁出"]],
    ["我昨天买的衣服不合适，怎么退货，运费谁出", ["我昨天买的衣服不合适，怎么退货", "运费谁出"]],
    ["退貨怎麼辦？另外運費誰付", ["退貨怎麼辦", "運費誰付"]],
    ["點樣退貨同埋運費邊個出", ["點樣退貨", "運費邊個出"]],
    ["退款多久到账 发票怎么开", ["退款多久到账", "发票怎么开"]],
    ["我想改地址，还想开发票", ["我想改地址", "还想开发票"]],
    ["我要查一下余额然后流水怎么打印", ["我要查一下余额", "流水怎么打印"]],
    ["1、怎么退货 2、运费谁出", ["怎么退货", "运费谁出"]],
    ["How do I return it and who pays shipping?", ["How do I return it", "who pays shipping"]],
    ["Can I pay by card? Also, how long does shipping take?", ["Can I pay by card", "how long does shipping take"]],
  ])("takes %s apart", (text, parts) => {
    expect(textsOf(text)).toEqual(parts);
  });

  it.each([
    "怎么退货",
    "我昨天买的，怎么退",
    "我的卡丢了，怎么办",
    "怎么退货，还是只能换货",
    "怎么退款啊，可以吗",
    "冰箱和洗衣机送货上楼收费吗",
    "账单日和还款日是哪天",
    "你好，请问怎么退款，谢谢",
    "What are the terms and conditions?",
    "Can I return 1,000 items?",
    "",
    "？？？",
  ])("leaves %s whole", (text) => {
    expect(splitQuestions(text)).toBeUndefined();
  });

  it("carries over what the question before was about, where the next one may leave it out", () => {
    const second = (text: string): unknown => splitQuestions(text)?.parts[1]?.carried;
    expect(second("信用卡怎么办，年费多少")).toEqual({ subject: "信用卡", text: "信用卡 年费多少" });
    expect(second("How do I return an item and who pays for it?")).toMatchObject({ subject: "return item" });
    expect(second("怎么退货，手机银行的转账限额怎么调")).toBeUndefined();
  });

  it("looks at three questions and says what is left", () => {
    const found = splitQuestions("怎么退货？运费谁出？发票怎么开？积分怎么用？");
    expect(found?.parts.map((part) => part.text)).toEqual(["怎么退货", "运费谁出", "发票怎么开"]);
    expect(found?.rest).toBe("积分怎么用？");
    expect(textsOf("怎么退货？".repeat(50))).toEqual([]);
  });

  it("gives parts of the text itself, two or three", () => {
    const words = fc.constantFrom(
      "怎么",
      "退货",
      "，",
      "吗",
      "还有",
      "和",
      "？",
      " ",
      "how",
      " and ",
      "do I",
      "運費",
      "我",
      "!",
      "12,000",
      "\n",
      "𠮷",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 14 }).map((all) => all.join("")),
          fc.string({ unit: "grapheme" }),
        ),
        (text) => {
          const found = splitQuestions(text);
          if (found === undefined) return;
          expect(found.parts.length).toBeGreaterThanOrEqual(2);
          expect(found.parts.length).toBeLessThanOrEqual(3);
          for (const part of found.parts) {
            expect(part.text).not.toBe("");
            expect(text).toContain(part.text);
          }
        },
      ),
    );
  });
});
