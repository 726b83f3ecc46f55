import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spokenParts } from "../../text/spoken.js";
import { readText, repairBySound, type Source } from "./sound-repair.js";

const sources: Source[] = ["信用卡怎么挂失", "怎么申请退款 多久到账", "方案和干部"].map((text) => ({
  text: readText(text),
  weight: 1,
}));

/** @param strange characters that are not taken as they are written; pinyin never is */
function repair(text: string, strange: string, some: readonly Source[] = sources): string | undefined {
  const parts = spokenParts(text, () => true).map((part) => ({
    ...part,
    trusted: !/^[a-z]/.test(part.text) && !strange.includes(part.text),
  }));
  return repairBySound(parts, some);
}

describe("repairBySound", () => {
  it.each([
    ["xinyongka zenme guashi", "", "信用卡 怎么 挂失"],
    ["xin yong ka gua shi le", "", "信用卡挂失 le"],
    ["zenmeshenqingtuikuan", "", "怎么申请退款"],
    ["fangan", "", "方案"],
    ["信用卡瓜时了", "瓜时", "信用卡挂失了"],
    ["深请退款", "深", "申请退款"],
    ["app tuikuan", "", "app 退款"],
    ["怎么tuikuan", "", "怎么 退款"],
  ])("%s", (text, strange, expected) => {
    expect(repair(text, strange)?.replace(/ /g, "")).toBe(expected.replace(/ /g, ""));
  });

  it.each([
    ["信用卡瓜时了", ""],
    ["水稻得了稻瘟病", "稻瘟"],
    ["refund", ""],
    ["深", "深"],
    ["到 账户", "到"],
  ])("leaves %s where nothing doubtful sounds like a source", (text, strange) => {
    expect(repair(text, strange)).toBeUndefined();
  });

  it("does as more of the sources do where they differ", () => {
    const some = ["世纪", "实际", "实际"].map((text, at) => ({ text: readText(text), weight: 1 + at }));
    expect(repair("shiji", "", some)).toBe("实际");
  });

  it("keeps every trusted character, in order", () => {
    const text = fc
      .array(fc.constantFrom(..."信用卡挂失怎么退款瓜时深 "), { maxLength: 12 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (query) => {
        const repaired = repair(query, "瓜时深");
        if (repaired === undefined) return;
        const kept = (one: string): string => one.replace(/[瓜时深挂失申 ]/g, "");
        expect(kept(repaired)).toBe(kept(query));
      }),
    );
  });
});
