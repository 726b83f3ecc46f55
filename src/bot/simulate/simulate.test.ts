import { beforeAll, describe, expect, it } from "vitest";
import { openStaticEncoder } from "../../adapters/embedders.js";
import type { Embedder } from "../../embed/embedder.js";
import type { FaqEntry } from "../../kb/entry.js";
import { translator } from "../../messages/catalogue.js";
import { createRandom } from "../../stats/random.js";
import { normalise } from "../../text/normalise.js";
import { buildDefinition } from "../build-definition.js";
import type { LocalBotParts } from "../runtime/bot.js";
import { memoryIndex } from "./memory-index.js";
import { OUT_OF_SCOPE } from "./out-of-scope.js";
import { isServed, planSimulation, type SimulationOptions, type SimulationPlan } from "./plan.js";
import { simulationMarkdown } from "./render.js";
import { simulate } from "./simulate.js";
import { rateOf } from "./tally.js";

const entry = (id: string, question: string, similar: string[], more: Partial<FaqEntry> = {}): FaqEntry => ({
  id,
  category: "",
  question,
  similar,
  answers: [{ text: `答案 ${id}`, format: "text", links: [] }],
  related: [],
  negative: [],
  effective: {},
  status: "online",
  tags: {},
  source: { file: "faq.csv" },
  hash: id,
  ...more,
});

const ENTRIES = [
  entry("A", "怎么申请退款", ["我想把钱退回来", "退款在哪里申请"]),
  entry("B", "忘记登录密码怎么办", ["密码想不起来了怎么登录", "登录密码忘了"]),
  entry("C", "宽带上不了网怎么报修", ["家里宽带断网了", "宽带坏了找谁修"]),
  entry("D", "社保断缴有什么影响", []),
  entry("X", "双十一活动规则是什么", ["双十一怎么打折"], { effective: { until: "2025-11-12" } }),
  entry("Y", "草稿知识怎么写", ["草稿在哪里"], { status: "draft" }),
];

const options: SimulationOptions = { conversations: 200, seed: 1, noise: 0.5, oos: 0.2, at: "2026-06-01T09:00:00" };

let embedder: Embedder;
let parts: LocalBotParts;

beforeAll(async () => {
  embedder = await openStaticEncoder(new URL("../../..", import.meta.url).pathname);
  const decide = { answerThreshold: 0.5, clarifyThreshold: 0.2, margin: 0.05 };
  const { definition } = buildDefinition([], { name: "t", locale: "zh-CN", decide }, { actions: [] });
  parts = { definition, index: await memoryIndex(ENTRIES, embedder), embedder };
});

