import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../text/sentences.js";
import { bestSentence } from "./excerpt.js";

const PASSAGE =
  "改造之前客户常常抱怨等待太久。某银行上线后，接通率从 72% 提升到 99.5%，平均等待缩短至 15 秒。" +
  "夜里也有人接。投诉量下降了 45%；满意度（抽样 1,200 人）升到 4.6 分！";

describe("sentencesOf", () => {
  it.each([
    ["接通率是99.5%。好！真的？", ["接通率是99.5%。", "好！", "真的？"]],
    ["他说：“可以。”然后走了。", ["他说：“可以。”", "然后走了。"]],
    [
      "It costs 4.50 dollars. See v1.2.3 at www.a.com. Done?",
      ["It costs 4.50 dollars.", "See v1.2.3 at www.a.com.", "Done?"],
    ],
    ["Ask Dr. Lee, e.g. on Monday. He is in.", ["Ask Dr. Lee, e.g. on Monday.", "He is in."]],
    ["1. Open the lid\n2. Fill it", ["1. Open the lid", "2. Fill it"]],
    ["等等……再说。", ["等等……", "再说。"]],
    ["", []],
  ])("%s", (text, sentences) => {
    const found = sentencesOf(text);
    expect(found.map((one) => one.text)).toEqual(sentences);
    for (const { text: sentence, start, end } of found) expect(text.slice(start, end)).toBe(sentence);
  });
});

describe("bestSentence", () => {
  it.each([
    ["某银行接通率是多少", "99.5%"],
    ["銀行的接通率", "99.5%"],
    ["投诉下降多少", "45%"],
    ["满意度几分", "4.6"],
    ["晚上有人接吗", "夜里也有人接"],
  ])("%s → %s", (query, part) => {
    const found = bestSentence(query, PASSAGE)!;
    expect(found.text).toContain(part);
    expect(PASSAGE.slice(found.start, found.end)).toBe(found.text);
  });

  it("prefers the sentence with a value of the kind that is asked for", () => {
    const passage = "接通率是衡量热线的指标。热线接通率达到 98%。接通率由平台统计。";
    expect(bestSentence("热线接通率是多少", passage)!.text).toContain("98%");
    const times = "We repair kettles in our own workshop. Repairs take about 10 working days. Repairs are free.";
    expect(bestSentence("how long do repairs take", times)!.text).toContain("10 working days");
    expect(bestSentence("are repairs free", times)!.text).toBe("Repairs are free.");
  });

  it("cuts a long sentence down to the clause that says it", () => {
    const long = `某零售企业原有五十名座席${"，业务遍布全国各地的门店和仓库".repeat(5)}；改造之后，年人力成本降低 68%。`;
    expect(bestSentence("年人力成本降低多少", long)!.text).toBe("改造之后，年人力成本降低 68%。");
  });

  it("scores what has nothing to do with the query near 0, and an empty passage not at all", () => {
    expect(bestSentence("今天天气怎么样", PASSAGE)!.score).toBeLessThan(0.15);
    expect(bestSentence("接通率", " \n")).toBeUndefined();
  });
});
