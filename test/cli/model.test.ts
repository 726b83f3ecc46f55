import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { writeBertModel } from "../support/bert-model.mjs";
import { serve, type Page, type TestServer } from "../support/server.js";
import { kefu, tempFolder } from "./support.js";

const installed = ((): boolean => {
  try {
    createRequire(import.meta.url).resolve("@xenova/transformers");
    return true;
  } catch {
    return false;
  }
})();

const FAQ = "知识ID,标准问,相似问,答案\nA1,怎么退款？,退钱怎么办,三天内退款。\nA2,订单在哪里查？,,在我的订单里查。\n";
const CARD = "---\nlicense: mit\n---\n# A model\n";

let model: string;

beforeAll(() => {
  model = path.join(tempFolder(), "bge-small-zh-test");
  writeBertModel(model, { files: { "README.md": CARD, "1_Pooling/config.json": { pooling_mode_cls_token: true } } });
});

async function workspace(config = ""): Promise<string> {
  const folder = path.join(tempFolder(), "w");
  expect((await kefu(["init", folder, "--yes"])).code).toBe(0);
  for (const name of readdirSync(path.join(folder, "faq"))) rmSync(path.join(folder, "faq", name));
  writeFileSync(path.join(folder, "faq", "a.csv"), FAQ);
  appendFileSync(path.join(folder, "kefu.yaml"), config);
  return folder;
}

const json = async <T>(cwd: string, ...args: string[]): Promise<T> =>
  JSON.parse((await kefu([...args, "--json"], { cwd })).stdout) as T;

/** A hub that has the model, its large file behind a redirect to another path. */
async function hub(extra: Record<string, Page> = {}): Promise<TestServer> {
  const pages: Record<string, Page> = {};
  for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json", "1_Pooling/config.json", "README.md"]) {
    pages[`/someone/bge-small-zh-test/resolve/main/${file}`] = readFileSync(path.join(model, file));
  }
  const onnx = readFileSync(path.join(model, "onnx/model.onnx"));
  const etag = createHash("sha256").update(onnx).digest("hex");
  pages["/someone/bge-small-zh-test/resolve/main/onnx/model.onnx"] = {
    status: 302,
    headers: { location: "/store/blob", "x-linked-etag": `"${etag}"` },
  };
  pages["/store/blob"] = (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const headers = { etag: '"v1"', "content-length": String(onnx.length - from) };
    response.writeHead(from > 0 && request.headers["if-range"] === '"v1"' ? 206 : 200, headers);
    response.end(onnx.subarray(from));
  };
  return serve({ ...pages, ...extra });
}

/** An environment in which the optional package fails to load the way a missing one does. */
function withoutLibrary(folder: string): Record<string, string> {
  const hook = path.join(folder, "no-transformers.mjs");
  const resolve = `export async function resolve(name, context, next) {
    if (name !== "@xenova/transformers") return next(name, context);
    throw Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
  }`;
  const loader = `data:text/javascript,${encodeURIComponent(resolve)}`;
  writeFileSync(hook, `import { register } from "node:module"; register(${JSON.stringify(loader)});`);
  return { NODE_OPTIONS: `--import ${pathToFileURL(hook).href}` };
}

const pullFrom = (server: TestServer, cwd: string, ...more: string[]) =>
  kefu(["model", "pull", "someone/bge-small-zh-test", "--hub", server.origin, "--allow-private", ...more], { cwd });