describe("planSimulation", () => {
  let plan: SimulationPlan;

  beforeAll(async () => {
    plan = await planSimulation(ENTRIES, new Map([["A", 50]]), options, createRandom(1));
  });

  it("asks nothing that the index holds", () => {
    const known = new Set(plan.entries.flatMap((one) => [one.question, ...one.similar].map(normalise)));
    for (const user of plan.users) {
      for (const { text } of user.wordings) expect(known.has(normalise(text)), text).toBe(false);
    }
  });

  it("holds out one similar question of each entry that has any", () => {
    expect(plan.heldOut).toBe(5);
    expect(plan.entries.map((one) => one.similar.length)).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it("aims at entries that are served, at the ones asked for most", () => {
    const aims = plan.users.flatMap((user) => user.target?.id ?? []);
    expect(new Set(aims)).toEqual(new Set(["A", "B", "C", "D"]));
    expect(aims.filter((id) => id === "A").length).toBeGreaterThan(aims.length * 0.8);
  });

  it("asks every question out of scope before any twice", async () => {
    const { users: outside } = await planSimulation(ENTRIES, new Map(), { ...options, oos: 1 }, createRandom(1));
    const first = outside.slice(0, OUT_OF_SCOPE.length).map((user) => user.wordings[0].text);
    expect(new Set(first).size).toBe(OUT_OF_SCOPE.length);
  });

  it("keeps to the shares asked for", async () => {
    const outside = plan.users.filter((user) => user.target === undefined).length;
    expect(outside).toBeGreaterThan(20);
    expect(outside).toBeLessThan(60);
    const clean = await planSimulation(
      ENTRIES,
      new Map([["A", 1000]]),
      { ...options, noise: 0, oos: 0 },
      createRandom(1),
    );
    const noisy = clean.users.filter((user) => user.wordings[0].noise !== "none");
    // Only an entry without similar questions has nothing else to be asked by.
    expect(noisy.every((user) => user.target!.id === "D")).toBe(true);
  });

  it("puts every kind of noise on the same held-out words", async () => {
    const noise = { ...options, noise: 1, oos: 0 };
    const { users, entries } = await planSimulation(ENTRIES, new Map([["B", 500]]), noise, createRandom(1));
    const noisy = users.filter((user) => user.target?.id === "B" && user.wordings[0].noise === "filler");
    const left = entries.find((one) => one.id === "B")!.similar;
    const held = ENTRIES[1]!.similar.find((text) => !left.includes(text))!;
    expect(noisy.length).toBeGreaterThan(10);
    for (const { heldOut, wordings } of noisy) expect([heldOut, wordings[1].text]).toEqual([true, held]);
    expect(noisy.filter(({ wordings }) => wordings[0].text.includes(held)).length).toBeGreaterThan(0);
    expect(noisy.filter(({ wordings }) => wordings[0].text.includes("忘记登录密码怎么办"))).toEqual([]);
  });

  it("depends on the seed alone", async () => {
    const again = await planSimulation([...ENTRIES].reverse(), new Map([["A", 50]]), options, createRandom(1));
    expect(again.users).toEqual(plan.users);
    const other = await planSimulation(ENTRIES, new Map(), options, createRandom(2));
    expect(other.users).not.toEqual(plan.users);
  });
});

describe("simulate", () => {
  it("counts every question once, and is the same again", async () => {
    let time = 0;
    const ports = { elapsed: () => ++time };
    const report = await simulate(parts, new Map(), options, ports);
    const { rates, questions } = report;
    expect(report.conversations).toBe(200);
    expect(questions.inScope + questions.outOfScope).toBe(questions.total);
    expect(rates.deflection.count + rates.handover.count).toBe(200);
    const plan = await planSimulation(ENTRIES, new Map(), options, createRandom(options.seed));
    const compared = plan.users.filter((user) => user.heldOut).length;
    expect(report.byNoise.reduce((sum, row) => sum + row.questions, 0)).toBe(compared);
    expect(rates.coverage.count).toBeGreaterThan(0);
    expect(rates.wrongAnswers.n).toBe(questions.total);
    expect(report.wrong.every((wrong) => wrong.got !== null && wrong.got !== wrong.expected)).toBe(true);
    expect(await simulate(parts, new Map(), options, ports)).toEqual(report);
    expect(simulationMarkdown(report, translator("zh-CN"))).toContain("拦截率");
  });

  it("lets the host in after each conversation, and stops when it says so", async () => {
    let pauses = 0;
    const pause = (): Promise<void> => (++pauses === 50 ? Promise.reject(new Error("stop")) : Promise.resolve());
    await expect(simulate(parts, new Map(), options, { elapsed: () => 0, pause })).rejects.toThrow("stop");
    expect(pauses).toBe(50);
  });
});

describe("the parts", () => {
  it.each([
    ["online", {}, true],
    ["draft", {}, false],
    ["online", { from: "2026-06-01" }, true],
    ["online", { from: "2026-06-02" }, false],
    ["online", { until: "2026-06-01" }, true],
    ["online", { until: "2026-05-31" }, false],
  ] as const)("an entry %s, %j, is served: %s", (status, effective, served) => {
    expect(isServed(entry("a", "q", [], { status, effective }), options.at)).toBe(served);
  });

  it("no share of nothing", () => {
    expect(rateOf(0, 0)).toEqual({ count: 0, n: 0, rate: null, low: null, high: null });
    expect(rateOf(1, 2).rate).toBe(0.5);
  });

  it("has enough questions out of scope, none twice", () => {
    expect(OUT_OF_SCOPE.length).toBeGreaterThanOrEqual(60);
    expect(new Set(OUT_OF_SCOPE.map(normalise)).size).toBe(OUT_OF_SCOPE.length);
  });
});
