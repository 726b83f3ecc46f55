import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { nluConvertOutput, nluLintOutput, nluSplitOutput } from "../../src/commands/nlu/data-schemas.js";
import { kefu, tempFolder } from "./support.js";

let folder: string;

const file = (name: string): string => path.join(folder, name);
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(file(name)), { recursive: true });
  writeFileSync(file(name), text);
};
const read = (name: string): string => readFileSync(file(name), "utf8");
const run = (...args: string[]) => kefu(["nlu", ...args], { cwd: folder });

beforeEach(async () => {
  folder = tempFolder();
  await kefu(["init", "--yes"], { cwd: folder });
});

const MARKDOWN =
  '## intent:go\n- 去[北京](city)\n- 到[上海]{"entity": "city", "role": "to"}\n\n## lookup:city\n- 北京\n- 上海\n';

describe("kefu nlu convert", () => {
  it("turns Rasa's Markdown into its yml without loss, and refuses to overwrite", async () => {
    write("nlu.md", MARKDOWN);
    const { code, stdout, stderr } = await run("convert", "nlu.md", "-o", "out.yml", "--strict");
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("nothing was lost");
    expect(read("out.yml")).toContain('      - 到[上海]{"entity":"city","role":"to"}\n');
    expect((await run("convert", "nlu.md", "-o", "out.yml")).code).toBe(2);
    expect((await run("convert", "nlu.md", "-o", "out.yml", "--force")).code).toBe(0);
  });

  it("goes through a Dialogflow archive and back", async () => {
    write("nlu.md", MARKDOWN);
    expect((await run("convert", "nlu.md", "-o", "agent.zip")).code).toBe(0);
    expect((await run("convert", "agent.zip", "-o", "back.jsonl", "--from", "dialogflow")).code).toBe(0);
    expect(
      read("back.jsonl")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { text: "去北京", intent: "go", entities: [{ start: 1, end: 3, entity: "city" }] },
      { text: "到上海", intent: "go", entities: [{ start: 1, end: 3, entity: "city", role: "to" }] },
    ]);
  });

  it("reports losses with their places, and with --strict writes nothing", async () => {
    write(
      "corpus.json",
      JSON.stringify({ name: "c", locale: "en", data: [{ intent: "hi", utterances: ["hello"], answers: ["hey"] }] }),
    );
    const { code, stdout } = await run("convert", "corpus.json", "-o", "hi.csv", "--strict", "--json");
    expect(code).toBe(1);
    const document = nluConvertOutput.parse(JSON.parse(stdout));
    expect(document).toMatchObject({
      from: ["nlpjs"],
      to: "csv",
      lost: 1,
      losses: [{ kind: "answers", step: "read", count: 1 }],
    });
    expect(existsSync(file("hi.csv"))).toBe(false);
    expect((await run("convert", "corpus.json", "-o", "hi.csv")).code).toBe(0);
  });

  it("prints where no file is named, and says what to do where the form is not known", async () => {
    write("a.csv", "text,intent\nhello,greet\n");
    expect((await run("convert", "a.csv", "--to", "lu")).stdout).toContain("# greet\n- hello\n");
    expect(await run("convert", "a.csv", "-o", "a.json")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--to") as string,
    });
    write("b.txt", "nothing of the kind");
    expect(await run("convert", "b.txt", "--to", "csv")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("--from") as string,
    });
  });

  it("prints csv as plain text", async () => {
    write("a.yml", 'version: "3.1"\nnlu:\n  - intent: greet\n    examples: |\n      - hello\n');
    expect(await run("convert", "a.yml", "--to", "csv")).toMatchObject({
      code: 0,
      stdout: "text,intent\r\nhello,greet\n",
    });
  });

  it("leaves the tests of a bot's folder out", async () => {
    write("bot/data/nlu.yml", 'version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n      - one\n');
    write("bot/tests/test_nlu.yml", 'version: "3.1"\nnlu:\n  - intent: a\n    examples: |\n      - two\n');
    expect((await run("convert", "bot", "--to", "jsonl")).stdout.trim()).toBe('{"text":"one","intent":"a"}');
  });
});

