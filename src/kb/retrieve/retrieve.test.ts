import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { faqEntry, indexOf } from "../../../test/support/kb.js";
import { createStaticEncoder, type StaticEncoder } from "../../embed/static-encoder.js";
import { CALIBRATION_FEATURES, calibrationOf, dot, FIRST_FEATURES, RANK_FEATURES } from "./fusion.js";
import { DEFAULT_FUSION, DEFAULT_THRESHOLDS } from "./fusion-weights.js";
import type { KbIndex } from "../index/kb-index.js";
import { gather, retrieve } from "./retrieve.js";

const models = fileURLToPath(new URL("../../../models", import.meta.url));
const entries = [
  faqEntry("R1", "怎么申请退款？", {
    similar: ["退款流程", "想把钱退回来"],
    answers: [{ text: "在订单页点申请退款，三天内原路退回。", format: "text", links: [] }],
  }),
  faqEntry("R2", "退款多久到账？", {
    similar: ["退的钱什么时候到"],
    answers: [{ text: "审核后 1–3 个工作日到账。", format: "text", links: [] }],
  }),
  faqEntry("P1", "忘记登录密码怎么办？", {
    answers: [{ text: "在登录页点忘记密码，用短信验证码重置。", format: "text", links: [] }],
  }),
  faqEntry("S1", "运费怎么算？", { answers: [{ text: "满 99 元包邮，不满收 8 元。", format: "text", links: [] }] }),
  faqEntry("E1", "How do I change my delivery address?", {
    answers: [{ text: "Open the order and choose Change address.", format: "text", links: [] }],
  }),
  faqEntry("D1", "营业时间", { source: { file: "b.csv" } }),
  faqEntry("D2", "營業時間？", { source: { file: "c.csv" } }),
  faqEntry("OFF", "怎么申请退款", { status: "offline" }),
];

let embedder: StaticEncoder;
let index: KbIndex;

beforeAll(async () => {
  const file = (name: string): string => path.join(models, "bilingual-static", name);
  embedder = createStaticEncoder({
    model: readFileSync(file("model.bin")),
    vocab: readFileSync(file("vocab.txt"), "utf8"),
    config: readFileSync(file("config.json"), "utf8"),
  });
  index = await indexOf(entries, embedder);
});

const idsOf = async (query: string): Promise<string[]> =>
  (await retrieve(index, embedder, query)).map(({ entry }) => entry.id);

describe("retrieve", () => {
  it("puts an exact match first whatever its script, punctuation and spaces, and says so", async () => {
    for (const query of ["怎么申请退款", "怎麼 申請退款？！", "  怎么申请退款。"]) {
      const [first, second] = await retrieve(index, embedder, query);
      expect(first).toMatchObject({ exact: true, matched: "怎么申请退款？", entry: { id: "R1" } });
      expect(first!.score).toBeGreaterThan(0.95);
      expect(second!.score).toBeLessThan(0.1);
    }
  });

  it("finds nothing for words that only ask, unless they are an entry's own question", async () => {
    for (const query of ["的", "怎么", "请问"]) expect(await idsOf(query), query).toEqual([]);
    const asking = await indexOf([faqEntry("W", "怎么办？"), ...entries], embedder);
    expect((await retrieve(asking, embedder, "怎么办")).map(({ entry }) => entry.id)).toEqual(["W"]);
  });

  it("splits the certainty among entries with the same question", async () => {
    const [first, second, third] = await retrieve(index, embedder, "营业时间");
    expect([first!.entry.id, second!.entry.id]).toEqual(["D1", "D2"]);
    expect(first!.score).toBe(second!.score);
    expect(first!.score + second!.score).toBeLessThanOrEqual(1);
    expect(third?.exact ?? false).toBe(false);
  });

  it.each([
    ["申请退款要怎么弄", "R1"],
    ["退款到账要多久", "R2"],
    ["登录密码忘了", "P1"],
    ["不满 99 元收多少钱", "S1"],
    ["change the address for delivery", "E1"],
    ["退款流程是什麼", "R1"],
  ])("finds %s", async (query, id) => {
    expect((await idsOf(query))[0]).toBe(id);
  });

  it.each(["", "   ", "？！…", "🙂", "\u{2a6d6}\u{2a6d5}"])("finds nothing for %j", async (query) => {
    expect(await retrieve(index, embedder, query)).toEqual([]);
  });

  it("gives falling probabilities, at most as many as asked for, and reasons that add up to the rank", async () => {
    const found = await retrieve(index, embedder, "退款", { limit: 3 });
    expect(found).toHaveLength(3);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { score, contributions } of found) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
      expect(contributions).toHaveLength(RANK_FEATURES.length);
    }
  });

  it("is sure of a near match and doubts a strange one", async () => {
    const [near] = await retrieve(index, embedder, "请问怎么申请退款呢");
    const [strange] = await retrieve(index, embedder, "水稻得了稻瘟病打什么农药");
    expect(near!.score).toBeGreaterThan(0.6);
    expect(strange?.score ?? 0).toBeLessThan(0.35);
  });

  it("finds what is written as it sounds", async () => {
    expect((await idsOf("zenme shenqing tuikuan"))[0]).toBe("R1");
    expect((await idsOf("yun fei zen me suan"))[0]).toBe("S1");
  });

  it("takes politeness for nothing, unless an entry's question is polite", async () => {
    const [first] = await retrieve(index, embedder, "你好，请问一下怎么申请退款呀？谢谢");
    expect(first).toMatchObject({ exact: true, entry: { id: "R1" } });
  });

  it("finds no less for a longer list, each entry once", async () => {
    const many = await idsOf("退款");
    expect(new Set(many).size).toBe(many.length);
    expect(many.slice(0, 3)).toEqual(
      (await retrieve(index, embedder, "退款", { limit: 3 })).map(({ entry }) => entry.id),
    );
  });

  it("finds offline entries only when asked for", async () => {
    expect(await idsOf("怎么申请退款")).not.toContain("OFF");
    const found = await retrieve(index, embedder, "怎么申请退款", { statuses: ["offline"] });
    expect(found.map(({ entry }) => entry.id)).toEqual(["OFF"]);
  });

  it("finds the rest as if a question, or an entry, were not there", async () => {
    const entry = [...index.parts[0]!.segment.firstQuestions.keys()].find(
      (number) => index.entryAt(number).id === "R1",
    )!;
    const { first } = index.questionsAt(entry);
    const [without] = await retrieve(index, embedder, "怎么申请退款", { without: first });
    expect(without!.exact).toBe(false);
    expect(without!.matched).not.toBe("怎么申请退款？");
    const found = await retrieve(index, embedder, "怎么申请退款", { withoutEntry: entry });
    expect(found.map(({ entry: { id } }) => id)).not.toContain("R1");
    expect(found.length).toBeGreaterThan(0);
  });

  it("takes a very long text in its stride", async () => {
    expect((await idsOf(`怎么申请退款${"，我的订单有问题".repeat(20_000)}`)).length).toBeGreaterThan(0);
  });
});

