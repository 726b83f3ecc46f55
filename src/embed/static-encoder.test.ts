import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { KefuError } from "../messages/errors.js";
import { createStaticEncoder, type StaticEncoder, type StaticModelFiles } from "./static-encoder.js";
import { type ModelSource, staticModelDigest } from "./static-model.js";

const folder = new URL("../../models/bilingual-static/", import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

/** The files as one reads them to use all of the model. */
interface WholeFiles {
  readonly model: Buffer;
  readonly vocab: string;
  readonly config: string;
  readonly digest: string;
}

let files: WholeFiles;
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

/** A model in a file, with what was read of it. */
function sourceOf(bytes: Uint8Array): ModelSource & { count: number; closed: boolean } {
  return {
    size: bytes.length,
    count: 0,
    closed: false,
    readInto(target, offset) {
      const part = bytes.subarray(offset, offset + target.length);
      target.set(part);
      this.count += part.length;
      return part.length;
    },
    close() {
      this.closed = true;
    },
  };
}

const bytesOf = (vector: Float32Array): Uint8Array => new Uint8Array(vector.buffer);

describe("a model that is read where it is needed", () => {
  const lazily = (model: ModelSource): StaticEncoder =>
    createStaticEncoder({ ...files, model, vocab: read("vocab.txt"), lookup: read("lookup.bin") });

  it("gives the same vectors and words as the whole model, of which little is read", () => {
    const source = sourceOf(files.model);
    const few = lazily(source);
    for (const text of ["怎么退款", "how do I get a refund", "运费谁出 12345", "？！"]) {
      expect(few.encode(text)).toEqual(encoder.encode(text));
      expect(few.words!.words(text)).toEqual(encoder.words!.words(text));
    }
    const rows = [...few.words!.words("商品质量问题怎么办")].map(({ row }) => row).filter((row) => row >= 0);
    expect(rows.length).toBeGreaterThan(1);
    const unitOf = ({ words }: StaticEncoder, row: number): number[] => {
      const numbers = new Int16Array(words!.dim);
      return [words!.unit(row, numbers), ...numbers];
    };
    for (const row of rows) expect(unitOf(few, row)).toEqual(unitOf(encoder, row));
    expect(source.count).toBeLessThan(files.model.length / 20);
  });

  it("is read whole once many rows are wanted", () => {
    const source = sourceOf(files.model);
    const many = lazily(source);
    const tokens = files.vocab.split("\n").filter((_, at) => at % 30 === 0);
    const wrong = tokens.filter(
      (token) => Buffer.compare(bytesOf(many.encode(token)), bytesOf(encoder.encode(token))) !== 0,
    );
    expect(wrong).toEqual([]);
    const read = source.count;
    expect(read).toBeGreaterThan(files.model.length);
    many.encode(files.vocab.slice(-2000));
    expect(source.count).toBe(read);
  });

  it("has the digest of the whole model", () => {
    const { config, vocab } = files;
    expect(createStaticEncoder({ model: sourceOf(files.model), config, vocab }).info).toEqual(encoder.info);
  });

  it("is let go of, and refused when it is cut off meanwhile", async () => {
    const source = sourceOf(files.model);
    const cut = lazily(source);
    source.readInto = () => 0;
    expect(() => cut.encode("怎么退款")).toThrow(KefuError);
    await cut.close();
    expect(source.closed).toBe(true);
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
  it.each<[string, (good: WholeFiles) => StaticModelFiles]>([
    ["an empty model", (good) => ({ ...good, model: new Uint8Array() })],
    ["another format", (good) => ({ ...good, model: new TextEncoder().encode("PK".padEnd(64)) })],
    ["a cut model", (good) => ({ ...good, model: good.model.subarray(0, 1_000_000) })],
    ["a cut vocabulary", (good) => ({ ...good, vocab: good.vocab.slice(0, 1000) })],
    ["a configuration of another model", (good) => ({ ...good, config: good.config.replace("256", "128") })],
    ["a configuration that is no JSON", (good) => ({ ...good, config: "" })],
    ["a digest of another model", (good) => ({ ...good, digest: good.digest.replace(/"bytes": *\d+/, '"bytes": 1') })],
    ["a digest that is none", (good) => ({ ...good, digest: '{"sha256":"x"}' })],
    [
      "a lookup of another vocabulary",
      (good) => ({ ...good, vocab: Buffer.from(`${good.vocab}x`), lookup: read("lookup.bin") }),
    ],
  ])("are refused: %s", (_, spoil) => {
    expect(() => createStaticEncoder(spoil(files))).toThrow(KefuError);
  });
});
