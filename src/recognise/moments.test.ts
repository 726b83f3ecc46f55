import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recognise, type SpanKind } from "./recognise.js";

/** Monday in the week of the turn of the year. */
const AT = "2025-12-29T09:20";
const MOMENTS: readonly SpanKind[] = ["date", "time", "datetime", "duration"];

/** All spans of a text as `text = value`, said on that Monday. */
const found = (text: string, at: string | undefined = AT): string[] =>
  recognise(text, MOMENTS, { at }).map((span) => `${span.kind} ${span.text} = ${span.value}`);

type Case = [text: string, ...expected: string[]];

describe("dates seen from a day", () => {
  it.each<Case>([
    ["大后天之前能修好吗", "date 大后天 = 2026-01-01"],
    ["下个月31号截止", "date 下个月31号 = 2026-01-31"],
    ["上上周日退的货", "date 上上周日 = 2025-12-21"],
    ["这礼拜天来取", "date 这礼拜天 = 2026-01-04"],
    ["这周有货吗", "date 这周 = 2026-W01"],
    ["明年二月底到期", "date 明年二月底 = 2026-02-28"],
    ["去年11月买的", "date 去年11月 = 2024-11"],
    ["半年前办的卡", "date 半年前 = 2025-06-29"],
    ["三個禮拜後再聯絡", "date 三個禮拜後 = 2026-01-19"],
    ["尋晚落嘅單", "date 尋晚 = 2025-12-28"],
    ["月底前给我答复", "date 月底 = 2025-12-31"],
    ["請喺下個月底之前覆我", "date 下個月底 = 2026-01-31"],
    ["民国114年12月1日", "date 民国114年12月1日 = 2025-12-01"],
    ["I ordered it the day before yesterday", "date the day before yesterday = 2025-12-27"],
    ["Could you call back on Thursday?", "date Thursday = 2026-01-01"],
    ["It arrived six months ago", "date six months ago = 2025-06-29"],
    ["We met on the 3rd of May, 2024", "date the 3rd of May, 2024 = 2024-05-03"],
    ["Delivered 31/1/2026", "date 31/1/2026 = 2026-01-31"],
    ["I booked for next year", "date next year = 2026"],
    ["in a month", "date in a month = 2026-01-29"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("clip a month's end, keep leap days and drop days that are none", () => {
    expect(found("一个月前", "2026-03-31T08:00")).toEqual(["date 一个月前 = 2026-02-28"]);
    expect(found("2月29日", "2028-01-05T08:00")).toEqual(["date 2月29日 = 2028-02-29"]);
    expect(found("2月29日", "2027-01-05T08:00")).toEqual([]);
    expect(found("下个月31号", "2026-03-11")).toEqual([]);
    expect(found("9999年前")).toEqual([]);
  });

  it("stay relative where no day is given", () => {
    const relative = (text: string): string[] => recognise(text, MOMENTS).map(({ value }) => value);
    expect(relative("下个月3号，下月底，去年3月，明年5月4号")).toEqual(["P1M@3", "P1M@-1", "P-1Y@03", "P1Y@05-04"]);
    expect(relative("明天下午三点，两小时前，6月1日晚上八点")).toEqual(["P1DT15:00", "PT-120M", "--06-01T20:00"]);
  });

  it.each(["2026-3-1T10:00", "tomorrow", "2026-02-30", "2026-01-01T24:00"])("refuse %s as the day", (at) => {
    expect(() => recognise("明天", undefined, { at })).toThrow(RangeError);
  });

  it.each([
    "今日头条推送太多",
    "后天形成的习惯和先天无关",
    "農曆七月十五",
    "三月三个人",
    "上月租了没退",
    "Black Friday deals",
    "a Financial Times Today issue",
    "you may 我",
    "version 12/13/14",
  ])("none in %s", (text) => {
    expect(recognise(text, ["date"], { at: AT })).toEqual([]);
  });
});

describe("times of day", () => {
  it.each<Case>([
    ["上午十点一刻开会", "time 上午十点一刻 = 10:15"],
    ["夜里十一点半打烊", "time 夜里十一点半 = 23:30"],
    ["凌晨零点抢购", "time 凌晨零点 = 00:00"],
    ["中午一点送来", "time 中午一点 = 13:00"],
    ["九点半到五点半上班", "time 九点半 = 09:30", "time 五点半 = 17:30"],
    ["下午3点-5点半营业", "time 下午3点 = 15:00", "time 5点半 = 17:30"],
    ["晚上10点到2点限速", "time 晚上10点 = 22:00", "time 2点 = 02:00"],
    ["营业9:00-18:00", "time 9:00 = 09:00", "time 18:00 = 18:00"],
    ["19点05分落地", "time 19点05分 = 19:05"],
    ["最早八点钟开门", "time 八点钟 = 08:00"],
    ["傍晚6:40左右", "time 傍晚6:40 = 18:40"],
    ["doors open at 12:15 a.m.", "time 12:15 a.m. = 00:15"],
    ["it closes at quarter past ten at night", "time quarter past ten at night = 22:15"],
    ["lunch is at one o'clock in the afternoon", "time one o'clock in the afternoon = 13:00"],
    ["from 8.30 am until midday", "time 8.30 am = 08:30", "time midday = 12:00"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["晚上一点都不冷", "早一点发货", "积分还有17点吗", "比分是12:10", "画面比例16:10", "99:30", "am I late"])(
    "none in %s",
    (text) => {
      expect(recognise(text, ["time", "datetime"])).toEqual([]);
    },
  );
});

describe("dates with a time", () => {
  it.each<Case>([
    ["明早七点叫我", "datetime 明早七点 = 2025-12-30T07:00"],
    ["后天三点来", "datetime 后天三点 = 2025-12-31T15:00"],
    ["昨晚十二点断网", "datetime 昨晚十二点 = 2025-12-29T00:00"],
    ["1月2号的上午9点15分", "datetime 1月2号的上午9点15分 = 2025-01-02T09:15"],
    ["半小时前付的款", "datetime 半小时前 = 2025-12-29T08:50"],
    ["三个钟头后再打", "datetime 三个钟头后 = 2025-12-29T12:20"],
    ["聽晚8點半", "datetime 聽晚8點半 = 2025-12-30T20:30"],
    ["on Friday at noon", "datetime Friday at noon = 2026-01-02T12:00"],
    ["at 5 pm on 2 January 2026", "datetime 5 pm on 2 January 2026 = 2026-01-02T17:00"],
    ["tomorrow morning at 8", "datetime tomorrow morning at 8 = 2025-12-30T08:00"],
    ["half past nine on Friday morning", "datetime half past nine on Friday morning = 2026-01-02T09:30"],
    ["3月31日二十四时", "datetime 3月31日二十四时 = 2025-04-01T00:00"],
    ["tonight at 9", "datetime tonight at 9 = 2025-12-29T21:00"],
    ["Jan 5, 2026, 10:05", "datetime Jan 5, 2026, 10:05 = 2026-01-05T10:05"],
    ["two hours ago", "datetime two hours ago = 2025-12-29T07:20"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("spans of time", () => {
  it.each<Case>([
    ["一天半能到吗", "duration 一天半 = PT36H"],
    ["等了3小时20分", "duration 3小时20分 = PT200M"],
    ["三分四十秒", "duration 三分四十秒 = PT220S"],
    ["一年零三个月", "duration 一年零三个月 = P15M"],
    ["一个半月没消息", "duration 一个半月 = P45D"],
    ["7日内回覆", "duration 7日 = P7D"],
    ["等咗成三個幾鐘"],
    ["三个工作日", "duration 三个工作日 = P3BD"],
    ["再过半小时", "datetime 再过半小时 = 2025-12-29T09:50"],
    ["等咗成個半鐘", "duration 個半鐘 = PT90M"],
    ["一刻钟就好", "duration 一刻钟 = PT15M"],
    ["2.5小时", "duration 2.5小时 = PT150M"],
    ["two and a half hours", "duration two and a half hours = PT150M"],
    ["1 hour 15 minutes", "duration 1 hour 15 minutes = PT75M"],
    ["a 12-month plan", "duration 12-month = P12M"],
    ["half a year", "duration half a year = P6M"],
    ["for a week", "duration a week = P1W"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "总有一天",
    "三天两头",
    "三年级",
    "第五天",
    "2026年",
    "98年",
    "等半天",
    "wait a second",
    "twice a week",
    "one day you will see",
    "24/7",
  ])("none in %s", (text) => {
    expect(recognise(text, ["duration"])).toEqual([]);
  });
});

describe("whatever the text", () => {
  const PIECES =
    "明天 今晚 后天 下周 三 五 十 半 3 15 : ： 点 点半 刻 上午 晚上 月 号 底 年 个 小时 天 周 前 后 到 - 的 one two hundred half an hour day weeks ago in at pm noon Friday next March 2026 , 。".split(
      " ",
    );

  it("what is found has a value of its form, lies in order and within the text", () => {
    const FORMS: Readonly<Record<string, RegExp>> = {
      date: /^\d{4}(?:-W\d{2}|-\d{2}(?:-\d{2})?)?$/,
      time: /^[0-2]\d:[0-5]\d$/,
      datetime: /^\d{4}-\d{2}-\d{2}T[0-2]\d:[0-5]\d$/,
      duration: /^P(?:\d+[DWMY]|T\d+[HMS])$/,
    };
    const piece = fc.constantFrom(...PIECES, " ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const { kind, start, end, value, text: words } of recognise(text, MOMENTS, { at: AT })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(words).toBe(text.slice(start, end));
          expect(value).toMatch(FORMS[kind]!);
          last = end;
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("long rows of one kind take no longer than their length", () => {
    for (const piece of [
      "明天8点",
      "one ",
      "半个",
      "三天",
      "点半",
      "3月",
      "后天",
      "5块",
      "北京",
      "next Friday ",
      "订单",
      "a week ",
    ])
      expect(Array.isArray(recognise(piece.repeat(10_000), undefined, { at: AT }))).toBe(true);
  });
});
