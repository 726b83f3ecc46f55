import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countHits, inPeriod } from "./hits.js";
import { formatRecord, parseRecords, type InteractionRecord } from "./record.js";

const record: InteractionRecord = {
  id: "r1",
  session: "s1",
  turn: 1,
  time: "2026-06-01T23:30:00+08:00",
  channel: "web",
  locale: "zh-CN",
  text: "我的手机号是13800138001",
  decision: "answer",
  entry: "E1",
  intent: null,
  confidence: 0.9,
  answer: "好的，13800138001",
  emotion: null,
  handover: null,
  resolved: null,
};

describe("records", () => {
  it("reads the sample's week", () => {
    const folder = new URL("../../fixtures/hotline-demo/records/", import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl"));
    const parsed = files.map((file) => parseRecords(file, readFileSync(new URL(file, folder), "utf8")));
    expect(parsed.flatMap((one) => one.issues)).toEqual([]);
    expect(parsed.flatMap((one) => one.records).length).toBeGreaterThan(500);
  });

  it("names the lines that are no records and keeps the rest", () => {
    const text = `\uFEFF${JSON.stringify(record)}\n\n{"id":\n${JSON.stringify({ ...record, turn: 0 })}\r\n${JSON.stringify(record)}`;
    const { records, issues } = parseRecords("a.jsonl", text);
    expect(records.length).toBe(2);
    expect(issues.map((issue) => issue.where)).toEqual([
      { file: "a.jsonl", line: 3 },
      { file: "a.jsonl", line: 4 },
    ]);
    expect(issues[1]!.params!["reason"]).toMatch(/^turn: /);
  });

  it("masks before it writes, and reads back what it wrote", () => {
    const line = formatRecord(record);
    expect(line).not.toContain("13800138001");
    expect(line.endsWith("\n")).toBe(true);
    expect(parseRecords("x", line).records).toEqual([
      { ...record, text: expect.stringContaining("138****8001"), answer: expect.stringContaining("138****8001") },
    ]);
  });
});

describe("hits", () => {
  it.each([
    [{}, true],
    [{ from: "2026-06-01" }, true],
    [{ from: "2026-06-02" }, false],
    [{ to: "2026-06-01" }, true],
    [{ to: "2026-05-31" }, false],
    [{ from: "2026-06-01T23:30", to: "2026-06-01T23:30" }, true],
    [{ to: "2026-06-01T23:29" }, false],
  ])("%j holds late evening: %s", (period, yes) => {
    expect(inPeriod(record.time, period)).toBe(yes);
  });

  it("counts entries, sessions and what was not answered", () => {
    const later = { ...record, time: "2026-06-02T01:00:00+09:00" };
    const latest = { ...record, session: "s2", time: "2026-06-01T23:45:00+08:00" };
    const none: InteractionRecord = { ...record, decision: "fallback", entry: null };
    const counts = countHits([record, latest, later, none]);
    expect(counts).toMatchObject({ turns: 4, sessions: 2, unanswered: 1 });
    // 01:00 in Tokyo is midnight in Beijing, fifteen minutes after the record that reads later in no other way.
    expect(counts.entries.get("E1")).toEqual({ hits: 3, last: later.time });
  });
});
