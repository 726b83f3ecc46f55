import { describe, expect, it } from "vitest";
import { putInMissing } from "./missing-repair.js";

const nearest = [
  { texts: () => ["地下室没信号", "手机没有信号怎么办"], weight: 0.6 },
  { texts: () => ["宽带报修", "银行卡被锁了"], weight: 0.5 },
  { texts: () => ["退货的运费谁付"], weight: 0.1 },
];

/** @param unheld pairs that no entry has */
const mended = (normalised: string, ...unheld: string[]): string | undefined =>
  putInMissing({ normalised, unheld: new Set(unheld) }, nearest, (pair) => pair === "带报");

describe("putInMissing", () => {
  it.each([
    ["地下室没号", "没号", "地下室没信号"],
    ["宽报修", "宽报", "宽带报修"],
  ])("%s", (text, pair, expected) => {
    expect(mended(text, pair)).toBe(expected);
  });

  it("puts one into each gap", () => {
    expect(mended("没号宽报修", "没号", "宽报")).toBe("没信号宽带报修");
  });

  it.each([
    ["what entries have side by side", "地下室没号", []],
    ["a word that no entry has", "带报修", ["带报"]],
    ["what may be left out without harm", "银行卡锁了", ["卡锁"]],
    ["what a question has that has little to do with the query", "退货运谁付", ["运谁"]],
    ["a longer text, of which enough is left", "家里的地下室里面一直没号", ["没号"]],
  ])("leaves %s", (_, text, unheld) => {
    expect(mended(text, ...unheld)).toBeUndefined();
  });
});
