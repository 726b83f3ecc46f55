import { describe, expect, it } from "vitest";
import { headerMeaning } from "./fields.js";

describe("headerMeaning", () => {
  it.each([
    ["知识ID", "id"],
    ["編號", "id"],
    ["FAQ ID", "id"],
    ["类目", "category"],
    ["分類", "category"],
    ["Class", "category"],
    ["标准问", "question"],
    ["標準問題", "question"],
    ["*标准问法（必填）", "question"],
    ["知识标题", "question"],
    ["Ｑｕｅｓｔｉｏｎ", "question"],
    ["問題Question", "question"],
    ["相似问1", "similar"],
    ["相似问12", "similar"],
    ["擴展問", "similar"],
    ["類似問法", "similar"],
    ["similar_qs", "similar"],
    ["相似問法（多個用換行分隔）", "similar"],
    ["答案", "answer"],
    ["Answer 答案", "answer"],
    ["解答", "answer"],
    ["context", "answer"],
    ["关联问", "related"],
    ["生效時間", "from"],
    ["effective_time", "from"],
    ["expire_time", "until"],
    ["失效日期", "until"],
    ["狀態", "status"],
    ["否定关键词", "negative"],
    ["标签", "tags"],
    ["Metadata", "tags"],
    ["QnaId", "group"],
  ])("of %s is %s", (header, field) => {
    expect(headerMeaning(header)?.field).toBe(field);
  });

  it.each(["No", "序号", "timezone", "圖片名稱", "備註", "", "   ", "？"])("of %j is not known", (header) => {
    expect(headerMeaning(header)).toBeUndefined();
  });

  it.each([
    ["答案[语音]", { channel: "voice" }],
    ["答案[微信]", { channel: "wechat" }],
    ["答案[en]", { locale: "en" }],
    ["答案[zh-TW]", { locale: "zh-TW" }],
    ["答案（英文）", { locale: "en" }],
    ["答案【语音/en】", { channel: "voice", locale: "en" }],
    ["答案[VIP]", { tier: "VIP" }],
    ["answer_en", { locale: "en" }],
    ["繁體答案", { locale: "zh-TW" }],
    ["答案[必填]", undefined],
    ["答案（必填）", undefined],
  ])("of the answer column %s says for whom it is", (header, variant) => {
    expect(headerMeaning(header)).toMatchObject({ field: "answer" });
    expect(headerMeaning(header)!.variant).toEqual(variant);
  });

  it("takes a clear name before a vague one", () => {
    expect(headerMeaning("标准问")!.rank).toBeLessThan(headerMeaning("问题")!.rank);
    expect(headerMeaning("问题")!.rank).toBeLessThan(headerMeaning("title")!.rank);
  });

  it("knows levels of a category and columns that fill one tag", () => {
    expect(headerMeaning("二级类目")).toMatchObject({ field: "category", level: 2 });
    expect(headerMeaning("contact")).toMatchObject({ field: "tags", tag: "contact" });
  });
});
