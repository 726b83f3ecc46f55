import { describe, expect, it } from "vitest";
import { faqEntry } from "../../test/support/kb.js";
import { chooseSettings, decide } from "./decide.js";
import type { Candidate } from "./retrieve.js";

const candidate = (id: string, score: number, more: Partial<Candidate> = {}): Candidate => ({
  ...{ entry: faqEntry(id, id), matched: id, score, exact: false, coverage: 0.5, contributions: {} },
  channels: { lexical: 0, body: 0, vector: 0 },
  ...more,
});

const settings = { answerThreshold: 0.7, clarifyThreshold: 0.35, margin: 0.05 };

describe("decide", () => {
  it("answers when the best entry is sure enough and ahead", () => {
    const best = candidate("A", 0.8);
    expect(decide([best, candidate("B", 0.1)], settings)).toEqual({ kind: "answer", confidence: 0.8, candidate: best });
    expect(decide([candidate("A", 0.7)], settings).kind).toBe("answer");
  });

  it("asks back between the thresholds, with two or three choices", () => {
    const three = decide(
      [candidate("A", 0.4), candidate("B", 0.3), candidate("C", 0.2), candidate("D", 0.1)],
      settings,
    );
    expect(three).toMatchObject({ kind: "clarify", choices: [{ score: 0.4 }, { score: 0.3 }, { score: 0.2 }] });
    expect(three.confidence).toBeCloseTo(0.9);
    const two = decide([candidate("A", 0.6), candidate("B", 0.05), candidate("C", 0.04)], settings);
    expect(two).toMatchObject({ kind: "clarify", choices: [{ score: 0.6 }, { score: 0.05 }] });
  });

  it("asks back when two entries are as good, however sure", () => {
    expect(decide([candidate("A", 0.9), candidate("B", 0.88)], settings).kind).toBe("clarify");
    const shared = [1, 2, 3, 4].map((n) => candidate(`A${n}`, 0.25, { exact: true }));
    expect(decide(shared, settings).kind).toBe("clarify");
  });

  it("asks back when all the words are known but too few", () => {
    expect(decide([candidate("A", 0.2, { coverage: 1 }), candidate("B", 0.1)], settings).kind).toBe("clarify");
  });

  it("abstains below, alone in doubt, and with nothing found", () => {
    const best = candidate("A", 0.3);
    expect(decide([best, candidate("B", 0.29)], settings)).toEqual({ kind: "abstain", confidence: 0.3, best });
    expect(decide([candidate("A", 0.5)], settings).kind).toBe("abstain");
    expect(decide([], settings)).toEqual({ kind: "abstain", confidence: 0 });
  });
});

describe("settings for a wrong-answer rate", () => {
  it("grow stricter as the rate falls, down to exact matches only", () => {
    const rates = [1, 0.2, 0.1, 0.05, 0.02, 0.01, 0.001, 0];
    const thresholds = rates.map((rate) => chooseSettings(rate).answerThreshold);
    expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b));
    expect(thresholds.at(-1)).toBe(0.98);
    expect(chooseSettings(0.04)).toEqual(chooseSettings(0.02));
    for (const rate of rates)
      expect(chooseSettings(rate).clarifyThreshold).toBeLessThanOrEqual(chooseSettings(rate).answerThreshold);
  });
});
