import { describe, expect, it } from "vitest";
import { faqEntry } from "../../../test/support/kb.js";
import { analyseQuery } from "./query.js";
import { Reranking, type TextSignals } from "./rerank.js";

/** Every term is worth 1 nat, but that no entry of the hundred holds those of 天气. */
const worth = {
  size: { entries: 100, questions: 100 },
  idf: (_: string, terms: readonly string[]) =>
    Promise.resolve(Float64Array.from(terms, (term) => ("天气".includes(term) ? Math.log(202) : 1))),
};
const entry = faqEntry("S1", "运费怎么算？", {
  category: "配送/费用",
  similar: ["邮费多少钱"],
  answers: [{ text: "满 99 元包邮。不满的收 8 元运费。", format: "text", links: [] }],
});

async function signals(text: string, of = entry, matched = of.question): Promise<TextSignals> {
  return new Reranking(await analyseQuery(text, worth), undefined).signals(of, matched);
}

describe("what texts say to a query", () => {
  it("is all there is where query and question are one", async () => {
    const own = await signals("运费怎么算");
    for (const name of ["words", "wordsAnywhere", "wordsBack", "order", "pairs", "rare"] as const) {
      expect(own[name], name).toBeCloseTo(1, 6);
    }
  });

  it("is nothing where they share nothing", async () => {
    const none = await signals("天气");
    for (const name of ["words", "wordsAnywhere", "order", "pairs", "sentence", "category", "rare"] as const) {
      expect(none[name], name).toBe(0);
    }
  });

  it("sees similar questions, answer, category and the order of characters", async () => {
    expect((await signals("邮费")).words).toBeGreaterThan(0.9);
    expect((await signals("包邮")).wordsAnywhere).toBeGreaterThan(0.9);
    expect((await signals("包邮")).sentence).toBeCloseTo(1, 6);
    expect((await signals("配送费用")).category).toBeGreaterThan(0.7);
    expect((await signals("运费算")).order).toBe(1);
    expect((await signals("算运费")).order).toBeLessThan(1);
  });

  it("sees whether the answer holds what is asked for", async () => {
    expect((await signals("运费多少钱")).kind).toBe(1);
    expect((await signals("客服电话")).kind).toBe(-1);
    expect((await signals("退货")).kind).toBe(0);
  });

  it("sees words that no entry holds", async () => {
    expect((await signals("天气")).unheld).toBeCloseTo(1, 6);
    expect((await signals("运费")).unheld).toBe(0);
    expect((await signals("运费", entry, "邮费多少钱")).unheld).toBe(0);
  });

  it("is finite for an entry without texts", async () => {
    const empty = faqEntry("E", "", { category: "", answers: [{ text: "", format: "text", links: [] }] });
    expect(Object.values(await signals("运费", empty)).every(Number.isFinite)).toBe(true);
  });
});
