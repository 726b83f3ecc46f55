import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { kbEvalOutput, type KbEvalOutput } from "../../src/commands/kb/eval-schemas.js";
import { copyFixture, kefu, tempFolder } from "./support.js";
import type { Run } from "./support.js";

const QUERIES = [
  { q: "忘记手机银行登录密码怎么重置", ids: ["BK-001"], kind: "exact" },
  { q: "密碼忘記了，手機銀行登不進去", ids: ["BK-001"], kind: "hant" },
  { q: "我想换个便宜点的套餐", ids: ["TC-001"], kind: "paraphrase" },
  { q: "火星上有没有外星人", ids: [], kind: "oos" },
];

let cwd: string;

const evaluate = (...args: string[]): Promise<Run> => kefu(["kb", "eval", "q.jsonl", ...args], { cwd });
const documentOf = (run: Run): KbEvalOutput => JSON.parse(run.stdout) as KbEvalOutput;
const file = (name: string): string => readFileSync(path.join(cwd, name), "utf8");

beforeAll(async () => {
  cwd = copyFixture("hotline-demo");
  writeFileSync(path.join(cwd, "q.jsonl"), QUERIES.map((query) => JSON.stringify(query)).join("\n"));
  const { code, stderr } = await kefu(["kb", "ingest", "--quiet"], { cwd });
  expect(code, stderr).toBe(0);
}, 60_000);

describe("kefu kb eval", () => {
  it("prints one document that fits its schema", async () => {
    const run = await evaluate("--json", "--noise", "typo");
    expect(run.code, run.stderr).toBe(0);
    const document = documentOf(run);
    expect(kbEvalOutput.parse(document)).toEqual(document);
    expect(document).toMatchObject({ n: 4, inScope: 3, outOfScope: 1, byKind: { exact: { recall: { "1": 1 } } } });
    expect(document.queries.map(({ ids }) => ids)).toEqual(QUERIES.map(({ ids }) => ids));
  });

  it("writes the same bytes again, without times unless they are asked for", async () => {
    await evaluate("-o", "a.json", "-q");
    await evaluate("-o", "b.json", "-q");
    await evaluate("-o", "c.json", "-q", "--latency");
    expect(file("a.json")).toBe(file("b.json"));
    expect(file("a.json")).not.toContain("latency");
    expect((JSON.parse(file("c.json")) as KbEvalOutput).latency?.p50).toBeGreaterThan(0);
  });

  it("writes a page with its curves, and refuses to write over it", async () => {
    expect((await evaluate("-o", "r.html")).code).toBe(0);
    expect(file("r.html").match(/<svg /g)).toHaveLength(3);
    // What the threshold is worth stands on the page, too.
    expect(file("r.html")).toContain("kefu kb tune");
    expect((await evaluate("-o", "r.html")).code).toBe(2);
    expect((await evaluate("-o", "r.docx")).code).toBe(2);
  });

  it("ends with 1 when a gate is not met, and says which", async () => {
    const met = await evaluate("--fail-under", "recall@5=0.1,wrongAnswerRate<=1");
    expect(met.code, met.stderr).toBe(0);
    const failed = await evaluate("--json", "--fail-under", "recall@5=0.1,coverage>=1", "--rate", "0");
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain("coverage");
    expect(documentOf(failed).gates.map(({ met: isMet }) => isMet)).toEqual([true, false]);
    expect((await evaluate("--fail-under", "speed=1")).code).toBe(2);
  });

  it("compares with an earlier evaluation and with another workspace", async () => {
    await evaluate("-o", "old.json", "-q");
    const same = documentOf(await evaluate("--json", "--compare", "old.json")).comparison;
    expect(same).toMatchObject({ baseline: "old.json", n: 4, unpaired: 0, flips: [] });
    const other = tempFolder();
    writeFileSync(path.join(other, "kefu.yaml"), "version: 1\nname: other\n");
    const entries = [
      { id: "BK-001", question: "外星人", answer: "没有。" },
      { id: "TC-001", question: "套餐", answer: "换。" },
    ];
    writeFileSync(path.join(other, "a.json"), JSON.stringify(entries));
    expect((await kefu(["kb", "ingest", "a.json"], { cwd: other })).code).toBe(0);
    const against = documentOf(await evaluate("--json", "--compare-workspace", other)).comparison;
    expect(against).toMatchObject({ n: 4, unpaired: 0 });
    expect(against?.figures["recall@1"]).toMatchObject({ lost: 0 });
    const index = path.join(cwd, ".kefu", "index");
    expect(documentOf(await evaluate("--json", "--compare-index", index)).comparison).toMatchObject({ flips: [] });
    expect((await evaluate("--compare", "kefu.yaml")).code).toBe(3);
  });

  it("lists unknown ids with their rows, and leaves them out when told to", async () => {
    writeFileSync(path.join(cwd, "bad.csv"), "问题,知识ID\n怎么重置密码,BK-001;NO-1\n运费,NO-2\n");
    const run = await kefu(["kb", "eval", "bad.csv", "--json"], { cwd });
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: {
        code: "kb.eval.unknown-ids",
        issues: [{ where: { file: "bad.csv", row: 2 } }, { where: { file: "bad.csv", row: 3 } }],
      },
    });
    const skipping = await kefu(["kb", "eval", "bad.csv", "--json", "--skip-unknown"], { cwd });
    expect(documentOf(skipping)).toMatchObject({ n: 1, skipped: 1 });
  });

  it("evaluates a new workspace with one FAQ file and nothing else set", async () => {
    const fresh = tempFolder();
    writeFileSync(
      path.join(fresh, "faq.jsonl"),
      [
        { faq_id: 0, question: "What is COVID-19?", answer: "An illness." },
        { faq_id: 1, question: "Should I wear a mask?", answer: "Yes." },
      ]
        .map((entry) => JSON.stringify(entry))
        .join("\n"),
    );
    writeFileSync(path.join(fresh, "queries.jsonl"), '{"query": "do i need a mask", "faq_ids": [1]}\n');
    for (const args of [
      ["init", "--yes"],
      ["kb", "ingest", "faq.jsonl"],
    ]) {
      const { code, stderr } = await kefu(args, { cwd: fresh });
      expect(code, stderr).toBe(0);
    }
    const run = await kefu(["kb", "eval", "queries.jsonl", "--json"], { cwd: fresh });
    expect(run.code, run.stderr).toBe(0);
    expect(documentOf(run)).toMatchObject({ n: 1, recall: { "1": 1 } });
  });
});
