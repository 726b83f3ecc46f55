import { describe, expect, it } from "vitest";
import { NumberTexts, builtinFormat } from "./numbers.js";

describe("a number in a cell", () => {
  it.each([
    [46_053, "yyyy-mm-dd", "2026-01-31"],
    [46_053.5, 'yyyy"年"m"月"d"日" h:mm', "2026-01-31 12:00:00"],
    [46_053, "[$-804]yyyy/m/d;@", "2026-01-31"],
    [46_053, "[$-404]e/m/d", "2026-01-31"],
    [1, "d-mmm-yy", "1900-01-01"],
    [60.25, "h:mm", "1900-02-28 06:00:00"],
    [0.354_166_666_7, "h:mm AM/PM", "08:30"],
    [1.5, "[h]:mm", "36:00"],
    [7, "0000", "0007"],
    [8, '"EC-"000', "EC-008"],
    [-3, "000", "-003"],
    [0.125, "0.0%", "12.5%"],
    [0.1 + 0.2, "", "0.3"],
    [1234.5, "#,##0.00", "1234.5"],
    [1234, 'General"元"', "1234"],
    [5, "0.00_);[Red](0.00)", "5"],
    [1e-7, "0.00E+00", "1e-7"],
    [-1, "yyyy-mm-dd", "-1"],
    [20_240_101_123_456, "", "20240101123456"],
  ])("%d as %j is %s", (value, format, text) => {
    expect(new NumberTexts(false).text(value, format)).toBe(text);
  });

  it("is a day of 1904's count where the workbook says so", () => {
    expect(new NumberTexts(true).text(44_591, "yyyy-mm-dd")).toBe("2026-01-31");
  });

  it.each([
    [14, 46_053, "2026-01-31"],
    [31, 46_053, "2026-01-31"],
    [20, 0.5, "12:00"],
    [10, 0.5, "50.00%"],
    [2, 1.5, "1.5"],
  ])("has the format that number %d stands for", (id, value, text) => {
    expect(new NumberTexts(false).text(value, builtinFormat(id))).toBe(text);
  });
});
