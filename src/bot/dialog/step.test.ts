import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDefinition } from "../build-definition.js";
import { decisionOf } from "../runtime/turn.js";
import { compile } from "./compile.js";
import {
  initialState,
  type Choice,
  type DialogEvent,
  type DialogState,
  type Effect,
  type KbUnderstanding,
} from "./state.js";
import { step } from "./step.js";

const FLOWS = `
flows:
  - id: ask_human
    intents: [ask_human]
    steps: [{ say: "one moment" }, { handover: { group: desk, reason: user_request } }]
  - id: complain
    intents: [complain]
    steps: [{ say: "so sorry" }, { handover: { group: complaints, priority: high } }]
  - id: order
    intents: [query_order]
    slots:
      phone: { entity: phone, from: caller.phone, ask: "which number?", invalid: "not a number", retries: 2 }
    steps:
      - collect: phone
      - call: lookup
        with: { phone: "{phone}", limit: 1 }
        save: order
        on_error: [{ say: "system down" }, { handover: { group: sales, reason: action_failed } }]
      - switch: order.status
        cases:
          shipped: [{ say: "{order.id} shipped by {order.carrier}, {order.none}." }]
          nested: [{ switch: order.deep.er, cases: { "1": [{ say: "deep one" }] }, default: [{ say: "deep other" }] }, { say: "after" }]
        default: [{ say: "odd" }, { handover: { group: sales } }]
      - say: "done"
  - id: calm
    emotions: [{ label: angry, intensity: 2, turns: 2 }, { label: anxious }]
    steps: [{ say: "I see" }, { switch: caller.phone, cases: { "": [] }, default: [{ handover: {} }] }]
  - id: rename
    intents: [rename]
    slots:
      name: { ask: "new name?" }
    steps: [{ collect: name }, { say: "hello {name}" }]
replies:
  greet: { zh-CN: "您好", zh-TW: "您好呀", en: "hello" }
  thanks: "welcome"
  deny: "all right"
  goodbye: "bye"
  repeat: "nothing to repeat"
`;

const { definition } = buildDefinition(
  [{ file: "f.yaml", text: FLOWS }],
  {
    name: "t",
    locale: "en",
    handover: { group: "default" },
    fallback: "dunno",
    decide: { answerThreshold: 0.6, clarifyThreshold: 0.3, margin: 0.1 },
  },
  { actions: ["lookup"] },
);
const compiled = compile(definition);

const faq = (n: number): Choice => ({ entry: `F${n}`, question: `question ${n}?`, answer: `answer ${n}` });
const ANSWER: KbUnderstanding = { kind: "answer", confidence: 0.85, exact: false, choice: faq(1) };
const EXACT: KbUnderstanding = { kind: "answer", confidence: 0.75, exact: true, choice: faq(1) };
const SURE: KbUnderstanding = { kind: "answer", confidence: 0.95, exact: false, choice: faq(1) };
const NONE: KbUnderstanding = { kind: "abstain", confidence: 0.1, reason: "unsure" };
const CLARIFY: KbUnderstanding = { kind: "clarify", confidence: 0.4, choices: [faq(1), faq(2), faq(3)] };

interface Said {
  readonly text: string;
  readonly intent?: readonly [string, number];
  readonly kb?: KbUnderstanding;
  readonly phone?: string;
}

const user = ({ text, intent, kb = NONE, phone }: Said): DialogEvent => ({
  kind: "user",
  text,
  understanding: {
    ...(intent && { intent: { name: intent[0], confidence: intent[1] } }),
    entities: phone === undefined ? [] : [{ entity: "phone", text: phone, value: phone }],
    kb,
  },
});

const ok = (value: object): DialogEvent => ({ kind: "result", ok: true, value: value as never });

function show(effect: Effect): string {
  if (effect.kind === "say") return `${effect.from}: ${effect.text.replaceAll("\n", " | ")}`;
  if (effect.kind === "call") return `call ${effect.action} ${JSON.stringify(effect.params)}`;
  if (effect.kind === "handover") return `handover ${effect.group} ${effect.priority} ${effect.reason}`;
  return "end";
}

function play(
  events: readonly DialogEvent[],
  from: DialogState = initialState(definition),
): { state: DialogState; log: string[][] } {
  let state = from;
  const log = events.map((event) => {
    const done = step(compiled, state, event);
    state = done.state;
    return done.effects.map(show);
  });
  return { state, log };
}

const ORDER: Said = { text: "where is my order", intent: ["query_order", 0.9] };
const HUMAN = ["flow: one moment", "handover desk normal user_request", "end"];

