import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../../stats/random.js";
import { checkDatasets } from "./dataset-check.js";
import { EMPTY_DATASET, intentsOf, mergeDatasets, type Dataset, type Utterance } from "./dataset.js";
import { stratifiedFolds } from "../folds.js";
import { parseTrainingFile } from "./training-file.js";

const say = (intent: string, text: string, line = 1): Utterance => ({
  text,
  intent,
  entities: [],
  where: { file: "a.yml", line },
});
const of = (...utterances: Utterance[]): Dataset => ({ ...EMPTY_DATASET, utterances });
const bytes = (text: string) => new TextEncoder().encode(text);

test("merging sorts, and keeps an utterance once in an intent, with its richest annotation", () => {
  const bare = say("b", "去北京", 9);
  const marked = { ...bare, entities: [{ start: 1, end: 3, entity: "city" }] };
  const merged = mergeDatasets([of(bare, say("a", "z")), of(marked, say("a", "y"))]);
  expect(merged.utterances).toEqual([say("a", "y"), say("a", "z"), marked]);
});

test("the order of files, intents and lines does not matter", () => {
  const utterance = fc.record({ intent: fc.constantFrom("a", "b", "c"), text: fc.string({ maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(utterance, { maxLength: 30 }), fc.integer(), (items, seed) => {
      const all = items.map(({ intent, text }, i) => say(intent, text, i));
      const shuffled = createRandom(seed).shuffle(all);
      const half = Math.floor(all.length / 2);
      expect(mergeDatasets([of(...shuffled.slice(half)), of(...shuffled.slice(0, half))])).toEqual(
        mergeDatasets([of(...all)]),
      );
    }),
  );
});

test("synonyms, lookups and regexes of several files are united", () => {
  const a = { ...EMPTY_DATASET, lookups: [{ entity: "city", words: ["武汉", "北京"] }] };
  const b = {
    ...EMPTY_DATASET,
    lookups: [
      { entity: "city", words: ["北京"] },
      { entity: "a", words: ["x"] },
    ],
  };
  const united = [
    { entity: "a", words: ["x"] },
    { entity: "city", words: ["北京", "武汉"] },
  ];
  expect(mergeDatasets([a, b]).lookups).toEqual(united);
});

test("repeats, contradictions and meagre intents are found over all files", () => {
  const found = checkDatasets([
    of(say("a", "转人工", 2), say("a", "转人工", 3), say("a", "好"), say("b", "轉人工！", 8), say("b", "x")),
    of(say("c", "alone", 7)),
  ]).map(({ severity, key, where }) => `${severity} ${key} ${where?.line}`);
  expect(found).toEqual([
    "warning nlu.data.duplicate 3",
    "warning nlu.data.two-intents 8",
    "warning nlu.data.few 1",
    "warning nlu.data.few 1",
    "warning nlu.data.few 7",
  ]);
  expect(checkDatasets([of(say("a", "x"), say("a", "y"))]).map(({ key }) => key)).toContain("nlu.data.one-intent");
});

test("an intent that elsewhere means what is out of scope is named, with its first example", () => {
  const names = ["out_of_scope", "Out-of-scope", "None", "nlu_fallback", "Default Fallback Intent", "超出范围"];
  const others = ["oos", "OOS", "none_of_these_items", "scope", "refund_fallback"];
  const data = [...names, ...others].flatMap((intent, i) => [say(intent, `b ${i}`, 9), say(intent, `a ${i}`, 4)]);
  const found = checkDatasets([of(...data)]).filter(({ key }) => key === "nlu.data.scope-name");
  expect(found.map(({ params }) => params?.["intent"]).sort()).toEqual(names.sort());
  expect(found.every(({ where }) => where?.line === 4)).toBe(true);
});

test("folds spread every intent evenly and keep twins together", () => {
  const utterances = ["a", "b", "c"].flatMap((intent) => [
    ...Array.from({ length: 10 }, (_, i) => say(intent, `${intent} ${i}`)),
    say(intent, "转人工"),
    say(intent, "轉人工"),
  ]);
  const folds = stratifiedFolds(utterances, 5, 1);
  for (const intent of intentsOf(of(...utterances))) {
    const counts = [0, 0, 0, 0, 0];
    utterances.forEach((utterance, i) => utterance.intent === intent && counts[folds[i]!]!++);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    const twins = utterances.flatMap(({ text, intent: of }, i) =>
      of === intent && /人工/u.test(text) ? [folds[i]] : [],
    );
    expect(new Set(twins).size).toBe(1);
  }
  expect(stratifiedFolds(utterances, 5, 1)).toEqual(folds);
  expect(stratifiedFolds(utterances, 5, 2)).not.toEqual(folds);
});

test("csv and jsonl hold text and intent; what is missing is said with its line", async () => {
  const csv = await parseTrainingFile("t.csv", bytes('id,text,intent\n1,"退款, 谢谢",refund\n2,,refund\n'));
  expect(csv.dataset.utterances).toMatchObject([
    { text: "退款, 谢谢", intent: "refund", where: { file: "t.csv", row: 2 } },
  ]);
  expect(csv.issues).toMatchObject([{ severity: "warning", key: "nlu.data.row", where: { row: 3 } }]);
  const wrong = await parseTrainingFile("t.csv", bytes("a,b\n1,2\n"));
  expect(wrong.issues).toMatchObject([{ severity: "error", key: "nlu.data.columns" }]);
  const lines = await parseTrainingFile("t.jsonl", bytes('{"text":"hi","intent":"greet"}\n\nnull\n{"text":1}\n'));
  expect(lines.dataset.utterances).toMatchObject([{ text: "hi", intent: "greet" }]);
  expect(lines.issues.map(({ where }) => where?.line)).toEqual([3, 4]);
});
