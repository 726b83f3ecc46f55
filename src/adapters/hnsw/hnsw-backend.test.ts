import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faqEntry, openSegments, segmentOf } from "../../../test/support/kb.js";
import type { Embedder } from "../../embed/embedder.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import { exactBackend } from "../../kb/index/vectors.js";
import { createRandom, type Random } from "../../stats/random.js";
import { installedVersion } from "../modules.js";
import { graphFile, loadHnsw } from "./hnsw-backend.js";

const DIM = 48;
const QUESTIONS = 2000;

/** Unit vectors around a hundred centres, as texts about a hundred matters would have. */
function clustered(random: Random): () => Float32Array {
  const draw = (): Float32Array => Float32Array.from({ length: DIM }, () => random.next() + random.next() - 1);
  const centres = Array.from({ length: 100 }, draw);
  return () => {
    const centre = random.pick(centres);
    const vector = draw().map((value, at) => 0.5 * value + centre[at]!);
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  };
}

const next = clustered(createRandom("hnsw"));
const embedder: Embedder = {
  info: { id: "test:clusters", digest: "clusters", dim: DIM },
  costly: false,
  embed: async (texts) => texts.map(next),
  close: async () => undefined,
};

const installed = installedVersion("hnswlib-node") !== undefined;

describe.skipIf(!installed)(`graph search${installed ? "" : " (skipped: hnswlib-node is not installed)"}`, () => {
  let index: KbIndex;
  let folder: string;
  const queries = Array.from({ length: 40 }, next);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "kefu-hnsw-"));
    const entries = Array.from({ length: QUESTIONS }, (_, at) =>
      faqEntry(`A${at}`, `q${at}`, { source: { file: "a", row: at } }),
    );
    const segments = [
      await segmentOf(entries.slice(0, 800), embedder, [0, 5, 7]),
      await segmentOf(entries.slice(800), embedder),
    ];
    index = await openSegments(segments, embedder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("finds what exact search finds, with the same cosines, and no dead entry", async () => {
    const graph = (await (await loadHnsw(1))!(index))!;
    const live = index.acceptor({}, "");
    let same = 0;
    for (const query of queries) {
      const exact = exactBackend(index).search(query, 10, (question) => live(index.ownerOf(question)));
      const found = graph.search(query, 10, () => true);
      const cosines = new Map(exact.map(({ question, cosine }) => [question, cosine]));
      for (const { question, cosine } of found) {
        expect(live(index.ownerOf(question))).toBe(true);
        if (cosines.get(question) === cosine) same++;
      }
    }
    expect(same / (10 * queries.length)).toBeGreaterThanOrEqual(0.98);
  });

  it("still finds enough under a filter that lets little through", async () => {
    const graph = (await (await loadHnsw(1))!(index))!;
    const accept = (question: number): boolean => question % 100 === 3;
    expect(graph.search(queries[0]!, 15, accept)).toEqual(exactBackend(index).search(queries[0]!, 15, accept));
  });

  it("keeps the graph in a file, and builds it again when the file is broken", async () => {
    const file = graphFile(folder, index);
    const factory = (await loadHnsw(1))!;
    const built = (await factory(index, folder))!.search(queries[0]!, 10, () => true);
    const kept = file.replace(/bin$/, "json");
    expect(readdirSync(folder)).toEqual([file, kept].map((name) => path.basename(name)));
    expect((JSON.parse(readFileSync(kept, "utf8")) as { recall: number }).recall).toBeGreaterThanOrEqual(0.98);
    expect((await factory(index, folder))!.search(queries[0]!, 10, () => true)).toEqual(built);
    writeFileSync(file, "no graph");
    expect((await factory(index, folder))!.search(queries[0]!, 10, () => true)).toEqual(built);
    writeFileSync(kept, `{"recall":0.97}`);
    expect(await factory(index, folder)).toBeUndefined();
  });

  it("leaves a small index to exact search", async () => {
    expect(await (await loadHnsw())!(index)).toBeUndefined();
  });
});

it.skipIf(installed)("says that it is missing where hnswlib-node is not installed", async () => {
  expect(await loadHnsw()).toBeUndefined();
});
