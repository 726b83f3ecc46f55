import { describe, expect, it } from "vitest";
import { faqEntry } from "../../../test/support/kb.js";
import type { FaqEntry } from "../entry.js";
import { keywordMenu, keywordOf, wantedKeyword } from "./keyword.js";
import type { Candidate } from "../retrieve/retrieve.js";

const candidate = (entry: FaqEntry, score: number, more: Partial<Candidate> = {}): Candidate =>
  ({
    entry,
    matched: entry.question,
    score,
    exact: false,
    coverage: 1,
    channels: { lexical: 0.5, body: 0, vector: 0.5 },
    contributions: [],
    ...more,
  }) as Candidate;

describe("keywordOf", () => {
  it("takes a word or two that ask nothing", () => {
    const keywords = "退款|發票|refund|tk|信用卡|5G套餐|退款。|invoice copy|SIM卡|运费";
    expect(keywords.split("|").filter((text) => keywordOf(text) === undefined)).toEqual([]);
  });

  it("leaves questions, wishes, numbers, small talk and whatever says more", () => {
    const others =
      "怎么退款|退款？|我要退款|how to pay|can I return|13800138000|你好|谢谢|ok|退款多久到账|重新设置登录密码|信用卡 年费 减免|is it open|。。。|6";
    expect(others.split("|").filter((text) => keywordOf(text) !== undefined)).toEqual([]);
  });
});

describe("wantedKeyword", () => {
  it("takes what is wanted and nothing else is said of", () => {
    const wanted = ["我要退货", "我想退款", "想要发票", "帮我挂失", "我們要換貨", "我需要贷款"].map(wantedKeyword);
    expect(wanted).toEqual(["退货", "退款", "发票", "挂失", "换货", "贷款"]);
  });

  it("leaves keywords, questions and whatever says more", () => {
    const others = ["退货", "我要怎么退货", "我想知道退款多久到账", "要", "想你", "重要通知", "I want"];
    expect(others.filter((text) => wantedKeyword(text) !== undefined)).toEqual(["想你"]);
  });
});

describe("keywordMenu", () => {
  const entry = (id: string, question: string, category: string): FaqEntry => faqEntry(id, question, { category });
  const ids = (menu: readonly Candidate[] | undefined): string[] | undefined => menu?.map((one) => one.entry.id);

  it("offers the entries that have the word, likeliest first", () => {
    const found = [
      candidate(entry("A", "退款多久到账", "电商"), 0.6),
      candidate(entry("B", "怎么改地址", "电商"), 0.2),
      candidate(entry("C", "课程退款怎么办", "教育"), 0.1),
    ];
    expect(ids(keywordMenu("退款", found))).toEqual(["A", "C"]);
  });

  it("offers nothing that is as good as impossible", () => {
    const found = [
      candidate(entry("A", "How long does a refund take?", ""), 0.97),
      candidate(entry("B", "I paid by card, which rate is used for a refund?", ""), 0.004),
    ];
    expect(keywordMenu("refund", found)).toBeUndefined();
    expect(ids(keywordMenu("refund", [...found, candidate(entry("C", "Refund to another card", ""), 0.03)]))).toEqual([
      "A",
      "C",
    ]);
  });

  it("spreads over categories when there are more than fit", () => {
    const found = ["A", "B", "C", "D", "E", "F"].map((id, at) =>
      candidate(entry(id, `退款${id}`, "电商"), 0.6 - at / 100),
    );
    const other = candidate(entry("Z", "课程退款", "教育"), 0.02);
    expect(ids(keywordMenu("退款", [...found, other]))).toEqual(["A", "B", "C", "D", "Z"]);
  });

  it("finds other words for the same, in the other language too", () => {
    const found = [
      candidate(entry("A", "显示退款成功，但是钱没有到账", "电商"), 0.6),
      candidate(entry("B", "课程还能退费吗", "教育"), 0.3),
      candidate(entry("C", "怎么改地址", "电商"), 0.2),
    ];
    expect(ids(keywordMenu("refund", found))).toEqual(["A", "B"]);
    expect(ids(keywordMenu("退款", found))).toEqual(["A", "B"]);
  });

  it("finds pinyin and initials by their sound", () => {
    const found = [
      candidate(entry("A", "退款多久到账", "电商"), 0.6),
      candidate(entry("B", "怎么改地址", "电商"), 0.5),
      candidate(entry("C", "课程退款怎么办", "教育"), 0.1),
    ];
    expect(ids(keywordMenu("tuikuan", found))).toEqual(["A", "C"]);
    expect(ids(keywordMenu("tk", found))).toEqual(["A", "C"]);
  });

  it("leaves a keyword that is a question of its own, or belongs to one entry", () => {
    const [one, two] = [entry("A", "退款", "电商"), entry("B", "退款多久到账", "电商")];
    expect(keywordMenu("退款", [candidate(one, 0.99, { exact: true }), candidate(two, 0.3)])).toBeUndefined();
    expect(keywordMenu("运费", [candidate(entry("A", "运费怎么算", ""), 0.9), candidate(two, 0.1)])).toBeUndefined();
  });

  it("adds entries that tell more of the word in their answers than the only one with a question", () => {
    const only = candidate(entry("A", "How long does a refund take?", ""), 0.9);
    const told = candidate(entry("B", "Can I pay by card?", ""), 0.02, {
      channels: { lexical: 0, body: 0.8, vector: 0, sound: 0 },
    });
    const partly = candidate(entry("C", "Where is my parcel?", ""), 0.03, {
      coverage: 0.5,
      channels: { lexical: 0, body: 0.8, vector: 0, sound: 0 },
    });
    expect(ids(keywordMenu("refund", [only, partly, told]))).toEqual(["A", "B"]);
  });
});
