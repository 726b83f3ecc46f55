import { describe, expect, it } from "vitest";
import { faqEntry, indexOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import { chooseSettings } from "../respond/decide.js";
import { askAll } from "./outcome.js";
import type { AimedQuery } from "./targets.js";

const entries = [
  faqEntry("R", "怎么退货", { category: "售后" }),
  faqEntry("F", "运费谁出", { category: "售后" }),
  faqEntry("P", "忘记密码怎么办", { category: "账户" }),
];
const query = (q: string, ...ids: string[]): AimedQuery => ({
  q,
  expected: entries
    .filter(({ id }) => ids.includes(id))
    .map(({ id, question, category }) => ({ id, question, category })),
  where: { file: "q.csv", row: 1 },
});

async function ask(...queries: AimedQuery[]) {
  const embedder = wordEmbedder();
  let time = 0;
  return askAll(
    queries,
    { index: await indexOf(entries, embedder), embedder, options: {}, settings: chooseSettings(0.05) },
    { elapsed: () => (time += 1) },
  );
}

describe("askAll", () => {
  it("gives ranks, the decision and what was given for every query, in order", async () => {
    const [exact, other, none] = await ask(query("怎麼退貨？", "R"), query("忘记密码怎么办", "F"), query("你好"));
    expect(exact).toMatchObject({ ranks: [1], decision: "answer", given: ["R"], right: true, top: { id: "R" } });
    expect(other).toMatchObject({ decision: "answer", given: ["P"], right: false });
    expect(none).toMatchObject({ decision: "abstain", given: [], ranks: [] });
    expect(exact!.elapsed).toBe(1);
  });

  it("answers several questions of one query one by one, as kb ask does", async () => {
    const [both] = await ask(query("怎么退货，运费谁出", "F"));
    expect(both).toMatchObject({ decision: "answer", given: ["R", "F"] });
  });
});