describe("what stands in the way of an output", () => {
  const EXISTS = /there exists already\nhint: add --force/u;
  const FOLDER = /cannot write nlu: a folder of this name exists.*\nhint: name a file in it/su;
  const NO_FOLDER = /cannot write there: part of its path is a file/u;

  it.each([
    ["convert missing.csv --to csv -o there", 2, EXISTS],
    ["lint missing.csv -o there", 2, EXISTS],
    ["eval missing.csv -o new.json -o there.json", 2, /there\.json exists already\nhint: add --force/u],
    ["convert missing.csv --to csv -o nlu --force", 4, FOLDER],
    ["lint missing.csv -o nlu --force", 4, FOLDER],
    ["convert missing.csv --to botium -o there --force", 4, NO_FOLDER],
    ["convert missing.csv --to csv -o there/a.csv", 4, /cannot write there\/a\.csv: part of its path is a file/u],
    ["split nlu -o there --force", 4, NO_FOLDER],
  ])("kefu nlu %s says so before it reads anything, by the name that was given", async (command, code, said) => {
    write("there", "mine");
    write("there.json", "mine");
    const run1 = await run(...command.split(" "));
    expect([run1.code, run1.stdout]).toEqual([code, ""]);
    expect(run1.stderr).toMatch(said);
    expect(run1.stderr).not.toContain("missing.csv");
    expect([read("there"), read("there.json"), existsSync(file("new.json"))]).toEqual(["mine", "mine", false]);
  });
});

const rows = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, i) => `${"abcdefghij"[(i + from) % 10]!.repeat(6)} ${(i + from) * 7919},x${(i + from) % 2}\n`,
  ).join("");

describe("kefu nlu lint", () => {
  it("ends with 1 on errors, in every form, and obeys kefu.yaml", async () => {
    write("train.csv", `text,intent\n${rows(0, 24)}hello there,x0\nHello there!,x1\n`);
    write("test.csv", "text,intent\nhello there,x0\n");
    const plain = await run("lint", "train.csv", "--test", "test.csv");
    expect(plain.code).toBe(1);
    expect(plain.stdout).toMatch(/^train\.csv$/m);
    expect(plain.stdout).toMatch(/^ +27 {2}error {2}two-intents {2}“Hello there!” .* \(:26\)$/m);
    expect(plain.stdout).toMatch(/^two-intents: /m);
    const { stdout } = await run("lint", "train.csv", "--test", "test.csv", "--json");
    const document = nluLintOutput.parse(JSON.parse(stdout));
    expect(document.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["two-intents", "leakage"]));
    expect((await run("lint", "train.csv", "--rules", "two-intents", "--format", "github")).stdout).toContain(
      "::error file=train.csv,line=27",
    );
    const sarif = JSON.parse((await run("lint", "train.csv", "--format", "sarif")).stdout) as {
      runs: { results: unknown[] }[];
    };
    expect(sarif.runs[0]!.results.length).toBeGreaterThan(0);
    write("kefu.yaml", `${read("kefu.yaml")}\n`.replace(/^nlu:\n/m, "nlu:\n  lint: { rules: { two-intents: off } }\n"));
    if (!read("kefu.yaml").includes("two-intents"))
      write("kefu.yaml", `${read("kefu.yaml")}nlu: { lint: { rules: { two-intents: off } } }\n`);
    expect((await run("lint", "train.csv")).code).toBe(0);
  });
});

