import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeBertModel } from "../../../test/support/bert-model.mjs";
import type { BertModel } from "../../../test/support/bert-model.mjs";
import { isInstalled } from "../../../test/support/installed.js";
import { TINY_DIM, tinyWeights, writeTinyTransformer } from "../../../test/support/tiny-transformer.js";
import { POOLINGS, unit } from "../../embed/pooling.js";
import { createTransformersEmbedder } from "./transformers-embedder.js";
import { TRANSFORMERS_PACKAGE } from "./transformers-library.js";

const installed = isInstalled(TRANSFORMERS_PACKAGE);

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "kefu-tiny-"));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function folder(name: string, files: Readonly<Record<string, unknown>> = {}): string {
  const target = path.join(root, name);
  writeTinyTransformer(target, files);
  return target;
}

function expected(...words: string[]): number[] {
  const weights = tinyWeights();
  const sum = new Float32Array(TINY_DIM);
  for (const word of words) weights.get(word)!.forEach((value, at) => (sum[at]! += value));
  return [...unit(sum)];
}

const close = (vector: Float32Array | undefined, values: readonly number[]): void => {
  expect(vector).toHaveLength(values.length);
  values.forEach((value, at) => expect(vector![at]).toBeCloseTo(value, 5));
};

describe.skipIf(!installed)(
  `a transformer from a local folder (skipped where ${TRANSFORMERS_PACKAGE} is not installed)`,
  () => {
    it("takes the mean of the tokens and brings it to length 1", async () => {
      const embedder = await createTransformersEmbedder({ modelFolder: folder("mean") });
      expect(embedder.info).toMatchObject({ id: "transformers:mean", dim: TINY_DIM });
      expect(embedder.info.digest).toMatch(/^[0-9a-f]{64}$/);
      expect(embedder.costly).toBe(true);
      const [refund, order] = await embedder.embed(["退款", "where is"], "query");
      close(refund, expected("[CLS]", "退", "款", "[SEP]"));
      close(order, expected("[CLS]", "where", "is", "[SEP]"));
      await embedder.close();
    });

    it("gives a text the same vector alone, in company and again", async () => {
      const embedder = await createTransformersEmbedder({ modelFolder: folder("我的 模型--v1.git") });
      const texts = Array.from({ length: 70 }, (_, at) => ["退款", "where is my order", "订单"][at % 3]!);
      const together = await embedder.embed(texts, "passage");
      expect(together).toHaveLength(70);
      for (const at of [0, 1, 2, 69]) {
        expect((await embedder.embed([texts[at]!], "passage"))[0]).toEqual(together[at]);
      }
      expect(await embedder.embed([], "passage")).toEqual([]);
      await embedder.close();
    });

    it("cuts what is longer than the model reads", async () => {
      const embedder = await createTransformersEmbedder({ modelFolder: folder("cut") });
      const [long] = await embedder.embed(["order refund where is my order refund"], "query");
      close(long, expected("[CLS]", "order", "refund", "where", "is", "[SEP]"));
      const [short] = await (
        await createTransformersEmbedder({ modelFolder: folder("cut-more"), maxLength: 4 })
      ).embed(["order refund where"], "query");
      close(short, expected("[CLS]", "order", "refund", "[SEP]"));
      await embedder.close();
    });

    it("follows the folder's pooling and prompts", async () => {
      const modelFolder = folder("cls", {
        "modules.json": [
          { type: "sentence_transformers.models.Transformer", path: "" },
          { type: "sentence_transformers.models.Pooling", path: "pool" },
          { type: "sentence_transformers.models.Normalize", path: "2_Normalize" },
        ],
        "pool/config.json": { pooling_mode_cls_token: false, pooling_mode_lasttoken: true },
        "sentence_bert_config.json": { max_seq_length: 5 },
        "config_sentence_transformers.json": { prompts: { query: "query: ", document: "" } },
      });
      writeTinyTransformer(path.join(root, "prompt"), {
        "config_sentence_transformers.json": { prompts: { query: "query: " } },
      });
      const last = await createTransformersEmbedder({ modelFolder });
      close((await last.embed(["退款"], "passage"))[0], expected("[SEP]"));
      await last.close();
      const prompted = await createTransformersEmbedder({ modelFolder: path.join(root, "prompt") });
      close((await prompted.embed(["a"], "query"))[0], expected("[CLS]", "query", ":", "a", "[SEP]"));
      close((await prompted.embed(["a"], "passage"))[0], expected("[CLS]", "a", "[SEP]"));
      await prompted.close();
    });

    it("has another digest for another folder's settings, the same for a copy", async () => {
      const digests: string[] = [];
      for (const modelFolder of [
        folder("one"),
        folder("copy"),
        folder("other", { "1_Pooling/config.json": { pooling_mode_cls_token: true } }),
      ]) {
        const embedder = await createTransformersEmbedder({ modelFolder });
        digests.push(embedder.info.digest);
        await embedder.close();
      }
      expect(digests[1]).toBe(digests[0]);
      expect(digests[2]).not.toBe(digests[0]);
    });

    it("takes each kind of pooling from the folder, and the workspace's before it", async () => {
      const tokens = ["[CLS]", "退", "款", "[SEP]"];
      const rows = tokens.map((token) => tinyWeights().get(token)!);
      const largest = unit(rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!))));
      const vectors = { mean: expected(...tokens), cls: expected("[CLS]"), last: expected("[SEP]"), max: [...largest] };
      const modes = { mean: "mean_tokens", cls: "cls_token", last: "lasttoken", max: "max_tokens" };
      for (const pooling of POOLINGS) {
        const modelFolder = folder(`pool-${pooling}`, {
          "1_Pooling/config.json": { [`pooling_mode_${modes[pooling]}`]: true },
        });
        const said = await createTransformersEmbedder({ modelFolder });
        close((await said.embed(["退款"], "query"))[0], vectors[pooling]);
        const asked = await createTransformersEmbedder({ modelFolder: folder("pool-asked"), pooling });
        close((await asked.embed(["退款"], "query"))[0], vectors[pooling]);
        await Promise.all([said.close(), asked.close()]);
      }
    });

    it("puts the prefixes of the workspace, else of the model, else of its family", async () => {
      const query = async (name: string, files: object, options: object = {}): Promise<Float32Array> => {
        const embedder = await createTransformersEmbedder({ modelFolder: folder(name, { ...files }), ...options });
        const [vector] = await embedder.embed(["a"], "query");
        await embedder.close();
        return vector!;
      };
      const prompts = { "config_sentence_transformers.json": { prompts: { query: "where ", document: "" } } };
      close(await query("multilingual-e5-tiny", {}), expected("[CLS]", "query", ":", "a", "[SEP]"));
      close(await query("multilingual-e5-tiny", prompts), expected("[CLS]", "where", "a", "[SEP]"));
      close(await query("e5", prompts, { queryPrefix: "my " }), expected("[CLS]", "my", "a", "[SEP]"));
      close(await query("e5", {}, { queryPrefix: "" }), expected("[CLS]", "a", "[SEP]"));
      const silent = { "config_sentence_transformers.json": { prompts: { query: "", document: "" } } };
      close(await query("my-e5", silent), expected("[CLS]", "query", ":", "a", "[SEP]"));
      const named = { "kefu-model.json": { id: "someone/e5-small" } };
      close(await query("renamed", named), expected("[CLS]", "query", ":", "a", "[SEP]"));
      close(await query("gte-small", {}), expected("[CLS]", "a", "[SEP]"));
    });
  },
);

