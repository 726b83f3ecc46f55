import { describe, expect, it } from "vitest";
import { buildDefinition } from "../build-definition.js";
import { heedsEmotions } from "../definition.js";
import { parseFlowFile } from "../flow-file.js";
import { compile } from "./compile.js";
import { initialState, type DialogEvent, type DialogState, type Effect, type FeltEmotion } from "./state.js";
import { step } from "./step.js";

const FLOWS = `
flows:
  - id: anger
    emotions:
      - { label: angry, intensity: 2, turns: 2 }
      - { label: angry, intensity: 3, probability: 0.7 }
    steps: [{ say: "so sorry" }, { handover: { group: complaints, priority: high, reason: anger } }]
  - id: worry
    emotions: [{ label: anxious }]
    steps: [{ say: "do not worry" }]
  - id: human
    intents: [ask_human]
    steps: [{ handover: { group: desk, reason: user_request } }]
  - id: order
    intents: [query_order]
    slots: { phone: { entity: phone, ask: "which number?", invalid: "no number" } }
    steps: [{ collect: phone }, { say: "thank you" }]
`;

const decide = { answerThreshold: 0.6, clarifyThreshold: 0.3, margin: 0.1 };
const { definition } = buildDefinition(
  [{ file: "f.yaml", text: FLOWS }],
  { name: "t", locale: "en", fallback: "dunno", decide },
  { actions: [] },
);
const compiled = compile(definition);

type Label = FeltEmotion["label"];

/** A turn that is answered by entry F1. */
const user = (text: string, label: Label = "neutral", intensity = 0, more: Partial<FeltEmotion> = {}): DialogEvent => ({
  kind: "user",
  text,
  understanding: {
    ...(text === "agent please" && { intent: { name: "ask_human", confidence: 0.9 } }),
    ...(text === "you again" && { intent: { name: "ask_human", confidence: 0.6 } }),
    ...(text === "my order" && { intent: { name: "query_order", confidence: 0.95 } }),
    entities: /^\d+$/.test(text) ? [{ entity: "phone", text, value: text }] : [],
    kb: {
      kind: "answer",
      confidence: 0.65,
      exact: false,
      choice: { entry: "F1", question: "q", answer: "as follows" },
    },
    emotion: { label, intensity, probability: 0.95, ...more },
  },
});

function show(effect: Effect): string[] {
  if (effect.kind === "say") return [effect.text];
  if (effect.kind === "handover") return [`→ ${effect.group} ${effect.priority} ${effect.reason}`];
  return [];
}

function play(...events: DialogEvent[]): { log: string[][]; state: DialogState; effects: readonly Effect[] } {
  let state = initialState(definition);
  let effects: readonly Effect[] = [];
  const log = events.map((event) => {
    ({ state, effects } = step(compiled, state, event));
    return effects.flatMap(show);
  });
  return { log, state, effects };
}

const ANSWERED = ["as follows"];
const HANDED = ["so sorry", "→ complaints high anger"];

describe("flows that emotions start", () => {
  it("hand over at once for strong anger", () => {
    expect(play(user("what rubbish!!", "angry", 3)).log).toEqual([HANDED]);
  });

  it("hand over in the second angry turn, whatever lies between", () => {
    const { log } = play(user("a", "angry", 2), user("b"), user("c", "happy", 3), user("d", "angry", 2));
    expect(log).toEqual([ANSWERED, ANSWERED, ANSWERED, HANDED]);
  });

  it("leave slight, unsure and other emotions alone", () => {
    const { log } = play(
      ...[user("a", "angry", 1), user("b", "angry", 1), user("c", "happy", 3)],
      ...[user("d", "angry", 3, { probability: 0.4 }), user("e", "angry", 3, { probability: 0.6 })],
    );
    expect(log).toEqual(Array(5).fill(ANSWERED));
  });

  it("give the human the whole story, with how the caller felt", () => {
    const { effects } = play(user("first", "angry", 2), user("fine"), user("13800138001 and nothing", "angry", 2));
    const handover = effects.find((effect) => effect.kind === "handover")!;
    expect(handover.context.turns.filter(({ who }) => who === "user")).toEqual([
      { who: "user", text: "first", emotion: { label: "angry", intensity: 2 } },
      { who: "user", text: "fine" },
      { who: "user", text: expect.not.stringContaining("13800138001"), emotion: { label: "angry", intensity: 2 } },
    ]);
    expect(effects).toContainEqual({ kind: "emotion", flow: "anger", probability: 0.95 });
  });

  it("that only say something leave the turn to be answered", () => {
    const { log } = play(user("will it come?", "anxious", 1), user("and then?"));
    expect(log).toEqual([["do not worry", "as follows"], ANSWERED]);
  });

  it("leave a flow that was under way where it was", () => {
    const { log, state } = play(user("my order"), user("oh dear", "anxious", 2), user("13800138001"));
    expect(log).toEqual([["which number?"], ["do not worry", "no number"], ["thank you"]]);
    expect(state.flow).toBeUndefined();
  });

  it("take along what an interrupted flow had gathered", () => {
    const { effects, state } = play(user("my order"), user("give me a break", "angry", 3));
    const handover = effects.find((effect) => effect.kind === "handover")!;
    expect(handover).toMatchObject({ reason: "anger", context: { intent: "query_order" } });
    expect(state.handedOver).toBe(true);
  });

  it("count anew after they have started", () => {
    const { log } = play(user("a", "anxious", 1), user("b", "angry", 2), user("c", "angry", 2));
    expect(log.at(-1)).toEqual(HANDED);
    const again = play(user("a", "angry", 2), user("b", "anxious", 1), user("c", "angry", 2));
    expect(again.log.at(-1)).toEqual(ANSWERED);
  });

  it("come before an intent that only may ask for a human", () => {
    expect(play(user("you again", "angry", 3)).log).toEqual([HANDED]);
    expect(play(user("you again")).log).toEqual([["→ desk normal user_request"]]);
  });

  it("give way to somebody who asks for a human", () => {
    expect(play(user("agent please", "angry", 3)).log).toEqual([["→ desk normal user_request"]]);
  });

  it("need a model: without emotions nothing happens, and a stored conversation goes on", () => {
    const { state } = play(user("a", "angry", 2));
    const stored = JSON.parse(JSON.stringify(state)) as DialogState;
    expect(step(compiled, stored, user("b", "angry", 2)).effects.flatMap(show)).toEqual(HANDED);
    expect(heedsEmotions(definition)).toBe(true);
    expect(heedsEmotions({ flows: definition.flows.filter(({ emotions }) => emotions === undefined) })).toBe(false);
  });
});

describe("a flow file", () => {
  const keys = (flow: string): string[] =>
    parseFlowFile("f.yaml", `flows:\n  - id: x\n    ${flow}\n    steps: [{ say: hi }]\n`).issues.map(({ key }) => key);

  it.each([
    ["emotions: [{ label: angry, intensity: 3 }]", []],
    ["title: x", ["bot.flow.start"]],
    ["emotions: []", ["bot.config.invalid"]],
    ["emotions: [{ label: neutral }]", ["bot.config.value"]],
    ["emotions: [{ label: angry, intensity: 4 }]", ["bot.config.invalid"]],
    ["emotions: [{ label: angry, times: 2 }]", ["bot.config.unknown-key"]],
  ])("%s", (flow, expected) => {
    expect(keys(flow)).toEqual(expected);
  });
});
