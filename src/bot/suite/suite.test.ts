import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { translator } from "../../messages/catalogue.js";
import type { KefuError } from "../../messages/errors.js";
import type { ActionPort } from "../runtime/actions.js";
import type { Bot } from "../runtime/bot.js";
import type { TurnResult } from "../runtime/turn.js";
import { suiteJunit, suiteMarkdown, suiteText } from "./render.js";
import { filterSuites, mockActions, runSuites } from "./run.js";
import { parseSuites } from "./suite.js";
import { judge } from "./verdict.js";

const turn: TurnResult = {
  decision: "flow",
  text: "order 42 shipped",
  messages: [],
  intent: "query_order",
  entry: "E1",
  confidence: 0.9,
  emotion: { label: "angry", probability: 0.7, intensity: 2 },
  actions: [{ name: "lookup", params: { phone: "13800138001", limit: 1 }, ok: true }],
  handover: { group: "desk", priority: "high", reason: "angry", context: { turns: [], slots: {} } },
  locale: "en",
  ended: false,
};

describe("judge", () => {
  it.each([
    [{ decision: "flow" }, true],
    [{ decision: "answer" }, false],
    [{ entry: "E1" }, true],
    [{ entry: ["E0", "E1"] }, true],
    [{ entry: "E" }, false],
    [{ intent: "query_order" }, true],
    [{ intent: "greet" }, false],
    [{ emotion: "angry" }, true],
    [{ emotion: "neutral" }, false],
    [{ emotion: { label: "angry" } }, true],
    [{ emotion: { label: "angry", intensity: 2 } }, true],
    [{ emotion: { label: "angry", intensity: 3 } }, false],
    [{ emotion: { label: "happy", intensity: 1 } }, false],
    [{ action: "lookup" }, true],
    [{ action: "other" }, false],
    [{ action: false }, false],
    [{ action: { name: "lookup", params: { phone: "13800138001" } } }, true],
    [{ action: { name: "lookup", params: { limit: "1" } } }, true],
    [{ action: { name: "lookup", params: { phone: "13800138002" } } }, false],
    [{ action: { name: "lookup", params: { absent: "x" } } }, false],
    [{ text: "42" }, true],
    [{ text: { contains: ["42", "shipped"] } }, true],
    [{ text: { contains: ["42", "lost"] } }, false],
    [{ text: { not_contains: "lost" } }, true],
    [{ text: { not_contains: ["lost", "42"] } }, false],
    [{ text: { equals: "order 42 shipped" } }, true],
    [{ text: { equals: "order 42" } }, false],
    [{ text: { matches: "^order \\d+" } }, true],
    [{ text: { matches: "^\\d+$" } }, false],
    [{ handover: true }, true],
    [{ handover: false }, false],
    [{ handover: { group: "desk", reason: "angry" } }, true],
    [{ handover: { priority: "low" } }, false],
  ] as const)("%j → %s", (expectation, passed) => {
    expect(judge(expectation as never, turn).every((assertion) => assertion.passed)).toBe(passed);
  });

  it("masks what it shows, and says so where that hides the difference", () => {
    const [assertion] = judge(
      { action: { name: "lookup", params: { phone: "13888888001" } } },
      {
        ...turn,
        actions: [{ name: "lookup", params: { phone: "13899998001" }, ok: true }],
      },
    );
    expect(assertion).toMatchObject({ passed: false, maskedDifference: true });
    expect(JSON.stringify(assertion)).not.toContain("13888888001");
  });
});

const SUITE = `suite: orders
mocks:
  lookup:
    - { when: { phone: "1" }, returns: { ok: true } }
    - { when: { phone: 2 }, error: 503 }
cases:
  - name: good
    turns: [{ user: hi, expect: { decision: chat } }]
  - name: bad
    turns:
      - user: hi
      - user: reach me at 13800138001
        expect: { decision: answer, text: { contains: "<b>" } }
`;

/** Says hello to everything; calls an action when it is told to. */
function echo(actions: ActionPort): Bot {
  const run = async (text: string): Promise<TurnResult> => {
    if (text.startsWith("call ")) await actions.call("lookup", { phone: text.slice(5) });
    return { ...turn, decision: "chat", text: "hello", actions: [], entry: undefined, handover: undefined };
  };
  return { start: () => ({ state: {} }), turn: (_: unknown, text: string) => run(text) } as unknown as Bot;
}

const parse = (text: string, file = "tests/a.yaml"): ReturnType<typeof parseSuites> => parseSuites([{ file, text }]);

