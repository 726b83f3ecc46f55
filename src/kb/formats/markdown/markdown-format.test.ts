import { describe, expect, it } from "vitest";
import { parseSource } from "../format.js";
import type { ParsedSource } from "../source-format.js";

function markdown(lines: readonly string[]): Promise<ParsedSource> {
  return parseSource("faq/a.md", Buffer.from(lines.join("\n")), { locale: "zh-CN" });
}

describe("a Markdown FAQ", () => {
  it("with headings: the lowest are questions, those above are the category", async () => {
    const { entries, issues } = await markdown([
      ...["# 政务", "", "## 社保", "", "### 社保怎么转？", "", "知识ID：GV-1", "", "生效时间：2026-01-01", ""],
      ...[
        "相似问：",
        "",
        "- 社保转移",
        "- 换城市工作，社保怎么办",
        "",
        "先在新单位参保。",
        "",
        "1. 打开 App",
        "2. 提交",
        "",
      ],
      ...["| 项目 | 天数 |", "| --- | --- |", "| 审核 | 15 |", "", "### 断缴有影响吗？", "", "状态：草稿", "", "有。"],
    ]);
    expect(issues).toEqual([]);
    expect(entries).toMatchObject([
      {
        id: "GV-1",
        category: "政务/社保",
        question: "社保怎么转？",
        effective: { from: "2026-01-01" },
        similar: ["社保转移", "换城市工作，社保怎么办"],
        answers: [
          {
            format: "markdown",
            text: "先在新单位参保。\n\n1. 打开 App\n2. 提交\n\n| 项目 | 天数 |\n| --- | --- |\n| 审核 | 15 |",
          },
        ],
        source: { file: "faq/a.md", line: 5, heading: "政务/社保" },
      },
      { question: "断缴有影响吗？", status: "draft", answers: [{ text: "有。" }], source: { line: 25 } },
    ]);
  });

  it("with 问：/答： in bold and in plain lines, and Q:/A:", async () => {
    const { entries } = await markdown([
      ...[
        "# FAQ",
        "",
        "## 课程",
        "",
        "**问：能退费吗？**",
        "",
        "答：可以：",
        "",
        "- 开课前全额",
        "",
        "知识ID：ED-1",
        "",
      ],
      ...[
        "问：怎么请假？",
        "答：在 App 里申请。",
        "",
        "**Q2:** How long is a class?",
        "A: 45 minutes.",
        "```",
        "Q: not a question",
        "```",
      ],
    ]);
    expect(
      entries.map(({ id, category, question, answers }) => [id.slice(0, 2), category, question, answers[0]!.text]),
    ).toEqual([
      ["ED", "课程", "能退费吗？", "可以：\n\n- 开课前全额"],
      ["k-", "课程", "怎么请假？", "在 App 里申请。"],
      ["k-", "课程", "How long is a class?", "45 minutes.\n```\nQ: not a question\n```"],
    ]);
  });

  it("keeps text that only looks like attributes", async () => {
    const { entries } = await markdown([
      "## 几点开门？",
      "",
      "开始时间：9:00",
      "结束时间：18:00",
      "",
      "状态：在“我的订单”里看，状态会变。",
    ]);
    expect(entries[0]!.answers[0]!.text).toBe("开始时间：9:00\n结束时间：18:00\n\n状态：在“我的订单”里看，状态会变。");
    expect(entries[0]!.effective).toEqual({});
  });

  it("takes answer variants, comments and rules apart", async () => {
    const { entries } = await markdown([
      "## 怎么退？",
      "",
      "<!-- 内部 -->",
      "三天。",
      "",
      "答案[语音]：三天内到账。",
      "",
      "---",
      "",
    ]);
    expect(entries[0]!.answers).toMatchObject([{ text: "三天。" }, { text: "三天内到账。", channel: "voice" }]);
  });

  it("with a question in its front matter is one entry, with the lines counted as in the file", async () => {
    const one = await markdown([
      "---",
      "id: 74eb",
      "question: Can I still join?",
      "---",
      "",
      "Yes.",
      "",
      "## Note",
      "Soon.",
    ]);
    expect(one.entries).toMatchObject([
      { id: "74eb", question: "Can I still join?", answers: [{ text: "Yes.\n\n## Note\nSoon." }] },
    ]);
    const other = await markdown(["---", "title: x", "---", "## 怎么退？", "三天。"]);
    expect(other.entries[0]).toMatchObject({ question: "怎么退？", source: { line: 4 } });
  });

  it("tells of text that belongs to no question, and of files without any", async () => {
    const parsed = await markdown([
      "# 说明",
      "",
      "这里是介绍。",
      "",
      "## 怎么退？",
      "",
      "三天。",
      "",
      "## 这里是空的吗？",
    ]);
    expect(parsed.entries).toHaveLength(1);
    expect(parsed.issues.map(({ key, where }) => [key, where?.line])).toEqual([
      ["kb.format.text-outside", 1],
      ["kb.format.no-answer", 9],
    ]);
    expect((await markdown(["# 只有标题"])).issues.at(-1)).toMatchObject({
      severity: "warning",
      key: "kb.format.no-entries",
    });
    await expect(markdown([" "])).rejects.toMatchObject({ kind: "input", key: "kb.format.empty" });
  });
});
