import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { KefuError } from "../messages/errors.js";
import { createStaticEncoder, type StaticEncoder, type StaticModelFiles } from "./static-encoder.js";
import { staticModelDigest } from "./static-model.js";

const folder = new URL("../../models/bilingual-static/", import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

let files: Required<StaticModelFiles>;
let encoder: StaticEncoder;
beforeAll(() => {
  files = {
    model: read("model.bin"),
    vocab: read("vocab.txt").toString(),
    config: read("config.json").toString(),
    digest: read("digest.json").toString(),
  };
  encoder = createStaticEncoder(files);
});

const cosine = (a: string, b: string): number => {
  const left = encoder.encode(a);
  return encoder.encode(b).reduce((sum, value, at) => sum + value * left[at]!, 0);
};

describe("the embedded encoder", () => {
  it("agrees with the reference on every golden text", () => {
    const golden = JSON.parse(read("golden.json").toString()) as { text: string; ids: number[]; vector: number[] }[];
    expect(golden.length).toBeGreaterThan(20);
    let worst = 0;
    for (const { text, ids, vector } of golden) {
      expect(encoder.tokenise(text), text).toEqual(ids);
      const mine = encoder.encode(text);
      vector.forEach((value, at) => (worst = Math.max(worst, Math.abs(value - mine[at]!))));
    }
    expect(worst).toBeLessThan(1e-5);
  });

  it("gives unit vectors, and zero for a text without a known token", async () => {
    const [some, none] = await encoder.embed(["怎么退款", "？！"], "query");
    expect(Math.hypot(...some!)).toBeCloseTo(1, 5);
    expect(some).toHaveLength(encoder.info.dim);
    expect(none).toEqual(new Float32Array(encoder.info.dim));
  });

  it("puts both scripts at one point and the meaning across languages near", () => {
    expect(cosine("我的訂單還沒發貨", "我的订单还没发货")).toBeCloseTo(1, 5);
    expect(cosine("ＲＥＦＵＮＤ", "refund")).toBeCloseTo(1, 5);
    expect(cosine("how do I get a refund", "怎么退款")).toBeGreaterThan(cosine("how do I get a refund", "附近的餐馆"));
  });

  it("reads a model that stands at an odd place of a larger buffer", () => {
    const larger = new Uint8Array(files.model.length + 3);
    larger.set(files.model, 3);
    const moved = createStaticEncoder({ ...files, model: larger.subarray(3) });
    expect(moved.encode("怎么退款")).toEqual(encoder.encode("怎么退款"));
  });
});

describe("the digest", () => {
  it("in digest.json is that of the files", () => {
    expect(JSON.parse(files.digest)).toEqual({ sha256: staticModelDigest(files), bytes: files.model.length });
    const { model, vocab, config } = files;
    expect(createStaticEncoder({ model, vocab, config }).info).toEqual(encoder.info);
  });

  it("changes with every file", () => {
    const all = [
      files,
      { ...files, vocab: files.vocab.replace("的", "地方") },
      { ...files, config: `${files.config} ` },
      { ...files, model: files.model.subarray(0, -1) },
    ].map(staticModelDigest);
    expect(new Set(all).size).toBe(4);
  });
});

describe("broken files", () => {
  it.each<[string, (good: Required<StaticModelFiles>) => StaticModelFiles]>([
    ["an empty model", (good) => ({ ...good, model: new Uint8Array() })],
    ["another format", (good) => ({ ...good, model: new TextEncoder().encode("PK".padEnd(64)) })],
    ["a cut model", (good) => ({ ...good, model: good.model.subarray(0, 1_000_000) })],
    ["a cut vocabulary", (good) => ({ ...good, vocab: good.vocab.slice(0, 1000) })],
    ["a configuration of another model", (good) => ({ ...good, config: good.config.replace("256", "128") })],
    ["a configuration that is no JSON", (good) => ({ ...good, config: "" })],
    ["a digest of another model", (good) => ({ ...good, digest: good.digest.replace(/"bytes": *\d+/, '"bytes": 1') })],
    ["a digest that is none", (good) => ({ ...good, digest: '{"sha256":"x"}' })],
  ])("are refused: %s", (_, spoil) => {
    expect(() => createStaticEncoder(spoil(files))).toThrow(KefuError);
  });
});
