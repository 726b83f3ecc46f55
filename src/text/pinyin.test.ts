import { describe, expect, it } from "vitest";
import { syllableOfEach, syllables } from "./pinyin.js";

describe("pinyin", () => {
  it.each<[string, string[]]>([
    ["怎么退款", ["zen", "me", "tui", "kuan"]],
    ["银行在重庆", ["yin", "hang", "zai", "chong", "qing"]],
    ["訂單還沒發貨", ["ding", "dan", "hai", "mei", "fa", "huo"]],
    ["女士的5G套餐，WiFi！", ["nv", "shi", "de", "5g", "tao", "can", "wifi"]],
    ["", []],
  ])("%s", (text, expected) => {
    expect(syllables(text)).toEqual(expected);
  });

  it("stands beside each character", () => {
    expect(syllableOfEach("退款A𠮷！")).toHaveLength(5);
    expect(syllableOfEach("退款A！")).toEqual(["tui", "kuan", undefined, undefined]);
  });
});
