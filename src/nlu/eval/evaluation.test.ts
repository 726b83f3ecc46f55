import { describe, expect, it, test } from "vitest";
import { translator } from "../../messages/catalogue.js";
import { wilson } from "../../stats/intervals.js";
import { compare } from "./compare.js";
import { parseCosts } from "./costs.js";
import { summarise } from "./evaluation.js";
import type { Gate } from "../../stats/gates.js";
import { gateResults, nearestFigure, nearestGate, readGates } from "./gates.js";
import type { Judgement } from "./judgement.js";
import { matrixOf } from "./matrix.js";
import { lengthOf } from "./slices.js";
import { confusionTable } from "./tables.js";

const said = (intent: string, predicted: string | null, more: Partial<Judgement> = {}): Judgement => ({
  ...{ text: `${intent}|${predicted ?? ""}`, intent, predicted, confidence: 0.8, rank: intent === predicted ? 1 : 2 },
  ...{ score: 0.8, accepted: predicted !== null, fold: 0, repeat: 0 },
  ...more,
});

// a: 3 of 5 found; b: 1 of 2; c never, once without a prediction; two lines out of scope, one of them rejected.
const judgements = [
  said("a", "a"),
  said("a", "a", { fold: 1 }),
  said("a", "a", { fold: 1, score: 0.3, accepted: false }),
  said("a", "b", { fold: 1, text: "second", where: { file: "t.yml", line: 4 }, confidence: 0.6 }),
  said("a", "b", { text: "first", confidence: 0.7, rank: 4 }),
  said("b", "b"),
  said("b", "a", { fold: 1, score: 0.2, accepted: false }),
  said("c", null, { rank: null, confidence: 0, score: 0 }),
  said("oos", "a", { rank: null, score: 0.9, fold: 1 }),
  said("oos", "b", { rank: null, score: 0.1, accepted: false }),
];
const hold = { method: { kind: "hold-out" }, threshold: 0.5 } as const;
const evaluation = summarise(judgements, hold);

describe("figures", () => {
  it("are what the counts say", () => {
    expect(evaluation).toMatchObject({ n: 10, correct: 4, accuracy: 0.4, top3: 6 / 8 });
    expect(evaluation.accuracyInterval).toEqual(wilson(4, 10));
    expect(evaluation.inScope).toEqual({ n: 8, correct: 4, accuracy: 0.5, interval: wilson(4, 8) });
    // What is out of scope is taken for a and b, too, but takes no part in their precision.
    expect(evaluation.intents.map((one) => [one.intent, one.support, one.predicted, one.correct])).toEqual([
      ["a", 5, 4, 3],
      ["b", 2, 3, 1],
      ["c", 1, 0, 0],
    ]);
    expect(evaluation.intents[0]).toMatchObject({ precision: 3 / 4, recall: 3 / 5, f1: 6 / 9, rejected: 1 / 5 });
    expect(evaluation.intents[1]!.precisionInterval).toEqual(wilson(1, 3));
    expect(evaluation.intents[1]!.recallInterval).toEqual(wilson(1, 2));
    expect(evaluation.macroF1).toBeCloseTo((6 / 9 + 2 / 5) / 3, 12);
    expect(evaluation.weightedF1).toBeCloseTo((5 * (6 / 9) + 2 * (2 / 5)) / 8, 12);
  });

  it("count what the operating point rejects", () => {
    expect(evaluation.operatingPoint).toEqual({
      threshold: 0.5,
      inScopeAccuracy: 3 / 8,
      inScopeRejected: 3 / 8,
      outOfScopeRecall: 1 / 2,
      decisions: 4 / 10,
    });
    // In scope above 0.1: seven of eight; above 0.9: none.
    expect(evaluation.outOfScope).toMatchObject({ n: 2, recall: 0.5, auroc: 7 / 16 });
    // No score lies below the lowest in scope, 0, which 5 % of eight utterances stand for.
    expect(evaluation.outOfScope.recallAt5).toBe(0);
  });

  it("know nothing of what is not tested", () => {
    const inside = summarise([said("a", "a"), said("a", "z")], hold);
    // An intent that is predicted but not tested does not lower the macro-F1.
    expect(inside.macroF1).toBeCloseTo(2 / 3, 12);
    expect(inside.outOfScope).toEqual({ n: 0, recall: null, interval: null, auroc: null, recallAt5: null });
    expect(inside).not.toHaveProperty("meanOfFolds");
    const outside = summarise([said("oos", null, { accepted: false })], hold);
    expect(outside).toMatchObject({ accuracy: 1, top3: null, inScope: { accuracy: null, interval: null } });
    expect(outside.calibration.ece).toBeNull();
  });

  it("are calibrated over what is in scope", () => {
    const four = [0.9, 0.9, 0.9, 0.9].map((confidence, at) => said("a", at === 0 ? "b" : "a", { confidence }));
    const { calibration } = summarise([...four, said("oos", "a", { confidence: 0.9 })], hold);
    expect(calibration.ece).toBeCloseTo(0.15, 12);
    expect(calibration.bins[9]).toMatchObject({ count: 4, accuracy: 0.75 });
  });
});

