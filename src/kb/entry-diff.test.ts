import { describe, expect, it } from "vitest";
import type { FaqEntry } from "./entry.js";
import { diffEntries } from "./entry-diff.js";
import type { FieldDiff } from "./entry-diff.js";

const base: FaqEntry = {
  id: "BK-1",
  category: "银行/卡",
  question: "怎么挂失",
  similar: ["卡丢了怎么办", "如何挂失"],
  answers: [{ text: "请拨打95000挂失。", format: "text", links: [] }],
  related: ["BK-2"],
  negative: [],
  effective: { until: "2026-12-31" },
  status: "online",
  tags: { 部门: "运营" },
  source: { file: "faq/bank.csv", row: 2 },
  hash: "",
};

const shown = ({ field, part, change, pieces }: FieldDiff): string =>
  `${change} ${field}${part === undefined ? "" : `[${part}]`} ${pieces
    .map(({ kind, text }) => (kind === "same" ? text : kind === "old" ? `[-${text}-]` : `{+${text}+}`))
    .join("")}`;

describe("diffEntries", () => {
  it("names each field that changed, word by word", () => {
    const after: FaqEntry = {
      ...base,
      category: "银行/银行卡",
      similar: ["如何挂失", "银行卡不见了"],
      answers: [
        { text: "请拨打95588挂失。", format: "text", links: [] },
        { text: "Call 95588.", format: "text", locale: "en", channel: "voice", links: [] },
      ],
      effective: { from: "2026-01-01", until: "2026-12-31" },
      status: "offline",
      tags: { 部门: "客服", 级别: "高" },
      related: [],
      negative: ["信用卡"],
    };
    const diff = diffEntries(base, after);
    expect(diff).toMatchObject({ change: "changed", id: "BK-1", question: "怎么挂失", source: { row: 2 } });
    expect(diff.fields.map(shown)).toEqual([
      "changed category 银行/{+银行+}卡",
      "removed similar [-卡丢了怎么办-]",
      "added similar {+银行卡不见了+}",
      "changed answer 请拨打[-95000-]{+95588+}挂失。",
      "added answer[voice/en] {+Call 95588.+}",
      "changed status [-online-]{+offline+}",
      "added from {+2026-01-01+}",
      "added tag {+级别=高+}",
      "changed tag[部门] [-运营-]{+客服+}",
      "removed related [-BK-2-]",
      "added negative {+信用卡+}",
    ]);
  });

  it("does not count the order of similar questions, nor where an entry stands", () => {
    const moved = { ...base, similar: [...base.similar].reverse(), source: { file: "faq/bank.csv", row: 9 } };
    expect(diffEntries(base, moved).fields).toEqual([]);
  });

  it("shows an entry that comes or goes with all it holds, without saying its question twice", () => {
    const added = diffEntries(undefined, base);
    expect(added.change).toBe("added");
    expect(added.fields.map(({ field }) => field)).toEqual([
      "category",
      "similar",
      "similar",
      "answer",
      "until",
      "tag",
      "related",
    ]);
    const removed = diffEntries({ ...base, status: "draft" }, undefined);
    expect(removed).toMatchObject({ change: "removed", question: "怎么挂失" });
    expect(removed.fields.map(shown)).toContain("removed status [-draft-]");
  });

  it("tells several answers for the same callers apart, and a change of format alone", () => {
    const two = (format: "text" | "markdown"): FaqEntry => ({
      ...base,
      answers: [
        { text: "甲", format: "text", links: [] },
        { text: "乙", format, links: [] },
      ],
    });
    expect(diffEntries(two("text"), two("markdown")).fields.map(shown)).toEqual([
      "changed answer[#2] {+(markdown) +}乙",
    ]);
  });
});
