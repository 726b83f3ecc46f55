import { Converter } from "opencc-js";
import STPhrases from "opencc-js/dict/STPhrases";
import TSCharacters from "opencc-js/dict/TSCharacters";
import TSPhrases from "opencc-js/dict/TSPhrases";
import TWPhrases from "opencc-js/dict/TWPhrases";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntries } from "./conversion.js";
import { detectScript, inScriptOf, toSimplified, toTraditional } from "./script.js";
import { foldCharacters } from "./simplified.js";

const opencc = {
  simplified: Converter({ from: "t", to: "cn" }),
  TW: Converter({ from: "cn", to: "twp" }),
  HK: Converter({ from: "cn", to: "hk" }),
};

/** Random texts of dictionary words, single characters and Latin words: what phrases and characters meet in. */
function texts(dictionaries: readonly string[]): fc.Arbitrary<string> {
  const words = dictionaries.flatMap((dictionary) => parseEntries(dictionary).flat());
  const part = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom("的", "了", "后", "里", "，", " ", "A", "5G", "PN结", "豈", "\u{20b9f}", "。"),
  );
  return fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
}

describe("conversion between scripts", () => {
  it("gives what OpenCC gives, Traditional to Simplified", () => {
    fc.assert(
      fc.property(texts([TSCharacters, TSPhrases]), (text) => {
        expect(toSimplified(text)).toBe(opencc.simplified(text));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it.each(["TW", "HK"] as const)("gives what OpenCC gives, Simplified to %s", (region) => {
    fc.assert(
      fc.property(texts([STPhrases, TWPhrases]), (text) => {
        fc.pre(!/天后|[账賬]|[注註][销銷]/.test(text)); // our own choices, tested below
        expect(toTraditional(text, region)).toBe(opencc[region](text));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it.each([
    ["信用卡怎么挂失", "信用卡怎麼掛失", "信用卡怎麼掛失"],
    ["软件更新后打不开", "軟體更新後打不開", "軟件更新後打不開"],
    ["注销账户后3天内", "註銷帳戶後3天內", "註銷賬户後3天內"],
    ["皇后的头发", "皇后的頭髮", "皇后的頭髮"],
    ["Order 5G 套餐", "Order 5G 套餐", "Order 5G 套餐"],
    ["", "", ""],
  ])("%s", (simplified, taiwan, hongKong) => {
    expect(toTraditional(simplified, "TW")).toBe(taiwan);
    expect(toTraditional(simplified, "HK")).toBe(hongKong);
  });

  it("puts an answer into the script of the reader and leaves Traditional text alone", () => {
    expect(inScriptOf("退款会在3天后到账", "zh-TW")).toBe("退款會在3天後到帳");
    expect(inScriptOf("退款會在3天後到帳", "zh-CN")).toBe("退款会在3天后到帐");
    expect(inScriptOf("請聯絡皇后飯店", "zh-TW")).toBe("請聯絡皇后飯店");
    expect(inScriptOf("退款会到账", "en")).toBe("退款会到账");
  });
});

describe("folding characters for matching", () => {
  it("is the same for both spellings of a word", () => {
    for (const [a, b] of [
      ["訂單還沒發貨", "订单还没发货"],
      ["帳號裡的餘額", "账号里的余额"],
      ["慾望", "欲望"],
      ["妳看著辦", "你看着办"],
    ] as const) {
      expect(foldCharacters(a)).toBe(foldCharacters(b));
    }
  });

  it("is idempotent over the whole table", () => {
    const once = foldCharacters(TSCharacters);
    expect(foldCharacters(once)).toBe(once);
  });
});

describe("detecting the script", () => {
  it.each([
    ["订单还没发货", "hans"],
    ["訂單還沒發貨", "hant"],
    ["订单還沒发货", "mixed"],
    ["你好", "none"],
    ["皇后大道中", "none"],
    ["where is my order", "latin"],
    ["5G 流量", "none"],
    ["12345", "none"],
    ["", "none"],
    ["什么价格", "hans"],
    ["什麼價格", "hant"],
    ["戶口密碼", "hant"],
  ])("%s → %s", (text, script) => {
    expect(detectScript(text)).toBe(script);
  });

  it("takes common Traditional words for Traditional or neutral, and Simplified ones for Simplified or neutral", () => {
    let wrong = 0;
    const pairs = parseEntries(STPhrases);
    for (const [simplified, traditional] of pairs) {
      if (["hant", "mixed"].includes(detectScript(simplified))) wrong++;
      if (["hans", "mixed"].includes(detectScript(traditional))) wrong++;
    }
    expect(wrong / (2 * pairs.length)).toBeLessThan(0.005);
  });
});