describe("a flow", () => {
  it("asks for its slot, calls the action and says what it returned", () => {
    const { log } = play([
      user(ORDER),
      user({ text: "it is 13800138001", phone: "13800138001" }),
      ok({ status: "shipped", id: "42", carrier: null }),
    ]);
    expect(log).toEqual([
      ["flow: which number?"],
      ['call lookup {"phone":"13800138001","limit":1}'],
      ["flow: 42 shipped by , .", "flow: done"],
    ]);
  });

  it("does not ask for what the first turn or the caller's facts hold; the caller's own words go first", () => {
    const caller: DialogEvent = { kind: "start", caller: { phone: "+86 138 0013 8002" } };
    expect(play([caller, user(ORDER)]).log[1]).toEqual(['call lookup {"phone":"13800138002","limit":1}']);
    expect(play([caller, user({ ...ORDER, phone: "13800138001" })]).log[1]).toEqual([
      'call lookup {"phone":"13800138001","limit":1}',
    ]);
  });

  it("asks when the caller's fact is no valid value", () => {
    expect(play([{ kind: "start", caller: { phone: "unknown" } }, user(ORDER)]).log[1]).toEqual([
      "flow: which number?",
    ]);
  });

  it("asks again as often as it may, then hands over with the whole story", () => {
    const { log, state } = play([user(ORDER), ...["1380013", "138", "13"].map((text) => user({ text }))]);
    expect(log.slice(1)).toEqual([
      ["flow: not a number"],
      ["flow: not a number"],
      [expect.stringMatching(/^handover: /), "handover default normal slot_failed", "end"],
    ]);
    expect(state.handedOver).toBe(true);
  });

  it("takes branches within branches, and the default for values it does not know", () => {
    const reply = (value: object): string[] => play([user({ ...ORDER, phone: "1" }), ok(value)]).log[1]!;
    expect(reply({ status: "nested", deep: { er: 1 } })).toEqual(["flow: deep one", "flow: after", "flow: done"]);
    expect(reply({ status: "nested" })).toEqual(["flow: deep other", "flow: after", "flow: done"]);
    expect(reply({ status: "constructor" })).toEqual(["flow: odd", "handover sales normal order", "end"]);
    expect(reply({})).toEqual(["flow: odd", "handover sales normal order", "end"]);
  });

  it("does what it says on errors, and nothing after that", () => {
    const { log, state } = play([user({ ...ORDER, phone: "1" }), { kind: "result", ok: false, reason: "http 503" }]);
    expect(log[1]).toEqual(["flow: system down", "handover sales normal action_failed", "end"]);
    expect(state.flow).toBeUndefined();
  });

  it("never reads what an action returned as a template", () => {
    const { log } = play([user({ ...ORDER, phone: "1" }), ok({ status: "shipped", id: "{phone}", carrier: "{x.y}" })]);
    expect(log[1]![0]).toBe("flow: {phone} shipped by {x.y}, .");
  });

  it("fills a slot without an entity with any reply", () => {
    expect(play([user({ text: "rename", intent: ["rename", 0.9] }), user({ text: " Ada " })]).log).toEqual([
      ["flow: new name?"],
      ["flow: hello Ada"],
    ]);
  });
});

describe("while a slot is asked for", () => {
  const asked = play([user(ORDER)]).state;

  it.each<[string, Said, string[]]>([
    ["a human is always there", { text: "agent please", intent: ["ask_human", 0.6] }, HUMAN],
    ["also in so many words", { text: "转人工" }, HUMAN],
    [
      "another task takes over",
      { text: "I complain", intent: ["complain", 0.9] },
      ["flow: so sorry", "handover complaints high complain", "end"],
    ],
    [
      "a clear question is answered, then it asks again",
      { text: "opening hours?", kb: ANSWER },
      ["kb: answer 1", "flow: which number?"],
    ],
    ["an unclear question is an invalid reply", { text: "hm hm", kb: CLARIFY }, ["flow: not a number"]],
    [
      "small talk is answered, then it asks again",
      { text: "thank you", intent: ["thanks", 0.9] },
      ["reply: welcome", "flow: which number?"],
    ],
    ["repeat asks again", { text: "pardon", intent: ["repeat", 0.9] }, ["flow: which number?"]],
    ["a refusal ends it", { text: "never mind", intent: ["deny", 0.9] }, ["reply: all right"]],
    [
      "the same task again is no new one",
      { text: "where is my order", intent: ["query_order", 0.95], kb: EXACT },
      ["flow: not a number"],
    ],
    [
      "digits are an attempt, whatever they look like",
      { text: "1380013", intent: ["complain", 0.99], kb: EXACT },
      ["flow: not a number"],
    ],
  ])("%s", (_, said, expected) => {
    expect(play([user(said)], asked).log[0]).toEqual(expected);
  });

  it("what was asked for goes before an intent that is not sure to ask for a human, and alone before any", () => {
    const phone = "13800138000";
    const first = (text: string, confidence: number) =>
      play([user({ text, phone, intent: ["ask_human", confidence] })], asked).log[0];
    expect(first("agent, 13800138000", 0.9)).toEqual(HUMAN);
    expect(first("it is 13800138000", 0.6)).not.toEqual(HUMAN);
    expect(first("13800138000.", 0.99)).not.toEqual(HUMAN);
    expect(first("13800138000.", 0.99)).toEqual(first("it is 13800138000", 0.6));
  });

  it("a digression costs no attempt", () => {
    const detour = user({ text: "opening hours?", kb: ANSWER });
    const wrong = user({ text: "13" });
    const { log } = play([wrong, detour, wrong, detour], asked);
    expect(log[2]).toEqual(["flow: not a number"]);
    expect(log[3]).toEqual(["kb: answer 1", "flow: which number?"]);
  });
});

