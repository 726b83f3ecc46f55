import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recognise, SPAN_KINDS, type SpanKind } from "./recognise.js";

const RANGES: readonly SpanKind[] = SPAN_KINDS.filter((kind) => kind.endsWith("_range"));
const AT = "2026-03-11T10:00";

/** Ranges of a text as `kind text = value`, said on a Wednesday. */
const found = (text: string, at: string | undefined = AT): string[] =>
  recognise(text, RANGES, { at }).map((span) => `${span.kind} ${span.text} = ${span.value}`);

describe("ranges", () => {
  it.each<[text: string, ...expected: string[]]>([
    ["凌晨1点到5点升级", "time_range 凌晨1点到5点 = 01:00/05:00"],
    ["10点到6点", "time_range 10点到6点 = 10:00/18:00"],
    ["晚上8-10点", "time_range 晚上8-10点 = 20:00/22:00"],
    ["11-2 pm", "time_range 11-2 pm = 11:00/14:00"],
    ["二三十个人", "number_range 二三十 = 20/30"],
    ["两三千万元", "money_range 两三千万元 = 20000000 CNY/30000000 CNY"],
    ["八百到一万元", "money_range 八百到一万元 = 800 CNY/10000 CNY"],
    ["五百到八百之间", "number_range 五百到八百 = 500/800"],
    ["10,000-20,000元", "money_range 10,000-20,000元 = 10000 CNY/20000 CNY"],
    ["5号到8号我不在", "date_range 5号到8号 = 2026-03-05/2026-03-08"],
    ["今年6月到明年3月", "date_range 今年6月到明年3月 = 2026-06/2027-03"],
    ["June 3rd - 10th", "date_range June 3rd - 10th = 2026-06-03/2026-06-10"],
    ["from 2 to 4 pm on Friday", "datetime_range 2 to 4 pm on Friday = 2026-03-13T14:00/2026-03-13T16:00"],
    ["3天和5天之间", "duration_range 3天和5天 = P3D/P5D"],
    ["从1号线到4号线"],
    ["3号到5号窗口"],
    ["5天到3天"],
    ["200到100元"],
    ["100元到20美元"],
    ["三五成群"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("stay relative where no day is given", () => {
    const relative = (text: string): string[] => recognise(text, RANGES).map(({ value }) => value);
    expect(relative("周一至周五，明天9点到12点")).toEqual(["P0W@1/P0W@5", "P1DT09:00/P1DT12:00"]);
    expect(relative("周六到周一，5号到8号")).toEqual(["P0W@6/P1W@1", "P0M@5/P0M@8"]);
    expect(relative("2026年4月3日至4月6日")).toEqual(["2026-04-03/2026-04-06"]);
  });

  it("leave their ends as they are where nobody asks for them", () => {
    const kinds = recognise("周一至周五9:00-18:00", undefined, { at: AT }).map(({ kind }) => kind);
    expect(kinds).toEqual(["date", "date", "time", "time"]);
    expect(recognise("100到200元", ["money_range", "number"])).toMatchObject([{ kind: "money_range" }]);
    expect(recognise("电话010-12345678", RANGES)).toEqual([]);
  });

  it("have two ends of one form, whatever the text", () => {
    const PIECES =
      "明天 周一 周五 下周 3月 5号 8日 9点 12点 半 下午 晚上 3 5 10 两 三 天 小时 元 块 ¥ $ 个 人 到 至 - ~ to and between days pm Monday Friday March from 2026-04-03 ， ,".split(
        " ",
      );
    const FORM =
      /^(?:\d{4}(?:-\d{2}(?:-\d{2})?|-W\d{2})?|\d{2}:\d{2}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|P(?:\d+[DWMY]|T\d+[HMS])|-?[\d.]+(?: [A-Z]{3})?)$/;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES, " "), { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        for (const { start, end, text: words, value } of recognise(text, RANGES, { at: AT })) {
          expect(words).toBe(text.slice(start, end));
          const ends = value.split("/");
          expect(ends).toHaveLength(2);
          for (const one of ends) expect(one).toMatch(FORM);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("take no longer than the text is long", () => {
    for (const piece of ["3-", "明天9点到", "3到5天", "一二", "Monday to ", "between 3 and ", "5月到", "100元到"])
      expect(Array.isArray(recognise(piece.repeat(5_000), RANGES, { at: AT }))).toBe(true);
  });
});
