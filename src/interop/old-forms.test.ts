import { expect, test } from "vitest";
import { parseFiles } from "./formats.js";
import type { FormatId, SourceFile } from "./format.js";

const source = (file: string, text: string): SourceFile => ({ file, text, bytes: new TextEncoder().encode(text) });
const read = (file: string, text: string, from?: FormatId) => parseFiles([source(file, text)], from);

test("Rasa's Markdown: bullets of all kinds, comments, files of words, headings with one sign", async () => {
  const { dataset, losses } = await read(
    "nlu.md",
    "<!-- made by hand\n- not this -->\n## intent: order\n- a [big](size:large) one\n* two\n+ three\n\n# intent:bye\n- bye\n\n" +
      "## synonym:large\n- big\n\n## regex:zip\n- [0-9]{5}\n\n## lookup:city\n  data/cities.txt\n",
  );
  expect(dataset.utterances).toMatchObject([
    {
      text: "a big one",
      intent: "order",
      entities: [{ start: 2, end: 5, entity: "size", value: "large" }],
      where: { line: 4 },
    },
    { text: "two" },
    { text: "three" },
    { text: "bye", intent: "bye" },
  ]);
  expect(dataset.synonyms).toEqual([{ value: "large", variants: ["big"] }]);
  expect(dataset.regexes).toEqual([{ entity: "zip", patterns: ["[0-9]{5}"] }]);
  expect(losses).toMatchObject([{ kind: "lookup-file", example: "data/cities.txt", where: { line: 18 } }]);
});

test("Rasa's JSON: values equal to the words are none", async () => {
  const data = {
    rasa_nlu_data: {
      common_examples: [
        { text: "to Rome", intent: "go", entities: [{ start: 3, end: 7, value: "Rome", entity: "city" }] },
        { text: "to NYC", intent: "go", entities: [{ start: 3, end: 6, value: "New York", entity: "city" }] },
      ],
      lookup_tables: [{ name: "city", elements: ["Rome"] }],
      entity_synonyms: [{ value: "New York", synonyms: ["NYC"] }],
    },
  };
  const { dataset, formats } = await read("data.json", JSON.stringify(data));
  expect(formats).toEqual(["rasa-json"]);
  expect(dataset.utterances.map(({ entities }) => entities)).toEqual([
    [{ start: 3, end: 7, entity: "city" }],
    [{ start: 3, end: 6, entity: "city", value: "New York" }],
  ]);
});

test(".lu: roles, marks within marks, lists, older definitions; patterns and references are no examples", async () => {
  const text =
    "> !# @app.name = travel\n> a note\n# Book\n- to {@city:to=Rome} on {@when={@day=Friday} noon}\n- [please] book\n" +
    "- (fly|go) there\n- a (nice) one\n- {@city}\n- [all](./other.lu#Book)\n\n## None\n- hello\n\n" +
    "@ list colour =\n\t- red :\n\t\t- crimson\n\t\t- rouge\n@ prebuilt number\n@ regex order = /A[0-9]+/\n" +
    "$size:big=\n- large; huge\n$PREBUILT:datetimeV2\n# ? What is this\n```\nAn answer\n```\n";
  const { dataset, losses } = await read("a.lu", text);
  expect(dataset.utterances.map(({ text: words, intent, entities }) => [words, intent, entities])).toEqual([
    [
      "to Rome on Friday noon",
      "Book",
      [
        { start: 3, end: 7, entity: "city", role: "to" },
        { start: 11, end: 22, entity: "when" },
        { start: 11, end: 17, entity: "day" },
      ],
    ],
    ["a (nice) one", "Book", []],
    ["hello", "oos", []],
  ]);
  expect(dataset.lookups).toEqual([
    { entity: "colour", words: ["red", "crimson", "rouge"] },
    { entity: "size", words: ["big", "large", "huge"] },
  ]);
  expect(dataset.regexes).toEqual([{ entity: "order", patterns: ["A[0-9]+"] }]);
  expect(losses.map(({ kind, where }) => [kind, where?.line])).toEqual([
    ["template", 5],
    ["template", 6],
    ["template", 8],
    ["reference", 9],
    ["prebuilt", 18],
    ["prebuilt", 22],
    ["answers", 23],
  ]);
});

