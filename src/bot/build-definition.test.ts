import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KefuError, type Issue } from "../messages/errors.js";
import { buildDefinition, type BotSettings, type KnownNames } from "./build-definition.js";
import { botDefinitionSchema } from "./definition.js";

const settings: BotSettings = {
  name: "test",
  locale: "zh-CN",
  decide: { answerThreshold: 0.6, clarifyThreshold: 0.3, margin: 0.1 },
};

const known: KnownNames = { intents: ["query_order", "greet"], entities: ["phone"], actions: ["lookup_order"] };

function problems(text: string, names = known): Issue[] {
  try {
    buildDefinition([{ file: "flows/a.yaml", text }], settings, names);
  } catch (error) {
    expect(error).toBeInstanceOf(KefuError);
    expect((error as KefuError).kind).toBe("input");
    return [...(error as KefuError).issues];
  }
  return [];
}

const at = (issues: readonly Issue[]): string[] => issues.map(({ key, where }) => `${where?.line} ${key}`);

describe("buildDefinition", () => {
  it("reads the sample workspace, and gives a definition that its own schema takes", () => {
    const folder = new URL("../../fixtures/hotline-demo/flows/", import.meta.url);
    const files = ["human.yaml", "order-status.yaml", "replies.yaml"].map((file) => ({
      file,
      text: readFileSync(new URL(file, folder), "utf8"),
    }));
    const { definition, warnings } = buildDefinition(files, settings, { actions: ["lookup_order"] });
    expect(warnings).toEqual([]);
    expect(definition.flows.map((flow) => flow.id)).toEqual(["anger", "ask_human", "complain", "order_status"]);
    expect(definition.flows[3]!.slots["phone"]).toMatchObject({ entity: "phone", from: "caller.phone", retries: 2 });
    expect(botDefinitionSchema.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
  });

  it("does not depend on the order of files", () => {
    const a = { file: "a.yaml", text: "replies: { greet: hi }" };
    const b = { file: "b.yaml", text: "flows: [{ id: f, intents: [query_order], steps: [{ say: ok }] }]" };
    const of = (files: { file: string; text: string }[]): string =>
      JSON.stringify(buildDefinition(files, settings, known).definition);
    expect(of([a, b])).toBe(of([b, a]));
  });

  it("reports everything at once, each with its line", () => {
    const issues = problems(`flows:
  - id: order
    intent: [query_order]
    intents: [query_order]
    slots:
      phone: { entity: phone, asks: hm }
    steps:
      - collect: phone
      - saay: hello
      - say: { fr: bonjour }
      - { say: one, call: lookup_order }
      - { collect: phone, save: x }
`);
    expect(at(issues)).toEqual([
      "3 bot.config.unknown-key-meant",
      "6 bot.config.missing",
      "6 bot.config.unknown-key-meant",
      "9 bot.config.unknown-key-meant",
      "10 bot.config.unknown-key",
      "11 bot.step.kind",
      "12 bot.step.extra",
    ]);
    expect(issues.find((issue) => issue.params?.["key"] === "saay")?.params).toMatchObject({ meant: "say" });
  });

  it("checks that what is named exists", () => {
    const issues = problems(`flows:
  - id: order
    intents: [query_oder]
    slots:
      phone: { entity: fone, ask: number? }
    steps:
      - collect: phones
      - { call: lookup, with: { phone: "{phone}", id: "{order.id}" } }
      - say: "{caller.name} {phone} {nothing}"
      - { switch: order.status, cases: { a: [{ collect: nope }] } }
  - id: order
    intents: [greet, greet]
    steps: [{ say: hi }]
replies:
  bye: see you
`);
    const errors = issues.filter((issue) => issue.severity === "error");
    expect(at(errors).sort((a, b) => parseInt(a) - parseInt(b))).toEqual([
      "3 bot.ref.intent",
      "5 bot.ref.entity",
      "7 bot.ref.slot",
      "8 bot.ref.action",
      "8 bot.ref.value",
      "9 bot.ref.value",
      "10 bot.ref.value",
      "10 bot.ref.slot",
      "11 bot.ref.flow-twice",
      "12 bot.ref.intent-twice",
      "15 bot.ref.reply",
    ]);
    expect(issues.find((issue) => issue.key === "bot.ref.meant")?.params).toEqual({ meant: "query_order" });
  });

  it("checks that a role is one of its entity's, and has an entity", () => {
    const names: KnownNames = {
      ...known,
      entities: ["city", "phone"],
      roles: new Map([["city", ["from", "to"]]]),
    };
    const flow = (slot: string) => `flows:
  - id: order
    intents: [query_order]
    slots:
      where:
        ask: where?
        ${slot}
    steps: [{ collect: where }]
`;
    expect(problems(flow("{}").replace("        {}\n", ""), names)).toEqual([]);
    expect(problems(flow("entity: city\n        role: to"), names)).toEqual([]);
    const wrong = problems(flow("entity: city\n        role: form"), names);
    expect(at(wrong)).toEqual(["8 bot.ref.role", "8 bot.ref.meant"]);
    expect(wrong[0]!.params).toEqual({ name: "form", entity: "city" });
    expect(wrong[1]!.params).toEqual({ meant: "from" });
    expect(at(problems(flow("entity: phone\n        role: to"), names))).toEqual(["8 bot.ref.role"]);
    expect(at(problems(flow("role: to"), names))).toEqual(["7 bot.slot.role"]);
  });

  it("does not check intents that nobody knows", () => {
    expect(problems("replies: { whatever: hi }", { actions: [] })).toEqual([]);
  });

  it.each([
    ["broken syntax", "flows: [", /bot\.yaml\.syntax/],
    [
      "a billion laughs",
      `a: &a [x,x]\n${"bcdefghij".replace(/./g, (c) => `${c}: &${c} [*${String.fromCharCode(c.charCodeAt(0) - 1)},*${String.fromCharCode(c.charCodeAt(0) - 1)}]\n`)}`,
      /bot\./,
    ],
    ["a list", "[1]", /bot\.config\.type/],
    ["nothing", "", /bot\.config\.type|missing/],
  ])("refuses %s", (_, text, key) => {
    expect(
      problems(text)
        .map((issue) => issue.key)
        .join(),
    ).toMatch(key);
  });
});
