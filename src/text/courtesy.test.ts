import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutCourtesy } from "./courtesy.js";
import { normalise } from "./normalise.js";

describe("withoutCourtesy", () => {
  it.each([
    ["你好，请问一下怎么退款，谢谢", "怎么退款"],
    ["您好，我想請問一下，訂單還沒發貨，可以幫我看看嗎？", "訂單還沒發貨"],
    ["嗯，那个，信用卡怎么挂失呢", "信用卡怎么挂失"],
    ["请问", "请问"],
    ["你好", "你好"],
    ["谢谢你！", "谢谢你！"],
    ["客服电话是多少", "客服电话是多少"],
    ["客服你好，电话是多少", "电话是多少"],
    ["在线等客服要多久", "在线等客服要多久"],
    ["那个订单怎么取消，很急", "那个订单怎么取消"],
    ["急诊怎么挂号", "急诊怎么挂号"],
    ["怎么退款，麻烦了", "怎么退款"],
    ["Hi, could you tell me where my order is, please?", "where my order is"],
    ["Hello there! Quick question: how do I get a refund, thanks", "how do I get a refund"],
    ["please cancel my order", "cancel my order"],
    ["pleased to meet you", "pleased to meet you"],
    ["Hello", "Hello"],
    ["明白了，谢谢啊", "明白了，谢谢啊"],
    ["好的好的，多謝", "好的好的，多謝"],
    ["没有别的了，谢谢", "没有别的了，谢谢"],
    ["好用吗，谢谢", "好用吗"],
    ["晚上好呀", "晚上好"],
    ["嗨，在不在线", "在不在线"],
    ["ok great, thanks", "ok great, thanks"],
    ["no refund yet, please", "no refund yet"],
    ["hidden fees", "hidden fees"],
    ["so, what is a loan", "what is a loan"],
    ["all products", "all products"],
    ["so what is a loan", "so what is a loan"],
    ["", ""],
    ["？！", "？！"],
  ])("%j → %j", (text, expected) => {
    expect(withoutCourtesy(text)).toBe(expected);
  });

  it("never empties what says something, and takes from the ends only", () => {
    const part = fc.constantFrom(
      "你好",
      "，",
      "请问",
      "谢谢",
      "退款",
      "hi",
      " ",
      "please",
      "order",
      "嗯",
      "呢",
      "İ",
      "？",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const rest = withoutCourtesy(text);
        expect(text).toContain(rest);
        expect(normalise(rest) === "").toBe(normalise(text) === "");
      }),
    );
  });
});
