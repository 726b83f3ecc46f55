// How long one engine takes for queries over the entries of a workspace, in a process of its own.
//   node search-latency.mjs kefu|inverted|minisearch|hnsw WORKSPACE QUERIES COUNT
// The first COUNT queries are measured; the others of the file are asked before, so that code is compiled. A process that is warm has
// answered a thousand: where there are queries enough, both are asked several times.
import { readFileSync } from "node:fs";
import path from "node:path";
import { encoder, program } from "./program.mjs";

const [, , engine, workspace, queryFile, most] = process.argv;
const embedder = encoder(await program(["embed/static-encoder.js"]));
const lines = readFileSync(queryFile, "utf8").trim().split("\n");
const texts = lines.map((line) => JSON.parse(line).q);
const queries = texts.slice(0, Number(most));

async function openIndex() {
  const folder = path.join(workspace, ".kefu", "index");
  const files = ["kb/index/manifest.js", "kb/index/kb-index.js", "adapters/files.js"];
  const { parseManifest, openIndex: open, nodeFiles } = await program(files);
  const manifest = parseManifest(readFileSync(path.join(folder, "manifest.json"), "utf8"), "manifest.json");
  return open(manifest, ({ file }) => nodeFiles.open(path.join(folder, file)), embedder.info);
}

/** Every question of the workspace. */
async function questions() {
  const { questionsOf } = await program(["kb/index/entry-codec.js"]);
  const index = await openIndex();
  const texts = [];
  for (const entry of index.entries()) texts.push(...questionsOf(entry));
  index.close();
  return texts;
}

async function tokenizer() {
  const { normalise, lexicalTokens } = await program(["text/normalise.js", "text/tokens.js"]);
  return (text) => lexicalTokens(normalise(text));
}

/** Recall of the ten nearest by the vector search that kefu takes, against comparing with every vector. */
async function vectorRecall(index) {
  const { vectorSearch, exactBackend } = await program(["kb/index/vector-search.js", "kb/index/vectors.js"]);
  const [quick, exact] = [vectorSearch(index), exactBackend(index)];
  const times = { quick: [], exact: [] };
  let found = 0;
  const some = await embedder.embed(queries.slice(0, 50), "query");
  for (const vector of some) {
    const timed = (name, backend) => {
      const from = performance.now();
      const hits = backend.search(vector, 10, () => true);
      times[name].push(performance.now() - from);
      return hits.map(({ question }) => question);
    };
    const wanted = new Set(timed("exact", exact));
    found += timed("quick", quick).filter((question) => wanted.has(question)).length;
  }
  const p50 = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const vectors = {
    name: quick.name,
    recall: found / (10 * some.length),
    p50: p50(times.quick),
    exact: p50(times.exact),
  };
  return { vectors };
}

const ENGINES = {
  /** The whole of it: words, sounds, bodies, vectors, ranking, probabilities. */
  async kefu() {
    const [index, { retrieve }] = [await openIndex(), await program(["kb/retrieve/retrieve.js"])];
    return { search: (query) => retrieve(index, embedder, query), after: () => vectorRecall(index) };
  },
  /** BM25 over the questions, term at a time, in typed arrays: as little as can be done. */
  async inverted() {
    const tokens = await tokenizer();
    const lists = new Map();
    const lengths = [];
    for (const [document, text] of (await questions()).entries()) {
      const counts = new Map();
      const found = tokens(text);
      for (const token of found) counts.set(token, (counts.get(token) ?? 0) + 1);
      lengths.push(found.length);
      for (const [token, count] of counts) {
        let list = lists.get(token);
        if (list === undefined) lists.set(token, (list = []));
        list.push(document, count);
      }
    }
    for (const [token, list] of lists) lists.set(token, Uint32Array.from(list));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const search = (query) => {
      const scores = new Float64Array(lengths.length);
      for (const token of new Set(tokens(query))) {
        const list = lists.get(token) ?? [];
        const df = list.length / 2;
        const idf = Math.log(1 + (lengths.length - df + 0.5) / (df + 0.5));
        for (let at = 0; at < list.length; at += 2) {
          const [document, count] = [list[at], list[at + 1]];
          scores[document] += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * lengths[document]) / mean));
        }
      }
      const best = [];
      for (let document = 0; document < scores.length; document++) {
        const score = scores[document];
        if (score === 0 || (best.length === 10 && score <= best[9].score)) continue;
        best.push({ document, score });
        best.sort((a, b) => b.score - a.score);
        best.length = Math.min(best.length, 10);
      }
      return best;
    };
    return { search };
  },
  async minisearch() {
    const { default: MiniSearch } = await import("minisearch");
    const tokens = await tokenizer();
    const index = new MiniSearch({ fields: ["question"], tokenize: tokens, processTerm: (term) => term });
    index.addAll((await questions()).map((question, id) => ({ id, question })));
    return { search: (query) => index.search(query).slice(0, 10) };
  },
  /** Vectors alone. */
  async hnsw() {
    const { default: hnswlib } = await import("hnswlib-node");
    const texts = await questions();
    const graph = new hnswlib.HierarchicalNSW("ip", embedder.info.dim);
    // With 200, a graph of 100,000 takes more than five minutes.
    graph.initIndex(texts.length, 16, texts.length < 100_000 ? 200 : 40, 100);
    for (let from = 0; from < texts.length; from += 1000) {
      const vectors = await embedder.embed(texts.slice(from, from + 1000), "passage");
      for (const [at, vector] of vectors.entries()) graph.addPoint([...vector], from + at);
    }
    graph.setEf(200);
    const search = async (query) => graph.searchKnn([...(await embedder.embed([query], "query"))[0]], 10);
    return { search };
  },
};

const started = performance.now();
const { search, after } = await ENGINES[engine]();
const seconds = (performance.now() - started) / 1000;
const ROUNDS = queries.length < 100 ? 1 : 5;
const before = texts.slice(queries.length).slice(0, queries.length);
async function pass(rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of queries) {
      const from = performance.now();
      await search(query);
      times.push(performance.now() - from);
    }
  }
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(times.length / 2)],
    p99: times[Math.min(times.length - 1, Math.floor(times.length * 0.99))],
  };
}
// What is read lazily is read the first time, and kept.
for (let round = 0; round < ROUNDS; round++) for (const query of before) await search(query);
const fresh = await pass(1);
const again = await pass(ROUNDS);
globalThis.gc?.();
const result = {
  seconds,
  ...again,
  fresh,
  megabytes: process.memoryUsage().rss / 2 ** 20,
  ...(await after?.()),
};
console.log(JSON.stringify(result));
