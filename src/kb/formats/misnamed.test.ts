import { describe, expect, it } from "vitest";
import { parseSource } from "./format.js";

const failure = (file: string, text: string): Promise<unknown> =>
  parseSource(file, Buffer.from(text), { locale: "zh-CN" }).then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a table that is none", () => {
  it.each([
    ["Markdown", ".md", '# 常见问题\n\n## 怎么退？\n\n请说"好"。\n\n- 甲 "x" y\n'],
    ["Markdown", ".md", "# 常见问题\n\n怎么退？请说好。\n\n怎么换？\n"],
    ["JSON", ".json", '[\n  {"问题": "怎么退？", "说明": 1}\n]\n'],
    ["XML", ".xml", "<faq>\n <q>怎么退？</q>\n <a>七天内。</a>\n</faq>\n"],
    ["HTML", ".html", '<div class="x">\n<h2>怎么退？</h2>\n</div>\n'],
  ])("is named as %s", async (kind, ending, text) => {
    expect(await failure("b.csv", text)).toMatchObject({
      kind: "input",
      key: "kb.format.looks-like",
      params: { file: "b.csv", named: ".csv", kind, ending },
    });
  });

  it("keeps its own error when it is a table", async () => {
    expect(await failure("b.csv", '问题,答案\n#1 怎么退,"七天\n')).toMatchObject({ key: "kb.format.csv-open-quote" });
    expect(await failure("b.csv", "甲,乙\n一,二\n")).toMatchObject({ key: "kb.format.unknown-columns" });
  });

  it("does not offer .doc among what can be read", async () => {
    const error = (await failure("a.exe", "x")) as { params: { known: string } };
    expect(error.params.known.split(" ")).toContain(".docx");
    expect(error.params.known.split(" ")).not.toContain(".doc");
  });
});
