import { describe, expect, it } from "vitest";
import { recognise, type SpanKind } from "./recognise.js";

/** All spans of a text as `kind value` or `kind value region`. */
const found = (text: string, kinds?: readonly SpanKind[]): string[] =>
  recognise(text, kinds).map((span) =>
    [span.kind, span.value, span.region].filter((part) => part !== undefined).join(" "),
  );

type Case = [text: string, ...expected: string[]];

describe("number", () => {
  it.each<Case>([
    ["100", "number 100"],
    ["1,234.5", "number 1234.5"],
    ["1.1万", "number 11000"],
    ["３亿", "number 300000000"],
    ["50%", "percent 50%"],
    ["一百二十三", "number 123"],
    ["两万", "number 20000"],
    ["一万五", "number 15000"],
    ["一千零一夜", "number 1001"],
    ["一万零五百", "number 10500"],
    ["十五", "number 15"],
    ["三點五倍", "number 3.5"],
    ["二〇二六", "number 2026"],
    ["壹佰贰拾", "number 120"],
    ["一萬億", "number 1000000000000"],
    ["要三个", "number 3"],
    ["兩張票", "number 2"],
    ["第3个", "number 3"],
    ["八折", "number 8"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "5G",
    "iPhone15",
    "MP3播放器",
    "192.168.1.1",
    "12:30",
    "1,2,3",
    "3-5",
    "一样",
    "一起",
    "一点",
    "万一",
    "千万别",
    "十分",
    "三四",
    "百分",
    "一些",
    "双十一",
    "五一",
    "第三个",
    "三十二百",
    "一部分",
    "v2",
  ])("none in %s", (text) => {
    expect(found(text, ["number"])).toEqual([]);
  });
});

describe("money", () => {
  it.each<Case>([
    ["99.5元", "money 99.5 CNY"],
    ["￥1,299", "money 1299 CNY CN"],
    ["¥100元", "money 100 CNY CN"],
    ["五百块钱可以吗", "money 500 CNY"],
    ["两万元", "money 20000 CNY"],
    ["3块5", "money 3.5 CNY"],
    ["十块零钱", "number 10"],
    ["2万块", "money 20000 CNY"],
    ["NT$1,000", "money 1000 TWD TW"],
    ["1000台幣", "money 1000 TWD TW"],
    ["HK$ 88", "money 88 HKD HK"],
    ["88港币", "money 88 HKD HK"],
    ["USD 20", "money 20 USD"],
    ["$9.99", "money 9.99 USD"],
    ["20美元", "money 20 USD"],
    ["100 yuan", "money 100 CNY CN"],
    ["花了5k元", "money 5000 CNY"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each(["3块电池", "一块去吧", "元旦", "2元素", "公元", "块", "¥", "$", "US"])("none in %s", (text) => {
    expect(found(text, ["money"])).toEqual([]);
  });
});

describe("date", () => {
  it.each<Case>([
    ["2026-06-01", "date 2026-06-01"],
    ["2026/6/1", "date 2026-06-01"],
    ["2026.06.01", "date 2026-06-01"],
    ["2026年6月1日", "date 2026-06-01"],
    ["２０２６年６月１日", "date 2026-06-01"],
    ["26年6月1号", "date 2026-06-01"],
    ["二〇二六年六月一日", "date 2026-06-01"],
    ["民國115年6月1日", "date 2026-06-01"],
    ["2026年6月", "date 2026-06"],
    ["6月1日", "date --06-01"],
    ["十二月三十一号", "date --12-31"],
    ["2月29日", "date --02-29"],
    ["6月份", "date --06"],
    ["2024-02-29", "date 2024-02-29"],
    ["昨天买的，明天要", "date P-1D", "date P1D"],
    ["大後天", "date P3D"],
    ["上个月", "date P-1M"],
    ["3天前", "date P-3D"],
    ["两周后", "date P2W"],
    ["三個月後", "date P3M"],
    ["上周五", "date P-1W@5"],
    ["下星期天", "date P1W@7"],
    ["周三", "date P0W@3"],
    ["每周一", "date P0W@1"],
    ["June 1, 2026", "date 2026-06-01"],
    ["1 June 2026", "date 2026-06-01"],
    ["Dec 25th", "date --12-25"],
    ["yesterday", "date P-1D"],
    ["3 days ago", "date P-3D"],
    ["in 2 weeks", "date P2W"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "2026-13-01",
    "2026-02-29",
    "2月30日",
    "13月1日",
    "1.2.3",
    "2026-06-01-5",
    "3个月",
    "6月租",
    "一周一次",
    "基本月租",
    "然后天气",
    "本周期",
    "马上周转",
    "三天内",
    "周到",
    "115年6月",
    "may i",
    "12026-06-01",
  ])("none in %s", (text) => {
    expect(found(text, ["date"])).toEqual([]);
  });
});
