import { describe, expect, it } from "vitest";
import { faqEntry, indexOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import { normalise } from "../../text/normalise.js";
import type { AnswerVariant } from "../entry.js";
import { type QueryFilter, wallClock } from "./filter.js";

const answer = (more: Partial<AnswerVariant> = {}): AnswerVariant => ({
  text: "答",
  format: "text",
  links: [],
  ...more,
});

const entries = [
  faqEntry("always", "一"),
  faqEntry("march", "二", { effective: { from: "2026-03-01", until: "2026-03-31" } }),
  faqEntry("morning", "三", { effective: { from: "2026-03-05T09:00", until: "2026-03-05T12:00" } }),
  faqEntry("draft", "四", { status: "draft" }),
  faqEntry("voice", "五", { answers: [answer({ channel: "voice" })] }),
  faqEntry("vip", "六", { answers: [answer({ tier: "vip" })] }),
  faqEntry("vip by voice", "七", { answers: [answer({ tier: "vip", channel: "voice" }), answer({ channel: "web" })] }),
  faqEntry("not abroad", "八", { negative: ["海外", "tea"] }),
].map((entry, row) => ({ ...entry, source: { file: "a.csv", row } }));

async function passing(filter: QueryFilter, query = ""): Promise<string[]> {
  const index = await indexOf(entries, wordEmbedder());
  const accept = index.acceptor(filter, normalise(query));
  return entries.filter((_, number) => accept(number)).map(({ id }) => id);
}

const general = ["always", "march", "morning", "not abroad"];

describe("the filter", () => {
  it("lets through what is online, whatever its dates, channels and tiers, when nothing else is asked", async () => {
    expect(await passing({})).toEqual(entries.map(({ id }) => id).filter((id) => id !== "draft"));
    expect(await passing({ statuses: ["draft"] })).toEqual(["draft"]);
    expect(await passing({ statuses: [] })).toEqual([]);
  });

  it.each([
    ["2026-02-28T23:59:59", ["always", "not abroad"]],
    ["2026-03-01T00:00:00", ["always", "march", "not abroad"]],
    ["2026-03-31T23:59:59+08:00", ["always", "march", "not abroad"]],
    ["2026-04-01T00:00:00", ["always", "not abroad"]],
    ["2026-03-05T09:00:00", general],
    ["2026-03-05T12:00:01", ["always", "march", "not abroad"]],
  ])("keeps to the effective period at %s", async (at, expected) => {
    expect(await passing({ at, channel: "keypad" })).toEqual(expected);
  });

  it("keeps to channel and tier", async () => {
    expect(await passing({ channel: "web" })).toEqual([...general.slice(0, 3), "vip by voice", "not abroad"]);
    expect(await passing({ channel: "voice" })).toEqual([...general.slice(0, 3), "voice", "not abroad"]);
    expect(await passing({ channel: "voice", tier: "vip" })).toEqual([
      ...general.slice(0, 3),
      "voice",
      "vip",
      "vip by voice",
      "not abroad",
    ]);
    expect(await passing({ channel: "web", tier: "vip" })).toEqual([
      ...general.slice(0, 3),
      "vip",
      "vip by voice",
      "not abroad",
    ]);
  });

  it("leaves out an entry whose negative keyword stands in the query, in any script, Latin ones as whole words", async () => {
    expect(await passing({ channel: "keypad" }, "寄到海 外要多久")).not.toContain("not abroad");
    expect(await passing({ channel: "keypad" }, "a TEA pot")).not.toContain("not abroad");
    expect(await passing({ channel: "keypad" }, "my team")).toContain("not abroad");
  });
});

describe("wall-clock time", () => {
  it("takes dates and date-times and nothing else", () => {
    expect(wallClock("2026-03-01")).toBe(Date.UTC(2026, 2, 1));
    expect(wallClock("2026-03-01", true)).toBe(Date.UTC(2026, 2, 2) - 1);
    expect(wallClock("2026-03-01T08:30+08:00")).toBe(Date.UTC(2026, 2, 1, 8, 30));
    expect(wallClock("tomorrow")).toBeNaN();
  });
});