describe("the evidence for a query", () => {
  it("is a share of what a perfect match would give", async () => {
    const { query, evidence } = await gather(index, embedder, "怎么申请退款");
    const perfect = evidence.find(({ exact }) => exact)!;
    expect(index.entryAt(perfect.entry).id).toBe("R1");
    expect(perfect.lexical).toBeCloseTo(1, 6);
    expect(perfect.vector).toBeGreaterThan(0.98);
    expect(perfect.coverage).toBeCloseTo(1, 6);
    expect(perfect.body).toBeLessThan(1);
    expect(query.information).toBeGreaterThan(0);
    for (const { coverage, lexical } of evidence) {
      expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
      expect(lexical).toBeLessThanOrEqual(1.3);
    }
  });
});

describe("the default weights", () => {
  it("are those that models/fusion/default.json describes", () => {
    const described = JSON.parse(readFileSync(path.join(models, "fusion/default.json"), "utf8")) as Record<
      string,
      unknown
    >;
    const { gate, first, rank, calibration, thresholds } = described;
    expect({ gate, first, rank, calibration }).toEqual(DEFAULT_FUSION);
    expect(DEFAULT_FUSION.first).toHaveLength(FIRST_FEATURES.length);
    expect(DEFAULT_FUSION.rank).toHaveLength(RANK_FEATURES.length);
    expect(DEFAULT_FUSION.calibration).toHaveLength(CALIBRATION_FEATURES.length);
    expect(thresholds).toEqual(DEFAULT_THRESHOLDS);
  });

  it("never turn the order of ranks around", () => {
    const evidence = {
      entry: 0,
      question: 0,
      exact: false,
      lexical: 0.5,
      body: 0.2,
      sound: 0,
      vector: 0.6,
      coverage: 0.5,
      length: 9,
    };
    const texts = {
      ...{ words: 0.5, wordsAnywhere: 0.6, wordsBack: 0.5, order: 0.4, pairs: 0.3, sentence: 0.2, category: 0 },
      ...{ rare: 1, kind: 0, shortness: -1, unheld: 0, strayed: 0, foreign: 0 },
    };
    const ranks = [8, 7.5, 2, 7.5];
    const calibration = calibrationOf(
      ranks.map(() => ({ evidence, texts })),
      { gate: 0.5, bySound: false, chinese: true },
    );
    const logits = ranks.map((_, at) => dot(DEFAULT_FUSION.calibration, calibration(ranks, at)));
    expect(logits[0]).toBeGreaterThan(logits[1]!);
    expect(logits[1]).toBe(logits[3]);
    expect(logits[1]).toBeGreaterThan(logits[2]!);
  });
});
