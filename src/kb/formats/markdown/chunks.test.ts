import { describe, expect, it } from "vitest";
import { chunksOf } from "./chunks.js";
import { markdownFormat } from "./markdown-format.js";

function parse(text: string) {
  return markdownFormat.parse("faq.md", new TextEncoder().encode(text), { locale: "zh-CN" });
}

const filler = (length: number): string => "请在订单页点退款，三天内到账。".repeat(Math.ceil(length / 15));

describe("a long Markdown text", () => {
  it("is cut, and every line of it stands in one part", () => {
    const lines = Array.from({ length: 400 }, (_, at) => `## 问题${at}怎么办？\n\n${filler(60)}`)
      .join("\n\n")
      .split("\n");
    const chunks = [...chunksOf(lines)];
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.flatMap(({ text }) => text.split("\n"))).toEqual(lines);
  });

  it("gives entries with their lines, and links that are said elsewhere", async () => {
    const sections = Array.from({ length: 60 }, (_, at) => `## 问题${at}怎么办？\n\n见[说明][a]。${filler(300)}`);
    const { entries } = await parse(`# 常见问题\n\n${sections.join("\n\n")}\n\n[a]: https://help.example/a\n`);
    expect(entries).toHaveLength(60);
    expect(entries.map(({ source }) => source.line)).toEqual(sections.map((_, at) => 3 + at * 4));
  });

  it("keeps a fence whole, whatever stands in it", async () => {
    const code = Array.from({ length: 900 }, (_, at) => `# 注释${at}？`).join("\n");
    const { entries } = await parse(
      `# 常见问题\n\n## 怎么配置？\n\n\`\`\`\n${code}\n\`\`\`\n\n## 怎么退款？\n\n三天。\n`,
    );
    expect(entries.map(({ question }) => question)).toEqual(["怎么配置？", "怎么退款？"]);
    expect(entries[0]!.answers[0]!.text).toContain("# 注释899？");
  });

  it("reads every row of a table of questions, however many there are", async () => {
    const rows = Array.from({ length: 9000 }, (_, at) => `| 问题${at}怎么办？ | 第${at}天内退回 |`);
    const { entries } = await parse(`# 常见问题\n\n| 问题 | 答案 |\n| --- | --- |\n${rows.join("\n")}\n`);
    expect(entries).toHaveLength(9000);
    expect(entries[8999]!.answers[0]!.text).toBe("第8999天内退回");
    expect(entries[8999]!.source.line).toBe(9004);
  });
});
