import { describe, expect, it } from "vitest";
import { translator } from "../messages/catalogue.js";
import { answersMarkdown, answersTable, totalsTable } from "./answers-tables.js";
import { answersReport, stateAt, type ReportedEntry } from "./answers.js";

const entry = (id: string, more: Partial<ReportedEntry> = {}): ReportedEntry => ({
  id,
  category: "A/B",
  question: `question ${id}`,
  similar: ["x", "y"],
  answers: [{}, { channel: "voice" }, { channel: "voice", locale: "en" }, { channel: "voice" }],
  status: "online",
  effective: {},
  source: { file: "faq/a.xlsx", sheet: "S", row: 3 },
  ...more,
});

const hits = {
  entries: new Map([
    ["b", { hits: 3, last: "2026-06-02T10:00:00+08:00" }],
    ["gone", { hits: 1, last: "2026-06-01T10:00:00+08:00" }],
  ]),
  turns: 9,
  unanswered: 2,
  sessions: 4,
};

const AT = "2026-06-07T12:00:00+08:00";

describe("answersReport", () => {
  const report = answersReport([entry("c"), entry("b"), entry("a", { effective: { until: "2026-06-06" } })], hits, AT);

  it("sorts by hits, then by id", () => {
    expect(report.rows.map((row) => [row.id, row.hits, row.share])).toEqual([
      ["b", 3, 0.75],
      ["a", 0, 0],
      ["c", 0, 0],
    ]);
  });

  it("counts up", () => {
    expect(report.totals).toEqual({
      entries: 3,
      online: 3,
      effective: 2,
      hits: 4,
      neverHit: 2,
      unknownHits: 1,
      turns: 9,
      sessions: 4,
      unanswered: 2,
    });
    expect(report.rows[0]).toMatchObject({
      similar: 2,
      answers: { "*": 1, voice: 2, "voice/en": 1 },
      source: "faq/a.xlsx › S:3",
      lastHit: "2026-06-02T10:00:00+08:00",
    });
  });

  it.each([
    [{}, "effective"],
    [{ from: "2026-06-07" }, "effective"],
    [{ from: "2026-06-07T12:00:01" }, "not-yet"],
    [{ from: "2026-06-08" }, "not-yet"],
    [{ until: "2026-06-07" }, "effective"],
    [{ until: "2026-06-07T11:59" }, "expired"],
    [{ from: "2026-01-01", until: "2026-06-06" }, "expired"],
  ] as const)("%j is %s", (effective, state) => {
    expect(stateAt(effective, AT)).toBe(state);
  });

  it("fills a table, a cell for each column", () => {
    const t = translator("zh-CN");
    const { header, rows } = answersTable(report, t);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    expect(rows[0]).toContain("75.0%");
    expect(rows[1]).toContain("已失效");
    expect(totalsTable(report, t).rows.map((row) => row.length)).toEqual(Array.from({ length: 10 }, () => 2));
    expect(answersMarkdown(report, t)).toContain("| b | A/B | question b | 上线 |");
  });

  it("is empty without entries", () => {
    expect(answersReport([], { entries: new Map(), turns: 0, unanswered: 0, sessions: 0 }, AT).rows).toEqual([]);
  });
});
