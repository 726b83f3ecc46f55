import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { nluEvalOutput, type NluEvalOutput } from "../../src/commands/nlu/eval-schemas.js";
import { kefu, tempFolder, type Run } from "./support.js";

const WORDS: Readonly<Record<string, readonly string[]>> = {
  refund: ["我要退款", "怎么退钱", "退款多久到账", "把钱退给我", "退货退款怎么办", "退款申请", "能退款吗", "退钱"],
  human: ["转人工", "人工客服", "找真人", "我要人工", "真人客服在吗", "接人工", "人工服务", "叫个人来"],
  "order/track": [
    "订单到哪了",
    "查快递",
    "物流信息",
    "包裹在哪里",
    "快递什么时候到",
    "查一下订单",
    "订单查询",
    "物流到哪",
  ],
  oos: ["今天天气怎么样", "讲个笑话", "写一首诗", "火星有多远", "谁赢了比赛", "唱首歌", "一加一等于几", "推荐一部电影"],
};

const TEST = [
  { text: "怎么退款", intent: "refund" },
  { text: "我想退钱", intent: "refund" },
  { text: "帮我转人工客服", intent: "human" },
  { text: "快递到哪了", intent: "order/track" },
  { text: "转人工", intent: "unheard" },
  { text: "今天股票涨了吗", intent: "OOS" },
];

let cwd: string;
const evaluate = (...args: string[]): Promise<Run> => kefu(["nlu", "eval", ...args], { cwd });
const documentOf = (run: Run): NluEvalOutput => JSON.parse(run.stdout) as NluEvalOutput;
const file = (name: string): string => readFileSync(path.join(cwd, name), "utf8");

beforeAll(async () => {
  cwd = tempFolder();
  const lines = Object.entries(WORDS).flatMap(([intent, texts]) => texts.map((text) => `${text},${intent}`));
  writeFileSync(path.join(cwd, "train.csv"), `text,intent\n${lines.join("\n")}\n`);
  writeFileSync(path.join(cwd, "test.jsonl"), TEST.map((line) => JSON.stringify(line)).join("\n"));
  writeFileSync(path.join(cwd, "kefu.yaml"), "version: 1\nname: t\nnlu:\n  data: [train.csv]\n");
  const { code, stderr } = await kefu(["nlu", "train"], { cwd });
  expect(code, stderr).toBe(0);
}, 60_000);

