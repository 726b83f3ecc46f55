import { describe, expect, it } from "vitest";
import { KefuError } from "../../messages/errors.js";
import type { Issue } from "../../messages/errors.js";
import { withAdvice } from "./error-advice.js";

const clash = (file: string, row: number, first: string): Issue => ({
  severity: "error",
  key: "kb.ingest.same-id",
  params: { id: `A${row}`, first },
  where: { file, row },
});

describe("withAdvice", () => {
  it("puts the hint of each failure behind its own error, with its place", () => {
    const hint = { key: "kb.format.save-as-xlsx" } as const;
    const failures = ["a.wps", "b.wps"].map(
      (file) => new KefuError("input", "kb.format.not-table", { kind: file }, { where: { file }, hint }),
    );
    const errors = failures.map(({ key, params, where }): Issue => ({ severity: "error", key, params, where: where! }));
    const advice = (file: string): Issue => ({ severity: "info", ...hint, where: { file } });
    expect(withAdvice(errors, failures)).toEqual([errors[0], advice("a.wps"), errors[1], advice("b.wps")]);
  });

  it("says once a file how to swap a source for another that has the same ids", () => {
    const errors = [clash("x.csv", 2, "old.csv:2"), clash("x.csv", 3, "old.csv:3"), clash("y.csv", 4, "y.csv:2")];
    expect(withAdvice(errors, []).map(({ key, where }) => [key, where?.file])).toEqual([
      ["kb.ingest.same-id", "x.csv"],
      ["kb.ingest.same-id", "x.csv"],
      ["kb.ingest.same-id-hint", "x.csv"],
      ["kb.ingest.same-id", "y.csv"],
    ]);
  });
});
