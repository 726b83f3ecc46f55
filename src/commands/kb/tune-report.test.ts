import { expect, it } from "vitest";
import { chooseSettings, shownSettings } from "../../kb/respond/decide.js";
import { translator } from "../../messages/catalogue.js";
import { tuneLines } from "./tune-report.js";
import type { KbTuneOutput } from "./tune-schemas.js";

it("says when similar questions make a threshold stricter than the shipped one, which costs answers", () => {
  const linesFor = (wrong: number): string => {
    const scores = { from: "similar", questions: 30, right: [0.5, 0.97], wrong: Array<number>(9).fill(wrong) } as const;
    const document: KbTuneOutput = {
      ...{ dryRun: false, seed: 1, compared: 30 },
      comparedOn: "similar",
      weights: "too-few",
      questions: { labelled: 0, labelledOutOfScope: 0, similar: 30, similarOutOfScope: 5, noisy: 4, similarKnown: 30 },
      settings: shownSettings(chooseSettings(0.05, { scores })),
    };
    return tuneLines(document, translator("en")).after.join("\n");
  };
  expect(linesFor(0.96)).toContain("stricter than the shipped threshold");
  expect(linesFor(0.1)).not.toContain("stricter");
});
