import { describe, expect, it } from "vitest";
import { faqEntry } from "../../../test/support/kb.js";
import { answerScore, chooseSettings, decide } from "./decide.js";
import type { Candidate } from "../retrieve/retrieve.js";

const candidate = (id: string, score: number, more: Partial<Candidate> = {}): Candidate => ({
  ...{ entry: faqEntry(id, id), matched: id, score, exact: false, coverage: 0.5, contributions: [] },
  channels: { lexical: 0, body: 0, vector: 0, sound: 0 },
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
    const two = decide([candidate("A", 0.6), candidate("B", 0.08), candidate("C", 0.07)], settings);
    expect(two).toMatchObject({ kind: "clarify", choices: [{ score: 0.6 }, { score: 0.08 }] });
  });

  it("asks about one alone that stands far above the others", () => {
    const best = candidate("A", 0.57);
    const one = { kind: "clarify", confidence: 0.57, choices: [best] };
    expect(decide([best, candidate("B", 0.05), candidate("C", 0.01)], settings)).toEqual(one);
    expect(decide([best], settings)).toEqual(one);
    const entry = { ...best.entry, kind: "passage" } as const;
    expect(decide([{ ...best, entry }], settings).kind).toBe("abstain");
  });

  it("asks back when two entries are as good, however sure", () => {
    expect(decide([candidate("A", 0.9), candidate("B", 0.88)], settings).kind).toBe("clarify");
    const shared = [1, 2, 3, 4].map((n) => candidate(`A${n}`, 0.25, { exact: true }));
    expect(decide(shared, settings).kind).toBe("clarify");
  });

  it("asks back when all the words are known but too few", () => {
    expect(decide([candidate("A", 0.2, { coverage: 1 }), candidate("B", 0.1)], settings).kind).toBe("clarify");
  });

  it("asks back when none is likely, but the best three together are", () => {
    const [a, b] = [candidate("A", 0.3), candidate("B", 0.25)];
    expect(decide([a, b, candidate("C", 0.2)], settings)).toMatchObject({ kind: "clarify", confidence: 0.75 });
    expect(decide([a, b, candidate("C", 0.1)], settings).kind).toBe("abstain");
  });

  it("abstains below, and with nothing found", () => {
    const best = candidate("A", 0.3);
    expect(decide([best, candidate("B", 0.29)], settings)).toEqual({ kind: "abstain", confidence: 0.3, best });
    expect(decide([candidate("A", 0.3, { coverage: 1 })], settings).kind).toBe("abstain");
    expect(decide([], settings)).toEqual({ kind: "abstain", confidence: 0 });
  });
});

describe("exact matches", () => {
  const exactOnly = { ...settings, answerThreshold: 0, exactOnly: true };

  it("are the only ones answered where no wrong answer is accepted", () => {
    expect(decide([candidate("A", 0.99, { exact: true })], exactOnly).kind).toBe("answer");
    expect(decide([candidate("A", 0.999), candidate("B", 0.3)], exactOnly).kind).toBe("clarify");
  });

  it("that two entries share are asked back, whatever the threshold", () => {
    const two = ["A", "B"].map((id) => candidate(id, 0.495, { exact: true }));
    expect(decide(two, { ...settings, answerThreshold: 0 }).kind).toBe("clarify");
    expect(answerScore(two)).toBe(-Infinity);
  });
});

describe("settings for a wrong-answer rate", () => {
  it("grow stricter as the rate falls, down to exact matches only", () => {
    const rates = [1, 0.2, 0.1, 0.05, 0.02, 0.01, 0.001, 0];
    const thresholds = rates.map((rate) => chooseSettings(rate).answerThreshold);
    expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b));
    expect(thresholds.at(-1)).toBe(0.98);
    expect(chooseSettings(0.045).answerThreshold).toBe(chooseSettings(0.04).answerThreshold);
    for (const rate of rates)
      expect(chooseSettings(rate).clarifyThreshold).toBeLessThanOrEqual(chooseSettings(rate).answerThreshold);
  });

  it("behave at 0 and at 1", () => {
    expect(chooseSettings(0)).toMatchObject({ exactOnly: true, basis: { from: "exact", promise: false } });
    expect(chooseSettings(0).basis.needed).toBeUndefined();
    expect(chooseSettings(1)).toMatchObject({ answerThreshold: 0, basis: { promise: true } });
    expect(decide([candidate("A", 0.01)], chooseSettings(1)).kind).toBe("answer");
    expect(decide([candidate("A", 0.99, { exact: true })], chooseSettings(0)).kind).toBe("answer");
  });

  it("say that the shipped thresholds are no promise, and what one takes", () => {
    expect(chooseSettings(0.05).basis).toEqual({
      ...{ from: "default", maxWrongAnswerRate: 0.05, promise: false, questions: 0, needed: 19 },
    });
  });

  it("come from labelled questions where there are enough", () => {
    const scores = { from: "labelled", questions: 20, right: [0.9, 0.8, 0.3, 0.2], wrong: [0.25, 0.1] } as const;
    expect(chooseSettings(0.05, { scores })).toMatchObject({
      answerThreshold: 0.3,
      clarifyThreshold: 0.3,
      basis: { from: "labelled", promise: true, questions: 20 },
    });
    expect(chooseSettings(0.04, { scores })).toMatchObject({
      answerThreshold: chooseSettings(0.04).answerThreshold,
      basis: { from: "default", promise: false, questions: 20, needed: 24 },
    });
  });

  it("are never less strict than the shipped ones where only similar questions are known", () => {
    const shipped = chooseSettings(0.05).answerThreshold;
    const easy = { from: "similar", questions: 100, right: Array<number>(99).fill(0.5), wrong: [0.1] } as const;
    expect(chooseSettings(0.05, { scores: easy })).toMatchObject({
      answerThreshold: shipped,
      basis: { from: "similar", promise: false, questions: 100 },
    });
    const hard = { from: "similar", questions: 100, right: [0.97, 0.6], wrong: Array<number>(50).fill(0.96) } as const;
    expect(chooseSettings(0.05, { scores: hard }).answerThreshold).toBe(0.97);
  });

  it("answer what stands in the knowledge base word for word, whatever similar questions say", () => {
    const scores = { from: "similar", questions: 30, right: [0.5], wrong: Array<number>(20).fill(0.99) } as const;
    const chosen = chooseSettings(0.05, { scores });
    expect(decide([candidate("A", 0.99, { exact: true })], chosen).kind).toBe("answer");
    expect(decide([candidate("A", 0.97)], chosen).kind).not.toBe("answer");
  });

  it("answer nothing at all where the surest of the labelled questions are wrong", () => {
    const scores = { from: "labelled", questions: 30, right: [0.5], wrong: Array<number>(20).fill(0.99) } as const;
    const chosen = chooseSettings(0.05, { scores });
    expect(decide([candidate("A", 0.99, { exact: true })], chosen).kind).not.toBe("answer");
  });
});
