import { describe, expect, it } from "vitest";
import { mappingOf } from "./mappings.js";
import type { TableMapping } from "./mappings.js";

const mapping = (files: string, more: Partial<TableMapping> = {}): TableMapping => ({
  files,
  columns: { question: "问" },
  skip: false,
  ...more,
});

describe("mappingOf", () => {
  it("finds what is said of a file by its name or by a pattern", () => {
    const all = [mapping("faq/old.csv"), mapping("./faq/branch-*.xlsx", { columns: { question: "B" } })];
    expect(mappingOf("faq/old.csv", all).columns).toEqual({ question: "问" });
    expect(mappingOf("faq/branch-7.xlsx", all).columns).toEqual({ question: "B" });
    expect(mappingOf("faq/more/old.csv", all)).toEqual({ skip: false, columns: {}, sheets: [] });
  });

  it("takes a name with brackets to the letter", () => {
    expect(mappingOf("faq/旧[1].csv", [mapping("faq/旧[1].csv")]).columns).toEqual({ question: "问" });
  });

  it("lets the last of several count, whole", () => {
    const all = [mapping("faq/**/*.csv", { columns: { question: "A", id: "C" } }), mapping("faq/a.csv")];
    expect(mappingOf("faq/a.csv", all).columns).toEqual({ question: "问" });
    expect(mappingOf("faq/a.csv", [...all, mapping("faq/*", { skip: true, columns: {} })]).skip).toBe(true);
  });

  it("keeps what is said of single sheets apart from what is said of the whole file", () => {
    const all = [mapping("a.xlsx", { sheet: "旧", skip: true, columns: {} }), mapping("a.xlsx", { sheet: "新" })];
    expect(mappingOf("a.xlsx", all)).toEqual({
      skip: false,
      columns: {},
      sheets: [
        { sheet: "旧", columns: {}, skip: true },
        { sheet: "新", columns: { question: "问" }, skip: false },
      ],
    });
  });
});
