import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import * as botSchemas from "../../src/commands/bot/schemas.js";
import * as askSchemas from "../../src/commands/kb/ask-schemas.js";
import * as entrySchemas from "../../src/commands/kb/entry-schemas.js";
import * as ingestSchemas from "../../src/commands/kb/ingest-schemas.js";
import * as lintSchemas from "../../src/commands/kb/lint-schemas.js";
import * as runSchemas from "../../src/commands/kb/run-schemas.js";
import * as searchSchemas from "../../src/commands/kb/search-schemas.js";
import * as tuneSchemas from "../../src/commands/kb/tune-schemas.js";
import * as modelSchemas from "../../src/commands/model/schemas.js";
import * as nluDataSchemas from "../../src/commands/nlu/data-schemas.js";
import { nluEvalOutput } from "../../src/commands/nlu/eval-schemas.js";
import * as nluSchemas from "../../src/commands/nlu/schemas.js";
import * as reportSchemas from "../../src/commands/report/schemas.js";
import * as schemas from "../../src/commands/schemas.js";
import { writeBertModel } from "../support/bert-model.mjs";
import { copyFixture, kefu, tempFolder } from "./support.js";
import type { Run } from "./support.js";

const kbSchemas = {
  ...askSchemas,
  ...entrySchemas,
  ...ingestSchemas,
  ...lintSchemas,
  ...runSchemas,
  ...searchSchemas,
  ...tuneSchemas,
};

let workspace: string;
let ingested: Run;
let trained: Run;
let exported: Run;

/** The one document of a run, which must be all of stdout. */
function documentOf(run: Run): unknown {
  return JSON.parse(run.stdout) as unknown;
}

/** Holds the document against its schema; a field that the schema does not name is a fault, too. */
function expectFits(schema: z.ZodType, document: unknown): void {
  expect(schema.parse(document)).toEqual(document);
}

beforeAll(async () => {
  workspace = copyFixture("hotline-demo");
  ingested = await kefu(["kb", "ingest", "--json"], { cwd: workspace });
  trained = await kefu(["nlu", "train", "--json"], { cwd: workspace });
  exported = await kefu(["bot", "export", "-o", "demo.kefu", "--json"], { cwd: workspace });
}, 120_000);

interface Case {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly run: () => Promise<Run> | Run;
}

const inWorkspace =
  (...args: string[]) =>
  (): Promise<Run> =>
    kefu([...args, "--json"], { cwd: workspace });

