import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { STATUSES } from "../../kb/entry.js";
import type { KbIndex } from "../../kb/index/kb-index.js";
import { scanBackend } from "../../kb/index/vector-search.js";
import {
  cosineOf,
  exactBackend,
  storedVector,
  type VectorBackend,
  type VectorBackendFactory,
} from "../../kb/index/vectors.js";
import { createRandom } from "../../stats/random.js";

/**
 * Fewer questions than this are searched exactly. Measured on one core of a busy machine with sentences of real answers at
 * 256 dimensions and the settings below (recall of the exact scan's 10 best):
 *
 * | questions | exact scan | graph | recall | building the graph | loading it |
 * |---|---|---|---|---|---|
 * | 10,000 | 5 ms | 0.4 ms | .996 | 3 s | 14 ms |
 * | 25,000 | 11 ms | 1.0 ms | .998 | 14 s | 42 ms |
 * | 50,000 | 23 ms | 0.9 ms | .998 | 29 s | 82 ms |
 * | 100,000 | 44 ms | 0.8 ms | .972 | 78 s | 151 ms |
 *
 * One query never repays the loading. Signs find as much without a graph and are ready at once,
 * so that a graph serves only those who ask for it, and only when it finds enough.
 */
const HNSW_FROM = 50_000;

/** Neighbours a node keeps, breadth of the search while building, and while searching. */
const M = 16;
const BUILD_BREADTH = 200;
const SEARCH_BREADTH = 200;
const SEED = 100;
/** A graph that finds less of the ten nearest is not used; measured when it is built, on so many questions of the index. */
const LEAST_RECALL = 0.98;
const SAMPLE = 100;
const NEAREST = 10;
/** Asked for this many times as many hits as wanted, because some may not be accepted. */
const SPARE = 4;

/** Where the graph of an index is kept, beside its segments. */
export function graphFile(folder: string, { manifest }: KbIndex): string {
  const content = JSON.stringify(manifest.segments.map(({ sha256, dead }) => [sha256, dead]));
  return path.join(folder, `hnsw-${createHash("sha256").update(content).digest("hex").slice(0, 16)}.bin`);
}

// The part of hnswlib-node that is used, written down here so that the program also compiles where the optional package is
// not installed.
interface HierarchicalNSW {
  initIndex(most: number, m: number, efConstruction: number, seed: number): void;
  addPoint(vector: number[], label: number): void;
  setEf(ef: number): void;
  searchKnn(query: number[], count: number): { neighbors: number[] };
  getCurrentCount(): number;
  readIndexSync(file: string): void;
  writeIndexSync(file: string): void;
}

interface Library {
  readonly HierarchicalNSW: new (space: "ip", dim: number) => HierarchicalNSW;
}

const PACKAGE = "hnswlib-node";

/**
 * A factory of graph search with hnswlib-node (Malkov & Yashunin, "Efficient and robust approximate nearest neighbor search
 * using Hierarchical Navigable Small World graphs", 2018); `undefined` where the optional package is missing or broken.
 *
 * With a folder, which is the index's, the graph is read from {@link graphFile} when it is there, and written there when it
 * had to be built.
 */
export async function loadHnsw(from = HNSW_FROM): Promise<VectorBackendFactory | undefined> {
  let library: Library;
  try {
    const loaded = (await import(PACKAGE)) as Library & { default?: Library };
    library = loaded.default ?? loaded;
  } catch {
    return undefined;
  }
  return async (index, folder) => {
    if (index.size.questions < from) return undefined;
    const file = folder === undefined ? undefined : graphFile(folder, index);
    const { graph, recall } = readGraph(library, index, file) ?? buildGraph(library, index, file);
    return recall >= LEAST_RECALL ? hnswBackend(index, graph) : undefined;
  };
}

function newGraph(library: Library, index: KbIndex): HierarchicalNSW {
  return new library.HierarchicalNSW("ip", index.manifest.embedder.dim);
}

