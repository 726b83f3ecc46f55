import { describe, expect, it } from "vitest";
import { readingOf, replyLocaleFor } from "./reading.js";

describe("replyLocaleFor", () => {
  const of = (text: string, fallback: "en" | "zh-CN" | "zh-TW"): string => replyLocaleFor(readingOf(text), fallback);

  it("answers Chinese in Chinese where the workspace is English, whatever the characters tell of the script", () => {
    expect(of("退款", "en")).toBe("zh-CN");
    expect(of("退錢", "en")).toBe("zh-TW");
  });

  it("keeps the workspace's script where the characters are the same in both", () => {
    expect(of("退款", "zh-TW")).toBe("zh-TW");
  });

  it("falls back where there is no language", () => {
    expect(of("123", "en")).toBe("en");
    expect(of("123", "zh-TW")).toBe("zh-TW");
  });
});
