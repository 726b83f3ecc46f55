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

  it.each<[text: string, ...expected: string[]]>([
    ["要2023–2025年的账单", "date_range 2023–2025年 = 2023/2025"],
    ["2023-2025年度", "date_range 2023-2025年 = 2023/2025"],
    ["2023年到2025年的发票", "date_range 2023年到2025年 = 2023/2025"],
    ["2019至2021年间", "date_range 2019至2021年 = 2019/2021"],
    ["二〇二三年至二〇二五年", "date_range 二〇二三年至二〇二五年 = 2023/2025"],
    ["１９９８～２００２年", "date_range １９９８～２００２年 = 1998/2002"],
    ["I lived there from 2019 to 2023.", "date_range 2019 to 2023 = 2019/2023"],
    ["statements between 2019 and 2023 please", "date_range 2019 and 2023 = 2019/2023"],
    ["bills from 2021-2022", "date_range 2021-2022 = 2021/2022"],
    ["2023年3月到2025年6月", "date_range 2023年3月到2025年6月 = 2023-03/2025-06"],
    ["2025年到2023年"],
    ["2023到2025号房"],
    ["尾号2023-2025"],
    ["2023-2024-2025年"],
    ["8602023-2025年"],
    ["2023年到2025年3月"],
    ["1200到1300年"],
    ["2020到2021年级"],
    ["flights 2019 to 2023"],
    ["from 2010 to 2050 employees", "number_range 2010 to 2050 = 2010/2050"],
    ["from 1950 to 2000 yuan", "money_range 1950 to 2000 yuan = 1950 CNY/2000 CNY"],
    ["from 2000 to 2050 points"],
    ["2000到2050元", "money_range 2000到2050元 = 2000 CNY/2050 CNY"],
  ])("of years: %s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each<[text: string, ...expected: string[]]>([
    ["利率5%-8%", "percent_range 5%-8% = 5%/8%"],
    ["5-8%的手续费", "percent_range 5-8% = 5%/8%"],
    ["3.5％至4％", "percent_range 3.5％至4％ = 3.5%/4%"],
    ["百分之五到百分之八", "percent_range 百分之五到百分之八 = 5%/8%"],
    ["百分之三十至五十", "percent_range 百分之三十至五十 = 30%/50%"],
    ["5%和8%之间", "percent_range 5%和8% = 5%/8%"],
    ["a fee of 5 to 8 percent", "percent_range 5 to 8 percent = 5%/8%"],
    ["5% to 8% off", "percent_range 5% to 8% = 5%/8%"],
    ["between 5 and 8 per cent", "percent_range 5 and 8 per cent = 5%/8%"],
    ["between 1.5% and 2%", "percent_range 1.5% and 2% = 1.5%/2%"],
    ["8%-5%"],
    ["5%"],
    ["5%和8%"],
    ["5%到账"],
    ["百分之五到账"],
    ["1-5-8%"],
    ["打5到8折"],
    ["千分之三到千分之五"],
    ["5 and 8 percent"],
    ["5 to 8 percentile"],
  ])("of percentages: %s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each<[text: string, ...expected: string[]]>([
    ["两到三个工作日到账", "duration_range 两到三个工作日 = P2BD/P3BD"],
    ["3-5个工作日内", "duration_range 3-5个工作日 = P3BD/P5BD"],
    ["3个工作日到5个工作日", "duration_range 3个工作日到5个工作日 = P3BD/P5BD"],
    ["二至三個工作天", "duration_range 二至三個工作天 = P2BD/P3BD"],
    ["两三个工作日", "duration_range 两三个工作日 = P2BD/P3BD"],
    ["七到十五个工作日", "duration_range 七到十五个工作日 = P7BD/P15BD"],
    ["within 3 to 5 business days", "duration_range 3 to 5 business days = P3BD/P5BD"],
    ["3-5 working days", "duration_range 3-5 working days = P3BD/P5BD"],
    ["between two and three business days", "duration_range two and three business days = P2BD/P3BD"],
    ["1天到3个工作日", "duration_range 1天到3个工作日 = P1D/P3BD"],
    ["3个工作日"],
    ["5到3个工作日"],
    ["第3到5个工作日"],
    ["工作日9点到18点", "time_range 9点到18点 = 09:00/18:00"],
    ["3到5个工作日志", "number_range 3到5 = 3/5"],
    ["two or five business days"],
  ])("of working days: %s", (text, ...expected) => {
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
      "明天 周一 周五 下周 3月 5号 8日 9点 12点 半 下午 晚上 3 5 10 两 三 天 小时 元 块 ¥ $ 个 人 到 至 - ~ to and between days pm Monday Friday March from 2026-04-03 2023 2025 年 % 百分之 percent 个工作日 ， ,".split(
        " ",
      );
    const FORM =
      /^(?:\d{4}(?:-\d{2}(?:-\d{2})?|-W\d{2})?|\d{2}:\d{2}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|P(?:\d+(?:[DWMY]|BD)|T\d+[HMS])|-?[\d.]+(?: [A-Z]{3}|%)?)$/;
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
    for (const piece of [
      "3-",
      "明天9点到",
      "3到5天",
      "一二",
      "Monday to ",
      "between 3 and ",
      "5月到",
      "100元到",
      "2023-",
      "5%-",
      "百分之五到",
      "3个工作日",
    ])
      expect(Array.isArray(recognise(piece.repeat(5_000), RANGES, { at: AT }))).toBe(true);
  });
});