describe.skipIf(!installed)("the whole way with a transformer", () => {
  it("pulls a model from a hub, uses it, and answers with it; a second ingest embeds only what is new", async () => {
    const folder = await workspace("# my note\n");
    const server = await hub();
    const pulled = await pullFrom(server, folder, "--json");
    expect(pulled.stderr).toBe("");
    const document = JSON.parse(pulled.stdout) as { id: string; tried: boolean; origin: { files: { path: string }[] } };
    expect(document).toMatchObject({ id: "transformers:models/bge-small-zh-test", tried: true, resumed: 0 });
    expect(document.origin.files.map((file) => file.path)).toContain("onnx/model.onnx");
    expect(readdirSync(path.join(folder, "models"))).toEqual(["bge-small-zh-test"]);

    const tryOut = await json(folder, "model", "use", "bge-small-zh-test", "--dry-run");
    expect(tryOut).toMatchObject({ dryRun: true, changed: true, index: "none", dim: 32 });
    expect(readFileSync(path.join(folder, "kefu.yaml"), "utf8")).not.toContain("transformers:");
    const used = await json(folder, "model", "use", "bge-small-zh-test", "--ingest");
    expect(used).toMatchObject({ changed: true, ingest: { added: 2, written: true } });
    const config = readFileSync(path.join(folder, "kefu.yaml"), "utf8");
    expect(config).toContain("# my note");
    expect(config).toContain("embedder: transformers:models/bge-small-zh-test");

    const found = await json<{ results: { id: string }[] }>(folder, "kb", "search", "怎么退款");
    expect(found.results[0]!.id).toBe("A1");
    const asked = await kefu(["kb", "ask", "怎么退款"], { cwd: folder });
    expect(asked.code).toBe(0);
    expect(asked.stdout).toContain("三天内退款");

    appendFileSync(path.join(folder, "faq", "a.csv"), "A3,运费谁出？,,我们出。\n");
    const env = withoutLibrary(folder);
    expect((await kefu(["kb", "ingest"], { cwd: folder, env })).code).toBe(4);
    expect((await kefu(["kb", "ingest"], { cwd: folder })).code).toBe(0);
    // The index is made anew from vectors that were kept: where the model cannot be run, any other would fail.
    rmSync(path.join(folder, ".kefu", "index"), { recursive: true });
    const again = await kefu(["kb", "ingest", "--json"], { cwd: folder, env });
    expect(JSON.parse(again.stdout)).toMatchObject({ rebuilt: true, total: 3 });

    const info = await json(folder, "model", "info");
    expect(info).toMatchObject({ inUse: true, dim: 32, pooling: "cls", dtype: "fp32", licence: "mit", maxTokens: 64 });
    expect(info).toMatchObject({
      prefixesFrom: "family",
      prefixes: { query: "为这个句子生成表示以用于检索相关文章：" },
    });
    const { models } = await json<{ models: object[] }>(folder, "model", "list");
    expect(models).toMatchObject([
      { id: "builtin:bilingual-static", inUse: false },
      { inUse: true, licence: "mit" },
    ]);
  });

  it("refuses an index of another encoder by name, also when only a prefix has changed", async () => {
    const folder = await workspace();
    cpSync(model, path.join(folder, "models", "m"), { recursive: true });
    expect((await kefu(["kb", "ingest"], { cwd: folder })).code).toBe(0);
    expect((await kefu(["model", "use", "m"], { cwd: folder })).stderr).toContain("kefu kb ingest");
    const refused = await kefu(["kb", "search", "退款"], { cwd: folder });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("builtin:bilingual-static");
    expect(refused.stderr).toContain("transformers:m");
    expect((await kefu(["kb", "ingest"], { cwd: folder })).code).toBe(0);
    expect((await kefu(["kb", "search", "退款"], { cwd: folder })).code).toBe(0);
    const env = { KEFU_INDEX_EMBEDDER_OPTIONS_PASSAGE_PREFIX: "答：" };
    const other = await kefu(["kb", "search", "退款"], { cwd: folder, env });
    expect(other.code).toBe(3);
    const same = { KEFU_INDEX_EMBEDDER_OPTIONS_THREADS: "1" };
    expect((await kefu(["kb", "search", "退款"], { cwd: folder, env: same })).code).toBe(0);
    expect((await kefu(["model", "use", "builtin"], { cwd: folder })).code).toBe(0);
    expect((await kefu(["kb", "search", "退款"], { cwd: folder })).code).toBe(3);
  });

  it("goes on where a broken download stopped, and fetches the rest of the file only", async () => {
    const folder = await workspace();
    const onnx = readFileSync(path.join(model, "onnx/model.onnx"));
    const server = await hub();
    const whole = server.pages["/store/blob"]!;
    server.pages["/store/blob"] = (_, response) => {
      response.writeHead(200, { etag: '"v1"', "content-length": String(onnx.length) });
      response.write(onnx.subarray(0, 300_000), () => response.socket?.destroy());
    };
    const broken = await pullFrom(server, folder);
    expect(broken.code).toBe(3);
    expect(existsSync(path.join(folder, "models", "bge-small-zh-test"))).toBe(false);
    server.pages["/store/blob"] = whole;
    server.requests.length = 0;
    const done = await pullFrom(server, folder, "--json");
    expect(done.code).toBe(0);
    const { resumed } = JSON.parse(done.stdout) as { resumed: number };
    expect(resumed).toBeGreaterThan(0);
    expect(server.requests).not.toContain("GET /someone/bge-small-zh-test/resolve/main/config.json");
    expect(readFileSync(path.join(folder, "models/bge-small-zh-test/onnx/model.onnx"))).toEqual(onnx);
  });
});

