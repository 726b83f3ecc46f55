import { describe, expect, it } from "vitest";
import { renderGithub } from "./github.js";
import { renderSarif } from "./sarif.js";

describe("GitHub annotations", () => {
  it("escape what would end a command or a property", () => {
    const text = renderGithub(
      [{ level: "error", title: "a,b:c", message: "100%\nnext", file: "faq/a,b:1.csv", line: 3 }],
      "one: all, 100%",
    );
    expect(text).toBe(
      "::notice title=kefu::one: all, 100%25\n" +
        "::error file=faq/a%2Cb%3A1.csv,line=3,title=a%2Cb%3Ac::100%25%0Anext\n",
    );
  });

  it("come most severe first, ten of a level, and the rest as lines that are no commands", () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ level: "warning" as const, message: `w${at}` }));
    const lines = renderGithub([...many, { level: "error", message: "e" }], "sum")
      .trimEnd()
      .split("\n");
    expect(lines[1]).toBe("::error::e");
    expect(lines.filter((line) => line.startsWith("::warning"))).toHaveLength(10);
    expect(lines.slice(-2)).toEqual(["warning: w10", "warning: w11"]);
  });
});

describe("SARIF", () => {
  const log = JSON.parse(
    renderSarif({
      version: "1.0.0",
      rules: [{ id: "one", level: "warning", summary: "What", help: "Do" }],
      results: [
        {
          ruleId: "one",
          level: "error",
          message: "m",
          fingerprint: "f",
          place: { file: "faq/问 答.xlsx", line: 7, sheet: "一月" },
          related: [{ place: { file: "https://例.example/路", line: 1 }, message: "other" }],
          fix: {
            description: "d",
            replacements: [{ startLine: 7, startColumn: 1, endLine: 7, endColumn: 3, text: "x" }],
          },
          accepted: { reason: "why", inSource: true },
        },
        {
          ruleId: "one",
          level: "note",
          message: "m2",
          fingerprint: "g",
          place: { file: "/abs/a.pdf", page: 2 },
          related: [],
        },
      ],
    }),
  ) as { version: string; runs: { tool: { driver: { rules: unknown[] } }; results: Record<string, unknown>[] }[] };
  const [first, second] = log.runs[0]!.results;

  it("has the rule with its texts and level", () => {
    expect(log.version).toBe("2.1.0");
    expect(log.runs[0]!.tool.driver.rules).toEqual([
      {
        id: "one",
        shortDescription: { text: "What" },
        help: { text: "Do" },
        defaultConfiguration: { level: "warning" },
      },
    ]);
  });

  it("gives the place with an escaped path, the row as the line and the sheet by name", () => {
    expect(first).toMatchObject({
      ruleId: "one",
      ruleIndex: 0,
      level: "error",
      partialFingerprints: { "kefu/v1": "f" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "faq/%E9%97%AE%20%E7%AD%94.xlsx", uriBaseId: "SRCROOT" },
            region: { startLine: 7 },
          },
          logicalLocations: [{ name: "一月" }],
        },
      ],
      relatedLocations: [{ id: 1, message: { text: "other" } }],
      suppressions: [{ kind: "inSource", justification: "why" }],
    });
  });

  it("gives fixes as text to delete and to insert", () => {
    expect(first!["fixes"]).toMatchObject([
      {
        artifactChanges: [
          {
            replacements: [
              {
                deletedRegion: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 3 },
                insertedContent: { text: "x" },
              },
            ],
          },
        ],
      },
    ]);
  });

  it("has no region for a place without a line", () => {
    expect(second!["locations"]).toEqual([
      { physicalLocation: { artifactLocation: { uri: "file:///abs/a.pdf" } }, properties: { page: 2 } },
    ]);
  });
});
