import { describe, expect, test } from "vitest";
import { EMPTY_DATASET, type Dataset, type Utterance } from "../data/dataset.js";
import { NLU_RULE_IDS, type NluRuleId } from "./rule.js";
import { activeRules, lintTrainingData } from "./run.js";
import { applyWaivers, type NluWaiver, readWaivers } from "./waivers.js";

let line = 0;
const say = (intent: string, text: string, ...marks: [words: string, entity: string][]): Utterance => ({
  ...{ text, intent, where: { file: "a.csv", row: ++line } },
  entities: marks.map(([words, entity]) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    entity,
  })),
});
const of = (...utterances: Utterance[]): Dataset => ({ ...EMPTY_DATASET, utterances });

async function found(rule: NluRuleId, training: Dataset, test: Dataset = EMPTY_DATASET): Promise<string[]> {
  const findings = await lintTrainingData([training], [test], activeRules({}, [rule]), {});
  return findings.map(({ severity, utterance }) => `${severity} ${utterance?.text}`);
}

test("one utterance under two intents is an error, whatever its script and punctuation", async () => {
  const data = of(say("a", "转人工"), say("b", "轉人工！"), say("a", "转人工。"));
  expect(await found("two-intents", data)).toEqual(["error 轉人工！", "error 转人工。"]);
  expect(await found("repeated", data)).toEqual(["info 转人工。"]);
});

test("near duplicates count across intents only", async () => {
  const twins = [
    "how many miles can i drive before i need new tires",
    "how many miles can i drive before i need new tyres",
  ];
  expect(await found("near-duplicate", of(say("a", twins[0]!), say("b", twins[1]!)))).toEqual([`warning ${twins[1]}`]);
  expect(await found("near-duplicate", of(say("a", twins[0]!), say("a", twins[1]!)))).toEqual([]);
});

test("training lines in the test data are found, near ones apart from them", async () => {
  const training = of(say("a", "where is my parcel right now"), say("b", "close the account"));
  const tested = of(
    say("a", "Where is my parcel, right now?"),
    say("a", "where is my parcel right now please"),
    say("b", "bye"),
  );
  expect(await found("leakage", training, tested)).toEqual(["error Where is my parcel, right now?"]);
  expect(await found("leakage", training)).toEqual([]);
  const near = of(say("a", "wherre is my parcel right now"), say("b", "close it all"));
  expect(await found("near-leakage", training, near)).toEqual(["warning wherre is my parcel right now"]);
  expect(await found("near-leakage", training, tested)).not.toContain("warning Where is my parcel, right now?");
});

test("marks that are missing, or of another entity than usual", async () => {
  const marked = Array.from({ length: 4 }, (_, i) => say("go", `to Berlin ${i}`, ["Berlin", "city"]));
  const slips = [
    say("go", "from berlin please"),
    say("go", "Berliner Luft"),
    say("go", "in Berlin now", ["Berlin", "person"]),
  ];
  expect(await found("entity-unmarked", of(...marked, ...slips))).toEqual(["warning from berlin please"]);
  expect(await found("entity-conflict", of(...marked, ...slips))).toEqual(["warning in Berlin now"]);
});

test("what is too little, too much, too long, or says nothing", async () => {
  const many = (intent: string, n: number) =>
    Array.from({ length: n }, (_, i) => say(intent, `${intent} ${i * i} ${i}`));
  const data = of(
    ...many("big", 120),
    ...many("mid", 11),
    ...many("small", 9),
    say("mid", "https://a.b/c"),
    say("mid", "42"),
  );
  expect(await found("too-few", data)).toEqual(["warning small 0 0"]);
  expect(await found("imbalance", data)).toEqual([]);
  expect(await found("imbalance", of(...many("big", 120), ...many("mid", 11), ...many("small", 9)))).toEqual([
    "warning big 0 0",
  ]);
  expect(await found("no-words", data)).toEqual(["warning https://a.b/c", "info 42"]);
  expect(await found("too-long", of(say("a", "x".repeat(300)), say("a", "y")))).toHaveLength(1);
});

test("an intent of variants is told apart from a varied one", async () => {
  const variants = Array.from({ length: 6 }, (_, i) => say("a", `please cancel my very old subscription number ${i}`));
  const varied = ["refund me", "where is it", "I want my money back", "cancel that", "wrong size", "too late"].map(
    (text) => say("b", text),
  );
  expect(await found("too-uniform", of(...variants, ...varied))).toEqual([`warning ${variants[0]!.text}`]);
});

test("levels of the settings count, and unknown rules are refused", async () => {
  const data = of(say("a", "hello"), say("b", "Hello"));
  const rules = activeRules({ "two-intents": "info", "too-few": "off" }, undefined);
  const findings = await lintTrainingData([data], [], rules, {});
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["two-intents", "info"]]);
  expect(() => activeRules({ nonsense: "off" }, undefined)).toThrowError(/unknown-rule/);
  expect(activeRules({}, undefined).map(({ rule }) => rule.id)).toEqual(NLU_RULE_IDS);
});

describe("waivers", () => {
  const at = "2026-06-01T09:30:00+08:00";
  const options = { at, severity: "warning" as const, configFile: "kefu.yaml", fileOf: (file: string) => file };
  const because = (rest: Partial<NluWaiver>): NluWaiver => ({ rule: "two-intents", reason: "known", ...rest });

  async function told(...waivers: NluWaiver[]): Promise<{ left: string[]; waived: string[] }> {
    const data = of(say("a", "转人工"), say("b", "轉人工！"), say("c", "退款"), say("d", "退款"));
    const found = await lintTrainingData([data], [], activeRules({}, ["two-intents"]), {});
    const { findings, waived } = applyWaivers(found, waivers, { ...options, ran: new Set(["two-intents"]) });
    return {
      left: findings.map(({ utterance, key }) => utterance?.text ?? key),
      waived: waived.map(({ finding, reason }) => `${finding.utterance?.text} ${reason}`),
    };
  }

  test.each<[Partial<NluWaiver>, boolean]>([
    [{ text: "轉人工！" }, true],
    // The other utterance of a pair is as good.
    [{ text: " 转人工 ", intent: "a" }, true],
    [{ text: "转人工", intent: "b" }, false],
    [{ intent: "b", file: "a.csv" }, true],
    [{ intent: "b", file: "*.yml" }, false],
    [{ intent: "b", until: "2026-06-01" }, true],
  ])("%j accepts: %j", async (rest, accepted) => {
    const { left, waived } = await told(because(rest));
    expect(waived).toEqual(accepted ? ["轉人工！ known"] : []);
    expect(left).toEqual(accepted ? ["退款"] : ["轉人工！", "退款", "kb.lint.waiver.unused"]);
  });

  test("that are over are findings themselves", async () => {
    const { left, waived } = await told(because({ text: "退款", until: "2026-05-31" }));
    expect([left, waived]).toEqual([["轉人工！", "退款", "kb.lint.waiver.over"], []]);
  });

  test("of a rule that has not looked at everything are not called useless", () => {
    const waivers = [because({ rule: "leakage", text: "x" })];
    expect(applyWaivers([], waivers, { ...options, ran: new Set(["two-intents"]) }).findings).toEqual([]);
  });

  test("of a rule that there is not are refused", () => {
    expect(() => readWaivers([{ rule: "two-intent", text: "x", reason: "y" }])).toThrowError(
      expect.objectContaining({ kind: "usage", key: "nlu.lint.unknown-rule" }) as Error,
    );
  });
});
