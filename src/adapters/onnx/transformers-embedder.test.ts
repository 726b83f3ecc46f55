import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TINY_DIM, tinyWeights, writeTinyTransformer } from "../../../test/support/tiny-transformer.js";
import { unit } from "../../embed/pooling.js";
import { createTransformersEmbedder } from "./transformers-embedder.js";
import { TRANSFORMERS_PACKAGE } from "./transformers-library.js";

const installed = ((): boolean => {
  try {
    createRequire(import.meta.url).resolve(TRANSFORMERS_PACKAGE);
    return true;
  } catch {
    return false;
  }
})();

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
      const embedder = await createTransformersEmbedder({ modelFolder: folder("same") });
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
      // The library cuts the closing mark too.
      close(long, expected("[CLS]", "order", "refund", "where", "is", "my"));
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

    it("refuses a file that is no model", async () => {
      const modelFolder = folder("garbage");
      writeFileSync(path.join(modelFolder, "onnx", "model.onnx"), "not a model");
      await expect(createTransformersEmbedder({ modelFolder })).rejects.toMatchObject({
        kind: "input",
        key: "embed.transformers.broken",
      });
    });
  },
);

describe("a folder or package that cannot be used", () => {
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
      key: "embed.transformers.no-file",
      params: { file: "onnx/model_quantized.onnx" },
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

  it("says how to install the package where it is missing, and what is wrong where it does not run", async () => {
    const modelFolder = folder("package");
    const failing = (error: Error) => () => Promise.reject(error);
    const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    await expect(createTransformersEmbedder({ modelFolder, load: failing(missing) })).rejects.toMatchObject({
      kind: "unavailable",
      key: "embed.transformers.missing",
      hint: { params: { command: expect.stringContaining("npm install") as string } },
    });
    await expect(
      createTransformersEmbedder({ modelFolder, load: failing(new Error("no GLIBC")) }),
    ).rejects.toMatchObject({
      kind: "unavailable",
      params: { reason: "no GLIBC" },
    });
  });
});