describe("kefu nlu eval", () => {
  it("prints one document of a test file that fits its schema, with what is out of scope apart", async () => {
    const run = await evaluate("--test", "test.jsonl", "--json", "--noise", "typo,script", "--learning-curve");
    expect(run.code, run.stderr).toBe(0);
    const document = documentOf(run);
    expect(nluEvalOutput.parse(document)).toEqual(document);
    expect(document).toMatchObject({ method: { kind: "hold-out" }, n: 6, inScope: { n: 5 }, outOfScope: { n: 1 } });
    expect(document.noise?.map(({ kind }) => kind)).toEqual(["typo", "script"]);
    expect(document.learningCurve?.points.map(({ share }) => share)).toEqual([0.125, 0.25, 0.5, 1]);
    expect(document.utterances[3]).toMatchObject({ text: "快递到哪了", where: { file: "test.jsonl", line: 4 } });
    expect(run.stderr).toContain("unheard");
    // 转人工 stands in the training data, which is known to be that of kefu.yaml.
    expect(document.seen).toBe(1);
  });

  it("says what of a test was trained on, where that is known, and which intent is probably none", async () => {
    const quiet = await evaluate("--test", "test.jsonl", "-q", "-o", "seen.md");
    expect(quiet.stderr).toContain("stand in the training data, too: 1 of 6");
    expect(file("seen.md")).toContain("stand in the training data, too: 1 of 6");
    writeFileSync(path.join(cwd, "other.csv"), "text,intent\n退钱,refund\n天有多高,out_of_scope\n地有多厚,None\n");
    const other = await evaluate("train.csv", "--test", "other.csv", "--json");
    expect(documentOf(other).seen).toBe(1);
    for (const name of ["out_of_scope", "None"]) expect(other.stderr).toContain(`${name} is taken as an intent`);
    writeFileSync(path.join(cwd, "kefu.yaml"), "version: 1\nname: t\nnlu:\n  data: [other.csv]\n");
    const unknown = await evaluate("--test", "test.jsonl", "--json");
    writeFileSync(path.join(cwd, "kefu.yaml"), "version: 1\nname: t\nnlu:\n  data: [train.csv]\n");
    expect([unknown.code, documentOf(unknown).seen]).toEqual([0, undefined]);
  });

  it("cross-validates the workspace's data, the same bytes again", async () => {
    for (const name of ["a.json", "b.json"]) {
      const run = await evaluate("--folds", "2", "--repeats", "2", "-o", name);
      expect(run.code, run.stderr).toBe(0);
      expect(run.stdout).toContain("mean of folds");
    }
    expect(file("a.json")).toBe(file("b.json"));
    expect(JSON.parse(file("a.json"))).toMatchObject({ n: 64, method: { folds: 2, repeats: 2 } });
  });

  it("tests a model of other data without the workspace's", async () => {
    const few = Object.entries(WORDS).flatMap(([intent, texts]) =>
      texts.slice(0, 3).map((text) => `${text},${intent}`),
    );
    writeFileSync(path.join(cwd, "few.csv"), `text,intent\n${few.join("\n")}\n`);
    const run = await evaluate("few.csv", "--test", "test.jsonl", "--json");
    expect(run.code, run.stderr).toBe(0);
    expect(documentOf(run).n).toBe(6);
  });

  it("ends with 1 when a gate is missed, and says each with its value", async () => {
    const gates = ["--fail-under", "accuracy=0.1,recall.unheard=0.5", "--fail-under", "recall.nobody=0.5"];
    const run = await evaluate("--test", "test.jsonl", "--json", "-o", "gates.xml", ...gates);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/recall\.unheard is 0\.0000.*>= 0\.5/);
    expect(run.stderr).toContain("recall.nobody");
    expect(documentOf(run).gates.map(({ met }) => met)).toEqual([true, false, false]);
    const xml = file("gates.xml");
    expect(xml).toMatch(/<testsuites name="kefu nlu eval" tests="6" failures="2"/);
    // Servers know a case again by its name: figures stand beside it.
    expect(xml).toMatch(/<testcase classname="intents" name="human" [^>]*>\s*<system-out>recall \d/);
    expect(xml).toContain("test.jsonl:5: 转人工 (unheard → human)");
    expect((await evaluate("--test", "test.jsonl", "--fail-under", "accuracy=0.1")).code).toBe(0);
  });

  it("writes a page with its charts, and Markdown with the same figures", async () => {
    const run = await evaluate("--test", "test.jsonl", "-o", "r.html", "-o", "r.md", "--learning-curve");
    expect(run.code, run.stderr).toBe(0);
    // Matrix, weakest intents, learning curve, slices, risk and coverage, reliability.
    expect(file("r.html").match(/<svg /g)).toHaveLength(6);
    expect(file("r.html")).not.toMatch(/src=|href=/);
    expect(file("r.html")).toContain("test.jsonl:5");
    expect(file("r.md")).toContain("### unheard → human");
    expect((await evaluate("--test", "test.jsonl", "-o", "r.html")).code).toBe(2);
  });

  it("compares results and models", async () => {
    await evaluate("--test", "test.jsonl", "-o", "old.json");
    const now = documentOf(await evaluate("few.csv", "--test", "test.jsonl", "--json", "--compare", "old.json"));
    expect(now.comparison).toMatchObject({ baseline: "old.json", n: 6, unpaired: 0 });
    await evaluate("few.csv", "--test", "test.jsonl", "-o", "new.json");
    const two = documentOf(await evaluate("--json", "--compare", "old.json", "new.json"));
    expect(two.comparison).toEqual(now.comparison);
    expect({ n: two.n, accuracy: two.accuracy }).toEqual({ n: now.n, accuracy: now.accuracy });
    const model = path.join(".kefu", "nlu", "model.kmodel");
    const same = documentOf(await evaluate("--test", "test.jsonl", "--json", "--compare", model, "old.json"));
    expect(same.comparison).toMatchObject({ flips: [], figures: { accuracy: { gained: 0, lost: 0, p: 1 } } });
  });

  it.each([
    [["--fail-under", "acuracy=1"], 2, "no figure “acuracy”.*did you mean accuracy"],
    [["--fail-under", "accuracy=90"], 2, "“accuracy=90”: the bound is at most 1"],
    [["--fail-under", "accuracy"], 2, "“accuracy” cannot be read"],
    [["--fail-under", "noise.typo=0.5"], 2, "needs a test with that noise.*add --noise typo"],
    [["--fail-under", "noise.static=0.5", "--noise", "typo"], 2, "kinds: typo, "],
    [["--test", "test.jsonl", "--fail-under", "recall.refnd=0.5"], 1, "did you mean recall\\.refund"],
    [["--test", "test.jsonl", "--cost", "refnd>human=2"], 0, "neither tested nor predicted here: refnd\\n"],
    [["--cost", "refund=2"], 2, "EXPECTED>PREDICTED=COST"],
    [["--noise", "static"], 2, "kinds of noise"],
    [["-o", "report.docx"], 2, "\\.html"],
    [["--compare", ".kefu/nlu/model.kmodel"], 2, "test"],
    [["--compare", "train.csv"], 2, "needs an earlier result .*: train\\.csv"],
    [["--compare", "a.json", "b.json", "--noise", "typo"], 2, ""],
    [["--test", "test.jsonl", "--compare", "nowhere.json"], 3, "no such file or folder: nowhere\\.json"],
    [["--test", "test.jsonl", "--compare", "nowhere.kmodel"], 3, "no such file or folder: nowhere\\.kmodel"],
    [["--test", "nowhere.csv"], 3, "nowhere\\.csv"],
  ] as const)("answers %j with %i, and says what to do", async (args, code, said) => {
    const run = await evaluate(...args);
    expect(run.code, run.stderr).toBe(code);
    expect(run.stderr).toMatch(new RegExp(said, "su"));
  });
});
