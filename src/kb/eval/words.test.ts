import { expect, it } from "vitest";
import { translator } from "../../messages/catalogue.js";
import { chooseSettings } from "../respond/decide.js";
import { evaluationOf } from "./evaluation.js";
import { thresholdTexts } from "./words.js";

it("tells the thresholds with as many digits as what they are worth", () => {
  const scores = { from: "similar", questions: 30, right: [0.9636321], wrong: Array<number>(9).fill(0.96) } as const;
  const settings = chooseSettings(0.05, { scores });
  const evaluation = evaluationOf([], { seed: 1, rate: 0.05, settings, skipped: 0, tunedOn: 0 });
  const [thresholds, worth] = thresholdTexts(evaluation, translator("en"));
  expect(thresholds).toContain("answers from 0.9636 on");
  expect(worth).toContain("threshold 0.9636 for");
  expect(worth).toContain("no promise");
});
