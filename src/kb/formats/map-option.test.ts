import { describe, expect, it } from "vitest";
import { checkFields, parseMap } from "./map-option.js";

describe("parseMap", () => {
  it("takes fields by their name or by what columns are called", () => {
    expect(parseMap("question=B, answer = 答案内容,id=1")).toEqual({ question: "B", answer: "答案内容", id: "1" });
    expect(parseMap("标准问=B,答案=C")).toEqual({ question: "B", answer: "C" });
  });

  it.each(["", "question", "question=", "=B", "question=B,"])("refuses %j", (text) => {
    expect(() => parseMap(text)).toThrow(expect.objectContaining({ kind: "usage", key: "kb.ingest.bad-map" }));
  });

  it.each([
    ["question=A,question=B", "kb.ingest.field-twice"],
    ["question=A,标准问=B", "kb.ingest.field-twice"],
    ["question=A,answer=A", "kb.ingest.column-twice"],
  ])("refuses %j", (text, key) => {
    expect(() => parseMap(text)).toThrow(expect.objectContaining({ kind: "usage", key }));
  });

  it("refuses fields that do not exist, in settings too", () => {
    expect(() => parseMap("colour=B")).toThrow(expect.objectContaining({ kind: "usage", key: "kb.ingest.bad-field" }));
    expect(() => checkFields({ period: "B" })).toThrow(expect.objectContaining({ key: "kb.ingest.bad-field" }));
  });
});
