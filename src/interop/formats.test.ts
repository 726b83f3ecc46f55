import { expect, it } from "vitest";
import { parseFiles, writeFormat } from "./formats.js";
import { sourceFile } from "./source-file.js";

it("spells what is out of scope one way, however it is written", async () => {
  const table = await sourceFile("a.csv", new TextEncoder().encode("text,intent\nhello,greet\nsing,OOS\ndance,oos\n"));
  const { dataset } = await parseFiles([table]);
  expect(dataset.utterances.map(({ intent }) => intent)).toEqual(["greet", "oos", "oos"]);
});

it("says what nlp.js and LUIS keep beside a corpus", async () => {
  const corpus = {
    name: "c",
    contextData: "./context.json",
    data: [{ intent: "greet", utterances: ["hello"] }],
    entities: { hero: { trim: [{ position: "after", words: ["from"] }] } },
  };
  const app = {
    luis_schema_version: "7.0.0",
    intents: [{ name: "order" }],
    entities: [
      { name: "pizza", children: [{ name: "size" }] },
      { name: "city", children: [] },
    ],
    utterances: [{ text: "a large pizza", intent: "order", entities: [] }],
  };
  const files = Object.entries({ "corpus.json": corpus, "luis.json": app });
  const { losses } = await parseFiles(
    await Promise.all(files.map(([name, value]) => sourceFile(name, new TextEncoder().encode(JSON.stringify(value))))),
  );
  expect(losses.map(({ kind, example }) => [kind, example])).toEqual([
    ["context", "contextData"],
    ["template", "hero: trim"],
    ["entity-composite", "pizza"],
  ]);
});

it("writes the same spans in the same bytes, whatever order their fields were read in", async () => {
  const where = { text: "to Rome", intent: "go" };
  const spans = [
    { start: 3, end: 7, entity: "city", role: "to", value: "rome" },
    { value: "rome", entity: "city", role: "to", end: 7, start: 3 },
  ];
  const written = await Promise.all(
    spans.map(async (span) => {
      const dataset = { utterances: [{ ...where, entities: [span] }], synonyms: [], lookups: [], regexes: [] };
      return (await writeFormat("jsonl", dataset, { name: "n", language: "en" })).files[0]!.content;
    }),
  );
  expect(written[0]).toBe(written[1]);
});
