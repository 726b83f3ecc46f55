import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recognise, type SpanKind } from "./recognise.js";

/** All spans of a text as `kind value` or `kind value region`. */
const found = (text: string, kinds?: readonly SpanKind[]): string[] =>
  recognise(text, kinds).map((span) =>
    [span.kind, span.value, span.region].filter((part) => part !== undefined).join(" "),
  );

type Case = [text: string, ...expected: string[]];

describe("phone", () => {
  it.each<Case>([
    ["我的手机13800138000", "phone 13800138000 CN"],
    ["138 0013 8000", "phone 13800138000 CN"],
    ["138-0013-8000。", "phone 13800138000 CN"],
    ["1380-013-8000", "phone 13800138000 CN"],
    ["１３８００１３８０００", "phone 13800138000 CN"],
    ["+86 13800138000", "phone 13800138000 CN"],
    ["+86-138-0013-8000", "phone 13800138000 CN"],
    ["008613800138000", "phone 13800138000 CN"],
    ["8613800138000", "phone 13800138000 CN"],
    ["(+86)19912345678", "phone 19912345678 CN"],
    ["010-88886666", "phone 01088886666 CN"],
    ["(021) 6888 6666", "phone 02168886666 CN"],
    ["0755-2688 8888转801", "phone 075526888888 CN"],
    ["02168886666", "phone 02168886666 CN"],
    ["+86 10 8888 6666", "phone 01088886666 CN"],
    ["400-123-4567", "phone 4001234567 CN"],
    ["4008123123", "phone 4008123123 CN"],
    ["800 1234 567", "phone 8001234567 CN"],
    ["+852 9123 4567", "phone 91234567 HK"],
    ["(852)21234567", "phone 21234567 HK"],
    ["+853 6612 3456", "phone 66123456 MO"],
    ["0912-345-678", "phone 0912345678 TW"],
    ["0912345678", "phone 0912345678 TW"],
    ["+886 912 345 678", "phone 0912345678 TW"],
    ["02-2345-6789", "phone 0223456789 TW"],
    ["打13800138000或13900139000", "phone 13800138000 CN", "phone 13900139000 CN"],
    ["买2件 13800138000", "number 2", "phone 13800138000 CN"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "12800138000", // no such range
    "1380013800", // ten digits
    "138001380001", // twelve
    "A13800138000",
    "13800138000B",
    "138-0013-80001",
    "2024-13800138000",
    "6225 1380 0138 0001 2", // groups of something longer
    "0012345678",
    "010-12345678", // no subscriber number starts with 1
    "400-12-34567",
    "91234567", // Hong Kong numbers need their code
    "85291234567",
    "10086",
    "1.3800138000",
  ])("none in %s", (text) => {
    expect(found(text, ["phone"])).toEqual([]);
  });
});

describe("identity and bank cards", () => {
  it.each<Case>([
    ["身份证11010519491231002X", "id_card 11010519491231002X CN"],
    ["11010519491231002x", "id_card 11010519491231002X CN"],
    ["110105194912310021不对，110105 19491231 002X对", "order_id 110105194912310021", "id_card 11010519491231002X CN"],
    ["卡号6222021001116245702", "bank_card 6222021001116245702"],
    ["6222 0210 0111 6245 702", "bank_card 6222021001116245702"],
    ["６２２２－０２１０－０１１１－６２４５－７０２", "bank_card 6222021001116245702"],
    ["4111 1111 1111 1111", "bank_card 4111111111111111"],
    ["378282246310005", "bank_card 378282246310005"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "110105194912310021", // check digit
    "110105194913310025", // month 13
    "11010519491231002", // 17 digits
    "X11010519491231002X",
    "6222021001116245703", // Luhn
    "411111111111", // 12 digits
    "1111111111111117", // no issuer
    "0000000000000000",
    "4444444444444444",
    "订单号6222021001116245702", // said to be an order
  ])("none in %s", (text) => {
    expect(found(text, ["id_card", "bank_card"])).toEqual([]);
  });
});

describe("order, e-mail and web address", () => {
  it.each<Case>([
    ["订单20240601123456到哪了", "order_id 20240601123456"],
    ["订单号：ＴＢ２０２４００１", "order_id TB2024001"],
    ["TB-2024-00123", "order_id TB-2024-00123"],
    ["SF1234567890123", "tracking SF1234567890123"],
    ["订单号6222021001116245702", "order_id 6222021001116245702"],
    ["写信到 Li.Ming+vip@Example.com.cn。", "email li.ming+vip@example.com.cn"],
    ["邮箱liming@qq.com是我的", "email liming@qq.com"],
    ["看https://www.example.com/a?b=1。", "url https://www.example.com/a?b=1"],
    ["（https://example.com/x）", "url https://example.com/x"],
    ["www.example.com，谢谢", "url www.example.com"],
    ["去example.com.cn/help看", "url example.com.cn/help"],
    ["https://example.com/order/20240601123456", "url https://example.com/order/20240601123456"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "1234567",
    "iPhone15",
    "GB18030",
    "MP3",
    "5G套餐",
    "2026-06-01",
    "13800138000",
    "123456789012345678901",
    "COVID",
    "a@b",
    "@example",
    "li@.com",
    "readme.md",
    "3.14",
    "e.g.这样",
  ])("none in %s", (text) => {
    expect(found(text, ["order_id", "email", "url"]).filter((span) => !span.includes("2026"))).toEqual([]);
  });
});

describe("spans", () => {
  it("give the text as written, at its place", () => {
    const text = "订单２０２４０６０１１２，手机 138-0013-8000";
    for (const span of recognise(text)) expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(recognise(text).map((span) => span.text)).toEqual(["２０２４０６０１１２", "138-0013-8000"]);
  });

  it("show a weaker kind where the stronger was not asked for, but never a piece of a private number", () => {
    expect(found("退50元", ["number"])).toEqual(["number 50"]);
    expect(found("13800138000", ["number", "order_id"])).toEqual([]);
    expect(found("6222 0210 0111 6245 702", ["number"])).toEqual([]);
  });

  it("are sorted, apart and inside the text, whatever the text", () => {
    const part = fc.constantFrom(
      ..."0123456789０９１-－ .,:/@+()（）元块年月日天前后周一二十百万Aax￥$",
      "138",
      "http://a.cn",
      "00",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const span of recognise(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.value).not.toMatch(/NaN|undefined/);
          last = span.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("stays fast on long rows of one kind", () => {
    for (const piece of ["1", "a", "a.", "a-", "1 ", "一", "a@", "0-", "１"])
      expect(Array.isArray(recognise(piece.repeat(20_000)))).toBe(true);
  });
});
