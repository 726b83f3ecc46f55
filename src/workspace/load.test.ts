import { describe, expect, it } from "vitest";
import { KefuError } from "../messages/errors.js";
import { loadConfig } from "./load.js";

const load = (text: string, local?: string, env: Record<string, string> = {}) =>
  loadConfig(
    [{ file: "kefu.yaml", text }, ...(local === undefined ? [] : [{ file: "kefu.local.yaml", text: local }])],
    env,
    "en",
  );

function failure(run: () => unknown): KefuError {
  try {
    run();
  } catch (error) {
    if (error instanceof KefuError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const places = (error: KefuError) =>
  error.issues.map(({ key, params, where }) => [key, params?.["path"], where?.file, where?.line]);

describe("loadConfig", () => {
  it("fills in every default", () => {
    const config = load("version: 1\nname: 客服\n");
    expect(config.kb.sources).toEqual(["faq/"]);
    expect(config.decide.max_wrong_answer_rate).toBe(0.05);
    expect(config.index.embedder).toBe("builtin:bilingual-static");
    expect(config.bot.handover).toEqual({ group: "default", priority: "normal" });
  });

  it("reports every mistake at once, each with its line", () => {
    const error = failure(() =>
      load(
        "version: 1\nname: 客服\ndecide:\n  max_wrong_answer_rate: 7\nkb:\n  sorces: [faq/]\nbot:\n  channel: fax\n",
      ),
    );
    expect(error.kind).toBe("usage");
    expect(error.params["n"]).toBe(3);
    expect(places(error).sort()).toEqual([
      ["workspace.config.choices", "bot.channel", "kefu.yaml", 8],
      ["workspace.config.range", "decide.max_wrong_answer_rate", "kefu.yaml", 4],
      ["workspace.config.unknown-near", "kb.sorces", "kefu.yaml", 6],
    ]);
    expect(error.issues.find(({ key }) => key === "workspace.config.unknown-near")?.params?.["suggestion"]).toBe(
      "sources",
    );
  });

  it.each([
    ["name: a", "workspace.config.missing", "version"],
    ["version: 1\nname:", "workspace.config.missing", "name"],
    ["version: 1\nname: 5", "workspace.config.not-text", "name"],
    ["version: 1\nname: ''", "workspace.config.length", "name"],
    ["version: 1\nname: a\nkb: {sources: faq}", "workspace.config.not-list", "kb.sources"],
    ["version: 1\nname: a\nkb: faq", "workspace.config.not-mapping", "kb"],
    ["version: 1\nname: a\nkb: {columns: [a]}", "workspace.config.not-mapping", "kb.columns"],
    ["version: 1\nname: a\nnlu: {threshold: -1}", "workspace.config.range", "nlu.threshold"],
    ["version: 1\nname: a\nindex: {embedder: Xenova/bge}", "workspace.config.choices", "index.embedder"],
    ["version: 2\nname: a", "workspace.config.choices", "version"],
    ["version: 1\nname: a\nbot: {fallback: 5}", "workspace.config.invalid", "bot.fallback"],
  ])("says of %j: %s", (text, key, path) => {
    expect(failure(() => load(text)).issues.map((issue) => [issue.key, issue.params?.["path"]])).toEqual([[key, path]]);
  });

  it("names the line of broken YAML", () => {
    const error = failure(() => load('version: 1\nname: "客服\nlocale: en\n'));
    expect(error.issues[0]?.key).toBe("workspace.config.yaml");
    expect(error.issues[0]?.where?.line).toBeGreaterThanOrEqual(2);
  });

  it("lets kefu.local.yaml override, key by key, and blames it for its own mistakes", () => {
    const config = load("version: 1\nname: a\nbot: {channel: voice}\n", "bot:\n  handover: {group: 夜班}\n");
    expect(config.bot.channel).toBe("voice");
    expect(config.bot.handover.group).toBe("夜班");
    const error = failure(() => load("version: 1\nname: a\n", "\nlocale: fr\n"));
    expect(places(error)).toEqual([["workspace.config.choices", "locale", "kefu.local.yaml", 2]]);
    expect(error.params["file"]).toBe("kefu.local.yaml");
  });

  it("lets the environment override both", () => {
    const config = load(
      "version: 1\nname: a\ndecide: {max_wrong_answer_rate: 0.1}\n",
      "decide: {max_wrong_answer_rate: 0.2}",
      {
        KEFU_DECIDE_MAX_WRONG_ANSWER_RATE: "0.01",
        KEFU_KB_SOURCES: "[a.csv, b/]",
        KEFU_ACTIONS_BASE_URL: "http://127.0.0.1:9",
      },
    );
    expect(config.decide.max_wrong_answer_rate).toBe(0.01);
    expect(config.kb.sources).toEqual(["a.csv", "b/"]);
    expect(config.actions.base_url).toBe("http://127.0.0.1:9");
  });

  it("names the variable that holds a bad value", () => {
    const error = failure(() => load("version: 1\nname: a\n", undefined, { KEFU_NLU_THRESHOLD: "high" }));
    expect(places(error)).toEqual([["workspace.config.not-number", "nlu.threshold", "$KEFU_NLU_THRESHOLD", undefined]]);
  });

  it("does not expand a bomb of aliases", () => {
    const levels = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]`);
    const error = failure(() => load(`version: 1\nname: a\na0: &a0 [x]\n${levels.join("\n")}\n`));
    expect(error.issues[0]?.key).toBe("workspace.config.yaml");
  });
});
