import { describe, expect, it } from "vitest";
import { asWritten } from "./cantonese.js";
import { normalise } from "./normalise.js";

describe("asWritten", () => {
  it.each([
    ["點樣退貨", "怎么退货"],
    ["我嘅訂單喺邊度", "我的订单在哪里"],
    ["信用卡唔見咗點算", "信用卡丢了怎么办"],
    ["可唔可以開發票", "可不可以开发票"],
    ["佢哋幾時返工", "他们什么时候上班"],
    ["退款要幾耐，係咪要俾手續費", "退款要多久 是不是要给手续费"],
    ["怎么退货", "怎么退货"],
  ])("%s", (spoken, written) => {
    expect(asWritten(normalise(spoken), () => false)).toBe(normalise(written));
  });

  it("leaves words that are known", () => {
    expect(asWritten("点样退货", (word) => word === "点样")).toBe("点样退货");
  });
});
