import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../../stats/random.js";
import { mergeDatasets, type Utterance } from "./dataset.js";
import { splitUtterances } from "./split.js";

const say = (intent: string, text: string): Utterance => ({ intent, text, entities: [] });
const words = [
  "refund",
  "parcel",
  "invoice",
  "colour",
  "address",
  "weather",
  "station",
  "holiday",
  "battery",
  "warranty",
];

const utterances = ["a", "b", "c"].flatMap((intent, i) =>
  Array.from({ length: 30 }, (_, n) =>
    say(intent, `${words[n % 10]} ${words[(n * 7 + i) % 10]} ${words[(n * 3) % 10]} ${n * 37 + i}`),
  ),
);

test("each part gets its share of every intent", async () => {
  const { parts } = await splitUtterances(utterances, { shares: [0.8, 0.2], seed: 1 });
  for (const intent of ["a", "b", "c"]) {
    const tested = utterances.filter((one, at) => one.intent === intent && parts[at] === 1).length;
    expect(tested).toBeGreaterThanOrEqual(5);
    expect(tested).toBeLessThanOrEqual(7);
  }
});

test("folds are of one size", async () => {
  const { parts } = await splitUtterances(utterances, {
    shares: Array.from({ length: 5 }, () => 0.2),
    seed: 3,
  });
  const sizes = [0, 1, 2, 3, 4].map((part) => parts.filter((one) => one === part).length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(3);
});

test("twins stay on one side, across intents and scripts too", async () => {
  const twins = [
    say("a", "请问我的快递现在到哪里了"),
    say("b", "請問我的快遞現在到哪裡了？"),
    say("a", "请问我的快递现在到哪里了呀"),
  ];
  for (let seed = 0; seed < 8; seed++) {
    const all = [...utterances, ...twins];
    const { parts, groups, grouped } = await splitUtterances(all, { shares: [0.5, 0.5], seed });
    expect(new Set(parts.slice(-3)).size).toBe(1);
    expect([groups, grouped]).toEqual([1, 3]);
  }
});

test("the order of the data does not matter, the seed does", async () => {
  const divided = async (some: readonly Utterance[], seed: number) => {
    const merged = mergeDatasets([{ utterances: some, synonyms: [], lookups: [], regexes: [] }]).utterances;
    const { parts } = await splitUtterances(merged, { shares: [0.7, 0.3], seed });
    return merged.map(({ text }, at) => `${text} ${parts[at]}`);
  };
  const once = await divided(utterances, 1);
  expect(await divided(utterances, 2)).not.toEqual(once);
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      expect(await divided(createRandom(seed).shuffle(utterances), 1)).toEqual(once);
    }),
    { numRuns: 10 },
  );
});
