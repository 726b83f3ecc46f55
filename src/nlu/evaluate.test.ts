import { expect, test } from "vitest";
import { translator } from "../messages/catalogue.js";
import { evaluationMarkdown, evaluationTables } from "./evaluation-report.js";
import { summarise, type Outcome } from "./evaluate.js";

const outcome = (intent: string, predicted: string | undefined, fold = 0, text = `${intent}|${fold}`): Outcome => ({
  utterance: { text, intent, where: { file: "t.yml", line: 4 } },
  predicted,
  fold,
});

// a: 3 of 4 found; b: 1 of 2; c is never right and one of it has no prediction.
const outcomes = [
  outcome("a", "a"),
  outcome("a", "a", 1),
  outcome("a", "a", 1),
  outcome("a", "b", 1, "second"),
  outcome("b", "b"),
  outcome("b", "a", 1),
  outcome("c", undefined),
  outcome("a", "b", 0, "first"),
];
const evaluation = summarise(outcomes, { kind: "cross-validation", folds: 2, seed: 1 });

test("figures are what the counts say", () => {
  expect(evaluation).toMatchObject({ n: 8, correct: 4, accuracy: 0.5 });
  expect(evaluation.intents).toEqual([
    { intent: "a", support: 5, predicted: 4, correct: 3, precision: 3 / 4, recall: 3 / 5, f1: 6 / 9 },
    { intent: "b", support: 2, predicted: 3, correct: 1, precision: 1 / 3, recall: 1 / 2, f1: 2 / 5 },
    { intent: "c", support: 1, predicted: 0, correct: 0, precision: 0, recall: 0, f1: 0 },
  ]);
  expect(evaluation.macroF1).toBeCloseTo((6 / 9 + 2 / 5) / 3, 12);
  expect(evaluation.weightedF1).toBeCloseTo((5 * (6 / 9) + 2 * (2 / 5)) / 8, 12);
  expect(evaluation.folds!.map(({ n, accuracy }) => [n, accuracy])).toEqual([
    [4, 0.5],
    [4, 0.5],
  ]);
  expect(evaluation.meanOfFolds!.accuracy).toBe(0.5);
  expect(evaluation.accuracyInterval.low).toBeLessThan(0.5);
});

test("an intent that is predicted but not in the test data does not lower the macro-F1", () => {
  const other = summarise([outcome("a", "a"), outcome("a", "z")], { kind: "hold-out" });
  expect(other.macroF1).toBeCloseTo(2 / 3, 12);
  expect(other).not.toHaveProperty("meanOfFolds");
});

test("confusions come sorted, with the utterances behind them", () => {
  expect(evaluation.confusions.map(({ expected, predicted, count }) => [expected, predicted, count])).toEqual([
    ["a", "b", 2],
    ["b", "a", 1],
    ["c", undefined, 1],
  ]);
  expect(evaluation.confusions[0]!.utterances.map(({ text }) => text)).toEqual(["first", "second"]);
});

test("tables and Markdown print the same figures, pooled and mean of folds told apart", () => {
  const t = translator("en");
  const [figures, intents, confusions] = evaluationTables(evaluation, t, 1);
  expect(figures!.rows).toContainEqual([
    "accuracy",
    "50.0%",
    expect.stringMatching(/^\d+\.\d%–\d+\.\d%$/u),
    "4/8",
    "pooled",
  ]);
  expect(figures!.rows).toContainEqual(["accuracy", "50.0%", "", "", "mean of folds"]);
  expect(intents!.rows.map(([intent]) => intent)).toEqual(["c", "b", "a"]);
  expect(confusions!.rows).toEqual([[2, "a", "b", "first | second"]]);
  const markdown = evaluationMarkdown(evaluation, t);
  expect(markdown).toContain("| accuracy | 50.0% |");
  expect(markdown).toContain("### a → b: 2\n\n- first (t.yml:4)\n- second (t.yml:4)");
});