const cases: readonly Case[] = [
  { name: "kb ingest", schema: kbSchemas.kbIngestOutput, run: () => ingested },
  { name: "kb ingest --dry-run", schema: kbSchemas.kbIngestOutput, run: inWorkspace("kb", "ingest", "--dry-run") },
  { name: "kb diff", schema: kbSchemas.kbDiffOutput, run: inWorkspace("kb", "diff") },
  { name: "kb search", schema: kbSchemas.kbSearchOutput, run: inWorkspace("kb", "search", "怎么退款") },
  { name: "kb ask", schema: kbSchemas.kbAskOutput, run: inWorkspace("kb", "ask", "忘记密码怎么办") },
  { name: "kb ask, far off", schema: kbSchemas.kbAskOutput, run: inWorkspace("kb", "ask", "火星上有没有外星人") },
  { name: "kb export", schema: kbSchemas.kbExportOutput, run: inWorkspace("kb", "export") },
  { name: "kb list", schema: kbSchemas.kbListOutput, run: inWorkspace("kb", "list") },
  { name: "kb show", schema: kbSchemas.kbShowOutput, run: inWorkspace("kb", "show", "BK-001") },
  { name: "kb lint", schema: kbSchemas.kbLintOutput, run: inWorkspace("kb", "lint", "--at", "2026-06-01") },
  {
    name: "kb lint --list-rules",
    schema: kbSchemas.kbLintRulesOutput,
    run: inWorkspace("kb", "lint", "--list-rules"),
  },
  { name: "kb history", schema: kbSchemas.kbHistoryOutput, run: inWorkspace("kb", "history") },
  {
    name: "kb restore --dry-run",
    schema: kbSchemas.kbRestoreOutput,
    run: inWorkspace("kb", "restore", "1", "--dry-run"),
  },
  {
    name: "kb remove --dry-run",
    schema: kbSchemas.kbRemoveOutput,
    run: inWorkspace("kb", "remove", "faq/电商.xlsx", "--dry-run"),
  },
  { name: "kb tune", schema: kbSchemas.kbTuneOutput, run: inWorkspace("kb", "tune", "--dry-run") },
  { name: "kb stats", schema: kbSchemas.kbStatsOutput, run: inWorkspace("kb", "stats") },
  { name: "nlu train", schema: nluSchemas.nluTrainOutput, run: () => trained },
  { name: "nlu eval", schema: nluEvalOutput, run: inWorkspace("nlu", "eval", "nlu/education.yml", "--folds", "2") },
  {
    name: "nlu convert",
    schema: nluDataSchemas.nluConvertOutput,
    run: inWorkspace("nlu", "convert", "nlu", "--to", "lu"),
  },
  { name: "nlu lint", schema: nluDataSchemas.nluLintOutput, run: inWorkspace("nlu", "lint") },
  {
    name: "nlu split",
    schema: nluDataSchemas.nluSplitOutput,
    run: inWorkspace("nlu", "split", "-o", "divided"),
  },
  {
    name: "nlu predict",
    schema: nluSchemas.nluPredictOutput,
    run: inWorkspace("nlu", "predict", "13800138001的订单到哪了"),
  },
  {
    name: "bot chat",
    schema: botSchemas.botChatOutput,
    run: () => kefu(["bot", "chat", "--no-record", "--json"], { cwd: workspace, input: "你好\n怎么退款\n转人工\n" }),
  },
  {
    name: "bot simulate",
    schema: botSchemas.botSimulateOutput,
    run: inWorkspace("bot", "simulate", "--conversations", "20"),
  },
  { name: "bot test", schema: botSchemas.botTestOutput, run: inWorkspace("bot", "test") },
  { name: "bot export", schema: botSchemas.botExportOutput, run: () => exported },
  { name: "bot verify", schema: botSchemas.botVerifyOutput, run: inWorkspace("bot", "verify", "demo.kefu") },
  { name: "report answers", schema: reportSchemas.reportAnswersOutput, run: inWorkspace("report", "answers") },
  { name: "model list", schema: modelSchemas.modelListOutput, run: inWorkspace("model", "list") },
  { name: "model info", schema: modelSchemas.modelInfoOutput, run: inWorkspace("model", "info") },
  {
    name: "model use --dry-run",
    schema: modelSchemas.modelUseOutput,
    run: inWorkspace("model", "use", "builtin", "--dry-run"),
  },
  {
    name: "model pull",
    schema: modelSchemas.modelPullOutput,
    run: () => {
      const folder = path.join(tempFolder(), "bert");
      writeBertModel(folder);
      return kefu(["model", "pull", folder, "--json"], { cwd: workspace });
    },
  },
  {
    name: "model info of a transformer",
    schema: modelSchemas.modelInfoOutput,
    run: inWorkspace("model", "info", "bert"),
  },
  { name: "doctor", schema: schemas.doctorOutput, run: inWorkspace("doctor") },
  { name: "completion", schema: schemas.completionOutput, run: inWorkspace("completion", "bash") },
  { name: "init", schema: schemas.initOutput, run: () => kefu(["init", "--yes", "--json"], { cwd: tempFolder() }) },
];

describe.each(cases)("kefu $name --json", ({ schema, run }) => {
  it("prints one document that fits its schema", async () => {
    const result = await run();
    expect({ code: result.code, stderr: result.code === 0 ? "" : result.stderr }).toEqual({ code: 0, stderr: "" });
    expectFits(schema, documentOf(result));
  });
});

describe("--json", () => {
  it("has a schema for every command that it is tested for, and a test for every schema", () => {
    const all = { ...botSchemas, ...kbSchemas, ...modelSchemas, ...nluSchemas, ...reportSchemas, ...schemas };
    const tested = new Set<unknown>([...cases.map(({ schema }) => schema), schemas.failureOutput, schemas.demoOutput]);
    const untested = Object.entries(all).filter(([name, schema]) => name.endsWith("Output") && !tested.has(schema));
    expect(untested.map(([name]) => name)).toEqual([]);
  });

  it.each([
    [["kb", "ingest", "nothing-here.csv"], 3],
    [["kb", "show", "no such id"], 3],
    [["kb", "list", "--unknown"], 2],
  ] as const)("prints the failure of %j as a document", async (args, code) => {
    const run = await kefu([...args, "--json"], { cwd: workspace });
    expect(run.code).toBe(code);
    const failure = documentOf(run);
    expectFits(schemas.failureOutput, failure);
    expect(failure).toMatchObject({ error: { exitCode: code } });
    expect(run.stderr).not.toBe("");
  });
});
