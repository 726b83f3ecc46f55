import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createStaticEncoder } from "../../embed/static-encoder.js";
import { parseAnnotations } from "../../interop/rasa-marks.js";
import { EMPTY_DATASET, mergeDatasets } from "../data/dataset.js";
import { entityFinder } from "./entities.js";
import { tagTokens } from "./tag-tokens.js";
import { learnEntities } from "./tagger-train.js";
import { tokenMeanings } from "./token-meanings.js";
import { groupMiddles } from "./word-groups.js";

const file = (name: string) => readFileSync(new URL(`../../../models/bilingual-static/${name}`, import.meta.url));
const encoder = createStaticEncoder({
  model: file("model.bin"),
  vocab: file("vocab.txt").toString("utf8"),
  config: file("config.json").toString("utf8"),
});
const words = encoder.words!;
const meaningsOf = tokenMeanings(words, groupMiddles(words))!;
const groupsOf = (text: string): number[] => meaningsOf(tagTokens(text)).map(({ group }) => group);

test("words that mean the like are of one group, an unknown one is of none", () => {
  const [monday, thursday, plumber, unknown] = groupsOf("monday thursday plumber qzxvkkj");
  expect(thursday).toBe(monday);
  expect(plumber).not.toBe(monday);
  expect(unknown).toBe(-1);
});

test("each Chinese character knows the word that it is part of, in either script", () => {
  const told = meaningsOf(tagTokens("機場ok去")).map(({ word, place }) => `${word ?? "-"} ${place ?? "-"}`);
  expect(told).toEqual(["机场 first", "机场 last", "- -", "去 all"]);
});

test("the words around the whole of a date tell which end of a span it is", async () => {
  const days = ["3 March", "the 5th of May", "June 8th", "the 21st of July", "9 August 2025", "October 2nd"];
  const lines = days.flatMap((day, i) => [
    `show payments since [${day}](date_from)`,
    `show payments until [${day}](date_to)`,
    `nothing number ${i}`,
  ]);
  const utterances = lines.map((line) => ({ ...parseAnnotations(line), intent: "list" }));
  const data = mergeDatasets([{ ...EMPTY_DATASET, utterances }]);
  const { rules, weights } = await learnEntities(data, undefined, words);
  const found = entityFinder(rules, weights, words)("payments until the 30th of November 2024", "list");
  expect(found).toMatchObject([{ entity: "date_to", text: "the 30th of November 2024" }]);
});