describe("outside of flows", () => {
  it.each<[string, Said, string[]]>([
    ["small talk gets its reply", { text: "hi", intent: ["greet", 0.9] }, ["reply: hello"]],
    [
      "an unsure intent leaves it to the knowledge base",
      { text: "hi", intent: ["greet", 0.3], kb: ANSWER },
      ["kb: answer 1"],
    ],
    [
      "the very words of a question beat an intent that is not sure",
      { text: "q", intent: ["query_order", 0.7], kb: EXACT },
      ["kb: answer 1"],
    ],
    [
      "so does an answer that is at least as sure",
      { text: "q", intent: ["query_order", 0.95], kb: SURE },
      ["kb: answer 1"],
    ],
    [
      "an answer that is less sure does not",
      { text: "q", intent: ["query_order", 0.9], kb: ANSWER },
      ["flow: which number?"],
    ],
    ["a sure intent beats even those", { text: "q", intent: ["query_order", 0.9], kb: EXACT }, ["flow: which number?"]],
    ["asking for a human beats everything", { text: "q", intent: ["ask_human", 0.55], kb: EXACT }, HUMAN],
    [
      "an intent without flow or reply is the knowledge base's",
      { text: "q", intent: ["refund", 0.99], kb: ANSWER },
      ["kb: answer 1"],
    ],
    ["goodbye ends", { text: "bye", intent: ["goodbye", 0.9] }, ["reply: bye", "end"]],
    ["no answer is a fallback", { text: "x" }, ["fallback: dunno"]],
  ])("%s", (_, said, expected) => {
    expect(play([user(said)]).log[0]).toEqual(expected);
  });

  it("two fallbacks in a row hand over, two apart do not", () => {
    const no = user({ text: "x" });
    expect(play([no, no]).log[1]!.at(-2)).toBe("handover default normal failed");
    expect(play([no, user({ text: "q", kb: ANSWER }), no]).log[2]).toEqual(["fallback: dunno"]);
  });

  it("repeats what it said last", () => {
    const again = user({ text: "pardon", intent: ["repeat", 0.9] });
    expect(play([user({ text: "q", kb: ANSWER }), again, again]).log.slice(1)).toEqual([
      ["reply: answer 1"],
      ["reply: answer 1"],
    ]);
    expect(play([again]).log).toEqual([["reply: nothing to repeat"]]);
  });

  it.each([
    ["1", "answer 1"],
    ["第二个", "answer 2"],
    ["三", "answer 3"],
    ["the second one", "answer 2"],
    ["３", "answer 3"],
    ["question 2", "answer 2"],
    ["选1", "answer 1"],
  ])("choices are numbered, and %s picks one", (reply, answer) => {
    const { log } = play([user({ text: "q", kb: CLARIFY }), user({ text: reply })]);
    expect(log[0]![0]).toMatch(/^clarify: .* \| 1\. question 1\? \| 2\. question 2\? \| 3\. question 3\?$/);
    expect(log[1]).toEqual([`kb: ${answer}`]);
  });

  it.each(["yes", "是的", "对", "好", "1"])(
    "one choice alone is a question of yes or no, and %s answers it",
    (reply) => {
      const one: KbUnderstanding = { kind: "clarify", confidence: 0.5, choices: [faq(1)] };
      const { log } = play([user({ text: "q", kb: one }), user({ text: reply })]);
      expect(log).toEqual([["clarify: Do you mean “question 1”?"], ["kb: answer 1"]]);
    },
  );

  it("a no to it is answered as any turn", () => {
    const one: KbUnderstanding = { kind: "clarify", confidence: 0.5, choices: [faq(1)] };
    const no: KbUnderstanding = { kind: "abstain", confidence: 0, reason: "small-talk", talk: "refusal" };
    const { log } = play([user({ text: "q", kb: one }), user({ text: "不是", kb: no }), user({ text: "1" })]);
    expect(log.slice(1)).toEqual([["reply: All right. What would you like to know instead?"], ["fallback: dunno"]]);
  });

  it.each(["yes", "对", "9", "第8个"])("a menu is offered once more after %s, which picks none of it", (reply) => {
    const menu = user({ text: "q", kb: CLARIFY });
    const { log } = play([menu, user({ text: reply }), user({ text: "2" })]);
    expect(log[1]![0]).toMatch(
      /^clarify: .*(?:1 to 3|1 到 3).* \| 1\. question 1\? \| 2\. question 2\? \| 3\. question 3\?$/,
    );
    expect(log[2]).toEqual(["kb: answer 2"]);
    // Not for ever: the second time it has failed.
    expect(play([menu, user({ text: reply }), user({ text: reply })]).log[2]).not.toEqual(log[1]);
  });

  it("a reply that picks nothing is a question of its own, and the choices are gone", () => {
    const { log } = play([
      user({ text: "q", kb: CLARIFY }),
      user({ text: "bye", intent: ["goodbye", 0.9] }),
      user({ text: "1" }),
    ]);
    expect(log.slice(1)).toEqual([["reply: bye", "end"], ["fallback: dunno"]]);
  });

  it("answers in the language of the turn, and keeps it", () => {
    const greet = user({ text: "hi", intent: ["greet", 0.9] });
    expect(play([{ ...greet, locale: "zh-TW" } as DialogEvent, greet]).log).toEqual([
      ["reply: 您好呀"],
      ["reply: 您好呀"],
    ]);
  });

  it("only waits after a handover", () => {
    const { log } = play([user({ text: "转人工" }), user({ text: "hi", intent: ["greet", 0.9] })]);
    expect(log[1]).toEqual([expect.stringMatching(/^handover: /)]);
  });

  it("the 0 key asks for a human", () => {
    expect(play([{ kind: "start", channel: "keypad" }, user({ text: "0" })]).log[1]).toEqual(HUMAN);
  });

  it("hands over with everything said so far, masked", () => {
    const { state } = play([user(ORDER)]);
    const { effects } = step(compiled, state, user({ text: "转人工", phone: "13800138001" }));
    const handover = effects.find((effect) => effect.kind === "handover")!;
    expect(handover.context.intent).toBe("ask_human");
    expect(handover.context.turns.map((turn) => `${turn.who} ${turn.text}`)).toEqual([
      "user where is my order",
      "bot which number?",
      "user 转人工",
      "bot one moment",
    ]);
    const { effects: more } = step(compiled, state, user({ text: "no: 13800138001 转人工", intent: ["ask_human", 1] }));
    expect(JSON.stringify(more)).not.toContain("13800138001");
  });
});

