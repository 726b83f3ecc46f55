import { describe, expect, it } from "vitest";
import { faqEntry } from "../../../test/support/kb.js";
import { chooseAnswer } from "./answer.js";
import type { AnswerVariant } from "../entry.js";

const answer = (text: string, more: Partial<AnswerVariant> = {}): AnswerVariant => ({
  text,
  format: "text",
  links: [],
  ...more,
});
const entryWith = (...answers: AnswerVariant[]) => faqEntry("A1", "怎么退款", { answers });

describe("chooseAnswer", () => {
  const entry = entryWith(
    answer("请在订单页申请退款。"),
    answer("說明請見訂單頁。", { locale: "zh-TW" }),
    answer("Open the order page.", { locale: "en" }),
    answer("请说申请退款。", { channel: "voice" }),
    answer("专属客服为您办理退款。", { tier: "vip" }),
  );
  const text = (want: Parameters<typeof chooseAnswer>[1]): string => chooseAnswer(entry, want).text;

  it("goes by language, then tier, then channel", () => {
    expect(text({})).toBe("请在订单页申请退款。");
    expect(text({ locale: "zh-CN", channel: "web" })).toBe("请在订单页申请退款。");
    expect(text({ locale: "zh-CN", channel: "voice" })).toBe("请说申请退款。");
    expect(text({ locale: "en", channel: "voice" })).toBe("Open the order page.");
    expect(text({ locale: "zh-TW", channel: "voice" })).toBe("說明請見訂單頁。");
    expect(text({ locale: "zh-CN", tier: "vip" })).toBe("专属客服为您办理退款。");
    expect(text({ locale: "zh-CN", tier: "vip", channel: "voice" })).toBe("专属客服为您办理退款。");
    expect(text({ locale: "zh-CN", tier: "gold" })).toBe("请在订单页申请退款。");
  });

  it("puts the text into the caller's script when no variant is in it", () => {
    const simplified = entryWith(answer("软件需要更新，请联系客服。"));
    expect(chooseAnswer(simplified, { locale: "zh-TW" }).text).toContain("軟體");
    expect(chooseAnswer(entryWith(answer("請聯絡客服", { locale: "zh-TW" })), { locale: "zh-CN" }).text).toBe(
      "请联络客服",
    );
    expect(chooseAnswer(simplified, {}).text).toBe("软件需要更新，请联系客服。");
  });

  it("prefers a text in the caller's language among those for all", () => {
    const mixed = entryWith(answer("We are open all day."), answer("全天营业。"));
    expect(chooseAnswer(mixed, { locale: "zh-CN" }).text).toBe("全天营业。");
    expect(chooseAnswer(mixed, { locale: "en" }).text).toBe("We are open all day.");
  });

  it("falls back to what there is, to a tier's answer last", () => {
    const voice = answer("voice", { channel: "voice" });
    const vip = answer("vip", { tier: "vip" });
    expect(chooseAnswer(entryWith(vip, voice), { channel: "web" }).text).toBe("voice");
    expect(chooseAnswer(entryWith(vip), { channel: "web" }).text).toBe("vip");
    expect(() => chooseAnswer(entryWith(), {})).toThrow(RangeError);
  });
});
