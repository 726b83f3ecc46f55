import { describe, expect, it } from "vitest";
import { createRandom } from "../../stats/random.js";
import { EMPTY_DATASET, type Dataset, type Utterance } from "../data/dataset.js";
import type { NluModel, Prediction } from "../model.js";
import { USUAL_COSTS } from "./costs.js";
import { learningCurve, shareOf } from "./learning-curve.js";
import { crossValidate, holdOut, type Measures } from "./run.js";

const utterances = ["refund", "human", "oos"].flatMap((intent, i) =>
  Array.from({ length: 8 }, (_, at): Utterance => ({ text: `${intent} ${at} ${"xyz"[i]!}`, intent, entities: [] })),
);
const data: Dataset = { ...EMPTY_DATASET, utterances };

/** Knows the first words that it has seen often enough, and takes every other text for a refund. */
function model(seen: Dataset, least: number): NluModel {
  const counts = new Map<string, number>();
  for (const { text, intent } of seen.utterances) {
    if (intent !== "oos") counts.set(text.split(" ")[0]!, (counts.get(text.split(" ")[0]!) ?? 0) + 1);
  }
  const info = { operatingPoint: { threshold: 0.5 }, intents: ["human", "refund"] } as unknown as NluModel["info"];
  const predict = (text: string): Promise<Prediction> => {
    const word = text.split(" ")[0]!;
    const known = (counts.get(word) ?? 0) >= least;
    const intent = { name: known ? word : "refund", confidence: known ? 0.9 : 0.4 };
    const scope = { score: intent.confidence, accepted: known };
    return Promise.resolve({ intent, ranking: [intent], scope, entities: [] });
  };
  return { info, predict };
}

const trained: number[] = [];
const train = (seen: Dataset): Promise<NluModel> => {
  trained.push(seen.utterances.length);
  return Promise.resolve(model(seen, 3));
};
const measures: Measures = {
  ...{ seed: 1, noise: [], shares: [], costs: USUAL_COSTS },
  change: (text) => (text.startsWith("human") ? text.replace("human", "hunam") : text),
};

describe("cross-validation", () => {
  it("tests every utterance once a repeat, by a model of the others, in any order of the data", async () => {
    trained.length = 0;
    const evaluation = await crossValidate({ data, train, folds: 4, repeats: 2 }, measures);
    expect(trained).toEqual(Array(8).fill(18));
    expect(evaluation).toMatchObject({ n: 48, method: { folds: 4, repeats: 2, seed: 1 } });
    expect(evaluation.inScope.accuracy).toBe(1);
    expect(evaluation.outOfScope).toMatchObject({ n: 16, recall: 1, auroc: 1 });
    expect(evaluation.operatingPoint.threshold).toBe(0.5);
    expect(evaluation.folds).toHaveLength(8);
    const shuffled = { ...data, utterances: createRandom(5).shuffle(utterances) };
    expect(await crossValidate({ data: shuffled, train, folds: 4, repeats: 2 }, measures)).toEqual(evaluation);
  });

  it("tells how far it is", async () => {
    const seen: number[] = [];
    const onProgress = (done: number, total: number): void => void seen.push(done / total);
    await crossValidate({ data, train, folds: 2, repeats: 1 }, { ...measures, shares: [0.5, 1], onProgress });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it("measures what noise costs, on what it changes", async () => {
    const { noise } = await crossValidate({ data, train, folds: 2, repeats: 2 }, { ...measures, noise: ["typo"] });
    expect(noise).toHaveLength(1);
    // Of sixteen in scope eight are changed, and none of them is understood any more.
    expect(noise![0]).toMatchObject({ kind: "typo", n: 8, unchanged: 8, overall: 0.5 });
    expect(noise![0]!.accuracy).toMatchObject({ before: 1, now: 0, lost: 8, gained: 0 });
    expect(noise![0]!.accuracy!.exact).toBeCloseTo(2 / 2 ** 8, 12);
    expect(noise![0]!.rejected).toEqual({ clean: 0, noisy: 1 });
    expect(noise![0]!.broken[0]).toMatchObject({ intent: "human", predicted: "refund" });
  });

  it("learns from growing shares", async () => {
    const { learningCurve: curve } = await crossValidate(
      { data, train, folds: 2, repeats: 1 },
      { ...measures, shares: [0.25, 0.5, 1] },
    );
    // With four examples of an intent in a fold, three are learnt from with all of them only.
    expect(curve!.points.map(({ share, examples, accuracy }) => [share, examples, accuracy])).toEqual([
      [0.25, 3, 0.5],
      [0.5, 6, 0.5],
      [1, 12, 1],
    ]);
    expect(curve!.intents.map(({ intent, recall, gained }) => [intent, recall, gained])).toEqual([
      ["human", [0, 0, 1], 1],
      ["refund", [1, 1, 1], 0],
    ]);
    expect(curve!.intents[0]!.p).toBeCloseTo(1 / 2 ** 8, 12);
  });
});

describe("a hold-out", () => {
  it("counts an intent that the model does not know as wrong, and entities where they are marked", async () => {
    const test: Utterance[] = [
      { text: "human 1", intent: "human", entities: [{ start: 6, end: 7, entity: "number" }] },
      { text: "hello", intent: "unheard", entities: [] },
      { text: "what", intent: "OOS", entities: [] },
    ];
    const evaluation = await holdOut({ test, model: model(data, 3) }, measures);
    expect(evaluation).toMatchObject({ method: { kind: "hold-out" }, n: 3, correct: 1, inScope: { n: 2, correct: 1 } });
    expect(evaluation.outOfScope.recall).toBe(1);
    expect(evaluation.entities!.micro.exact).toMatchObject({ expected: 1, found: 0, recall: 0 });
    expect(evaluation.confusions).toEqual([
      expect.objectContaining({ expected: "unheard", predicted: "refund", count: 1, accepted: 0, cost: 0.25 }),
    ]);
  });
});

describe("the learning curve", () => {
  it("keeps a share of every intent, a smaller one within a larger one", () => {
    const [quarter, half] = [shareOf(data, 0.25, 1), shareOf(data, 0.5, 1)];
    expect([quarter, half].map((part) => part.utterances.length)).toEqual([6, 12]);
    expect(half.utterances).toEqual(expect.arrayContaining([...quarter.utterances]));
    expect(shareOf(data, 0.01, 1).utterances).toHaveLength(3);
  });

  it("expects mistakes to go on falling as a power of the examples", () => {
    const step = (share: number, wrong: number) => ({
      share,
      examples: [100 * share],
      judgements: Array.from({ length: 1999 }, (_, at) => ({
        ...{ text: String(at), intent: "a", predicted: at < wrong ? "b" : "a", confidence: 1, rank: 1 },
        ...{ score: 1, accepted: true, fold: 0, repeat: 0 },
      })),
    });
    // With half a mistake more, of 2,000: 800, 400, 200: half of them with twice the examples.
    const { forecast, points } = learningCurve([step(0.25, 799), step(0.5, 399), step(1, 199)]);
    expect(points.map(({ examples }) => examples)).toEqual([25, 50, 100]);
    expect(forecast.examples).toBe(200);
    expect(forecast.accuracy).toBeCloseTo(1 - 199 / 1999 / 2, 3);
  });
});
