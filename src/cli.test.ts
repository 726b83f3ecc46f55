import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { createProgram } from "./cli.js";
import type { Context } from "./commands/context.js";
import { translator } from "./messages/catalogue.js";

/** Registration needs words and a version only. */
const context = { t: translator("en"), locale: "en", version: "1.0.0" } as unknown as Context;

const NOUNS = ["kb", "nlu", "bot", "report", "model"];

/** Verbs that are registered for a command line, by noun. */
async function verbsFor(words?: readonly string[]): Promise<Record<string, string[]>> {
  const names = ({ commands }: Command): string[] => commands.map((command) => command.name());
  const { commands } = await createProgram(context, undefined, words);
  const groups = commands.filter((command) => NOUNS.includes(command.name()));
  return Object.fromEntries(groups.map((group) => [group.name(), names(group)]));
}

const all = await verbsFor();
const none = Object.fromEntries(NOUNS.map((noun) => [noun, []]));

describe("createProgram", () => {
  it.each(NOUNS.flatMap((noun) => all[noun]!.map((verb) => [noun, verb] as const)))(
    "loads for `%s %s` that command alone",
    async (noun, verb) => {
      expect(await verbsFor([noun, verb, "kb"])).toEqual({ ...none, [noun]: [verb] });
    },
  );

  it.each([
    ["--json", "kb", "search", "x"],
    ["-C", "nlu", "kb", "search", "x"],
    ["--workspace=nlu", "-q", "kb", "search", "--limit", "3"],
    ["--locale", "zh-CN", "kb", "--json", "search"],
  ])("sees the command behind the program's own options: %s %s %s %s", async (...words) => {
    expect(await verbsFor(words)).toEqual({ ...none, kb: ["search"] });
  });

  it.each([[["kb"]], [["kb", "--help"]], [["kb", "serach"]], [["kb", "help", "search"]], [["kb", "constructor"]]])(
    "loads all of a noun to list or to suggest from: %s",
    async (words) => {
      expect(await verbsFor(words)).toEqual({ ...none, kb: all["kb"] });
    },
  );

  it.each([[[]], [["--help"]], [["--version"]], [["doctor"]], [["--json", "demo", "kb"]]])(
    "loads no noun's commands for %s",
    async (words) => {
      expect(await verbsFor(words)).toEqual(none);
    },
  );

  it.each([
    [["search"]],
    [["help", "kb"]],
    [["completion", "bash"]],
    [["-qC", "kb", "nlu", "train"]],
    [["--bad", "kb"]],
  ])("loads everything where a word could belong anywhere: %s", async (words) => {
    expect(await verbsFor(words)).toEqual(all);
  });
});
