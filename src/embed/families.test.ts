import { describe, expect, it } from "vitest";
import { familyPrefixes } from "./families.js";

describe("familyPrefixes", () => {
  it.each([
    ["BAAI/bge-small-zh-v1.5", "为这个句子生成表示以用于检索相关文章：", ""],
    ["Xenova/bge-base-en", "Represent this sentence for searching relevant passages: ", ""],
    ["multilingual-e5-small", "query: ", "passage: "],
    ["e5-large-v2", "query: ", "passage: "],
    ["nomic-embed-text-v1.5", "search_query: ", "search_document: "],
    ["snowflake-arctic-embed-m-v2.0", "query: ", ""],
  ])("knows %s", (name, query, passage) => {
    expect(familyPrefixes([name])).toEqual({ query, passage });
  });

  it.each(["bge-m3", "gte-small-zh", "m3e-base", "text2vec-base-chinese", "all-MiniLM-L6-v2", "google5-x", "e5x"])(
    "puts nothing before texts for %s",
    (name) => {
      expect(familyPrefixes([name])).toBeUndefined();
    },
  );

  it("goes by the first name that tells", () => {
    expect(familyPrefixes(["my-model", "/home/x/e5/bert", "intfloat/e5-small"])?.query).toBe("query: ");
  });

  it("gives instructed models their instruction", () => {
    expect(familyPrefixes(["multilingual-e5-large-instruct"])?.query).toMatch(/^Instruct: .*\nQuery: $/);
  });
});