const run = describe.skipIf(!installed);

/** Greatest difference of two vectors in any dimension. */
const apart = (a: Float32Array, b: Float32Array): number => Math.max(...a.map((value, at) => Math.abs(value - b[at]!)));

run("a BERT with attention and padding", () => {
  const texts = [
    "怎么退款",
    "where is my order, and when will it come to me at last?",
    "a",
    "订单在哪里可以查到",
    "x".repeat(300),
  ];
  const bert = (name: string, more: BertModel = {}): string => {
    const target = path.join(root, name);
    writeBertModel(target, more);
    return target;
  };

  it("gives a text in a batch the vector that it has alone", async () => {
    const modelFolder = bert("bert");
    const embedder = await createTransformersEmbedder({ modelFolder });
    const many = Array.from({ length: 90 }, (_, at) => texts[at % texts.length]!);
    const together = await embedder.embed(many, "passage");
    for (const [at, text] of texts.entries()) {
      const [alone] = await embedder.embed([text], "passage");
      expect(apart(alone!, together[at + 75]!)).toBeLessThan(1e-5);
      expect(Math.hypot(...alone!)).toBeCloseTo(1, 5);
    }
    expect(apart(together[0]!, together[1]!)).toBeGreaterThan(0.01);
    await embedder.close();
  });

  it("goes by the model's outputs, inputs and files for weights", async () => {
    const vectors: Float32Array[] = [];
    for (const [name, more] of Object.entries<BertModel>({
      plain: { tokenTypes: false },
      named: { tokenTypes: false, outputs: ["token_embeddings"] },
      whole: { tokenTypes: false, outputs: ["sentence_embedding"] },
      both: { tokenTypes: false, outputs: ["last_hidden_state", "sentence_embedding"] },
      outside: { tokenTypes: false, external: "model.onnx_data" },
    })) {
      const embedder = await createTransformersEmbedder({ modelFolder: bert(name, more) });
      expect(embedder.info.dim).toBe(32);
      vectors.push((await embedder.embed([texts[1]!], "passage"))[0]!);
      await embedder.close();
    }
    for (const vector of vectors) expect(apart(vector, vectors[0]!)).toBeLessThan(1e-5);
  });

  it("uses the model's own vector where steps follow that only the model knows", async () => {
    const files = { "modules.json": [{ type: "sentence_transformers.models.Dense", path: "2_Dense" }] };
    const outputs = ["token_embeddings", "sentence_embedding"];
    const embedder = await createTransformersEmbedder({ modelFolder: bert("dense", { files, outputs }) });
    expect((await embedder.embed(["a"], "query"))[0]).toHaveLength(32);
    await embedder.close();
    await expect(createTransformersEmbedder({ modelFolder: bert("dense-only", { files }) })).rejects.toMatchObject({
      key: "embed.transformers.module",
      params: { type: "Dense" },
    });
  });

  it("takes the export that is asked for, and says which there are", async () => {
    const modelFolder = bert("exports");
    writeBertModel(modelFolder, { file: "onnx/model_quantized.onnx", seed: 2 });
    const exact = await createTransformersEmbedder({ modelFolder });
    const small = await createTransformersEmbedder({ modelFolder, dtype: "q8" });
    expect(small.info.digest).not.toBe(exact.info.digest);
    const [[one], [other]] = [await exact.embed(["a"], "query"), await small.embed(["a"], "query")];
    expect(apart(one!, other!)).toBeGreaterThan(0.01);
    await Promise.all([exact.close(), small.close()]);
    await expect(createTransformersEmbedder({ modelFolder, dtype: "q4" })).rejects.toMatchObject({
      key: "embed.transformers.no-dtype",
      params: { there: "fp32, q8" },
    });
  });

  it("refuses a model whose vectors are not as long as its files say", async () => {
    const files = { "config.json": { model_type: "bert", hidden_size: 64 } };
    const wrong = bert("wrong", { files });
    // The outputs of old exports say nothing of their length.
    const file = path.join(wrong, "onnx", "model.onnx");
    const bytes = readFileSync(file);
    const name = bytes.lastIndexOf("last_hidden_state");
    const dim = bytes.indexOf(Buffer.from([8, 32]), name);
    bytes.write("\x12\0", dim, "latin1");
    writeFileSync(file, bytes);
    const embedder = await createTransformersEmbedder({ modelFolder: wrong });
    await expect(embedder.embed(["a"], "query")).rejects.toMatchObject({
      key: "embed.transformers.dim",
      params: { dim: 32, expected: 64 },
    });
    await embedder.close();
  });
});

