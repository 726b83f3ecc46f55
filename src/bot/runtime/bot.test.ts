import { beforeAll, describe, expect, it } from "vitest";
import { openStaticEncoder } from "../../adapters/embedders.js";
import type { Embedder } from "../../embed/embedder.js";
import type { FaqEntry } from "../../kb/entry.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import type { NluModel } from "../../nlu/model.js";
import { buildDefinition } from "../build-definition.js";
import { memoryIndex } from "../simulate/memory-index.js";
import type { ActionPort } from "./actions.js";
import { createBot, type Bot, type Session } from "./bot.js";
import { localeOfTurn } from "./locale.js";

const FLOWS = `
flows:
  - id: order
    intents: [query_order]
    slots:
      phone: { entity: phone, from: caller.phone, ask: { zh-CN: 请提供手机号, en: your number? } }
    steps:
      - collect: phone
      - { call: lookup, with: { phone: "{phone}" }, save: order, on_error: [{ say: 系统暂时连不上 }, { handover: { group: 售后 } }] }
      - { call: lookup, with: { phone: "2" }, save: second }
      - say: { zh-CN: "订单{order.id}，{second.id}", en: "order {order.id}, {second.id}" }
`;

const entries: FaqEntry[] = [
  ["A", "怎么申请退款", "在订单里点申请退款", {}],
  ["B", "国庆活动的规则是什么", "满三百减五十", { from: "2026-10-01", until: "2026-10-07" }],
].map(
  ([id, question, text, effective]) =>
    ({
      id,
      category: "",
      question,
      similar: [],
      answers: [{ text, format: "text", links: [] }],
      related: [],
      negative: [],
      effective,
      status: "online",
      tags: {},
      source: { file: "faq.csv" },
      hash: id,
    }) as FaqEntry,
);

/** Knows one intent by one word. */
const model = {
  info: { intents: ["query_order"] },
  predict: (text: string) =>
    Promise.resolve({
      intent: { name: "query_order", confidence: /订单|order/.test(text) ? 0.95 : 0.05 },
      ranking: [],
      entities: [],
    }),
} as unknown as NluModel;

let embedder: Embedder;
let index: KbIndex;

beforeAll(async () => {
  embedder = await openStaticEncoder(new URL("../../..", import.meta.url).pathname);
  index = await memoryIndex(entries, embedder);
});

function bot(actions: ActionPort, options: { model?: NluModel; now?: string } = { model }): Bot {
  const decide = { answerThreshold: 0.5, clarifyThreshold: 0.2, margin: 0.05 };
  const { definition } = buildDefinition(
    [{ file: "f.yaml", text: FLOWS }],
    { name: "t", locale: "zh-CN", decide },
    { actions: ["lookup"] },
  );
  const now = options.now ?? "2026-06-01T09:00:00+08:00";
  return createBot({ definition, index, embedder, model: options.model }, { actions, now: () => now });
}

const echo: ActionPort = {
  call: (_, { phone }) => Promise.resolve({ ok: true, value: { id: `no.${String(phone)}` } }),
};

describe("createBot", () => {
  it("carries out one action after another", async () => {
    const result = await bot(echo).ask("我的订单呢", { caller: { phone: "13800138001" } });
    expect(result).toMatchObject({
      decision: "flow",
      text: "订单no.13800138001，no.2",
      intent: "query_order",
      confidence: 0.95,
    });
    expect(result.actions.map((action) => action.params["phone"])).toEqual(["13800138001", "2"]);
  });

  it.each([
    ["fails", { call: () => Promise.resolve({ ok: false as const, reason: "timeout" }) }],
    ["throws", { call: () => Promise.reject(new Error("timeout")) }],
  ])("an action that %s leads to the flow's own words", async (_, actions) => {
    const result = await bot(actions).ask("我的订单呢", { caller: { phone: "13800138001" } });
    expect(result).toMatchObject({
      decision: "handover",
      text: "系统暂时连不上",
      handover: { group: "售后" },
      ended: true,
    });
    expect(result.actions).toEqual([
      { name: "lookup", params: { phone: "13800138001" }, ok: false, reason: "timeout" },
    ]);
  });

  it("goes on from a session that was stored as JSON", async () => {
    const first = bot(echo);
    const session = first.start();
    expect((await first.turn(session, "我的订单呢")).text).toBe("请提供手机号");
    const restored = JSON.parse(JSON.stringify(session)) as Session;
    expect((await bot(echo).turn(restored, "１３８ ００１３ ８００１")).text).toBe("订单no.13800138001，no.2");
  });

  it("tells an intent only where it is likely", async () => {
    expect((await bot(echo).ask("我的订单呢")).intent).toBe("query_order");
    expect((await bot(echo).ask("怎么申请退款")).intent).toBeUndefined();
  });

  it("keeps sessions apart", async () => {
    const one = bot(echo);
    const [a, b] = [one.start(), one.start()];
    await one.turn(a, "我的订单呢");
    expect((await one.turn(b, "13800138001")).decision).toBe("fallback");
  });

  it("answers from the knowledge base alone without a model", async () => {
    const alone = bot(echo, {});
    expect(await alone.ask("怎么申请退款")).toMatchObject({ decision: "answer", entry: "A" });
    expect(await alone.ask("转人工")).toMatchObject({ decision: "handover" });
  });

  it("answers in the caller's script", async () => {
    const result = await bot(echo, {}).ask("怎麼申請退款");
    expect(result).toMatchObject({ entry: "A", locale: "zh-TW", text: expect.stringContaining("訂單") as string });
  });

  it("never serves an entry outside its period", async () => {
    expect((await bot(echo, {}).ask("国庆活动的规则是什么")).entry).toBeUndefined();
    expect((await bot(echo, { now: "2026-10-07T23:00:00" }).ask("国庆活动的规则是什么")).entry).toBe("B");
  });

  it("takes any text", async () => {
    for (const text of ["", " ", "\u0000", "🧾", "？？？", "a".repeat(100_000), "\ud800"]) {
      expect((await bot(echo).ask(text)).decision).toBe("fallback");
    }
  });
});

describe("localeOfTurn", () => {
  it.each([
    ["我要退款", "zh-CN", false, undefined],
    ["請問怎麼退款", "zh-CN", true, "zh-TW"],
    ["how do I get a refund", "zh-CN", true, "en"],
    ["OK", "zh-CN", true, undefined],
    ["hello", "zh-CN", false, "en"],
    ["我要退款", "en", true, "zh-CN"],
    ["13800138001", "en", true, undefined],
  ] as const)("%s in %s (told: %s) → %s", (text, locale, told, expected) => {
    expect(localeOfTurn(text, { locale, told })).toBe(expected);
  });
});
