import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faqEntries, faqEntry, indexOf, openSegments, segmentOf } from "../../../test/support/kb.js";
import { wordEmbedder } from "../../../test/support/word-embedder.js";
import type { Embedder } from "../../embed/embedder.js";
import { createRandom } from "../../stats/random.js";
import { compareEntries } from "./entry-codec.js";
import { makeSigns, signBytes, signsOf } from "./sign-codes.js";
import { signScanner } from "./sign-kernel.js";
import { rowScanner } from "./vector-kernel.js";
import { scanBackend, signBackend, vectorSearch } from "./vector-search.js";
import { exactBackend, quantise } from "./vectors.js";

const random = createRandom("vector search");

function unit(dim: number, near?: Float32Array, spread = 1): Float32Array {
  const vector = Float32Array.from({ length: dim }, (_, k) => (near?.[k] ?? 0) + spread * (random.next() - 0.5));
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

/** Vectors in clusters, as those of questions are. */
function clusters(rows: number, dim: number): Float32Array[] {
  const centres = Array.from({ length: Math.ceil(rows / 40) }, () => unit(dim));
  return Array.from({ length: rows }, () => unit(dim, random.pick(centres), 0.15));
}

/** Gives texts that are numbers the vectors of these numbers. */
function tableEmbedder(vectors: readonly Float32Array[]): Embedder {
  const info = { id: "table", digest: "table", dim: vectors[0]!.length };
  const embed = async (texts: readonly string[]): Promise<Float32Array[]> =>
    texts.map((text) => vectors[Number(text)]!);
  return { info, costly: false, embed, close: () => Promise.resolve() };
}

describe("the comparison of a vector with rows", () => {
  it.each([
    [64, 37],
    [256, 9],
    [48, 5],
    [20, 5],
  ])("counts the same with WebAssembly and without: %i bytes, %i rows", (stride, rows) => {
    const [quick, plain] = [rowScanner(rows, stride), rowScanner(rows, stride, true)];
    const bytes = Uint8Array.from({ length: rows * stride }, () => random.int(256));
    quick.rows.set(bytes);
    plain.rows.set(bytes);
    const query = Int16Array.from({ length: stride }, () => random.int(65_535) - 32_767);
    expect(quick.products(query, 1, rows - 1)).toEqual(plain.products(query, 1, rows - 1));
    const codes = new Int8Array(bytes.buffer, stride, stride);
    const product = codes.reduce((sum, code, k) => sum + code * query[k]!, 0);
    expect(quick.products(query, 1, 2)[0]).toBe(product);
    const some = Uint32Array.of(3, 1, rows - 1);
    expect(quick.productsAt(query, some)).toEqual(plain.productsAt(query, some));
    expect(quick.productsAt(query, some)[1]).toBe(product);
  });
});

describe("the counting of differing bits", () => {
  it.each([
    [16, 300],
    [32, 37],
    [128, 9],
    [32, 20_000],
  ])("finds the same with WebAssembly and without: %i bytes, %i rows", (stride, rows) => {
    const [quick, plain] = [signScanner(rows, stride), signScanner(rows, stride, true)];
    const bytes = Uint8Array.from({ length: rows * stride }, () => random.int(256));
    quick.rows.set(bytes);
    plain.rows.set(bytes);
    const query = bytes.slice(stride, 2 * stride);
    expect(quick.differences(query)).toEqual(plain.differences(query));
    expect(quick.differences(query)[1]).toBe(0);
    const differences = [...plain.differences(query)];
    const sorted = [...differences].sort((a, b) => a - b);
    for (const count of [1, 2, 7, rows, rows + 1]) {
      const limit = sorted[Math.min(count, rows) - 1]!;
      const wanted = differences.flatMap((bits, row) => (bits <= limit ? [row] : []));
      expect([...quick.nearest(query, count)]).toEqual(wanted);
      expect([...plain.nearest(query, count)]).toEqual(wanted);
    }
  });
});

describe("the rows with the fewest differing bits", () => {
  it("are found where they all stand together, and where a sample would not expect so few", () => {
    const [stride, rows] = [16, 16_384];
    for (const near of [(row: number) => row >= 5000 && row < 5200, (row: number) => row % 1024 < 256]) {
      const scanner = signScanner(rows, stride);
      for (let row = 0; row < rows; row++) if (!near(row)) scanner.rows.fill(255, row * stride, (row + 1) * stride);
      const wanted = Array.from({ length: rows }, (_, row) => row).filter(near);
      expect([...scanner.nearest(new Uint8Array(stride), 200)]).toEqual(wanted);
      expect([...scanner.nearest(new Uint8Array(stride), wanted.length + 1)]).toHaveLength(rows);
    }
  });
});

describe("signs", () => {
  it("are one bit a dimension", () => {
    expect(signsOf(Float32Array.of(0.5, -1, 0, 2, -3, -4, 1, -1, 9))).toEqual(
      Uint8Array.from({ length: 16 }, (_, at) => [0b01001001, 1][at] ?? 0),
    );
    expect([1, 128, 129, 256, 384].map(signBytes)).toEqual([16, 16, 32, 32, 48]);
  });

  it("ask for as many candidates as hold the nearest, measured where there are many rows", () => {
    const vectors = quantise(clusters(12_000, 32), 32);
    const { candidates } = makeSigns(vectors);
    expect(candidates).toBeGreaterThanOrEqual(256);
    expect(makeSigns(vectors).candidates).toBe(candidates);
    // Pure noise has no neighbours to speak of, and signs of 32 dimensions tell little of it.
    const noise = quantise(
      Array.from({ length: 12_000 }, () => unit(32)),
      32,
    );
    expect(makeSigns(noise).candidates).toBeGreaterThan(candidates);
  });
});

describe("the scan in whole numbers", () => {
  const embedder = wordEmbedder();

  it("finds what the exact search finds, whatever the segments, the dead and the filter", async () => {
    await fc.assert(
      fc.asyncProperty(faqEntries(10), fc.integer({ min: 1, max: 6 }), fc.nat(2), async (entries, count, odd) => {
        const dead = entries.length > 1 ? [1] : [];
        const sorted = [...entries].sort(compareEntries);
        const segments = [await segmentOf(sorted, embedder, dead), await segmentOf([faqEntry("zz", "退款")], embedder)];
        const index = await openSegments(segments, embedder);
        const accept = (question: number): boolean =>
          index.acceptor({}, "")(index.ownerOf(question)) && question % 3 !== odd;
        for (const [query] of await Promise.all(
          ["退款 订单", "refund"].map((text) => embedder.embed([text], "query")),
        )) {
          expect(scanBackend(index).search(query!, count, accept)).toEqual(
            exactBackend(index).search(query!, count, accept),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("does so among vectors that lie close together", async () => {
    const vectors = clusters(400, 64);
    const table = tableEmbedder(vectors);
    const index = await indexOf(
      vectors.map((_, at) => faqEntry(`E${at}`, String(at))),
      table,
    );
    for (let round = 0; round < 20; round++) {
      const query = unit(64, random.pick(vectors), 0.05);
      const exact = exactBackend(index).search(query, 10, () => true);
      expect(scanBackend(index).search(query, 10, () => true)).toEqual(exact);
    }
    expect(vectorSearch(index).name).toBe("exact");
    expect(vectorSearch(index)).toBe(vectorSearch(index));
  });
});

describe("the search by signs", () => {
  it("finds at least 98 of 100 of the ten nearest, with their exact cosines, and only what it may find", async () => {
    const vectors = clusters(3000, 64);
    const table = tableEmbedder(vectors);
    const entries = vectors.map((_, at) => faqEntry(`E${at}`, String(at)));
    const index = await openSegments(
      [await segmentOf(entries.slice(0, 2000), table), await segmentOf(entries.slice(2000), table)],
      table,
    );
    const backend = signBackend(index);
    let found = 0;
    for (let round = 0; round < 30; round++) {
      const query = unit(64, random.pick(vectors), 0.1);
      const accept = (question: number): boolean => question % 2 === 0;
      const exact = exactBackend(index).search(query, 10, accept);
      const hits = backend.search(query, 10, accept);
      for (const hit of hits) if (exact.some((one) => one.question === hit.question)) found++;
      expect(exactBackend(index).search(query, 3000, accept)).toEqual(expect.arrayContaining([...hits]));
    }
    expect(found).toBeGreaterThanOrEqual(0.98 * 300);
  });

  it("looks at every question where a filter leaves too few candidates", async () => {
    const vectors = clusters(3000, 64);
    const table = tableEmbedder(vectors);
    const index = await indexOf(
      vectors.map((_, at) => faqEntry(`E${at}`, String(at))),
      table,
    );
    const accept = (question: number): boolean => question % 700 === 3;
    const query = unit(64);
    expect(signBackend(index).search(query, 5, accept)).toEqual(exactBackend(index).search(query, 5, accept));
  });
});
