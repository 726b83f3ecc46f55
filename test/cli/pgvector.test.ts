import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestPostgres } from "../support/postgres.js";
import { kefu, tempFolder, type Run } from "./support.js";

const PASSWORD = "n0t-to-be-seen";
let server: TestPostgres;
let workspace: string;
const seen: string[] = [];

/** Runs a command in the workspace, and keeps all that it said. */
async function run(args: readonly string[], port = server.port): Promise<Run> {
  const env = { KEFU_PG_URL: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, KEFU_DEBUG: "1" };
  const done = await kefu(args, { cwd: workspace, env });
  seen.push(done.stdout, done.stderr);
  return done;
}

beforeAll(async () => {
  server = await TestPostgres.start();
  workspace = tempFolder();
  await kefu(["init", "--yes"], { cwd: workspace });
  appendFileSync(
    path.join(workspace, "kefu.local.yaml"),
    "index:\n  backend: pgvector\n  pgvector: { schema: shop }\n",
  );
  const rows = ["R1,怎么退款,七天之内可以退款", "R2,运费谁出,质量问题由商家出", "R3,发票怎么开,在订单页申请"];
  writeFileSync(path.join(workspace, "faq", "more.csv"), `知识ID,标准问,答案\n${rows.join("\n")}\n`);
}, 120_000);

afterAll(() => server.stop());

describe("index.backend: pgvector", () => {
  it("is not found before anything was published", { timeout: 60_000 }, async () => {
    const { code, stderr } = await run(["kb", "search", "退款"]);
    expect(code).toBe(4);
    expect(stderr).toContain("kefu kb ingest");
  });

  it("publishes with every change, searches without a local index, and ends", { timeout: 120_000 }, async () => {
    const ingested = await run(["kb", "ingest", "--json"]);
    expect(ingested).toMatchObject({ code: 0 });
    const { published, total } = JSON.parse(ingested.stdout) as { published: object; total: number };
    expect(published).toMatchObject({ schema: "shop", generation: 1, added: total, written: true });
    const here = await kefu(["kb", "search", "怎么退款", "--json"], {
      cwd: workspace,
      env: { KEFU_INDEX_BACKEND: "local" },
    });
    rmSync(path.join(workspace, ".kefu"), { recursive: true });
    const there = await run(["kb", "search", "怎么退款", "--json"]);
    expect(there).toMatchObject({ code: 0, stdout: here.stdout });
    const asked = await run(["kb", "ask", "运费谁出", "--json"]);
    expect(JSON.parse(asked.stdout)).toMatchObject({ decision: "answer", answer: { id: "R2" } });
    writeFileSync(path.join(workspace, "q.jsonl"), `${JSON.stringify({ q: "发票怎么开", ids: ["R3"] })}\n`);
    expect(JSON.parse((await run(["kb", "eval", "q.jsonl", "--json"])).stdout)).toMatchObject({
      n: 1,
      recall: { "1": 1 },
    });
    expect((await run(["doctor"])).stdout).toMatch(/✓ pgvector: .*generation 1/);
    const removed = await run(["kb", "ingest", "--json"]);
    expect(JSON.parse(removed.stdout)).toMatchObject({ published: { added: 0, changed: 0, removed: 0 } });
    expect(await run(["kb", "remove", "faq/more.csv"])).toMatchObject({ code: 0 });
    expect(JSON.parse((await run(["kb", "ask", "运费谁出", "--json"])).stdout)).not.toMatchObject({
      answer: { id: "R2" },
    });
    expect(await run(["kb", "restore", "1"])).toMatchObject({ code: 0 });
    expect(JSON.parse((await run(["kb", "ask", "运费谁出", "--json"])).stdout)).toMatchObject({ answer: { id: "R2" } });
  });

  it("says that the server is away, keeps the local index, and publishes later", { timeout: 120_000 }, async () => {
    await server.kill();
    const asked = await run(["kb", "ask", "怎么退款", "--json"]);
    expect(asked.code).toBe(4);
    expect(JSON.parse(asked.stdout)).toMatchObject({ error: { code: "kb.backend.unreachable", exitCode: 4 } });
    const file = path.join(workspace, "faq", "more.csv");
    writeFileSync(file, `${readFileSync(file, "utf8")}R4,积分怎么用,下单时抵扣\n`);
    const failed = await run(["kb", "ingest"]);
    expect(failed.code).toBe(4);
    expect((await run(["doctor"])).stdout).toMatch(/✗ pgvector: /);
    await server.listen();
    const again = await run(["kb", "ingest", "--json"]);
    expect(JSON.parse(again.stdout)).toMatchObject({ written: false, published: { added: 1, written: true } });
    expect(JSON.parse((await run(["kb", "ask", "积分怎么用", "--json"])).stdout)).toMatchObject({
      answer: { id: "R4" },
    });
  });

  it("never shows the password", () => {
    expect(seen.join("\n")).not.toContain(PASSWORD);
  });
});
