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

function bot(actions: ActionPort, options: { model?: NluModel; now?: string; flows?: string } = { model }): Bot {
  const decide = { answerThreshold: 0.5, clarifyThreshold: 0.2, margin: 0.05 };
  const { definition } = buildDefinition(
    [{ file: "f.yaml", text: options.flows ?? FLOWS }],
    { name: "t", locale: "zh-CN", decide },
    { actions: ["lookup"] },
  );
  const now = options.now ?? "2026-06-01T09:00:00+08:00";
  return createBot({ definition, index, embedder, model: options.model }, { actions, now: () => now });
}

const echo: ActionPort = {
  call: (_, { phone }) => Promise.resolve({ ok: true, value: { id: `no.${String(phone)}` } }),
};

const BOOKING = `
flows:
  - id: booking
    intents: [query_order]
    slots:
      WHAT: { entity: WHAT, ask: when? }
      where: { entity: city, ask: where? }
    steps:
      - collect: WHAT
      - collect: where
      - { call: lookup, with: { when: "{WHAT}", where: "{where}" }, save: made }
`;

describe("built-in entities of slots", () => {
  const wanted = async (kind: string): Promise<unknown> => {
    const flows = BOOKING.replaceAll("WHAT", kind);
    const calls: unknown[] = [];
    const actions: ActionPort = {
      call: (_, params) => Promise.resolve({ ok: true, value: { id: calls.push(params) } }),
    };
    await bot(actions, { model, flows }).ask("订单明天下午三点半送到上海");
    return calls;
  };

  it("are looked for where a slot asks for them, counted from the day of the turn", async () => {
    expect(await wanted("datetime")).toEqual([{ when: "2026-06-02T15:30", where: "上海" }]);
    expect(await wanted("date")).toEqual([{ when: "2026-06-02", where: "上海" }]);
    expect(await wanted("time")).toEqual([{ when: "15:30", where: "上海" }]);
  });
});

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

describe("what the knowledge base makes of a turn", () => {
  const shop = [
    ["R", "怎么退货", "七天内在订单页申请退货"],
    ["F", "退货的运费谁出", "质量问题由商家承担运费"],
    ["T", "退款多久到账", "三个工作日到账"],
    ["C", "课程退款怎么办理", "在课程页申请退款"],
  ] as const;
  let talking: Bot;

  beforeAll(async () => {
    const known = shop.map(([id, question, text]) => ({
      ...entries[0]!,
      ...{ id, question, hash: id, answers: [{ text, format: "text" as const, links: [] }] },
    }));
    const decide = { answerThreshold: 0.5, clarifyThreshold: 0.2, margin: 0.05 };
    const { definition } = buildDefinition([], { name: "t", locale: "zh-CN", decide }, { actions: [] });
    const parts = { definition, index: await memoryIndex(known, embedder), embedder, model: undefined };
    talking = createBot(parts, { actions: echo, now: () => "2026-06-01T09:00:00+08:00" });
  });

  it("answers two questions in order, under the caller's words", async () => {
    const result = await talking.ask("怎么退货，退款多久到账？");
    expect(result).toMatchObject({ decision: "answer", entry: "R", entries: ["R", "T"] });
    expect(result.messages.map(({ text }) => text)).toEqual([
      "“怎么退货”：",
      "七天内在订单页申请退货",
      "“退款多久到账”：",
      "三个工作日到账",
    ]);
  });

  it.each([
    ["web", "退款", /^1\. /m, "2"],
    ["keypad", "退款", /请按1。/, "2"],
    ["voice", "退款", /第1个，/, "第二个"],
  ] as const)("offers a menu for a keyword on %s and takes a digit or words", async (channel, text, line, pick) => {
    const session = talking.start({ channel });
    const menu = await talking.turn(session, text);
    expect(menu.decision).toBe("clarify");
    expect(menu.text).toMatch(line);
    expect(menu.text).toContain("关于“退款”");
    const second = menu.choices![1]!;
    expect(await talking.turn(session, pick)).toMatchObject({ decision: "answer", entry: second.entry, confidence: 1 });
    await talking.turn(session, text);
    expect(await talking.turn(session, "课程退款怎么办理")).toMatchObject({ decision: "answer", entry: "C" });
  });

  it("replies to small talk without a model, and does not count it as a failure", async () => {
    const session = talking.start();
    expect(await talking.turn(session, "你好")).toMatchObject({
      decision: "chat",
      text: expect.stringMatching(/您好/),
    });
    expect(await talking.turn(session, "谢谢")).toMatchObject({ decision: "chat", ended: false });
    expect(await talking.turn(session, "拜拜")).toMatchObject({ decision: "chat", ended: true });
  });

  it("writes to callers from Hong Kong as they write, until they write otherwise", async () => {
    const session = talking.start();
    const first = await talking.turn(session, "點樣退貨呀？喺邊度搞");
    expect(first.locale).toBe("zh-TW");
    expect(session.state.hongKong).toBe(true);
    const after = await talking.turn(session, "退款多久到賬");
    expect(after.text).toBe("三個工作日到賬");
    await talking.turn(session, "簡訊收不到，線上怎麼退貨");
    expect(session.state.hongKong).toBe(false);
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
    ["點樣退貨", "zh-CN", false, "zh-HK"],
  ] as const)("%s in %s (told: %s) → %s", (text, locale, told, expected) => {
    expect(localeOfTurn(text, { locale, told })).toBe(expected);
  });
});
