import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { riskCoverageOf } from "../../stats/risk-coverage.js";
import { compare, judge } from "./compare.js";
import { evaluationOf, riskOf } from "./evaluation.js";
import { gateResults, readGates } from "./gates.js";
import { ndcg } from "./metrics.js";
import { noiseLoss, noisyQueries } from "./noise.js";
import type { Outcome } from "./outcome.js";

interface Sketch {
  readonly ids?: number;
  readonly ranks?: number[];
  readonly score?: number;
  readonly decision?: Outcome["decision"];
  readonly kind?: string;
  readonly category?: string;
  readonly q?: string;
  readonly offered?: boolean;
}

/** An outcome; in scope with one expected entry unless told otherwise. */
function outcome(sketch: Sketch = {}): Outcome {
  const { ids = 1, ranks = [1], score = 0.8, decision = "answer", kind, category = "", q = "问", offered } = sketch;
  const expected = Array.from({ length: ids }, (_, at) => ({ id: `E${at}`, question: "标准问", category }));
  const found = ids === 0 ? [] : ranks;
  const given = decision !== "answer" ? [] : [found[0] === 1 ? "E0" : "T"];
  return {
    query: { q, expected, ...(kind === undefined ? {} : { kind }), where: { file: "q.csv", row: 1 } },
    ...{ ranks: found, decision, given, right: found[0] === 1, offered: offered ?? false, elapsed: 2 },
    top: { id: "T", question: "先", score },
  };
}

const settings = { answerThreshold: 0.7, clarifyThreshold: 0.3, margin: 0.05 };
const evaluate = (outcomes: Outcome[]) =>
  evaluationOf(outcomes, { seed: 1, rate: 0.05, settings, skipped: 0, tunedOn: 0 });

describe("evaluationOf", () => {
  const outcomes = [
    outcome({ kind: "a", category: "退货" }),
    outcome({ kind: "a", ranks: [3], decision: "clarify", offered: true, score: 0.5, category: "退货" }),
    outcome({ kind: "b", ranks: [], score: 0.9, category: "物流" }),
    outcome({ kind: "oos", ids: 0, decision: "abstain", score: 0.1 }),
    outcome({ kind: "oos", ids: 0, decision: "answer", score: 0.75 }),
  ];

  it("takes each figure over the queries that it is about", () => {
    const all = evaluate(outcomes);
    expect(all).toMatchObject({ n: 5, inScope: 3, outOfScope: 2, recall: { "1": 1 / 3, "3": 2 / 3, "5": 2 / 3 } });
    expect(all.mrr).toBeCloseTo((1 + 1 / 3) / 3, 12);
    expect(all.decision).toEqual({
      coverage: 2 / 3,
      wrongAnswerRate: 2 / 5,
      precision: 1 / 3,
      oosRejected: 1 / 2,
      clarified: 1 / 5,
      clarifiedRight: 1,
    });
  });

  it("has no figure where nothing counts", () => {
    const { mrr, recall, decision, intervals } = evaluate([outcome({ ids: 0, decision: "abstain" })]);
    expect([mrr, recall["1"], decision.coverage, decision.precision]).toEqual([null, null, null, null]);
    expect(intervals.mrr).toBeNull();
    expect(decision.wrongAnswerRate).toBe(0);
  });

  it("says of figures at 0 or 1 how far so few questions can tell", () => {
    const { decision, intervals } = evaluate(Array.from({ length: 9 }, () => outcome()));
    expect([decision.wrongAnswerRate, decision.coverage]).toEqual([0, 1]);
    expect(intervals.decision.wrongAnswerRate!.low).toBe(0);
    expect(intervals.decision.wrongAnswerRate!.high).toBeCloseTo(0.299, 3);
    expect(intervals.decision.coverage!.low).toBeCloseTo(0.701, 3);
    expect(intervals.mrr).toEqual(intervals.recall["1"]);
  });

  it("groups by kind and by the category of the expected entry", () => {
    const { byKind, byCategory } = evaluate(outcomes);
    expect(Object.keys(byKind)).toEqual(["a", "b", "oos"]);
    expect(byKind["a"]).toMatchObject({ n: 2, recall: { "1": 0.5 } });
    expect(Object.entries(byCategory).map(([name, { n }]) => [name, n])).toEqual([
      ["物流", 1],
      ["退货", 2],
    ]);
    expect(evaluate([outcome()]).byKind).toEqual({});
  });

  it("lists failures, wrong answers first and the surest of them first", () => {
    expect(evaluate(outcomes).failures.map(({ wrong, top, rank }) => [wrong, top?.score, rank])).toEqual([
      [true, 0.9, undefined],
      [true, 0.75, undefined],
      [false, 0.5, 3],
    ]);
  });

  it("gives the same intervals for the same seed, around the figure", () => {
    const some = Array.from({ length: 40 }, (_, at) => outcome({ ranks: [at % 3 === 0 ? 1 : 4] }));
    const [a, b] = [evaluate(some), evaluate(some)];
    expect(a.intervals).toEqual(b.intervals);
    const { low, high } = a.intervals.recall["1"]!;
    expect(low).toBeLessThan(a.recall["1"]!);
    expect(high).toBeGreaterThan(a.recall["1"]!);
  });
});