describe("whatever happens", () => {
  const understanding = fc.record({
    intent: fc.option(
      fc.record({
        name: fc.constantFrom(
          "ask_human",
          "complain",
          "query_order",
          "rename",
          "greet",
          "deny",
          "repeat",
          "goodbye",
          "refund",
        ),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { nil: undefined },
    ),
    entities: fc.constantFrom([], [{ entity: "phone", text: "1", value: "1" }], [{ entity: "x", text: "", value: "" }]),
    kb: fc.constantFrom(ANSWER, EXACT, SURE, NONE, CLARIFY),
    emotion: fc.option(
      fc.record({
        label: fc.constantFrom("neutral", "angry", "anxious"),
        probability: fc.double({ min: 0, max: 1, noNaN: true }),
        intensity: fc.nat({ max: 3 }),
      }),
      { nil: undefined },
    ),
  });
  const event = fc.oneof(
    fc.record({
      kind: fc.constant("start" as const),
      caller: fc.constantFrom({}, { phone: "13800138001" }, { phone: null }),
    }),
    fc.record({
      kind: fc.constant("user" as const),
      text: fc.oneof(fc.string(), fc.constantFrom("1", "0", "转人工", "第一个", "13800138001")),
      understanding,
    }),
    fc.record({ kind: fc.constant("result" as const), ok: fc.constant(true as const), value: fc.jsonValue() }),
    fc.record({ kind: fc.constant("result" as const), ok: fc.constant(false as const), reason: fc.string() }),
  );

  it("there is a next state, it survives as JSON, and the same events give the same effects", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let state = initialState(definition);
        for (const one of events as DialogEvent[]) {
          const stored = JSON.parse(JSON.stringify(state)) as DialogState;
          const next = step(compiled, state, one);
          expect(step(compiled, stored, one)).toEqual(next);
          expect(decisionOf(next.effects)).toBeTypeOf("string");
          if (one.kind === "user") expect(next.effects.length).toBeGreaterThan(0);
          state = next.state;
        }
      }),
      { numRuns: 300 },
    );
  });
});
