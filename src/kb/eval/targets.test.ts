import { describe, expect, it } from "vitest";
import type { FaqEntry } from "../entry.js";
import type { EvalQuery } from "./query-file.js";
import { aim } from "./targets.js";

const entry = (id: string, question: string): FaqEntry => ({
  id,
  question,
  category: "售后",
  similar: [],
  answers: [],
  related: [],
  negative: [],
  effective: {},
  status: "online",
  tags: {},
  source: { file: "faq.csv" },
  hash: "",
});
const entries = [entry("A", "怎么退货？"), entry("B,1", "運費誰出"), entry("C", "怎么退货")];
const query = (expected: string[], more: Partial<EvalQuery> = {}): EvalQuery => ({
  q: "问",
  expected,
  where: { file: "q.csv", row: 2 },
  ...more,
});
const idsOf = (...queries: EvalQuery[]): string[][] =>
  aim(queries, entries, { skipUnknown: false, file: "q.csv" }).queries.map((one) => one.expected.map(({ id }) => id));

describe("aim", () => {
  it("finds entries by id, and by standard question in another script", () => {
    expect(idsOf(query(["A"]), query(["运费谁出？"]), query([]))).toEqual([["A"], ["B,1"], []]);
    expect(aim([query(["运费谁出"])], entries, { skipUnknown: false, file: "q" }).byQuestion).toBe(1);
  });

  it("takes every entry of a question that several have", () => {
    expect(idsOf(query(["怎么退货"]))).toEqual([["A", "C"]]);
  });

  it("takes a cell whole where it is an id", () => {
    expect(idsOf(query(["B", "1"], { whole: "B,1" }))).toEqual([["B,1"]]);
  });

  it("lists every unknown id with its row", () => {
    const where = { file: "q.csv", row: 9 };
    expect(() => idsOf(query(["A", "X"]), query(["Y"], { where }))).toThrowError(
      expect.objectContaining({
        key: "kb.eval.unknown-ids",
        params: { count: 2 },
        issues: [
          expect.objectContaining({ params: { id: "X", q: "问" } }),
          expect.objectContaining({ params: { id: "Y", q: "问" }, where }),
        ],
      }) as Error,
    );
  });

  it("leaves out what is unknown when told to: a query that loses all its ids is not out of scope", () => {
    const { queries, skipped } = aim([query(["A", "X"]), query(["Y"]), query([])], entries, {
      skipUnknown: true,
      file: "q.csv",
    });
    expect(queries.map(({ expected }) => expected.length)).toEqual([1, 0]);
    expect(skipped).toBe(1);
  });
});
