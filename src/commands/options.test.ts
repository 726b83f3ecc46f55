import { expect, it } from "vitest";
import { checkEnding, isDate } from "./options.js";

it.each([
  ["2026-02-28", true],
  ["2028-02-29T09:30", true],
  ["2026-06-01 09:30:15", true],
  ["2026-02-30", false],
  ["2026-02-29T09:30", false],
  ["2026-13-01", false],
  ["2026-06-01T25:00", false],
  ["2026-06-01 later", false],
  ["", false],
])("%s is a date: %s", (text, valid) => {
  expect(isDate(text)).toBe(valid);
});

it("an output file ends as what is written into it", () => {
  expect(() => checkEnding(undefined, [".md"])).not.toThrow();
  expect(() => checkEnding("A.MD", [".json", ".md"])).not.toThrow();
  expect(() => checkEnding("s.xlsx", [".json", ".md"])).toThrow(
    expect.objectContaining({ kind: "usage", params: { file: "s.xlsx", endings: ".json, .md" } }),
  );
});
