import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeBertModel } from "../../../test/support/bert-model.mjs";
import { isInstalled } from "../../../test/support/installed.js";
import { readModelFolder } from "../onnx/model-folder.js";
import { createTransformersEmbedder } from "../onnx/transformers-embedder.js";
import { TRANSFORMERS_PACKAGE } from "../onnx/transformers-library.js";
import { startModelThread } from "./embed-thread.js";

const worker = fileURLToPath(new URL("../../../dist/adapters/workers/embed-worker.js", import.meta.url));

const installed = isInstalled(TRANSFORMERS_PACKAGE);

let root: string;
let modelFolder: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "kefu-thread-"));
  modelFolder = path.join(root, "bert");
  writeBertModel(modelFolder);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const threads = (): number => (process.report.getReport() as { workers: unknown[] }).workers.length;

describe.skipIf(!installed)("a model in a thread of its own", () => {
  it("gives the vectors that it gives in this thread, and is gone when it is closed", async () => {
    const before = threads();
    const here = await createTransformersEmbedder({ modelFolder });
    const there = await createTransformersEmbedder({ modelFolder, worker });
    expect(there.info).toEqual(here.info);
    const texts = Array.from({ length: 300 }, (_, at) => `第${at}个订单在哪里${"？".repeat(at % 7)}`);
    let turns = 0;
    let done = false;
    const turn = (): void => {
      turns++;
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    const vectors = await there.embed(texts, "passage");
    done = true;
    // This thread went on while the other one computed.
    expect(turns).toBeGreaterThan(10);
    expect(vectors).toEqual(await here.embed(texts, "passage"));
    const several = await Promise.all([there.embed(["a"], "query"), there.embed(["b"], "query")]);
    expect(several.map(([vector]) => vector)).toEqual(await here.embed(["a", "b"], "query"));
    expect(threads()).toBe(before + 1);
    await here.close();
    await there.close();
    await there.close();
    expect(threads()).toBe(before);
  });

  it.each(["process.exit(7)", "a.close().then(() => process.exit(7))"])(
    "lets the process end in good order while it computes: %s",
    async (end) => {
      const large = path.join(root, "large");
      writeBertModel(large, { hidden: 192, heads: 6, layers: 6 });
      const library = fileURLToPath(new URL("../../../dist/adapters/onnx/transformers-embedder.js", import.meta.url));
      const script = path.join(root, "end.mjs");
      writeFileSync(
        script,
        `import { pbkdf2Sync } from "node:crypto";
        import { createTransformersEmbedder } from ${JSON.stringify(pathToFileURL(library).href)};
        const [modelFolder, worker] = ${JSON.stringify([large, worker])};
        const a = await createTransformersEmbedder({ modelFolder, worker });
        const first = a.embed(["a"], "query");
        a.embed(Array.from({ length: 256 }, () => "where is my order ".repeat(4)), "query").catch(() => undefined);
        await first;
        pbkdf2Sync("while", "the thread computes", 100_000, 64, "sha512");
        ${end};`,
      );
      const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
      expect(stderr).toBe("");
      expect(status).toBe(7);
    },
  );

  it("tells of a model that cannot be run as this thread does", async () => {
    const broken = path.join(root, "broken");
    writeBertModel(broken, { files: { "tokenizer.json": { version: "1.0", model: { type: "Nonsense" } } } });
    const embedder = await createTransformersEmbedder({ modelFolder: broken, worker });
    await expect(embedder.embed(["a"], "query")).rejects.toMatchObject({
      kind: "input",
      key: "embed.transformers.broken",
    });
    await embedder.close();
  });
});

describe("a thread that ends by itself", () => {
  it.each([
    ["parentPort.on('message', () => process.exit(3));", "exit 3"],
    ["parentPort.on('message', () => { throw new Error('no memory'); });", "no memory"],
  ])("fails what waits for it, and what comes after: %s", async (code, reason) => {
    const script = path.join(root, `worker-${reason.replace(" ", "-")}.mjs`);
    writeFileSync(script, `import { parentPort } from "node:worker_threads"; ${code}`);
    const thread = startModelThread(script, (await readModelFolder(modelFolder)).plan);
    const error = { kind: "unavailable", key: "embed.transformers.crashed", params: { reason } };
    const first = thread.encode(["a"]);
    const second = thread.encode(["b"]);
    await expect(first).rejects.toMatchObject(error);
    await expect(second).rejects.toMatchObject(error);
    await expect(thread.encode(["c"])).rejects.toMatchObject(error);
    await thread.close();
  });

  it("is ended when nobody wants its answer any more", async () => {
    const script = path.join(root, "silent.mjs");
    writeFileSync(script, `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => {});`);
    const thread = startModelThread(script, (await readModelFolder(modelFolder)).plan);
    const never = thread.encode(["a"]);
    await Promise.all([thread.close(), expect(never).rejects.toMatchObject({ key: "embed.transformers.crashed" })]);
  });
});
