import { describe, expect, it } from "vitest";
import { parseSource } from "../format.js";

function tsv(...rows: string[][]): ReturnType<typeof parseSource> {
  return parseSource("qna.tsv", Buffer.from(rows.map((row) => row.join("\t")).join("\n")), { locale: "en" });
}

describe("a tsv of QnA Maker", () => {
  it("has its follow-up prompts as related entries, by their id or else by what they show", async () => {
    const prompts =
      '"[{""displayOrder"":0,""qnaId"":2,""displayText"":""More""},{""qnaId"":9,""displayText"":""Elsewhere""}]"';
    const { entries } = await tsv(
      ["Question", "Answer", "Source", "Metadata", "Prompts", "QnaId"],
      ["How to pay?", "By card, cash, or cheque, as you like.", "site", "", prompts, "1"],
      ["When are you open?", "Nine, ten, eleven.", "site", "", "[]", "2"],
    );
    expect(entries[0]!.related).toEqual([entries[1]!.id, "Elsewhere"]);
  });

  it("without ids folds the phrasings of one source and answer", async () => {
    const { entries } = await tsv(
      ["Question", "Answer", "Source", "Metadata"],
      ["How to pay?", "By card.", "site", "a:1"],
      ["Payment?", "By card.", "site", "a:1"],
      ["Pay abroad?", "By card.", "other", "a:1"],
    );
    expect(entries.map(({ question, similar }) => [question, similar])).toEqual([
      ["How to pay?", ["Payment?"]],
      ["Pay abroad?", []],
    ]);
  });
});

describe("a mapping", () => {
  it("that names one column for two fields, by letter and by name, is refused", async () => {
    const options = { locale: "zh-CN", map: { question: "A", answer: "标准问" } } as const;
    await expect(parseSource("a.csv", Buffer.from("标准问,答案\n甲？,乙\n"), options)).rejects.toMatchObject({
      key: "kb.table.one-column-twice",
      params: { first: "question", second: "answer", column: "A 标准问" },
    });
  });
});
