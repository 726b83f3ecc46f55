import { describe, expect, it } from "vitest";
import { faqEntry } from "../../../test/support/kb.js";
import { readQuery, removedBy, whyLeftOut, wordsMet } from "./explain.js";
import type { Candidate } from "./retrieve.js";

const candidate = (id: string, score: number, more = {}): Candidate =>
  ({ entry: faqEntry(id, "怎么退款", more), score }) as unknown as Candidate;

describe("readQuery", () => {
  it("says how a query was read", () => {
    expect(readQuery("请问怎么退货，运费谁出")).toMatchObject({
      normalised: "怎么退货 运费谁出",
      language: "zh",
      script: "hans",
      typed: "han",
      parts: ["怎么退货", "运费谁出"],
    });
    expect(readQuery("退款")).toMatchObject({ keyword: "退款" });
    expect(readQuery("谢谢")).toMatchObject({ smallTalk: "thanks" });
    expect(readQuery("怎么款退", "怎么退款")).toMatchObject({ normalised: "怎么款退", meant: "怎么退款" });
    expect(readQuery("怎么退款", "怎么退款")).not.toHaveProperty("meant");
    expect(readQuery("tuikuan")).toMatchObject({ typed: "pinyin", syllables: ["tui", "kuan"] });
  });
});

describe("wordsMet", () => {
  it("tells the words that an entry has from those that it lacks, and leaves words that only ask", () => {
    const entry = faqEntry("A", "退货的运费由谁承担", {
      answers: [{ text: "由 Company 承担", format: "text", links: [] }],
    });
    expect(wordsMet({ normalised: "怎么退货 company 运费 优惠券 refund", typed: "han" }, entry)).toEqual({
      met: ["退货", "company", "运费"],
      missed: ["优惠券", "refund"],
    });
  });
});

describe("whyLeftOut", () => {
  it("names every filter that an entry fails", () => {
    const entry = faqEntry("A", "怎么退款", {
      status: "offline",
      effective: { from: "2026-01-01", until: "2026-01-31" },
      negative: ["运费"],
      answers: [{ text: "a", format: "text", links: [], channel: "voice" }],
    });
    const filter = { at: "2026-06-01", channel: "web" } as const;
    expect(whyLeftOut(entry, filter, "退货 运费")).toEqual([
      { why: "status", value: "offline" },
      { why: "expired", value: "2026-01-31" },
      { why: "channel", value: "web" },
      { why: "negative", value: "运费" },
    ]);
    expect(whyLeftOut(entry, { at: "2025-06-01", statuses: ["offline"], channel: "voice" }, "退货")).toEqual([
      { why: "not-yet", value: "2026-01-01" },
    ]);
    expect(whyLeftOut(faqEntry("B", "怎么退款"), filter, "退货 运费")).toEqual([]);
  });

  it("tells a tier from a channel", () => {
    const vip = faqEntry("A", "x", { answers: [{ text: "a", format: "text", links: [], tier: "vip" }] });
    expect(whyLeftOut(vip, { channel: "web", tier: "gold" }, "")).toEqual([{ why: "tier", value: "gold" }]);
    expect(whyLeftOut(vip, { channel: "web", tier: "vip" }, "")).toEqual([]);
  });
});

describe("removedBy", () => {
  it("gives what would have stood before something shown, with its place", () => {
    const [off, on, low] = [
      candidate("A", 0.9, { status: "offline" }),
      candidate("B", 0.5),
      candidate("C", 0.1, { status: "draft" }),
    ];
    expect(removedBy([off, on, low], [on], {}, "").map(({ candidate: { entry }, rank }) => [entry.id, rank])).toEqual([
      ["A", 1],
    ]);
  });
});