describe("parseSuites", () => {
  it("reads the sample's suites", () => {
    const folder = new URL("../../../fixtures/hotline-demo/tests/", import.meta.url);
    const files = readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));
    const suites = parseSuites(files);
    expect(suites.length).toBe(files.length);
    expect(suites.flatMap((suite) => suite.cases).every((one) => one.where.line! > 0)).toBe(true);
  });

  it("reports everything wrong in all files, with lines", () => {
    const bad = `suite: x
mocks: { a: [{ when: {} }] }
cases:
  - name: one
    turns: [{ user: hi, expect: { decison: chat, text: { matches: "(" } } }]
  - name: two
    turns: []
`;
    let issues: readonly { key: string; where?: { file: string; line?: number } }[] = [];
    try {
      parseSuites([
        { file: "a.yaml", text: bad },
        { file: "b.yaml", text: SUITE.replace("name: bad", "name: good") },
      ]);
    } catch (error) {
      expect((error as KefuError).kind).toBe("input");
      issues = (error as KefuError).issues;
    }
    expect(issues.map(({ key, where }) => `${where?.file}:${where?.line} ${key}`)).toEqual([
      "a.yaml:2 bot.suite.mock",
      "a.yaml:5 bot.config.unknown-key-meant",
      "a.yaml:5 bot.suite.pattern",
      "a.yaml:7 bot.config.invalid",
      "b.yaml:9 bot.suite.case-twice",
    ]);
  });
});

describe("runSuites", () => {
  let time = 0;
  const ports = { makeBot: echo, elapsed: () => (time += 250) };

  it("says which turn differs, what was expected and what came", async () => {
    const report = await runSuites(parse(SUITE), ports);
    expect(report).toMatchObject({ cases: 2, passed: 1, failed: 1, turns: 3, assertions: 3 });
    const failed = report.suites[0]!.cases[1]!;
    expect(failed.turns[1]).toMatchObject({ number: 2, where: { line: 12 } });
    expect(failed.turns[1]!.assertions.map(({ what, expected, got }) => [what, expected, got])).toEqual([
      ["decision", "answer", "chat"],
      ["text", "contains: <b>", "hello"],
    ]);
    expect(JSON.stringify(report)).not.toContain("13800138001");
  });

  it("lets the host in after each case, and stops when it says so", async () => {
    const pause = (): Promise<void> => Promise.reject(new Error("stop"));
    await expect(runSuites(parse(SUITE), { ...ports, pause })).rejects.toThrow("stop");
  });

  it("an action that no mock answers fails the case", async () => {
    const text = SUITE.replace("user: hi, expect", 'user: "call 3", expect');
    const report = await runSuites(parse(text), ports);
    expect(report.suites[0]!.cases[0]).toMatchObject({ passed: false });
    expect(report.suites[0]!.cases[0]!.turns[0]!.unmocked).toEqual(['lookup {"phone":"3"}']);
  });

  it("takes the first mock that fits", async () => {
    const port = mockActions(parse(SUITE)[0]!.mocks, () => undefined);
    expect(await port.call("lookup", { phone: "1", more: 2 })).toEqual({ ok: true, value: { ok: true } });
    expect(await port.call("lookup", { phone: "2" })).toMatchObject({ ok: false, status: 503 });
    expect(await port.call("toString", {})).toMatchObject({ ok: false });
  });

  it("filters by name of case or suite", () => {
    const suites = parse(SUITE);
    expect(filterSuites(suites, "GOOD")[0]!.cases.map((one) => one.name)).toEqual(["good"]);
    expect(filterSuites(suites, "order")[0]!.cases.length).toBe(2);
    expect(filterSuites(suites, "nothing")).toEqual([]);
  });

  it("is shown as text, JUnit and Markdown", async () => {
    const report = await runSuites(parse(SUITE), ports);
    const t = translator("en");
    const text = suiteText(report, t, { good: String, bad: String, faint: String });
    expect(text).toContain("✓ good");
    expect(text).toMatch(/✗ bad\n.*tests\/a\.yaml:12.* turn 2.*\n.*decision: expected answer, got chat/);
    const xml = suiteJunit(report, t);
    expect(xml).toContain('<testsuite name="orders" tests="2" failures="1" errors="0" skipped="0"');
    expect(xml).toContain("contains: &#60;b&#62;");
    expect(suiteMarkdown(report, t)).toContain("| orders | 2 | 1 | 1 |");
  });
});