describe("a folder or package that cannot be used", () => {
  const onnx = (target: string): string => path.join(target, "onnx", "model.onnx");

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      "a step that is not supported",
      { "modules.json": [{ type: "sentence_transformers.models.Dense", path: "2_Dense" }] },
      "embed.transformers.module",
    ],
    [
      "an unknown pooling",
      { "1_Pooling/config.json": { pooling_mode_weightedmean_tokens: true } },
      "embed.transformers.module",
    ],
  ])("is refused: %s", async (name, files, key) => {
    await expect(createTransformersEmbedder({ modelFolder: folder(name, files) })).rejects.toMatchObject({
      kind: "input",
      key,
    });
  });

  it("is refused: no folder, no tokenizer, no model, no such export", async () => {
    await expect(createTransformersEmbedder({ modelFolder: path.join(root, "nowhere") })).rejects.toMatchObject({
      kind: "input",
      key: "embed.transformers.no-folder",
    });
    const bare = folder("bare");
    await expect(createTransformersEmbedder({ modelFolder: bare, dtype: "q8" })).rejects.toMatchObject({
      key: "embed.transformers.no-dtype",
      params: { file: "onnx/model_quantized.onnx", there: "fp32" },
    });
    rmSync(path.join(bare, "onnx"), { recursive: true });
    await expect(createTransformersEmbedder({ modelFolder: bare })).rejects.toMatchObject({
      params: { file: "onnx/model.onnx" },
    });
    rmSync(path.join(bare, "tokenizer.json"));
    await expect(createTransformersEmbedder({ modelFolder: bare })).rejects.toMatchObject({
      params: { file: "tokenizer.json" },
    });
  });

  it.each<[string, (target: string) => void, string, object]>([
    ["a file", () => undefined, "not-a-folder", {}],
    [
      "no ONNX file",
      (it) => writeFileSync(onnx(it), "<html>not found</html>"),
      "not-onnx",
      { file: "onnx/model.onnx" },
    ],
    ["a cut one", (it) => truncateSync(onnx(it), 300), "not-onnx", {}],
    [
      "a pointer",
      (it) => writeFileSync(onnx(it), "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
      "pointer",
      {},
    ],
    [
      "weights for PyTorch",
      (it) => {
        rmSync(path.join(it, "onnx"), { recursive: true });
        writeFileSync(path.join(it, "model.safetensors"), "");
      },
      "other-runtime",
      {},
    ],
    [
      "missing weights",
      (it) => {
        writeBertModel(it, { external: "weights.bin" });
        rmSync(path.join(it, "onnx", "weights.bin"));
      },
      "external",
      { missing: "onnx/weights.bin" },
    ],
    ["settings that are no JSON", (it) => writeFileSync(path.join(it, "config.json"), "{"), "not-json", {}],
    ["another output", (it) => writeBertModel(it, { outputs: ["logits"] }), "outputs", { outputs: "logits" }],
  ])("is refused: %s", async (name, spoil, key, params) => {
    const target = name === "a file" ? path.join(root, "file.onnx") : folder(`bad ${name}`);
    if (name === "a file") writeFileSync(target, "");
    spoil(target);
    await expect(createTransformersEmbedder({ modelFolder: target })).rejects.toMatchObject({
      kind: "input",
      key: `embed.transformers.${key}`,
      params,
    });
  });

  it("says how to install the package where it is missing, and what is wrong where it does not run", async () => {
    const modelFolder = folder("package");
    const failing = (error: Error) => () => Promise.reject(error);
    const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    const embed = async (load: () => Promise<unknown>): Promise<unknown> =>
      (await createTransformersEmbedder({ modelFolder, load })).embed(["a"], "query");
    await expect(embed(failing(missing))).rejects.toMatchObject({
      kind: "unavailable",
      key: "embed.transformers.missing",
      hint: { params: { command: expect.stringContaining("npm install") as string } },
    });
    await expect(embed(failing(new Error("no GLIBC")))).rejects.toMatchObject({
      kind: "unavailable",
      params: { reason: "no GLIBC" },
    });
  });
});