test("Dialogflow ES: types and parameters become entities and roles, the rest is told", async () => {
  const part = (words: string, meta?: string, alias?: string) => ({
    text: words,
    ...(meta === undefined ? {} : { meta, alias }),
  });
  const files = {
    "agent/agent.json": { language: "en" },
    "agent/intents/go.json": {
      name: "Go There",
      contexts: ["cart"],
      responses: [{ messages: [{ speech: "ok" }], parameters: [{ name: "day", required: true }] }],
    },
    "agent/intents/go_usersays_en.json": [
      { data: [part("to "), part("Rome", "@city", "city"), part(" from "), part("Oslo", "@city", "origin")] },
      { data: [part("on "), part("Friday", "@sys.date", "date1"), part(" 5", "@sys.ignore", "n")] },
      { data: [part("to @city:city")], isTemplate: true },
    ],
    "agent/intents/fallback.json": { name: "Default Fallback Intent", fallbackIntent: true, responses: [] },
    "agent/intents/fallback_usersays_en.json": [{ data: [part("what is love")] }],
    "agent/intents/empty.json": { name: "empty", responses: [] },
    "agent/entities/city.json": { name: "city", isEnum: false },
    "agent/entities/city_entries_en.json": [{ value: "Rome", synonyms: ["Rome", "Roma"] }],
    "agent/entities/flight.json": { name: "flight", isRegexp: true },
    "agent/entities/flight_entries_en.json": [{ value: "[A-Z]{2}\\d{3}", synonyms: ["[A-Z]{2}\\d{3}"] }],
  };
  const { dataset, losses, formats } = await parseFiles(
    Object.entries(files).map(([file, value]) => source(file, JSON.stringify(value))),
  );
  expect(formats).toEqual(["dialogflow"]);
  expect(dataset.utterances.map(({ text, intent, entities }) => [text, intent, entities])).toEqual([
    [
      "to Rome from Oslo",
      "Go There",
      [
        { start: 3, end: 7, entity: "city" },
        { start: 13, end: 17, entity: "city", role: "origin" },
      ],
    ],
    ["on Friday 5", "Go There", [{ start: 3, end: 9, entity: "date" }]],
    ["to @city:city", "Go There", []],
    ["what is love", "oos", []],
  ]);
  expect(dataset.lookups).toEqual([{ entity: "city", words: ["Rome", "Roma"] }]);
  expect(dataset.regexes).toEqual([{ entity: "flight", patterns: ["[A-Z]{2}\\d{3}"] }]);
  expect(losses.map(({ kind }) => kind).sort()).toEqual(
    ["answers", "context", "empty-intent", "settings", "slot-filling", "template"].sort(),
  );
});

test("LUIS: the end of a span counts, None is out of scope, sub-entities are told", async () => {
  const app = {
    luis_schema_version: "7.0.0",
    intents: [{ name: "go" }, { name: "None" }, { name: "unused" }],
    entities: [{ name: "trip" }, { name: "city" }],
    utterances: [
      {
        text: "to Rome",
        intent: "go",
        entities: [{ entity: "trip", startPos: 0, endPos: 6, children: [{ entity: "city", startPos: 3, endPos: 6 }] }],
      },
      { text: "hello", intent: "None", entities: [] },
    ],
    closedLists: [{ name: "cityList", subLists: [{ canonicalForm: "Rome", list: ["Roma"] }] }],
    prebuiltEntities: [{ name: "number" }],
  };
  const { dataset, losses } = await read("app.json", JSON.stringify(app));
  expect(dataset.utterances[0]!.entities).toEqual([
    { start: 0, end: 7, entity: "trip" },
    { start: 3, end: 7, entity: "city" },
  ]);
  expect(dataset.utterances[1]!.intent).toBe("oos");
  expect(dataset.lookups).toEqual([{ entity: "city", words: ["Rome", "Roma"] }]);
  expect(losses.map(({ kind }) => kind)).toEqual(["entity-composite", "empty-intent", "prebuilt"]);
});

test("nlp.js: answers and slots are told, `@name` is a placeholder", async () => {
  const corpus = {
    name: "c",
    locale: "zh-CN",
    entities: {
      hero: { options: { batman: ["batman", "dark knight"] } },
      order: { regex: ["/\\d{8,}/g"] },
      mail: "/x@y/",
    },
    data: [
      { intent: "ask", utterances: ["who is @hero", "谁"], answers: ["…"], slotFilling: { hero: { mandatory: true } } },
      { intent: "None", utterances: ["whatever"] },
    ],
  };
  const { dataset, losses } = await read("corpus.json", JSON.stringify(corpus));
  expect(dataset.utterances.map(({ text, intent }) => [text, intent])).toEqual([
    ["who is @hero", "ask"],
    ["谁", "ask"],
    ["whatever", "oos"],
  ]);
  expect(dataset.regexes).toEqual([
    { entity: "order", patterns: ["\\d{8,}"] },
    { entity: "mail", patterns: ["x@y"] },
  ]);
  expect(dataset.synonyms).toEqual([{ value: "batman", variants: ["dark knight"] }]);
  expect(losses.map(({ kind }) => kind)).toEqual(["answers", "slot-filling", "template"]);
});
