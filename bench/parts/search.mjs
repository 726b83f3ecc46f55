// What one query costs at four sizes: time and memory of the warm engine, the whole process from cold, bytes on disk.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inTempFolder, kefu, median, run } from "../lib/processes.mjs";
import { hasPeers } from "../lib/peers.mjs";

/** Entries; each has four questions. */
const SIZES = [250, 2_500, 25_000, 100_000];
const QUESTIONS = 4;
const QUERIES = 300;
/** Asked before. */
const WARMING = 200;
/** Rounds of whole processes. */
const ROUNDS = 5;
const SEED = 1;
/** How many queries a peer gets at each size: those that take a second each get fewer. */
const PEERS = {
  inverted: [300, 300, 300, 300],
  minisearch: [300, 40, 20, 8],
  hnsw: [300, 300, 300, 300],
};

const script = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const count = (n) => n.toLocaleString("en");
const ms = (value) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
const times = (value, of) => `${(value / of).toFixed(value / of < 10 ? 2 : 1)}×`;

function makeWorkspace(folder, entries) {
  writeFileSync(path.join(folder, "kefu.yaml"), "version: 1\nname: bench\n");
  mkdirSync(path.join(folder, "faq"));
  const made = ["--n", String(entries), "--seed", String(SEED)];
  run([script("make-faq.mjs"), ...made, "-o", path.join(folder, "faq", "faq.csv")]);
  run([
    script("make-faq.mjs"),
    ...made,
    "--queries",
    String(QUERIES + WARMING),
    "-o",
    path.join(folder, "queries.jsonl"),
  ]);
  return run([kefu, "kb", "ingest", "--quiet"], { cwd: folder }).seconds;
}

function indexBytes(folder) {
  const index = path.join(folder, ".kefu", "index");
  return readdirSync(index).reduce((sum, name) => sum + statSync(path.join(index, name)).size, 0);
}

function measure(engine, folder, queries) {
  const queryFile = path.join(folder, "queries.jsonl");
  // MiniSearch holds gigabytes.
  const args = [
    "--expose-gc",
    "--max-old-space-size=20000",
    script("lib/search-latency.mjs"),
    engine,
    folder,
    queryFile,
    String(queries),
  ];
  return JSON.parse(run(args, { cwd: folder }).stdout);
}

/** Whole processes, each with another query. */
function coldStart(folder) {
  const lines = readFileSync(path.join(folder, "queries.jsonl"), "utf8").trim().split("\n");
  const texts = lines.slice(0, ROUNDS + 1).map((line) => JSON.parse(line).q);
  return median(texts.map((text) => run([kefu, "kb", "search", text], { cwd: folder }).seconds).slice(1));
}

function sizeOf(entries, size) {
  return inTempFolder((folder) => {
    const questions = entries * QUESTIONS;
    const ingested = makeWorkspace(folder, entries);
    const ours = measure("kefu", folder, QUERIES);
    const peers = {};
    for (const [name, queries] of Object.entries(PEERS)) {
      if (name !== "minisearch" || hasPeers) peers[name] = measure(name, folder, queries[size]);
    }
    return { questions, ingested, ours, peers, cold: coldStart(folder), bytes: indexBytes(folder) / questions };
  });
}

const NAMES = { inverted: "plain inverted index", minisearch: "MiniSearch", hnsw: "hnswlib-node, vectors alone" };

const timesOf = ({ p50, p99, megabytes, seconds }) => [
  ...[ms(p50), ms(p99), `${megabytes.toFixed(0)} MB`, `${seconds.toFixed(1)} s`],
];

function peerRows({ questions, ours, peers }) {
  return [
    [count(questions), "kefu, everything", ...timesOf(ours), "", ""],
    [count(questions), "kefu, queries new to it", ms(ours.fresh.p50), ms(ours.fresh.p99), "", "", "", ""],
    ...Object.entries(peers).map(([name, peer]) => [
      ...[count(questions), NAMES[name], ...timesOf(peer)],
      ...[times(ours.p50, peer.p50), times(ours.p99, peer.p99)],
    ]),
  ];
}

export function search() {
  const sizes = SIZES.map(sizeOf);
  const empty = median(Array.from({ length: ROUNDS }, () => run(["-e", "0"]).seconds));
  return {
    rows: [],
    tables: [
      {
        title: "A warm query",
        header: ["questions", "engine", "p50", "p99", "memory", "ready in", "kefu : peer, p50", "kefu : peer, p99"],
        rows: sizes.flatMap(peerRows),
      },
      {
        title: "From cold, on disk, and the vectors",
        header: [
          "questions",
          "`kb search`, whole process",
          "index",
          "ingest",
          "vectors by",
          "recall@10",
          "p50",
          "compared with all",
        ],
        rows: sizes.map(({ questions, cold, bytes, ingested, ours: { vectors } }) => [
          count(questions),
          ms(cold * 1000),
          `${bytes.toFixed(0)} B a question`,
          `${ingested.toFixed(1)} s`,
          vectors.name,
          vectors.recall.toFixed(3),
          ms(vectors.p50),
          ms(vectors.exact),
        ]),
      },
    ],
    notes: [
      `entries of four questions each, made by bench/make-faq.mjs; ${QUERIES} queries with other words around, typos, homophones, fillers; one thread`,
      `${WARMING} other queries were asked five times before; then each of the ${QUERIES} for the first time (“new to it”: entries are read and their texts taken apart), and five times more, of which p50 and p99 are; an engine that gets less than a hundred queries is asked once each`,
      "kefu's figure is all of `retrieve`: embedding, words, sounds, answers, vectors, ranking and probabilities. The plain inverted index (term at a time) and MiniSearch have the questions alone, with kefu's tokens; hnswlib-node has the vectors alone, M 16, ef 200, its graph built with ef 200, from 100,000 questions on with 40",
      "ready in: kefu opens the index that ingest wrote; the others are built in memory, of questions read from it",
      `MiniSearch gets ${PEERS.minisearch.join(", ")} queries, so that its p99 is the slowest of few at the larger sizes; the others ${QUERIES}`,
      `whole processes: median of ${ROUNDS}, each with another query; an empty Node process takes ${ms(empty * 1000)}`,
    ],
  };
}
