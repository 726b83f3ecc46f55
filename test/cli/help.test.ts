import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/messages/all.js";
import type { Locale } from "../../src/messages/locale.js";
import { LOCALES } from "../../src/messages/locale.js";
import { createProgram } from "../../src/cli.js";
import type { Context } from "../../src/commands/context.js";
import { translator } from "../../src/messages/catalogue.js";
import { copyFixture, kefu, root, tempFolder } from "./support.js";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };

/** Registration needs words and a version only; everything else is used when a command runs. */
const context = { t: translator("en"), locale: "en", version } as unknown as Context;

function pathsOf(command: Command, words: readonly string[] = []): string[][] {
  return [[...words], ...command.commands.flatMap((child) => pathsOf(child, [...words, child.name()]))];
}

const commands = pathsOf(await createProgram(context)).map((words) => ({ words, name: ["kefu", ...words].join(" ") }));

const ENGLISH_OF_COMMANDER = /^(Usage|Options|Arguments|Commands|Global Options):|\(default:|\(choices:|display help/m;

/** What `--help` prints, without starting a process for each of the many commands. */
async function helpOf(words: readonly string[], locale: Locale): Promise<string> {
  let text = "";
  const printed = (program: Command): void => {
    program.exitOverride().configureOutput({ writeOut: (part) => (text += part) });
  };
  const line = [...words, "--help"];
  const program = await createProgram({ ...context, t: translator(locale), locale }, printed, line);
  await expect(program.parseAsync(line, { from: "user" })).rejects.toMatchObject({ exitCode: 0 });
  return text;
}

describe.each(commands)("$name --help", ({ words }) => {
  it.each(LOCALES)("speaks %s", async (locale) => {
    const help = await helpOf(words, locale);
    const texts = help.split(/[\s"'`()（）：:，,]+/);
    expect(texts.filter((text) => text in catalogue)).toEqual([]);
    if (locale !== "en") expect(help).not.toMatch(ENGLISH_OF_COMMANDER);
    if (locale !== "en") expect(help).toMatch(/\p{Script=Han}/u);
  });

  it("says what it does", async () => {
    const [usage, description] = (await helpOf(words, "en")).split("\n\n");
    expect(usage).toContain(["Usage: kefu", ...words].join(" "));
    expect(description).toMatch(/^[A-Z]/);
    expect(description).not.toContain("Options:");
  });
});

describe.each(LOCALES)("the program in %s", (locale) => {
  it.each([[[]], [["kb"]], [["kb", "search"]], [["doctor"]]])("prints the help of %j", async (words) => {
    const { code, stdout, stderr } = await kefu([...words, "--help", "--locale", locale]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(await helpOf(words, locale));
  });
});

describe("kefu", () => {
  it.each(["--version", "-V"])("prints its version with %s", async (flag) => {
    expect(await kefu([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("refuses an unknown command with code 2, and names the one that was meant", async () => {
    const { code, stdout, stderr } = await kefu(["kb", "serach", "x"]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("unknown command serach");
    expect(stderr).toContain("search");
    expect(stderr).toContain("--help");
  });

  it("names the noun of a verb that stands alone", async () => {
    const { code, stderr } = await kefu(["ingest"]);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown command ingest (did you mean kb ingest?)");
  });

  it.each([
    { args: ["help", "nope"], says: "unknown command nope" },
    { args: ["kb", "help", "nope"], says: "unknown command nope" },
    { args: ["completion", "nope"], says: "<shell>: “nope” does not fit. It takes one of: bash, zsh, fish." },
    { args: ["kb", "list", "--status", "nope"], says: "“nope” does not fit. It takes one of: draft, online, offline." },
    { args: ["kb", "ask", " "], says: "<text>: “ ” does not fit. It takes a text that is not blank." },
    { args: ["kb", "search", ""], says: "It takes a text that is not blank." },
  ])("says what is wrong with $args", async ({ args, says }) => {
    const { code, stdout, stderr } = await kefu(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
  });

  it.each([
    { args: [], message: "no command given" },
    { args: ["kb"], message: "no command given" },
    { args: ["help", "nope"], message: "unknown command nope" },
  ])("prints one JSON document where $args shows the help and fails", async ({ args, message }) => {
    const { code, stdout, stderr } = await kefu([...args, "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: "usage", exitCode: 2, message } });
    expect(stderr).toContain("Usage: kefu");
  });

  it("shows help and ends with code 2 when no command is given", async () => {
    const { code, stdout, stderr } = await kefu([]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain("Usage: kefu");
  });

  it("takes the language from --locale before KEFU_LOCALE before LANG", async () => {
    const env = { LANG: "zh_TW.UTF-8" };
    expect((await kefu(["--help"], { env })).stdout).toContain("顯示版本號");
    expect((await kefu(["--help"], { env: { ...env, KEFU_LOCALE: "zh-CN" } })).stdout).toContain("显示版本号");
    expect((await kefu(["--help", "--locale", "en"], { env: { ...env, KEFU_LOCALE: "zh-CN" } })).stdout).toContain(
      "Usage:",
    );
  });

  it("refuses a KEFU_LOCALE that it does not speak, unless --locale overrides it", async () => {
    const env = { KEFU_LOCALE: "xx" };
    const { code, stderr } = await kefu(["doctor"], { env });
    expect(code).toBe(2);
    expect(stderr).toContain("KEFU_LOCALE: “xx” is none of");
    expect((await kefu(["--help", "--locale", "en"], { env })).code).toBe(0);
  });

  it("warns once of a KEFU_* variable that is no setting, and names the one that was meant", async () => {
    const cwd = copyFixture("starter/en");
    const env = { KEFU_DECIDE_MAX_WRONG_ANSWER_RAT: "0.1", KEFU_DEBUG: "1" };
    const { stderr } = await kefu(["kb", "list"], { cwd, env });
    expect(stderr.match(/KEFU_\w+/g)).toEqual([
      "KEFU_DECIDE_MAX_WRONG_ANSWER_RAT",
      "KEFU_DECIDE_MAX_WRONG_ANSWER_RATE",
    ]);
    expect((await kefu(["kb", "list", "--quiet"], { cwd, env })).stderr).not.toContain("KEFU_");
  });

  it("starts a workspace beside a FAQ of one's own, names what it kept and writes no test of another FAQ", async () => {
    const cwd = tempFolder();
    mkdirSync(path.join(cwd, "faq"));
    writeFileSync(path.join(cwd, "faq", "faq.md"), "## Where are you?\n\nIn Hangzhou.\n");
    const { code, stdout, stderr } = await kefu(["init", "--yes", "--json"], { cwd });
    expect(code).toBe(0);
    const { written, kept } = JSON.parse(stdout) as { written: string[]; kept: string[] };
    expect(kept).toEqual(["faq/faq.md"]);
    expect(written).toContain("kefu.yaml");
    expect(written.filter((file) => file.startsWith("tests/") || file === "faq/faq.md")).toEqual([]);
    expect(stderr).toContain("kept as they are: faq/faq.md");
    expect(stderr).toContain("no first test was written");
    expect(readFileSync(path.join(cwd, "faq", "faq.md"), "utf8")).toContain("Hangzhou");
  });

  it("refuses a blank name", async () => {
    expect((await kefu(["init", "--yes", "--name", ""], { cwd: tempFolder() })).code).toBe(2);
  });

  it("uses no colour in a pipe", async () => {
    const { stdout, stderr } = await kefu(["doctor"], { env: { FORCE_COLOR: "" } });
    // eslint-disable-next-line no-control-regex -- an escape that starts a colour is what must not be there
    expect(stdout + stderr).not.toMatch(/\u001b\[/);
  });
});
