import fc from "fast-check";
import { expect, test } from "vitest";
import { splitRequests } from "./split-requests.js";

const textsOf = (text: string) => splitRequests(text).map((part) => part.text);

test("requests stand between punctuation and conjunctions, without either", () => {
  expect(textsOf("我要退款，另外发票怎么开？")).toEqual(["我要退款", "发票怎么开"]);
  expect(textsOf("查订单还有改地址")).toEqual(["查订单", "改地址"]);
  expect(textsOf("Cancel my order and also tell me the fee.")).toEqual(["Cancel my order", "tell me the fee"]);
});

test("one request, and a story of many clauses, are left whole", () => {
  for (const text of ["", "退款", "我要退款。", "a, b, c", "一二，三四，五六，七八，九十"])
    expect(splitRequests(text)).toEqual([]);
});

test("every part is a stretch of the text, in order", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60, unit: fc.constantFrom("退", "款", "，", " ", "and", "另外", "x", "。") }),
      (text) => {
        let from = 0;
        for (const part of splitRequests(text)) {
          expect(part.start).toBeGreaterThanOrEqual(from);
          expect(text.slice(part.start, part.end)).toBe(part.text);
          from = part.end;
        }
      },
    ),
  );
});