describe("kefu model pull", () => {
  it("copies a folder, keeps the name it had on its hub, and replaces a model only when told to", async () => {
    const folder = await workspace();
    const first = await kefu(["model", "pull", model, "--name", "mine"], { cwd: folder });
    expect(first.code).toBe(0);
    expect(first.stderr).toContain("kefu model use mine");
    expect((await kefu(["model", "pull", model, "--name", "mine"], { cwd: folder })).code).toBe(2);
    expect((await kefu(["model", "pull", model, "--name", "mine", "--force"], { cwd: folder })).code).toBe(0);
    expect(readdirSync(path.join(folder, "models"))).toEqual(["mine"]);
  });

  it.each<[string, Record<string, Page>, string[], RegExp]>([
    ["a model without an export", { "/store/blob": { status: 404 } }, [], /onnx\/model\.onnx/],
    ["another export than there is", {}, ["--dtype", "q8"], /onnx\/model_quantized\.onnx/],
    ["a file that is not what the hub says", { "/store/blob": "something else" }, [], /SHA-256/],
    ["files larger than allowed", {}, ["--max-size", "1"], /--max-size/],
    ["a hub on this machine, when it is not allowed", {}, ["--no-private"], /--allow-private|127\.0\.0\.1/],
    [
      "a redirect to what must not be asked",
      { "/store/blob": { status: 302, headers: { location: "http://169.254.169.254/" } } },
      [],
      /169\.254/,
    ],
    [
      "a model that asks for an account",
      { "/someone/bge-small-zh-test/resolve/main/config.json": { status: 401 } },
      [],
      /401[\s\S]*account/,
    ],
  ])("refuses %s and leaves nothing", async (_, pages, more, expected) => {
    const folder = await workspace();
    const server = await hub(pages);
    const strict = more.includes("--no-private");
    const run = strict
      ? await kefu(["model", "pull", "someone/bge-small-zh-test", "--hub", server.origin], { cwd: folder })
      : await pullFrom(server, folder, ...more);
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(expected);
    expect(existsSync(path.join(folder, "models", "bge-small-zh-test"))).toBe(false);
    if (strict) expect(server.requests).toEqual([]);
  });

  it.each(["../../etc", "a/b/c", "x y"])("refuses the id %s", async (id) => {
    const folder = await workspace();
    expect((await kefu(["model", "pull", id], { cwd: folder })).code).toBe(2);
  });
});

describe("without the optional package", () => {
  it("says how to get it, and works for what needs no vectors", async () => {
    const folder = await workspace("\n");
    cpSync(model, path.join(folder, "models", "m"), { recursive: true });
    appendFileSync(path.join(folder, "kefu.yaml"), "index:\n  embedder: transformers:models/m\n");
    const env = withoutLibrary(folder);
    const run = await kefu(["kb", "ingest"], { cwd: folder, env });
    expect(run.code).toBe(4);
    expect(run.stderr).toContain('npm install "@xenova/transformers@npm:@huggingface/transformers@^4"');
    expect((await kefu(["model", "list"], { cwd: folder, env })).code).toBe(0);
    const pull = await kefu(["model", "pull", "someone/model"], { cwd: folder, env });
    expect(pull.code).toBe(4);
    expect(pull.stderr).toContain("npm install");
    const copy = await kefu(["model", "pull", model, "--name", "copy"], { cwd: folder, env });
    expect(copy.code).toBe(0);
    expect(copy.stderr).toContain("kefu doctor");
  });

  it("says how to get a model that is not there", async () => {
    const folder = await workspace("\nindex:\n  embedder: transformers:models/none\n");
    const run = await kefu(["kb", "ingest"], { cwd: folder });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain("kefu model pull");
  });
});