test("folds are told apart from what is pooled, and repeats are no new evidence", () => {
  const method = { kind: "cross-validation", folds: 2, repeats: 2, seed: 1 } as const;
  const inside = judgements.filter(({ intent }) => intent !== "oos");
  const again = inside.map((one) => ({ ...one, repeat: 1 }));
  const crossed = summarise([...inside, ...again], { method, threshold: 0.5 });
  expect(crossed.n).toBe(16);
  expect(crossed.accuracyInterval).toEqual(wilson(4, 8));
  expect(crossed.folds!.map(({ n, accuracy }) => [n, accuracy])).toEqual([
    [4, 0.5],
    [4, 0.5],
    [4, 0.5],
    [4, 0.5],
  ]);
  expect(crossed.meanOfFolds).toMatchObject({ accuracy: 0.5, accuracyDeviation: 0 });
});

describe("confusions", () => {
  it("come by cost, with the utterances behind them, the surest first", () => {
    expect(
      evaluation.confusions.map(({ expected, predicted, count, cost }) => [expected, predicted, count, cost]),
    ).toEqual([
      ["a", "b", 2, 2],
      ["oos", "a", 1, 1],
      ["b", "a", 1, 0.25],
      ["c", undefined, 1, 0.25],
    ]);
    expect(evaluation.confusions[0]!.utterances).toEqual([
      { text: "first", confidence: 0.7, accepted: true },
      { text: "second", where: { file: "t.yml", line: 4 }, confidence: 0.6, accepted: true },
    ]);
    expect(evaluation.rejected.map(({ intent, text }) => [intent, text])).toEqual([["a", "a|a"]]);
    // Two for a → b, one for what was let pass, a quarter each for the three rejected.
    expect(evaluation.cost.mean).toBeCloseTo((2 + 1 + 3 * 0.25) / 10, 12);
  });

  it("name an utterance once in a table, however many repeats got it wrong", () => {
    const wrong = (text: string, repeat: number) => said("a", "b", { text, repeat, where: { file: "t.yml", line: 1 } });
    const method = { kind: "cross-validation", folds: 2, repeats: 2, seed: 1 } as const;
    const all = summarise([wrong("x", 0), wrong("x", 1), wrong("y", 0)], { method, threshold: 0.5 });
    const { rows } = confusionTable(all, translator("en"), 5, 2);
    expect(rows.map((row) => row.slice(1, -1))).toEqual([
      [3, "a", "b", "x"],
      ["", "", "", "y"],
    ]);
  });

  it("cost what the user says", () => {
    const costs = parseCosts("b>*=3, oos>a=10, rejected=0, *>b=0.5")!;
    const { confusions } = summarise(judgements, { ...hold, costs });
    expect(confusions.map(({ expected, predicted, cost }) => [expected, predicted, cost])).toEqual([
      ["oos", "a", 10],
      ["a", "b", 1],
      ["b", "a", 0],
      ["c", undefined, 0],
    ]);
    for (const bad of ["", "a>b", "a=1", "a>b>c=1", "a>b=x"]) expect(parseCosts(bad)).toBeUndefined();
  });

  it("fill a matrix of decisions", () => {
    const { intents, rows } = matrixOf(evaluation, 40);
    expect(intents).toEqual(["a", "b", "c"]);
    // By intent, others, rejected.
    expect(rows).toEqual([
      { name: "a", cells: [2, 2, 0, 0, 1] },
      { name: "b", cells: [0, 1, 0, 0, 1] },
      { name: "c", cells: [0, 0, 0, 0, 1] },
      { name: "oos", cells: [1, 0, 0, 0, 1] },
    ]);
    expect(matrixOf(evaluation, 2)).toMatchObject({ intents: ["a", "b"], total: 3 });
  });
});

describe("slices", () => {
  it("tell utterances apart by category, file, language and length", () => {
    const { slices } = summarise(
      [
        said("faq/price", "faq/price", { text: "多少钱", where: { file: "a.yml", line: 1 } }),
        said("faq/price", "faq/time", { text: "这个东西多少錢", where: { file: "b.yml", line: 1 } }),
        said("chat.hello", "chat.hello", { text: "hello there", where: { file: "a.yml", line: 2 } }),
        said("oos", "chat.hello", { text: "what is the meaning of life", where: { file: "a.yml", line: 3 } }),
      ],
      hold,
    );
    expect(
      slices.map(({ by, name, n, accuracy, outOfScopeRecall }) => [by, name, n, accuracy, outOfScopeRecall]),
    ).toEqual([
      ["category", "chat", 1, 1, null],
      ["category", "faq", 2, 0.5, null],
      ["file", "a.yml", 3, 1, 0],
      ["file", "b.yml", 1, 0, null],
      ["language", "en", 2, 1, 0],
      ["language", "zh", 1, 0, null],
      ["language", "zh-Hans", 1, 1, null],
      ["length", "1–3", 2, 1, null],
      ["length", "4–7", 2, 0, 0],
    ]);
  });

  it("count characters of Chinese and words of other scripts", () => {
    expect(lengthOf("我要退款 please, order 12345！")).toBe(7);
    expect(lengthOf("？！")).toBe(0);
  });
});

