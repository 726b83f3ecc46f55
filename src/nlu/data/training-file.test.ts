import fc from "fast-check";
import { expect, test } from "vitest";
import { writeTable } from "../../tables/write.js";
import { parseTrainingFile } from "./training-file.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (file: string, text: string) => parseTrainingFile(file, bytes(text));
const keys = (issues: readonly { key: string; where?: { row?: number; line?: number } }[]) =>
  issues.map(({ key, where }) => `${key} ${where?.row ?? where?.line ?? ""}`.trim());

test.each([
  ["text,category\nhi,greet\n", "greet"],
  ["category,Utterance,Intent\nX,hi,greet\n", "greet"],
  ["序号,例句,意图\n1,hi,greet\n", "greet"],
  ["question,label\nhi,greet\n", "greet"],
])("columns are known by their names: %j", async (csv, intent) => {
  const { dataset, issues } = await read("a.csv", csv);
  expect(issues).toEqual([]);
  expect(dataset.utterances).toMatchObject([{ text: "hi", intent }]);
});

const bare = (n: number) => Array.from({ length: n }, (_, i) => `alarm_${i % 3},x,wake me up at ${i}\n`).join("");

test("a table without a header is read by what its columns hold, and says so", async () => {
  const { dataset, issues } = await read("a.csv", bare(12));
  expect(issues).toMatchObject([{ key: "nlu.data.no-header", params: { text: "C", intent: "A" } }]);
  expect(dataset.utterances).toHaveLength(12);
  expect(dataset.utterances[0]).toMatchObject({ text: "wake me up at 0", intent: "alarm_0", where: { row: 1 } });
});

test("a header that is not known is not taken for an example, nor are columns guessed in few rows", async () => {
  expect(keys((await read("a.csv", `what,flag,phrase\n${bare(12)}`)).issues)).toEqual(["nlu.data.columns 1"]);
  expect(keys((await read("a.csv", bare(4))).issues)).toEqual(["nlu.data.columns 1"]);
});

test("entities come as spans, or as tags of tokens", async () => {
  const spans =
    '{"text": " 去北京", "intent": "go", "entities": [{"start": 2, "end": 4, "entity": "city", "role": "to"}]}\n';
  const tags =
    '{"text": "今天会下雨吗？", "intent": "w", "tokens": ["今天","会","下","雨","吗？"], "bio": ["B-day","O","B-what","I-what","O"]}';
  const { dataset, issues } = await read("a.jsonl", spans + tags);
  expect(issues).toEqual([]);
  expect(dataset.utterances.map(({ entities }) => entities)).toEqual([
    [{ start: 1, end: 3, entity: "city", role: "to" }],
    [
      { start: 0, end: 2, entity: "day" },
      { start: 3, end: 5, entity: "what" },
    ],
  ]);
});

test("what is wrong is told with its line", async () => {
  const lines = [
    '{"text": "x"}',
    '{"text": " ", "intent": "a"}',
    "nonsense",
    '{"text": "x", "intent": "a", "entities": [{"start": 0, "end": 9, "entity": "e"}]}',
  ];
  const { issues } = await read("a.jsonl", lines.join("\n"));
  expect(keys(issues)).toEqual(["nlu.data.json 1", "nlu.data.row 2", "nlu.data.not-json 3", "nlu.data.spans 4"]);
});

test("out of scope is spelt one way", async () => {
  const { dataset } = await read("a.csv", "text,intent\nhi,OOS\nho,oos\nhe,oosx\n");
  expect(dataset.utterances.map(({ intent }) => intent)).toEqual(["oos", "oos", "oosx"]);
});

test("of a file with several parts those are read that are named", async () => {
  const parts = '{"train": [["hi", "greet"]], "oos_train": [["rain", "oos"]], "test": [["hello", "greet"]]}';
  expect((await read("d.json", parts)).issues).toMatchObject([
    { severity: "error", key: "nlu.data.parts", params: { example: "d.json#train" }, where: { file: "d.json" } },
  ]);
  const { dataset, issues } = await read("d.json#train+oos_train", parts);
  expect(issues).toEqual([]);
  expect(dataset.utterances.map(({ text }) => text)).toEqual(["hi", "rain"]);
  expect(keys((await read("d.json#dev", parts)).issues)).toEqual(["nlu.data.no-part"]);
  expect(keys((await read("d.json", '{"a": 1}')).issues)).toEqual(["nlu.data.form"]);
});

test("any text and intent come back from a table and from lines of JSON", async () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }).map((text) => text.replace(/\s|\0/gu, "_"));
  const rows = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, async (pairs) => {
      const wanted = pairs.map(([text, intent]) => [text.trim(), intent.trim().replace(/^oos$/iu, "oos")]);
      const table = await writeTable("csv", [{ name: "x", header: ["text", "intent"], rows: pairs }]);
      const lines = pairs.map(([text, intent]) => JSON.stringify({ text, intent })).join("\n");
      for (const { dataset } of [await parseTrainingFile("a.csv", table), await read("a.jsonl", lines)]) {
        expect(dataset.utterances.map(({ text, intent }) => [text, intent])).toEqual(wanted);
      }
    }),
    { numRuns: 40 },
  );
});
