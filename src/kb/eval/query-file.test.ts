import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeTable } from "../../tables/write.js";
import { readQueries } from "./query-file.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const short = async (file: string, content: string | Uint8Array, idField?: string) => {
  const read = await readQueries(
    file,
    typeof content === "string" ? bytes(content) : content,
    idField === undefined ? {} : { idField },
  );
  return read.queries.map(({ q, expected, kind, split }) => ({ q, expected, kind, split }));
};

describe("readQueries", () => {
  it("reads one object a line, with lists of ids, single ids and none", async () => {
    const text = [
      '{"q": "怎么退货", "ids": ["A", 7], "kind": "hard", "split": "dev"}',
      '{"q": "在吗", "ids": []}',
      "",
      '{"q": "运费", "ids": "B"}',
    ].join("\n");
    const { queries } = await readQueries("q.jsonl", bytes(text));
    expect(queries.map(({ expected }) => expected)).toEqual([["A", "7"], [], ["B"]]);
    expect(queries[0]).toMatchObject({ kind: "hard", split: "dev" });
    expect(queries[2]!.where).toEqual({ file: "q.jsonl", line: 4 });
  });

  it.each([
    ["q.jsonl", ""],
    ["q.json", " \n"],
    ["q.csv", ""],
    ["q.csv", "q,ids\n"],
  ])("says that %s with %j holds no question", async (file, text) => {
    await expect(readQueries(file, bytes(text))).rejects.toMatchObject({ kind: "input", key: "kb.eval.no-queries" });
  });

  it("reads JSON under the name of a table by its content", async () => {
    const line = '{"q": "什么是退款", "ids": ["a"]}';
    for (const text of [`${line}\n${line}\n`, `[${line}, ${line}]`, ` [\n ${line},${line}]`]) {
      expect(await short("renamed.xlsx", text)).toHaveLength(2);
      expect(await short("renamed.csv", text)).toHaveLength(2);
    }
  });

  it("knows the names that other sets use", async () => {
    expect(await short("a.jsonl", '{"query": "what is it", "faq_ids": [3, 4]}')).toMatchObject([
      { q: "what is it", expected: ["3", "4"] },
    ]);
    expect(await short("b.csv", "用户问,期望知识ID\n怎么退货,A1\n")).toMatchObject([
      { q: "怎么退货", expected: ["A1"] },
    ]);
    expect(await short("c.jsonl", '{"query": "x", "passage_id": 567}')).toMatchObject([{ expected: ["567"] }]);
  });

  it("takes the ids from the field that is named, and no other", async () => {
    const text = '{"q": "x", "id": "row-1", "answer_key": "A"}';
    expect(await short("a.jsonl", text, "answer_key")).toMatchObject([{ expected: ["A"] }]);
    await expect(readQueries("a.jsonl", bytes(text), { idField: "gold" })).rejects.toMatchObject({
      key: "kb.eval.no-id-field",
      params: { name: "gold" },
    });
  });

  it("reads a line that says id where others say ids, unless id is the line's own", async () => {
    const mixed = '{"q": "a", "ids": ["A", "B"]}\n{"q": "b", "id": "C"}\n{"q": "c", "ids": []}\n{"q": "d"}\n';
    expect((await short("a.jsonl", mixed)).map(({ expected }) => expected)).toEqual([["A", "B"], ["C"], [], []]);
    const numbered = '{"id": "row-1", "q": "a", "ids": ["A"]}\n{"id": "row-2", "q": "b"}\n';
    expect((await short("b.jsonl", numbered)).map(({ expected }) => expected)).toEqual([["A"], []]);
  });

  it("takes lists in a cell apart by any separator and by JSON", async () => {
    const text = 'q,ids\na,1;2\nb,1|2\nc,"1, 2"\nd,"[""1"",2]"\ne,1；2\nf,\n';
    expect((await short("q.csv", text)).map(({ expected }) => expected)).toEqual([
      ...[1, 2, 3, 4, 5].map(() => ["1", "2"]),
      [],
    ]);
  });

  it("keeps the cell whole beside its parts, for ids that hold a comma", async () => {
    const { queries } = await readQueries("q.csv", bytes('q,ids\na,"x,y"\n'));
    expect(queries[0]).toMatchObject({ expected: ["x", "y"], whole: "x,y" });
  });

  it("finds the header of a workbook below its title", async () => {
    const sheet = await writeTable("xlsx", [
      {
        name: "问题",
        header: ["评测", "", ""],
        rows: [
          ["问题", "知识ID", "类型"],
          ["怎么退货", "A1", "口语"],
        ],
      },
    ]);
    const { queries } = await readQueries("q.xlsx", sheet);
    expect(queries).toMatchObject([
      { q: "怎么退货", expected: ["A1"], kind: "口语", where: { sheet: "问题", row: 3 } },
    ]);
  });

  it("reads a JSON list, also inside an object", async () => {
    expect(await short("q.json", '{\n "queries": [\n {"q": "x", "ids": []}\n ]\n}')).toMatchObject([{ q: "x" }]);
    expect(await short("q.json", '[{"q": "x", "id": "A"}]')).toMatchObject([{ q: "x", expected: ["A"] }]);
  });

  it("says which fields there are when none fits", async () => {
    await expect(readQueries("q.csv", bytes("foo,bar\n1,2\n"))).rejects.toMatchObject({
      kind: "input",
      key: "kb.eval.no-question-field",
      params: { fields: "foo, bar" },
    });
    await expect(readQueries("q.csv", bytes("q,bar\n1,2\n"))).rejects.toMatchObject({ key: "kb.eval.no-id-field" });
  });

  it("names the line of broken JSON", async () => {
    await expect(readQueries("q.jsonl", bytes('{"q": "x", "ids": []}\n{"q": oops}\n'))).rejects.toMatchObject({
      key: "kb.format.bad-json",
      where: { file: "q.jsonl", line: 2 },
    });
  });

  it("warns of rows without a question and refuses other formats", async () => {
    const { queries, issues } = await readQueries("q.csv", bytes("q,ids\n ,A\nx,B\n"));
    expect(queries).toHaveLength(1);
    expect(issues).toMatchObject([{ key: "kb.eval.empty-question", where: { row: 2 } }]);
    await expect(readQueries("q.pdf", bytes("x"))).rejects.toMatchObject({ key: "kb.eval.unsupported" });
  });

  it("reads what was written, as lines and as a table", async () => {
    const word = fc.stringMatching(/^[A-Za-z0-9退货_-]{1,8}$/);
    const query = fc.record({ q: word, ids: fc.uniqueArray(word, { maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(query, { minLength: 1, maxLength: 6 }), async (all) => {
        const lines = all.map((one) => JSON.stringify(one)).join("\n");
        const rows = all.map(({ q, ids }) => [q, ids.join(";")]);
        const table = await writeTable("csv", [{ name: "q", header: ["q", "ids"], rows }]);
        const wanted = all.map(({ q, ids }) => ({ q, expected: ids }));
        expect(await short("q.jsonl", lines)).toMatchObject(wanted);
        expect(await short("q.csv", table)).toMatchObject(wanted);
      }),
      { numRuns: 60 },
    );
  });
});