describe("gates", () => {
  it("hold figures of all utterances and of one intent to their bounds", () => {
    const gates = readGates("accuracy=0.4, recall.b=0.6,ece<=1,precision.nobody=0,outOfScope.auroc=0.9") as Gate[];
    expect(gateResults(gates, evaluation).map(({ figure, sign, value, met }) => [figure, sign, value, met])).toEqual([
      ["accuracy", ">=", 0.4, true],
      ["recall.b", ">=", 0.5, false],
      ["ece", "<=", evaluation.calibration.ece, true],
      ["precision.nobody", ">=", null, false],
      ["outOfScope.auroc", ">=", 7 / 16, false],
    ]);
  });

  it("take names of intents as they are", () => {
    expect(readGates("recall.退款/查询=0.8,f1.a, b=0.5,macrof1=.7")).toMatchObject([
      ...[{ figure: "recall.退款/查询" }, { figure: "f1.a, b" }, { figure: "macroF1" }],
    ]);
  });

  it.each([
    ["", { part: "" }],
    ["accuracy", { part: "accuracy" }],
    ["ece=0.1,accuracy=0.9,", { part: "accuracy=0.9," }],
    ["ece=0.1, speed=1", { part: " speed=1", figure: "speed" }],
    ["accuracy = 90, ece=0.1", { part: "accuracy = 90", most: 1 }],
  ])("that cannot be read are told by what is wrong with them: %j", (text, fault) => {
    expect(readGates(text)).toEqual(fault);
  });

  it("that are mistyped come with what was meant", () => {
    expect(["acuracy", "racall.refund", "intents"].map(nearestFigure)).toEqual([
      "accuracy",
      "recall.refund",
      undefined,
    ]);
    const gate = (figure: string): Gate => ({ figure, sign: ">=", bound: 1 });
    const names = evaluation.intents.map(({ intent }) => intent);
    expect(names).toContain("b");
    expect(nearestGate(gate("f1.bb"), evaluation)).toBe("f1.b");
    expect(nearestGate(gate("f1.nothing like it"), evaluation)).toBeUndefined();
  });
});

describe("compare", () => {
  // a: two better; b: one worse; what is out of scope: one better.
  const now = judgements.map((one) => {
    if (one.text === "first" || one.text === "second") return { ...one, predicted: "a" };
    if (one.intent === "b" && one.predicted === "b") return { ...one, predicted: "a" };
    return one.intent === "oos" ? { ...one, accepted: false } : one;
  });
  const comparison = compare(judgements, now, { baseline: "old.json", seed: 1 });

  it("tests what changed, utterance by utterance", () => {
    expect(comparison).toMatchObject({ baseline: "old.json", n: 10, unpaired: 0 });
    const { accuracy, decisions, outOfScopeRecall } = comparison.figures;
    expect(accuracy).toMatchObject({ before: 0.5, now: 5 / 8, gained: 2, lost: 1, exact: 1 });
    // Exact 1 less the chance of one in three: 3/8.
    expect(accuracy!.p).toBeCloseTo(1 - 3 / 8, 12);
    expect(decisions).toMatchObject({ before: 4 / 10, now: 6 / 10, gained: 3, lost: 1 });
    expect(outOfScopeRecall).toMatchObject({ before: 0.5, now: 1, gained: 1, lost: 0 });
    expect(comparison.intents.map(({ intent, gained, lost }) => [intent, gained, lost])).toEqual([
      ["a", 2, 0],
      ["b", 0, 1],
    ]);
    expect(comparison.flips.map(({ text, change, before, now: after }) => [text, change, before, after])).toEqual([
      ["second", "gained", "b", "a"],
      ["first", "gained", "b", "a"],
      ["b|b", "lost", "b", "a"],
      ["oos|a", "gained", "a", null],
    ]);
  });

  it("leaves out what only one has, and repeats", () => {
    const repeated = [...judgements, ...judgements.map((one) => ({ ...one, repeat: 1 }))];
    expect(compare(judgements.slice(1), repeated, { baseline: "x", seed: 1 })).toMatchObject({ n: 9, unpaired: 1 });
    expect(compare([], judgements, { baseline: "x", seed: 1 }).figures.accuracy).toBeNull();
  });
});