describe("waivers of kefu nlu lint", () => {
  const settings = (...waivers: object[]): string =>
    `version: 1\nname: test\nnlu:\n  data: [nlu/train.csv]\n  lint: ${JSON.stringify({ waivers })}\n`;
  const twice = { rule: "two-intents", text: "Hello there!", reason: "both bots greet" };

  it("accept findings, which are told apart, and are told of themselves when nothing needs them", async () => {
    write("nlu/train.csv", `text,intent\n${rows(0, 24)}hello there,x0\nHello there!,x1\n`);
    write("kefu.yaml", settings(twice));
    const { code, stdout } = await run("lint", "--json");
    expect(code).toBe(0);
    const document = nluLintOutput.parse(JSON.parse(stdout));
    expect(document.counts).toMatchObject({ error: 0, waived: 1 });
    expect(document.waived).toMatchObject([{ rule: "two-intents", text: "Hello there!", reason: "both bots greet" }]);
    expect((await run("lint")).stdout).toContain("waived: 1");
    const { stdout: sarif } = await run("lint", "--format", "sarif");
    expect(JSON.parse(sarif)).toMatchObject({
      runs: [{ results: [{ suppressions: [{ kind: "external", justification: "both bots greet" }] }] }],
    });
    write("kefu.yaml", settings({ ...twice, file: "nlu/*.csv" }, { ...twice, text: "no such line" }));
    const unused = await run("lint", "--strict");
    expect([unused.code, unused.stdout]).toEqual([
      1,
      expect.stringMatching(/^kefu\.yaml$.*waiver {2}nothing needs/msu),
    ]);
    // Of one file alone nobody can tell.
    expect((await run("lint", "nlu/train.csv", "--strict")).code).toBe(0);
    write("kefu.yaml", settings({ ...twice, rule: "two-intent" }));
    expect(await run("lint")).toMatchObject({ code: 2, stderr: expect.stringContaining("two-intents") as string });
  });
});

describe("kefu nlu split", () => {
  it("writes the same files from data in any order, and refuses to overwrite", async () => {
    write("a.csv", `text,intent\n${rows(0, 40)}`);
    write("b.csv", `text,intent\n${rows(20, 40)}${rows(0, 20)}`);
    const { code, stdout } = await run("split", "a.csv", "-o", "one", "--test", "0.25", "--json");
    expect(code).toBe(0);
    const document = nluSplitOutput.parse(JSON.parse(stdout));
    expect(document.files.map(({ utterances }) => utterances)).toEqual([30, 10]);
    expect((await run("split", "b.csv", "-o", "two", "--test", "0.25")).code).toBe(0);
    for (const name of ["train.csv", "test.csv"]) expect(read(`two/${name}`)).toBe(read(`one/${name}`));
    expect((await run("split", "a.csv", "-o", "one", "--test", "0.25")).code).toBe(2);
    expect((await run("split", "a.csv", "-o", "folds", "--folds", "4", "--to", "jsonl")).code).toBe(0);
    expect(readdirSync(file("folds"))).toEqual(["fold-1", "fold-2", "fold-3", "fold-4"]);
    expect((await run("split", "a.csv", "-o", "x", "--test", "2")).code).toBe(2);
    expect((await run("split", "nlu/", "-o", "parts")).code).toBe(0);
    expect(readdirSync(file("parts"))).toEqual(["test.yml", "train.yml"]);
  });

  it("leaves no folds of an earlier division beside the new ones, and what else stands there alone", async () => {
    write("all.csv", `text,intent\n${rows(0, 40)}`);
    const split = (...more: string[]) => run("split", "all.csv", "-o", "again", ...more);
    expect((await split("--folds", "5")).code).toBe(0);
    write("again/fold-4/notes.txt", "mine");
    write("again/fold-5/own.csv", "mine");
    write("again/train.csv", "mine");
    const refused = await split("--folds", "3", "--to", "jsonl");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("fold-1/test.csv")]);
    const fewer = await split("--folds", "3", "--to", "jsonl", "--force");
    expect([fewer.code, fewer.stderr]).toEqual([0, expect.stringContaining("fold-5/train.csv")]);
    const left = readdirSync(file("again"), { recursive: true })
      .map(String)
      .filter((name) => name.includes("."));
    const parts = [1, 2, 3].flatMap((fold) => [`fold-${fold}/test.jsonl`, `fold-${fold}/train.jsonl`]);
    expect(left.sort()).toEqual([...parts, "fold-4/notes.txt", "fold-5/own.csv", "train.csv"]);
    // What is divided is not taken for a leftover.
    expect((await run("split", "again/fold-3/train.jsonl", "-o", "again", "--folds", "2", "--force")).code).toBe(0);
    expect(readdirSync(file("again/fold-3"))).toEqual(["train.jsonl"]);
  });
});
