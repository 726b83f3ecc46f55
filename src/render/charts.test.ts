import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { curveChart, intervalChart, reliabilityChart } from "./charts.js";
import { matrixChart } from "./matrix.js";
import { htmlPage } from "./page-html.js";
import { markdownPage } from "./page-markdown.js";
import type { PageBlock } from "./page.js";

const curve = (): string =>
  curveChart({
    x: "coverage",
    y: "risk",
    curves: [
      {
        name: "a",
        points: [
          [0, 0],
          [0.5, 0.1],
          [1, 0.4],
        ],
      },
    ],
    marks: { name: "now", points: [[0.5, 0.1]] },
  });

describe("charts", () => {
  const bars = [{ name: "<hard>", value: 0.4, low: 0.2, high: 0.6 }];
  const bins = [{ low: 0.5, high: 0.6, count: 3, confidence: 0.55, accuracy: 0.66 }];
  const words = { score: "score", right: "right", perfect: "perfect", count: "n" };

  it("are SVG in the colours of the page, the same for the same data", () => {
    for (const svg of [curve(), intervalChart(bars, "recall"), reliabilityChart(bins, words)]) {
      expect(svg).toMatch(/^<svg /);
      expect(svg).toContain("var(--");
      expect(svg).not.toMatch(/#0[1-6]0[1-6]0[1-6]/);
    }
    expect(curve()).toBe(curve());
  });

  it("draws 36 intents, the others and what was rejected on the width of a page", () => {
    const names = Array.from({ length: 36 }, (_, at) => `restaurant_suggestion_${at}`);
    const rows = names.map((name) => ({ name, cells: Array(38).fill({ count: 12, tone: "good" }) }));
    const width = / width="(\d+)"/u.exec(matrixChart(rows, [...names, "…", "rejected"]))?.[1];
    expect(Number(width)).toBeLessThanOrEqual(1016);
  });

  it("show a matrix with numbered columns, darker for larger shares of a row", () => {
    const rows = [
      {
        name: "<a>",
        cells: [
          { count: 3, tone: "good" as const },
          { count: 1, tone: "bad" as const },
        ],
      },
      {
        name: "b",
        cells: [
          { count: 0, tone: "bad" as const },
          { count: 2, tone: "good" as const },
        ],
      },
    ];
    const svg = matrixChart(rows, ["<a>", "b"]);
    expect(svg).toMatch(/>1<\/text>.*>2<\/text>.*>&#60;a&#62; 1<\/text>/s);
    expect(svg).toContain("<title>&#60;a&#62; → b: 1/4</title>");
    // 0.12 + 0.48 · 3/4, 1/4 and 1.
    expect([...svg.matchAll(/fill-opacity="([^"]+)"/g)].map(([, value]) => value)).toEqual(["0.48", "0.24", "0.60"]);
  });

  it("escape names", () => {
    const svg = intervalChart(bars, "recall");
    expect(svg).toContain("&lt;hard&gt;");
    expect(svg).not.toContain("<hard>");
  });
});

describe("pages with charts and a search", () => {
  const chart: PageBlock = {
    kind: "chart",
    title: "Risk",
    svg: curve(),
    note: "n",
    header: ["x", "y"],
    rows: [["0", "1"]],
  };
  const table: PageBlock = { kind: "table", title: "All", header: ["q"], rows: [["a"]], search: "Search" };
  const page = (blocks: PageBlock[]) => ({ lang: "en", title: "T", facts: [], blocks });

  it("allow the script of the search by its digest, and none without it", () => {
    const html = htmlPage(page([chart, table]));
    const script = /<script>(.*?)<\/script>/s.exec(html)![1]!;
    expect(html).toContain(`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(html).toContain('<input class="search"');
    expect(htmlPage(page([chart]))).not.toContain("<script");
    expect(htmlPage(page([chart]))).not.toContain("script-src");
  });

  it("show what a chart shows as a table, too", () => {
    expect(htmlPage(page([chart]))).toMatch(/<figure><div><svg role="img" aria-label="Risk".*<td>1<\/td>/s);
    expect(markdownPage(page([chart]))).toContain("| x | y |");
  });
});
