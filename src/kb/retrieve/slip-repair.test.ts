import { describe, expect, it } from "vitest";
import { repairSlips } from "./slip-repair.js";
import { readText } from "./sound-repair.js";

const sources = ["积分入学怎么申请", "老板说退货要走哪些步骤", "转人工"].map((text) => ({
  text: readText(text),
  weight: 1,
}));

/** @param strange the characters that stand beside no neighbour of theirs in any entry */
function repair(text: string, strange: string, doubled: readonly number[] = []): string | undefined {
  const places = [...text].flatMap((character, at) => (strange.includes(character) ? [at] : []));
  return repairSlips(text, { strange: new Set(places), doubled: new Set(doubled) }, sources);
}

describe("repairSlips", () => {
  it.each([
    ["积入分学", "入分", "积分入学"],
    ["板老会怎么罚", "板老", "老板会怎么罚"],
    ["退贷要走哪些步骤", "贷", "退货要走哪些步骤"],
    ["转入工", "入", "转人工"],
  ])("%s", (text, strange, expected) => {
    expect(repair(text, strange)).toBe(expected);
  });

  it("takes a character out that is there twice", () => {
    expect(repair("转人人工", "", [1])).toBe("转人工");
  });

  it("leaves what no source has otherwise, and what nothing is strange about", () => {
    expect(repair("明天会下雨", "明雨")).toBeUndefined();
    expect(repair("积入分学", "")).toBeUndefined();
  });

  it("does not mend one place twice", () => {
    expect(repair("板老板老", "板老")).toBe("老板老板");
  });
});
