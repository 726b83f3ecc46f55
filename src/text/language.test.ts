import { describe, expect, it } from "vitest";
import { detectLanguage, localeOf } from "./language.js";

describe("language and locale of a text", () => {
  it.each([
    ["我的订单还没发货", "zh", "zh-CN"],
    ["我的訂單還沒發貨", "zh", "zh-TW"],
    ["我要退款", "zh", undefined],
    ["where is my order", "en", "en"],
    ["refund", "en", "en"],
    ["wifi连不上", "mixed", "zh-CN"],
    ["我要cancel訂單", "mixed", "zh-TW"],
    ["please cancel order 订单", "mixed", "en"],
    ["5G套餐价格", "zh", "zh-CN"],
    ["A套餐多少钱", "zh", "zh-CN"],
    ["１３８００１３８０００", "other", undefined],
    ["ありがとうございます", "other", undefined],
    ["注文はまだ届きません", "other", undefined],
    ["где мой заказ", "other", undefined],
    ["", "other", undefined],
    ["ＨＥＬＬＯ", "en", "en"],
  ])("%s", (text, language, locale) => {
    expect(detectLanguage(text)).toBe(language);
    expect(localeOf(text)).toBe(locale);
  });
});