describe("ndcg", () => {
  it("is 1 when all expected entries come first and falls with rank", () => {
    expect(ndcg(outcome({ ids: 2, ranks: [1, 2] }))).toBe(1);
    expect(ndcg(outcome({ ids: 1, ranks: [2] }))).toBeCloseTo(1 / Math.log2(3), 12);
    expect(ndcg(outcome({ ids: 2, ranks: [1] }))).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 12);
    expect(ndcg(outcome({ ids: 1, ranks: [11] }))).toBe(0);
  });
});

describe("riskCoverageOf", () => {
  it("walks the thresholds from the surest answer down", () => {
    const { points, area } = riskCoverageOf(
      [outcome({ score: 0.9 }), outcome({ score: 0.5, ranks: [2] }), outcome({ score: 0.2, ids: 0 })].map(riskOf),
    );
    expect(points).toEqual([
      { threshold: 0.9, answered: 1 / 3, coverage: 0.5, risk: 0, wrongAnswerRate: 0 },
      { threshold: 0.5, answered: 2 / 3, coverage: 1, risk: 0.5, wrongAnswerRate: 1 / 3 },
      { threshold: 0.2, answered: 1, coverage: 1, risk: 2 / 3, wrongAnswerRate: 2 / 3 },
    ]);
    expect(area).toBeCloseTo((0 + 1 / 2 + 2 / 3) / 3, 12);
  });

  it("has an area between the least one and 1, whatever the order of the queries", () => {
    const sketch = fc.record({ score: fc.integer({ min: 0, max: 9 }), right: fc.boolean() });
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 30 }), (some) => {
        const made = some.map(({ score, right }) => riskOf(outcome({ score: score / 10, ranks: [right ? 1 : 2] })));
        const { area, leastArea } = riskCoverageOf(made);
        expect(area!).toBeGreaterThanOrEqual(leastArea! - 1e-12);
        expect(area!).toBeLessThanOrEqual(1);
        expect(riskCoverageOf([...made].reverse()).area).toBeCloseTo(area!, 12);
      }),
    );
  });
});

describe("gates", () => {
  it("reads bounds and takes `=` the way that is better", () => {
    expect(readGates("recall@1=0.5, wrongAnswerRate=0.05,mrr>=0.6")).toEqual([
      { figure: "recall@1", sign: ">=", bound: 0.5 },
      { figure: "wrongAnswerRate", sign: "<=", bound: 0.05 },
      { figure: "mrr", sign: ">=", bound: 0.6 },
    ]);
    for (const bad of ["", "recall=0.5", "recall@1", "mrr=2", "mrr=0.5,,", "mrr=x"])
      expect(readGates(bad)).toBeUndefined();
  });

  it("fails what is beyond its bound or does not exist", () => {
    const evaluation = evaluate([outcome(), outcome({ ranks: [2] })]);
    const results = gateResults(readGates("recall@1=0.5,wrongAnswerRate<=0.4,oosRejected=0.1")!, evaluation);
    expect(results.map(({ met, value }) => [met, value])).toEqual([
      [true, 0.5],
      [false, 0.5],
      [false, null],
    ]);
  });
});

describe("compare", () => {
  const asked = (ranks: number[][]) => ranks.map((own, at) => judge(outcome({ q: `q${at}`, ranks: own })));

  it("pairs by the words of the query, in any order, and says what flipped", () => {
    const before = asked([[1], [2], [], [1]]);
    const now = asked([[1], [1], [1], [2]]).reverse();
    const { n, unpaired, figures, flips } = compare(before, now, { baseline: "old", seed: 1 });
    expect([n, unpaired]).toEqual([4, 0]);
    expect(figures["recall@1"]).toMatchObject({ before: 0.5, now: 0.75, difference: 0.25, gained: 2, lost: 1, p: 1 });
    expect(flips.map(({ q, change }) => [q, change])).toEqual([
      ["q3", "lost"],
      ["q2", "gained"],
      ["q1", "gained"],
    ]);
  });

  it("counts what only one side has", () => {
    expect(compare(asked([[1]]), asked([[1], [2]]), { baseline: "old", seed: 1 })).toMatchObject({ n: 1, unpaired: 1 });
    expect(compare([], asked([[1]]), { baseline: "old", seed: 1 }).figures.mrr).toBeNull();
  });
});

describe("noise", () => {
  it("pairs each changed question with its clean one, whatever stands beside it", () => {
    const outcomes = [outcome({ q: "退货" }), outcome({ q: "same" }), outcome({ q: "oos", ids: 0 })];
    const change = (text: string, _: unknown, random: { next(): number }) =>
      text === "same" ? text : `${text}${random.next()}`;
    const [first, ...others] = noisyQueries(outcomes, "typo", 3, change);
    expect(others).toEqual([]);
    expect(noisyQueries(outcomes.slice(0, 1), "typo", 3, change)[0]!.noisy).toEqual(first!.noisy);
    expect(noisyQueries(outcomes, "typo", 4, change)[0]!.noisy.q).not.toBe(first!.noisy.q);
    const pairs = [{ clean: outcomes[0]!, noisy: outcome({ q: first!.noisy.q, ranks: [4] }) }];
    expect(noiseLoss("typo", pairs, { seed: 3, inScope: 2 })).toMatchObject({
      ...{ n: 1, unchanged: 1 },
      recallAt1: { before: 1, now: 0, lost: 1 },
      recallAt5: { before: 1, now: 1 },
    });
  });
});
