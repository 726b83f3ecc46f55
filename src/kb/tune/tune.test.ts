import { describe, expect, it } from "vitest";
import { faqEntry, indexOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import { observe } from "../retrieve/retrieve.js";
import { similarQuestions } from "./questions.js";
import { tune } from "./tune.js";
import { formatTuning, makersOf, parseTuning, questionMark, tuningFault } from "./tuning.js";

const embedder = wordEmbedder();
const things = [
  "refund",
  "invoice",
  "password",
  "delivery",
  "coupon",
  "account",
  "passport",
  "warranty",
  "parcel",
  "branch",
];
const entries = things.map((thing, at) =>
  faqEntry(`E${at}`, `how do I get a ${thing}`, {
    similar: [`${thing} please`, `I want my ${thing}`, `where is the ${thing} menu`],
    answers: [{ text: `The ${thing} page has it.`, format: "text", links: [] }],
  }),
);
const base = async (all = entries) => ({ index: await indexOf(all, embedder), embedder });

describe("questions to tune on", () => {
  it("are similar questions without themselves, some without their entry, some perturbed; the same each time", async () => {
    const { index } = await base();
    const { questions, known, outOfScope, noisy } = similarQuestions(index, 1, 100);
    expect(known).toBe(30);
    expect(questions).toHaveLength(30);
    expect(outOfScope).toBe(5);
    expect(noisy).toBeGreaterThan(0);
    for (const { q, right, without, withoutEntry, group } of questions) {
      expect(right).toEqual(withoutEntry === undefined ? [group] : []);
      expect(without === undefined).toBe(withoutEntry !== undefined);
      if (withoutEntry !== undefined) expect(entries.find(({ id }) => id === group)!.similar).toContain(q);
    }
    expect(similarQuestions(index, 1, 100).questions).toEqual(questions);
    expect(similarQuestions(index, 2, 100).questions).not.toEqual(questions);
  });

  it("are a sample of a large knowledge base, of no entry that is not answered and of no passage", async () => {
    const { index } = await base([
      ...entries,
      faqEntry("OFF", "offline", { similar: ["gone away"], status: "offline" }),
      faqEntry("DOC", "Manual", { kind: "passage" }),
    ]);
    const { questions, known } = similarQuestions(index, 1, 12);
    expect(known).toBe(30);
    expect(questions).toHaveLength(12);
  });
});

describe("tune", () => {
  it("measures on questions of its own, says that it has too few to fit on, and passes every question on", async () => {
    let last: readonly [number, number] = [0, 0];
    const outcome = await tune(await base(), {
      ...{ labelled: [], seed: 1, rate: 0.1 },
      onProgress: (done, total) => void (last = [done, total]),
    });
    expect(outcome).toMatchObject({ weights: "too-few", comparedOn: "similar", compared: 30 });
    expect(outcome.fusion).toBeUndefined();
    expect(outcome.scores).toMatchObject({ from: "similar", questions: 30 });
    expect(last).toEqual([30, 30]);
  });

  it("sees nothing of a question that is passed over", async () => {
    const { index } = await base();
    const { questions } = similarQuestions(index, 1, 100);
    for (const question of questions.filter(({ withoutText }) => withoutText !== undefined)) {
      const { without, withoutText, right } = question;
      const seen = await observe(index, embedder, question.q, { without: without!, withoutText: withoutText! });
      const own = seen.looked.find(({ entry }) => entry.id === right[0])!;
      expect(own.matched).not.toBe(withoutText);
      const rest = { ...own.entry, similar: own.entry.similar.filter((text) => text !== withoutText) };
      const other = await indexOf([...entries.filter(({ id }) => id !== rest.id), rest], embedder);
      const alone = await observe(other, embedder, question.q);
      const same = alone.looked.find(({ entry }) => entry.id === right[0])!;
      expect(own.texts.words).toBeCloseTo(same.texts.words, 1);
      expect(own.texts.pairs).toBe(same.texts.pairs);
    }
  });

  it("fits on enough questions, never on those that it measures with, and keeps the shipped weights without a gain", async () => {
    const labelled = entries.flatMap(({ id, similar }) =>
      similar.map((q) => ({ q: `${q}, hello`, right: [id], from: "labelled" as const, group: id })),
    );
    const outcome = await tune(await base(), { labelled, seed: 1, rate: 0.1 });
    expect(outcome).toMatchObject({
      comparedOn: "labelled",
      compared: 30,
      scores: { from: "labelled", questions: 30 },
    });
    expect(outcome.tuned?.recallAt1.share).toBeGreaterThan(0.5);
    const gained = outcome.gain!.recallAt1.p < 0.05 || (outcome.gain!.coverage?.p ?? 1) < 0.05;
    expect(outcome.weights).toBe(gained ? "tuned" : "kept");
    expect(outcome.fusion === undefined).toBe(!gained);
  });

  it("takes an entry with the same answers for right, whichever of two sources it comes from", async () => {
    const twin = (answer: string) =>
      entries.map((entry) =>
        faqEntry(`${entry.id}-2`, entry.question, {
          similar: entry.similar,
          answers: [{ text: answer, format: "text", links: [] }],
        }),
      );
    const recall = async (twins: typeof entries) =>
      (await tune(await base([...entries, ...twins]), { labelled: [], seed: 1, rate: 0.1 })).shipped!.recallAt1.share;
    const same = entries.map((entry) => ({ ...entry, id: `${entry.id}-2` }));
    expect(await recall(same)).toBe(1);
    expect(await recall(twin("Something else."))).toBeLessThan(0.5);
  });

  it("has no figures where there is nothing to ask", async () => {
    const outcome = await tune(await base([faqEntry("A", "alone")]), { labelled: [], seed: 1, rate: 0.1 });
    expect(outcome).toMatchObject({ compared: 0, weights: "too-few" });
    expect(outcome.scores).toBeUndefined();
  });
});

describe("the tuning's file", () => {
  const scores = { from: "labelled", questions: 3, right: [0.5, 0.25], wrong: [0.125] } as const;

  it("is read as it was written, and refused when damaged or of another version", async () => {
    const { index } = await base();
    const labelled = ["怎么退款？", "ABC", "怎么退款"].map(questionMark);
    const text = formatTuning({ made: makersOf(index), seed: 4, scores, labelled });
    expect(parseTuning(text, "x")).toEqual({
      ...{ format: "kefu-tuning", version: 1, made: makersOf(index), seed: 4, scores },
      labelled: [...new Set(labelled)].sort(),
    });
    expect(new Set(labelled).size).toBe(2);
    expect(formatTuning(parseTuning(text, "x"))).toBe(text);
    for (const bad of [
      "",
      "[]",
      text.slice(0, -9),
      text.replace('"questions":3', '"questions":1'),
      text.replace("0.125", '"high"'),
      text.replace(`"${labelled[0]!}"`, "7"),
      text.replace('"version":1', '"version":2'),
      text.replace('"seed":4', '"seed":4,"fusion":{"gate":[1,2],"rank":[1],"calibration":[1]}'),
    ]) {
      expect(() => parseTuning(bad, "x")).toThrow();
    }
  });

  it("goes with the knowledge base that it was made on, while not too much of it changes", async () => {
    const { index } = await base();
    const tuning = parseTuning(formatTuning({ made: makersOf(index), seed: 1, scores }), "x");
    expect(tuningFault(tuning, index)).toBeUndefined();
    const changed = async (count: number) => {
      const all = entries.map((entry, at) => (at < count ? { ...entry, hash: `new ${at}` } : entry));
      const other = await indexOf(all, embedder);
      return tuningFault(tuning, {
        ...other,
        manifest: { ...other.manifest, generation: 9 },
        entry: (id) => other.entry(id),
      });
    };
    expect(await changed(2)).toBeUndefined();
    expect(await changed(4)).toMatchObject({ key: "kb.tune.stale.index", params: { percent: 40 } });
    const grown = await indexOf([...entries, ...[1, 2, 3, 4].map((n) => faqEntry(`N${n}`, `new ${n}`))], embedder);
    expect(tuningFault(tuning, grown)).toMatchObject({ key: "kb.tune.stale.index" });
    const { made } = tuning;
    expect(tuningFault({ ...tuning, made: { ...made, fusion: "other" } }, index)?.key).toBe("kb.tune.stale.program");
    expect(tuningFault({ ...tuning, made: { ...made, embedder: "other" } }, index)?.key).toBe("kb.tune.stale.embedder");
  });
});