interface Measured {
  readonly graph: HierarchicalNSW;
  /** Share of the ten nearest that it finds. */
  readonly recall: number;
}

/** Where the recall of a graph is kept. */
const recallFile = (file: string): string => file.replace(/\.bin$/, ".json");

function readGraph(library: Library, index: KbIndex, file: string | undefined): Measured | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  try {
    const { recall } = JSON.parse(readFileSync(recallFile(file), "utf8")) as { recall?: unknown };
    if (typeof recall !== "number") return undefined;
    const graph = newGraph(library, index);
    graph.readIndexSync(file);
    return graph.getCurrentCount() === index.size.questions ? { graph, recall } : undefined;
  } catch {
    // Written by another version, or cut off: it is derived, and built again.
    return undefined;
  }
}

function buildGraph(library: Library, index: KbIndex, file: string | undefined): Measured {
  const graph = newGraph(library, index);
  graph.initIndex(index.size.questions, M, BUILD_BREADTH, SEED);
  for (const { segment, firstQuestion, dead } of index.parts) {
    const { codes, scales, dim } = segment.vectors;
    for (let row = 0; row < segment.questions; row++) {
      if (dead?.[segment.owners[row]!] === 1) continue;
      const scale = scales[row]!;
      const vector = Array.from(codes.subarray(row * dim, (row + 1) * dim), (code) => code * scale);
      graph.addPoint(vector, firstQuestion + row);
    }
  }
  const recall = recallOf(index, graph);
  if (file !== undefined) saveGraph(graph, recall, file);
  return { graph, recall };
}

/** Of questions spread over the index, each with a part of another, as a caller's words are like no question exactly. */
function recallOf(index: KbIndex, graph: HierarchicalNSW): number {
  const random = createRandom("hnsw");
  const exact = scanBackend(index);
  const backend = hnswBackend(index, graph);
  const accept = liveQuestions(index);
  let [found, wanted] = [0, 0];
  for (let sample = 0; sample < SAMPLE; sample++) {
    const [one, other] = [0, 1].map(() => storedVector(index, random.int(index.numbers.questions))) as [
      Float32Array,
      Float32Array,
    ];
    const query = one.map((value, k) => value + 0.3 * other[k]!);
    const nearest = new Set(exact.search(query, NEAREST, accept).map(({ question }) => question));
    wanted += nearest.size;
    for (const { question } of backend.search(query, NEAREST, accept)) if (nearest.has(question)) found++;
  }
  return wanted === 0 ? 1 : found / wanted;
}

function liveQuestions(index: KbIndex): (question: number) => boolean {
  const statuses = [...STATUSES];
  const live = index.acceptor({ statuses }, "");
  return (question) => live(index.ownerOf(question));
}

/** A cache that cannot be written is a cache that is not there. */
function saveGraph(graph: HierarchicalNSW, recall: number, file: string): void {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    graph.writeIndexSync(aside);
    writeFileSync(recallFile(file), `${JSON.stringify({ recall })}\n`);
    renameSync(aside, file);
  } catch {
    rmSync(aside, { force: true });
  }
}

function hnswBackend(index: KbIndex, graph: HierarchicalNSW): VectorBackend {
  const exact = exactBackend(index);
  return {
    name: "hnsw",
    search(query, count, accept) {
      const asked = Math.min(index.size.questions, count * SPARE);
      graph.setEf(Math.max(SEARCH_BREADTH, asked));
      const hits = graph
        .searchKnn([...query], asked)
        .neighbors.filter(accept)
        .map((question) => {
          const { vectors, row } = index.vectorAt(question);
          return { question, cosine: cosineOf(query, vectors, row) };
        })
        .sort((a, b) => b.cosine - a.cosine || index.compareQuestions(a.question, b.question));
      // A filter that lets little through leaves too few of the neighbours: then every question is looked at.
      return hits.length >= Math.min(count, asked) ? hits.slice(0, count) : exact.search(query, count, accept);
    },
  };
}
