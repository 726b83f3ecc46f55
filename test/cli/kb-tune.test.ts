import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture, kefu, tempFolder } from "./support.js";

interface TuneDocument {
  readonly questions: { readonly labelled: number; readonly similar: number; readonly similarOutOfScope: number };
  readonly comparedOn: string;
  readonly weights: string;
  readonly settings: { readonly from: string; readonly promise: boolean; readonly questions: number };
}

let cwd: string;
const tuning = (): string => path.join(cwd, ".kefu", "tuning.json");
const json = async <T>(...args: string[]): Promise<T> => {
  const run = await kefu([...args, "--json"], { cwd });
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout) as T;
};
const basisOf = async (question: string): Promise<TuneDocument["settings"]> =>
  (await json<TuneDocument>("kb", "ask", question)).settings;

beforeAll(async () => {
  cwd = copyFixture("hotline-demo");
  // One of its files: every question is asked three times over.
  await kefu(["kb", "ingest", "faq/银行.csv"], { cwd });
  const questions = [
    ...["忘记登录密码了怎么办", "信用卡年费怎么收", "退款多久到账", "怎么开发票"].flatMap((q) => [
      q,
      `请问${q}`,
      `${q}呢`,
    ]),
    ...["火星上能住人吗", "今天股市涨了没有", "怎么做红烧肉", "明天几点日出", "足球比赛谁赢了", "帮我写一首诗"],
    ...["附近哪里有电影院", "猫为什么怕水"],
  ];
  const entries = await json<{ results: { id: string }[] }>("kb", "search", "忘记登录密码了怎么办");
  const lines = questions.map((q, at) => JSON.stringify({ q, ids: at < 12 ? [entries.results[0]!.id] : [] }));
  writeFileSync(path.join(cwd, "callers.jsonl"), `${lines.join("\n")}\n`);
}, 180_000);

describe("kefu kb tune", () => {
  it("says of every decision that the shipped thresholds promise nothing", async () => {
    expect(await basisOf("怎么退款")).toMatchObject({ from: "default", promise: false, questions: 0 });
  });

  it("fits on similar questions, which give an estimate and no promise, the same each time", async () => {
    const document = await json<TuneDocument>("kb", "tune");
    expect(document).toMatchObject({ comparedOn: "similar", settings: { from: "similar", promise: false } });
    expect(document.questions.similar).toBeGreaterThan(30);
    expect(document.questions.similarOutOfScope).toBeGreaterThan(4);
    expect(["tuned", "kept"]).toContain(document.weights);
    const first = readFileSync(tuning(), "utf8");
    await json("kb", "tune");
    expect(readFileSync(tuning(), "utf8")).toBe(first);
    expect(await basisOf("怎么退款")).toMatchObject({ from: "similar", promise: false });
    expect(await json("kb", "stats")).toMatchObject({ tuning: { on: "similar" } });
  }, 180_000);

  it("writes nothing with --dry-run, and a report where -o says", async () => {
    rmSync(tuning(), { force: true });
    const file = path.join(tempFolder(), "report.md");
    const run = await kefu(["kb", "tune", "--dry-run", "-o", file, "--locale", "en"], { cwd });
    expect(run.code, run.stderr).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("| recall@1 |");
    expect(() => readFileSync(tuning())).toThrow();
  }, 180_000);

  it("promises on labelled questions, carries it into bundles, and not beyond what their number allows", async () => {
    const document = await json<TuneDocument>("kb", "tune", "--queries", "callers.jsonl");
    expect(document).toMatchObject({
      questions: { labelled: 20 },
      comparedOn: "labelled",
      settings: { from: "labelled", promise: true, questions: 20 },
    });
    expect(await basisOf("怎么退款")).toMatchObject({ from: "labelled", promise: true });
    expect(await json("kb", "eval", "callers.jsonl")).toMatchObject({ n: 20, tunedOn: 20 });
    writeFileSync(
      path.join(cwd, "new.jsonl"),
      '{"q":"密码忘了！","ids":[]}\n{"q":"忘记登录密码了 怎么办？","ids":[]}\n',
    );
    const run = await kefu(["kb", "eval", "new.jsonl", "--locale", "en"], { cwd });
    expect(run.stderr).toContain("1 of the 2 questions");
    const { checks } = await json<{ checks: { id: string; state: string }[] }>("doctor");
    expect(checks).toContainEqual(expect.objectContaining({ id: "tuning", state: "ok" }));
    await json("bot", "export", "-o", "tuned.kefu");
    expect(await json("bot", "verify", "tuned.kefu")).toMatchObject({ verified: true });
    const strict = await json<TuneDocument>("kb", "tune", "--queries", "callers.jsonl", "--rate", "0.02", "--dry-run");
    expect(strict.settings).toMatchObject({ from: "default", promise: false, questions: 20, needed: 49 });
  }, 180_000);

  it("is ignored with a warning where the file is damaged or of other weights", async () => {
    const good = readFileSync(tuning(), "utf8");
    const others = good.replace(/"fusion":"[0-9a-f]{16}"/, '"fusion":"0000000000000000"');
    for (const bad of ["{", '{"format":"kefu-tuning","version":9}', others]) {
      writeFileSync(tuning(), bad);
      const run = await kefu(["kb", "ask", "怎么退款", "--locale", "en"], { cwd });
      expect(run.code, run.stderr).toBe(0);
      expect(run.stderr).toContain("kefu kb tune");
      expect(run.stderr).toContain("the tuning is ignored");
      const { checks } = await json<{ checks: { id: string; state: string }[] }>("doctor");
      expect(checks).toContainEqual(expect.objectContaining({ id: "tuning", state: "missing" }));
    }
    writeFileSync(tuning(), good);
  }, 180_000);

  it("has nothing to tune a knowledge base on that has no similar questions", async () => {
    const bare = tempFolder();
    writeFileSync(path.join(bare, "kefu.yaml"), "version: 1\nname: t\nkb:\n  sources: [a.csv]\n");
    writeFileSync(path.join(bare, "a.csv"), "question,answer\nhow do I pay,by card\n");
    await kefu(["kb", "ingest"], { cwd: bare });
    const run = await kefu(["kb", "tune", "--locale", "en"], { cwd: bare });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain("--queries FILE");
  });
});
