import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffWords, nearChanges } from "./word-diff.js";

const marked = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "old" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

describe("diffWords", () => {
  it("takes English by whole words", () => {
    expect(marked("It takes 5 working days.", "It takes 7 working days.")).toBe("It takes [-5-]{+7+} working days.");
    expect(marked("the refund arrives", "the refunds arrive")).toBe("the [-refund arrives-]{+refunds arrive+}");
    expect(marked("fee 1,000.50", "fee 1,200.50")).toBe("fee [-1,000.50-]{+1,200.50+}");
  });

  it("takes Chinese by characters, and joins edits with only one character between them", () => {
    expect(marked("退款一般3个工作日到账", "退款一般5个工作日到账")).toBe("退款一般[-3-]{+5+}个工作日到账");
    expect(marked("3到5天到账", "2到7天到账")).toBe("[-3到5-]{+2到7+}天到账");
  });

  it("shows additions and removals at the ends", () => {
    expect(marked("可以退款", "可以退款。请联系客服")).toBe("可以退款{+。请联系客服+}");
    expect(marked("您好，可以", "可以")).toBe("[-您好，-]可以");
    expect(marked("", "新")).toBe("{+新+}");
    expect(marked("同", "同")).toBe("同");
    expect(diffWords("", "")).toEqual([]);
  });

  it("gives both texts back, whatever they are", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom(..."退款到账 ab1，\n") }));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after);
        const side = (without: "old" | "new"): string =>
          pieces.flatMap(({ kind, text: piece }) => (kind === without ? [] : piece)).join("");
        expect(side("new")).toBe(before);
        expect(side("old")).toBe(after);
      }),
    );
  });

  it("is bounded: two long texts with nothing in common are shown one after the other", () => {
    const [before, after] = ["甲".repeat(60_000), "乙".repeat(60_000)];
    expect(diffWords(before, after)).toEqual([
      { kind: "old", text: before },
      { kind: "new", text: after },
    ]);
  });
});

describe("nearChanges", () => {
  it("cuts what is far from any change", () => {
    const pieces = diffWords(
      `${"一二三四五六七八九十".repeat(3)}甲${"一二三四五六七八九十".repeat(3)}`,
      `${"一二三四五六七八九十".repeat(3)}乙${"一二三四五六七八九十".repeat(3)}`,
    );
    expect(nearChanges(pieces, 3).map(({ text }) => text)).toEqual(["…八九十", "甲", "乙", "一二三…"]);
    expect(nearChanges([{ kind: "same", text: "短" }], 3)).toEqual([{ kind: "same", text: "短" }]);
  });
});
