import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { htmlPage } from "./page-html.js";
import { markdownPage } from "./page-markdown.js";
import type { Page } from "./page.js";

const NASTY = `<script>alert("x")</script> & 'q' | *b*`;

const page: Page = {
  lang: "zh-CN",
  title: `导入报告 ${NASTY}`,
  facts: [["time", "2026-06-01"]],
  blocks: [
    { kind: "note", tone: "bad", text: `第一行\n${NASTY}` },
    { kind: "figures", items: [{ label: "added", value: 3, tone: "good" }] },
    { kind: "table", title: "sources", header: ["file", "entries"], rows: [[NASTY, 12]], more: "more" },
    {
      kind: "changes",
      title: "changes",
      items: [
        {
          mark: "~",
          change: "changed",
          id: "BK-1",
          title: NASTY,
          place: "faq/a.csv:2",
          fields: [
            {
              label: "answer",
              pieces: [
                { kind: "same", text: "退款" },
                { kind: "old", text: "3天" },
                { kind: "new", text: `5天${NASTY}` },
              ],
            },
          ],
        },
      ],
    },
    {
      kind: "findings",
      title: "warnings",
      groups: [
        {
          tone: "bad",
          title: "bad date",
          code: "kb.x",
          count: 900,
          items: [{ place: "a.csv:3", text: NASTY }],
          more: "…",
        },
      ],
    },
  ],
};

describe("htmlPage", () => {
  it("shows every text to the letter and runs none of it", () => {
    const $ = load(htmlPage(page));
    expect($("script").length).toBe(0);
    expect($("h1").text()).toBe(`导入报告 ${NASTY}`);
    expect($("article h3").text()).toContain(NASTY);
    expect($("td").first().text()).toBe(NASTY);
    expect($("details td").last().text()).toBe(NASTY);
    expect($("html").attr("lang")).toBe("zh-CN");
  });

  it("marks what was and what will be", () => {
    const $ = load(htmlPage(page));
    expect($("del").text()).toBe("3天");
    expect($("ins").text()).toBe(`5天${NASTY}`);
  });

  it("needs nothing from elsewhere", () => {
    const $ = load(htmlPage(page));
    expect($("[src], link, a[href], img").length).toBe(0);
    expect(htmlPage(page)).not.toMatch(/url\(|@import|https?:/);
  });

  it("shows signs that would turn the direction of a text instead of obeying them", () => {
    const $ = load(htmlPage({ ...page, title: "a\u202Eb\u0000c" }));
    expect($("h1").text()).toBe("a⟨U+202E⟩b\uFFFDc");
  });

  it("opens errors, and keeps other groups shut", () => {
    const shut = {
      ...page,
      blocks: [
        { kind: "findings", title: "w", groups: [{ tone: "warning", title: "t", code: "c", count: 1, items: [] }] },
      ],
    } as const;
    expect(load(htmlPage(page))("details[open]").length).toBe(1);
    expect(load(htmlPage(shut))("details[open]").length).toBe(0);
  });
});

describe("markdownPage", () => {
  it("holds the same, with nothing in it taken for markup", () => {
    const text = markdownPage(page);
    expect(text).toContain("- answer: 退款~~3天~~**5天");
    expect(text).not.toContain("<script>");
    expect(text).toContain("### bad date (900, kb.x)");
    expect(text).toContain("| added |\n| ---: |\n| 3 |");
  });
});
