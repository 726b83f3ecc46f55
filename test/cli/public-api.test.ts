import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture, environment, kefu, root, tempFolder } from "./support.js";

const run = promisify(execFile);

let bundle: string;
let scratch: string;

beforeAll(async () => {
  const workspace = copyFixture("hotline-demo");
  for (const args of [
    ["kb", "ingest"],
    ["nlu", "train"],
    ["bot", "export", "-o", "demo.kefu"],
  ]) {
    const { code, stderr } = await kefu(args, { cwd: workspace });
    if (code !== 0) throw new Error(stderr);
  }
  bundle = path.join(workspace, "demo.kefu");
  // A project of somebody's own, with the package installed in it.
  scratch = tempFolder();
  mkdirSync(path.join(scratch, "node_modules"));
  symlinkSync(root, path.join(scratch, "node_modules", "kefu"), "dir");
}, 120_000);

/** What a module in the scratch project prints, as JSON. */
async function inScratch(code: string): Promise<unknown> {
  const file = path.join(scratch, "main.mjs");
  writeFileSync(file, code);
  const { stdout } = await run(process.execPath, [file, bundle], { cwd: scratch, env: environment() });
  return JSON.parse(stdout) as unknown;
}

describe("the package", () => {
  it("loads a bundle by its path and holds a conversation", async () => {
    const said = await inScratch(`
      import { loadBundle } from "kefu";
      const calls = [];
      const actions = {
        async call(action, params) {
          calls.push([action, params.phone]);
          return { ok: true, value: { id: "42", status: "pending", item: "茶具", eta: "2026-06-08" } };
        },
      };
      const bot = await loadBundle(process.argv[2], { actions, now: () => "2026-06-03T09:00:00+08:00" });
      const session = bot.start({ caller: { phone: "13800138001" } });
      const turns = [];
      for (const text of ["帮我查一下我的订单到哪了", "请问退款一般要多久才能到账", "转人工"]) turns.push(await bot.turn(session, text));
      console.log(JSON.stringify({ calls, turns }));
    `);
    expect(said).toMatchObject({
      calls: [["lookup_order", "13800138001"]],
      turns: [
        { decision: "flow", intent: "query_order", text: expect.stringContaining("42") as string },
        { decision: "answer", entry: "EC-021" },
        { decision: "handover", handover: { group: "综合" }, ended: true },
      ],
    });
  });

  it("has a small runtime that needs bytes alone", async () => {
    const models = JSON.stringify(path.join(root, "models", "bilingual-static"));
    const answer = await inScratch(`
      import { readFileSync } from "node:fs";
      import { createStaticEncoder, loadBundleBytes, NO_ACTIONS } from "kefu/runtime";
      const file = (name) => readFileSync(${models} + "/" + name);
      const text = (name) => file(name).toString("utf8");
      const embedder = createStaticEncoder({
        model: file("model.bin"), vocab: text("vocab.txt"), config: text("config.json"), digest: text("digest.json"),
      });
      const ports = { actions: NO_ACTIONS, now: () => "2026-06-03T09:00:00+08:00" };
      const bot = await loadBundleBytes(readFileSync(process.argv[2]), embedder, ports);
      console.log(JSON.stringify(await bot.ask("請問退款一般多久可以入帳")));
    `);
    expect(answer).toMatchObject({ decision: "answer", entry: "EC-021", locale: "zh-TW" });
  });

  it("refuses a bundle that was changed, and says what is wrong with it", async () => {
    const bytes = readFileSync(bundle);
    bytes[bytes.length >> 1]! ^= 1;
    const broken = path.join(scratch, "broken.kefu");
    writeFileSync(broken, bytes);
    const refused = await inScratch(`
      import { KefuError, loadBundle } from "kefu";
      const error = await loadBundle(${JSON.stringify(broken)}).catch((thrown) => thrown);
      console.log(JSON.stringify({ ours: error instanceof KefuError, kind: error.kind, named: error.issues.length > 0 }));
    `);
    expect(refused).toEqual({ ours: true, kind: "findings", named: true });
  });
});
