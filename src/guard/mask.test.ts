import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPersonalData } from "./mask.js";

describe("maskPersonalData", () => {
  it.each([
    ["我的手机是13812345678，谢谢", "我的手机是138****5678，谢谢"],
    ["138 1234 5678", "138 **** 5678"],
    ["１３８１２３４５６７８", "１３８****５６７８"],
    ["+86 138-1234-5678", "+86 138-****-5678"],
    ["8613812345678", "86138****5678"],
    ["010-88886666", "010-****6666"],
    ["0755-2688 8888转801", "075*-**** ****转***"],
    ["+852 9123 4567", "+852 91** **67"],
    ["+886 912 345 678", "+886 912 **5 678"],
    ["6222 0210 0111 6245 702", "6222 **** **** ***5 702"],
    ["6222021001116245702", "6222***********5702"],
    ["11010519491231002X", "110***********002X"],
    ["liming@example.com", "l***@example.com"],
    ["ａ＠example.com", "ａ***＠example.com"],
    ["幺三八 一二三四 五六七八", "幺三八 **** 五六七八"],
    ["電話 2345 6789", "電話 23** **89"],
    ["身份證A123456(3)", "身份證A1*****(3)"],
    ["身分證A123456789", "身分證A1*******9"],
    ["见 https://a.cn/u?tel=13812345678&x=1", "见 https://a.cn/u?tel=138****5678&x=1"],
    ["https://a.cn/?m=liming@qq.com", "https://a.cn/?m=l***@qq.com"],
  ])("%s → %s", (text, masked) => {
    expect(maskPersonalData(text).text).toBe(masked);
  });

  it.each([
    "订单20240601123456",
    "退50元",
    "2026-06-01",
    "10086",
    "请拨打95588",
    "138****5678",
    "l***@x.com",
    "https://example.com/a",
    "",
  ])("leaves %s", (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });

  it("says what stood where", () => {
    expect(maskPersonalData("电话13812345678，邮箱li@x.com").found).toEqual([
      { kind: "phone", start: 2, end: 13 },
      { kind: "email", start: 16, end: 24 },
    ]);
  });

  it("hides the middle of every mobile number, however it is written, and finds nothing the second time", () => {
    const number = fc
      .tuple(fc.constantFrom("138", "199", "150"), fc.integer({ min: 0, max: 99_999_999 }))
      .map(([start, rest]) => `${start}${String(rest).padStart(8, "0")}`);
    const separator = fc.constantFrom("", " ", "-");
    const before = fc.constantFrom("", "手机", "tel:", "，", "+86", "+86 ", "(+86)", "买2件 ");
    const after = fc.constantFrom("", "。", "谢谢", ",", " ok");
    fc.assert(
      fc.property(number, separator, before, after, (digits, between, start, end) => {
        const written = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(between);
        const { text, found } = maskPersonalData(`${start}${written}${end}`);
        fc.pre(!(start === "买2件 " && between === " ")); // the group before may belong to a longer number
        expect(found.map(({ kind }) => kind)).toEqual(["phone"]);
        expect(text).toContain("****");
        expect(text).not.toContain(written);
        expect(maskPersonalData(text)).toEqual({ text, found: [] });
      }),
    );
  });

  it("changes nothing the second time, whatever the text", () => {
    const part = fc.constantFrom(
      ..."0123456789@.-+ ()/:=a电转",
      "138",
      "1234",
      "@x.com",
      "http://a.cn/",
      "4111111111111111",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const once = maskPersonalData(parts.join("")).text;
        expect(maskPersonalData(once).text).toBe(once);
      }),
      { numRuns: 20_000 },
    );
  });
});
