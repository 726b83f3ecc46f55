import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsBeforeStart, parseDate } from "./dates.js";
import { linksIn, parseStatus, parseTags, splitIds, splitList } from "./values.js";

describe("splitList", () => {
  it.each([
    ["怎么退款\n钱什么时候退", ["怎么退款", "钱什么时候退"]],
    ["怎么退款；钱呢;在吗", ["怎么退款", "钱呢", "在吗"]],
    ["怎么退款||钱呢|在吗", ["怎么退款", "钱呢", "在吗"]],
    ["1. 怎么退款\n2、钱呢\n（3）在吗\n④好吗\n- 行吗", ["怎么退款", "钱呢", "在吗", "好吗", "行吗"]],
    ['["怎么退款","钱, 呢"]', ["怎么退款", "钱, 呢"]],
    ["收到货了，想退，怎么办？", ["收到货了，想退，怎么办？"]],
    ["Where is my order, please?", ["Where is my order, please?"]],
    ["1.5元的运费是什么\n2026年怎么交社保", ["1.5元的运费是什么", "2026年怎么交社保"]],
    ["", []],
    [" \n ; ", []],
  ])("of %j", (text, parts) => {
    expect(splitList(text)).toEqual(parts);
  });
});

describe("splitIds", () => {
  it("parts ids by comma, and leaves questions whole", () => {
    expect(splitIds("EC-1,EC-2、EC-3\nEC-4")).toEqual(["EC-1", "EC-2", "EC-3", "EC-4"]);
    expect(splitIds("退货，运费谁出？")).toEqual(["退货，运费谁出？"]);
  });
});

describe("parseTags", () => {
  it.each([
    ["优先级:高;流程:催发货", { 优先级: "高", 流程: "催发货" }],
    ["a:1 | b: x:y", { a: "1", b: "x:y" }],
    ["热门，新品", { 热门: "", 新品: "" }],
  ])("of %j", (text, tags) => {
    expect(parseTags(text)).toEqual(tags);
  });
});

describe("parseStatus", () => {
  it.each([
    ["上线", "online"],
    ["已發布", "online"],
    ["TRUE", "online"],
    ["Published", "online"],
    ["停用", "offline"],
    ["0", "offline"],
    ["草稿", "draft"],
    ["也许", undefined],
  ])("of %s", (text, status) => {
    expect(parseStatus(text)).toBe(status);
  });
});

describe("linksIn", () => {
  it("ends an address where Chinese text goes on, and gives each once", () => {
    expect(
      linksIn("请看https://a.example/b?c=1，或 [官网](https://b.example/)。再看https://a.example/b?c=1。"),
    ).toEqual(["https://a.example/b?c=1", "https://b.example/"]);
  });
});

describe("parseDate", () => {
  it.each([
    ["2026-01-01", "2026-01-01"],
    ["2026/1/1", "2026-01-01"],
    ["2026.1.1", "2026-01-01"],
    ["2026年1月1日", "2026-01-01"],
    ["２０２６年１月１日", "2026-01-01"],
    ["20260101", "2026-01-01"],
    ["民國115年1月1日", "2026-01-01"],
    ["2026-01-01 08:30", "2026-01-01T08:30:00"],
    ["2026/1/1 8:30:05", "2026-01-01T08:30:05"],
    ["2026年1月1日8时30分", "2026-01-01T08:30:00"],
    ["2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00"],
    ["2026-12-31 24:00", "2026-12-31T23:59:59"],
    ["46023", "2026-01-01"],
    ["46023.5", "2026-01-01T12:00:00"],
    ["长期有效", ""],
    ["-", ""],
    ["", ""],
    ["2026-02-30", undefined],
    ["2026-13-01", undefined],
    ["1/2/2026", undefined],
    ["2026-01-01 25:00", undefined],
    ["下个月", undefined],
    ["12345", undefined],
  ])("of %j is %j", (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it("reads every day again that it writes", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1950-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(parseDate(day)).toBe(day);
          expect(parseDate(`${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`)).toBe(
            day,
          );
        },
      ),
    );
  });
});

describe("endsBeforeStart", () => {
  it("counts an end date to its end", () => {
    expect(endsBeforeStart("2026-01-01T12:00:00", "2026-01-01")).toBe(false);
    expect(endsBeforeStart("2026-01-02", "2026-01-01")).toBe(true);
  });
});
