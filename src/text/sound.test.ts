import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";
import { cutPinyin } from "./pinyin-run.js";
import { readCharacters } from "./reading.js";
import { SYLLABLES } from "./readings.js";
import { soundQuery, soundTokens } from "./sound.js";

const syllables = SYLLABLES.split(" ").map((item) => item.slice(0, -1));

describe("soundTokens", () => {
  it.each([
    ["退款", "推宽"],
    ["怎么还款", "怎么环款"],
    ["挂失", "瓜时"],
    ["银行", "银航"],
    ["音乐会员", "音月会员"],
    ["订单 查询", "定单查寻"],
    ["24小时", "二十四小时"],
    ["第2次改2个", "第二次该两个"],
  ])("are those of its homophone: %s, %s", (one, other) => {
    expect(soundTokens(one)).toEqual(soundTokens(other));
  });

  it.each([
    ["四十", "十四", true],
    ["老师", "脑丝", true],
    ["身份", "生分", true],
    ["回复", "飞福", true],
    ["退款", "贷款", false],
    ["查询", "查收", false],
  ])("meet where recognisers confuse: %s, %s", (one, other, meet) => {
    const tokens = new Set(soundTokens(one));
    expect(soundTokens(other).some((token) => token.includes("'") && tokens.has(token))).toBe(meet);
  });

  it("let nothing of other scripts through, and pair nothing across it", () => {
    expect(soundTokens("退5g款")).toEqual(["tui", "kuan"]);
    expect(soundTokens("refund")).toEqual([]);
  });

  it("reads words as they are read", () => {
    expect(readCharacters("在银行了解行程")).toEqual(["zai", "yin", "hang", "liao", "jie", "xing", "cheng"]);
    expect(readCharacters("重庆a长大")).toEqual(["chong", "qing", undefined, "zhang", "da"]);
  });
});

describe("soundQuery", () => {
  it.each<[string, ReturnType<typeof soundQuery>["typed"]]>([
    ["怎么退款", "han"],
    ["zenmetuikuan", "pinyin"],
    ["zen me tui kuan", "pinyin"],
    ["ZenMe TuiKuan?", "pinyin"],
    ["app denglu buliao", "pinyin"],
    ["怎么tuikuan", "mixed"],
    ["refund zenmetui", "pinyin"],
    ["women", "mixed"],
    ["change", "mixed"],
    ["tk", "initials"],
    ["z m t k", "initials"],
    ["how can i change my name", "none"],
    ["where is my order", "none"],
    ["can he take me to the game", "none"],
    ["date time", "none"],
    ["refund", "none"],
    ["why", "none"],
    ["12345", "none"],
    ["24 xiaoshi", "pinyin"],
    ["", "none"],
  ])("tells how %j is written: %s", (text, typed) => {
    const found = soundQuery(normalise(text));
    expect(found.typed).toBe(typed);
    expect(found.tokens.length > 0).toBe(typed !== "none");
  });

  it("meets the characters when pinyin is typed, with or without spaces", () => {
    const indexed = new Set(soundTokens("信用卡怎么挂失"));
    for (const text of ["xinyongka zenme guashi", "xin yong ka zen me gua shi", "xinyongkazenmeguashi"]) {
      for (const token of soundQuery(text).tokens) expect(indexed).toContain(token);
    }
    expect(new Set(soundTokens("怎么退款"))).toContain(soundQuery("tk").tokens[0]);
  });

  it("gives both cuts of what is ambiguous", () => {
    for (const both of ["fang'an", "fan'gan"]) expect(soundQuery("fangan").tokens).toContain(both);
    for (const both of ["xian", "xi'an"]) expect(soundQuery("xian").tokens).toContain(both);
  });
});

describe("cutPinyin", () => {
  it("covers what it cuts", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 12 }), (some) => {
        const run = some.join("");
        const cut = cutPinyin(run);
        // Vowels by themselves inside a run are not taken for syllables.
        if (some.slice(1).every((one) => one.length > 1)) expect(cut).toBeDefined();
        if (cut !== undefined) expect(cut.best.join("")).toBe(run);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["refund", "order", "pdf", "xyz", "tuikuanx"])("leaves %s", (word) => {
    expect(cutPinyin(word)).toBeUndefined();
  });
});
